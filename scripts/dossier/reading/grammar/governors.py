"""The words that govern a clause, as tables: planned, asked for, possible, prevented, denied."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class GoverningWords(NamedTuple):
    """Shape of lexicon/governing.yaml; its comments say what each list holds."""

    verbs: dict[str, frozenset[str]]
    even_known: frozenset[str]
    only_told: frozenset[str]
    confirming: frozenset[str]
    known_of: frozenset[str]
    made_up: frozenset[str]
    bringing_about: frozenset[str]
    doubled: frozenset[str]
    nouns: dict[str, frozenset[str]]
    conditional: frozenset[str]
    hedges: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    bare: frozenset[str]
    unchanged: frozenset[str]
    mishaps: frozenset[str]
    indefinite: frozenset[str]
    staged: frozenset[str]
    fictions: frozenset[str]
    perhaps_fictions: frozenset[str]
    making_up: frozenset[str]
    parts_of_works: frozenset[str]
    which_part: frozenset[str]
    books: frozenset[str]
    by_itself: frozenset[str]
    nobody: frozenset[str]
    none: frozenset[str]
    believing: frozenset[str]
    takes_a_clause: frozenset[str]
    doubts: frozenset[str]
    enacting: frozenset[str]
    ranks: frozenset[str]
    until: frozenset[str]
    facts: frozenset[str]
    reports: frozenset[str]
    untrue: frozenset[str]
    takes_back: frozenset[str]
    names_a_doer: frozenset[str]
    wrongly: frozenset[str]
    drafts: frozenset[str]
    ahead: frozenset[str]
    pictures: frozenset[str]
    judging: frozenset[str]
    naming: frozenset[str]
    several: frozenset[str]
    somebodies: frozenset[str]
    conceding: frozenset[str]
    unsays: frozenset[str]
    by_choice: frozenset[str]
    forcing: frozenset[str]
    regrets: frozenset[str]
    of_reports: frozenset[str]
    scant: frozenset[str]
    former: frozenset[str]
    versions: frozenset[str]
    at_first: frozenset[str]
    says_first: frozenset[str]
    only: frozenset[str]
    bounds: frozenset[str]
    later: frozenset[str]
    due: frozenset[str]
    will: frozenset[str]
    days_to_come: frozenset[str]
    seems: frozenset[str]
    aims: frozenset[str]
    known_behind: frozenset[str]
    limits: frozenset[str]
    turning: frozenset[str]
    completing: frozenset[str]
    narrowing: frozenset[str]
    becoming: frozenset[str]
    circumstances: frozenset[str]
    otherwise: frozenset[str]
    of_effect: frozenset[str]
    forgone: dict[str, frozenset[str]]
    stays: frozenset[str]
    said_to_come: frozenset[str]
    includes: frozenset[str]
    near: tuple[str, ...]
    thought_of: frozenset[str]
    ready_for: frozenset[str]


@cache
def governing_words() -> GoverningWords:
    """The lexicon, read once."""
    return load_table("governing", GoverningWords)


@cache
def effect_of_verb() -> dict[str, str]:
    """What a verb does to the clause under it: "threaten" → "planned"; what is said to have is "hearsay"."""
    return {w: effect for effect, ws in governing_words().verbs.items() if effect != "hearsay" for w in ws}


@cache
def effect_of_noun() -> dict[str, str]:
    """What a noun does to the clause or noun under it: "plot" → "planned"."""
    return {w: effect for effect, words in governing_words().nouns.items() for w in words}


@cache
def effect_of_adjective() -> dict[str, str]:
    """What an adjective does to its noun: "foiled" → "prevented"."""
    return {w: effect for effect, words in governing_words().adjectives.items() for w in words}
