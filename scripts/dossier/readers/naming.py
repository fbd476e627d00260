"""What the parts of a finding share on their way into it: where its words stand and whom they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.readers.aligning import aligned, sentences_around
from dossier.readers.given import Given, Refusal
from dossier.readers.names import Names
from dossier.reading.findings import Casualties, DateFinding, Quantity, SlotFinding, SourceFinding, Span
from dossier.reading.text.article import Article


@dataclass(frozen=True, slots=True)
class Naming:
    """One article, what is known of it, and who reads it."""

    article: Article
    names: Names
    dates: Sequence[DateFinding]
    """The dates that the rules read: no reader's own reckoning is taken."""
    quantities: Sequence[Quantity]
    reader: str

    def _scopes(self, given: Given) -> tuple[Span, ...]:
        """Where its words are looked for: in its passage, then in the sentences of that."""
        if given.passage is None:
            return ()
        passage = aligned(self.article, given.passage)
        return passage, sentences_around(self.article, passage)

    def _trigger(self, given: Given) -> Span:
        if given.trigger is None:
            raise Refusal("a trigger is missing, the word that tells it")
        return aligned(self.article, given.trigger, self._scopes(given))

    def _slot(self, given: Given, role: str, scopes: Sequence[Span]) -> Span | None:
        slot = given.slot(role)
        return aligned(self.article, slot, scopes) if slot else None

    def _slots(self, given: Given, scopes: Sequence[Span]) -> tuple[SlotFinding, ...]:
        """The slots with the names their words are, or are said to stand for."""
        found = []
        for slot in given.slots:
            span = aligned(self.article, slot, scopes)
            stands_for = aligned(self.article, slot.stands_for, scopes) if slot.stands_for else None
            name = self.names.at(stands_for or span)
            found.append(SlotFinding(slot=slot.role, span=span, name=name, stands_for=stands_for))
        return tuple(found)

    def _source_span(self, given: Given, scopes: Sequence[Span]) -> Span | None:
        return aligned(self.article, given.source, scopes) if given.source else None

    def _source(self, given: Given, scopes: Sequence[Span]) -> SourceFinding | None:
        if given.source is None:
            return None
        span = aligned(self.article, given.source, scopes)
        cue = aligned(self.article, given.source.cue, scopes)
        return SourceFinding(span=span, name=self._name_at(span), cue=cue)

    def _date(self, given: Given, scopes: Sequence[Span]) -> DateFinding | None:
        """The date that the rules read at these words."""
        span = self._slot(given, "date", scopes)
        if span is None:
            return None
        known = [d for d in self.dates if span.start <= d.start and d.end <= span.end]
        if len(known) != 1:
            raise Refusal(f"“{self.article.text.slice(span)}” is no one date that can be reckoned")
        return known[0]

    def _casualties(self, given: Given, scopes: Sequence[Span]) -> tuple[Casualties, ...]:
        number = given.number
        if number is None:
            return ()
        span = aligned(self.article, number, scopes)
        known = [q for q in self.quantities if span.start <= q.start and q.end <= span.end and q.unit is None]
        if len(known) != 1:
            raise Refusal(f"“{self.article.text.slice(span)}” holds no one number")
        counted = aligned(self.article, number.counts, (span, *scopes)) if number.counts else None
        whole = Span(span.start, max(span.end, counted.end if counted else span.end))
        return (
            Casualties(
                group=self.article.text.slice(counted) if counted else None,
                kind=number.kind,
                span=whole,
                min=known[0].min,
                max=known[0].max,
                counted=counted,
                number=Span(known[0].start, known[0].end),
            ),
        )

    def _name_at(self, span: Span | None) -> str | None:
        return self.names.at(span) if span else None

    def _called(self, slots: Sequence[SlotFinding], role: str, span: Span | None) -> str | None:
        """The name that the words of a role stand for, else the words."""
        named = next((slot.name for slot in slots if slot.slot == role and slot.name), None)
        return named or ((self.names.at(span) or self.article.text.slice(span)) if span else None)

    def _known(self, span: Span, role: str) -> str:
        """The name that words stand for.

        Raises Refusal where they stand for none.
        """
        name = self.names.at(span)
        if name is None:
            words = self.article.text.slice(span)
            raise Refusal(f"“{words}” ({role}) names nobody known, or several; give an actor or place first")
        return name
