"""Pieces: stretches of capitalised words with a first guess of what they name, and how to look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dossier.reading.grammar.numberwords import NumberReader, QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.names.chunks import Run
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import ROLE, load_namewords
from dossier.reading.text.tokens import Token

_LOCATIVE = frozenset(("in", "from", "near", "of", "at", "to", "outside", "across", "throughout"))


class BodyTable(NamedTuple):
    """Shape of lexicons/bodies.yaml."""

    modifiers: frozenset[str]
    heads: frozenset[str]
    heads_with_modifier: frozenset[str]
    same: frozenset[str]
    seats: frozenset[str]
    owned: frozenset[str]


class ContextTable(NamedTuple):
    """Shape of lexicon/name_contexts.yaml."""

    country_locative: frozenset[str]
    head_offices: frozenset[str]
    directions: frozenset[str]
    district_after: frozenset[str]
    parts_before: frozenset[str]
    speaking: frozenset[str]
    organisations_before: frozenset[str]


@dataclass(slots=True)
class Piece:
    """A half-open range of tokens and what it seems to name."""

    first: int
    stop: int
    kind: str
    """person, organisation, place, country, adjective, title, other or unknown."""
    run: Run
    sure: bool = False
    title: tuple[int, int] | None = None
    """Tokens of the title before a person's name."""
    country: str | None = None
    place: str | None = None
    """Kind of place."""
    words: tuple[str, ...] = ()
    """Its words in small letters, once somebody has asked for them."""


class RunWords:
    """The words of one text, as the readers of runs ask about them."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.words = load_namewords()
        self.gazetteer = load_gazetteer()
        self.seats = load_table("bodies", BodyTable).seats
        contexts = load_table("name_contexts", ContextTable)
        self.speaking, self.bodies = contexts.speaking, contexts.organisations_before
        self.numbers = NumberReader(tokens, load_table("quantities", QuantityWords))

    def flags(self, index: int) -> int:
        """What the word at a token does in names."""
        return self.words.get(self.tokens[index].lower, 0)

    def key(self, first: int, stop: int) -> str:
        """Words in small letters with one space between, initials and abbreviations without their stop."""
        words = " ".join(t.lower for t in self.tokens[first:stop] if t.text != ".")
        return words.replace(" 's ", "'s ").replace(" ’s ", "'s ")

    def text_at(self, index: int) -> str:
        """The token's text; empty beyond the text."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def lower_at(self, index: int) -> str:
        """The token's text in small letters; empty beyond the text."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_located(self, first: int) -> bool:
        """Whether a preposition of place stands before a token."""
        return self.lower_at(first - 1) in _LOCATIVE

    def is_acronym(self, first: int, stop: int) -> bool:
        """Whether a range is one word of capitals."""
        return stop - first == 1 and self.tokens[first].text.isupper() and len(self.tokens[first].text) > 1

    def is_role(self, index: int) -> bool:
        """Whether a word says what somebody does, in the plural too."""
        word = self.tokens[index].lower
        forms = (word, word.removesuffix("s"), word.rpartition("-")[2])
        return any(self.words.get(form, 0) & ROLE for form in forms)
