"""The day and the place of an act: what its own clause says, not what stands beside it."""

from __future__ import annotations

import pytest

from dossier.reading.dates.dates import extract_dates
from dossier.reading.events.days import are_different
from dossier.reading.text.article import read_article
from told_events import read, violent


@pytest.mark.parametrize(
    "sentences",
    [
        ("Gunmen shot dead a guard in Lagos.", "Two men were jailed for the murder in March."),
        ("The death toll in a bombing in Lagos rose to 46 on Sunday.",),
        ("Gunmen kidnapped a mayor in Lagos, the army said on Monday.",),
    ],
)
def test_the_day_of_a_trial_a_toll_or_a_statement_is_not_the_act_s(sentences: tuple[str, ...]) -> None:
    assert [event.date for event in violent(*sentences)] == [None]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A gunman shot nine shoppers in Lagos on Monday.", "Lagos"),
        ("A gunman shot nine shoppers on a road between Lagos and Nairobi.", None),
        ("A gunman shot nine shoppers in the Kenya border city of Lagos on Monday.", "Lagos"),
        ("The shelling of Lagos killed nine shoppers on Monday.", "Lagos"),
        ("Kenya condemned the bombing of the city of Lagos on Monday.", "Lagos"),
        ("The murder of a shopper from Lagos was told of on Monday.", None),
        ("A bus crashed on Thursday in Lagos.", "Lagos"),
        ("A bus crashed on Thursday between Lagos and Nairobi.", None),
    ],
)
def test_a_place_beside_is_not_where_it_was(sentence: str, place: str | None) -> None:
    (event,) = read(sentence)[1].events
    assert event.place == place


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("The shooting came as the president attended a summit in Abuja.", None),
        ("The shooting happened in Abuja.", "Abuja"),
    ],
)
def test_what_an_act_only_came_at_the_time_of_is_another_place(second: str, place: str | None) -> None:
    (act,) = violent("Police opened fire on a crowd on Monday.", second)
    assert act.place == place


def test_a_street_says_nothing_against_its_town() -> None:
    found = violent(
        "Gunmen attacked the bus station in Lagos on Monday.",
        "Gunmen attacked the bus station on Mango Street.",
    )
    assert [len(event.evidence) for event in found] == [2]


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (
            "LAGOS, May 13 (Wire) - Gunmen attacked a post at the Karsa crossing on Tuesday.",
            "2021-05-11",
            "Karsa",
        ),
        ("LAGOS, May 13 (Wire) - Gunmen attacked a post at the Karsa crossing.", None, "Karsa"),
        ("LAGOS, May 13 (Wire) - Gunmen attacked a post of the Karsa company on May 12.", "2021-05-12", None),
    ],
)
def test_the_day_a_report_was_sent_is_no_day_of_the_act(
    text: str, day: str | None, place: str | None
) -> None:
    (event,) = violent(text)
    assert (event.date.edtf if event.date else None) == day
    assert event.place == place


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "Gunmen killed 12 people in an attack on Nairobi University in April 2015.",
            ["Attack on Nairobi University"],
        ),
        ("Gunmen killed 12 people in an attack in Nairobi in 2015.", []),
        ("Gunmen killed 12 people in an attack in April 2015.", []),
    ],
)
def test_what_is_long_past_stands_where_it_says_when_and_where(sentence: str, titles: list[str]) -> None:
    found = violent("The mayor spoke.", "She was calm.", "Nobody else did.", "It rained.", sentence)
    assert [event.title for event in found] == titles


def test_what_an_attack_takes_or_ends_is_no_day_set_for_it() -> None:
    for verb in ("takes the death toll to nine", "ends the calm"):
        (event,) = violent(f"The attack on a school in Nairobi {verb}.")
        assert event.place == "Nairobi"


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("on 1 May 2021", "in June 2021", True),
        ("on 1 May 2021", "in May 2021", False),
        ("in 2021", "on 1 May 2021", False),
        ("in 2020", "on 1 January 2021", True),
        ("in May 2021", "in May 2021", False),
    ],
)
def test_dates_that_cannot_be_the_same_time(one: str, other: str, different: bool) -> None:
    first, second = (
        extract_dates(read_article(f"It rained {when}.", id="made-up", title="Rain"))[0]
        for when in (one, other)
    )
    assert are_different(first, second) is different
    assert are_different(second, first) is different
    assert not are_different(first, None)


