"""The dossier to the pages of its site: one module per kind of page."""

from __future__ import annotations

from dossier.model import Dossier
from dossier.seeds.settings import Settings
from dossier.site.pages.actors import actor_page
from dossier.site.pages.agreements import agreement_page
from dossier.site.pages.articles import article_page
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.claims import claim_page
from dossier.site.pages.data_files import data_page
from dossier.site.pages.document import Page
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


def make_pages(dossier: Dossier, settings: Settings | None = None) -> tuple[Page, ...]:
    """Every page made from the dossier, in the order of its records; the same pages for the same input."""
    settings = settings or Settings()
    catalogue = Catalogue(dossier, settings.called)

    meetings = Meetings(catalogue)

    def at(id: str) -> Linker:
        return Linker(catalogue, catalogue.url(id))

    return (
        home_page(catalogue, settings),
        *explore_pages(catalogue),
        *index_pages(catalogue),
        timeline_page(catalogue),
        network_page(catalogue),
        data_page(catalogue),
        *(actor_page(at(actor.id), actor, meetings) for actor in dossier.actors),
        *(place_page(at(place.id), place) for place in dossier.places),
        *(event_page(at(event.id), event) for event in dossier.events),
        *(agreement_page(at(agreement.id), agreement) for agreement in dossier.agreements),
        *(quote_page(at(quotation.id), quotation) for quotation in dossier.quotes),
        *(claim_page(at(claim.id), claim) for claim in dossier.claims),
        *(article_page(Linker(catalogue, catalogue.article_url(a.id)), a) for a in dossier.articles),
    )
