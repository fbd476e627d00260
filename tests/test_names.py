"""Names in made-up sentences: who and where they name, and which words are no names."""

from __future__ import annotations

import pytest

from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article
from told_names import actor, kinds, names_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prime Minister Olga Brandt spoke.", {"Olga Brandt": "person"}),
        ("Per Brandt was a teacher, and his wife left him.", {"Per Brandt": "person"}),
        ("The talks were led by Tarvo Ilmets.", {"Tarvo Ilmets": "person"}),
        ("Major General Tarvo Rahim Ilmets said so.", {"Tarvo Rahim Ilmets": "person"}),
        ("It was Crown Prince Hamid bin Nassar.", {"Hamid bin Nassar": "person"}),
        ("Sen. Elsa van der Meyl (D-Ohio) agreed.", {"Elsa van der Meyl": "person"}),
        ("Then J. R. O’Malley Jr. sang.", {"J. R. O’Malley Jr": "person"}),
        ("Ayatollah Yusuf al-Tamri left.", {"Yusuf al-Tamri": "person"}),
        ("We saw Maria de la Cruz leave.", {"Maria de la Cruz": "person"}),
        ("Seventeen-year-old Olga Brandt won.", {"Olga Brandt": "person"}),
        ("Twice-married Olga Brandt won.", {"Olga Brandt": "person"}),
        ("Jean-Luc Brandt won.", {"Jean-Luc Brandt": "person"}),
        ("Foreign Minister Olga Brandt met Mr Ilmets.", {"Olga Brandt": "person", "Ilmets": "person"}),
        ("Secretary of State John Tolland spoke.", {"John Tolland": "person"}),
        ("Chancellor of the Exchequer John Tolland spoke.", {"John Tolland": "person"}),
        ("A vote for Clara May is a vote.", {"Clara May": "person"}),
        ("The minister for Women and Equalities Nina Brandt spoke.", {"Nina Brandt": "person"}),
        ("The minister for Trade Nina Brandt spoke.", {"Nina Brandt": "person"}),
        ("It sat in Aug - Sept 2018 and Jan to Feb 2020.", {}),
        ("Jan Tolland came to see Mr Brandt.", {"Jan Tolland": "person", "Brandt": "person"}),
        ("The Russian State paid.", {"Russian State": "organisation"}),
        (
            "It was set by the Mines and Energy Ministry for Brandt Corp to sign.",
            {"Mines and Energy Ministry": "organisation", "Brandt Corp": "organisation"},
        ),
        ("The Peruvian Department for Roads paid.", {"Peruvian Department for Roads": "organisation"}),
        ("The Brandt Foundation paid.", {"Brandt Foundation": "organisation"}),
        (
            "The Upper House election was won by Nina Brandt.",
            {"Upper House": "government_body", "Nina Brandt": "person"},
        ),
        ("Nina Brandt left the Lower House.", {"Nina Brandt": "person", "Lower House": "government_body"}),
        ("Nina Brandt left Lower House Farm.", {"Nina Brandt": "person"}),
        (
            "He joined the Ministry of Fisheries and Forests.",
            {"Ministry of Fisheries and Forests": "organisation"},
        ),
        ("He joined the Food and Shelter Agency.", {"Food and Shelter Agency": "organisation"}),
        (
            "The Kenya Flood Control and Shelter Agency paid.",
            {"Kenya Flood Control and Shelter Agency": "organisation"},
        ),
        ("The Board of Wardens of Ansel Bay met.", {"Board of Wardens of Ansel Bay": "organisation"}),
        (
            "The Office for the Coordination of Grain Affairs paid.",
            {"Office for the Coordination of Grain Affairs": "organisation"},
        ),
        ("It was grade D. Those who read it wept.", {}),
        ("He works at the University of Port Ansel.", {"University of Port Ansel": "organisation"}),
        ("He works for Tolland Holdings Inc.", {"Tolland Holdings Inc": "organisation"}),
        ("He writes for The Globe and Lantern.", {"Globe and Lantern": "organisation"}),
        ("He writes for the magazine Lanterna.", {"Lanterna": "organisation"}),
        ("He joined the Workers’ Party.", {"Workers’ Party": "organisation"}),
        ("The Ansel news agency reported it.", {"Ansel news agency": "organisation"}),
        ("Mayor of London Imtaz Qarini spoke.", {"Imtaz Qarini": "person"}),
        ("Minister for Health Orvan Tulse spoke.", {"Orvan Tulse": "person"}),
        ("Inspector-General of Police Orvan Tulse spoke.", {"Orvan Tulse": "person"}),
        ('Sen. Maria Tulse "Loren" Escada spoke.', {'Maria Tulse "Loren" Escada': "person"}),
        ("His wife, Marla Lucía de la Torva, wept.", {"Marla Lucía de la Torva": "person"}),
        ("As police chief Tarvono said, it was late.", {"Tarvono": "person"}),
        ("Tarvono, the former army chief, urged calm.", {"Tarvono": "person"}),
        ("The Ansel Farmers' Party (FPA) said no.", {"Ansel Farmers' Party": "organisation"}),
        ("He leads the far-right Lorda Nova (LN) in Rome.", {"Lorda Nova": "organisation"}),
        ("Police chief A.D. Orvan Tulse spoke.", {"A.D. Orvan Tulse": "person"}),
        ("His wife, Ann, wept.", {"Ann": "person"}),
        ("A ransom of N100m was paid.", {}),
        ("He told Dawn that it rained.", {"Dawn": "organisation"}),
        ("Islamic State Tarvan Province said so.", {"Islamic State Tarvan Province": "organisation"}),
        ("TARVELLE, Norland, May 3 (Wire) - Two UN officials met.", {"UN": "organisation"}),
        ("He paid N10 million and Rs3.5bn for MoU copies.", {}),
        ("The White House objected.", {"White House": "government_body"}),
        ("The Peru Supreme Court ruled on it.", {"Peru": "state", "Supreme Court": "government_body"}),
        ("The Tolland White House is empty.", {"White House": "government_body"}),
        ("The Peruvian government objected.", {"Peruvian government": "government_body"}),
        (
            "Peru’s foreign ministry objected.",
            {"Peru": "state", "Peru’s foreign ministry": "government_body"},
        ),
        ("Peruvian security forces fired.", {"Peruvian security forces": "government_body"}),
        ("Kurdish separatist groups met.", {"Kurdish separatist groups": "armed_group"}),
        ("The Red Dawn rebels met.", {"Red Dawn": "armed_group"}),
        (
            "Rebels of the Red Dawn and Harvest armed groups met.",
            {"Red Dawn": "armed_group", "Harvest": "armed_group"},
        ),
        ("Talks failed, Peruvians say.", {"Peruvians": "people"}),
        ("Peru accused Chile of delay.", {"Peru": "state", "Chile": "state"}),
        ("The Welshman Ilmets left.", {"Ilmets": "person"}),
        ("They met Captain Ilmets Park.", {"Ilmets Park": "person"}),
        ("They sat the General Tarvo Education Examination.", {}),
        ("The Ansel County Sheriff’s office called.", {"Ansel County Sheriff’s office": "organisation"}),
        # titles by their letters or of several parts, before a name only
        ("They thanked PM Tulse and CM Olga Brandt.", {"Tulse": "person", "Olga Brandt": "person"}),
        ("Pol Maj-General Orvan Tulse spoke.", {"Orvan Tulse": "person"}),
        ("Pol Brandt, a teacher, spoke.", {"Pol Brandt": "person"}),
        ("Executive-President Orvan Tulse spoke.", {"Orvan Tulse": "person"}),
        ("It rained at 5 PM. Brandt, the mayor, spoke.", {"Brandt": "person"}),
        # "general" of a body is no officer
        ("He joined the General Directorate of Mines.", {"General Directorate of Mines": "organisation"}),
        ("They met General Tulse of Ansel.", {"Tulse": "person"}),
        ("Chief Poppy House of Ansel spoke.", {"Poppy House": "person"}),
        # common words behind a title are nobody
        ("The General Officer Commanding spoke.", {}),
        ("It was a Private Notice Question.", {}),
        ("The secretary of the State Grand Ilmets slept.", {}),
        ("Secretary of State Dale Cooper spoke.", {"Dale Cooper": "person"}),
        (
            "She is director of the Royal Maritime Museum of Fisher Boats.",
            {"Royal Maritime Museum of Fisher Boats": "organisation"},
        ),
        (
            "They met at the Institute of Drought and Conflict Studies.",
            {"Institute of Drought and Conflict Studies": "organisation"},
        ),
        (
            "The Board of Trustees for Public Lands left.",
            {"Board of Trustees for Public Lands": "organisation"},
        ),
        (
            "The Institute of Tarvo and Lund University left.",
            {"Institute of Tarvo": "organisation", "Lund University": "organisation"},
        ),
        (
            "The Board of Trustees for Olga Brandt left.",
            {"Board of Trustees": "organisation", "Olga Brandt": "person"},
        ),
        # the common noun beside a name says what its bearer is
        ("Coalition partner Vodarnos stayed away.", {"Vodarnos": "organisation"}),
        ("Their old partner Vodarnos stayed away.", {"Vodarnos": "person"}),
        ("They hired law firm Olga Brandt for it.", {"Olga Brandt": "organisation"}),
        ("The firm Olga Brandt founded has failed.", {"Olga Brandt": "person"}),
        ("He met the developer Olga Brandt.", {"Olga Brandt": "person"}),
        (
            "She walked for brands such as Olga Brandt and Tom Ilmets.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "organisation"),
        ),
        (
            "She walked for friends such as Olga Brandt and Tom Ilmets.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "person"),
        ),
        ("To explain the groups, Olga Brandt spoke.", {"Olga Brandt": "person"}),
        ("It fed three lakes – Olga Brandt, Vodarn and Tulmi – for years.", {}),
        ("It fed three lakes, Olga Brandt and Tom Ilmets, for years.", {}),
        ("The valley's two reservoirs -- Olga Brandt, Tom Ilmets and Tulmi -- are low.", {}),
        (
            "The valley's two friends -- Olga Brandt and Tom Ilmets -- are old.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "person"),
        ),
        (
            "It fed three friends – Olga Brandt and Tom Ilmets – for years.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "person"),
        ),
        (
            "Of the lakes, Olga Brandt and Tom Ilmets said nothing.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "person"),
        ),
        ("Olga Brandt, the luxury brand, was sold.", {"Olga Brandt": "organisation"}),
        ("Olga Brandt, a real estate developer, spoke.", {"Olga Brandt": "person"}),
        ("Olga Brandt, the company secretary, spoke.", {"Olga Brandt": "person"}),
        ("Vodarnos Tulmi’s shareholders agreed.", {"Vodarnos Tulmi": "organisation"}),
        ("He said Vodarnos shares fell.", {"Vodarnos": "organisation"}),
        ("The helper of Tarvesh Vodarbhai bus was held.", {"Tarvesh Vodarbhai": "organisation"}),
        ("The carrier Olga Brandt left port. The Brandt sank.", {}),
        ("The USS Olga Brandt left port.", {}),
        ("The carrier Olga Brandt left. President Brandt wept.", {"Brandt": "person"}),
        ("It was hurricane Olga Brandt.", {}),
        ("In May, Cyclone Tarvesh killed six people. Typhoon Vodarnos left.", {}),
        ("We met Hurricane Brandt, a boxer. Storm Olsen, a designer, won.", {"Storm Olsen": "person"}),
        ("The winds fell. Storm Olga killed six people.", {}),
        ("Storm Olga has killed six people.", {}),
        ("Storm Olga designed six hats.", {"Storm Olga": "person"}),
        ("Urban guerrillas hurled bombs.", {}),
        ("Vodarn guerrillas hurled bombs.", {"Vodarn": "armed_group"}),
        ("Major Sultan al-Vodarn spoke.", {"Sultan al-Vodarn": "person"}),
        ("The Deputy Dean Brandt spoke.", {"Brandt": "person"}),
        ("Tarvesh Shipping said so.", {"Tarvesh Shipping": "organisation"}),
        ("The dam above Olga Reka broke.", {}),
        ("The rank above Olga Brandt was free.", {"Olga Brandt": "person"}),
        # whoever is many by what they do has a body; a house that tells something is one
        (
            "The Ansel Herders’ Council and the Nurses' Federation left.",
            {"Ansel Herders’ Council": "organisation", "Nurses' Federation": "organisation"},
        ),
        ("The Fishermen's Association left.", {"Fishermen's Association": "organisation"}),
        ("The Journalists' Union of Peru left.", {"Journalists' Union of Peru": "organisation"}),
        ("Journalists left. Journalists' homes burned.", {}),
        ("He read of the Ansel Steel Exporters' Union.", {"Ansel Steel Exporters' Union": "organisation"}),
        ("It rained, according to the Ansel Peace Centre.", {"Ansel Peace Centre": "organisation"}),
        ("The Ansel Peace Centre said that it rained.", {"Ansel Peace Centre": "organisation"}),
        ("Guards at the Ansel Peace Centre said that it rained.", {}),
        ("Peru’s Border Service met.", {"Peru": "state", "Border Service": "organisation"}),
        (
            "The ferry Olga Brandt sank. Olga Brandt was a poet. Olga Brandt wept.",
            {"Olga Brandt": "person"},
        ),
        ("The ferry Olga Brandt left. The Olga Brandt sank. Olga Brandt was hit.", {}),
        # counts and models are nobody; a company's name may be written in two words
        # "al" is part of the name, and no given name where it is small or what has fighters
        ("An affiliate of al Tarva attacked. Then Al Tarva fled.", {"Al Tarva": "organisation"}),
        ("The attack was claimed by al Tarva, which has men there.", {"al Tarva": "organisation"}),
        ("The militant group al Tarva said so. Tarva had no comment.", {"al Tarva": "armed_group"}),
        ("He said al Tarva had sent the men. Al Tarva has denied it.", {}),
        ("He said Hamid al Tarva had gone. Then al Tarva left.", {"Hamid al Tarva": "person"}),
        ("He said President al Tarva had gone.", {"al Tarva": "person"}),
        ("Members of Al Brandt’s choir left. Al Brandt wept.", {"Al Brandt": "person"}),
        ("He said Mr Tulse et al Olga Brandt wept.", {"Tulse": "person", "Olga Brandt": "person"}),
        ("It lies 500 m al Norte de Tarvo.", {}),
        ("Twenty others wept. Twenty more left.", {}),
        # many words of violence make nobody a person: a name, a title or a role does
        ("Gunmen attacked with rockets and mortars and killed five. Tarvindra outfits wept.", {}),
        (
            "Gunmen attacked with rockets and mortars and killed five. Tarvindra regime men wept.",
            {"Tarvindra": "person"},
        ),
        ("Mayor Mary Church of Ansel spoke.", {"Mary Church": "person"}),
        ("They met at Mary Church of Ansel.", {"Mary Church of Ansel": "organisation"}),
        ("It flies Corvan A300s, not others.", {}),
        ("Prosecutors accused Micro Soft of fraud.", {"Micro Soft": "organisation"}),
        # what only says which one it is opens no name
        ("Former Lesk Union clerks left.", {"Lesk Union": "organisation"}),
    ],
)
def test_actors(sentence: str, expected: dict[str, str]) -> None:
    assert kinds(names_in(sentence).actors) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met in Lima.", {"Lima": "city"}),
        ("They met in Trondvik.", {"Trondvik": "place"}),
        ("They met in eastern Peru.", {"eastern Peru": "region", "Peru": "country"}),
        ("They met in Trondvik province.", {"Trondvik": "province"}),
        ("They met in Delta.", {"Delta": "city"}),
        ("They met in the Delta.", {"Delta": "place"}),
        ("A ship crossed the Gulf.", {"Gulf": "region"}),
        ("The Lima High Court ruled on it.", {"Lima": "city"}),
        (
            "They met on the Peru–Chile border.",
            {"Peru–Chile border": "border", "Peru": "country", "Chile": "country"},
        ),
        ("They met on the border with Chile.", {"border with Chile": "border", "Chile": "country"}),
        (
            "They met on the border between Peru and Chile.",
            {"border between Peru and Chile": "border", "Peru": "country", "Chile": "country"},
        ),
        ("They met at the ports of Trondvik, Monday and Anselhavn.", {"Trondvik": "port"}),
        ("They met at the ports of Trondvik and Anselhavn.", {"Trondvik": "port", "Anselhavn": "port"}),
        ("They met at Lake Trond and Tolland Airport.", {"Lake Trond": "place", "Tolland Airport": "place"}),
        ("They met at Chief Tarvo Park.", {"Tarvo Park": "place"}),
        ("They met in Georgia.", {"Georgia": "province"}),
        ("They met in the Republic of Georgia.", {"Republic of Georgia": "country"}),
        ("Georgian officials met in Georgia.", {"Georgia": "country"}),
        ("Residents of Trondvik met.", {"Trondvik": "place"}),
        ("They met in Texas and in Nova Scotia.", {"Texas": "province", "Nova Scotia": "province"}),
        ("They met in the Trondvik area.", {"Trondvik": "region"}),
        ("They met in the Communication area.", {}),
        (
            "They dammed two rivers: Olga Brandt and Tom Ilmets.",
            dict.fromkeys(("Olga Brandt", "Tom Ilmets"), "place"),
        ),
        ("They climbed Ras Tulmi, the highest mountain of the north.", {"Ras Tulmi": "place"}),
        ("They met Olga Brandt, the town clerk.", {}),
        # half of a thing's name is no place, and a paper none of those it may be called like
        ("Boys threw Lima cocktails at a gate.", {}),
        ("Boys threw cocktails in Lima at a gate.", {"Lima": "city"}),
        ("The ferry was late, the Atlantic reported.", {}),
        ("The ferry was late in the Atlantic, the Atlantic reported.", {"Atlantic": "region"}),
        ("The ferry was late, Lima reported.", {"Lima": "city"}),
    ],
)
def test_places(sentence: str, expected: dict[str, str]) -> None:
    assert kinds(names_in(sentence).places) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ivo Stam met the prime minister of Vellin. Vellin and Fiji signed a treaty.", "state"),
        ("Vellin’s foreign ministry said it would rain. Vellin and Fiji signed a treaty.", "state"),
        ("Vellin’s foreign minister left. It rained in Vellin. Vellin and Fiji signed a treaty.", "state"),
        ("Vellin’s foreign minister left. Mr Vellin and Fiji signed a treaty.", "person"),
        ("Bo Vellin left. It rained in Suva. The foreign minister of Vellin left.", "person"),
    ],
)
def test_a_state_in_no_list_is_one_by_what_only_states_have(text: str, kind: str) -> None:
    found = kinds(names_in(text).actors)
    assert found.get("Vellin", found.get("Bo Vellin")) == kind


