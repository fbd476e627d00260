"""Article to its date expressions, resolved against the publication date."""

from __future__ import annotations

from datetime import date, timedelta

from dossier.reading.dates.dategrammar import DateGrammar
from dossier.reading.dates.datewords import Found
from dossier.reading.findings import DateFinding
from dossier.reading.text.article import Article

_OPENING = 60
"""Tokens at the head of an article among which its own date may stand."""
_NEAR = 3
"""Days between the article's own date and the one it was catalogued under."""


def extract_dates(article: Article) -> tuple[DateFinding, ...]:
    """Date expressions in text order.

    Words that count from the day of writing are reckoned from the date the article itself opens
    with, where it has one beside the publication date, else from the publication date. With
    neither they are left out: a date is never guessed.
    """
    grammar = DateGrammar(article.text)
    reference = _own_date(article, grammar) or article.published
    found: list[DateFinding] = []
    previous: date | None = None
    for item in grammar.read(reference):
        resolved = item.resolved
        if resolved is None and item.after_previous == -365 and previous is not None:
            year = f"{previous.year - 1:04d}"
            found.append(
                _finding(article, item, year, "year", "inferred", "the year before the date named before it")
            )
        elif resolved is None and item.after_previous is not None and previous is not None:
            day = previous + timedelta(days=item.after_previous)
            found.append(_finding(article, item, day.isoformat(), "day", "inferred", _relative_rule(item)))
        elif resolved is not None:
            basis = "relative_to_publication" if resolved.relative else "explicit"
            found.append(_finding(article, item, resolved.edtf, resolved.precision, basis, resolved.rule))
        else:
            continue
        if found[-1].precision == "day":
            previous = date.fromisoformat(found[-1].edtf)
    return tuple(found)


def _relative_rule(item: Found) -> str:
    words = {0: "the same day as", 1: "the day after", -1: "the day before"}
    return f"{words[item.after_previous or 0]} the date named before it"


def _finding(article: Article, item: Found, edtf: str, precision: str, basis: str, rule: str) -> DateFinding:
    tokens = article.text.tokens
    return DateFinding(
        start=tokens[item.first].start,
        end=tokens[item.stop - 1].end,
        edtf=edtf,
        precision=precision,
        basis=basis,
        rule=rule,
    )


def _own_date(article: Article, grammar: DateGrammar) -> date | None:
    """The full date that an article opens with ("Thursday, 7 May 2015"), if it has one."""
    for item in grammar.read(None, stop=_OPENING):
        if item.resolved is None or item.resolved.precision != "day":
            continue
        day = date.fromisoformat(item.resolved.edtf)
        if article.published is not None:
            if abs((day - article.published).days) <= _NEAR and _stands_alone(article, item):
                return day
        elif _stands_alone(article, item):
            return day
    return None


def _stands_alone(article: Article, item: Found) -> bool:
    """Whether a date opens a block or stands in the dateline."""
    text = article.text
    start = text.tokens[item.first].start
    if article.dateline is not None and article.dateline.start <= start < article.dateline.end:
        return True
    return text.blocks[text.block_at(start)].start == start
