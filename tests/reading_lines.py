"""Everything that is read in a few articles, as lines: what `tests/readings/` holds.

A record is a line that is not indented, what is told of it the lines below; passages stand in ‹…› as they
would be published, and are not repeated where they are those of the line above. What was left open or fell
at the gate follows, with why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dossier.assembly.assembling import assemble
from dossier.assembly.gating import gated
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.editing.sources import Source
from dossier.facts import Model, Sourced
from dossier.model import Article, Dossier, Evidence
from dossier.reading.explain import Reason, reasons
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Span
from dossier.reading.text.article import Article as Text
from dossier.reading.text.article import read_article

HOME = Path(__file__).parent / "readings"
SPECIFICATION = Path(__file__).parent / "specification" / "paragraphs.jsonl"
ENTRY, ARTICLE, LINES = "=== ", "+++ ", "---"
KINDS = ("actors", "places", "events", "agreements", "quotes", "claims")
_PLAINLY = ("2024-05-17", "The Norton Post")
_SINGLE = ("name", "kind", "type", "title", "status")
"""What a record's own line tells."""
_SPOKEN = ("claim: a quotation, and read as one", "statement: a quotation, and read as one")
_FEW = 4
"""Words of a passage that are no longer written out."""


class Told(NamedTuple):
    """An article."""

    day: str
    publisher: str
    text: str


class Entry(NamedTuple):
    """Articles that are read together, and what is read in them."""

    name: str
    articles: tuple[Told, ...]
    lines: tuple[str, ...]


@cache
def _specified() -> dict[str, dict[str, str]]:
    rows = map(json.loads, SPECIFICATION.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row for row in rows}


def _specification(name: str) -> tuple[Told, ...]:
    """Paragraphs of the specification, by their ids, as one article; nothing for another name."""
    rows = [_specified().get(id) for id in name.split()]
    if not all(rows):
        return ()
    texts = [row["text"] for row in rows if row]
    return (Told(rows[0]["published"] if rows[0] else "", _PLAINLY[1], "\n\n".join(texts)),)


def entries(path: Path) -> list[Entry]:
    """What a file holds."""
    return [_entry(block) for block in f"\n{path.read_text(encoding='utf-8')}".split(f"\n{ENTRY}")[1:]]


def _entry(block: str) -> Entry:
    texts, _, lines = block.partition(f"\n{LINES}\n")
    head, *articles = texts.split(f"\n{ARTICLE}")
    name, _, text = head.partition("\n")
    told = [_article(each) for each in articles]
    known = _specification(name) or tuple(told) or (Told(*_PLAINLY, text.strip()),)
    return Entry(name, known, tuple(line for line in lines.splitlines() if line.strip()))


def _article(block: str) -> Told:
    head, _, text = block.partition("\n")
    day, _, publisher = head.partition(" ")
    return Told(day, publisher, text.strip())


def written(each: Entry) -> str:
    """An entry as its file has it."""
    if _specification(each.name):
        texts = []
    elif len(each.articles) == 1 and each.articles[0][:2] == _PLAINLY:
        texts = [each.articles[0].text]
    else:
        texts = [f"{ARTICLE}{told.day} {told.publisher}\n{told.text}\n" for told in each.articles]
    return "\n".join([f"{ENTRY}{each.name}", *texts, LINES, *each.lines, "", ""])


def read(each: Entry) -> list[str]:
    """What is read in an entry's articles."""
    sources, left = [], []
    for number, (day, publisher, text) in enumerate(each.articles):
        source, reasons_left = _read(chr(ord("a") + number), day, publisher, text)
        sources.append(source)
        left += reasons_left
    dossier = assemble(sources, AUTHORITIES_SHAPE.model_validate({}), "authorities.yaml").shown()
    return [line.replace("\n", "¶") for line in (*_Lines(dossier).all(), *left)]


def _read(id: str, day: str, publisher: str, text: str) -> tuple[Source, list[str]]:
    published = date.fromisoformat(day)
    article = read_article(text, id=id, published=published, publisher=publisher)
    record = Article(
        id=id, headline=id, publisher=publisher, datePublished=published, sha256="0" * 64, paragraphs=1
    )
    findings = extract_findings(article)
    gate = gated(article, findings)
    left = [*_left(article, list(reasons(article, findings)))]
    left += [
        f"fell: {fell.what} “{fell.words}”, {fell.answer}: {'; '.join(fell.reasons)}" for fell in gate.fallen
    ]
    curation = CURATION_SHAPE.model_validate({})
    source = Source(
        article=article, record=record, findings=gate.findings, curation=curation, curation_file=""
    )
    return source, left


