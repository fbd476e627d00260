"""Occasions to event findings: one record for one visit, meeting, press conference, letter or statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.reading.attribution.namer import Named
from dossier.reading.findings import DateFinding, EventFinding, Participant, Span
from dossier.reading.text.tokens import Sentence

_MOST_COMPARED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One sentence's report of one occasion."""

    type: str
    """visit, meeting, press_conference, letter or statement."""
    label: str
    """Head of the title: "State visit", "Joint press conference"."""
    sentence: Sentence
    trigger: Span
    people: tuple[tuple[str, Named], ...] = ()
    """(role, who): visitor, met, speaker, author, recipient …"""
    place: str | None = None
    date: DateFinding | None = None
    definite: bool = False


@dataclass(slots=True)
class _Gathered:
    """Occasions that are one, and what they say together."""

    first: Occasion
    sentences: dict[Sentence, None] = field(default_factory=dict)
    people: list[tuple[str, Named]] = field(default_factory=list)
    place: str | None = None
    date: DateFinding | None = None


def occasion_findings(occasions: list[Occasion]) -> list[EventFinding]:
    """Events of the occasions, repeated tellings joined."""
    gathered: list[_Gathered] = []
    for occasion in occasions:
        home = next(
            (g for g in reversed(gathered[-_MOST_COMPARED:]) if _same(g, occasion)),
            None,
        )
        if home is None:
            if not occasion.people and not occasion.place:
                continue
            home = _Gathered(occasion)
            gathered.append(home)
        _join(home, occasion)
    return [_finding(g) for g in gathered if _tells_enough(g)]


def _same(home: _Gathered, occasion: Occasion) -> bool:
    if home.first.type != occasion.type:
        return False
    if home.place and occasion.place and home.place != occasion.place and occasion.type != "meeting":
        return False
    if home.date and occasion.date and home.date.edtf != occasion.date.edtf and not occasion.definite:
        return False
    main = {n.name for role, n in home.people if n.known and role not in ("recipient",)}
    new = {n.name for role, n in occasion.people if n.known and role not in ("recipient",)}
    if occasion.type == "meeting":
        return bool(main & new) and (len(main & new) >= 2 or main <= new or new <= main)
    if main and new:
        return bool(main & new)
    if occasion.type == "letter":
        return occasion.definite
    return (
        occasion.definite
        or bool(home.place and home.place == occasion.place)
        or not (occasion.people and main)
    )


def _join(home: _Gathered, occasion: Occasion) -> None:
    home.sentences[occasion.sentence] = None
    home.place = home.place or occasion.place
    home.date = home.date or occasion.date
    if any(n.known for _, n in occasion.people):
        roles = {role for role, n in occasion.people if n.known}
        home.people = [(r, n) for r, n in home.people if n.known or r not in roles]
    names = {n.name for _, n in home.people}
    for role, named in occasion.people:
        filled = any(r == role for r, _ in home.people) and not named.known
        if named.name not in names and not filled:
            home.people.append((role, named))


def _tells_enough(home: _Gathered) -> bool:
    """Whether anybody in it is known by name; a visit needs its place too."""
    known = [n for _, n in home.people if n.known]
    if home.first.type == "meeting":
        return len(known) >= 2
    if home.first.type == "visit":
        return bool(known) and home.place is not None
    return bool(known)


def _finding(home: _Gathered) -> EventFinding:
    return EventFinding(
        type=home.first.type,
        title=_title(home),
        date=home.date,
        place=home.place,
        participants=tuple(
            Participant(actor=n.name, role=role, span=n.span) for role, n in home.people if n.known
        ),
        evidence=tuple(Span(s.start, s.end) for s in home.sentences),
        trigger=home.first.trigger,
    )


def _title(home: _Gathered) -> str:
    """A short title from the occasion's own head word and who and where."""
    first = home.first
    by_role: dict[str, list[str]] = {}
    for role, named in home.people:
        if named.known:
            by_role.setdefault(role, []).append(named.name)
    if first.type == "visit":
        return f"{first.label} to {home.place} by {_list(by_role.get('visitor', []))}"
    if first.type == "meeting":
        one, other = by_role.get("participant", []), by_role.get("met", [])
        if one and other:
            label = "Meetings" if len(other) > 1 and first.label == "Meeting" else first.label
            return f"{label} of {_list(one)} with {_list(other)}"
        return f"{first.label} of {_list(one or other)}"
    if first.type == "letter":
        to = by_role.get("recipient", [])
        return f"Letter from {_list(by_role.get('author', []))}" + (f" to {_list(to)}" if to else "")
    if first.type == "press_conference" and "oint" in first.label:
        return first.label
    return f"{first.label} by {_list([n for names in by_role.values() for n in names])}"


def _list(names: list[str]) -> str:
    """Names as a list: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
