"""Events, sentence by sentence: what is one, what is none, what is told twice. All names are made up."""

from __future__ import annotations

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding
from dossier.seeds.articles import load_seed
from first_dossier import SEED
from told_events import VIOLENT, read, violent


def occasions(*paragraphs: str) -> list[EventFinding]:
    return [event for event in read(*paragraphs)[1].events if event.type not in VIOLENT]


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        (
            "A car bomb exploded outside a hotel in Nairobi on Monday.",
            "attack",
            "Bombing outside a hotel in Nairobi",
        ),
        ("Gunmen attacked a bus in Nairobi on Monday.", "attack", "Attack on a bus in Nairobi"),
        ("Rebels attacked a mill in Nairobi.", "attack", "Attack on a mill in Nairobi"),
        ("Two policemen were killed in a bus ambush last week.", "attack", "Ambush of a bus"),
        ("The mayor, Maria Lopez, was shot dead by two men on Monday.", "attack", None),
        (
            "Rebels kidnapped four engineers near Nairobi on Monday.",
            "kidnapping",
            "Kidnapping of four engineers",
        ),
        ("Rebels ambushed an army patrol, killing three soldiers.", "armed_clash", None),
        (
            "A suicide attack on a market in Lagos killed at least 30 people.",
            "attack",
            "Attack on a market in Lagos",
        ),
        ("Attackers threw grenades at the embassy in Lagos.", "attack", None),
        ("A series of bombings in Lagos killed at least 90 people.", "attack", "Bombings in Lagos"),
        ("Kenyan air raids on a village killed 12 people.", "attack", "Attack on a village"),
        ("A roadside bomb has killed four soldiers in the north.", "attack", "Bombing"),
        ("An explosion at a mosque wounded 12 worshippers.", "explosion", "Explosion at a mosque"),
        ("Militants blew up a pipeline near Lagos on Tuesday.", "attack", None),
        (
            "Gunmen slaughtered nine villagers in Nairobi on Monday.",
            "attack",
            "Killing in Nairobi",
        ),
        ("Gunmen shot a dog and killed nine people in Nairobi.", "attack", "Killing in Nairobi"),
        (
            "Luis Arto was jailed after the bombing of a market in Nairobi killed nine people.",
            "attack",
            "Bombing of a market in Nairobi",
        ),
    ],
)
def test_acts_of_violence(sentence: str, type: str, title: str | None) -> None:
    found = violent(sentence)
    assert [event.type for event in found] == [type]
    if title is not None:
        assert found[0].title.startswith(title)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister could be the target of an attack, officials fear.",
        "He had a heart attack on Monday and was taken to hospital.",
        "Police foiled a plot to bomb the embassy.",
        "The group threatened to kidnap tourists.",
        "Any attack on the port would be a disaster.",
        "The senator attacked the decision of the court.",
        "Striker Dan Poole hit the post twice and shot wide.",
        "Five people were killed in an earthquake on Monday.",
        "Since the war began, 13,000 people have been killed.",
        "The film tells of a bombing in Lagos.",
        "So far this year rebels have killed eight mayors.",
        "The company launched a raid on its rival’s shares.",
        "The army will attack the town if talks fail.",
        "The virus attack hit thousands of computers.",
        "The plan prevents terrorist attacks.",
        "No attack was reported.",
        "The number of shooting victims has grown.",
        "Smith’s attack on the budget drew applause.",
        "The debate was hijacked by Dan Poole.",
        "Dan Poole said his words had been kidnapped.",
        "Luis Arto pleaded guilty to killing Marta Brandt in Nairobi on Monday.",
        "Luis Arto pleaded guilty on Monday to the killing of Marta Brandt.",
        "Luis Arto pleaded not guilty to murdering nine people.",
        "A jury convicted Luis Arto of killing two people in Nairobi.",
        "Luis Arto was acquitted of killing Marta Brandt.",
        "The verdict in the killing of Marta Brandt is due on Monday.",
        "Officials raided a terrorist’s home and office in Nairobi and seized several devices.",
        "Militants seized several devices and a school bus in Nairobi.",
        "Farmers slaughtered steers in Nairobi on Monday.",
        "The slaughter of the cattle began in Nairobi on Monday.",
        "The assault on the influence of money claimed its first victims on Monday.",
        "Luis Arto beat Dan Poole in Monday’s final in Lagos, killing off hopes of a title.",
        "If true, it would be the first attack by the rebels in Lagos.",
        # again and again is no one day
        "Rebels attacked a mill in Nairobi three times.",
        "Rebels attacked a mill in Nairobi on several occasions.",
        "Rebels attacked a mill in Nairobi each week.",
    ],
)
def test_no_act_of_violence(sentence: str) -> None:
    assert violent(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        # A number alone counts people.
        ("Police arrested two in Nairobi on Monday.", ["arrest"]),
        ("Nine resigned in Nairobi.", ["resignation"]),
        ("Police evacuated 40 from Nairobi.", ["rescue"]),
        ("The shop sold 40 in Nairobi.", []),
        ("Boats arrested the fall of the pier in Nairobi.", []),
    ],
)
def test_people_may_be_told_by_their_number(sentence: str, types: list[str]) -> None:
    assert [event.type for event in read(sentence)[1].events] == types


def test_an_act_told_again_is_one_event() -> None:
    found = violent(
        "Gunmen attacked a bus near Lagos on Monday.",
        "The attack left five passengers dead.",
        "Two children were hurt in the bus attack.",
    )
    assert len(found) == 1
    assert len(found[0].evidence) == 3


def test_who_is_kidnapped_already_is_not_kidnapped_again() -> None:
    found = violent(
        "Gunmen kidnapped 30 pupils in Lagos on Sunday.",
        "Parents of the kidnapped pupils marched on Tuesday.",
    )
    assert [e.title for e in found] == ["Kidnapping of 30 pupils in Lagos"]


