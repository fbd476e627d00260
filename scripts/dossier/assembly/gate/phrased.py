"""Who says something by an adjective or a charge: "is sure that …", "blames a boiler left on by guards".

What else tells it without a verb of saying, `reading.attribution.tellings` has for the reading and the gate.
"""

from __future__ import annotations

from typing import NamedTuple

from dossier.assembly.gate.words import gate_words
from dossier.reading.attribution.sources import issuers_of
from dossier.reading.grammar.dependents import agents, conjuncts, is_definite, is_passive, is_verb, subjects
from dossier.reading.grammar.noun_classes import names_people, weekdays
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.namewords import ORGANISATION, load_namewords
from dossier.reading.tree import Word


class Voice(NamedTuple):
    """A word of saying over a clause, and who says it."""

    cue: Word
    speakers: tuple[Word, ...]
    sure: bool
    """False where the clause only adds what may be the article's own: a relative, an apposition."""
    open: bool = False
    """Where a clause after ", and" may still be said, or stand for itself."""


def phrased(node: Word, sure: bool) -> Voice | None:
    """The voice that an adjective or a charge gives what hangs on it."""
    return _by_adjective(node, sure) or _by_blame(node)


def is_of_mind(word: str) -> bool:
    """Whether an adjective is one of who holds something to be so, or doubts it: it is their word."""
    return word.lower() in speech_words().convinced | speech_words().in_doubt


def _by_adjective(node: Word, sure: bool) -> Voice | None:
    """The voice of "is sure that …"."""
    head = node.head
    small = node.dep == "ccomp" and node.pos == "ADJ" and head.lemma in speech_words().clause
    if small and node.child("nsubj") is not None:
        return Voice(head, tuple(speakers_of(head)), sure)  # "thinks it likely that"
    clause = is_verb(node) and node.dep in ("ccomp", "acl", "pcomp") and head.dep == "acomp"
    if clause and is_of_mind(head.lemma):
        return Voice(head, tuple(subjects(head.head)), sure)
    return None


def _by_blame(node: Word) -> Voice | None:
    """The voice of "blames a boiler left on by guards", where who blames it may be who says so."""
    noun, verb = node.head, node.head.head
    blamed = node.dep == "acl" and node.tag == "VBN" and noun.dep == "dobj"
    if not blamed or verb.lemma != "blame" or is_definite(noun):
        return None
    return Voice(verb, tuple(speakers_of(verb)), sure=False, open=True)


def speakers_of(verb: Word) -> list[Word]:
    """Who says what a verb tells: its subject, the doer of a passive, or what stands behind it."""
    if is_passive(verb):
        return agents(verb)
    found = subjects(verb)
    if not found:
        found = [n for c in verb.all("dobj", "attr") for n in conjuncts(c)]
    return [*found, *behind_writings(verb)]


def behind_writings(verb: Word) -> list[Word]:
    """Who speaks by the writing that says something: the union of "a report from the union said".

    No day, no place; none where another tells of it: "Lee said Holt’s letter called for".
    """
    speaking = subjects(verb) if is_verb(verb) and verb.dep != "ccomp" else []
    writings = (w for w in speaking if w.index < verb.index and w.lemma.lower() in speech_words().media)
    issued = (noun for writing in writings for noun in issuers_of(writing))
    return [each for noun in issued if _may_write(noun) for each in conjuncts(noun)]


def _may_write(noun: Word) -> bool:
    """Whether a noun is of people or a body: none of "from Fiji", "last week’s"."""
    named = any(load_namewords().get(w.lower, 0) & ORGANISATION for w in (noun, *noun.all("compound")))
    person = noun.pos == "PROPN" and (noun.dep == "poss" or noun.head.lower == "by")
    return named or names_people(noun) or (person and noun.lower not in weekdays() | gate_words().dated)


def can_tell(noun: Word) -> bool:
    """Whether a noun is one of a source: of "citing police" and "citing threats" only the first."""
    words, lemma = speech_words(), noun.lemma.lower()
    return noun.pos == "PROPN" or lemma in words.cited | words.media | words.records or names_people(noun)
