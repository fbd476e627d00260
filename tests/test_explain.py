"""Why an article is read so: what fired, what came near and why that said nothing, what hangs on what."""

from dataclasses import replace

import pytest

from dossier.assembly.explained import explained
from dossier.reading.explain import explain, heads
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Participant, Span
from dossier.reading.text.article import read_article

ABOUT = {
    "a frame that fired": (
        "Rebels attacked a village near Suva.",
        ("Frames", "attacked", "assault (hit: a village; doer: Rebels; actual)", True),
    ),
    "an act that may come": (
        "Fighters of the Red Reef Movement may attack Suva.",
        ("Frames", "attack", "assault: “may” makes it possible", False),
    ),
    "an act that was denied": (
        "Police in Port Alma did not arrest Edda Falk.",
        ("Frames", "arrest", "arrest: “not” makes it denied", False),
    ),
    "a doer that only the parse gives": (
        "The storm that brought down the Orlo pier killed six people.",
        ("Frames", "killed", "killing: with “storm” it tells of something else", False),
    ),
    "a quotation with a speaker": (
        "“The river belongs to all of us,” said Ana Novak, the mayor of Suva.",
        ("Quotations", "The river belongs to all of us,", "Ana Novak (rule quote_verb_name)", True),
    ),
    "a quotation without one": (
        "“The river belongs to all of us, and late.” The hall was cold.",
        ("Quotations", "The river belongs to all of us, and late.", "no rule is sure who says it", False),
    ),
    "words that nobody is known to have said": (
        "He said the ferry was late.",
        ("Claims", "said", "statement: who “He” is stays open", False),
    ),
    "what a thing shows": (
        "The floods showed that the border was open.",
        ("Claims", "showed", "evidence: “floods” is nobody who says so", False),
    ),
    "a day with nothing to count from": (
        "The talks ended on Monday.",
        ("Dates", "Monday", "form weekday: its words make no date here", False),
    ),
    "a number that is a label": (
        "Level 3 was reached.",
        ("Quantities", "3", "form count: “no label” does not hold", False),
    ),
}  # fmt: skip


def told(text):
    article = read_article(text, id="a")
    return [(each.group, article.text.slice(each.at), each.told, each.fired) for each in explained(article)]


@pytest.mark.parametrize(("text", "expected"), ABOUT.values(), ids=ABOUT)
def test_what_fired_and_what_came_near_is_told_with_its_reason(text, expected):
    assert expected in told(text)


def test_a_frame_that_fired_is_not_told_as_one_that_came_near():
    found = [(words, fired) for group, words, why, fired in told("Rebels attacked a village near Suva.")
             if group == "Frames" and why.startswith("assault")]  # fmt: skip
    assert found == [("attacked", True)]


def test_who_is_blamed_by_the_parse_alone_is_told_as_left():
    text = "The Orlo Company, whose pier had been closed for a year of repairs by then, killed six people."
    left = [why for group, _, why, fired in told(text) if group == "Claims" and not fired]
    assert any("nobody sure" in why or "by the parse alone" in why for why in left)


def test_what_fell_at_the_gate_is_told_with_its_answer(monkeypatch):
    text = "Ana Novak visited Suva on Monday. Ivo Stam wept."

    def misread(article):
        """The reading, with a visitor whom the words don't name as one."""
        findings = extract_findings(article)
        (visit,) = [event for event in findings.events if event.type == "visit"]
        wrong = Participant(actor="Ana Novak", role="visitor", span=Span(18, 22))
        return replace(findings, events=(replace(visit, participants=(wrong,), slots=()),))

    assert not [each for each in told(text) if each[0] == "Gate"]
    monkeypatch.setattr("dossier.assembly.explained.extract_findings", misread)
    (fell,) = [each for each in told(text) if each[0] == "Gate"]
    assert (fell[1], fell[3]) == ("Suva", False)
    assert fell[2].startswith("participant of an event, ")
    assert ": " in fell[2].removeprefix("participant of an event, ")


def test_words_are_told_with_the_words_they_hang_on():
    article = read_article("Rebels attacked a village.\n\nThe village slept.", id="a")
    assert [words for _, words in heads(article, Span(0, 5))] == [
        [
            ("Rebels", "nsubj", "attacked"),
            ("attacked", "ROOT", ""),
            ("a", "det", "village"),
            ("village", "dobj", "attacked"),
            (".", "punct", "attacked"),
        ]
    ]
    lines = list(explain(article, explained(article)))
    assert lines[lines.index("Sentences") + 2] == "    Rebels  nsubj of attacked"
    assert "    slept  ROOT" in lines
