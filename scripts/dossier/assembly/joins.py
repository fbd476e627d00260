"""Joins by the words both rest on: a pledge to the quotation that utters it, victims to their force."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dossier.assembly.origins import read
from dossier.facts import value_of
from dossier.model import Claim, Quote
from dossier.reading.findings import Casualties, NameFinding, Span
from dossier.reading.lexicon import load_table
from dossier.reading.text.tokens import Text

if TYPE_CHECKING:
    from dossier.assembly.desk import Desk

R = TypeVar("R", bound=str)
_FORCES = frozenset({"government_body", "organisation", "armed_group", "alliance", "people"})
"""Kinds of actors that people can belong to by name."""


class _Words(NamedTuple):
    """Shape of joins.yaml."""

    members: frozenset[str]


def within(told: Sequence[tuple[Span, R]], spans: Iterable[Span]) -> set[R]:
    """What is told by words that begin in one of the spans; `told` is in text order."""
    found = set()
    for span in spans:
        at = bisect_left(told, span.start, key=lambda each: each[0].start)
        while at < len(told) and told[at][0].start < span.end:
            found.add(told[at][1])
            at += 1
    return found


def uttered(desk: Desk, quotes: Iterable[Quote], claims: Iterable[Claim]) -> list[Quote]:
    """The quotations, each with the one agreement whose status it words, else the one claim of its speaker.

    Where one words several, which of them it utters is not told.
    """
    claimants = {str(claim.id): value_of(claim.claimant) for claim in claims}
    joined = []
    for quote in quotes:
        spans = [desk.book.span(id) for id in quote.segments]
        speaker = value_of(quote.speaker)
        own = {id for id in within(desk.claimed, spans) if speaker and claimants.get(id) == speaker}
        found = within(desk.agreed, spans) or own
        if quote.utters is None and len(found) == 1:
            quote = quote.model_copy(update={"utters": read(found.pop(), *quote.segments)})
        joined.append(quote)
    return joined


def belonging(text: Text, found: Casualties, mentions: Sequence[tuple[Span, NameFinding]]) -> str | None:
    """The name of the force that those counted belonged to: "14 Harbour Guard officers", "three Reef Guards".

    The name is all of the words for those counted, but for one before it that says of what state, and one
    behind it that says members.
    `mentions` are in text order.
    """
    counted = found.counted
    if counted is None:
        return None
    members = load_table("joins", _Words, __package__).members
    at = bisect_left(mentions, counted.start, key=lambda each: each[0].start)
    for span, name in mentions[at : at + 3]:
        if span.end > counted.end or name.kind not in _FORCES:
            continue
        before = text.slice(Span(counted.start, span.start)).split()
        behind = text.slice(Span(span.end, counted.end)).split()
        of_a_state = not before or (len(before) == 1 and before[0].istitle())
        if of_a_state and (not behind or (len(behind) == 1 and behind[0] in members)):
            return name.name
    return None


def only(found: Iterable[R]) -> R | None:
    """The one of them; None when there are none or several."""
    each = list(found)
    return each[0] if len(each) == 1 else None
