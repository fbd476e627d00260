"""Article to the events it reports: whatever the frames of events tell, and main clauses of no type."""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.happenings import happenings
from dossier.reading.events.other_events import other_events
from dossier.reading.findings import AgreementFinding, EventFinding, Quantity
from dossier.reading.frames.format import PLANNED
from dossier.vocabularies import violent_types

_FEWEST = 3
"""Words of a title that says more than a type."""
_HARM = frozenset(("accident", "disaster", "outbreak"))
_BESIDE = frozenset(("death", "seizure", "accident", "disaster"))
"""Types that say of a sentence what an act of violence told there says already."""


def extract_events(
    scene: Scene,
    attributions: Attributions,
    quantities: tuple[Quantity, ...],
    agreements: tuple[AgreementFinding, ...],
) -> tuple[EventFinding, ...]:
    """Events in text order, one for each act or occasion however often the article tells it.

    A clause that tells one of the `agreements` is no event besides.
    """
    told = happenings(scene, attributions, quantities)
    known = (e for e in told if e.type in violent_types() or not _is_bare(scene, e))
    plans = {span for a in agreements if a.status == PLANNED for span in a.evidence}
    typed = tuple(e for e in known if not _is_read(e, told) and not _is_toll(scene, e, told))
    typed = tuple(e for e in typed if e.type != PLANNED or e.evidence[0] not in plans)
    return tuple(
        sorted(
            (*typed, *other_events(scene, attributions, typed, agreements)),
            key=lambda e: (e.evidence[0], e.type),
        )
    )


def _is_bare(scene: Scene, event: EventFinding) -> bool:
    """Whether all that is known of an event is its type, or what it came to for whom it leaves open."""
    told = event.date or event.place or event.participants or event.casualties
    whom = [scene.parses.at(s.span.start) for s in event.slots if s.slot == "whom" and s.name is None]
    by = any(s.slot in ("who", "by") for s in event.slots)
    open_ = not by and any(word is not None and word.tag == "PRP" for word in whom)  # "she was fined $30"
    return (open_ or len(event.title.split()) < _FEWEST) and not told


def _is_read(event: EventFinding, others: tuple[EventFinding, ...]) -> bool:
    """Whether an act of violence told in one of its sentences is what an event is about."""
    starts = {span.start for span in event.evidence}
    return event.type in _BESIDE and any(
        other.type in violent_types() and not starts.isdisjoint(span.start for span in other.evidence)
        for other in others
    )


def _is_toll(scene: Scene, event: EventFinding, others: tuple[EventFinding, ...]) -> bool:
    """Whether deaths of people without a name are those of a disaster told here or in the sentence before."""
    if event.type != "death" or event.participants:
        return False
    text = scene.article.text
    here = text.sentence_at(event.evidence[0].start)
    before = text.sentence_at(text.tokens[here.first - 1].start) if here.first else here
    starts = {here.start} | ({before.start} if before.block == here.block else set())
    told = [o for o in others if o.type in _HARM or o.type in violent_types()]
    return any(starts & {span.start for span in o.evidence} for o in told)
