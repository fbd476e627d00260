"""What stands around a name and what it says of it: a place, a group, a list of names, an owner."""

from __future__ import annotations

from functools import cached_property

from dossier.reading.findings import RoleFinding
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import (
    ARMED,
    ARMED_ADJECTIVE,
    ARMED_HEAD,
    CLOSED,
    FUNCTION,
    NEVER,
    ROLE,
    TITLE,
    NameTable,
    english_words,
)
from dossier.reading.names.pieces import POSSESSIVE, ContextTable, Piece, RunWords, initials
from dossier.reading.names.roles import RoleReader
from dossier.reading.names.segments import find_pieces
from dossier.reading.text.article import Article

_VIOLENT = 3
"""Different words of violence from which on an article is about it."""
_NO_BODIES = frozenset(("adjective", "country", "title", "other", "person", "people", "unknown"))
"""Kinds of which nobody is president or mayor: a state is told apart from its office."""
_ASIDE = 7
"""Tokens from the comma of an aside to the noun in it."""
OPENING_MARKS, CLOSING_MARKS = frozenset("\"“‘'«"), frozenset("\"”’'»")
"""Quotation marks before a name and behind it."""
_PARTS_OF_TOWNS = frozenset(("neighborhood", "neighbourhood", "quarter", "slum", "suburb"))
_ALLIANCES = frozenset(("alliance", "coalition", "umbrella"))
_GROUPS = frozenset(("groups", "movements", "organisations", "organizations"))
"""Plurals that name nobody: what stands before one tells what several deal with."""