@pytest.mark.parametrize(
    ("text", "named", "other"),
    [
        ("Ivo Stam left the Kelp Group of Bo Tarr.", "Bo Tarr", "Kelp Group of Bo Tarr"),
        ("Ivo Stam left the Kelp Group of Lesk.", "Kelp Group of Lesk", "Lesk"),
        ("The High Court of England and Wales shut it.", "High Court of England and Wales", "Wales"),
        ("The Bank of England and France shut it.", "Bank of England", "Bank of England and France"),
        ("The rebel group Night Herons shut it.", "Night Herons", "Herons"),
        ("Ivo Stam of the Evening Star left.", "Evening Star", "Star"),
        ("The Morning Ivo Stam left, it rained.", "Ivo Stam", "Morning Ivo Stam"),
        # small words within it, and a title of birth behind a first name
        ("He met President Daniel arap Stam there.", "Daniel arap Stam", "Daniel"),
        ("She lives in Newcastle upon Tyne.", "Newcastle upon Tyne", "Newcastle"),
        ("The play is by Simon Baron Stam.", "Simon Baron Stam", "Stam"),
        ("The Reefs and Sea Export Board (RSEB) met.", "Reefs and Sea Export Board", "Sea Export Board"),
        (
            "The Reef Union and Sea Export Board (SEB) met.",
            "Sea Export Board",
            "Reef Union and Sea Export Board",
        ),
        ("Former Cabinet minister Ivo Stam left.", "Ivo Stam", "Former Cabinet"),
        ("The National Security Council met.", "National Security Council", "Security Council"),
        ("The UN Security Council met.", "Security Council", "UN Security Council"),
        ("The play is by Baron Simon Stam.", "Simon Stam", "Baron Simon Stam"),
    ],
)
def test_a_name_is_as_long_as_it_is(text: str, named: str, other: str) -> None:
    found = names_in(text)
    assert named in kinds((*found.actors, *found.places))
    assert other not in kinds((*found.actors, *found.places))


