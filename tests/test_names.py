"""Names in made-up sentences: who and where they name, and which words are no names."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.findings import NameFinding
from dossier.reading.names.mentions import Names
from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article


def names_in(text: str) -> Names:
    return extract_names(read_article(text, id="made-up", title=""))


def kinds(findings: tuple[NameFinding, ...]) -> dict[str, str]:
    return {finding.name: finding.kind for finding in findings}


def actor(text: str, name: str) -> NameFinding:
    names = names_in(text)
    return next(finding for finding in (*names.actors, *names.places) if finding.name == name)


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


def test_no_office_reaches_back_into_the_paragraph_before() -> None:
    text = "He left in his old Bentley.\n\nCity Attorney spokeswoman Olga Brandt called it late."
    assert [role.title for role in actor(text, "Olga Brandt").roles] == ["City Attorney spokeswoman"]


def test_what_an_office_is_over_is_none() -> None:
    found = actor("It was Undersecretary for Education Mr. Brandt who left.", "Brandt")
    assert [role.title for role in found.roles] == ["Undersecretary for Education"]
    found = actor("It was Assistant Undersecretary for Education Mr. Brandt who left.", "Brandt")
    assert [role.title for role in found.roles] == ["Assistant Undersecretary for Education"]


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


@pytest.mark.parametrize(
    ("title", "verb"),
    [("Mayor", "said the bridge was closed"), ("Bishop", "said it"), ("Mayor", "opened the market")],
)
def test_what_somebody_is_mayor_of_is_nobody(title: str, verb: str) -> None:
    found = names_in(f"{title} Ana Novak of Osterby {verb}.")
    assert [name.name for name in found.actors] == ["Ana Novak"]
    assert [name.name for name in found.places] == ["Osterby"]


def test_country_a_name_is_tied_to_by_the_text() -> None:
    assert actor("The Iran-based Harvest Brigade met.", "Harvest Brigade").country == "Iran"
    assert actor("Peru’s central bank met.", "Peru’s central bank").country == "Peru"


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


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Kenyan rebels attacked a bus on Monday.", "Kenyan rebels"),
        ("Kenyan gunmen attacked a bus on Monday.", "Kenyan gunmen"),
        ("Kenyan armed groups attacked a bus on Monday.", "Kenyan armed groups"),
        ("Kenyan groups attacked a bus on Monday.", None),
        ("Kenyan forces attacked a bus on Monday.", None),
        ("Kenyan factions met on Monday.", None),
        # behind a name of its own, which no town and no sport's league has
        ("Boko Sarn fighters met on Monday.", "Boko Sarn"),
        ("Boko Sarn rebels met on Monday.", "Boko Sarn"),
        ("Nairobi fighters met on Monday.", None),
        ("Nairobi rebels met on Monday.", None),
        ("UFL fighters met on Monday.", None),
    ],
)
def test_a_group_is_an_armed_one_by_a_word_that_says_so(text: str, group: str | None) -> None:
    found = {name for name, kind in kinds(names_in(text).actors).items() if kind == "armed_group"}
    assert found == ({group} if group else set())


@pytest.mark.parametrize(
    ("named", "group"),
    [
        ("Tenant Rights groups, fighters and police", None),
        ("The Red Dawn group", "Red Dawn"),
        ("The Red Dawn armed groups", "Red Dawn"),
        ("The Red Dawn militants", "Red Dawn"),
    ],
)
def test_what_groups_deal_with_is_no_armed_group(named: str, group: str | None) -> None:
    text = f"{named} said so. Four people were killed in an attack by rebels. Shelling and clashes went on."
    found = {name for name, kind in kinds(names_in(text).actors).items() if kind == "armed_group"}
    assert found == ({group} if group else set())


@pytest.mark.parametrize("word", ["Mass", "Relief", "Tenant Rights"])
def test_common_words_before_groups_are_nobody_and_nowhere(word: str) -> None:
    names = names_in(f"Four people were killed in an attack by rebels. {word} groups demanded an inquiry.")
    assert (names.actors, names.places) == ((), ())


def test_a_mention_ends_with_its_last_letter() -> None:
    names = names_in("Olga Brandt’s letter was read.")
    assert [at for at in range(20) if names.at(at) is not None] == list(range(len("Olga Brandt")))


def test_all_of_a_people_are_that_people() -> None:
    assert kinds(names_in("All Kenyans may vote on Monday, a clerk said.").actors) == {
        "All Kenyans": "people"
    }


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Peru government met. The Peruvian government left.", "Peru government", "Peruvian government"),
        ("The UK government met. The British government left.", "UK government", "British government"),
    ],
)
def test_a_body_is_called_as_it_is_first_and_a_country_in_full(text: str, name: str, alias: str) -> None:
    assert [each.text for each in actor(text, name).aliases] == [alias]
    assert [e.text for e in actor("The UK left. The United Kingdom came.", "United Kingdom").aliases] == [
        "UK"
    ]
    assert actor("OLGA BRANDT left. Olga Brandt came.", "Olga Brandt").aliases == ()


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


def test_under_secretary_is_no_secretary() -> None:
    text = "We met Interior Under Secretary Olga Brandt there."
    assert [role.title for role in actor(text, "Olga Brandt").roles] == ["Interior Under Secretary"]


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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Star of Varn was carrying 140 passengers. The Star of Varn was late.", "Star of Varn", None),
        ("The Star of Varn was carrying a motion to the vote.", "Star of Varn", "organisation"),
        ("Nobody died when the Lady Anna sank off Lesk. The Lady Anna was new.", "Anna", None),
        ("Guards met Lady Anna in Lesk. Anna was new.", "Anna", "person"),
        ("The MV Northern Star sank off Lesk. The Northern Star carried oil.", "Northern Star", None),
        ("The Northern Star won. The Northern Star said so.", "Northern Star", "organisation"),
        ("The European Union and Norway met. The European Union said so.", "European Union", "organisation"),
        ("The trawler Star of Varn was late. The Star of Varn has a crew.", "Star of Varn", None),
        (
            "They fined the ferry’s owner, Blue Line, on Monday. Blue Line is old.",
            "Blue Line",
            "organisation",
        ),
        ("They fined the ferry’s owner, Olga Brandt, on Monday.", "Olga Brandt", "person"),
    ],
)
def test_vessels_are_nobody_and_who_owns_them_is_a_body(text: str, name: str, kind: str | None) -> None:
    found = kinds(names_in(text).actors)
    assert found.get(name) == kind


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


def test_a_place_in_which_others_speak_is_nobody() -> None:
    found = names_in("Police in Lesk said it rained. Nobody in Lesk was hurt.")
    assert "Lesk" not in kinds(found.actors)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Upper Vurul passed a bill on Monday. The Upper Vurul sits in May.",
            "Upper Vurul",
            "organisation",
        ),
        ("Deputies of the Velm Ozar voted on Monday.", "Velm Ozar", "organisation"),
        ("Rescuers reached Mala Reka on Monday, a village in the north.", "Mala Reka", "place"),
        ("Rescuers reached Mala Reka on Monday, a nurse in the north.", "Mala Reka", "person"),
    ],
)
def test_a_parliament_makes_laws_and_a_village_is_called_one(text: str, name: str, kind: str) -> None:
    names = names_in(text)
    assert kinds((*names.actors, *names.places)).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Speaker of the Upper Vurul G. Zanda met the envoy on Monday.",
        "The Upper Vurul passed a hill on Monday.",
        "Fans of the Upper Vurul met on Monday.",
    ],
)
def test_no_parliament_by_less(text: str) -> None:
    names = names_in(text)
    assert "organisation" not in kinds((*names.actors, *names.places)).values()


def test_a_text_that_opens_with_a_comma_holds_no_office() -> None:
    names = names_in(", Olga the Olga")
    assert [actor.roles for actor in names.actors if actor.roles] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OAO Brandtneft and AB Volmanda signed it.",
            {"OAO Brandtneft": "organisation", "AB Volmanda": "organisation"},
        ),
        ("PT Sinarvo Daya will sue.", {"PT Sinarvo Daya": "organisation"}),
        ("AB Miller was late, her sister said.", {"AB Miller": "person"}),
        # the plural of an office behind another
        ("Three Minister Counsellors left. Minister Counsellors said so.", {}),
        ("Minister Brandt left. Minister Brandt said so.", {"Brandt": "person"}),
        # the end of a name in another language
        ("RV en Español said so.", {}),
        ("Mr Brandt said so.", {"Brandt": "person"}),
    ],
)
def test_forms_of_companies_and_offices_are_nobody_s_name(text: str, expected: dict[str, str]) -> None:
    names = names_in(text)
    assert kinds((*names.actors, *names.places)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Under a deal of Sunday, the Northern Front will free 40 hostages by May.", "organisation"),
        ("They were sent to the Northern Front.", "place"),
        ("They met on the Northern Coast.", "place"),
    ],
)
def test_a_front_that_acts_is_no_place(text: str, kind: str) -> None:
    names = names_in(text)
    assert set(kinds((*names.actors, *names.places)).values()) <= {kind}


def test_a_company_behind_an_owners_and_is_another() -> None:
    found = kinds(names_in("The suit names Tarvo Foods Inc, Pilger's Pride and Brandt Farms Inc.").actors)
    assert "Pride and Brandt Farms Inc" not in found
    assert found["Brandt Farms Inc"] == "organisation"
    found = kinds(names_in("Norland's Trade and Fishing Ministry paid.").actors)
    assert "Trade and Fishing Ministry" in " ".join(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A group calling itself the Red Dawn burned a mill.", {"Red Dawn": "organisation"}),
        ("A gang known as the Red Scarves robbed a bank.", {"Red Scarves": "organisation"}),
        ("A little-known group, the Red Herons, burned a mill.", {"Red Herons": "organisation"}),
        ("A charity called Varda feeds the poor.", {"Varda": "organisation"}),
        ("The group called Olga Brandt a liar.", {"Olga Brandt": "person"}),
        ("The party named Olga Brandt its leader.", {"Olga Brandt": "person"}),
        ("The company, the Mayor said, was late.", {}),
    ],
)
def test_what_a_group_calls_itself_is_its_name(text: str, expected: dict[str, str]) -> None:
    names = names_in(text)
    assert kinds((*names.actors, *names.places)) == expected


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


def test_in_arms_a_body_by_its_words_is_no_place_on_weak_evidence() -> None:
    text = (
        "Gunmen attacked with rockets and mortars and killed five at the invitation of the "
        "Government of Peru to defeat rebel remnants, it said."
    )
    assert kinds(names_in(text).places).get("Government of Peru") is None
    assert kinds(names_in(text).actors)["Government of Peru"] == "organisation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Coast Court of the Republic of Ostmark sat. The Coast Court ruled.",
            ["Coast Court of the Republic of Ostmark"],
        ),
        ("The National Assembly of Ostmark met. The Assembly voted.", ["National Assembly of Ostmark"]),
        ("The Norwegian Tarn Party won. The Tarn Party said so.", ["Norwegian Tarn Party"]),
        ("Osterby Local Court heard it. Osterby Court will rule.", ["Osterby Local Court"]),
        (
            "The Sea Court, known formally as the Court of the Open Sea, ruled. The Sea Court is old.",
            ["Court of the Open Sea"],
        ),
        # two of one sort, either of which may be meant
        (
            "Osterby Local Court heard it. Osterby District Court agreed. Osterby Court will rule.",
            ["Osterby Local Court", "Osterby District Court", "Osterby Court"],
        ),
        (
            "The Coast Court of Norway ruled. The Coast Court of Denmark did not. The Coast Court is old.",
            ["Coast Court of Norway", "Coast Court of Denmark", "Coast Court"],
        ),
        ("The Norwegian Tarn Party won. The Danish Tarn Party lost. The Tarn Party met.", 3),
        # somebody else's, another of its kind, a noun that many are called by
        ("The Coast Court of Norway ruled. Denmark’s Coast Court did not.", 2),
        (
            "They crossed the Norwegian Tarn Desert. The Tarn Desert is wide.",
            ["Norwegian Tarn Desert", "Tarn Desert"],
        ),
        ("The Coast Court of Norway ruled. Every Coast Court must.", 2),
        ("The Coast Court of Appeal ruled. The Coast Court did not.", 2),
        ("Tarn Bridge fell. The Old Tarn Bridge stood.", ["Tarn Bridge", "Old Tarn Bridge"]),
        ("The Sunday Times wrote so. The Times wrote otherwise.", None),
        ("The Sea Court, as formally asked of the Tarn Court, ruled.", ["Sea Court", "Tarn Court"]),
        ("The Sea Court, known as strict as the Tarn Court, ruled.", ["Sea Court", "Tarn Court"]),
        ("The European World Court sat. The World Court ruled.", 2),
    ],
)
def test_a_body_that_an_article_names_at_length_and_shortly_is_one(
    text: str, expected: list[str] | int | None
) -> None:
    names = names_in(text)
    found = [each.name for each in (*names.actors, *names.places) if " " in each.name]
    if isinstance(expected, list):
        assert found == expected
    elif expected:
        words = ("Court", "Party")
        assert len([name for name in found if any(word in name for word in words)]) == expected
    else:
        assert "Times" not in [a.text for each in names.actors for a in each.aliases]
