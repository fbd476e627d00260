"""Whom acts, mishaps and disasters harmed, and how many. All names are made up."""

from __future__ import annotations

import pytest

from told_events import read, violent


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A bomb in Lagos killed at least 14 people.", [("killed", 14, None, "people")]),
        ("A bomb in Lagos left 14 dead and 30 wounded.", [
            ("killed", 14, 14, None), ("injured", 30, 30, None)]),
        ("At least 14 soldiers were killed when a bomb exploded.", [("killed", 14, None, "soldiers")]),
        ("A bomb exploded in Lagos, but no one was hurt.", [("injured", 0, 0, None)]),
        ("A bomb exploded in Lagos; no casualties were reported.", [
            ("killed", 0, 0, None), ("injured", 0, 0, None)]),
        ("A bomb exploded in Lagos and a policeman was killed.", [("killed", 1, 1, "policeman")]),
        ("A bomb exploded in Lagos, killing 17 guards and two drivers.", [
            ("killed", 17, 17, "guards"), ("killed", 2, 2, "drivers")]),
        ("A bomb exploded in Lagos, injuring dozens of people.", [("injured", None)]),
        ("A bomb exploded in Lagos near two schools.", []),
        ("A bomb exploded in Lagos; some were shot and none drowned.", []),
        ("A bomb exploded in Lagos; seven were hurt and none killed.", [
            ("injured", 7, 7, None), ("killed", 0, 0, None)]),
        ("A bomb in Lagos left 14 dead and 12 missing.", [
            ("killed", 14, 14, None), ("missing", 12, 12, None)]),
        ("A bomb exploded in Lagos and 12 people are missing.", [("missing", 12, 12, "people")]),
        ("A bomb exploded in Lagos, leaving 300 homeless.", [("displaced", 300, 300, None)]),
        ("A bomb exploded in Lagos near 12 missing girls.", []),
        ("A bomb in Lagos killed 21 soldiers and 105 cattle.", [("killed", 21, 21, "soldiers")]),
        ("A bomb that could kill 200 people exploded in Lagos.", []),
        ("Eleven people, including four children, were killed by a bomb in Lagos.", [
            ("killed", 11, 11, "people")]),
        ("Two people, a man and his son, were killed by a bomb in Lagos.", [("killed", 2, 2, "people")]),
        ("Two men, the mayor said, watched as a bomb killed a guard in Lagos.", [("killed", 1, 1, "guard")]),
        ("A bomb killed two people in Lagos, with five other people wounded.", [
            ("killed", 2, 2, "people"), ("injured", 5, 5, "other people")]),
    ],
)  # fmt: skip
def test_casualties(sentence: str, expected: list[tuple[object, ...]]) -> None:
    (event,) = violent(sentence)
    found = [(c.kind, c.min, c.max, c.group) for c in event.casualties]
    if expected and len(expected[0]) == 2:
        assert found[0][0] == expected[0][0]
        assert found[0][2] is None
    else:
        assert found == expected


def test_who_gives_the_numbers() -> None:
    (event,) = violent("A bomb killed 12 people at a market in Lagos on Monday, police said.")
    assert [(c.min, c.according_to) for c in event.casualties] == [(12, "police")]
    (event,) = violent("Mayor Ana Lume fled. She said nine people were killed in a raid in Lagos.")
    assert [(c.min, c.according_to) for c in event.casualties] == [(9, "Ana Lume")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three suicide bombers killed 19 people in Lagos.", [("killed", 19, 19)]),
        (
            "At least 11 people lost their lives and 25 others sustained injuries in a bombing in Lagos.",
            [("killed", 11, None), ("injured", 25, 25)],
        ),
        ("Seven policemen were martyred in an ambush in Lagos.", [("killed", 7, 7)]),
        (
            "A bomb killed 12 people, three of them children and one of them the bomber, in Lagos.",
            [("killed", 12, 12)],
        ),
        (
            "A bomb killed a guard in Lagos, bringing to 17 the number of people killed there this year.",
            [("killed", 1, 1)],
        ),
        ("Gunmen killed a couple of soldiers in Lagos.", [("killed", 2, None)]),
        ("A man killed his wife in Lagos.", []),
        (
            "Heavy gunfire killed 40 people in Lagos, officials said, revising an earlier toll of 52.",
            [("killed", 40, 40)],
        ),
        ("Two guards died in a crash near Lagos after an attack on a bus.", []),
        ("Two people were killed near Lagos after an attack on a bus.", [("killed", 2, 2)]),
        ("A policeman shot and killed three boys in Lagos.", [("killed", 3, 3)]),
        ("Two car bombings killed over 30 people in Lagos.", [("killed", 31, None)]),
        ("Three roadside bombs killed almost 20 farmers in Lagos.", [("killed", None, 20)]),
        ("Two gunmen killed over 30 people at a mill in Lagos.", [("killed", 31, None)]),
        ("Two bombers were killed in an attack in Lagos.", [("killed", 2, 2)]),
        ("The death toll in the bombing in Lagos rose to 46 on Sunday.", [("killed", 46, 46)]),
    ],
)
def test_casualties_are_those_who_suffer(sentence: str, expected: list[tuple[str, int, int | None]]) -> None:
    (event,) = violent(sentence)
    assert [(c.kind, c.min, c.max) for c in event.casualties] == expected


