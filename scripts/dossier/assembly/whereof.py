"""The place that a quotation speaks of as "it" or "the area", where its speaker has just named it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.assembly.gate.reach import Reading
from dossier.facts import EvidenceRef, TopicRef
from dossier.reading.findings import ClaimFinding, NameFinding, QuoteFinding, Span
from dossier.reading.grammar.dependents import is_verb, subjects
from dossier.reading.tree import Word

if TYPE_CHECKING:
    from dossier.assembly.desk import Desk

_AREAS = frozenset(
    ("area", "region", "province", "city", "town", "village", "place", "country", "border", "port")
)  # fmt: skip


def place_spoken_of(desk: Desk, finding: QuoteFinding) -> tuple[TopicRef, tuple[EvidenceRef, ...]] | None:
    """The place, and the passages that show it: the quotation, and the speaker's words before it."""
    answers, first = desk.book.kept.of(desk.source.article), finding.segments[0]
    question = f"points back {first.start}-{first.end}"
    if finding.speaker is None or not answers.answer(question, lambda r: _points_back(r, first)):
        return None
    reading = answers.reading
    home = desk.source.article.text.sentence_at(first.start)
    before = [s for s in desk.source.article.text.sentences if s.end <= home.start]
    if not before:
        return None
    said = Span(before[-1].start, before[-1].end)
    for claim in desk.source.findings.claims:
        if claim.claimant == finding.speaker.name and claim.claimant and _holds(said, claim):
            noun = _subject(reading, claim)
            place = _place_at(desk.source.findings.places, noun) if noun is not None else None
            where = desk.place(place.name) if place is not None else None
            if where is not None and noun is not None:
                return TopicRef(where), (desk.cite(first), *desk.saying([noun.span], claim.wording))
    return None


def _points_back(reading: Reading, segment: Span) -> bool:
    """Whether a quotation opens with "it is …" or "the area …" about something said before."""
    words = [w for w in reading.words(segment) if w.pos != "PUNCT"][:3]
    if not words or words[0].dep not in ("nsubj", "det", "nsubjpass"):
        return False
    if words[0].lower == "it":
        return any(c.dep == "attr" and c.lemma.lower() in _AREAS for c in words[0].head.children)
    noun = words[0].head
    return words[0].lower in ("the", "that", "this") and noun.lemma.lower() in _AREAS


def _holds(sentence: Span, claim: ClaimFinding) -> bool:
    return sentence.start <= claim.wording.start and claim.wording.end <= sentence.end


def _subject(reading: Reading, claim: ClaimFinding) -> Word | None:
    """Who or what the words of a claim speak of."""
    content = claim.content or claim.wording
    verbs = [w for w in reading.words(content) if is_verb(w) and w.dep == "ccomp"]
    found = subjects(verbs[0]) if verbs else []
    return found[0] if len(found) == 1 else None


def _place_at(places: tuple[NameFinding, ...], noun: Word) -> NameFinding | None:
    """The place that a noun is, or that stands before it as its name: "Balu province"."""
    words = [noun, *(c for c in noun.children if c.dep in ("compound", "nmod", "amod") and c.pos == "PROPN")]
    found = [p for p in places if any(m.start <= w.start < m.end for m in p.mentions for w in words)]
    return found[0] if len(found) == 1 else None
