"""Who is who across articles: what joins two names, what does not, what is asked and what was decided."""

from collections import Counter

import pytest

from dossier.assembly.across.forms import (
    body_key,
    initials,
    is_common,
    person_tokens,
    sounds,
    state_name,
    title_key,
)
from dossier.assembly.across.likeness import fitting
from dossier.assembly.across.profiles import _telling, states_told
from dossier.errors import DossierError
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from stories import bearers, dossier_of


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Ada Berg", "Ada Maria Berg", True),
        ("Ada M. Berg", "Ada Maria Berg", True),
        ("Ada Nora M. Berg", "Ada Nora Maria Berg", True),
        ("Ada Nora M. Berg", "Ada Lena Maria Berg", False),
        ("A. Berg", "Ada Berg", True),
        ("Yusuf Karimi", "Yousef Karimi", True),
        ("Mohammed Daoud", "Muhammad Daoud", True),
        ("Ada Berg", "Ida Berg", False),
        ("Ada N. Berg", "Ada Maria Berg", False),
        ("Ada Nora Berg", "Ada Maria Berg", False),
        ("A. Berg", "B. Berg", False),
        ("Ada Berg", "Ada Borg", False),
        ("Karim Yusufi", "Yusuf Karimi", False),
        ("Dan Moor", "Dana Moor", False),
    ],
)
def test_full_names_fit_or_not(one, other, fits):
    assert bool(fitting(person_tokens(one), person_tokens(other))) is fits


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Islamic Republic of Iran", "Iran"),
        ("Kingdom of Norway", "Norway"),
        ("the Republic of Fiji", "Fiji"),
        ("Iran", "Iran"),
        ("Republic of China", None),
        ("Republic of Korea", "South Korea"),
        ("Bank of Norway", None),
        ("Kingdom of Alma", None),
    ],
)
def test_an_official_name_is_its_states(name, state):
    assert state_name(name) == state


def test_a_body_is_its_words_in_any_order_without_its_legal_form():
    assert body_key("Department of Labour") == body_key("Labor Department")
    assert body_key("Orrin Boats Ltd.") == body_key("Orrin Boats")
    assert body_key("Orrin Boats") != body_key("Orrin Trains")
    assert initials("U.S. Geological Survey") == "usgs"
    assert sounds(("jaish", "al", "adl")) == sounds(("jaysh", "ul", "adl"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("CEO", "Chief Executive Officer", True), ("Premier", "prime minister", True), ("CEO", "CFO", False)],
)
def test_a_title_is_its_short_form(one, other, same):
    assert (title_key(one) == title_key(other)) is same


def joined(*texts, **authorities):
    return dossier_of(*((f"a{n}", text) for n, text in enumerate(texts)), **authorities)


def test_two_namesakes_are_two_pages_and_a_question():
    dossier = joined(
        "Fishing boats stayed in Keswick on Monday. “Bread is dear,” said John Smith, a baker.",
        "A court in Melbourne sentenced John Smith to life for murder on Friday.",
    )
    assert bearers(dossier, "John Smith") == [["a0"], ["a1"]]
    (doubt,) = dossier.doubts
    assert set(doubt.records) == {"john-smith", "john-smith-2"}
    assert doubt.because == ("the same full name",)
    assert [id.split(":")[0] for id in doubt.passages] == ["a0", "a1"]


def test_many_namesakes_are_asked_about_a_few_at_a_time():
    towns = ("Keswick", "Melbourne", "Osterby", "Wexcombe", "Suva", "Oslo", "Tunis", "Lima", "Accra", "Riga")
    dossier = joined(*(f"A dog bit John Smith in {town} on Monday. It rained." for town in towns))
    asked = Counter(id for doubt in dossier.doubts for id in doubt.records)
    assert len(bearers(dossier, "John Smith")) == len(asked) == len(towns)
    assert min(asked.values()) >= 5, "of each the likeliest"
    assert len(dossier.doubts) <= 5 * len(towns)
    assert len(dossier.doubts) < len(towns) * (len(towns) - 1) / 2, "not of each two"


