"""Whose word a passage is: the speaker of the quotation or of the reported clause that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from dossier.facts import ActorRef, Attribution, Reported
from dossier.reading.findings import Findings, SourceFinding, Span
from dossier.reading.text.tokens import Text

Resolve = Callable[[str | None], ActorRef | None]


class Voices:
    """The stretches of one article that are somebody's word, and whose."""

    def __init__(self, text: Text, findings: Findings, resolve: Resolve) -> None:
        self._text = text
        self._resolve = resolve
        self._quoted: list[tuple[Span, Attribution | None]] = []
        for quote in findings.quotes:
            speaker = quote.speaker
            source = self.source(speaker.name, speaker.mention) if speaker else None
            if quote.form == "direct":
                self._quoted += [(segment, source) for segment in quote.segments]
        self._reported: list[tuple[Span, Attribution | None]] = []
        for claim in findings.claims:
            if claim.content is not None and claim.source is not None and claim.claimant:
                words = text.slice(claim.claimant_span) if claim.claimant_span else claim.claimant
                self._reported.append((claim.content, self.source(claim.claimant, words)))
        self._quoted.sort(key=lambda stretch: stretch[0])
        self._reported.sort(key=lambda stretch: stretch[0])

    def source(self, name: str | None, words: str | None) -> Attribution | None:
        """A source as an actor of the dossier, else in the article's words for it."""
        actor = self._resolve(name)
        if actor:
            return Attribution(actor=actor)
        described = words or name
        return Attribution(as_reported=Reported(described)) if described else None

    def of(self, span: Span) -> tuple[Attribution, ...]:
        """Whose word the passage is that begins with a span; nothing where it is the article's own."""
        stretch = _holding(self._quoted, span)
        if stretch is None:
            stretch = _holding(self._reported, span)
        source = stretch[1] if stretch else None
        return (source,) if source else ()

    def whose(self, span: Span, told: SourceFinding | None) -> tuple[Attribution, ...]:
        """The same, and where the passage is no quotation's or clause's: whom the reading took it to be."""
        known = self.of(span)
        if known or told is None:
            return known
        source = self.source(told.name, self._text.slice(told.span) if told.span else None)
        return (source,) if source else ()

    def is_quoted(self, span: Span) -> bool:
        """Whether a passage lies in a direct quotation of a clause or more."""
        return _holding(self._quoted, span) is not None


def _holding(
    stretches: list[tuple[Span, Attribution | None]], span: Span
) -> tuple[Span, Attribution | None] | None:
    """The stretch that holds a span."""
    at = bisect_right(stretches, span.start, key=lambda stretch: stretch[0].start) - 1
    if at >= 0 and stretches[at][0].start <= span.start and span.end <= stretches[at][0].end:
        return stretches[at]
    return None
