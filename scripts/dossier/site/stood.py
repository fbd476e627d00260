"""What is kept of pages that were drawn: who asked what, which answers they got, and what lists tell of them.

Each question stands once, with a number and the digest of its answer, however many pages asked; pages are
known in groups, by the numbers of their questions. So whether all pages stand is found by a look at each
question, and only groups of which a page was drawn are made anew. Their Markdown stands elsewhere: of most
pages nobody asks for it.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeGuard

from dossier.reading.digest_cache import digest_of_bytes
from dossier.site.pages.asking import Question
from dossier.site.pages.document import Page

_DIGEST = 16
"""Bytes of a digest."""
_SIZE = 4
"""Bytes that tell how long the words of a row are."""
_NUMBER = "I"
_MOST_RUNS = 500
"""Each build adds some; more are put together."""
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


class Numbers:
    """Numbers for questions, by when they were first asked: a question takes a hundred bytes."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, int]] = defaultdict(dict)
        self.count = 0

    def of(self, questions: Iterable[Question]) -> array[int]:
        """The numbers of some questions."""
        found = array(_NUMBER)
        for kind, about in questions:
            known = self._of[kind]
            number = known.get(about)
            if number is None:
                number = known[about] = self.count
                self.count += 1
            found.append(number)
        return found

    def taking(self, others: Numbers) -> array[int]:
        """The number here of each question that others number."""
        asked: list[Question] = [("", "")] * others.count
        for kind in others.kinds():
            for about, number in others.of_kind(kind).items():
                asked[number] = kind, about
        return self.of(asked)

    def of_kind(self, kind: str) -> Mapping[str, int]:
        """What questions of a kind are about, with their numbers."""
        return self._of[kind]

    def kinds(self) -> list[str]:
        """The kinds of the questions."""
        return list(self._of)


class _Run(NamedTuple):
    """Questions of one kind, numbered one after the other."""

    kind: str
    size: int
    words: bytes
    """What they are about, packed: of all at once it would take as much as all pages."""
    answered: bytes
    """The digests of their answers, one after the other."""

    @classmethod
    def of(cls, kind: str, abouts: Sequence[str], answered: bytes) -> _Run:
        return cls(kind, len(abouts), _worded(abouts), answered)

    @property
    def abouts(self) -> list[str]:
        found: list[str] = _words(self.words)
        return found


class Questions:
    """All questions that pages asked, by their numbers, and the answers that they got."""

    def __init__(self, runs: Sequence[_Run] = (), sound: int = 0) -> None:
        """`sound`: how many of them, the first, were asked when they were numbered last."""
        self._runs = runs
        self._sound = sound

    @cached_property
    def row(self) -> bytes:
        """These in bytes."""
        heads = [(run.kind, run.size, len(run.words)) for run in self._runs]
        parts = [part for run in self._runs for part in (run.words, run.answered)]
        return _sealed(_worded({"sound": self._sound, "runs": heads}), *parts)

    @property
    def known_by(self) -> bytes:
        """What a group is kept with whose pages asked by these numbers, and got these answers."""
        return self.row[:_DIGEST]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(run.size for run in self._runs)

    def __iter__(self) -> Iterator[Question]:
        return ((run.kind, about) for run in self._runs for about in run.abouts)

    def asked_again(
        self, answer: Answer, among: Set[Question] | None = None
    ) -> tuple[Questions, frozenset[int]]:
        """The same with the answers that they get now, and the numbers of those that get another.

        `among` are those alone that may; None for all.
        """
        found: set[int] = set()
        runs: list[_Run] = []
        first = 0
        for run in self._runs:
            abouts = run.abouts
            places: Iterable[int] = range(run.size)
            if among is not None:
                places = [place for place, about in enumerate(abouts) if (run.kind, about) in among]
                abouts = [abouts[place] for place in places]
            now = answer(run.kind, abouts)
            answered = bytearray(run.answered)
            is_same = among is None and b"".join(now) == run.answered
            for place, each in () if is_same else zip(places, now, strict=True):
                at = slice(_DIGEST * place, _DIGEST * (place + 1))
                if each != run.answered[at]:
                    found.add(first + place)
                    answered[at] = each
            runs.append(run._replace(answered=bytes(answered)))
            first += run.size
        return (Questions(runs, self._sound) if found else self), frozenset(found)

    def with_more(self, numbers: Numbers, answer: Answer) -> tuple[Questions, array[int]]:
        """These and others, and the number here of each of those."""
        become = array(_NUMBER, bytes(array(_NUMBER).itemsize * numbers.count))
        known: dict[str, set[str]] = defaultdict(set)
        first = 0
        for run in self._runs:
            asked = numbers.of_kind(run.kind)
            for number, about in enumerate(run.abouts, first) if asked else ():
                if about in asked:
                    become[asked[about]] = number
                    known[run.kind].add(about)
            first += run.size
        runs = list(self._runs)
        for kind in numbers.kinds():
            asked = numbers.of_kind(kind)
            more = [about for about in asked if about not in known[kind]]
            for number, about in enumerate(more, first):
                become[asked[about]] = number
            first += len(more)
            if more:
                runs.append(_Run.of(kind, more, b"".join(answer(kind, more))))
        return Questions(runs, self._sound or first), become

    @property
    def is_wasteful(self) -> bool:
        """Whether so many came in that as many may be asked no more."""
        return self.count > 2 * self._sound or len(self._runs) > _MOST_RUNS

    def without(self, kept: bytearray) -> tuple[Questions, array[int]]:
        """Those that are `kept`, by number, those of a kind together; and the number that each has then."""
        become = array(_NUMBER, bytes(array(_NUMBER).itemsize * len(kept)))
        by_kind: dict[str, list[tuple[int, _Run]]] = defaultdict(list)
        first = at = 0
        for run in self._runs:
            by_kind[run.kind].append((first, run))
            first += run.size
        runs = []
        for kind, some in by_kind.items():
            abouts: list[str] = []
            answered: list[bytes] = []
            for first, run in some:
                told = run.abouts
                for place in range(run.size):
                    if kept[first + place]:
                        become[first + place] = at + len(abouts)
                        abouts.append(told[place])
                        answered.append(run.answered[_DIGEST * place : _DIGEST * (place + 1)])
            at += len(abouts)
            if abouts:
                runs.append(_Run.of(kind, abouts, b"".join(answered)))
        return Questions(runs, at), become


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

    def renumbered(self, become: array[int]) -> StoodPage:
        """The same with other numbers for its questions."""
        return self._replace(asked=array(_NUMBER, [become[number] for number in self.asked]))


