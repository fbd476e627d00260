"""What governs a clause, and who stands in which part of it, over the parse."""

from __future__ import annotations

import pytest

from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import doers, undergoers
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.standing import standing_of
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.reading.tree import Row, Tree, Word


def word(text: str, form: str) -> Word:
    article = read_article(text, id="example", title="Headline")
    return next(w for _, tree in Parses(article).all() for w in tree.words if w.text == form)


@pytest.mark.parametrize(
    ("text", "trigger", "stands"),
    [
        ("Rebels attacked the town on Monday.", "attacked", "actual"),
        ("Police said rebels had killed nine farmers.", "killed", "actual"),
        ("The men who were seized by rebels were freed.", "seized", "actual"),
        ("They managed to shoot the guard.", "shoot", "actual"),
        # a semicolon parts sentences, and not what one verb governs
        ("Rebels threatened to burn the mill; to seize the port; and to kill.", "seize", "planned"),
        ("Rebels may have burned the mill; seized the port; and left.", "seized", "possible"),
        ("Rebels planned, it said: first, to seize the port.", "seize", "planned"),
        ("Two men are believed to have been killed by the gang.", "killed", "hearsay"),
        ("The men were reportedly killed by the gang.", "killed", "hearsay"),
        ("The mayor was told that the gang had killed them.", "killed", "hearsay"),
        ("The mayor was told by police that the gang had killed them.", "killed", "actual"),
        ("Rebels attacked the town on Monday, it was reported.", "attacked", "hearsay"),
        ("Rebels attacked the town, it is said.", "attacked", "hearsay"),
        ("It was claimed that rebels attacked the town.", "attacked", "hearsay"),
        ("It was reported, rebels attacked the town.", "attacked", "hearsay"),
        ("The mayor, it is said, attacked the town.", "attacked", "hearsay"),
        ("It was reported by police that rebels attacked the town.", "attacked", "actual"),
        ("It was announced that rebels attacked the town.", "attacked", "actual"),
        ("Rebels attacked the town, police reported.", "attacked", "actual"),
        ("Rebels attacked the town, and it was rebuilt.", "attacked", "actual"),
        ("To hear the mayor tell it, rebels attacked the town.", "attacked", "hearsay"),
        ("Rebels attacked the town, to hear the mayor tell it.", "attacked", "hearsay"),
        ("To hear the mayor speak, rebels left the town.", "left", "actual"),
        ("Rebels did not attack the town.", "attack", "negative"),
        ("No rebels attacked the town.", "attacked", "negative"),
        ("There was no attack on the town.", "attack", "negative"),
        ("The guard was nearly killed.", "killed", "negative"),
        ("Rebels may have attacked the town.", "attacked", "possible"),
        ("Police did not say who killed the farmers.", "killed", "possible"),
        ("The navy staged a drill in which sailors attacked a ship.", "attacked", "possible"),
        ("If rebels attack the town, people will flee.", "attack", "conditional"),
        ("Had rebels attacked the town, people would have fled.", "attacked", "conditional"),
        ("Rebels planned to attack the town.", "attack", "planned"),
        ("The group threatened to bomb the port.", "bomb", "planned"),
        ("The rebels will attack the town, he said.", "attack", "planned"),
        ("The minister ordered troops to shell the town.", "shell", "asked"),
        ("She called for a strike on the camp.", "strike", "asked"),
        ("Police foiled an attack on the town.", "attack", "prevented"),
        ("Guards prevented the men from attacking the depot.", "attacking", "prevented"),
        ("Officials denied that soldiers had shot the boy.", "shot", "denied"),
        ("Officials denied shooting the boy.", "shooting", "denied"),
        ("He went on to shoot the guard.", "shoot", "actual"),
        ("The news that rebels had attacked the town spread.", "attacked", "actual"),
        ("Reports that rebels had attacked the town came in.", "attacked", "hearsay"),
        ("Fears that rebels had attacked the town grew.", "attacked", "possible"),
        ("The idea that rebels had attacked the town is absurd.", "attacked", "denied"),
        ("It is untrue that rebels attacked the town.", "attacked", "denied"),
        ("Rebels attacked the town, the claim is false.", "attacked", "denied"),
        ("Rebels attacked the town, the rest is false.", "attacked", "actual"),
        ("The mayor lied when saying rebels attacked the town.", "attacked", "denied"),
        ("The mayor was lying when he said rebels attacked the town.", "attacked", "denied"),
        ("The mayor issued a denial that rebels attacked the town.", "attacked", "denied"),
        ("The mayor dismissed rumours that rebels attacked the town.", "attacked", "denied"),
        ("The hoax that rebels attacked the town spread.", "attacked", "denied"),
        ("Few believe the claim that rebels attacked the town.", "attacked", "denied"),
        ("Many believe the claim that rebels attacked the town.", "attacked", "hearsay"),
        ("Doubts remain about the claim that rebels attacked the town.", "attacked", "denied"),
        ("The mayor spoke about the claim that rebels attacked the town.", "attacked", "hearsay"),
        ("Guards arrested neither the mayor nor his aide.", "arrested", "negative"),
        ("The mayor met with no envoys in Suva.", "met", "negative"),
        ("The mayor met few envoys in Suva.", "met", "actual"),
        ("The firm promised no jobs would be lost.", "promised", "actual"),
        ("The drill simulated a quake that killed 90 people.", "killed", "possible"),
        ("The report described a quake that killed 90 people.", "killed", "actual"),
        ("It would be the first attack by rebels in Suva.", "attack", "possible"),
        ("It was the first attack by rebels in Suva.", "attack", "actual"),
        ("Rebels were wrongly said to have attacked the town.", "attacked", "denied"),
    ],
)
def test_standing(text: str, trigger: str, stands: str) -> None:
    found = standing_of(word(text, trigger))
    assert (found.modality if found.polarity == "positive" else "negative") == stands
    assert found.took_place == (stands in ("actual", "hearsay"))
    assert (found.cue is None) == (stands == "actual")


