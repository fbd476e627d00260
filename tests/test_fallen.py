"""What its words do not show falls out of a dossier, whoever read it, but for an editor's line or yes."""

from dataclasses import replace

import pytest

from dossier.assembly import fallen
from dossier.assembly.assembling import assemble
from dossier.assembly.fallen import left_without, only_shown, told_of_stood
from dossier.assembly.gate.leaves import Judging, _Asking, judge_leaves
from dossier.assembly.gate_yes import SaidYes, idle_yes, said_yes
from dossier.assembly.gating import Gated
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.facts import EDITOR, Reported, refers_to
from dossier.model import Relation
from dossier.reading.findings import Findings, Span
from stories import dossier_of, source

TEXT = (
    "LESK, Fiji – President Mere Tavola of Fiji met Orla Quint, the head of the Reef League, in Suva "
    "on Monday. Tavola said the ferry was late.\n\n"
    "At least three guards were killed in an attack on a ferry in Lautoka on Sunday, police said."
)
ARTICLE = source("ferry", TEXT)
DOSSIER = dossier_of(ARTICLE)
MEETING = next(event for event in DOSSIER.events if event.type.value == "meeting")


def with_event(**fields):
    """The dossier whose meeting has other values: by field, the value of its one fact, or of its first."""
    update = {}
    for name, value in fields.items():
        facts = getattr(MEETING, name)
        first = facts[0] if isinstance(facts, tuple) else facts
        kept = first.value.model_copy(update=value) if isinstance(value, dict) else value
        fact = first.model_copy(update={"value": kept})
        update[name] = (fact, *facts[1:]) if isinstance(facts, tuple) else fact
    wrong = MEETING.model_copy(update=update)
    events = tuple(wrong if event is MEETING else event for event in DOSSIER.events)
    return DOSSIER.model_copy(update={"events": events})


def meeting(stood):
    return next((event for event in stood.dossier.events if event.id == MEETING.id), None)


def stood(dossier, yes=None):
    return only_shown(dossier, (ARTICLE.article,), yes)


def yes_at(*spans):
    return SaidYes(lines=frozenset(), answered={"ferry": spans})


def test_of_a_dossier_that_its_words_show_nothing_falls():
    found = stood(DOSSIER)
    assert found.dossier == DOSSIER
    assert found.fallen == ()
    assert len(found.judged) == len(list(DOSSIER.leaves()))


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", {"as_reported": Reported("Friday")}), ("participants", {"actor": "police"})],
)
def test_what_a_record_can_be_without_falls_alone(field, value):
    found = stood(with_event(**{field: value}))
    assert [each.path.partition("[")[0] for each in found.fallen] == [f"{MEETING.id}.{field}"]
    left = getattr(meeting(found), field)
    assert left is None or len(left) == len(getattr(MEETING, field)) - 1
    assert meeting(found).title == MEETING.title
    assert [each.answer for each in found.judged if each.answer == "not shown"] == []


def test_with_what_makes_it_that_record_a_record_falls_and_whatever_leads_to_it():
    named = next(actor for actor in DOSSIER.actors if actor.name.value == "Orla Quint")
    name = named.name.model_copy(update={"value": "Orla Vane"})
    wrong = named.model_copy(update={"name": name, "aliases": (), "mentions": ()})
    actors = tuple(wrong if actor is named else actor for actor in DOSSIER.actors)
    before = [r for r in DOSSIER.relations if named.id in (r.subject, r.object)]
    found = stood(DOSSIER.model_copy(update={"actors": actors}))
    assert before
    assert named.id not in {actor.id for actor in found.dossier.actors}
    assert [r for r in found.dossier.relations if named.id in (r.subject, r.object)] == []
    assert named.id in [p.value.actor for p in MEETING.participants]
    assert named.id not in [p.value.actor for p in meeting(found).participants]
    assert meeting(found).participants


def test_a_relation_falls_alone():
    relation = next(r for r in DOSSIER.relations if r.subject == "mere-tavola")
    wrong = relation.model_copy(update={"object": "police"})
    assert isinstance(wrong, Relation)
    found = stood(DOSSIER.model_copy(update={"relations": (wrong,)}))
    assert found.dossier.relations == ()
    assert found.dossier.actors == DOSSIER.actors


def test_an_editors_own_line_stands_and_is_told():
    line = "Orla Quint spoke for the Dockers."
    entry = {"words": "Orla Quint", "description": line, "because": "Orla Quint, the head"}
    article = source("ferry", TEXT, actors=[entry])
    found = only_shown(dossier_of(article), (article.article,))
    assert [(each.read_by, each.answer) for each in found.judged if each.answer == "not shown"] == [
        (EDITOR, "not shown")
    ]
    assert found.fallen == ()


