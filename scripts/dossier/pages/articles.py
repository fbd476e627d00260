"""The page of an article: its metadata, and an outline by paragraph without its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dossier.model import Article
from dossier.pages import wording
from dossier.pages.citation import cite
from dossier.pages.document import Facts, Inline, Link, Outline, OutlineEntry, Page, Paragraph, Row, Section
from dossier.pages.frame import infobox, row
from dossier.pages.linked_data import describe_article
from dossier.pages.linker import Linker

_LABELS = {"h": "Headline", "s": "Standfirst", "x": "Heading"}


def article_page(linker: Linker, article: Article) -> Page:
    """The page of one article."""
    catalogue = linker.catalogue
    articles = list(catalogue.articles)
    at = articles.index(article.id)
    lead = f"A report by {article.publisher}, published on {wording.day(article.datePublished)}; this dossier reads it and does not republish it."
    note = "What each paragraph supports, with links to the passages in the original. The text itself is the publisher’s."
    return Page(
        path=f"articles/{article.id}.md",
        title=article.headline,
        description=f"{article.headline}: what each paragraph of the {article.publisher} report supports in this dossier.",
        kind="article",
        kind_label="Article",
        blocks=(Paragraph(parts=(lead,), style="lead"), *_infobox(linker, article)),
        sections=(
            Section(
                id="outline",
                title="Outline by paragraph",
                blocks=(
                    Paragraph(parts=(note,), style="note"),
                    Outline(entries=tuple(_entries(linker, article))),
                ),
            ),
        ),
        before=linker.link(articles[at - 1]) if at else None,
        after=linker.link(articles[at + 1]) if at + 1 < len(articles) else None,
        citation=cite(
            catalogue,
            linker.url,
            article.headline,
            [e.id for e in catalogue.dossier.evidence if e.article == article.id][:1],
        ),
        linked_data=describe_article(linker, article),
        updated=article.datePublished,
        version=article.sha256[:12],
    )


def _infobox(linker: Linker, article: Article) -> Iterator[Facts]:
    box = infobox(article.headline, _facts(article))
    if box:
        yield box


def _facts(article: Article) -> Iterator[Row | None]:
    yield row("Author", (article.author,) if article.author else None)
    yield row("Publisher", (article.publisher,))
    yield row("Published", (wording.day(article.datePublished),))
    yield row("Dateline", (article.dateline,) if article.dateline else None)
    yield row("Language", (article.inLanguage,))
    yield row("Paragraphs", (str(article.paragraphs),))
    yield row(
        "Original",
        (Link(href=article.url, text=_host(article.url), label=f"Original article, {_host(article.url)}"),)
        if article.url
        else None,
    )
    yield row("Rights", (article.copyrightNotice,) if article.copyrightNotice else None)
    yield row("Fingerprint of the text", (f"sha256 {article.sha256[:12]}…",))


def _host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0]


def _entries(linker: Linker, article: Article) -> Iterator[OutlineEntry]:
    """One entry per paragraph, and one each for headline, standfirst and headings that support something."""
    catalogue = linker.catalogue
    supports: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record in catalogue.records.values():
        for id in catalogue.passages(record):
            passage = catalogue.evidence[id]
            if passage.article == article.id:
                supports[passage.paragraph][record.id].append(id)
    numbers = [str(number) for number in range(1, article.paragraphs + 1)]
    for label in [*(letter for letter in _LABELS if letter in supports), *numbers]:
        found = supports.get(label, {})
        first = catalogue.in_text_order(id for ids in found.values() for id in ids)[:1]
        yield OutlineEntry(
            anchor=f"p{label}",
            label=_LABELS.get(label, f"¶{label}"),
            parts=tuple(_supported(linker, found)),
            original=catalogue.original(first[0]) if first else None,
        )


def _supported(linker: Linker, found: dict[str, list[str]]) -> Iterator[Inline]:
    """What a paragraph supports, grouped by the passage: the excerpt once, then the pages that rest on it."""
    catalogue = linker.catalogue
    by_passage: dict[str, list[str]] = defaultdict(list)
    for record, passages in found.items():
        longest = max(passages, key=lambda id: (len(catalogue.evidence[id].exact), id))
        by_passage[longest].append(record)
    for passage in catalogue.in_text_order(by_passage):
        yield ("“", catalogue.excerpt(passage), "” – ", *linker.links(by_passage[passage]))
