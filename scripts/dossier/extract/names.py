"""Article to the people, organisations, groups, states and places it names."""

from __future__ import annotations

from dossier.article import Article
from dossier.mentions import Names


def extract_names(article: Article) -> Names:
    """Actors and places with every mention."""
    return Names.of((), ())
