"""The pages at addresses that no record stands at any more: they lead on, or say that it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.site.pages.addresses import page_path, relative
from dossier.site.pages.document import Link, Page, Paragraph

_NOTE = "Addresses of this dossier are never given to another record."


def gone_pages(leads: Iterable[tuple[str, str | None]], titles: dict[str, str]) -> Iterator[Page]:
    """A page for each address and, where there is one, the address it leads on to.

    `titles` has the title of the page at each address. No page names what stood at its own.
    """
    for address, target in leads:
        title = titles.get(target or "")
        if target and title:
            href = relative(target, address)
            yield Page(
                path=page_path(address),
                title="Moved",
                description="What stood here is told on another page now.",
                kind="moved",
                kind_label="Moved",
                blocks=(
                    Paragraph(
                        parts=("Told on another page now: ", Link(href=href, text=title)), style="lead"
                    ),
                    Paragraph(parts=(_NOTE,), style="note"),
                ),
                leads_to=href,
                listed=False,
                toc=False,
            )
        else:
            yield Page(
                path=page_path(address),
                title="Withdrawn",
                description="What stood here was withdrawn.",
                kind="withdrawn",
                kind_label="Withdrawn",
                blocks=(
                    Paragraph(
                        parts=("What stood here was withdrawn and is no longer part of this dossier.",),
                        style="lead",
                    ),
                    Paragraph(parts=(_NOTE,), style="note"),
                ),
                listed=False,
                toc=False,
            )
