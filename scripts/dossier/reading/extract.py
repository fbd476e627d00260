"""Article to findings: each extractor in turn, results passed along, none imports another."""

from __future__ import annotations

from dossier.reading.agreements.agreements import extract_agreements
from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.claims import extract_claims
from dossier.reading.dates.dates import extract_dates
from dossier.reading.events.events import extract_events
from dossier.reading.findings import Findings
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.quotes.quotes import extract_quotes
from dossier.reading.relations.descriptions import described
from dossier.reading.relations.relations import extract_relations
from dossier.reading.text.article import Article


def extract_findings(article: Article) -> Findings:
    """All findings of one article; deterministic, offline, no curation."""
    names = extract_names(article)
    dates = extract_dates(article)
    quantities = extract_quantities(article)
    scene = Scene(article, names, Parses(article), dates)
    attributions = Attributions(scene)
    quotes = extract_quotes(scene, attributions)
    attributions.tell(len(article.text.text))
    agreements = extract_agreements(scene, attributions, quantities)
    events = extract_events(scene, attributions, quantities, agreements)
    return Findings(
        id=article.id,
        quotes=quotes,
        actors=described(scene, names.actors),
        places=described(scene, names.places),
        dates=dates,
        events=events,
        agreements=agreements,
        claims=extract_claims(scene, attributions, quotes, events, agreements),
        relations=extract_relations(scene, attributions),
    )
