"""The network of actors: who is linked to whom by quotation, agreement, claim or tie."""

from __future__ import annotations

from dossier.pages.catalogue import Catalogue
from dossier.pages.document import Page
from dossier.pages.linker import Linker
from dossier.pages.sections import index_page


def network_page(catalogue: Catalogue) -> Page:
    """The page with the network picture."""
    linker = Linker(catalogue, "network/")
    return index_page(linker, "Network", "Who is linked to whom in this dossier, and by what.", [])