@pytest.mark.parametrize(
    ("second", "killed"),
    [
        ("On Tuesday police raised the toll from five to nine.", [5, 9]),
        ("The death toll rose to 12, the mayor said.", [5, 12]),
        ("Drivers pay a toll of 7 euros on the bridge.", [5]),
        ("The toll of the flood rose to 30.", [5]),
    ],
)
def test_a_toll_that_rises_is_of_the_act_told(second: str, killed: list[int]) -> None:
    (event,) = violent("A bomb killed five people in Lagos on Monday.", second)
    assert [c.min for c in event.casualties] == killed
    assert event.title == "Bombing in Lagos"


@pytest.mark.parametrize(
    ("sentences", "type", "numbers"),
    [
        ("A bus overturned near Lagos on Sunday. At least nine, including a boy, died.", "accident", [9]),
        ("A storm hit Lagos on Sunday. Nine people were killed and 30 were injured.", "disaster", [9, 30]),
        ("A bus overturned near Lagos on Sunday, killing nine people and injuring six.", "accident", [9, 6]),
        ("A bus overturned near Lagos on Sunday. Two people died in a fire.", "accident", []),
        ("A car full of dynamite exploded in Lagos, killing nine people and injuring six.", "attack", [9, 6]),
        ("Gunmen attacked a bus near Lagos on Sunday. Nine people were killed.", "attack", [9]),
    ],
)
def test_whom_a_mishap_harmed_was_hit_by_nobody(sentences: str, type: str, numbers: list[int]) -> None:
    (event,) = (e for e in read(sentences)[1].events if e.place or e.date)
    assert (event.type, [c.min for c in event.casualties]) == (type, numbers)
    assert type == "attack" or not violent(sentences)


def test_casualties_tell_who_is_counted_and_the_number_apart() -> None:
    text = "A bomb killed at least 12 market traders in Lagos on Monday."
    (event,) = violent(text)
    (found,) = event.casualties
    assert found.counted is not None
    assert found.number is not None
    assert (text[slice(*found.number)], text[slice(*found.counted)]) == ("at least 12", "market traders")


@pytest.mark.parametrize(
    ("second", "hurt"),
    [
        ("At least 60 were wounded.", [60]),
        ("Dozens of shoppers were hurt.", [24]),
        ("At least 60 were hurt in a crash in Nairobi.", []),
        ("The mayor and his wife were hurt.", []),
        ("Sixty were invited.", []),
    ],
)
def test_a_sentence_that_only_counts_goes_on_about_the_act_before(second: str, hurt: list[int]) -> None:
    (event,) = violent(f"A bomb killed five people in Lagos on Monday. {second}")
    assert [c.min for c in event.casualties if c.kind == "injured"] == hurt


def test_who_died_where_an_act_hit_died_of_it() -> None:
    (event,) = violent("Gunmen attacked a bus in Lagos on Monday.", "Two people died on the bus.")
    assert [c.min for c in event.casualties] == [2]
    (event,) = violent("Gunmen attacked a bus in Lagos on Monday.", "Two people died on the ferry.")
    assert not event.casualties


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        (
            "Six people were killed and nine injured on Monday when two trains collided near Lagos.",
            "accident",
        ),
        ("Six workers were killed and nine injured on Monday when scaffolding gave way in Lagos.", None),
        ("Six people were killed and nine injured on Monday when panic broke out in Lagos.", None),
        ("Six people were killed and nine injured in riots in Lagos on Monday.", None),
        ("Nine protesters were killed and dozens injured in the violence in Lagos on Monday.", None),
        (
            "Two pilots were killed and a guard injured when their plane hit a mast near Lagos on Monday.",
            None,
        ),
        ("An explosion at a chemical plant in Lagos killed five workers on Monday.", "accident"),
        ("Five people died in an explosion at a fireworks factory in Lagos on Monday.", "accident"),
        ("Mud swept away a bus near Lagos on Monday, killing six people.", "disaster"),
        ("An explosion at a mosque in Lagos killed five worshippers on Monday.", "explosion"),
        ("A bomb explosion at a chemical plant in Lagos killed five workers on Monday.", "attack"),
        ("Six people were killed and nine injured in Lagos on Monday when police opened fire.", "attack"),
        ("Six people were killed and nine injured on Monday as they left a mosque in Lagos.", "attack"),
    ],
)
def test_who_dies_of_a_mishap_is_attacked_by_nobody(sentence: str, type: str | None) -> None:
    assert [e.type for e in read(sentence)[1].events] == ([type] if type else [])