def test_the_incident_refers_back() -> None:
    found = violent(
        "Gunmen attacked a bus near Lagos on Monday.",
        "The incident came after a March bombing in Abuja that killed 12 people.",
    )
    assert [(event.title, len(event.evidence)) for event in found] == [
        ("Attack on a bus near Lagos", 2),
        ("Bombing in Abuja", 1),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "Another bomb exploded in Abuja on Tuesday.",
        "Meanwhile, gunmen attacked a school in Abuja.",
        "In Abuja, a bomb exploded at a market on Tuesday.",
        "The council met after a similar incident in which a nurse was killed.",
        "In an earlier attack in which a nurse was killed, the rebels had used a drone.",
    ],
)
def test_another_act_is_another_event(second: str) -> None:
    assert len(violent("A bomb exploded at a bridge in Lagos on Monday.", second)) == 2


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Another blast killed two people in Lagos.", 2),
        ("Another bombing of the same mill killed two people in Lagos.", 2),
        ("Another blast in the same bombing killed two people in Lagos.", 1),
        ("A second bombing in the same attack killed two people in Lagos.", 1),
        ("The earlier bombing, in which a nurse was killed, was condemned.", 1),
    ],
)
def test_only_the_same_act_is_no_other_not_one_at_the_same_mill(second: str, count: int) -> None:
    assert len(violent("Rebels bombed a mill in Lagos on Monday.", second)) == count


def test_whom_two_sentences_call_by_name_and_not_is_told_once() -> None:
    (act,) = violent("Captured by rebels in May, Dan Poole fled.", "The soldier was captured by rebels.")
    assert act.title == "Capture of Dan Poole"


def test_a_land_behind_a_comma_is_where_its_town_is() -> None:
    (act,) = violent("Gunmen attacked a bus in Tejuvla, Chalavela Department, on Monday.")
    assert act.place == "Tejuvla"


def test_no_field_says_who_did_it() -> None:
    article, findings = read(
        "Fighters of the Kestrel Front attacked a bus near Lagos on Monday, killing five."
    )
    (event,) = [e for e in findings.events if e.type == "attack"]
    assert "Kestrel" not in event.title
    assert event.participants == ()
    assert [claim.kind for claim in findings.claims] == ["carried_out_according_to"]
    assert article.text.slice(event.evidence[0]).startswith("Fighters")


@pytest.mark.parametrize(
    ("sentence", "title", "hit"),
    [
        (
            "Ana Silva, kidnapped by rebels on Monday, works for a bank in Lagos.",
            "Kidnapping of Ana Silva",
            ["Ana Silva"],
        ),
        ("The crowd says rebels have murdered John Harper.", "Killing of John Harper", ["John Harper"]),
        ("Gunmen opened fire on a bus near John Harper’s house.", "Shooting at a bus", []),
        ("A shooting in Lagos, near Ana Silva’s home, left two people dead.", "Shooting in Lagos", []),
        ("Six people died in an army raid near Lagos.", "Attack near Lagos", []),
        ("Six people died in a school attack near Lagos.", "Attack on a school near Lagos", []),
        ("The low shot went wide and rebels attacked a village.", "Attack on a village", []),
    ],
)
def test_what_was_hit(sentence: str, title: str, hit: list[str]) -> None:
    (event,) = violent(sentence)
    assert event.title.startswith(title)
    assert [p.actor for p in event.participants] == hit


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        ("On Monday in London, President Ana Silva met with Prime Minister John Harper.",
         "meeting",
         "Meeting of Ana Silva with John Harper"),
        ("President Ana Silva visited London on Monday.", "visit", "Visit to London by Ana Silva"),
        ("President Ana Silva concluded a two-day visit to London.", "visit",
         "Two-day visit to London by Ana Silva"),
        ("Ana Silva pledged aid during a state visit to London.", "visit",
         "State visit to London by Ana Silva"),
        ("“We are ready,” said Ana Silva at a joint press conference.", "press_conference",
         "Joint press conference by Ana Silva"),
        ("President Ana Silva told a news conference that she was ready.", "press_conference",
         "News conference by Ana Silva"),
        ("The Kestrel Association issued a letter to Ana Silva on Monday.", "letter",
         "Letter from Kestrel Association to Ana Silva"),
        ("The Kestrel Association released a statement on Monday.", "statement",
         "Statement by Kestrel Association"),
        ("The High Bench Court of the Republic of Veldia delivered a verdict on Monday.", "ruling",
         "Ruling by the High Bench Court of the Republic of Veldia"),
        ("The High Bench Court of the Republic of Veldia delivered a verdict on tolls on Monday.", "ruling",
         "Ruling by the High Bench Court of the Republic of Veldia on tolls"),
        ("Tram drivers in London began a strike on Monday.", "strike", "Strike by tram drivers in London"),
        ("The authority suspended the licence of its owner on Monday.", "ban",
         "Suspension of the licence of the owner by the authority"),
        ("President Ana Silva declared a state of emergency in London on Monday.", "decree",
         "State of emergency in London by Ana Silva"),
        ("President Ana Silva lifted the state of emergency in London on Monday.", "decree",
         "End of the state of emergency in London by Ana Silva"),
        ("President Ana Silva extended the state of emergency in London on Monday.", "decree",
         "Extension of the state of emergency in London by Ana Silva"),
        ("Ana Silva won a seat in parliament on Monday.", "election", "Election of Ana Silva"),
        ("The Kestrel Party won 49 seats in parliament on Monday.", "other",
         "Kestrel Party won 49 seats in parliament"),
    ],
)  # fmt: skip
def test_occasions(sentence: str, type: str, title: str) -> None:
    assert [(event.type, event.title) for event in occasions(sentence)] == [(type, title)]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ana Silva will visit London.",
        "Ana Silva met John Harper’s demands.",
        "Ana Silva hopes to meet John Harper.",
        "The council’s meeting was long.",
        "John Harper was to hold a press conference.",
        "“I met Ana Silva in London,” he said.",
        "Visitors to London took a trip on the river.",
        "The World Ferry Awards organisation announced the list of candidates to receive its prizes in May.",
    ],
)
def test_no_occasion(sentence: str) -> None:
    assert occasions(sentence) == []


