"""Long lists with ways in: names by letter, statements by year or kind, each way an anchor in its part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from dossier.model import Actor, Place
from dossier.site.pages.asking import Drawing
from dossier.site.pages.browse import ROWS, Listing, browse_pages, part_url, parts_of
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.collation import filed_under, initial, sort_key
from dossier.site.pages.document import Block, Inline, Link, Paragraph, Part, Section
from dossier.site.pages.linker import Linker
from dossier.site.pages.statements import Statement

_FEW = 12
"""Names that need no letters to find one by."""
_N = TypeVar("_N", Actor, Place)
_F = TypeVar("_F")
_Filed = tuple[str, Statement, str]
"""What a statement stands under, the statement, and its anchor if it is the first there."""


def file_names(records: Sequence[_N]) -> list[tuple[str, _N, str]]:
    """Records in the order of the Unicode collation, persons by family name, each with its anchor.

    The first under a letter has one: "letter-k"; the others have none.
    """
    named = [(filed_name(record), record) for record in records]
    named.sort(key=lambda each: (sort_key(each[0]), each[1].id))
    seen: set[str] = set()
    filed = []
    for name, record in named:
        letter = initial(name)
        filed.append((letter, record, "" if letter in seen else _anchor(letter)))
        seen.add(letter)
    return filed


def filed_name(record: Actor | Place) -> str:
    """A record's name as an index has it: "Berg, Ada"."""
    short = [each.value.text for each in record.aliases if each.value.type == "short_form"]
    return filed_under(record.name.value, person=record.kind.value == "person", short_forms=short)


def filed_key(filed: tuple[str, Actor | Place, str]) -> str:
    """What is decided about a name in a list."""
    letter, record, anchor = filed
    return f"{letter} {record.id} {anchor}"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower() if letter.isascii() and letter.isalnum() else ord(letter)}"


def anchored(line: Inline, anchor: str) -> Inline:
    """The line, its first link with an anchor of its own."""
    links = [at for at, part in enumerate(line) if isinstance(part, Link)][: bool(anchor)]
    return tuple(
        replace(part, id=anchor) if isinstance(part, Link) and at in links else part
        for at, part in enumerate(line)
    )


def filed_pages(
    catalogue: Catalogue,
    url: str,
    listing: Listing[tuple[str, _N, str]],
    filed: list[tuple[str, _N, str]],
    sections: Callable[[Linker], Sequence[Section | None]] | None = None,
) -> list[Drawing]:
    """The pages with, on the first, the letters that lead to the first name under each."""
    members = [catalogue.url(record.id) for _, record, _ in filed]
    return browse_pages(
        catalogue,
        url,
        listing,
        sections=sections,
        blocks=partial(_ways_in, url, filed, listing.key),
        members=members,
    )


def _ways_in(
    url: str, filed: Sequence[tuple[str, _F, str]], key: Callable[[tuple[str, _F, str]], str], linker: Linker
) -> list[Block]:
    """Links to the first under each letter, year or kind, where there are enough to look for."""
    parts: list[Part] = []
    cuts = parts_of([key(each) for each in filed])
    for at, (letter, _, anchor) in enumerate(filed):
        if anchor:
            target = linker.to(f"{part_url(url, bisect_right(cuts, at))}#{anchor}")
            parts += [" "] if parts else []
            parts.append(Link(href=target, text=letter))
    return [Paragraph(parts=tuple(parts), style="letters")] if len(filed) > _FEW and len(parts) > 1 else []


def told_pages(
    catalogue: Catalogue, url: str, listing: Listing[Statement], under: Callable[[Statement], str]
) -> list[Drawing]:
    """The pages of a list of statements, with ways in by what they stand under where it has several parts."""
    seen: set[str] = set()
    filed: list[_Filed] = []
    for one in listing.items:
        heading = under(one) if len(listing.items) > ROWS else ""
        filed.append((heading, one, "" if heading in seen or not heading else _anchor_of(heading)))
        seen.add(heading)

    def row(linker: Linker, item: _Filed) -> tuple[Inline, ...]:
        _, one, anchor = item
        first, *others = listing.row(linker, one)
        return anchored(first, anchor), *others

    whole: Listing[_Filed] = Listing(
        title=listing.title,
        opening=listing.opening,
        caption=listing.caption,
        head=listing.head,
        facets=listing.facets,
        items=filed,
        row=row,
        key=lambda item: f"{item[0]} {item[1].key} {item[2]}",
    )
    return browse_pages(
        catalogue,
        url,
        whole,
        blocks=partial(_ways_in, url, filed, whole.key),
        members=members_of(catalogue, list(listing.items)),
    )


def _anchor_of(heading: str) -> str:
    return f"from-{heading.lower().replace(' ', '-')}"


def year(one: Statement) -> str:
    """The year in which a statement's date begins."""
    if one.span is None:
        return "No date"
    return "Earlier" if one.span[0] == date.min else str(one.span[0].year)


def members_of(catalogue: Catalogue, told: list[Statement]) -> list[str]:
    """Addresses of what some statements are about."""
    return [catalogue.url(one.of.id) for one in told]
