"""Paragraphs that are no prose: code, moves of a game, logs, references, terms. Nothing is read in them.

What looks like news in them ("Knight was killed by Dragon", "attacks the bishop") is none, and what is lost
where a report spells out three moves of a game is a paragraph.
"""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from dossier.reading.lexicon import load_table
from dossier.reading.text.prose import layout

_LONGEST = 4_000
"""Characters of a paragraph that are looked at."""


class Notation(BaseModel):
    """A way of writing that is no prose."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    signs: re.Pattern[str]
    least: int = Field(ge=1)
    """How many different signs a paragraph of it shows."""
    examples: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


def is_note(words: str) -> bool:
    """Whether a paragraph is about the article and no part of it: "Correction: …"."""
    return words.startswith(layout().notes)


def notation_of(words: str) -> str | None:
    """The name of the notation that a paragraph is in; None for prose."""
    for each in notations():
        signs = {match.group() for match in each.signs.finditer(words, 0, _LONGEST)}
        if len(signs) >= each.least:
            return each.name
    return None


@cache
def notations() -> tuple[Notation, ...]:
    """All that are known."""
    return load_table("notation", tuple[Notation, ...])
