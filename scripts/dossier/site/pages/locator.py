"""Where a place is, as a picture: the land and borders around its coordinate."""

from __future__ import annotations

from math import cos, radians

from dossier.facts import REGISTER, Fact
from dossier.model import Geo, Place
from dossier.site.pages.land import Line, Window, land
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Locator, Pin

_LAND = "Land and borders as drawn by Natural Earth."
_WIDTH = 320
_HEIGHT = 220
_DEGREES = 24.0
"""Degrees of latitude that the picture's width stands for."""
_MARGIN = 8
"""Pixels drawn beyond each edge, so that clipped land shows no line there."""
_PINS = 8
_APART = 15
"""Pixels between two names, below which the second is left out."""


def locate(linker: Linker, place: Place) -> Locator | None:
    """The picture for a place with a coordinate; None for one without."""
    if place.geo is None:
        return None
    view = _View(place.geo.value)
    shapes = land()
    return Locator(
        width=_WIDTH,
        height=_HEIGHT,
        label=f"Map: {place.name.value} and its surroundings",
        land="".join(view.path(ring, closed=True) for ring in shapes.rings_in(view.window)),
        borders="".join(view.path(line, closed=False) for line in shapes.borders_in(view.window)),
        pins=_pins(linker, place, view),
        caption=f"Coordinate: {_origin(place.geo)}, not the article. {_LAND}",
    )


def _origin(geo: Fact[Geo]) -> str:
    return geo.source or geo.read_by.removeprefix(REGISTER)


def _pins(linker: Linker, place: Place, view: _View) -> tuple[Pin, ...]:
    """The place itself, then the dossier's other places in view whose names have room."""
    pins: list[Pin] = []
    others = [other for other in linker.catalogue.dossier.places if other.id != place.id]
    for other in [place, *others]:
        if other.geo is None or len(pins) == _PINS:
            continue
        x, y = view.point(other.geo.value.lon, other.geo.value.lat)
        inside = 0 <= x <= _WIDTH and 0 <= y <= _HEIGHT
        if inside and all(abs(y - pin.y) >= _APART or abs(x - pin.x) > _WIDTH / 2 for pin in pins):
            anchor = "end" if x > 0.6 * _WIDTH else "start"
            pins.append(Pin(text=other.name.value, x=x, y=y, anchor=anchor, main=other.id == place.id))
    return tuple(pins)


class _View:
    """Degrees to pixels around one coordinate: latitudes true, longitudes true at its centre."""

    def __init__(self, centre: Geo) -> None:
        self._scale = _WIDTH / _DEGREES
        self._narrowing = max(cos(radians(centre.lat)), 0.2)
        self._lon, self._lat = centre.lon, centre.lat
        margin = _MARGIN / self._scale
        half_width = _DEGREES / 2 / self._narrowing + margin
        half_height = _HEIGHT / self._scale / 2 + margin
        self.window = Window(
            left=self._lon - half_width,
            right=self._lon + half_width,
            bottom=self._lat - half_height,
            top=self._lat + half_height,
        )

    def point(self, lon: float, lat: float) -> tuple[int, int]:
        """Pixel of a coordinate, from the top left corner."""
        x = (lon - self._lon) * self._narrowing * self._scale + _WIDTH / 2
        y = (self._lat - lat) * self._scale + _HEIGHT / 2
        return round(x), round(y)

    def path(self, line: Line, *, closed: bool) -> str:
        """A line as SVG path data with relative steps; points on the same pixel are drawn once."""
        points = [self.point(lon, lat) for lon, lat in line]
        if len(points) < 2:
            return ""
        steps: list[str] = []
        x, y = points[0]
        for to_x, to_y in points[1:]:
            if (to_x, to_y) != (x, y):
                steps.append(f"{to_x - x} {to_y - y}")
                x, y = to_x, to_y
        if len(steps) < (2 if closed else 1):
            return ""
        data = f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-")
        return f"{data}z" if closed else data