def test_the_same_office_joins_and_says_so():
    dossier = joined(
        "President Mere Tavola of Fiji opened talks in Suva on Monday.",
        "Fijian President Mere Tavola flew to Oslo on Friday.",
    )
    assert bearers(dossier, "Mere Tavola") == [["a0", "a1"]]
    (person,) = (actor for actor in dossier.actors if actor.id == "mere-tavola")
    (join,) = person.joined
    assert join.articles == ("a0", "a1")
    assert join.because[:2] == ("the same full name", "the same office, president of Fiji")
    assert not join.decided
    assert dossier.doubts == ()


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (
            "Reed Company CEO Ada Lind spoke on Monday. The Reed Company builds ferries.",
            "“It is late,” said Ada Lind, chief executive of the Reed Company.",
            "the same office, chief executive of Reed Company",
        ),
        (
            "Reed Company CEO Ada Lind spoke on Monday. The Reed Company builds ferries.",
            "The Reed Company builds ferries. “It is late,” said the company's chief executive, Ada Lind.",
            "the same title, chief executive, where Reed Company is named",
        ),
        (
            "President Mere Tavola of Fiji opened talks in Suva on Monday.",
            "Mere Tavola, the president of Fiji, flew to Oslo on Friday.",
            "the same office, president of Fiji",
        ),
        (
            "Fiji's minister of fisheries, Mere Tavola, opened talks on Monday.",
            "Fijian Fisheries Minister Mere Tavola flew to Oslo on Friday.",
            "the same office, fisheries minister of Fiji",
        ),
    ],
)
def test_an_office_is_one_however_it_is_told(one, other, because):
    dossier = joined(one, other)
    (person,) = (actor for actor in dossier.actors if actor.kind.value == "person" and actor.joined)
    assert because in person.joined[0].because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Reed Company CEO Ada Lind spoke on Monday. The Reed Company builds ferries.",
            "Velm Company CEO Ada Lind spoke on Friday. The Velm Company is as old as the Reed Company.",
        ),
        (
            "“It is late,” said Ada Lind, a chief executive from Keswick.",
            "“It rains,” said Ada Lind, a chief executive from Osterby.",
        ),
    ],
)
def test_a_title_that_many_bear_joins_nobody(one, other):
    assert bearers(joined(one, other), "Ada Lind") == [["a0"], ["a1"]]


def test_different_states_are_never_joined_by_a_name():
    dossier = joined(
        "President Mere Tavola of Fiji opened talks with Ada Berg on Monday.",
        "President Mere Tavola of Tonga opened talks with Ada Berg on Friday.",
    )
    assert len(bearers(dossier, "Mere Tavola")) == 2


def test_a_bare_surname_is_nobodys_in_another_article():
    dossier = joined(
        "Ada Berg met Emil Sander in Keswick on Monday. “We agree,” said Sander.",
        "Ada Berg met Mr Sander in Keswick on Friday.",
    )
    assert bearers(dossier, "Sander") == [["a0"], ["a1"]]


def test_a_state_is_one_under_its_official_name_and_as_a_place():
    dossier = joined(
        "The Islamic Republic of Iran denied it on Monday.",
        "Iran was angry. Iran blamed Norway for the raid.",
        "A ferry sank in Iran on Friday.",
    )
    assert bearers(dossier, "Iran") == [["a0", "a1", "a2"]]
    assert "islamic-republic-of-iran" not in {record.id for record in dossier.records()}


def test_a_body_is_one_under_its_initials_where_both_are_told_with_the_same():
    dossier = joined(
        "The Reed Workers Front (RWF) denied the raid. Ada Berg blamed the Front.",
        "Ada Berg blamed the RWF for the raid on Friday. The RWF denied it.",
    )
    assert bearers(dossier, "RWF") == [["a0", "a1"]]


def test_two_bodies_of_the_same_initials_are_two():
    dossier = joined(
        "The Reed Workers Front (RWF) denied the raid. Ada Berg blamed the RWF.",
        "The Rice Weighers Forum denied the raid on Friday. Ada Berg blamed the Rice Weighers Forum.",
    )
    assert bearers(dossier, "Reed Workers Front") == [["a0"]]
    assert bearers(dossier, "Rice Weighers Forum") == [["a1"]]


@pytest.mark.parametrize(("land", "one"), [("Norway", True), ("Fiji", False)])
def test_few_letters_are_one_body_where_something_else_is_named_with_both(land, one):
    dossier = joined(
        "The RWF denied the raid on Norway. The RWF left.",
        f"The RWF denied the raid on {land} on Friday. The RWF left.",
    )
    assert bearers(dossier, "RWF") == ([["a0", "a1"]] if one else [["a0"], ["a1"]])


