"""Records of each article to records of all: events, agreements and quotations that are one made one.

Whatever names a record that became part of another names that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from dossier.assembly.across.deals import join_agreements
from dossier.assembly.across.decisions import Decisions
from dossier.assembly.across.reports import Reports
from dossier.assembly.across.sayings import join_quotes
from dossier.assembly.across.what import join_events
from dossier.assembly.evidence import EvidenceBook
from dossier.facts import Fact, with_refs
from dossier.model import Agreement, Claim, Dossier, Event, Quote
from dossier.reading.findings import Span


def joined_across(told: Dossier, book: EvidenceBook, decisions: Decisions) -> Dossier:
    """The dossier of what the articles tell one by one, with one record for each thing that they tell of."""
    reports = Reports(
        book.articles(),
        {article.id: article.datePublished for article in told.articles},
        {id: span.start for id, (_, span) in book.places().items()},
        book.labels(),
    )
    stands = partial(_stands, book=book, reports=reports)
    pairs = decisions.about(("events",), told.events, stands)
    names = (told.actors, told.places)
    what = join_events(told.events, told.claims, names, reports, pairs["same"], pairs["different"])
    pairs = decisions.about(("agreements",), told.agreements, stands)
    deals = join_agreements(told.agreements, reports, pairs["same"], pairs["different"])
    quotes, said = join_quotes(told.quotes, reports)
    become = what.became | deals.became | said
    doubts = (*told.doubts, *what.doubts, *deals.doubts)
    return told.model_copy(
        update={
            "events": with_refs(what.records, become),
            "agreements": with_refs(deals.records, become),
            "quotes": tuple(_topics_once(quote) for quote in with_refs(quotes, become)),
            "claims": with_refs(told.claims, become),
            "doubts": tuple(sorted(doubts, key=lambda doubt: (-doubt.points, doubt.id))),
        }
    )


def _stands(
    record: Event | Agreement | Quote | Claim, *, book: EvidenceBook, reports: Reports
) -> Iterable[tuple[str, Span]]:
    """Where articles tell of a record."""
    passages = record.mentions if isinstance(record, Event | Agreement) else ()
    return ((reports.article_of[id], book.span(id)) for id in passages)


def _topics_once(quote: Quote) -> Quote:
    """A quotation with each topic once, and none that is its occasion."""
    topics: dict[str, Fact[object]] = {}
    for topic in quote.about:
        topics.setdefault(topic.value, topic)  # type: ignore[arg-type]
    if quote.occasion:
        topics.pop(quote.occasion.value, None)
    about = tuple(topics.values())
    return quote if len(about) == len(quote.about) else quote.model_copy(update={"about": about})
