"""Phrases that parsers hang where they can't hang, and what a claim is not whole without."""

import re

import pytest

from dossier.assembly.gate import parting
from dossier.assembly.gate.moved import Moved
from dossier.assembly.gate.persons import names_somebody
from dossier.reading.findings import Span
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.reading.tree import Row, Tree
from test_gate import verdict

HOLDS, NOT, OPEN = "holds", "does not", "not shown"
LETTER = "Ana Lume said in a letter that guards had burned the mill because Varn paid them."
MAYORS = "The mayor of the border town of Lesk, Rita Lume, welcomed it but doubted it would last."
HEADS = "It was struck between the pilots' head, Ivo Stam, and the airline's agent, Ana Lume, on Monday."


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "parts", "source", "answer"),
    [
        (LETTER, "event", "burned", "agent=guards; patient=the mill", "Ana Lume / said", HOLDS),
        (LETTER, "event", "burned", "agent=guards; patient=the mill", None, NOT),
        (LETTER, "event", "paid", "agent=Varn; patient=them", None, OPEN),
        (LETTER, "event", "paid", "agent=Varn; patient=them", "Ana Lume / said", HOLDS),
        (
            "Ana Lume testified in a hall that guards had built.",
            "event",
            "built",
            "agent=guards",
            None,
            HOLDS,
        ),
        (MAYORS, "claim", "doubted", "claimant=Rita Lume; act=it would last", None, HOLDS),
        (MAYORS, "claim", "doubted", "claimant=Lesk; act=it would last", None, NOT),
        (HEADS, "role", "head", "person=Ivo Stam", None, HOLDS),
        (HEADS, "role", "head", "person=Ana Lume", None, OPEN),
        (
            "Dr Ivo Stam of the charity Open Hands put the toll at nine.",
            "claim",
            "put",
            "claimant=Ivo Stam; act=the toll at nine",
            None,
            HOLDS,
        ),
        (
            "Ana Lume called the charge baseless and asked guards to leave.",
            "claim",
            "called",
            "claimant=Ana Lume; target=the charge; act=baseless",
            None,
            HOLDS,
        ),
        (
            "Ivo Stam drew a film that Ana Lume had said insulted her.",
            "event",
            "insulted",
            "patient=her->Ana Lume",
            None,
            NOT,
        ),
        (
            "Ana Lume will not come, her publisher announced on Monday, citing threats.",
            "claim",
            "announced",
            "claimant=her publisher; act=Ana Lume will not come",
            None,
            HOLDS,
        ),
        (
            "Ana Lume will not come, the paper announced on Monday, citing her publisher.",
            "claim",
            "announced",
            "claimant=the paper; act=Ana Lume will not come",
            None,
            NOT,
        ),
        ("Stam's spokesman said it was late. Mr Stam left.", "claim", "said", "claimant=Stam", None, OPEN),
        (
            "Their report, leaked to Channel Nine, was late.",
            "event",
            "leaked",
            "patient=Their report; recipient=Channel Nine",
            None,
            HOLDS,
        ),
        (
            "Their report, leaked to Channel Nine, was late.",
            "event",
            "leaked",
            "patient=Channel Nine; recipient=Their report",
            None,
            NOT,
        ),
    ],
)
def test_who_and_whose_word(text, kind, trigger, parts, source, answer):
    assert verdict(text, kind, trigger, parts, source=source).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "act", "answer"),
    [
        ("Ana Lume says the plant could be grown.", "says", "the plant could be grown", HOLDS),
        ("Ana Lume says the plant could be grown.", "says", "the plant", OPEN),
        (
            "Ana Lume insists that no more than 41 guards died.",
            "insists",
            "no more than 41 guards died",
            HOLDS,
        ),
        ("Ana Lume insists that no more than 41 guards died.", "insists", "41 guards died", OPEN),
        ("Ana Lume says there was none to read.", "says", "there was", OPEN),
        (
            "Ana Lume confirmed that talks were on but would not say where.",
            "confirmed",
            "talks were on",
            HOLDS,
        ),
        ("Ana Lume confirmed that talks were on but not where.", "confirmed", "talks were on", NOT),
        (
            "Ana Lume confirmed the loss of the dam but denied that guards had fled.",
            "confirmed",
            "the loss of the dam",
            HOLDS,
        ),
    ],
)
def test_a_claim_is_whole(text, trigger, act, answer):
    assert verdict(text, "claim", trigger, f"claimant=Ana Lume; act={act}").answer == answer


