"""The places of the dossier as GeoJSON (RFC 7946)."""

from __future__ import annotations

from typing import Any

from dossier.exports.as_json import as_json
from dossier.exports.heading import Heading
from dossier.exports.tables import page_of
from dossier.facts import value_of
from dossier.model import Dossier, Place

PLACES = "data/places.geojson"
_PRECISION = {
    "city": "a point in the settlement",
    "port": "a point in the port",
    "border": "a point on a line",
    "place": "a point",
}
_AREA = "a point in an area, not its limits"


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/places.geojson`: a feature for each place, without a geometry where no coordinate is known."""
    data = {
        "type": "FeatureCollection",
        "title": heading.title,
        **({"licence": heading.licence} if heading.licence else {}),
        "features": [_feature(place) for place in dossier.places],
    }
    return {PLACES: as_json(data)}


def _feature(place: Place) -> dict[str, Any]:
    geo = value_of(place.geo)
    properties = {
        "name": place.name.value,
        "kind": place.kind.value,
        "description": value_of(place.description),
        "description_according_to": [
            source.actor or source.as_reported
            for source in (place.description.according_to if place.description else ())
        ],
        "country": value_of(place.country),
        "part_of": value_of(place.part_of),
        "page": page_of(place),
        "coordinates_read_by": place.geo.read_by if place.geo else None,
        "coordinates_source": place.geo.source if place.geo else None,
        "precision": _PRECISION.get(place.kind.value, _AREA) if geo else None,
    }
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [geo.lon, geo.lat]} if geo else None,
        "properties": {name: value for name, value in properties.items() if value not in (None, [])},
    }
