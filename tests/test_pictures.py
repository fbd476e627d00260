import io
import re
from itertools import pairwise

import pytest
from PIL import Image

from dossier.facts import Fact
from dossier.model import Dossier, Geo
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.labels import Box
from dossier.site.pages.land import Window, land
from dossier.site.pages.layout import place_nodes
from dossier.site.pages.linker import Linker
from dossier.site.pages.locator import locate
from dossier.site.pages.network import network_page
from dossier.site.pages.timeline import scale, timeline_page
from dossier.site.share_image import painted, told
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
    page = network_page(Catalogue(dossier)).make()
    picture = next((b for section in page.sections for b in section.blocks if b.type == "network"), None)
    table = next((b for section in page.sections for b in section.blocks if b.type == "table"), None)
    return picture, table


def test_the_network_tells_kinds_of_links_apart_and_the_table_says_the_same():
    picture, table = network(small_dossier())
    assert [(edge.kind, edge.text) for edge in picture.edges] == [
        ("quotation", "Ada Berg speaks about Norland"),
        ("tie", "Ada Berg is tied to Norland"),
        ("agreement", "Norland and Sudland"),
        ("claim", "Sudland makes a claim about Reed Circle"),
    ]
    assert [arc.kind for arc in picture.arcs] == [edge.kind for edge in picture.edges]
    assert picture.legend == (
        ("quotation", "speaks about, in a quotation"),
        ("agreement", "one and another, named together in an agreement or plan"),
        ("claim", "makes a claim about, reported, not verified"),
        ("tie", "is tied to, as the article reports, such as by a role"),
    )
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
    dossier = small_dossier()
    own = [tie.model_copy(update={"according_to": (), "claim": None}) for tie in dossier.relations]

    def ties(held):
        _, table = network(held)
        return {row[0][0].text for row in table.rows if row[1][0] == "Tie"}

    assert ties(dossier) == {"Ada Berg"}
    assert ties(dossier.model_copy(update={"relations": tuple(own)})) == {"Ada Berg", "Reed Circle"}


def _crowd(count):
    """The small dossier with many who make claims about each other."""
    dossier = small_dossier()
    actor, claim = dossier.actors[1], dossier.claims[0]
    names = [f"group-{number}" for number in range(count)]
    actors = tuple(
        actor.model_copy(
            update={"id": id, "name": actor.name.model_copy(update={"value": f"The {id} of Norland"})}
        )
        for id in names
    )
    claims = tuple(
        claim.model_copy(
            update={
                "id": f"claim-{a}-{b}",
                "claimant": claim.claimant.model_copy(update={"value": names[a]}),
                "target": claim.target.model_copy(update={"value": names[b]}),
            }
        )
        for a in range(count)
        for b in range(a)
        if (a + b) % 3 == 1
    )
    return dossier.model_copy(update={"actors": actors, "claims": claims, "quotes": (), "agreements": ()})


