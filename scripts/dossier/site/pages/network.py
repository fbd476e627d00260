"""The network of actors: who is linked to whom, by quotation, agreement, claim or tie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from dossier.facts import value_of
from dossier.model import Actor
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Link, Page, Paragraph, Part, Table
from dossier.site.pages.frame import section
from dossier.site.pages.layout import place_nodes
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Edge, Network, Node
from dossier.site.pages.sections import index_page

_KINDS = {
    "quotation": "speaks about, in a quotation",
    "agreement": "named together in an agreement or plan",
    "claim": "makes a claim about: reported, not verified",
    "tie": "a tie that the article reports, such as a role or a meeting",
}
_TOLD_OTHERWISE = ("spoke_about", "party_with")
"""Edges that repeat a quotation or an agreement."""
_DRAWN = 40
_ROWS = 200
_PARTIES = 6
_WIDTH = 760
_HEIGHT = 520
_LETTER = 7
_PADDING = 20
_MARGIN = 24
_BEND = 22


class _Tie(NamedTuple):
    """One link between two actors and the page that shows it."""

    subject: str
    kind: str
    object: str
    page: str | None


def network_page(catalogue: Catalogue) -> Page:
    """The page with the network picture and the same as a table."""
    linker = Linker(catalogue, "network/")
    actors = {actor.id: actor for actor in catalogue.dossier.actors}
    ties = [
        tie
        for tie in dict.fromkeys(_ties(catalogue))
        if tie.subject != tie.object and tie.subject in actors and tie.object in actors
    ]
    degree = Counter(id for tie in ties for id in (tie.subject, tie.object))
    drawn = sorted(degree, key=lambda id: (-degree[id], id))[:_DRAWN]
    alone = [id for id in actors if id not in degree]
    return index_page(
        linker,
        "Network",
        _opening(len(degree)),
        [
            section(
                "picture",
                "Picture",
                _picture(linker, [actors[id] for id in sorted(drawn)], ties) if drawn else None,
                _note(f"Drawn are the {_DRAWN} actors with the most links.")
                if len(degree) > _DRAWN
                else None,
            ),
            section(
                "table",
                "The same as a table",
                _table(linker, ties) if ties else None,
                _note("Without a link to another: ", *linker.links(alone[:_DRAWN]), ".") if alone else None,
            ),
        ],
    )


def _opening(linked: int) -> str:
    if not linked:
        return "No actor of this dossier is linked to another yet."
    are = "is" if linked == 1 else "are"
    return f"{wording.count(linked, 'actor')} {are} linked to others by quotation, agreement, claim or tie."


def _note(*parts: Part) -> Paragraph:
    return Paragraph(parts=parts, style="note")


def _ties(catalogue: Catalogue) -> Iterator[_Tie]:
    dossier = catalogue.dossier
    for quotation in dossier.quotes:
        if quotation.speaker:
            said_by = quotation.speaker.value
            yield from (_Tie(said_by, "quotation", topic.value, quotation.id) for topic in quotation.about)
    for agreement in dossier.agreements:
        parties = sorted({party.value.actor for party in agreement.parties})[:_PARTIES]
        yield from (_Tie(a, "agreement", b, agreement.id) for a, b in combinations(parties, 2))
    for claim in dossier.claims:
        if claim.claimant and claim.target:
            yield _Tie(claim.claimant.value, "claim", claim.target.value, claim.id)
    for relation in dossier.relations:
        if relation.claim is None and not relation.according_to and relation.predicate not in _TOLD_OTHERWISE:
            yield _Tie(relation.subject, "tie", relation.object, None)
    for actor in dossier.actors:
        ids = [value_of(actor.organ_of), *(role.value.of for role in actor.roles)]
        yield from (_Tie(actor.id, "tie", id, None) for id in ids if id)


def _picture(linker: Linker, actors: list[Actor], ties: list[_Tie]) -> Network:
    index = {actor.id: number for number, actor in enumerate(actors)}
    links: Counter[tuple[int, int]] = Counter()
    kinds: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for tie in ties:
        if tie.subject in index and tie.object in index:
            pair = tuple(sorted((index[tie.subject], index[tie.object])))
            links[(pair[0], pair[1])] += 1
            kinds[(pair[0], pair[1])][tie.kind] = None
    widths = [len(actor.name.value) * _LETTER + _PADDING for actor in actors]
    centres = place_nodes(widths, links, _WIDTH, _HEIGHT)
    left = min(x - width // 2 for (x, _), width in zip(centres, widths, strict=True)) - _MARGIN
    top = min(y for _, y in centres) - _MARGIN
    points = [(x - left, y - top) for x, y in centres]
    return Network(
        width=max(x + width // 2 for (x, _), width in zip(points, widths, strict=True)) + _MARGIN,
        height=max(y for _, y in points) + _MARGIN,
        label="Network of the actors; the table below says the same in words",
        nodes=tuple(
            Node(
                href=linker.to(linker.catalogue.url(actor.id)),
                text=actor.name.value,
                kind=actor.kind.value,
                x=x,
                y=y,
                width=width,
            )
            for actor, (x, y), width in zip(actors, points, widths, strict=True)
        ),
        edges=tuple(_edges(kinds, points)),
        legend=tuple(
            (kind, text) for kind, text in _KINDS.items() if any(kind in found for found in kinds.values())
        ),
    )


def _edges(kinds: dict[tuple[int, int], dict[str, None]], points: list[tuple[int, int]]) -> Iterator[Edge]:
    """All lines of a kind as one path; several between the same two are bent apart."""
    data: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for (a, b), found in sorted(kinds.items()):
        for place, kind in enumerate(kind for kind in _KINDS if kind in found):
            data[kind].append(_curve(points[a], points[b], (place + 1) // 2 * _BEND * (-1) ** place))
    for kind, paths in data.items():
        if paths:
            yield Edge(kind=kind, text=_KINDS[kind], path="".join(paths))


def _curve(a: tuple[int, int], b: tuple[int, int], bend: int) -> str:
    if not bend:
        return f"M{a[0]} {a[1]}L{b[0]} {b[1]}"
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = max(abs(dx) + abs(dy), 1)
    x = (a[0] + b[0]) // 2 - 2 * bend * dy // length
    y = (a[1] + b[1]) // 2 + 2 * bend * dx // length
    return f"M{a[0]} {a[1]}Q{x} {y} {b[0]} {b[1]}"


def _table(linker: Linker, ties: list[_Tie]) -> Table:
    """One row per actor and kind of link; a number leads to the page that shows the link."""
    grouped: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        pages = grouped[(tie.subject, tie.kind)][tie.object]
        if tie.page:
            pages.append(tie.page)
    order = list(_KINDS)
    rows = sorted(
        grouped.items(), key=lambda item: (linker.catalogue.title(item[0][0]), order.index(item[0][1]))
    )
    return Table(
        caption="Links between actors"
        if len(rows) <= _ROWS
        else f"Links between actors, the first {_ROWS} rows",
        head=("Actor", "Kind of link", "To"),
        rows=tuple(
            ((linker.link(subject),), (wording.sentence_case(kind),), _targets(linker, objects.items()))
            for (subject, kind), objects in rows[:_ROWS]
        ),
        style="network-table",
    )


def _targets(linker: Linker, objects: Iterable[tuple[str, list[str]]]) -> Inline:
    parts: list[str | Link] = []
    for id, pages in objects:
        parts.append(", " if parts else "")
        parts.append(linker.link(id))
        for number, page in enumerate(pages, 1):
            parts += [" ", _numbered(linker, page, number)]
    return tuple(parts)


def _numbered(linker: Linker, page: str, number: int) -> Link:
    link = linker.link(page)
    return Link(href=link.href, text=str(number), label=f"{number}: {link.text}")
