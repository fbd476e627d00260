"""Nouns and names as they stand inside a sentence ("the league", "an act"), and the table that says how."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict

from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import english_words


class Sentences(BaseModel):
    """The shape of `sentences.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: dict[str, tuple[str, ...]]
    said_at_events: dict[str, str]
    goes_on: dict[str, str]
    events_of_any_type: tuple[str, ...]
    agreements: dict[str, tuple[str, ...]]
    agreements_of_any_status: tuple[str, ...]
    claims: dict[str, tuple[str, ...]]
    claims_in_words: dict[str, tuple[str, ...]]
    quotes: dict[str, tuple[str, ...]]
    ties: dict[str, tuple[str, ...]]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    occasions: dict[str, str]
    definite_last: frozenset[str]
    definite_first: frozenset[str]
    uncounted: frozenset[str]
    ends_of_noun: frozenset[str]
    an_before: tuple[str, ...]
    a_before: tuple[str, ...]


def sentences() -> Sentences:
    """The table of patterns, from its file."""
    return load_table("sentences", Sentences, __package__)


def definite(name: str, *, person: bool = False) -> str:
    """The article that stands before a name: "the " or nothing."""
    head = re.split(r" (?:of|for|to|in) ", name)[0].lower().split()
    words = sentences()
    if person or not head or head[0] == "the" or re.search(r"[’']s?\b", name):
        return ""
    return "the " if head[-1] in words.definite_last or head[0] in words.definite_first else ""


def is_plural(name: str) -> bool:
    """Whether what a name of a body or group means is plural: "security forces", not "Congress"."""
    last = re.split(r" (?:of|for|to|in) ", name)[0].lower().split()[-1:]
    return bool(last) and (last[0] in ("personnel", "police", "people") or ends_in_plural(last[0]))


def ends_in_plural(word: str) -> bool:
    """Whether a word has the form of a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))


def a(noun: str) -> str:
    """A noun with "a" or "an"."""
    words, lower = sentences(), noun.lower()
    vowel = lower[:1] in tuple("aeiou") and not lower.startswith(words.a_before)
    return f"{'an' if vowel or lower.startswith(words.an_before) else 'a'} {noun}"


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence: its first word small, unless it may be a name."""
    first = re.split(r"[\s,–-]", title, maxsplit=1)[0]
    is_common = first.lower() in english_words() and first[1:] == first[1:].lower()
    return title[:1].lower() + title[1:] if is_common else title


def adjective_of(state: str, title: str) -> str | None:
    """The word of a title that says already of which state it is: "Iranian" in "senior Iranian official"."""
    places, demonyms = load_gazetteer().places, load_gazetteer().demonyms
    known = places.get(state.casefold())
    if known is None or known.kind != "country":
        return None
    words = re.findall(r"[\w’-]+", title)
    return next((word for word in words if demonyms.get(word.casefold()) == known.country), None)
