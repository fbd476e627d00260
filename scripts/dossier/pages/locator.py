"""Where a place is, as a picture."""

from __future__ import annotations

from dossier.model import Place
from dossier.pages.document import Locator
from dossier.pages.linker import Linker


def locate(linker: Linker, place: Place) -> Locator | None:
    return None