def test_a_statement_apart_from_the_news_is_an_event() -> None:
    found = occasions("In February, General Omar Haddad said the border must be closed.")
    assert [(event.type, event.title) for event in found] == [("statement", "Statement by Omar Haddad")]
    assert found[0].date is not None
    assert found[0].date.edtf == "2021-02"
    assert occasions("On Thursday, General Omar Haddad said the border must be closed.") == []


def test_hostile_text_stays_in_proportion() -> None:
    told = "Gunmen attacked a bus in Lagos on Monday. "
    article, findings = read("the bomb exploded killed attack on the bus " * 2_000 + ". " + told * 20)
    assert 0 < len(findings.events) < 50
    assert all(e.end <= len(article.text.text) for event in findings.events for e in event.evidence)


def test_the_seed_article() -> None:
    events = extract_findings(load_seed(SEED).article).events
    assert [(event.type, event.title) for event in events] == [
        ("meeting", "Meeting of Imran Khan with Hassan Rouhani and Ali Khamenei"),
        ("visit", "Visit to Tehran by Imran Khan"),
        ("attack", "Ambush of a bus"),
        ("attack", "Attack in eastern Iran"),
        ("press_conference", "Joint press conference by Hassan Rouhani"),
        ("letter", "Letter from Pakistan’s foreign office to Tehran"),
        ("letter", "Letter from Habilian Association"),
        ("statement", "Statement by Yahya Rahim Safavi"),
        ("visit", "State visit to Islamabad by Mohammed bin Salman"),
    ]
    ambush, attack = events[2], events[3]
    assert [(c.kind, c.min, c.max) for c in ambush.casualties] == [("killed", 14, None)]
    assert [(c.kind, c.min, c.max) for c in attack.casualties] == [("killed", 27, None)]
    dates = [event.date.edtf if event.date else None for event in events[2:8]]
    assert dates == ["2019-04-15/2019-04-21", "2019-02", None, "2019-04-18", "2019-04-20", "2019-02"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dan Poole, a critic of the Red Dawn, which killed 30 in Suva in 2019, was shot dead in Lagos.",
            [("Killing in Suva", "2019", [30]), ("Killing of Dan Poole in Lagos", None, [])],
        ),
        (
            "Ana Silva, who left her village after rebels killed 30 people in 2019, was shot dead on Monday.",
            [("Killing of Ana Silva", "2021-05-10", [])],
        ),
        (
            "A bomb killed three people in Lagos on Monday, a year after rebels killed 40 in Nairobi.",
            [("Bombing in Lagos", "2021-05-10", [3]), ("Killing in Nairobi", None, [40])],
        ),
        (
            "A bomb went off in Lagos on Monday, an hour after gunmen had shot at a bus in Nairobi.",
            [("Bombing in Lagos", "2021-05-10", []), ("Attack on a bus in Nairobi", None, [])],
        ),
        (
            "The army shelled a camp in Lagos on Monday after rebels killed a guard in Nairobi.",
            [("Shelling of a camp in Lagos", "2021-05-10", []), ("Killing in Nairobi", None, [1])],
        ),
        (
            "Police shot dead Dan Poole in Lagos on Monday after he stabbed a shopper.",
            [("Killing of Dan Poole in Lagos", "2021-05-10", []), ("Stabbing of a shopper", None, [])],
        ),
        (
            "Gunmen killed six people in Lagos on Monday after they stormed a school.",
            [("Killing in Lagos", "2021-05-10", [6])],
        ),
        (
            "Two people died in Lagos on Monday after gunmen opened fire on a bus.",
            [("Shooting at a bus in Lagos", "2021-05-10", [2])],
        ),
        (
            "A bomb that rebels had planted in 2009 killed two children in Lagos on Monday.",
            [("Bombing in Lagos", "2021-05-10", [2])],
        ),
        (
            "A bridge in Lagos, which had been bombed in March, was shelled on Monday.",
            [("Shelling of a bridge in Lagos", "2021-05-10", [])],
        ),
        (
            "The bombing of Lagos on Monday followed the killing of four rebels by the army in Nairobi.",
            [("Bombing of Lagos", "2021-05-10", [])],
        ),
        (
            "Ten years after the bombing of a market in Lagos, Dan Poole laid a wreath on Monday.",
            [("Bombing of a market in Lagos", None, [])],
        ),
        (
            "Dan Poole flew to Lagos on Monday after gunmen had killed four people in Nairobi.",
            [("Killing in Nairobi", None, [4])],
        ),
        (
            "Gunmen shot at a bus in Lagos on Saturday and torched a school in Nairobi on Sunday.",
            [("Attack on a bus in Lagos", "2021-05-08", []), ("Arson attack on a school", "2021-05-09", [])],
        ),
        (
            "Dan Poole was charged on Monday with killing two people in Lagos.",
            [],  # that he is charged does not say that any were killed
        ),
        (
            "Police on Monday arrested Dan Poole for the bombing of a market in Lagos in April.",
            [("Bombing of a market in Lagos", None, [])],
        ),
        (
            "Bombs killed two people in Lagos and six in Nairobi on Monday.",
            [("Bombing in Lagos", "2021-05-10", [2]), ("Bombing in Nairobi", "2021-05-10", [6])],
        ),
        (
            "Shells killed four soldiers in Lagos on Monday and two farmers in Nairobi on Tuesday.",
            [("Killing in Lagos", "2021-05-10", [4]), ("Killing in Nairobi", "2021-05-11", [2])],
        ),
        (
            "Gunmen killed two clerks in Lagos and at least six in Nairobi.",
            [("Killing in Lagos", None, [2]), ("Killing in Nairobi", None, [6])],
        ),
        ("Gunmen killed two clerks in Lagos and six nurses fled in Nairobi.", [("Killing", None, [2])]),
        ("Gunmen killed two clerks in Lagos and the mayor in Nairobi.", [("Killing", None, [2])]),
        (
            "Gunmen fired at a truck in Lagos on Saturday and burned a clinic in Nairobi on Sunday.",
            [("Attack on a truck", "2021-05-08", []), ("Arson attack on a clinic", "2021-05-09", [])],
        ),
        (
            "Dan Poole, a foe of the Red Dawn, which killed 30 people in 2012, was gunned down on Monday.",
            [("Killing of Dan Poole", "2021-05-10", [])],
        ),
        (
            "Two died in Lagos on Monday when a mine blew up, taking to 29 the number killed this year.",
            [("Bombing in Lagos", "2021-05-10", [2])],
        ),
        (
            "Rebels fired rockets at a base on Monday in reply to the raid that killed Dan Poole in Lagos.",
            [("Raid in Lagos", None, []), ("Attack on a base", "2021-05-10", [])],
        ),
        # One act, though told in several clauses.
        (
            "Three people died in Lagos on Monday after a bomb exploded.",
            [("Bombing in Lagos", "2021-05-10", [3])],
        ),
        (
            "The bombing of a market in Lagos, which killed 40 people, shocked the town.",
            [("Bombing of a market in Lagos", None, [40])],
        ),
        ("Ana Silva died on Monday, two days after gunmen shot her in Lagos.", [("Shooting", None, [])]),
    ],
)
def test_what_a_sentence_tells_beside_an_act_is_none_of_it(
    sentence: str, expected: list[tuple[str, str | None, list[int]]]
) -> None:
    found = violent(sentence)
    assert [(e.date.edtf if e.date else None, [c.min for c in e.casualties]) for e in found] == [
        (day, counts) for _, day, counts in expected
    ]
    for event, (title, _, _) in zip(found, expected, strict=True):
        assert event.title.startswith(title)


