"""Another reader's finding in our words: titles and methods are made, never taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dossier.reading.findings import (
    AgreementFinding,
    ClaimFinding,
    EventFinding,
    NameFinding,
    QuoteFinding,
)
from dossier.vocabularies import event_types

F = TypeVar("F")


def retold(found: F, reader: str) -> F:
    """The finding with nothing in it that nobody asked the gate about."""
    if isinstance(found, EventFinding):
        return replace(found, title=event_title(found.type, found.place))
    if isinstance(found, AgreementFinding):
        parties = [party.actor for party in found.parties]
        return replace(found, title=agreement_title(found.kind, parties), announced_by=None, amount=None)
    if isinstance(found, ClaimFinding | QuoteFinding):
        return replace(found, method=f"read by {reader}")
    if isinstance(found, NameFinding):
        return replace(found, country=None)
    return found


def event_title(type: str, place: str | None) -> str:
    """A neutral title: what kind of event, and where."""
    label = event_types()[type].label
    return f"{label} in {place}" if place else label


def agreement_title(kind: str, parties: list[str]) -> str:
    """A neutral title: what kind of agreement, and whose."""
    label = "Agreement" if kind == "other" else kind.replace("_", " ").capitalize()
    between = " and ".join(dict.fromkeys(parties))
    return f"{label} of {between}" if between else label
