"""The map of all places: no name meets a line, a pin or another name, wherever the places lie."""

import itertools
import json
import random

import pytest

from dossier.exports.heading import Heading
from dossier.exports.places import export
from dossier.facts import Attribution, Fact
from dossier.model import Geo
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.labels import Box, Room
from dossier.site.pages.land import Window, country_names, land
from dossier.site.pages.linker import Linker
from dossier.site.pages.locator import locate
from dossier.site.pages.map import place_map
from dossier.site.pages.projection import View
from small_dossier import small_dossier

LETTER, SIZE = 0.5, 11.5  # as a browser draws them on a phone, or smaller


def with_places(coordinates, name="Port Nowhere"):
    dossier = small_dossier()
    first = dossier.places[0]
    places = [
        first.model_copy(
            update={
                "id": f"place-{number}",
                "name": first.name.model_copy(update={"value": f"{name} {number}"}),
                "geo": Fact(value=Geo(lat=lat, lon=lon), read_by="register:GeoNames"),
            }
        )
        for number, (lat, lon) in enumerate(coordinates)
    ]
    return dossier.model_copy(update={"places": tuple(places)})


def drawn(dossier):
    return place_map(Linker(Catalogue(dossier), "places/"))


def box_of(written):
    width = len(written.text) * LETTER * SIZE
    left = written.x - {"start": 0, "middle": width / 2, "end": width}[written.anchor]
    return Box(left, written.y - 0.7 * SIZE, left + width, written.y + 0.1 * SIZE)


def lines_of(path):
    """Segments of SVG path data with relative steps."""
    for part in path.replace("z", "").split("M")[1:]:
        first, _, steps = part.partition("l")
        x, y = map(int, first.replace("-", " -").split())
        numbers = [int(n) for n in steps.replace("-", " -").split()]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            yield (x, y), (x + dx, y + dy)
            x, y = x + dx, y + dy


PLACES = {
    "a city": [(60.2, 24.9)],
    "two in one place": [(48.2, 16.4), (48.2, 16.4)],
    "a coast full of islands": [(37.9, 23.7), (36.4, 28.2), (38.4, 27.1), (35.3, 25.1), (37.4, 25.3)],
    "small states": [(46.9, 7.4), (47.1, 9.5), (45.4, 9.2), (48.1, 11.6), (46.1, 14.5), (43.7, 7.4)],
    "the whole world": [(-33.9, 151.2), (40.7, -74.0), (35.7, 139.7), (-1.3, 36.8), (-34.6, -58.4)],
    "the far north": [(78.2, 15.6), (69.6, 18.9)],
}


@pytest.mark.parametrize("coordinates", PLACES.values(), ids=PLACES.keys())
def test_no_name_meets_a_line_a_pin_or_another(coordinates):
    it = drawn(with_places(coordinates))
    written = [*it.countries, *(pin.written for pin in it.pins if pin.written)]
    boxes = [box_of(name) for name in written]
    assert not [one for one, other in itertools.combinations(boxes, 2) if one.meets(other)]
    lines = [*lines_of(it.land), *lines_of(it.borders)]
    assert not [
        name.text for name, box in zip(written, boxes, strict=True) for line in lines if box.crossed_by(line)
    ]
    assert all(box.left >= 0 and box.right <= it.width and box.bottom <= it.height for box in boxes)
    for pin in it.pins:
        assert not any(box.meets(Box(pin.x - 3, pin.y - 3, pin.x + 3, pin.y + 3)) for box in boxes)


def test_every_pin_of_a_few_has_its_name_and_countries_have_theirs():
    it = drawn(with_places(PLACES["small states"], "Town"))
    assert all(pin.written for pin in it.pins)
    assert "Austria" in [name.text for name in it.countries]


def test_a_pin_without_room_stays_a_link():
    crowd = random.Random(3)
    it = drawn(with_places([(48 + crowd.random() / 9, 16 + crowd.random() / 9) for _ in range(60)]))
    assert len(it.pins) == 60
    assert any(pin.written is None for pin in it.pins)
    assert all(pin.href.endswith("/") for pin in it.pins)


def test_the_check_would_see_a_crossing():
    """The room refuses what crosses a line; without one the same place is free."""
    room = Room(Box(0, 0, 200, 100))
    assert room.beside(50, 50, "Name").anchor == "start"
    room = Room(Box(0, 0, 200, 100))
    room.draw([(70, 0), (70, 100)])
    assert room.beside(50, 50, "Name").anchor == "end"


def test_a_name_needs_as_much_room_before_its_pin_as_behind_it():
    rooms = [(Room(Box(50 - k, 0, 52, 100)), Room(Box(48, 0, 50 + k, 100))) for k in range(10, 100)]
    fits = [[each.beside(50, 50, "Name") is not None for each in pair] for pair in rooms]
    assert [pair for pair in fits if pair not in ([False, False], [True, True])] == []
    assert [False, False] in fits
    assert [True, True] in fits


