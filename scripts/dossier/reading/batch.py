"""Many files and corpora to findings, article by article: in order, on several cores, in bounded memory."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import IO

from dossier.errors import DossierError, Notice
from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row, findings_to_row
from dossier.seeds.articles import Loaded, load_document
from dossier.seeds.inspection import hidden_problems, text_notices

_STANDARD_INPUT = Path("-")
_CHUNK_BYTES = 60_000
"""How much text a worker gets at a time: enough that handing it over costs nothing beside reading it."""
_CHUNKS_AHEAD = 4
"""Chunks under way per worker; what bounds the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One article to read."""

    where: str
    """How to name it to the user: a path, or a path and a line."""
    size: int
    """In bytes."""
    path: Path | None = None
    """The file that is the article; None for a line of a corpus."""
    line: bytes = b""
    data: bytes | None = None
    """Its bytes, where they came from standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What came of one article."""

    size: int
    """In bytes, of the input."""
    row: str | None = None
    """The findings as one line of JSON; None when the article could not be read."""
    trouble: str | None = None
    """Then: why, in words for the user."""
    notices: tuple[Notice, ...] = ()
    """What is unusual in it."""


def list_inputs(files: Iterable[Path], corpora: Iterable[Path]) -> Iterator[Input]:
    """The articles in files (one each) and JSON Lines corpora (one a line), read as they are asked for."""
    for path in files:
        if path == _STANDARD_INPUT:
            data = sys.stdin.buffer.read()
            yield Input(where="standard input", size=len(data), path=Path("standard-input"), data=data)
        else:
            yield Input(where=str(path), size=_size(path), path=path)
    for corpus in corpora:
        with corpus.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield Input(where=f"{corpus}: line {number}", size=len(line), line=line.rstrip())


def total_size(paths: Iterable[Path]) -> int:
    """The size of these files in bytes; one that is not there counts nothing."""
    return sum(map(_size, paths))


def extract_inputs(inputs: Iterable[Input], jobs: int) -> Generator[Output, None, None]:
    """What came of each input, in the order of the inputs whatever `jobs`, the number of processes.

    An article that can't be read is an Output with `trouble`; it stops nothing.
    """
    remaining = iter(inputs)
    if jobs == 1:
        yield from map(extract_input, remaining)
        return
    # The first article loads the word lists, once, before the workers are forked and share them.
    yield from map(extract_input, islice(remaining, 1))
    # Forked workers start at once; where there is no fork, the platform's own way does.
    context = get_context("fork" if "fork" in get_all_start_methods() else None)
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        pending: deque[Future[list[Output]]] = deque()
        try:
            for chunk in _chunks(remaining):
                pending.append(pool.submit(_extract_chunk, chunk))
                if len(pending) >= jobs * _CHUNKS_AHEAD:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file to write that takes the place of `path` when all went well, and leaves it alone when not.

    A path that is no regular file (a pipe, a terminal) is written as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as stream:
            yield stream
        return
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    chunk: list[Input] = []
    size = 0
    for item in inputs:
        chunk.append(item)
        size += item.size
        if size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _extract_chunk(chunk: Sequence[Input]) -> list[Output]:
    return [extract_input(item) for item in chunk]


def extract_input(item: Input) -> Output:
    """What came of one input.

    Raises DossierError only for what every article would fail on, such as a parser that is not there.
    """
    try:
        loaded = load_document(item.path, item.data) if item.path else _load_row(item)
    except DossierError as error:
        return Output(size=item.size, trouble="\n".join(map(str, error.problems)))
    except OSError as error:
        return Output(size=item.size, trouble=f"{item.where}: {error.strerror}")
    except (ValueError, RecursionError) as error:
        return Output(size=item.size, trouble=f"{item.where}: {error}")
    try:
        row = findings_to_row(loaded.article, extract_findings(loaded.article))
    except DossierError:
        raise  # of the installation, such as a parser that is not there: every article would fail
    except Exception:  # a defect of ours in one article must not cost the others; it is told in full
        return Output(
            size=item.size, trouble=f"{item.where}: the rules failed on it\n{traceback.format_exc()}"
        )
    return Output(size=item.size, row=json.dumps(row, ensure_ascii=False), notices=loaded.notices)


def _load_row(item: Input) -> Loaded:
    article = article_from_row(_row(item.line))
    text = article.text.text
    corpus, _, line = item.where.rpartition(": ")
    problems = hidden_problems(text, item.where, None)
    if problems:
        raise DossierError(problems)
    notices = (
        replace(notice, where=f"{line}, {notice.where}") for notice in text_notices(text, corpus, None)
    )
    return Loaded(article=article, notices=tuple(notices))


def _row(line: bytes) -> object:
    try:
        text = line.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} of the line is not UTF-8") from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (character {error.pos + 1})") from None
