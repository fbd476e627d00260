"""What speaks against the kind that a name is taken for: a name of which that is so is left open.

The weights add up what speaks for each kind; what is here contradicts one, however much speaks for it.
"""

from __future__ import annotations

from functools import cached_property

from dossier.reading.names.evidence import known_bodies
from dossier.reading.names.namewords import CLOSED, DISTRICT, KIN, SITE, english_words
from dossier.reading.names.pieces import POSSESSIVE, Piece
from dossier.reading.names.surroundings import CLOSING_MARKS, OPENING_MARKS, Surroundings

_TO_OWN = 6
"""Tokens from a name to what is its own: "has announced the sale of its"."""
_HELPING = frozenset(  # before the verb of what has something, which is one
    ("has", "had", "is", "was", "will", "would", "may", "must", "could", "should", "just", "also")
)
_NO_VERBS = frozenset(("and", "or", "that", "as", "on", "which", "who", "where", "for"))
"""Words behind which another may own it: "praised the film for its", "is on its"."""
_ENDS, _LISTING = frozenset((".", ";", ":", ")")), frozenset(("and", "or", "to"))
"""Marks behind which nothing is described by a name; words behind which something may be."""
_SPORTING = 5
"""Different words of sport from which on an article is about it."""
_WHERE = frozenset(
    ("in", "at", "near", "outside", "across", "throughout", "around", "city", "town", "downtown")
)
"""Words right before a name that is a place there, in reports of sport too."""
_OF_BODIES = frozenset(("partner", "friend", "sister", "daughter", "father", "parents"))
"""Kin and friends whom towns and bodies have as well: "Osk’s sister city", "the union’s father"."""


