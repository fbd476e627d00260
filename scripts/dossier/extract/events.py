"""Article to the events it reports."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import DateFinding, EventFinding, Quantity
from dossier.mentions import Names


def extract_events(
    article: Article, names: Names, dates: tuple[DateFinding, ...], quantities: tuple[Quantity, ...]
) -> tuple[EventFinding, ...]:
    """Events in text order."""
    return ()
