"""Article to its date expressions, resolved against the publication date."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import DateFinding


def extract_dates(article: Article) -> tuple[DateFinding, ...]:
    """Date expressions in text order."""
    return ()
