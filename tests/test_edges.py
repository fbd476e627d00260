"""Edges of small rules that a larger reading hides: each row and the next differ in one thing."""

import pytest

from dossier.reading.dates.dates import extract_dates
from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row
from dossier.reading.text.article import read_article
from dossier.reading.text.tokens import Text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She writes for the BBC. Anna left.", 2),
        ("She was given a B. Anna left.", 1),
        ("She was given a 7. Anna left.", 2),
        ("She was given a b. Anna left.", 2),
        ("It was led by C. Du Lac.", 1),
        ("It was led by C. du Lac.", 1),
        ("She spoke to the U.S. Senate.", 1),
        ("She spoke in the U.S. The senate met.", 2),
        ("She asked who! he left.", 1),
        ("She asked “who!” He left.", 2),
    ],
)
def test_a_full_stop_behind_capitals_ends_a_sentence_or_an_initial(text, sentences):
    assert len(Text(text).sentences) == sentences


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("January to March 2020", "2020-01/2020-03"),
        ("November to February 2018", "2017-11/2018-02"),
        ("December to January 2018", "2017-12/2018-01"),
        ("Nov-Feb 2018", "2017-11/2018-02"),
    ],
)
def test_months_over_the_end_of_a_year_begin_in_the_one_before(words, edtf):
    article = read_article(f"It rained from {words}.", id="rain")
    assert [found.edtf for found in extract_dates(article)] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("Ana Lume painted the gate of the harbour in Suva on Monday.", 1),
        ("Ana Lume enjoyed the gate of the harbour in Suva on Monday.", 0),
        ("Ana Lume praised the gate of the harbour in Suva on Monday.", 0),
        ("Ana Lume paints the gate of the harbour in Suva on Monday.", 0),
        ("Ana Lume painted the gate of the harbour.", 0),
        ("She painted the gate of the harbour in Suva on Monday.", 0),
        ("Ana Lume did not paint the gate of the harbour in Suva on Monday.", 0),
        ("Ana Lume discovered that the gate was shut in Suva on Monday.", 0),
    ],
)
def test_what_was_done_is_an_event_and_what_was_felt_said_or_denied_is_none(sentence, titles):
    row = {"id": "gate", "text": sentence, "published": "2024-05-31"}
    found = extract_findings(article_from_row(row)).events
    assert len([event for event in found if event.type == "other"]) == titles
