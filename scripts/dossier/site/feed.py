"""The Atom feed: what is in the dossier, the latest first, each entry with the actors it tells of.

An entry is dated by the ledger: the day its record last changed. What was never released has no such day
and carries that of the latest article it rests on. Its id holds a fingerprint of the record: a corrected
record is a new entry to a feed reader. Where the site is published is not known here: `finish.feeds` makes
ids and links of its address, and of this one feed those of the actors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from dossier.site.pages.document import Page
from dossier.site.pages.notices import plain
from dossier.site.render import macro, render_template

PATH = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    id: str
    title: str
    href: str
    updated: str
    summary: str
    kind: str
    about: tuple[str, ...]


def render_feed(pages: Iterable[Page], called: str = "Dossier") -> str:
    """The feed of the pages that rest on an article; articles come first among those of the same day.

    `called` is what the site is called.
    """
    return Feed(called).render(pages)


class Feed:
    """Renders the feed; again of the same pages and a few others, only the entries of these."""

    def __init__(self, called: str = "Dossier") -> None:
        self._called = called
        self._rendered = macro("feed_entry.xml.jinja", "entry_of")
        self._hidden: frozenset[str] = frozenset()
        self._known: dict[str, tuple[Page, Markup]] = {}
        """By path, a page and its entry."""

    def render(self, pages: Iterable[Page]) -> str:
        """The same as the function."""
        pages = tuple(pages)
        hidden = frozenset(_address(page) for page in pages if not page.listed)
        if hidden != self._hidden:
            self._hidden, self._known = hidden, {}
        dated = [(page.updated, page) for page in pages if page.updated is not None and page.listed]
        dated.sort(key=lambda item: (item[0], item[1].kind == "article"), reverse=True)
        entries = [self._entry(page, day) for day, page in dated]
        updated = _moment(dated[0][0] if dated else date(1970, 1, 1))
        return render_template(
            "feed.xml.jinja",
            id=_urn("feed"),
            called=self._called,
            updated=updated,
            entries=Markup("").join(entries),
        )

    def _entry(self, page: Page, day: date) -> Markup:
        known = self._known.get(page.path)
        if known is None or known[0] is not page:
            known = self._known[page.path] = (page, self._rendered(_entry(page, day, self._hidden)))
        return known[1]


def _address(page: Page) -> str:
    return f"{page.path.removesuffix('.md')}/"


def _entry(page: Page, day: date, hidden: Collection[str]) -> _Entry:
    return _Entry(
        id=_urn(f"{page.path}#{page.version}"),
        title=page.title,
        href=_address(page),
        updated=_moment(day),
        summary=" ".join([*map(plain, page.notices), page.description]),
        kind=page.kind_label,
        about=tuple(each for each in page.about if each not in hidden),
    )


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'dossier:{name}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
