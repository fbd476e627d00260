"""A row of a table to a finding: subject, predicate, object and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.readers.given import Refusal, given_source
from dossier.readers.roles import event_roles
from dossier.readers.types import kind_of

COLUMNS = ("subject", "predicate", "object", "words")
"""Columns a table must have; it may have `article`, `trigger`, `date`, `place`, `source`, `cue`, `status`."""


def given_of_row(row: Mapping[str | None, Any]) -> dict[str, Any]:
    """The finding of a row.

    The predicate is `said` for a quotation, a kind of claim, a type of event, a relation or a kind of
    agreement. Raises Refusal for another.
    """
    if None in row:
        raise Refusal("it has more cells than the table has columns")
    cells = {str(key): (value or "").strip() for key, value in row.items()}
    predicate = cells["predicate"].lower().replace(" ", "_")
    given: dict[str, Any] = {"article": cells.get("article") or None, "passage": cells["words"] or None}
    if cells.get("trigger"):
        given["trigger"] = cells["trigger"]
    if predicate == "said":
        trigger = {"trigger": cells["cue"]} if cells.get("cue") else {}
        slots = [{"role": "speaker", "words": cells["subject"]}] if cells["subject"] else []
        return {"kind": "quote", **given, **trigger, "segments": [cells["object"]], "slots": slots}
    kind = kind_of(predicate)
    if kind is None or kind in ("actor", "place"):
        raise Refusal(
            f"the predicate “{cells['predicate']}” is no claim, event, relation or agreement we know"
        )
    roles = _roles(kind, predicate)
    ends = zip(roles, (cells["subject"], cells["object"]), strict=True)
    slots = [{"role": role, "words": words} for role, words in ends if words]
    slots += [{"role": role, "words": cells[role]} for role in ("date", "place") if cells.get(role)]
    if cells.get("source"):
        given["source"] = given_source(cells["source"], cells.get("cue"))
    if cells.get("status"):
        given["status"] = cells["status"]
    return {"kind": kind, "type": predicate, **given, "slots": slots}


def _roles(kind: str, type: str) -> tuple[str, str]:
    """The roles of subject and object."""
    if kind == "claim":
        return "claimant", "target"
    if kind == "relation":
        return "subject", "object"
    if kind == "agreement":
        return "party", "party"
    asked = event_roles().get(type, {})
    doer = next((role for role, gate in asked.items() if gate in ("agent", "partner")), None)
    other = next((role for role, gate in asked.items() if gate in ("patient", "recipient")), None)
    other = other or next((r for r, gate in asked.items() if gate == "partner" and r != doer), doer)
    if doer is None or other is None:
        raise Refusal(f"a table can't tell who did what in an event of type {type}; use JSON Lines")
    return doer, other
