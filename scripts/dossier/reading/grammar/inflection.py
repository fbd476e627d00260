"""Base form of a verb to its other forms, by the spelling rules of English."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")


def third_person(verb: str) -> str:
    """The form with -s: warns, teaches, denies, has."""
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def past(verb: str) -> str:
    """The regular past and past participle: warned, argued, denied. A last consonant is not doubled."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def ing(verb: str) -> str:
    """The form in -ing: warning, arguing, lying. A last consonant is not doubled."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"