@pytest.mark.parametrize(
    ("text", "verb", "who", "whom"),
    [
        ("Rebels attacked the town.", "attacked", ["Rebels"], ["town"]),
        ("The town was attacked by rebels and bandits.", "attacked", ["rebels", "bandits"], ["town"]),
        ("Officers were stopped and searched by guards.", "stopped", ["guards"], ["Officers"]),
        ("Rebels attacked and burned the depot.", "burned", ["Rebels"], ["depot"]),
        ("The men who robbed the bank fled.", "robbed", ["men"], ["bank"]),
        ("The bank that the men robbed closed.", "robbed", ["men"], ["bank"]),
        ("A farmer seized by rebels fled.", "seized", ["rebels"], ["farmer"]),
        ("She accused the army of bombing the camp, killing seven.", "killing", [], ["seven"]),
        ("Rebels raided the town, killing seven.", "killing", ["Rebels"], ["seven"]),
        ("The minister ordered troops to shell the town.", "shell", ["troops"], ["town"]),
        ("It was Holt, not Lee, who robbed the bank.", "robbed", ["Holt"], ["bank"]),
        ("Blasts shook Suva and Nadi, which killed nine people.", "killed", [], ["people"]),
    ],
)
def test_who_does_what_to_whom(text: str, verb: str, who: list[str], whom: list[str]) -> None:
    found = word(text, verb)
    assert [w.text for w in doers(found)] == who
    assert [w.text for w in undergoers(found)] == whom


@pytest.mark.parametrize(
    ("text", "noun", "short", "whole"),
    [
        (
            "The two former guards of the old port, who slept, left.",
            "guards",
            "The two former guards",
            "The two former guards of the old port",
        ),
        ("Fiji’s new minister, Ana Lume, left.", "minister", "Fiji’s new minister", "Fiji’s new minister"),
        ("Rebels and bandits left.", "Rebels", "Rebels", "Rebels"),
    ],
)
def test_words_of_a_noun_phrase(text: str, noun: str, short: str, whole: str) -> None:
    found = word(text, noun)
    assert text[slice(*core(found))] == short
    assert text[slice(*extent(found))] == whole


@pytest.mark.parametrize(
    ("between", "who"),
    [
        # as the parser tells "Marsh was heading home, and Vell, running for mayor, was late"
        ((("and", "cc", "CC", "CCONJ"), ("Vell", "conj", "NNP", "PROPN"), (",", "punct", ",", "PUNCT")), []),
        ((("home", "advmod", "RB", "ADV"), (",", "punct", ",", "PUNCT")), ["Marsh"]),
        ((("Suva", "npadvmod", "NNP", "PROPN"), (",", "punct", ",", "PUNCT")), ["Marsh"]),
    ],
)
def test_a_participle_behind_another_name_is_nobody_s(
    between: tuple[tuple[str, str, str, str], ...], who: list[str]
) -> None:
    words = [
        ("Marsh", "nsubj", "NNP", "PROPN"),
        ("heading", "ROOT", "VBG", "VERB"),
        *between,
        ("running", "advcl", "VBG", "VERB"),
    ]
    text = " ".join(form for form, *_ in words)
    rows, at = [], 0
    for form, dep, tag, pos in words:
        rows.append(Row(at, at + len(form), 1, dep, tag, pos, form))
        at += len(form) + 1
    tree = Tree.build(Span(0, len(text)), rows, range(len(text)), text)
    assert [w.text for w in doers(tree.words[-1])] == who
