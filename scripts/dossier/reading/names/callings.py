"""What a common noun beside a name calls its bearer: "the company X", "X, a mining firm", "the ferry X"."""

from __future__ import annotations

from functools import cached_property

from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import (
    ARMED,
    CLOSED,
    FUNCTION,
    NUMBER,
    SITE,
    Calendar,
    english_words,
)
from dossier.reading.names.pieces import POSSESSIVE, Piece
from dossier.reading.names.surroundings import Surroundings

_QUOTES = frozenset("\"“‘'«")
_CLAUSE_MARKS = frozenset((",", ";", ":", "that"))
_ARTICLES = frozenset(("a", "an", "the"))
_ON_FRONTS = frozenset(("on", "at", "along", "across", "to", "from"))
_AGENT = ("er", "or")
"""Endings of nouns that call a body or a person: "publisher", "operator"."""
_REACH = 7
"""Tokens of a description behind a name, up to its noun."""
_OWNED = 3
"""Tokens back from such a noun to whose it is."""
_TO_STATUTE = 6
"""Tokens from a parliament's verb to the law it passes."""
_LISTED = 12
"""Tokens of a list back to the noun that calls all its names: "brands such as X, Y and Z"."""
_BETWEEN_LISTED = frozenset((",", "and", "or", "the"))
_OPENING_LISTS = frozenset(("-", "--", "–", "—", ":", "("))
"""Marks between such a noun and the names: "three lakes – X, Y and Z –"."""


