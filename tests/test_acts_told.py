"""Acts told as what they were, each for itself. All names are made up."""

from __future__ import annotations

import pytest

from told_events import events


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("A ferry sank off Suva on Monday.", ["Sinking of a ferry off Suva"]),
        ("A ferry sank off the coast of Suva on Monday.", ["Sinking of a ferry off Suva"]),
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


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "A clerk was stabbed in Suva on Monday. In the evening two men were shot by gunmen.",
            ["Stabbing in Suva", "Shooting of two men"],
        ),
        (
            "Rebels shelled the town of Suva on Monday. Two teachers were shot dead.",
            ["Shelling of the town of Suva", "Killing of two teachers"],
        ),
        (
            "Gunmen killed four traders in Suva on Monday. A mill was burned down by rebels.",
            ["Killing in Suva", "Arson attack on a mill"],
        ),
        (
            "Rebels torched a mill in Suva on Monday. Four traders were killed by gunmen.",
            ["Arson attack on a mill in Suva", "Killing of four traders"],
        ),
        (
            "Gunmen killed four traders in Suva on Monday. The traders were stabbed.",
            ["Stabbing in Suva"],
        ),
        (
            "A bomb exploded at a mill in Suva on Monday. Two traders were killed in the attack.",
            ["Bombing of a mill in Suva"],
        ),
        (
            "A bomb exploded at a mill in Suva on Monday. Four traders were killed by gunmen.",
            ["Bombing of a mill in Suva"],
        ),
        (
            "A bombing killed two in Suva on Monday. A stabbing in Suva killed a clerk.",
            ["Bombing in Suva", "Stabbing in Suva"],
        ),
        ("A series of bombings killed nine people in Suva on Monday.", ["Bombings in Suva"]),
        ("A farmer was shot dead by gunmen.", ["Killing of a farmer"]),
        ("The man was shot dead by gunmen.", []),
        ("The man was shot dead by gunmen on Monday.", ["Killing"]),
    ],
)
def test_acts_by_other_means_are_others(text: str, titles: list[str]) -> None:
    assert [event.title for event in events(text)] == titles


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A clerk was stabbed in Suva on Monday. Two were shot dead by gunmen.", []),
        ("A clerk was shot in Suva on Monday. Two were shot dead by gunmen.", [2]),
        ("A bomb exploded in Suva on Monday. Two were killed in the attack.", [2]),
    ],
)
def test_a_toll_of_other_means_is_no_toll_of_an_act(text: str, toll: list[int]) -> None:
    assert [each.min for event in events(text) for each in event.casualties] == toll


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ivo Stam was taken home after being arrested in Suva.", ["Arrest of Ivo Stam in Suva"]),
        ("Despite being jailed for nine years, Ivo Stam sang.", ["Sentencing of Ivo Stam to nine years"]),
        ("Ivo Stam fled before being arrested in Suva.", []),
        ("Ana Lume praised the plan for being launched in May.", []),
        # of whom "found" tells, a participle does not say
        ("Ivo Stam was freed, found after being arrested in Suva.", ["Release of Ivo Stam"]),
    ],
)
def test_whom_a_clause_is_about_it_befell_before(text: str, titles: list[str]) -> None:
    assert [event.title for event in events(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # a name of which nobody knows what it names
        ("The Reef Declaration was signed in May.", ["The Reef Declaration was signed"]),
        ("The Reef Declaration was signed.", []),
        ("The Reef Declaration Was Signed In May", []),
        ("The Reef Boys was set in a mill in the 1980s.", []),
        # what verbs tell that say little alone
        ("Ana Lume took a stake in the mill in May.", ["Ana Lume took a stake in the mill"]),
        ("The news was good. Ana Lume took a stake in the mill.", []),
        ("Ana Lume took part in the race in May.", []),
        ("Two firemen gained control of it on Monday.", []),
        ("Ana Lume rested after Stam, her oldest son, took over as head of the mill in 2004.", []),
    ],
)
def test_an_act_of_no_type_has_a_doer_a_day_and_all_its_words(text: str, titles: list[str]) -> None:
    assert [event.title for event in events(text)] == titles