def test_a_title_of_birth_is_not_over_by_the_office_before_it() -> None:
    (role,) = actor("The former general Sheikh Omar Lume left.", "Omar Lume").roles
    assert (role.title, role.former) == ("Sheikh", False)
    (role,) = actor("The former Sheikh Omar Lume left.", "Omar Lume").roles
    assert role.former


@pytest.mark.parametrize(
    "sentence",
    [
        "However, nobody came. Voters stayed at home. Critics laughed.",
        "Per Article, the fee is due. Per Capita Income rose.",
        "On Thursday, in March, it rained; by Christmas it was dry.",
        "The Prime Minister met the Foreign Secretary.",
        "I think the Internet and TV are OK.",
        "Anti-war marches began. Anti-war songs were sung.",
        "“Nothing happened,” he said. “We slept.”",
        "Iranian carpets and French wine were sold.",
        "They watched the World Cup and the Grand Prix.",
        "He read “The Long Autumn” twice.",
        "Section III of the Fisheries Act applies.",
        "Improvised explosive devices (IEDs) were found.",
        "Rescue dives (RD) were told of. The RD ended.",
        "They saw the Peruvian armed Forces leave.",
    ],
)
def test_no_names(sentence: str) -> None:
    names = names_in(sentence)
    assert (kinds(names.actors), kinds(names.places)) == ({}, {})


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Olga Brandt came. Brandt spoke.", "Olga Brandt", ["Brandt"]),
        ("The Harbour Workers League (HWL) met. The HWL voted.", "Harbour Workers League", ["HWL"]),
        ("The HWL (Harbour Workers League) met.", "Harbour Workers League", ["HWL"]),
        ("Prince Hamid bin Nassar (HBN) came. HBN spoke.", "Hamid bin Nassar", ["HBN"]),
        ("The U.S. objected. The United States left.", "United States", ["U.S."]),
        ("She spoke in Flint, Mich., and left Michigan.", "Michigan", ["Mich"]),
        ("Brandt wins\n\nOlga Brandt won the vote.", "Olga Brandt", ["Brandt"]),
        ("The Suva Export Bank (Suvexbank) met. Suvexbank left.", "Suva Export Bank", ["Suvexbank"]),
        ("The Suva Export Bank (Ilmets) met. Ilmets left.", "Suva Export Bank", []),
        ("The HWL met. HWL One was late.", "HWL", []),
        ("HWL Corp met. HWL left.", "HWL Corp", ["HWL"]),
        ("The Tarvex Board of Directors met. Tarvex left.", "Tarvex Board of Directors", []),
        ("Olga Ilmets Brandt came. Ilmets Brandt spoke.", "Olga Ilmets Brandt", ["Ilmets Brandt"]),
        ("The Union of Miners of Fiji (Unimf) met. Unimf left.", "Union of Miners", ["Unimf"]),
        ("The Union of Miners met Carl Lume (Unimf). Unimf left.", "Union of Miners", []),
        ("The Board of the Reef Export Union (REU) met. REU left.", "Board of the Reef Export Union", []),
        ("RBV Radio met. RBV left.", "RBV Radio", []),
        ("Tarvex Police met. He left Tarvex.", "Tarvex Police", []),
        ("The Tarvex Nation met. He left Tarvex.", "Tarvex Nation", []),
        ("The UN Commission met. The UN left.", "UN Commission", []),
        ("RBV Corp met. RBV left.", "RBV Corp", ["RBV"]),
        ("Mario Ilmets Benítez came. Ilmets spoke.", "Mario Ilmets Benítez", ["Ilmets"]),
        ("He spoke in Washington, D.C., and left Washington.", "Washington", ["D.C."]),
        # a common word that opens a longer name is none
        ("The Boats Fund met. Carl Lume of Boats in Fiji left.", "Boats Fund", []),
    ],
)
def test_short_forms_are_tied_to_the_long_one(text: str, name: str, aliases: list[str]) -> None:
    found = names_in(text)
    named = next(each for each in (*found.actors, *found.places) if each.name == name)
    assert [alias.text for alias in named.aliases] == aliases