def test_a_yes_to_its_words_lets_it_stand_and_both_are_reported():
    dossier = with_event(date={"as_reported": Reported("Friday")})
    start = TEXT.index("Orla Quint")
    said = stood(dossier, yes_at(Span(start, start + 10)))
    assert meeting(said).date is not None
    assert [each.path for each in said.let_through] == [f"{MEETING.id}.date"]
    assert f"by an editor’s yes: {MEETING.id}.date" in "\n".join(told_of_stood(said))
    elsewhere = TEXT.index("three guards")
    other = stood(dossier, yes_at(Span(elsewhere, elsewhere + 12)))
    assert meeting(other).date is None
    told = "\n".join(told_of_stood(other))
    assert "1 facts fell" in told
    assert f"fell: {MEETING.id}.date (not shown): “Friday” stands in none of" in told


def test_a_yes_by_which_only_a_fact_stands_is_not_idle():
    dossier = with_event(date={"as_reported": Reported("Friday")})
    entry = {"words": "Orla Quint", "because": "the paper said so on another day"}
    curation = CURATION_SHAPE.model_validate({"shown": [entry]})
    said = said_yes(ARTICLE.article, curation)
    through = stood(dossier, yes_at(*said[0].spans)).let_through
    gate = Gated(findings=Findings(id="ferry"), asked=0, fallen=())
    assert list(idle_yes("ferry.curation.yaml", said, gate, ARTICLE.article, through)) == []
    assert len(list(idle_yes("ferry.curation.yaml", said, gate, ARTICLE.article))) == 1


def test_what_a_reader_read_and_no_words_show_is_in_no_dossier():
    findings = ARTICLE.findings
    actors = tuple(
        replace(each, roles=tuple(replace(role, title="Admiral") for role in each.roles))
        if each.name == "Mere Tavola"
        else each
        for each in findings.actors
    )
    told = replace(ARTICLE, findings=replace(findings, actors=actors))
    showing = assemble([told], AUTHORITIES_SHAPE.model_validate({}), "authorities.yaml")
    assert [each.path for each in showing.stood.fallen] == ["mere-tavola.roles[0]"]
    tavola = next(actor for actor in showing.full().actors if actor.id == "mere-tavola")
    assert tavola.roles == ()


def called_otherwise(dossier, record):
    """The dossier with a record whose name, and nothing else, no words show."""
    name = record.name.model_copy(update={"value": "Vessel Yard Nine"})
    section = "actors" if record in dossier.actors else "places"
    others = (
        each.model_copy(update={"name": name, "aliases": ()}) if each is record else each
        for each in getattr(dossier, section)
    )
    return dossier.model_copy(update={section: tuple(others)})


@pytest.mark.parametrize("number", range(len(DOSSIER.actors) + len(DOSSIER.places)))
def test_what_is_left_is_judged_as_if_nothing_else_had_been_there(number):
    wrong = called_otherwise(DOSSIER, (*DOSSIER.actors, *DOSSIER.places)[number])
    title = MEETING.title.model_copy(update={"value": "Talks of Vessel Yard Nine in Suva"})
    meeting = MEETING.model_copy(update={"title": title, "participants": ()})
    for events in (wrong.events, tuple(meeting if each is MEETING else each for each in wrong.events)):
        dossier = wrong.model_copy(update={"events": events})
        found = stood(dossier)
        assert found.fallen
        assert found.judged == judge_leaves(found.dossier, (ARTICLE.article,))


def test_only_what_may_be_judged_otherwise_is_asked_again(monkeypatch):
    asked = []
    verdicts = _Asking.verdicts
    monkeypatch.setattr(_Asking, "verdicts", lambda *of: asked.append(of[1].id) or verdicts(*of))
    judging = Judging((ARTICLE.article,))
    every = judging.of(DOSSIER)
    assert asked == [record.id for record in DOSSIER.everything()]
    asked.clear()
    assert judging.of(DOSSIER) == every
    assert set(asked) < {record.id for record in DOSSIER.everything()}
    alone = set(asked)
    asked.clear()
    other = next(actor for actor in DOSSIER.actors if actor.id == "orla-quint")
    judging.of(called_otherwise(DOSSIER, other))
    led = {r.id for r in DOSSIER.everything() if "orla-quint" in refers_to(r)}
    assert led
    assert set(asked) == alone | led | {"orla-quint"}


def test_only_what_leads_to_what_is_gone_is_looked_into(monkeypatch):
    looked: list[str] = []
    without = fallen._without
    monkeypatch.setattr(fallen, "_without", lambda *of: looked.append(of[0].id) or without(*of))
    left = left_without(DOSSIER, gone={"orla-quint"})
    led = {r.id for r in DOSSIER.records() if "orla-quint" in refers_to(r)}
    assert led
    assert set(looked) == led & {r.id for r in left.records()}
    before = {r.id: r for r in DOSSIER.everything()}
    assert all(r is before[r.id] for r in left.everything() if r.id not in led)
    assert {"orla-quint"}.isdisjoint(id for r in left.everything() for id in refers_to(r))
