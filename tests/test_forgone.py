"""Acts kept from, put off, come near to or only thought of: no act is told, by a noun or by its "-ing"."""

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from test_gate import verdict

_NOT_DONE = [
    "The rebels refrained from the bombing of a bridge.",
    "The rebels shied away from a raid on the camp.",
    "Elders talked the rebels out of a raid on the camp.",
    "The rebels stopped short of a raid on the camp.",
    "The rebels were on the verge of a raid on the camp.",
    "The rebels came within an hour of a raid on the camp.",
    "The rebels came close to a raid on the camp.",
    "The rebels backed out of the raid on the camp.",
    "The rebels drew back from a raid on the camp.",
    "The rebels called off the raid on the camp.",
    "A raid on the camp was called off.",
    "The storm put a raid on the camp off.",
    "The rebels ruled out a raid on the camp.",
    "The rebels decided against a raid on the camp.",
    "The rebels thought better of a raid on the camp.",
    "The rebels averted a raid on the camp.",
    "The rebels abandoned a raid on the camp.",
    "The rebels weighed a raid on the camp.",
    "The rebels considered a raid on the camp.",
    "The rebels threatened a raid on the camp.",
    "The rebels delayed a raid on the camp.",
    "The rebels postponed the raid on the camp.",
    "The rebels toyed with a raid on the camp.",
    "The rebels were ready for a raid on the camp.",
    "The rebels were too weak for a raid on the camp.",
    "The rebels lacked the arms for a raid on the camp.",
    "The general hinted at a raid on the camp.",
    "The general spoke of a raid on the camp.",
    "The mayor speculated about a raid on the camp.",
    "The signs point to a raid on the camp.",
    "The rebels gave up the raid on the camp.",
    "The rebels gave the raid on the camp up.",
    "The rebels dropped a raid on the camp.",
    "A raid on the camp is on the table.",
    "A raid on the camp remains on the cards.",
    "A raid on the camp was under consideration.",
    "A raid on the camp was out of the question.",
    "A raid on the camp failed to materialise.",
    "A raid on the camp came to nothing.",
    "A raid on the camp looked certain.",
    "A raid on the camp was unlikely.",
    "A raid on the camp was one of the options.",
    "A raid on the camp was put on hold.",
]
_DONE = [
    "Three guards died in a raid on the camp.",
    "The talks were put off by a raid on the camp.",
    "The talks were called off after a raid on the camp.",
    "The rebels refrained from comment on the raid on the camp.",
    "The rebels refrained from looting after a raid on the camp.",
    "The guards ruled out mistakes in a raid on the camp.",
    "The mill lay close to the raid on the camp.",
    "The mayor stayed away from the raid on the camp.",
    "Two nurses were saved from a raid on the camp.",
    "The guards held off a raid on the camp.",
    "The general spoke of the raid on the camp.",
    "The general spoke of peace after a raid on the camp.",
    "The rebels gave up the camp after a raid on the village.",
    "Two guards gave up their lives in a raid on the camp.",
    "The money was on the table during a raid on the bank.",
    "Help failed to materialise after a raid on the camp.",
    "A raid on the camp failed to free the envoy.",
    "The raid on the camp came to an end.",
    "The raid on the camp was likely the work of rebels.",
    "The raid on the camp was certain to anger the mayor.",
    "The mayor fell short of votes after the raid on the camp.",
]


def events(sentence):
    return [e.type for e in extract_findings(read_article(sentence, id="t")).events]


@pytest.mark.parametrize("sentence", _NOT_DONE)
def test_what_somebody_kept_from_is_no_event(sentence):
    act = "bombing" if "bombing" in sentence else "raid"
    assert "attack" not in events(sentence)
    assert verdict(sentence, "event", act, type="attack").answer == "does not"


@pytest.mark.parametrize("sentence", _DONE)
def test_what_stands_beside_such_a_phrase_is_an_event(sentence):
    assert "attack" in events(sentence)
    assert verdict(sentence, "event", "raid", type="attack").answer == "holds"


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The rebels drew back from bombing a bridge.", "does not"),
        ("The rebels were close to bombing a bridge.", "does not"),
        ("The rebels walked away from bombing a bridge.", "does not"),
        ("The rebels went on bombing a bridge.", "holds"),
    ],
)
def test_the_ing_of_an_act_is_kept_from_by_the_same_phrases(sentence, answer):
    assert verdict(sentence, "event", "bombing", "patient=a bridge", type="attack").answer == answer


@pytest.mark.parametrize("crash", ["a crash", "the crash"])
def test_a_crash_that_somebody_walked_away_from_was_one(crash):
    sentence = f"The driver walked away from {crash} in Lesk."
    assert verdict(sentence, "event", "crash", type="accident").answer == "holds"


def test_what_all_but_burned_did_not_burn():
    assert verdict("The fire all but destroyed the mill.", "event", "destroyed").answer == "does not"
    assert verdict("The fire destroyed all but the mill.", "event", "destroyed").answer == "holds"


@pytest.mark.parametrize(
    ("sentence", "happened"),
    [
        ("The rebels were planning an operation that would have included the bombing of a mill.", False),
        ("Police foiled a plot that involved bombing a mill.", False),
        ("The plan included the bombing of a mill.", False),
        ("The unit was accused of encouraging the bombing of a mill.", False),
        ("The raid involved the bombing of a mill.", True),
        ("The campaign of terror included the bombing of a mill.", True),
    ],
)
def test_what_a_plan_included_came_no_more_to_pass_than_the_plan(sentence, happened):
    assert ("attack" in events(sentence)) is happened
