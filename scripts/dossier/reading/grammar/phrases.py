"""Tokens to phrases: noun phrases, verb groups, and the subject and object of a verb.

Shallow and bounded: a phrase is found by walking from an anchor the caller already has (a cue, a
trigger) over closed-class words and word shapes, never by parsing the sentence. It does not
settle attachment that needs meaning ("the man on the hill with a telescope"). The rooms are
`word_classes`, `noun_phrases`, `verb_groups` and `subjects`; this is their front door.
"""

from __future__ import annotations

from dossier.reading.grammar.noun_phrases import (
    Phrase,
    appositions,
    is_time,
    noun_phrase_at,
    noun_phrase_ending,
)
from dossier.reading.grammar.subjects import clause_subject, subject_of
from dossier.reading.grammar.verb_groups import VerbGroup, agent_of, is_short_be, object_of, verb_group
from dossier.reading.grammar.word_classes import standing_determiner, word_class

__all__ = [
    "Phrase",
    "VerbGroup",
    "agent_of",
    "appositions",
    "clause_subject",
    "is_short_be",
    "is_time",
    "noun_phrase_at",
    "noun_phrase_ending",
    "object_of",
    "standing_determiner",
    "subject_of",
    "verb_group",
    "word_class",
]
