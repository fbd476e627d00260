"""Article to the events it reports: acts of violence, visits, meetings, letters and statements."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import DateFinding, EventFinding, Quantity
from dossier.naming.mentions import Names
from dossier.occasions.occasion_mentions import occasions_in
from dossier.occasions.occasions import occasion_findings
from dossier.occasions.statements import dated_statements
from dossier.violence.attack_titles import attack_finding
from dossier.violence.casualty_sources import CasualtySources
from dossier.violence.incidents import group_incidents
from dossier.violence.violence import violent_mentions


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
