"""A page to the Markdown that MkDocs reads, through the templates, so that no text becomes markup.

Pictures alone are HTML. Every value is escaped on its way into a template (see `escaping`), for Markdown or,
in a picture, for HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.site.escaping import html_text, markdown_text, one_line, plain_data
from dossier.site.markdown import Writer
from dossier.site.pages.document import Citation, Code, DataFiles, Page
from dossier.site.pages.pictures import Locator, Map, Network, Scale

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)


def render(page: Page) -> str:
    """The Markdown file of a page: front matter, then its body."""
    template = _environment(markdown=True).get_template("page.md.jinja")
    body = template.render(page=page, to=Writer(page.path))
    body = _BLANK_LINES.sub("\n\n", _LINE_ENDS.sub("", body)).strip()
    return f"---\n{_front_matter(page)}---\n{body}\n"


def render_template(name: str, **values: object) -> str:
    """A template filled in; every value is escaped, an unknown name is an error."""
    return _environment().get_template(name).render(values)


def macro(name: str, called: str) -> Callable[..., Markup]:
    """A macro of a template, to be filled in many times."""
    made: Callable[..., Markup] = getattr(_environment().get_template(name).module, called)
    return made


def make_ready() -> None:
    """Compiles the templates, for a process that has time now and will ask for them."""
    for is_markdown in (True, False):
        environment = _environment(markdown=is_markdown)
        for name in environment.list_templates():
            if (".md." in name) == is_markdown:
                environment.get_template(name)


def _picture(it: Scale | Network | Locator | Map | DataFiles | Code) -> Markup:
    """A picture, lines of code, links out of the pages as HTML: Markdown ends its block at an empty line."""
    lines = render_template("picture.html.jinja", it=it).splitlines()
    return Markup("\n").join(Markup(line) for line in lines if line.strip())


def _in_markdown(value: object) -> Markup:
    return value if isinstance(value, Markup) else markdown_text(str(value))


def _front_matter(page: Page) -> str:
    matter: dict[str, Any] = {
        "title": _plain(page.title),
        "description": _plain(page.description),
        "kind": page.kind,
        "kind_label": page.kind_label,
        "tags": [_plain(name) for name in (page.kind_label, *page.names)],
        "generated": True,
    }
    if page.citation:
        matter["citation"] = _citation(page.citation, page.updated)
    if page.linked_data:
        matter["linked_data"] = plain_data(page.linked_data)
    if page.changed:
        matter["changed"] = page.changed.isoformat()
    if not page.listed:
        matter["noindex"] = True
    if page.within:
        matter["within"] = page.within
    if page.leads_to:
        matter["leads_to"] = page.leads_to
    if not page.toc:
        matter["hide"] = ["toc"]
    return str(yaml.dump(matter, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def _plain(text: str) -> str:
    """Text for front matter: as it is, for the theme escapes it where it prints it."""
    return one_line(text).strip()


def _citation(citation: Citation, updated: date | None) -> dict[str, Any]:
    """How to cite the page, as the theme prints it."""
    found: dict[str, Any] = {"page": _plain(citation.page), "bibtex": _plain(citation.bibtex)}
    if updated:
        found["date"] = updated.isoformat()
    found["articles"] = [
        {
            "authors": [_plain(author) for author in article.authors],
            "headline": _plain(article.headline),
            "publisher": _plain(article.publisher),
            "date": article.date.isoformat(),
            **({"url": _plain(article.url)} if article.url else {}),
            "text": _plain(article.text),
            "bibtex": _plain(article.bibtex),
        }
        for article in citation.articles
    ]
    return found


@cache
def _environment(*, markdown: bool = False) -> Environment:
    environment = Environment(
        loader=PackageLoader("dossier.site", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_in_markdown if markdown else html_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["picture"] = _picture
    return environment
