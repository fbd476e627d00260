"""What an editor is asked, the riskiest first: each with its sentence, whose word it is and who read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from dossier.assembly.gating import Fallen, Gated
from dossier.build import Opened
from dossier.desk.corrections import FIELDS
from dossier.desk.item import (
    CHANGED,
    DIFFER,
    LIVING,
    SHOWN,
    SPEAKER,
    STANDS,
    UNSHOWN,
    WEAK,
    Item,
    marked,
    marks_of,
)
from dossier.desk.joins import joins
from dossier.desk.page_says import Pages
from dossier.desk.taking import Taken, taken_over
from dossier.editing.sources import Source
from dossier.readers.judging import Judged
from dossier.readers.laying import Laid
from dossier.readers.merging import Difference, said_by, told_at
from dossier.readers.review import SECTIONS, Reviewing, Waiting, completed_by, dead_in, seen_digest
from dossier.reading.findings import OURS, QuoteFinding, Span
from dossier.reading.text.article import Article

GATE = "gate"
"""The section of what the gate let fall."""


def queue(opened: Opened) -> list[Item]:
    """The open questions of a dossier, the riskiest first, then in the order of the articles.

    Raises DossierError where what waits can't be told as if it stood.
    """
    standing = Pages(opened.dossier)
    waits = any(reading.waiting for reading in opened.readings)
    imagined = Pages(opened.imagined()) if waits else standing
    dead = dead_in(reading.findings for reading in opened.readings)
    items: list[Item] = []
    for source, reading, gate in zip(opened.sources, opened.readings, opened.gates, strict=True):
        items += _Asking(source, reading, gate, standing, imagined, dead).items()
    items += joins(opened.dossier, standing)
    return sorted(items, key=lambda item: item.risk)


def all_of(opened: Opened, article: str) -> list[Item]:
    """Everything that stands of an article's reading, in text order, asked or not."""
    pages = Pages(opened.dossier)
    for source, reading, gate in zip(opened.sources, opened.readings, opened.gates, strict=True):
        if source.article.id == article:
            asking = _Asking(source, reading, gate, pages, pages, frozenset())
            return sorted(asking.standing_items(), key=lambda item: item.start)
    return []


