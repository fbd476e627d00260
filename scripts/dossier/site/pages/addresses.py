"""Addresses: of a page as seen from another, of its file, of a passage in the original."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

from dossier.model import Evidence

_FIRST_WORDS = re.compile(r"((?:\S+\s+){5}\S+)\s.*", re.DOTALL)
"""The first six words of more: those that stand only once are among them."""
_ALONE = ("explore", "timeline", "network", "about-the-data")


def text_fragment(passage: Evidence) -> str:
    """The value of a text fragment (`#:~:text=`) that leads to a passage: its ends when it is long."""
    if passage.first is not None:
        first = passage.first if passage.prefix else _FIRST_WORDS.sub(r"\1", passage.first)
        text = ",".join(_encoded(words) for words in (first, passage.last) if words)
    else:
        text = _encoded(passage.exact or "")
    prefix = f"{_encoded(passage.prefix.strip())}-," if passage.prefix else ""
    suffix = f",-{_encoded(passage.suffix.strip())}" if passage.suffix else ""
    return f"{prefix}{text}{suffix}"


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def page_path(url: str) -> str:
    """Path under docs/ of the page at an address: "actors/" is "actors/index.md"."""
    if url == "":
        return "index.md"
    folder, _, rest = url.rstrip("/").partition("/")
    if rest:
        return f"{folder}/{rest}.md"
    return f"{folder}.md" if folder in _ALONE else f"{folder}/index.md"


def url_of(path: str) -> str:
    """Address from the site's root of the page with this path under docs/."""
    return f"{path.removesuffix('.md').removesuffix('index')}/".replace("//", "/").lstrip("/")


def relative(target: str, origin: str) -> str:
    """Address of `target` as seen from the page at `origin`, both from the site's root."""
    path, mark, anchor = target.partition("#")
    if path == origin:
        return f"#{anchor}" if mark else "./"
    step = posixpath.relpath(f"/{path}", f"/{origin}")
    slash = "/" if path == "" or path.endswith("/") else ""
    return f"{step}{slash}{mark}{anchor}"
