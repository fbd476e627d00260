"""Countries, their adjectives, provinces, regions and cities: what a capitalised word can mean as a place."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_lines, load_table

_CAPITAL = 600_000
"""A capital is as well known as a city of this size."""


class Country(NamedTuple):
    """A row of lexicon/countries.yaml."""

    name: str
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class PlaceTable(NamedTuple):
    """Shape of lexicon/places.yaml."""

    provinces: dict[str, tuple[str, ...]]
    regions: tuple[str, ...]
    cities: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]


class DemonymTable(NamedTuple):
    """Shape of lexicon/demonyms.yaml."""

    peoples: tuple[str, ...]
    others: tuple[str, ...]


class Place(NamedTuple):
    """What a name means as a place."""

    kind: str
    """country, province, region or city."""
    country: str | None
    """Name of the country it is in (of itself, for a country)."""
    population: int
    """Inhabitants; of a city only, else 0."""


class Gazetteer(NamedTuple):
    """Places and demonyms by their name in small letters."""

    places: dict[str, Place]
    demonyms: dict[str, str]
    """Adjective or noun for people → country."""
    homonyms: dict[str, str]
    """Names of provinces that are a country's too → the country."""
    abbreviations: dict[str, str]
    """Short forms of provinces and cities → their full name."""
    peoples: frozenset[str]
    adjectives: frozenset[str]
    """All adjectives: demonyms, peoples, regions, religions and political camps."""


def _with_plural(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return lower, lower + "s"


class _City(NamedTuple):
    """A row of lexicon/cities.tsv, the larger cities first."""

    name: str
    country: str
    population: int
    capital: str
    """English name of a capital, else empty."""
    others: tuple[str, ...]
    """Its other names in small letters, a capital's English one first."""


@cache
def _city_rows() -> tuple[_City, ...]:
    rows = []
    for line in load_lines("cities.tsv"):
        name, country, population, capital, aliases = line.split("\t")
        size = max(int(population), _CAPITAL if capital else 0)
        others = f"{capital},{aliases}".lower().split(",") if capital or aliases else ()
        rows.append(_City(name, country, size, capital, tuple(filter(None, others))))
    return tuple(rows)


def _cities(countries: dict[str, Country]) -> dict[str, Place]:
    """Cities by their names in small letters; of two by one name the larger."""
    places: dict[str, Place] = {}
    for city in reversed(_city_rows()):
        known = countries.get(city.country)
        place = Place("city", known.name if known else None, city.population)
        own = city.name.lower()
        places[own] = place
        for name in city.others:
            places.setdefault(name, place)
        if ". " in own:
            places.setdefault(own.replace(". ", " "), place)
    return places


def cities_called(name: str) -> dict[str, int]:
    """By country, the inhabitants of the largest city of a name, which is in small letters."""
    countries = load_table("countries", dict[str, Country])
    known = load_table("places", PlaceTable).cities
    found = {countries[code].name: 1_000_000 for each, code in known.items() if each.lower() == name}
    for city in _bearers().get(name, ()):
        if city.country in countries:
            country = countries[city.country].name
            found[country] = max(city.population, found.get(country, 0))
    return found


@cache
def _bearers() -> dict[str, tuple[_City, ...]]:
    """Cities by each of their names in small letters."""
    found: dict[str, tuple[_City, ...]] = {}
    for city in _city_rows():
        alone = (city,)
        for name in (city.name.lower(), *city.others):
            before = found.setdefault(name, alone)
            if before is not alone and city not in before:
                found[name] = before + alone
    return found


@cache
def parts_of_states() -> frozenset[str]:
    """Lands of the table that are part of a state, as England is: their codes tell of which."""
    return frozenset(
        land.name for code, land in load_table("countries", dict[str, Country]).items() if "-" in code
    )


@cache
def load_capitals() -> dict[str, frozenset[str]]:
    """Names of the capitals of countries, in small letters, with the countries they are capitals of."""
    countries = load_table("countries", dict[str, Country])
    found: dict[str, frozenset[str]] = {}
    for city in _city_rows():
        for name in (city.name.lower(), city.capital.lower()) if city.capital else ():
            of = {countries[city.country].name} if city.country in countries else set()
            found[name] = found.get(name, frozenset()) | of
    return found


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once per process (a third of a second)."""
    countries = load_table("countries", dict[str, Country])
    table = load_table("places", PlaceTable)
    others = load_table("demonyms", DemonymTable)
    places = _cities(countries)
    for name, code in table.cities.items():
        places[name.lower()] = Place("city", countries[code].name, 1_000_000)
    for name in table.regions:
        places[name.lower()] = Place("region", None, 0)
    for code, names_of in table.provinces.items():
        for name in names_of:
            places[name.lower()] = Place("province", countries[code].name, 0)
    for name, shorts in table.abbreviations.items():
        places.update((short.lower(), places[name.lower()]) for short in shorts)
    abbreviations = {s.lower(): name.lower() for name, shorts in table.abbreviations.items() for s in shorts}
    demonyms: dict[str, str] = {}
    homonyms: dict[str, str] = {}
    for country in countries.values():
        for name in (country.name, *country.aliases):
            if name.lower() not in places or places[name.lower()].kind == "city":
                places[name.lower()] = Place("country", country.name, 0)
            elif places[name.lower()].kind == "province":
                homonyms[name.lower()] = country.name
        for word in country.demonyms:
            demonyms.update(dict.fromkeys(_with_plural(word), country.name))
    for country in countries.values():
        own = f"republic of {country.name.lower()}"  # not where it has a longer name: of China there are two
        if not any(alias.lower().endswith(own) for alias in country.aliases):
            places.setdefault(own, Place("country", country.name, 0))
    peoples = frozenset(form for word in others.peoples for form in _with_plural(word))
    rest = frozenset(form for word in others.others for form in _with_plural(word))
    return Gazetteer(places, demonyms, homonyms, abbreviations, peoples, peoples | rest | frozenset(demonyms))
