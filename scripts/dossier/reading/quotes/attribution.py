"""What a sieve gives: who a passage is attributed to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.quotes.passages import Passage
from dossier.reading.text.tokens import Text


class Attribution(NamedTuple):
    """Who a passage is attributed to, by which words and by which rule."""

    source: Phrase
    cue: tuple[int, int]
    """Half-open token range of the cue."""
    method: str
    relative: int | None = None
    """Token of the relative pronoun that stands for the source: "Lee, who said “…”"."""
    medium: Phrase | None = None
    """What speaks for the source: "the letter from" it."""


Sieve = Callable[[Text, Passage], Attribution | None]
