"""Pages to their Markdown, each drawn again only when an answer to what it asked of the dossier is another.

This is the one place that decides what is stale. A page is kept with the questions it asked (`pages.asking`);
with many others (`stood`) the digests of the answers (`pages.answers`), of what was decided about it before,
of the settings and, by the file's name, of the program. Each question is answered once, and a page that none
asks for again is not even read. What can't be read is drawn again.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition
from dossier.site.pages.addresses import url_of
from dossier.site.pages.answers import Answers, Told
from dossier.site.pages.asking import Drawing, Question
from dossier.site.pages.document import Page
from dossier.site.pages.notices import plain
from dossier.site.render import render
from dossier.site.stood import StoodPage, packed, unpacked

_NAME = "pages"
_GROUPS = 64
"""Pages are known in so many groups, by digests of their paths; where one is drawn its group is kept anew."""
_AT_ONCE = 16
"""Groups that are looked for at once: what is kept of all would take as much as they do."""
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


class _Stood(NamedTuple):
    """A page as it was drawn last, and what of."""

    given: bytes
    """Digest of what was decided about it before."""
    asked: array[int]
    """The questions in short: two that look the same here only have a page looked at again."""
    drawn: Drawn


class _Place(Protocol):
    """Where pages are kept, by digests of their paths, and what is known of groups of them."""

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


class _Task(NamedTuple):
    """A page to be drawn, or to be found as it was."""

    drawing: Drawing
    day: date | None
    given: bytes
    """Digest of what was decided about it before."""


class Drawer:
    """Draws pages, and keeps them for the next time and, where it has a file, for the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._kept: _Place = file or _Held()
        self._told = Told()
        self._stood: dict[str, _Stood] = {}
        """By path, the pages as they were drawn last, and of which edition of the answers."""
        self._edition: object = None
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
        if answers.since is None:
            answers.ahead()
        stood, stale = self._standing(answers)
        self._stood, self._ahead = {}, {}
        self._paths = [drawing.path for drawing in drawings]
        self._order = {path: place for place, path in enumerate(self._paths)}
        groups: dict[int, list[_Task]] = defaultdict(list)
        for drawing in drawings:
            day = dates.get(url_of(drawing.path))
            given = digest(f"{common}\n{day}\n{drawing.given}")
            last = stood.get(drawing.path)
            if last and last.given == given and stale.isdisjoint(last.asked):
                self._stood[drawing.path] = last
            else:
                group = digest(drawing.path)[0] % _GROUPS
                groups[group].append(_Task(drawing, day, given))
        numbers = list(groups)
        for first in range(0, len(numbers), _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            rows = self._kept.find([_key(number) for number in some])
            new: dict[bytes, bytes] = {}
            for number in some:
                new |= self._drawn_of(number, groups[number], rows.get(_key(number)), answers)
            if new:
                self._kept.store(new, anew=True)
        self._edition = answers.edition
        answers.settle()
        return [self._stood[drawing.path].drawn for drawing in drawings]

    def _drawn_of(
        self, number: int, tasks: Sequence[_Task], row: bytes | None, answers: Answers
    ) -> dict[bytes, bytes]:
        """Finds or draws the pages of one group; what is to be kept of it anew."""
        group = unpacked(row)
        stale = group.stale(answers.digests)
        fresh: dict[str, StoodPage] = {}
        new: dict[bytes, bytes] = {}
        for drawing, day, given in tasks:
            path = drawing.path
            if group.stands(path, given, stale):
                page = group.page(path)
                markdown: bytes | Callable[[], bytes] = partial(self._text, drawing, day, page.digest)
            else:
                page, markdown = _drawn(drawing, day, given, answers)
                fresh[path], new[digest(path)] = page, markdown
            found = Drawn(page.page, page.digest, markdown)
            self._stood[path] = _Stood(given, array("I", map(_short, page.asked)), found)
        if fresh:
            self.drawn += fresh
            kept = {path: group.page(path) for path in group if path in self._order and path not in fresh}
            new[_key(number)] = packed(kept | fresh, answers.digests)
        return new

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

    def _standing(self, answers: Answers) -> tuple[Mapping[str, _Stood], Set[int]]:
        """The pages that stand if nothing else is asked, and what may be answered otherwise, in short."""
        edition, stale = answers.since or (None, frozenset())
        if edition is None or edition is not self._edition:
            return {}, frozenset()
        return self._stood, frozenset(map(_short, stale))

    def keep(self) -> None:
        """Leaves what was drawn to the next build, and nothing of what other programs drew."""
        if self.drawn:
            self._kept.remove_others(f"{_NAME}-*")


def _key(group: int) -> bytes:
    """What is known of a group of pages is kept under this."""
    return digest(f"group {group}")


def _short(question: Question) -> int:
    """A number of 32 bits for a question, the same as long as this process runs."""
    return hash(question) & 0xFFFFFFFF


def _dated(page: Page, day: date | None) -> Page:
    return replace(page, updated=day or page.updated, changed=day) if page.updated else page


def _drawn(drawing: Drawing, day: date | None, given: bytes, answers: Answers) -> tuple[StoodPage, bytes]:
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
    questions = sorted({*drawing.asks, *asked})
    return StoodPage(given, digest_of_bytes(text), bare, questions), zlib.compress(text, 1)
