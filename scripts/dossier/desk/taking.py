"""Another reader's values where it differs, as the corrections that an editor would give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.assembly.dating import dating
from dossier.desk.page_says import Pages
from dossier.editing.sources import Source
from dossier.model import Actor
from dossier.readers.merging import Difference
from dossier.reading.findings import NameFinding, Span

_WHO = ("claimant", "target", "speaker", "place")
_PLAIN = ("kind", "type", "status")


class Taken(NamedTuple):
    """The corrections; None, with why, where they can't be told as such."""

    fields: dict[str, str] | None
    why: str = ""


class _Untold(ValueError):
    """Why a value can't be taken over, in words for the editor."""


def taken_over(difference: Difference, source: Source, pages: Pages) -> Taken:
    """What a reader says otherwise, or besides, as fields of a correction."""
    try:
        return Taken(dict(_fields(difference, source, pages)))
    except _Untold as why:
        return Taken(None, f"it can’t be taken over by a key: {why}")


def _fields(difference: Difference, source: Source, pages: Pages) -> Iterator[tuple[str, str]]:
    found = difference.found
    people = {f"{p.role}: {p.actor}": p for p in getattr(found, "participants", ())}
    people |= {f"party {p.actor}": p for p in getattr(found, "parties", ())}
    took_part = []
    for slot in difference.odd:
        if slot in people:
            person = people[slot]
            id = _id(person.actor, source, pages)
            took_part.append(f"{id} as {person.role}: {_slice(source, person.span)}")
        elif slot == "date":
            date = found.date
            yield "date", f"{_slice(source, Span(date.start, date.end))} = {dating(date).edtf}"
        elif slot in _WHO:
            yield slot, _id(_named(found, slot), source, pages, "places" if slot == "place" else "actors")
        elif slot in _PLAIN:
            yield slot, str(getattr(found, slot))
        else:
            raise _Untold(f"{slot} is set by no single line")
    if took_part:
        yield "participants", "; ".join(took_part)


def _named(found: Any, slot: str) -> str:
    """What a finding calls whoever fills a slot."""
    value = getattr(found, slot)
    if slot == "speaker":
        value = value.name or value.mention
    return str(value)


def _id(name: str, source: Source, pages: Pages, section: str = "actors") -> str:
    """Id of the record that the article calls by a name; a state is a place too.

    Raises _Untold where none stands.
    """
    findings = source.findings
    known: list[NameFinding] = [f for f in (*findings.actors, *findings.places) if f.name == name]
    record = pages.record(source.article.id, section, known[0]) if known else None
    if record is None or (section == "actors" and not isinstance(record, Actor)):
        raise _Untold(f"“{name}” has no page that can be named here")
    return record.id


def _slice(source: Source, span: Span) -> str:
    return source.article.text.slice(span)
