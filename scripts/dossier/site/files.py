"""The dossier to every file of `docs/` that is made from it."""

from __future__ import annotations

from dossier.exports.data import export
from dossier.model import Dossier
from dossier.site import feed, share_image
from dossier.site.pages import make_pages
from dossier.site.render import render


def make_files(dossier: Dossier) -> dict[str, bytes]:
    """Content by path under `docs/`: pages, data, feed and pictures; the same bytes for the same dossier."""
    pages = make_pages(dossier)
    return {
        **{page.path: render(page).encode() for page in pages},
        **export(dossier),
        feed.PATH: feed.render_feed(pages).encode(),
        share_image.PATH: share_image.share_image(dossier),
    }
