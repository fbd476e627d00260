"""What is due on a day to come: told as planned, never as having happened. All names are made up."""

from __future__ import annotations

from functools import partial

import pytest

import told_events

events = partial(told_events.events, published=told_events.WEDNESDAY)


@pytest.mark.parametrize(
    ("sentence", "title", "day"),
    [
        ("Ana Lume will visit Tonga on 14 July.", "Planned visit to Tonga by Ana Lume", "2026-07-14"),
        ("Ana Lume is due to resign on 19 June.", "Planned resignation of Ana Lume", "2026-06-19"),
        ("Ana Lume plans to visit Tonga next month.", "Planned visit to Tonga by Ana Lume", "2026-07"),
        ("Ivo Stam is due in court on 20 June.", "Planned court appearance of Ivo Stam", "2026-06-20"),
        (
            "Ivo Stam is to meet Ana Lume in Suva on 20 June.",
            "Planned meeting of Ivo Stam with Ana Lume",
            "2026-06-20",
        ),
        ("The summit is scheduled for 16 December.", "Planned summit", "2026-12-16"),
        ("The trial of Ivo Stam begins on 15 June.", "Planned trial of Ivo Stam", "2026-06-15"),
        ("The Fiji summit will open in Suva on 14 July.", "Planned Fiji summit", "2026-07-14"),
        ("Ivo Stam’s trial is set for 4 August.", "Ivo Stam’s trial (planned)", "2026-08-04"),
        ("Nurses will strike on 22 June.", "Planned strike by nurses", "2026-06-22"),
        ("The Reef Union will publish its report in July.", "Reef Union will publish its report", "2026-07"),
    ],
)
def test_what_is_due_is_told_as_planned_with_its_day(sentence: str, title: str, day: str) -> None:
    (event,) = events(sentence)
    assert (event.type, event.title, event.date and event.date.edtf) == ("planned", title, day)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Lume will visit Tonga.",  # no day
        "Ana Lume will not visit Tonga on 14 July.",
        "Ana Lume may visit Tonga on 14 July.",
        "Ana Lume will probably visit Tonga on 14 July.",
        "Ana Lume will visit Tonga on 14 July if Fiji agrees.",
        "If Fiji agrees, the Reef Union will publish its report in July.",
        "Ana Lume wants to visit Tonga on 14 July.",
        "Ana Lume was to visit Tonga on 14 July.",
        "Ivo Stam denied that Ana Lume will visit Tonga on 14 July.",
        "Ivo Stam fears that Ana Lume will visit Tonga on 14 July.",
        "Ivo Stam did not say that Ana Lume will visit Tonga on 14 July.",
        "Rumours that Ana Lume will visit Tonga on 14 July spread.",
        "It will be easy for Ana Lume to visit Tonga on 14 July.",
        "“Ana Lume will visit Tonga on 14 July and that is that,” Ivo Stam said.",
        "The army will attack the town on 14 July.",
        "Ana Lume is the mayor. The mill is shut. It has rained. She will visit Tonga on 14 July.",
        "If the truce holds, Ivo Stam said, Ana Lume will visit Tonga on 14 July.",
        "Perhaps Ivo Stam knows that Ana Lume will visit Tonga on 14 July.",
    ],
)
def test_what_is_open_or_has_no_day_to_come_is_none(sentence: str) -> None:
    assert [e.title for e in events(sentence) if e.type == "planned"] == []


def test_a_plan_is_told_on_the_word_of_whoever_tells_it() -> None:
    (event,) = events("Ivo Stam said Ana Lume will visit Tonga on 14 July.")
    assert event.source is not None
    assert event.source.name == "Ivo Stam"


def test_what_was_planned_and_what_was_done_are_two() -> None:
    found = events("Ana Lume visited Tonga in May.", "Ana Lume will visit Tonga on 14 July.")
    assert [e.type for e in found] == ["visit", "planned"]


def test_two_plans_of_one_person_are_two() -> None:
    found = events("Ana Lume will visit Tonga on 14 July.", "Ana Lume is due to resign on 19 July.")
    assert [e.title for e in found] == [
        "Planned visit to Tonga by Ana Lume",
        "Planned resignation of Ana Lume",
    ]


def test_a_plan_that_is_told_as_an_agreement_is_no_event_besides() -> None:
    assert events("Fiji and Tonga will hold talks in Suva on 20 June.") == []
