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
_OF_PEOPLE = ("pledge", "plan", "refusal", "wish")
_RULES = ("dismiss", "reject")
_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "people", "person", "folk")
"""Of nouns for people: "trader", "senator", "economist"."""


def can_claim(source: Word, cue: str, kind: str) -> bool:
    """Whether a source makes a claim of a kind by a verb: a name, people or a body does, by any verb.

    A writing or record pledges and plans nothing ("a story offered"). Other things "say" what is written
    in them, and no more: "problems showed", "the plan offers" are the words of whoever writes so. What a
    court dismisses it does not deny: it rules.
    """
    if (
        kind == "denial"
        and cue in _RULES
        and not forms(source).isdisjoint(word_classes()["judge"] | {"court"})
    ):
        return False
    if source.pos != "NOUN" or cue in speech_words().anybodys:
        return True
    if source.lemma.lower().endswith(_ENDINGS) or not forms(source).isdisjoint(_people()):
        return True
    return kind not in _OF_PEOPLE and not forms(source).isdisjoint(
        speech_words().media | speech_words().records
    )


@cache
def _people() -> frozenset[str]:
    return speech_words().claimants.union(*(word_classes()[name] for name in _CLASSES))
