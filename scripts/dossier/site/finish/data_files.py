"""The dossier's data in every format, written into a built site from the data the build left in it."""

from __future__ import annotations

import json
from pathlib import Path

from dossier.exports.formats import FORMATS, WITH_THE_PAGES, export
from dossier.model import Dossier

_DATA = "data/dossier.json"


def write_data(site: Path, address: str | None) -> None:
    """Writes each format that `docs/` doesn't hold; nothing in a site without data.

    `address` is where the site is published, None where no address is known.
    """
    source = site / _DATA
    if not source.is_file():
        return
    dossier = Dossier.model_validate(json.loads(source.read_text(encoding="utf-8")))
    names = [name for name in FORMATS if name not in WITH_THE_PAGES]
    for path, data in export(dossier, names, address).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
