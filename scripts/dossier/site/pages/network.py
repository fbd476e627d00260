"""The network of actors: who is linked to whom, by quotation, agreement, claim or tie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, islice
from typing import NamedTuple

from dossier.facts import value_of
from dossier.model import Actor
from dossier.site.pages import wording
from dossier.site.pages.asking import Drawing
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Link, Page, Paragraph, Part, Table
from dossier.site.pages.frame import section
from dossier.site.pages.linker import Linker
from dossier.site.pages.network_picture import KINDS, Tie, picture
from dossier.site.pages.sections import index_page

_TOLD_OTHERWISE = ("spoke_about", "party_with")
"""Edges that repeat a quotation or an agreement."""
_KIND_NAMES = {"mutual": "Mutual tie"}
_DRAWN = 40
_ROWS = 200
_PARTIES = 6


class _Linked(NamedTuple):
    """Who is linked to whom, as the page shows it: of most articles it is the same with another text."""

    ties: tuple[Tie, ...]
    actors: int
    """How many are linked."""
    drawn: tuple[str, ...]
    """Ids of those with the most links."""
    alone: tuple[str, ...]
    """Ids of the first that are not."""


def network_page(catalogue: Catalogue) -> Drawing:
    """The page with the network picture and the same as a table: drawn anew where the links are others."""
    actors = {actor.id: actor for actor in catalogue.dossier.actors}
    ties = tuple(
        tie
        for tie in dict.fromkeys(_ties(catalogue))
        if tie.subject != tie.object and tie.subject in actors and tie.object in actors
    )
    degree = Counter(id for tie in ties for id in (tie.subject, tie.object))
    most = sorted(degree, key=lambda id: (-degree[id], id))[:_DRAWN]
    alone = islice((id for id in actors if id not in degree), _DRAWN)
    linked = _Linked(ties, len(degree), tuple(sorted(most)), tuple(alone))
    drawn = [actors[id] for id in linked.drawn]
    return Drawing(
        "network.md",
        partial(_page, catalogue, linked, drawn),
        asks=tuple(("records", id) for id in linked.drawn),
        given=repr(linked),
    )


def _page(catalogue: Catalogue, linked: _Linked, drawn: Sequence[Actor]) -> Page:
    linker = Linker(catalogue, "network/")
    ties, alone = linked.ties, linked.alone
    return index_page(
        linker,
        "Network",
        _opening(linked.actors),
        [
            section(
                "picture",
                "Picture",
                picture(linker, drawn, ties) if drawn else None,
                _note(f"Drawn are the {_DRAWN} actors with the most links.")
                if linked.actors > _DRAWN
                else None,
            ),
            section(
                "table",
                "The same as a table",
                _table(linker, ties) if ties else None,
                _note("Without a link to another: ", *linker.links(alone), ".") if alone else None,
            ),
        ],
    )


def _opening(linked: int) -> str:
    if not linked:
        return "No actor of this dossier is linked to another yet."
    are = "is" if linked == 1 else "are"
    count = wording.sentence_case(wording.counted(linked, "actor"))
    return f"{count} {are} linked to others by quotation, agreement, claim or tie."


def _note(*parts: Part) -> Paragraph:
    return Paragraph(parts=parts, style="note")


def _ties(catalogue: Catalogue) -> Iterator[Tie]:
    dossier = catalogue.dossier
    for quotation in dossier.quotes:
        if quotation.speaker:
            said_by = quotation.speaker.value
            yield from (Tie(said_by, "quotation", topic.value, quotation.id) for topic in quotation.about)
    for agreement in dossier.agreements:
        parties = sorted({party.value.actor for party in agreement.parties})[:_PARTIES]
        yield from (Tie(a, "agreement", b, agreement.id) for a, b in combinations(parties, 2))
    for claim in dossier.claims:
        if claim.claimant and claim.target:
            yield Tie(claim.claimant.value, "claim", claim.target.value, claim.id)
    for relation in dossier.relations:
        if relation.claim is None and not relation.according_to and relation.predicate not in _TOLD_OTHERWISE:
            kind = "mutual" if wording.is_mutual(relation.predicate) else "tie"
            yield Tie(relation.subject, kind, relation.object, None)
    for actor in dossier.actors:
        ids = [value_of(actor.organ_of), *(role.value.of for role in actor.roles)]
        yield from (Tie(actor.id, "tie", id, None) for id in ids if id)


def _table(linker: Linker, ties: Iterable[Tie]) -> Table:
    """One row per actor and kind of link; a number leads to the page that shows the link."""
    grouped: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        pages = grouped[(tie.subject, tie.kind)][tie.object]
        if tie.page:
            pages.append(tie.page)
    order = list(KINDS)
    most = sorted(grouped.items(), key=lambda item: (-sum(len(p) + 1 for p in item[1].values()), item[0]))
    rows = sorted(
        most[:_ROWS], key=lambda item: (linker.catalogue.title(item[0][0]), order.index(item[0][1]))
    )
    return Table(
        caption="Links between actors"
        if len(grouped) <= _ROWS
        else f"Links between actors, the {_ROWS} rows with the most",
        head=("Actor", "Kind of link", "To"),
        rows=tuple(
            (
                (linker.link(subject),),
                (_KIND_NAMES.get(kind, wording.sentence_case(kind)),),
                _targets(linker, objects.items()),
            )
            for (subject, kind), objects in rows
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
