"""What ties two names, as an article states it: each form, and what must tie nothing."""

import pytest

from dossier.assembly.gating import gated
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from stories import dossier_of, source

TIED = [
    ("Ana Lume, a close ally of President Bo Tarr, said the port would open.", "Ana Lume ally_of Bo Tarr"),
    ("Fiji’s port minister, Ana Lume, an ally of Bo Tarr, left.", "Ana Lume ally_of Bo Tarr"),
    ("Ana Lume, who is an ally of Bo Tarr, left.", "Ana Lume ally_of Bo Tarr"),
    ("Ana Lume left on Monday. She is an ally of Bo Tarr.", "Ana Lume ally_of Bo Tarr"),
    ("Fiji and Tonga are allies.", "Fiji ally_of Tonga"),
    ("Fiji sent ships to its neighbour Tonga.", "Tonga neighbour_of Fiji"),
    ("Fiji, a Reef League member, voted no.", "Fiji member_of Reef League"),
    (
        "Reef League members Fiji and Tonga voted no.",
        "Fiji member_of Reef League",
        "Tonga member_of Reef League",
    ),
    (
        "Fiji and Tonga are members of the Reef League.",
        "Fiji member_of Reef League",
        "Tonga member_of Reef League",
    ),
    ("Ana Lume, the eldest daughter of Bo Tarr, rows for the Kelp Group.", "Ana Lume child_of Bo Tarr"),
    ("Ana Lume, Bo Tarr’s eldest daughter, rows for the Kelp Group.", "Ana Lume child_of Bo Tarr"),
    ("Bo Tarr and his wife Ana Lume left on Monday.", "Ana Lume spouse_of Bo Tarr"),
    ("Bo Tarr’s brother, Dan Tarr, left on Monday.", "Dan Tarr sibling_of Bo Tarr"),
    ("Ana Lume, mother of Bo Tarr, left.", "Ana Lume parent_of Bo Tarr"),
    ("Reef Watch, a research group based in Suva, said the rains were late.", "Reef Watch based_in Suva"),
    (
        "Suva is wet. The Suva-based Reef Watch Institute said the rains were late.",
        "Reef Watch Institute based_in Suva",
    ),
    ("Tonga voted no. The Tonga-backed Kelp Front seized the port.", "Tonga supports Kelp Front"),
    ("The Kelp Front, which is backed by Tonga, seized the port.", "Tonga supports Kelp Front"),
    ("Fiji, which supports the Kelp Front, sent ships.", "Fiji supports Kelp Front"),
    (
        "Ana Lume leads the Coral Party, which opposes the Kelp Front.",
        "Ana Lume leads Coral Party",
        "Coral Party opposes Kelp Front",
    ),
    ("The Coral Party, led by Ana Lume, won nine seats.", "Ana Lume leads Coral Party"),
    ("Bo Tarr, who heads the Coral Party, met Ana Lume.", "Bo Tarr leads Coral Party"),
    ("The Kelp Group, which is run by Ana Lume, makes boats.", "Ana Lume leads Kelp Group"),
    ("Dan Holt, a close associate of Bo Tarr, left.", "Dan Holt associate_of Bo Tarr"),
    ("Dan Holt is a friend of Bo Tarr.", "Dan Holt associate_of Bo Tarr"),
    ("Dan Holt, a relative of Bo Tarr, left.", "Dan Holt relative_of Bo Tarr"),
    ("The Coral Party, allied with the Reef Movement, won nine seats.", "Coral Party ally_of Reef Movement"),
    ("It was paid by Better Days PAC, a super PAC allied with Ana Lume.", "Better Days PAC ally_of Ana Lume"),
    ("Kelp Bank, a unit of Reef Holdings, cut its rates.", "Kelp Bank part_of Reef Holdings"),
    ("Reef Holdings unit Kelp Bank cut its rates.", "Kelp Bank part_of Reef Holdings"),
    ("Reef Holdings owns Kelp Bank.", "Reef Holdings owns Kelp Bank"),
    ("Ana Lume, a lawyer for Bo Tarr, said he was well.", "Ana Lume represents Bo Tarr"),
    ("Bo Tarr left. His lawyer, Ana Lume, said he was well.", "Ana Lume represents Bo Tarr"),
    ("Suva, the capital of Fiji, is wet.", "Suva located_in Fiji"),
    ("Suva is Fiji’s capital.", "Suva located_in Fiji"),
    ("They met in Kelpwick, a suburb of Suva.", "Kelpwick located_in Suva"),
    ("Ana Lume, an ally turned foe of Bo Tarr, left.", "Ana Lume rival_of Bo Tarr"),
    ("Bo Tarr’s son, Dan Tarr, and the chief, Ken Holt, were held.", "Dan Tarr child_of Bo Tarr"),
    ("Dan Holt, a rival of Bo Tarr, left.", "Dan Holt rival_of Bo Tarr"),
    ("Dan Holt and Ana Lume, a daughter of Bo Tarr, left.", "Ana Lume child_of Bo Tarr"),
]
UNTIED = [
    "Ana Lume, a former ally of Bo Tarr, left.",
    "Ana Lume, once an ally of Bo Tarr, left.",
    "Ana Lume was an ally of Bo Tarr.",
    "Ana Lume is no ally of Bo Tarr.",
    "Ana Lume is no longer an ally of Bo Tarr.",
    "Ana Lume could be an ally of Bo Tarr.",
    "Ana Lume wants to be an ally of Bo Tarr.",
    "Ana Lume, an alleged ally of Bo Tarr, left.",
    "“Ana Lume is an ally of Bo Tarr,” Dan Holt said.",
    "Ana Lume, an ally of Bo Tarr or Dan Holt, left.",
    "Bo Tarr’s father-in-law, Dan Holt, left.",
    "Ana Lume met Bo Tarr and his brother Dan Holt.",
    "Dan Holt told Bo Tarr that his brother Ken Holt had left.",
    "Ana Lume’s husband, who is Bo Tarr’s brother, left.",
    "Fiji does not support the Kelp Front.",
    "Bo Tarr left with Dan Holt. His lawyer, Ana Lume, said he was well.",
    "Suva, the former capital of Fiji, is wet.",
    "Fiji supported the Kelp Front in 1990.",
    "Fiji may support the Kelp Front.",
    "Fiji will support the Kelp Front.",
    "If Fiji supports the Kelp Front, Tonga will leave.",
    "The Kelp Front was once backed by Tonga.",
    "Reef Holdings partly owns Kelp Bank.",
    "Coral Bank board member Ana Lume left.",
    "On the day of the Kelp Movement, a Reef League unit burned the mill.",
    "Fiji, a future Reef League member, voted no.",
    "The Coral Party, once led by Ana Lume, won nine seats.",
    "The Coral Party was led by Ana Lume.",
    "The Coral Party, led by Ana Lume’s brother, won nine seats.",
    "Ana Lume leads Bo Tarr in the polls.",
    "Protests led by Ana Lume shut the port.",
    "Dan Holt was a friend of Bo Tarr.",
    "Dan Holt, an associate of the port, left.",
    "Spokesman Bo Tarr said Holt was ill. His wife, Ana Holt, was there.",
    "Ana Lume is an ally of Ana Lume.",
]


