"""Words as the search compares them; tests/browser compares the browser's with these."""

from pathlib import Path

import pytest
import yaml

from dossier.site.finish.words import fold, stem, tokens

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
