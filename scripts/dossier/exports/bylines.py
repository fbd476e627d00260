"""Who of an article's authors is an agency or a desk rather than a person."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from dossier.reading.lexicon import load_table


class Agencies(BaseModel):
    """How a byline's agencies and desks are told from persons."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: frozenset[str]
    last_words: frozenset[str]


def is_organisation(author: str) -> bool:
    """Whether an author is an agency or a desk rather than a person."""
    words = author.split()
    agencies = load_table("agencies", Agencies, __package__)
    return len(words) < 2 or author in agencies.names or words[-1].casefold() in agencies.last_words