@pytest.mark.parametrize(("verb", "is_its_day"), [("began", True), ("claimed", False), ("threatened", False)])
def test_the_day_of_a_verb_is_that_of_what_it_begins_and_not_of_what_it_tells(verb, is_its_day):
    found = verdict(f"Ana Lume {verb} on Monday to leave Lesk.", "event", "leave", "date=on Monday")
    assert (not found.fallen) is is_its_day


def test_a_warrant_from_somewhere_is_no_place():
    text = "Ivo Stam was arrested in Lesk on a warrant from Varn."
    assert not verdict(text, "event", "arrested", "patient=Ivo Stam; place=Lesk").fallen
    assert verdict(text, "event", "arrested", "patient=Ivo Stam; place=Varn").fallen


@pytest.mark.parametrize(
    "text",
    [
        "The way Ana Lume tells it, guards burned the mill.",
        "Guards burned the mill, the way Ana Lume tells it.",
        "To hear Ana Lume tell it, guards burned the mill.",
        "By Ana Lume's account, guards burned the mill.",
        "In Ana Lume's telling, guards burned the mill.",
    ],
)
def test_who_tells_it_beside_it_is_its_source(text):
    assert verdict(text, "event", "burned", "patient=the mill").answer == NOT


def test_a_way_is_nobodys_word():
    text = "On the way Ana Lume took, guards burned the mill."
    assert verdict(text, "event", "burned", "patient=the mill").answer == HOLDS


def parted_tree(sentence):
    article = read_article(sentence, id="t", title="T")
    ((_, tree),) = Parses(article).all()
    return tree, parting.parted(tree, article.text.text)


@pytest.mark.parametrize(
    ("noun", "is_somebody"),
    [
        ("baker", True),  # by its ending
        ("bakers", True),
        ("filter", False),  # with that ending
        ("clerk", True),  # as one that is listed
        ("hostage", True),  # of a class
        ("mill", False),
    ],
)
def test_which_nouns_mean_a_person(noun, is_somebody):
    tree, _ = parted_tree(f"They saw the {noun} there.")
    assert names_somebody(next(word for word in tree.words if word.text == noun)) is is_somebody


def reach_a_root(tree):
    tops = [word for word in tree.words if word.head is word]
    return sum(len(top.subtree()) for top in tops) == len(tree.words)


def test_a_clause_is_not_said_by_a_verb_that_its_own_subject_holds():
    """As some parses have "a plan readers thought was bold": "thought" on "plan", "plan" on "was"."""
    text = "He left, a plan readers thought was bold."
    heads = [(1, "nsubj", "PRP"), (1, "ROOT", "VBD"), (1, "punct", ","), (4, "det", "DT"), (7, "nsubj", "NN")]
    heads += [
        (6, "nsubj", "NNS"),
        (4, "relcl", "VBD"),
        (1, "ccomp", "VBD"),
        (7, "acomp", "JJ"),
        (1, "punct", "."),
    ]
    pos = {"VBD": "VERB", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "DT": "DET", "JJ": "ADJ"}
    lemmas = {"thought": "think", "was": "be", "left": "leave"}
    rows = [
        Row(*word.span(), head, dep, tag, pos.get(tag, "PUNCT"), lemmas.get(word.group(), word.group()))
        for word, (head, dep, tag) in zip(re.finditer(r"\w+|[,.]", text), heads, strict=True)
    ]
    tree = Tree.build(Span(0, len(text)), rows, range(len(text) + 1), text)
    assert reach_a_root(parting.parted(tree, text))


def test_no_word_is_hung_on_one_below_it(monkeypatch):
    _, before = parted_tree("Ana Lume said that guards had left.")

    def below(tree):
        said, left = tree.words[2], tree.words[6]
        return [Moved(said, left, "ccomp")]

    monkeypatch.setattr(parting, "rehung", below)
    _, after = parted_tree("Ana Lume said that guards had left.")
    assert reach_a_root(after)
    assert [word.head.index for word in after.words] == [word.head.index for word in before.words]
