"""All places on one map: land, borders, the countries' names, and pins that are links."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Place
from dossier.site.pages.labels import Box, Name, Room
from dossier.site.pages.land import country_names, land
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Leader, Map, MapPin, Written
from dossier.site.pages.projection import View, narrowing

_WIDTH = 400
_HEIGHTS = (210, 330)
_ACROSS, _DOWN = 76, 44
"""Pixels around the outermost pins, for their names."""
_SPAN = 14.0
"""Least degrees of latitude that the width stands for."""
_PINS = 60
_PIN = 4
_CAPTION = (
    "Coordinates come from registers or from an editor, not from what is reported. "
    "Land, borders and names of countries are those of Natural Earth."
)


def place_map(linker: Linker) -> Map | None:
    """The map of the places with coordinates, those first that most is told of; None without any."""
    weight = linker.catalogue.naming
    places = [place for place in linker.catalogue.dossier.places if place.geo]
    places.sort(key=lambda place: -len(weight.get(place.id, ())))
    places = places[:_PINS]
    if not places:
        return None
    view = _view(places)
    room = Room(Box(2, 2, view.width - 2, view.height - 2))
    shapes = land()
    rings, borders = list(shapes.rings_in(view.window)), list(shapes.borders_in(view.window))
    for ring in rings:
        room.draw((*view.points(ring), view.point(*ring[0])))
    for border in borders:
        room.draw(view.points(border))
    at = {place.id: view.point(place.geo.value.lon, place.geo.value.lat) for place in places if place.geo}
    for x, y in at.values():
        room.take(x, y, _PIN)
    named = {place.id: room.beside(*at[place.id], place.name.value) for place in places}
    return Map(
        width=view.width,
        height=view.height,
        label="Map of the places, each a link to its page",
        land="".join(view.path(ring, closed=True) for ring in rings),
        borders="".join(view.path(line, closed=False) for line in borders),
        countries=tuple(_countries(view, room)),
        pins=tuple(
            MapPin(
                href=linker.to(linker.catalogue.url(place.id)),
                text=place.name.value,
                x=at[place.id][0],
                y=at[place.id][1],
                written=_written(place.name.value, named[place.id]),
                leader=_leader(named[place.id]),
            )
            for place in places
        ),
        caption=_CAPTION,
    )


def _view(places: Iterable[Place]) -> View:
    """The window that holds all pins with room around them."""
    found = [place.geo.value for place in places if place.geo]
    west, east = min(geo.lon for geo in found), max(geo.lon for geo in found)
    south, north = min(geo.lat for geo in found), max(geo.lat for geo in found)
    lon, lat = (west + east) / 2, (south + north) / 2
    least, most = _HEIGHTS
    scales = [_WIDTH / _SPAN]
    if east > west:
        scales.append((_WIDTH - 2 * _ACROSS) / (east - west) / narrowing(lat))
    if north > south:
        scales.append((most - 2 * _DOWN) / (north - south))
    scale = min(scales)
    height = round(min(max((north - south) * scale + 2 * _DOWN, least), most))
    return View(lon, lat, _WIDTH, height, scale)


def _countries(view: View, room: Room) -> Iterable[Written]:
    """Names of the countries whose middle is in view and that have room for them, the largest first."""
    for text, lon, lat in country_names():
        x, y = view.point(lon, lat)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            written = _written(text, room.within(x, y, text))
            if written:
                yield written


def _written(text: str, name: Name | None) -> Written | None:
    return Written(text=text, x=name.x, y=name.y, anchor=name.anchor) if name else None


def _leader(name: Name | None) -> Leader | None:
    if name is None or name.leader is None:
        return None
    (x, y), (to_x, to_y) = name.leader
    return Leader(x=x, y=y, to_x=round(to_x, 1), to_y=round(to_y, 1))
