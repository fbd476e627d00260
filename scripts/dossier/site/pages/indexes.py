"""The index of each section: its records in a table, to filter and to sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from operator import attrgetter

from dossier.facts import value_of
from dossier.model import Actor, Agreement, Article, Claim, Event, Place
from dossier.site.pages import leads, wording
from dossier.site.pages.asking import Drawing
from dossier.site.pages.browse import OUTLET, Listing, browse_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Paragraph, Section
from dossier.site.pages.entries import entry_lists
from dossier.site.pages.filing import (
    anchored,
    file_names,
    filed_key,
    filed_pages,
    members_of,
    told_pages,
    year,
)
from dossier.site.pages.frame import section
from dossier.site.pages.linker import Linker
from dossier.site.pages.map import place_map
from dossier.site.pages.statements import Statement, show, statements
from dossier.site.pages.when import was_to_come


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
        wording.counted(kinds[kind], words.actor_kinds[kind].lower(), words.actor_kinds_plural[kind].lower())
        for kind in words.actor_kinds
        if kinds[kind]
    ]
    opening = f"This dossier names {wording.counted(len(actors), 'actor')}"
    filed = file_names([actor for actor in actors if not actor.entry])
    listing = Listing(
        title="Actors",
        opening=f"{opening}: {wording.listed(counted)}." if counted else "This dossier names no actor yet.",
        caption="All actors" if len(filed) == len(actors) else "Actors with a page",
        head=("Actor", "Kind", "State", "Named in"),
        facets=("Kind", "State"),
        items=filed,
        row=_actor_row,
        key=filed_key,
    )
    return filed_pages(catalogue, "actors/", listing, filed, _named_once)


def _named_once(linker: Linker) -> list[Section | None]:
    """The way to those that have an entry instead of a page."""
    once = [actor for actor in linker.catalogue.dossier.actors if actor.entry]
    if not once:
        return []
    count = wording.sentence_case(wording.counted(len(once), "actor"))
    are = "is" if len(once) == 1 else "are"
    told = f"{count} named once, of whom nothing else is told, {are} listed by letter:"
    line = Paragraph(parts=(told, *entry_lists(linker, once)), style="letters")
    return [section("named-once", "Named once", line)]


def _actor_row(linker: Linker, filed: tuple[str, Actor, str]) -> tuple[Inline, ...]:
    _, actor, anchor = filed
    roles = (role.value.of for role in actor.roles if role.value.of)
    state: str | None = value_of(actor.country) or value_of(actor.organ_of) or next(roles, None)
    return (
        anchored(leads.with_link(linker, actor), anchor),
        (linker.catalogue.kind_label(actor),),
        linker.links(id for id in (state,) if id and id in linker.catalogue.records),
        (_named_in(linker, actor),),
    )


def _places(catalogue: Catalogue) -> list[Drawing]:
    places = catalogue.dossier.places
    filed = file_names(places)
    listing = Listing(
        title="Places",
        opening=f"This dossier names {wording.counted(len(places), 'place') if places else 'no place yet'}.",
        caption="All places",
        head=("Place", "Kind", "In", "Named in"),
        facets=("Kind", "In"),
        items=filed,
        row=_place_row,
        key=filed_key,
    )
    return filed_pages(
        catalogue, "places/", listing, filed, lambda linker: [section("map", "Map", place_map(linker))]
    )


def _place_row(linker: Linker, filed: tuple[str, Place, str]) -> tuple[Inline, ...]:
    _, place, anchor = filed
    around = dict.fromkeys(id for id in (value_of(place.part_of), value_of(place.country)) if id)
    return (
        anchored(leads.with_link(linker, place), anchor),
        (linker.catalogue.kind_label(place),),
        linker.links(id for id in around if id in linker.catalogue.records),
        (_named_in(linker, place),),
    )


def _named_in(linker: Linker, record: Actor | Place) -> str:
    return wording.count(len(linker.catalogue.naming.get(record.id, ())), "record")


def _events(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        when = wording.sentence_case(it.when) or "Not reported"
        kind = wording.sentence_case(it.kinds[-1])
        return it.told, (kind,), it.about, it.where, (when,), (", ".join(it.outlets),), it.passages

    due = sum(isinstance(one.of, Event) and was_to_come(one.of) for one in told)
    count = wording.counted(len(told), "event") + (
        f", {wording.in_words(due)} of them planned" if due else ""
    )
    if due == len(told):
        count = wording.counted(due, "planned event")
    listing = Listing(
        title="Events",
        opening=f"{_the_articles(catalogue, 'report')} {count}{', listed by date' if len(told) > 1 else ''}."
        if told
        else f"{_the_articles(catalogue, 'report')} no event.",
        caption="All events",
        head=("Event", "Kind", "Who", "Place", "Date", OUTLET, "Paragraphs"),
        facets=("Kind", "Who", "Place", "Date", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return told_pages(catalogue, "events/", listing, year)


def _agreements(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        _, kind, status = (wording.sentence_case(word) for word in it.kinds)
        return it.told, (status,), (kind,), it.says, it.about, (", ".join(it.outlets),), it.passages

    statuses: Counter[str] = Counter(one.of.status.value for one in told if isinstance(one.of, Agreement))
    count = wording.counted(len(told), "agreement, pledge or plan", "agreements, pledges and plans")
    listing = Listing(
        title="Agreements",
        opening=f"This dossier has {count}{_by_status(statuses)}."
        if told
        else f"{_the_articles(catalogue, 'report')} no agreement.",
        caption="All agreements, pledges and plans",
        head=("Agreement", "Status", "Kind", "Who says so", "Parties", OUTLET, "Paragraphs"),
        facets=("Status", "Kind", "Who says so", "Parties", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "agreements/", listing, members=members_of(catalogue, told))


def _by_status(statuses: Mapping[str, int]) -> str:
    """How many have which status: ": three are pledged and one is planned"."""
    words = {**wording.wording().agreement_statuses, "unknown": "of a status that is not reported"}
    told = [(words[status].lower(), number) for status, number in statuses.items()]
    if sum(statuses.values()) == 1:
        return f"; it is {told[0][0]}"
    each = [
        f"{wording.in_words(number)} {'is' if number == 1 else 'are'} {status}" for status, number in told
    ]
    return f": {wording.listed(each)}"


def _the_articles(catalogue: Catalogue, verb: str) -> str:
    """The articles as who tells something: "The article of this dossier reports"."""
    one = len(catalogue.dossier.articles) == 1
    return f"The article of this dossier {verb}s" if one else f"The articles of this dossier {verb}"


def _quotes(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        return it.told, it.says or ("Not identified",), it.about, (", ".join(it.outlets),), it.passages

    quotes = catalogue.dossier.quotes
    speakers = {value_of(quote.speaker) or value_of(quote.speaker_as_reported) for quote in quotes} - {None}
    order = f", listed in the order of the article{'' if len(catalogue.dossier.articles) == 1 else 's'}"
    people = wording.sentence_case(wording.counted(len(speakers), "speaker"))
    listing = Listing(
        title="Quotations",
        opening=f"{people} {'is' if len(speakers) == 1 else 'are'} quoted word for word in "
        f"{wording.counted(len(told), 'quotation')}{order if len(told) > 1 else ''}."
        if told
        else f"{_the_articles(catalogue, 'quote')} nobody.",
        caption="All quotations",
        head=("Quotation", "Speaker", "About", OUTLET, "Paragraphs"),
        facets=("Speaker", "About", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return browse_pages(catalogue, "quotes/", listing, members=members_of(catalogue, told))


def _claims(catalogue: Catalogue, told: list[Statement]) -> list[Drawing]:
    order = list(wording.wording().claim_kinds)
    told = sorted(told, key=lambda one: order.index(one.of.kind.value) if isinstance(one.of, Claim) else 0)

    def row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
        it = show(linker, statement)
        kind = wording.sentence_case(it.kinds[-1])
        return it.told, (kind,), it.says, it.about, (", ".join(it.outlets),), it.passages

    are = "is" if len(told) == 1 else "are"
    count = wording.sentence_case(wording.counted(len(told), "claim"))
    listing = Listing(
        title="Claims",
        opening=f"{count} {are} reported here, each with who makes it; none is verified."
        if told
        else f"{_the_articles(catalogue, 'report')} no claim.",
        caption="All claims",
        head=("Claim", "Kind", "Who says so", "About", OUTLET, "Paragraphs"),
        facets=("Kind", "Who says so", "About", OUTLET),
        items=told,
        row=row,
        key=attrgetter("key"),
    )
    return told_pages(catalogue, "claims/", listing, lambda one: _kind(catalogue, one))


def _kind(catalogue: Catalogue, one: Statement) -> str:
    return catalogue.kind_label(one.of) if isinstance(one.of, Claim) else ""


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

    count = wording.counted(len(articles), "news article")
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
