"""Which of the articles' runs of words stand in which published file, found once for each file and run.

A run is known by a number that is made of its words alone. Of a file are kept the numbers of all its runs,
in short, so that a new run is looked for only in the files that may have it, and those of the articles' runs
that stand in it. All of it only saves time.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

from dossier.assembly.limits import Counted, windows
from dossier.assembly.published import pieces_of, texts_of
from dossier.reading.digest_cache import DigestCache, digest, digest_in, digest_of_bytes
from dossier.reading.edition import edition

_NAME = "standing"
_KEPT = digest("what stands where")
_JUDGES = ("assembly/limits.py", "assembly/published.py", "assembly/standing.py", "assembly/words.py")
_ODD = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xC2B2AE3D27D4EB4F)
"""What the numbers of words are multiplied with, by their place in a run: odd, so that none is lost."""
_WIDE, _SHORT = "Q", "I"
_ALL_BITS, _LOW_BITS = 2**64 - 1, 2**32 - 1
_KEY = 16
_HELD = 2_000
"""Files of which what was found is held before it is written."""
_Numbers: TypeAlias = "array[int]"


class _Found(NamedTuple):
    """What is known: every one of some runs was looked for in every one of some files."""

    files: dict[bytes, _Numbers]
    """By a file's key, the numbers of the runs that stand in it."""
    runs: frozenset[int]


_NOTHING = _Found({}, frozenset())


class _Cover(NamedTuple):
    """What is covered of an article."""

    counted: Counted
    placed: Collection[int]
    """Positions of the words whose place was known."""
    positions: set[int]


class _Piece(NamedTuple):
    """A piece of a file."""

    key: bytes
    """What it is known by."""
    place: slice
    """Where it stands in the file."""


