"""What the HTML files of a built site refer to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote

REFERENCE = re.compile(r'(?<=\s)(href|src|data-scripts|data-index)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its HTML files by path, and the path it is published below."""

    site: Path
    html: dict[str, str]
    base: str

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by path from the root."""
        return frozenset(
            path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()
        )

    def target(self, path: str, reference: str) -> str | None:
        """The file that a reference on a page leads to, there or not; None when it leads elsewhere."""
        address = unquote(unescape(reference).partition("#")[0].partition("?")[0])
        if not address or _ELSEWHERE.match(address):
            return None
        if address.startswith("/"):
            if not f"{address}/".startswith(self.base):
                return None
            joined = "/" + address.removeprefix(self.base)
        else:
            joined = posixpath.join("/", posixpath.dirname(path), address)
        found = posixpath.normpath(joined).lstrip("/")
        if address.endswith("/") or posixpath.basename(address) in (".", "..") or not found:
            return posixpath.join(found, "index.html")
        return found


def references(built: Built) -> Iterator[tuple[str, str, str]]:
    """Page, reference and file of every reference to a file of the site."""
    for path, text in built.html.items():
        for match in REFERENCE.finditer(text):
            for reference in match[2].split() if match[1] == "data-scripts" else [match[2]]:
                target = built.target(path, reference)
                if target is not None:
                    yield path, reference, target


def dead_links(built: Built) -> Iterator[tuple[str, str]]:
    """Page and reference of every link to a file that is not there.

    The index of the search and the offline copy are made afterwards.
    """
    for path, reference, target in references(built):
        made_later = target == "offline.zip" or target.startswith("search/")
        if target not in built.files and not made_later:
            yield path, reference


def linked_pages(built: Built) -> Iterator[str]:
    """Address of the page that a link leads to, once for every page that has such a link."""
    seen = set()
    for path, _, target in references(built):
        if target.endswith("index.html") and (path, target) not in seen and path != target:
            seen.add((path, target))
            yield target.removesuffix("index.html")
