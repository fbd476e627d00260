"""Pages to their Markdown, each drawn again only when an answer to what it asked of the dossier is another.

This is the one place that decides what is stale. A page is kept with the questions it asked (`pages.asking`);
all others (`stood`) the digests of the answers (`pages.answers`), of what was decided about it before, of the
settings and, by the file's name, of the program. Each question is answered once, and a page that none asks
for again is not even read. What can't be read is drawn again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Protocol

from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition
from dossier.site.pages.addresses import url_of
from dossier.site.pages.answers import Answers, Told
from dossier.site.pages.asking import Drawing
from dossier.site.pages.document import Page
from dossier.site.pages.notices import plain
from dossier.site.render import render
from dossier.site.stood import Numbers, Pages, StoodPage, unpacked

_NAME = "pages"
_ALL = digest("all pages")
"""What is known of all pages is kept under this."""
_HELD = 500
"""Pages drawn anew that are held before they are kept."""
_SHORT = 16
"""Bytes with which what is kept begins, which are its digest."""
_AHEAD = 50
"""Pages that are unpacked at once where one is asked for: mostly whoever asks wants all."""
_DRAWS = ("site", "exports", "assembly", "seeds", "facts.py", "model.py")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is written."""

    page: Page
    """Without blocks, sections, citation and linked data: what lists and feeds tell of it."""
    digest: bytes
    """Of its Markdown, so that nobody unpacks it who only asks whether it is another."""
    _packed: bytes | Callable[[], bytes] = field(compare=False, repr=False)
    """The Markdown packed, or what finds it: of all pages the texts would take more than all else."""

    @property
    def text(self) -> bytes:
        """Its Markdown."""
        return zlib.decompress(self._packed) if isinstance(self._packed, bytes) else self._packed()


class _Place(Protocol):
    """Where pages are kept, by digests of their paths, and what is known of all."""

    def find(self, digests: Sequence[bytes]) -> dict[bytes, bytes]: ...

    def store(self, made: Mapping[bytes, bytes], *, anew: bool = False) -> None: ...

    def remove_others(self, names: str) -> None: ...


class _Held:
    """The same for as long as this process holds it."""

    def __init__(self) -> None:
        self.rows: dict[bytes, bytes] = {}

    def find(self, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        return {key: self.rows[key] for key in digests if key in self.rows}

    def store(self, made: Mapping[bytes, bytes], *, anew: bool = False) -> None:  # noqa: ARG002
        self.rows |= made

    def remove_others(self, names: str) -> None:
        """There are none."""


class Drawer:
    """Draws pages, and keeps them for the next time and, where it has a file, for the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._kept: _Place = file or _Held()
        self._told = Told()
        self._drawn: dict[str, Drawn] = {}
        """By path, the pages as they were drawn last, in order."""
        self._edition: object = None
        """Of the answers to which they were drawn."""
        self._row = b""
        """What then was kept of all pages, in short."""
        self._paths: list[str] = []
        """Of the pages that were drawn last, in order."""
        self._order: dict[str, int] = {}
        """By path, its place among these."""
        self._ahead: dict[str, bytes] = {}
        """By path, Markdown that is likely to be asked for next."""
        self.drawn: list[str] = []
        """Paths of the pages that were drawn and not kept from before."""

    @classmethod
    def keeping(cls) -> Drawer:
        """One that knows what the last build of this program drew."""
        return cls(DigestCache(f"{_NAME}-{edition(*_DRAWS)}", _NAME))

    def draw(
        self, drawings: Sequence[Drawing], answers: Answers, dates: Mapping[str, date], common: str
    ) -> list[Drawn]:
        """The pages, in order; `dates` has by address the day of the last change, `common` concerns all."""
        answers.told = self._told
        known, stale = self._known(answers)
        self._paths = [drawing.path for drawing in drawings]
        self._order = {path: place for place, path in enumerate(self._paths)}
        before, self._drawn, self._ahead = self._drawn, {}, {}
        stood: list[StoodPage] = []
        drawn: list[StoodPage] = []
        numbers = Numbers()
        new: dict[bytes, bytes] = {}
        for drawing in drawings:
            path, day = drawing.path, dates.get(url_of(drawing.path))
            given = digest(f"{common}\n{day}\n{drawing.given}")
            page = known.standing(path, given, stale)
            if page is not None:
                stood.append(page)
                found = Drawn(page.page, page.digest, partial(self._text, drawing, day, page.digest))
                last = before.get(path)
                self._drawn[path] = last if last is not None and last == found else found
                continue
            page, text = _drawn(drawing, day, given, answers, numbers)
            drawn.append(page)
            self._drawn[path], new[digest(path)] = Drawn(page.page, page.digest, text), text
            if len(new) == _HELD:
                self._kept.store(new, anew=True)
                new = {}
        if drawn:
            row = known.packed(stood, drawn, numbers, answers.digests)
            self._kept.store({**new, _ALL: row}, anew=True)
            self._row = row[:_SHORT]
            self.drawn += (each.page.path for each in drawn)
        self._edition = answers.edition
        answers.settle()
        return [self._drawn[path] for path in self._paths]

    def _known(self, answers: Answers) -> tuple[Pages, frozenset[int]]:
        """The pages as they stood, and the numbers of the questions that are answered otherwise now.

        Only those are asked again that may be, where nobody else has kept other pages meanwhile.
        """
        row = self._kept.find([_ALL]).get(_ALL, b"")
        edition, among = answers.since or (None, None)
        is_followed = edition is not None and edition is self._edition and row[:_SHORT] == self._row
        if answers.since is None:
            answers.ahead()
        self._row = row[:_SHORT]
        known = unpacked(row)
        return known, known.stale(answers.digests, among if is_followed else None)

    def _text(self, drawing: Drawing, day: date | None, known: bytes) -> bytes:
        """The Markdown of a page that stands, of a known digest; drawn again if it can't be read."""
        row = self._row_of(drawing.path)
        with suppress(zlib.error):
            text = zlib.decompress(row)
            if digest_of_bytes(text) == known:
                return text
        text = render(_dated(drawing.make(), day)).encode()
        self._kept.store({digest(drawing.path): zlib.compress(text, 1)}, anew=True)
        self.drawn.append(drawing.path)
        return text

    def _row_of(self, path: str) -> bytes:
        """What is kept of a page's Markdown; empty where nothing is."""
        if path not in self._ahead:
            at = self._order[path]
            keys = {digest(each): each for each in self._paths[at : at + _AHEAD]}
            self._ahead = {keys[key]: row for key, row in self._kept.find(list(keys)).items()}
        return self._ahead.pop(path, b"")

    def keep(self) -> None:
        """Leaves what was drawn to the next build, and nothing of what other programs drew."""
        if self.drawn:
            self._kept.remove_others(f"{_NAME}-*")


def _dated(page: Page, day: date | None) -> Page:
    return replace(page, updated=day or page.updated, changed=day) if page.updated else page


def _drawn(
    drawing: Drawing, day: date | None, given: bytes, answers: Answers, numbers: Numbers
) -> tuple[StoodPage, bytes]:
    """A page drawn now, and its Markdown packed."""
    with answers.catalogue.notes.listening() as asked:
        page = drawing.make()
    page = _dated(page, day)
    text = render(page).encode()
    bare = replace(
        page,
        blocks=(),
        sections=(),
        citation=None,
        linked_data={},
        names=(),
        notices=tuple((plain(notice),) for notice in page.notices),
    )
    asks = numbers.of(sorted({*drawing.asks, *asked}))
    return StoodPage(given, digest_of_bytes(text), bare, asks), zlib.compress(text, 1)
