"""Each fact is asked for in the words it cites: all have a verdict, and one that is changed is found out."""

import os
from functools import cache
from types import NoneType
from typing import get_args, get_origin

import pytest

from dossier import beside
from dossier.assembly.gate import leaves
from dossier.assembly.gate.edited import edited_doubts
from dossier.assembly.gate.leaves import judge_leaves, told_of_leaves
from dossier.assembly.gate.named import says
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate_yes import all_yes
from dossier.build import check
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.errors import DossierError
from dossier.facts import ActorRef, Attribution, Fact, Ref, Reported
from dossier.gathering import know
from dossier.model import (
    Actor,
    Agreement,
    Alias,
    Amount,
    Casualties,
    Claim,
    Event,
    ExternalIds,
    Geo,
    Participant,
    Place,
    Quote,
    ReportedDate,
    Role,
    Step,
)
from dossier.reading.events.casualties import counts_one
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from first_dossier import SEEDS
from stories import dossier_of, source

ASKED = (Alias, Amount, Casualties, Participant, ReportedDate, Role, Step, Ref, str)
OF_REGISTERS = (ExternalIds, Geo)


@cache
def first():
    known = know(list_folder(SEEDS))
    return known.showing.full(), known.articles


def verdicts(dossier, articles, yes=None):
    said = {"said_yes": yes} if yes else {}
    return {each.path: each for each in judge_leaves(dossier, articles, **said)}


def yes_to(articles, **said):
    return all_yes(AUTHORITIES_SHAPE(), [(articles[0], CURATION_SHAPE.model_validate(said))])


def test_every_fact_has_a_verdict_and_what_is_exempt_follows_from_its_type():
    dossier, articles = first()
    found = verdicts(dossier, articles)
    facts = dict(dossier.leaves())
    assert found.keys() == facts.keys()
    for path, fact in facts.items():
        from_elsewhere = not fact.evidence
        assert (found[path].answer == "elsewhere") is from_elsewhere, path
        assert not from_elsewhere or fact.source or fact.read_by.startswith("register:"), path
    assert {each.read_by for each in found.values() if each.answer == "holds"} == {"rules", "editor"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="all is asked here without fork")
def test_of_many_records_half_are_asked_by_another_process_and_get_the_same_verdicts(monkeypatch):
    dossier, articles = first()
    here = list(judge_leaves(dossier, articles))
    monkeypatch.setattr(leaves, "_MANY", 2)
    monkeypatch.setattr(beside, "is_able", lambda: True)
    asked = []
    verdict = leaves._Asking.verdict
    monkeypatch.setattr(leaves._Asking, "verdict", lambda *each: asked.append(1) or verdict(*each))
    assert list(judge_leaves(dossier, articles)) == here
    assert 0 < len(asked) < len(here), "the others are asked by the other process"
    monkeypatch.setattr(beside, "is_able", lambda: False)
    assert list(judge_leaves(dossier, articles)) == here


def test_all_of_the_first_dossier_holds_but_one_line_that_its_words_do_not_say():
    not_shown = [each for each in verdicts(*first()).values() if each.answer in ("not shown", "does not")]
    assert [(each.path, each.read_by) for each in not_shown] == [("united-states.description", "editor")]


@pytest.mark.parametrize("record", [Actor, Place, Event, Agreement, Quote, Claim])
def test_each_type_of_value_has_its_question(record):
    """A new type of fact fails here until the gate asks about it, or it is a register's."""
    for field in record.model_fields.values():
        for held in (field.annotation, *get_args(field.annotation)):
            if isinstance(held, type) and issubclass(held, Fact):
                value = held.model_fields["value"].annotation
                kinds = {type(each) for each in get_args(value)} if get_origin(value) else {NoneType}
                plain = get_origin(value) if get_origin(value) is Ref else value
                assert kinds == {str} or issubclass(plain, (*ASKED, *OF_REGISTERS)), (record, held)


