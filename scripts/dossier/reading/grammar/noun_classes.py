"""Nouns and verbs by lemma to the classes that frames ask for, as the lexicon lists them."""

from __future__ import annotations

from functools import cache

from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Classes by name, each with its lemmas; read once."""
    return load_table("frame_classes", dict[str, frozenset[str]])


def forms(word: Word) -> set[str]:
    """A noun's forms to look up: its lemma; the singular too where the parser took it for a name."""
    lemma = word.lemma.lower()
    return {lemma, lemma.removesuffix("s")} if word.pos == "PROPN" else {lemma}


def is_of(word: Word, *classes: str) -> bool:
    """Whether a word is of one of some classes by its lemma alone."""
    found = forms(word)
    return any(not found.isdisjoint(word_classes()[name]) for name in classes)
