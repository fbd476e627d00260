"""Names of groups, companies and other bodies in made-up sentences."""

from __future__ import annotations

import pytest

from told_names import actor, kinds, names_in


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
