"""A page to the Markdown that MkDocs reads, through the templates, so that no text becomes markup.

Bodies are blocks of HTML, which Markdown leaves as they are; headings are Markdown, so that the table of
contents and the search see them. Every value is escaped on its way into a template: for HTML, and for
every character that Markdown or one of its extensions acts on.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.site.pages.document import Page

_IN_HTML = re.compile(r"""[&<>"'`~*_\[\]{}|\\\x00-\x1f\x7f]""")
_IN_HEADING = re.compile(r"[^\w\s,]|_", re.ASCII)
_SPACE = re.compile(r"\s+")
_NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NOT_TEXT = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_NONCHARACTERS}]"
)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_UNSAFE_IN_SCRIPT = re.compile("[<>&`~\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", '"': "”", "`": "’", "\\": "/"})


def render(page: Page) -> str:
    """The Markdown file of a page: front matter, then its body."""
    body = render_template("page.md.jinja", page=page, linked_data=_json(page.linked_data))
    body = _BLANK_LINES.sub("\n\n", body).strip()
    return f"---\n{_front_matter(page)}---\n{body}\n"


def render_template(name: str, **values: object) -> str:
    """A template filled in; every value is escaped, an unknown name is an error."""
    return _environment().get_template(name).render(values)


def html_text(value: object) -> Markup:
    """Text for a block of HTML or an attribute: on one line, escaped for HTML and for Markdown."""
    if isinstance(value, Markup):
        return value
    return Markup(_IN_HTML.sub(_reference, one_line(str(value))))


def heading_text(value: str) -> Markup:
    """Text for a Markdown heading: all but letters, digits, spaces and commas as character references."""
    return Markup(_IN_HEADING.sub(_ascii_reference, one_line(value).strip()))


def front_matter_text(value: str) -> str:
    """Text for a front matter value, which the theme prints without escaping it: no markup character left."""
    return one_line(value).strip().translate(_LOOKALIKES)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _ascii_reference(match: re.Match[str]) -> str:
    mark = match.group()
    return f"&#{ord(mark)};" if mark.isascii() else mark


def one_line(text: str) -> str:
    """Text on one line, without control characters and what else is no character of a text."""
    return _SPACE.sub(" ", _NOT_TEXT.sub("", text))


def _front_matter(page: Page) -> str:
    matter: dict[str, Any] = {
        "title": front_matter_text(page.title),
        "description": front_matter_text(page.description),
        "kind": page.kind,
        "kind_label": page.kind_label,
        "tags": [front_matter_text(name) for name in (page.kind_label, *page.names)],
        "generated": True,
    }
    if page.boost is not None:
        matter["search"] = {"boost": page.boost}
    if not page.toc:
        matter["hide"] = ["toc"]
    return str(yaml.dump(matter, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def _json(data: dict[str, Any]) -> Markup:
    """JSON for a script element: on one line, with nothing in it that could end the element."""
    text = _NOT_TEXT.sub("", json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return Markup(_UNSAFE_IN_SCRIPT.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dossier.site", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=html_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["heading"] = heading_text
    return environment