def test_a_ministry_of_two_states_is_two():
    dossier = joined(
        "Norway’s Foreign Ministry denied it on Monday.",
        "Fiji’s Foreign Ministry denied it on Monday.",
    )
    ministries = [a for a in dossier.actors if "inistry" in a.name.value]
    assert sorted([*{m.split(":")[0] for m in a.mentions}] for a in ministries) == [["a0"], ["a1"]]


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("Ministry of Agriculture and Livestock", True),
        ("National Assembly", True),
        ("Sheriff’s Office", True),
        ("Anti-Corruption Bureau", True),
        ("Embassy of Fiji", True),
        ("Suva Fire Department", False),
        ("Norwegian Ministry of Tourism", False),
        ("World Health Organization", False),
        ("Federal Reserve", False),
        ("Reed League", False),
        ("Sunday Times", True),
        ("Evening News", True),
        ("Harbour Times", False),
        ("Xinhua News Agency", False),
        ("World Bank", False),
    ],
)
def test_a_body_of_any_state_is_one_of_many(name, many):
    assert is_common(body_key(name)) is many


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (
            "It rained in Fiji on Monday. The Ministry of Fisheries said that boats had stayed in Suva.",
            "It rained in Norway on Friday. The Ministry of Fisheries said that boats had stayed in Oslo.",
            "Ministry of Fisheries",
        ),
        (
            "OSLO, Norway – The Embassy of Fiji said that it would close on Monday.",
            "TUNIS, Tunisia – The Embassy of Fiji said that it would close on Friday.",
            "Embassy of Fiji",
        ),
    ],
)
def test_a_body_of_any_state_is_one_alone_for_its_state(one, other, name):
    dossier = joined(one, other)
    assert bearers(dossier, name) == [["a0"], ["a1"]]
    assert dossier.doubts == ()


def test_where_several_states_are_named_a_person_ties_no_ministry_to_another():
    one = "Ada Lind of Norway spoke to Fiji on Monday. The Foreign Ministry denied the report."
    other = "Ada Lind flew from Norway to Tonga on Friday. The Foreign Ministry denied the report."
    dossier = joined(one, other)
    assert bearers(dossier, "Foreign Ministry") == [["a0"], ["a1"]]
    assert {"both are named with Ada Lind"} <= {why for doubt in dossier.doubts for why in doubt.because}


def test_a_ministry_is_one_where_no_other_state_is_named():
    dossier = joined(
        "It rained in Fiji on Monday. The Ministry of Fisheries said that boats had stayed in Suva.",
        "It rained in Fiji on Friday. The Ministry of Fisheries said that boats had sailed.",
    )
    assert bearers(dossier, "Ministry of Fisheries") == [["a0", "a1"]]


def test_who_reports_the_news_joins_nobody():
    dossier = joined(
        "Ada Lind left on Monday, the news agency Reuters reported. She wrote so on Twitter.",
        "Ada Lind sang on Friday, the news agency Reuters reported. She wrote so on Twitter.",
    )
    assert bearers(dossier, "Ada Lind") == [["a0"], ["a1"]]


BAKER = (
    "Fishing boats stayed in Keswick on Monday. “Bread is dear,” said John Smith, a baker.",
    "A court in Melbourne sentenced John Smith to life for murder on Friday.",
)
BETWEEN = [
    {"article": "a0", "words": "John Smith, a baker"},
    {"article": "a1", "words": "sentenced John Smith"},
]


def test_what_an_editor_decided_holds_and_is_not_asked_again():
    same = joined(*BAKER, same=[{"between": BETWEEN}])
    assert bearers(same, "John Smith") == [["a0", "a1"]]
    (person,) = (actor for actor in same.actors if actor.joined)
    assert person.joined[0].decided
    assert same.doubts == ()
    different = joined(*BAKER, different=[{"between": BETWEEN}])
    assert bearers(different, "John Smith") == [["a0"], ["a1"]]
    assert different.doubts == ()


def test_a_decision_parts_what_would_be_sure():
    texts = (
        "President Mere Tavola of Fiji spoke on Monday.",
        "President Mere Tavola of Fiji left on Friday.",
    )
    between = [{"article": "a0", "words": "Mere Tavola"}, {"article": "a1", "words": "Mere Tavola"}]
    assert len(bearers(joined(*texts), "Mere Tavola")) == 1
    assert len(bearers(joined(*texts, different=[{"between": between}]), "Mere Tavola")) == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Jane Smith", "“Jane Smith” tells of nothing in a1"),
        ("to life", "“to life” tells of nothing that was found in a1"),
    ],
)
def test_a_decision_about_other_words_is_an_error_with_its_place(words, found):
    between = [BETWEEN[0], {"article": "a1", "words": words}]
    with pytest.raises(DossierError) as caught:
        joined(*BAKER, same=[{"between": between}])
    (problem,) = caught.value.problems
    assert (problem.where, problem.found) == ("same[0].between[1]", found)


