"""The words by which a statement becomes an accusation, a call or an assessment, as tables."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class ClaimVerbs(NamedTuple):
    """Shape of lexicon/claim_verbs.yaml; its comments say what each list holds."""

    speaking: frozenset[str]
    assessors: frozenset[str]
    misdeeds: frozenset[str]
    omitted: frozenset[str]
    obligations: frozenset[str]
    receiving: frozenset[str]
    ruling: frozenset[str]
    tasks: frozenset[str]
    broken: frozenset[str]


@cache
def claim_verbs() -> ClaimVerbs:
    """The lexicon, read once."""
    return load_table("claim_verbs", ClaimVerbs)
