"""The verbs and nouns that report speech, as tables ready for a scan over tokens."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class ClaimVerbs(NamedTuple):
    """Shape of lexicons/claim_verbs.yaml; its comments say what each list holds."""

    frames: dict[str, frozenset[str]]
    addressing: frozenset[str]
    nouns: dict[str, frozenset[str]]
    sources: frozenset[str]
    assessors: frozenset[str]
    responsibility_verbs: frozenset[str]
    misdeeds: frozenset[str]
    omitted: frozenset[str]
    obligations: frozenset[str]
    authorship: frozenset[str]
    clause_openers: frozenset[str]


@cache
def claim_verbs() -> ClaimVerbs:
    """The lexicon, read once."""
    return load_table("claim_verbs", ClaimVerbs)


@cache
def frame_of_verb() -> dict[str, str]:
    """Frame by verb form: "blamed" → "blame"."""
    return {form: frame for frame, forms in claim_verbs().frames.items() for form in sorted(forms)}


@cache
def frame_of_noun() -> dict[str, str]:
    """Frame by noun: "accusations" → "accusation"."""
    return {form: frame for frame, forms in claim_verbs().nouns.items() for form in sorted(forms)}