def test_a_line_leads_to_a_name_only_where_that_stands_further_off():
    room = Room(Box(0, 0, 200, 100))
    room.take(100, 50, 4)
    assert room.beside(100, 50, "Name").leader is None
    room = Room(Box(0, 0, 200, 100))
    room.take(100, 50, 10)
    assert room.beside(100, 50, "Name").leader


def test_the_name_of_a_country_does_not_leave_it():
    room = Room(Box(0, 0, 200, 100))
    room.draw([(100, 0), (100, 100)])
    room.take(60, 50, 4)
    name = room.within(60, 50, "Land")
    assert name.x < 100


def test_country_names_lie_on_land():
    view = View(0, 0, 4000, 2000, 10)
    rings = list(land().rings_in(view.window))
    names = country_names()
    assert len(names) > 200
    at_sea = [name for name, lon, lat in names[:30] if not any(_inside(ring, lon, lat) for ring in rings)]
    assert len(at_sea) <= 1  # the land is drawn a little coarser than the countries


def _inside(ring, x, y):
    found = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found


WINDOWS = {
    "inland and coast": Window(left=4.0, right=17.0, bottom=42.0, top=55.0),
    "a corner of a continent": Window(left=-20.0, right=-5.0, bottom=10.0, top=30.0),
    "islands": Window(left=20.0, right=30.0, bottom=34.0, top=40.0),
    "within one land": Window(left=10.0, right=12.0, bottom=25.0, top=26.0),
}


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS.keys())
def test_the_land_and_borders_of_a_window_are_the_worlds_there(window):
    chance = random.Random(5)
    clipped = list(land().rings_in(window))
    for _ in range(100):
        lon, lat = chance.uniform(window.left, window.right), chance.uniform(window.bottom, window.top)
        world = [_inside(ring, lon, lat) for around, ring in land().rings if around.holds((lon, lat))]
        assert sum(_inside(ring, lon, lat) for ring in clipped) == sum(world)
    wider = Window(
        left=window.left - 1e-9, right=window.right + 1e-9, bottom=window.bottom - 1e-9, top=window.top + 1e-9
    )
    assert all(wider.holds(point) for ring in clipped for point in ring)
    stretches = list(land().borders_in(window))
    points = [point for stretch in stretches for point in stretch if window.holds(point)]
    assert points == [point for _, line in land().borders for point in line if window.holds(point)]
    assert not any(
        window.holds(a) is window.holds(b) is False for line in stretches for a, b in itertools.pairwise(line)
    )


def test_beside_a_place_others_are_named_that_are_apart_from_north_to_south_or_from_east_to_west():
    def named(*coordinates):
        dossier = with_places(coordinates)
        return [pin.text for pin in locate(Linker(Catalogue(dossier), "places/"), dossier.places[0]).pins]

    assert named((0, 20), (4, 20)) == ["Port Nowhere 0", "Port Nowhere 1"]
    assert named((0, 20), (4, 12), (4, 29)) == ["Port Nowhere 0", "Port Nowhere 1", "Port Nowhere 2"]
    assert named((0, 20), (4, 20), (4, 22)) == ["Port Nowhere 0", "Port Nowhere 1"]
    assert named((0, 20), (0, 21)) == ["Port Nowhere 0"]


def test_no_coordinate_no_map():
    assert drawn(small_dossier().model_copy(update={"places": small_dossier().places[1:]})) is None


def test_a_place_in_the_data_tells_on_whose_word_its_description_is_named_or_not():
    dossier = small_dossier()
    first = dossier.places[0]
    told = Fact(
        value="A port of ferries.",
        read_by="rules",
        evidence=first.name.evidence,
        according_to=(Attribution(as_reported="residents"), Attribution(actor="sudland")),
    )
    places = (first.model_copy(update={"description": told}), *dossier.places[1:])
    file = export(dossier.model_copy(update={"places": places}), Heading())
    features = json.loads(file["data/places.geojson"])["features"]
    assert features[0]["properties"]["description_according_to"] == ["residents", "sudland"]
    assert not any("description_according_to" in each["properties"] for each in features[1:])


def test_a_line_to_a_name_crosses_no_other_name():
    room = Room(Box(0, 0, 200, 100))
    room._boxes.append(Box(40, 20, 60, 30))
    assert not room._open(((20, 25), (90, 25)), across_lines=True)
    assert room._open(((20, 60), (90, 60)), across_lines=True)
    assert room._open(((50, 25), (50, 80)), across_lines=True), "it leads from there"