@pytest.mark.parametrize(
    ("day", "date_"), [("13 May", "2021-05-13"), ("14 May", "2021-05-14"), ("20 May", None)]
)
def test_no_event_is_dated_behind_the_day_its_report_came_out(day: str, date_: str | None) -> None:
    _, found = read(f"Maria Lopez planted a tree in Lagos on {day} 2021.")
    assert [event.date.edtf if event.date else None for event in found.events] == [date_]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("In March 2019, a bomb killed nine guards in Lagos.", ["2019-03"]),
        ("In March 2019, a bomb killed nine guards.", []),
        ("In 2019, a bomb killed nine guards in Lagos.", []),
    ],
)
def test_an_old_act_told_in_passing_stands_where_month_and_place_are_known(
    told: str, days: list[str]
) -> None:
    opening = (
        "It rained in Nairobi on Monday.",
        "A school opened.",
        "The road was shut.",
        "People went home.",
    )
    assert [event.date.edtf for event in violent(*opening, told) if event.date] == days


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    """Type, day and place of each event."""
    events = read(*paragraphs)[1].events
    return [(e.type, e.date.edtf if e.date else None, e.place) for e in events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The mayor unveiled on Monday a report on the killing of nine farmers in Nairobi.",
         [("attack", None, "Nairobi")]),
        ("Police answered on Monday reports of a shooting in Nairobi.",
         [("attack", "2021-05-10", "Nairobi")]),
        ("Ana Lume lost the election on a pledge of free buses by 2050.", []),
        ("Lagos: Ana Lume was arrested in Nairobi on Monday, an officer said.",
         [("arrest", "2021-05-10", "Nairobi")]),
        ("Ana Lume wrote a letter for the former president of Kenya.", [("letter", None, None)]),
        ("Ana Lume was arrested in Nairobi by Monday.", [("arrest", None, "Nairobi")]),
        ("Ana Lume was arrested in Nairobi between Friday and Monday.", [("arrest", None, "Nairobi")]),
        ("Kenya closed its border with Uganda from Friday to Monday.",
         [("border_closure", "2021-05-14", None)]),
        ("Kenya extended a curfew in Nairobi to Monday.", [("decree", None, "Nairobi")]),
        ("Teachers brought flags to Monday’s protest held in Nairobi by nurses.",
         [("protest", "2021-05-10", "Nairobi")]),
        ("Ana Lume was arrested in Nairobi between rush hours on Monday.",
         [("arrest", "2021-05-10", "Nairobi")]),
    ],
)  # fmt: skip
def test_days_and_places_are_those_of_the_act_s_own_clause(
    text: str, events: list[tuple[str, str | None, str | None]]
) -> None:
    found = told(text)
    assert found == events if events else all(day is None for _, day, _ in found)


@pytest.mark.parametrize(
    ("sentence", "title", "day"),
    [
        ("Ana Silva was pardoned on Monday for the murder of Luis Arto.", "Killing of Luis Arto", None),
        ("Ana Silva apologised on Monday for the murder of Luis Arto.", "Killing of Luis Arto", None),
        (
            "A man alleged to have shot the mayor Luis Arto was arrested on Monday.",
            "Shooting of Luis Arto",
            None,
        ),
        ("Gunmen shot the clerk Luis Arto dead on Monday.", "Killing of Luis Arto", "2021-05-10"),
        ("Gunmen had killed the clerk Luis Arto, as of Monday.", "Killing of Luis Arto", None),
    ],
)
def test_a_day_told_of_what_came_of_an_act_is_not_the_act_s(
    sentence: str, title: str, day: str | None
) -> None:
    found = {event.title: event.date.edtf if event.date else None for event in violent(sentence)}
    assert found[title] == day


