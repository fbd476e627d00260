"""Pages to their Markdown, each drawn again only when an answer to what it asked of the dossier is another.

This is the one place that decides what is stale. A page is kept with the questions it asked (`pages.asking`)
and one digest of the answers (`pages.answers`), of what was decided about it before, of the settings and, by
the file's name, of the program. What can't be read is drawn again.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition
from dossier.site.pages.addresses import url_of
from dossier.site.pages.answers import Answers, Told
from dossier.site.pages.asking import Drawing, Question
from dossier.site.pages.document import Page
from dossier.site.pages.notices import plain
from dossier.site.render import render

_NAME = "pages"
_AT_ONCE = 500
"""Pages that are looked for at once: what is kept of all would take as much as they do."""
_SIZE = 4
"""Bytes that tell how long what is told of a page is."""
_DRAWS = ("site", "exports", "assembly", "seeds", "facts.py", "model.py")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is written."""

    page: Page
    """Without blocks, sections, citation and linked data: what lists and feeds tell of it."""
    packed: bytes
    """As it is kept: of all pages the texts would take more than all else."""
    digest: bytes
    """Of its Markdown, so that nobody unpacks it who only asks whether it is another."""

    @property
    def text(self) -> bytes:
        """Its Markdown."""
        return zlib.decompress(_parts(self.packed)[1])


class _Stood(NamedTuple):
    """A page as it was drawn last, and what of."""

    given: bytes
    """Digest of what was decided about it before."""
    asked: array[int]
    """The questions in short: two that look the same here only have a page looked at again."""
    drawn: Drawn


class Drawer:
    """Draws pages, and keeps them for the next time and, where it has a file, for the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._file = file
        self._kept: dict[str, bytes] = {}
        """What is kept where there is no file, by path."""
        self._new: dict[bytes, bytes] = {}
        """What is not yet in the file, by digest of the path."""
        self._told = Told()
        self._stood: dict[str, _Stood] = {}
        """By path, the pages as they were drawn last, and of which edition of the answers."""
        self._edition: object = None
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
        stood, stale = self._standing(answers)
        self._stood, made = {}, []
        for first in range(0, len(drawings), _AT_ONCE):
            some = []
            for drawing in drawings[first : first + _AT_ONCE]:
                day = dates.get(url_of(drawing.path))
                given = f"{common}\n{day}\n{drawing.given}"
                key, last = digest(given), stood.get(drawing.path)
                if last and last.given == key and stale.isdisjoint(last.asked):
                    self._stood[drawing.path] = last
                else:
                    some.append((drawing, day, given, key))
            kept = self._known([drawing.path for drawing, *_ in some])
            for drawing, day, given, key in some:
                found = _unpacked(kept.get(drawing.path), given, answers)
                if found is None:
                    found = _drawn(drawing, day, given, answers)
                    self._take(drawing.path, found[0].packed)
                self._stood[drawing.path] = _Stood(key, array("I", map(_short, found[1])), found[0])
            self._store()
            made += [self._stood[drawing.path].drawn for drawing in drawings[first : first + _AT_ONCE]]
        self._edition = answers.edition
        answers.settle()
        return made

    def _standing(self, answers: Answers) -> tuple[Mapping[str, _Stood], Set[int]]:
        """The pages that stand if nothing else is asked, and what may be answered otherwise, in short."""
        edition, stale = answers.since or (None, frozenset())
        if edition is None or edition is not self._edition:
            return {}, frozenset()
        return self._stood, frozenset(map(_short, stale))

    def _take(self, path: str, packed: bytes) -> None:
        """Keeps a page that was drawn."""
        self.drawn.append(path)
        if self._file:
            self._new[digest(path)] = packed
        else:
            self._kept[path] = packed

    def _store(self) -> None:
        if self._file and self._new:
            self._file.store(self._new, anew=True)
            self._new = {}

    def keep(self) -> None:
        """Leaves what was drawn to the next build, and nothing of what other programs drew."""
        if self._file and self.drawn:
            self._file.remove_others(f"{_NAME}-*")

    def _known(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """What is kept of some pages, by path."""
        if self._file is None:
            return self._kept
        by_digest = {digest(path): path for path in paths}
        return {by_digest[key]: row for key, row in self._file.find(list(by_digest)).items()}


def _short(question: Question) -> int:
    """A number of 32 bits for a question, the same as long as this process runs."""
    return hash(question) & 0xFFFFFFFF


_Found = tuple[Drawn, Sequence[Question]]
"""A page and what it asked."""


def _drawn(drawing: Drawing, day: date | None, given: str, answers: Answers) -> _Found:
    """A page drawn now."""
    with answers.catalogue.notes.listening() as asked:
        page = drawing.make()
    page = replace(page, updated=day or page.updated, changed=day) if page.updated else page
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
    head = {"of": _fingerprint(given, questions, answers), "asks": questions, "page": _told(bare)}
    told_apart = digest_of_bytes(text)
    head["text"] = told_apart.hex()
    told = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    head_packed = zlib.compress(told, 1)
    packed = len(head_packed).to_bytes(_SIZE) + head_packed + zlib.compress(text, 1)
    return Drawn(bare, packed, told_apart), questions


def _unpacked(packed: bytes | None, given: str, answers: Answers) -> _Found | None:
    """A page as it was kept, where it would be drawn the same now."""
    if packed is None:
        return None
    try:
        kept = json.loads(zlib.decompress(_parts(packed)[0]))
        questions = [(kind, about) for kind, about in kept["asks"]]
        if kept["of"] != _fingerprint(given, questions, answers):
            return None
        return Drawn(_page(kept["page"]), packed, bytes.fromhex(kept["text"])), questions
    except (zlib.error, ValueError, KeyError, TypeError):
        return None  # cut short, or of another shape


def _parts(packed: bytes) -> tuple[memoryview, memoryview]:
    """What is told of a page and its Markdown, packed apart: of most pages nobody asks for the second."""
    view = memoryview(packed)
    stop = _SIZE + int.from_bytes(view[:_SIZE])
    return view[_SIZE:stop], view[stop:]


def _fingerprint(given: str, questions: Iterable[Question], answers: Answers) -> str:
    return digest(given).hex() + answers.digest(questions).hex()


def _told(page: Page) -> dict[str, Any]:
    """The fields of a bare page, as JSON has them."""
    return {
        "path": page.path,
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "kind_label": page.kind_label,
        "notices": page.notices,
        "toc": page.toc,
        "updated": page.updated and page.updated.isoformat(),
        "changed": page.changed and page.changed.isoformat(),
        "listed": page.listed,
        "version": page.version,
        "about": page.about,
    }


def _page(told: dict[str, Any]) -> Page:
    """The bare page of these fields.

    Raises TypeError or ValueError for others.
    """
    days = {name: told[name] and date.fromisoformat(told[name]) for name in ("updated", "changed")}
    notices = tuple(tuple(notice) for notice in told["notices"])
    return Page(**{**told, **days, "notices": notices, "about": tuple(told["about"])})