class Contrary:
    """Asks this of one article's names."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.contexts = around, around.contexts

    def speaks_against(self, pieces: list[Piece], kind: str) -> bool:
        """Whether words beside the pieces of one name, or the article, contradict its being of a kind."""
        if kind == "person":
            thing = any(self._opens_as_thing(piece) or self._has_its_own(piece) for piece in pieces)
            return thing or self._are_survivors(pieces) or self._is_only_quoted(pieces)
        if any(map(self._has_kin, pieces)) or all(map(self._is_of_occasion, pieces)):
            return True
        if kind == "place" and any(self._is_no_town(piece) for piece in pieces):
            return True
        return kind == "place" and (self._governs(pieces) or all(map(self._is_strange_the, pieces)))

    def _is_no_town(self, piece: Piece) -> bool:
        """Whether what a town is called is a river or a firm: "the Osk, meanwhile, said", "gaming group Osk".

        What a town has behind "the" is its own: "the Osk court".
        """
        around, before = self.around, self.around.word(piece.first - 1)
        known = around.gazetteer.places.get(piece.key)
        common = all(word in english_words() for word in piece.words)  # "the West End" is some end
        if known is None or known.kind != "city" or common or f"the {piece.key}" in around.gazetteer.places:
            return False
        if before.lower() != "the":
            return before in self.contexts.organisations_before
        behind = around.word(piece.stop)
        ends = behind in _ENDS or (behind == "," and around.word(piece.stop + 1).islower())
        acts = around.flags(piece.stop) & CLOSED and behind not in _LISTING
        return ends or bool(acts) or behind in around.speaking

    def _is_strange_the(self, piece: Piece) -> bool:
        """Whether one strange word with an article tells of no place: "the Osk pool", "the Osfra [Union]".

        What has an article and nothing behind it may be a river.
        """
        around, behind = self.around, self.around.word(piece.stop)
        strange = piece.single and not piece.sure and piece.key not in around.gazetteer.places
        if not strange or around.lower(piece.first - 1) != "the":
            return False
        land = around.flags(piece.stop) & (SITE | DISTRICT) or behind in self.contexts.district_after
        thing = english_words().get(behind, "").startswith("n") and behind.islower() and not land
        return thing or behind in ("[", "(") or piece.lower in english_words()

    def _are_survivors(self, pieces: list[Piece]) -> bool:
        """Whether those who are many only open sentences: "Survivors said"."""
        first = pieces[0]
        word = first.lower
        many = first.single and word.endswith("s") and word[:-1].endswith(tuple(self.contexts.agents))
        return (
            many and all(piece.run.initial for piece in pieces) and not self.around.is_personal(first.first)
        )

    def _is_only_quoted(self, pieces: list[Piece]) -> bool:
        """Whether several words without a title only stand in marks of their own: the “Reef Nova” team."""
        return all(not p.single and p.title is None and self._is_in_marks(p) for p in pieces)

    def _opens_as_thing(self, piece: Piece) -> bool:
        """Whether what opens a sentence is nobody by "which" and "its": "Anna Lume, which left its hall"."""
        around, first = self.around, piece.first
        if first != piece.run.first or not piece.run.initial or piece.title is not None:
            return False
        sentence = around.text.sentence_at(around.tokens[first].start)
        owned = any(around.lower(at) == "its" for at in range(piece.stop, sentence.stop))
        return owned and (around.word(piece.stop), around.lower(piece.stop + 1)) == (",", "which")

    def _has_its_own(self, piece: Piece) -> bool:
        """Whether what a name does is done to what is its own: "Hale has replaced its chief"."""
        words = [self.around.word(at) for at in range(piece.stop, piece.stop + _TO_OWN)]
        own = next((at for at, word in enumerate(words) if word == "its"), 0)
        acts = all(word.islower() and word not in _NO_VERBS for word in words[:own])
        return piece.title is None and own > 0 and acts and all(map(self._does, (words[0], words[own - 1])))

    def _does(self, word: str) -> bool:
        """Whether a word may be a verb, or stand before one that has something for its subject."""
        small = self.around.words.get(word, 0) & CLOSED
        return word in _HELPING or ("v" in english_words().get(word, "") and not small)

    def _is_in_marks(self, piece: Piece) -> bool:
        mark, behind = piece.first - 1, piece.stop + (self.around.word(piece.stop) in (",", "."))
        marked = self.around.word(mark) in OPENING_MARKS and self.around.word(behind) in CLOSING_MARKS
        return marked and self.around.lower(mark - 1) != "named"  # "a man named “Ana Lume”"

    def plays(self, pieces: list[Piece]) -> bool:
        """Whether a report of sport names a town or province and nothing to be there: "Osk beat Tarn 2-1".

        Who plays is called so, and where one of them is named as a place, it is that place.
        """
        return self.may_be_side(pieces[0]) and not any(map(self._is_where, pieces))

    def may_be_side(self, piece: Piece) -> bool:
        """Whether a report of sport may call those who play so: by the name of their town or province."""
        known = self.around.gazetteer.places.get(piece.key)
        return known is not None and known.kind in ("city", "province") and self._is_of_sport

    @cached_property
    def _is_of_sport(self) -> bool:
        return len(self.contexts.sports.intersection(t.lower for t in self.around.tokens)) >= _SPORTING

    def _is_where(self, piece: Piece) -> bool:
        """Whether words beside a name say where something is: "in X", "X, Norland", "X — " of a dateline."""
        before, behind = self.around.lower(piece.first - 1), self.around.word(piece.stop)
        if all(t.text.isupper() for t in piece.tokens[piece.first : piece.stop]):
            return True  # in a dateline
        land = self.around.beginning.get(piece.stop + 1) if behind == "," else None
        town = self.around.ending.get(piece.first - 1) if before == "," else None
        if (land is not None and self._is_land(land)) or (town is not None and self._is_land(piece)):
            return True  # "Osk, Norland"
        part = before == "of" and self.around.lower(piece.first - 2) in self.contexts.parts_before
        return before in _WHERE or part or behind in self.contexts.district_after

    def _is_land(self, piece: Piece) -> bool:
        known = self.around.gazetteer.places.get(piece.key)
        return piece.kind == "country" or (known is not None and known.kind == "province")

    def _governs(self, pieces: list[Piece]) -> bool:
        """Whether who governs in "the X regime" may be a group; "the X family" is of nowhere."""
        owners = self.contexts.ruling | self.contexts.peoples
        governs = all(self.around.lower(p.stop) in owners for p in pieces)
        return governs and all(p.place is None for p in pieces)

    def _has_kin(self, piece: Piece) -> bool:
        """Whether it has a mother or a brother, as no place or body has: "Victoria’s mother"."""
        owns = piece.single and self.around.word(piece.stop) in POSSESSIVE
        kin = self.around.flags(piece.stop + 1) & KIN
        return owns and bool(kin) and self.around.lower(piece.stop + 1) not in _OF_BODIES

    def _is_of_occasion(self, piece: Piece) -> bool:
        """Whether a name in no list only tells which prize, match or film is meant: "the Tarvo awards"."""
        around, contexts = self.around, self.contexts
        listed = piece.sure or piece.key in known_bodies() or piece.key in around.gazetteer.places
        behind = piece.stop
        if around.word(behind) in ("-", "–") and around.is_capital(behind + 1):
            behind += 2  # "the Osk–Tarvo scale"
        thing = around.word(behind) in contexts.occasions_behind
        return not listed and (thing or around.word(piece.first - 1) in contexts.things_before)