class Standing:
    """Finds articles' words in files, and keeps what it found for the next time and the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._file = file
        self._found = _NOTHING if file is None else None
        self._is_new = False
        """Whether more is found than was kept."""
        self._rows: dict[bytes, bytes] = {}
        self._words: dict[str, int] = {}
        self._of_articles: dict[tuple[str, str], _Numbers] = {}
        self._covers: dict[str, _Cover] = {}
        """By article, what was covered of it the last time."""
        self._stood: set[int] = set()
        """The runs that stood in any file then."""
        self._asked: tuple[Sequence[Counted], dict[str, _Numbers], frozenset[int]] | None = None
        """The articles that were asked for last, their runs and all of these."""
        self._keys: dict[str, tuple[bytes, bytes]] = {}
        """By path of a page, the digest of its bytes and what it is known by."""
        self._within: dict[str, tuple[bytes, dict[str, _Piece]]] = {}
        """By path of another file, its bytes and its pieces: data are long."""
        self._lately = _Found({}, frozenset())
        """What was found since the articles' runs are these, in whatever files."""
        self.compared: list[str] = []
        """Paths of the files that were read, whole or for new runs."""

    @classmethod
    def keeping(cls) -> Standing:
        """One that knows what the last build found."""
        return cls(DigestCache(f"{_NAME}-{edition(*_JUDGES)}", _NAME))

    def repeated(
        self,
        counted: Sequence[Counted],
        files: Mapping[str, bytes],
        placed: Mapping[str, Collection[int]],
        *,
        whole: bool = True,
    ) -> dict[str, set[int]]:
        """By article, positions of the words outside quotations that stand in a run of words in a file.

        `placed` are, by article, the positions of the words whose place is known. Where the files are not the
        `whole` of them, what is found is only known until all are looked through.
        """
        runs, every = self._runs_of_all(counted)
        before = self._known()
        if self._lately.runs is not every and self._lately.runs != every:
            self._lately = _Found({}, every)
        found = self._compared(every, before, files)
        self._lately.files.update(found)
        if whole and (found.keys() != before.files.keys() or before.runs != every):
            self._found, self._is_new = _Found(found, every), True
        stands = set(chain.from_iterable(found.values()))
        turned, covers = stands ^ self._stood, {}
        for each in counted:
            id = each.article.id
            covers[id] = self._cover_of(each, runs[id], stands, turned, placed.get(id, ()))
        self._stood, self._covers = stands, covers
        return {id: set(cover.positions) for id, cover in covers.items()}

    def _cover_of(
        self,
        counted: Counted,
        own: _Numbers,
        stands: Collection[int],
        turned: Set[int],
        placed: Collection[int],
    ) -> _Cover:
        """What is covered of an article: the same as the last time where none of its `own` runs has `turned`.

        Those are the runs that stand now and did not, or the other way round.
        """
        last = self._covers.get(counted.article.id)
        is_same = last is not None and last.counted is counted and turned.isdisjoint(own)
        if last is not None and is_same and (last.placed is placed or last.placed == placed):
            return last
        return _Cover(counted, placed, counted.covered(own, stands, placed))

    def _runs_of_all(self, counted: Sequence[Counted]) -> tuple[dict[str, _Numbers], frozenset[int]]:
        """The runs of each article, and of all: of the same articles as before the same."""
        if self._asked is None or self._asked[0] is not counted:
            runs = {each.article.id: self._runs_of(each) for each in counted}
            self._asked = (counted, runs, frozenset(chain.from_iterable(runs.values())))
        return self._asked[1:]

    def _runs_of(self, counted: Counted) -> _Numbers:
        """The numbers of an article's runs, which stay while it is the same article."""
        key = (counted.article.id, counted.article.text.text)
        if key not in self._of_articles:
            self._of_articles[key] = self._numbers(counted.plain)
        return self._of_articles[key]

    def keep(self) -> None:
        """Keeps what was found for the next build."""
        if self._is_new and self._found:
            self._rows[_KEPT], self._is_new = _packed(self._found), False
        if self._file and self._rows:
            self._file.store(self._rows, anew=True)
            self._file.remove_others(f"{_NAME}-*")
            self._rows.clear()

    def _compared(
        self, runs: frozenset[int], before: _Found, files: Mapping[str, bytes]
    ) -> dict[bytes, _Numbers]:
        """By key of a file, what stands in it: in files known before only the new runs are looked for."""
        keys, cut = {}, {}
        for file in files:
            if known_digest := digest_in(files, file):
                keys[file] = self._key_of(file, known_digest)
                continue
            for path, piece in self._pieces_within(file, files[file]).items():
                keys[path], cut[path] = piece.key, (file, piece.place)
        found = {key: self._lately.files[key] for key in keys.values() if key in self._lately.files}
        known = {path: key for path, key in keys.items() if key in before.files and key not in found}
        found |= {key: before.files[key] for key in known.values()}
        new = runs - before.runs
        having = set(self._having(new, known))
        for path, key in keys.items():
            if path not in having and key in found:
                continue
            self.compared.append(path)
            file, place = cut.get(path, (path, slice(None)))
            of_file = self._of_file(path, files[file][place])
            if path in having:
                found[key] = found[key] + _among(new, of_file)
            else:
                found[key] = _among(runs, of_file)
                self._rows[key] = _row(of_file)
                self._let_go()
        return found

    def _key_of(self, file: str, digest: bytes) -> bytes:
        """What a file with a known digest is known by."""
        known = self._keys.get(file)
        if known is None or known[0] != digest:
            known = self._keys[file] = (digest, _key(file, digest))
        return known[1]

    def _pieces_within(self, file: str, data: bytes) -> dict[str, _Piece]:
        """The pieces of a file, by their paths: found once for the same bytes."""
        known = self._within.get(file)
        if known is None or known[0] is not data:
            places = pieces_of(file, data)
            pieces = {path: _Piece(_key(path, digest_of_bytes(data[at])), at) for path, at in places}
            known = self._within[file] = (data, pieces)
        return known[1]

    def _let_go(self) -> None:
        """Writes what was found of many files already, and holds it no longer."""
        if self._file and len(self._rows) >= _HELD:
            self._file.store(self._rows, anew=True)
            self._rows.clear()

    def _having(self, new: Collection[int], known: Mapping[str, bytes]) -> list[str]:
        """The paths of known files that may have a new run of words."""
        short = {number & _LOW_BITS for number in new}
        if not short:
            return []
        having, paths = [], list(known)
        for first in range(0, len(paths), _HELD):  # the rows of all would take as much as all pages
            some = paths[first : first + _HELD]
            rows = {} if self._file is None else self._file.find([known[path] for path in some])
            rows |= {known[path]: self._rows[known[path]] for path in some if known[path] in self._rows}
            having += [path for path in some if not _lacks(rows.get(known[path]), short)]
        return having

    def _of_file(self, path: str, data: bytes) -> set[int]:
        return set(chain.from_iterable(map(self._numbers, texts_of(path, data))))

    def _numbers(self, words: Sequence[str]) -> _Numbers:
        """The number of each run of words, in eight bytes, by the position where it begins."""
        one, two, three, four, five = _ODD
        known = self._words
        for word in words:
            if word not in known:
                known[word] = int.from_bytes(digest(word)[:8])
        return array(
            _WIDE,
            [
                (a * one + b * two + c * three + d * four + e * five) & _ALL_BITS
                for a, b, c, d, e in windows([known[word] for word in words])
            ],
        )

    def _known(self) -> _Found:
        if self._found is None:
            row = self._file.find([_KEPT]).get(_KEPT) if self._file else None
            self._found = _read(row)
        return self._found


