"""Article to its claims: who says what about whom, and in which words."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import ClaimFinding, EventFinding, QuoteFinding
from dossier.mentions import Names


def extract_claims(
    article: Article, names: Names, quotes: tuple[QuoteFinding, ...], events: tuple[EventFinding, ...]
) -> tuple[ClaimFinding, ...]:
    """Claims in text order."""
    return ()
