"""Words as the search compares them; tests/browser compares the browser's with these."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from dossier.site.finish.words import fold, stem, table, tokens

TABLE = yaml.safe_load((Path(__file__).parent / "search_words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "folded"), TABLE["folded"].items())
def test_a_text_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "other"), TABLE["same"])
def test_two_spellings_are_one(one, other):
    assert [token.word for token in tokens(one)] == [token.word for token in tokens(other)]


@pytest.mark.parametrize(("one", "other"), TABLE["different"])
def test_two_words_stay_two(one, other):
    assert [token.word for token in tokens(one)] != [token.word for token in tokens(other)]


@pytest.mark.parametrize(("text", "words"), TABLE["words"].items())
def test_a_text_has_its_words_and_their_other_forms(text, words):
    found = {form for token in tokens(text) for form in (token.word, *token.others)}
    assert set(words) <= found


@pytest.mark.parametrize(("word", "stemmed"), TABLE["stems"].items())
def test_endings_of_number_and_tense_go(word, stemmed):
    assert stem(word) == stemmed


def test_the_table_names_the_digits_and_marks_of_unicode_and_nothing_else():
    """What a later Unicode adds is not in it: the index is the same whichever Python made it."""
    known = table()
    assert [unicodedata.decimal(zero) for zero in known.zeros] == [0] * len(known.zeros)
    digits = [code for code in range(0x80, 0x20000) if unicodedata.category(chr(code)) == "Nd"]
    assert len(known.zeros) * 10 == sum(1 for code in digits if code in known.letters)
    assert len(digits) - len(known.zeros) * 10 <= (0 if unicodedata.unidata_version == "14.0.0" else 200)
    kept = re.compile(f"[{known.kept}]")
    marks = [chr(code) for code in range(0x20000) if kept.match(chr(code))]
    assert {unicodedata.category(mark)[0] for mark in marks} == {"M"}
    assert "\u093e" in marks
    assert not {"\u093c", "\u0301"} & set(marks)


def test_parts_of_a_word_are_joined_where_that_makes_no_endless_one():
    assert "wellknown" in tokens("well-known")[-1].others
    long = "a" * 40
    assert [len(word) for word in tokens(f"{long}-{long}")[-1].others if len(word) > 64] == []