def test_the_dead_of_a_raid_are_none_of_a_kidnapping_beside() -> None:
    found = violent("Rebels stormed a post near Lagos on Monday, killing nine soldiers and abducting six.")
    dead = {e.type: [c.min for c in e.casualties] for e in found}
    assert dead == {"armed_clash": [9], "kidnapping": []}


def test_a_disaster_and_an_accident_count_whom_they_harmed() -> None:
    (quake,) = read("At least 12 people were killed and 34 injured in the quake in Lagos on Monday.")[
        1
    ].events
    assert (quake.type, [(c.kind, c.min) for c in quake.casualties]) == (
        "disaster",
        [("killed", 12), ("injured", 34)],
    )
    (crash,) = read("A bus crash near Lagos killed 9 people on Monday.")[1].events
    assert (crash.type, [(c.kind, c.min) for c in crash.casualties]) == ("accident", [("killed", 9)])


def test_who_was_shot_dead_is_counted() -> None:
    (killing,) = violent("Two guards were shot dead at a crossing near Lagos on Sunday.")
    assert [(c.kind, c.min) for c in killing.casualties] == [("killed", 2)]
    others = violent("Two gunmen shot dead a farmer near Lagos on Sunday.")
    assert ("killed", 2) not in [(c.kind, c.min) for e in others for c in e.casualties]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Gunmen killed a woman and her two children in Lagos.", [("killed", 1), ("killed", 2)]),
        ("A woman and her two children were killed by gunmen in Lagos.", [("killed", 1), ("killed", 2)]),
        ("Gunmen killed a farmer, his wife and two sons in Lagos.", [("killed", n) for n in (1, 1, 2)]),
        ("Two guards and two clerks were killed by gunmen in Lagos.", [("killed", 2), ("killed", 2)]),
        ("A guard and his dog were killed by gunmen in Lagos.", []),
        ("Half of the 40 clerks were killed by gunmen in Lagos.", []),
        ("All but three of 40 clerks were killed by gunmen in Lagos.", []),
        ("Gunmen in Lagos killed 10 per 1,000 clerks.", []),
        ("A third clerk was killed by gunmen in Lagos.", []),
        ("Nine clerks were killed or wounded by gunmen in Lagos.", []),
        ("Gunmen opened fire in Lagos, killing or wounding nine clerks.", []),
        ("No fewer than nine clerks were killed by gunmen in Lagos.", [("killed", 9)]),
        ("Some of the 40 clerks were killed by gunmen in Lagos.", []),
        ("12 of the 40 clerks were killed by gunmen in Lagos.", []),
        ("A bomb exploded in Lagos, and nine people suffered delays.", []),
        ("A bomb exploded in Lagos, and nine deaths were reported.", [("killed", 9)]),
        ("A bomb exploded in Lagos as the number of jobs in the town rose to 46.", []),
        ("Gunmen killed two people in Lagos and six fled.", [("killed", 2)]),
        ("A bomb exploded in Lagos, but no deaths were reported.", [("killed", 0)]),
        ("An attack that kills forty clerks in Lagos is news.", []),
        (
            "Police said that a bomb exploded on Monday at a market in the old town of Lagos in the west, "
            "where 12 people were",
            [],
        ),
    ],
)
def test_each_of_those_harmed_is_counted_and_no_share_of_them(
    sentence: str, counts: list[tuple[str, int]]
) -> None:
    found = [(c.kind, c.min) for event in violent(sentence) for c in event.casualties]
    assert found == counts


def test_an_act_rests_on_so_many_sentences_that_only_point_at_it() -> None:
    (event,) = violent(f"A bomb exploded in Lagos on Monday.{' A nurse spoke of the incident.' * 40}")
    assert len(event.evidence) == 31


def test_who_is_feared_dead_is_not_counted_as_killed() -> None:
    events = read("Nineteen sailors are feared dead after a ferry sank off Lagos on Monday.")[1].events
    assert [(event.type, event.casualties) for event in events] == [("accident", ())]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Two of the three clerks wounded in the attack in Lagos on Monday have died.", [("killed", 2)]),
        ("Two of the three clerks wounded in the attack in Lagos on Monday were cousins.", []),
        ("Two of the three clerks were wounded in the attack in Lagos on Monday.", [("injured", 2)]),
        ("Two clerks wounded in the attack in Lagos on Monday have left.", [("injured", 2)]),
        (
            "Two of the three clerks wounded in the attack in Lagos on Monday left, a guard died.",
            [("killed", 1)],
        ),
        (
            "Two of the three clerks wounded in the attack in Lagos on Monday left and a guard died.",
            [("killed", 1)],
        ),
    ],
)
def test_those_of_the_wounded_who_died_are_no_wounded(sentence: str, counts: list[tuple[str, int]]) -> None:
    assert [(c.kind, c.min) for event in violent(sentence) for c in event.casualties] == counts


