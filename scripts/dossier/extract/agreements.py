"""Article to what is agreed, pledged, planned or announced in it."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import AgreementFinding, DateFinding, Quantity
from dossier.mentions import Names


def extract_agreements(
    article: Article, names: Names, dates: tuple[DateFinding, ...], quantities: tuple[Quantity, ...]
) -> tuple[AgreementFinding, ...]:
    """Agreements in text order."""
    return ()
