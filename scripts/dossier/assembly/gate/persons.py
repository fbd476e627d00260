"""Common nouns to whether they mean a person, and no body of people."""

from __future__ import annotations

from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.noun_classes import is_of
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_CLASSES = ("people", "armed_people", "hostage", "envoy")


def names_somebody(noun: Word) -> bool:
    """Whether a common noun is one of a person: by its ending, or as one that is listed."""
    lemma, words = noun.lemma.lower(), gate_words()
    ends = lemma.endswith(tuple(speech_words().people_endings)) and lemma not in words.nobodies
    return ends or lemma in words.somebodies or is_of(noun, *_CLASSES)
