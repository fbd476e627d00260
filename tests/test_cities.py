"""The cities of a name are those of the list: of each country the largest, a capital by two names."""

from dossier.reading.lexicon import load_lines, load_table
from dossier.reading.names import gazetteer
from dossier.reading.names.gazetteer import Country, PlaceTable, cities_called

COUNTRIES = load_table("countries", dict[str, Country])


def test_each_name_of_a_city_leads_to_the_largest_of_its_country():
    told: dict[str, dict[str, int]] = {}
    for line in load_lines("cities.tsv"):
        name, code, inhabitants, capital, others = line.split("\t")
        if code not in COUNTRIES:
            continue
        size = max(int(inhabitants), gazetteer._CAPITAL if capital else 0)
        for each in {name.lower(), capital.lower(), *others.lower().split(",")} - {""}:
            of = told.setdefault(each, {})
            of[COUNTRIES[code].name] = max(size, of.get(COUNTRIES[code].name, 0))
    own = {name.lower() for name in load_table("places", PlaceTable).cities}
    some = [name for name in told if name not in own][::97]
    assert [name for name in some if cities_called(name) != told[name]] == []
    assert any(len(told[name]) > 1 for name in some)


def test_a_name_of_no_city_leads_to_none():
    assert cities_called("qarvel on the heath") == {}
