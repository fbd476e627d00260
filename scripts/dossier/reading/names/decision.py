"""Cues of a name to what it names: one decision by weighed evidence, each weight visible."""

from __future__ import annotations

from functools import cache
from math import exp, fsum
from pathlib import Path
from typing import NamedTuple

from dossier.reading.lexicon import load_lines

KINDS = ("person", "organisation", "place", "none")
"""What a name may be; "none" is a name of something else, or none at all: it gets no page."""
_NONE = KINDS.index("none")
TABLE = Path(__file__).parent.parent / "lexicon/name_weights.tsv"
SURE = 0.33
"""The dial: a kind with less than this share of belief is not taken."""
SURE_OF_FEW = 0.1
"""The dial in an article about violence, where who fights is often named once and by nothing but a name."""
SURE_OF_RULED = 0.03
"""The dial for what a rule is sure of: a public body, an armed group, somebody with a given name."""
SURE_OF_SIDE = 0.9
"""The dial for a town’s name as somebody’s in a report of sport, where a side is called so."""
TOLD = 0.8
"""The dial for a record: less sure of its kind a name has one only where something is told of it."""
WEAK = 0.5
"""Belief below which a name is more likely something else."""
_WORDS_BESIDE = 5.75
"""How often likelier words beside a name make what they tell than its evidence does."""


class Decision(NamedTuple):
    """What a name is taken for, how surely, and why."""

    kind: str
    """person, organisation, place or none."""
    best: str
    """The kind that most speaks for, taken or not: person, organisation or place."""
    belief: float
    """In that one, between 0 and 1."""
    reasons: tuple[tuple[str, float], ...]
    """Cues and how much each spoke for the kind against the next best, the weightiest first."""
    shares: tuple[float, ...]
    """Belief in each of KINDS; calibrated: of names of which one is believed by .8, four in five are so."""

    def belief_in(self, kind: str, *, by_words: bool = False) -> float:
        """Belief in a kind, whoever settled it; `by_words` where words beside the name tell it."""
        share = self.shares[KINDS.index(kind)]
        return share * _WORDS_BESIDE / (share * _WORDS_BESIDE + 1 - share) if by_words else share


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    rows = (line.split("\t") for line in load_lines("name_weights.tsv"))
    return {cue: tuple(int(weight) / 100 for weight in weights) for cue, *weights in rows}


def decide(cues: dict[str, float], sure: float = SURE) -> Decision:
    """The kind that the cues speak for most; "none" where the belief in it is less than `sure`.

    Sums are exact and ties are told by name: the same in whatever order the cues come, and on each Python.
    """
    table = _weights()
    known = [(cue, value, table[cue]) for cue, value in cues.items() if cue in table]
    totals = [fsum(value * weights[k] for _, value, weights in known) for k in range(len(KINDS))]
    best, second = sorted(range(len(KINDS)), key=lambda k: -totals[k])[:2]
    if best == _NONE:
        best, second = second, best
    odds = [exp(total - max(totals)) for total in totals]
    shares = tuple(each / fsum(odds) for each in odds)
    belief = shares[best]
    told = sorted(
        ((cue, value * (weights[best] - weights[second])) for cue, value, weights in known),
        key=lambda reason: (-abs(reason[1]), reason[0]),
    )
    return Decision(KINDS[best] if belief >= sure else "none", KINDS[best], belief, tuple(told), shares)
