"""The page that tells how much of each article the dossier shows: one figure each, quotations included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dossier.assembly.limits import MIN_ALLOWANCE
from dossier.site.pages.addresses import relative, url_of
from dossier.site.pages.document import Link, Page, Paragraph, Table

PATH = "articles/how-much-is-shown.md"


class ShownOf(NamedTuple):
    """Of one article: how many of its words anybody could put together from what is published."""

    id: str
    headline: str
    shown: int
    words: int
    licence: str | None
    """The open licence that lets all of it be published."""

    @property
    def told(self) -> str:
        """The figure as a reader is told it."""
        share = round(100 * self.shown / self.words) if self.words else 0
        return f"{self.shown} of {self.words} words ({share}%)"


def shown_page(figures: Iterable[ShownOf]) -> Page:
    """The page, with a row for each article."""
    most = f"half of the words outside quotations, or {MIN_ALLOWANCE} of these where that is more"
    lead = "These pages and their data show only so many words of each article, quotations included."
    rows = tuple(
        (
            (Link(href=relative(f"articles/{each.id}/", url_of(PATH)), text=each.headline),),
            (each.told,),
            (f"all, under {each.licence}" if each.licence else most,),
        )
        for each in figures
    )
    return Page(
        path=PATH,
        title="How much of the articles is shown",
        description=lead,
        kind="index",
        kind_label="About",
        blocks=(
            Paragraph(parts=(lead,), style="lead"),
            Table(
                caption="Words shown of each article",
                head=("Article", "Shown", "At most"),
                rows=rows,
            ),
        ),
        toc=False,
    )
