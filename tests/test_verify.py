from typing import Literal

import pytest
from pydantic import ValidationError

from dossier.assembly.assembling import assemble
from dossier.assembly.changes import changed_sentences
from dossier.assembly.verify import anchor_problems, verify
from dossier.build import build
from dossier.errors import DossierError
from dossier.facts import ActorRef, Attribution, EventRef, Fact, Ref, WhereRef
from dossier.model import Alias, Event
from dossier.reading.text.article import read_article
from making import ARTICLE, TEXT, authorities, source

DOSSIER = assemble((source(),), authorities(), "authorities.yaml").shown()
CITED = DOSSIER.events[0].title.evidence
DATE = next(agreement.date for agreement in DOSSIER.agreements if agreement.date)


def replaced(section, index, **changes):
    """The dossier with one record changed, as no build would make it."""
    records = list(getattr(DOSSIER, section))
    records[index] = records[index].model_copy(update=changes)
    return DOSSIER.model_copy(update={section: tuple(records)})


def read(value):
    return Fact(value=value, read_by="rules", evidence=CITED)


def altered(fact, **changes):
    """A fact with some of its value changed, unchecked."""
    return fact.model_copy(update={"value": fact.value.model_copy(update=changes)})


def altered_value(fact, value):
    return fact.model_copy(update={"value": value})


def found(dossier):
    with pytest.raises(DossierError) as caught:
        verify(dossier, [ARTICLE])
    return [(p.where, p.found) for p in caught.value.problems]


def test_what_a_build_makes_is_sound():
    verify(DOSSIER, [ARTICLE])


def changed(text, dossier=DOSSIER):
    return changed_sentences(dossier, [read_article(text, id="ferry")])


def test_an_unchanged_article_has_no_changed_sentences():
    assert changed(TEXT) == []


def test_a_sentence_that_only_moved_has_not_changed():
    assert changed("A new first paragraph.\n\n" + TEXT) == []


def test_a_changed_word_names_each_fact_that_rests_on_its_sentence_and_no_other():
    (found,) = changed(TEXT.replace("three people", "four people"))
    assert (found.article, found.paragraph) == ("ferry", "3")
    sentence = (
        "At least three people were hurt in an attack on the ferry that Tonga blamed on the Reef League."
    )
    start = TEXT.index(sentence)
    there = {e.id for e in DOSSIER.evidence if start <= e.start < start + len(sentence)}
    resting = {path for path, fact in DOSSIER.leaves() if there & set(fact.evidence)}
    assert resting <= set(found.facts)
    assert set(found.facts) - resting == {
        f"{id}.{field}"
        for id, field in [
            ("tonga", "mentions"),
            ("reef-league", "mentions"),
            ("attack-on-a-ferry", "mentions"),
            ("tonga-responsibility-blamed-reef-league", "evidence"),
        ]
    } - {"tonga-responsibility-blamed-reef-league.evidence"}
    assert "attack-on-a-ferry.casualties[0]" in found.facts
    assert "mere-tavola.name" not in found.facts


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("denied it", "did not deny it"),
        ("Fiji and Tonga agreed", "Tonga and Fiji agreed"),
        ("At least three", "At most three"),
        ("said on Monday", "says on Monday"),
        ("on the ferry that", "on the pier that"),
        ("“The ferry is late,”", "“The ferry is late”,"),
    ],
)
def test_any_change_of_a_sentence_is_named(was, now):
    assert was in TEXT
    assert [each.facts != () for each in changed(TEXT.replace(was, now))] == [True]


def test_a_published_passage_of_an_article_that_is_gone_is_no_changed_sentence():
    assert changed_sentences(DOSSIER, []) == []


@pytest.mark.parametrize(
    ("update", "problem"),
    [
        ({"digest": "0" * 12}, "the article has"),
        ({"exact": "somewhere else"}, "the article has"),
        ({"exact": None, "first": "Somewhere"}, "the article has"),
        ({"exact": None, "last": "else"}, "the article has"),
        ({"prefix": "behind "}, "the article has"),
        ({"article": "nowhere"}, "is not among the seeds"),
    ],
)
def test_a_passage_that_does_not_stand_there_is_a_problem(update, problem):
    passage = next(e for e in DOSSIER.evidence if e.paragraph == "2").model_copy(update=update)
    (found,) = anchor_problems([passage], {"ferry": ARTICLE})
    assert problem in found.found


@pytest.mark.parametrize(
    ("dossier", "where", "problem"),
    [
        (
            replaced(
                "events", 0, place=Fact[WhereRef](value=WhereRef("atlantis"), read_by="rules", evidence=CITED)
            ),
            "attack-on-a-ferry.place",
            "no record has the id “atlantis”",
        ),
        (replaced("actors", 1, id="fiji"), "fiji", "2 records have this id"),
        (
            replaced(
                "events",
                0,
                date=altered(DATE, edtf="last Monday"),
            ),
            "attack-on-a-ferry.date.edtf",
            "“last Monday” is no EDTF date",
        ),
        (
            replaced("events", 0, date=altered(DATE, kind="within", edtf="2021-06-07/2021-06-09")),
            "attack-on-a-ferry.date.edtf",
            "“2021-06-07/2021-06-09” is no value of the kind within",
        ),
        (
            replaced("events", 0, casualties=(altered(DOSSIER.events[0].casualties[0], max=2),)),
            "attack-on-a-ferry.casualties[0]",
            "min 3 is more than max 2",
        ),
        (
            replaced("events", 0, title=read("Reef League attack on a ferry")),
            "attack-on-a-ferry.title",
            "it names Reef League, whom a claim blames",
        ),
        (
            replaced(
                "events",
                0,
                participants=(altered(DOSSIER.agreements[0].parties[0], actor="reef-league"),),
            ),
            "attack-on-a-ferry.participants",
            "reef-league takes part in it, but only a claim says so",
        ),
        (
            replaced(
                "events", 0, part_of=Fact[EventRef](value=EventRef("fiji"), read_by="rules", evidence=CITED)
            ),
            "attack-on-a-ferry.part_of",
            "“fiji” is of the kind actor",
        ),
        (
            replaced("events", 0, title=read("Attack").model_copy(update={"evidence": ("ferry:0-999",)})),
            "attack-on-a-ferry.title.evidence[0]",
            "no record has the id “ferry:0-999”",
        ),
        (
            replaced(
                "events",
                0,
                title=read("Attack").model_copy(
                    update={"according_to": (Attribution.model_validate({"actor": "nobody"}),)}
                ),
            ),
            "attack-on-a-ferry.title.according_to[0].actor",
            "no record has the id “nobody”",
        ),
        (
            replaced("claims", 0, claimant=altered_value(DOSSIER.claims[0].claimant, "nobody")),
            "tonga-responsibility-blamed-reef-league.claimant",
            "no record has the id “nobody”",
        ),
    ],
)
def test_what_no_dossier_may_hold(dossier, where, problem):
    assert (where, problem) in found(dossier)


