"""Degrees to the pixels of a map: latitudes true, longitudes true at its centre."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians

from dossier.site.pages.land import Line, Window

_MARGIN = 8
"""Pixels drawn beyond each edge, so that clipped land shows no line there."""


class View:
    """A map of some pixels around a coordinate, with `scale` of them to a degree of latitude."""

    def __init__(self, lon: float, lat: float, width: int, height: int, scale: float) -> None:
        self.width, self.height, self._scale = width, height, scale
        self._narrowing = narrowing(lat)
        self._lon, self._lat = lon, lat
        margin = _MARGIN / scale
        half_width = width / scale / 2 / self._narrowing + margin
        half_height = height / scale / 2 + margin
        self.window = Window(
            left=lon - half_width, right=lon + half_width, bottom=lat - half_height, top=lat + half_height
        )

    def point(self, lon: float, lat: float) -> tuple[int, int]:
        """Pixel of a coordinate, from the top left corner."""
        x = (lon - self._lon) * self._narrowing * self._scale + self.width / 2
        y = (self._lat - lat) * self._scale + self.height / 2
        return round(x), round(y)

    def points(self, line: Line) -> list[tuple[int, int]]:
        """The pixels of a line, each once where several follow that are the same."""
        found: list[tuple[int, int]] = []
        for lon, lat in line:
            point = self.point(lon, lat)
            if not found or point != found[-1]:
                found.append(point)
        return found

    def path(self, line: Line, *, closed: bool) -> str:
        """A line as SVG path data with relative steps; points on the same pixel are drawn once."""
        points = self.points(line)
        if len(points) < (3 if closed else 2):
            return ""
        steps = [f"{to[0] - at[0]} {to[1] - at[1]}" for at, to in pairwise(points)]
        data = f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-")
        return f"{data}z" if closed else data


def narrowing(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return max(cos(radians(lat)), 0.2)