def test_a_short_form_keeps_its_particles_and_family_names_stand_where_they_stand() -> None:
    dutch = actor(
        "Pieter van der Meyl left. Then van der Meyl spoke to Mr van der Meyl.", "Pieter van der Meyl"
    )
    assert len(dutch.mentions) == 3
    assert [alias.text for alias in dutch.aliases] == ["van der Meyl"]
    opening = actor("Jan-Erik de Vitt left. De Vitt said no.", "Jan-Erik de Vitt")
    assert len(opening.mentions) == 2
    cantonese = actor("Albert Tang Yu-meng left. It is late, Tang said.", "Albert Tang Yu-meng")
    assert len(cantonese.mentions) == 2
    korean = actor("Pak Jin-wo left. It is late, Mr Pak said.", "Pak Jin-wo")
    assert len(korean.mentions) == 2
    gulf = actor("Sheikh Hamad bin Nassar left. Sheikh Hamad will be back.", "Hamad bin Nassar")
    assert len(gulf.mentions) == 2


def test_mentions_are_without_title_and_possessive() -> None:
    text = "President Olga Brandt’s visit began. “Brandt is here,” he said."
    assert [text[m.start : m.end] for m in actor(text, "Olga Brandt").mentions] == ["Olga Brandt", "Brandt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A first name behind an office that its bearer doesn't hold is somebody else's.
        ("They met President Ivo Stam. He spoke of Emperor Ivo at length.", ["Ivo", "Ivo Stam"]),
        ("They met President Ivo Stam. He was led in as President Ivo.", ["Ivo Stam"]),
        ("They met President Ivo Stam. It was late, and Mr Ivo left.", ["Ivo Stam"]),
        # Who shares the surname behind "and" is not who bears the first name with another one later.
        ("It was Ivo and Carl Lume who came. A farmer, Ivo Stam, sang.", ["Carl Lume", "Ivo", "Ivo Stam"]),
        ("A farmer, Ivo Stam, sang. Then Ivo and Carl Lume left.", ["Carl Lume", "Ivo Stam"]),
        # A first name that is an office too, between a first name and a surname.
        ("The guitar was that of Ann Dean Brackley.", ["Ann Dean Brackley"]),
    ],
)
def test_whose_first_name_it_is(text: str, expected: list[str]) -> None:
    assert sorted(actor.name for actor in names_in(text).actors) == expected


