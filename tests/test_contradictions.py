"""An editor's file against itself and against what a dossier may say: each fault told, with its place."""

from pathlib import Path

import pytest

from dossier.build import build
from dossier.editing.files import load_authorities, load_curation
from dossier.errors import DossierError

SEED = Path(__file__).parent / "seeds" / "harbour-patrol.md"
ATTACK = "events:\n- words: an attack on a ferry\n"


def told(run):
    """Place and finding of the first problem."""
    with pytest.raises(DossierError) as caught:
        run()
    problem = caught.value.problems[0]
    assert problem.expected
    return problem.where, problem.found


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("actors:\n- words: a\n  name: '   '\n", "line 3, actors[0].name", "has nothing to see"),
        ('actors:\n- words: a\n  name: "\\u200b\\u200b"\n', "line 3, actors[0].name", "U+200B"),
        ('actors:\n- words: a\n  name: "An\\u202ea"\n', "line 3, actors[0].name", "U+202E"),
        ('actors:\n- words: a\n  name: "An\\na"\n', "line 3, actors[0].name", "U+000A"),
        ('actors:\n- words: a\n  aliases: ["b\\u2060"]\n', "line 3, actors[0].aliases[0].text", "U+2060"),
        ("actors:\n- words: a\n  because: b\n  source: c\n", "line 2, actors[0]", "comes from elsewhere"),
        (
            "actors:\n- words: a\n  name: {value: b, because: c, source: d}\n",
            "line 3, actors[0].name",
            "comes from elsewhere",
        ),
        (
            "actors:\n- words: a\n  drop: b\n  name: c\n",
            "line 2, actors[0]",
            "dropped, and yet `name` is set",
        ),
        (
            "actors:\n- words: a\n  drop: b\n  add: true\n",
            "line 2, actors[0]",
            "dropped, and yet `add` is set",
        ),
        ("actors:\n- words: a\n  merge: [a]\n", "line 3, actors[0].merge[0]", "merged into itself"),
        (
            "actors:\n- words: a\n  merge: [b]\n- words: b\n  id: c\n",
            "line 3, actors[0].merge[0]",
            "has an entry of its own",
        ),
        (
            "actors:\n- words: a\n  merge: [c]\n- words: b\n  merge: [c]\n",
            "line 5, actors[1].merge[0]",
            "merged into two records (actors[0] too)",
        ),
        ("actors:\n- words: a\n- words: a\n", "line 3, actors[1].words", "stands in actors[0] (line 2) too"),
        (
            "actors:\n- words: a\n  id: c\nevents:\n- words: b\n  id: c\n",
            "line 6, events[0].id",
            "the id c stands in actors[0] (line 3) too",
        ),
        (
            "actors:\n- words: a\n  wikidata: Q1\n- words: b\n  wikidata: Q1\n",
            "line 5, actors[1].wikidata",
            "the number Q1 stands in actors[0] (line 3) too",
        ),
        (
            "actors:\n- words: a\n  name: C\n- words: b\n  name: c\n",
            "line 5, actors[1].name",
            "the name “c”, without an id, stands in actors[0] (line 3) too",
        ),
        (
            "actors:\n- words: a\n  aliases: [B, b]\n",
            "line 3, actors[0].aliases[1]",
            "the alias “b” stands twice",
        ),
        (
            "relations:\n- {words: a, subject: b, predicate: ally_of, object: b}\n",
            "line 2, relations[0].object",
            "related to itself",
        ),
        (
            "relations:\n- {words: a, subject: b, predicate: blames, object: c}\n"
            "- {words: a, subject: b, predicate: blames, object: c}\n",
            "line 3, relations[1]",
            "the same relation stands in relations[0] (line 2)",
        ),
        (
            "relations:\n- {words: a, subject: b, predicate: ally_of, object: c}\n"
            "- {words: d, subject: c, predicate: ally_of, object: b}\n",
            "line 3, relations[1]",
            "the other way round",
        ),
        (
            "relations:\n- {words: a, subject: b, predicate: part_of, object: c}\n"
            "- {words: d, subject: c, predicate: part_of, object: b}\n",
            "line 3, relations[1]",
            "that “b” is part of “c” stands in relations[0] (line 2)",
        ),
    ],
)
def test_a_file_at_odds_with_itself(tmp_path, text, where, found):
    path = tmp_path / "x.curation.yaml"
    path.write_text(text, encoding="utf-8")
    place, what = told(lambda: load_curation(path))
    assert place == where
    assert found in what


