"""Article to findings: each extractor in turn, results passed along, none imports another."""

from __future__ import annotations

from dossier.reading.agreements.agreements import extract_agreements
from dossier.reading.claims.claims import extract_claims
from dossier.reading.dates.dates import extract_dates
from dossier.reading.events.events import extract_events
from dossier.reading.findings import Findings
from dossier.reading.frames.scene import Scene
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.quotes.quotes import extract_quotes
from dossier.reading.text.article import Article


def extract_findings(article: Article) -> Findings:
    """All findings of one article; deterministic, offline, no curation."""
    names = extract_names(article)
    dates = extract_dates(article)
    quantities = extract_quantities(article)
    quotes = extract_quotes(article, names)
    scene = Scene(article, names, Parses(article), dates)
    events = extract_events(scene, quantities)
    return Findings(
        id=article.id,
        quotes=quotes,
        actors=names.actors,
        places=names.places,
        dates=dates,
        events=events,
        agreements=extract_agreements(article, names, dates, quantities),
        claims=extract_claims(article, names, quotes, events),
    )
