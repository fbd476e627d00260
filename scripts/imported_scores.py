"""What is let in of a set of findings handed over as another reader's, into docs/quality.md.

imported_scores.py tests/gate/sealed.jsonl docs/quality.md
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dossier.assembly.gating import gated
from dossier.readers.accepting import accept, section_of
from dossier.readers.forms import Handed
from dossier.readers.given import Given
from dossier.readers.judging import Judging
from dossier.readers.merging import agrees, with_names
from dossier.readers.roles import event_roles
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings
from dossier.reading.text.article import Article, read_article

CIRCUMSTANCES = ("date", "place", "topic", "act", "subject", "content")
ANSWERS = ("in", "waits", "refused")
_BEGIN, _END = "<!-- imported: remade by make quality -->", "<!-- end of imported -->"


class Answered(NamedTuple):
    """A line of the set and what became of it."""

    row: Mapping[str, Any]
    answer: str
    """in, waits or refused."""


def read_answers(path: Path) -> list[Answered]:
    """What becomes of each line of a set; lines with the same text share its reading."""
    by_text = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_text[row["text"], row["published"]].append(row)
    found = []
    for (text, published), rows in by_text.items():
        article = read_article(text, id="row", published=date.fromisoformat(published))
        known = gated(article, extract_findings(article)).findings
        found += [Answered(row, answered(article, known, handed_over(row["finding"]))) for row in rows]
    return found


def stands(given: Mapping[str, Any]) -> dict[str, Any]:
    """Offsets alone."""
    return {"start": given["start"], "end": given["end"]}


def handed_over(finding: Mapping[str, Any]) -> Given:
    """A finding of the set as a reader hands it over, or nothing where it has no such form."""
    asked: dict[str, str] = {}
    for role, gate in event_roles().get(finding.get("type") or "", {}).items():
        asked.setdefault(gate, role)
    given: dict[str, Any] = {
        "kind": finding["kind"],
        "type": finding.get("type"),
        "trigger": stands(finding["trigger"]),
        "polarity": finding["polarity"],
        "modality": finding["modality"],
        "status": finding.get("status"),
        "former": bool(finding.get("former")),
        "segments": [stands(each) for each in finding.get("segments", ())],
        "slots": [
            {"role": asked.get(slot["role"], slot["role"]) if finding["kind"] == "event" else slot["role"]}
            | stands(slot)
            | ({"stands_for": stands(slot["stands_for"])} if slot.get("stands_for") else {})
            for slot in finding["slots"]
        ],
    }
    source = finding.get("source")
    if source and source.get("cue"):
        given["source"] = stands(source) | {"cue": stands(source["cue"])}
    number = finding.get("number")
    if number:
        hurt = any(word in finding["trigger"]["words"] for word in ("wound", "injur", "hurt"))
        counts = {"counts": stands(number["counts"])} if number.get("counts") else {}
        given["number"] = stands(number) | {"kind": "injured" if hurt else "killed"} | counts
    return Given.model_validate(given)


def named(text: str, given: Given) -> Iterator[Given]:
    """The names that its slots need, as a reader gives them."""
    for slot in given.slots:
        meant = slot.stands_for or slot
        if slot.role not in CIRCUMSTANCES:
            yield Given(kind="actor", type="person", name=text[meant.start : meant.end])


def answered(article: Article, known: Findings, given: Given) -> str:
    """in, waits or refused."""
    pieces = [given, *named(article.text.text, given)]
    handed = [Handed(where=str(n), raw=None, given=each) for n, each in enumerate(pieces)]
    accepted = accept(article, known, handed, "reader:model")
    if any(each.where == "0" for each in accepted.refused):
        return "refused"
    found = [
        each
        for section, held in accepted.found.items()
        for each in held
        if section not in ("actors", "places") or each.roles
    ]
    if all(agrees(known, section_of(each), each) for each in found):
        return "in"
    judging = Judging(article, with_names(known, accepted.findings(article.id)), proven=known)
    return "in" if all(judging(each).answer == "holds" for each in found) else "waits"


def table(found: Iterable[Answered]) -> str:
    """The answers as Markdown: corrupted findings by what was changed, sound ones by kind."""
    rows: dict[bool, dict[str, Counter[str]]] = {False: defaultdict(Counter), True: defaultdict(Counter)}
    for each in found:
        sound = bool(each.row["sound"])
        name = each.row["finding"]["kind"] if sound else each.row["corruption"]
        rows[sound][name][each.answer] += 1
    return "\n".join(
        [
            "| Corrupted: what was changed | Count | Let in unasked | Waits | Refused |",
            "|---|---|---|---|---|",
            *_rows(rows[False]),
            "",
            "| Sound: kind | Count | Let in unasked | Waits | Refused |",
            "|---|---|---|---|---|",
            *_rows(rows[True]),
        ]
    )


def _rows(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    every: Counter[str] = Counter()
    for name in sorted(counts):
        every += counts[name]
        yield _row(name, counts[name])
    yield _row("all", every)


def _row(name: str, counts: Counter[str]) -> str:
    return f"| {name} | {counts.total()} | " + " | ".join(str(counts[answer]) for answer in ANSWERS) + " |"


def page_with(page: str, made: str) -> str:
    """The page with the tables between its two marks."""
    before, rest = page.split(_BEGIN)
    return f"{before}{_BEGIN}\n\n{made}\n\n{_END}{rest.split(_END)[1]}"


def main() -> None:
    """Remake the tables of a page: imported_scores.py SET PAGE."""
    rows, page = (Path(argument) for argument in sys.argv[1:3])
    made = table(read_answers(rows))
    page.write_text(page_with(page.read_text(encoding="utf-8"), made), encoding="utf-8")


if __name__ == "__main__":
    main()
