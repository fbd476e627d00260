"""What an editor says yes to, and what an editor's own words must say."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
import yaml

from dossier.assembly.gate.edited import edited_doubts
from dossier.assembly.gate.leaves import Judged
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate_yes import idle_answers, idle_yes, said_yes
from dossier.assembly.gating import Fallen, Gated, gated, told_of
from dossier.build import build
from dossier.editing.curation import CURATION_SHAPE
from dossier.errors import DossierError
from dossier.gathering import _idle_answers
from dossier.reading.extract import extract_findings
from dossier.reading.findings import NameFinding, Participant, RoleFinding, Span
from dossier.reading.text.article import read_article
from test_scaling import GENEROUS, counted

TEXT = (
    "SUVA – The army chief, Ivo Stam, said on Monday that 14 guards had left Lesk. Ana Lume did not visit "
    "the town. The former mayor, Tom Abt, wept. A harbourmaster spoke."
)


@pytest.fixture(scope="module")
def article():
    return read_article(TEXT, id="a", published=date(2024, 5, 30))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("value", "because", "doubts"),
    [
        ("Ivo Stam spoke of 14 guards.", ["14 guards had left Lesk"], []),
        ("Ivo Stam spoke of 15 guards.", ["14 guards had left Lesk"], ["not shown"]),
        ("In 2024 the guards left.", ["14 guards had left Lesk"], []),
        ("In 2023 the guards left.", ["14 guards had left Lesk"], ["not shown"]),
        ("Two towns are named.", ["14 guards had left Lesk"], []),
        ("Ana Lume came to the town.", ["Ana Lume did not visit the town"], ["does not"]),
        ("Ana Lume never came to the town.", ["Ana Lume did not visit the town"], []),
        ("Ana Lume", ["Ana Lume did not visit the town"], []),
        ("A town that Stam speaks of.", ["Ana Lume did not visit the town", "14 guards had left Lesk"], []),
    ],
)
def test_the_words_of_an_editors_line_say_it(article, value, because, doubts):
    found = edited_doubts(value, [at(words) for words in because], Reading.of(article))
    assert [doubt.answer for doubt in found] == doubts


def test_names_and_offices_are_asked_as_well(article):
    findings = extract_findings(article)
    wrong = NameFinding(
        name="harbour",
        kind="place",
        mentions=(at("harbour"),),
    )
    mayor = NameFinding(
        name="Tom Abt",
        kind="person",
        mentions=(at("Tom Abt"),),
        roles=(RoleFinding(title="mayor", of=None, span=at("mayor"), former=False),),
    )
    asked = gated(article, type(findings)(id="a", actors=(mayor,), places=(wrong,)))
    assert asked.findings.places == ()
    assert [actor.roles for actor in asked.findings.actors] == [()]
    assert [(each.what, each.answer) for each in asked.fallen] == [
        ("role of a name", "does not"), ("name", "does not")
    ]  # fmt: skip
    assert asked.asked == 3


HEAD = "---\nheadline: Towns\npublisher: P\ndatePublished: 2024-05-30\n---\n"


@pytest.fixture
def place(tmp_path):
    (tmp_path / "seeds").mkdir()
    return tmp_path


def built(place, text, curation):
    (place / "seeds/a.md").write_text(HEAD + text, encoding="utf-8")
    (place / "seeds/a.curation.yaml").write_text(curation, encoding="utf-8")
    return build(place / "seeds", place / "docs")


LEFT_OPEN = "SUVA – Ana Lume visited Tonga for talks and condemned a strike by Fiji on Monday."


def told(place, curation):
    with pytest.raises(DossierError) as caught:
        built(place, LEFT_OPEN, curation)
    (problem,) = caught.value.problems
    return problem


def test_a_yes_that_lets_nothing_through_is_told(place):
    problem = told(place, "shown:\n- words: Ana Lume\n  because: she is the only visitor\n")
    assert problem.where == "shown[0].words"
    assert "lets nothing through" in problem.found
    gone = told(place, "shown:\n- words: Ivo Stam\n  because: he is the only visitor\n")
    assert "does not stand in the article" in gone.found


@pytest.mark.parametrize(
    ("words", "answer"), [("visited", "not shown"), ("Suva", "does not"), ("Monday", "does not")]
)
def test_an_editors_yes_lets_through_what_is_not_shown_and_nothing_that_is_denied(words, answer):
    text = "Ana Lume visited Suva on Monday."
    article = read_article(text, id="a", published=date(2024, 5, 30))
    findings = extract_findings(article)
    (visit,) = findings.events
    span = Span(text.index(words), text.index(words) + len(words))
    visitor = Participant(actor="Ivo Stam", role="visitor", span=span)
    changed = replace(findings, events=(replace(visit, participants=(visitor,), slots=()),))
    refused, let = gated(article, changed), gated(article, changed, [span])
    assert [each.answer for each in refused.fallen] == [answer]
    assert refused.findings.events[0].participants == ()
    stands = answer == "not shown"
    assert [each.words for each in let.let_through] == ([words] if stands else [])
    assert let.findings.events[0].participants == ((visitor,) if stands else ())
    assert ("by an editor’s yes in a" in " ".join(told_of([let]))) is stands


def test_an_editors_line_that_its_words_do_not_say_stops_the_build(place):
    text = "SUVA – Ana Lume, the mayor of Lesk, met Ivo Stam in Suva with 14 guards on Monday."
    line = "actors:\n- words: Ana Lume\n  description: Ana Lume is a mayor with {} guards.\n"
    because = "  because: the mayor of Lesk, met Ivo Stam in Suva with 14 guards\n"
    with pytest.raises(DossierError) as caught:
        built(place, text, line.format(30) + because)
    (problem,) = caught.value.problems
    assert problem.where == "actors[0].description: because"
    assert "“30” stands in none of the words it rests on" in problem.found
    report = built(place, text, line.format(30) + because + "  shown: sixteen more stood outside\n")
    assert "actors[0]: sixteen more stood outside" in report.summary()
    built(place, text, line.format(14) + because)
    data = json.loads((place / "docs/data/dossier.json").read_text(encoding="utf-8"))
    assert "14 guards" in str(data["actors"])


@pytest.mark.parametrize(
    ("curation", "where", "idle"),
    [
        (
            "relations:\n- words: Ivo Stam represents the Harbour Union\n  subject: ivo-stam\n"
            "  predicate: represents\n  object: harbour-union\n  shown: so he does\n",
            "relations[0].shown",
            True,
        ),
        (
            "relations:\n- words: The Harbour Union called Ivo Stam a friend\n  subject: ivo-stam\n"
            "  predicate: represents\n  object: harbour-union\n  shown: so he does\n",
            "relations[0].shown",
            False,
        ),
        (
            "actors:\n- words: Harbour Union\n  aliases:\n  - text: the Kelp\n"
            "    because: the Harbour Union, or the Kelp\n    shown: so it is\n",
            "actors[0].aliases[0].shown",
            True,
        ),
        (
            "actors:\n- words: Harbour Union\n  aliases:\n  - text: the Kelp\n"
            "    because: the Kelp met\n    shown: so it is\n",
            "actors[0].aliases[0].shown",
            False,
        ),
        (
            "actors:\n- words: Harbour Union\n  description: A union of Ivo Stam.\n"
            "  because: Ivo Stam represents the Harbour Union\n  shown: so it is\n",
            "actors[0].shown",
            True,
        ),
        (
            "actors:\n- words: Harbour Union\n  description: A union of 40 crews.\n"
            "  because: Ivo Stam represents the Harbour Union\n  shown: so it is\n",
            "actors[0].shown",
            False,
        ),
    ],
)
def test_a_yes_to_an_editors_own_line_that_its_words_show_is_told(place, curation, where, idle):
    text = (
        "SUVA – Ivo Stam represents the Harbour Union. The Harbour Union called Ivo Stam a friend. He left "
        "the Harbour Union, or the Kelp, on Monday. On Friday the Kelp met in Nadi."
    )
    if not idle:
        built(place, text, curation)
        return
    with pytest.raises(DossierError) as caught:
        built(place, text, curation)
    (problem,) = caught.value.problems
    assert problem.where == where
    assert "it lets nothing through" in problem.found


def test_idle_answers_are_looked_for_in_steps_in_proportion_to_files_and_facts():
    fact = Judged("ana-novak.name", "rules", "holds", "its words", None)

    def look(many):
        stood, book = SimpleNamespace(judged=[fact] * 10 * many), SimpleNamespace(answered=())
        files = [("a.curation.yaml", CURATION_SHAPE())] * many
        steps, found = counted(
            lambda: list(_idle_answers(files, SimpleNamespace(stood=stood, book=book), ()))
        )
        assert found == []
        return steps

    assert look(80) <= GENEROUS * 4 * look(20)


def test_a_yes_to_what_rests_on_no_words_is_told(place):
    alias = "{text: the Kelp, source: her book, shown: she wrote so}"
    curation = f"actors:\n- words: Ana Novak\n  aliases:\n  - {alias}\n"
    with pytest.raises(DossierError) as caught:
        built(place, "Ana Novak left.", curation)
    assert any("rests on no words" in problem.found for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("cited", "idle"),
    [
        ({"the Harbour Union, or the Kelp"}, True),
        ({"On Friday the Kelp met in Nadi"}, False),
        ({"the Harbour Union, or the Kelp", "On Friday the Kelp met in Nadi"}, False),
        (set(), False),
    ],
)
def test_a_yes_is_idle_only_where_the_fact_it_is_about_rests_on_its_words(cited, idle):
    """What holds by other words of the article, such as another entry's, says nothing of this yes."""
    alias = "{text: the Kelp, because: 'the Harbour Union, or the Kelp', shown: so it is}"
    entry = {"words": "Harbour Union", "aliases": [yaml.safe_load(alias)]}
    edits = CURATION_SHAPE.model_validate({"actors": [entry]})
    holds = Judged("harbour-union.aliases[0]", "editor", "holds", "its words", None)
    problems = list(idle_answers("a.curation.yaml", edits, {"the Kelp": [(holds, frozenset(cited))]}, ()))
    assert [problem.where for problem in problems] == ["actors[0].aliases[0].shown"] * idle


@pytest.mark.parametrize(
    ("fell", "answer", "why"),
    [
        ("guards had left", "does not", "is contradicted, which no yes overrules: they stayed"),
        ("guards had left", "not shown", "lets nothing through"),
        ("Ana Lume did not visit", "does not", "lets nothing through"),
    ],
)
def test_a_yes_is_contradicted_only_by_what_its_own_words_deny(article, fell, answer, why):
    entry = {"words": "guards had left Lesk", "because": "they were seen"}
    yes = said_yes(article, CURATION_SHAPE.model_validate({"shown": [entry]}))
    fallen = Fallen(
        article="a", what="event", words=fell, at=at(fell), answer=answer, reasons=("they stayed",)
    )
    gate = Gated(findings=extract_findings(article), asked=1, fallen=(fallen,))
    (problem,) = idle_yes("a.yaml", yes, gate, article)
    assert why in problem.found