TEXT = (
    "LESK, Fiji – President Mere Tavola of Fiji met Orla Quint, the head of the Reef League, in Suva "
    "on Monday. Tavola said the ferry was late.\n\n"
    "At least three guards were killed in an attack on a ferry in Lautoka on Sunday, police said.\n\n"
    "Samoa did not send anybody. Ivo Stam of the Harbour Union spoke to reporters in Nadi on Tuesday."
)


def made(**curation):
    article = source("ferry", TEXT, **curation)
    return dossier_of(article), (article.article,)


def test_what_is_read_of_an_article_holds():
    found = verdicts(*made())
    assert len(found) > 25
    assert [each for each in found.values() if each.answer not in ("holds", "elsewhere")] == []


def changed(dossier, section, change):
    """The dossier with the first record of a section, for which it changes anything, changed."""
    records = getattr(dossier, section)
    for number, record in enumerate(records):
        become = change(record)
        if become is not None:
            return dossier.model_copy(
                update={section: (*records[:number], become, *records[number + 1 :])}
            ), record
    raise AssertionError("nothing to change")


def other_value(field, index, **values):
    def change(record):
        facts = getattr(record, field)
        facts = facts if isinstance(facts, tuple) else (facts,) if facts else ()
        if len(facts) <= index:
            return None
        value = facts[index].value
        new = value.model_copy(update=values) if values.keys() != {"value"} else values["value"]
        fact = facts[index].model_copy(update={"value": new})
        whole = getattr(record, field)
        several = isinstance(whole, tuple)
        return record.model_copy(
            update={field: (*whole[:index], fact, *whole[index + 1 :]) if several else fact}
        )

    return change


WRONG = [
    # (section, field, the value changed to what its words do not say)
    ("actors", "aliases", {"text": "Tavola-Reyes"}),
    ("actors", "name", {"value": "Orla Ferrel"}),
    ("actors", "roles", {"title": "Admiral"}),
    ("places", "name", {"value": "Port Varn"}),
    ("events", "participants", {"actor": "harbour-union"}),
    ("events", "casualties", {"min": 30}),
    ("events", "casualties", {"as_reported": "at least thirty guards"}),
    ("events", "date", {"as_reported": "Friday"}),
    ("events", "place", {"value": Ref("nadi")}),
    ("events", "title", {"value": "Meeting of Ivo Stam with Orla Quint"}),
    ("events", "title", {"value": "Attack in Ödensby"}),
]


@pytest.mark.parametrize(("section", "field", "values"), WRONG)
def test_a_value_that_its_words_do_not_say_is_found_out(section, field, values):
    dossier, articles = made()
    wrong, record = changed(dossier, section, other_value(field, 0, **values))
    before, after = verdicts(dossier, articles), verdicts(wrong, articles)
    paths = [path for path in after if path.startswith(f"{record.id}.{field}")]
    assert {before[path].answer for path in paths} == {"holds"}
    assert after[paths[0]].answer == "not shown", after[paths[0]]


def test_ends_of_a_relation_are_asked_for():
    dossier, articles = made()
    relation = dossier.relations[0]
    other = next(a.id for a in dossier.actors if a.id not in (relation.subject, relation.object))
    wrong = relation.model_copy(update={"subject": other})
    found = verdicts(dossier.model_copy(update={"relations": (wrong,)}), articles)
    assert found[wrong.id].answer == "not shown"


def test_whose_word_it_is_stands_there():
    dossier, articles = made()
    event = next(event for event in dossier.events if event.type.value == "attack")
    assert verdicts(dossier, articles)[f"{event.id}.type"].answer == "holds"
    for other in (Attribution(actor=ActorRef("harbour-union")), Attribution(as_reported=Reported("divers"))):
        type_ = event.type.model_copy(update={"according_to": (other,)})
        wrong = dossier.model_copy(update={"events": (event.model_copy(update={"type": type_}),)})
        found = verdicts(wrong, articles)[f"{event.id}.type"]
        assert found.answer == "not shown"
        assert "whose word it is" in found.why


