"""Room for names on a map: each at the first place where it meets no line, no pin and no other name.

The method is that of point-feature labelling with candidates in order of preference (Imhof 1975; Christensen,
Marks and Shieber 1995), taken greedily. No library places labels in SVG without a renderer to measure in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Point = tuple[float, float]
Segment = tuple[Point, Point]

SIZE = 11.5
"""Largest size of a name's letters; smaller ones take less room at the same place."""
_LETTER = 0.53 * SIZE
_HEIGHT = 1.15 * SIZE
_GAP = 2
_CELL = 24
_NEAR = 7
_RINGS = (_NEAR, 16, 28, 42, 60, 80, 105)
_WAYS = (
    (1, 0, "start"), (-1, 0, "end"), (0, -1, "middle"), (0, 1, "middle"), (1, -1, "start"), (1, 1, "start"),
    (-1, -1, "end"), (-1, 1, "end"), (0, -1, "end"), (0, 1, "end"), (0, -1, "start"), (0, 1, "start"),
)  # fmt: skip
_SHIFTS = tuple((x, y) for y in (0, -10, 10, -20, 20, -32, 32) for x in (0, -14, 14, -30, 30, -48, 48))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two have a point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def crossed_by(self, segment: Segment) -> bool:
        """Whether a segment has a point in it: Liang and Barsky's clipping."""
        (x, y), (to_x, to_y) = segment
        if max(x, to_x) < self.left or min(x, to_x) > self.right:
            return False
        if max(y, to_y) < self.top or min(y, to_y) > self.bottom:
            return False
        dx, dy = to_x - x, to_y - y
        first, last = 0.0, 1.0
        for step, room in (
            (-dx, x - self.left),
            (dx, self.right - x),
            (-dy, y - self.top),
            (dy, self.bottom - y),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return first <= last


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands."""

    x: float
    y: float
    """Of its base line."""
    anchor: str
    """start, middle or end: which part of it stands at x."""
    leader: Segment | None = None
    """A line to what it names, where it stands further off."""


@dataclass(slots=True)
class Room:
    """What of a picture is taken."""

    frame: Box
    _boxes: list[Box] = field(default_factory=list)
    _cells: dict[tuple[int, int], list[Segment]] = field(default_factory=lambda: defaultdict(list))

    def draw(self, points: Iterable[Point]) -> None:
        """A line that no name may meet."""
        before: Point | None = None
        for point in points:
            if before is not None:
                for cell in _cells(_around(before, point)):
                    self._cells[cell].append((before, point))
            before = point

    def take(self, x: float, y: float, radius: float) -> None:
        """A pin."""
        self._boxes.append(Box(x - radius, y - radius, x + radius, y + radius))

    def beside(self, x: float, y: float, text: str) -> Name | None:
        """A place for the name of a pin: beside it, or further off with a line; None without one."""
        return self._beside(x, y, text, across_lines=False) or self._beside(x, y, text, across_lines=True)

    def _beside(self, x: float, y: float, text: str, *, across_lines: bool) -> Name | None:
        width = len(text) * _LETTER
        for distance in _RINGS:
            for across, down, anchor in _WAYS:
                at_x, at_y = x + across * distance, y + down * distance
                left = at_x - {"start": 0, "middle": width / 2, "end": width}[anchor]
                top = at_y - _HEIGHT / 2 + (down * _HEIGHT / 2 if not across else 0)
                box = Box(left - _GAP, top, left + width + _GAP, top + _HEIGHT)
                leader = ((x, y), (at_x, at_y)) if distance > _NEAR else None
                if self._free(box) and (leader is None or self._open(leader, across_lines=across_lines)):
                    self._boxes.append(box)
                    if leader:
                        self.draw(leader)
                    return Name(round(at_x, 1), round(top + 0.8 * _HEIGHT, 1), anchor, leader)
        return None

    def within(self, x: float, y: float, text: str) -> Name | None:
        """A place for the name of an area: at a point in it, or near; None if no place is free."""
        width = len(text) * _LETTER
        for across, down in _SHIFTS:
            at_x, at_y = x + across, y + down
            box = Box(
                at_x - width / 2 - _GAP, at_y - _HEIGHT / 2, at_x + width / 2 + _GAP, at_y + _HEIGHT / 2
            )
            way = ((x, y), (at_x, at_y))
            if self._free(box) and not self._crossed(way):
                self._boxes.append(box)
                return Name(round(at_x, 1), round(at_y + 0.3 * _HEIGHT, 1), "middle")
        return None

    def _free(self, box: Box) -> bool:
        inside = (
            self.frame.left <= box.left
            and box.right <= self.frame.right
            and self.frame.top <= box.top
            and box.bottom <= self.frame.bottom
        )
        if not inside or any(box.meets(other) for other in self._boxes):
            return False
        return not any(box.crossed_by(line) for line in self._near(box))

    def _open(self, leader: Segment, *, across_lines: bool) -> bool:
        """Whether a line from a pin meets no name, no other pin and, unless allowed, no line."""
        (x, y), _ = leader
        own = Box(x, y, x, y)
        if any(box.crossed_by(leader) for box in self._boxes if not box.meets(own)):
            return False
        return across_lines or not self._crossed(leader)

    def _crossed(self, way: Segment) -> bool:
        return any(_cross(way, line) for line in self._near(_around(*way)))

    def _near(self, box: Box) -> Iterator[Segment]:
        for cell in _cells(box):
            yield from self._cells.get(cell, ())


def _around(a: Point, b: Point) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _cross(one: Segment, other: Segment) -> bool:
    """Whether two segments have a point in common within both."""
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0 and a != b


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
