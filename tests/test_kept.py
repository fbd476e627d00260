"""What is kept of an article's answers: asked again once the article is another, and of nothing else."""

import sqlite3

import pytest

from dossier.assembly.kept import Kept
from dossier.build import build
from dossier.reading.digest_cache import DigestCache
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article

TEXT = "Tarn ferry stops\n\nTARN – The ferry stopped on Monday after a storm.\n\nNobody was hurt."
HEAD = "---\nheadline: Tarn ferry stops\npublisher: The Tarn Post\ndatePublished: 2024-05-30\n---\n"


def article(text=TEXT, **more):
    return read_article(text, id="a", **more)


def asked(one, home, question="how many"):
    """What an article's words answer, how often they were asked, and that it is kept."""
    kept, times = Kept([one], DigestCache("answers-x", "answers", home)), []
    found = kept.of(one).answer(question, lambda reading: times.append(1) or len(reading.article.text.text))
    kept.keep()
    return found, len(times)


@pytest.mark.parametrize(
    ("other", "question", "times"),
    [
        (article(), "how many", 0),
        (article(), "how few", 1),
        (article(TEXT.replace("after", "since")), "how many", 1),
        (article(TEXT.replace("TARN – The", "TARN ; The")), "how many", 1),
        (article(title="Tarn ferry stops", standfirst="Nobody was hurt."), "how many", 0),
        (article(title="Another"), "how many", 1),
    ],
    ids=["the same", "another question", "a word", "no dateline", "what changes no part", "no headline"],
)
def test_an_answer_stands_until_the_words_or_their_parts_are_others(other, question, times, tmp_path):
    assert asked(article(), tmp_path) == (len(TEXT), 1)
    assert asked(other, tmp_path, question) == (len(TEXT), times)


def test_a_damaged_answer_is_worked_out_again(tmp_path):
    asked(article(), tmp_path)
    with sqlite3.connect(tmp_path / "answers-x.sqlite") as base:
        base.execute("UPDATE answers SET rows = substr(rows, 1, 9)")
    assert asked(article(), tmp_path) == (len(TEXT), 1)


def test_a_second_build_makes_no_tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "tarn.md").write_text(HEAD + TEXT)
    build(seeds, tmp_path / "docs")
    monkeypatch.setattr(Parses, "all", lambda _: pytest.fail("trees were made"))
    build(seeds, tmp_path / "docs")
    (seeds / "tarn.md").write_text(HEAD + TEXT.replace("Nobody", "Somebody"))
    with pytest.raises(pytest.fail.Exception, match="trees were made"):
        build(seeds, tmp_path / "docs")
