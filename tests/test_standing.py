"""What governs a clause, and who stands in which part of it, over the parse."""

from __future__ import annotations

import pytest

from dossier.reading.attribution.content import tells_of_source
from dossier.reading.findings import Span
from dossier.reading.grammar.asides import says_whose
from dossier.reading.grammar.dependents import cleft_of, doers, is_finite, undergoers
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.purposes import purposes_of
from dossier.reading.grammar.standing import standing_of
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.reading.tree import Row, Tree, Word


def word(text: str, form: str) -> Word:
    article = read_article(text, id="example", title="Headline")
    return next(w for _, tree in Parses(article).all() for w in tree.words if w.text == form)


def tree_of(*words: tuple[str, str, str, str, int]) -> Tree:
    """A sentence of forms, each with its relation, tag, part of speech and the number of its head."""
    text = " ".join(form for form, *_ in words)
    rows, at = [], 0
    for form, dep, tag, pos, head in words:
        rows.append(Row(at, at + len(form), head, dep, tag, pos, form))
        at += len(form) + 1
    return Tree.build(Span(0, len(text)), rows, range(len(text)), text)


@pytest.mark.parametrize(
    ("text", "trigger", "stands"),
    [
        ("Rebels attacked the town on Monday.", "attacked", "actual"),
        ("Police said rebels had killed nine farmers.", "killed", "actual"),
        ("The men who were seized by rebels were freed.", "seized", "actual"),
        ("They managed to shoot the guard.", "shoot", "actual"),
        ("They were forced to free the guard.", "free", "actual"),
        ("They regretted shooting the guard.", "shooting", "actual"),
        ("The law forces them to free the guard.", "free", "asked"),
        ("They will be forced to free the guard.", "free", "asked"),
        ("They chose to shoot the guard.", "shoot", "actual"),
        ("They have opted to shoot the guard.", "shoot", "actual"),
        ("They choose to shoot the guard.", "shoot", "planned"),
        ("They would have chosen to shoot the guard.", "shoot", "planned"),
        ("They were chosen to shoot the guard.", "shoot", "planned"),
        ("They did not choose to shoot the guard.", "shoot", "negative"),
        # a base form torn from its "to", and what terms are for
        ("The keepers had orders to set out, catch hens, or shoot the fox.", "shoot", "asked"),
        (
            "Sentries got word to lie ready to wake, signal, or shoot at a boat.",
            "shoot",
            "possible",
        ),
        ("Fiji has not met the conditions for Tonga to restore or mend relations.", "restore", "possible"),
        ("Rebels attacked the town and shut the port.", "shut", "actual"),
        # a verb of the past shares no "did not" or "would" with the one before; another form may
        ("The mayor did not attend the vote and left the port.", "left", "actual"),
        ("The mayor did not answer, but said it was late.", "said", "actual"),
        ("The mayor did not stay and leave it.", "leave", "negative"),
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
        ("To hear the mayor say it, rebels attacked the town.", "attacked", "hearsay"),
        ("To hear the mayor speak, rebels left the town.", "left", "actual"),
        ("To hear him tell the story, rebels attacked the town.", "attacked", "actual"),
        ("To help the mayor tell it, rebels attacked the town.", "attacked", "actual"),
        ("Rebels attacked the town when they heard the mayor tell it.", "attacked", "actual"),
        ("Rebels attacked the town and wanted to hear the mayor tell it.", "wanted", "actual"),
        ("Rebels did not attack the town.", "attack", "negative"),
        ("No rebels attacked the town.", "attacked", "negative"),
        ("There was no attack on the town.", "attack", "negative"),
        ("The guard was nearly killed.", "killed", "negative"),
        ("Rebels may have attacked the town.", "attacked", "possible"),
        ("Police did not say who killed the farmers.", "killed", "possible"),
        ("The navy staged a drill in which sailors attacked a ship.", "attacked", "possible"),
        ("If rebels attack the town, people will flee.", "attack", "conditional"),
        ("Had rebels attacked the town, people would have fled.", "attacked", "conditional"),
        ("Had the dam at Suva collapsed, the town would have drowned.", "collapsed", "conditional"),
        ("Had the mayor said “yes”, the mill would stand.", "said", "conditional"),
        ("Had rebels attacked the town? The mayor did not know.", "attacked", "possible"),
        ("The army had the dam at Suva mended, and the town was saved.", "mended", "actual"),
        ("Rebels planned to attack the town.", "attack", "planned"),
        # nothing is denied by how it was gone about
        ("The board lost no time in selling the mill.", "selling", "actual"),
        ("The board sold the mill with no trouble.", "sold", "actual"),
        # what is laid down or dated ahead, though the present tells it
        ("Under the draft, Fiji expels the envoy in May.", "expels", "planned"),
        ("Under the draft, Fiji expelled the envoy in May.", "expelled", "actual"),
        ("Under the law, Fiji expels the envoy.", "expels", "actual"),
        ("The timetable has the army leaving the town in June.", "leaving", "planned"),
        ("The minister speaks in the town next Friday.", "speaks", "planned"),
        ("The minister speaks in the town every Friday.", "speaks", "actual"),
        ("The army is readying an attack on the town.", "attack", "planned"),
        ("The town awaited the attack.", "attack", "possible"),
        ("The board voted in favour of selling the mill.", "selling", "asked"),
        ("The group threatened to bomb the port.", "bomb", "planned"),
        ("The rebels will attack the town, he said.", "attack", "planned"),
        ("The minister ordered troops to shell the town.", "shell", "asked"),
        ("She called for a strike on the camp.", "strike", "asked"),
        ("Police foiled an attack on the town.", "attack", "prevented"),
        ("A mock attack by marines on the town ended the drill.", "attack", "possible"),
        ("An attack by marines on the town ended the truce.", "attack", "actual"),
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
        ("Rebels attacked the town, it is false.", "attacked", "denied"),
        ("Rebels attacked the town, rumours are false.", "attacked", "denied"),
        ("Rebels attacked the town, the charges turned out to be a hoax.", "attacked", "denied"),
        ("Rebels attacked the town, the rest is false.", "attacked", "actual"),
        ("Rebels attacked the town, the mayor is a fake.", "attacked", "actual"),
        ("It turned out to be false that rebels attacked the town.", "attacked", "denied"),
        ("That rebels attacked the town is false.", "attacked", "denied"),
        ("That the town was attacked by rebels is a hoax.", "attacked", "denied"),
        ("The mayor lied when saying rebels attacked the town.", "attacked", "denied"),
        ("The mayor lied when rebels attacked the town.", "attacked", "actual"),
        ("The mayor wept when he said rebels attacked the town.", "attacked", "actual"),
        ("The mayor lied by saying rebels attacked the town.", "attacked", "denied"),
        ("The mayor lied in saying that rebels attacked the town.", "attacked", "denied"),
        ("The mayor began by saying rebels attacked the town.", "attacked", "actual"),
        ("The mayor apologised for saying rebels attacked the town.", "attacked", "denied"),
        ("The mayor apologised by saying rebels attacked the town.", "attacked", "actual"),
        ("The mayor was praised for saying rebels attacked the town.", "attacked", "actual"),
        ("The mayor apologised for the claim that rebels attacked the town.", "attacked", "denied"),
        ("The mayor spoke about the claim that rebels attacked the town.", "attacked", "hearsay"),
        ("The mayor was lying when he said rebels attacked the town.", "attacked", "denied"),
        ("The mayor issued a denial that rebels attacked the town.", "attacked", "denied"),
        ("The mayor dismissed rumours that rebels attacked the town.", "attacked", "denied"),
        ("The hoax that rebels attacked the town spread.", "attacked", "denied"),
        ("Few believe the claim that rebels attacked the town.", "attacked", "denied"),
        ("Many believe the claim that rebels attacked the town.", "attacked", "hearsay"),
        ("Doubts remain about the claim that rebels attacked the town.", "attacked", "denied"),
        ("Guards arrested neither the mayor nor his aide.", "arrested", "negative"),
        ("The mayor met with no envoys in Suva.", "met", "negative"),
        ("The mayor met few envoys in Suva.", "met", "actual"),
        ("The mayor recalled no such deal.", "recalled", "actual"),
        ("The council promised no trees would be felled.", "promised", "actual"),
        ("The drill simulated a quake that killed 90 people.", "killed", "possible"),
        ("The report described a quake that killed 90 people.", "killed", "actual"),
        ("It would be the first attack by rebels in Suva.", "attack", "possible"),
        ("It was the first attack by rebels in Suva.", "attack", "actual"),
        ("This would be the first town that rebels have burned.", "burned", "possible"),
        ("This was the first town that rebels have burned.", "burned", "actual"),
        ("Suva will be a town that rebels once burned.", "burned", "actual"),
        ("They signed nine deals, among them one to reopen the pier.", "reopen", "possible"),
        ("She was the first to reopen the pier.", "reopen", "actual"),
        ("The mayor said he would stay until rebels attacked the town.", "attacked", "possible"),
        ("The mayor stayed until rebels attacked the town.", "attacked", "actual"),
        ("The play opens with a raid in which rebels attacked the town.", "attacked", "possible"),
        ("The report opens with a raid in which rebels attacked the town.", "attacked", "actual"),
        ("The charge that rebels attacked the town is an untrue story.", "attacked", "denied"),
        ("The charge that rebels attacked the town is, at best, not true.", "attacked", "denied"),
        ("The claim that rebels attacked the town turned out to be false.", "attacked", "denied"),
        ("The claim that rebels attacked the town hid a lie.", "attacked", "hearsay"),
        ("Never, the mayor said, was the claim that rebels attacked the town shown.", "attacked", "denied"),
        ("Police ruled out that rebels attacked the town.", "attacked", "denied"),
        ("Police ruled down that rebels attacked the town.", "attacked", "actual"),
        ("The judge ruled that rebels attacked the town.", "attacked", "actual"),
        ("In the video game, rebels attacked the town.", "attacked", "possible"),
        ("The board game tells how rebels attacked the town.", "attacked", "possible"),
        ("In the second game, rebels attacked the guards.", "attacked", "actual"),
        ("There was no threat that the mayor ignored.", "ignored", "negative"),
        ("The mayor urged against his signing the deal.", "signing", "asked"),
        ("The mayor planned for their signing the deal.", "signing", "planned"),
        ("Rebels have yet to attack the town.", "attack", "planned"),
        ("Yet they had to attack the town.", "attack", "actual"),
        ("The army is likely to leave and bombed the town.", "bombed", "possible"),
        ("Rebels were wrongly said to have attacked the town.", "attacked", "denied"),
        # a known act that somebody denies, has only heard of, or can't confirm, need not have been
        ("The army denied the shelling of the town.", "shelling", "denied"),
        ("The army regretted the shelling of the town.", "shelling", "actual"),
        ("Rumours of the shelling of the town spread.", "shelling", "possible"),
        ("Word of the shelling of the town spread.", "shelling", "actual"),
        ("The shelling of the town was a hoax.", "shelling", "denied"),
        ("The shelling of the town was wrong.", "shelling", "actual"),
        ("The army could not confirm the shelling of the town.", "shelling", "negative"),
        ("The army confirmed the shelling of the town.", "shelling", "actual"),
        ("The army had no knowledge of the shelling of the town.", "shelling", "denied"),
        ("The army had full knowledge of the shelling of the town.", "shelling", "actual"),
        ("The army was not aware of the shelling of the town.", "shelling", "negative"),
        ("The army was not sorry for the shelling of the town.", "shelling", "actual"),
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
        ("It was Holt, the guard said, who robbed the bank.", "robbed", [], ["bank"]),
        ("It became rebels who ruled the town.", "ruled", ["rebels"], ["town"]),
        ("Not the rebels who attacked the town but bandits were seized.", "attacked", [], ["town"]),
        ("The men, not rebels but bandits, who attacked the town, fled.", "attacked", ["men"], ["town"]),
        ("Ann Lee, not Bo Tarr, who attacked the guard, was seized.", "attacked", [], ["guard"]),
        ("Holt and Lee, who attacked the mayor, were seized.", "attacked", [], ["mayor"]),
        ("The guards and the mayor, who was killed by rebels, left.", "killed", ["rebels"], []),
        ("The politician on the left, who attacked the mayor, was seized.", "attacked", [], ["mayor"]),
        ("He praised the left, who attacked the mayor.", "attacked", ["left"], ["mayor"]),
        (
            "A deputy from the Reef Party, who attacked the mayor, was seized.",
            "attacked",
            ["deputy"],
            ["mayor"],
        ),
        (
            "A deputy in the Reef Party, who attacked the mayor, was seized.",
            "attacked",
            ["deputy"],
            ["mayor"],
        ),
        ("A deputy in Tonga, who attacked the mayor, was seized.", "attacked", ["deputy"], ["mayor"]),
        ("A talk on the Reef Party, who attacked the mayor, was held.", "attacked", ["Party"], ["mayor"]),
        ("A deputy with Reef Watch, who attacked the mayor, was seized.", "attacked", ["Watch"], ["mayor"]),
        ("Rebels shot at a bus and burned a school.", "shot", ["Rebels"], []),
        ("The town the rebels fired at was shut.", "fired", ["rebels"], []),
        ("The plan the rebels said would work failed.", "said", ["rebels"], []),
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
        ("The men seized by rebels fled.", "men", "The men", "The men"),
        ("The fear of men seized by rebels grew.", "fear", "The fear", "The fear of men seized by rebels"),
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
    tree = tree_of(*((form, dep, tag, pos, 1) for form, dep, tag, pos in words))
    assert [w.text for w in doers(tree.words[-1])] == who


@pytest.mark.parametrize(("on", "whom"), [(1, ["depot"]), (3, ["depot"])])
def test_what_stands_behind_the_verbs_aims_at_neither_of_them(on: int, whom: list[str]) -> None:
    tree = tree_of(
        ("Rebels", "nsubj", "NNS", "NOUN", 1),
        ("attacked", "ROOT", "VBD", "VERB", 1),
        ("and", "cc", "CC", "CCONJ", 1),
        ("burned", "conj", "VBD", "VERB", 1),
        ("the", "det", "DT", "DET", 5),
        ("depot", "dobj", "NN", "NOUN", 3),
        ("with", "prep", "IN", "ADP", on),
        ("petrol", "pobj", "NN", "NOUN", 6),
    )
    assert [w.text for w in undergoers(tree.words[1])] == whom


def test_a_participle_before_a_noun_is_of_its_phrase() -> None:
    tree = tree_of(
        ("wanted", "acl", "VBN", "VERB", 1),
        ("men", "nsubj", "NNS", "NOUN", 2),
        ("left", "ROOT", "VBD", "VERB", 2),
    )
    assert extent(tree.words[1]) == Span(0, len("wanted men"))


@pytest.mark.parametrize(
    ("text", "verb", "finite"),
    [
        ("Rebels will enter and burn the town.", "burn", True),
        ("Rebels have entered, seized and burned the town.", "seized", True),
        ("The mayor must leave and be tried.", "tried", False),
        ("Rebels will be entering and be burning the town.", "burning", False),
        ("Rebels want to burn the town.", "burn", False),
        ("Police said the men seized by rebels fled.", "seized", False),
        ("The guard was shot by rebels.", "shot", True),
    ],
)
def test_a_verb_without_tense_of_its_own_has_that_of_the_one_it_is_joined_to(
    text: str, verb: str, finite: bool
) -> None:
    assert is_finite(word(text, verb)) is finite


@pytest.mark.parametrize(
    ("text", "cleft"),
    [
        ("It was Holt that robbed the bank.", "Holt"),
        ("It was Holt who robbed the bank who shot the guard.", "Holt"),
        ("Is it rebels who robbed the bank?", None),
        ("It became Holt who robbed the bank.", None),
    ],
)
def test_what_it_was_points_at(text: str, cleft: str | None) -> None:
    found = cleft_of(word(text, "robbed"))
    assert (found.text if found is not None else None) == cleft


@pytest.mark.parametrize(
    ("text", "verb", "purposes"),
    [
        ("Fiji signed the treaty to stop smugglers.", "signed", ["to stop smugglers"]),
        ("Fiji formed a force to stop smugglers.", "formed", ["to stop smugglers"]),
        ("Fiji praised a plan to stop smugglers.", "praised", []),
        ("Fiji built.", "built", []),
        ("Fiji agreed to stop smugglers.", "agreed", []),
        ("Fiji sent a patrol when smugglers came.", "sent", []),
        (
            "Fiji sent a patrol so that smugglers can be stopped.",
            "sent",
            ["so that smugglers can be stopped"],
        ),
        ("Fiji sent a patrol, stopping smugglers.", "sent", []),
    ],
)
def test_what_an_act_is_for(text: str, verb: str, purposes: list[str]) -> None:
    assert [text[slice(*span)] for span in purposes_of(word(text, verb))] == purposes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("As the mayor put it, rebels attacked the town.", True),
        ("As the mayor put to sea, rebels attacked the town.", False),
    ],
)
def test_whose_words_a_clause_with_as_says_its_own_are(text: str, says: bool) -> None:
    assert says_whose(word(text, "put")) is says


@pytest.mark.parametrize(
    ("link", "form", "of_source"),
    [("to", "letter", True), ("to", "to", False), ("to", "died", False), ("", "letter", False)],
)
def test_who_says_so_stands_behind_according_and_to(link: str, form: str, of_source: bool) -> None:
    """A source that the parse hangs right on "according" is left to whoever reads it otherwise."""
    to = [("to", "prep", "IN", "ADP", 2)] if link else []
    head = 3 if link else 2
    words = [("Lee", "nsubj", "NNP", "PROPN", 1), ("died", "ROOT", "VBD", "VERB", 1)]
    words += [("according", "prep", "VBG", "VERB", 1), *to, ("letter", "pobj", "NN", "NOUN", head)]
    tree = tree_of(*words)
    named = {each.text: each for each in tree.words}
    assert tells_of_source(named[form], named["according"]) is of_source
