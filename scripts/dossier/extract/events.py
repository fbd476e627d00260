"""Article to the events it reports."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import DateFinding, EventFinding, Quantity, Span
from dossier.incidents import Incident, group_incidents
from dossier.mentions import Names
from dossier.violence import violent_mentions


def extract_events(
    article: Article, names: Names, dates: tuple[DateFinding, ...], quantities: tuple[Quantity, ...]
) -> tuple[EventFinding, ...]:
    """Events in text order."""
    attacks = [
        _attack(article, incident)
        for incident in group_incidents(article, names, dates, violent_mentions(article, names))
    ]
    return tuple(sorted(attacks, key=lambda e: e.evidence[0]))


def _attack(article: Article, incident: Incident) -> EventFinding:
    first = incident.mentions[0]
    kind = "kidnapping" if first.act == "Kidnapping" else "armed_clash" if first.clash else "attack"
    evidence = dict.fromkeys(Span(m.sentence.start, m.sentence.end) for m in incident.mentions)
    return EventFinding(
        type=kind, title=first.act, date=incident.date, evidence=tuple(evidence), trigger=first.trigger
    )
