"""The address a built site says it has, against where it can be read from."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit


def address_notes(site: Path) -> Iterator[str]:
    """A line of warning when the pages call an address of this machine theirs."""
    address = _Canonical(site / "index.html").address
    host = urlsplit(address).hostname or ""
    if host == "localhost" or _is_loopback(host):
        yield (
            f"{site}: its pages name {address} as their address, which nobody else can open."
            " Before publishing, build with the real one: SITE_URL=https://news.example/dossier/ make site"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Canonical(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.address = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the address of `<link rel="canonical">`."""
        named = dict(attrs)
        if tag == "link" and named.get("rel") == "canonical":
            self.address = named.get("href") or ""
