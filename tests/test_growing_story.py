"""A story that grows, with gold for who is who and what is what: no false join, and hardly one missed."""

from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from dossier.assembly.across.support import support
from stories import dossier_of

STORY = yaml.safe_load(Path(__file__).with_name("growing_story.yaml").read_text(encoding="utf-8"))
ARTICLES = (*STORY["articles"], *STORY["elsewhere"])
TEXTS = {each["id"]: each["text"] for each in ARTICLES}


@cache
def story():
    return dossier_of(
        *((each["id"], each["text"], each["publisher"], str(each["published"])) for each in ARTICLES)
    )


def told_by(records):
    """Where records are told of: article, start and end, with the record's id."""
    dossier = story()
    passages = {passage.id: passage for passage in dossier.evidence}
    return [(passages[id], record.id) for record in records for id in record.mentions]


def found(gold, records):
    """By gold unit, a thing in an article, the record that tells of it; None where none does."""
    stands = told_by(records)
    units = {}
    for thing, articles in gold.items():
        for article, words in articles.items():
            start = TEXTS[article].index(words)
            end = start + len(words)
            units[thing, article] = next(
                (id for p, id in stands if p.article == article and p.start < end and start < p.end), None
            )
    return units


def score(units):
    """Precision and recall over pairs of units of two articles, and the pairs that are wrong or missing."""
    right, wrong, missing = [], [], []
    for one, other in combinations(sorted(units), 2):
        is_one = units[one] is not None and units[one] == units[other]
        if one[0] == other[0] and one[1] != other[1]:
            (right if is_one else missing).append((one, other))
        elif is_one:
            wrong.append((one, other))
    return SimpleNamespace(right=len(right), wrong=wrong, missing=missing)


@pytest.mark.parametrize("part", ["who", "what"])
def test_no_false_join_and_hardly_one_missed(part):
    dossier = story()
    records = {
        "who": (*dossier.actors, *dossier.places),
        "what": (*dossier.agreements, *dossier.events),
    }[part]
    result = score(found(STORY[part], records))
    assert result.wrong == []
    assert result.right >= 0.9 * (result.right + len(result.missing)), result.missing


def test_a_score_counts_what_is_wrong_and_what_is_missing():
    units = {("x", "a"): "1", ("x", "b"): "1", ("x", "c"): None, ("y", "a"): "1"}
    result = score(units)
    assert (result.right, len(result.wrong), len(result.missing)) == (1, 2, 2)


def event(words):
    dossier = story()
    units = found(STORY["what"], (*dossier.agreements, *dossier.events))
    return next(r for r in dossier.records() if r.id == units[words])


def test_changing_tolls_stand_together_the_latest_first():
    bombing = event(("the bombing in May", "post-first"))
    assert [fact.value.min for fact in bombing.casualties] == [24, 26, 19, 19, 14]


def test_the_older_toll_is_not_the_newer_acts():
    bombing = event(("the bombing in June", "echo-second"))
    assert [fact.value.min for fact in bombing.casualties] == [3]
    assert bombing.date.value.edtf == "2024-06-09"


def test_the_agencys_text_printed_twice_is_one_source():
    dossier = story()
    bombing = event(("the bombing in May", "post-first"))
    passages = {passage.id: passage for passage in dossier.evidence}
    rests = support([passages[id] for id in bombing.mentions], {a.id: a for a in dossier.articles})
    assert rests.repeating == (("wire-first", "echo-wire"),)
    assert (len(rests.articles), len(rests.outlets), rests.sources) == (5, 4, 4)


def test_blame_and_denials_are_about_the_one_bombing():
    bombing = event(("the bombing in May", "post-first"))
    claims = [claim for claim in story().claims if claim.about and claim.about.value == bombing.id]
    assert {claim.kind.value for claim in claims} >= {"responsibility_blamed"}
    assert "reed-league" in {str(claim.target.value) for claim in claims if claim.target}
    assert not any(part.value.actor == "reed-league" for part in bombing.participants)


def test_what_was_planned_is_signed_and_in_force():
    treaty = event(("the treaty", "herald-plan"))
    assert treaty.status.value == "in_force"
    steps = [(step.value.status, step.value.reported_on) for step in treaty.history]
    assert steps == [
        ("planned", date(2024, 4, 20)),
        ("signed", date(2024, 5, 20)),
        ("signed", date(2024, 5, 21)),
        ("in_force", date(2024, 7, 2)),
    ]
    assert [bool(step.according_to) for step in treaty.history] == [True, False, True, False]


def test_one_quotation_in_two_lengths_is_one():
    (quote,) = (quote for quote in story().quotes if "ours to share" in quote.text.value)
    assert quote.text.value.startswith("The sea is ours to share and it is ours to keep for those")
    (version,) = quote.versions
    assert version.evidence[0].startswith("post-signed:")


def test_the_namesakes_are_a_question():
    marsh = {actor.id for actor in story().actors if actor.name.value == "John Marsh"}
    assert len(marsh) == 2
    assert marsh in [set(doubt.records) for doubt in story().doubts]
