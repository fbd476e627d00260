"""The feeds of a built site: ids and links from its address, and one feed for each actor.

They follow RFC 4287. Where no address is known links stay relative, as a reader of feeds resolves them, and
ids are those that the build made.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

_FEED = "feed.xml"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ENTRIES = 100
_ACTORS = "actors/"


def write_feeds(site: Path, address: str | None) -> None:
    """Writes the feed anew, and `actors/ID/feed.xml` for each actor; nothing in a site without a feed.

    `address` is where the site is published, with a slash at the end. Feeds that were written before stay.
    """
    path = site / _FEED
    if not path.is_file():
        return
    feed = etree.fromstring(path.read_bytes())
    if feed.find(f"{_ATOM}generator") is not None:
        return  # written by an earlier run, which left out what is old
    entries = feed.findall(f"{_ATOM}entry")
    for entry in entries:
        feed.remove(entry)
    telling = _by_actor(entries)
    called = feed.findtext(f"{_ATOM}title")
    for url, name in [(_href(entry), entry.findtext(f"{_ATOM}title")) for entry in entries]:
        if url.startswith(_ACTORS) and (site / url).is_dir():
            made = _feed(feed, telling[url], address, f"{url}{_FEED}", title=f"{name} – {called}")
            (site / url / _FEED).write_bytes(_bytes(made))
    path.write_bytes(_bytes(_feed(feed, entries, address, _FEED)))


def _by_actor(entries: list[Any]) -> dict[str, list[Any]]:
    telling: dict[str, list[Any]] = defaultdict(list)
    for entry in entries:
        for link in entry.findall(f"{_ATOM}link[@rel='related']"):
            telling[link.get("href")].append(entry)
    return telling


def _feed(head: Any, entries: list[Any], address: str | None, path: str, title: str | None = None) -> Any:
    """A feed of the latest of these entries at a path of the site; `title` where it has one of its own."""
    made = deepcopy(head)
    root = address or "../" * path.count("/")
    if address:
        made.find(f"{_ATOM}id").text = f"{address}{path}"
    elif title:
        made.find(f"{_ATOM}id").text += f"#{path}"
    if title:
        made.find(f"{_ATOM}title").text = title
    made.find(f"{_ATOM}link[@rel='self']").set("href", f"{root}{path}")
    made.find(f"{_ATOM}link[@rel='alternate']").set("href", f"{root}{path.removesuffix(_FEED)}" or "./")
    for entry in entries[:_ENTRIES]:
        made.append(_placed(deepcopy(entry), address, root))
    days = [entry.findtext(f"{_ATOM}updated") for entry in entries]
    if days:
        made.find(f"{_ATOM}updated").text = max(days)
    generator = etree.Element(f"{_ATOM}generator")
    generator.text = "dossier"
    made.find(f"{_ATOM}updated").addnext(generator)
    return made


def _placed(entry: Any, address: str | None, root: str) -> Any:
    """An entry with its id and links made of where the site is."""
    for link in entry.findall(f"{_ATOM}link"):
        if address and link.get("rel") == "alternate":
            id = entry.find(f"{_ATOM}id")
            id.text = f"{address}{link.get('href')}#{id.text[-12:]}"
        link.set("href", f"{root}{link.get('href')}")
    return entry


def _href(entry: Any) -> str:
    (link,) = entry.findall(f"{_ATOM}link[@rel='alternate']")
    return str(link.get("href"))


def _bytes(feed: Any) -> bytes:
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"
