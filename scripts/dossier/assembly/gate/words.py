"""The gate's own words, as a table."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class GateWords(NamedTuple):
    """Shape of words.yaml; its comments say what each list holds."""

    limiting: tuple[str, ...]
    limiting_starts: tuple[str, ...]
    no_limits: tuple[str, ...]
    negative: frozenset[str]
    hosts: frozenset[str]
    answers: frozenset[str]
    gets: frozenset[str]
    hedged: frozenset[str]
    bounds: tuple[str, ...]
    kills: frozenset[str]
    hurts: frozenset[str]
    members: frozenset[str]
    fronted: frozenset[str]
    absent: frozenset[str]
    undoes: frozenset[str]
    undone: frozenset[str]
    in_force: tuple[str, ...]
    sure: frozenset[str]
    knows: frozenset[str]
    denies_before: tuple[str, ...]
    forgoes: tuple[str, ...]
    near_before: tuple[str, ...]
    opens_before: tuple[str, ...]
    unhindered: frozenset[str]
    never_opens: tuple[str, ...]
    seldom: frozenset[str]
    floats: frozenset[str]
    spares: frozenset[str]
    times: frozenset[str]
    contradicts: frozenset[str]
    shuts_out: tuple[str, ...]
    untrue: frozenset[str]
    open: frozenset[str]
    when: frozenset[str]
    units: frozenset[str]
    former: frozenset[str]
    holds_office: frozenset[str]
    unmade: frozenset[str]
    made: frozenset[str]
    signs: frozenset[str]
    only_agrees: frozenset[str]
    loses: frozenset[str]
    leaves: frozenset[str]
    says_only: frozenset[str]
    naming: frozenset[str]
    takes_back: tuple[str, ...]
    cut_denials: frozenset[str]
    cut_hedges: frozenset[str]
    forbids: frozenset[str]
    booked: frozenset[str]
    selves: frozenset[str]
    views: frozenset[str]
    places_before: frozenset[str]
    declines: frozenset[str]
    reticent: frozenset[str]
    concedes: frozenset[str]
    nobodies: frozenset[str]
    somebodies: frozenset[str]
    said_through: frozenset[str]
    adjective_endings: tuple[str, ...]
    concludes: frozenset[str]
    planned: frozenset[str]
    mutual: frozenset[str]
    ahead: frozenset[str]
    ahead_stems: tuple[str, ...]
    alleges: frozenset[str]
    crowns: frozenset[str]
    scales: frozenset[str]
    exceeds: frozenset[str]
    obliges: frozenset[str]
    offers: frozenset[str]
    hedges_aside: tuple[str, ...]
    hedges_before: tuple[str, ...]
    carries: frozenset[str]
    silent: frozenset[str]
    sides: frozenset[str]
    pronouns: frozenset[str]
    described: dict[str, frozenset[str]]
    occasions: dict[str, frozenset[str]]


@cache
def gate_words() -> GateWords:
    """The table, read once."""
    return load_table("words", GateWords, "dossier.assembly.gate")
