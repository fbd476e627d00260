"""How to cite a page and the articles behind it: plain text and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.model import Article
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Citation, CitedArticle

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_PARTED = re.compile(r",|\band\b", re.IGNORECASE)
"""Where BibTeX would make two names of one."""
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
        page=f"“{title}”. Dossier.",
        bibtex=_entry("misc", f"dossier-{key}", fields).removesuffix("}"),
        articles=tuple(_cited(article) for article in articles),
    )


def is_organisation(author: str) -> bool:
    """Whether an author is an agency or a desk rather than a person."""
    words = author.split()
    agencies = wording.wording().agencies
    return len(words) == 1 or author in agencies.names or words[-1].casefold() in agencies.last_words


def article_in_words(article: Article) -> str:
    """An article as a bibliography gives it."""
    by = wording.listed(list(article.author))
    parts = [by, f"“{article.headline}”", article.publisher, wording.day(article.datePublished)]
    text = ", ".join(part for part in parts if part)
    return f"{text}, {article.url}" if article.url else text


def _cited(article: Article) -> CitedArticle:
    return CitedArticle(
        authors=article.author,
        headline=article.headline,
        publisher=article.publisher,
        date=article.datePublished,
        url=article.url,
        text=article_in_words(article),
        bibtex=_article_entry(article),
    )


def _article_entry(article: Article) -> str:
    authors = (
        f"{{{_bibtex(author)}}}" if is_organisation(author) or _PARTED.search(author) else _bibtex(author)
        for author in article.author
    )
    fields = {
        "author": " and ".join(authors),
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
