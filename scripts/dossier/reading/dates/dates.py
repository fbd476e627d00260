"""Article to its date expressions, resolved against the publication date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from dossier.reading.dates.classes import date_classes, date_words
from dossier.reading.dates.guards import GUARDS, Surroundings
from dossier.reading.dates.norms import OPERATIONS, Moment, resolved
from dossier.reading.dates.reckoning import SURELY_OVER, Resolved
from dossier.reading.findings import DateFinding, Span
from dossier.reading.grammar.forms import Fit, Form, Matcher
from dossier.reading.lexicon import load_table
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Text

_OPENING = 60
"""Tokens at the head of an article among which its own date may stand."""
_NEAR = 3
"""Days between the article's own date and the one it was catalogued under."""
_BETWEEN = frozenset(
    ("the", "early", "late", "mid", "about", "around", "nearly", "least", "at", "this", "of")
)
"""Words that may stand between a preposition and its date."""


def extract_dates(article: Article) -> tuple[DateFinding, ...]:
    """Date expressions in text order.

    Words that count from the day of writing are reckoned from the date the article itself opens
    with, where it has one beside the publication date, else from the publication date. With
    neither they are left out: a date is never guessed.
    """
    reader = _Reader(article.text)
    reference = _reference(article, reader)
    return tuple(reader.finding(found) for found in reader.read(reference, len(reader.tokens)))


def near_dates(article: Article) -> Iterator[tuple[Span, str, str]]:
    """Words that a form fits and that are no date all the same: each with the form's name and why."""
    reader = _Reader(article.text)
    reference = _reference(article, reader)
    read = [range(found.fit.first, found.fit.stop) for found in reader.read(reference, len(reader.tokens))]
    inside = {at for each in read for at in each}
    for at in range(len(reader.tokens)):
        tried = list(reader.tried(at, reference, None)) if at not in inside else []
        if tried:
            fit, why = tried[0]
            inside |= set(range(fit.first, fit.stop))
            span = Span(reader.tokens[fit.first].start, reader.tokens[fit.stop - 1].end)
            yield span, fit.form.name, str(why)


@cache
def date_forms() -> Matcher:
    """The forms of lexicon/date_forms.yaml.

    Raises KeyError or ValueError for an operation, guard or class that doesn't exist: a defect of ours.
    """
    forms = load_table("date_forms", tuple[Form, ...])
    for form in forms:
        OPERATIONS[form.norm]
        for guard in form.guards:
            if guard not in GUARDS and guard.split()[-1] not in ("before", "behind"):
                raise ValueError(f"date_forms.yaml, {form.name}: no guard is called “{guard}”")
    return Matcher(forms, date_classes())


class _Found(NamedTuple):
    fit: Fit
    resolved: Resolved


class _Reader:
    """Finds the date expressions of one text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.tokens = text.tokens
        self.around = Surroundings(text)
        self.forms = date_forms().over(self.tokens)

    def read(self, reference: date | None, stop: int) -> Iterator[_Found]:
        """Date expressions that begin before a token, in text order; none overlaps another."""
        done = 0
        previous: Resolved | None = None
        for at in range(stop):
            if at < done:
                continue
            found = self._at(at, reference, previous)
            if found is not None:
                done, previous = found.fit.stop, found.resolved
                yield found

    def _at(self, at: int, reference: date | None, previous: Resolved | None) -> _Found | None:
        """The longest form at a token whose guards hold and whose words make a date."""
        for fit, made in self.tried(at, reference, previous):
            if isinstance(made, Resolved):
                return _Found(fit, made)
        return None

    def tried(
        self, at: int, reference: date | None, previous: Resolved | None
    ) -> Iterator[tuple[Fit, Resolved | str]]:
        """The forms that fit at a token, the longest first, each with what it makes or why it makes none."""
        fits = self.forms.at(at)
        if not fits:
            return
        end = self.text.blocks[self.text.block_at(self.tokens[at].start)].stop
        over = self.around.is_surely_over(at)
        ahead = SURELY_OVER if over else 1 if self.around.is_term(at) else self.around.direction(at)
        for fit in fits:
            last = fit.stop - (self.tokens[fit.stop - 1].text == ".")
            fit = fit._replace(stop=last)
            if fit.stop > end:
                continue
            broken = next((guard for guard in fit.form.guards if not self.around.holds(guard, fit)), None)
            if broken is not None:
                yield fit, f"“{broken}” does not hold"
                continue
            moment = Moment(reference, ahead, previous, self.around.names_happening(fit))
            yield fit, resolved(fit.form.norm, fit.values, moment) or "its words make no date here"

    def finding(self, found: _Found) -> DateFinding:
        """The finding of what was read."""
        fit, resolved = found
        kind, told_whole = self._kind(fit), "/" in resolved.edtf  # "from 3 to 5 May"
        return DateFinding(
            start=self.tokens[fit.first].start,
            end=self.tokens[fit.stop - 1].end,
            edtf=resolved.edtf,
            precision=resolved.precision,
            basis=resolved.basis,
            rule=resolved.rule,
            form=fit.form.name,
            kind="" if told_whole and kind == "after" else kind,
        )

    def _kind(self, fit: Fit) -> str:
        """The kind that the preposition before a date makes of it; empty where none stands.

        In "the worst since 2011, when nine drowned" what is dated is told of that very year.
        """
        behind = [token.lower for token in self.tokens[fit.stop : fit.stop + 2]]
        if "when" in (behind[:1] if behind[:1] != [","] else behind[1:]):
            return ""
        at, words = fit.first - 1, date_words()
        while at >= 0:
            phrase = f"{self.around.lower(at - 1)} {self.tokens[at].lower}"
            if phrase in words.kinds_of_phrases:
                return words.kinds_of_phrases[phrase]
            if self.tokens[at].lower not in _BETWEEN:
                break
            at -= 1
        return words.kinds.get(self.tokens[at].lower, "") if at >= 0 else ""


def _reference(article: Article, reader: _Reader) -> date | None:
    """The full date that an article opens with ("Thursday, 7 May 2015"), else that of its publication."""
    for found in reader.read(None, min(_OPENING, len(reader.tokens))):
        if found.resolved.precision != "day" or not _stands_alone(article, found.fit):
            continue
        day = date.fromisoformat(found.resolved.edtf)
        if article.published is None or abs((day - article.published).days) <= _NEAR:
            return day
    return article.published


def _stands_alone(article: Article, fit: Fit) -> bool:
    """Whether a date opens a block or stands in the dateline."""
    text = article.text
    start = text.tokens[fit.first].start
    if article.dateline is not None and article.dateline.start <= start < article.dateline.end:
        return True
    return text.blocks[text.block_at(start)].start == start
