"""Article to the events it reports: acts of violence, visits, meetings, letters and statements."""

from __future__ import annotations

from dossier.reading.events.attack_titles import attack_finding
from dossier.reading.events.casualty_sources import CasualtySources
from dossier.reading.events.incidents import group_incidents
from dossier.reading.events.occasion_mentions import occasions_in
from dossier.reading.events.occasions import occasion_findings
from dossier.reading.events.statements import dated_statements
from dossier.reading.events.violence import violent_mentions
from dossier.reading.findings import DateFinding, EventFinding, Quantity
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article


def extract_events(
    article: Article, names: Names, dates: tuple[DateFinding, ...], quantities: tuple[Quantity, ...]
) -> tuple[EventFinding, ...]:
    """Events in text order, one for each act or occasion however often the article tells it."""
    incidents = group_incidents(article, names, dates, violent_mentions(article, names))
    attacks: list[EventFinding] = []
    if incidents:
        sources = CasualtySources(article, names)
        attacks = [attack_finding(article, names, quantities, sources, i) for i in incidents]
    told = [*occasions_in(article, names, dates), *dated_statements(article, names, dates)]
    occasions = occasion_findings(sorted(told, key=lambda o: o.trigger))
    return tuple(sorted((*attacks, *occasions), key=lambda e: (e.evidence[0], e.type)))
