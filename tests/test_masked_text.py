"""A text with hidden words: what may be read of it, what stands for the rest, and that no rule reads it."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.assembly.masking import without_words
from dossier.assembly.passages import Passages, carried_of, digest
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Span
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.reading.text.masked import (
    Mask,
    in_places,
    is_hidden,
    laid_out,
    masked,
    places_of,
    seen,
    shape_of,
    without_hidden,
)

TEXT = "Ana Novak met Mr. Stam of the U.S. on 4 May. “We wait,” said Stam, who left."


def hiding(*shown):
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in shown]
    return masked(TEXT, spans)


def test_every_character_keeps_its_place():
    text = hiding("met", "We wait")
    assert len(text) == len(TEXT)
    assert [c for c in text if not c.isalnum()] == [c for c in TEXT if not c.isalnum()]
    assert text.startswith("Ⲝⲝⲝ Ⲝⲝⲝⲝⲝ met Ⲝⲝ.")
    assert "᠐" in text
    assert masked(text, ()) == shape_of(TEXT) == shape_of(text)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("agreed to share", "agreed to share"),
        ("agreed ⲝⲝ ⲝⲝⲝⲝⲝ", "agreed …"),
        ("agreed ⲝⲝ share", "agreed … share"),
        ("ⲝⲝⲝⲝⲝⲝ to share", "… to share"),
        ("Ⲝⲝⲝ’s", "…"),
    ],
)
def test_words_are_read_from_either_end(words, read):
    assert seen(words) == read
    assert not is_hidden(seen(words))


@pytest.mark.parametrize(
    "shows",
    [
        {"exact": "met Mr. Stam of the U.S."},
        {"exact": "met Mr. Stam of the U.S.", "prefix": "Novak "},
        {"exact": "met Mr. Stam of the U.S.", "suffix": " on"},
        {"first": "met Mr.", "last": "the U.S."},
        {"first": "met Mr.", "last": "the U.S.", "prefix": "Novak ", "suffix": " on"},
        {"first": "met Mr."},
        {"last": "the U.S."},
        {},
    ],
    ids=str,
)
def test_a_passage_is_shown_of_a_hidden_text_as_it_is_of_the_whole(shows):
    span = Span(TEXT.index("met"), TEXT.index(" on 4"))
    whole = read_article(TEXT, id="a")
    (plain,) = Passages(whole).evidence([span], (), ())
    nothing = dict.fromkeys(("exact", "first", "last", "prefix", "suffix"))
    passage = plain.model_copy(update={**nothing, **shows})
    carried = carried_of(passage)
    sentences = {Span(s.start, s.end): digest(whole.text.slice(s)) for s in whole.text.sentences}
    mask = Mask(sentences=sentences, passages={span: carried}, facts=frozenset(), reports={}, traits={})
    text = laid_out(masked(TEXT, carried.shows), list(sentences))
    (found,) = Passages(replace(whole, text=text, mask=mask)).evidence([span], (), ())
    assert found == passage


def test_an_id_is_made_of_words_that_may_be_read():
    assert without_hidden("Khan said ⲝⲝⲝⲝ he") == "Khan said he"
    assert without_hidden("Khan said") == "Khan said"


@pytest.mark.parametrize("spans", [[Span(4, 9)], [Span(4, 9), Span(40, 41)]])
def test_words_may_be_told_by_their_places(spans):
    assert places_of(in_places(spans)) == spans


@pytest.mark.parametrize("words", ["an ambush", "[4-9]", "ⲝ[4]", "ⲝ[]", ""])
def test_plain_words_tell_no_place(words):
    assert places_of(words) is None


def test_sentences_are_those_of_the_text_itself():
    article = read_article(TEXT, id="a")
    spans = [Span(s.start, s.end) for s in article.text.sentences]
    text = laid_out(masked(TEXT, ()), spans)
    assert [(s.start, s.end) for s in text.sentences] == spans
    assert text.sentence_at(TEXT.index("U.S.")).end == spans[0].end


@pytest.mark.parametrize(
    "spans",
    [[Span(0, 400)], [Span(5, 5)], [Span(0, 40), Span(30, 50)], []],
    ids=["beyond", "empty", "over", "no"],
)
def test_what_are_no_sentences_is_refused(spans):
    with pytest.raises(ValueError, match="sentence"):
        laid_out(masked(TEXT, ()), spans)


def test_a_sentence_with_a_hidden_word_has_no_tree():
    article = read_article(TEXT, id="a")
    first, second = article.text.sentences
    open_to_all = TEXT[second.start : second.end]
    hidden = replace(
        article, text=laid_out(hiding(open_to_all), [Span(s.start, s.end) for s in (first, second)])
    )
    parses = Parses(hidden)
    assert parses.of(first) is None
    assert parses.of(second) is not None
    assert Parses(article).of(first) is not None


def test_findings_hold_no_word_that_is_not_known():
    text = "Officials of the northern harbour board said that Ana Novak had sold the ferry."
    found = extract_findings(read_article(text, id="a", published=date(2024, 5, 31)))
    assert "harbour board" in repr(found)
    kept = repr(without_words(found, {"officials", "said"}, {"Ana Novak"}))
    assert "northern" not in kept
    assert "harbour" not in kept
    assert "Officials" in kept
    assert "Ana Novak" in kept
