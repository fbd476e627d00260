"""Names and offices as an article tells them: which words are of one, and which of none."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.findings import NameFinding
from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article


def named(text: str) -> dict[str, NameFinding]:
    names = extract_names(read_article(text, id="made-up", title=""))
    return {finding.name: finding for finding in (*names.actors, *names.places)}


def held(text: str, name: str) -> list[str]:
    return [role.title for role in named(text)[name].roles]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tea was sold by the Ministry of Ports and Energy in May.", "Ministry of Ports and Energy"),
        ("Money went to the Ministry of Justice and Police went too.", "Ministry of Justice"),
        ("Money went to the Ministry of Trade and Parliament went home.", "Ministry of Trade"),
        (
            "A strike was called by the Union of Rail and Ferry Workers in May.",
            "Union of Rail and Ferry Workers",
        ),
        ("The Ministry of Health and Hospital Workers will meet in the town.", "Ministry of Health"),
        ("It was called by the Tarvo Miners and Dyers Union in May.", "Tarvo Miners and Dyers Union"),
        ("A strike was called by Tarvo Steel and the Dyers Union in May.", "Dyers Union"),
        ("It was told to the Tarvo Council on Harbour Dues in May.", "Tarvo Council on Harbour Dues"),
        ("It was told to the Tarvo Commission on Monday by a clerk of theirs.", "Tarvo Commission"),
        ("It was told to the Tarvo Commission on Suva by a clerk of theirs.", "Tarvo Commission"),
        ("It was told to the Tarvo Council on Olga Brandt by a clerk of theirs.", "Tarvo Council"),
        ('The head of the "failing" Child Harbour Agency has left.', "Child Harbour Agency"),
        ('He said: "It failed." Child Harbour Agency staff left.', "Harbour Agency"),
        ("It was sold to Tarvo’s Societe Velmienne des Harbours.", "Societe Velmienne des Harbours"),
    ],
)  # fmt: skip
def test_a_body_is_named_whole(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mobile phones were sold there.", set()),
        ("Mobile council said phones were sold there.", {"Mobile"}),
        ("The phones were sold in Mobile.", {"Mobile"}),
        ("He told them what Olga I want you to know means.", {"Olga"}),
        ("It was King Edmund I want to praise.", {"Edmund I"}),
        ("There came Olga I of the isles.", {"Olga I"}),
        ("He paid the Velmish League, and the Velmish said no.", {"Velmish League"}),
        ("Flanker Olga Brandt was told.", {"Olga Brandt"}),
        ("Man-of-the-match Olga Brandt was told.", {"Olga Brandt"}),
        ("Irishmen JP Brandt and Carl Lume were told.", {"JP Brandt", "Carl Lume"}),
        ("Smuggler Olga Brandt was told.", {"Olga Brandt"}),
        ("Bookmaker Olga Brandt was told.", set()),  # a firm may be called so
        ("Roger Olga Brandt was told.", {"Roger Olga Brandt"}),
        ("The bank’s governor Osvin King was told.", {"Osvin King"}),
        ("Former minister Olga Field MP was told.", {"Olga Field"}),
        ("The Velmish King was told.", set()),
    ],
)
def test_what_is_a_name(text: str, expected: set[str]) -> None:
    assert named(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("He paid the Velmish League, and the Velmish said no.", 1),
        ("He paid the Velmish League, and Velmish said no.", 2),
        ("He paid the Osk League, and the Osk said no.", 2),
    ],
)
def test_a_people_is_no_short_form_of_its_league(text: str, mentions: int) -> None:
    (body,) = named(text).values()
    assert len(body.mentions) == mentions


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In came Acting Velmish President Olga Brandt.", ["Acting Velmish President"]),
        ("In came Deputy Velmish President Olga Brandt.", ["Deputy Velmish President"]),
        ("In came President Olga Brandt, acting on a whim.", ["President"]),
        ("“No,” his own defence minister, Olga Brandt, said.", ["defence minister"]),
        ("“No,” its defence minister, Olga Brandt, said.", ["defence minister"]),
        ("In came Captain Olga Brandt, now president of the league.", ["president of the league"]),
        ("In came Captain Olga Brandt, now in tears.", ["Captain"]),
    ],
)  # fmt: skip
def test_an_office_is_the_one_held(text: str, titles: list[str]) -> None:
    assert held(text, "Olga Brandt") == titles


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("There Colonel Brandt fled, and Major Brandt stayed.", ["Colonel"]),
        ("There Colonel Olga Brandt fled, and Major Brandt stayed.", ["Colonel"]),
        ("There Colonel Brandt fled, and Mayor Brandt stayed.", ["Colonel", "Mayor"]),
    ],
)
def test_two_of_one_surname_and_other_ranks_are_not_one(text: str, ranks: list[str]) -> None:
    (person,) = named(text).values()
    assert [role.title for role in person.roles] == ranks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They heard the band Queen Tarn.", {}),
        ("There Queen Tarn sang.", {"Tarn": "person"}),
        ("There the ferry Lady Olga sank.", {}),
        ("There the book Lady Tarn wrote was sold.", {"Tarn": "person"}),
        ("There were Gen Zers in the hall.", {}),
        ("There were Mr English and others in the hall.", {"English": "person"}),
        ("There in Winter Harbour, a book by nobody, a sailor dies.", {}),
        ("There in Winter Harbour, a town of note, a sailor dies.", {"Winter Harbour": "place"}),
        ("Market analyst Tarvometer said so.", {}),
        ("Market analyst Brandt said so.", {"Brandt": "person"}),
        ("Union leader Tarvometer said so.", {"Tarvometer": "person"}),
        ("In May rebels of the Reed Circle left.", {"Reed Circle": "organisation"}),
        ("In May rebels of the Reed Valley left.", {"Reed Valley": "place"}),
        ("In May residents of the Reed Circle left.", {}),
        ("Then the Osk burst its banks in May.", {"Osk": "place"}),
        ("Then the Osk sold its banks in May.", {}),
        ("Friends of the Oskvana family left.", {}),
        ("A drama was shown. She liked the drama Harbour Union much.", {}),
        (
            "It was told by the Tarvo Union. The drama Tarvo Union produced ended.",
            {"Tarvo Union": "organisation"},
        ),
        ("It bought a stake in Brandt. Brandt said so.", {"Brandt": "organisation"}),
        ("It was told by a Brandt vice president. Brandt said so.", {"Brandt": "organisation"}),
        ("It was told by a Brandt adviser. Brandt said so.", {"Brandt": "person"}),
        ("It has the offices of Olga Brandt in May.", {"Olga Brandt": "organisation"}),
        ("It has the office of Olga Brandt in May.", {"Olga Brandt": "person"}),
        (
            "It fell, says Olga Brandt market analyst Ivo Stam.",
            {"Olga Brandt": "organisation", "Ivo Stam": "person"},
        ),
        ("It fell, says Olga Brandt aide Ivo Stam.", {"Olga Brandt": "person", "Ivo Stam": "person"}),
        ("It is phasing out John Deere, its source of tools.", {"John Deere": "organisation"}),
        ("The mayor, John Deere, left.", {"John Deere": "person"}),
        ("Olga Brandt, which opened in May, left its chief.", {}),
        ("It was led by Police Officer (TPO) Ivo Stam. The TPO said so.", {"Ivo Stam": "person"}),
        ("She said an OSI denied it and the OSI left.", {}),
        ("The soldiers came. The LG said so.", {}),
        ("It was Tarvo Air Flight TA804 that fell.", {}),
        ("They saw a Danish TV crew. Danish TV left.", {}),
        (
            "It was in Ituvo, Huivela Department, in May.",
            {"Huivela Department": "province"},
        ),
        ("In the state, Labor Department officials met.", {"Labor Department": "organisation"}),
        ("It was in Leeds municipality in May.", {"Leeds": "city"}),
        ("It was in the San Borja neighborhood in May.", {"San Borja": "place"}),
        ("Men of the Arab Republic of Egypt met.", {}),
        ("Unionists at the Osfra [Miners' Federation] left.", {"Miners' Federation": "organisation"}),
        ("They swam at the Osko pool in May.", {}),
        ("They swam in the Osko in May.", {"Osko": "place"}),
        ("Chelsea Racing won. Chelsea Racing said so.", {"Chelsea Racing": "organisation"}),
        ("Army, Navy and Air Force troops were in place.", {"Air Force": "organisation"}),
        ("THE Tarvo Union met. Tarvo left.", {"Tarvo Union": "organisation"}),
        ("New York fell. NYC rose.", {"New York": "city"}),
        ("It was the Olga Brandt DVD.", {}),
        ("It was the Tarvo Safety Act. The TSA case ended.", {}),
        ("The Tigers and Sharks left.", {}),
        ("Send it to PRESS@OSK.GOV.SA in May.", {}),
        ("Some Oskamians left. All Oskamians said so.", {}),
        ("It was a venture called Orvion in May.", {"Orvion": "organisation"}),
        ("It sent La visite to the hall in Paris.", {"Paris": "city"}),
        ("Oil firm Tarvo Union left. Oil fell.", {"Tarvo Union": "organisation"}),
        ("It was beaten by American Robby Tarvan.", {"Robby Tarvan": "person"}),
    ],
)
def test_what_a_noun_or_verb_beside_a_name_tells_of_it(text: str, expected: dict[str, str]) -> None:
    assert {name: finding.kind for name, finding in named(text).items()} == expected


def test_then_is_of_no_office() -> None:
    assert held("It ended. Then analyst Olga Brandt left.", "Olga Brandt") == ["analyst"]
    assert held("It ended. Her then analyst Olga Brandt left.", "Olga Brandt") == ["then analyst"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Olga B. Brandt. Then Olga Brandt left.", {"Olga B. Brandt": 2}),
        ("It was Gen. Olga Brandt. Then General Olga Brandt III left.", {"Olga Brandt III": 2}),
        ("It was Olga Brandt and Olga B. Brandt.", {"Olga Brandt": 1, "Olga B. Brandt": 1}),
        ("It was Olga Brandt. Her mother Olga B. Brandt left.", {"Olga Brandt": 1, "Olga B. Brandt": 1}),
        ("It was Mayor Olga Brandt. There fisherman Olga B. Brandt left.",
         {"Olga Brandt": 1, "Olga B. Brandt": 1}),
        ("It was Olga A. Brandt. Olga B. Brandt left. Olga Brandt too.",
         {"Olga A. Brandt": 1, "Olga B. Brandt": 1, "Olga Brandt": 1}),
        ("It was Ford Motor Company. Ford rose.", {"Ford Motor Company": 2}),
        ("It was the UN General Assembly. The UN left.", {"UN General Assembly": 1, "UN": 1}),
        ("It was the UN Working Group. The UN left.", {"UN Working Group": 1, "UN": 1}),
        ("It was the US Reef Board. The United States Reef Board left.", {"US Reef Board": 2}),
        ("It was the Tarvo Clinic Union. Then Dr Tarvo left.", {"Tarvo Clinic Union": 1, "Tarvo": 1}),
        ("It was Olga Hernandez. Olga Hernández left.", {"Olga Hernandez": 2}),
        ("It was Sayed Omar Tarvan. Then Omar Tarvan left.", {"Sayed Omar Tarvan": 2}),
        ("It was Olga Brandt Co. Then Olga Brandt left.", {"Olga Brandt Co": 2}),
        ("It was Olga Brandt Co. Then Mayor Olga Brandt left.", {"Olga Brandt Co": 1, "Olga Brandt": 1}),
        ("It was Olga Ruiz Tarvan. Then Ruiz left.", {"Olga Ruiz Tarvan": 2}),
        ("It was the Fijian Reef and Exchange Commission. Then the REC left.",
         {"Fijian Reef and Exchange Commission": 2}),
        ("It was Omar Tarvan. King Tarvan left.", {"Omar Tarvan": 1}),
        ("It was Prince Omar Tarvan. Prince Tarvan left.", {"Omar Tarvan": 2}),
        ("It was Olga Brandt. Those of the Brandt people left.", {"Olga Brandt": 1}),
        ("It was the Fiji-Peru Trade Union. The Fiji-Peru trade fell.", {"Fiji-Peru Trade Union": 1}),
    ],
)  # fmt: skip
def test_who_is_one(text: str, expected: dict[str, int]) -> None:
    assert {name: len(finding.mentions) for name, finding in named(text).items()} == expected


def test_an_office_over_what_is_one_too() -> None:
    assert held("It was Secretary for Justice Olga Brandt.", "Olga Brandt") != ["Justice"]
    assert held("It was his chief of General Staff Olga Brandt.", "Olga Brandt") == ["chief of General Staff"]
    assert held("It was Justice Olga Brandt.", "Olga Brandt") == ["Justice"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("It is set to star Olga Brandt and others.", []),
        ("It was the star Olga Brandt and others.", ["star"]),
        ("After the talks RPLA spokesman Olga Brandt left.", ["RPLA spokesman"]),
        ("It paid a group backing then-Reed candidate Olga Brandt.", ["then-Reed candidate"]),
        ("Olga Brandt, spokesperson of the Reed Club Tarn explained that it was late.", []),
        ("It was deputy planning director Olga Brandt.", ["deputy planning director"]),
        ("It was the Reed Post's Political Editor Olga Brandt.", ["Political Editor"]),
        ("It was Presiding Officer Olga Brandt.", ["Presiding Officer"]),
        ("The mayor of Tanville, Olga Brandt, the mayor of Lund, Ivo Stam, and others left.",
         ["mayor of Tanville"]),
        ("The mayor of Tanville, Olga Brandt, a former judge, left.", ["mayor of Tanville", "former judge"]),
    ],
)  # fmt: skip
def test_no_verb_or_neighbour_is_an_office(text: str, titles: list[str]) -> None:
    assert held(text, "Olga Brandt") == titles


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("The artist Lama Varnu left.", "Lama Varnu", ["artist"]),
        ("They met the head of the Osk Company Sultan Al Varnu.", "Al Varnu", []),
        ("They met Sultan Varnu in May.", "Varnu", ["Sultan"]),
    ],
)
def test_a_first_name_that_looks_like_a_title_is_no_office(text: str, name: str, titles: list[str]) -> None:
    assert held(text, name) == titles


def test_the_dateline_tells_its_town_s_country() -> None:
    text = "SUN CITY, South Africa (Wire) - Olga Brandt left the U.S. on Monday."
    assert named(text)["SUN CITY"].country == "South Africa"


def test_a_part_of_a_state_is_a_place_whatever_it_does() -> None:
    text = "Scotland said so. It told Fiji so. Fiji told Scotland so."
    names = extract_names(read_article(text, id="made-up", title=""))
    assert "Scotland" not in {finding.name for finding in names.actors if finding.kind == "state"}
    assert "Fiji" in {finding.name for finding in names.actors}


@pytest.mark.parametrize(
    ("published", "former"), [(None, False), (date(2024, 5, 31), True), (date(2002, 5, 31), False)]
)
def test_an_office_held_until_a_year_is_over_where_the_report_is_known_to_be_later(
    published: date | None, former: bool
) -> None:
    article = read_article("Ana Lume, mayor of Lund until 2003, left.", id="made-up", published=published)
    (name,) = extract_names(article).actors
    assert [role.former for role in name.roles] == [former]