def _left(article: Text, found: Sequence[Reason]) -> Iterator[str]:
    """What a reader would ask about: dates, what frames took, and what said nothing although it came near."""
    told = [(each, article.text.slice(each.at)) for each in found]
    nobody = [words for each, words in told if each.group == "Names" and not each.fired]
    numbers = [f"{words} {each.told}" for each, words in told if each.group == "Quantities" and each.fired]
    yield from [f"nobody: {', '.join(nobody)}"] if nobody else []
    yield from [f"numbers: {'; '.join(numbers)}"] if numbers else []
    for each, words in told:
        group = each.group.lower().removesuffix("s")
        if each.fired and each.group in ("Frames", "Dates"):
            yield f"{group}: {words}: {each.told}"
        elif not each.fired and each.group in ("Quotations", "Claims", "Dates") and each.told not in _SPOKEN:
            yield f"no {group}: {words}: {each.told}"
    unreal: dict[tuple[Span, str], list[str]] = {}
    for each in found:
        frame, _, why = each.told.partition(": ")
        if not each.fired and each.group == "Frames" and " makes it " in why:
            unreal.setdefault((each.at, why), []).append(frame)
    for (at, why), frames in unreal.items():
        yield f"no frame: {article.text.slice(at)}: {why} ({', '.join(frames)})"


class _Lines:
    """The lines of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.passages = {each.id: each for each in dossier.evidence}
        self.last = ("", "")

    def all(self) -> Iterator[str]:
        """Records, then relations, then doubts."""
        for kind in KINDS:
            for record in getattr(self.dossier, kind):
                told = list(self.record(record))
                if kind in ("events", "agreements"):
                    yield f"{kind.removesuffix('s')} {told[0]}"
                    yield from (f"  {each}" for each in told[1:])
                else:
                    yield f"{kind.removesuffix('s')} {'; '.join(told)}"
        for relation in self.dossier.relations:
            self.last = ("", "")
            tie = f"{relation.subject} {relation.predicate} {relation.object}{self.origin(relation)}"
            yield tie + (f" ({relation.claim})" if relation.claim else "")
        for doubt in self.dossier.doubts:
            why = f"for: {', '.join(doubt.because)}; against: {', '.join(doubt.against)}"
            yield f"doubt whether {' is '.join(doubt.records)}: {why}{self.cited(doubt.passages)}"

    def record(self, record: Model) -> Iterator[str]:
        """What is told of a record, its id, name and kind first."""
        self.last = ("", "")
        singles = {field: getattr(record, field) for field in _SINGLE if getattr(record, field, None)}
        yield ", ".join([record.id, *(f"{each.value}{self.origin(each)}" for each in singles.values())])  # type: ignore[attr-defined]
        for field in type(record).model_fields:
            value = getattr(record, field)
            if field == "id" or field in singles or value in (None, (), False):
                continue
            if field in ("mentions", "segments", "evidence"):
                told = self.cited(value)
                yield from [f"{field}{told}"] if told else []
                continue
            for each in value if isinstance(value, tuple) else (value,):
                yield f"{field} {_plain(getattr(each, 'value', each))}{self.origin(each)}"

    def origin(self, fact: Any) -> str:
        """Whose word it is, who read it, and where; nothing where it is as with the fact before."""
        if not isinstance(fact, Sourced):
            return self.cited(getattr(fact, "passages", ()))
        whose = " < ".join(str(who.actor or f"“{who.as_reported}”") for who in fact.according_to)
        told = f" per {whose}" if whose else ""
        readers = f" by {fact.read_by}" if fact.read_by != "rules" else ""
        if told == self.last[0]:
            told = ""
        elif not told:
            told = " per nobody"
        self.last = (f" per {whose}" if whose else "", self.last[1])
        return f"{told}{readers}{self.cited(fact.evidence)}"

    def cited(self, ids: Iterable[str]) -> str:
        """Passages as they are published; nothing where they are those of the fact before."""
        told = "".join(f" {self.passage(self.passages[id])}" for id in ids)
        if told == self.last[1]:
            return ""
        self.last = (self.last[0], told)
        return told

    def passage(self, passage: Evidence) -> str:
        """A passage by its first and last word, and what makes it unique."""
        words = passage.shown.split()
        shown = (
            passage.shown if len(words) < _FEW else f"{words[0]}~{'…~' if '…' in words else ''}{words[-1]}"
        )
        before, behind = passage.prefix or "", passage.suffix or ""
        several = f"{passage.article} " if len(self.dossier.articles) > 1 else ""
        return f"‹{several}{before}{'|' * bool(before)}{shown}{'|' * bool(behind)}{behind}›"


def _plain(value: Any) -> str:
    """A value in a few words; passages are told by their own words."""
    if isinstance(value, tuple):
        return " and ".join(map(_plain, value))
    if not isinstance(value, Model):
        return str(value)
    held = [getattr(value, field) for field in type(value).model_fields if field != "passages"]
    return ", ".join(_plain(each) for each in held if each is not None and each is not False and each != ())
