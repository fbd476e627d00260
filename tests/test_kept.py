"""What is kept of an article's answers: asked again once the article is another, and of nothing else."""

import sqlite3
import weakref
from contextlib import closing
from functools import partial

import pytest

import dossier.reading.parse
from dossier.assembly.gate.readings import OPEN, Readings
from dossier.assembly.kept import Kept
from dossier.build import build
from dossier.gathering import know
from dossier.reading.digest_cache import DigestCache
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from made_articles import made_articles

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


def test_what_is_settled_is_answered_again_and_kept_with_what_is_asked_since(tmp_path):
    one = article()
    kept, cache = Kept([one], DigestCache("answers-x", "answers", tmp_path)), []
    for question in ("first", "second", "first", "third"):
        work = partial(lambda asked, _: cache.append(asked) or len(asked), question)
        assert kept.of(one).answer(question, work) == len(question)
        kept.settle()
    assert cache == ["first", "second", "third"]
    kept.keep()
    again = Kept([one], DigestCache("answers-x", "answers", tmp_path))
    for question in cache:
        assert again.of(one).answer(question, lambda _: pytest.fail("asked again")) == len(question)


def test_a_damaged_answer_is_worked_out_again(tmp_path):
    asked(article(), tmp_path)
    with closing(sqlite3.connect(tmp_path / "answers-x.sqlite")) as base:
        base.execute("UPDATE answers SET rows = substr(rows, 1, 9)")
        base.commit()
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


def test_the_trees_of_few_articles_are_held_at_once_and_made_anew_where_they_are_asked_for_again():
    readings = Readings()
    articles = [read_article(TEXT, id=f"a{number}") for number in range(3 * OPEN)]
    first = [readings.of(each) for each in articles]
    assert [readings.of(each) for each in articles[-OPEN:]] == first[-OPEN:]
    assert readings.of(articles[-1]) is first[-1]
    assert readings.of(articles[0]) is not first[0]
    assert readings.of(articles[0]).article is articles[0]
    held = [weakref.ref(each) for each in first]
    del first
    assert sum(each() is not None for each in held) <= OPEN


def test_trees_are_made_a_few_times_for_each_article_and_the_words_of_none_are_held(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dossier.assembly.gate.readings.OPEN", 2)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for article in made_articles(12):
        (seeds / f"{article.id}.md").write_text(article.seed)
    made = []
    parse = dossier.reading.parse.parse_strings
    known = know(list_folder(seeds))
    monkeypatch.setattr(
        "dossier.reading.parse.parse_strings", lambda strings: made.append(1) or parse(strings)
    )
    known.showing.shown()
    assert not [article.id for article in known.articles if "tokens" in vars(article.text)]
    assert 12 <= len(made) <= 24