def test_a_play_about_a_killing_is_no_killing() -> None:
    assert violent("A play about the killing of Dan Poole opens in Lagos on Friday.") == []


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Dan Poole killed Ana Silva in Lagos on Monday.", "Killing of Ana Silva in Lagos"),
        ("A guard shot dead Ana Silva in Lagos.", "Killing of Ana Silva in Lagos"),
        ("Guards of the governor killed two men in Lagos.", "Killing in Lagos"),
        ("A lorry killed Ana Silva in Lagos on Monday.", None),
        ("Ana Silva was killed in Lagos on Monday.", None),
    ],
)
def test_a_killing_by_somebody_is_one(sentence: str, title: str | None) -> None:
    assert [event.title for event in violent(sentence)] == ([title] if title else [])


def test_who_tells_of_an_act_is_not_who_was_hit() -> None:
    (event,) = violent(
        "Commissioner Abdi Tarvo said that five policemen were ambushed and killed by bandits."
    )
    assert event.participants == ()


def test_a_cattle_market_is_no_reason_to_doubt_a_bomb() -> None:
    (event,) = violent("Two people were killed when a bomb exploded at a cattle market in Lagos.")
    assert event.title == "Bombing of a cattle market in Lagos"


def test_what_a_noun_before_an_attack_was_has_its_article() -> None:
    (event,) = violent("The embassy attack in Lagos killed two people.")
    assert event.title == "Attack on an embassy in Lagos"


def test_a_car_bombing_is_none_of_a_car() -> None:
    (event,) = violent("A car bombing in Lagos killed two people.")
    assert event.title == "Bombing in Lagos"


@pytest.mark.parametrize(
    "sentence",
    [
        "Police denied that gunmen had bombed a market in Lagos.",
        "If gunmen bomb the market in Lagos, the town will pay.",
        "Rebels threatened to bomb a market in Lagos.",
        "Police foiled a bombing at a market in Lagos.",
        "She upset them by publicly calling for the assassination of the mayor of Lagos.",
        "She calls for the murder of Dan Poole.",
        "The navy staged a drill in which gunmen attacked a ferry in Lagos.",
    ],
)
def test_what_did_not_happen_is_no_act(sentence: str) -> None:
    assert violent(sentence) == []


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("A bomb exploded at a market in Lagos.", "The bombing shocked the town."), 2),
        (("A bomb exploded at a market in Lagos.", "A friend of the suspect in the bombing left."), 2),
        (("A bomb exploded at a market in Lagos.", "Bombings shock every town."), 1),
        (("A bomb exploded at a market in Lagos.", "The strike of the dockers began."), 1),
        (
            (
                "A bomb exploded at a market in Lagos.",
                "Ana Silva said: “The bombing in the town was a mistake that nobody wants to see again.”",
            ),
            1,
        ),
    ],
)
def test_the_only_act_rests_on_each_sentence_that_can_only_mean_it(
    sentences: tuple[str, ...], told: int
) -> None:
    (event,) = violent(*sentences)
    assert len(event.evidence) == told


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("A bomb killed the envoy Otto Brandt at a port on Thursday.", ["Otto Brandt"]),
        ("Otto Brandt was killed in an airstrike last week.", ["Otto Brandt"]),
        ("An airstrike killed the general Otto Brandt.", ["Otto Brandt"]),
        ("Gunmen killed the envoy Otto Brandt in Lagos.", ["Otto Brandt"]),
        ("An airstrike killed nine people, the envoy Otto Brandt said.", []),
        ("Gunmen killed the driver, the envoy Otto Brandt said.", []),
        ("An attack killed a guard of Otto Brandt.", []),
        ("The envoy Otto Brandt spoke after an attack killed a guard.", []),
    ],
)
def test_whom_an_attack_hit_by_name(sentence: str, hit: list[str]) -> None:
    (event,) = violent(sentence)
    assert [participant.actor for participant in event.participants] == hit


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("Malta blamed the attack on the Tern Brigade.", False),
        ("Malta blamed the attack on the trawler on the Tern Brigade.", False),
        ("Malta pinned the attack on the Tern Brigade.", False),
        ("Malta condemned the attack on the Tern Brigade.", True),
    ],
)
def test_whom_an_act_is_blamed_on_is_not_whom_it_befell(sentence: str, hit: bool) -> None:
    found = violent(f"At least six sailors were killed in an attack near Gozo. {sentence}")
    titles = [event.title for event in found]
    assert any("Tern Brigade" in title for title in titles) is hit, titles


