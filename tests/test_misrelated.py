"""Relative clauses that somebody says: who did it, and whose word it is."""

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article

BLAME = ("carried_out_according_to", "responsibility_blamed")


def blamed(text):
    """Each who is said to have done it, with whose word it is."""
    article = read_article(text, id="t", title="T")
    claims = extract_findings(article).claims
    return [(each.claimant, each.target) for each in claims if each.kind in BLAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels who police say killed the mayor were seen in Varn on Monday.", [("police", "Rebels")]),
        ("Rebels who the army says shot dead a judge were freed.", []),
        ("Soldiers who residents say burned the village left on Friday.", [("residents", "Soldiers")]),
        ("Ann Lee, who police say was shot by Bo Tarr, died on Monday.", [("police", "Bo Tarr")]),
        ("The army, which rebels say killed nine people, denied it.", [("rebels", "army")]),
        ("The man who police say killed the mayor was seen in Varn on Monday.", []),
        # No aside: who found them shot says not who did it, and who killed is asked.
        ("The rebels who police found shot in a car were buried.", []),
        ("Police say who killed the mayor on Monday.", []),
        ("The police, who say rebels killed the mayor, left Varn.", [("police", "rebels")]),
    ],
)
def test_whoever_a_relative_clause_is_about_did_what_it_tells(text, expected):
    assert blamed(text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police are hunting a man who witnesses said attacked two women.", "witnesses"),
        ("A man who witnesses said had attacked two women was held.", "witnesses"),
        ("Police are hunting a man who attacked two women.", None),
    ],
)
def test_what_it_tells_is_its_speakers_word(text, source):
    article = read_article(text, id="t", title="T")
    (event,) = (e for e in extract_findings(article).events if e.type == "attack")
    assert (article.text.slice(event.source.span) if event.source else None) == source


@pytest.mark.parametrize(
    ("sentence", "whose", "told"),
    [
        ("Rebels who the army says shot dead a judge were freed.", "Rebels", "shot"),
        ("The judge who Ann Lee says had been bribed denied it.", "judge", "bribed"),
        ("The firm that officials say poisoned the river closed its mill.", "firm", "poisoned"),
    ],
)
def test_the_clause_hangs_on_its_noun_and_what_is_told_on_who_says_it(sentence, whose, told):
    ((_, tree),) = Parses(read_article(sentence, id="t", title="T")).all()
    word = {each.text: each for each in tree.words}
    assert word[told].dep == "ccomp"
    assert (word[told].head.dep, word[told].head.head) == ("relcl", word[whose])
    assert word[told].child("nsubj", "nsubjpass").lower in ("who", "that")


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("Bo Tarr was jailed in May for the murder of two nurses he says he never met.", "nurses"),
        (
            "On Monday a court will hear of Bo Tarr, jailed for killing two nurses he says he never met.",
            "nurses",
        ),
        ("Bo Tarr was jailed in May for the murder of two nurses, and he says he never met them.", None),
    ],
)
def test_what_he_says_of_the_noun_before_him_is_all_he_says(sentence, noun):
    ((_, tree),) = Parses(read_article(sentence, id="t", title="T")).all()
    says = next(word for word in tree.words if word.text == "says")
    assert (says.head.text if says.dep == "relcl" else None) == noun
    assert not [each for each in says.all("ccomp") if each.index < says.index]
