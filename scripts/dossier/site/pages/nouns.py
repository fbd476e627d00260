"""Nouns and names as they stand inside a sentence ("the league", "an act"), and the table that says how."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict

from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import english_words

_ONE = ("specimen", "regimen", "omen", "abdomen", "acumen")
"""Words for one that end as "gunmen" does."""


class Sentences(BaseModel):
    """The shape of `sentences.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: dict[str, tuple[str, ...]]
    said_at_events: dict[str, str]
    goes_on: dict[str, str]
    events_of_any_type: tuple[str, ...]
    told_as: dict[str, tuple[str, ...]]
    named_killed: frozenset[str]
    agreements: dict[str, tuple[str, ...]]
    said_again: frozenset[str]
    agreements_of_any_status: tuple[str, ...]
    claims: dict[str, tuple[str, ...]]
    claims_in_words: dict[str, tuple[str, ...]]
    claim_verbs: dict[str, frozenset[str]]
    says_first: frozenset[str]
    quotes: dict[str, tuple[str, ...]]
    ties: dict[str, tuple[str, ...]]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    occasions: dict[str, str]
    definite_last: frozenset[str]
    definite_first: frozenset[str]
    known_by_kind: frozenset[str]
    definite_of: frozenset[str]
    determiners: frozenset[str]
    without_article: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
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
    of_kind = head[-1] in words.definite_last or " ".join(head[-2:]) in words.definite_last
    return "the " if of_kind or head[0] in words.definite_first else ""


def unnamed(words: str) -> str:
    """Somebody without a name as in a sentence: "the interior ministry", "a witness", "officials"."""
    small = in_sentence(words)
    head = head_of(small)
    if any(word[:1].isupper() for word in words.split()[1 : len(head)]):
        return words  # a name all the same
    table = sentences()
    if words == words.capitalize() and len(head) == len(small.split()) == 1 and not is_plural(small):
        return f"the {small}" if small in table.definite_last | table.known_by_kind else words
    if not head or _stands_alone(small, head):
        return small
    return f"the {small}" if head[-1] in table.definite_last | table.known_by_kind else a(small)


def _stands_alone(small: str, head: list[str]) -> bool:
    """Whether a noun takes no article: there is a word in its place, or it is a name or no one thing."""
    first, table = head[0], sentences()
    of_a_land = len(head) > 1 and first in load_gazetteer().adjectives  # "Norwegian officer"
    if first in table.determiners or first[:1].isdigit() or re.search(r"[’']s?$", first):
        return True
    bare = table.uncounted | table.without_article
    return not (small[:1].islower() or of_a_land) or is_plural(" ".join(head)) or head[-1] in bare


def is_plural(name: str) -> bool:
    """Whether what a name of a body or group means is plural: "security forces", not "Congress"."""
    last = re.split(r" (?:of|for|to|in) ", name)[0].lower().split()[-1:]
    if not last:
        return False
    of_men = last[0].endswith("men") and last[0] not in _ONE
    return of_men or last[0] in sentences().plurals or ends_in_plural(last[0])


def head_of(title: str) -> list[str]:
    """The words of a title before what tells more of its noun, in small letters."""
    words = title.lower().split()
    ends = sentences().ends_of_noun
    return words[: next((at for at, word in enumerate(words) if word in ends), len(words))]


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
