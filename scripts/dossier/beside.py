"""Work that a process of its own does on another core, while whoever needs its end goes on.

For what looks through much and finds little, such as whether all holds: the process is forked, so that
nothing is handed to it, and what it finds is handed back. Where there is one core, no fork, another thread
under way or a library with threads of its own, the work is done at once; where the process ends without an
answer, when it is asked for.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 5.0
"""Seconds in which a process that has answered ends of itself."""
_NUMBER = "h"
_SIZE = array(_NUMBER).itemsize
_NONE = array(_NUMBER, [-1]).tobytes()


def is_able() -> bool:
    """Whether a process may be forked here, and another core is there for it."""
    is_alone = threading.active_count() == 1  # a forked process would wait for what other threads hold
    return (os.cpu_count() or 1) > 1 and is_alone and not has_threads() and "fork" in get_all_start_methods()


def has_threads() -> bool:
    """Whether the parser may be loaded here, with threads of its libraries that no fork is safe for."""
    return "numpy" in sys.modules


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begins some work, and gives what waits for its end and tells what it made.

    What the work raises is raised: where it is done at once, here, else by what is given.
    """
    if not is_able():
        made = work()
        return lambda: made
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, ours, work), daemon=True)
    process.start()
    theirs.close()

    def ended() -> T:
        try:
            found: T = ours.recv()
        except (EOFError, OSError):
            return work()  # it raised, or the process is gone: whoever asks gets the same here
        finally:
            ours.close()
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        return found

    return ended


@contextmanager
def shared(count: int) -> Iterator[Iterator[int]]:
    """The numbers of tasks, each given once, to whichever process that goes through them is free first.

    At most a thousand: they wait in a pipe, which must hold them all.
    """
    given, to = os.pipe()
    try:
        os.write(to, array(_NUMBER, range(count)).tobytes())
        os.close(to)
        yield iter(lambda: int.from_bytes(os.read(given, _SIZE) or _NONE, sys.byteorder, signed=True), -1)
    finally:
        os.close(given)


def _work(end: Connection, other: Connection, work: Callable[[], T]) -> None:
    """What the process does; of what goes wrong nothing is told, as it goes wrong again where it is asked."""
    gc.disable()  # it would look through what it shares, and have it copied
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began it is interrupted too, and ends it
    other.close()
    with suppress(Exception):
        end.send(work())
    end.close()
