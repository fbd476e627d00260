"""The words of a passage as a page quotes them: whole phrases, or none."""

import pytest

from dossier.site.pages.excerpts import led_in, opening, quotable


@pytest.mark.parametrize(
    ("shown", "quoted"),
    [
        # whole passages
        ("Ada Berg", "Ada Berg"),
        ("RC", "RC"),
        ("The ferry sank on Monday.", "The ferry sank on Monday."),
        ("week, at least 14 sailors were", "at least 14 sailors"),
        ("hurt at least 27 sailors that Norlandic", "hurt at least 27 sailors"),
        ("Ada Berg, a harbour official, said", "Ada Berg, a harbour official"),
        ("We wait for the ferry,", "We wait for the ferry"),
        ("Ferries were late on Monday, she", "Ferries were late on Monday"),
        # beginnings
        ("On Saturday …", ""),
        ("The harbour board …", ""),
        ("A May attack …", ""),
        ("made the trip …", "made the trip …"),
        (
            "Berg said the board had always kept a balance …",
            "Berg said the board had always kept a balance …",
        ),
        ("Berg pledged that her board …", ""),
        ("Officials say the Reed Circle and the Hill Club …", ""),
        ("Berg said that Norland’s southern coast …", ""),
        ("Berg’s visit to Norton, where … the mayor", ""),
        ("Last week, 14 sailors were killed in …", "Last week, 14 sailors were killed …"),
        ("Both boards also agreed to establish …", ""),
        ("Tolls that punish direct financial …", ""),
        # what stands behind a gap
        ("An attack … killed at least 27 sailors", "… killed at least 27 sailors"),
        ("The Reed Circle … operating from the port", "… operating from the port"),
        ("… the board blamed on sailors", ""),
        ("… Norlandic board blamed on sailors", ""),
        ("The board … has announced", ""),
    ],
)
def test_a_passage_is_quoted_from_border_to_border(shown, quoted):
    assert quotable(shown) == quoted


@pytest.mark.parametrize(
    ("shown", "begins"),
    [
        ("On Saturday …", "On Saturday …"),
        ("Berg’s visit to Norton, where … the mayor", "Berg’s visit to Norton, where …"),
        ("… the board blamed on sailors", "… the board blamed on sailors …"),
        ("Berg, … went", "Berg …"),
        ("…", ""),
        ("The ferry sank", "The ferry sank"),
    ],
)
def test_a_mark_without_a_phrase_says_how_its_passage_begins(shown, begins):
    assert opening(shown) == begins


@pytest.mark.parametrize(
    ("words", "led"),
    [
        ("Berg ensure the ferry sails", "[that] Berg ensure the ferry sails"),
        ("the ferry be mended", "[that] the ferry be mended"),
        ("the Norland Board extend the aid", "[that] the Norland Board extend the aid"),
        ("Berg ensures the ferry sails", "Berg ensures the ferry sails"),
        ("sailors ensure the ferry sails", "sailors ensure the ferry sails"),
        ("to mend the ferry", "to mend the ferry"),
        ("Berg should mend the ferry", "Berg should mend the ferry"),
        ("Berg went home", "Berg went home"),
        ("Berg said the ferry sails", "Berg said the ferry sails"),
        ("Berg mended the ferry", "Berg mended the ferry"),
    ],
)
def test_a_demand_reads_alone(words, led):
    assert led_in(words) == led