def test_what_somebody_is_quoted_as_saying_is_no_fact_without_whose_word_it_is():
    (segment,) = {DOSSIER.quotes[0].segments[0]}
    spoken = Fact(value="Late ferry", read_by="rules", evidence=(segment,))
    told = replaced("agreements", 0, subject=spoken)
    where, problem = found(told)[0]
    assert where == "shared-ferry.subject"
    assert "alone, which somebody is quoted as saying" in problem
    sourced = spoken.model_copy(update={"according_to": (Attribution(actor=ActorRef("mere-tavola")),)})
    verify(replaced("agreements", 0, subject=sourced), [ARTICLE])


def test_a_curated_alias_given_to_two_actors_is_a_problem():
    alias = Fact(value=Alias(text="Tavola", type="transliteration"), read_by="editor", evidence=CITED)
    where, problem = found(replaced("actors", 0, aliases=(alias,)))[0]
    assert (where, problem) == ("fiji and mere-tavola", "the alias “Tavola” is given to each of them")


class Ferry(Event):
    """An event with a field that no other module knows."""

    captain: Fact[Ref[Literal["actor"]]] | None = None


def test_a_field_nobody_knew_of_is_checked_like_the_others():
    event = Ferry(
        **dict(DOSSIER.events[0]),
        captain=Fact(value="nobody", read_by="rules", evidence=CITED),
    )
    dossier = DOSSIER.model_copy(update={"events": (event,)})
    assert ("attack-on-a-ferry.captain", "no record has the id “nobody”") in found(dossier)


@pytest.mark.parametrize(
    ("origin", "reason"),
    [
        ({}, "read_by"),
        ({"read_by": "rules"}, "needs evidence"),
        ({"read_by": "reader:other"}, "needs evidence"),
        ({"read_by": "editor"}, "needs evidence"),
        ({"read_by": "rules", "evidence": CITED, "source": "an atlas"}, "only an editor's value"),
        ({"read_by": "somebody", "evidence": CITED}, "string_pattern_mismatch"),
        ({"read_by": "rules", "evidence": CITED, "according_to": ({},)}, "not both"),
        (
            {"read_by": "rules", "evidence": CITED, "according_to": ({"actor": "fiji", "as_reported": "x"},)},
            "not both",
        ),
    ],
)
def test_no_value_without_its_origin(origin, reason):
    with pytest.raises(ValidationError, match=reason):
        Fact[str].model_validate({"value": "x", **origin})


@pytest.mark.parametrize(
    "origin",
    [
        {"read_by": "rules", "evidence": CITED},
        {"read_by": "reader:other", "evidence": CITED},
        {"read_by": "editor", "source": "an atlas"},
        {"read_by": "register:GeoNames"},
        {"read_by": "rules", "evidence": CITED, "according_to": ({"as_reported": "analysts"},)},
    ],
)
def test_a_value_with_its_origin(origin):
    assert Fact[str].model_validate({"value": "x", **origin}).value == "x"


@pytest.mark.parametrize(
    "said",
    [
        "Peru blamed Foreign Minister Emil Sander of Malta for the delay on Monday.",
        "Police said the Israeli government refused to pay.",
    ],
)
def test_how_somebody_is_named_in_a_reported_clause_stops_no_build(tmp_path, said):
    (tmp_path / "seeds").mkdir()
    head = "---\nheadline: Talks\npublisher: P\ndatePublished: 2024-05-30\n---\n"
    (tmp_path / "seeds/a.md").write_text(f"{head}\nLIMA, Peru – {said}\n", encoding="utf-8")
    assert build(tmp_path / "seeds", tmp_path / "docs").dossier.actors


@pytest.mark.parametrize(
    ("line", "sound"),
    [
        ("Tonga said that the league was behind it.", True),
        ("The Tonga of today blamed the league.", True),
        ("The league was behind it, Tonga said.", False),
        ("Tongans blamed the league.", False),
    ],
)
def test_a_line_about_a_claim_begins_with_who_says_so(line, sound):
    claim = DOSSIER.claims[0]
    assert claim.claimant.value == "tonga"
    told = replaced("claims", 0, description=claim.wording_as_reported.model_copy(update={"value": line}))
    if sound:
        verify(told, [ARTICLE])
        return
    ((where, what),) = found(told)
    assert where == f"{claim.id}.description"
    assert what == f"“{line}” does not begin with who says so, Tonga"
