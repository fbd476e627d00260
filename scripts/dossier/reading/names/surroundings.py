"""What stands around a name and what it says of it: a place, a group, a list of names, an owner."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from dossier.reading.lexicon import load_table
from dossier.reading.names.entries import Entry
from dossier.reading.names.namewords import (
    ARMED,
    ARMED_ADJECTIVE,
    ARMED_HEAD,
    FUNCTION,
    GIVEN,
    KIN,
    NEVER,
    TITLE,
    NameTable,
)
from dossier.reading.names.pieces import ContextTable, Piece, RunWords
from dossier.reading.text.tokens import Token

_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_JOINED = re.compile("A[ln]-[A-Z].*")
"""An Arabic name with its article."""
_VIOLENT = 3
"""Different words of violence from which on an article is about it."""
_ALLIANCES = frozenset(("alliance", "coalition", "umbrella"))
_BODIES_TOO = frozenset(("host", "leader", "candidate", "defender", "specialist", "agent", "chair"))
"""Titles that stand before teams, companies and parties too."""
_CONSTITUENT = frozenset(("mp", "mps", "mla", "mlas", "senator"))
"""Behind a party or a constituency: which, the words don't say."""
_RETIRED = frozenset(("retd", "rtd", "ret", "retired"))
_KNOWN_CITY = 500_000
"""Inhabitants of a city that needs no preposition to be known as one."""
_KINDS_LISTED = frozenset(("organisation", "person", "armed_group"))


