"""Scores on annotated news, part by part and rule by rule, into docs/quality.md.

    quality.py CORPORA docs/quality.md

CORPORA is a folder of JSON Lines files, an annotated article a line. Only what stands between the two
marks of the page is remade; what people wrote around them stays.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row
from scoring import (
    QuoteScores,
    Scored,
    Tally,
    score_attacks,
    score_dates,
    score_names,
    score_quotes,
)

_BEGIN, _END = "<!-- scores: remade by make quality -->", "<!-- end of scores -->"
_ANNOTATIONS = ("quotes", "entities", "dates", "events")
_LONG = 5
"""Quoted spans of fewer words are mostly scare quotes and titles; they are counted apart."""

Row = tuple[str, ...]
Corpora = Mapping[str, Sequence[Scored]]


def read_corpora(folder: Path) -> dict[str, list[Scored]]:
    """Every annotated corpus of a folder by name, its articles with what is found in them."""
    corpora: dict[str, list[Scored]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if any(part in row for row in rows for part in _ANNOTATIONS):
            print(f"reading {path.name}: {len(rows)} articles", file=sys.stderr)
            corpora[path.stem] = [Scored(row, extract_findings(article_from_row(row))) for row in rows]
    return corpora


def report(corpora: Corpora) -> str:
    """The tables, as Markdown."""
    return "\n".join(
        [
            "## By part",
            "",
            *_table(("Part", "Corpus", "Annotated", "Precision", "Recall", "F1"), _parts(corpora)),
            "",
            "## Rules that attribute quotations",
            "",
            f"Segments of {_LONG} words or more, all corpora together. Precision is right ÷ (right + wrong);",
            "*not annotated* are segments the annotators marked as no quotation of anybody, or not at all;",
            "*unchecked* are those without a speaker to compare, by abstention or by annotation.",
            "",
            *_table(
                ("Rule", "Count", "Right", "Wrong", "Precision", "Not annotated", "Unchecked"),
                _sieves(corpora),
            ),
            "",
            "## Rules that resolve dates",
            "",
            *_table(("Rule", "Count", "Right", "Wrong", "Precision", "Not annotated"), _dates(corpora)),
            "",
            "## Rules that find claims",
            "",
            "No corpus annotates claims in general; these are counts, not scores.",
            "",
            *_table(("Rule", *corpora), _claims(corpora)),
        ]
    )


def _parts(corpora: Corpora) -> Iterator[Row]:
    for name, articles in corpora.items():
        for label, least in ((f"quotations of {_LONG} words or more", _LONG), ("of any length", 1)):
            scores = score_quotes(articles, least)
            yield from _quote_rows(name, label, scores)
    for name, articles in corpora.items():
        for label, types, section in (
            ("people and organisations", {"person", "organization"}, "actors"),
            ("places", {"place"}, "places"),
        ):
            yield from _tally_row(label, name, score_names(articles, types, section))
        dates = score_dates(articles)
        if dates.gold:
            found = f"{dates.seen / dates.gold:.3f}"
            yield ("dates found", name, str(dates.gold), "", found, "")
            yield (
                "dates found and resolved right",
                name,
                str(dates.gold),
                "",
                _ratio(dates.right, dates.gold),
                "",
            )
        attacks = score_attacks(articles)
        yield from _tally_row("attacks", name, attacks.attacks)
        if attacks.blamed:
            recall = _ratio(attacks.blame_found, attacks.blamed)
            yield ("perpetrators named in a claim", name, str(attacks.blamed), "", recall, "")


def _quote_rows(corpus: str, label: str, scores: QuoteScores) -> Iterator[Row]:
    yield from _tally_row(f"{label}: spans", corpus, scores.spans)
    yield from _tally_row(f"{label}: spans with speaker", corpus, scores.joint)
    if scores.joint.gold:
        yield (f"{label}: wrong speaker, of attributed", corpus, "", f"{scores.wrong_speakers:.3f}", "", "")


def _tally_row(label: str, corpus: str, tally: Tally) -> Iterator[Row]:
    if tally.gold:
        numbers = (f"{number:.3f}" for number in (tally.precision, tally.recall, tally.f1))
        yield (label, corpus, str(tally.gold), *numbers)


def _sieves(corpora: Corpora) -> Iterator[Row]:
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for articles in corpora.values():
        scores = score_quotes(articles, _LONG)
        for rule, counts in scores.methods.items() if scores.spans.gold else ():
            by_rule["(left without a speaker)" if rule == "none" else rule].update(counts)
    for rule, counts in _ordered(by_rule):
        others = (str(counts[outcome]) for outcome in ("unannotated", "unchecked"))
        yield (rule, str(counts.total()), *_outcome(counts), *others)


def _dates(corpora: Corpora) -> Iterator[Row]:
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for articles in corpora.values():
        for rule, counts in score_dates(articles).rules.items():
            by_rule[_calendar_free(rule)].update(counts)
    for rule, counts in _ordered(by_rule):
        yield (rule, str(counts.total()), *_outcome(counts), str(counts["unannotated"]))


def _claims(corpora: Corpora) -> Iterator[Row]:
    counts = {
        name: Counter(f"{claim.method} → {claim.kind}" for _, found in articles for claim in found.claims)
        for name, articles in corpora.items()
    }
    total: Counter[str] = sum(counts.values(), Counter())
    for rule, _ in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        yield (rule, *(str(counts[name][rule]) for name in corpora))


def _ordered(by_rule: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    """Rules by how often they fire."""
    fired = [(rule, counts) for rule, counts in by_rule.items() if counts.total()]
    return sorted(fired, key=lambda item: (-item[1].total(), item[0]))


def _calendar_free(rule: str) -> str:
    """A rule told the same way whatever its weekday or month."""
    rule = re.sub(rf"\b({'|'.join(calendar.day_name)})\b", "weekday", rule)
    return re.sub(rf"\b({'|'.join(calendar.month_name[1:])})\b", "month", rule)


def _outcome(counts: Counter[str]) -> Row:
    checked = counts["right"] + counts["wrong"]
    return str(counts["right"]), str(counts["wrong"]), _ratio(counts["right"], checked) if checked else ""


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}"


def _table(head: Row, rows: Iterable[Row]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def main() -> None:
    """Remake the tables of the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("page", type=Path)
    args = parser.parse_args()
    corpora = read_corpora(args.corpora)
    if not corpora:
        sys.exit(f"{args.corpora}: no annotated corpus here")
    before = args.page.read_text(encoding="utf-8")
    if _BEGIN not in before or _END not in before:
        sys.exit(f"{args.page}: the marks {_BEGIN} and {_END} are missing")
    head, _, rest = before.partition(_BEGIN)
    args.page.write_text(
        f"{head}{_BEGIN}\n\n{report(corpora)}\n\n{_END}{rest.partition(_END)[2]}", encoding="utf-8"
    )
    print(f"{args.page}: tables remade")


if __name__ == "__main__":
    main()
