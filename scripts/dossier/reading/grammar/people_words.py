"""Nouns to whether they mean people or bodies of people: who can say something, and can be asked to do it."""

from __future__ import annotations

from functools import cache

from dossier.reading.grammar.noun_classes import forms, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word


def names_people(noun: Word) -> bool:
    """Whether a noun means people or a body: by its ending ("trader"), or as one that is listed."""
    lemma = noun.lemma.lower()
    if lemma.endswith(tuple(sorted(speech_words().people_endings))):
        return True
    return not forms(noun).isdisjoint(_people())


@cache
def _people() -> frozenset[str]:
    classes, words = word_classes(), speech_words()
    return words.claimants.union(*(classes[name] for name in words.claimant_classes))
