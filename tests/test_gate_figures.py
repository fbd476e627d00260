"""Violence told in figures is none at the gate either, whoever read it: the one decision of the frames."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.assembly.gate.leaves import judge_leaves
from dossier.assembly.gating import gated
from dossier.readers.judging import Judging
from dossier.reading.extract import extract_findings
from dossier.reading.findings import ClaimFinding, EventFinding, Findings, Span
from dossier.reading.text.article import Article, read_article
from stories import dossier_of, source

PAIRS = [
    # (trigger, type, told in a figure, meant as it stands)
    ("killed", "attack", "The senate killed the bill in Suva.", "Gunmen killed the guard in Suva."),
    ("kidnapped", "kidnapping", "Ana Lume was kidnapped by love.", "Ana Lume was kidnapped by rebels."),
    ("attack", "attack", "The attack on poverty went on in Suva.", "The attack on a bus shook Suva."),
    ("launched", "attack", "The mayor launched an attack on poverty.", "Rebels launched an attack on a bus."),
    ("massacre", "attack", "The massacre of jobs went on.", "The massacre of villagers went on."),
    ("attacked", "armed_clash", "The army attacked the budget.", "The army attacked the rebels."),
    ("sentenced", "sentence", "Ivo Stam was sentenced to boredom.", "Ivo Stam was sentenced to prison."),
]
DEEDS = [
    ("killed", "The army killed the bill in Suva.", "The army killed the guard in Suva."),
    ("was", "Ana Lume was behind the attack on poverty.", "Ana Lume was behind the attack on a bus."),
    ("launched", "The army launched an attack on poverty.", "The army launched an attack on a bus."),
]


def _article(text: str) -> Article:
    return read_article(text, id="t", published=date(2024, 5, 31))


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _event(text: str, trigger: str, type: str) -> Findings:
    event = EventFinding(
        title="An act", type=type, trigger=_at(text, trigger), evidence=(Span(0, len(text)),)
    )
    return Findings(id="t", events=(event,))


@pytest.mark.parametrize(("trigger", "type", "figure", "meant"), PAIRS)
def test_a_figure_is_no_event_whoever_read_it(trigger, type, figure, meant):
    fell = gated(_article(figure), _event(figure, trigger, type))
    assert not fell.findings.events
    assert "figure of speech" in str(fell.fallen[0])
    assert gated(_article(meant), _event(meant, trigger, type)).findings.events


def test_a_figure_stands_by_an_editors_yes():
    text = PAIRS[0][2]
    assert gated(_article(text), _event(text, "killed", "attack"), [_at(text, "killed")]).findings.events


def test_what_happens_by_itself_is_asked_by_its_type():
    text = "The storm killed nine people in Suva."
    assert gated(_article(text), _event(text, "killed", "disaster")).findings.events
    assert not gated(_article(text), _event(text, "killed", "attack")).findings.events


@pytest.mark.parametrize(("trigger", "figure", "meant"), DEEDS)
def test_a_figure_is_no_deed_of_anybodys(trigger, figure, meant):
    def stands(text: str) -> bool:
        who = "Ana Lume" if "Ana Lume" in text else "The army"
        claim = ClaimFinding(
            kind="carried_out_according_to", claimant=None, claimant_span=None, target=who,
            target_span=_at(text, who), wording=Span(0, len(text)), evidence=(Span(0, len(text)),),
            method="test", trigger=_at(text, trigger),
        )  # fmt: skip
        return bool(gated(_article(text), Findings(id="t", claims=(claim,))).findings.claims)

    assert (stands(figure), stands(meant)) == (False, True)


@pytest.mark.parametrize(("trigger", "type", "figure", "meant"), [PAIRS[0], PAIRS[1], PAIRS[4]])
def test_a_figure_waits_where_another_reader_hands_it_over(trigger, type, figure, meant):
    def answer(text: str) -> tuple[str, bool]:
        (event,) = _event(text, trigger, type).events
        judged = Judging(_article(text), Findings(id="t"))(event)
        return judged.answer, any("figure of speech" in reason for reason in judged.reasons)

    assert answer(figure) == ("not shown", True)
    assert answer(meant) == ("holds", False)


@pytest.mark.parametrize(("because", "is_figure"), [("killed the bill", True), ("killed the guard", False)])
def test_a_figure_is_no_attack_by_an_editors_line(because, is_figure):
    text = f"Ana Lume visited Suva on Monday, where gunmen {because} of a bank."
    line = {"words": "visited Suva", "type": "attack", "because": because}
    article = source("t", text, events=[line])
    assert any(each.type == "visit" for each in extract_findings(article.article).events)
    judged = judge_leaves(dossier_of(article), (article.article,))
    (why,) = [each.why for each in judged if each.path.endswith(".type") and each.read_by == "editor"]
    assert ("figure of speech" in why) == is_figure
