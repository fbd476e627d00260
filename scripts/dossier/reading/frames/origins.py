"""Where a slot's filler stands: the words in one relation to a trigger, or to the verb that supports it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    doers,
    is_infinitive,
    is_verb,
    obliques,
    subjects,
    undergoers,
)
from dossier.reading.grammar.extents import extent
from dossier.reading.grammar.noun_classes import forms, is_of, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_ABOUT = frozenset(("of", "to", "for", "in", "about", "on"))
CLAUSES = ("clause", "infinitive", "purpose")


def standing_at(origin: str, word: Word, support: Word | None) -> list[Word]:
    """Words that stand in one relation to a trigger, or to the verb that supports it."""
    verb = word if is_verb(word) else support
    if origin == "adjunct":
        return [noun for over in _clause_heads(word, support) for noun in _adjuncts(over)]
    if origin in _OF_TRIGGER:
        return _OF_TRIGGER[origin](word)
    if origin == "doer":
        return _doers(word, verb)
    if origin == "seat":
        return [w for doer in _doers(word, verb) for w in _seats(doer)]
    if verb is not None and origin in _OF_VERB:
        return _OF_VERB[origin](verb)
    over = [*_clause_heads(word, support), *(word.all("acomp", "attr") if word.lemma == "be" else ())]
    found = [n for each in over for n in obliques(each, origin) if not _is_blamed(word, n)]
    if not found and is_verb(word):  # "claimed responsibility for the raid"
        found = [n for held in word.all("dobj", "nsubjpass") for n in obliques(held, origin)]
    return found


def _doers(word: Word, verb: Word | None) -> list[Word]:
    return doers(verb) if verb is not None and doers(verb) else agents(word)


def _struck(noun: Word) -> list[Word]:
    """What a noun of violence says it struck: "a bus bombing"; an "army raid" is the army's."""
    classes = word_classes()
    fighters = classes["force"] | classes["armed_people"]
    return [w for w in noun.all("compound", "amod", "nmod") if forms(w).isdisjoint(fighters)]


def _owners(noun: Word) -> list[Word]:
    return [n for owner in noun.all("poss") for n in conjuncts(owner)]


def _purposes(word: Word) -> list[Word]:
    verb = word if is_verb(word) else next((w for w in word.ancestors() if is_verb(w)), word)
    return [c for c in verb.all("advcl", "xcomp") if is_infinitive(c)]


def _clauses(*labels: str) -> Callable[[Word], list[Word]]:
    return lambda word: [c for c in word.all(*labels) if is_verb(c)]


def _is_blamed(act: Word, noun: Word) -> bool:
    """Whether a noun stands behind the "on" of "blamed the attack on X": it is blamed, and was not hit.

    Neither is told of "blamed the attack on the ferry on X", where one stands within the other.
    """
    return act.dep == "dobj" and (act.head.lemma, noun.head.lower) in speech_words().act_as_object


def _bearers(noun: Word) -> list[Word]:
    """Who does what is told of at a noun's occasion: "said Ana Lume at a press conference"."""
    link = noun.head
    if noun.dep != "pobj" or link.lower not in ("at", "during", "in", "on"):
        return []
    verb = next((w for w in link.ancestors() if is_verb(w)), None)
    return doers(verb) if verb is not None and verb.lemma != "be" else []  # "were present at the talks"


def _above(word: Word) -> list[Word]:
    """What a word hangs on by a preposition, with the verb whose object that is: "convicted X of"."""
    if word.dep not in ("pcomp", "pobj") or word.head.lower not in _ABOUT:
        return []
    over = word.head.head
    found = [over, *over.all("acomp", "oprd")]
    if over.dep in ("dobj", "nsubjpass"):
        found.append(over.head)
    return found


def _seats(doer: Word) -> list[Word]:
    """Nouns that say of a doer where that one has its say: "Governor Ana Lume of X", "the X court".

    None of "X and Y", of which one place would be half.
    """
    found: list[Word] = []
    for noun in (doer, *doer.all("appos")):
        span = extent(noun)
        inside = [w for w in noun.subtree() if span.start <= w.start < span.end]
        if not any(w.dep in ("cc", "conj") for w in inside if w is not doer):
            found += [w for w in inside if w is doer or w.dep in ("compound", "nmod", "poss", "pobj")]
    return found


def _clause_heads(word: Word, support: Word | None) -> list[Word]:
    return [word] if support is None else [word, support]


def is_tried(over: Word, noun: Word) -> bool:
    """Whether a noun is the act somebody is tried for: the May of "convicted in the killing of X in May"."""
    tried = over.lemma in word_classes()["pursued"] | word_classes()["verdict"]
    known = any(c.dep in ("det", "poss") or c.lower == "of" for c in noun.children)
    return tried and known and is_of(noun, "tried_for")


def _adjuncts(over: Word) -> list[Word]:
    """Nouns of time, place and manner on a word: bare ones and behind prepositions, "on Monday in Tavora"."""
    found: list[Word] = []
    for child in over.children:
        if child.dep in ("npadvmod", "advmod", "nmod", "tmod", "dep"):
            found.append(child)
        elif child.dep == "prep":
            for noun in child.all("pobj"):
                if is_tried(over, noun):
                    continue
                inner = obliques(noun, "in", "on", "of")
                parts = (part for each in inner if is_of(each, "territory") for part in obliques(each, "of"))
                found += [noun, *inner, *parts]
    return found


_OF_TRIGGER: Mapping[str, Callable[[Word], list[Word]]] = {
    "above": _above,
    "owner": _owners,
    "modifier": lambda word: word.all("compound", "amod", "nmod"),
    "struck": _struck,
    "apposition": lambda word: word.all("appos"),
    "purpose": _purposes,
    "clause": _clauses("ccomp", "acl"),
    "infinitive": _clauses("xcomp", "acl"),
    "bearer": _bearers,
}
_OF_VERB: Mapping[str, Callable[[Word], list[Word]]] = {
    "undergoer": undergoers,
    "subject": subjects,
    "addressee": lambda verb: verb.all("dative"),
    "complement": lambda verb: verb.all("attr", "acomp", "oprd"),
}
