"""`authorities.csv`: what reads, and the words for what doesn't."""

import pytest

from dossier.assembly.assembling import assemble
from dossier.editing.files import load_authorities
from dossier.editing.name_list import ListedName, load_name_list
from dossier.errors import DossierError
from stories import source


def listed(tmp_path, text):
    path = tmp_path / "authorities.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_name_list(path)


def test_lines_of_one_name_are_one_with_all_spellings(tmp_path):
    text = "name,alias,kind,wikidata\nAna Bo,A. Bo; Anna Bo,person,Q1\nAna Bo,Ann Bo,person,Q1\nTarn,,city,\n"
    assert listed(tmp_path, text) == (
        ListedName(
            section="actors",
            name="Ana Bo",
            kind="person",
            aliases=("A. Bo", "Anna Bo", "Ann Bo"),
            wikidata="Q1",
        ),
        ListedName(section="places", name="Tarn", kind="city"),
    )


def test_namesakes_stay_two(tmp_path):
    assert len(listed(tmp_path, "name,wikidata\nAna Bo,Q1\nAna Bo,Q2\n")) == 2


def test_a_list_stands_beside_the_authority_file_or_alone(tmp_path):
    listed(tmp_path, "name,wikidata\nAna Bo,Q1\n")
    assert [name.name for name in load_authorities(tmp_path / "authorities.yaml").listed] == ["Ana Bo"]
    (tmp_path / "authorities.yaml").write_text("actors:\n- name: Tarn\n  names: [Tarn]\n")
    authorities = load_authorities(tmp_path / "authorities.yaml")
    assert (len(authorities.actors), len(authorities.listed)) == (1, 1)


def test_the_list_is_no_key_of_the_authority_file(tmp_path):
    (tmp_path / "authorities.yaml").write_text("listed: []\n")
    with pytest.raises(DossierError, match="listed"):
        load_authorities(tmp_path / "authorities.yaml")


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("alias,kind\nx,person\n", "line 1", "its columns are alias, kind"),
        ("name,position\nx,y\n", "line 1", "its columns are name, position"),
        ("name,kind\nAna Bo,animal\n", "line 2", "kind is animal"),
        ("name,wikidata\nAna Bo,q1\n", "line 2", "wikidata is q1"),
        ("name,wikidata\n,Q1\n", "line 2", "it has no name"),
        ("name,wikidata\nBo, Ana,Q1\n", "line 2", "it has not as many cells as the first line"),
        ('name,wikidata\n"Ana Bo,Q1\n', "line 2", "unexpected end of data"),
        ('name,"kind\n', "line 1", "unexpected end of data"),
        (b"name\nAn\xe1\n", "line 2", "byte 7 (0xE1) is not UTF-8"),
        ("", "line 1", "its columns are none"),
    ],
)
def test_the_words_for_what_is_wrong(tmp_path, text, where, found):
    with pytest.raises(DossierError) as caught:
        listed(tmp_path, text)
    (problem,) = caught.value.problems
    assert (problem.where, problem.found) == (where, found)


def test_the_columns_there_are_are_told(tmp_path):
    with pytest.raises(DossierError, match="name and any of alias, kind, wikidata"):
        listed(tmp_path, "alias\nx\n")


def test_all_problems_come_at_once(tmp_path):
    with pytest.raises(DossierError) as caught:
        listed(tmp_path, "name,kind,wikidata\nA,animal,Q1\n,person,x\n")
    assert [problem.where for problem in caught.value.problems] == ["line 2", "line 3", "line 3"]


def test_a_listed_spelling_is_an_acronym_where_it_is_all_capitals(tmp_path):
    listed(tmp_path, "name,alias,kind\nReef League,RL; Rif Liga,organisation\n")
    known = load_authorities(tmp_path / "authorities.yaml")
    article = source("a", "The Reef League met in Lesk on Monday. The Reef League left.")
    (league,) = assemble([article], known, "authorities.yaml").full().actors
    assert [(each.value.text, each.value.type) for each in league.aliases] == [
        ("RL", "acronym"),
        ("Rif Liga", "transliteration"),
    ]
