"""How to cite a page and the articles behind it: plain text and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.exports.bibliography import article_entry, bibtex, entry
from dossier.model import Article
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Citation, CitedArticle


def cite(catalogue: Catalogue, url: str, title: str, passages: Iterable[str]) -> Citation:
    """The citation of the page at `url`, made from the articles that the passages stand in."""
    used = {catalogue.evidence[id].article for id in passages}
    articles = [article for article in catalogue.articles.values() if article.id in used]
    articles = articles or list(catalogue.articles.values())[:1]
    years = sorted({article.datePublished.year for article in articles})
    key = re.sub(r"[^a-z0-9]+", "-", url.strip("/") or "home")
    fields = {"title": f"{{{bibtex(title)}}}", "howpublished": bibtex(catalogue.called)}
    if years:
        fields["note"] = f"Made from news reports of {wording.listed([str(year) for year in years])}"
    return Citation(
        page=f"“{title}”. {catalogue.called}.",
        bibtex=entry("misc", f"dossier-{key}", fields).removesuffix("}"),
        articles=tuple(_cited(article) for article in articles),
    )


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
        bibtex=article_entry(article),
    )
