"""The picture of the network: an arrow for each kind of link, round every box; and a form for a phone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.model import Actor
from dossier.site.pages import wording
from dossier.site.pages.document import Link
from dossier.site.pages.labels import Box, Point
from dossier.site.pages.layout import place_nodes
from dossier.site.pages.leads import with_link
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Arc, Edge, Network, Node

KINDS = {
    "quotation": ("speaks about", "in a quotation"),
    "agreement": ("and", "named together in an agreement or plan"),
    "claim": ("makes a claim about", "reported, not verified"),
    "tie": ("is tied to", "as the article reports, such as by a role"),
    "mutual": ("and", "tied to each other as the article reports, such as by a meeting or a border"),
}
"""Each kind of link in words: between the two names, and what it means."""
_BOTH_WAYS = ("agreement", "mutual")
"""Kinds of links without a direction."""
_WITHOUT_A_PAGE = ("tie", "mutual")
_WIDTH, _HEIGHT = 760, 520
_LETTER, _PADDING = 7, 20
_MARGIN = 24
_HALF = 12
"""Half the height of a box."""
_BENDS = tuple(sign * bend for bend in (0, 16, 32, 50, 70, 95, 125, 160, 200, 250) for sign in (1, -1))
_STEPS = 24
_ROW, _COLUMN, _EDGE = 30, 226, 352
"""On a phone: height of a row, where arcs begin, and how far they reach."""


class Tie(NamedTuple):
    """One link between two actors and the page that shows it."""

    subject: str
    kind: str
    object: str
    page: str | None


def picture(linker: Linker, actors: Sequence[Actor], ties: Iterable[Tie]) -> Network:
    """The network of some actors; links of one kind and direction between two are one arrow."""
    ids = [actor.id for actor in actors]
    links: dict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.subject in ids and tie.object in ids:
            ends = (tie.subject, tie.object)
            ends = (min(ends), max(ends)) if tie.kind in _BOTH_WAYS else ends
            links[(*ends, tie.kind)].append(tie)
    widths = {actor.id: len(actor.name.value) * _LETTER + _PADDING for actor in actors}
    centres = _centres(ids, widths, links)
    boxes = {
        id: Box(x - widths[id] / 2, y - _HALF, x + widths[id] / 2, y + _HALF)
        for id, (x, y) in centres.items()
    }
    edges = list(_edges(linker, links, centres, boxes))
    order = {
        id: number for number, id in enumerate(sorted(ids, key=lambda id: (centres[id][1], centres[id][0])))
    }
    return Network(
        width=round(max(box.right for box in boxes.values())) + _MARGIN,
        height=round(max(box.bottom for box in boxes.values())) + _HALF,
        label="Network of the actors; the table below says the same in words",
        nodes=tuple(
            Node(
                id=f"node-{actor.id}",
                text=actor.name.value,
                kind=actor.kind.value,
                told=tuple(
                    (part.text, part.href) if isinstance(part, Link) else (str(part), "")
                    for part in with_link(linker, actor)
                ),
                ties=tuple(
                    (edge.text, "" if edge.kind in _WITHOUT_A_PAGE else edge.href)
                    for ends, edge in edges
                    if actor.id in ends
                ),
                x=centres[actor.id][0],
                y=centres[actor.id][1],
                width=widths[actor.id],
                row=order[actor.id] * _ROW + _ROW // 2,
            )
            for actor in actors
        ),
        edges=tuple(edge for _, edge in edges),
        arcs=tuple(_arc(kind, order[a], order[b]) for a, b, kind in sorted(links)),
        legend=tuple(
            (kind, f"{_first(words)}, {meaning}")
            for kind, (words, meaning) in KINDS.items()
            if any(kind == each.kind for _, each in edges)
        ),
    )


def _first(words: str) -> str:
    return "one and another" if words == "and" else words


def _centres(
    ids: Sequence[str], widths: Mapping[str, int], links: Mapping[tuple[str, str, str], list[Tie]]
) -> dict[str, tuple[int, int]]:
    """Whole pixels, from the top left corner of the picture."""
    at = {id: number for number, id in enumerate(ids)}
    weights: dict[tuple[int, int], int] = defaultdict(int)
    for (a, b, _), ties in links.items():
        weights[(min(at[a], at[b]), max(at[a], at[b]))] += len(ties)
    placed = place_nodes([widths[id] for id in ids], weights, _WIDTH, _HEIGHT)
    left = min(x - widths[id] // 2 for id, (x, _) in zip(ids, placed, strict=True)) - _MARGIN
    top = min(y for _, y in placed) - _MARGIN
    return {id: (x - left, y - top) for id, (x, y) in zip(ids, placed, strict=True)}


def _edges(
    linker: Linker,
    links: Mapping[tuple[str, str, str], list[Tie]],
    centres: Mapping[str, tuple[int, int]],
    boxes: Mapping[str, Box],
) -> Iterator[tuple[tuple[str, str], Edge]]:
    """Each link, with the two it is between, as the straightest curve round every other box.

    Those between the same two are bent apart. In a crowd where no curve has a free way, the straightest
    stands: the table says the same.
    """
    bent: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (a, b, kind), ties in sorted(links.items()):
        pair = (min(a, b), max(a, b))
        sign = 1 if (a, b) == pair else -1
        others = [box for id, box in boxes.items() if id not in pair]
        choices = [bend for bend in _BENDS if all(abs(sign * bend - old) >= 16 for old in bent[pair])]
        curves = [_Curve(centres[a], centres[b], bend) for bend in choices]
        curve = next((curve for curve in curves if not curve.meets(others)), curves[0])
        bent[pair].append(sign * curve.bend)
        drawn = curve.between(boxes[a], boxes[b])
        x, y = curve.at(0.5)
        page = next((tie.page for tie in ties if tie.page), None)
        edge = Edge(
            kind=kind,
            directed=kind not in _BOTH_WAYS,
            text=_words(linker, a, b, kind, len(ties)),
            path=drawn,
            href=linker.to(linker.catalogue.url(page or a)),
            x=round(x),
            y=round(y),
        )
        yield pair, edge


def _words(linker: Linker, a: str, b: str, kind: str, count: int) -> str:
    words = f"{linker.catalogue.title(a)} {KINDS[kind][0]} {linker.catalogue.title(b)}"
    return f"{words}: {wording.count(count, 'time')}" if count > 1 else words


class _Curve:
    """A quadratic curve from one centre to another."""

    def __init__(self, start: Point, end: Point, bend: int) -> None:
        self.start, self.end, self.bend = start, end, bend
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = max((dx * dx + dy * dy) ** 0.5, 1)
        self.control = (
            (start[0] + end[0]) / 2 - 2 * bend * dy / length,
            (start[1] + end[1]) / 2 + 2 * bend * dx / length,
        )

    def at(self, t: float) -> Point:
        """The point at a part of its way."""
        return self._blossom(t, t)

    def _blossom(self, s: float, t: float) -> Point:
        weights = ((1 - s) * (1 - t), s * (1 - t) + t * (1 - s), s * t)
        points = (self.start, self.control, self.end)
        return (
            sum(w * p[0] for w, p in zip(weights, points, strict=True)),
            sum(w * p[1] for w, p in zip(weights, points, strict=True)),
        )

    def meets(self, boxes: Iterable[Box]) -> bool:
        """Whether it comes within three pixels of a box."""
        points = [self.at(step / _STEPS) for step in range(_STEPS + 1)]
        across, down = [x for x, _ in points], [y for _, y in points]
        around = Box(min(across) - 3, min(down) - 3, max(across) + 3, max(down) + 3)
        near = [
            Box(box.left - 3, box.top - 3, box.right + 3, box.bottom + 3)
            for box in boxes
            if box.meets(around)
        ]
        return any(box.crossed_by(part) for box in near for part in pairwise(points))

    def between(self, first: Box, last: Box) -> str:
        """The part outside the two boxes, as SVG path data."""
        steps = [step / (4 * _STEPS) for step in range(4 * _STEPS + 1)]
        from_t = next((t for t in steps if not _within(first, self.at(t), 1)), 0.0)
        to_t = next((t for t in reversed(steps) if not _within(last, self.at(t), 2)), 1.0)
        ends = (self.at(from_t), self._blossom(from_t, to_t), self.at(to_t))
        (x, y), (by_x, by_y), (to_x, to_y) = ((round(x), round(y)) for x, y in ends)
        if not self.bend:
            return f"M{x} {y}L{to_x} {to_y}"
        return f"M{x} {y}Q{by_x} {by_y} {to_x} {to_y}"


def _within(box: Box, point: Point, margin: float) -> bool:
    return (
        box.left - margin <= point[0] <= box.right + margin
        and box.top - margin <= point[1] <= box.bottom + margin
    )


def _arc(kind: str, start: int, end: int) -> Arc:
    """On a phone: from the row of one to that of the other, further out the further apart they are."""
    y, to_y = (row * _ROW + _ROW // 2 for row in (start, end))
    reach = min(_COLUMN + 24 + 9 * abs(start - end), 2 * _EDGE - _COLUMN)
    return Arc(
        kind=kind,
        directed=kind not in _BOTH_WAYS,
        path=f"M{_COLUMN} {y}Q{reach} {(y + to_y) // 2} {_COLUMN} {to_y}",
    )
