"""The pages at addresses that no record stands at any more: they lead on, or say that it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.site.pages.addresses import page_path, relative
from dossier.site.pages.document import Inline, Link, Page, Paragraph

_NOTE = "Addresses of this dossier are never given to another record."


def gone_pages(leads: Iterable[tuple[str, str | None]], titles: dict[str, str]) -> Iterator[Page]:
    """A page for each address and, where there is one, the address it leads on to.

    `titles` has the title of the page at each address. No page names what stood at its own.
    """
    for address, target in leads:
        title = titles.get(target or "")
        href = relative(target, address) if target and title else None
        lead: Inline = ("What stood here was withdrawn and is no longer part of this dossier.",)
        if href and title:
            lead = ("Told on another page now: ", Link(href=href, text=title))
        kind = "moved" if href else "withdrawn"
        yield Page(
            path=page_path(address),
            title=kind.title(),
            description="What stood here is told on another page now."
            if href
            else "What stood here was withdrawn.",
            kind=kind,
            kind_label=kind.title(),
            blocks=(Paragraph(parts=lead, style="lead"), Paragraph(parts=(_NOTE,), style="note")),
            leads_to=href,
            listed=False,
            toc=False,
        )
