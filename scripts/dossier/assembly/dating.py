"""A date as found to a date of a kind: on a day, during a stretch, some time within it, before or after.

EDTF says which: one of a set of days is `[2019-04-15..2019-04-21]`, no later than a day `[..2019-04-21]`,
and an interval with a slash only what lasted from its first day to its last.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dossier.facts import EDITOR, RULES, Fact
from dossier.model import Event
from dossier.reading.findings import DateFinding
from dossier.vocabularies import DateKind

_LASTING = "interval"
"""The precision of what is told with its first day and its last."""
_OPEN = ("", "..")


class Dating(NamedTuple):
    """The kind of a date, and the date in EDTF."""

    kind: DateKind
    edtf: str


def dating(found: DateFinding) -> Dating:
    """What the words say of when: as little as they do.

    A bound is taken in: what was "by" a day or "before" it was no later than that day. What happened
    "during" a month happened some time in it; only days told from first to last are lasted through.
    """
    first, slash, last = found.edtf.partition("/")
    if found.kind == "before" or (slash and first in _OPEN):
        return Dating("before", f"[..{last or first}]")
    if found.kind == "after" or (slash and last in _OPEN):
        return Dating("after", f"[{first}..]")
    if slash:
        lasted = found.precision == _LASTING
        return Dating("during", found.edtf) if lasted else Dating("within", f"[{first}..{last}]")
    return Dating("on" if found.precision == "day" else "within", found.edtf)


def bounded_by_wholes(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, each part without a date of its own dated some time within its whole."""
    dated = {event.id: event for event in events}
    for id in list(dated):
        chain = [id]
        while (whole := dated[chain[-1]].part_of) and whole.value in dated and whole.value not in chain:
            chain.append(whole.value)
        for part, of in reversed(list(pairwise(chain))):
            dated[part] = _bounded(dated[part], dated[of])
    return tuple(dated.values())


def _bounded(part: Event, whole: Event) -> Event:
    if part.date or not part.part_of or not whole.date:
        return part
    date = whole.date.value
    first, slash, last = date.edtf.partition("/")
    within: dict[str, object] = {"kind": "within", "edtf": f"[{first}..{last}]"} if slash else {}
    value = date.model_copy(
        update=within
        | {"basis": "inferred", "rule": "the event has the date of the larger one it is part of"}
    )
    by = {part.part_of.read_by, whole.date.read_by}
    fact = Fact(
        value=value,
        read_by=EDITOR if EDITOR in by else RULES,
        evidence=tuple(dict.fromkeys((*part.part_of.evidence, *whole.date.evidence))),
        according_to=tuple(dict.fromkeys((*part.part_of.according_to, *whole.date.according_to))),
        source=part.part_of.source if EDITOR in by else None,
    )
    return part.model_copy(update={"date": fact})


def fits(kind: DateKind, edtf: str) -> bool:
    """Whether a value has the form of its kind."""
    ranged = edtf.startswith("[") and edtf.endswith("]")
    forms = {
        "before": ranged and edtf.startswith("[.."),
        "after": ranged and edtf.endswith("..]"),
        "during": not ranged,
        "within": "/" not in edtf and not edtf.startswith("[..") and not edtf.endswith("..]"),
        "on": "/" not in edtf and not ranged,
    }
    return forms[kind]
