"""Article to the events it reports: acts of violence, and whatever the frames of events tell."""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.attack_titles import attack_finding
from dossier.reading.events.casualty_sources import CasualtySources
from dossier.reading.events.happenings import happenings
from dossier.reading.events.incidents import group_incidents
from dossier.reading.events.other_events import other_events
from dossier.reading.events.retellings import with_retellings
from dossier.reading.events.violence import violent_mentions
from dossier.reading.findings import EventFinding, Quantity

_HARM = frozenset(("attack", "armed_clash", "accident", "disaster", "outbreak"))
_BESIDE = frozenset(("death", "seizure", "accident", "disaster"))
"""Types that say of a sentence what an act of violence told there says already."""


def extract_events(
    scene: Scene, attributions: Attributions, quantities: tuple[Quantity, ...]
) -> tuple[EventFinding, ...]:
    """Events in text order, one for each act or occasion however often the article tells it."""
    article, names, dates = scene.article, scene.names, scene.dates
    incidents = group_incidents(article, names, dates, violent_mentions(article, names, scene.parses))
    attacks: list[EventFinding] = []
    if incidents:
        sources = CasualtySources(scene, attributions)
        attacks = [attack_finding(article, names, quantities, sources, i) for i in incidents]
    attacks = with_retellings(scene, attacks)
    framed = [
        e for e in happenings(scene, attributions) if not any(_is_read(e, attack) for attack in attacks)
    ]
    typed = (*attacks, *(e for e in framed if not _is_toll(scene, e, (*attacks, *framed))))
    return tuple(sorted((*typed, *other_events(scene, typed)), key=lambda e: (e.evidence[0], e.type)))


def _is_read(event: EventFinding, attack: EventFinding) -> bool:
    """Whether an act of violence told in one of its sentences is what an event is about."""
    starts = {span.start for span in event.evidence}
    return event.type in _BESIDE and not starts.isdisjoint(span.start for span in attack.evidence)


def _is_toll(scene: Scene, event: EventFinding, others: tuple[EventFinding, ...]) -> bool:
    """Whether deaths of people without a name are those of a disaster told here or in the sentence before."""
    if event.type != "death" or event.participants:
        return False
    text = scene.article.text
    here = text.sentence_at(event.evidence[0].start)
    before = text.sentence_at(text.tokens[here.first - 1].start) if here.first else here
    starts = {here.start} | ({before.start} if before.block == here.block else set())
    return any(o.type in _HARM and starts & {span.start for span in o.evidence} for o in others)