@pytest.mark.parametrize(
    ("then", "counted"),
    [
        ("Ten people were killed.", [("killed", 10)]),
        ("At least ten people died and 20 others were injured.", [("killed", 10), ("injured", 20)]),
        ("Ten people drowned and three are missing.", [("killed", 10), ("missing", 3)]),
        ("At least seven, including four children, died at the scene.", [("killed", 7)]),
        ("Four people, among them two guests, died.", [("killed", 4)]),
        ("Police said that seven people died in the accident.", [("killed", 7)]),
        ("Nine were killed, police said.", [("killed", 9)]),
        ("Nine people died on Monday.", [("killed", 9)]),
        # of another day, place, cause or act, or of none
        ("Forty people died in 2017.", []),
        ("Nine people died on Tuesday.", []),
        ("Ten people died last year.", []),
        ("In Niger, ten people died.", []),
        ("Ten people died of cholera.", []),
        ("Ten people have died in similar accidents this year.", []),
        ("Ten people could die.", []),
        ("The mayor said ten people died in a fire.", []),
        ("Last week nine people died on a bus in Niger.", []),
        ("Ten people died on the mountain.", []),
        ("Ten people died elsewhere.", []),
        ("Years earlier ten people had drowned.", []),
        ("Ten people died at sea years ago.", []),
        # hearsay of nobody, or what did not come to pass
        ("Seven people were reportedly killed.", []),
        ("If seven people had died in the accident, police would have said so.", []),
    ],
)
@pytest.mark.parametrize(
    "told",
    ["A ferry sank off Lagos on Monday.", "A storm hit Lagos on Monday.", "Gunmen attacked Lagos on Monday."],
)
def test_whom_the_next_sentence_counts_an_act_harmed(
    told: str, then: str, counted: list[tuple[str, int]]
) -> None:
    if "accident" not in then or "ferry" in told:
        event = read(f"{told} {then}")[1].events[0]
        assert [(c.kind, c.min) for c in event.casualties] == counted


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The crash killed seven people.", [7]),
        ("The crash reportedly killed seven people.", []),
        ("The mayor said the crash had killed seven people.", [7]),
        ("It is feared that the crash killed seven people.", []),
    ],
)
def test_a_count_is_none_where_nothing_but_hearsay_tells_it(sentence: str, counted: list[int]) -> None:
    event = read(f"A bus crashed near Lagos on Monday. {sentence}")[1].events[0]
    assert [c.min for c in event.casualties] == counted


def test_whom_an_act_harmed_is_counted_though_something_else_is_denied_of_it() -> None:
    (event,) = violent("The mayor denied that he was implicated in the murder of two nurses in Lagos.")
    assert [c.min for c in event.casualties] == [2]


def test_somebody_named_who_died_is_no_number_of_what_was_told_before() -> None:
    events = read("A ferry sank off Lagos on Monday. Ana Lume and two nurses died.")[1].events
    assert [(e.type, len(e.casualties)) for e in events] == [("accident", 0), ("death", 0)]


def test_a_noun_that_points_back_tells_which_act_and_no_verb_beside_it() -> None:
    (first, second) = violent(
        "Two suicide bombings killed over 48 people in Lagos and Abuja on Monday. The first bombing occurred "
        "in Lagos. The second bombing occurred in Abuja near the embassy. In this incident 22 were killed "
        "and another 38 were injured in the explosion."
    )
    assert [c.min for c in first.casualties] == [49]
    assert (second.place, [c.min for c in second.casualties]) == ("Abuja", [22, 38])


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        (
            "Two died when trains collided near Lagos on Monday, the worst crash since 2007, when 31 died.",
            [2],
        ),
        ("Two trains collided near Lagos on Monday, a year after a crash in which 31 people died.", []),
        ("Two trains collided near Lagos on Monday on the line where 31 people died in 2007.", []),
        ("Two trains collided near Lagos on Monday, when 31 people died.", [31]),
    ],
)
def test_whom_a_clause_on_something_else_counts_an_act_did_not_harm(
    sentence: str, counted: list[int]
) -> None:
    event = next(e for e in read(sentence)[1].events if e.type == "accident")
    assert [c.min for c in event.casualties] == counted


def test_those_whom_a_bus_carried_were_not_overturned() -> None:
    told = read("A bus that was carrying pupils overturned near Lagos on Monday, and nine of them died.")
    assert not [e.title for e in told[1].events if e.type == "other"]