def _among(runs: Collection[int], of_file: Collection[int]) -> _Numbers:
    """The numbers that a file has of some runs, in order."""
    return array(_WIDE, sorted(number for number in of_file if number in runs))


def _lacks(row: bytes | None, short: set[int]) -> bool:
    """Whether a file, of which the numbers are kept in short, has none of these."""
    of_file = _read_numbers(row, _SHORT)
    return of_file is not None and short.isdisjoint(of_file)


def _row(of_file: Iterable[int]) -> bytes:
    return _sealed(array(_SHORT, {number & _LOW_BITS for number in of_file}).tobytes())


def _packed(found: _Found) -> bytes:
    """What is known in bytes: by file its key, how many numbers, and these; then the numbers of all runs."""
    parts = [array(_WIDE, [len(found.files)]).tobytes()]
    for key, numbers in found.files.items():
        parts += [key, array(_WIDE, [len(numbers)]).tobytes(), numbers.tobytes()]
    return _sealed(b"".join([*parts, array(_WIDE, found.runs).tobytes()]))


def _read(row: bytes | None) -> _Found:
    """What was kept; nothing of what can't be read."""
    numbers = _read_numbers(row, _WIDE)
    if not numbers:
        return _NOTHING
    files, at = {}, 1
    for _ in range(numbers[0]):
        key, count = numbers[at : at + _KEY // 8].tobytes(), numbers[at + _KEY // 8]
        at += _KEY // 8 + 1 + count
        files[key] = numbers[at - count : at]
    return _Found(files, frozenset(numbers[at:]))


def _sealed(data: bytes) -> bytes:
    """Bytes as they are kept, with a checksum behind them."""
    return data + zlib.crc32(data).to_bytes(4)


def _read_numbers(row: bytes | None, size: str) -> _Numbers | None:
    """The numbers that were kept; None for what is not whole."""
    if row is None or zlib.crc32(row[:-4]).to_bytes(4) != row[-4:]:
        return None
    numbers: _Numbers = array(size)
    numbers.frombytes(row[:-4])
    return numbers


def _key(path: str, of_data: bytes) -> bytes:
    """What a file is known by: what kind it is, which decides how it is read, and the digest of its bytes."""
    return digest_of_bytes("".join(PurePosixPath(path).suffixes).encode() + b"\n" + of_data)
