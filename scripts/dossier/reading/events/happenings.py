"""An article to what happened in it, by the frames of events: one finding for one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.happening_guards import Guards
from dossier.reading.events.happening_titles import Titles
from dossier.reading.findings import (
    DateFinding,
    EventFinding,
    Participant,
    SlotFinding,
    StandingFinding,
)
from dossier.reading.frames.format import Frame, load_frames
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.grammar.dependents import is_definite, is_verb
from dossier.reading.tree import Word

_PLAIN = frozenset(("where", "when"))
_MOST_COMPARED = 12
"""Events a match is compared with, latest first: keeps a long chronicle linear."""


@dataclass(slots=True)
class _Told:
    """One event with the matches that tell it."""

    first: Match
    matches: list[Match] = field(default_factory=list)


@cache
def event_frames() -> tuple[Frame, ...]:
    """The frames that yield events."""
    return tuple(frame for frame in load_frames() if frame.yields == "event")


def happenings(scene: Scene) -> tuple[EventFinding, ...]:
    """Events by the frames that yield them, in text order."""
    matcher, guards = Matcher(scene, event_frames()), Guards(scene)
    told: list[_Told] = []
    for _, tree in scene.parses.all():
        for match in _one_a_clause(matcher.matches(tree)):
            if not guards.happened(match):
                continue
            same = next((t for t in reversed(told[-_MOST_COMPARED:]) if _is_same(scene, t, match)), None)
            if same is not None:
                same.matches.append(match)
            elif guards.says_enough(match):
                told.append(_Told(match, [match]))
    titles = Titles(scene)
    return tuple(_finding(scene, titles, each) for each in told)


def _one_a_clause(matches: Iterator[Match]) -> list[Match]:
    """Of the matches of one clause those that rank highest; no announcement of what is told anyway."""
    found = list(matches)
    kept: list[Match] = []
    for match in found:
        rivals = [m for m in found if m is not match and m.frame.rank > match.frame.rank]
        if any(_verb_of(m) is _verb_of(match) for m in rivals):
            continue
        if match.frame.rank == 0 and any(_holds(match, m.trigger) for m in rivals):
            continue
        if any(m.trigger is match.trigger and m.frame.rank == match.frame.rank for m in kept):
            continue  # two frames of one word: the first by name
        kept.append(match)
    return kept


def _verb_of(match: Match) -> Word:
    """The verb of the clause that a match stands in."""
    word = match.support or match.trigger
    while not is_verb(word) and word.head is not word:
        word = word.head
    return word


def _holds(match: Match, word: Word) -> bool:
    """Whether a word stands in what a match says."""
    return any(above is match.trigger or above is match.support for above in word.ancestors())


def _is_same(scene: Scene, told: _Told, match: Match) -> bool:
    """Whether a match tells an event again: its type, nothing against it, somebody in common or meant."""
    first = told.first
    if _type(first) != _type(match):
        return False
    pairs = (
        (_date(match), next((d for m in told.matches if (d := _date(m))), None)),
        (_place(scene, match), next((p for m in told.matches if (p := _place(scene, m))), None)),
    )
    if any(here is not None and there is not None and here != there for here, there in pairs):
        return False
    common = pointed = False
    for slot, fillers in match.slots.items():
        if slot in _PLAIN or slot not in first.slots:
            continue
        mine, theirs = _who(fillers), _who(first.slots[slot])
        vague = all(_points_back(f) for f in fillers)
        if not mine & theirs and not vague:
            return False
        common, pointed = common or bool(mine & theirs), pointed or vague
    back = not is_verb(match.trigger) and is_definite(match.trigger) and match.trigger.pos != "PROPN"
    return common or pointed or back


def _type(match: Match) -> str:
    return match.frame.type or match.frame.frame


def _points_back(filler: Filler) -> bool:
    """Whether words mean somebody told of before without naming them: "the aircraft", "they"."""
    word = filler.word
    return word.pos == "PRON" or (filler.name is None and word.pos != "PROPN" and is_definite(word))


def _who(fillers: tuple[Filler, ...]) -> set[str]:
    return {f.name or f.word.lemma.lower() for f in fillers}


def _date(match: Match) -> str | None:
    filler = match.first("when")
    return filler.date.edtf if filler is not None and filler.date is not None else None


def _place(scene: Scene, match: Match) -> str | None:
    found = _place_filler(scene, match)
    return found.name if found is not None else None


def _place_filler(scene: Scene, match: Match) -> Filler | None:
    """The place of the trigger's own clause: one that the gazetteer knows."""
    places = {place.name for place in scene.names.places}
    for filler in match.slots.get("where", ()):
        if filler.name in places:
            return filler
    return None


def _finding(scene: Scene, titles: Titles, told: _Told) -> EventFinding:
    first = told.first
    place = next((p for m in told.matches if (p := _place_filler(scene, m)) is not None), None)
    date = next((d for m in told.matches if (d := _past_date(scene, m)) is not None), None)
    return EventFinding(
        type=_type(first),
        title=titles.of(first, place),
        date=date,
        place=place.name if place is not None else None,
        participants=tuple(_participants(scene, told)),
        evidence=tuple(sorted({m.sentence for m in told.matches})),
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


def _past_date(scene: Scene, match: Match) -> DateFinding | None:
    """The date of a match's own clause, unless it is still to come: "announced a summit in June"."""
    filler = match.first("when")
    if filler is None or filler.date is None:
        return None
    published = scene.article.published
    return filler.date if published is None or filler.date.edtf[:10] <= published.isoformat() else None


def _participants(scene: Scene, told: _Told) -> Iterator[Participant]:
    actors = {actor.name for actor in scene.names.actors}
    seen: set[str] = set()
    for match in told.matches:
        for slot, fillers in match.slots.items():
            role = match.pattern.slots[slot].role or match.frame.roles.get(slot)
            for filler in fillers:
                if role and filler.name in actors and filler.name not in seen:
                    seen.add(filler.name)
                    yield Participant(actor=filler.name, role=role, span=filler.span)
