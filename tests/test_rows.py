"""Rows of findings back to findings: nothing is lost on the way, nothing misshapen gets in."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.interchange import findings_to_row
from dossier.reading.rows import findings_of_row
from dossier.reading.text.article import read_article
from dossier.seeds.articles import load_document

TEXT = (
    "LIMAPORT — At least 14 people were killed when gunmen attacked a bus in Peru last week, police said.\n\n"
    "“We agreed to set up a joint committee,” said Ana Novak, the former mayor of Limaport. “It is late.”\n\n"
    "The government blamed the Red Reef Movement (RRM) for the attack. Peru pledged $20m to Chile on Monday."
)
ARTICLE = read_article(TEXT, id="talks", published=date(2024, 5, 31))
SEEDS = sorted(path for path in Path("seeds").glob("*.md"))


def row_of(article):
    return json.loads(json.dumps(findings_to_row(article, extract_findings(article))))


@pytest.mark.parametrize("article", [ARTICLE, *(load_document(path).article for path in SEEDS)])
def test_findings_come_back_from_their_row_as_they_were(article):
    found = extract_findings(article)
    assert found.events
    assert findings_of_row(article, row_of(article)) == found


def test_a_row_of_before_lacks_what_was_added_since():
    row = {
        "id": "talks",
        "actors": [
            {"name": "Peru", "kind": "state", "aliases": ["Lima"], "mentions": [{"start": 73, "end": 77}]}
        ],
        "dates": [{"start": 78, "end": 87, "edtf": "2024-05", "precision": "week", "basis": "explicit"}],
    }
    found = findings_of_row(ARTICLE, row)
    assert found.actors[0].aliases[0].type == "as_reported"
    assert found.dates[0].rule == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"actors": {"name": "Peru"}}, "actors: expected a list"),
        ({"claims": ["blamed"]}, "claims[0]: expected an object"),
        ({"actors": [{"kind": "state"}]}, "actors.0.name: Field required"),
        ({"actors": [{"name": 7, "kind": "state"}]}, "actors.0.name: Input should be a valid string"),
        (
            {"actors": [{"name": "Peru", "kind": "state", "mentions": [{"start": 1, "end": 4000}]}]},
            "actors[0].mentions[0]: its offsets lie outside the article’s text",
        ),
        (
            {"actors": [{"name": "Peru", "kind": "state", "mentions": [{"start": 9, "end": 9}]}]},
            "actors[0].mentions[0]: its offsets lie outside the article’s text",
        ),
        (
            {"actors": [{"name": "Peru", "kind": "state", "mentions": [], "aliases": [], "roles": []}]},
            "actors[0].mentions: empty, and so it stands nowhere in the article",
        ),
        ({"quotes": [{"segments": []}]}, "quotes[0].segments: empty"),
        ({"quotes": [{"segments": [{"start": "a", "end": 3}]}]}, "quotes.0.segments.0.start"),
    ],
)
def test_a_misshapen_row_says_where(row, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        findings_of_row(ARTICLE, row)


def test_every_wrong_field_is_told_at_once():
    with pytest.raises(ValueError, match="Field required") as raised:
        findings_of_row(ARTICLE, {"actors": [{"kind": "state"}], "places": [{"name": "Peru"}]})
    assert len(str(raised.value).splitlines()) == 2
