"""Land and borders of the world, from `land.json`, clipped to a window."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Line = list[Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A rectangle of degrees."""

    left: float
    right: float
    bottom: float
    top: float

    def meets(self, other: Window) -> bool:
        """Whether two windows have a point in common."""
        across = other.right >= self.left and other.left <= self.right
        return across and other.top >= self.bottom and other.bottom <= self.top

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the window."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass(frozen=True, slots=True)
class Land:
    """Outlines of land as closed rings, and borders as lines."""

    rings: tuple[tuple[Window, Line], ...]
    """Each with the window that just holds it."""
    borders: tuple[tuple[Window, Line], ...]

    def rings_in(self, window: Window) -> Iterator[Line]:
        """Outlines clipped to a window; a clipped one runs along the window's edge."""
        for around, ring in self.rings:
            if window.meets(around):
                clipped = _clip_ring(ring, window)
                if len(clipped) > 2:
                    yield clipped

    def borders_in(self, window: Window) -> Iterator[Line]:
        """The stretches of borders that touch a window, each with one point beyond its edge."""
        for around, border in self.borders:
            if window.meets(around):
                yield from _stretches(border, window)


@cache
def land() -> Land:
    """The world's land, read once per process."""
    data = json.loads(files(__package__).joinpath("land.json").read_text(encoding="utf-8"))
    scale = data["scale"]
    return Land(
        rings=tuple(_line(steps, scale) for steps in data["land"]),
        borders=tuple(_line(steps, scale) for steps in data["borders"]),
    )


@cache
def country_names() -> tuple[tuple[str, float, float], ...]:
    """The countries by falling area, each with the longitude and latitude of a point well inside it."""
    data = json.loads(files(__package__).joinpath("country_names.json").read_text(encoding="utf-8"))
    return tuple((name, lon, lat) for name, lon, lat in data["names"])


def _line(steps: list[int], scale: int) -> tuple[Window, Line]:
    x = y = 0
    line = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / scale, y / scale))
    lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
    return Window(left=min(lons), right=max(lons), bottom=min(lats), top=max(lats)), line


def _clip_ring(ring: Line, window: Window) -> Line:
    """Sutherland and Hodgman's algorithm: the ring cut at one edge after the other."""
    for axis, limit, sign in (
        (0, window.left, 1),
        (0, window.right, -1),
        (1, window.bottom, 1),
        (1, window.top, -1),
    ):
        ring = _cut(ring, _inside(axis, limit, sign), axis, limit)
        if not ring:
            return []
    return ring


def _inside(axis: int, limit: float, sign: int) -> Callable[[Point], bool]:
    return lambda point: sign * point[axis] >= sign * limit


def _cut(ring: Line, inside: Callable[[Point], bool], axis: int, limit: float) -> Line:
    kept: Line = []
    before = ring[-1]
    for point in ring:
        if inside(point) != inside(before):
            kept.append(_crossing(before, point, axis, limit))
        if inside(point):
            kept.append(point)
        before = point
    return kept


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    part = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])


def _stretches(line: Line, window: Window) -> Iterator[Line]:
    current: Line = []
    for index, point in enumerate(line):
        near = line[max(index - 1, 0) : index + 2]
        if any(window.holds(neighbour) for neighbour in near):
            current.append(point)
        elif current:
            yield current
            current = []
    if current:
        yield current