def test_two_sides_that_fight_clash() -> None:
    (clash,) = violent("Troops clashed with rebels near Lagos on Monday; three rebels and a soldier died.")
    assert (clash.type, clash.title) == ("armed_clash", "Clash near Lagos")
    assert [(c.group, c.min) for c in clash.casualties] == [("rebels", 3), ("soldier", 1)]
    (fire,) = violent(
        "Two civilians were killed when Fijian and Tongan soldiers exchanged fire near Lagos on Monday."
    )
    assert (fire.type, fire.title) == ("armed_clash", "Exchange of fire near Lagos")
    assert not violent("The ministers clashed over the tax in Lagos on Monday.")


def test_who_did_an_act_is_none_it_befell() -> None:
    (act,) = violent(
        "Ivo Stam fatally shot Omar Dune, the mayor of Lagos, on Monday and died of gunshot wounds."
    )
    assert act.title == "Killing of Omar Dune"
    assert [(p.actor, p.role) for p in act.participants] == [("Omar Dune", "victim")]


def test_gunmen_who_seize_somebody_by_name_kidnap_them() -> None:
    (event,) = read("Gunmen seized Dan Poole in Lagos on Monday.")[1].events
    assert (event.type, event.title) == ("kidnapping", "Kidnapping of Dan Poole in Lagos")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Was Ana Silva murdered in Lagos on Monday?", None),
        ("Ana Silva was murdered in Lagos on Monday.", "Killing of Ana Silva in Lagos"),
        ("Ana Silva was stabbed near Lagos in the last three hours.", "Stabbing of Ana Silva near Lagos"),
        ("Guards were murdered in Lagos in the last few decades.", None),
        ("They were used to massacre.", None),
        ("We regret to say that two men stabbed Ana Silva to death.", "Stabbing of Ana Silva"),
    ],
)
def test_what_is_told_as_one_act(sentence: str, title: str | None) -> None:
    assert [event.title for event in violent(sentence)] == ([title] if title else [])


@pytest.mark.parametrize(
    ("sentence", "type", "title", "killed"),
    [
        ("A storm left two people dead in Lagos on Monday.", "disaster", "Storm in Lagos", 2),
        ("The death toll from Friday’s floods in Kenya rose to 45.", "disaster", "Floods in Kenya", 45),
        ("Gunmen shot dead two traders in Lagos on Monday.", "attack", "Killing in Lagos", 2),
        ("Two farmers died in clashes between rebels and police.", "armed_clash", "Clash", 2),
        ("A storm of protest left the mayor hurt on Monday.", None, "", None),
        ("The toll of the storm on trade in Kenya is large.", None, "", None),
    ],
)
def test_what_left_whom_dead(sentence: str, type: str | None, title: str, killed: int | None) -> None:
    found = [e for e in read(sentence)[1].events if e.type in ("disaster", *VIOLENT)]
    assert [e.type for e in found] == ([type] if type else [])
    for event in found:
        assert event.title.startswith(title)
        assert [c.min for c in event.casualties if c.kind == "killed"] == [killed]


@pytest.mark.parametrize(
    ("paragraphs", "type"),
    [
        (["A blast in Lagos killed three people on Monday."], "explosion"),
        (["A blast in Lagos killed three people on Monday.", "Nobody knows why."], "explosion"),
        (["A blast in Lagos killed three people on Monday.", "The bomb lay in a cart."], "attack"),
        (["A blast in Lagos killed three people on Monday.", "Rebels are active there."], "explosion"),
        (["A blast in Lagos killed three people on Monday.", "Gunmen shot a trader in Lund."], "explosion"),
        (["A blast in Lagos killed three people on Monday.", "It was an attack, police said."], "attack"),
        (["A bomb killed three people in Lagos on Monday.", "The blast broke windows."], "attack"),
    ],
)
def test_a_blast_is_no_attack_where_nothing_tells_that_it_was_set_off(
    paragraphs: list[str], type: str
) -> None:
    event = violent(*paragraphs)[0]
    assert event.type == type
    assert [c.min for c in event.casualties] == [3]


def test_the_blast_scene_points_at_the_blast() -> None:
    (event,) = violent("A blast at a bank in Lagos hurt two people.", "Police closed the blast scene.")
    assert len(event.evidence) == 2


def test_a_killing_that_is_avenged_is_another_act() -> None:
    found = violent(
        "Rebels set fire to a bus in Lagos on Monday.",
        "Leaflets say that the bus was burned to avenge the killing of Ana Silva.",
    )
    assert [event.title for event in found] == ["Arson attack on a bus in Lagos", "Killing of Ana Silva"]
    assert found[0].participants == ()


def test_a_row_over_another_act_is_none_about_the_act_told() -> None:
    (event,) = violent(
        "Protesters attacked the Kenyan mission in Lagos in April.",
        "A quarrel over a deadly raid blamed on Chilean divers has kept Peru and Chile apart.",
    )
    assert (event.title, len(event.evidence)) == ("Attack on the Kenyan mission in Lagos", 1)


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("A drone attack in 2017, which she lived through, left two nurses dead.", 2),
        ("A drone attack in May, which she lived through, left two nurses dead.", 1),
        ("The attack left two nurses dead.", 1),
    ],
)
def test_what_is_long_past_is_another_act_than_the_news(second: str, count: int) -> None:
    assert len(violent("Gunmen attacked Ana Silva near her home.", second)) == count


def test_no_title_names_who_did_it() -> None:
    (event,) = violent("Rebels hailed the FLP raid on an army patrol near Lagos.")
    assert event.title == "Raid on an army patrol near Lagos"


def test_a_dateline_that_was_not_cut_makes_no_title() -> None:
    found = occasions("May 12 (Wire) - Democrat Ana Silva received her first briefing on Monday.")
    assert not [event for event in found if "Wire" in event.title]


def test_a_name_with_and_in_it_is_one_who_did_it() -> None:
    (event,) = occasions(
        "The Ethics and Anti-Graft Commission opened its investigation in 2019 after a leak."
    )
    assert event.title == "Investigation by Ethics and Anti-Graft Commission"


