"""The index of each section: its records in a table, to filter and to sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from dossier.facts import value_of
from dossier.model import Actor, Agreement, Article, Claim, Event, Place
from dossier.site.pages import leads, wording
from dossier.site.pages.asking import Drawing
from dossier.site.pages.browse import OUTLET, Listing, browse_pages, part_of, part_url
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.collation import filed_under, initial, sort_key
from dossier.site.pages.document import Block, Inline, Link, Paragraph, Part, Section
from dossier.site.pages.frame import section
from dossier.site.pages.linker import Linker
from dossier.site.pages.map import place_map
from dossier.site.pages.statements import Statement, show, statements

_FEW = 12
"""Names that need no letters to find one by."""
_N = TypeVar("_N", Actor, Place)


def index_pages(catalogue: Catalogue) -> list[Drawing]:
    """The index of every section; a section without records has one too, as the navigation names it."""
    told = statements(catalogue)
    return [
        *_actors(catalogue),
        *_places(catalogue),
        *_events(catalogue, [one for one in told if isinstance(one.of, Event) and not one.count_by]),
        *_agreements(catalogue, [one for one in told if isinstance(one.of, Agreement)]),
        *_quotes(catalogue, [Statement(quotation) for quotation in catalogue.dossier.quotes]),
        *_claims(catalogue, [one for one in told if isinstance(one.of, Claim)]),
        *_articles(catalogue),
    ]


def _actors(catalogue: Catalogue) -> list[Drawing]:
    actors = catalogue.dossier.actors
    kinds: Counter[str] = Counter(actor.kind.value for actor in actors)
    words = wording.wording()
    counted = [
        wording.count(kinds[kind], words.actor_kinds[kind].lower(), words.actor_kinds_plural[kind].lower())
        for kind in words.actor_kinds
        if kinds[kind]
    ]
    opening = f"This dossier names {wording.count(len(actors), 'actor')}"
    filed = _filed(actors)
    listing = Listing(
        title="Actors",
        opening=f"{opening}: {wording.listed(counted)}." if counted else "This dossier names no actor yet.",
        caption="All actors",
        head=("Actor", "Kind", "State", "Named in"),
        facets=("Kind", "State"),
        items=filed,
        row=_actor_row,
        key=_filed_key,
    )
    return _filed_pages(catalogue, "actors/", listing, filed)


def _actor_row(linker: Linker, filed: tuple[str, Actor, str]) -> tuple[Inline, ...]:
    _, actor, anchor = filed
    roles = (role.value.of for role in actor.roles if role.value.of)
    state: str | None = value_of(actor.country) or value_of(actor.organ_of) or next(roles, None)
    return (
        _anchored(leads.with_link(linker, actor), anchor),
        (linker.catalogue.kind_label(actor),),
        linker.links(id for id in (state,) if id and id in linker.catalogue.records),
        (_named_in(linker, actor),),
    )


def _places(catalogue: Catalogue) -> list[Drawing]:
    places = catalogue.dossier.places
    filed = _filed(places)
    listing = Listing(
        title="Places",
        opening=f"This dossier names {wording.count(len(places), 'place') if places else 'no place yet'}.",
        caption="All places",
        head=("Place", "Kind", "In", "Named in"),
        facets=("Kind", "In"),
        items=filed,
        row=_place_row,
        key=_filed_key,
    )
    return _filed_pages(
        catalogue, "places/", listing, filed, lambda linker: [section("map", "Map", place_map(linker))]
    )


def _place_row(linker: Linker, filed: tuple[str, Place, str]) -> tuple[Inline, ...]:
    _, place, anchor = filed
    around = dict.fromkeys(id for id in (value_of(place.part_of), value_of(place.country)) if id)
    return (
        _anchored(leads.with_link(linker, place), anchor),
        (linker.catalogue.kind_label(place),),
        linker.links(id for id in around if id in linker.catalogue.records),
        (_named_in(linker, place),),
    )


def _filed(records: Sequence[_N]) -> list[tuple[str, _N, str]]:
    """Records in the order of the Unicode collation, persons by family name, each with its anchor.

    The first under a letter has one: "letter-k"; the others have none.
    """
    named = []
    for record in records:
        short = [each.value.text for each in record.aliases if each.value.type == "short_form"]
        person = record.kind.value == "person"
        named.append((filed_under(record.name.value, person=person, short_forms=short), record))
    named.sort(key=lambda each: (sort_key(each[0]), each[1].id))
    seen: set[str] = set()
    filed = []
    for name, record in named:
        letter = initial(name)
        filed.append((letter, record, "" if letter in seen else _anchor(letter)))
        seen.add(letter)
    return filed


def _filed_key(filed: tuple[str, Actor | Place, str]) -> str:
    letter, record, anchor = filed
    return f"{letter} {record.id} {anchor}"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower() if letter.isascii() and letter.isalnum() else ord(letter)}"


def _anchored(line: Inline, anchor: str) -> Inline:
    """The line, its first link with an anchor of its own."""
    links = [at for at, part in enumerate(line) if isinstance(part, Link)][: bool(anchor)]
    return tuple(
        replace(part, id=anchor) if isinstance(part, Link) and at in links else part
        for at, part in enumerate(line)
    )


def _filed_pages(
    catalogue: Catalogue,
    url: str,
    listing: Listing[tuple[str, _N, str]],
    filed: list[tuple[str, _N, str]],
    sections: Callable[[Linker], Sequence[Section | None]] | None = None,
) -> list[Drawing]:
    """The pages with, on the first, the letters that lead to the first name under each."""

    def letters(linker: Linker) -> list[Block]:
        parts: list[Part] = []
        for at, (letter, _, anchor) in enumerate(filed):
            if anchor:
                target = linker.to(f"{part_url(url, part_of(at))}#{anchor}")
                parts += [" "] if parts else []
                parts.append(Link(href=target, text=letter))
        return (
            [Paragraph(parts=tuple(parts), style="letters")] if len(filed) > _FEW and len(parts) > 1 else []
        )

    members = [catalogue.url(record.id) for _, record, _ in filed]
    return browse_pages(catalogue, url, listing, sections=sections, blocks=letters, members=members)


def _named_in(linker: Linker, record: Actor | Place) -> str:
    return wording.count(len(linker.catalogue.naming.get(record.id, ())), "record")


def _events(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        when = wording.sentence_case(it.when) or "Not reported"
        kind = wording.sentence_case(it.kinds[-1])
        return it.told, (kind,), it.about, it.where, (when,), (", ".join(it.outlets),), it.passages

    count = wording.count(len(told), "event")
    listing = Listing(
        title="Events",
        opening=f"The articles of this dossier report {count}, listed by date."
        if told
        else "The articles of this dossier report no event.",
        caption="All events",
        head=("Event", "Kind", "Who", "Place", "Date", OUTLET, "Paragraphs"),
        facets=("Kind", "Who", "Place", "Date", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "events/", listing, members=_members(catalogue, told))


def _agreements(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        _, kind, status = (wording.sentence_case(word) for word in it.kinds)
        return it.told, (status,), (kind,), it.says, it.about, (", ".join(it.outlets),), it.passages

    statuses = Counter(
        wording.wording().agreement_statuses[one.of.status.value].lower()
        for one in told
        if isinstance(one.of, Agreement)
    )
    counted = wording.listed([f"{number} {status}" for status, number in statuses.items()])
    count = wording.count(len(told), "agreement, pledge or plan", "agreements, pledges and plans")
    listing = Listing(
        title="Agreements",
        opening=f"This dossier has {count}; by the status reported, {counted}."
        if told
        else "The articles of this dossier report no agreement.",
        caption="All agreements, pledges and plans",
        head=("Agreement", "Status", "Kind", "Who says so", "Parties", OUTLET, "Paragraphs"),
        facets=("Status", "Kind", "Who says so", "Parties", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "agreements/", listing, members=_members(catalogue, told))


def _quotes(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        return it.told, it.says or ("Not identified",), it.about, (", ".join(it.outlets),), it.passages

    quotes = catalogue.dossier.quotes
    speakers = {value_of(quote.speaker) or value_of(quote.speaker_as_reported) for quote in quotes} - {None}
    people = wording.count(len(speakers), "speaker")
    listing = Listing(
        title="Quotations",
        opening=f"{people} {'is' if len(speakers) == 1 else 'are'} quoted word for word in "
        f"{wording.count(len(told), 'quotation')}, in the order of the articles."
        if told
        else "The articles of this dossier quote nobody.",
        caption="All quotations",
        head=("Quotation", "Speaker", "About", OUTLET, "Paragraphs"),
        facets=("Speaker", "About", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "quotes/", listing, members=_members(catalogue, told))


def _claims(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    order = list(wording.wording().claim_kinds)
    told = sorted(told, key=lambda one: order.index(one.of.kind.value) if isinstance(one.of, Claim) else 0)

    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        kind = wording.sentence_case(it.kinds[-1])
        return it.told, (kind,), it.says, it.about, (", ".join(it.outlets),), it.passages

    are = "is" if len(told) == 1 else "are"
    listing = Listing(
        title="Claims",
        opening=f"{wording.count(len(told), 'claim')} {are} reported here, each with who makes it; "
        "none is verified."
        if told
        else "The articles of this dossier report no claim.",
        caption="All claims",
        head=("Claim", "Kind", "Who says so", "About", OUTLET, "Paragraphs"),
        facets=("Kind", "Who says so", "About", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "claims/", listing, members=_members(catalogue, told))


def _members(catalogue: Catalogue, told: list[Statement]) -> list[str]:
    return [catalogue.url(one.of.id) for one in told]


def _articles(catalogue: Catalogue) -> list[Drawing]:
    articles = sorted(catalogue.dossier.articles, key=lambda article: article.datePublished, reverse=True)

    def row(linker: Linker, article: Article) -> tuple[Inline, ...]:
        records = len(linker.catalogue.citing.get(article.id, ()))
        return (
            (linker.article(article.id),),
            (article.publisher,),
            (", ".join(article.author),),
            (wording.day(article.datePublished),),
            (wording.count(records, "record"),),
        )

    count = wording.count(len(articles), "news article")
    listing = Listing(
        title="Articles",
        opening=f"This dossier is made from {count}{', the latest first' if len(articles) > 1 else ''}."
        if articles
        else "No article has been added to this dossier yet.",
        caption="All articles",
        head=("Article", "Published by", "Author", "Date", "Gives"),
        facets=("Published by", "Author", "Date"),
        items=articles,
        row=row,
        key=attrgetter("id"),
    )
    return browse_pages(
        catalogue, "articles/", listing, members=[catalogue.article_url(article.id) for article in articles]
    )
