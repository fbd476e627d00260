"""Bytes kept on disk under `.cache/`, found again by the digest of what they were made of.

It only saves time: it may be deleted at any moment, any number of processes may use it at once, and where
it can't be read or written the work is done again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Protocol, runtime_checkable

HOME = Path(".cache")
_PATIENCE = 20.0
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
_LARGEST = 400_000_000
"""Bytes the file may have before it is begun anew."""


class DigestCache:
    """One file with one table of bytes by digest."""

    def __init__(self, name: str, table: str, home: Path = HOME) -> None:
        self._path = home / f"{name}.sqlite"
        self._table = table

    def find(self, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under those of the digests that are there."""
        found: dict[bytes, bytes] = {}
        if not self._path.is_file():
            return found
        try:
            with self._open() as base:
                for group in _groups(digests):
                    marks = ",".join("?" * len(group))
                    query = f"SELECT digest, rows FROM {self._table} WHERE digest IN ({marks})"
                    found |= dict(base.execute(query, group))
        except (sqlite3.Error, OSError):
            return {}  # locked, cut short or no database: work again
        return found

    def everything(self) -> dict[bytes, bytes]:
        """All that is kept, by digest."""
        if not self._path.is_file():
            return {}
        try:
            with self._open() as base:
                return dict(base.execute(f"SELECT digest, rows FROM {self._table}"))
        except (sqlite3.Error, OSError):
            return {}

    def store(self, made: Mapping[bytes, bytes], *, anew: bool = False) -> None:
        """Keeps bytes by digest; says nothing where it can't, as nothing is lost but time.

        What is kept under a digest already stays, or where it is made `anew` goes.
        """
        put = "INSERT OR REPLACE" if anew else "INSERT OR IGNORE"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_file() and self._path.stat().st_size > _LARGEST:
                self._path.unlink(missing_ok=True)
            with self._open() as base:
                base.execute(f"CREATE TABLE IF NOT EXISTS {self._table} (digest BLOB PRIMARY KEY, rows BLOB)")
                base.executemany(f"{put} INTO {self._table} VALUES (?, ?)", list(made.items()))
                base.commit()
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                self._path.unlink(missing_ok=True)  # no database: a file cut short
        except OSError:
            return

    @property
    def written(self) -> float | None:
        """When the file was last written or touched, in seconds; None where there is none."""
        with suppress(OSError):
            return self._path.stat().st_mtime
        return None

    def touch(self) -> None:
        """Says that nothing more is to be kept of what there is now."""
        with suppress(OSError):
            if self._path.is_file():
                os.utime(self._path)

    def remove_others(self, names: str) -> None:
        """Removes files whose names fit a pattern, but for its own: those of earlier rules."""
        for path in self._path.parent.glob(f"{names}.sqlite*"):
            if not path.name.startswith(self._path.name):
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection for one task: none is carried over to a forked process."""
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as base:
            with suppress(
                sqlite3.OperationalError
            ):  # another process is just setting it, and SQLite won't wait
                base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=OFF")
            yield base


def digest(words: str) -> bytes:
    """Sixteen bytes for a text."""
    return digest_of_bytes(words.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes) -> bytes:
    """Sixteen bytes for any number of them."""
    return hashlib.blake2b(data, digest_size=16).digest()


@runtime_checkable
class Digested(Protocol):
    """Bytes by name, the digests of some of which are known."""

    def digest(self, name: str) -> bytes | None:
        """The digest of what has a name, where it is known without it."""


def digest_in(held: object, name: str) -> bytes | None:
    """The digest of what has a name; None where it must be made of the bytes."""
    return held.digest(name) if isinstance(held, Digested) else None


def _groups(digests: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for first in range(0, len(digests), _AT_ONCE):
        yield digests[first : first + _AT_ONCE]
