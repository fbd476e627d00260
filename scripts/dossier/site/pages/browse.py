"""A page that lists in a table: whole without a script, filtered and sorted with one, in parts when long.

The columns named as facets are what a reader filters by, with `explore.js`; the state stands in the address.
A list is cut where an item's own key says so: what comes in elsewhere moves no row to another part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Generic, TypeVar
from zlib import crc32

from dossier.site.pages import wording
from dossier.site.pages.addresses import page_path
from dossier.site.pages.asking import Drawing
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite_all
from dossier.site.pages.document import Block, Inline, Link, Page, Paragraph, Part, Section, Table
from dossier.site.pages.linked_data import describe_collection
from dossier.site.pages.linker import Linker

ROWS = 100
"""Of the longest list in one part; of a longer one a part has about as many."""
_FEWEST, _MOST = 50, 150
"""Rows of a part of a longer one, but for the last."""
OUTLET = "Outlet"
"""Name of the column that says who published what a row rests on."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[_T]):
    """What is listed, and how."""

    title: str
    opening: str
    """The sentence that opens the page."""
    caption: str
    head: tuple[str, ...]
    facets: tuple[str, ...]
    """Those of `head` that a reader filters by."""
    items: Sequence[_T]
    """In their order; each becomes a row."""
    row: Callable[[Linker, _T], tuple[Inline, ...]]
    key: Callable[[_T], str]
    """What is decided about an item before it has its row: which it is, and in which place it stands."""


def browse_pages(
    catalogue: Catalogue,
    url: str,
    listing: Listing[_T],
    sections: Callable[[Linker], Sequence[Section | None]] | None = None,
    blocks: Callable[[Linker], Sequence[Block | None]] | None = None,
    members: Sequence[str] = (),
) -> list[Drawing]:
    """The parts of the page at `url`; `blocks` and, below them, `sections` stand above the first table.

    What `blocks` are made of beside the dossier must be told by the members and the keys of the items.
    """
    keys = [listing.key(item) for item in listing.items]
    cuts = parts_of(keys)
    columns = _telling(catalogue, listing.head)
    drawings = []
    for number, (first, stop) in enumerate(pairwise(cuts), 1):
        above = (sections, blocks, members) if number == 1 else (None, None, ())
        place, items = (number, len(cuts) - 1), listing.items[first:stop]
        told = keys if number == 1 else keys[first:stop]
        drawings.append(
            Drawing(
                path=page_path(part_url(url, number)),
                make=partial(_part, catalogue, url, listing, place, items, columns, *above),
                given=repr((_lead(listing, *place), place, columns, told, above[2])),
            )
        )
    return drawings


def parts_of(keys: Sequence[str]) -> list[int]:
    """Where the parts of a list begin, by the keys of its items, and where the last ends."""
    cuts = [0]
    for at, key in enumerate(keys, 1):
        rows = at - cuts[-1]
        if len(keys) > ROWS and (rows == _MOST or (rows >= _FEWEST and crc32(key.encode()) % _FEWEST == 0)):
            cuts.append(at)
    return cuts if cuts[-1] == len(keys) > 0 else [*cuts, len(keys)]


def _part(
    catalogue: Catalogue,
    url: str,
    listing: Listing[_T],
    place: tuple[int, int],
    items: Sequence[_T],
    columns: Sequence[int],
    sections: Callable[[Linker], Sequence[Section | None]] | None,
    blocks: Callable[[Linker], Sequence[Block | None]] | None,
    members: Sequence[str],
) -> Page:
    """One part; `place` is its number and how many there are."""
    number, count = place
    linker = Linker(catalogue, part_url(url, number))
    title = listing.title if number == 1 else f"{listing.title}, part {number}"
    table = Table(
        caption=listing.caption,
        head=tuple(listing.head[at] for at in columns),
        rows=tuple(_cells(listing.row(linker, item), columns) for item in items),
        style="browse",
        facets=tuple(
            name for at, name in enumerate(listing.head) if at in columns and name in listing.facets
        ),
    )
    lead = _lead(listing, number, count)
    above = blocks(linker) if blocks else ()
    before = sections(linker) if sections else ()
    shown = (table, _ways(linker, url, number, count)) if items else ()
    last = Section(id="table", title=listing.caption, blocks=tuple(block for block in shown if block))
    return Page(
        path=page_path(linker.url),
        title=title,
        description=wording.within(lead, 250),
        kind="index",
        kind_label="Index",
        blocks=(Paragraph(parts=(lead,), style="lead"), *(b for b in above if b)),
        sections=(*(part for part in before if part), *((last,) if items else ())),
        citation=cite_all(catalogue, linker.url, title),
        linked_data=describe_collection(linker, title, lead, members),
        listed=number == 1,
        within=url if number > 1 else None,
    )


def _lead(listing: Listing[_T], number: int, count: int) -> str:
    """The sentence that opens a part: how much the whole list holds is told on the first alone."""
    if number == 1:
        return listing.opening
    listed = f"{listing.caption[0].lower()}{listing.caption[1:]}"
    return f"This is part {number} of {count} of one list: {listed}."


def _telling(catalogue: Catalogue, head: tuple[str, ...]) -> list[int]:
    """The columns to show: where all articles are of one outlet, a column that names it tells nothing."""
    one = len({article.publisher for article in catalogue.dossier.articles}) < 2
    return [at for at, name in enumerate(head) if not (one and name == OUTLET)]


def _cells(row: tuple[Inline, ...], columns: Sequence[int]) -> tuple[Inline, ...]:
    return tuple(row[at] for at in columns)


def part_url(url: str, number: int) -> str:
    """Address of a part: "quotes/", "lists/quotes-2/" …, where no record has its page."""
    return url if number == 1 else f"lists/{url.rstrip('/')}-{number}/"


def _ways(linker: Linker, url: str, number: int, count: int) -> Paragraph | None:
    """Links to the other parts; `explore.js` reads the rows of these."""
    if count == 1:
        return None
    parts: list[Part] = [f"Part {number} of {count}. Others:"]
    for other in range(1, count + 1):
        if other != number:
            link = Link(href=linker.to(part_url(url, other)), text=str(other), label=f"Part {other}")
            parts += [" ", link]
    return Paragraph(parts=tuple(parts), style="parts")
