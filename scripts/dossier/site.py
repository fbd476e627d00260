"""The dossier to every file of `docs/` that is made from it."""

from __future__ import annotations

from dossier.export import export
from dossier.model import Dossier
from dossier.pages import make_pages
from dossier.render import render


def make_files(dossier: Dossier) -> dict[str, bytes]:
    """Content by path under `docs/`: pages, data, feed and pictures; the same bytes for the same dossier."""
    files = {page.path: render(page).encode() for page in make_pages(dossier)}
    files |= export(dossier)
    return files
