"""What is kept of pages that were drawn: who asked what, which answers they got, and what lists tell of them.

All pages are one row of bytes, in which each question and the digest of its answer stand once, however many
pages asked: whether they stand is found by a look at each question, not at each page. Their Markdown stands
elsewhere: of most pages nobody asks for it.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple

from dossier.reading.digest_cache import digest_of_bytes
from dossier.site.pages.asking import Question
from dossier.site.pages.document import Page

_DIGEST = 16
"""Bytes of a digest."""
_SIZE = 4
"""Bytes that tell how long the words of a row are."""
_PLACE = "I"
_WASTE = 4
"""Questions that nobody asks any more are let go of where they are more than one of so many."""
_TOLD = (
    "title",
    "description",
    "kind",
    "kind_label",
    "notices",
    "toc",
    "updated",
    "changed",
    "listed",
    "version",
    "about",
)
"""The fields of a bare page: without blocks, sections, citation and linked data."""
_DAYS = frozenset(("updated", "changed"))
Answer = Callable[[str, Sequence[str]], list[bytes]]
"""Gives the digests of the answers to some questions of one kind."""


class StoodPage(NamedTuple):
    """A page as it was drawn."""

    given: bytes
    """Digest of what was decided about it before."""
    digest: bytes
    """Of its Markdown."""
    page: Page
    """Without blocks, sections, citation and linked data: what lists and feeds tell of it."""
    asked: array[int]
    """The numbers of its questions."""


class _Run(NamedTuple):
    """Questions of one kind, numbered one after the other."""

    kind: str
    abouts: list[str]
    answered: bytes
    """The digests of their answers, one after the other."""


class Numbers:
    """Numbers for questions, by when they were first asked: a question takes a hundred bytes."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, int]] = defaultdict(dict)
        self.count = 0

    def of(self, questions: Iterable[Question]) -> array[int]:
        """The numbers of some questions."""
        found = array(_PLACE)
        for kind, about in questions:
            known = self._of[kind]
            number = known.get(about)
            if number is None:
                number = known[about] = self.count
                self.count += 1
            found.append(number)
        return found

    def by_kind(self) -> Iterable[tuple[str, dict[str, int]]]:
        """What questions of each kind are about, with their numbers."""
        return self._of.items()


class Pages:
    """All pages as they stood, and the answers that they got."""

    def __init__(self, runs: Sequence[_Run] = (), rows: Mapping[str, StoodPage] | None = None) -> None:
        self._runs = list(runs)
        self._rows = rows or {}

    def stale(self, answer: Answer, among: Set[Question] | None = None) -> frozenset[int]:
        """The numbers of the questions that are answered otherwise now, which from now on is known.

        `among` are those alone that may be; None for all.
        """
        found: set[int] = set()
        first = 0
        for number, (kind, abouts, known) in enumerate(self._runs):
            places: Iterable[int] = range(len(abouts))
            if among is not None:
                places = [place for place, about in enumerate(abouts) if (kind, about) in among]
            asked = abouts if among is None else [abouts[place] for place in places]
            now = answer(kind, asked)
            if among is not None or b"".join(now) != known:
                answered = bytearray(known)
                for place, each in zip(places, now, strict=True):
                    at = slice(_DIGEST * place, _DIGEST * (place + 1))
                    if each != known[at]:
                        found.add(first + place)
                        answered[at] = each
                self._runs[number] = _Run(kind, abouts, bytes(answered))
            first += len(abouts)
        return frozenset(found)

    def standing(self, path: str, given: bytes, stale: frozenset[int]) -> StoodPage | None:
        """A page that would be drawn the same, of what is given now and with some answers others."""
        row = self._rows.get(path)
        return row if row is not None and row.given == given and stale.isdisjoint(row.asked) else None

    def packed(
        self, stood: Sequence[StoodPage], drawn: Sequence[StoodPage], numbers: Numbers, answer: Answer
    ) -> bytes:
        """As a row of bytes: pages of these that stood, and others with questions numbered by `numbers`."""
        runs, become = self._with(numbers, answer)
        pages = [*stood, *(each._replace(asked=_renumbered(each.asked, become)) for each in drawn)]
        asked = [each.asked for each in pages]
        kept = bytearray(sum(len(run.abouts) for run in runs))
        for number in {number for each in asked for number in each}:
            kept[number] = 1
        if sum(kept) * _WASTE < len(kept) * (_WASTE - 1):
            become = array(_PLACE, accumulate(kept, initial=0))
            asked = [_renumbered(each, become) for each in asked]
            runs = list(_only(runs, kept))
        told = {
            "asked": [(run.kind, run.abouts) for run in runs],
            "pages": [(each.page.path, *_told(each.page)) for each in pages],
            "counts": [len(each) for each in asked],
        }
        words = zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
        row = b"".join(
            (
                len(words).to_bytes(_SIZE),
                words,
                *(run.answered for run in runs),
                *(each.given + each.digest for each in pages),
                *(each.tobytes() for each in asked),
            )
        )
        return digest_of_bytes(row) + row

    def _with(self, numbers: Numbers, answer: Answer) -> tuple[list[_Run], array[int]]:
        """The questions with those of others, and the numbers that these have among them."""
        become = array(_PLACE, bytes(array(_PLACE).itemsize * numbers.count))
        runs, first = list(self._runs), sum(len(run.abouts) for run in self._runs)
        asked = dict(numbers.by_kind())
        known: dict[str, set[str]] = defaultdict(set)
        at = 0
        for kind, abouts, _ in self._runs:
            of_kind = asked.get(kind, {})
            for place, about in enumerate(abouts, at) if of_kind else ():
                if about in of_kind:
                    become[of_kind[about]] = place
                    known[kind].add(about)
            at += len(abouts)
        for kind, of_kind in asked.items():
            more = [about for about in of_kind if about not in known[kind]]
            for place, about in enumerate(more, first):
                become[of_kind[about]] = place
            runs.append(_Run(kind, more, b"".join(answer(kind, more))))
            first += len(more)
        return [run for run in runs if run.abouts], become


