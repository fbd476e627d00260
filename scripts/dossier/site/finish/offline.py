"""A copy of the site to read from a folder, without a server: every link names a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OFFLINE = "offline.zip"
_FOLDER = "dossier"
_LINK = re.compile(r'(?<=\s)href="([^"#?:]*)([#?][^"]*)?"')
_DAY = (1980, 1, 1, 0, 0, 0)
"""The same site gives the same bytes."""
_NOT_PACKED = frozenset({OFFLINE, "sitemap.xml", "sitemap.xml.gz", "404.html"})


def offline_copy(site: Path, html: Mapping[str, str]) -> None:
    """Packs the finished site into one file within it."""
    with ZipFile(site / OFFLINE, "w", ZIP_DEFLATED) as packed:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if not path.is_file() or name in _NOT_PACKED:
                continue
            data = _LINK.sub(_to_file, html[name]).encode() if name in html else path.read_bytes()
            packed.writestr(ZipInfo(f"{_FOLDER}/{name}", _DAY), data, ZIP_DEFLATED)


def _to_file(match: re.Match[str]) -> str:
    address, rest = match[1], match[2] or ""
    if not address or address.startswith("/"):
        return match[0]
    if address.endswith("/") or posixpath.basename(address) in (".", ".."):
        address = posixpath.join(address, "index.html")
    return f'href="{address}{rest}"'
