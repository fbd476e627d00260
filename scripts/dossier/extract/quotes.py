"""Article to its quotations, each with its speaker where a rule is sure of one."""

from __future__ import annotations

from dossier.article import Article
from dossier.findings import QuoteFinding
from dossier.mentions import Names


def extract_quotes(article: Article, names: Names) -> tuple[QuoteFinding, ...]:
    """Quotations in text order; unattributed ones have no speaker."""
    return ()
