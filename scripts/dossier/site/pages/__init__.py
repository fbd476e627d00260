"""The dossier to the pages of its site: one module per kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from dossier.model import Actor, AnyRecord, Dossier
from dossier.seeds.settings import Settings
from dossier.site.pages.actors import actor_page
from dossier.site.pages.addresses import page_path
from dossier.site.pages.agreements import agreement_page
from dossier.site.pages.answers import Answers
from dossier.site.pages.articles import article_page
from dossier.site.pages.asking import Drawing
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.claims import claim_page
from dossier.site.pages.data_files import data_page
from dossier.site.pages.document import Page
from dossier.site.pages.entries import Leads, entry_pages
from dossier.site.pages.events import event_page
from dossier.site.pages.explore import explore_pages
from dossier.site.pages.home import home_page
from dossier.site.pages.indexes import index_pages
from dossier.site.pages.linker import Linker
from dossier.site.pages.meeting import Meetings
from dossier.site.pages.network import network_page
from dossier.site.pages.places import place_page
from dossier.site.pages.quotes import quote_page
from dossier.site.pages.timeline import timeline_page
from dossier.site.pages.topics import topic_pages

_R = TypeVar("_R", bound=AnyRecord)
_T = TypeVar("_T")


def plan_pages(
    dossier: Dossier,
    settings: Settings | None = None,
    left: Leads = (),
    before: Answers | None = None,
) -> tuple[tuple[Drawing, ...], Answers]:
    """Every page that can be drawn from the dossier, in the order of its records, and who answers for it.

    `left` are addresses that no record stands at any more, each with the one to go on to. Who answered
    `before`, for a dossier that this one may follow, answers no more.
    """
    settings = settings or Settings()
    catalogue = Catalogue(dossier, settings.called) if before is None else before.catalogue
    asked = None if before is None else catalogue.reword(dossier)
    if before is not None and asked is None:
        catalogue = Catalogue(dossier, settings.called)
    meetings = Meetings(catalogue)
    answers = Answers(catalogue, meetings)
    if before is not None and asked is not None:
        answers.follow(before, asked)

    def drawn(make: Callable[[Linker, _R], Page], records: Iterable[_R]) -> Iterable[Drawing]:
        for record in records:
            url = catalogue.url(record.id)
            yield Drawing(
                page_path(url), partial(_made, make, catalogue, url, record), asks=(("whole", record.id),)
            )

    def actor(linker: Linker, record: Actor) -> Page:
        return actor_page(linker, record, meetings)

    articles = (
        Drawing(
            page_path(url := catalogue.article_url(article.id)),
            partial(_made, article_page, catalogue, url, article),
            given=article.model_dump_json(),
        )
        for article in dossier.articles
    )
    drawings = (
        Drawing("index.md", partial(home_page, catalogue, settings)),
        *explore_pages(catalogue),
        *index_pages(catalogue),
        *entry_pages(catalogue, left),
        *topic_pages(catalogue),
        Drawing("timeline.md", partial(timeline_page, catalogue)),
        network_page(catalogue),
        Drawing("data/index.md", partial(data_page, catalogue)),
        *drawn(actor, (each for each in dossier.actors if not each.entry)),
        *drawn(place_page, dossier.places),
        *drawn(event_page, dossier.events),
        *drawn(agreement_page, dossier.agreements),
        *drawn(quote_page, dossier.quotes),
        *drawn(claim_page, dossier.claims),
        *articles,
    )
    return drawings, answers


def _made(make: Callable[[Linker, _T], Page], catalogue: Catalogue, url: str, of: _T) -> Page:
    """A page of something, with a linker of its own each time: one asks for each answer only once."""
    return make(Linker(catalogue, url), of)


def make_pages(dossier: Dossier, settings: Settings | None = None) -> tuple[Page, ...]:
    """Every page made from the dossier, in the order of its records; the same pages for the same input."""
    drawings, _ = plan_pages(dossier, settings)
    return tuple(drawing.make() for drawing in drawings)
