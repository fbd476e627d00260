"""The pages by topic: what happened, was agreed and is blamed on whom, who and where, the latest articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from dossier.facts import value_of
from dossier.model import Agreement, Claim, Event
from dossier.reading.lexicon import load_table
from dossier.site.pages import claim_leads, leads, wording
from dossier.site.pages.addresses import page_path
from dossier.site.pages.asking import Drawing
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Link, Page, Paragraph, Tile
from dossier.site.pages.foreground import weight
from dossier.site.pages.frame import listing, section
from dossier.site.pages.linker import Linker
from dossier.site.pages.sections import index_page
from dossier.site.pages.told import NOT_JUDGED, told_in, told_of
from dossier.site.pages.when import by_date

_ARTICLES = 12
"""Articles from which on there are pages by topic."""
_FEWEST = 3
"""Events and agreements that make a topic."""
_HAPPENED, _SHOWN, _NAMED = 12, 8, 8


class Topic(NamedTuple):
    """Shape of an entry of topics.yaml."""

    title: str
    events: frozenset[str]
    agreements: frozenset[str]


class Subject(NamedTuple):
    """A topic with what belongs to it."""

    url: str
    title: str
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]


def listed() -> dict[str, Topic]:
    """The topics of topics.yaml, by the name in their address."""
    return load_table("topics", dict[str, Topic], __package__ or "")


def subjects(catalogue: Catalogue) -> list[Subject]:
    """The topics of a dossier of several articles that enough is told of."""
    dossier = catalogue.dossier
    if len(dossier.articles) < _ARTICLES:
        return []
    found = []
    for name, topic in listed().items():
        events = tuple(event for event in dossier.events if event.type.value in topic.events)
        agreements = tuple(each for each in dossier.agreements if each.kind.value in topic.agreements)
        if len(events) + len(agreements) >= _FEWEST:
            found.append(Subject(f"topics/{name}/", topic.title, events, agreements))
    return found


def topic_pages(catalogue: Catalogue) -> list[Drawing]:
    """A page for each topic."""
    return [
        Drawing(page_path(subject.url), partial(_page, catalogue, subject.url))
        for subject in subjects(catalogue)
    ]


def topic_tiles(linker: Linker) -> list[Tile]:
    """The ways to the topics, each with how much it holds."""
    return [
        Tile(href=linker.to(subject.url), title=subject.title, parts=(_counted(subject),))
        for subject in subjects(linker.catalogue)
    ]


def _counted(subject: Subject) -> str:
    counts = [
        wording.counted(len(subject.events), "event") if subject.events else "",
        wording.counted(len(subject.agreements), "agreement or plan", "agreements and plans")
        if subject.agreements
        else "",
    ]
    return " and ".join(filter(None, counts))


def _page(catalogue: Catalogue, url: str) -> Page:
    linker = Linker(catalogue, url)
    subject = next(subject for subject in subjects(catalogue) if subject.url == url)
    records: list[Event | Agreement] = [*subject.events, *subject.agreements]
    articles = _articles(catalogue, records)
    count = wording.sentence_case(_counted(subject))
    opening = f"{count}, told in {wording.counted(len(articles), 'article')} of this dossier."
    main = by_date(_weightiest(catalogue, subject.events))
    agreed = subject.agreements[:_SHOWN]
    disputed = _claims(catalogue, subject.events)
    note = Paragraph(parts=(NOT_JUDGED,), style="note") if disputed else None
    return index_page(
        linker,
        subject.title,
        opening,
        [
            section(
                "happened",
                "What happened",
                listing([told_of(linker, event) for event in main], "events"),
                _rest(linker, len(subject.events) - len(main), "events/", "all events"),
            ),
            section(
                "agreed",
                "Agreed, pledged or planned",
                listing([told_of(linker, each) for each in agreed], "agreements"),
                _rest(linker, len(subject.agreements) - len(agreed), "agreements/", "all agreements"),
            ),
            section(
                "who-says",
                "Who says who did it",
                note,
                listing([told_of(linker, claim) for claim in disputed[:_SHOWN]], "claims"),
                _rest(linker, len(disputed) - _SHOWN, "claims/", "all claims"),
            ),
            section("actors", "Who it is about", listing(_actors(linker, records))),
            section("places", "Where", listing(_places(linker, subject.events))),
            section("articles", "Latest articles", listing(_latest(linker, articles))),
        ],
        members=[catalogue.url(record.id) for record in records],
        within="explore/",
    )


def _rest(linker: Linker, left: int, url: str, text: str) -> Paragraph | None:
    """How many more there are, and where."""
    if left <= 0:
        return None
    more = (f"and {left} more: ", Link(href=linker.to(url), text=text))
    return Paragraph(parts=more, style="note")


def _weightiest(catalogue: Catalogue, events: Sequence[Event]) -> list[Event]:
    """Those that most is known of and most articles tell, as many as are told."""
    ranked = sorted(events, key=lambda e: (-len(e.mentions) - weight(catalogue, e), e.id))
    return ranked[:_HAPPENED]


def _claims(catalogue: Catalogue, events: Sequence[Event]) -> list[Claim]:
    """Who says who did what, and denials, of the events that most is known of first."""
    place = {event.id: at for at, event in enumerate(_weightiest(catalogue, events))}
    here = {event.id for event in events}
    about = [
        claim
        for claim in catalogue.dossier.claims
        if claim.kind.value in claim_leads.ABOUT_RESPONSIBILITY and claim.about and claim.about.value in here
    ]
    return sorted(about, key=lambda claim: (place.get(value_of(claim.about) or "", len(place)), claim.id))


def _actors(linker: Linker, records: Iterable[Event | Agreement]) -> list[Inline]:
    """Those who take part in most of it, each with the sentence that opens its page."""
    often = Counter(
        id
        for record in records
        for id in {
            part.value.actor
            for part in (record.participants if isinstance(record, Event) else record.parties)
        }
    )
    ranked = sorted(often, key=lambda id: (-often[id], id))[:_NAMED]
    return [leads.with_link(linker, linker.catalogue.records[id]) for id in ranked]


def _places(linker: Linker, events: Iterable[Event]) -> list[Inline]:
    """Where most of it happened."""
    often = Counter(event.place.value for event in events if event.place)
    ranked = sorted(often, key=lambda id: (-often[id], id))[:_NAMED]
    return [(linker.link(id), f": {wording.count(often[id], 'event')}") for id in ranked]


def _articles(catalogue: Catalogue, records: Iterable[Event | Agreement]) -> list[str]:
    """Ids of the articles that tell of it, the latest first."""
    told_in = {catalogue.evidence[id].article for record in records for id in record.mentions}
    return sorted(told_in, key=lambda id: (-catalogue.articles[id].datePublished.toordinal(), id))


def _latest(linker: Linker, articles: Sequence[str]) -> list[Inline]:
    return [told_in(linker, linker.catalogue.articles[id]) for id in articles[:_SHOWN]]
