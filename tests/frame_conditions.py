"""The conditions of frames, one by one: each pattern again without one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.reading.attribution.scene import Scene
from dossier.reading.dates.dates import extract_dates
from dossier.reading.frames.format import Frame, Pattern
from dossier.reading.frames.matcher import Match, Matcher
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article


@dataclass(frozen=True)
class Condition:
    """One `and` of a pattern."""

    frame: Frame
    number: int
    """Of the pattern in its frame."""
    name: str
    """Such as "hit.is", or "never[1]"."""
    without: Frame
    """The frame, but for this condition."""

    def __str__(self) -> str:
        return f"{self.frame.frame}[{self.number}].{self.name}"


def conditions(frame: Frame) -> Iterator[Condition]:
    """Each condition of each of its patterns; which verb or noun it is counts for none."""
    for number, pattern in enumerate(frame.patterns):
        for name, change in _weaker(pattern):
            patterns = list(frame.patterns)
            patterns[number] = pattern.model_copy(update=change)
            yield Condition(frame, number, name, frame.model_copy(update={"patterns": tuple(patterns)}))


def _weaker(pattern: Pattern) -> Iterator[tuple[str, dict[str, Any]]]:
    if pattern.voice:
        yield "voice", {"voice": None}
    if pattern.particle:
        yield "particle", {"particle": None}
    if pattern.support and not pattern.support.alone:
        yield "support", {"support": pattern.support.model_copy(update={"alone": True})}
    for name, slot in pattern.slots.items():
        for told, field, nothing in (
            ("needed", "needed", False),
            ("is", "classes", ()),
            ("words", "words", frozenset()),
            ("unless", "unless", ()),
        ):
            if getattr(slot, field):
                changed = slot.model_copy(update={field: nothing})
                yield f"{name}.{told}", {"slots": {**pattern.slots, name: changed}}
    for number in range(len(pattern.never)):
        yield f"never[{number}]", {"never": pattern.never[:number] + pattern.never[number + 1 :]}


def scene_of(text: str) -> Scene:
    """What a matcher reads."""
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    return Scene(article, extract_names(article), Parses(article), extract_dates(article))


def matches(scene: Scene, *frames: Frame) -> list[Match]:
    """What the frames find."""
    return list(Matcher(scene, frames).all())


def found(text: str, scene: Scene, frame: Frame) -> list[dict[str, list[str]]]:
    """What a frame finds in a text: for each match the words of what fills each slot."""
    return [
        {
            slot: [text[f.span.start : f.span.end] for f in fillers]
            for slot, fillers in match.slots.items()
            if fillers
        }
        for match in matches(scene, frame)
    ]
