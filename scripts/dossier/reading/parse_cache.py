"""Parsed strings kept on disk under `.cache/`, found again by the digest of their words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dossier.reading.digest_cache import HOME, DigestCache, digest
from dossier.reading.tree import Row

_COMMON = (
    b"ROOT\tnsubj\tdobj\tpobj\tprep\tdet\tamod\tcompound\tccomp\taux\tauxpass\tnsubjpass\tagent\tadvmod\tadvcl\tconj"
    b"\tcc\trelcl\tacl\tpunct\tmark\txcomp\tattr\tnummod\tposs\tcase\tappos\tnpadvmod\tpcomp\tneg\tprt\tdep"
    b"\nNN\tNNS\tNNP\tIN\tDT\tJJ\tVBD\tVBN\tVBG\tVBZ\tVB\tTO\tRB\tPRP\tPRP$\tCC\tCD\tMD\tWDT\tPOS\t,\t."
    b"\nNOUN\tPROPN\tVERB\tADP\tDET\tADJ\tAUX\tADV\tPRON\tCCONJ\tSCONJ\tPART\tNUM\tPUNCT\n0\t1\t1\t1\t0\t1\t-1\t-2\t2\n"
)
"""What rows are made of, for the compressor."""


class ParseCache:
    """One file of parses; a name for each model and format."""

    def __init__(self, name: str, home: Path = HOME) -> None:
        self._cache = DigestCache(name, "parses", home)

    def find(self, strings: Sequence[str]) -> dict[str, tuple[Row, ...]]:
        """Those of the strings that were stored, with their rows."""
        by_digest = {digest(string): string for string in strings}
        try:
            return {
                by_digest[key]: _unpack(by_digest[key], packed)
                for key, packed in self._cache.find(list(by_digest)).items()
            }
        except (ValueError, TypeError, zlib.error):
            return {}  # cut short: parse again

    def store(self, parses: Mapping[str, tuple[Row, ...]]) -> None:
        """Keeps the rows of strings; says nothing where it can't, as nothing is lost but time."""
        self._cache.store({digest(string): _pack(string, found) for string, found in parses.items() if found})


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
