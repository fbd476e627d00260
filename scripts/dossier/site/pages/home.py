"""The home page: what happened, who it is about, what was agreed, what is disputed, and where to go in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote

from dossier.model import Actor, Agreement, Article, Event, Place
from dossier.seeds.settings import Settings
from dossier.site.pages import claim_leads, leads, wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite_all
from dossier.site.pages.composer import plain
from dossier.site.pages.document import (
    Block,
    Chip,
    Inline,
    Link,
    Page,
    Paragraph,
    Part,
    Section,
    Tile,
    Tiles,
    Words,
)
from dossier.site.pages.foreground import contradict, heads_an_agreement, main_deed, main_event, weight
from dossier.site.pages.frame import listing, section, told_by
from dossier.site.pages.linker import Linker
from dossier.site.pages.map import place_map
from dossier.site.pages.stories import stories
from dossier.site.pages.timeline import scale, told_of_all
from dossier.site.pages.told import NOT_JUDGED, told_in, told_of
from dossier.site.pages.topics import topic_tiles
from dossier.site.pages.when import by_date, days, was_to_come

_MAIN_ACTORS = 6
_HAPPENED = 4
_FEWEST_DATED = 3
_STORIES = 12
_SHOWN = 6
_IN_TIME = 8
"""Events of the timeline on the home page."""
_DISPUTED = tuple(kind for kind in claim_leads.ABOUT_RESPONSIBILITY if kind != "accusation")
"""Kinds of claims that say who did it, or deny it: an accusation may be of anything."""
_DOSSIER = "This dossier"
"""Subject of the sentence about it, and of a subtitle that is a sentence: the next goes on with "it"."""
_READING = (
    "A paragraph mark such as ¶4 opens the passage that a statement rests on, or only its first words, "
    "with a link to the original; “ed.” marks what an editor added. An allegation stands as the claim of "
    "whoever makes it, and never as a fact. "
)


def home_page(catalogue: Catalogue, settings: Settings) -> Page:
    """What the dossier is about, and where to go in."""
    linker = Linker(catalogue, "")
    title = settings.title or settings.called
    subtitle = (settings.subtitle or "").rstrip(".")
    is_about_it = subtitle.casefold().startswith(f"{_DOSSIER} ".casefold())
    made_of = _made_of(catalogue, "It" if is_about_it else _DOSSIER)
    lead = f"{subtitle}. {made_of}" if subtitle else made_of
    return Page(
        path="index.md",
        title=title,
        description=wording.within(lead, 250),
        kind="home",
        kind_label="Home",
        blocks=tuple(block for block in (Paragraph(parts=(lead,), style="lead"), _examples(linker)) if block),
        sections=tuple(part for part in _sections(linker) if part),
        citation=cite_all(catalogue, "", title),
        linked_data={
            "@context": "https://schema.org",
            "@type": "WebSite",
            "@id": "./",
            "name": title,
            "description": lead,
        },
        toc=False,
    )


def _sections(linker: Linker) -> list[Section | None]:
    dossier = linker.catalogue.dossier
    latest = sorted(dossier.articles, key=lambda article: article.datePublished, reverse=True)[:3]
    articles = [told_in(linker, article) for article in latest]
    reading = Paragraph(parts=(_READING, Link(href=linker.to("about-the-data/"), text="How to read it")))
    told, topics = stories(linker.catalogue), topic_tiles(linker)
    if len(told) > 1:
        first = section("stories", "Stories", listing(_stories(linker, told)))
    else:
        first = section("happened", "What happened", *_happened(linker))
    agreed = section("agreed", "What was agreed or pledged", listing(_agreed(linker), "agreements"))
    first, second = (agreed, first) if heads_an_agreement(linker.catalogue) else (first, agreed)
    return [
        first,
        section("actors", "Main actors", listing(_main_actors(linker), "main-actors")),
        second,
        _to_come(linker),
        _disputed(linker),
        _when_and_where(linker),
        section("topics", "By topic", Tiles(tiles=tuple(topics)) if topics else None),
        section("browse", "Everything in it", reading, Tiles(tiles=tuple(_tiles(linker)))),
        section("articles", "Latest article" if len(latest) == 1 else "Latest articles", listing(articles)),
    ]


def _happened(linker: Linker) -> list[Block | None]:
    """Sentences on the events that most is known of, by date; with few dated ones the article's opening."""
    main = _main_events(linker.catalogue)
    if main:
        return [listing([told_of(linker, event) for event in main], "events")]
    blocks: list[Block | None] = []
    for article in linker.catalogue.dossier.articles[:1]:
        parts: list[Part] = [Words(text=article.headline)]
        if article.alternativeHeadline:
            parts += [" ", Words(text=article.alternativeHeadline)]
        where = f", as {article.publisher} put it on {wording.day(article.datePublished)}."
        blocks.append(Paragraph(parts=(*parts, where)))
    events = by_date(_done(linker.catalogue))[:_HAPPENED]
    return [*blocks, listing([told_of(linker, event) for event in events], "events")]