@pytest.mark.parametrize(
    "sentence",
    [
        "Robbery, kidnapping, murder and abduction are left out, the minister said on Monday.",
        "The council proposed a new port, as well as the immediate resignation of Ana Lume.",
        "Detaining foreign suspects without trial breaks the law, the highest court has ruled.",
        "The changes would come within five years of the Reed Party winning an election.",
        "He was released without charge, Ivo Stam added.",
        "The rapper MC Murder toured Kenya on Monday.",
        "The mayor responded with a plan for the port to the floods on Monday.",
        "Ivo Stam, who led a disbanded rebel group, attacked Ana Lume for the closure of his farm.",
    ],
)
def test_what_nobody_did_is_no_event(sentence: str) -> None:
    kinds = (*VIOLENT, "arrest", "release", "resignation", "election", "statement")
    assert [e.title for e in read(sentence)[1].events if e.type in kinds] == []


def test_two_who_meet_the_same_one_meet_him_apart() -> None:
    _, findings = read(
        "Luis Arto led a group to Nairobi, where he met Maria Lopez.",
        "Per Brandt flew from Lagos to Nairobi, where he met Maria Lopez.",
    )
    meetings = [{p.actor for p in e.participants} for e in findings.events if e.type == "meeting"]
    assert meetings == [{"Luis Arto", "Maria Lopez"}, {"Per Brandt", "Maria Lopez"}]


def test_who_is_told_of_by_he_or_she_was_killed_apart() -> None:
    found = violent(
        "The killing of Luis Arto shook the town. Maria Lopez, a nurse, wept for him.",
        "She was shot dead in Nairobi by two men on Friday.",
    )
    assert [(e.title, e.place) for e in found] == [
        ("Killing of Luis Arto", None),
        ("Killing of Maria Lopez in Nairobi", "Nairobi"),
    ]


def test_what_acts_are_called_tells_of_none() -> None:
    (found,) = violent(
        "A shooting in Nairobi killed ten.",
        "The office counts acts in which four or more people are killed as a mass shooting.",
    )
    assert [toll.min for toll in found.casualties] == [10]
    (found,) = violent("The mayor condemned the blast in Nairobi as a terrorist attack.")
    assert found.place == "Nairobi"


@pytest.mark.parametrize(
    ("second", "titles"),
    [
        (
            "Police said the bombing of the mill was no accident.",
            ["Bombing of a camp in Lagos", "Bombing of the mill"],
        ),
        ("Police said the bombing of the camp was no accident.", ["Bombing of a camp in Lagos"]),
        ("Police said the bombing of the compound was no accident.", ["Bombing of a camp in Lagos"]),
        ("Police said the bombing was no accident.", ["Bombing of a camp in Lagos"]),
    ],
)
def test_the_bombing_of_another_thing_is_another(second: str, titles: list[str]) -> None:
    found = read("A bomb exploded at a camp in Lagos on Monday, killing nine.", second)[1].events
    assert [event.title for event in found if event.type == "attack"] == titles


def test_two_murders_elsewhere_are_not_the_one_told() -> None:
    first, *others = violent(
        "Three men murdered the healer Luis Arto.",
        "The gang also took part in two murders in Nairobi.",
    )
    assert first.place is None
    assert [e.place for e in others] in ([], ["Nairobi"])


def test_a_telephone_call_is_no_talks_in_a_town() -> None:
    _, findings = read(
        "President Luis Arto spoke over the phone with President Maria Lopez on Sunday.",
        "Luis Arto held talks with Maria Lopez in Nairobi in March.",
    )
    assert [(e.title.split(" of ")[0], e.place) for e in findings.events if e.type == "talks"] == [
        ("Telephone call", None),
        ("Talks", "Nairobi"),
    ]


def test_no_title_runs_over_a_dash() -> None:
    _, findings = read(
        "Kenya raised rates by 0.3 points to 5.8% - its first rise in nine years - in October 2004."
    )
    assert not any("its first" in e.title for e in findings.events)


def test_the_captain_of_one_ship_is_no_captain_of_the_guard() -> None:
    _, findings = read(
        "The ferry sank, according to Captain Maria Lopez of the coast guard.",
        "Police arrested the captain of the cargo ship on Monday.",
    )
    (arrest,) = (e for e in findings.events if e.type == "arrest")
    assert arrest.title == "Arrest of the captain of the cargo ship"
    assert arrest.participants == ()


def test_who_fires_on_some_is_attacked_by_others() -> None:
    shooting, *_ = violent(
        "A student was killed when officers opened fire on a march in Lagos, a league said.",
        "The officers had been attacked with knives, a spokesman said.",
    )
    assert "officers" not in shooting.title


def test_dockers_strike_and_submarines_sink() -> None:
    _, findings = read(
        "Some 12,000 dockers went on strike on Monday to demand higher pay.",
        "The submarine Reef sank on 2 March with 41 sailors on board.",
    )
    assert [e.type for e in findings.events] == ["strike", "accident"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ana Silva was shot by gunmen in Lagos on Monday.", "Shooting of Ana Silva in Lagos"),
        ("Gunmen shot and wounded Ana Silva in Lagos on Monday.", "Shooting of Ana Silva in Lagos"),
        ("Gunmen shot Ana Silva dead in Lagos on Monday.", "Killing of Ana Silva in Lagos"),
        ("Rebels wounded a soldier in Lagos on Monday.", "Wounding of a soldier in Lagos"),
        ("Rebels killed a soldier in Lagos on Monday.", "Killing of a soldier in Lagos"),
    ],
)
def test_who_was_shot_or_wounded_was_not_killed(sentence: str, title: str) -> None:
    assert [event.title for event in violent(sentence)] == [title]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Omar Dune, succeeded in May by Ana Silva, left Lagos.", None),
        ("Omar Dune planted nine oaks in Lagos on Monday.", "Omar Dune planted nine oaks in Lagos"),
    ],
)
def test_who_is_succeeded_succeeds_nobody(sentence: str, title: str | None) -> None:
    found = [event.title for event in read(sentence)[1].events]
    assert found == ([title] if title else [])