class Surroundings(RunWords):
    """Looks around the pieces of one article."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.text.tokens)
        self.article, self.text = article, article.text
        self.pieces = find_pieces(article)
        self.ending = {piece.stop: piece for piece in self.pieces}
        self.beginning = {piece.first: piece for piece in self.pieces}
        self.roles = RoleReader(self.text, article.published)
        self.contexts = load_table("name_contexts", ContextTable)
        self._names = load_table("name_words", NameTable)
        self.offices = self._names.offices

    @cached_property
    def is_violent(self) -> bool:
        """Whether the article is about violence."""
        return len(self._names.violence.intersection(token.lower for token in self.tokens)) >= _VIOLENT

    # -- kinds ------------------------------------------------------------------------------------

    def has_letters_behind(self, piece: Piece) -> bool:
        """Whether the initials of a name stand in brackets behind it: "X Y (XY)"."""
        if self.word(piece.stop) != "(" or self.word(piece.stop + 2) != ")":
            return False
        words = [token.lower for token in self.tokens[piece.first : piece.stop]]
        return self.word(piece.stop + 1).isupper() and self.lower(piece.stop + 1) in initials(words)

    def known_place(self, piece: Piece) -> tuple[str, str | None]:
        """What kind of place a name is, and in which country, as far as the gazetteer knows.

        "the Delta" is some delta, and not the town that is called Delta; "the San Borja neighbourhood" is
        part of a town.
        """
        known = self.gazetteer.places.get(piece.key)
        if known is None:
            return "place", None
        common = self.lower(piece.first - 1) == "the" and all(w in english_words() for w in piece.words)
        if self.is_part_of_town(piece) or (common and known.kind in ("city", "province")):
            return "place", None
        return known.kind, known.country

    def is_part_of_town(self, piece: Piece) -> bool:
        """Whether the noun behind a name makes it part of a town, whatever town is called so."""
        return self.lower(piece.stop) in _PARTS_OF_TOWNS

    def is_office_word(self, title: str) -> bool:
        """Whether a title has a noun of office."""
        return any(self.words.get(word, 0) & TITLE for word in title.lower().split())

    def kind_of_body(self, piece: Piece) -> str:
        """What kind of organisation it is."""
        if piece.key in self.seats:
            return "government_body"
        if self.is_group(piece):
            return "armed_group"
        before = [token.lower for token in self.tokens[max(piece.first - 7, 0) : piece.first]]
        if before[-2:] == [",", "the"] and _ALLIANCES & set(before):
            return "alliance"
        armed = any(self.flags(i) & ARMED for i in range(piece.first, piece.stop))
        return "armed_group" if armed and self.is_violent else piece.kind

    def _tells_what_groups_do(self, piece: Piece, at: int) -> bool:
        """Whether a plural behind one name is of groups that deal with it: "Human Rights groups".

        Not behind the last of two names: "the X and Y groups".
        """
        listed = self.lower(piece.first - 1) in ("and", ",") and self.is_capital(piece.first - 2)
        return self.lower(at) in _GROUPS and not listed

    def is_before_groups(self, piece: Piece) -> bool:
        """Whether a name only tells what groups right behind it deal with, or of what sort they are."""
        return self._tells_what_groups_do(piece, piece.stop) if piece.stop < len(self.tokens) else False

    def is_group(self, piece: Piece) -> bool:
        """Whether words beside the name call it an armed group: "X rebels", "the militant group X"."""
        armed = False
        if self._is_outfit(piece.first - 1) or self._is_outfit_behind(piece.stop):
            return True
        for index in range(piece.stop, min(piece.stop + 3, len(self.tokens))):
            flags = self.flags(index)
            if self._are_in_arms(self.tokens[index].text, piece):
                return True
            if flags & ARMED_HEAD and self.tokens[index].text[0].islower():
                return armed or (self.is_violent and not self._tells_what_groups_do(piece, index))
            if not flags & ARMED_ADJECTIVE:
                return False
            armed = True
        return False

    def _are_in_arms(self, word: str, piece: Piece) -> bool:
        """Whether a word behind a name tells of its people in arms: "X rebels"; of a town it is no name."""
        known = self.gazetteer.places.get(piece.key)
        somewhere = known is not None and known.kind in ("city", "province", "region")
        named = word in self._names.fighting and not (piece.single and self.word(piece.first).isupper())
        return not somewhere and (named or word in self._names.armed_nouns)

    def _is_outfit(self, at: int) -> bool:
        """Whether a word is a noun for a group that the word before says bears arms: "militant group"."""
        one = self.word(at).islower() and not self.word(at).endswith("s")
        return one and bool(self.flags(at) & ARMED_HEAD) and self.lower(at - 1) in self._names.in_arms

    def _is_outfit_behind(self, comma: int) -> bool:
        """Whether an aside behind a comma calls a name such a group: ", an Islamist militant group,"."""
        if self.word(comma) != ",":
            return False
        article = comma + 1 + (self.word(comma + 1) in CLOSING_MARKS)  # "the “X,” a rebel group"
        if self.lower(article) not in ("a", "an", "the"):
            return False
        at = article + 1
        while at < comma + _ASIDE and self.word(at).isalpha() and not self.flags(at) & CLOSED:
            if self._is_outfit(at):
                return not self.flags(at + 1) & (ARMED_HEAD | ROLE)
            at += 1
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
        if self.word(at - 1) in POSSESSIVE:
            at, kinds = at - 1, ("adjective", "country")
        owner = self.ending.get(at)
        return owner.country if owner is not None and owner.kind in kinds else None

    def _may_stand_between(self, index: int) -> bool:
        text = self.tokens[index].text
        return text.islower() and text not in POSSESSIVE and not self.flags(index) & FUNCTION

    # -- what a name's bearer is ------------------------------------------------------------------

    def acts(self, piece: Piece) -> bool:
        """Whether a country does something where it is named: it is no mere place there."""
        before = self.lower(piece.first - 1)
        listed = self.ending.get(piece.first - 1) if before == "," else None
        if listed is not None and listed.kind == "country" and self.lower(piece.stop) in (",", "and"):
            return self.acts(listed)  # "Fiji, Tonga and Samoa signed it"
        return (before not in self.contexts.country_locative and before != ",") or self._is_spoken_for(piece)

    def _is_spoken_for(self, piece: Piece) -> bool:
        """Whether officials act for a country: "the ministers of X, Y and Z"."""
        before = self.lower(piece.first - 1)
        if before == "of":
            office = self.lower(piece.first - 2)
            return office.endswith("s") and self.is_office_word(office.removesuffix("s"))
        other = self.ending.get(piece.first - 1) if before == "," else None
        return other is not None and other.kind == "country" and self._is_spoken_for(other)

    def roles_of(self, piece: Piece) -> list[RoleFinding]:
        """What the words before and behind a person's name say the person is."""
        if piece.title is not None:
            owner = self.owner(self.roles.whole_title(piece.title[0])) or self._shared_owner(piece)
            role = self.roles.of_title(*piece.title, owner, self._body_before(piece, piece.title[0]))
            office = self.roles.before_title(piece.title[0], piece.stop)
        else:
            role = self.roles.before(piece.first, piece.stop)
            office = None
        behind = self.roles.after(piece.stop, capitals=True)
        if behind is not None and self.lower(piece.stop + 1) == "now":
            role = None  # "Captain Stam, now president,": nobody says he is captain still
        if behind is not None and role is not None and self.word(piece.first - 1) == ",":
            comma = self.text.token_at(behind.span.end)
            if self.word(comma) == "," and comma + 1 in self.beginning:
                behind = None  # "the mayor, Stam, the judge, Lume, and": one by one
        found = (role, office, behind)
        return [each for each in found if each is not None]

    def _body_before(self, piece: Piece, title: int) -> int | None:
        """Where the name begins that says of what a title is: "Lund Bank President X", "Florida Governor Y".

        Not where a preposition or a verb of telling has it: "in Lund Mayor X spoke", "told AFP President X";
        nor where it is only a part: "the Port and | Reef Ministry Secretary X". No body has a king.
        """
        body = self.ending.get(self.roles.whole_title(title))
        if body is None or body.run is not piece.run:
            return None
        lettered = body.kind == "unknown" and self.is_acronym(body.first, body.stop)
        if body.kind in _NO_BODIES and not lettered:
            return None
        before = self.lower(body.first - 1)
        if self._is_part(body) or self.lower(title) in self.roles.noble:
            return None
        located = self.is_located(body.first) if body.kind == "place" else before in ("in", "at")
        return None if located or before in self.roles.telling or self._is_sent_to(body) else body.first

    def _is_sent_to(self, body: Piece) -> bool:
        """Whether a name says where another office is sent: "Envoy to the Gulf of Tarn | Ambassador X"."""
        link = body.first - 1 - (self.lower(body.first - 1) == "the")
        office = self.is_capital(link - 1) and self.flags(link - 1) & TITLE
        return self.lower(link) in ("to", "for") and bool(office)

    def _is_part(self, body: Piece) -> bool:
        """Whether a body's name goes on before it, or was cut: "the Port and | Reef Ministry"."""
        joined = self.lower(body.first - 1) in ("and", "&") and self.is_capital(body.first - 2)
        other = self.ending.get(body.first - 1)
        joined = joined and (other is None or other.kind != "person")  # "Ivo Stam and Reef Board Chair X"
        return joined or any(
            self.word(i).islower() and self.word(i) != "of" for i in range(body.first, body.stop)
        )

    def _shared_owner(self, piece: Piece) -> str | None:
        """The country of the title before an "and": "Fijian President Ana Tavola and Army Chief Ivo Stam".

        Not of an office that every state has, which may be another state's.
        """
        first, stop = piece.title if piece.title is not None else (piece.first, piece.first)
        title = self.text.text[self.tokens[first].start : self.tokens[stop - 1].end].lower()
        if self.lower(first - 1) != "and" or title in self.contexts.head_offices:
            return None
        other = self.ending.get(first - 1)
        return self.owner(other.title[0]) if other is not None and other.title is not None else None