def test_two_people_of_one_surname_stay_apart() -> None:
    text = "Olga Brandt and her husband Tom Brandt came. Mr Brandt spoke. Mrs Brandt left."
    assert [text[m.start - 3 : m.end] for m in actor(text, "Tom Brandt").mentions] == [
        "nd Tom Brandt",
        "Mr Brandt",
    ]
    assert len(actor(text, "Olga Brandt").mentions) == 2
    text = "Mr Brandt fell. His wife, Olga Brandt, ran. Mr Brandt was ill."
    assert {each.name: len(each.mentions) for each in names_in(text).actors} == {
        "Brandt": 2,
        "Olga Brandt": 1,
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "A. Doss, a teacher, fell; M. Doss, a nurse, did not.",
            {"A. Doss": ["teacher"], "M. Doss": ["nurse"]},
        ),
        ("It was plan A. Doss, a teacher, fell; M. Doss did not.", {"A. Doss": ["teacher"], "M. Doss": []}),
        ("Prime Minister Karel Benn met his brother, President Benn.", {"Karel Benn": ["Prime Minister"]}),
        (
            "Trade Minister Karel Benn spoke. Minister Benn left.",
            {"Karel Benn": ["Trade Minister", "Minister"]},
        ),
        ("Former President Karel Benn spoke. President Benn left.", {"Karel Benn": ["President"]}),
    ],
)
def test_initials_and_offices_keep_namesakes_apart(text: str, roles: dict[str, list[str]]) -> None:
    found = {actor.name: [role.title for role in actor.roles] for actor in names_in(text).actors}
    assert {
        name: [title for title in found[name] if title in titles] for name, titles in roles.items()
    } == roles
    assert "President" not in found.get("Karel Benn", ()) or "Former" in text


@pytest.mark.parametrize(
    ("text", "open"),
    [
        ("Olga Brandt came. Brandt spoke.", 0),
        ("Olga Brandt and Tom Brandt came. Brandt spoke.", 1),
        ("Olga Brandt met Tom Brandt. It rained. Olga Brandt stayed. It rained. Brandt spoke.", 1),
        # who was "Brandt" before the other came is so again
        (
            "Olga Brandt came. Brandt met Tom Brandt. It rained. Olga Brandt sat. It rained. Brandt spoke.",
            0,
        ),
        ("Olga Brandt met Tom Brandt. It rained. It rained. Brandt spoke.", 1),
        ("Olga Brandt came. It rained. Brandt spoke. Tom Brandt left.", 0),
        ("Mayor Olga Brandt met Tom Brandt. Mayor Brandt spoke.", 0),
        # a passing mention beside the one an article is about
        (
            "Olga Brandt came. Brandt spoke. Brandt sang. Brandt left. Her brother is Tom Brandt.\n\n"
            "It rained.\n\nBrandt was late.",
            0,
        ),
        # who is named only as whose kin somebody is: both bear the name
        ("The only son of the late tycoon Tom Brandt came. Brandt spoke.", 1),
        ("Brandt spoke. The only son of Tom Brandt is rich.", 1),
        ("Tom Brandt’s daughter came. Brandt spoke.", 1),
        ("The daughter of Mayor Tom Brandt came. Mayor Brandt spoke.", 0),
        ("The daughter of Tom Brandt came. Tom Brandt left. Brandt spoke.", 0),
        ("The lawyer of Tom Brandt came. Brandt spoke.", 0),
        ("The friend of Tom Brandt came. Brandt spoke.", 0),
        # and one who is named as the kin of whoever was called so before
        ("Brandt fell. His wife, Olga Brandt, ran. Brandt was ill.", 2),
        ("His friend, Olga Brandt, ran. Brandt was ill.", 0),
        ("He fell. His wife, Olga Brandt, ran. Brandt was ill.", 0),
        # two whom "and" joins have one surname
        ("Tom and Olga Brandt came. Brandt spoke.", 1),
        ("Tom and Olga Brandt came. Mrs Brandt spoke.", 0),
        ("Suva and Olga Brandt came. Brandt spoke.", 0),
        # whoever is always named in full isn't the one by surname
        (
            "Olga Brandt came. Her father is Tom Brandt.\n\nOlga Brandt spoke. Olga Brandt sang.\n\n"
            "Olga Brandt left.\n\nBrandt was late.",
            1,
        ),
    ],
)
def test_a_surname_of_two_is_left_open(text: str, open: int) -> None:
    assert [text[s.start : s.end] for s in names_in(text).open] == ["Brandt"] * open