def test_an_editors_yes_lets_a_line_stand_and_the_report_counts_it():
    line = "Ivo Stam spoke for the Dockers."
    entry = {"words": "Ivo Stam", "description": line, "because": "Ivo Stam of the Harbour Union spoke"}
    dossier, articles = made(actors=[entry])
    found = verdicts(dossier, articles)
    assert found["ivo-stam.description"].answer == "not shown"
    allowed = verdicts(dossier, articles, yes_to(articles, actors=[entry | {"shown": "he chairs it"}]))
    assert allowed["ivo-stam.description"].answer == "editor"
    told = list(told_of_leaves(tuple(allowed.values())))
    assert "1 by an editor’s yes, 0 not shown" in told[0]
    assert "not shown: ivo-stam.description" in "\n".join(told_of_leaves(tuple(found.values())))


LINE = {"words": "Ivo Stam", "description": "Ivo Stam spoke for the Dockers.", "shown": "he chairs it"}
OTHER = {"description": "Ivo Stam spoke."}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"actors": [LINE | {"because": "Ivo Stam of the Harbour Union spoke"}]}, "editor"),
        ({"actors": [LINE | {"because": "Ivo Stam"}]}, "not shown"),  # a yes to the same line on other words
        ({"events": [LINE | {"because": "Ivo Stam of the Harbour Union spoke"}]}, "editor"),
        ({"actors": [LINE | {"because": "Ivo Stam of the Harbour Union spoke", **OTHER}]}, "not shown"),
        ({"shown": [{"words": "Ivo Stam", "because": "he chairs it"}]}, "not shown"),  # to what was read
    ],
)
def test_an_editors_yes_is_one_to_these_words_of_this_line(said, answer):
    entry = {key: LINE[key] for key in ("words", "description")}
    dossier, articles = made(actors=[entry | {"because": "Ivo Stam of the Harbour Union spoke"}])
    found = verdicts(dossier, articles, yes_to(articles, **said))
    assert found["ivo-stam.description"].answer == answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({}, "not shown"),
        ({"reviewed": [{"words": "attack", "seen": "0" * 12}]}, "editor"),
        ({"reviewed": [{"words": "attack", "seen": "0" * 12, "drop": "not so"}]}, "not shown"),
        ({"reviewed": [{"words": "Harbour Union", "seen": "0" * 12}]}, "not shown"),
        ({"shown": [{"words": "attack", "because": "it was one"}]}, "editor"),
    ],
)
def test_what_was_read_stands_by_a_yes_to_the_words_it_rests_on(said, answer):
    dossier, articles = made()
    event = next(event for event in dossier.events if event.type.value == "attack")
    elsewhere = (Attribution(actor=ActorRef("harbour-union")),)
    type_ = event.type.model_copy(update={"according_to": elsewhere})
    wrong = dossier.model_copy(update={"events": (event.model_copy(update={"type": type_}),)})
    found = verdicts(wrong, articles, yes_to(articles, **said))
    assert found[f"{event.id}.type"].answer == answer


def test_what_an_editor_draws_from_words_that_deny_it_stops_the_build(tmp_path):
    article = (
        "headline: A ferry\npublisher: The Lamp\ndatePublished: 2024-05-31\n---\n"
        "Fiji and Samoa talked in Suva.\n\nSamoa did not join Fiji in the pact, police said.\n"
    )
    (tmp_path / "ferry.md").write_text(f"---\n{article}", encoding="utf-8")
    (tmp_path / "ferry.curation.yaml").write_text(
        "relations:\n- words: Samoa did not join Fiji in the pact\n"
        "  subject: samoa\n  predicate: ally_of\n  object: fiji\n  according_to: article\n",
        encoding="utf-8",
    )
    with pytest.raises(DossierError) as told:
        check(tmp_path, tmp_path / "docs")
    assert "samoa-ally-of-fiji" in str(told.value)
    assert "“not” denies it" in str(told.value)


