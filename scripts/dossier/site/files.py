"""The dossier to every file of `docs/` that is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from dossier.exports.formats import WITH_THE_PAGES, export
from dossier.model import Dossier
from dossier.seeds.settings import Settings
from dossier.site import feed, share_image
from dossier.site.pages import make_pages
from dossier.site.pages.addresses import url_of
from dossier.site.pages.document import Page
from dossier.site.pages.gone import gone_pages
from dossier.site.pages.shown import ShownOf, shown_page
from dossier.site.render import render


def make_files(
    dossier: Dossier,
    dates: Mapping[str, date] | None = None,
    leads: Iterable[tuple[str, str | None]] = (),
    settings: Settings | None = None,
) -> dict[str, bytes]:
    """Content by path under `docs/`: pages, data, feed and pictures; the same bytes for the same dossier.

    `dates` has the day on which what stands at an address last changed, if it was published; `leads` are
    addresses that no record stands at any more, each with the one to go on to; `settings` name the dossier.
    """
    settings = settings or Settings()
    pages = _dated(make_pages(dossier, settings), dates or {})
    titles = {url_of(page.path): page.title for page in pages}
    pages += tuple(gone_pages(leads, titles))
    return {
        **{page.path: render(page).encode() for page in pages},
        **export(dossier, sorted(WITH_THE_PAGES)),
        feed.PATH: feed.render_feed(pages, settings.called).encode(),
        share_image.PATH: share_image.share_image(dossier, settings.called),
    }


def figures_file(figures: Iterable[ShownOf]) -> dict[str, bytes]:
    """The page of how much is shown, which can be made only when all else has been measured."""
    page = shown_page(figures)
    return {page.path: render(page).encode()}


def _dated(pages: Iterable[Page], dates: Mapping[str, date]) -> tuple[Page, ...]:
    """The pages of records with the day they last changed, where it is known."""
    known = ((page, dates.get(url_of(page.path))) for page in pages)
    return tuple(
        replace(page, updated=day or page.updated, changed=day) if page.updated else page
        for page, day in known
    )
