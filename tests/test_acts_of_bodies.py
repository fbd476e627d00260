"""What bodies publish, launch, hold, turn down, raise, cut, buy, hand in and join. All names are made up."""

from __future__ import annotations

from functools import partial

import pytest

import told_events

events = partial(told_events.events, published=told_events.WEDNESDAY)


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        (
            "The Reef Union published a report on Monday.",
            "publication",
            "Publication of a report by Reef Union",
        ),
        ("Fiji unveiled a new service in May.", "introduction", "Presentation of a new service by Fiji"),
        ("Fiji hosted a conference in Suva on Monday.", "gathering", "Conference in Suva by Fiji"),
        ("A ceremony was held in Suva on Monday.", "gathering", "Ceremony in Suva"),
        (
            "Ana Lume took part in the ceremony on Monday.",
            "gathering",
            "Attendance of Ana Lume at the ceremony",
        ),
        ("Fiji turned down the request.", "rejection", "Rejection of the request by Fiji"),
        ("Fiji refused asylum to Ivo Stam in May.", "rejection", "Refusal of asylum by Fiji"),
        ("Fiji raised the tax on sugar in May.", "rate_change", "Increase of the tax on sugar by Fiji"),
        (
            "Suva Steel Corporation posted a loss on Monday.",
            "results",
            "Loss reported by Suva Steel Corporation",
        ),
        (
            "Suva Steel Corporation cut 400 jobs in May.",
            "job_cuts",
            "Cut of 400 jobs by Suva Steel Corporation",
        ),
        ("Ana Lume was taken to hospital on Monday.", "illness", "Hospital treatment of Ana Lume"),
        ("Ana Lume won her first race on Monday.", "match", "Win of her first race by Ana Lume"),
        ("Ana Lume and president of the Lund Council has quit.", "resignation", "Resignation of Ana Lume"),
        ("Ana Lume and one aide resigned.", "resignation", "Resignation of Ana Lume and one aide"),
        ("Ana Lume sacked her cabinet on Monday.", "resignation", "Dismissal of Ana Lume’s cabinet"),
        ("Ana Lume won the race on Monday.", "match", "Win of the race by Ana Lume"),
        ("Fiji defeated Tonga in the final on Monday.", "match", "Victory of Fiji over Tonga"),
        ("Divers found a wreck near Suva on Monday.", "discovery", "Find of a wreck near Suva"),
        ("Ana Lume joined the Reef Party in May.", "membership", "Move of Ana Lume to Reef Party"),
        ("Lawmakers filed a motion on Monday.", "submission", "Submission of a motion by lawmakers"),
        ("Fiji suspended the aid in May.", "interruption", "Suspension of the aid by Fiji"),
        ("Fiji ordered two frigates in May.", "purchase", "Order of two frigates by Fiji"),
        ("Fiji approved the budget on Monday.", "approval", "Approval of the budget by Fiji"),
        (
            "Ana Lume was granted asylum in May.",
            "approval",
            "Grant of asylum to Ana Lume",
        ),
        ("Fiji scrapped the plan on Monday.", "cancellation", "Dropping of the plan"),
        (
            "The Reef Union donated 40 beds to a clinic in May.",
            "delivery",
            "Donation of 40 beds by Reef Union to a clinic",
        ),
        ("The army seized power in Suva in May.", "takeover", "Taking of power by the army"),
        ("Ana Lume won a third term in May.", "election", "Election of Ana Lume"),
        ("Fiji set up a committee in May.", "founding", "Founding of a committee by Fiji"),
        ("The king put Ana Lume in charge of the port.", "appointment", "Appointment of Ana Lume"),
    ],
)
def test_it_is_told(sentence: str, type: str, title: str) -> None:
    (event,) = events(sentence)
    assert (event.type, event.title) == (type, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reef Union may publish a report.",
        "Fiji plans to launch a new service.",
        "No conference was held in Suva on Monday.",
        "Ana Lume took a great interest in the conference.",
        "Fiji did not turn down the request.",
        "Neither has Ana Lume presented a bill.",
        "Nor has Ana Lume presented a bill.",
        "Ana Lume had tested negative.",
        "A survey sees Suva Steel Corporation reporting a loss next week.",
        "A report said that Fiji needed to ease limits on trade, reform labour laws and cut duties.",
        "A survey said Fiji needed to ease the limit on trade, reform labour laws and cut duties.",
        "Ana Lume called on Fiji to stop the fishing, end the patrols, open the port and raise the wage.",
        "Ana Lume won three races.",
        "Fiji offered to sell the stadium.",
        "A bomb was found in Suva and made safe.",
    ],
)
def test_it_is_not_told(sentence: str) -> None:
    assert events(sentence) == []


def test_a_title_names_who_acted_and_not_only_their_friends() -> None:
    (event,) = events("Ana Lume runs a shop. Ana Lume and her friends launched a website in May.")
    assert event.title == "Launch of a website by Ana Lume and Ana Lume’s friends"
