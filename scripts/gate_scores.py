"""How the gate judges sets of findings, some sound, some with one thing changed, into docs/quality.md.

gate_scores.py tests/gate docs/quality.md
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.proposition import Count, Part, Proposition, Verdict, WhoseWord
from dossier.assembly.gate.reach import Reading
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article

_BEGIN, _END = "<!-- gate: remade by make quality -->", "<!-- end of gate -->"
_SETS = ("eighth", "seventh", "sixth", "fifth", "fourth", "third", "sealed", "fresh")
"""The newest first: what was judged before anybody had read it says most."""
_FIRST_RUNS = ("eighth", "seventh", "sixth", "fifth", "fourth", "third")
"""Sets whose tables are kept as the gate answered before its errors were read."""
_AS_FOUND = frozenset(("eighth", "seventh"))
"""Sets whose errors changed next to nothing: only their first run is told."""
_GROUPS = ("event", "claim", "agreement", "quote", "role", "relation")
_ANSWERS = ("holds", "does not", "not shown")
_LOOKED_AT = frozenset(("003", "022", "071", "073", "102", "122", "130", "140", "153", "154", "158", "170"))
"""Texts seen before the third was drawn."""


class Judged(NamedTuple):
    """A line of the set and the gate's verdict."""

    row: Mapping[str, Any]
    verdict: Verdict

    @property
    def answer(self) -> str:
        """The verdict; where only a date or place fell, that one's: the fact as told did not pass."""
        if self.verdict.answer == "holds" and self.verdict.fallen:
            wrong = any(doubt.answer == "does not" for doubt in self.verdict.fallen)
            return "does not" if wrong else "not shown"
        return self.verdict.answer


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judge_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Judged]:
    """Each line with the gate's verdict; lines with the same text share its trees."""
    readings: dict[str, Reading] = {}
    for row in rows:
        text = row["text"]
        if text not in readings:
            article = read_article(text, id="row", published=date.fromisoformat(row["published"]))
            readings[text] = Reading.of(article)
        yield Judged(row, judge(proposition_of(row["finding"]), readings[text]))


def proposition_of(finding: Mapping[str, Any]) -> Proposition:
    """A finding of the set as the gate asks about it."""
    number = finding.get("number")
    return Proposition(
        kind=finding["kind"],
        type=finding.get("type"),
        trigger=_span(finding["trigger"]),
        parts=tuple(
            Part(role=s["role"], span=_span(s), stands_for=_span_or_none(s.get("stands_for")))
            for s in finding["slots"]
        ),
        negative=finding["polarity"] == "negative",
        polarity_cue=_span_or_none(finding.get("polarity_cue")),
        modality=finding["modality"],
        modality_cue=_span_or_none(finding.get("modality_cue")),
        source=_source(finding["source"]),
        count=Count(
            span=_span(number),
            min=number.get("min"),
            max=number.get("max"),
            counts=_span_or_none(number.get("counts")),
            what=number.get("what"),
        )
        if number
        else None,
        segments=tuple(_span(segment) for segment in finding.get("segments", ())),
        status=finding.get("status"),
        former=bool(finding.get("former")),
        evidence=tuple(_span(passage) for passage in finding["evidence"]),
    )


def _source(given: Mapping[str, Any] | None) -> WhoseWord | None:
    if given is None:
        return None
    return WhoseWord(
        span=_span(given),
        cue=_span(given["cue"]) if given.get("cue") else _span(given),
        stands_for=_span_or_none(given.get("stands_for")),
        within=_source(given.get("within")),
    )


def _span(given: Mapping[str, Any]) -> Span:
    return Span(given["start"], given["end"])


def _span_or_none(given: Mapping[str, Any] | None) -> Span | None:
    return _span(given) if given else None


def is_development(row: Mapping[str, Any]) -> bool:
    """Whether a line's text is of the third that was looked at while the gate was made."""
    number = row["id"].partition("-")[0]
    return number in _LOOKED_AT or hashlib.sha256(row["text"].encode()).digest()[0] % 3 == 0


class Sets(NamedTuple):
    """The lines of each set with the gate's verdicts, by the set's name."""

    judged: Mapping[str, Sequence[Judged]]
    first_runs: Mapping[str, str]
    """Of the sets that have them, the tables as the gate answered before anybody had read the set."""


def judge_sets(folder: Path) -> Sets:
    """The sets of a folder, judged now, with the tables of first runs as they were kept."""
    return Sets(
        {name: list(judge_rows(read_rows(folder / f"{name}.jsonl"))) for name in _SETS},
        {name: (folder / f"{name}-first-run.md").read_text(encoding="utf-8").strip() for name in _FIRST_RUNS},
    )


def report(sets: Sets) -> str:
    """The tables, as Markdown: corrupted findings by what was changed, sound ones by kind."""
    parts: list[str] = []
    for name in _SETS:
        if name in sets.first_runs:
            parts += [f"### The {name} set, on its first run", "", sets.first_runs[name], ""]
        for title, judged in _titled(name, sets.judged[name]):
            parts += [*_tables(title, judged), ""]
    return "\n".join(parts[:-1])


def _titled(name: str, judged: Sequence[Judged]) -> Iterator[tuple[str, Sequence[Judged]]]:
    """The tables that a set has by what is known of its texts."""
    if name == "sealed":
        yield "The texts nobody looked at", [each for each in judged if not is_development(each.row)]
        yield "The texts that were looked at", [each for each in judged if is_development(each.row)]
    elif name not in _AS_FOUND:
        yield f"The {name} set, since its errors were read", judged


def shares(judged: Iterable[Judged]) -> dict[str, float]:
    """Share of each answer; nothing for no lines."""
    counts = Counter(each.answer for each in judged)
    return {answer: counts[answer] / counts.total() for answer in _ANSWERS} if counts else {}


def _tables(title: str, judged: Sequence[Judged]) -> Iterator[str]:
    sound = [each for each in judged if each.row["sound"]]
    corrupted = [each for each in judged if not each.row["sound"]]
    changed = sorted({each.row["corruption"] for each in corrupted})
    yield from (f"### {title}", "")
    yield from (
        "| Corrupted: what was changed | Count | Passes | Refused | Not shown |",
        "|---|---|---|---|---|",
    )
    yield from (_row(name, [e for e in corrupted if e.row["corruption"] == name]) for name in changed)
    yield from (_row("all", corrupted), "")
    yield from ("| Sound: kind | Count | Passes | Refused | Not shown |", "|---|---|---|---|---|")
    yield from (_row(name, [e for e in sound if e.row["finding"]["kind"] == name]) for name in _GROUPS)
    yield _row("all", sound)


def _row(name: str, judged: Sequence[Judged]) -> str:
    found = shares(judged)
    return f"| {name} | {len(judged)} | " + " | ".join(f"{found.get(a, 0):.3f}" for a in _ANSWERS) + " |"


def page_with(page: str, tables: str) -> str:
    """The page with the tables between its two marks."""
    before, rest = page.split(_BEGIN)
    return f"{before}{_BEGIN}\n\n{tables}\n\n{_END}{rest.split(_END)[1]}"


def main() -> None:
    """Remake the tables of a page: gate_scores.py FOLDER PAGE."""
    folder, page = (Path(argument) for argument in sys.argv[1:3])
    tables = report(judge_sets(folder))
    page.write_text(page_with(page.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main()