class Callings:
    """Reads the nouns beside the names of one article."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.contexts = around, around.contexts
        self.tokens = around.tokens

    @cached_property
    def _weekdays(self) -> frozenset[str]:
        return frozenset(load_table("calendar", Calendar).weekdays)

    @cached_property
    def _behind_al(self) -> list[Piece]:
        """The names that open with "al"."""
        return [piece for piece in self.around.pieces if piece.words[:1] == ("al",)]

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of names of several words or with a title."""
        named = (piece for piece in self.around.pieces if not piece.single or piece.title is not None)
        return frozenset(piece.words[-1] for piece in named)

    def called(self, pieces: list[Piece], kind: str = "person") -> str | None:
        """Organisation, place or none (a ship, a work), by the first piece that a noun calls one; or None.

        `kind` is what the names are taken for otherwise.
        """
        if any(piece.title is not None for piece in pieces):
            return None
        if self._is_storm(pieces[0]):
            return "none"
        if kind == "person" and any(map(self._is_above, pieces)):
            return "place"
        if kind == "place" and any(self._tells(piece) or self._plays(piece) for piece in pieces):
            return "organisation"
        for piece in pieces:
            personal = any(map(self.around.is_personal, range(piece.first, piece.stop)))
            called = self._before(piece, personal) or self._described(piece, personal)
            called = called or (None if personal else self._behind(piece, kind))
            called = called or ("organisation" if self._is_firm(piece) else None)
            unsure = called == "none" and personal and kind == "person" and self._is_mostly_bare(pieces)
            if called is not None and not unsure:
                return called
        return None

    def does_as_bodies_do(self, pieces: list[Piece], *, strange: bool) -> bool:
        """Whether a name makes laws or, where it is taken for a place in no list, ends as fighters' do."""
        acts = self.makes_laws(pieces) or any(map(self._has_fighters, pieces))
        return acts or (strange and self._fights(pieces))

    def _fights(self, pieces: list[Piece]) -> bool:
        """Whether a name in no list of places ends as those of fighters do: "the Northern Front will leave".

        None of where it is fought: "on the Northern Front".
        """
        first = pieces[0]
        armed = first.sure and first.kind == "organisation" and self.around.flags(first.stop - 1) & ARMED
        return bool(armed) and not any(self.around.lower(p.first - 2) in _ON_FRONTS for p in pieces)

    def _has_fighters(self, piece: Piece) -> bool:
        """Whether those who fight are of what is no ground: "rebels of the Reed Circle"."""
        last = self.around.lower(piece.stop - 1)
        ground = last in self.contexts.grounds | self.contexts.district_after | self.contexts.streets
        members = [self.around.lower(i) for i in range(piece.first - 3, piece.first)]
        fighters = members[0] in self.contexts.parts_of_groups and members[1:] == ["of", "the"]
        return fighters and not ground and not piece.single

    def _is_storm(self, piece: Piece) -> bool:
        """Whether a name opens with the word for a storm that nobody is called: "Cyclone Olga".

        "Storm Olga" too, where the article tells of weather, or of what storms do: "Storm Olga killed".
        """
        first = self.around.lower(piece.first)
        storm = first in self.contexts.storms and not self.around.is_personal(piece.first)
        perhaps = first in self.contexts.perhaps_storms
        perhaps = perhaps and (self._tells_of_weather or self._does_as_storms(piece))
        return (storm or perhaps) and not piece.single

    def _does_as_storms(self, piece: Piece) -> bool:
        """Whether what storms do stands right behind a name: "Storm Olga has killed"."""
        at = piece.stop + (self.around.lower(piece.stop) in ("has", "had", "have"))
        return self.around.lower(at) in self.contexts.storm_acts

    @cached_property
    def _tells_of_weather(self) -> bool:
        """Whether words for weather stand in the article in small letters."""
        return any(token.text in self.contexts.weather for token in self.tokens)

    def _is_above(self, piece: Piece) -> bool:
        """Whether what is built or flows is said to be above or below it: "the dam above Mala Vel"."""
        at = piece.first - 1
        at -= self.around.word(at) in ("from", "of")
        return self.around.word(at) in self.contexts.above_places and bool(self.around.flags(at - 1) & SITE)

    def _tells(self, piece: Piece) -> bool:
        """Whether a house is said to tell something: "according to the Harbour Centre"."""
        before = [self.around.lower(i) for i in range(_lead(piece) - 2, _lead(piece) + 1)]
        told = before == ["according", "to", "the"] or before[1:] == ["according", "to"]
        opens = self.around.word(_lead(piece)) == "The" or (before[2] == "the" and before[1] in _CLAUSE_MARKS)
        told = told or (opens and self.around.word(piece.stop) in self.around.speaking)
        return told and not piece.single and bool(self.around.flags(piece.stop - 1) & SITE)

    def _plays(self, piece: Piece) -> bool:
        """Whether what ends like a town takes the verb of many, as clubs do: "Osk City are out"."""
        many = self.around.lower(piece.stop) in ("are", "were", "have")
        listed = self.around.lower(piece.first - 1) in ("and", "or", ",")
        town = self.tokens[piece.stop - 1].lower in ("city", "town")
        return town and many and not piece.single and not listed

    def _is_mostly_bare(self, pieces: list[Piece]) -> bool:
        """Whether people are called so, and most mentions are without "the ship" or "the" before them."""
        bare = [p for p in pieces if self.around.lower(_lead(p)) != "the" and self._before(p, True) != "none"]
        return len(bare) * 2 > len(pieces)

    def is_work(self, pieces: list[Piece]) -> bool:
        """Whether a noun calls what ends like a body a work: "the drama Harbour Force"; none that made it."""
        works = self.contexts.things_before
        return any(
            self.around.word(_lead(p) - (self.around.word(_lead(p)) in _QUOTES)) in works
            and not self._is_verb(p.stop)
            for p in pieces
        )

    def are_things(self, pieces: list[Piece]) -> bool:
        """Whether a noun calls a work, band or vessel what opens like a noble title: "the band Queen X"."""
        lead = next((p for p in pieces if p.title is not None and self._is_thing(p)), None)
        if lead is None or lead.title is None:
            return False
        title = self.around.lower(lead.title[0])
        return all(p.title is None or self.around.lower(p.title[0]) == title for p in pieces)

    def _is_thing(self, piece: Piece) -> bool:
        contexts, noun = self.contexts, self.around.word(_lead(piece))
        noble = self.around.lower(_lead(piece) + 1) in self.around.roles.noble | contexts.lordly
        others = contexts.things_before | contexts.works_behind | contexts.bands
        called = noun in contexts.vessels or (noun in others and not self._is_verb(piece.stop))
        return noble and called

    def sail(self, pieces: list[Piece]) -> bool:
        """Whether they name a vessel: "the ferry X", "the Lady Anna sank", "the X was carrying 40 people"."""
        personal = any(self.around.is_personal(i) for p in pieces for i in range(p.first, p.stop))
        return any(map(self._sails, pieces)) and not (personal and self._is_mostly_bare(pieces))

    def _sails(self, piece: Piece) -> bool:
        if self.around.word(_lead(piece)) in self.contexts.vessels - self.contexts.organisations_before:
            return True
        if self.around.lower(_lead(piece)) != "the":
            return False
        behind = [self.around.lower(at) for at in range(piece.stop, piece.stop + _REACH)]
        carries = behind[0] in ("was", "is") and behind[1] == "carrying"
        return behind[0] in self.contexts.voyages or (carries and not self.contexts.cargo.isdisjoint(behind))

    def article_opens(self, pieces: list[Piece]) -> str | None:
        """Organisation or none for "al X" and its X, where no person's name ends so; None for "Al Brandt".

        An organisation is what has fighters, branches or affiliates.
        """
        first = pieces[0]
        if first.single:
            pieces = [p for p in self._behind_al if p.words[1:] == (first.lower,)] or pieces
        words, size = pieces[0].words, len(pieces[0].words)
        if words[0] != "al" or size == 1 or any(piece.title is not None for piece in pieces):
            return None
        if any(len(p.words) > size and p.words[-size:] == words for p in self.around.pieces):
            return None
        grouped = any(map(self._is_of_a_group, pieces))
        small = any(self.tokens[piece.first].text == "al" for piece in pieces)
        if grouped and (
            small or not any(map(self.around.is_personal, range(pieces[0].first + 1, pieces[0].stop)))
        ):
            return "organisation"
        return "none" if small else None

    def _is_of_a_group(self, piece: Piece) -> bool:
        """Whether words beside a name are said of groups: "an affiliate of X", "X fighters", "X, which"."""
        words = self.contexts.parts_of_groups
        beside = self.around.lower(piece.first - 2), self.around.lower(piece.stop)
        which = (self.around.word(piece.stop), self.around.lower(piece.stop + 1)) == (",", "which")
        called = which or self._before(piece, True) == "organisation" or self.around.is_group(piece)
        return called or any(word in words for word in beside)

    def is_state(self, pieces: list[Piece]) -> bool:
        """Whether a name that no list knows is a state's: "the prime minister of X", "X’s foreign ministry".

        Somebody has a foreign minister as well: by "X’s foreign minister" it is one only where something is
        said to be in X, and where nobody is called so.
        """
        first = pieces[0]
        known = first.key in self.around.gazetteer.places or self.around.is_personal(first.first)
        plain = first.lower in english_words()
        if not first.single or known or plain or not self.tokens[first.first].text.istitle():
            return False
        if first.lower in self._surnames:
            return False
        places = any(self.around.lower(piece.first - 1) in ("in", "to", "from") for piece in pieces)
        return any(self._has_what_states_have(piece, places) for piece in pieces)

    def _has_what_states_have(self, piece: Piece, is_placed: bool) -> bool:
        around, words = self.around, self.contexts.of_states
        if around.word(piece.stop) in POSSESSIVE:
            behind = f"{around.lower(piece.stop + 1)} {around.lower(piece.stop + 2)}"
            return behind in words and (is_placed or behind.endswith("ministry"))
        if around.lower(piece.first - 1) != "of":
            return False
        before = [around.lower(at) for at in range(piece.first - 4, piece.first - 1)]
        return " ".join(before[1:]) in words or " ".join(before) in words

    def makes_laws(self, pieces: list[Piece]) -> bool:
        """Whether words beside a name with "the" are said of parliaments: "the X passed a bill".

        "Deputies of the X" too; nothing that people are called by, nor a name that ends in somebody's.
        """
        inside = range(pieces[0].first, pieces[0].stop)
        personal = any(self.around.is_personal(at) or self.around.word(at).endswith(".") for at in inside)
        return not personal and any(map(self._legislates, pieces))

    def _legislates(self, piece: Piece) -> bool:
        if self.around.lower(piece.first - 1) != "the":
            return False
        seats = self.around.lower(piece.first - 2) == "of"
        if seats and self.around.lower(piece.first - 3) in self.contexts.parts_of_parliaments:
            return True
        behind = [self.around.lower(at) for at in range(piece.stop, piece.stop + _TO_STATUTE)]
        acts = behind[0] in self.contexts.legislating
        return acts and any(word in self.contexts.statutes for word in behind[1:])

    def things(self, groups: list[list[Piece]]) -> set[str]:
        """First and last words of the vessels and works named in full, which name them alone too."""
        words: set[str] = set()
        others: set[str] = set()
        for pieces in groups:
            ends = pieces[0].words[0], pieces[0].words[-1]
            if not pieces[0].single:
                thing = self.sail(pieces) or self.called(pieces) == "none"
                (words if thing else others).update(ends)
            elif any(piece.title is not None for piece in pieces):
                others.update(ends)
        return {word for word in words - others if word not in self.around.gazetteer.places}

    def _before(self, piece: Piece, personal: bool) -> str | None:
        """By the noun right before, or before the list it stands in; not in "the firm Brandt founded"."""
        at = piece.first - 1
        at -= self.around.word(at) in _QUOTES
        noun = self.around.word(at)
        if self._is_verb(piece.stop) and personal and noun not in self.contexts.vessels:
            return None
        plain = all(t.lower in english_words() for t in self.tokens[piece.first : piece.stop])
        if noun == "," and (plain or not personal) and self._is_owner(at - 1):
            return "organisation"
        partner = not personal and noun == "partner"
        if partner and self.around.lower(at - 1) in self.contexts.partners_of_bodies:
            return "organisation"
        return self._kind_of(noun, personal) or self._listed(piece.first)

    def _is_owner(self, at: int) -> bool:
        """Whether a noun before a comma tells who has or runs something: "the ferry's owner, X"."""
        lead = (self.around.lower(i) for i in range(at - _OWNED, at))
        return self.around.word(at) in self.contexts.owners and any(
            w in ("the", "its", *POSSESSIVE) for w in lead
        )

    def _listed(self, first: int) -> str | None:
        """By the plural before "such as" or a list: "parties like X, Y and Z", "two lakes: X and Y"."""
        at = first - 1
        while at > first - _LISTED and (
            self.around.lower(at) in _BETWEEN_LISTED or self.around.is_capital(at)
        ):
            at -= 1
        link = self.around.lower(at)
        if (self.around.lower(at - 1), link) == ("such", "as"):
            at -= 2
        elif link in ("like", "including", "namely"):
            at -= 1
        marked = self.around.word(at) in _OPENING_LISTS
        while self.around.word(at) in _OPENING_LISTS:
            at -= 1
        if link != self.around.lower(at):
            at -= self.around.word(at) == ","
        elif (self.around.word(at + 1) == "," and not self._is_number(at - 1)) or at == first - 1:
            return None  # "to explain the movements, Brandt …", but "two lakes, X and Y"
        noun = self.around.word(at)
        if not noun.endswith("s") or not noun.islower():
            return None
        one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
        if one in self.contexts.grounds and (marked or self._is_number(at - 1)):
            return "place"
        return self._kind_of(noun, True)

    def _is_number(self, at: int) -> bool:
        """Whether a word counts: "two", "3"."""
        return self.around.word(at).isdigit() or bool(self.around.flags(at) & NUMBER)

    def _described(self, piece: Piece, personal: bool) -> str | None:
        """By the noun of a description behind: "X, a mining company based in …"."""
        at = piece.stop
        if self.around.lower(at) == "on" and self.around.lower(at + 1) in self._weekdays:
            at += 2  # "reached X on Monday, a village in the north"
        if self.around.word(at) != "," or self.around.lower(at + 1) not in _ARTICLES:
            return None
        for index in range(at + 2, min(at + 2 + _REACH, len(self.tokens) - 1)):
            text = self.tokens[index].text
            plain = text.replace("-", "").isalpha()  # "a Lima-based company"
            if not plain or (self.around.flags(index) & CLOSED and index > at + 2):
                return None
            behind = self.around.word(index + 1)
            ends = not behind[:1].isalnum() or self.around.words.get(behind.lower(), 0) & FUNCTION
            if ends and behind not in POSSESSIVE and text.islower():
                kind = self._calls_behind(text, personal)
                if kind is not None or not behind[:1].isalnum():
                    return kind
        return None

    def _calls_behind(self, noun: str, personal: bool) -> str | None:
        """What the noun of an aside calls a name: a body more often than one before it does."""
        kind = self._kind_of(noun, personal)
        if noun in self.contexts.works_behind:
            return "none"
        if kind is None and noun in self.contexts.bodies_only_behind and not personal:
            return "organisation"
        return kind or ("place" if noun in self.contexts.grounds else None)

    def _behind(self, piece: Piece, kind: str) -> str | None:
        """By the noun right behind, or by what only a company has: "X buses", "X’s shareholders"."""
        at = piece.stop + (self.around.word(piece.stop) in POSSESSIVE)
        noun = self.around.word(at)
        if noun in self.contexts.owned_by_companies:
            return "organisation"
        if noun == "shares":  # "X shares fell", but "X shares a flat"
            verb = not self.around.lower(at + 1).isalpha() or self.around.lower(at + 1) in _ARTICLES
            return None if verb and at == piece.stop else "organisation"
        if at > piece.stop or kind != "person":
            return None  # "the Ansel bus stop"
        if noun in self.contexts.bodies_behind:
            return "organisation"
        return "none" if noun in self.contexts.things_behind else None

    def _is_firm(self, piece: Piece) -> bool:
        """Whether what is only said of firms stands beside it: "a stake in X", "X vice president".

        Not where one word is what somebody is called in full, who may have given the firm its name.
        """
        if piece.single and piece.lower in self._ends_of_names:
            return False
        before, noun = self.around.lower(piece.first - 1), self.around.lower(piece.first - 2)
        held = before == "in" and noun in self.contexts.held_in_firms
        held = held or (before == "of" and noun in self.contexts.parts_of_firms)
        at = piece.stop + (self.around.word(piece.stop) in POSSESSIVE)
        at += self.around.word(at) in ("senior", "executive", "deputy", "former")
        led = f"{self.around.word(at)} {self.around.word(at + 1)}" in self.contexts.heads_of_firms
        return held or led or self._employs(piece.stop)

    def _employs(self, at: int) -> bool:
        """Whether somebody of a trade that only firms have stands behind it: "X food analyst Ana Lume"."""
        at += self.around.word(at).islower() and self.around.word(at) not in self.contexts.of_markets
        return self.around.word(at) in self.contexts.of_markets and self.around.is_capital(at + 1)

    @cached_property
    def _ends_of_names(self) -> frozenset[str]:
        """The last words of names of several words, which one word may be short for."""
        return frozenset(piece.words[-1] for piece in self.around.pieces if not piece.single)

    def _kind_of(self, noun: str, personal: bool) -> str | None:
        """What a noun calls a name; a noun for a person as well tells nothing where people are called so."""
        if not noun.islower():
            return "none" if noun in self.contexts.vessels else None
        one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
        if {noun, one} & self.contexts.vessels or {noun, one} & self.contexts.things_before:
            return "none"
        if not {noun, one} & self.contexts.organisations_before or one in self.contexts.persons_too:
            return None
        return None if personal and one.endswith(_AGENT) else "organisation"

    def _is_verb(self, index: int) -> bool:
        """Whether a word may be the verb of which a name is the subject."""
        text = self.around.word(index)
        return text.islower() and text.isalpha() and not self.around.flags(index) & FUNCTION


def _lead(piece: Piece) -> int:
    """The token before a name and its title."""
    return (piece.title[0] if piece.title is not None else piece.first) - 1
