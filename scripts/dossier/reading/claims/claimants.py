"""Whether what a sentence names as its source can make a claim: a need calls for much, and claims nothing."""

from __future__ import annotations

from functools import cache

from dossier.reading.frames.classes import forms, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_CLASSES = (
    "people",
    "anonymous",
    "armed_people",
    "chamber",
    "court",
    "crowd",
    "delegation",
    "envoy",
    "force",
    "hostage",
    "institution",
    "investigators",
    "judge",
    "law",
    "legislature",
    "locale",
    "officeholder",
    "outfit",
    "paper",
    "partitive",
    "play",
    "protesters",
    "public_body",
    "sides",
    "territory",
    "workers",
)
_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "people", "person", "folk")
"""Of nouns for people: "trader", "senator", "economist"."""


def can_claim(source: Word, cue: str) -> bool:
    """Whether a source makes a claim by a verb: a name, people, a body or a writing does, by any verb.

    Other things "say" what is written in them, and no more: "problems showed", "the plan offers" are the
    words of whoever writes so.
    """
    if source.pos != "NOUN" or cue in speech_words().anybodys:
        return True
    return source.lemma.lower().endswith(_ENDINGS) or not forms(source).isdisjoint(_claimants())


@cache
def _claimants() -> frozenset[str]:
    classes, words = word_classes(), speech_words()
    return words.media | words.claimants | words.records.union(*(classes[name] for name in _CLASSES))