def _renumbered(asked: array[int], become: array[int]) -> array[int]:
    return array(_PLACE, [become[number] for number in asked])


def _only(runs: Iterable[_Run], kept: bytearray) -> Iterable[_Run]:
    """Runs without the questions that are not kept."""
    first = 0
    for kind, abouts, answered in runs:
        places = [place for place in range(len(abouts)) if kept[first + place]]
        digests = (answered[_DIGEST * place : _DIGEST * (place + 1)] for place in places)
        yield _Run(kind, [abouts[place] for place in places], b"".join(digests))
        first += len(abouts)


def unpacked(row: bytes | None) -> Pages:
    """The pages of a row; none for no row, and for one that can't be read."""
    try:
        return _read(row) if row else Pages()
    except (zlib.error, ValueError, KeyError, TypeError):
        return Pages()  # of another shape


def _read(row: bytes) -> Pages:
    """The pages of a row.

    Raises ValueError, TypeError, KeyError or zlib.error for what is none.
    """
    if digest_of_bytes(row[_DIGEST:]) != row[:_DIGEST]:
        raise ValueError("cut short")
    at = _DIGEST + _SIZE
    stop = at + int.from_bytes(row[_DIGEST:at])
    told = json.loads(zlib.decompress(row[at:stop]))
    at, runs = stop, []
    for kind, abouts in told["asked"]:
        stop = at + _DIGEST * len(abouts)
        runs.append(_Run(kind, abouts, row[at:stop]))
        at = stop
    asked = array(_PLACE, row[at + 2 * _DIGEST * len(told["pages"]) :])
    rows, first = {}, 0
    for (path, *fields), count in zip(told["pages"], told["counts"], strict=True):
        given, known = row[at : at + _DIGEST], row[at + _DIGEST : at + 2 * _DIGEST]
        rows[path] = StoodPage(given, known, _page(path, fields), asked[first : first + count])
        at, first = at + 2 * _DIGEST, first + count
    return Pages(runs, rows)


def _told(page: Page) -> list[Any]:
    """The fields of a bare page, as JSON has them; its path is told beside."""
    told = {name: getattr(page, name) for name in _TOLD}
    return [value and value.isoformat() if name in _DAYS else value for name, value in told.items()]


def _page(path: str, fields: Sequence[Any]) -> Page:
    """The bare page of these fields.

    Raises TypeError or ValueError for others.
    """
    told = dict(zip(_TOLD, fields, strict=True))
    for name in _DAYS:
        told[name] = told[name] and date.fromisoformat(told[name])
    told["notices"] = tuple(map(tuple, told["notices"]))
    return Page(path=path, **{**told, "about": tuple(told["about"])})
