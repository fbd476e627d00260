"""Acts told as what they were, each for itself. All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding
from dossier.reading.text.article import read_article


def events(text: str, published: date = date(2024, 5, 31)) -> list[EventFinding]:
    article = read_article(text, id="made-up", title="News", published=published)
    return list(extract_findings(article).events)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("A ferry sank off Suva on Monday.", ["Sinking of a ferry off Suva"]),
        ("A ferry sank off the coast of Suva on Monday.", ["Sinking of a ferry off Suva"]),
        ("A ferry sank near Suva on Monday.", ["Sinking of a ferry near Suva"]),
        ("Ana Lume was shot at a school in Suva on Monday.", ["Shooting of Ana Lume in Suva"]),
        ("Gunmen shot at a school in Suva on Monday.", ["Attack on a school in Suva"]),
        ("Two sailors were dying in Suva on Monday.", []),
        ("Doctors found two sailors dying in Suva on Monday.", []),
        ("Two sailors died in Suva on Monday.", ["Death of two sailors in Suva"]),
        ("A passenger jet landed in Suva on Monday.", ["A passenger jet landed in Suva"]),
        ("A navy jet landed in Suva on Monday.", ["Deployment of a navy jet to Suva"]),
        (
            "A captain and two sailors were fined $300 in Suva on Monday.",
            ["Fine on a captain and two sailors of $300"],
        ),
    ],
)
def test_an_act_is_called_by_what_it_was(text: str, titles: list[str]) -> None:
    assert [event.title for event in events(text)] == titles
