"""What states, bodies and those in office decide, refuse and order, and who was caught, all made up."""

from __future__ import annotations

from functools import partial

import pytest

import told_events

events = partial(told_events.events, published=told_events.WEDNESDAY)


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        ("Fiji decided to close its embassy.", "decision", "Decision by Fiji to close its embassy"),
        (
            "President Ana Lume decided on Monday not to sign the treaty.",
            "decision",
            "Decision by Ana Lume not to sign the treaty",
        ),
        (
            "Fiji’s decision to leave the union angered Tonga.",
            "decision",
            "Decision by Fiji to leave the union",
        ),
        (
            "Fiji decided to leave the union as prices rose.",
            "decision",
            "Decision by Fiji to leave the union",
        ),
        ("The Reef Union refused to pay the fine.", "rejection", "Refusal by Reef Union to pay the fine"),
        (
            "Fiji ordered its soldiers to leave the island.",
            "statement",
            "Instruction by Fiji to soldiers to leave the island",
        ),
        ("Fiji ordered a recount on Monday.", "decree", "Order of a recount by Fiji"),
        ("Ivo Stam turned himself in on Monday.", "arrest", "Surrender of Ivo Stam"),
        ("Ivo Stam was captured after a manhunt.", "arrest", "Capture of Ivo Stam"),
        ("Fiji sent a team to Tonga on Monday.", "deployment", "Sending of a team to Tonga"),
    ],
)
def test_what_was_decided_and_by_whom(sentence: str, type: str, title: str) -> None:
    assert [(event.type, event.title) for event in events(sentence)] == [(type, title)]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ana Lume decided to sign it.",
        "Fiji decided to re-elect the mayor.",
        "Fiji may decide to leave the union.",
        "Rebels captured Ivo Stam after a manhunt.",
        "The Reef Union refused to comment.",
    ],
)
def test_what_no_title_can_word_and_nobody_did_is_no_decision(sentence: str) -> None:
    assert not any(e.type in ("decision", "rejection", "arrest") for e in events(sentence))


def test_an_announcement_of_a_decision_is_one() -> None:
    assert [e.type for e in events("Fiji announced the decision on Monday.")] == ["announcement"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Reef Union mended the sea wall last year.", True),
        ("The Reef Union mended the sea wall in May.", True),
        ("The Reef Union mended the sea wall every year.", False),
        ("The Reef Union mended the sea wall in silence.", False),
    ],
)
def test_a_report_without_a_day_leaves_open_which_year_is_the_last(sentence: str, told: bool) -> None:
    paragraphs = ("A storm hit Suva on Monday.", "Rain fell.", sentence)
    found = told_events.undated(*paragraphs)
    assert ("Reef Union mended the sea wall" in [e.title for e in found]) is told
