"""What an act led to: "ambushed the convoy, killing 14", "two died when gunmen opened fire"."""

from __future__ import annotations

from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_passive, is_verb
from dossier.reading.tree import Word


def ensues(outcome: Word, verb: Word) -> bool:
    """Whether a participle without a subject of its own tells what an act led to.

    Of "a bus overturned, killing nine" the parse may hang both verbs on the bus.
    """
    node = _first_of(outcome)
    beside = node.dep == verb.dep == "acl" and node.head is verb.head and node.index > verb.index
    hangs = beside or (node.dep == "advcl" and node.head is verb)
    return hangs and node.tag == "VBG" and node.child("mark", "nsubj") is None


def harms_when(outcome: Word, verb: Word) -> bool:
    """Whether people were killed or hurt when, as or after an act: "two died when gunmen opened fire"."""
    words = gate_words()
    marked = any(c.lower in ("when", "as", "after") for c in verb.all("mark", "advmod"))
    states = {w.lower for w in (outcome, *outcome.all("acomp", "oprd", "attr"))}
    harms = outcome.lemma in words.kills | words.hurts or not states.isdisjoint(words.lost | words.kills)
    one, other = _first_of(outcome), _first_of(verb.head)
    both = other.lemma in words.kills | words.hurts and one.dep == other.dep
    told = both and (one.dep == "ROOT" or one.head is other.head)  # "two died and five were hurt when"
    return harms and marked and verb.dep == "advcl" and (one is other or told)


def harms_too(outcome: Word, verb: Word) -> bool:
    """Whether what harmed some harmed others by a verb joined to it: "killed four and injured nine"."""
    words = gate_words()
    joined = _first_of(outcome) is _first_of(verb) and outcome is not verb
    harm = words.kills | words.hurts
    left = outcome.lemma == "leave" and any(
        w.lower in words.lost | words.kills | words.hurts
        for held in outcome.all("oprd", "dobj", "acomp")
        for w in (held, *held.children)
    )
    alone = outcome.child("nsubj", "nsubjpass", "auxpass", "neg") is None
    actual = outcome.tag == verb.tag and not is_passive(verb)
    return joined and alone and actual and verb.lemma in harm and (outcome.lemma in harm or left)


def _first_of(verb: Word) -> Word:
    """The first of joined verbs."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb
