"""How to cite a page and the articles behind it: plain text and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.model import Article
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Citation

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_BIBTEX_NAMES = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}


def cite(catalogue: Catalogue, url: str, title: str, passages: Iterable[str]) -> Citation:
    """The citation of the page at `url`, made from the articles that the passages stand in."""
    used = {catalogue.evidence[id].article for id in passages}
    articles = [article for article in catalogue.articles.values() if article.id in used]
    articles = articles or list(catalogue.articles.values())[:1]
    years = sorted({article.datePublished.year for article in articles})
    key = re.sub(r"[^a-z0-9]+", "-", url.strip("/") or "home")
    fields = {"title": f"{{{_bibtex(title)}}}", "howpublished": "Dossier"}
    if years:
        fields["note"] = f"Made from news reports of {wording.listed([str(year) for year in years])}"
    return Citation(
        permalink=url,
        page=f"“{title}”. Dossier.",
        page_bibtex=_entry("misc", f"dossier-{key}", fields | {"url": url or "."}),
        articles=tuple(article_in_words(article) for article in articles),
        article_bibtex=tuple(_article_entry(article) for article in articles),
    )


def article_in_words(article: Article) -> str:
    """An article as a bibliography gives it."""
    parts = [article.author, f"“{article.headline}”", article.publisher, wording.day(article.datePublished)]
    text = ", ".join(part for part in parts if part)
    return f"{text}, {article.url}" if article.url else text


def _article_entry(article: Article) -> str:
    fields = {
        "author": _bibtex(article.author) if article.author else "",
        "title": f"{{{_bibtex(article.headline)}}}",
        "journal": _bibtex(article.publisher),
        "date": article.datePublished.isoformat(),
        "url": article.url or "",
    }
    return _entry("article", article.id, {name: value for name, value in fields.items() if value})


def _entry(type: str, key: str, fields: dict[str, str]) -> str:
    lines = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    return f"@{type}{{{key}, {lines}}}"


def _bibtex(text: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        return _BIBTEX_NAMES.get(match.group(), f"\\{match.group()}")

    return _BIBTEX_SPECIAL.sub(escaped, " ".join(text.split()))