@pytest.mark.parametrize(
    ("text", "border"),
    [
        ("Peruvian border guards fired.", None),
        ("Peru’s Border Service left.", None),
        ("Peruvian border officials left.", None),
        ("They closed the Peruvian border on Monday.", "Peruvian border"),
        ("They left Peru’s border.", "Peru’s border"),
    ],
)
def test_who_guards_a_border_is_no_border(text: str, border: str | None) -> None:
    assert [p.name for p in names_in(text).places if p.kind == "border"] == ([border] if border else [])


def test_country_a_name_is_tied_to_by_the_text() -> None:
    assert actor("The Iran-based Harvest Brigade met.", "Harvest Brigade").country == "Iran"
    assert actor("Peru’s central bank met.", "Peru’s central bank").country == "Peru"


@pytest.mark.parametrize(
    ("headline", "says"),
    [
        # (a headline, which by itself names nobody; the same as a sentence)
        ("Long Storm Shuts Port Of Lima As Ferry Talks Resume", "A long storm shut the port of Lima."),
        ("Ferry Strike: Olga Brandt Says No", "Olga Brandt said no."),
        ("Peruvian Ministers Meet In Long Talks About Fares", "Peru met the Peruvian Ferry Ministers."),
    ],
)
def test_a_headline_alone_names_nobody(headline: str, says: str) -> None:
    found = names_in(f"{headline}\n\nThe talks went on.")
    assert (found.actors, found.places) == ((), ())
    found = names_in(f"{says}\n\nThe talks went on.")
    assert found.actors or found.places


def test_a_mention_ends_with_its_last_letter() -> None:
    names = names_in("Olga Brandt’s letter was read.")
    assert [at for at in range(20) if names.at(at) is not None] == list(range(len("Olga Brandt")))


def test_all_of_a_people_are_that_people() -> None:
    assert kinds(names_in("All Kenyans may vote on Monday, a clerk said.").actors) == {
        "All Kenyans": "people"
    }


def test_a_bare_border_is_the_only_named_one() -> None:
    text = "They closed the countries’ shared border. Nobody is near the border now."
    (border,) = names_in(text).places
    assert [text[m.start : m.end] for m in border.mentions] == ["countries’ shared border", "border"]


def test_notes_about_the_article_name_nobody() -> None:
    assert kinds(names_in("Olga Brandt came to the town of Trondvik.\n\nSource: Lanterna Post").actors) == {
        "Olga Brandt": "person"
    }


@pytest.mark.parametrize(
    "unit", ["A and ", "(ABC) Foo ", "“Foo ", "Bank of ", "the border ", "Foo, ", "’s Foo "]
)
def test_hostile_text_is_read_in_bounded_steps(unit: str) -> None:
    """Mentions never outnumber the words, however the capitals and marks stand."""
    text = unit * 3_000
    names = names_in(text)
    assert sum(len(f.mentions) for f in (*names.actors, *names.places)) <= 2 * len(text.split())


def test_a_country_named_by_its_short_form_only_has_its_full_name() -> None:
    country = actor("The U.S. objected.", "United States")
    assert [alias.text for alias in country.aliases] == ["U.S."]
    assert actor("FIJI: A law will come soon, a source told the Post.", "Fiji").aliases == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nils Brandt Sr. left it to Nils Brandt Jr. in May. “I was tired,” said Brandt Sr.",
            ["Nils Brandt Sr", "Nils Brandt Jr"],
        ),
        ("Olga Brandt’s house burned. The Brandts’ boat sank.", ["Olga Brandt"]),
        ("Ruben “the Hook” Brandt, a docker, was fined.", ["Ruben “the Hook” Brandt"]),
        ("Guards of President Olga Brandt left, and friends of King Otto wept.", ["Olga Brandt", "Otto"]),
        ("Jordan Brandt dived. “We did,” Jordan said.", ["Jordan Brandt"]),
        (
            "Ol\u200bga Brandt\u200b spoke.\u200b Nils\ufeff Lund\u00ada did not.",
            ["Olga Brandt", "Nils Lunda"],
        ),
        ("Ole Nova\u0301k, the mayor, left. Nova\u0301k is 50.", ["Ole Novák"]),
        ("Olga\u00a0Brandt, the mayor, left.", ["Olga Brandt"]),
        ("The pier is shut.Olga Brandt said so.", ["Olga Brandt"]),
        ("Olga Brandt spoke to Per Lund.", ["Olga Brandt", "Per Lund"]),
    ],
)
def test_people_as_the_text_comes(sentence: str, expected: list[str]) -> None:
    names = extract_names(read_article(sentence, id="made-up", title=""))
    assert [actor.name for actor in names.actors if actor.kind == "person"] == expected
    assert not [actor for actor in names.actors if actor.kind != "person"]


def test_a_country_that_is_spoken_of_is_no_first_name() -> None:
    text = "Jordan Brandt dived in Jordan. Jordan said it was content."
    names = extract_names(read_article(text, id="made-up", title=""))
    assert [(actor.name, actor.kind) for actor in names.actors] == [
        ("Jordan Brandt", "person"),
        ("Jordan", "state"),
    ]


