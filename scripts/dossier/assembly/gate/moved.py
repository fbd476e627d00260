"""A word that hangs elsewhere than the parse hung it."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.tree import Word


class Moved(NamedTuple):
    """A word that hangs elsewhere than it was read to."""

    word: Word
    head: Word
    dep: str
    finite: bool = False
    """Whether it is a verb in the past, read as a participle."""
