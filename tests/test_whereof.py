"""The place that a quotation speaks of, where its speaker has just named it."""

from __future__ import annotations

import pytest

from stories import dossier_of

QUIET = "“It is a city of bells and boats,” Ana Lume said."


def about(text: str) -> list[str]:
    """Ids of what the one quotation of a text is about."""
    (quote,) = dossier_of(("talks", text)).quotes
    return [str(fact.value) if hasattr(fact, "value") else str(fact) for fact in quote.about]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"Ana Lume said that Suva was quiet on Monday. {QUIET}", ["suva"]),
        ("Ana Lume said Suva was quiet on Monday. “The city has its bells and boats,” she said.", ["suva"]),
        # What another said of a place, or the report, is no matter of hers.
        (f"Ivo Stam said that Suva was quiet on Monday. {QUIET}", []),
        (f"Suva was quiet on Monday. {QUIET}", []),
        # What she speaks of is what her words are about, in the sentence before, and she goes on about it.
        (f"Ana Lume said she had left Suva on Monday. {QUIET}", []),
        (f"Ana Lume said that Suva was quiet on Monday. It rained. {QUIET}", []),
        (f"Ana Lume said that Suva was quiet on Monday. {QUIET.replace('city', 'joy')}", []),
        ("Ana Lume said Suva was quiet. “Bells ring in the city and boats come,” Ana Lume said.", []),
        (QUIET, []),
        # A place that stands for who governs from it is nothing that is spoken of.
        ("“There was no answer on the part of Suva to the letters,” Ana Lume said on Monday.", []),
        ("“We wait here on behalf of Suva and its boats today,” Ana Lume said on Monday.", []),
        ("“We have seen the better part of Suva and its boats today,” Ana Lume said on Monday.", ["suva"]),
    ],
)
def test_the_place_that_a_quotation_speaks_of(text: str, places: list[str]) -> None:
    assert about(text) == places