def test_a_blast_that_is_said_to_have_been_an_accident_is_no_attack() -> None:
    _, findings = read(
        "The blast in Lagos, for which the Reef Front had claimed responsibility, was an accident."
    )
    assert [event.type for event in findings.events if event.type == "attack"] == []


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        ("Rebels in Nairobi said that the army had killed 20 people in Lagos.", "attack", "Killing in Lagos"),
        ("Rebels killed two soldiers in Lagos.", "armed_clash", "Killing of two soldiers in Lagos"),
        ("A blast at a pit near Lagos killed three workers.", "accident", None),
        ("Gunmen killed nine farmers in an ambush on the road to Lagos.", "attack", "Ambush in Lagos"),
        ("Gunmen killed nine farmers in an ambush on a bus in Lagos.", "attack", "Ambush of a bus in Lagos"),
        ("The chain bombed the market with cheap cars.", None, None),
        ("Rebels bombed the market with mortars.", "attack", None),
        ("Captured by rebels in May, Dan Poole fled.", "kidnapping", "Capture of Dan Poole"),
        (
            "Kenya ordered the release of Dan Poole on Monday.",
            "decree",
            "Order of the release of Dan Poole by Kenya",
        ),
        (
            "Special police units dispersed a demonstration organised by the Federation of Port Unions"
            " in protest against the arrest of 12 workers.",
            "protest",
            "Protest by Federation of Port Unions",
        ),
        (
            "A judge acquitted Luis Arto of the murder of a journalist, Marta Brandt, on Monday.",
            "ruling",
            "Acquittal of Luis Arto of the murder of a journalist",
        ),
    ],
)
def test_what_it_was_and_to_whom(sentence: str, type: str | None, title: str | None) -> None:
    found = read(sentence)[1].events
    assert [event.type for event in found][:1] == ([type] if type else [])
    assert title is None or found[0].title == title


def test_whom_they_hold_and_who_else_is_told_of_is_told_apart() -> None:
    sentence = "The bishop urged rebels to free the priest they kidnapped in May and the army to stop."
    assert [event.title for event in violent(sentence)] == ["Kidnapping of the priest"]
    joined = "The bishop urged rebels to free the priest and the nun they kidnapped in May."
    assert [event.title for event in violent(joined)] != ["Kidnapping of the priest"]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (
            "A fire destroyed a mill in Lagos on Monday. Officials said it killed nine people and hurt two.",
            [("disaster", [9, 2])],
        ),
        (
            "A fire destroyed a mill in Lagos on Monday. The fire, which killed nine people, spread fast.",
            [("disaster", [9])],
        ),
        (
            "A fire destroyed a mill in Lagos on Monday. Another fire killed nine people in Kano.",
            [("disaster", []), ("disaster", [9])],
        ),
    ],
)
def test_what_a_fire_did_is_no_attack(sentences: str, found: list[tuple[str, list[int]]]) -> None:
    _, findings = read(sentences)
    assert [(e.type, [c.min for c in e.casualties]) for e in findings.events] == found


def test_what_is_announced_in_a_clause_is_another_thing() -> None:
    told = occasions(
        "Vell Group announced its findings. Vell Group announced last week it would join twelve others."
    )
    assert [(e.title, e.date is not None) for e in told] == [
        ("Announcement of findings by Vell Group", False),
        ("Announcement by Vell Group that it would join twelve others", True),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Elsa Vell won the race in Lagos on Monday.", True),
        ("Al-Tarr and French co-driver Elsa Vell won the race in Lagos on Monday.", False),
    ],
)
def test_what_several_did_is_not_told_of_one(sentence: str, told: bool) -> None:
    assert bool(occasions(sentence)) == told


@pytest.mark.parametrize(
    ("paragraph", "titles"),
    [
        (
            "A bomb went off near the gate of a rink, killing three people. Police say Tarn and Ivo "
            "Delk laid "
            "it. Days later, Tarn was killed in a gun battle with police.",
            ["Bombing", "Killing of Tarn"],
        ),
        (
            "A bomb killed three people in Lagos on Monday. Hours later, gunmen shot dead a judge, "
            "Mina Delk.",
            ["Bombing in Lagos", "Killing of Mina Delk"],
        ),
        # who dies of it later is of the same act
        (
            "A bomb killed three people in Lagos on Monday. Two days later, a fourth man died of his wounds.",
            ["Bombing in Lagos"],
        ),
    ],
)
def test_what_follows_days_later_is_another_act(paragraph: str, titles: list[str]) -> None:
    found = violent(paragraph)
    assert [event.title.split(" near ")[0] for event in found] == titles
    assert all(slot.name is None for slot in found[0].slots if slot.slot == "victim")


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Gunmen shot dead two guards at a bakery in Lagos on Monday.", "attack"),
        ("Gunmen shot dead two soldiers at a bakery in Lagos on Monday.", "armed_clash"),
    ],
)
def test_who_shoots_guards_of_a_house_clashes_with_nobody(sentence: str, type: str) -> None:
    assert [event.type for event in violent(sentence)] == [type]


@pytest.mark.parametrize(
    ("paragraph", "titles"),
    [
        (
            "In a letter to prisoners released on Monday, Mina Delk mocked the plan.",
            ["Letter from Mina Delk to prisoners"],
        ),
        (
            "Two prisoners released on Monday wrote a letter to Mina Delk.",
            ["Letter from two prisoners to Mina Delk", "Release of two prisoners"],
        ),
        # one letter, however often its readers are told of
        (
            'In a letter to council members, Mina Delk mocked the plan. "It is late," Delk wrote to her '
            "colleagues.",
            ["Letter from Mina Delk to council members"],
        ),
        (
            "Mina Delk sent a letter to the mayor on Monday. Ivo Tarn wrote to his colleagues on Tuesday.",
            ["Letter from Ivo Tarn to colleagues", "Letter from Mina Delk to the mayor"],
        ),
        # a resignation that was not accepted is none
        (
            "On Monday, President Mina Delk declined Premier Ivo Tarn’s offer to resign.\n\nTarn "
            "handed in his "
            "resignation after a tape leaked.",
            ["Rejection of Premier Ivo Tarn’s offer by Mina Delk"],
        ),
        (
            "On Monday, President Mina Delk declined to comment.\n\nPremier Ivo Tarn handed in his "
            "resignation.",
            ["Resignation of Ivo Tarn"],
        ),
        # who was meant before stands in no title by "them"
        ("Strikers lit tyres, and two of them were arrested on Monday.", ["Arrest of two"]),
        ("Strikers lit tyres, and two of the men were arrested on Monday.", ["Arrest of two of the men"]),
        # who was sacked, and where one met whom
        (
            "Mr Tarn was picked for the seat after its last holder, Mina Delk, was sacked for theft.",
            ["Dismissal of Mina Delk", "Tarn was picked for the seat"],
        ),
        ("Tarn called on Mina Delk in Kenya, where he also met with local writers.", []),
        # what is only asked for or put off, and what is done again and again
        ("The mayor suspended the extradition of two dealers.", []),
        ("The mayor welcomed the extradition of two dealers.", ["Extradition of two dealers"]),
        ("Every Monday the mayor met Mina Delk in Kenya.", []),
        ("On Monday the mayor met Mina Delk in Kenya.", ["Meeting of the mayor with Mina Delk"]),
    ],
)
def test_what_befell_whom_and_who_wrote(paragraph: str, titles: list[str]) -> None:
    assert sorted(event.title for event in occasions(paragraph)) == titles


