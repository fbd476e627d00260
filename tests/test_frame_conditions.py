"""Each condition of a frame has two sentences that differ in it alone: one it lets through, one it stops."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dossier.reading.attribution.scene import Scene
from dossier.reading.frames.format import Frame, load_frames
from frame_conditions import Condition, conditions, found, scene_of, told
from tables import read_pairs

PAIRS = read_pairs(sorted(Path(__file__).parent.glob("frame_pairs*.yaml")))
FRAMES = {frame.frame: frame for frame in load_frames()}


@cache
def _scene(text: str) -> Scene:
    return scene_of(text)


@cache
def _told(text: str, name: str) -> list[tuple[dict[str, list[str]], str | None]]:
    return told(text, _scene(text), FRAMES[name])


def _is_told(condition: Condition) -> bool:
    """Whether some sentence is read otherwise without it."""
    name = condition.frame.frame
    texts = [*PAIRS.get(name, {}), *(example.text for example in condition.frame.examples)]
    return any(told(text, _scene(text), condition.without) != _told(text, name) for text in texts)


@pytest.mark.parametrize("name", PAIRS)
def test_a_frame_finds_this_in_them_and_no_more(name: str) -> None:
    frame: Frame = FRAMES[name]
    assert {text: found(text, _scene(text), frame) for text in PAIRS[name]} == PAIRS[name]


@pytest.mark.parametrize("name", FRAMES)
def test_each_condition_has_two_sentences_that_differ_in_it_alone(name: str) -> None:
    assert [str(each) for each in conditions(FRAMES[name]) if not _is_told(each)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Lume killed time at the pier.", "killing[1].hit.is"),
        ("The debate was hijacked by Ana Lume.", "assault[0].hit.unless"),
        ("Ivo Stam shot Ana Lume for the cover of a magazine.", "killing[2].never[1]"),
    ],
)
def test_a_sentence_is_told_by_its_condition_alone(text: str, name: str) -> None:
    frame = FRAMES[name.partition("[")[0]]
    (condition,) = (each for each in conditions(frame) if str(each) == name)
    assert found(text, _scene(text), frame) == []
    assert found(text, _scene(text), condition.without)
