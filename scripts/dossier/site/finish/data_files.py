"""The dossier's data in every format, written into a built site from the data the build left in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from dossier.exports.formats import FORMATS, WITH_THE_PAGES, export
from dossier.exports.linked import without_head
from dossier.model import Dossier

_DATA = "data/dossier.json"
_PAGE = "data/index.html"
_LINK = re.compile(r'(<a href="([\w./-]+)">[^<]*</a>)(?! \()')


def write_data(site: Path, address: str | None) -> None:
    """Writes each format that `docs/` doesn't hold; nothing in a site without data.

    `address` is where the site is published, None where no address is known.
    """
    source = site / _DATA
    if not source.is_file():
        return
    dossier = Dossier.model_validate(without_head(json.loads(source.read_text(encoding="utf-8"))))
    names = [name for name in FORMATS if name not in WITH_THE_PAGES]
    for path, data in export(dossier, names, address).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


def tell_sizes(site: Path) -> None:
    """Puts the size of each file of data behind the link to it, on the page that lists them."""
    page = site / _PAGE
    if not page.is_file():
        return

    def sized(match: re.Match[str]) -> str:
        file = page.parent / match[2]
        return f"{match[1]} ({_size(file.stat().st_size)})" if file.is_file() else match[0]

    page.write_text(_LINK.sub(sized, page.read_text(encoding="utf-8")), encoding="utf-8")


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(count // 1000, 1)} KB"
