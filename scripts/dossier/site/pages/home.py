"""The home page."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Agreement, Quote
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite
from dossier.site.pages.document import Chip, Inline, Link, Page, Paragraph, QuoteCard, Tile, Tiles
from dossier.site.pages.frame import listing, quote_card, section
from dossier.site.pages.linker import Linker
from dossier.site.pages.when import by_date, dated

_SHOWN = 6
_READING = (
    "Every statement carries a paragraph mark such as ¶4, which shows the words that support it and leads to "
    "the original. What somebody alleges stands as a claim, with who says it, and never as a fact. "
)


def home_page(catalogue: Catalogue) -> Page:
    """What the dossier is about, how much it holds, and where to go in."""
    linker = Linker(catalogue, "")
    dossier = catalogue.dossier
    lead = _lead(catalogue)
    main = sorted(dossier.actors, key=lambda actor: -len(actor.mentions))[: _SHOWN + 2]
    actors: list[Inline] = [
        (
            linker.link(actor.id),
            " ",
            Chip(kind=actor.kind.value, text=catalogue.kind_label(actor)),
            f" {actor.description.value}" if actor.description else "",
        )
        for actor in main
    ]
    agreements: list[Inline] = [(linker.link(a.id), " ", _status(a)) for a in dossier.agreements[:_SHOWN]]
    latest = sorted(dossier.articles, key=lambda article: article.datePublished, reverse=True)[:3]
    sections = [
        section("actors", "Main actors", listing(actors)),
        section(
            "events",
            "Events",
            listing([dated(linker, event) for event in by_date(dossier.events)[: _SHOWN + 2]], "events"),
        ),
        section("agreements", "Agreements and plans", listing(agreements, "agreements")),
        section("quotation", "In their words", *_cards(linker, dossier.quotes)),
        section(
            "articles",
            "Latest article" if len(latest) == 1 else "Latest articles",
            listing(
                [(linker.article(a.id), f" – {a.publisher}, {wording.day(a.datePublished)}") for a in latest]
            ),
        ),
    ]
    return Page(
        path="index.md",
        title="Dossier",
        description=lead,
        kind="home",
        kind_label="Home",
        blocks=(
            Paragraph(parts=(lead,), style="lead"),
            Paragraph(
                parts=(
                    _READING,
                    Link(href=linker.to("about-the-data/"), text="How to read it"),
                ),
            ),
            Tiles(tiles=tuple(_tiles(linker))),
        ),
        sections=tuple(part for part in sections if part),
        citation=cite(catalogue, "", "Dossier", catalogue.evidence),
        linked_data={
            "@context": "https://schema.org",
            "@type": "WebSite",
            "@id": "./",
            "name": "Dossier",
            "description": lead,
        },
        toc=False,
    )


def _status(agreement: Agreement) -> Chip:
    status = agreement.status.value
    return Chip(kind=status, text=wording.wording().agreement_statuses[status])


def _cards(linker: Linker, quotes: Iterable[Quote]) -> list[QuoteCard]:
    """The first quotation of a clause or more whose speaker is known."""
    whole = [quote for quote in quotes if quote.form.value == "direct" and quote.speaker]
    return [quote_card(linker, quote) for quote in whole[:1]]


def _lead(catalogue: Catalogue) -> str:
    articles = sorted(catalogue.dossier.articles, key=lambda article: article.datePublished, reverse=True)
    if not articles:
        return "A knowledge base made from news articles. No article has been added yet."
    if len(articles) == 1:
        article = articles[0]
        where = f"{article.publisher}, {wording.day(article.datePublished)}"
        source = f"one news article, “{article.headline}” ({where})"
    else:
        source = (
            f"{len(articles)} news articles, the latest “{articles[0].headline}” ({articles[0].publisher})"
        )
    return f"Who, what, when and who said it: a knowledge base made from {source}."


def _tiles(linker: Linker) -> list[Tile]:
    dossier = linker.catalogue.dossier
    counted = [
        ("actors/", "Actors", len(dossier.actors), "People, states, bodies and groups"),
        ("events/", "Events", len(dossier.events), "What is reported to have happened"),
        ("agreements/", "Agreements", len(dossier.agreements), "With their status as reported"),
        ("quotes/", "Quotations", len(dossier.quotes), "With speaker and occasion"),
        ("claims/", "Claims", len(dossier.claims), "Reported, not verified"),
        ("places/", "Places", len(dossier.places), "On the map"),
    ]
    tiles = [
        Tile(href=linker.to(url), title=f"{number} {title}", parts=(text,))
        for url, title, number, text in counted
        if number
    ]
    tiles.append(Tile(href=linker.to("timeline/"), title="Timeline", parts=("Events drawn to scale",)))
    tiles.append(Tile(href=linker.to("network/"), title="Network", parts=("Who is linked to whom",)))
    return tiles
