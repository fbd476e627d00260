"""What the gate is asked about and what it answers: one neutral record, whoever read it.

Offsets are code points into the article's text. Roles are those of events (`agent`, `patient`, `partner`,
`visitor`, `host`, `recipient`, `winner`, `place`, `from`, `to`, `date`, `topic`), claims (`claimant`,
`target`, `act`), agreements (`party`, `seller`, `subject`), quotations (`speaker`), offices (`person`, `of`)
and relations (`subject`, `object`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.reading.findings import Span

Kind = Literal["event", "claim", "agreement", "quote", "role", "relation"]
Answer = Literal["holds", "does not", "not shown"]

CIRCUMSTANCES = frozenset(("date", "place", "from", "to", "where", "when"))
"""Roles whose failing takes the slot, not the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The words that fill one role."""

    role: str
    span: Span
    stands_for: Span | None = None
    """Where the name stands that a pronoun, an alias or an office means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that belongs to the fact."""

    span: Span
    min: int | None = None
    max: int | None = None
    counts: Span | None = None
    """Who or what is counted."""
    what: str | None = None
    """Of people, what happened to them: `killed` or `injured`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoseWord:
    """Who says it, by which word, and whose word that is again."""

    span: Span
    cue: Span
    stands_for: Span | None = None
    within: WhoseWord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A fact and the words it rests on."""

    kind: Kind
    type: str | None = None
    """Of a claim its kind, of an agreement and event its type."""
    trigger: Span
    parts: tuple[Part, ...] = ()
    negative: bool = False
    polarity_cue: Span | None = None
    modality: str = "actual"
    """`actual`, or any word for what need not have come to pass."""
    modality_cue: Span | None = None
    source: WhoseWord | None = None
    """None when the article itself reports it."""
    count: Count | None = None
    segments: tuple[Span, ...] = ()
    """Of a quotation, its words."""
    status: str | None = None
    former: bool = False
    """Of an office no longer held."""
    evidence: tuple[Span, ...] = ()
    """Whole sentences; all other spans lie within."""


class Doubt(NamedTuple):
    """One question the words do not answer with yes."""

    answer: Answer
    """`does not` where the words say otherwise, `not shown` where they leave it open."""
    about: str
    """A role, or `words`, `polarity`, `modality`, `source`, `number`."""
    reason: str


class Verdict(NamedTuple):
    """The gate's answer about a proposition."""

    answer: Answer
    doubts: tuple[Doubt, ...] = ()
    fallen: tuple[Doubt, ...] = ()
    """Doubts about its dates and places: these slots fall, the fact stays."""


def does_not(about: str, reason: str) -> Doubt:
    """A doubt for what the words say otherwise."""
    return Doubt("does not", about, reason)


def not_shown(about: str, reason: str) -> Doubt:
    """A doubt for what the words leave open."""
    return Doubt("not shown", about, reason)
