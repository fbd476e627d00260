"""Generated Markdown to HTML as MkDocs would make it, and what stands in it."""

import posixpath
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib
import yaml
from markdown import Markdown

from dossier.site.pages.addresses import page_path

ROOT = Path(__file__).parent.parent


class _Loader(yaml.SafeLoader):
    pass


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


@cache
def _extensions() -> tuple[list[str], dict[str, Any]]:
    """The extensions that mkdocs.yml turns on, with their settings."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    names: list[str] = []
    settings: dict[str, Any] = {}
    for entry in config["markdown_extensions"]:
        if isinstance(entry, dict):
            ((name, options),) = entry.items()
            settings[name] = options or {}
        else:
            name = entry
        names.append(name)
    return names, settings


def split(page: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a page."""
    _, matter, body = page.split("---\n", 2)
    return yaml.safe_load(matter), body


def to_html(page: str) -> str:
    """The page's body as HTML."""
    names, settings = _extensions()
    html: str = Markdown(extensions=names, extension_configs=settings).convert(split(page)[1])
    return html


def parse(html: str) -> Any:
    """The elements of a page's HTML; an error of the HTML standard raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(html)


def elements(page: str) -> list[Any]:
    return [element for element in parse(to_html(page)).iter() if isinstance(element.tag, str)]


def text_of(element: Any) -> str:
    return "".join(element.itertext())


def url_of(path: str) -> str:
    folder, name = posixpath.split(path)
    if not path.endswith(".md"):
        return path
    if name == "index.md":
        return f"{folder}/" if folder else ""
    return f"{path.removesuffix('.md')}/"


def resolve(url: str, href: str) -> tuple[str, str]:
    """Address from the site's root and anchor that a link on the page at `url` leads to."""
    path, _, anchor = href.partition("#")
    path = path.partition("?")[0]
    if not path:
        return url, unquote(anchor)
    if path.endswith(".md"):
        return url_of(posixpath.normpath(posixpath.join(posixpath.dirname(page_path(url)), path))), unquote(
            anchor
        )
    target = posixpath.normpath(posixpath.join("/" + url, path)).strip("/")
    return (f"{target}/" if target and path.endswith("/") else target), unquote(anchor)
