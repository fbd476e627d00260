"""A page that shows everything of one kind in one picture or list: timeline and network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.site.pages.addresses import page_path
from dossier.site.pages.citation import cite_all
from dossier.site.pages.document import Block, Page, Paragraph, Section
from dossier.site.pages.linked_data import describe_collection
from dossier.site.pages.linker import Linker


def index_page(
    linker: Linker,
    title: str,
    description: str,
    sections: Iterable[Section | None],
    blocks: Sequence[Block] = (),
    members: Sequence[str] = (),
    within: str | None = None,
) -> Page:
    """A page that lists others."""
    return Page(
        path=page_path(linker.url),
        title=title,
        description=description,
        kind="index",
        kind_label="Index",
        blocks=(Paragraph(parts=(description,), style="lead"), *blocks),
        sections=tuple(section for section in sections if section),
        citation=cite_all(linker.catalogue, linker.url, title),
        linked_data=describe_collection(linker, title, description, members),
        within=within,
    )
