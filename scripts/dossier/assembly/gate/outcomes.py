"""What an act led to: "ambushed the convoy, killing 14", "two died when gunmen opened fire"."""

from __future__ import annotations

from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_passive, is_verb
from dossier.reading.grammar.noun_classes import is_of
from dossier.reading.tree import Word

_PAST = frozenset(("VBD", "VBN"))
"""What the parse takes "killed" and "wounded" for behind "have", now the one, now the other."""

_DEEDS = ("to_attack", "to_bomb", "to_shell", "to_strike", "to_raid", "armed_act")
"""Classes of verbs for deeds that harm those who are counted behind them: "ambushed and killed nine"."""
_WHERE = frozenset(("in", "at", "near", "on", "outside", "inside", "after", "before"))


def ensues(outcome: Word, verb: Word) -> bool:
    """Whether a participle without a subject of its own tells what an act led to.

    Of "a bus overturned, killing nine" the parse may hang both verbs on the bus.
    """
    node = _first_of(outcome)
    beside = node.dep == verb.dep == "acl" and node.head is verb.head
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
    """Whether what harmed some harmed others by a verb joined to it: "killed four and injured nine".

    So too where both are told of those whom it befell: "nine were killed and five wounded in a raid".
    """
    words = gate_words()
    joined = _first_of(outcome) is _first_of(verb) and outcome is not verb
    harm = words.kills | words.hurts
    first, later = sorted((outcome, verb), key=lambda w: w.index)
    if is_passive(first) and is_passive(later) and {first.lemma, later.lemma} <= harm:
        return (joined or _goes_on(first, later)) and not _is_apart(first)
    left = outcome.lemma == "leave" and any(
        w.lower in words.lost | words.kills | words.hurts
        for held in outcome.all("oprd", "dobj", "acomp")
        for w in (held, *held.children)
    )
    alone = outcome.child("nsubj", "nsubjpass", "auxpass", "neg") is None
    actual = {outcome.tag, verb.tag} <= _PAST or outcome.tag == verb.tag
    hurt = outcome.lemma in harm or left
    deed = is_of(verb, *_DEEDS) and outcome.head is verb
    did = verb.lemma in harm or (deed and (verb.child("dobj") is None or _stands_with(outcome)))
    return joined and alone and actual and not is_passive(verb) and did and hurt


def _stands_with(outcome: Word) -> bool:
    """Whether no place or day tells one deed from the other: "raided a mill and killed nine in Suva"."""
    links = (w.lower for w in outcome.subtree() if w.dep == "prep")
    return _WHERE.isdisjoint(links) and outcome.child("npadvmod", "advmod", "advcl") is None


def _goes_on(first: Word, later: Word) -> bool:
    """Whether "and" stands right between two clauses: "nine were killed and | five were wounded"."""
    return any(c.index + 1 == later.subtree()[0].index for c in first.all("cc"))


def _is_apart(verb: Word) -> bool:
    """Whether something stands behind a verb that is told of it alone: "two were shot at the mill and"."""
    behind = [c for c in verb.children if c.index > verb.index]
    return (
        any(c.dep in ("prep", "agent", "npadvmod", "advcl") for c in behind) or verb.child("neg") is not None
    )


def _first_of(verb: Word) -> Word:
    """The first of joined verbs."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb
