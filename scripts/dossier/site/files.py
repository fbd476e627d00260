"""The dossier to every file of `docs/` that is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial

from dossier.beside import beside
from dossier.exports.data import Writing
from dossier.exports.formats import WITH_THE_PAGES, export
from dossier.model import Dossier
from dossier.seeds.settings import Settings
from dossier.site import feed, share_image
from dossier.site.drawing import Drawer, Drawn
from dossier.site.pages import plan_pages
from dossier.site.pages.addresses import url_of
from dossier.site.pages.answers import Answers
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.gone import gone_pages
from dossier.site.pages.shown import ShownOf, shown_page
from dossier.site.render import render


class Files(Mapping[str, bytes]):
    """Content by path under `docs/`; that of a page is unpacked when it is asked for."""

    def __init__(self, made: Mapping[str, Drawn | bytes]) -> None:
        self._made = made

    def __getitem__(self, path: str) -> bytes:
        made = self._made[path]
        return made.text if isinstance(made, Drawn) else made

    def digest(self, path: str) -> bytes | None:
        """The digest of a page's content, which is known without unpacking it; None for another file."""
        made = self._made[path]
        return made.digest if isinstance(made, Drawn) else None

    def __contains__(self, path: object) -> bool:
        return path in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __or__(self, more: Mapping[str, bytes]) -> Files:
        return Files({**self._made, **more})


class Making:
    """Makes the files of one dossier, and of the same told in other words those alone that tell them."""

    def __init__(
        self,
        dates: Mapping[str, date] | None = None,
        leads: Iterable[tuple[str, str | None]] = (),
        settings: Settings | None = None,
        drawer: Drawer | None = None,
    ) -> None:
        """`dates` has the day on which what stands at an address last changed, if it was published.

        `leads` are addresses that no record stands at any more, each with the one to go on to; `settings`
        name the dossier; `drawer` may have pages of it from before.
        """
        self._dates = dates or {}
        self._leads = tuple(leads)
        self._settings = settings or Settings()
        self._drawer = drawer or Drawer()
        self._answers: Answers | None = None
        self._feed = feed.Feed(self._settings.called)
        self._pictured: share_image.Told | None = None
        self._picture: Callable[[], bytes] = bytes
        """Waits until what is pictured is painted."""

    @property
    def catalogue(self) -> Catalogue | None:
        """What the pages were last drawn from."""
        return None if self._answers is None else self._answers.catalogue

    def paint(self, dossier: Dossier) -> None:
        """Begins the picture of a dossier, on another core if there is one: words alone change nothing."""
        told = share_image.told(dossier, self._settings.called)
        if told != self._pictured:
            self._pictured, self._picture = told, cache(beside(partial(share_image.painted, told)))

    def files(self, dossier: Dossier, data: Mapping[str, bytes] | None = None) -> Files:
        """Content by path under `docs/`: pages, data, feed and pictures; the same bytes for the same dossier.

        `data` are its data files if they were made already.
        """
        self.paint(dossier)
        drawings, self._answers = plan_pages(dossier, self._settings, self._leads, self._answers)
        drawn = self._drawer.draw(drawings, self._answers, self._dates, repr(self._settings))
        pages = [each.page for each in drawn]
        titles = {url_of(page.path): page.title for page in pages}
        gone = list(gone_pages((each for each in self._leads if "#" not in each[0]), titles))
        return Files(
            {
                **{each.page.path: each for each in drawn},
                **{page.path: render(page).encode() for page in gone},
                **(data_files(dossier) if data is None else data),
                feed.PATH: self._feed.render((*pages, *gone)).encode(),
                share_image.PATH: self._picture(),
            }
        )


def make_files(dossier: Dossier, dates: Mapping[str, date] | None = None) -> Files:
    """The files of a dossier, made once."""
    return Making(dates).files(dossier)


def data_files(dossier: Dossier, writing: Writing | None = None) -> dict[str, bytes]:
    """The data that stand beside the pages, by path under `docs/`.

    `writing` has written them of a dossier that differs from this one in few records.
    """
    others = export(dossier, sorted(WITH_THE_PAGES - {"json"}))
    return (writing or Writing()).export(dossier) | others


def figures_file(figures: Iterable[ShownOf]) -> dict[str, bytes]:
    """The page of how much is shown, which can be made only when all else has been measured."""
    page = shown_page(figures)
    return {page.path: render(page).encode()}
