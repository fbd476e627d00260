"""Awards, bans, approvals, liftings, what is called off, and fighters who fall. All names are made up."""

from __future__ import annotations

from functools import partial

import pytest

import told_events

events = partial(told_events.events, published=told_events.WEDNESDAY)


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        ("The reef festival was cancelled on Monday.", "cancellation", "Cancellation of the reef festival"),
        ("Fiji postponed the vote.", "cancellation", "Postponement of the vote"),
        (
            "The planned march in Tonga was cancelled by Ana Lume.",
            "cancellation",
            "Cancellation of the planned march in Tonga",
        ),
        ("The curfew was lifted on Monday.", "lifting", "Lifting of the curfew"),
        (
            "The storm accelerated the closure of the country’s oldest ports.",
            "closure",
            "Closure of the country’s oldest ports",
        ),
        (
            "This year’s reef festival was cancelled on Monday.",
            "cancellation",
            "Cancellation of reef festival",
        ),
        ("Ana Lume won the Reef Prize in May.", "award", "Win of the Reef Prize by Ana Lume"),
        (
            "Ana Lume was awarded the Reef Prize in May.",
            "award",
            "Presentation of the Reef Prize to Ana Lume",
        ),
        ("Ana Lume received the Reef Prize in May.", "award", "Receipt of the Reef Prize by Ana Lume"),
        ("The vaccine was approved in May.", "approval", "Approval of the vaccine"),
        ("The website was blocked in Fiji on Monday.", "ban", "Blocking of the website"),
        (
            "Ana Lume took the reins of the Reef Union on Monday.",
            "appointment",
            "Taking over of Reef Union by Ana Lume",
        ),
        ("Troops killed nine bandits near Suva.", "armed_clash", "Killing of nine bandits near Suva"),
    ],
)
def test_it_is_told(sentence: str, type: str, title: str) -> None:
    (event,) = events(sentence)
    assert (event.type, event.title) == (type, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "The reef festival may be cancelled on Monday.",
        "Ana Lume cancelled her visit on Monday.",
        "The curfew will not be lifted.",
        "Ana Lume hopes to win the Reef Prize.",
        "The vaccine was not approved.",
        "The newspaper was banned from the port.",
        "Ana Lume took the reins of the horse.",
        "Troops killed nine rebels this year.",
        "Farmers are approved for loans.",
        "The plan could cut costs and accelerate the closure of the country’s oldest ports.",
    ],
)
def test_it_is_not_told(sentence: str) -> None:
    assert events(sentence) == []


def test_nobody_is_told_to_have_killed_fighters() -> None:
    (event,) = events("Troops of the Reef Guard killed nine bandits near Suva on Monday.")
    assert event.participants == ()
    assert [(each.kind, each.min) for each in event.casualties] == [("killed", 9)]


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        (
            "Fiji approved the vaccine in May.",
            "The merger was approved on Friday.",
            ["Approval of the vaccine by Fiji", "Approval of the merger"],
        ),
        (
            "The summit was postponed by Fiji.",
            "The festival was called off on Monday.",
            ["Postponement of the summit", "Cancellation of the festival"],
        ),
        (
            "Ana Lume’s trial will begin next Monday.",
            "The summit will be held next Monday.",
            ["Ana Lume’s trial (planned)", "Planned summit"],
        ),
        (
            "Fiji lifted its ban in May.",
            "The curfew was lifted on Monday.",
            ["Lifting of the ban by Fiji", "Lifting of the curfew"],
        ),
        (
            "The summit was postponed by Fiji.",
            "It was postponed on Monday.",
            ["Postponement of the summit"],
        ),
        (
            "The summit was postponed by Fiji.",
            "The summit was postponed on Monday.",
            ["Postponement of the summit"],
        ),
    ],
)
def test_what_is_decided_on_two_things_is_two_events(first: str, second: str, titles: list[str]) -> None:
    assert [event.title for event in events(f"{first} {second}")] == titles