def test_a_decision_both_ways_is_an_error():
    with pytest.raises(DossierError, match="said to be one and to be two"):
        joined(*BAKER, same=[{"between": BETWEEN}], different=[{"between": BETWEEN}])


def test_a_decision_about_an_article_that_is_not_there_waits():
    between = [BETWEEN[0], {"article": "a9", "words": "John Smith"}]
    assert len(joined(*BAKER, same=[{"between": between}]).doubts) == 1


def test_a_city_in_capitals_is_no_acronym():
    capitals = "NAIROBI/LAGOS, (Post) - Ada Lind met Otto Brandt on Friday.\n\nThe LESTRA was there."
    small = "Ada Lind spoke in Nairobi on Friday."
    made = dossier_of(("a", capitals, "Post", "2024-05-04"), ("b", small, "Echo", "2024-05-05"))
    assert [place.name.value for place in made.places if place.name.value.lower() == "nairobi"] == ["Nairobi"]
    alone = dossier_of(("a", capitals, "Post", "2024-05-04"))
    assert "NAIROBI" not in [place.name.value for place in alone.places]


def test_a_body_of_a_plural_is_one_of_the_singular_and_a_short_word_has_no_plural():
    assert body_key("Trades Union") == body_key("Union of Trade")
    assert body_key("Mars Board") != body_key("Mar Board")
    assert body_key("Press Board") != body_key("Pres Board")
    assert body_key("Tarvex Corp") != body_key("Tarvexs")


def test_what_two_are_named_with_is_told_as_the_articles_spell_it():
    dossier = joined(
        "The Union of Reed Cutters met Ada Lind, a baker. Zoë Ek met Ada Lind.",
        "Ada Lind, a baker, left the Union of Reed Cutters. Zoë Ek left, too.",
    )
    told = {reason for actor in dossier.actors for join in actor.joined for reason in join.because}
    told |= {reason for doubt in dossier.doubts for reason in doubt.because}
    assert {"both are named with Union of Reed Cutters", "both are named with Zoë Ek"} <= told


def test_a_state_that_is_a_place_too_is_joined_once_and_told_so_once():
    dossier = joined("Fiji and Tonga signed a treaty in Suva on Monday.", "It rained in Fiji. Fiji left.")
    for actor in dossier.actors:
        assert len(set(actor.joined)) == len(actor.joined)
    assert any(actor.id == "fiji" and actor.joined for actor in dossier.actors)


def test_the_land_of_a_place_is_cited_where_it_stands():
    dossier = joined(
        "Two sides signed a treaty in Suva on Monday.", "SUVA, Fiji – Fiji accused Tonga of a theft in Suva."
    )
    (suva,) = (place for place in dossier.places if place.id == "suva")
    (cited,) = suva.country.evidence
    assert [each.exact for each in dossier.evidence if each.id == cited] == ["SUVA, Fiji"]
    elsewhere = joined("Fiji accused Tonga of a theft that took place in Suva on Monday.")
    (suva,) = (place for place in elsewhere.places if place.id == "suva")
    assert suva.country.read_by == "register:GeoNames"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fijian President Ana Lume left Lesk.", "Fijian"),
        ("Fijian Water Minister Ana Lume left Lesk.", "Fijian"),
        ("President Ana Lume of Fiji left Lesk.", " of Fiji"),
        ("Fijian guards met President Ana Lume in Lesk.", None),  # too far before her title
        ("Fijian\nPresident Ana Lume left Lesk.", None),  # on another line
    ],
)
def test_which_state_a_title_or_what_stands_behind_a_name_tells(text, words):
    article = read_article(text, id="a")
    (lume,) = (actor for actor in extract_findings(article).actors if actor.name == "Ana Lume")
    told = [(article.text.slice(span), state) for span, state in states_told(article, lume)]
    assert told == ([(words, "Fiji")] if words else [])


@pytest.mark.parametrize(
    ("kind", "form", "tells"),
    [
        ("person", "Ada Berg", True),
        ("person", "Berg", False),
        ("body", "Reed League", True),
        ("body", "Ministry of Defence", False),
        ("place", "Keswick", True),
    ],
)
def test_which_other_form_of_a_name_says_enough_to_be_compared(kind, form, tells):
    assert bool(list(_telling(kind, [form]))) is tells
