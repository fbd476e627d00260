"""What a comparison comes to: points, each with its reason, and what they decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Verdict = Literal["sure", "doubtful", "different"]
_TOLD = 3
"""Reasons beside the first that are told."""


class Reason(NamedTuple):
    """One feature of a comparison."""

    points: float
    words: str
    """In words: "the same full name"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two are, and why."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    """What brought them together first."""

    @property
    def points(self) -> float:
        """All points together."""
        return sum(reason.points for reason in self.reasons)


def weightiest(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The reasons for, in words: the first, then the few that weigh most; none of a decision."""
    every = list(reasons)
    told = sorted((reason for reason in every[1:] if reason.points > 0), key=lambda reason: -reason.points)
    return tuple(reason.words for reason in (*every[:1], *told[:_TOLD]))


def told_of_both(words: Iterable[str]) -> str:
    """The reason that two titles have words in common."""
    return f"both titles tell of {', '.join(f'“{word}”' for word in words)}"