class _Asking:
    """The questions of one article."""

    def __init__(
        self,
        source: Source,
        reading: Laid,
        gate: Gated,
        standing: Pages,
        imagined: Pages,
        dead: frozenset[str],
    ) -> None:
        self.source, self.reading, self.gate = source, reading, gate
        self.article = source.article
        self.standing, self.imagined = standing, imagined
        self.dead = dead
        self.answered = {entry.seen for entry in source.curation.reviewed}

    def items(self) -> Iterator[Item]:
        """Every question that is open."""
        waiting = [each for each in self.reading.waiting if not _is_left_out(each)]
        stale = self._stale()
        for each in waiting:
            risk = CHANGED if _words(self.article, each.words) in stale else WEAK
            if risk == WEAK and any("living" in reason for reason in each.reasons):
                risk = LIVING
            yield self._item(each.section, each.found, each.digest, risk, each.readers, each.reasons, True)
        yield from self._open(map(self._difference, self.reading.differences))
        yield from self._open(map(self._fallen, self.gate.fallen))
        yield from self._shown({each.digest for each in waiting}, stale)

    def standing_items(self) -> Iterator[Item]:
        """Everything that stands."""
        for section in SECTIONS:
            for found in getattr(self.source.findings, section):
                digest = seen_digest(self.article, section, found)
                yield self._item(section, found, digest, STANDS, found.read_by, (), False)

    def _open(self, items: Iterable[Item | None]) -> Iterator[Item]:
        """Those that are questions, and not yet answered."""
        return (item for item in items if item is not None and item.key not in self.answered)

    def _shown(self, waiting: set[str], stale: set[str]) -> Iterator[Item]:
        """What stands and is about the living, or without a speaker."""
        findings = self.source.findings
        living = {a.name for a in findings.actors if a.kind == "person"} - self.dead
        curation = self.source.curation
        completed = completed_by(self.article, curation, [findings])
        asks = Reviewing(self.article, "strict", curation, living, completed=completed)
        for section in ("claims", "quotes"):
            for found in getattr(findings, section):
                digest = seen_digest(self.article, section, found)
                if digest in waiting:
                    continue
                asked = asks.waits(section, found, Judged("holds"))
                if asked is not None and section == "claims":
                    risk = CHANGED if _words(self.article, asked.words) in stale else SHOWN
                    yield self._item(section, found, digest, risk, found.read_by, asked.reasons, False)
                elif (
                    isinstance(found, QuoteFinding) and found.speaker is None and digest not in self.answered
                ):
                    reasons = ("the quotation stands without a speaker",)
                    yield self._item(section, found, digest, SPEAKER, found.read_by, reasons, False)

    def _stale(self) -> set[str]:
        """The words of answers whose sentence, or what was read in it, has changed since."""
        source = self.source
        found = {
            seen_digest(self.article, section, each)
            for read in (source.findings, *self.reading.others)
            for section in SECTIONS
            for each in getattr(read, section)
        }
        found |= {each.digest for each in self.reading.waiting}
        found |= {_difference_key(self.article, each) for each in self.reading.differences}
        found |= {_fallen_key(self.article, each) for each in (*self.gate.fallen, *self.gate.let_through)}
        return {entry.words for entry in source.curation.reviewed if entry.seen not in found}

    def _item(
        self,
        section: str,
        found: Any,
        digest: str,
        risk: int,
        readers: Sequence[str],
        reasons: Iterable[str],
        waits: bool,
    ) -> Item:
        at = told_at(section, found)
        pages = self.imagined if waits else self.standing
        return Item(
            key=digest,
            risk=risk,
            section=section,
            article=self.article.id,
            headline=self.source.record.headline,
            sentence=marked(self.article, at, marks_of(section, found)),
            words=_words(self.article, at),
            start=at.start,
            readers=tuple(readers) or OURS,
            reasons=tuple(reasons),
            says=tuple((slot, str(value)) for slot, value in said_by(section, found).items()),
            page=pages.of(self.article.id, section, found),
            now=pages.now(self.article.id, section, found, FIELDS.get(section, ())),
            waits=waits,
        )

    def _difference(self, each: Difference) -> Item:
        taken: Taken = taken_over(each, self.source, self.standing)
        return Item(
            key=_difference_key(self.article, each),
            risk=DIFFER,
            section=each.section,
            article=self.article.id,
            headline=self.source.record.headline,
            sentence=marked(self.article, each.words, {"told": each.words}),
            words=_words(self.article, each.words),
            start=each.words.start,
            readers=(each.reader,),
            reasons=(str(each), *([taken.why] if taken.why else [])),
            says=(("as it stands", each.ours), (each.reader, each.theirs)),
            page=self.standing.of(self.article.id, each.section, each.found),
            waits=False,
            theirs=taken.fields,
        )

    def _fallen(self, each: Fallen) -> Item | None:
        """What the gate could not show; what the words contradict is no question."""
        if each.answer != "not shown":
            return None
        return Item(
            key=_fallen_key(self.article, each),
            risk=UNSHOWN,
            section=GATE,
            article=self.article.id,
            headline=self.source.record.headline,
            sentence=marked(self.article, each.at, {"told": each.at}),
            words=each.words,
            start=each.at.start,
            readers=OURS,
            reasons=each.reasons,
            says=(("what was read", each.what),),
            waits=True,
        )


def _is_left_out(each: Waiting) -> bool:
    return each.reasons[0].startswith("left out")


def _difference_key(article: Article, each: Difference) -> str:
    return _key("differ", _sentence(article, each.words), each.reader, each.ours, each.theirs)


def _fallen_key(article: Article, each: Fallen) -> str:
    return _key(GATE, _sentence(article, each.at), each.what, each.words, *each.reasons)


def _sentence(article: Article, at: Span) -> str:
    sentence = article.text.sentence_at(at.start)
    return article.text.slice(Span(sentence.start, max(sentence.end, at.end)))


def _key(*told: str) -> str:
    return sha256("\x1f".join(told).encode()).hexdigest()[:12]


def _words(article: Article, span: Span) -> str:
    return article.text.slice(span)
