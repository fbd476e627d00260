"""Article to the people, organisations, groups, states and places it names."""

from __future__ import annotations

from dossier.reading.names.bodies import find_bodies
from dossier.reading.names.entries import actors_of, places_of
from dossier.reading.names.kinds import settle_kinds
from dossier.reading.names.landmarks import find_borders, find_regions
from dossier.reading.names.ledger import Ledger
from dossier.reading.names.mentions import Names
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.names.whereabouts import settle_countries
from dossier.reading.text.article import Article


def extract_names(article: Article) -> Names:
    """Actors and places with every mention.

    Names of several words, and those a title or the gazetteer is sure of, are entered first; single
    words are then tied to them, or entered on the strength of what stands around them. A word that
    nothing vouches for is left out.
    """
    around = Surroundings(article)
    settle_kinds(around)
    ledger = Ledger(around)
    ledger.enter_long()
    named, bare = find_borders(around)
    ledger.enter_landmarks([*find_bodies(around), *find_regions(around)], named, bare)
    ledger.tie_acronyms()
    ledger.enter_short()
    ledger.leave_strange_open()
    entries = list(ledger.entries.values())
    settle_countries(entries, around)
    return Names.of(actors_of(entries), places_of(entries), ledger.open)
