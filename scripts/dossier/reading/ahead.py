"""Processes that read articles and ask the gate, while the one that gives them the articles goes on.

They are begun as soon as something is likely to be read, and load the parser and the word lists meanwhile: a
build for which one article changed would wait for that longer than for its reading. So nothing that reads is
imported here: what a worker does is given. A worker ends once nobody holds the other end of its pipe, also
where whoever began it was killed. Where there is one core, no fork, another thread under way or a parser
loaded already there are none, and who asks reads.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from dossier.beside import is_able
from dossier.reading.digest_cache import DigestCache
from dossier.reading.edition import edition

Reader = Callable[..., bytes]
NAME = "findings"
_JUDGES = ("assembly/gate", "assembly/gating.py", "assembly/gate_cache.py")
_ARTICLES = ("*.md", "private/*.md")
_MOST = 4
"""Workers: each takes the memory of a parser."""
_EACH = 12
"""Articles that are worth one more: a parser is loaded in the time in which so many are read."""
_PATIENCE = 5.0
"""Seconds in which a worker ends of itself."""


def findings_cache() -> DigestCache:
    """Where what stands of each article's findings is kept."""
    return DigestCache(f"{NAME}-{edition(*_JUDGES)}", NAME)


def begun(seeds: Path, make: Callable[[], Reader]) -> Workers:
    """Workers for the articles that are newer than what was last read; none where none are.

    Each makes itself a reader, and calls it for each article.
    """
    since = findings_cache().written
    paths = (path for pattern in _ARTICLES for path in seeds.glob(pattern))
    likely = sum(since is None or _changed(path) > since for path in paths)
    cores = os.cpu_count() or 1
    return Workers(min(_MOST, cores, 1 + likely // _EACH) if likely and is_able() else 0, make)


def _changed(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0  # gone meanwhile, or a link to nothing: whoever reads it tells


class Workers:
    """So many processes that read articles; they end with the `with` they are used in."""

    def __init__(self, count: int, make: Callable[[], Reader]) -> None:
        self._ends: list[Connection] = []
        self._processes: list[BaseProcess] = []
        for _ in range(count):
            context = get_context("fork")
            ours, theirs = context.Pipe()
            self._ends.append(ours)
            process = context.Process(target=_serve, args=(theirs, tuple(self._ends), make), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._ends)

    def read(self, tasks: Sequence[Any]) -> Iterator[bytes]:
        """What is kept of each article to read, in order; each worker has one at a time, from now on.

        The iterator raises what the reading raises, and EOFError or OSError where a worker is gone.
        """
        with suppress(OSError):  # one that is gone is told of when it is asked for what it made
            for worker, task in zip(self._ends, tasks, strict=False):
                worker.send(task)
        return self._made(tasks)

    def _made(self, tasks: Sequence[Any]) -> Iterator[bytes]:
        count = len(self._ends)
        for number in range(len(tasks)):
            worker = self._ends[number % count]
            is_well, made = worker.recv()
            if not is_well:
                raise made
            if number + count < len(tasks):
                worker.send(tasks[number + count])
            yield made

    def close(self) -> None:
        """Ends them all, and lets go of their memory."""
        for end in self._ends:
            end.close()
        for process in self._processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        self._ends, self._processes = [], []


def _serve(end: Connection, others: Sequence[Connection], make: Callable[[], Reader]) -> None:
    """What a worker does: reads what it is given, until nobody is there to give it anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began it is interrupted too, and ends it
    for each in others:
        each.close()
    read = make()
    with suppress(EOFError, OSError):
        while True:
            task = end.recv()
            try:
                made: tuple[bool, object] = True, read(*task)
            except Exception as error:
                made = False, error
            end.send(made)
