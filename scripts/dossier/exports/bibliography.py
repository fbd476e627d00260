"""The articles as BibTeX and as CSL JSON, for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.exports.as_json import as_json
from dossier.exports.bylines import is_organisation
from dossier.exports.heading import Heading
from dossier.model import Article, Dossier

BIBTEX = "data/articles.bib"
CSL = "data/articles.csl.json"
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_PARTED = re.compile(r",|\band\b", re.IGNORECASE)
"""Where BibTeX would make two names of one."""
_NAMED = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}


def export(dossier: Dossier, _: Heading) -> dict[str, bytes]:
    """`data/articles.bib` and `data/articles.csl.json`: an entry for each article, under its id."""
    return {
        BIBTEX: "".join(f"{article_entry(article)}\n" for article in dossier.articles).encode(),
        CSL: as_json([_csl(article) for article in dossier.articles]),
    }


def article_entry(article: Article) -> str:
    """An article's BibTeX, on one line."""
    authors = (
        f"{{{bibtex(author)}}}" if is_organisation(author) or _PARTED.search(author) else bibtex(author)
        for author in article.author
    )
    fields = {
        "author": " and ".join(authors),
        "title": f"{{{bibtex(article.headline)}}}",
        "journal": bibtex(article.publisher),
        "date": article.datePublished.isoformat(),
        "url": article.url or "",
        "note": ". ".join(_notes(article)),
    }
    return entry("article", article.id, {name: value for name, value in fields.items() if value})


def _notes(article: Article) -> Iterator[str]:
    if article.archivedAt:
        yield f"Archived at {bibtex(article.archivedAt.url)}"
    if article.retracted:
        yield f"Retracted on {article.retracted.date.isoformat()}: {bibtex(article.retracted.why)}"


def entry(type: str, key: str, fields: Mapping[str, str]) -> str:
    """A BibTeX entry, on one line."""
    lines = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    return f"@{type}{{{key}, {lines}}}"


def bibtex(text: str) -> str:
    """Text for a field of BibTeX."""

    def escaped(match: re.Match[str]) -> str:
        return _NAMED.get(match.group(), f"\\{match.group()}")

    return _SPECIAL.sub(escaped, " ".join(text.split()))


def _csl(article: Article) -> dict[str, Any]:
    day = article.datePublished
    found = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.headline,
        "author": [{"literal": author} for author in article.author],
        "container-title": article.publisher,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": article.inLanguage,
        "URL": article.url,
        "archive_location": article.archivedAt.url if article.archivedAt else None,
        "status": "Retracted" if article.retracted else None,
    }
    return {name: value for name, value in found.items() if value}
