"""How to cite a page and the articles behind it: plain text and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.exports.bibliography import article_entry, bibtex, entry
from dossier.model import Article
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Citation, CitedArticle

_MOST = 40
"""Articles that the citation of a list names; of more it gives the years, `data/articles.bib` has them."""
_WITHIN = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks."""


def cite(catalogue: Catalogue, url: str, title: str, ids: Iterable[str]) -> Citation:
    """The citation of the page at `url`, made from the articles with these ids."""
    articles = [catalogue.articles[id] for id in catalogue.articles_in_order(ids)]
    return _citation(catalogue, url, title, articles or catalogue.dossier.articles[:1])


def cite_all(catalogue: Catalogue, url: str, title: str) -> Citation:
    """The citation of a page that lists what any of the articles tells."""
    ids = catalogue.cited_articles(_MOST)
    if ids is None:
        return _citation(catalogue, url, title, (), catalogue.years_cited())
    return cite(catalogue, url, title, ids)


def _citation(
    catalogue: Catalogue, url: str, title: str, articles: Sequence[Article], years: Sequence[int] = ()
) -> Citation:
    years = years or sorted({article.datePublished.year for article in articles})
    key = re.sub(r"[^a-z0-9]+", "-", url.strip("/") or "home")
    fields = {"title": f"{{{bibtex(title)}}}", "howpublished": bibtex(catalogue.called)}
    if years:
        fields["note"] = f"Made from news reports of {wording.listed([str(year) for year in years])}"
    return Citation(
        page=f"“{title.translate(_WITHIN)}”. {catalogue.called}.",
        bibtex=entry("misc", f"dossier-{key}", fields).removesuffix("}"),
        articles=tuple(_cited(article) for article in articles),
    )


def article_in_words(article: Article) -> str:
    """An article as a bibliography gives it."""
    by = wording.listed(list(article.author))
    copy = f"archived at {article.archivedAt.url}" if article.archivedAt else None
    published = (article.publisher, wording.day(article.datePublished), article.url)
    if article.retracted:
        copy = ", ".join(filter(None, (copy, f"retracted on {wording.day(article.retracted.date)}")))
    parts = (by, f"“{article.headline}”", *published, copy)
    return ", ".join(part for part in parts if part)


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
