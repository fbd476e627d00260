"""An article to what happened in it by the frames of events: one finding for one event, however often it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.reading.findings import (
    DateFinding,
    EventFinding,
    Participant,
    SlotFinding,
    Span,
    StandingFinding,
)
from dossier.reading.frames.format import load_frames
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.frames.scene import Scene

_BRACE = re.compile(r"\s?\{(?:([a-z ]+) )?([a-z]+)\}")
_PLAIN = frozenset(("where", "when"))
_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their) ", re.IGNORECASE)
_LONGEST_FILLER = 60
"""Characters of a title's slot: what is longer is a clause, and no name for a page."""


@dataclass(slots=True)
class _Told:
    """One event with the matches that tell it."""

    first: Match
    matches: list[Match] = field(default_factory=list)


def happenings(scene: Scene) -> tuple[EventFinding, ...]:
    """Events by the frames that yield them, in text order."""
    frames = [frame for frame in load_frames() if frame.yields == "event"]
    told: list[_Told] = []
    for match in Matcher(scene, frames).all():
        same = next((t for t in reversed(told) if _is_same(scene, t, match)), None)
        if same is None:
            told.append(_Told(match, [match]))
        else:
            same.matches.append(match)
    return tuple(_finding(scene, each) for each in told)


def _is_same(scene: Scene, told: _Told, match: Match) -> bool:
    """Whether a match tells an event again: same frame, nothing against it, somebody in common."""
    first = told.first
    if first.frame.frame != match.frame.frame:
        return False
    for here, there in ((_date(match), _date(first)), (_place(scene, match), _place(scene, first))):
        if here is not None and there is not None and here != there:
            return False
    common = False
    for slot, fillers in match.slots.items():
        if slot in _PLAIN or slot not in first.slots:
            continue
        mine, theirs = _who(fillers), _who(first.slots[slot])
        if mine and theirs and not mine & theirs:
            return False
        common = common or bool(mine & theirs)
    return common


def _who(fillers: tuple[Filler, ...]) -> set[str]:
    return {f.name or f.word.lemma.lower() for f in fillers}


def _date(match: Match) -> str | None:
    filler = match.first("when")
    return filler.date.edtf if filler is not None and filler.date is not None else None


def _place(scene: Scene, match: Match) -> str | None:
    found = _place_filler(scene, match)
    return found.name if found is not None else None


def _place_filler(scene: Scene, match: Match) -> Filler | None:
    places = {place.name for place in scene.names.places}
    for filler in match.slots.get("where", ()):
        if filler.name in places:
            return filler
    return None


def _finding(scene: Scene, told: _Told) -> EventFinding:
    first = told.first
    place = next((p for m in told.matches if (p := _place_filler(scene, m)) is not None), None)
    evidence = sorted({m.sentence for m in told.matches})
    return EventFinding(
        type=first.frame.type or first.frame.frame,
        title=_title(scene, first),
        date=_first_date(told),
        place=place.name if place is not None else None,
        participants=tuple(_participants(scene, told)),
        evidence=tuple(evidence),
        trigger=first.trigger.span,
        place_span=place.span if place is not None else None,
        slots=tuple(
            SlotFinding(slot=slot, span=f.span, name=f.name, stands_for=f.stands_for)
            for slot, fillers in first.slots.items()
            for f in fillers
        ),
        standing=StandingFinding(
            polarity=first.standing.polarity,
            modality=first.standing.modality,
            tense=first.standing.tense,
            cue=first.standing.cue.span if first.standing.cue is not None else None,
        ),
    )


def _first_date(told: _Told) -> DateFinding | None:
    for match in told.matches:
        filler = match.first("when")
        if filler is not None and filler.date is not None:
            return filler.date
    return None


def _participants(scene: Scene, told: _Told) -> Iterator[Participant]:
    actors = {actor.name for actor in scene.names.actors}
    seen: set[str] = set()
    for match in told.matches:
        for slot, fillers in match.slots.items():
            for filler in fillers:
                if slot not in _PLAIN and filler.name in actors and filler.name not in seen:
                    seen.add(filler.name)
                    role = match.pattern.slots[slot].role or slot
                    yield Participant(actor=filler.name, role=role, span=filler.span)


def _title(scene: Scene, match: Match) -> str:
    """The frame's title, each brace filled by a name or a few words, or left out."""

    def fill(brace: re.Match[str]) -> str:
        lead, slot = brace.groups()
        fillers = match.slots.get(slot, ())
        words = " and ".join(_words(scene, f) for f in fillers[:2] if f.span.end - f.span.start <= _LONGEST_FILLER)
        if not words:
            return ""
        return f" {lead} {words}" if lead else f" {words}"

    pattern = match.frame.title or match.frame.frame.replace("_", " ").capitalize()
    made = _BRACE.sub(fill, pattern).strip()
    return made[:1].upper() + made[1:]


def _words(scene: Scene, filler: Filler) -> str:
    if filler.name is not None:
        return filler.name
    return _ARTICLE.sub("", " ".join(scene.article.text.text[filler.span.start : filler.span.end].split()))