def _done(catalogue: Catalogue) -> list[Event]:
    """The events that are told as having happened."""
    return [event for event in catalogue.dossier.events if not was_to_come(event)]


def _to_come(linker: Linker) -> Section | None:
    """What was still to come on the day of the latest article, the next first."""
    dossier = linker.catalogue.dossier
    latest = max((article.datePublished for article in dossier.articles), default=date.min)
    due = [event for event in dossier.events if was_to_come(event)]
    ahead = [event for event in by_date(due) if (span := days(event.date)) and span[1] >= latest][:_HAPPENED]
    note = f"As of {wording.day(latest)}, the day of the latest article."
    told = listing([told_of(linker, event) for event in ahead], "events")
    return (
        section("to-come", "Still to come", Paragraph(parts=(note,), style="note"), told) if ahead else None
    )


def _main_events(catalogue: Catalogue) -> list[Event]:
    """The dated events that most is known of, by date; none where few have a date."""
    dated = [event for event in _done(catalogue) if event.date]
    if len(dated) < _FEWEST_DATED:
        return []
    return by_date(sorted(dated, key=lambda event: -weight(catalogue, event))[:_HAPPENED])


def _when_and_where(linker: Linker) -> Section | None:
    """The pictures of the events that most is known of in time, and of the places; None without either."""
    drawn, places = scale(linker, linker.catalogue.dossier.events, _IN_TIME), place_map(linker)
    whole: tuple[Part, ...] = (
        *((Link(href=linker.to("timeline/"), text=told_of_all(linker)),) if drawn else ()),
        *((" · ",) if drawn and places else ()),
        *((Link(href=linker.to("places/"), text="All places"),) if places else ()),
    )
    return section(
        "when-and-where", "When and where", drawn, places, Paragraph(parts=whole) if whole else None
    )


def _stories(linker: Linker, told: Sequence[Sequence[Article]]) -> list[Inline]:
    """Each story: what it is about, and its articles."""
    catalogue = linker.catalogue
    lines: list[Inline] = []
    for articles in told[:_STORIES]:
        cited = {
            id: catalogue.records[id] for article in articles for id in catalogue.citing.get(article.id, ())
        }
        events = [record for record in cited.values() if isinstance(record, Event)]
        main = main_event(catalogue, articles, events)
        sentence: Inline = (*leads.sentence(linker, main), " ", *told_by(linker, main), " ") if main else ()
        more = f", and {wording.counted(len(articles) - 1, 'other article')}" if len(articles) > 1 else ""
        lines.append((*sentence, *told_in(linker, articles[0]), more))
    if len(told) > _STORIES:
        more = wording.counted(len(told) - _STORIES, "more story", "more stories")
        lines.append((f"and {more}: ", Link(href=linker.to("articles/"), text="all articles")))
    return lines


def _deed(linker: Linker, actor: Actor, did: Event | Agreement) -> Inline:
    """What an actor did, behind its name unless the sentence begins with that."""
    told = plain(leads.with_link(linker, did))
    article = "The " if told.startswith(f"The {actor.name.value} ") else ""
    name, rest = linker.link(actor.id), told.removeprefix(article).removeprefix(actor.name.value)
    if f"{article}{actor.name.value}{rest}" != told or not rest.startswith(" "):
        return name, ": ", *leads.with_link(linker, did)
    return *((article,) if article else ()), name, " ", linker.link(did.id, rest.lstrip())


def _main_actors(linker: Linker) -> list[Inline]:
    """Those most often named, each with what it did that isn't told above or below, or who it is."""
    catalogue = linker.catalogue
    main = sorted(catalogue.dossier.actors, key=lambda actor: -len(actor.mentions))[:_MAIN_ACTORS]
    told = {each.id for each in (*catalogue.dossier.agreements[:_SHOWN], *_main_events(catalogue))}
    lines: list[Inline] = []
    for actor in main:
        did = None if actor.kind.value == "person" else main_deed(catalogue, actor, told)
        if did:
            told.add(did.id)
            lines.append((*_deed(linker, actor, did), " ", *told_by(linker, did)))
        else:
            source = linker.source(actor.description or actor.kind)
            lines.append((*leads.with_link(linker, actor), " ", *source))
    return lines