@pytest.mark.parametrize(
    ("sentence", "days", "places"),
    [
        (
            "The murder of Ivo Stam came to light when two men sang before the court in Lagos on 2 May 2019.",
            [None],
            [None],
        ),
        ("The murder of Ivo Stam surfaced when a diver spoke up in Lagos on 2 May 2019.", [None], [None]),
        ("The murder of Ivo Stam was uncovered in Lagos on 2 May 2019.", [None], [None]),
        ("A report of the killing of two clerks in Lagos reached Suva on 2 May 2019.", [None], ["Lagos"]),
        ("A bomb in Lagos killed two clerks, and fires burned through 2 May 2019.", [None], ["Lagos"]),
        ("The murder of Ivo Stam on 2 May 2019 came to light after a row.", ["2019-05-02"], [None]),
        ("The murder of Ivo Stam on 2 May 2019 in Lagos shocked his men.", ["2019-05-02"], ["Lagos"]),
        ("Ivo Stam was shot dead at a farm in the hills, it was reported in Lagos.", [None], [None]),
        ("It was reported that Ivo Stam was shot dead at a farm in Lagos.", [None], ["Lagos"]),
    ],
)
def test_when_and_where_a_deed_became_known_is_not_its_own(
    sentence: str, days: list[str | None], places: list[str | None]
) -> None:
    found = violent(sentence)
    assert [e.date and e.date.edtf for e in found] == days
    assert [e.place for e in found] == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        # Where those are who tell of it, or judge it, is no place of the deed.
        ("Rebels in Nairobi said that guards had killed nine farmers.", [None]),
        ("Rebels in Nairobi said that guards had killed nine farmers in Lagos.", ["Lagos"]),
        (
            "A court in Nairobi jailed Luis Arto for the bombing of a bus in Lagos that killed nine men.",
            ["Lagos"],
        ),
        ("Rebels in Nairobi killed nine farmers.", ["Nairobi"]),
        ("The widow of a farmer killed by rebels in 2011 met a judge in Nairobi.", [None]),
        ("A man who shot two nurses in Lagos was held in Nairobi.", ["Lagos"]),
        ("A bomb that killed nine farmers went off in Nairobi.", ["Nairobi"]),
        ("Gunmen killed nine farmers in Lagos, officials in Nairobi said.", ["Lagos"]),
        ("Gunmen killed nine farmers, according to a report that the army issued in Nairobi.", [None]),
        ("According to the army, gunmen killed nine farmers in Nairobi.", ["Nairobi"]),
        ("According to a report on the killing of nine farmers in Nairobi, rebels fled.", ["Nairobi"]),
    ],
)
def test_a_deed_is_not_where_it_is_told(sentence: str, places: list[str | None]) -> None:
    assert [event.place for event in violent(sentence)] == places


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Nine farmers were killed in a raid, a guard told reporters in Lagos on Monday.", [None]),
        ("Nine farmers were killed in a raid on Monday, a guard told reporters in Lagos.", ["2021-05-10"]),
        ("Nine farmers were killed in a raid, according to a report issued on Monday.", [None]),
        ("Nine farmers were killed in a raid on Monday, according to a report.", ["2021-05-10"]),
        ("The army issued a report saying a raid on Monday killed nine farmers.", ["2021-05-10"]),
    ],
)
def test_a_deed_is_not_on_the_day_it_is_told(sentence: str, days: list[str | None]) -> None:
    assert [event.date and event.date.edtf for event in violent(sentence)] == days


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "Ana Lume died on Monday, according to a statement released by her aide.",
            {"death": "statement", "statement": None},
        ),
        (
            "Ana Lume was killed on Monday, according to a report, which said gunmen shot her.",
            {"attack": "report"},
        ),
        (
            "Rebels shelled the town, according to officials who fled Suva on Monday.",
            {"attack": "officials", "other": None},
        ),
    ],
)
def test_nobody_vouches_for_what_is_told_of_who_says_so(
    sentence: str, sources: dict[str, str | None]
) -> None:
    article, found = read(sentence)
    words = {
        event.type: event.source and event.source.span and article.text.slice(event.source.span)
        for event in found.events
    }
    assert words == sources


def test_where_somebody_came_from_is_not_where_it_was() -> None:
    (stabbing,) = violent(
        "A gang stabbed Elsa Vell to death when she was coming home from a college at Kano on Monday."
    )
    assert stabbing.place is None
    (stabbing,) = violent("A gang stabbed Elsa Vell to death at Kano on Monday.")
    assert stabbing.place == "Kano"


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        (
            "The massacre took place at a camp of Delvan refugees who had been in Kenya. Police say "
            "rebels shelled "
            "the camp.",
            [None],
        ),
        ("Rebels shelled a camp of Delvan refugees in Kenya.", ["Kenya"]),
    ],
)
def test_where_the_victims_had_been_is_not_where_it_was(paragraph: str, places: list[str | None]) -> None:
    assert [event.place for event in violent(paragraph)] == places
