"""Corpora of JSON Lines, wherever fsspec reaches, cut into parts of whole lines for any process to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import fsspec
from fsspec.utils import infer_compression

from dossier.errors import DossierError, Problem

_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The lines of a corpus that begin within a stretch of its bytes."""

    corpus: str
    """Path or address, as fsspec reads it."""
    start: int = 0
    stop: int | None = None
    """Bytes; None for the end, as of a packed corpus, which can't be cut."""

    def __str__(self) -> str:
        return f"{self.corpus} from byte {self.start}"


class Line(NamedTuple):
    """One article of a corpus, as it stands there."""

    at: int
    """Its first byte."""
    data: bytes


def list_parts(corpora: Sequence[str], size: int) -> list[Part]:
    """Parts of about so many bytes, in order, of corpora given as paths, addresses or patterns.

    Raises DossierError with every corpus that is not there or can't be asked for.
    """
    parts: list[Part] = []
    problems: list[Problem] = []
    for corpus in corpora:
        try:
            found = _files(corpus)
            parts += [part for name, length in found for part in _cut(name, length, size)]
        except (OSError, ValueError, ImportError) as error:
            problems.append(_unread(corpus, str(error) or type(error).__name__))
            continue
        if not found:
            problems.append(_unread(corpus, "no file has this name"))
    if problems:
        raise DossierError(problems)
    return parts


def _files(corpus: str) -> list[tuple[str, int]]:
    """Each file of a path, address or pattern, as an address, with its bytes."""
    system, path = fsspec.core.url_to_fs(corpus)
    paths = sorted(system.glob(path)) if any(mark in path for mark in "*?[") else [path]
    return [(system.unstrip_protocol(each), system.size(each)) for each in paths if system.isfile(each)]


def _cut(corpus: str, length: int, size: int) -> Iterator[Part]:
    if infer_compression(corpus) is not None:
        yield Part(corpus=corpus)
        return
    for start in range(0, length, size):
        yield Part(corpus=corpus, start=start, stop=start + size)


def lines_of(part: Part) -> Iterator[Line]:
    """The lines that begin in a part, without empty ones.

    Raises OSError when the corpus can't be read.
    """
    with fsspec.open(part.corpus, "rb", compression="infer") as stream:
        if part.start:
            stream.seek(part.start - 1)
            stream.readline()  # the end of a line that begins in the part before
        at = stream.tell()
        while part.stop is None or at < part.stop:
            data = stream.readline()
            if not data:
                return
            if data.strip():
                yield Line(at, data.rstrip())
            at += len(data)


def digest(lines: Sequence[Line]) -> str:
    """Sixteen hexadecimal digits for what the lines say, wherever they stand."""
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line.data + b"\n")
    return hashed.hexdigest()[:_DIGITS]


def _unread(corpus: str, why: str) -> Problem:
    return Problem(
        file=corpus,
        found=f"it can’t be read: {why}",
        expected="a file of JSON Lines, or a pattern of several, that fsspec reaches",
        example="--jsonl 's3://news/2024-*.jsonl.gz'",
    )
