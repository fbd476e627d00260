"""Findings as JSON: the shape the design names, offsets that hold, and rows that are no articles."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row, findings_to_row

TEXT = (
    "Talks at Limaport\n\n"
    "LIMAPORT — At least 14 people were killed when gunmen attacked a bus in Peru last week, police said.\n\n"
    "“We agreed to set up a joint committee,” said Ana Novak, the mayor of Limaport. “It is late.”\n\n"
    "The government blamed the Red Reef Movement (RRM) for the attack. Peru and Chile signed a treaty."
)
ROW = {"id": "talks", "title": "Talks at Limaport", "text": TEXT, "published": "2024-05-31"}
ANCHORS = {"trigger", "slots", "standing", "source"}
SHAPE = {
    "quotes": {"segments", "speaker", "cue", "cue_span", "form", "method", "source", "delivery"},
    "actors": {
        "name",
        "kind",
        "aliases",
        "alias_types",
        "mentions",
        "roles",
        "descriptions",
        "country",
        "belief",
    },
    "places": {
        "name",
        "kind",
        "aliases",
        "alias_types",
        "mentions",
        "roles",
        "descriptions",
        "country",
        "belief",
    },
    "dates": {"start", "end", "edtf", "precision", "basis", "rule", "form", "kind"},
    "events": {
        *("type", "title", "date", "place", "place_as_reported", "participants", "casualties", "evidence"),
        *ANCHORS,
    },
    "agreements": {
        *("title", "kind", "parties", "status", "date", "place_as_reported", "evidence"),
        *("announced_by", "status_span", "amount"),
        *ANCHORS,
    },
    "claims": {
        *("kind", "claimant", "claimant_span", "target", "target_span", "wording_as_reported", "wording"),
        *("content", "described", "event", "method", "evidence", "delivery"),
        *ANCHORS,
    },
}


def row_of(row):
    article = article_from_row(row)
    return findings_to_row(article, extract_findings(article))


def spans(value):
    """Every {"start", "end"} anywhere in the data."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            yield value["start"], value["end"]
        for item in value.values():
            yield from spans(item)


@pytest.mark.parametrize(("part", "keys"), SHAPE.items())
def test_each_part_has_the_keys_of_the_design(part, keys):
    row = row_of(ROW)
    assert row.keys() == {"id", *SHAPE}
    assert row[part], "the text has something of each part"
    assert all(item.keys() == keys for item in row[part])


def test_the_same_text_gives_the_same_bytes():
    assert json.dumps(row_of(ROW)) == json.dumps(row_of(dict(reversed(ROW.items()))))


def test_a_segment_is_the_text_inside_its_marks():
    (quote,) = row_of(ROW)["quotes"]
    assert [TEXT[s["start"] : s["end"]] for s in quote["segments"]] == [
        "We agreed to set up a joint committee,",
        "It is late.",
    ]
    speaker = quote["speaker"]
    assert (speaker["mention"], speaker["name"]) == ("Ana Novak", "Ana Novak")
    assert TEXT[speaker["start"] : speaker["end"]] == "Ana Novak"


SCRAPS = st.sampled_from([
    "“", "”", '"', "‘", "’", "'s", "\n\n", "\n", " ", ". ", ", ", "said", "he", "Ana", "Novak", "Iran", "the",
    "last week", "Friday", "killed", "14", "at least", "attacked", "agreed to", "blamed", "(ABC)", "U.S.",
    "—", "\u200b", "\u00a0", "\x85", "\u2028", "é", "e\u0301", "ﬁ", "İ", "\r\n", "\t", "<b>", "{{", "}}",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(SCRAPS, max_size=60).map(" ".join), st.lists(SCRAPS).map("".join)
)


@given(TEXTS.filter(lambda text: text.strip() and not any("\ud800" <= c <= "\udfff" for c in text)))
def test_on_any_text_every_offset_lies_within_it_and_holds_words(text):
    row = row_of({"id": "any", "text": text, "published": "2024-05-31"})
    for start, end in spans(row):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    for actor in (*row["actors"], *row["places"]):
        assert actor["mentions"], "a name stands somewhere"
    for claim in row["claims"]:
        assert claim["wording_as_reported"] in text
    for quote in row["quotes"]:
        if quote["speaker"]:
            assert quote["speaker"]["mention"] in text
    assert json.loads(json.dumps(row)) == row


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (None, "a row is an object with id and text, not null"),
        ("x" * 100, 'a row is an object with id and text, not "' + "x" * 39 + "…"),
        ({}, "text is missing or empty"),
        (
            {
                "id": "the ferry",
                "title": "A pier falls",
                "body": "It fell.",
                "n": 1,
                "day": "Monday",
                "tags": [" "],
            },
            "text is missing or empty; it has body: dossier import makes seeds of rows with other keys",
        ),
        ({"text": ["x"]}, 'text is ["x"], expected a string'),
        ({"text": "x", "id": ""}, "id is missing or empty"),
        ({"text": "x", "id": "a", "title": 1}, "title is 1, expected a string"),
        (
            {"text": "x", "id": "a", "published": "31/5/2024"},
            'published is "31/5/2024", expected a date such as 2024-05-31',
        ),
    ],
)
def test_the_words_for_a_row_that_is_no_article(row, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        article_from_row(row)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-05-31", date(2024, 5, 31)),
        ("2024-05-31T23:30:00Z", date(2024, 5, 31)),
        (None, None),
        ("", None),
    ],
)
def test_the_day_of_publication(published, day):
    assert article_from_row({"id": "a", "text": "x", "published": published}).published == day
