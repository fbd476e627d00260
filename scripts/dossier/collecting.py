"""Less often looked for unreachable cycles, while a dossier is made that is kept as a whole."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

HERE, ELSEWHERE, HARDLY = 200_000, 1_000_000, 5_000_000
"""Objects made after which the young are looked through, by where articles are read: where no trees die, to
look for them took a twentieth of a build."""
_MIDDLE, _ALL = 200, 1_000
"""Collections of the young, collections of the middle: the next follows after so many."""


@contextmanager
def seldom_collected(reading: int = HERE) -> Iterator[None]:
    """Collects the young as they die, and hardly ever looks through what is there to stay.

    Nearly all that a build makes lives until its end, and looking through it again and again took two fifths
    of a build; what dies young, as the trees of an article do, is freed as before, by where it is `reading`.
    What is left at the end is looked through no earlier than in the next build: most of it is still held.
    """
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(reading, _MIDDLE, _ALL)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


def set_aside() -> None:
    """Where hardly anything was read: what is there by now stays, and what is made from now on dies young.

    Nothing of what is there is looked through any more; what drawing a page leaves is freed soon.
    """
    if gc.get_threshold()[0] == HARDLY:
        gc.freeze()
        gc.set_threshold(HERE, _MIDDLE, _ALL)