@pytest.mark.parametrize(
    "text",
    [
        "relations:\n- {words: a, subject: b, predicate: blames, object: c}\n"
        "- {words: d, subject: c, predicate: blames, object: b}\n",
        "actors:\n- words: a\n  merge: [b]\nplaces:\n- words: b\n  id: c\n",
        "actors:\n- words: a\n  drop: b\n  elsewhere: keep\n",
        "actors:\n- words: a\n  name: C\n  id: c-one\n- words: b\n  name: C\n  id: c-two\n",
        "actors:\n- words: a\n  paragraph: '1'\n- words: a\n  paragraph: '2'\n",
        'actors:\n- words: "a\\u00adb"\n  aliases: ["خامنه\\u200cای"]\n',
    ],
)
def test_a_file_at_one_with_itself(tmp_path, text):
    path = tmp_path / "x.curation.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_curation(path) != load_curation(tmp_path / "none.yaml")


def test_authorities_are_looked_at_too(tmp_path):
    path = tmp_path / "authorities.yaml"
    path.write_text("actors:\n- name: A\n  names: [A]\n  id: x\n- name: B\n  names: [B]\n  id: x\n")
    assert told(lambda: load_authorities(path)) == (
        "line 7, actors[1].id",
        "the id x stands in actors[0] (line 4) too",
    )


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        (ATTACK + "  place: mere-tavola\n  source: x\n", "place", "of the kind person"),
        ("places:\n- words: Nukualofa\n  part_of: nukualofa\n  source: x\n", "part_of", "is a circle"),
        (
            "places:\n- words: Nukualofa\n  part_of: suva\n  source: x\n"
            "- words: Suva\n  part_of: nukualofa\n  source: x\n",
            "nukualofa.part_of",
            "nukualofa → suva → nukualofa is a circle",
        ),
        (
            ATTACK + "  participants:\n  - {actor: fiji, role: Attacker, words: Fiji and Tonga have}\n",
            "participants[0].role",
            "“Attacker” says that fiji did it",
        ),
        (
            ATTACK + "  title: Attack on a ferry by the Red Reef Movement\n  source: x\n",
            "title",
            "it names Red Reef Movement, whom a claim blames",
        ),
        (
            "actors:\n- words: Mere Tavola\n  source: x\n  description: On Monday, at least three people were"
            " injured in an attack on a ferry near Nukualofa, which the Tongan police blamed on the Reef.\n",
            "mere-tavola.description",
            "more than 20 words of an article in a row",
        ),
        (
            "places:\n- words: Mere Tavola\n  add: true\n  name: Mere Tavola\n  kind: city\n  source: x\n",
            "name",
            "the person mere-tavola has the name “Mere Tavola” too",
        ),
    ],
)
def test_what_no_dossier_may_say(tmp_path, text, where, found):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "h.md").write_bytes(SEED.read_bytes())
    (tmp_path / "seeds" / "h.curation.yaml").write_text(text, encoding="utf-8")
    place, what = told(lambda: build(tmp_path / "seeds", tmp_path / "docs"))
    assert place.endswith(where)
    assert found in what
    assert not (tmp_path / "docs").exists() or not any((tmp_path / "docs").iterdir())


@pytest.mark.parametrize(
    ("names", "refused"), [("Анна Новак", True), ("安娜", True), ("Łukasz", False), ("7", False)]
)
def test_a_form_in_another_script_is_no_form_of_an_article(tmp_path, names, refused):
    path = tmp_path / "authorities.yaml"
    path.write_text(f"actors:\n- name: Ana Novak\n  names: [Novak, '{names}']\n", encoding="utf-8")
    if not refused:
        assert load_authorities(path).actors[0].names == ("Novak", names)
        return
    where, what = told(lambda: load_authorities(path))
    assert where == "line 3, actors[0].names[1]"
    assert f"“{names}” is in a script" in what


def test_a_yes_that_is_none_is_told_with_an_example_of_itself(tmp_path):
    path = tmp_path / "x.curation.yaml"
    path.write_text("actors:\n- words: Ana Novak\n  noindex: asked for it\n", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load_curation(path)
    (problem,) = caught.value.problems
    assert (problem.expected, problem.example) == (
        "true to ask search engines to leave its page out",
        "noindex: true",
    )