def told(text):
    article = read_article(text, id="made-up", title="A headline")
    found = gated(article, extract_findings(article)).findings.relations
    return [f"{each.subject} {each.predicate} {each.object}" for each in found]


@pytest.mark.parametrize(("text", "ties"), [(text, ties) for text, *ties in TIED])
def test_a_tie_is_told_where_the_words_state_it(text, ties):
    assert told(text) == ties


@pytest.mark.parametrize("text", UNTIED)
def test_what_was_may_be_or_is_anothers_ties_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dan Holt and Ana Lume, teacher Bo Tarr’s wife, left.",
        "Dan Holt and Ana Lume, Bo Tarr’s wife, left on Monday.",
        "Dan Holt, Ken Stam and Ana Lume, the wife of Bo Tarr, left.",
        "Ana Lume, Bo Tarr’s wife, and Dan Holt left.",
    ],
)
def test_of_several_joined_the_last_is_what_one_noun_behind_them_says(text):
    found = extract_findings(read_article(text, id="made-up", title="A headline")).relations
    assert [f"{each.subject} {each.object}" for each in found] == ["Ana Lume Bo Tarr"]
    assert "Dan Holt spouse_of Bo Tarr" not in told(text)


def test_whose_word_a_tie_is_is_told():
    article = read_article("Dan Holt said Ana Lume is an ally of Bo Tarr.", id="made-up", title="A headline")
    (tie,) = gated(article, extract_findings(article)).findings.relations
    assert tie.source is not None
    assert tie.source.name == "Dan Holt"


def test_two_articles_that_contradict_close_no_circle():
    one = source("one", "Kelp Bank, a unit of Reef Holdings, cut its rates.")
    other = source("other", "Reef Holdings, a unit of Kelp Bank, cut its rates.")
    found = dossier_of(one, other).relations
    assert [f"{each.subject} {each.predicate} {each.object}" for each in found] == [
        "kelp-bank part_of reef-holdings"
    ]
