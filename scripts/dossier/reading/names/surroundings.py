"""What stands around a name and what it says of it: a place, a group, a list of names, an owner."""

from __future__ import annotations

from functools import cached_property

from dossier.reading.lexicon import load_table
from dossier.reading.names.entries import initials
from dossier.reading.names.namewords import (
    ARMED,
    ARMED_ADJECTIVE,
    ARMED_HEAD,
    FUNCTION,
    NEVER,
    TITLE,
    NameTable,
)
from dossier.reading.names.pieces import ContextTable, Piece, RunWords
from dossier.reading.text.tokens import Token

_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_VIOLENT = 3
"""Different words of violence from which on an article is about it."""
_ALLIANCES = frozenset(("alliance", "coalition", "umbrella"))
_BODIES_TOO = frozenset(("host", "leader", "candidate", "defender", "specialist", "agent", "chair"))
"""Titles that stand before teams, companies and parties too."""
_RETIRED = frozenset(("retd", "rtd", "ret", "retired"))


class Surroundings(RunWords):
    """Looks around the pieces of one article."""

    def __init__(self, tokens: list[Token], pieces: list[Piece]) -> None:
        super().__init__(tokens)
        self.ending = {piece.stop: piece for piece in pieces}
        self.beginning = {piece.first: piece for piece in pieces}
        self.contexts = load_table("name_contexts", ContextTable)
        self._names = load_table("name_words", NameTable)

    @cached_property
    def is_violent(self) -> bool:
        """Whether the article is about violence."""
        return len(self._names.violence.intersection(token.lower for token in self.tokens)) >= _VIOLENT

    # -- kinds ------------------------------------------------------------------------------------

    def has_letters_behind(self, piece: Piece) -> bool:
        """Whether the initials of a name stand in brackets behind it: "X Y (XY)"."""
        if self.text_at(piece.stop) != "(" or self.text_at(piece.stop + 2) != ")":
            return False
        words = tuple(token.lower for token in self.tokens[piece.first : piece.stop])
        return self.text_at(piece.stop + 1).isupper() and self.lower_at(piece.stop + 1) in initials(words)

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

    # -- owners -----------------------------------------------------------------------------------

    def owner(self, first: int) -> str | None:
        """Country whose adjective or possessive stands before a token, up to two small words between.

        A bare name of one owns only what it stands beside: none in "Peru met Foreign Minister Ana Lume".
        """
        at = first
        while at > 0 and first - at < 2 and self._may_stand_between(at - 1):
            at -= 1
        kinds = ("adjective", "country") if at == first else ("adjective",)
        if self.text_at(at - 1) in _POSSESSIVE:
            at, kinds = at - 1, ("adjective", "country")
        owner = self.ending.get(at)
        return owner.country if owner is not None and owner.kind in kinds else None

    def _may_stand_between(self, index: int) -> bool:
        text = self.tokens[index].text
        return text.islower() and text not in _POSSESSIVE and not self.flags(index) & FUNCTION
