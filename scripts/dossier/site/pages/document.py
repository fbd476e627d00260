"""What a page is made of: plain records that know no markup.

A page is a list of sections, a section a list of blocks, a block holds inline parts. Text stands in them
as it is; rendering alone turns it into Markdown, and escapes it there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from dossier.site.pages.pictures import Locator, Map, Network, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link within the site, or out of it."""

    type: ClassVar[str] = "link"
    href: str
    """Relative to the page it stands on, or absolute."""
    text: str
    label: str | None = None
    """Accessible name, when the text alone says too little."""
    id: str | None = None
    """Its own anchor, where something leads to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A paragraph mark: a link to the article's outline that carries the exact words."""

    type: ClassVar[str] = "mark"
    href: str
    text: str
    """As printed: "¶4"."""
    exact: str
    told: str = ""
    """Of which article, on whose word and by whom it was read."""
    original: str | None = None
    """Address of the passage at the publisher."""
    archived: str | None = None
    """Address of the article's copy in an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorMark:
    """Says that what stands before it was added by an editor."""

    type: ClassVar[str] = "editor"
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A short label: the kind of a record, or a status."""

    type: ClassVar[str] = "chip"
    kind: str
    text: str


_OPENING_MARK = re.compile(r'(?<![^\s(\[‘“])"(?=\S)')
"""A straight mark before a word."""


def curled(words: str) -> str:
    """Words of an article with curled marks for straight ones."""
    return _OPENING_MARK.sub("“", words).replace('"', "”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of the article, inside quotation marks."""

    type: ClassVar[str] = "words"
    text: str

    @property
    def inside(self) -> str:
        """The words as they stand within marks: theirs are single, words that are one quotation have none."""
        inside = curled(self.text)
        if inside.startswith("“") and inside.find("”") == len(inside) - 1:
            inside = inside[1:-1]
        marks = [sign for sign in inside if sign in "“”"]
        if marks and marks[0] == "”":
            inside = f"“{inside}"
        if marks and marks[-1] == "“":
            inside = f"{inside}”"
        return inside.replace("“", "‘").replace("”", "’")

    @property
    def marked(self) -> str:
        """The words within their marks."""
        return f"“{self.inside}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A quiet remark of ours."""

    type: ClassVar[str] = "note"
    text: str


Part = str | Link | Mark | EditorMark | Chip | Words | Note
Inline = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `style` is "lead", "aka", "chips", "note" or nothing."""

    type: ClassVar[str] = "paragraph"
    parts: Inline
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and the values that belong to it."""

    label: str
    values: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Infobox:
    """The facts of a record at a glance: labels with values."""

    type: ClassVar[str] = "infobox"
    rows: tuple[Row, ...]
    label: str
    """Accessible name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list; `style` is a class name or nothing."""

    type: ClassVar[str] = "items"
    items: tuple[Inline, ...]
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCard:
    """A quotation with its speaker and cue."""

    type: ClassVar[str] = "quote"
    words: str
    opening: str = ""
    """Its first words, which tell its link from others."""
    href: str | None = None
    """The quotation's own page; None on that page itself."""
    by: Inline = ()
    cue: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a caption; `style` is a class name."""

    type: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    style: str = ""
    facets: tuple[str, ...] = ()
    """Those of `head` that a reader filters by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a ladder: reported or not."""

    label: str
    reported: bool
    parts: Inline = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Which steps of an agreement are reported."""

    type: ClassVar[str] = "ladder"
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """A paragraph of the article: what it supports, and where the original and its copy are."""

    anchor: str
    label: str
    parts: tuple[Inline, ...]
    original: str | None
    archived: str | None = None
    """Address of the article's copy in an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The article, paragraph by paragraph, without its text."""

    type: ClassVar[str] = "outline"
    entries: tuple[OutlineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """An entry point of the home page."""

    href: str
    title: str
    parts: Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Entry points side by side."""

    type: ClassVar[str] = "tiles"
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """Links to files that stand beside the page in the built site alone, each with its name."""

    type: ClassVar[str] = "files"
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Lines for a program or a shell."""

    type: ClassVar[str] = "code"
    lines: tuple[str, ...]


Block = (
    Code
    | DataFiles
    | Paragraph
    | Infobox
    | Items
    | QuoteCard
    | Table
    | Ladder
    | Outline
    | Scale
    | Network
    | Locator
    | Map
    | Tiles
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it.

    Sections list what is told at the top of this page or of others, so the search does not index them.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article behind a page, as reference managers and bibliographies want it."""

    authors: tuple[str, ...]
    headline: str
    publisher: str
    date: date
    url: str | None
    text: str
    """As a bibliography gives it."""
    bibtex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a page and the articles behind it; the theme adds the page's full address."""

    page: str
    """As a bibliography gives it, without the address."""
    bibtex: str
    """The page's entry, open at its end for the address."""
    articles: tuple[CitedArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site."""

    path: str
    """Under docs/: "actors/ana-novak.md"."""
    title: str
    description: str
    kind: str
    """person, armed_group, event, quote … or "index", "home"."""
    kind_label: str
    blocks: tuple[Block, ...] = ()
    """What stands above the first section."""
    notices: tuple[Inline, ...] = ()
    """What stands before everything else: corrections and retractions of what it rests on."""
    sections: tuple[Section, ...] = ()
    citation: Citation | None = None
    linked_data: dict[str, Any] = field(default_factory=dict)
    """schema.org JSON-LD."""
    toc: bool = True
    names: tuple[str, ...] = ()
    """Other names and spellings, and roles, under which the search finds it."""
    updated: date | None = None
    """Day of the latest article that it rests on; None for a page that lists others."""
    within: str | None = None
    """Address of the index that its breadcrumbs lead through, where its own does not begin with it."""
    leads_to: str | None = None
    """Address, as seen from here, of the page that a reader is led on to, without a script."""
    listed: bool = True
    """Whether search engines, the sitemap and the search may name it."""
    changed: date | None = None
    """Day on which what it shows last changed, once it is published."""
    version: str = ""
    """Fingerprint of the record it shows."""
    about: tuple[str, ...] = ()
    """Addresses of the actors it tells of."""
