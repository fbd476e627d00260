"""Which of the articles' words stand in which published file, found once for each file and article.

A file's row has the checksums of its runs of words, so that a new article is compared only with the files
that may have a run of it. What was found is kept by the digests of both; all of it only saves time.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from dossier.assembly.limits import Counted, Runs, windows
from dossier.assembly.published import pieces_of, texts_of
from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition

_NAME = "standing"
_KEPT = digest("what stands where")
_JUDGES = ("assembly/limits.py", "assembly/published.py", "assembly/standing.py", "assembly/words.py")
_ByArticle = dict[str, list[tuple[int, int]]]
"""By an article's key, the stretches of its words, by position, that stand in a file."""


class _Found(NamedTuple):
    """What is known of files and articles, each by its key: every one was compared with every other."""

    files: dict[str, _ByArticle]
    articles: frozenset[str]


class Standing:
    """Finds articles' words in files, and keeps what it found for the next time and the next build."""

    def __init__(self, file: DigestCache | None = None) -> None:
        self._file = file
        self._found = _Found({}, frozenset()) if file is None else None
        self._rows: dict[bytes, bytes] = {}
        self.compared: list[str] = []
        """Paths of the files that were read, whole or for new articles."""

    @classmethod
    def keeping(cls) -> Standing:
        """One that knows what the last build found."""
        return cls(DigestCache(f"{_NAME}-{edition(*_JUDGES)}", _NAME))

    def repeated(self, counted: Sequence[Counted], files: Mapping[str, bytes]) -> dict[str, set[int]]:
        """By article, positions of the words outside quotations that stand in a run of words in a file."""
        articles = {_key_of(each): each for each in counted}
        files = dict(piece for path, data in files.items() for piece in pieces_of(path, data))
        before = self._known()
        found = self._compared(
            articles, before, {path: _key(path, data) for path, data in files.items()}, files
        )
        if set(found) != set(before.files) or before.articles != articles.keys():
            self._found = _Found(found, frozenset(articles))
            self._rows[_KEPT] = zlib.compress(json.dumps([found, sorted(articles)]).encode(), 1)
        stands: dict[str, set[int]] = {each.article.id: set() for each in counted}
        for by_article in found.values():
            for key, stretches in by_article.items():
                if key in articles:
                    for first, stop in stretches:
                        stands[articles[key].article.id].update(range(first, stop))
        return {each.article.id: stands[each.article.id] - each.quoted for each in counted}

    def keep(self) -> None:
        """Keeps what was found for the next build."""
        if self._file and self._rows:
            self._file.store(self._rows, anew=True)
            self._file.remove_others(f"{_NAME}-*")
            self._rows = {}

    def _compared(
        self,
        articles: Mapping[str, Counted],
        before: _Found,
        keys: Mapping[str, str],
        files: Mapping[str, bytes],
    ) -> dict[str, _ByArticle]:
        """By key of a file, what stands in it: of files known before only the new articles are looked for."""
        new = {key: each for key, each in articles.items() if key not in before.articles}
        runs_of_new = Runs(list(new.values()))
        known = {path: key for path, key in keys.items() if key in before.files}
        found = {key: before.files[key] for key in known.values()}
        for path in self._having(new.values(), known):
            self.compared.append(path)
            found[known[path]] = found[known[path]] | _told(runs_of_new, texts_of(path, files[path]), new)
        unread = [path for path, key in keys.items() if key not in found]
        runs = Runs(list(articles.values()) if unread else ())
        for path in unread:
            key = keys[path]
            if key not in found:
                self.compared.append(path)
                texts = list(texts_of(path, files[path]))
                found[key] = _told(runs, texts, articles)
                self._rows[bytes.fromhex(key)] = _row(_sums(texts))
        return found

    def _having(self, new: Iterable[Counted], known: Mapping[str, str]) -> list[str]:
        """The paths of known files that may have a run of words of a new article."""
        sums = set(_sums(each.plain for each in new))
        if not sums:
            return []
        rows = (
            self._rows if self._file is None else self._file.find([bytes.fromhex(k) for k in known.values()])
        )
        rows = rows | self._rows
        return [path for path, key in known.items() if not _lacks(rows.get(bytes.fromhex(key)), sums)]

    def _known(self) -> _Found:
        if self._found is None:
            row = self._file.find([_KEPT]).get(_KEPT) if self._file else None
            self._found = _read(row)
        return self._found


def _lacks(row: bytes | None, sums: set[int]) -> bool:
    """Whether a file, of which the sums are kept, has none of these."""
    of_file = array("I")
    if row is None or len(row) % of_file.itemsize:
        return False
    of_file.frombytes(row)
    whole = of_file.pop() == zlib.crc32(of_file.tobytes()) if of_file else False
    return whole and sums.isdisjoint(of_file)


def _row(sums: array[int]) -> bytes:
    """Checksums as they are kept, with one of their own behind them."""
    return sums.tobytes() + array("I", [zlib.crc32(sums.tobytes())]).tobytes()


def _sums(texts: Iterable[Sequence[str]]) -> array[int]:
    """A checksum of each run of words in some texts."""
    return array("I", {zlib.crc32(" ".join(run).encode()) for text in texts for run in windows(text)})


def _told(runs: Runs, texts: Iterable[Sequence[str]], articles: Mapping[str, Counted]) -> _ByArticle:
    keys = list(articles)
    found = runs.within(texts)
    return {keys[n]: sorted({(r.start, r.stop) for r in stretches}) for n, stretches in found.items()}


def _read(row: bytes | None) -> _Found:
    """What was kept; nothing of what can't be read."""
    if row is None:
        return _Found({}, frozenset())
    try:
        found, articles = json.loads(zlib.decompress(row))
        files = {
            str(key): {str(a): [(int(f), int(s)) for f, s in each] for a, each in by_article.items()}
            for key, by_article in found.items()
        }
        return _Found(files, frozenset(map(str, articles)))
    except (zlib.error, ValueError, TypeError, AttributeError):
        return _Found({}, frozenset())


def _key(path: str, data: bytes) -> str:
    """What a file is known by: what kind it is, which decides how it is read, and its bytes."""
    return digest_of_bytes("".join(PurePosixPath(path).suffixes).encode() + b"\n" + data).hex()


def _key_of(counted: Counted) -> str:
    """What an article is known by: its id and its words."""
    return digest("\n".join((counted.article.id, *counted.plain))).hex()
