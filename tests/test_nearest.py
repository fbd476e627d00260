"""Words an article doesn't have: which of its words were meant, in which line of the editor's file."""

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.reading.text.article import read_article

TEXT = """\
Two towns share a ferry

OSTERBY – Mayor Ana Novak said the “joint committee” will meet on Friday.

The town’s council had agreed to set up a joint committee for the ferry.
"""
ARTICLE = read_article(TEXT, id="ferry", title="Two towns share a ferry")


@pytest.mark.parametrize(
    ("words", "meant", "place"),
    [
        ("Ana Nowak", "Ana Novak", "paragraph 1"),
        ("a joint comittee", "a joint committee", "paragraph 2"),
        ('the "joint committee" will meet', "the “joint committee” will meet", "paragraph 1"),
        ("town's council", "town’s council", "paragraph 2"),
        ("agreed to setup a joint committee", "agreed to set up a joint committee", "paragraph 2"),
        ("Two town share a ferry", "Two towns share a ferry", "the headline"),
        ("Mayor ana novak", "Mayor Ana Novak", "paragraph 1"),
        ("Tom Berg", None, None),
        ("an ambush at sea", None, None),
        ("Ann", None, None),  # three letters are like anything
        ("The harbour master of Limaport said that no ferry had sailed since the storm of May.", None, None),
    ],
)
def test_the_words_meant_are_whole_words_that_are_much_alike(words, meant, place):
    found = nearest_words([ARTICLE], words)
    assert (found and found.words, found and found.place) == (meant, place)
    assert (meant is None) == (did_you_mean(found) == "")


def test_of_several_articles_the_most_alike():
    other = read_article("Anna Nowak spoke on Monday.", id="b")
    found = nearest_words([ARTICLE, other], "Anna Novak")
    assert found is not None
    assert found.words == "Ana Novak"


HEAD = (
    "---\nheadline: Two towns share a ferry\npublisher: The Daily Example\ndatePublished: 2024-05-31\n---\n"
)


@pytest.mark.parametrize(
    ("curation", "told"),
    [
        (
            "# a remark\nactors:\n- words: Ana Nowak\n  description: Mayor.\n  because: Mayor Ana\n",
            [
                "ferry.curation.yaml: line 3, actors[0].words: “Ana Nowak” does not stand in the article",
                "did you mean “Ana Novak”, in paragraph 1?",
                "words: Ana Novak\n",
            ],
        ),
        (
            "actors:\n- words: Ana Novak\n  description: Mayor.\n  because: Maior Ana Novak\n",
            ["line 4, actors[0].description: because", "did you mean “Mayor Ana Novak”, in paragraph 1?"],
        ),
        (
            "actors:\n- words: Ana Novak\n  paragraph: '2'\n",
            ["line 2, actors[0].words", "does not stand in paragraph 2, but in paragraph 1"],
        ),
        (
            "actors:\n- words: Ana Novak\n  merge:\n  - Osterby\n  - Tom Berg\n",
            ["line 5, actors[0].merge[1]"],
        ),
        (
            "shown:\n- words: Ana Nowak\n  because: so it is\n",
            ["line 2, shown[0].words", "did you mean “Ana Novak”, in paragraph 1?"],
        ),
        (
            "actors:\n- words: Ana Novak\n  describtion: Mayor.\n",
            ["line 3, actors[0].describtion", "did you mean description?", "expected: one of", "organ_of"],
        ),
    ],
)
def test_an_error_of_curation_tells_line_nearest_words_and_keys(tmp_path, curation, told):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ferry.md").write_text(f"{HEAD}{TEXT}", encoding="utf-8")
    (seeds / "ferry.curation.yaml").write_text(curation, encoding="utf-8")
    found = CliRunner().invoke(main, ["check", "--seeds", str(seeds), "--docs", str(tmp_path / "docs")])
    assert found.exit_code == 1
    for words in told:
        assert words in found.stderr, found.stderr


def test_an_authority_s_example_is_one_of_authorities(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ferry.md").write_text(f"{HEAD}{TEXT}", encoding="utf-8")
    (seeds / "authorities.yaml").write_text("actors:\n- words: Ana Novak\n", encoding="utf-8")
    found = CliRunner().invoke(main, ["check", "--seeds", str(seeds), "--docs", str(tmp_path / "docs")])
    assert "names: [Ana Novak, Novak]" in found.stderr
    assert "- words: Ana Novak\n  description" not in found.stderr
