"""What is kept of pages that were drawn: who asked what, which answers they got, and what lists tell of them.

A group of pages is one row of bytes: each question and the digest of its answer stand in it once, however
many pages asked. Their Markdown stands elsewhere: of most pages nobody asks for it.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dossier.reading.digest_cache import digest_of_bytes
from dossier.site.pages.asking import Question
from dossier.site.pages.document import Page

_DIGEST = 16
"""Bytes of a digest."""
_SIZE = 4
"""Bytes that tell how long the words of a group are."""
_PLACE = "I"
Answer = Callable[[Iterable[Question]], list[bytes]]
"""Gives the digests of the answers to some questions."""


class StoodPage(NamedTuple):
    """A page as it was drawn."""

    given: bytes
    """Digest of what was decided about it before."""
    digest: bytes
    """Of its Markdown."""
    page: Page
    """Without blocks, sections, citation and linked data: what lists and feeds tell of it."""
    asked: Sequence[Question]


class _Row(NamedTuple):
    """The same as it is kept."""

    given: bytes
    digest: bytes
    told: Mapping[str, Any]
    places: array[int]
    """Of the questions, among those of the group."""


class Group:
    """Some pages as they stood, and the answers that they got."""

    def __init__(self, questions: Sequence[Question], answered: bytes, rows: Mapping[str, _Row]) -> None:
        """`answered` are the digests of the answers, one after the other; `rows` the pages, by path."""
        self.questions = questions
        self._answered = answered
        self._rows = rows

    def stale(self, answer: Answer) -> frozenset[int]:
        """The places of the questions that are answered otherwise now."""
        now, known = answer(self.questions), self._answered
        if b"".join(now) == known:
            return frozenset()
        return frozenset(
            place for place, each in enumerate(now) if each != known[_DIGEST * place : _DIGEST * (place + 1)]
        )

    def stands(self, path: str, given: bytes, stale: frozenset[int]) -> bool:
        """Whether a page would be drawn the same, of what is given now and with some answers others."""
        row = self._rows.get(path)
        return row is not None and row.given == given and stale.isdisjoint(row.places)

    def page(self, path: str) -> StoodPage:
        """One of its pages."""
        given, known, told, places = self._rows[path]
        return StoodPage(given, known, _page(path, told), [self.questions[place] for place in places])

    def __iter__(self) -> Iterator[str]:
        """The paths of its pages."""
        return iter(self._rows)


def packed(pages: Mapping[str, StoodPage], answer: Answer) -> bytes:
    """Pages by path as a row of bytes, with the answers that they would get now."""
    places: dict[Question, int] = {}
    of = {
        path: array(_PLACE, [places.setdefault(question, len(places)) for question in each.asked])
        for path, each in pages.items()
    }
    told = {
        "asked": list(places),
        "pages": [(path, _told(each.page), len(of[path])) for path, each in pages.items()],
    }
    words = zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
    row = b"".join(
        (
            len(words).to_bytes(_SIZE),
            words,
            *answer(places),
            *(each.given + each.digest for each in pages.values()),
            *(each.tobytes() for each in of.values()),
        )
    )
    return digest_of_bytes(row) + row


def unpacked(row: bytes | None) -> Group:
    """The group of a row; an empty one for none, and for what can't be read."""
    try:
        return _read(row) if row else _EMPTY
    except (zlib.error, ValueError, KeyError, TypeError):
        return _EMPTY  # of another shape


def _read(row: bytes) -> Group:
    """The group of a row.

    Raises ValueError, TypeError, KeyError or zlib.error for what is none.
    """
    if digest_of_bytes(row[_DIGEST:]) != row[:_DIGEST]:
        raise ValueError("cut short")
    at = _DIGEST + _SIZE
    stop = at + int.from_bytes(row[_DIGEST:at])
    told = json.loads(zlib.decompress(row[at:stop]))
    questions: list[Question] = [(kind, about) for kind, about in told["asked"]]
    answered = row[stop : stop + _DIGEST * len(questions)]
    at = stop + len(answered)
    places = array(_PLACE, row[at + 2 * _DIGEST * len(told["pages"]) :])
    rows, first = {}, 0
    for path, page, count in told["pages"]:
        given, known = row[at : at + _DIGEST], row[at + _DIGEST : at + 2 * _DIGEST]
        rows[path] = _Row(given, known, page, places[first : first + count])
        at, first = at + 2 * _DIGEST, first + count
    return Group(questions, answered, rows)


_EMPTY = Group((), b"", {})


def _told(page: Page) -> dict[str, Any]:
    """The fields of a bare page, as JSON has them; its path is told beside."""
    return {
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


def _page(path: str, told: Mapping[str, Any]) -> Page:
    """The bare page of these fields.

    Raises TypeError or ValueError for others.
    """
    days = {name: told[name] and date.fromisoformat(told[name]) for name in ("updated", "changed")}
    notices = tuple(tuple(notice) for notice in told["notices"])
    return Page(path=path, **{**told, **days, "notices": notices, "about": tuple(told["about"])})
