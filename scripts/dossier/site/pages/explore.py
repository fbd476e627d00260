"""The page of all statements, to filter, to look at on a map and in time, and to take along."""

from __future__ import annotations

from operator import attrgetter

from dossier.site.pages import wording
from dossier.site.pages.asking import Drawing
from dossier.site.pages.browse import OUTLET, Listing, browse_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline
from dossier.site.pages.frame import section
from dossier.site.pages.linker import Linker
from dossier.site.pages.map import place_map
from dossier.site.pages.statements import Statement, show, statements
from dossier.site.pages.timeline import scale

URL = "explore/"
_HEAD = ("Statement", "Kind", "Who says so", "About", "Place", "Date", OUTLET, "Paragraphs")
_FACETS = ("Who says so", "About", "Kind", "Place", "Date", OUTLET)


def explore_pages(catalogue: Catalogue) -> list[Drawing]:
    """The page of all statements and, where they are many, its further parts."""
    found = statements(catalogue)
    listing = Listing(
        title="Explore",
        opening=_opening(len(found), len(catalogue.dossier.articles)),
        caption="All statements",
        head=_HEAD,
        facets=_FACETS,
        items=found,
        row=_row,
        key=attrgetter("key"),
    )
    return browse_pages(
        catalogue,
        URL,
        listing,
        sections=lambda linker: [
            section("map", "Map", place_map(linker)),
            section("timeline", "Timeline", scale(linker, linker.catalogue.dossier.events)),
        ],
    )


def _opening(count: int, articles: int) -> str:
    made = wording.sentence_case(wording.counted(count, "statement"))
    come = "comes" if count == 1 else "come"
    return (
        f"{made} of what happened, what was agreed and who said what {come} from "
        f"{wording.counted(articles, 'news article')}; each leads to the passage that supports it."
    )


def _row(linker: Linker, statement: Statement) -> tuple[Inline, ...]:
    shown = show(linker, statement)
    return (
        shown.told,
        (", ".join(shown.kinds),),
        shown.says,
        shown.about,
        shown.where,
        (wording.sentence_case(shown.when),),
        (", ".join(shown.outlets),),
        shown.passages,
    )
