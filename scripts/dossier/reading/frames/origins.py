"""Where a slot's filler stands: the words in one relation to a trigger, or to the verb that supports it."""

from __future__ import annotations

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
from dossier.reading.tree import Word

_ABOUT = frozenset(("of", "to", "for", "in", "about"))
CLAUSES = ("clause", "infinitive", "purpose")
_BESIDE = {"addressee": ("dative",), "complement": ("attr", "acomp", "oprd")}


def standing_at(origin: str, word: Word, support: Word | None) -> list[Word]:
    """Words that stand in one relation to a trigger, or to the verb that supports it."""
    if origin == "adjunct":
        return [noun for over in _clause_heads(word, support) for noun in _adjuncts(over)]
    if origin == "above":
        return _above(word)
    if origin == "owner":
        return [n for owner in word.all("poss") for n in conjuncts(owner)]
    if origin == "modifier":
        return word.all("compound", "amod", "nmod")
    if origin == "apposition":
        return word.all("appos")
    if origin == "purpose":
        clause_verb = word if is_verb(word) else next((w for w in word.ancestors() if is_verb(w)), word)
        return [c for c in clause_verb.all("advcl", "xcomp") if is_infinitive(c)]
    if origin in CLAUSES:
        deps = ("ccomp", "acl") if origin == "clause" else ("xcomp", "acl")
        return [c for c in word.all(*deps) if is_verb(c)]
    verb = word if is_verb(word) else support
    if origin == "doer":
        return doers(verb) if verb is not None and doers(verb) else agents(word)
    if origin == "bearer":
        return _bearers(word)
    if verb is not None and origin == "undergoer":
        return undergoers(verb)
    if verb is not None and origin == "subject":
        return subjects(verb)
    if verb is not None and origin in _BESIDE:
        return verb.all(*_BESIDE[origin])
    over = [*_clause_heads(word, support), *(word.all("acomp", "attr") if word.lemma == "be" else ())]
    found = [n for each in over for n in obliques(each, origin)]
    if not found and is_verb(word):  # "claimed responsibility for the raid"
        found = [n for held in word.all("dobj", "nsubjpass") for n in obliques(held, origin)]
    return found


def _bearers(noun: Word) -> list[Word]:
    """Who does what is told of at a noun's occasion: "said Ana Lume at a press conference"."""
    link = noun.head
    if noun.dep != "pobj" or link.lower not in ("at", "during", "in", "on"):
        return []
    verb = next((w for w in link.ancestors() if is_verb(w)), None)
    return doers(verb) if verb is not None else []


def _above(word: Word) -> list[Word]:
    """What a word hangs on by a preposition, with the verb whose object that is: "convicted X of"."""
    if word.dep not in ("pcomp", "pobj") or word.head.lower not in _ABOUT:
        return []
    over = word.head.head
    found = [over, *over.all("acomp", "oprd")]
    if over.dep in ("dobj", "nsubjpass"):
        found.append(over.head)
    return found


def _clause_heads(word: Word, support: Word | None) -> list[Word]:
    return [word] if support is None else [word, support]


def _adjuncts(over: Word) -> list[Word]:
    """Nouns of time, place and manner on a word: bare ones and behind prepositions, "on Monday in Tavora"."""
    found: list[Word] = []
    for child in over.children:
        if child.dep in ("npadvmod", "advmod", "nmod", "tmod", "dep"):
            found.append(child)
        elif child.dep == "prep":
            for noun in child.all("pobj"):
                found += [noun, *obliques(noun, "in", "on", "of")]
    return found
