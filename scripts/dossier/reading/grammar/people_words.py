"""Nouns to whether they mean people or bodies of people: who can say something, and can be asked to do it."""

from __future__ import annotations

from functools import cache

from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word


def names_people(noun: Word) -> bool:
    """Whether a noun means people or a body: by its ending ("trader"), or as one that is listed."""
    lemma = noun.lemma.lower()
    if lemma.endswith(tuple(sorted(speech_words().people_endings))):
        return True
    forms = {lemma, lemma.removesuffix("s")} if noun.pos == "PROPN" else {lemma}
    return not forms.isdisjoint(_people())


@cache
def _people() -> frozenset[str]:
    classes = load_table("frame_classes", dict[str, frozenset[str]])
    words = speech_words()
    return words.claimants.union(*(classes[name] for name in words.claimant_classes))
