"""What speaks against the kind of a name: a report of sport, marks of its own, letters for a thing."""

from __future__ import annotations

import pytest

from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article


def named(text: str) -> dict[str, str]:
    names = extract_names(read_article(text, id="made-up"))
    return {each.name: each.kind for each in (*names.actors, *names.places)}


MATCH = "The striker scored the first goal of the match and the goalkeeper left. {} The league is close."


@pytest.mark.parametrize(
    ("told", "name", "kind"),
    [
        ("Leeds were ahead by two.", "Leeds", None),
        ("It ended in a draw with Leeds.", "Leeds", None),
        ("It was played in Leeds.", "Leeds", "city"),
        ("Leeds were ahead. It was played near Leeds.", "Leeds", "city"),
        ("They met at the town of Leeds.", "Leeds", "city"),
        ("The winners travelled to Leeds, England.", "Leeds", "city"),
        ("Queensland beat them by two.", "Queensland", None),
        ("They came from Norway.", "Norway", "country"),
        ("Paris were ahead by two.", "Paris", None),
    ],
)
def test_a_town_that_a_report_of_sport_names_and_nothing_is_said_to_be_there_may_be_who_plays(
    told: str, name: str, kind: str | None
) -> None:
    assert named(MATCH.format(told)).get(name) == kind


def test_elsewhere_a_town_is_one() -> None:
    text = "The mill burnt down. The firemen came from Leeds. Leeds has no other mill."
    assert named(text).get("Leeds") == "city"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They joined the ‘Olga Nova’ project team in the port.", "Olga Nova", None),
        ("They joined the “Ivo Stam” team. The “Ivo Stam” is old.", "Ivo Stam", None),
        ("They heard “Ivo Stam”, and then Ivo Stam left.", "Ivo Stam", "person"),
        ("A man named “Ivo Stam” left the port.", "Ivo Stam", "person"),
        (
            "A bomb was laid by the “Sarno Velasto,” a rebel group of the hills.",
            "Sarno Velasto",
            "armed_group",
        ),
        ("A song was sung by the “Sarno Velasto,” a small group of the hills.", "Sarno Velasto", None),
        ("“Ivo Stam left the port,” she said.", "Ivo Stam", "person"),
        ("She met Ivo Stam in the port.", "Ivo Stam", "person"),
    ],
)
def test_several_words_that_only_stand_in_marks_of_their_own_are_no_person(
    text: str, name: str, kind: str | None
) -> None:
    assert named(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was built by public-private partnerships (PPP). The PPP is old.", "PPP", None),
        ("They left the Reef Tariff and Payment System (RTPS). The RTPS is old.", "RTPS", None),
        ("They left the Reef Export Bank (REB). The REB is old.", "REB", None),
        (
            "They work for the Reef Fishermen Union (RFU). The RFU is old.",
            "Reef Fishermen Union",
            "organisation",
        ),
        ("The Winter Harbour Payment was raised.", "Winter Harbour Payment", None),
    ],
)
def test_what_is_short_for_a_thing_is_no_body(text: str, name: str, kind: str | None) -> None:
    assert named(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Ana May Brandt in the port.", {"Ana May Brandt": "person"}),
        ("He met Ana in May. Olga Brandt left.", {"Ana": "person", "Olga Brandt": "person"}),
        ("He met Clara May in the port.", {"Clara May": "person"}),
    ],
)
def test_a_month_between_two_words_that_people_are_called_by_is_one_of_them(
    text: str, names: dict[str, str]
) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "He left the Captain Anselmo Brandt Military Academy in May.",
            "Anselmo Brandt Military Academy",
            "organisation",
        ),
        ("He met Captain Anselmo Brandt in May.", "Anselmo Brandt", "person"),
        ("He met Captain Ana Lake in May.", "Ana Lake", "person"),
    ],
)
def test_a_long_name_that_ends_in_a_body_is_one_though_it_opens_with_a_title(
    text: str, name: str, kind: str
) -> None:
    assert named(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Victoria’s mother left the port. He saw Victoria’s brother.", "Victoria", None),
        ("Douglas’s brother left the port.", "Douglas", None),
        ("Nairobi’s harbour is far.", "Nairobi", "city"),
        ("They live in Victoria, and Victoria is far.", "Victoria", "city"),
    ],
)
def test_a_capital_with_a_mother_or_brother_is_somebody(text: str, name: str, kind: str | None) -> None:
    assert named(text).get(name) == kind


@pytest.mark.parametrize(
    ("told", "name", "kind"),
    [
        ("If Chelsea are interested then they must make an offer.", "Chelsea", None),
        ("Preston said that the offer was low.", "Preston", None),
        ("Ivo Preston scored. Preston said that the offer was low.", "Ivo Preston", "person"),
        ("Captain Preston said that the offer was low.", "Preston", "person"),
    ],
)
def test_a_town_in_a_report_of_sport_is_somebody_only_where_something_tells_so(
    told: str, name: str, kind: str | None
) -> None:
    assert named(MATCH.format(told)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The loan was made in Halifax. The Halifax, meanwhile, said that prices rose.", "Halifax", None),
        ("The mill in Halifax is theirs, as is that of the rival Halifax.", "Halifax", None),
        ("They swam across the Victoria. It is cold.", "Victoria", None),
        ("The mill is in Halifax. The Halifax court met.", "Halifax", "city"),
        ("The mill is in Halifax. The Halifax and Leeds courts met.", "Halifax", "city"),
        ("The mill is in Halifax, and they like Halifax.", "Halifax", "city"),
    ],
)
def test_no_town_has_an_article_or_is_called_a_firm(text: str, name: str, kind: str | None) -> None:
    assert named(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("James Tarvo has replaced its chief and sold three mills.", None),
        ("James Tarvo said nothing of its chief.", "person"),
        ("James Tarvo left the firm and its chief.", "person"),
        ("James Tarvo shared fears over its mills.", "person"),
        ("President James Tarvo has praised its chief.", "person"),
    ],
)
def test_who_does_something_to_what_is_its_own_is_no_person(text: str, kind: str | None) -> None:
    assert named(text).get("James Tarvo") == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The sale of steel producer Krivostal was stopped.", "Krivostal", None),
        ("Tarvo said no, as Tarvo’s chief executive had said.", "Tarvo", "organisation"),
        ("It was sold to Atletico Tarvo in May.", "Atletico Tarvo", "organisation"),
        ("Days after Presidents Krivostal and Tarvo met, it rained.", "Tarvo", "person"),
    ],
)
def test_what_is_said_beside_a_strange_word_tells_whether_it_is_a_firm(
    text: str, name: str, kind: str | None
) -> None:
    assert named(text).get(name) == kind
