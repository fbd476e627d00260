"""Whose word a passage is: the speaker of the quotation or of the reported clauses that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dossier.facts import ActorRef, Attribution, Reported
from dossier.reading.findings import ClaimFinding, Findings, SourceFinding, Span
from dossier.reading.text.tokens import Text

Resolve = Callable[[str | None], ActorRef | None]


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What of one article is somebody's word by the reading, so that no fact may rest on it alone."""

    clauses: tuple[Span, ...] = ()
    """Reported clauses whose source the article gives."""
    acts: tuple[tuple[Span, Span], ...] = ()
    """The words that tell of an event or agreement which the article has from somebody, each with the word
    that tells whose word it is."""
    amid: tuple[Span, ...] = ()
    """Words that tell whose word a clause is and stand within it: "For now, she said, it is shut"."""


def hearsay(findings: Findings) -> Hearsay:
    """The reported clauses and acts of one article's findings."""
    told = [
        *((event.trigger, event.source) for event in findings.events),
        *((agreement.status_span, agreement.source) for agreement in findings.agreements),
    ]
    return Hearsay(
        tuple(sorted(claim.vouched for claim in findings.claims if claim.vouched and _is_sourced(claim))),
        tuple(
            sorted(
                (span, source.cue)
                for span, source in told
                if span and source and (source.name or source.span)
            )
        ),
        tuple(sorted(c.source.cue for c in findings.claims if c.source and stands_amid(c))),
    )


def stands_amid(claim: ClaimFinding) -> bool:
    """Whether the word that makes a claim stands within the clause that is claimed."""
    own, cue = claim.vouched, claim.source.cue if claim.source else None
    return own is not None and cue is not None and own.start < cue.start and cue.end <= own.end


def _is_sourced(claim: ClaimFinding) -> bool:
    return claim.source is not None and claim.claimant is not None


class Voices:
    """The stretches of one article that are somebody's word, and whose."""

    def __init__(self, text: Text, findings: Findings, resolve: Resolve) -> None:
        self._text = text
        self._resolve = resolve
        self._quoted = _Stretches(
            (segment, self.source(speaker.name, speaker.mention) if (speaker := quote.speaker) else None)
            for quote in findings.quotes
            if quote.form == "direct"
            for segment in quote.segments
        )
        self._reported = _Stretches(
            (claim.vouched, self.source(claim.claimant, self._words(claim)))
            for claim in findings.claims
            if claim.vouched is not None and _is_sourced(claim)
        )

    def _words(self, claim: ClaimFinding) -> str | None:
        return self._text.slice(claim.claimant_span) if claim.claimant_span else claim.claimant

    def source(self, name: str | None, words: str | None) -> Attribution | None:
        """A source as an actor of the dossier, else in the article's words for it."""
        actor = self._resolve(name)
        if actor:
            return Attribution(actor=actor)
        described = words or name
        return Attribution(as_reported=Reported(described)) if described else None

    def of(self, span: Span) -> tuple[Attribution, ...]:
        """Whose word a span is, the outermost source first; nothing where it is the article's own."""
        return chain(*self._quoted.holding(span), *self._reported.holding(span))

    def whose(self, span: Span, told: SourceFinding | None) -> tuple[Attribution, ...]:
        """The same, and whom the reading took it to be, where no clause shows it or one is told within."""
        known = self.of(span)
        if told is None or (known and not self.of(told.cue)):
            return known
        return chain(*known, self.source(told.name, self._text.slice(told.span) if told.span else None))


def chain(*sources: Attribution | None) -> tuple[Attribution, ...]:
    """Sources from the outermost inwards, each once."""
    return tuple(dict.fromkeys(source for source in sources if source))


class _Stretches:
    """Stretches of a text with their sources, found again by what lies in them; one may lie in another."""

    def __init__(self, stretches: Iterable[tuple[Span, Attribution | None]]) -> None:
        kept = dict.fromkeys(stretches)
        self._all = sorted(kept, key=lambda each: (each[0].start, -each[0].end))
        self._starts = [span.start for span, _ in self._all]
        self._outer: list[int] = []
        """Index of the nearest earlier stretch that ends no sooner; -1 for none."""
        for at, (span, _) in enumerate(self._all):
            outer = at - 1
            while outer >= 0 and self._all[outer][0].end < span.end:
                outer = self._outer[outer]
            self._outer.append(outer)

    def holding(self, span: Span) -> list[Attribution | None]:
        """The sources of the stretches that hold a span, the outermost first."""
        found = []
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0:
            if span.end <= self._all[at][0].end:
                found.append(self._all[at][1])
            at = self._outer[at]
        return found[::-1]