def test_a_capital_speaks_for_nobody_of_that_name() -> None:
    names = extract_names(read_article("Washington said it was pleased.", id="made-up", title=""))
    assert not names.actors
    assert [place.name for place in names.places] == ["Washington"]


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("It cost R92 million, the council said.", "R92"),
        ("Small and medium enterprises (SMEs) grew. The SMEs paid.", "SMEs"),
        ("Tarvo Holdings grew. The Company said so.", "Company"),
        ("The Minister of Public Works opened it.", "Public Works"),
        ("They met the Business Development Officer there.", "Business Development Officer"),
        ("The superintendent of police (SP) spoke. The SP said no.", "SP"),
        ("Olga Brandt (FRA) and Ivo Ilmets (GBR) won.", "FRA"),
        ("The Crown Prince opened the dam.", "Prince"),
        ("He spoke for the Commander of the Army of Fiji.", "of Fiji"),
        ("Later Brixel UAF said that it would march.", "Brixel UAF"),
        ("They rejected the U.S. Decision on fish.", "U.S. Decision"),
        ("They fired an RPG-7 at the gate.", "RPG-7"),
        ("The film beat the comedy The Wedding Boat at the box office.", "Wedding Boat"),
        ("The mill burned. Survivors said the doors were locked.", "Survivors"),
        ("Two guards died. Separatist fighters have often attacked guards.", "Separatist"),
        ("They say so, which the Brandtor government denies.", "Brandtor"),
        ("A train was stopped at King Mill station.", "Mill"),
        ("The Bishop Lavor forum met.", "Lavor"),
        ("A crowd met near Queen Street market square, then left President Stam bridge.", "Stam"),
    ],
)
def test_what_names_nobody(sentence: str, nobody: str) -> None:
    names = names_in(sentence)
    assert nobody not in kinds(names.actors) | kinds(names.places)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The chapel on Henry Street burned.", {"Henry Street": "place"}),
        ("We saw Henry Street there.", {"Henry Street": "person"}),
        ("The verdict rests on Oscar Lane, the actor.", {"Oscar Lane": "person"}),
        ("They stood near John Lane in the hall.", {"John Lane": "person"}),
        ("Kiefer Sutherland left. Sutherland said so.", {"Kiefer Sutherland": "person"}),
        ("They climbed Cerro Tavora at noon.", {"Cerro Tavora": "place"}),
        ("She works for the Institut Ilmets now.", {"Institut Ilmets": "organisation"}),
        ("He lived in Gloucestershire for years.", {"Gloucestershire": "province"}),
        ("The Minister of Health and Welfare Anli Kovas-ri left.", {"Anli Kovas-ri": "person"}),
        ("Captain Cook said so to Olga Brandt.", {"Olga Brandt": "person", "Cook": "person"}),
        ("Legislator Olga Brandt agreed.", {"Olga Brandt": "person"}),
        ("Don Brandtson said so.", {"Don Brandtson": "person"}),
        ("Idris Sheikh Brandtor said so.", {"Idris Sheikh Brandtor": "person"}),
        ("Police chief Mohamed Ahmed Sheikh said so.", {"Mohamed Ahmed Sheikh": "person"}),
        ("Saudi Sheikh Karim Brandtor said so.", {"Karim Brandtor": "person"}),
        ("His Highness Sheikh Karim Brandtor said so.", {"Karim Brandtor": "person"}),
        ("They met HH Sheikh Karim Brandtor there.", {"Karim Brandtor": "person"}),
        ("Tarvo Brixel, which often struck guards, is suspected.", {"Tarvo Brixel": "organisation"}),
        ("Olga Brandt, which is odd, said so.", {"Olga Brandt": "person"}),
        ("The Tondra Court of Justice agreed.", {"Tondra Court of Justice": "organisation"}),
        ("They met in the Karvo neighbourhood.", {"Karvo": "place"}),
        ("They met in the Karvo district.", {"Karvo": "province"}),
    ],
)
def test_what_a_word_in_or_before_a_name_makes_of_it(sentence: str, expected: dict[str, str]) -> None:
    names = names_in(sentence)
    assert kinds(names.actors) | kinds(names.places) == expected


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He moved to Newcastle in May.", "Newcastle", None),
        ("He moved to Newcastle in Australia.", "Newcastle", "Australia"),
        ("British ministers met in Newcastle.", "Newcastle", "United Kingdom"),
        ("They met in Manchester in May.", "Manchester", None),
        ("They met in Osaka in May.", "Osaka", "Japan"),
        ("They met in Oslo in May.", "Oslo", "Norway"),
        ("American oil went to Rotterdam in May.", "Rotterdam", None),
        # a capital of one state and a larger city of another
        ("Canada's oil went from Costa Rica to San Jose.", "San Jose", "Costa Rica"),
        ("American oil went from Costa Rica to San Jose.", "San Jose", None),
    ],
)
def test_the_country_of_a_city_is_what_its_size_or_the_article_says(
    text: str, name: str, country: str | None
) -> None:
    assert actor(text, name).country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The US signed it.", ["United States"]),
        ("The UK and Japan signed it.", ["United Kingdom", "Japan"]),
        ("The EU and the US signed it.", ["EU", "United States"]),
        ("The Sun and Moon closed.", []),
        ("TELL US NOW, THEY SAID.", []),
        ("Tell us now.", []),
        ("It cost US$30 in May.", []),
        ("It cost 30 US dollars.", []),
    ],
)
def test_the_letters_of_a_country_name_it(text: str, names: list[str]) -> None:
    assert [mention.name for mention in names_in(text).mentions] == names


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya, Uganda and Peru met.", True),
        ("It rained in Kenya, Uganda and Peru.", False),
        ("We met in Lima, Uganda and left.", False),
    ],
)
def test_a_country_acts_where_the_list_it_stands_in_does(text: str, acts: bool) -> None:
    assert ("Uganda" in [actor.name for actor in names_in(text).actors]) is acts


def test_a_place_in_which_others_speak_is_nobody() -> None:
    found = names_in("Police in Lesk said it rained. Nobody in Lesk was hurt.")
    assert "Lesk" not in kinds(found.actors)


def test_a_stray_space_behind_al_cuts_no_name() -> None:
    names = names_in("It rained. Sheikh Omar Al- Brandt left. Ana Brandt stayed - Lund said so.")
    assert {"Omar Al- Brandt", "Ana Brandt"} <= {actor.name for actor in names.actors}
    assert "Ana Brandt stayed - Lund" not in {actor.name for actor in names.actors}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Omar Tarek Al-Amin Al-Brandi was named on Friday. Tarek Al-Amin Al-Brandi sent him a letter.",
            {"Omar Tarek Al-Amin Al-Brandi", "Tarek Al-Amin Al-Brandi"},
        ),
        ("Omar Tarek Al-Amin was named on Friday. Al-Amin left on Monday.", {"Omar Tarek Al-Amin"}),
        ("Rafael Ruiz Sosa was named on Friday. Ruiz Sosa left on Monday.", {"Rafael Ruiz Sosa"}),
        # behind "bin" stands the father's, by which the son isn't called without "bin"
        ("They met King Tolmar and Crown Prince Edvin bin Tolmar.", {"Tolmar", "Edvin bin Tolmar"}),
        ("Crown Prince Edvin bin Tolmar came. King Tolmar left.", {"Tolmar", "Edvin bin Tolmar"}),
        ("Edvin bin Tolmar came. Prince Edvin spoke. Bin Tolmar left.", {"Edvin bin Tolmar"}),
        ("Edvin bin Tolmar came. They wrote of bin Tolmar on Monday.", {"Edvin bin Tolmar"}),
        ("Sheikh Edvin bin Tolmar came. Sheikh Tolmar left.", {"Tolmar", "Edvin bin Tolmar"}),
        ("Minister Edvin bin Tolmar came. Minister Tolmar left.", {"Edvin bin Tolmar"}),
        ("Edvin bin Tolmar came. Tolmar left. Mr Tolmar spoke.", {"Edvin bin Tolmar"}),
        ("Ben Tolmar came. Tolmar left.", {"Ben Tolmar"}),
    ],
)
def test_a_fathers_name_is_no_short_form_of_his_sons(text: str, people: set[str]) -> None:
    assert {actor.name for actor in names_in(text).actors} == people


