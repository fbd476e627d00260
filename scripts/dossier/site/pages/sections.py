"""The index page of each section, and the pages that show everything: timeline and network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dossier.facts import value_of
from dossier.model import Actor, Claim, Place, Quote
from dossier.site.pages import leads, wording
from dossier.site.pages.addresses import page_path
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite
from dossier.site.pages.collation import initial, sort_key
from dossier.site.pages.document import Block, Chip, Inline, Page, Paragraph, Section
from dossier.site.pages.frame import claim_line, listing, section
from dossier.site.pages.linked_data import describe_collection
from dossier.site.pages.linker import Linker
from dossier.site.pages.when import by_date

_T = TypeVar("_T")


def index_pages(catalogue: Catalogue) -> list[Page]:
    """The index of every section; a section without records has one too, as the navigation names it."""
    return [make(catalogue) for make in (_actors, _places, _events, _agreements, _quotes, _claims, _articles)]


def index_page(
    linker: Linker,
    title: str,
    description: str,
    sections: Iterable[Section | None],
    blocks: Sequence[Block] = (),
    members: Sequence[str] = (),
) -> Page:
    """A page that lists others."""
    return Page(
        path=page_path(linker.url),
        title=title,
        description=description,
        kind="index",
        kind_label="Index",
        blocks=(Paragraph(parts=(description,), style="lead"), *blocks),
        sections=tuple(section for section in sections if section),
        citation=cite(linker.catalogue, linker.url, title, linker.catalogue.evidence),
        linked_data=describe_collection(linker, title, description, members),
    )


def _actors(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "actors/")
    actors = sorted(catalogue.dossier.actors, key=lambda actor: (sort_key(actor.name.value), actor.id))
    words = wording.wording()
    by_letter = _grouped(actors, lambda actor: initial(actor.name.value))
    letters: list[Inline] = [
        (f"{letter} ", *linker.links(actor.id for actor in group))
        for letter, group in sorted(by_letter.items(), key=lambda item: sort_key(item[0]))
    ]
    by_kind = _grouped(actors, lambda actor: actor.kind.value)
    return index_page(
        linker,
        "Actors",
        f"{_counted(actors, 'actor')} of this dossier: people, states, bodies, organisations and groups.",
        [
            section("a-z", "A–Z", listing(letters, "az-index")),
            *(
                section(
                    f"kind-{kind.replace('_', '-')}",
                    words.actor_kinds_plural[kind],
                    listing(_defined(linker, by_kind[kind])),
                )
                for kind in words.actor_kinds
                if kind in by_kind
            ),
        ],
        members=[catalogue.url(actor.id) for actor in actors],
    )


def _places(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "places/")
    places = sorted(catalogue.dossier.places, key=lambda place: (sort_key(place.name.value), place.id))
    return index_page(
        linker,
        "Places",
        f"{_counted(places, 'place')} of this dossier.",
        [section("a-z", "A–Z", listing(_defined(linker, places)))],
        members=[catalogue.url(place.id) for place in places],
    )


def _defined(linker: Linker, records: Iterable[Actor | Place]) -> list[Inline]:
    return [leads.with_link(linker, record) for record in records]


def _events(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "events/")
    events = by_date(catalogue.dossier.events)
    items: list[Inline] = [
        (
            *leads.with_link(linker, event),
            *(() if event.date else (" Date not reported.",)),
            " ",
            Chip(kind=event.type.value, text=catalogue.kind_label(event)),
        )
        for event in events
    ]
    return index_page(
        linker,
        "Events",
        f"{_counted(events, 'event')} of this dossier by date.",
        [section("by-date", "By date", listing(items, "events", ordered=True))],
        members=[catalogue.url(event.id) for event in events],
    )


def _agreements(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "agreements/")
    agreements = catalogue.dossier.agreements
    labels = wording.wording().agreement_statuses
    by_status = _grouped(agreements, lambda agreement: agreement.status.value)
    return index_page(
        linker,
        "Agreements",
        f"{_counted(agreements, 'agreement')}, pledges and plans of this dossier by the status reported.",
        [
            section(
                f"status-{status.replace('_', '-')}",
                label,
                listing(
                    [
                        (
                            *leads.with_link(linker, a),
                            " ",
                            Chip(kind=a.kind.value, text=catalogue.kind_label(a)),
                        )
                        for a in by_status[status]
                    ]
                ),
            )
            for status, label in labels.items()
            if status in by_status
        ],
        members=[catalogue.url(agreement.id) for agreement in agreements],
    )


def _quotes(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "quotes/")
    quotes = catalogue.dossier.quotes
    order: list[Inline] = [
        (linker.link(quote.id), " ", *linker.marks(quote.segments[:1])) for quote in quotes
    ]
    by_topic: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        for topic in quote.about:
            by_topic[topic.value].append(quote)
    return index_page(
        linker,
        "Quotations",
        f"{_counted(quotes, 'quotation')} of this dossier in the articles’ order, by speaker and by topic.",
        [
            section("in-order", "In order", listing(order, ordered=True)),
            section("by-speaker", "By speaker", listing(_by_name(linker, quotes, _speaker))),
            section(
                "by-topic",
                "By topic",
                listing(
                    (linker.link(id), ": ", *_numbered(linker, group))
                    for id, group in sorted(
                        by_topic.items(), key=lambda item: sort_key(catalogue.name(item[0]))
                    )
                    if id in catalogue.records
                ),
            ),
        ],
        members=[catalogue.url(quote.id) for quote in quotes],
    )


def _speaker(quote: Quote) -> tuple[str | None, str | None]:
    return value_of(quote.speaker), value_of(quote.speaker_as_reported) or "Speaker not identified"


def _by_name(
    linker: Linker, quotes: Iterable[Quote], who: Callable[[Quote], tuple[str | None, str | None]]
) -> list[Inline]:
    groups: dict[tuple[str | None, str | None], list[Quote]] = defaultdict(list)
    for quote in quotes:
        id, words = who(quote)
        groups[(id, None if id else words)].append(quote)
    ordered = sorted(groups.items(), key=lambda item: sort_key(linker.catalogue.name(*item[0])))
    return [(linker.named(*key), ": ", *_numbered(linker, group)) for key, group in ordered]


def _numbered(linker: Linker, quotes: Iterable[Quote]) -> Inline:
    """Links to quotations by their first words."""
    parts: list[Inline] = []
    for quote in quotes:
        link = linker.link(quote.id, f"“{wording.shortened(quote.text.value, 4)}”")
        parts.append((" · ", link) if parts else (link,))
    return tuple(part for pair in parts for part in pair)


def _claims(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "claims/")
    claims = catalogue.dossier.claims
    by_kind = _grouped(claims, lambda claim: claim.kind.value)

    def line(claim: Claim) -> Inline:
        return claim_line(linker, claim)

    return index_page(
        linker,
        "Claims",
        f"{_counted(claims, 'claim')} by kind: who says what of whom. Reported, not verified.",
        [
            section(
                f"kind-{kind.replace('_', '-')}",
                label,
                listing([line(claim) for claim in by_kind[kind]], "claims"),
            )
            for kind, label in wording.wording().claim_kinds.items()
            if kind in by_kind
        ],
        members=[catalogue.url(claim.id) for claim in claims],
    )


def _articles(catalogue: Catalogue) -> Page:
    linker = Linker(catalogue, "articles/")
    articles = sorted(catalogue.dossier.articles, key=lambda article: article.datePublished, reverse=True)
    return index_page(
        linker,
        "Articles",
        f"{_counted(articles, 'article')} that this dossier is made from, the latest first.",
        [
            section(
                "latest-first",
                "Latest first",
                listing(
                    [
                        (linker.article(a.id), f" – {a.publisher}, {wording.day(a.datePublished)}")
                        for a in articles
                    ]
                ),
            )
        ],
        members=[catalogue.article_url(article.id) for article in articles],
    )


def _counted(records: Sequence[object], noun: str) -> str:
    return wording.count(len(records), noun)


def _grouped(records: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
