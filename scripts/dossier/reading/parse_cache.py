"""Parsed strings kept on disk under `.cache/`, found again by the digest of their words.

It only saves time: it may be deleted at any moment, any number of processes may use it at once, and where
it can't be read or written the sentences are parsed again.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from dossier.reading.tree import Row

_HOME = Path(".cache")
_PATIENCE = 20.0
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
_COMMON = (
    b"ROOT\tnsubj\tdobj\tpobj\tprep\tdet\tamod\tcompound\tccomp\taux\tauxpass\tnsubjpass\tagent\tadvmod\tadvcl\tconj"
    b"\tcc\trelcl\tacl\tpunct\tmark\txcomp\tattr\tnummod\tposs\tcase\tappos\tnpadvmod\tpcomp\tneg\tprt\tdep"
    b"\nNN\tNNS\tNNP\tIN\tDT\tJJ\tVBD\tVBN\tVBG\tVBZ\tVB\tTO\tRB\tPRP\tPRP$\tCC\tCD\tMD\tWDT\tPOS\t,\t."
    b"\nNOUN\tPROPN\tVERB\tADP\tDET\tADJ\tAUX\tADV\tPRON\tCCONJ\tSCONJ\tPART\tNUM\tPUNCT\n0\t1\t1\t1\t0\t1\t-1\t-2\t2\n"
)
"""What rows are made of, for the compressor."""
_LARGEST = 400_000_000
"""Bytes the file may have before it is begun anew."""


class ParseCache:
    """One file of parses; a name for each model and format."""

    def __init__(self, name: str, home: Path = _HOME) -> None:
        self._path = home / f"{name}.sqlite"

    def find(self, strings: Sequence[str]) -> dict[str, tuple[Row, ...]]:
        """Those of the strings that were stored, with their rows."""
        if not self._path.is_file():
            return {}
        by_digest = {_digest(string): string for string in strings}
        found: dict[str, tuple[Row, ...]] = {}
        try:
            with self._open() as base:
                for digests in _groups(list(by_digest)):
                    marks = ",".join("?" * len(digests))
                    query = f"SELECT digest, rows FROM parses WHERE digest IN ({marks})"
                    for digest, packed in base.execute(query, digests):
                        found[by_digest[digest]] = _unpack(by_digest[digest], packed)
        except (sqlite3.Error, OSError, ValueError, TypeError, zlib.error):
            return {}  # locked, cut short or no database: parse again
        return found

    def store(self, parses: Mapping[str, tuple[Row, ...]]) -> None:
        """Keeps the rows of strings; says nothing where it can't, as nothing is lost but time."""
        rows = [(_digest(string), _pack(string, found)) for string, found in parses.items() if found]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_file() and self._path.stat().st_size > _LARGEST:
                self._path.unlink(missing_ok=True)
            with self._open() as base:
                base.execute("CREATE TABLE IF NOT EXISTS parses (digest BLOB PRIMARY KEY, rows BLOB)")
                base.executemany("INSERT OR IGNORE INTO parses VALUES (?, ?)", rows)
                base.commit()
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                self._path.unlink(missing_ok=True)  # no database: a file cut short
        except OSError:
            return

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection for one task: none is carried over to a forked process."""
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as base:
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=OFF")
            yield base


def _groups(digests: list[bytes]) -> Iterator[list[bytes]]:
    for first in range(0, len(digests), _AT_ONCE):
        yield digests[first : first + _AT_ONCE]


def _digest(string: str) -> bytes:
    return hashlib.blake2b(string.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _pack(string: str, rows: tuple[Row, ...]) -> bytes:
    """A line a column, compressed: steps instead of offsets, a lemma only where it isn't the word itself."""
    starts = [row.start for row in rows]
    columns: tuple[Iterable[object], ...] = (
        (row.start - before.end for row, before in zip(rows[1:], rows, strict=False)),
        (row.end - row.start for row in rows),
        (row.head - at for at, row in enumerate(rows)),
        (row.dep for row in rows),
        (row.tag for row in rows),
        (row.pos for row in rows),
        ("" if row.lemma == string[row.start : row.end].lower() else row.lemma for row in rows),
    )
    lines = [str(starts[0]), *("\t".join(map(str, column)) for column in columns)]
    packer = zlib.compressobj(level=6, zdict=_COMMON)
    return packer.compress("\n".join(lines).encode("utf-8", "surrogatepass")) + packer.flush()


def _unpack(string: str, packed: bytes) -> tuple[Row, ...]:
    """Rows from what `_pack` made; ValueError where the bytes are none of its."""
    lines = zlib.decompressobj(zdict=_COMMON).decompress(packed).decode("utf-8", "surrogatepass").split("\n")
    first, gaps, lengths, heads, deps, tags, pos, lemmas = (line.split("\t") for line in lines)
    at = int(first[0])
    rows = []
    columns = zip([*gaps[: len(lengths) - 1], "0"], lengths, heads, deps, tags, pos, lemmas, strict=True)
    for index, (gap, length, head, dep, tag, part, lemma) in enumerate(columns):
        end = at + int(length)
        rows.append(Row(at, end, index + int(head), dep, tag, part, lemma or string[at:end].lower()))
        at = end + int(gap)
    return tuple(rows)