@pytest.mark.parametrize(
    ("text", "named", "other"),
    [
        # common words of a body on either side of "and" are of one name, two names of their own are two
        ("They left Lesk University of Craft and Trade.", "Lesk University of Craft and Trade", "Trade"),
        (
            "They left the Institute of Peace and Tide Studies.",
            "Institute of Peace and Tide Studies",
            "Tide Studies",
        ),
        (
            "They left the Lesk Board of Boats and Fish.",
            "Lesk Board of Boats and Fish",
            "Lesk Board of Boats",
        ),
        (
            "They left the Fiji and Tonga Affairs Office.",
            "Fiji and Tonga Affairs Office",
            "Tonga Affairs Office",
        ),
        ("They left the Herring and Cod Trade Board.", "Herring and Cod Trade Board", "Cod Trade Board"),
        (
            "They left the Herring and Tidal Analytics Research Board.",
            "Herring and Tidal Analytics Research Board",
            "Tidal Analytics Research Board",
        ),
        ("They left Peruvian and Tarvosk Airways.", "Tarvosk Airways", "Peruvian and Tarvosk Airways"),
        ("They left Vemla Soap and Tarvosk Steel.", "Tarvosk Steel", "Vemla Soap and Tarvosk Steel"),
        ("They left Tarvosk TV and Tarvosk Radio.", "Tarvosk TV", "Tarvosk TV and Tarvosk Radio"),
        (
            "They left the University of Lesk and Tarvosk Bank.",
            "Tarvosk Bank",
            "University of Lesk and Tarvosk Bank",
        ),
        # what a body is for may be a list, and so may what a firm deals in
        (
            "They left the Ministry of Soap, Fish and Boat Affairs.",
            "Ministry of Soap, Fish and Boat Affairs",
            "Ministry of Soap",
        ),
        (
            "They left the Faculty of Fish and Marine Boats.",
            "Faculty of Fish and Marine Boats",
            "Faculty of Fish",
        ),
        (
            "They left the Ministry of Soap, Olga Brandt and Lesk Bank.",
            "Ministry of Soap",
            "Ministry of Soap, Olga Brandt",
        ),
        (
            "They left the Ministry of Soap, Parliament and Congress.",
            "Ministry of Soap",
            "Ministry of Soap, Parliament",
        ),
        ("They paid Trans Vemla Oil and Gas Ltd.", "Trans Vemla Oil and Gas Ltd", "Gas Ltd"),
        ("They met Olga Brandt & Anna Ilmets.", "Anna Ilmets", "Olga Brandt & Anna Ilmets"),
        ("They met Olga & Brandt Ltd.", "Olga & Brandt Ltd", "Brandt Ltd"),
        # an office that a body is named after is its name, and no name ends in a small word
        ("They wrote to the Office of the Prime Minister.", "Office of the Prime Minister", "Office of the"),
        ("They wrote to the Office of the Prime Minister Olga Brandt.", "Olga Brandt", "Office of the"),
        # a firm of two common words is one, whoever's it is
        ("They met Fiji’s Tarvosk Iron and Steel Co on Monday.", "Tarvosk Iron and Steel Co", "Steel Co"),
        # a club is no town
        ("They said Tarvosk City are out of the cup.", "Tarvosk City", "Tarvosk"),
        ("They signed a man for Tarvosk FC on Monday.", "Tarvosk FC", "Tarvosk"),
    ],
)
def test_a_name_is_whole_and_not_two(text: str, named: str, other: str) -> None:
    found = kinds(names_in(text).actors)
    assert named in found
    assert other not in found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They saw the Tarvosk Sail match on Monday.", "Tarvosk Sail", None),
        ("They lost the VMLK award on Monday.", "VMLK", None),
        ("They lost the VMLK award on Monday. The VMLK said that it rained.", "VMLK", "organisation"),
        ("They came to the Kelp Group award on Monday.", "Kelp Group", "organisation"),
        ("They came to the Lima marathon on Monday.", "Lima", "city"),
        ("They saw the film Starling Troopers on Monday.", "Starling Troopers", None),
        ("They had the CorvaVak vaccine on Monday.", "CorvaVak", None),
        ("They met Olga Brandt (DC) on Monday.", "DC", None),
        ("They met Olga Brandt in DC on Monday.", "DC", "city"),
        ("They met the Lesk Ruler on Monday.", "Lesk Ruler", None),
        ("They had the stamp Protected B on it.", "Protected B", None),
        ("They had a song of Anna B on it.", "Anna B", "person"),
        ("They met at the Lesk Winter Olympic Games.", "Lesk Winter Olympic Games", None),
        ("They paid SR4.5 billion and Dhs20 on Monday.", "SR4", None),
        ("They left S. Korea on Monday.", "S. Korea", "country"),
        ("It told of a plan of the White House for Peru.", "White House", "government_body"),
        ("They sailed against TRV B on Monday.", "TRV B", None),
        ("They sailed in the Central Harbour District.", "Central Harbour District", "place"),
        ("They sailed in the Tarvosk District.", "Tarvosk District", "province"),
        ("They met in Tarvosk City, and it is wet.", "Tarvosk City", "place"),
        ("Lesk and Tarvosk City are wet.", "Tarvosk City", "place"),
    ],
)
def test_what_only_tells_which_one_is_meant_is_nobody(text: str, name: str, kind: str | None) -> None:
    names = names_in(text)
    assert kinds((*names.actors, *names.places)).get(name) == kind
