"""What an editor is asked, the riskiest first: each with its sentence, whose word it is and who read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

from dossier.build import Opened
from dossier.editing.sources import Source
from dossier.model import Dossier, Doubt, Evidence
from dossier.readers.judging import Judged
from dossier.readers.laying import Laid
from dossier.readers.merging import Difference, said_by, told_at
from dossier.readers.review import Reviewing, Waiting, dead_in, seen_digest
from dossier.reading.findings import OURS, QuoteFinding, Span
from dossier.reading.text.article import Article

CHANGED, LIVING, DIFFER, JOIN, WEAK, SHOWN, SPEAKER = range(7)
"""How risky an item is: 0 is asked first."""
_TOLD = {
    CHANGED: "changed since your yes",
    LIVING: "about a living person",
    DIFFER: "readers differ",
    JOIN: "one or two?",
    WEAK: "the gate can’t show it",
    SHOWN: "shown; about a living person",
    SPEAKER: "no speaker was read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question."""

    key: str
    """What is remembered of it: a digest of the sentence and of what was read in it."""
    risk: int
    section: str
    article: str
    headline: str
    sentence: tuple[tuple[str, str], ...]
    """The sentence in pieces, each with what it is of the finding, or nothing."""
    words: str
    """The words that tell it."""
    start: int
    readers: tuple[str, ...]
    reasons: tuple[str, ...]
    says: tuple[tuple[str, str], ...]
    """What the page would say, slot by slot."""
    waits: bool
    """Whether it stands nowhere until it is answered."""
    other: tuple[tuple[str, str], ...] = ()
    """Of a join, the pieces of the other sentence."""
    other_article: str = ""
    other_words: str = ""

    def plain(self) -> dict[str, Any]:
        """As the page takes it."""
        return {**asdict(self), "told": _TOLD[self.risk]}


def queue(opened: Opened) -> list[Item]:
    """The open questions of a dossier, the riskiest first, then in the order of the articles."""
    dead = dead_in(reading.findings for reading in opened.readings)
    items: list[Item] = []
    for source, reading in zip(opened.sources, opened.readings, strict=True):
        items += _of_article(source, reading, dead)
    items += _joins(opened.dossier)
    return sorted(items, key=lambda item: item.risk)


def _of_article(source: Source, reading: Laid, dead: frozenset[str]) -> Iterator[Item]:
    article, findings = source.article, source.findings
    waiting = [each for each in reading.waiting if not _is_left_out(each)]
    digests = {each.digest for each in waiting}
    stale = _stale(source, reading)
    for each in waiting:
        risk = CHANGED if _words(article, each.words) in stale else WEAK
        if risk == WEAK and any("living" in reason for reason in each.reasons):
            risk = LIVING
        yield _item(source, each.section, each.found, each.digest, risk, each.readers, each.reasons, True)
    differ = (_difference(source, each) for each in reading.differences)
    yield from (item for item in differ if _is_open(source, item.key))
    living = {a.name for a in findings.actors if a.kind == "person"} - dead
    asks = Reviewing(article, "strict", source.curation, living)
    for section in ("claims", "quotes"):
        for found in getattr(findings, section):
            digest = seen_digest(article, section, found)
            asked = asks.waits(section, found, Judged("holds"))
            if digest in digests:
                continue
            if asked is not None and section == "claims":
                risk = CHANGED if _words(article, asked.words) in stale else SHOWN
                yield _item(source, section, found, digest, risk, found.read_by, asked.reasons, False)
            elif isinstance(found, QuoteFinding) and found.speaker is None and _is_open(source, digest):
                reasons = ("the quotation stands without a speaker",)
                yield _item(source, section, found, digest, SPEAKER, found.read_by, reasons, False)


def _is_left_out(each: Waiting) -> bool:
    return each.reasons[0].startswith("left out")


def _is_open(source: Source, digest: str) -> bool:
    return all(entry.seen != digest for entry in source.curation.reviewed)


def _stale(source: Source, reading: Laid) -> set[str]:
    """The words of answers whose sentence, or what was read in it, has changed since."""
    article = source.article
    found = {
        seen_digest(article, section, each)
        for section in ("actors", "places", "quotes", "events", "agreements", "claims", "relations")
        for each in getattr(source.findings, section)
    }
    found |= {each.digest for each in reading.waiting}
    return {entry.words for entry in source.curation.reviewed if entry.seen not in found}


