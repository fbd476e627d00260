"""Where a place is, as a picture: the land and borders around its coordinate."""

from __future__ import annotations

from dossier.facts import REGISTER, Fact
from dossier.model import Geo, Place
from dossier.site.pages.land import land
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Locator, Pin
from dossier.site.pages.projection import View

_LAND = "Land and borders are those of Natural Earth."
_WIDTH = 320
_HEIGHT = 220
_DEGREES = 24.0
"""Degrees of latitude that the picture's width stands for."""
_PINS = 8
_APART = 15
"""Pixels between two names, below which the second is left out."""


def locate(linker: Linker, place: Place) -> Locator | None:
    """The picture for a place with a coordinate; None for one without."""
    if place.geo is None:
        return None
    geo = place.geo.value
    view = View(geo.lon, geo.lat, _WIDTH, _HEIGHT, _WIDTH / _DEGREES)
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


def _pins(linker: Linker, place: Place, view: View) -> tuple[Pin, ...]:
    """The place itself, then the dossier's other places in view whose names have room."""
    pins: list[Pin] = []
    others = [other for other in linker.catalogue.located() if other.id != place.id]
    for other in [place, *others]:
        if other.geo is None or len(pins) == _PINS:
            continue
        x, y = view.point(other.geo.value.lon, other.geo.value.lat)
        inside = 0 <= x <= _WIDTH and 0 <= y <= _HEIGHT
        if inside and all(abs(y - pin.y) >= _APART or abs(x - pin.x) > _WIDTH / 2 for pin in pins):
            anchor = "end" if x > 0.6 * _WIDTH else "start"
            pins.append(Pin(text=other.name.value, x=x, y=y, anchor=anchor, main=other.id == place.id))
    return tuple(pins)
