import pytest

from dossier.editing.files import load_authorities, load_curation
from dossier.errors import DossierError


def load(tmp_path, text, loader=load_curation):
    path = tmp_path / "x.curation.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return loader(path)


def test_no_file_is_an_empty_curation(tmp_path):
    assert load_curation(tmp_path / "none.yaml").actors == ()
    assert load_authorities(tmp_path / "none.yaml").actors == ()


def test_an_empty_file_is_an_empty_curation(tmp_path):
    assert load(tmp_path, "# nothing yet\n").events == ()


def test_an_entry_is_read(tmp_path):
    curation = load(tmp_path, "actors:\n- words: Mere Tavola\n  aliases: [{text: Meri Tavola}]\n")
    assert curation.actors[0].aliases[0].type == "transliteration"


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        (b"actors:\n- words: \xff\n", "line 2", "byte 17 (0xFF) is not UTF-8"),
        (
            "actors: [\n",
            "line 2",
            "the file is not YAML: expected the node content, but found '<stream end>'",
        ),
        ("actors:\n- words: a\n  words: b\n", "line 3", 'the key "words" stands twice (first on line 2)'),
        ("actors:\n- name: A\n", "line 2, actors[0].words", 'the key "words" is missing'),
        ("actors:\n- words: ''\n", "line 2, actors[0].words", "words is empty"),
        ("actors:\n- words: a\n  colour: red\n", "line 3, actors[0].colour", 'unknown key "colour"'),
        ("actors:\n- words: a\n  kind: robot\n", "line 3, actors[0].kind", 'kind is "robot"'),
        ("actors:\n- words: a\n  wikidata: P31\n", "line 3, actors[0].wikidata", 'wikidata is "P31"'),
        (
            "places:\n- words: a\n  geo: {lat: 91, lon: 0, source: x}\n",
            "line 3, places[0].geo.lat",
            'lat is "91"',
        ),
        ("actors:\n- words: a\n  id: Not An Id\n", "line 3, actors[0].id", 'id is "Not An Id"'),
        ("- a\n- b\n", "line 1", "there are no keys and values"),
        ("robots: []\n", "line 1", 'unknown key "robots"'),
    ],
)
def test_what_is_wrong_is_named(tmp_path, text, where, found):
    with pytest.raises(DossierError) as caught:
        load(tmp_path, text)
    problem = caught.value.problems[0]
    assert (problem.where, problem.found) == (where, found)
    assert problem.file.endswith("x.curation.yaml")
    assert problem.expected


@pytest.mark.parametrize(
    ("text", "found", "one_of"),
    [
        (
            "places:\n- words: a\n  geo: {latt: 1, lon: 0, source: x}\n",
            'unknown key "latt" (did you mean lat?)',
            "lat, lon, gazetteer, source",
        ),
        (
            "events:\n- words: a\n  date: {words: a, kind: on, edtf: '2019', precisions: year, rule: x}\n",
            'unknown key "precisions" (did you mean precision?)',
            "words, paragraph, kind, edtf, precision, rule",
        ),
        (
            "places:\n- words: a\n  coordinate: {lat: 1, lon: 0, source: x}\n",
            'unknown key "coordinate"',
            "geo",
        ),
    ],
)
def test_an_unknown_key_is_told_beside_those_that_may_stand_there(tmp_path, text, found, one_of):
    """As they are written in the file, within what is written there too."""
    with pytest.raises(DossierError) as caught:
        load(tmp_path, text)
    (problem,) = [each for each in caught.value.problems if "unknown" in each.found]
    assert problem.found == found
    known = problem.expected.removeprefix("one of ")
    assert known.endswith(one_of) if ", " in one_of else one_of in known.split(", ")
    assert "coordinate" not in known.split(", ")


def test_all_problems_come_at_once(tmp_path):
    with pytest.raises(DossierError) as caught:
        load(tmp_path, "actors:\n- name: A\n- words: a\n  kind: robot\nevents:\n- words: b\n  type: party\n")
    assert [p.where for p in caught.value.problems] == [
        "line 2, actors[0].words",
        "line 4, actors[1].kind",
        "line 7, events[0].type",
    ]


def test_an_authority_needs_the_forms_articles_use(tmp_path):
    with pytest.raises(DossierError, match=r'actors\[0\].names: the key "names" is missing'):
        load(tmp_path, "actors:\n- name: A\n", load_authorities)


def test_a_field_of_several_facts_has_one_line_or_several(tmp_path):
    (one, several) = load(
        tmp_path,
        "agreements:\n- words: a\n  purpose: to rest\n  because: b\n"
        "- words: c\n  purpose: [{value: to rest, because: d}, {value: to eat, source: e}]\n",
    ).agreements
    assert [(line.value, line.because) for line in one.lines("purpose")] == [("to rest", ("b",))]
    assert [(x.value, x.because, x.source) for x in several.lines("purpose")] == [
        ("to rest", ("d",), None),
        ("to eat", (), "e"),
    ]
    assert one.lines("topics") == ()
