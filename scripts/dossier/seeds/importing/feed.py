"""A feed (RSS, Atom) to an article for each of its entries, by feedparser."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from dossier.errors import DossierError
from dossier.seeds.importing.extra import needed
from dossier.seeds.importing.flow import read_flow
from dossier.seeds.importing.material import Material, Original, refused
from dossier.seeds.importing.rows import Rows


def read_feed(original: Original) -> Rows:
    """An article for each entry of a feed, in its order.

    Raises DossierError when feedparser is missing.
    """
    parser = needed("feedparser", "a feed", original.file)
    feed = parser.parse(BytesIO(original.data))
    if not feed.entries:
        why = f": {feed.bozo_exception}" if feed.get("bozo") else ""
        yield refused(original.file, f"no entry is in this feed{why}", "RSS or Atom with entries")
        return
    if feed.get("bozo"):
        yield refused(
            original.file,
            f"the feed is damaged: {feed.bozo_exception}; only the entries before that are read",
            "well-formed XML",
        )
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, feed.feed, original.file, f"row {number}")


def _article(entry: Any, feed: Any, file: str, part: str) -> Material | DossierError:
    full = (entry.content[0].get("value") if entry.get("content") else "") or ""
    markup = full or entry.get("summary") or ""
    if not markup.strip():
        return refused(file, "the entry has no text", "an entry with its article", where=part)
    flow = read_flow(markup)
    said = {
        "headline": entry.get("title"),
        "author": [author["name"] for author in entry.get("authors", ()) if author.get("name")]
        or entry.get("author"),
        "publisher": feed.get("title"),
        "datePublished": entry.get("published"),
        "url": entry.get("link"),
        "inLanguage": feed.get("language"),
        "copyrightNotice": feed.get("rights"),
    }
    summary = () if full else ("the feed may give only the beginning of the article",)
    return Material(
        blocks=flow.blocks,
        said={key: value for key, value in said.items() if value},
        left_out=flow.left_out,
        guessed=(*summary, *flow.guessed),
        part=part,
    )
