"""Verbs to the clauses that limit what they say: "if elected", "unless it rains", "until it is signed"."""

from __future__ import annotations

from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import Word

_LIMITING = frozenset(("advcl", "prep", "advmod", "conj"))
_ASKING = frozenset(("whether",))
"""Words that make a clause one of several answers, and no condition."""
_LONG = frozenset(("long",))
_SOON = frozenset(("soon",))


def conditions(verb: Word) -> list[Word]:
    """The heads of the phrases on a verb that say on which condition it holds: "as long as it is safe"."""
    return [c for c in verb.children if c.dep in _LIMITING and _is_condition(c)]


def limits(verb: Word) -> list[Word]:
    """The heads of the phrases on a verb that say on which condition, or until or from when, it holds."""
    return [c for c in verb.children if c.dep in _LIMITING and (_is_condition(c) or _is_until(c))]


def _is_condition(word: Word) -> bool:
    conditional = governing_words().conditional - _ASKING
    if word.dep == "prep":
        held = word.child("pobj", "pcomp", "ccomp")
        if held is None or held.dep != "pobj":  # "provided that it rains"
            return held is not None and word.lower in conditional
        return held.lower == "condition" and held.child("acl", "relcl") is not None
    if word.dep == "advmod":
        return _is_as(word, _LONG)
    if word.pos == "PRON":
        return False  # "if anything"
    opens = word.dep != "conj" and word.lower in conditional
    return opens or any(c.lower in conditional for c in word.all("mark"))


def _is_as(word: Word, adverbs: frozenset[str]) -> bool:
    """Whether a clause is measured by an adverb: "as long as it rains"."""
    return word.lower in adverbs and any(c.child("mark") is not None for c in word.all("advcl", "ccomp"))


def _is_until(word: Word) -> bool:
    limits = governing_words().limits
    if word.dep == "prep":
        return word.lower in limits and word.child("pcomp") is not None
    if word.dep == "advmod":
        return _is_as(word, _SOON)
    only = word.dep == "advcl" and word.subtree()[0].lower == "only"
    return only or any(c.lower in limits for c in word.all("mark"))
