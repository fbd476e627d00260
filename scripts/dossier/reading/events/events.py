"""Article to the events it reports: acts of violence, occasions, and whatever the frames of events tell."""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.attack_titles import attack_finding
from dossier.reading.events.casualty_sources import CasualtySources
from dossier.reading.events.happenings import happenings
from dossier.reading.events.incidents import group_incidents
from dossier.reading.events.occasion_mentions import occasions_in
from dossier.reading.events.occasions import occasion_findings
from dossier.reading.events.retellings import with_retellings
from dossier.reading.events.statements import dated_statements
from dossier.reading.events.violence import violent_mentions
from dossier.reading.findings import EventFinding, Quantity

_VIOLENCE = ("attack", "kidnapping", "armed_clash")
_COVERS = {
    "death": _VIOLENCE,
    "talks": ("meeting",),
    "seizure": _VIOLENCE,
    "accident": _VIOLENCE,
    "disaster": _VIOLENCE,
}
"""Types that say the same of a sentence as another does."""


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
    told = [*occasions_in(article, names, dates), *dated_statements(scene, attributions)]
    occasions = occasion_findings(sorted(told, key=lambda o: o.trigger))
    read = (*attacks, *occasions)
    framed = [e for e in happenings(scene) if not any(_is_read(e, other) for other in read)]
    return tuple(sorted((*read, *framed), key=lambda e: (e.evidence[0], e.type)))


def _is_read(event: EventFinding, other: EventFinding) -> bool:
    """Whether another reader has an event already: of its type, told in one of its sentences."""
    same = event.type == other.type or other.type in _COVERS.get(event.type, ())
    return same and not {s.start for s in event.evidence}.isdisjoint(s.start for s in other.evidence)
