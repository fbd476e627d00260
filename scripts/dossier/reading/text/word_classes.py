"""Words to word classes: closed classes from a lexicon, the rest by spelling."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class ClosedClass(NamedTuple):
    """Shape of lexicon/closed_class.yaml."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modals: frozenset[str]
    contracted: frozenset[str]
    negations: frozenset[str]
    to: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    attaching: frozenset[str]
    """Prepositions that tie a phrase to the noun before it wherever it stands."""
    names_too: frozenset[str]
    """Words that are names when they have a capital."""
    time_nouns: frozenset[str]
    time_words: frozenset[str]
    """Words that make a time of the noun behind them."""
    standing: frozenset[str]
    """Determiners that may stand for a noun phrase."""


class WordForms(NamedTuple):
    """Shape of lexicon/word_forms.yaml."""

    irregular_verbs: frozenset[str]
    common_verbs: frozenset[str]
    ing_nouns: frozenset[str]
    ed_words: frozenset[str]
    ly_words: frozenset[str]


@cache
def closed_class() -> ClosedClass:
    """The lexicon as it is written."""
    return load_table("closed_class", ClosedClass)


@cache
def _classes() -> dict[str, str]:
    table = closed_class()
    found: dict[str, str] = {}
    for name in ClosedClass._fields[: ClosedClass._fields.index("attaching")]:
        for word in getattr(table, name):
            found.setdefault(word, name)
    return found


@cache
def word_forms() -> WordForms:
    """The lexicon as it is written."""
    return load_table("word_forms", WordForms)


@lru_cache(maxsize=1 << 16)  # a text's few thousand words are looked at again and again
def class_of(text: str) -> str:
    """Class of a word: a class of closed_class.yaml, or one told by spelling.

    The latter are verb, participle, adverb, number, mark, genitive, name (any other word with a
    capital) and noun (any other word: nouns and adjectives). A capital in a closed-class word is a
    sentence's first word or part of a name; it stays in its class.
    """
    lower = text.lower()
    known = _classes().get(lower)
    if known is not None:
        return "name" if lower in closed_class().names_too and text != lower else known
    lead = text[0]
    if not lead.isalpha():
        if lead in "'’" and lower[1:] == "s":
            return "genitive"
        return "number" if lead.isdigit() else "name" if lead in "@#" and len(lower) > 1 else "mark"
    if lead.isupper():
        return "name"
    forms = word_forms()
    if lower in forms.irregular_verbs or lower in forms.common_verbs:
        return "verb"
    if lower.endswith("ing") and len(lower) > 4:
        return "noun" if lower in forms.ing_nouns else "participle"
    if lower.endswith("ed") and len(lower) > 3:
        return "noun" if lower in forms.ed_words or "-" in lower else "verb"
    if lower.endswith("ly") and len(lower) > 3:
        return "noun" if lower in forms.ly_words else "adverb"
    return "noun"


NOMINAL = frozenset(("name", "noun", "number", "genitive"))
LEADS = frozenset(("determiners", "possessives"))
PRONOUNS = frozenset(("subject_pronouns", "object_pronouns"))
AUXILIARIES = frozenset(("be", "have", "do", "modals"))
