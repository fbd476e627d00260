"""Another reader's findings laid over what is known: the same is one finding with two readers.

Where the two differ nothing of theirs is taken: the difference is for an editor. Whoever a reader calls by
another form of a name we know is called by ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from dossier.readers.names import Names, overlapping
from dossier.reading.findings import (
    AgreementFinding,
    ClaimFinding,
    EventFinding,
    Findings,
    NameFinding,
    QuoteFinding,
    RelationFinding,
    Span,
)

_Key = Callable[[Any], tuple[Any, ...]]
_Slots = Callable[[Any], dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What two readers say differently of the same words."""

    article: str
    reader: str
    section: str
    words: Span
    ours: str
    theirs: str
    found: Any = None
    """Their finding."""
    odd: tuple[str, ...] = ()
    """The slots in which it says something else, or more."""

    def __str__(self) -> str:
        return f"{self.reader} reads {self.theirs}, others {self.ours}"


def read_by(value: Any, readers: tuple[str, ...]) -> Any:
    """A finding, or any part of one, with its readers, and all that is in it with the same."""
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(read_by(each, readers) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {f.name: read_by(getattr(value, f.name), readers) for f in fields(value)}
    if "read_by" in changed:
        changed["read_by"] = readers
    return replace(value, **changed)


def renamed(value: Any, names: dict[str, str]) -> Any:
    """A finding with the names it refers to changed."""
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(renamed(each, names) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for f in fields(value):
        inner = getattr(value, f.name)
        if f.name in _REFERS and isinstance(inner, str):
            changed[f.name] = names.get(inner, inner)
        elif not isinstance(inner, str | int | None):
            changed[f.name] = renamed(inner, names)
    return replace(value, **changed) if changed else value


_REFERS = frozenset(
    (
        "actor",
        "claimant",
        "target",
        "announced_by",
        "according_to",
        "subject",
        "object",
        "name",
        "of",
        "place",
    )
)


def merged(known: Findings, theirs: Findings, reader: str) -> tuple[Findings, tuple[Difference, ...]]:
    """What is known with what a reader adds, and where they differ; theirs must have passed the gate."""
    told: list[Difference] = []
    actors, places, names = _names(known, theirs, reader, told)
    sections: dict[str, Any] = {name: renamed(getattr(theirs, name), names) for name in _SECTIONS}
    theirs = replace(theirs, **sections)
    theirs = read_by(theirs, (reader,))
    events, numbers = _laid(known, theirs, "events", reader, told)
    claims = tuple(
        replace(c, event=numbers.get(c.event) if c.event is not None else None) for c in theirs.claims
    )
    theirs = replace(theirs, claims=claims)
    found: dict[str, Any] = {
        name: _laid(known, theirs, name, reader, told)[0] for name in _SECTIONS if name != "events"
    }
    asked = {name for each in told for name in _named_in(each.found)}
    actors, places = (
        tuple(replace(each, belief=1.0) if each.name in asked else each for each in names)
        for names in (actors, places)
    )
    return replace(known, actors=actors, places=places, events=events, **found), tuple(told)


def _named_in(found: Any) -> Iterator[str]:
    """The names in a finding: whoever is asked which reader is right may take them over."""
    speaker = getattr(found, "speaker", None)
    yield from filter(None, (getattr(found, slot, None) for slot in ("claimant", "target", "place")))
    yield from filter(None, (getattr(speaker, "name", None),))
    yield from (each.actor for slot in ("participants", "parties") for each in getattr(found, slot, ()))


def agrees(known: Findings, section: str, found: Any) -> bool:
    """Whether what is known says the same, and all that a finding says, and on nobody else's word."""
    if section in ("actors", "places"):
        return found in getattr(known, section)
    key, slots = _SECTIONS[section]
    return any(
        mine == found
        or (
            key(mine) == key(found) and not _odd(slots(mine), slots(found)) and not _loses_source(mine, found)
        )
        for mine in getattr(known, section)
    )


def _loses_source(mine: Any, theirs: Any) -> bool:
    """Whether what is somebody's word for us is nobody's for another reader."""
    return getattr(mine, "source", None) is not None and getattr(theirs, "source", None) is None


def _laid(
    known: Findings, theirs: Findings, section: str, reader: str, told: list[Difference]
) -> tuple[tuple[Any, ...], dict[int, int]]:
    """A section with what a reader adds; and by the number of each event of theirs, that of the one it is."""
    ours = list(getattr(known, section))
    key, slots = _SECTIONS[section]
    numbers: dict[int, int] = {}
    for number, each in enumerate(getattr(theirs, section)):
        at = _at(ours, each, key, slots)
        if at is None:
            numbers[number] = len(ours)
            ours.append(each)
        elif ours[at] == each or not (odd := _odd(slots(ours[at]), slots(each))):
            numbers[number] = at
            ours[at] = both_read(ours[at], each)
        else:
            mine, other = slots(ours[at]), slots(each)
            told.append(
                Difference(
                    article=known.id,
                    reader=reader,
                    section=section,
                    words=key(each)[0],
                    ours=", ".join(f"{slot} {mine.get(slot) or 'none'}" for slot in odd),
                    theirs=", ".join(f"{slot} {other[slot]}" for slot in odd),
                    found=each,
                    odd=tuple(odd),
                )
            )
    return tuple(ours), numbers


def _at(ours: Sequence[Any], each: Any, key: _Key, slots: _Slots) -> int | None:
    """Which of ours is told by the same words; of several, as of one accusation of two, one that agrees."""
    same = [i for i, mine in enumerate(ours) if mine == each or key(mine) == key(each)]
    agreeing = [i for i in same if not _odd(slots(ours[i]), slots(each))]
    return next(iter(agreeing or same), None)


def _odd(mine: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """What theirs says otherwise, or besides."""
    return [slot for slot, value in theirs.items() if value and value != mine.get(slot)]


def both_read(mine: Any, theirs: Any) -> Any:
    """Our finding with another reader who read the same, slot by slot where the slots are the same."""
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and not isinstance(mine, Span):
        return tuple(next((both_read(one, other) for other in theirs if one == other), one) for one in mine)
    if not is_dataclass(mine) or isinstance(mine, type) or type(mine) is not type(theirs):
        return mine
    changed = {f.name: both_read(getattr(mine, f.name), getattr(theirs, f.name)) for f in fields(mine)}
    if "read_by" in changed:
        others = dict(_fields(theirs))["read_by"]
        changed["read_by"] = tuple(dict.fromkeys((*changed["read_by"], *others)))
    return replace(mine, **changed)


def _fields(found: Any) -> Iterator[tuple[str, Any]]:
    return ((f.name, getattr(found, f.name)) for f in fields(found))


def said_by(section: str, found: Any) -> dict[str, Any]:
    """What a finding says, slot by slot, as two readers are compared in it."""
    if section in ("actors", "places"):
        roles = {f"role {role.title}": role.of or True for role in found.roles}
        return {"name": found.name, "kind": found.kind, **roles}
    return {slot: value for slot, value in _SECTIONS[section][1](found).items() if value}


def told_at(section: str, found: Any) -> Span:
    """The words that a finding is told by: its trigger, or a name's first mention."""
    if section in ("actors", "places"):
        name: NameFinding = found
        return name.roles[0].span if name.roles else name.mentions[0]
    where: Span = _SECTIONS[section][0](found)[0]
    return where


def _of_quote(found: QuoteFinding) -> dict[str, Any]:
    speaker = found.speaker
    return {"speaker": (speaker.name or speaker.mention) if speaker else None}


def _of_claim(found: ClaimFinding) -> dict[str, Any]:
    return {"kind": found.kind, "claimant": found.claimant, "target": found.target}


def _of_event(found: EventFinding) -> dict[str, Any]:
    people = {f"{p.role}: {p.actor}": p.actor for p in found.participants}
    counted = {f"{c.kind} {c.min}–{c.max}": True for c in found.casualties}
    date = found.date.edtf if found.date else None
    return {"type": found.type, "date": date, "place": found.place, **people, **counted}


def _of_agreement(found: AgreementFinding) -> dict[str, Any]:
    parties = {f"party {p.actor}": p.actor for p in found.parties}
    return {"kind": found.kind, "status": found.status, **parties}


def _of_relation(found: RelationFinding) -> dict[str, Any]:
    return {"predicate": found.predicate, "subject": found.subject, "object": found.object}


_SECTIONS: dict[str, tuple[_Key, _Slots]] = {
    "quotes": (lambda f: (f.segments[0],), _of_quote),
    "events": (lambda f: (f.trigger or f.evidence[0],), _of_event),
    "agreements": (lambda f: (f.trigger or f.status_span,), _of_agreement),
    "claims": (lambda f: (f.trigger or f.wording,), _of_claim),
    "relations": (lambda f: (f.trigger, f.subject_span, f.object_span), _of_relation),
}
"""By section: what makes two findings one, and what they must then agree in."""


def _names(
    known: Findings, theirs: Findings, reader: str, told: list[Difference]
) -> tuple[tuple[NameFinding, ...], tuple[NameFinding, ...], dict[str, str]]:
    """Actors and places with those a reader adds, and by the reader's form of a name ours."""
    called: dict[str, str] = {}
    sections = []
    for section in ("actors", "places"):
        ours: list[NameFinding] = list(getattr(known, section))
        for each in read_by(getattr(theirs, section), (reader,)):
            at = _same_name(ours, each)
            if at is None:
                ours.append(each)
                continue
            mine = ours[at]
            called[each.name] = mine.name
            if mine.kind != each.kind:
                told.append(
                    Difference(
                        article=known.id,
                        reader=reader,
                        section=section,
                        words=each.mentions[0],
                        ours=f"“{mine.name}” as {mine.kind}",
                        theirs=f"“{each.name}” as {each.kind}",
                        found=each,
                        odd=("kind",),
                    )
                )
                continue
            ours[at] = _with_roles(mine, each)
        sections.append(tuple(ours))
    return sections[0], sections[1], called


def _same_name(ours: Sequence[NameFinding], each: NameFinding) -> int | None:
    exact = next((i for i, mine in enumerate(ours) if mine.name == each.name), None)
    if exact is not None:
        return exact
    return next((i for i, mine in enumerate(ours) if overlapping(mine.mentions, each.mentions)), None)


def _with_roles(mine: NameFinding, each: NameFinding) -> NameFinding:
    """Our name with another reader, and the roles that only the other gives."""
    new = tuple(role for role in each.roles if not _has_role(mine.roles, role))
    same: NameFinding = both_read(mine, each)
    if each.roles and len(new) == len(each.roles) and not set(each.mentions) >= set(mine.mentions):
        same = mine  # only a role was given, not the name
    return replace(same, roles=(*same.roles, *new), belief=max(mine.belief, each.belief))


def _has_role(roles: Iterable[Any], role: Any) -> bool:
    return any(each.title.casefold() == role.title.casefold() for each in roles)


def with_names(known: Findings, theirs: Findings) -> Findings:
    """What is known with a reader's names: a name on the same words as one we know is that one's form."""
    sections: dict[str, Any] = {}
    for section in ("actors", "places"):
        ours: list[NameFinding] = list(getattr(known, section))
        for each in getattr(theirs, section):
            at = _same_name(ours, each)
            if at is None:
                ours.append(each)
            else:
                mentions = tuple(sorted({*ours[at].mentions, *each.mentions}))
                ours[at] = replace(ours[at], mentions=mentions)
        sections[section] = tuple(ours)
    return replace(known, **sections)


def known_names(findings: Findings) -> Names:
    """The names of a reading."""
    return Names((*findings.actors, *findings.places))
