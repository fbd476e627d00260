"""Less often looked for unreachable cycles, while a dossier is made that is kept as a whole."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _ALL = 200_000, 200, 1_000
"""Objects made, collections of the young, collections of the middle: the next follows after so many."""
_YOUNG_UNREAD = 5_000_000
"""Objects made where nothing is read: no trees die then, and looking for them took a twentieth of a build."""


@contextmanager
def seldom_collected(*, is_reading: bool = True) -> Iterator[None]:
    """Collects the young as they die, and hardly ever looks through what is there to stay.

    Nearly all that a build makes lives until its end, and looking through it again and again took two fifths
    of a build; what dies young, as the trees of an article do, is freed as before. What is left at the end is
    looked through no earlier than in the next build: most of it is still held.
    """
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(_YOUNG if is_reading else _YOUNG_UNREAD, _MIDDLE, _ALL)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


def set_aside() -> None:
    """Within `seldom_collected`: what is there by now stays, and what is made from now on mostly dies young.

    Nothing of what is there is looked through any more; what drawing a page leaves is freed soon.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _ALL)
