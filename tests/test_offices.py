"""Offices in made-up sentences: who holds or held them, of what, and what is no office."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article
from told_names import actor, kinds, names_in


def test_no_office_reaches_back_into_the_paragraph_before() -> None:
    text = "He left in his old Bentley.\n\nCity Attorney spokeswoman Olga Brandt called it late."
    assert [role.title for role in actor(text, "Olga Brandt").roles] == ["City Attorney spokeswoman"]


def test_what_an_office_is_over_is_none() -> None:
    found = actor("It was Undersecretary for Education Mr. Brandt who left.", "Brandt")
    assert [role.title for role in found.roles] == ["Undersecretary for Education"]
    found = actor("It was Assistant Undersecretary for Education Mr. Brandt who left.", "Brandt")
    assert [role.title for role in found.roles] == ["Assistant Undersecretary for Education"]


@pytest.mark.parametrize(
    ("text", "title", "of", "former"),
    [
        ("Peruvian President Olga Brandt spoke.", "President", "Peru", False),
        ("Peru’s Prime Minister Olga Brandt spoke.", "Prime Minister", "Peru", False),
        ("Former Peruvian President Olga Brandt spoke.", "President", "Peru", True),
        (
            "We met Olga Brandt, a senior Peruvian security official, there.",
            "senior Peruvian security official",
            "Peru",
            False,
        ),
        ("We met Olga Brandt, a former head of the league, there.", "former head of the league", None, True),
        ("Former US president Olga Brandt spoke.", "Former US president", "United States", True),
        ("We met ex-Finance Minister Olga Brandt there.", "ex-Finance Minister", None, True),
        ("We met Secretary of State Olga Brandt there.", "Secretary of State", None, False),
        ("The Interior Secretary Prof Olga Brandt spoke.", "Interior Secretary", None, False),
        ("We met security analyst Olga Brandt there.", "security analyst", None, False),
        ("We met Olga Brandt, a retired Peru specialist, there.", "retired Peru specialist", None, True),
        ("We met the Peruvian striker Olga Brandt there.", "Peruvian striker", None, False),
        ("We met the 31-year-old striker Olga Brandt there.", "striker", None, False),
        ("We met the 31-year old striker Olga Brandt there.", "striker", None, False),
        ("We met the 31 year old striker Olga Brandt there.", "striker", None, False),
        ("We met Fijian President Ana Tavola and Army Chief Olga Brandt.", "Army Chief", "Fiji", False),
        ("We met Fijian President Ana Tavola and President Olga Brandt.", "President", None, False),
        ("We met Fijian President Ana Tavola, and Army Chief Olga Brandt left.", "Army Chief", None, False),
        ("Peru met Foreign Minister Olga Brandt on Monday.", "Foreign Minister", None, False),
        ("A former guard met with President Olga Brandt.", "President", None, False),
        ("The former guard thanked President Olga Brandt.", "President", None, False),
        ("Former guards and President Olga Brandt left.", "President", None, False),
        ("They met former U.S. President Olga Brandt.", "President", "United States", True),
        ("They met former deputy President Olga Brandt.", "President", None, True),
        ("Peru Foreign Minister Olga Brandt left.", "Foreign Minister", "Peru", False),
        ("We met Olga Brandt, Minister of Energy, there.", "Minister of Energy", None, False),
        ("We met Olga Brandt, Harbour Lines CEO and Group Director.", "Harbour Lines CEO", None, False),
        (
            "We met Olga Brandt, the interim CEO of Harbour Lines, there.",
            "interim CEO of Harbour Lines",
            None,
            False,
        ),
        ("“It is so,” said Olga Brandt, Peruvian President.", "Peruvian President", "Peru", False),
        ("We met suspect Olga Brandt there.", "suspect", None, False),
        ("Outgoing President Olga Brandt spoke.", "President", None, False),
        ("Ousted President Olga Brandt spoke.", "Ousted President", None, True),
        (
            "Peru’s Trade, Fisheries and Labour Minister Olga Brandt left.",
            "Trade, Fisheries and Labour Minister",
            "Peru",
            False,
        ),
        (
            "Peru’s Trade and Labour Minister, Olga Brandt, left.",
            "Trade and Labour Minister",
            "Peru",
            False,
        ),
        ("Peru and Labour Minister Olga Brandt left.", "Labour Minister", None, False),
        ("Health Minister Ana Tavola and Labour Minister Olga Brandt left.", "Labour Minister", None, False),
        ("Peru’s Foreign Minister, Olga Brandt, left.", "Foreign Minister", "Peru", False),
        ("The rain came from Tarvo, the council's chair, Olga Brandt, said.", "chair", None, False),
        # The whole of an office, whatever it is over; and no more of it than its own.
        ("Olga Brandt, an aide to the prime minister, left.", "aide to the prime minister", None, False),
        (
            "Olga Brandt, an aide to the prime minister and a poet, left.",
            "aide to the prime minister",
            None,
            False,
        ),
        ("Olga Brandt, head of the rowers' union, left.", "head of the rowers' union", None, False),
        ("Olga Brandt, mayor of the town that was flooded, left.", "mayor of the town", None, False),
        ("They heard the R&B singer Olga Brandt on Friday.", "R&B singer", None, False),
        ("They met former New York City Mayor Olga Brandt on Friday.", "New York City Mayor", None, True),
        (
            "They met the island's Trade, Ports and Tourism Minister Olga Brandt on Friday.",
            "Trade, Ports and Tourism Minister",
            None,
            False,
        ),
        (
            "They met the Food and Rural Affairs Secretary Olga Brandt.",
            "Food and Rural Affairs Secretary",
            None,
            False,
        ),
        ("They met Ivo Stam and Trade Minister Olga Brandt on Friday.", "Trade Minister", None, False),
        (
            "It was late in the Lower House and Trade Minister Olga Brandt left.",
            "Trade Minister",
            None,
            False,
        ),
        ("It was told by Olga Brandt, the club's singer, on Friday.", "singer", None, False),
        ("They met Ivo Stam, who plays director Olga Brandt in the show.", "director", None, False),
        (
            "It was told by Olga Brandt, head of currency strategy at Bank of Norland in New York.",
            "head of currency strategy at Bank of Norland",
            None,
            False,
        ),
        ("The Minister of Ports, Olga Brandt, left.", "Minister of Ports", None, False),
        ("They met Peru’S Foreign Minister, Olga Brandt, on Friday.", "Foreign Minister", "Peru", False),
        ("They met 4/8 survivor Olga Brandt.", "survivor", None, False),
        ("They met former comptroller Olga Brandt.", "former comptroller", None, True),
        # The body whose office it is belongs to a title; of two ministries in one neither does alone.
        ("They met Ferry Board Treasurer Olga Brandt.", "Ferry Board Treasurer", None, False),
        ("They met White House Press Secretary Olga Brandt.", "White House Press Secretary", None, False),
        (
            "They met European Commission President Olga Brandt.",
            "European Commission President",
            None,
            False,
        ),
        ("They met Ivo Stam and Ferry Board Treasurer Olga Brandt.", "Ferry Board Treasurer", None, False),
        ("They met Reef Company Prince Olga Brandt.", "Prince", None, False),
        ("They met Ports and Reef Ministry Secretary Olga Brandt.", "Secretary", None, False),
        ("Across the Lenne, President Olga Brandt spoke.", "President", None, False),
        ("They met the wife of the pilot Olga Brandt.", "pilot", None, False),
        ("They met Ivo Stam, the son of the pilot, Olga Brandt.", "pilot", None, False),
        # what is over holds for both of what an office is over, and for both of two offices
        ("They met former Tarvo and Tulmi premier Olga Brandt.", "Tulmi premier", None, True),
        ("They met former trade and health minister Olga Brandt.", "health minister", None, True),
        ("Former Education and Culture Secretary Olga Brandt left.", "Culture Secretary", None, True),
        ("They met the former mayor and health minister Olga Brandt.", "health minister", None, True),
        ("They met former ambassador Tulse and police chief Olga Brandt.", "police chief", None, False),
        (
            "They met former President Ivo Stam and Health Minister Olga Brandt.",
            "Health Minister",
            None,
            False,
        ),
        ("It was told by Reef News’ editor Olga Brandt’s book.", "editor", None, False),
        (
            "The UAE’s Foreign Minister Sheikh Olga Brandt left.",
            "Foreign Minister",
            "United Arab Emirates",
            False,
        ),
        # a verb behind "will also" is no part of it, nor what somebody does behind it
        ("The show will also star television host Olga Brandt.", "television host", None, False),
        ("They wrote to prime minister Olga Brandt.", "prime minister", None, False),
        ("He did not mention chess champion Olga Brandt.", "chess champion", None, False),
        ("He swept aside defending champion Olga Brandt.", "defending champion", None, False),
        ("In October party leader Olga Brandt left.", "party leader", None, False),
        (
            "They asked the mayor to apologise for likening the reporter, Olga Brandt, to a guard.",
            "reporter",
            None,
            False,
        ),
        ("It was Olga Brandt, editor of Lund, Ill.-based Harbour Press.", "editor", None, False),
        (
            "It was Olga Brandt, head of sales for Fijian emerging markets.",
            "head of sales for Fijian emerging markets",
            None,
            False,
        ),
        ("Olga Brandt, a two-time chess champion, left.", "two-time chess champion", None, False),
    ],
)
def test_roles(text: str, title: str, of: str | None, former: bool) -> None:
    assert [(r.title, r.of, r.former) for r in actor(text, "Olga Brandt").roles] == [(title, of, former)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # The body or place that stands before a title says of what it is.
        ("They met Tarvo Bank President Olga Brandt on Friday.", ["Tarvo Bank President"]),
        ("Lesk Harbour Authority Administrator Olga Brandt left.", ["Lesk Harbour Authority Administrator"]),
        ("Florida Governor Olga Brandt left.", ["Florida Governor"]),
        ("They met former Florida Governor Olga Brandt.", ["Florida Governor"]),
        ("In Florida Governor Olga Brandt left.", ["Governor"]),
        ("He told Tarvo Bank President Olga Brandt had left.", ["President"]),
        ("The Tarvo Workers' Party leader Olga Brandt left.", ["Tarvo Workers' Party leader"]),
        ("Tarvo of Lima governor Olga Brandt left.", ["Lima governor"]),
        ("They met Bank of Norland governor Olga Brandt.", ["Bank of Norland governor"]),
        ("On Monday Bank of Norland governor Olga Brandt left.", ["Bank of Norland governor"]),
        ("They met the father of Norland captain Olga Brandt.", ["Norland captain"]),
        ("They met Summer 8/9 director Olga Brandt.", ["director"]),
        # What a title is over, with the name it ends in; a company called so keeps its name.
        ("They met Communication Director Olga Brandt.", ["Communication Director"]),
        ("They met Power Minister Olga Brandt.", ["Power Minister"]),
        ("Youth and Welfare Minister Olga Brandt left.", ["Youth and Welfare Minister"]),
        ("Lesk Power President Olga Brandt left.", ["Lesk Power President"]),
        ("Founder of La Vodarna Olga Brandt left.", ["Founder of La Vodarna"]),
        ("Founder of La Olga Brandt left.", ["Founder"]),
        ("Olga Brandt, a spokeswoman for Mrs. Stam, left.", ["spokeswoman for Mrs. Stam"]),
        ("Olga Brandt, an aide to Sen. Ivo Stam, left.", ["aide to Sen. Ivo Stam"]),
        ("They met Olga Brandt, a ferry pilot. Stam left.", ["ferry pilot"]),
        # Whose name follows an office on behalf of another is open.
        (
            "They met the representative of the secretary-general of the Lesk League, Olga Brandt, there.",
            [],
        ),
        ("Representative of the Secretary-General of the Lesk League, Olga Brandt, left.", []),
        ("They met the adviser to the mayor of Lima, Olga Brandt, there.", []),
        ("The deputy of the governor, Olga Brandt, left.", []),
        ("The lawyer of the mayor, Olga Brandt, left.", []),
        ("The lawyer of the port, Olga Brandt, left.", ["lawyer of the port"]),
        # What is cut within a name is told up to where the name begins.
        (
            "Olga Brandt, spokeswoman for the Harbour Authority of Old Tarvo and New Lesk Bay, left.",
            ["spokeswoman"],
        ),
        (
            "Olga Brandt, head of sales for the north at the Bank of Old Tarvo and Lesk, left.",
            ["head of sales for the north"],
        ),
        (
            "Olga Brandt, director of Lund-based consulting group Tarvo, left.",
            ["director of Lund-based consulting group Tarvo"],
        ),
        ("U.S District Judge Olga Brandt left.", ["U.S District Judge"]),
        ("It was late. District Judge Olga Brandt left.", ["District Judge"]),
        ("Olga Brandt, head of Lund Homes commenting on the plan, left.", ["head of Lund Homes"]),
        ("They met the mayor of Lima, Olga Brandt, there.", ["mayor of Lima"]),
        ("Mayor of Lima, Olga Brandt, left.", ["Mayor of Lima"]),
        # The whole of a rank, and no half of two offices.
        ("Junior Foreign Office Minister Olga Brandt left.", ["Junior Foreign Office Minister"]),
        ("Emeritus Professor Olga Brandt left.", ["Emeritus Professor"]),
        ("Associate Professor Olga Brandt left.", ["Associate Professor"]),
        ("Secretary Professor Olga Brandt left.", ["Secretary"]),
        (
            "Olga Brandt, chair of the board of Tarvo Bank and minister of ports and fish, left.",
            ["chair of the board of Tarvo Bank"],
        ),
        # What a minister is over in any common words, and none that only opens the sentence.
        ("They met Milk Powder Minister Olga Brandt.", ["Milk Powder Minister"]),
        ("But, Nautical Learning Minister Olga Brandt left.", ["Nautical Learning Minister"]),
        ("Angry Minister Olga Brandt left.", ["Minister"]),
        ("Forest Minister Olga Brandt left.", ["Forest Minister"]),
        ("They met Lesk Minister Olga Brandt.", ["Minister"]),
        ("Milk Powder Minister Olga Brandt left. She said milk was dear.", ["Minister"]),
        # What another office is sent to is not what this one is of.
        ("Lesk Special Envoy to the Gulf of Tarvo Ambassador Olga Brandt left.", ["Ambassador"]),
        ("They told the Gulf of Tarvo Ambassador Olga Brandt so.", ["Gulf of Tarvo Ambassador"]),
        ("It went to Tarvo Bank President Olga Brandt.", ["Tarvo Bank President"]),
        ("Chargé d’Affaires Olga Brandt also sent a letter.", ["Chargé d’Affaires"]),
        ("Chargé d'Affaires Olga Brandt met Ivo Stam.", ["Chargé d'Affaires"]),
        ("They met Chargé d’Affaires Olga Brandt.", ["Chargé d’Affaires"]),
        ("The Lesk Charge d’Affaires Olga Brandt left.", ["Charge d’Affaires"]),
        ("They met the coup d’état Olga Brandt.", []),
    ],
)
def test_an_office_is_told_whole(text: str, titles: list[str]) -> None:
    assert [role.title for role in actor(text, "Olga Brandt").roles] == titles


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The Peruvian president, Olga Brandt, left.", "Peru"),
        ("The Peruvian navy chief Olga Brandt left.", "Peru"),
        ("The Peruvian foreign ministry's spokeswoman, Olga Brandt, left.", "Peru"),
        ("Peru's envoy, Olga Brandt, left.", "Peru"),
        ("The Peruvian president's spokeswoman, Olga Brandt, left.", None),
        ("Peruvian President Ana Lume's spokeswoman, Olga Brandt, left.", None),
        ("The Peruvian oil company chair Olga Brandt left.", None),
        ("Peruvian Football Association president Olga Brandt left.", None),
        ("UK Rowing chief Olga Brandt left.", None),
        ("Peruvian Greens leader Olga Brandt left.", None),
        ("Peruvian Navy chief Olga Brandt left.", "Peru"),
        ("Peruvian Fisheries Minister Olga Brandt left.", "Peru"),
    ],
)
def test_an_office_is_a_states_only_where_no_body_or_person_stands_between(text: str, of: str | None) -> None:
    assert [role.of for role in actor(text, "Olga Brandt").roles] == [of]


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Olga Brandt, a member of parliament until 2003, left.", True),
        ("Olga Brandt, finance minister from 1999 to 2003, left.", True),
        ("Olga Brandt, mayor of Lesk from 1999-2003, left.", True),
        ("Olga Brandt, mayor of Lesk in 2003, left.", True),
        ("A coup removed then-prime-minister Olga Brandt.", True),
        ("They blamed her predecessor, President Olga Brandt, for it.", True),
        ("They blamed their rival, President Olga Brandt, for it.", False),
        ("Olga Brandt, mayor of Lesk since 2003, left.", False),
        ("Olga Brandt, mayor of Lesk from 2003, left.", False),
        ("Olga Brandt, mayor of Lesk from 2024 to 2029, left.", False),
        ("Olga Brandt, mayor of Lesk until 2029, left.", False),
    ],
)
def test_an_office_whose_years_are_over_is_held_no_more(text: str, former: bool) -> None:
    names = extract_names(read_article(text, id="made-up", title="", published=date(2026, 3, 1)))
    assert [role.former for each in names.actors for role in each.roles] == [former]


@pytest.mark.parametrize(
    "text",
    [
        "Alleged gang leader Olga Brandt left.",
        "Police held the suspected rebel chief Olga Brandt.",
        "They met the so-called president Olga Brandt.",
        "They met would-be mayor Olga Brandt.",
        "They met the next chancellor, Olga Brandt, there.",
        "They met the incoming President Olga Brandt there.",
        "Ivo Stam and his predecessor as Peruvian president, Olga Brandt, met.",
        "Olga Brandt, a navy officer who became a banker, left.",
        "Olga Brandt, a navy officer turned banker, left.",
    ],
)
def test_an_office_that_is_not_or_no_more_held_is_none(text: str) -> None:
    assert actor(text, "Olga Brandt").roles == ()


@pytest.mark.parametrize(
    "text",
    [
        "We met Olga Brandt, his wife, there.",
        "We met Olga Brandt, the younger sister of President Ana Lume, there.",
        "We met Olga Brandt, and the official left.",
        "The official left. Olga Brandt stayed.",
        "They met Olga Brandt, league chair Ana Tavola and others.",
        "After an hour with Olga Brandt, the prime minister “looked ill”.",
        "After an hour with Olga Brandt, the prime minister was ill.",
        "They met Olga Brandt, President Ana Tavola and others.",
        "They met Olga Brandt, Minister of Energy Ana Tavola and others.",
        "They met Olga Brandt, the Mayor of Lima, Mr Tavola, and others.",
        "They met Olga Brandt, The Observer, and others.",
        "Police suspect Olga Brandt, 41, hid the letter.",
        "Rain spoiled the visit of the mayor, Olga Brandt said on Monday.",
        "They wrote to the foreign minister, Olga Brandt told the court.",
        "Rain spoiled the visit of the mayor, Olga Brandt has said.",
        "Near Olga Brandt, the mayor has left the hall.",
        "Beside Olga Brandt, the mayor did sleep.",
        "Beside Olga Brandt, the mayor will sleep.",
        "They met Olga Brandt, the party’s chair, Hugo Tarvo, had said.",
        "It was told by Olga Brandt, the singer's stepsister, on Friday.",
        "They met the Minister of Ports, Olga Brandt, and the mayor.",
        "They wrote to the Minister of Ports, Olga Brandt said.",
        "The widow of the pilot, Olga Brandt, wept.",
        "The widow of the mayor of Lima, Olga Brandt, wept.",
        # an abbreviated title is that of who is named behind it
        "They praised Olga Brandt, Sen. Ivo Stam of Lesk and Gov. Ana Lume.",
        "Police held Olga Brandt, Sen. Ivo Stam's aunt, on Friday.",
        # nor is an office with a name behind it in a list
        "They met Olga Brandt, leader of the Crew Ilmet Tarvosk, Ports Minister Ivo Stam and others.",
    ],
)
def test_no_role(text: str) -> None:
    assert actor(text, "Olga Brandt").roles == ()


def test_a_titled_name_has_the_office_before_its_comma_too() -> None:
    found = actor("Peru’s defence minister, General Olga Brandt, said it rained.", "Olga Brandt")
    assert {r.title: r.of for r in found.roles} == {"defence minister": "Peru", "General": None}
    found = actor("Peru’s defence minister, General Olga Brandt, has said it rained.", "Olga Brandt")
    assert {r.title: r.of for r in found.roles} == {"defence minister": "Peru", "General": None}
    found = actor("They met Peru’s defence minister, General Olga Brandt, and others.", "Olga Brandt")
    assert [r.title for r in found.roles] == ["General"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "They met Olga Brandt, leader of the Crew, Ports Minister Ivo Stam and others.",
            "leader of the Crew",
        ),
        (
            "They met Olga Brandt, mayor of Port Tarvosk, Ports Minister Stam and others.",
            "mayor of Port Tarvosk",
        ),
        ("They met Olga Brandt, head of Brandt Foods, Ivo Stam and others.", "head of Brandt Foods"),
    ],
)
def test_an_office_in_a_list_is_that_of_the_name_before_it(text: str, title: str) -> None:
    assert [role.title for role in actor(text, "Olga Brandt").roles] == [title]


def test_an_office_behind_a_place_is_that_of_who_is_named_behind_it() -> None:
    text = "He left the town of Tarvo, the council's chair, Olga Brandt, said."
    assert kinds(names_in(text).actors) == {"Olga Brandt": "person"}
    assert kinds(names_in(text).places) == {"Tarvo": "place"}


@pytest.mark.parametrize(
    ("title", "verb"),
    [("Mayor", "said the bridge was closed"), ("Bishop", "said it"), ("Mayor", "opened the market")],
)
def test_what_somebody_is_mayor_of_is_nobody(title: str, verb: str) -> None:
    found = names_in(f"{title} Ana Novak of Osterby {verb}.")
    assert [name.name for name in found.actors] == ["Ana Novak"]
    assert [name.name for name in found.places] == ["Osterby"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards urged Lord Justices Velkan and Osker to rule.", "Velkan"),
        ("The guards urged Justices Velkan and Osker to rule.", "Velkan"),
        ("The guards met Ministers Velkan and Osker on Monday.", "Velkan"),
        ("The guards met Justices Velkan and Ivo Osker on Monday.", "Velkan"),
        # one of them, no surname, or a single word that is no title's plural
        ("The guards met Justice Velkan on Monday.", "Velkan"),
        ("The guards met Chiefs Fiji and Kenya on Monday.", None),
        ("The guards met Speakers Corner and Osker on Monday.", None),
    ],
)
def test_the_first_of_two_behind_one_title_is_called_without_it(text: str, expected: str | None) -> None:
    found = [each.name for each in names_in(text).actors if each.kind == "person"]
    assert ("Velkan" in found) == (expected is not None)
    assert not any(name.split()[0] in ("Justices", "Ministers", "Lord") for name in found)


def test_under_secretary_is_no_secretary() -> None:
    text = "We met Interior Under Secretary Olga Brandt there."
    assert [role.title for role in actor(text, "Olga Brandt").roles] == ["Interior Under Secretary"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They met the former mayor of Lesk, Olga Brandt, on Monday.", ["former mayor of Lesk"]),
        ("They wrote to the head of the harbour board, Olga Brandt.", ["head of the harbour board"]),
        ("They met the mayor of Lesk, Olga Brandt and Ana Tavola.", []),
        ("They met the mayor of Lesk, Olga Brandt, and Ana Tavola.", []),
        ("Rain spoiled the visit of the mayor of Lesk, Olga Brandt said.", []),
        ("They left the house of the mayor near Lesk, Olga Brandt, on Monday.", []),
    ],
)
def test_an_office_with_what_it_is_over_before_a_name(text: str, titles: list[str]) -> None:
    assert [role.title for role in actor(text, "Olga Brandt").roles] == titles


def test_a_text_that_opens_with_a_comma_holds_no_office() -> None:
    names = names_in(", Olga the Olga")
    assert [actor.roles for actor in names.actors if actor.roles] == []