@pytest.mark.parametrize("count", [2, 6, 9])
def test_no_arrow_runs_behind_a_box_of_another(count):
    picture, _ = network(_crowd(count))
    boxes = {
        node.text: Box(node.x - node.width // 2, node.y - 12, node.x + node.width // 2, node.y + 12)
        for node in picture.nodes
    }
    assert picture.edges
    for edge in picture.edges:
        numbers = [int(n) for n in re.findall(r"-?\d+", edge.path)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if len(points) == 2:
            points.insert(1, tuple((a + b) / 2 for a, b in zip(*points, strict=True)))
        line = [
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(*points, strict=True))
            for t in (step / 20 for step in range(21))
        ]
        ends = edge.text.split(" makes a claim about ")
        for name, box in boxes.items():
            crossed = any(box.crossed_by(part) for part in pairwise(line))
            assert not crossed or name in ends, (edge.text, name)


def test_an_arrow_goes_from_who_says_so_and_leads_to_the_claim():
    picture, _ = network(small_dossier())
    claim = next(edge for edge in picture.edges if edge.kind == "claim")
    at = {node.text: (node.x, node.y) for node in picture.nodes}
    start, end = re.match(r"M(-?\d+) (-?\d+)", claim.path), re.search(r"(-?\d+) (-?\d+)$", claim.path)

    def near(match, name):
        return abs(int(match[1]) - at[name][0]) + abs(int(match[2]) - at[name][1])

    assert near(start, "Sudland") < near(start, "Reed Circle")
    assert near(end, "Reed Circle") < near(end, "Sudland")
    assert claim.href.startswith("../claims/")


@pytest.mark.parametrize(("subject", "object"), [("port-alma", "sudland"), ("sudland", "port-alma")])
def test_a_tie_to_a_place_is_none_between_actors(subject, object):
    dossier = small_dossier()
    ends = {"subject": subject, "object": object, "claim": None, "according_to": ()}
    tied = dossier.model_copy(update={"relations": (dossier.relations[0].model_copy(update=ends),)})
    assert network(tied) == network(dossier.model_copy(update={"relations": ()}))


@pytest.mark.parametrize(
    ("predicate", "kind", "directed"), [("met", "mutual", False), ("sanctions", "tie", True)]
)
def test_what_both_are_to_each_other_has_no_direction(predicate, kind, directed):
    dossier = small_dossier()
    relation = dossier.relations[0].model_copy(
        update={"predicate": predicate, "claim": None, "according_to": ()}
    )
    both = tuple(
        relation.model_copy(update={"id": a, "subject": a, "object": b})
        for a, b in (("norland", "sudland"), ("sudland", "norland"))
    )
    picture, _ = network(dossier.model_copy(update={"relations": both}))
    drawn = [edge for edge in picture.edges if edge.kind == kind and "Berg" not in edge.text]
    assert [edge.directed for edge in drawn] == [directed] * (2 if directed else 1)
    assert {arc.directed for arc in picture.arcs if arc.kind == kind} == {directed}


def test_a_node_tells_who_it_is_and_each_of_its_arrows():
    picture, _ = network(small_dossier())
    told = {node.text: ("".join(words for words, _ in node.told), node.ties) for node in picture.nodes}
    sentence, ties = told["Ada Berg"]
    assert sentence.startswith("Ada Berg ")
    assert sentence.endswith(".")
    assert [words for words, _ in ties] == ["Ada Berg speaks about Norland", "Ada Berg is tied to Norland"]
    assert [address.split("/")[1] for _, address in ties if address] == ["quotes"]
    assert [words for words, _ in told["Reed Circle"][1]] == ["Sudland makes a claim about Reed Circle"]


def test_on_a_phone_each_has_a_row_of_its_own():
    picture, _ = network(_crowd(14))
    rows = sorted(node.row for node in picture.nodes)
    assert all(below - above >= 30 for above, below in pairwise(rows))


@pytest.mark.parametrize(
    ("kind", "edtf", "drawn"),
    [
        ("on", "2021-05-03", "on"),
        ("on", "2021-05", "within"),
        ("during", "2021-05-03/2021-05-09", "during"),
        ("within", "[2021-05-03..2021-05-09]", "within"),
        ("before", "[..2021-05-03]", "before"),
        ("after", "[2021-05-03..]", "after"),
    ],
)
def test_the_timeline_draws_each_kind_of_date_in_its_own_way(kind, edtf, drawn):
    dossier = small_dossier()
    event = dossier.events[0]
    value = event.date.value.model_copy(update={"kind": kind, "edtf": edtf})
    event = event.model_copy(update={"date": event.date.model_copy(update={"value": value})})
    linker = Linker(Catalogue(dossier), "timeline/")
    (bar,) = scale(linker, [event]).bars
    assert bar.kind == drawn


@pytest.mark.parametrize(
    ("last", "lefts"),
    [
        ("2021-05-11", [0.0, 90.0]),  # a picture of ten days begins with the first
        ("2021-05-20", [4.8, 90.5]),  # one of more has a day on either side
        ("2021-12-31", [2.3, 97.3]),
    ],
)
def test_the_timeline_leaves_room_at_its_edges(last, lefts):
    dossier = small_dossier()
    event = dossier.events[0]

    def on(edtf):
        value = event.date.value.model_copy(update={"kind": "on", "edtf": edtf})
        return event.model_copy(update={"date": event.date.model_copy(update={"value": value})})

    linker = Linker(Catalogue(dossier), "timeline/")
    assert [bar.left for bar in scale(linker, [on("2021-05-02"), on(last)]).bars] == lefts


def _many_events(count):
    """The small dossier with so many more events a day apart, of which every tenth tells of casualties."""
    dossier = small_dossier()
    first = next(event for event in dossier.events if event.date and event.casualties)

    def dated(number):
        year, month, day = 2001 + number // 336, number // 28 % 12 + 1, number % 28 + 1
        value = first.date.value.model_copy(update={"kind": "on", "edtf": f"{year}-{month:02}-{day:02}"})
        return first.model_copy(
            update={
                "id": f"attack-{number}",
                "date": first.date.model_copy(update={"value": value}),
                "casualties": () if number % 10 else first.casualties,
            }
        )

    more = tuple(map(dated, range(count)))
    return dossier.model_copy(update={"events": more})


def timeline_of(dossier):
    page = timeline_page(Catalogue(dossier))
    blocks = [block for section in page.sections for block in section.blocks]
    drawn = next(block for block in blocks if block.type == "scale")
    table = next(block for block in blocks if block.type == "table")
    notes = [block for block in blocks if block.type == "paragraph"]
    return [bar.href for bar in drawn.bars], [row[0][0].href for row in table.rows], notes


def test_no_bar_of_a_long_timeline_touches_an_edge():
    drawn = scale(Linker(Catalogue(_many_events(60)), "timeline/"), _many_events(60).events)
    assert min(bar.left for bar in drawn.bars) > 1
    assert max(bar.left + bar.width for bar in drawn.bars) < 99


def test_a_long_timeline_draws_the_events_that_most_is_known_of_by_date():
    drawn, listed, notes = timeline_of(_many_events(700))
    assert drawn[:3] == ["../events/attack-0/", "../events/attack-10/", "../events/attack-20/"]
    assert len(drawn) == 60
    assert listed == drawn
    assert notes[0].parts[-1].href == "../events/"


def test_a_timeline_of_some_events_lists_all_of_them():
    drawn, listed, notes = timeline_of(_many_events(150))
    assert len(drawn) == 60
    assert len(listed) == 150
    assert notes == []


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
    rings = [*land().rings_in(window)]
    assert rings
    for ring in rings:
        assert len(ring) > 2
        assert all(59.99 <= lon <= 70.01 and 19.99 <= lat <= 30.01 for lon, lat in ring)


LOCATED = {"places/norton.md": 0, "places/port-alma.md": 1}


def test_a_place_without_coordinate_gets_no_picture():
    pages = {page.path: page for page in make_pages(small_dossier())}
    shown = {path: [b for b in pages[path].blocks if b.type == "locator"] for path in LOCATED}
    assert {path: len(found) for path, found in shown.items()} == LOCATED


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier()])
def test_share_image(dossier):
    data = painted(told(dossier))
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 60_000
    assert data == painted(told(dossier))


def test_share_image_of_a_long_headline():
    dossier = small_dossier()
    article = dossier.articles[0].model_copy(update={"headline": "word " * 60 + "x" * 200})
    data = painted(told(dossier.model_copy(update={"articles": (article,)})))
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert data != painted(told(dossier))
