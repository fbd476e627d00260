"""Pieces: stretches of capitalised words with a first guess of what they name, and how to look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.reading.findings import Span
from dossier.reading.grammar.numberwords import NumberReader, QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import (
    GIVEN,
    MODIFIER,
    ROLE,
    SURNAME,
    TITLE,
    TitleTable,
    load_namewords,
    personal_names,
)
from dossier.reading.text.tokens import Around, Token

POSSESSIVE = frozenset(("'s", "’s", "'S", "’S", "’", "'"))
_NO_WORDS = frozenset('."“”')
_SMALL = frozenset(("of", "the", "and", "for", "&", "on", "in", "to", "de", "la", "del", "y"))
_LOCATIVE = frozenset(("in", "from", "near", "of", "at", "to", "outside", "across", "throughout"))


BEHIND_NAMES = frozenset(("ii", "iii", "iv", "jr", "sr", "phd", "mp", "mep", "qc", "kc", "sc", "esq", "ceo"))
"""What may stand in capitals behind somebody's name; "Harry Lume DVD" is another thing."""
BEHIND_FIRST = frozenset(("al", "bin", "bint", "ibn"))
"""What stands behind a first name, whatever title that looks like: "Sultan al-Varnu"."""
_GIVEN = frozenset("mfg")
"""Marks in the table of names: to whom one is given."""
_PORTFOLIO = 6
"""Tokens that may stand before the last word of what a minister is for."""


class BodyTable(NamedTuple):
    """Shape of lexicon/bodies.yaml."""

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
    heads_of_places: frozenset[str]
    speaking: frozenset[str]
    organisations_before: frozenset[str]
    persons_too: frozenset[str]
    bodies_only_behind: frozenset[str]
    partners_of_bodies: frozenset[str]
    vessels: frozenset[str]
    voyages: frozenset[str]
    cargo: frozenset[str]
    owners: frozenset[str]
    things_before: frozenset[str]
    storms: frozenset[str]
    perhaps_storms: frozenset[str]
    storm_acts: frozenset[str]
    weather: frozenset[str]
    given_titles: frozenset[str]
    company_forms: frozenset[str]
    calling: frozenset[str]
    above_places: frozenset[str]
    fields: frozenset[str]
    on_matters: frozenset[str]
    firms_too: frozenset[str]
    works_behind: frozenset[str]
    bands: frozenset[str]
    lordly: frozenset[str]
    floods: frozenset[str]
    firms: frozenset[str]
    unions: frozenset[str]
    of_another_name: frozenset[str]
    of_states: frozenset[str]
    joint_lands: frozenset[str]
    things_behind: frozenset[str]
    occasions_behind: frozenset[str]
    bodies_behind: frozenset[str]
    held_in_firms: frozenset[str]
    heads_of_firms: frozenset[str]
    parts_of_firms: frozenset[str]
    of_markets: frozenset[str]
    owned_by_companies: frozenset[str]
    grounds: frozenset[str]
    parts_of_parliaments: frozenset[str]
    legislating: frozenset[str]
    statutes: frozenset[str]
    parts_of_groups: frozenset[str]
    bare_bodies: frozenset[str]
    titles_in_names: frozenset[str]
    ruling: frozenset[str]
    peoples: frozenset[str]
    agents: frozenset[str]
    portfolio_holders: frozenset[str]
    site_openers: frozenset[str]
    body_openers: frozenset[str]
    streets: frozenset[str]
    works: frozenset[str]
    sports: frozenset[str]
    called_after_places: frozenset[str]
    told_by_their_noun: frozenset[str]
    ranks_of_bodies: frozenset[str]
    parts_of_outlets: frozenset[str]


def initials(words: Sequence[str]) -> frozenset[str]:
    """The acronyms a name may have: its initials with and without the small words."""
    parts = [part for word in words for part in word.replace("-", " ").split()]
    return frozenset(
        (
            "".join(word[0] for word in words),
            "".join(part[0] for part in parts),
            "".join(part[0] for part in parts if part not in _SMALL),
        )
    )


