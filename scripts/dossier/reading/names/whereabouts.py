"""Which country a city is in, where the table knows several of its name or the article speaks of none.

A page that puts Kent into Washington State because a town there is the only one in the table says something
false of every article about the English county.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.reading.names.entries import Entry
from dossier.reading.names.gazetteer import cities_called, load_capitals
from dossier.reading.names.pieces import Piece
from dossier.reading.names.surroundings import Surroundings

_WELL_KNOWN = 1_000_000
"""Inhabitants of a city whose country needs no word for it."""
_NO_RIVAL = 10
"""How many times larger a city is than one no reader thinks of."""


def settle_countries(entries: Iterable[Entry], around: Surroundings) -> None:
    """Leave a city only the country that its size or the article speaks for; the dateline tells its own."""
    spoken_of = _spoken_of(around.pieces)
    written, land = _of_dateline(around)
    for entry in entries:
        if entry.kind == "place" and entry.place == "city" and entry.country is not None:
            entry.country = land if land and entry.words == written else _country_of(entry, spoken_of)


def _of_dateline(around: Surroundings) -> tuple[tuple[str, ...], str | None]:
    """The words of the dateline's town and the country behind its comma: "SUN CITY, Fiji (Wire) -"."""
    line = around.article.dateline
    town = around.beginning.get(around.text.token_at(line.start)) if line is not None else None
    if town is None or around.word(town.stop) != ",":
        return (), None
    land = around.beginning.get(town.stop + 1)
    inside = land is not None and line is not None and land.span.end <= line.end
    return town.words, land.country if land is not None and inside and land.kind == "country" else None


def _spoken_of(pieces: Iterable[Piece]) -> frozenset[str]:
    """Countries an article names, by themselves, their adjectives or their provinces."""
    return frozenset(
        piece.country
        for piece in pieces
        if piece.country is not None
        and (piece.kind in ("country", "adjective") or piece.place in ("country", "province"))
    )


def _country_of(entry: Entry, spoken_of: frozenset[str]) -> str | None:
    name = " ".join(entry.words)
    sizes = cities_called(name)
    named = [country for country in sizes if country in spoken_of]
    if len(named) == 1:
        unlikely = _NO_RIVAL * sizes[named[0]] < max(sizes.values())  # American news of Rotterdam
        return None if unlikely else named[0]
    ranked = sorted(sizes, key=lambda country: -sizes[country])
    capital_of = load_capitals().get(name)
    if not ranked or capital_of is not None:
        return entry.country if capital_of is None or entry.country in capital_of else None
    alone = len(ranked) == 1 or sizes[ranked[0]] >= _NO_RIVAL * sizes[ranked[1]]
    return ranked[0] if alone and sizes[ranked[0]] >= _WELL_KNOWN else None
