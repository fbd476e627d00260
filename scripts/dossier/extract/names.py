"""Article to the people, organisations, groups, states and places it names."""

from __future__ import annotations

from dossier.article import Article
from dossier.ledger import Ledger
from dossier.mentions import Names
from dossier.pieces import find_pieces


def extract_names(article: Article) -> Names:
    """Actors and places with every mention.

    Names of several words, and those a title or the gazetteer is sure of, are entered first; single
    words are then tied to them, or entered on the strength of what stands around them.
    """
    ledger = Ledger(article)
    pieces = [piece for piece in find_pieces(article)]
    ledger.enter_long(pieces)
    ledger.enter_short(pieces)
    return Names.of(ledger.actors(), ledger.places())
