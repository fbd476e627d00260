"""The violent events of an article by the sentences that report them."""

from __future__ import annotations

from collections.abc import Callable

from dossier.reading.findings import EventFinding, Span
from dossier.vocabularies import violent_types

_ELSEWHERE = 1_000_000
"""Distance of an event whose own words stand in another sentence."""


class EventIndex:
    """Finds the event that a claim is about."""

    def __init__(self, events: tuple[EventFinding, ...]) -> None:
        self._told: dict[int, list[tuple[int, EventFinding]]] = {}
        self.any = any(event.type in violent_types() for event in events)
        """Whether the article tells of violence at all."""
        for index, event in enumerate(events):
            for sentence in event.evidence if event.type in violent_types() else ():
                self._told.setdefault(sentence.start, []).append((index, event))

    def at(self, sentence: Span, span: Span, apart: Callable[[Span], bool] | None = None) -> int | None:
        """Index of the violent event that words of a sentence are about: the one told nearest to them.

        None of those whose words are `apart`, as another occasion's are.
        """
        best: tuple[int, int] | None = None
        for index, event in self._told.get(sentence.start, ()):
            trigger = event.trigger
            if apart is not None and trigger is not None and apart(trigger):
                continue
            inside = trigger is not None and sentence.start <= trigger.start < sentence.end
            distance = abs(span.start - trigger.start) if trigger is not None and inside else _ELSEWHERE
            if best is None or distance < best[0]:
                best = (distance, index)
        return best[1] if best else None