class Group:
    """Some pages as they stood."""

    def __init__(self, pages: Iterable[StoodPage] = ()) -> None:
        self._pages = {each.page.path: each for each in pages}

    def standing(self, path: str, given: bytes, stale: frozenset[int]) -> StoodPage | None:
        """A page that would be drawn the same, of what is given now and with some answers others."""
        row = self._pages.get(path)
        return row if row is not None and row.given == given and stale.isdisjoint(row.asked) else None

    def __iter__(self) -> Iterator[StoodPage]:
        return iter(self._pages.values())

    def packed(self, questions: Questions) -> bytes:
        """As a row of bytes, of the numbers of these questions."""
        told = [(each.page.path, len(each.asked), *_told(each.page)) for each in self]
        digests = (each.given + each.digest for each in self)
        asked = (each.asked.tobytes() for each in self)
        return questions.known_by + _sealed(_worded(told), *digests, *asked)


def questions_of(row: bytes | None) -> Questions:
    """The questions of a row; none for no row, and for one that can't be read."""
    try:
        return _questions(row) if row else Questions()
    except (zlib.error, ValueError, KeyError, TypeError):
        return Questions()  # of another shape


def _questions(row: bytes) -> Questions:
    """Raises ValueError, TypeError, KeyError or zlib.error for a row of something else."""
    told, at = _unsealed(row)
    runs = []
    for kind, count, size in told["runs"]:
        stop = at + size + _DIGEST * count
        runs.append(_Run(kind, count, row[at : at + size], row[at + size : stop]))
        at = stop
    return Questions(runs, told["sound"])


def is_of(row: bytes | None, known_by: bytes) -> TypeGuard[bytes]:
    """Whether a row is of a group of some questions and their answers."""
    return row is not None and row[:_DIGEST] == known_by


def now_of(row: bytes, questions: Questions) -> bytes:
    """The row of a group whose pages stand, by other answers or with more questions behind theirs."""
    return questions.known_by + row[_DIGEST:]


def group_of(row: bytes | None, known_by: bytes) -> Group:
    """The group of a row; an empty one for no row, for one of other questions or answers, or a broken one."""
    if not is_of(row, known_by):
        return Group()
    try:
        return _group(row[_DIGEST:])
    except (zlib.error, ValueError, KeyError, TypeError):
        return Group()  # of another shape


def _group(body: bytes) -> Group:
    """Raises ValueError, TypeError, KeyError or zlib.error for a row of something else."""
    told, at = _unsealed(body)
    asked = array(_NUMBER, body[at + 2 * _DIGEST * len(told) :])
    pages, first = [], 0
    for path, count, *fields in told:
        given, known = body[at : at + _DIGEST], body[at + _DIGEST : at + 2 * _DIGEST]
        pages.append(StoodPage(given, known, _page(path, fields), asked[first : first + count]))
        at, first = at + 2 * _DIGEST, first + count
    return Group(pages)


def _worded(told: object) -> bytes:
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _words(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


def _sealed(words: bytes, *more: bytes) -> bytes:
    """A row of words and other bytes, with its digest before it."""
    row = b"".join((len(words).to_bytes(_SIZE), words, *more))
    return digest_of_bytes(row) + row


def _unsealed(row: bytes) -> tuple[Any, int]:
    """The words of a row, and where they end.

    Raises ValueError or zlib.error for a broken one.
    """
    if digest_of_bytes(row[_DIGEST:]) != row[:_DIGEST]:
        raise ValueError("cut short")
    at = _DIGEST + _SIZE
    stop = at + int.from_bytes(row[_DIGEST:at])
    return _words(row[at:stop]), stop


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
