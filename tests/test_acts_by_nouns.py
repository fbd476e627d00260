"""Acts told by nouns with their day, interviews, disappearances, insolvencies, and acts of a mere weekday.

All names are made up.
"""

from __future__ import annotations

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding
from dossier.reading.text.article import read_article
from told_events import events

MONDAY = "2024-05-27"


def undated(text: str) -> list[EventFinding]:
    return list(extract_findings(read_article(text, id="a", title="")).events)


@pytest.mark.parametrize(
    ("sentence", "type", "title", "day"),
    [
        ("The death of Ana Lume on Monday was mourned.", "death", "Death of Ana Lume", MONDAY),
        (
            "The appointment of Ana Lume as prime minister on Monday ended a long crisis.",
            "appointment",
            "Appointment of Ana Lume as prime minister",
            MONDAY,
        ),
        (
            "The dismissal of Ivo Stam on Monday surprised the party.",
            "resignation",
            "Dismissal of Ivo Stam",
            MONDAY,
        ),
        (
            "The sentencing of Ivo Stam to nine years in prison on Monday was welcomed.",
            "sentence",
            "Sentencing of Ivo Stam to nine years in prison",
            MONDAY,
        ),
        (
            "The conviction of Ivo Stam on Monday was welcomed.",
            "ruling",
            "Conviction of Ivo Stam",
            MONDAY,
        ),
        (
            "The withdrawal of troops from Tonga pleased Fiji.",
            "deployment",
            "Withdrawal of troops from Tonga",
            None,
        ),
        ("Ana Lume retired as a player in 1975.", "resignation", "Retirement of Ana Lume", "1975"),
        (
            "In an interview with the Reef Times on Monday, Ana Lume said she would stay.",
            "interview",
            "Interview of Ana Lume with Reef Times",
            MONDAY,
        ),
        ("Ana Lume disappeared in Suva on Monday.", "disappearance", "Disappearance of Ana Lume", MONDAY),
        (
            "Reef Steel Corporation filed for bankruptcy on Monday.",
            "insolvency",
            "Insolvency of Reef Steel Corporation",
            MONDAY,
        ),
        (
            "Ana Lume was inducted into the Hall of Song in 2012.",
            "award",
            "Induction of Ana Lume into the Hall of Song",
            "2012",
        ),
        (
            "Ana Lume met with the families of nine sailors on Monday.",
            "meeting",
            "Meeting of Ana Lume with the families of nine sailors",
            MONDAY,
        ),
        ("Rescuers pulled two pupils from the bus on Monday.", "rescue", "Rescue of two pupils", MONDAY),
        (
            "The vote in Suva was delayed on Monday.",
            "cancellation",
            "Postponement of the vote in Suva",
            MONDAY,
        ),
    ],
)
def test_it_is_told_with_its_day(sentence: str, type: str, title: str, day: str | None) -> None:
    (event,) = events(sentence)
    assert (event.type, event.title, event.date and event.date.edtf) == (type, title, day)


@pytest.mark.parametrize(
    "sentence",
    [
        "Voters called for the dismissal of Ivo Stam on Monday.",
        "Fears of the conviction of Ivo Stam grew on Monday.",
        "Ana Lume was to give an interview to the Reef Times.",
        "Ana Lume will give an interview to the Reef Times.",
        "Ana Lume may have disappeared on Monday.",
        "Ana Lume disappeared from the roll.",
        "Reef Steel Corporation did not file for bankruptcy.",
        "If Reef Steel Corporation files for bankruptcy, nine mills will close.",
        "The shot led to the dismissal of Ivo Stam.",
    ],
)
def test_it_is_not_told(sentence: str) -> None:
    assert events(sentence) == []


def test_a_day_with_a_comma_is_the_verbs_alone() -> None:
    (event,) = [e for e in events("The death of Ana Lume, on Monday, led to talks.") if e.type == "death"]
    assert event.date is None


def test_what_was_made_to_come_about_came_about() -> None:
    told = events("The death of Ana Lume on Monday prompted Fiji to close the border.")
    assert {event.type for event in told} == {"death", "border_closure"}
    assert events("The rain prompts Fiji to close the border.") == []


def test_a_weekday_tells_which_act_it_was_where_the_report_has_no_day() -> None:
    (event,) = undated("The news was good. Ana Lume painted the ferry on Monday.")
    assert (event.type, event.title, event.date) == ("other", "Ana Lume painted the ferry", None)
    assert undated("The news was good. Ana Lume painted the ferry in the rain.") == []
    assert undated("The news was good. Two pupils painted the ferry on Monday.") == []