def _item(
    source: Source,
    section: str,
    found: Any,
    digest: str,
    risk: int,
    readers: Sequence[str],
    reasons: Iterable[str],
    waits: bool,
) -> Item:
    at = told_at(section, found)
    said = [(slot, str(value)) for slot, value in said_by(section, found).items()]
    return Item(
        key=digest,
        risk=risk,
        section=section,
        article=source.article.id,
        headline=source.record.headline,
        sentence=marked(source.article, at, marks_of(section, found)),
        words=_words(source.article, at),
        start=at.start,
        readers=tuple(readers) or OURS,
        reasons=tuple(reasons),
        says=tuple(said),
        waits=waits,
    )


def _difference(source: Source, each: Difference) -> Item:
    said = [words for words, _ in marked(source.article, each.words, {})]
    return Item(
        key=sha256("\x1f".join(["differ", *said, each.reader, each.ours, each.theirs]).encode()).hexdigest()[
            :12
        ],
        risk=DIFFER,
        section=each.section,
        article=source.article.id,
        headline=source.record.headline,
        sentence=marked(source.article, each.words, {"told": each.words}),
        words=_words(source.article, each.words),
        start=each.words.start,
        readers=(each.reader,),
        reasons=(str(each),),
        says=(("as it stands", each.ours), (each.reader, each.theirs)),
        waits=False,
    )


def _joins(dossier: Dossier) -> Iterator[Item]:
    """Pairs of records that may be one."""
    evidence = {passage.id: passage for passage in dossier.evidence}
    headlines = {article.id: article.headline for article in dossier.articles}
    sections = {each.id: name for name in _COMPARED for each in getattr(dossier, name)}
    for doubt in dossier.doubts:
        one, other = (evidence[id] for id in doubt.passages)
        yield _join(doubt, one, other, headlines, sections[doubt.records[0]])


def _join(doubt: Doubt, one: Evidence, other: Evidence, headlines: Mapping[str, str], section: str) -> Item:
    reasons = (*(f"for: {each}" for each in doubt.because), *(f"against: {each}" for each in doubt.against))
    return Item(
        key=doubt.id,
        risk=JOIN,
        section=section,
        article=one.article,
        headline=headlines[one.article],
        sentence=((one.exact or one.shown, "told"),),
        words=one.exact or one.shown,
        start=one.start,
        readers=OURS,
        reasons=reasons,
        says=(("one", doubt.records[0]), ("other", doubt.records[1])),
        waits=False,
        other=((other.exact or other.shown, "told"),),
        other_article=other.article,
        other_words=other.exact or other.shown,
    )


_COMPARED = ("actors", "places", "events", "agreements")


_PARTS = (
    ("claimant_span", "who"),
    ("target_span", "whom"),
    ("place_span", "where"),
    ("subject_span", "who"),
    ("object_span", "whom"),
)


def marks_of(section: str, found: Any) -> dict[str, Span]:
    """The words of a finding by what they are of it."""
    marks = {"told": told_at(section, found)}
    spans = {name: getattr(found, part) for part, name in _PARTS if getattr(found, part, None) is not None}
    marks |= spans
    speaker = getattr(found, "speaker", None)
    if speaker is not None:
        marks["who"] = Span(speaker.start, speaker.end)
    for number, person in enumerate((*getattr(found, "participants", ()), *getattr(found, "parties", ()))):
        marks[f"who {number}"] = person.span
    return marks


def marked(article: Article, at: Span, marks: Mapping[str, Span]) -> tuple[tuple[str, str], ...]:
    """The sentence of some words in pieces, each with the mark it has."""
    sentence = article.text.sentence_at(at.start)
    home = Span(sentence.start, max(sentence.end, at.end))
    return pieces(article, home, [(span, name.split()[0]) for name, span in marks.items()])


def pieces(article: Article, home: Span, marks: Sequence[tuple[Span, str]]) -> tuple[tuple[str, str], ...]:
    """A stretch of the text in pieces that no mark begins or ends within; the first of several counts."""
    inside = [(max(s.start, home.start), min(s.end, home.end), name) for s, name in marks]
    inside = [each for each in inside if each[0] < each[1]]
    cuts = sorted({home.start, home.end, *(at for start, end, _ in inside for at in (start, end))})
    found = []
    for start, end in pairwise(cuts):
        name = next((mark for first, last, mark in inside if first <= start and end <= last), "")
        found.append((article.text.slice(Span(start, end)), name))
    return tuple(found)


def _words(article: Article, span: Span) -> str:
    return article.text.slice(span)
