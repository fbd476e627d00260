"""The page of an article: its metadata, and an outline by paragraph without its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.facts import cited
from dossier.model import Actor, Agreement, Article, Evidence, Place, Quote
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite
from dossier.site.pages.document import (
    Infobox,
    Inline,
    Link,
    Outline,
    OutlineEntry,
    Page,
    Paragraph,
    Row,
    Section,
    Words,
)
from dossier.site.pages.frame import infobox, row
from dossier.site.pages.linked_data import describe_article
from dossier.site.pages.linker import Linker
from dossier.site.pages.notices import article_notices
from dossier.site.pages.whole_text import whole_text

_LABELS = {"h": "Headline", "s": "Standfirst", "x": "Heading"}
_EXCERPT_WORDS = 7


def article_page(linker: Linker, article: Article) -> Page:
    """The page of one article."""
    catalogue = linker.catalogue
    day = wording.day(article.datePublished)
    lead = f"{article.publisher} published this report on {day}; this dossier cites it."
    note = "What each paragraph supports, and the way to the original."
    note += " The text itself is the publisher’s." if article.articleBody is None else ""
    return Page(
        path=f"articles/{article.id}.md",
        title=catalogue.headline(article.id),
        description=f"{lead} What each of its paragraphs supports is listed here.",
        kind="article",
        kind_label="Article",
        blocks=(Paragraph(parts=(lead,), style="lead"), *_infobox(linker, article)),
        notices=tuple(article_notices(linker, article)),
        sections=(
            *whole_text(linker, article),
            Section(
                id="outline",
                title="Outline by paragraph",
                blocks=(
                    Paragraph(parts=(note,), style="note"),
                    Outline(entries=tuple(_entries(linker, article))),
                ),
            ),
        ),
        citation=cite(
            catalogue,
            linker.url,
            article.headline,
            (article.id,),
        ),
        linked_data=describe_article(linker, article),
        updated=article.datePublished,
        version=article.sha256[:12],
        about=tuple(catalogue.url(actor) for actor in catalogue.mentioned_in.get(article.id, ())),
    )


def _infobox(linker: Linker, article: Article) -> Iterator[Infobox]:
    box = infobox(article.headline, _facts(article, linker.catalogue.published_at(article.id)))
    if box:
        yield box


def _facts(article: Article, url: str | None) -> Iterator[Row | None]:
    yield row(
        "Authors" if len(article.author) > 1 else "Author",
        (wording.listed(list(article.author)),) if article.author else None,
    )
    yield row("Publisher", (article.publisher,))
    yield row("Published", (wording.day(article.datePublished),))
    yield row("Dateline", (article.dateline,) if article.dateline else None)
    yield row("Paragraphs", (str(article.paragraphs),))
    if url:
        yield row("Original", (Link(href=url, text=_host(url), label=f"{_host(url)}, original article"),))
    if article.archivedAt:
        archived = article.archivedAt
        copy = Link(
            href=archived.url, text=_host(archived.url), label=f"{_host(archived.url)}, archived copy"
        )
        yield row("Archived copy", (copy, f", {wording.day(archived.date)}") if archived.date else (copy,))
    yield row("Licence", (article.licence,) if article.licence else None)
    yield row("Rights", (article.copyrightNotice,) if article.copyrightNotice else None)
    yield row("Fingerprint of the text", (f"sha256 {article.sha256[:12]}…",))
    for earlier in article.previous:
        until = wording.day(earlier.until)
        yield row("An earlier text", (f"read until {until}, sha256 {earlier.sha256[:12]}…",))


def _host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0]


def _entries(linker: Linker, article: Article) -> Iterator[OutlineEntry]:
    """One entry per paragraph, and one each for headline, standfirst and headings that support something."""
    catalogue = linker.catalogue
    supports = _by_paragraph(catalogue, article, mentions=False)
    names = _by_paragraph(catalogue, article, mentions=True)
    numbers = [str(number) for number in range(1, article.paragraphs + 1)]
    for label in [*(letter for letter in _LABELS if letter in names), *numbers]:
        facts = {id: ids for id, ids in supports[label].items() if not _only_named(catalogue, id, ids)}
        parts = list(_supported(linker, facts))
        only_named = [id for id in names[label] if id not in facts and catalogue.is_a(id, Actor, Place)]
        if only_named:
            parts.append(("Names: ", *linker.links(only_named)))
        passages = catalogue.in_text_order(id for ids in names[label].values() for id in ids)
        yield OutlineEntry(
            anchor=f"p{label}",
            label=_LABELS.get(label, f"¶{label}"),
            parts=tuple(parts),
            original=_original(catalogue, passages),
            archived=article.archivedAt.url if article.archivedAt else None,
        )


def _original(catalogue: Catalogue, passages: Sequence[str]) -> str | None:
    """The address of the first passage that can be found by its words, else of the first."""
    findable = [id for id in passages if catalogue.evidence[id].nearest is None]
    return catalogue.original((findable or passages)[0]) if passages else None


def _only_named(catalogue: Catalogue, id: str, passages: list[str]) -> bool:
    """Whether the passages only hold a name: of an actor or place its own, of an agreement a party’s."""
    record = catalogue.records[id]
    if isinstance(record, Agreement):
        told = {*cited(record.model_copy(update={"parties": ()}))}
        told.update(passage for party in record.parties for passage in catalogue.stating(record, party))
        return not told & {*passages}
    if not isinstance(record, Actor | Place):
        return False
    names = {record.name.value, *(alias.value.text for alias in record.aliases)}
    return all(catalogue.evidence[passage].shown in names for passage in passages)


def _by_paragraph(
    catalogue: Catalogue, article: Article, *, mentions: bool
) -> dict[str, dict[str, list[str]]]:
    """Per paragraph, the records that cite it, each with its passages there."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for citing in catalogue.citing.get(article.id, ()):
        record = catalogue.records[citing]
        for id in catalogue.in_article(record, article.id, mentions=mentions):
            found[catalogue.evidence[id].paragraph][record.id].append(id)
    return found


def _supported(linker: Linker, found: dict[str, list[str]]) -> Iterator[Inline]:
    """What a paragraph supports: excerpts in text order, each with the records that rest mainly on it."""
    catalogue = linker.catalogue
    passages = {id for ids in found.values() for id in ids}
    main: dict[str, str] = {}
    last: Evidence | None = None
    for passage in sorted((catalogue.evidence[id] for id in passages), key=lambda p: (p.start, -p.end, p.id)):
        if last is None or passage.end > last.end:
            last = passage
        main[passage.id] = last.id
    resting: dict[str, list[str]] = {id: [] for id in dict.fromkeys(main.values())}
    for record, ids in found.items():
        longest = max(ids, key=lambda id: (catalogue.evidence[id].end - catalogue.evidence[id].start, id))
        resting[main[longest]].append(record)
    for id, records in resting.items():
        excerpt = wording.shortened(catalogue.excerpt(id), _EXCERPT_WORDS)
        if all(isinstance(catalogue.records[record], Quote) for record in records):
            excerpt = ""  # their titles are its words
        if records:
            yield (*((Words(text=excerpt), " – ") if excerpt else ()), *linker.links(records))