class Stretch:
    """A half-open range of tokens."""

    __slots__ = ()
    tokens: Sequence[Token]
    """All of the text's."""
    first: int
    stop: int

    @property
    def single(self) -> bool:
        """Whether it is one token."""
        return self.stop - self.first == 1

    @property
    def span(self) -> Span:
        """Its offsets."""
        return Span(self.tokens[self.first].start, self.tokens[self.stop - 1].end)

    @property
    def lower(self) -> str:
        """Its first token in small letters."""
        return self.tokens[self.first].lower

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters, without full stops."""
        tokens = self.tokens[self.first : self.stop]
        return tuple(token.lower for token in tokens if token.text not in _NO_WORDS)

    @property
    def initials(self) -> frozenset[str]:
        """The acronyms it may have."""
        return initials(self.words)

    @property
    def key(self) -> str:
        """Its words with one space between, initials and abbreviations without their stop."""
        return key_of(self.tokens, self.first, self.stop)


@dataclass(slots=True, eq=False)
class Run(Stretch):
    """A range that begins and ends with a capitalised word."""

    tokens: Sequence[Token]
    first: int
    stop: int
    initial: bool
    """Its first word opens a sentence or quotation, so that its capital says nothing."""
    titled: bool
    """In a headline or line where most words have a capital."""


@dataclass(slots=True, eq=False)
class Piece(Stretch):
    """A range and what it seems to name."""

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
    belief: float = 1.0
    """In its kind, where the evidence alone decided that."""
    tokens: Sequence[Token] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Looks at the tokens of its run."""
        self.tokens = self.run.tokens


class Extended(NamedTuple):
    """A name made of another one and words beside it, by a half-open range of tokens."""

    first: int
    stop: int
    kind: str
    """government_body, armed_group, organisation, people or place."""
    country: str | None
    key: str = ""
    """The same for different wordings of one body."""
    place: str | None = None
    """region or border."""


def key_of(tokens: Sequence[Token], first: int, stop: int) -> str:
    """Words in small letters with one space between, initials and abbreviations without their stop."""
    words = " ".join(t.lower for t in tokens[first:stop] if t.text != ".")
    return words.replace(" 's ", "'s ").replace(" ’s ", "'s ")


class RunWords(Around):
    """The words of one text, as the readers of runs ask about them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.words = load_namewords()
        self.gazetteer = load_gazetteer()
        self.seats = load_table("bodies", BodyTable).seats
        contexts = load_table("name_contexts", ContextTable)
        self.speaking, self.bodies = contexts.speaking, contexts.organisations_before
        self.titles_in_names = contexts.titles_in_names
        self.given_titles = contexts.given_titles
        titles = load_table("titles", TitleTable)
        self.abbreviated, self.portfolios = titles.abbreviated, titles.portfolios
        self.numbers = NumberReader(tokens, load_table("quantities", QuantityWords))

    def flags(self, index: int) -> int:
        """What the word at a token does in names."""
        return self.words.get(self.lower(index), 0)

    def is_personal(self, index: int) -> bool:
        """Whether people are called so."""
        return bool(self.flags(index) & (GIVEN | SURNAME)) or self.lower(index) in personal_names()

    def is_given(self, index: int) -> bool:
        """Whether the table of names has a word as somebody's first one."""
        return not _GIVEN.isdisjoint(personal_names().get(self.lower(index), ""))

    def key(self, first: int, stop: int) -> str:
        """The words of a range, as places are looked up by them."""
        return key_of(self.tokens, first, stop)

    def is_located(self, first: int) -> bool:
        """Whether a preposition of place stands before a token."""
        return self.lower(first - 1) in _LOCATIVE

    def is_acronym(self, first: int, stop: int) -> bool:
        """Whether a range is one word of capitals."""
        return stop - first == 1 and self.tokens[first].text.isupper() and len(self.tokens[first].text) > 1

    def is_short_title(self, index: int) -> bool:
        """Whether a word is a title by its letters ("PM") or of several parts ("Maj-General")."""
        text = self.tokens[index].text
        if text in self.abbreviated:
            behind = self.words.get(self.lower(index + 1).rpartition("-")[2], 0)
            return text.isupper() or bool(behind & TITLE)  # "Pol Maj-General X", but "Pol Brandt"
        parts = [self.words.get(part, 0) for part in text.lower().split("-")]
        return len(parts) > 1 and bool(parts[-1] & TITLE) and all(p & (TITLE | MODIFIER) for p in parts)

    def is_role(self, index: int) -> bool:
        """Whether a word says what somebody does, in the plural too."""
        word = self.tokens[index].lower
        forms = (word, word.removesuffix("s"), word.rpartition("-")[2])
        return any(self.words.get(form, 0) & ROLE for form in forms)

    def office_over(self, first: int, *links: str) -> int | None:
        """The office of which a word says what it is over: "minister for Women and Equalities Ann Lee"."""
        at = first - 1
        if self.lower(at) == ",":
            return None  # "Minister of Trade, Ana Lume"
        while at > max(first - _PORTFOLIO, 0) and (self.lower(at) in ("and", ",") or self.is_capital(at)):
            at -= 1
        return at - 1 if self.lower(at) in links and at > 0 and self.is_role(at - 1) else None
