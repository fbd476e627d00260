"""Where names stand in an article: every mention in text order, found by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dossier.reading.findings import NameFinding, Span

PLACE_KINDS = frozenset(("city", "province", "region", "border", "port", "place"))
"""Kinds of names that are where something is; states and countries may be who does it, too."""


class Mention(NamedTuple):
    """One place in the text where a name stands, without titles before it."""

    start: int
    end: int
    name: str
    """`name` of the NameFinding."""
    kind: str
    """`kind` of the NameFinding; of the actor where the name is actor and place (Fiji: state)."""


@dataclass(frozen=True, slots=True)
class Names:
    """The actors and places of an article and all their mentions."""

    actors: tuple[NameFinding, ...]
    places: tuple[NameFinding, ...]
    mentions: tuple[Mention, ...]
    """In text order; none overlaps another."""
    open: tuple[Span, ...]
    """Bare surnames that two people of the article bear, where it is open who is meant: they name nobody."""
    _starts: tuple[int, ...]

    @classmethod
    def of(
        cls, actors: Iterable[NameFinding], places: Iterable[NameFinding], open: Iterable[Span] = ()
    ) -> Names:
        """Names with the index of their mentions; where two overlap, actors and longer ones win."""
        actors, places = tuple(actors), tuple(places)
        kept: dict[int, Mention] = {}
        last = -1
        every = [
            (span, rank, finding)
            for rank, findings in enumerate((actors, places))
            for finding in findings
            for span in finding.mentions
        ]
        for span, _, finding in sorted(every, key=lambda e: (e[0].start, -e[0].end, e[1])):
            if span.start >= last:
                kept[span.start] = Mention(span.start, span.end, finding.name, finding.kind)
                last = span.end
        mentions = tuple(kept.values())
        return cls(actors, places, mentions, tuple(sorted(open)), tuple(m.start for m in mentions))

    def at(self, offset: int) -> Mention | None:
        """The mention that covers `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.mentions[index].end > offset:
            return self.mentions[index]
        return None

    def is_open(self, offset: int) -> bool:
        """Whether the word at `offset` is a surname that may be either of two people's."""
        return any(span.start <= offset < span.end for span in self.open)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Mentions that start within a span, in text order."""
        return self.mentions[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]

    def before(self, offset: int) -> tuple[Mention, ...]:
        """Mentions that start before `offset`, in text order."""
        return self.mentions[: bisect_left(self._starts, offset)]