def _agreed(linker: Linker) -> list[Inline]:
    labels = wording.wording().agreement_statuses
    return [
        (*told_of(linker, a), " ", Chip(kind=a.status.value, text=labels[a.status.value]))
        for a in linker.catalogue.dossier.agreements[:_SHOWN]
    ]


def _disputed(linker: Linker) -> Section | None:
    claims = [claim for claim in linker.catalogue.dossier.claims if claim.kind.value in _DISPUTED]
    if not claims:
        return None
    lines = [told_of(linker, claim) for claim in claims[:_SHOWN]]
    note = Paragraph(parts=(NOT_JUDGED,), style="note")
    title = "What is disputed" if contradict(claims) else "Who says who did it"
    return section("disputed", title, note, listing(lines, "claims"))


def _examples(linker: Linker) -> Paragraph | None:
    """Queries to try: the name of an actor, of a place and of an event that most is known of."""
    catalogue, dossier = linker.catalogue, linker.catalogue.dossier

    def first(records: Iterable[tuple[str, str]]) -> list[str]:
        ranked = sorted(records, key=lambda record: -len(catalogue.naming.get(record[0], ())))
        return [name for _, name in ranked[:1]]

    words = [
        *first((actor.id, actor.name.value) for actor in dossier.actors),
        *first((place.id, place.name.value) for place in dossier.places),
        *first((event.id, event.title.value) for event in dossier.events),
    ]
    parts: list[Part] = []
    for query in words:
        parts += [", " if parts else "Try: ", Link(href=f"./?q={quote(query, safe='')}", text=query)]
    return Paragraph(parts=tuple(parts), style="aka") if parts else None


def _made_of(catalogue: Catalogue, subject: str) -> str:
    """A sentence about what the dossier is made from, which `subject` means in it."""
    articles = sorted(catalogue.dossier.articles, key=lambda article: article.datePublished, reverse=True)
    if not articles:
        return "A knowledge base made from news articles. No article has been added yet."
    if len(articles) == 1:
        article = articles[0]
        where = f"{article.publisher}, {wording.day(article.datePublished)}"
        return f"{subject} is made from one news article, “{article.headline}” ({where})."
    latest = articles[0]
    return (
        f"{subject} is made from {wording.counted(len(articles), 'news article')}, "
        f"the latest “{latest.headline}” ({latest.publisher})."
    )


def _on_map(places: Sequence[Place]) -> str:
    """How many of the places have coordinates."""
    pinned = sum(place.geo is not None for place in places)
    if pinned == len(places):
        return "All on the map"
    return f"{pinned} of them on the map" if pinned else "Where it happened"


def _reported(catalogue: Catalogue) -> str:
    """What the events are."""
    is_due = len(_done(catalogue)) < len(catalogue.dossier.events)
    return f"What is reported to have happened{' or to be planned' if is_due else ''}"


def _tiles(linker: Linker) -> list[Tile]:
    dossier = linker.catalogue.dossier
    counted = [
        ("actors/", "Actors", len(dossier.actors), "People, states, bodies and groups"),
        ("events/", "Events", len(dossier.events), _reported(linker.catalogue)),
        ("agreements/", "Agreements", len(dossier.agreements), "With their status as reported"),
        ("quotes/", "Quotations", len(dossier.quotes), "With speaker and occasion"),
        ("claims/", "Claims", len(dossier.claims), "Reported, not verified"),
        ("places/", "Places", len(dossier.places), _on_map(dossier.places)),
    ]
    tiles = [
        Tile(href=linker.to("explore/"), title="Explore", parts=("All statements, to filter and download",)),
    ]
    tiles += [
        Tile(
            href=linker.to(url),
            title=f"{number} {title.removesuffix('s') if number == 1 else title}",
            parts=(text,),
        )
        for url, title, number, text in counted
        if number
    ]
    tiles.append(Tile(href=linker.to("timeline/"), title="Timeline", parts=("Events drawn to scale",)))
    tiles.append(Tile(href=linker.to("network/"), title="Network", parts=("Who is linked to whom",)))
    return tiles
