"""Nouns and verbs by lemma to the classes that frames ask for, as the lexicon lists them."""

from __future__ import annotations

from functools import cache

from dossier.reading.grammar.speech_words import speech_words
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


def names_people(noun: Word) -> bool:
    """Whether a noun means people or a body, who can speak: by its ending ("trader"), or as listed."""
    return can_name_people(noun.lemma.lower()) or is_listed_as_people(noun)


def can_name_people(lemma: str) -> bool:
    """The same of a word alone, in small letters."""
    words = speech_words()
    ends = lemma.endswith(tuple(sorted(words.people_endings))) and lemma not in words.no_people
    return ends or lemma in _people()


def is_listed_as_people(noun: Word) -> bool:
    """Whether a noun is listed as one for people or a body, whatever it ends in: no "weather"."""
    return not forms(noun).isdisjoint(_people())


def is_impersonal(noun: Word) -> bool:
    """Whether a noun means a body, an outlet or a writing, which no person is: "the newspaper, Ann Lee"."""
    return noun.pos == "NOUN" and is_of(noun, "impersonal")


def is_share(word: Word) -> bool:
    """Whether a word counts some of those asked: "32%", "a third", "most"."""
    counts = not speech_words().shares.isdisjoint((word.lower, word.lemma.lower())) or word.tag == "CD"
    some = any(c.dep == "det" and c.lower in ("some", "most", "many") for c in word.children)
    return counts or some or is_of(word, "partitive")


def has_a_say(noun: Word) -> bool:
    """Whether what is said can be the word of it: people or a body, a share of those asked, a writing."""
    words = speech_words()
    written = not forms(noun).isdisjoint(words.media | words.records)
    return written or is_share(noun) or names_people(noun)


@cache
def weekdays() -> frozenset[str]:
    """Names of the days of a week, long and short."""
    return frozenset(load_table("calendar", dict[str, dict[str, int]])["weekdays"])


@cache
def _people() -> frozenset[str]:
    classes, words = word_classes(), speech_words()
    return words.claimants.union(*(classes[name] for name in words.claimant_classes))