class Surroundings(RunWords):
    """Looks around the pieces of one article."""

    def __init__(
        self, tokens: list[Token], pieces: list[Piece], find: Callable[[Piece], Entry | None]
    ) -> None:
        super().__init__(tokens)
        self.ending = {piece.stop: piece for piece in pieces}
        self.beginning = {piece.first: piece for piece in pieces}
        self.contexts = load_table("name_contexts", ContextTable)
        self._names = load_table("name_words", NameTable)
        self._find = find
        self._lists: set[int] = set()
        """Tokens behind the words of a list of names."""

    @cached_property
    def is_violent(self) -> bool:
        """Whether the article is about violence."""
        return len(self._names.violence.intersection(token.lower for token in self.tokens)) >= _VIOLENT

    # -- kinds ------------------------------------------------------------------------------------

    def settle(self, piece: Piece, seen: int) -> bool:
        """Set the kind of a single word; False when it isn't sure to be a name.

        `seen` is how often the word stands with a capital where no sentence begins.
        """
        before, after = self.lower_at(piece.first - 1), self.lower_at(piece.stop)
        if len(self.tokens[piece.first].text) == 1:
            return False
        joined = _JOINED.fullmatch(self.tokens[piece.first].text) is not None
        doubtful = piece.run.initial and not (seen or joined or self.is_short_acronym(piece))
        if not doubtful and self.is_group(piece):
            piece.kind = "armed_group"
            return True
        if after == "news" and self.lower_at(piece.stop + 1) in ("agency", "agencies"):
            piece.kind = "organisation"
            piece.stop += 2
            piece.words = ()
            return True
        if not self._in_list(before, piece.first - 1) and self._settle_place(piece, before, after):
            return True
        if after == "$" or (doubtful and after not in self.contexts.speaking):
            return False
        kind = self._kind_beside(piece, before, after, seen)
        if kind is not None:
            piece.kind = kind
        return kind is not None

    def _settle_place(self, piece: Piece, before: str, after: str) -> bool:
        """Set a single word's kind to place where the gazetteer or the words around say so."""
        if before == "," and self.words.get(self.lower_at(piece.first - 2), 0) & KIN:
            return False  # "his wife, Ann,"
        place = self.gazetteer.places.get(self.tokens[piece.first].lower)
        if (
            place is not None
            and (before in self.contexts.locative or place.population > _KNOWN_CITY or after == ",")
            and not (before == "the" and place.kind == "city" and self.flags(piece.first))
        ):
            piece.kind, piece.place, piece.country = "place", place.kind, place.country
        elif before == "of" and self.lower_at(piece.first - 2) in self.contexts.parts_before:
            piece.kind, piece.place = "place", "place"
        elif after in self.contexts.district_after:
            piece.kind, piece.place = "place", "province"
        else:
            return False
        return True

    def _kind_beside(self, piece: Piece, before: str, after: str, seen: int) -> str | None:
        given = self.flags(piece.first) & GIVEN
        if before == ":" and self.lower_at(piece.first - 2) in self.contexts.credits:
            return "person"
        listed = self._listed(piece, before)
        if listed is not None:
            return listed
        if self.is_short_acronym(piece):
            return "organisation"
        if before in self.contexts.inside or (before == "at" and self.is_violent):
            return "place"
        if after in _CONSTITUENT:
            return None
        if before == "told" and given:
            return "organisation"  # a paper of that name: people are told by more than a first name
        if given or after in self.contexts.after_person:
            return "person"
        if self.text_at(piece.first - 1) == "The" and self.text_at(piece.first - 2).islower():
            return "organisation"  # The Times
        named = before in self.bodies or after in self.bodies or after in self.contexts.acting
        named = named or before in ("at", "from")
        return (
            "organisation"
            if named or _JOINED.fullmatch(self.tokens[piece.first].text) or after in _POSSESSIVE or seen > 1
            else None
        )

    def is_known(self, piece: Piece) -> bool:
        """Whether a single word is a place, an adjective or a word of names: it may be no surname."""
        word = self.tokens[piece.first].lower
        return (
            self.words.get(word, 0) & ~GIVEN != 0
            or word in self.gazetteer.places
            or word in self.gazetteer.adjectives
            or self.is_short_acronym(piece)
        )

    def is_office(self, index: int) -> bool:
        """Whether a word in small letters is the title of an office."""
        return self.text_at(index).islower() and self.is_office_word(self.text_at(index))

    def is_office_word(self, title: str) -> bool:
        """Whether a title's first noun of office is one that only people hold."""
        return any(
            self.words.get(word, 0) & TITLE and word not in _BODIES_TOO for word in title.lower().split()
        )

    def retired_title(self, name: int) -> int | None:
        """Token where "Justice (retd)" before a name begins; None when it doesn't stand there."""
        at = name - 1
        if self.text_at(at) != ")":
            return None
        at -= 1 + (self.text_at(at - 1) == ".")
        if self.lower_at(at) not in _RETIRED or self.text_at(at - 1) != "(":
            return None
        title = self.ending.get(at - 1)
        return title.first if title is not None and title.kind == "title" else None

    def kind_of_body(self, piece: Piece) -> str:
        """What kind of organisation it is."""
        if self.key(piece.first, piece.stop) in self.seats:
            return "government_body"
        if self.is_group(piece):
            return "armed_group"
        if piece.kind == "person" and self.lower_at(piece.stop) in ("fighters", "militiamen", "cadres"):
            return "organisation"
        before = [token.lower for token in self.tokens[max(piece.first - 7, 0) : piece.first]]
        if before[-2:] == [",", "the"] and _ALLIANCES & set(before):
            return "alliance"
        armed = any(self.flags(i) & ARMED for i in range(piece.first, piece.stop))
        return "armed_group" if armed and self.is_violent else piece.kind

    def is_group(self, piece: Piece) -> bool:
        """Whether words behind the name call it an armed group."""
        armed = False
        for index in range(piece.stop, min(piece.stop + 3, len(self.tokens))):
            flags = self.flags(index)
            if self.tokens[index].text in self._names.armed_nouns:
                return True
            if flags & ARMED_HEAD and self.tokens[index].text[0].islower():
                return armed or self.is_violent
            if not flags & ARMED_ADJECTIVE:
                return False
            armed = True
        return False

    def is_short_acronym(self, piece: Piece) -> bool:
        """Whether a piece is an acronym that may name somebody."""
        token = self.tokens[piece.first]
        return (
            2 <= len(token.text) <= 8 and token.text.isupper() and not self.words.get(token.lower, 0) & NEVER
        )

    # -- lists ------------------------------------------------------------------------------------

    def _in_list(self, before: str, at: int) -> bool:
        if before not in (",", "and", "or"):
            return False
        return at in self._lists or (self.text_at(at - 1) == "," and at - 1 in self._lists)

    def _listed(self, piece: Piece, before: str) -> str | None:
        """Kind of a single word that "such as" opens, or that a list ties to a name."""
        if before == "as" and self.lower_at(piece.first - 2) == "such":
            self._lists.add(piece.stop)
            return "organisation"
        if before not in ("and", "or", ","):
            return None
        at = piece.first - 1
        if before != "," and self.text_at(at - 1) == ",":
            at -= 1
        other = self.ending.get(at)
        if other is None or (self.text_at(at) == "," and other.stop not in self._lists):
            return None
        entry = self._find(other)
        if entry is None or entry.kind not in _KINDS_LISTED:
            return None
        self._lists.add(piece.stop)
        return entry.kind

    # -- owners -----------------------------------------------------------------------------------

    def owner(self, first: int) -> str | None:
        """Country whose adjective or possessive stands before a token, up to two small words between."""
        at = first
        while at > 0 and first - at < 2 and self._may_stand_between(at - 1):
            at -= 1
        if self.text_at(at - 1) in _POSSESSIVE:
            at -= 1
        owner = self.ending.get(at)
        return owner.country if owner is not None and owner.kind in ("adjective", "country") else None

    def _may_stand_between(self, index: int) -> bool:
        text = self.tokens[index].text
        return text.islower() and text not in _POSSESSIVE and not self.flags(index) & FUNCTION