DRAWN = [
    # (value, the words it rests on, what the gate answers; nothing where they say it)
    ("Samoa joined the pact.", "Samoa joined the pact", None),
    ("Samoa joined the pact.", "Samoa did not join the pact", "does not"),
    ("Samoa joined the pact.", "Samoa has yet to join the pact", "does not"),
    ("Samoa joined the pact.", "Samoa came close to joining the pact", "does not"),
    ("Samoa did not join the pact.", "Samoa did not join the pact", None),
    ("Samoa refused the pact.", "Samoa refused to join the pact", None),
    ("Samoa joined the pact.", "Samoa refused to join the pact", "does not"),
    ("Samoa joined the pact.", "Samoa managed to join the pact", None),
    ("the pact", "Samoa did not discuss the pact", "does not"),
    ("the pact", "Samoa discussed the pact", None),
    ("Samoa wants the pact.", "Samoa said it wants the pact because Fiji does not", "not shown"),
    ("Samoa wants the pact.", "Samoa said it not only wants the pact", None),
    ("Samoa sent 14 ships.", "Samoa sent 40 ships", "not shown"),
]


@pytest.mark.parametrize(("value", "words", "answer"), DRAWN)
def test_what_an_editor_draws_from_words_is_not_denied_among_them(value, words, answer):
    article = read_article(f"{words}.", id="t")
    found = list(edited_doubts(value, [Span(0, len(words))], Reading.of(article)))
    assert [doubt.answer for doubt in found] == ([answer] if answer else [])


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Samoa joined Fiji in the pact", "holds"),
        ("Samoa refused to join Fiji in the pact", "does not"),
        ("Samoa joined Fiji in the pact, which Tonga had not signed", "not shown"),
    ],
)
def test_a_relation_that_an_editor_draws_is_not_denied(words, answer):
    entry = {"words": words, "subject": "samoa", "predicate": "ally_of", "object": "fiji"}
    article = source("pact", f"Fiji and Samoa talked in Suva.\n\n{words}.", relations=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    assert found["samoa-ally-of-fiji"].answer == answer


@pytest.mark.parametrize(
    ("whom", "count"), [("an island soldier", 1), ("a customs officer", 1), ("two officers", 2)]
)
def test_one_who_is_killed_is_a_number_without_a_digit(whom, count):
    text = f"Gunmen killed {whom} in Suva on Monday."
    (attack,) = dossier_of(("one", text)).events
    (told,) = attack.casualties
    assert (told.value.min, told.value.as_reported) == (count, whom)


def test_a_place_has_no_day_that_could_be_its_own():
    text = (
        "Two Georgian border guards were killed and at least five people wounded when gunmen opened fire on "
        "a customs post at the Karsa crossing on Thursday, officials in both countries said."
    )
    (attack,) = dossier_of(("one", text)).events
    assert attack.date is not None
    assert attack.date.value.as_reported == "Thursday"


def test_what_nobody_named_says_needs_no_name_in_the_words():
    """ "Is accused" names no accuser, and what a passage says is shown without one."""
    article = source("x", "The Tern Brigade is accused of an attack in Fiji. Ivo Stam spoke.")
    dossier = dossier_of(article)
    found = verdicts(dossier, (article.article,))
    named = {path: each for path, each in found.items() if each.fact.according_to}
    assert {each.fact.according_to[0].as_reported for each in named.values()} == {"nobody named"}
    assert {each.answer for each in named.values()} == {"holds"}
    other = Attribution(as_reported=Reported("the Reef League"))
    (claim,) = dossier.claims
    told = claim.target.model_copy(update={"according_to": (other,)})
    changed = dossier.model_copy(update={"claims": (claim.model_copy(update={"target": told}),)})
    assert verdicts(changed, (article.article,))[f"{claim.id}.target"].answer == "not shown"


@pytest.mark.parametrize(
    ("words", "one"),
    [("a soldier", True), ("a boat", False), ("his wife", True), ("her boat", False), ("soldiers", False)],
)
def test_whom_words_count_without_a_number(words, one):
    assert counts_one(words) is one


@pytest.mark.parametrize(
    ("words", "form", "there"),
    [
        ("Varn fell.", "Varn", True),
        ("VARN’S mill", "Varn's", True),
        ("Guards of Novarn left Varn.", "Varn", True),
        ("Varnish fell.", "Varn", False),
        ("Novarn fell.", "Varn", False),
        ("Varn_2 fell.", "Varn", False),
        ("Varn fell.", " ", False),
    ],
)
def test_a_form_stands_in_words_as_whole_words(words, form, there):
    assert says(words, form) is there
