import io
import re

import pytest
from PIL import Image

from dossier.facts import Fact
from dossier.model import Dossier, Geo
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.land import Window, land
from dossier.site.pages.layout import place_nodes
from dossier.site.pages.linker import Linker
from dossier.site.pages.locator import locate
from dossier.site.pages.network import network_page
from dossier.site.share_image import share_image
from small_dossier import small_dossier


def overlapping(centres, widths):
    return [
        (a, b)
        for a in range(len(centres))
        for b in range(a)
        if abs(centres[a][0] - centres[b][0]) < (widths[a] + widths[b]) / 2
        and abs(centres[a][1] - centres[b][1]) < 24
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 9, 40])
def test_no_label_lies_over_another(count):
    widths = [60 + 7 * (n % 12) for n in range(count)]
    links = {(n, n + 1): 1 + n % 3 for n in range(count - 1)}
    centres = place_nodes(widths, links, 760, 520)
    assert len(centres) == count
    assert overlapping(centres, widths) == []
    assert centres == place_nodes(widths, links, 760, 520)


def test_linked_nodes_are_nearer_than_others():
    links = {(0, 1): 3, (2, 3): 3, (1, 4): 1, (3, 4): 1}
    centres = place_nodes([40] * 5, links, 760, 520)

    def distance(a, b):
        return abs(centres[a][0] - centres[b][0]) + abs(centres[a][1] - centres[b][1])

    assert distance(0, 1) < distance(0, 2)
    assert distance(2, 3) < distance(0, 3)


def network(dossier):
    page = network_page(Catalogue(dossier))
    picture = next((b for section in page.sections for b in section.blocks if b.type == "network"), None)
    table = next((b for section in page.sections for b in section.blocks if b.type == "table"), None)
    return picture, table


def test_the_network_tells_kinds_of_links_apart_and_the_table_says_the_same():
    picture, table = network(small_dossier())
    assert [edge.kind for edge in picture.edges] == ["quotation", "agreement", "claim", "tie"]
    assert [node.text for node in picture.nodes] == ["Ada Berg", "Norland", "Reed Circle", "Sudland"]
    rows = [
        (row[0][0].text, row[1][0], [part.text for part in row[2] if not isinstance(part, str)])
        for row in table.rows
    ]
    assert rows == [
        ("Ada Berg", "Quotation", ["Norland", "1"]),
        ("Ada Berg", "Tie", ["Norland"]),
        ("Norland", "Agreement", ["Sudland", "1"]),
        ("Sudland", "Claim", ["Reed Circle", "1"]),
    ]


def test_a_claimed_relation_is_no_tie():
    """The small dossier's armed group is said to be based in a state: the picture draws the claim only."""
    _, table = network(small_dossier())
    assert not any(row[1][0] == "Tie" and row[0][0].text == "Reed Circle" for row in table.rows)


def test_no_actors_no_network():
    assert network(Dossier()) == (None, None)


def located(lat, lon):
    dossier = small_dossier()
    geo = Fact(value=Geo(lat=lat, lon=lon), read_by="register:GeoNames")
    place = dossier.places[0].model_copy(update={"geo": geo})
    dossier = dossier.model_copy(update={"places": (place, *dossier.places[1:])})
    return locate(Linker(Catalogue(dossier), "places/port-alma/"), place)


@pytest.mark.parametrize(
    ("lat", "lon"), [(35.7, 51.4), (-33.9, 18.4), (64.1, -21.9), (-17.7, 178.0), (90, 0), (0, -140)]
)
def test_a_place_anywhere_gets_a_picture(lat, lon):
    picture = located(lat, lon)
    assert picture.pins[0].main
    assert (picture.pins[0].x, picture.pins[0].y) == (160, 110)
    assert re.fullmatch(r"(?:M-?\d+[ -]\d+l[-\d ]+z)*", picture.land)
    assert re.fullmatch(r"(?:M-?\d+[ -]\d+l[-\d ]+)*", picture.borders)
    assert len(picture.land) + len(picture.borders) < 12_000


def test_land_and_sea():
    assert located(46.8, 8.2).borders  # amid the Alps
    assert located(46.8, 8.2).land
    assert located(0, -140).land == ""  # amid the Pacific


def test_clipped_outlines_stay_in_the_window():
    window = Window(left=60, right=70, bottom=20, top=30)
    for ring in land().rings_in(window):
        assert all(59.99 <= lon <= 70.01 and 19.99 <= lat <= 30.01 for lon, lat in ring)


def test_a_place_without_coordinate_gets_no_picture():
    page = next(page for page in make_pages(small_dossier()) if page.path == "places/norton.md")
    assert not any(block.type == "locator" for block in page.blocks)


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier()])
def test_share_image(dossier):
    data = share_image(dossier)
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 60_000
    assert data == share_image(dossier)


def test_share_image_of_a_long_headline():
    dossier = small_dossier()
    article = dossier.articles[0].model_copy(update={"headline": "word " * 60 + "x" * 200})
    assert share_image(dossier.model_copy(update={"articles": (article,)}))
