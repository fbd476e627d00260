"""Cards to embed elsewhere: a quotation, who says who did it, a timeline of one or all; who may frame what.

A card is a part of a built page in a page of its own under `embed/`, without a script, with the link to where
it is from. A policy in a page can't say who may frame it, a header can: `_headers` has them for hosts that
read the file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html as markup

FOLDER = "embed"
HEADERS = "_headers"
_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"
_STYLE = ".//link[@rel='stylesheet'][contains(@href, 'assets/dossier.')]/@href"
_NAME = re.compile(r'<meta property="og:site_name" content="([^"]*)">')
_QUOTATION = ".//figure[contains(@class, 'quote-card')]"
_PARTS = {
    "quotes": ("a quotation", _QUOTATION),
    "events": ("who says who did it", "id:who-says"),
    "actors": ("a timeline", "id:timeline"),
}
"""Per section of the site what is taken of a page: the first such element, or what stands under a heading."""
_TIMELINE = "timeline/index.html"
_TO_SCALE = ("drawn to scale", "id:to-scale")


def write_cards(site: Path, html: Mapping[str, str]) -> int:
    """Writes the cards of a built site and takes away those of earlier runs; gives their number."""
    made = set()
    for path, card in cards(html):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(card, encoding="utf-8")
        made.add(file)
    for old in set((site / FOLDER).rglob("*.html")) - made:
        old.unlink()
    return len(made)


def cards(html: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The cards of a built site, each with its path."""
    name_of_site = _NAME.search(html["index.html"])
    called = unescape(name_of_site[1]) if name_of_site else ""
    for source in html:
        section, _, rest = source.partition("/")
        name, _, file = rest.partition("/")
        if source == _TIMELINE:
            path, part = f"{FOLDER}/timeline.html", _TO_SCALE
        elif section in _PARTS and file == "index.html":
            path, part = f"{FOLDER}/{section}/{name}.html", _PARTS[section]
        else:
            continue
        card = _card(source, html[source], part, path, called)
        if card:
            yield path, card


def write_headers(site: Path) -> None:
    """Writes `_headers`: no page may be framed elsewhere but the cards."""
    tops = sorted(
        f"/{path.name}/*" if path.is_dir() else f"/{path.name}"
        for path in site.iterdir()
        if (path.is_dir() or path.suffix == ".html") and path.name != FOLDER
    )
    lines = [f"/{FOLDER}/*", f"  Content-Security-Policy: {_POLICY}; frame-ancestors *"]
    for top in ("/", *tops):
        lines += [top, f"  Content-Security-Policy: {_POLICY}; frame-ancestors 'self'"]
    lines += ["/*", "  X-Content-Type-Options: nosniff", "  Referrer-Policy: strict-origin-when-cross-origin"]
    (site / HEADERS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _card(source: str, text: str, part: tuple[str, str], path: str, called: str) -> str | None:
    what, where = part
    sign = f'id="{where[3:]}"' if where.startswith("id:") else "quote-card"
    if sign not in text:
        return None  # to parse a page takes time
    page = markup.document_fromstring(text)
    parts = list(_under(page, where[3:])) if where.startswith("id:") else page.xpath(where)[:1]
    if not parts:
        return None
    title = "".join(page.xpath(".//article//h1")[0].itertext()).strip().removesuffix("#").strip()
    body = "".join(_placed(page, part, path, source) for part in parts)
    return _PAGE.format(
        title=escape(f"{title}: {what}"),
        style="".join(_seen(path, source, href) for href in page.xpath(_STYLE)),
        body=body,
        address=escape(_seen(path, source, "")),
        heading=escape(title),
        hidden=' class="sr"' if where == _QUOTATION else "",  # the title of a quotation is its own words
        called=escape(called),
    )


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body class="embed-card">
<main class="md-typeset">
<h1{hidden}>{heading}</h1>
{body}
<p class="note">From <a href="{address}" target="_top">{heading}</a>, {called}</p>
</main>
</body>
</html>
"""


def _under(page: Any, id: str) -> Iterator[Any]:
    """What stands between a heading and the next."""
    for heading in page.xpath(".//h2[@id=$id]", id=id):
        for element in heading.itersiblings():
            if element.tag == "h2" or "sources" in (element.get("class") or ""):
                return
            yield element


def _placed(page: Any, part: Any, path: str, source: str) -> str:
    """A part of a page as it stands in its card: links lead from there, marks are links."""
    for button in part.xpath(".//button[@popovertarget]"):
        found = page.xpath(".//*[@id=$id]//a", id=button.get("popovertarget"))
        button.tag = "a"
        words = button.get("title")
        button.attrib.clear()
        button.set("class", "mark")
        button.set("href", found[0].get("href") if found else "")
        if words:
            button.set("title", words)
    for link in part.xpath(".//a[@href] | self::a[@href]"):
        href = link.get("href")
        if "//" not in href:
            link.set("href", _seen(path, source, href))
        link.set("target", "_top")
    for element in part.xpath("descendant-or-self::*[@id]"):
        del element.attrib["id"]
    part.tail = "\n"
    return str(markup.tostring(part, encoding="unicode"))


def _seen(path: str, source: str, href: str) -> str:
    """A link on the page `source` as the file at `path` has to give it."""
    target = urlsplit(urljoin(f"/{source.removesuffix('index.html')}", href))
    seen = posixpath.relpath(target.path, f"/{posixpath.dirname(path)}")
    return target._replace(path=f"{seen}/" if target.path.endswith("/") else seen).geturl()
