"""The conditions of frames, one by one: each pattern again without one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.reading.attribution.scene import Scene
from dossier.reading.dates.dates import extract_dates
from dossier.reading.frames.format import Frame, Pattern, Slot
from dossier.reading.frames.matcher import Match, Matcher
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article


@dataclass(frozen=True)
class Condition:
    """One `and` of a pattern."""

    frame: Frame
    number: int | None
    """Of the pattern in its frame; None of what the frame says once for all of them."""
    name: str
    """Such as "hit.is", or "never[1]"."""
    without: Frame
    """The frame, but for this condition."""

    def __str__(self) -> str:
        where = "" if self.number is None else f"[{self.number}]"
        return f"{self.frame.frame}{where}.{self.name}"


def conditions(frame: Frame) -> Iterator[Condition]:
    """Each condition of each of its patterns; which verb or noun it is counts for none.

    What a pattern needs or must not have is one condition, and each thing that it says of that another.

    What the frame says of all its patterns at once is one condition, and without it none of them has it.
    """
    for number, pattern in enumerate(frame.patterns):
        for name, changed in _weaker(frame, pattern):
            patterns = list(frame.patterns)
            patterns[number] = changed
            yield Condition(frame, number, name, _with(frame, patterns))
    for name, slot in frame.slots.items():
        for told, weaker in _weaker_slots(slot):
            patterns = [
                _with_slot(pattern, name, weaker) if pattern.slots[name] == slot else pattern
                for pattern in frame.patterns
            ]
            yield Condition(frame, None, f"{name}.{told}", _with(frame, patterns))
    for guard, slot in enumerate(frame.never):
        behind = guard - len(frame.never)
        patterns = [_let(pattern, behind) for pattern in frame.patterns]
        yield Condition(frame, None, f"never[{guard}]", _with(frame, patterns))
        for told, wider in _weaker_slots(slot):
            patterns = [_with_guard(pattern, "never", behind, wider) for pattern in frame.patterns]
            yield Condition(frame, None, f"never[{guard}].{told}", _with(frame, patterns))


def _weaker(frame: Frame, pattern: Pattern) -> Iterator[tuple[str, Pattern]]:
    """A pattern without each of its own conditions: by what it lacks."""
    if pattern.voice:
        yield "voice", pattern.model_copy(update={"voice": None})
    if pattern.particle:
        yield "particle", pattern.model_copy(update={"particle": None})
    if pattern.known:
        yield "known", pattern.model_copy(update={"known": False})
    if pattern.support and not pattern.support.alone:
        alone = pattern.support.model_copy(update={"alone": True})
        yield "support", pattern.model_copy(update={"support": alone})
    for name, slot in pattern.slots.items():
        if frame.slots.get(name) != slot:
            for told, weaker in _weaker_slots(slot):
                yield f"{name}.{told}", _with_slot(pattern, name, weaker)
    for number, slot in enumerate(pattern.needs):
        kept = pattern.needs[:number] + pattern.needs[number + 1 :]
        yield f"needs[{number}]", pattern.model_copy(update={"needs": kept})
        for told, weaker in _weaker_slots(slot):
            yield f"needs[{number}].{told}", _with_guard(pattern, "needs", number, weaker)
    for guard, slot in enumerate(pattern.never[: len(pattern.never) - len(frame.never)]):
        yield f"never[{guard}]", _let(pattern, guard)
        for told, wider in _weaker_slots(slot):
            yield f"never[{guard}].{told}", _with_guard(pattern, "never", guard, wider)


def _weaker_slots(slot: Slot) -> Iterator[tuple[str, Slot]]:
    for told, field, nothing in (
        ("needed", "needed", False),
        ("is", "classes", ()),
        ("words", "words", frozenset()),
        ("unless", "unless", ()),
    ):
        if getattr(slot, field):
            yield told, slot.model_copy(update={field: nothing})


def _with(frame: Frame, patterns: list[Pattern]) -> Frame:
    return frame.model_copy(update={"patterns": tuple(patterns)})


def _with_slot(pattern: Pattern, name: str, slot: Slot) -> Pattern:
    return pattern.model_copy(update={"slots": {**pattern.slots, name: slot}})


def _let(pattern: Pattern, guard: int) -> Pattern:
    """A pattern that lets one thing be which it must not have."""
    kept = list(pattern.never)
    del kept[guard]
    return pattern.model_copy(update={"never": tuple(kept)})


def _with_guard(pattern: Pattern, field: str, number: int, slot: Slot) -> Pattern:
    """A pattern of which one thing that it needs or must not have is another."""
    guards = list(getattr(pattern, field))
    guards[number] = slot
    return pattern.model_copy(update={field: tuple(guards)})


def scene_of(text: str) -> Scene:
    """What a matcher reads."""
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    return Scene(article, extract_names(article), Parses(article), extract_dates(article))


def matches(scene: Scene, *frames: Frame) -> list[Match]:
    """What the frames find."""
    return list(Matcher(scene, frames).all())


def found(text: str, scene: Scene, frame: Frame) -> list[dict[str, list[str]]]:
    """What a frame finds in a text: for each match the words of what fills each slot."""
    return [_filled(text, match) for match in matches(scene, frame)]


def told(text: str, scene: Scene, frame: Frame) -> list[tuple[dict[str, list[str]], str | None]]:
    """The same with the title that each match would have."""
    return [(_filled(text, match), match.pattern.title) for match in matches(scene, frame)]


def _filled(text: str, match: Match) -> dict[str, list[str]]:
    return {
        slot: [text[f.span.start : f.span.end] for f in fillers]
        for slot, fillers in match.slots.items()
        if fillers
    }
