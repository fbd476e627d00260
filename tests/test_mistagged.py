"""Verbs of saying that a tagger takes for nouns: set right where the sentence shows it, else left alone."""

import pytest

from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article

SAID = [
    # (sentence, verb of saying, who says it, verb of what is said)
    ("Prosecutors in Lesk allege that Ivo Stam burned the mill.", "allege", "Prosecutors", "burned"),
    ("Officials in Varn fear that rebels will burn the mill.", "fear", "Officials", "burn"),
    ("On Monday, prosecutors in Lesk allege that he fled.", "allege", "prosecutors", "fled"),
    ("Police suspect rebels burned the mill.", "suspect", "Police", "burned"),
    ("Members of the town party charge that Ivo Stam burned the mill.", "charge", "Members", "burned"),
    ("Critics charge that Ivo Stam burned the mill.", "charge", "Critics", "burned"),
    ("Prosecutors allege Stam burned the mill.", "allege", "Prosecutors", "burned"),
    ("Police allege Ivo Stam burned the mill.", "allege", "Police", "burned"),
]
NOT_SAID = [
    ("The claim that Ivo Stam burned the mill was denied.", "claim"),
    ("Reports of the army claim that rebels won were denied.", "claim"),
    ("Officials announced after the party claim that rebels had won.", "claim"),
    ("Local suspect rebels burned the mill.", "suspect"),
    ("Guards in Varn denied the charge that they beat Ivo Stam.", "charge"),
    ("The fear that rebels would burn the mill emptied Lesk.", "fear"),
    ("Officials’ claim forms burned in the mill.", "claim"),
    ("Voters in Lesk saw a report that the mill had burned.", "report"),
]


def words(sentence):
    ((_, tree),) = Parses(read_article(sentence, id="t", title="T")).all()
    assert all(w.head is w or w in w.head.children for w in tree.words)
    return {word.text: word for word in tree.words}


@pytest.mark.parametrize(("sentence", "verb", "who", "said"), SAID)
def test_a_verb_of_saying_has_its_subject_and_clause(sentence, verb, who, said):
    found = words(sentence)
    assert (found[verb].pos, found[verb].dep) == ("VERB", "ROOT")
    assert (found[who].head, found[who].dep) == (found[verb], "nsubj")
    assert (found[said].head, found[said].dep) == (found[verb], "ccomp")


@pytest.mark.parametrize(("sentence", "noun"), NOT_SAID)
def test_a_noun_stays_one(sentence, noun):
    assert words(sentence)[noun].pos != "VERB"


def test_what_stood_between_keeps_its_place():
    found = words("Prosecutors in Lesk allege that Ivo Stam burned the mill.")
    assert (found["Lesk"].head, found["Lesk"].dep) == (found["in"], "pobj")
    assert found["in"].head is found["Prosecutors"]


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        (
            "Two guards were killed and five people wounded when gunmen opened fire on a customs post at the "
            "Karsa crossing on Thursday, officials in both countries said.",
            "crossing",
            "NOUN",
        ),
        ("Gunmen opened fire while crossing the river on Thursday.", "crossing", "VERB"),
        ("The men crossing on Thursday were guards.", "crossing", "VERB"),
    ],
)
def test_what_the_makes_a_noun_is_one(text, word, pos):
    article = read_article(text, id="made-up")
    found = Parses(article).at(text.index(word))
    assert found is not None
    assert found.pos == pos
