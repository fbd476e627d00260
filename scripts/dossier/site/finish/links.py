"""What the HTML files of a built site refer to."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote

REFERENCE = re.compile(r'(?<=\s)(href|src|data-scripts|data-engine|data-worker|data-index)="([^"]*)"')
ASSET = re.compile(r'assets/[^"<>\s]+')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class HtmlFiles(Mapping[str, str]):
    """The HTML files of a site by path from its root, each read when it is asked for: a site may be large."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._paths = dict.fromkeys(
            path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))
        )

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        return (self._site / path).read_text(encoding="utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its HTML files, and the path it is published below."""

    site: Path
    html: HtmlFiles
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


@dataclass(frozen=True, slots=True)
class Referred:
    """What the pages refer to, all in all."""

    dead: list[tuple[str, str]] = field(default_factory=list)
    """Page and reference of every link to a file that is not there."""
    linked: Counter[str] = field(default_factory=Counter)
    """By address of a page, how many other pages link to it."""
    files: set[str] = field(default_factory=set)
    """Every file that a reference leads to, or that the text of a page names as an asset."""


def referred(built: Built) -> Referred:
    """Looks at every reference of every page once.

    The index of the search and the offline copy are made afterwards, so their links are not dead.
    """
    found = Referred()
    for path, text in built.html.items():
        targets = set()
        for reference in _references(text):
            target = built.target(path, reference)
            if target is not None:
                targets.add(target)
                made_later = target == "offline.zip" or target.startswith("search/")
                if target not in built.files and not made_later:
                    found.dead.append((path, reference))
        found.files.update(targets, ASSET.findall(text))
        if path.startswith("embed/"):
            continue  # a card is a page’s own part, and says nothing of how much it is referred to
        found.linked.update(
            target.removesuffix("index.html")
            for target in targets
            if target.endswith("index.html") and target != path
        )
    return found


def _references(text: str) -> Iterator[str]:
    for match in REFERENCE.finditer(text):
        yield from match[2].split() if match[1] in ("data-scripts", "data-engine") else [match[2]]