@pytest.mark.parametrize(
    ("sentence", "title", "date"),
    [
        (
            "In its review for 2019, the Reef Party issued a statement on rats.",
            "Statement by Reef Party on rats",
            None,
        ),
        (
            "Mina Delk announced her own proposals in February.",
            "Announcement of proposals by Mina Delk",
            "2021-02",
        ),
        (
            "Mina Delk announced that a search was begun and stated that it is not known whether "
            "it will help.",
            "Announcement by Mina Delk that a search was begun",
            None,
        ),
        (
            "On Monday, Mina Delk presented station chief Bo Tarn with the trophy.",
            "Mina Delk presented station chief Bo Tarn with the trophy",
            "2021-05-10",
        ),
        (
            "On Monday, Mina Delk thanked station chief Bo Tarn with a smile.",
            "Mina Delk thanked station chief Bo Tarn",
            "2021-05-10",
        ),
    ],
)
def test_a_title_says_what_was_done_and_no_more(sentence: str, title: str, date: str | None) -> None:
    (event,) = occasions(sentence)
    assert (event.title, event.date and event.date.edtf) == (title, date)


@pytest.mark.parametrize(
    ("paragraphs", "titles"),
    [
        # told only as what somebody is accused of, by nobody named
        (["Odo Falk is accused of burning down a mill in Lagos."], []),
        (["Odo Falk, 41, is accused of stabbing three people on a tram in Lagos on Monday."], []),
        (["Odo Falk is accused of an ambush that killed three people in Lagos."], []),
        (["Odo Falk is accused of carrying out an attack on a mill in Lagos."], []),
        (["Odo Falk is accused of stabbing a baker and abducting her son in Lagos."], []),
        (["Odo Falk is alleged to have bombed a mill in Lagos."], []),
        (["Odo Falk was charged with stabbing a baker in Lagos."], []),
        (["Odo Falk was falsely accused of stabbing a baker in Lagos, his sister said."], []),
        # known beside it, told elsewhere, or somebody's word
        (
            ["Odo Falk is accused of the bombing that killed three people in Lagos on Monday."],
            ["Bombing in Lagos"],
        ),
        (["Odo Falk is accused of a role in a bombing in Lagos."], ["Bombing in Lagos"]),
        (
            ["Odo Falk is accused of hiding a man who stabbed the baker Ada Meer in Lagos."],
            ["Stabbing of Ada Meer in Lagos"],
        ),
        (
            ["A mill was bombed in Lagos on Monday.", "Odo Falk is accused of bombing the mill."],
            ["Bombing of a mill in Lagos"],
        ),
        (
            ["Odo Falk is accused of bombing a mill in Lagos.", "The bombing killed three people."],
            ["Bombing of a mill in Lagos"],
        ),
        (["The guild accused Odo Falk of bombing a mill in Lagos."], ["Bombing of a mill in Lagos"]),
    ],
)
def test_what_somebody_is_only_accused_of_is_no_event(paragraphs: list[str], titles: list[str]) -> None:
    assert [event.title for event in violent(*paragraphs)] == titles


@pytest.mark.parametrize(
    ("paragraphs", "titles"),
    [
        # who was harmed is none of those whom the other act was on
        (
            ["A nurse was shot dead in Lagos on Monday.", "The porters attacked guards, Odo Falk said."],
            ["Killing in Lagos", "Attack on guards"],
        ),
        (
            ["A girl was shot dead in Lagos on Monday.", "The porters attacked police, Odo Falk said."],
            ["Killing in Lagos", "Attack on police"],
        ),
        (
            [
                "A nurse was killed by a bullet that neighbours said was fired by guards in Lagos.",
                "The porters attacked guards, Odo Falk said.",
            ],
            ["Killing in Lagos", "Attack on guards"],
        ),
        # they may be
        (
            ["Two people were shot dead in Lagos on Monday.", "Gunmen attacked guards, Odo Falk said."],
            ["Attack on guards in Lagos"],
        ),
        (
            ["Two officers were shot dead in Lagos on Monday.", "Gunmen attacked police, Odo Falk said."],
            ["Attack on police in Lagos"],
        ),
        (
            ["A nurse was shot dead in Lagos on Monday.", "Gunmen attacked a bus, Odo Falk said."],
            ["Attack on a bus in Lagos"],
        ),
    ],
)
def test_who_was_harmed_was_not_harmed_in_an_attack_on_others(
    paragraphs: list[str], titles: list[str]
) -> None:
    assert [event.title for event in violent(*paragraphs)] == titles


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("A nurse died after being hit by what porters called a rubber bullet in Lagos.", ["death"]),
        ("A nurse died after being hit by what porters said was a stray bullet in Lagos.", ["death"]),
        ("A nurse died after being hit by a bullet fired by rebels in Lagos.", ["attack"]),
        ("Two nurses were killed in what police called a bomb attack in Lagos.", ["attack"]),
    ],
)
def test_a_weapon_that_is_one_only_by_a_word_of_somebody_makes_no_attack(
    sentence: str, types: list[str]
) -> None:
    assert [event.type for event in read(sentence)[1].events] == types
