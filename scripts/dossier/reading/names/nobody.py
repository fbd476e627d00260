"""Whether a capitalised phrase names nobody, told by its own form or by the words beside it.

"R92 million", "SMEs", "the Company", "Minister of Public Works", "a Business Development Officer". What is
refused here gets no page, however much of the weighed evidence speaks for a name.
"""

from __future__ import annotations

import re

from dossier.reading.names.headwords import heads_phrase
from dossier.reading.names.namewords import (
    ARMED_ADJECTIVE,
    COMPANY,
    COURTESY,
    GIVEN,
    KIN,
    NEVER,
    NUMBER,
    ORGANISATION,
    OTHER,
    ROLE,
    SITE,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.pieces import BEHIND_NAMES, Piece
from dossier.reading.names.surroundings import Surroundings

_PLURAL_LETTERS = re.compile("[A-Z]{2,}s")
_PEOPLE = re.compile("[A-Z][a-z]+ians")
"""Those from somewhere: "Alabamians"."""
_LETTERS = re.compile("[A-Z]{2,3}")
_MODEL = re.compile("(?!G-)[A-Z]{1,4}-[0-9]{1,3}")
"""A weapon, a car, a disease: "RPG-7"."""
_OF_WORKS = 3
"""Different words of films and records from which on an article is about them."""
_LINKS = frozenset(("of", "for"))
_BEHIND_ONE = frozenset(("be", "have", "do", "modals", "verb", "participle"))
"""Classes of words behind "an" and letters that make these a noun for one of many."""
_SURE_OF_COMMON = 0.9
"""Belief with which a common word that no list of names has is still somebody’s name."""


class Nobody:
    """Refusals over one article's names."""

    def __init__(self, around: Surroundings, known: frozenset[str]) -> None:
        """`known`: bodies and companies of the lexicon, in small letters; none of them is refused."""
        self.around, self.known = around, known
        self.tokens = around.tokens
        works = around.contexts.works
        self._tells_of_works = len(works.intersection(t.lower for t in self.tokens)) >= _OF_WORKS

    def is_told(self, pieces: list[Piece]) -> bool:
        """Whether the pieces that have one name are told to name nobody."""
        forms = (self._is_of_thing, self._is_paper, self._is_address)
        if all(any(is_so(piece) for is_so in forms) for piece in pieces):
            return True
        if 2 * sum(map(self._is_tag, pieces)) > len(pieces):
            return True
        if all(map(self._opens_with_common, pieces)):
            return True
        first = pieces[0]
        key = first.key
        if any(map(self._is_title_by_letters, pieces)):
            return True
        if key in self.known or key in self.around.gazetteer.places:
            return False
        if first.single and (self._is_letters(first) or key in self.around.contexts.bare_bodies):
            return True
        never = self.around.flags(first.first) & NEVER and not self.around.is_personal(first.first)
        if first.single and (never or _MODEL.fullmatch(self.tokens[first.first].text)):
            return True  # "Gen Zers", "RPG-7"
        if (
            self._is_numbered(first)
            or self._is_states_form(first)
            or any(map(self._is_common_letters, pieces))
        ):
            return True
        told = all(
            self._is_portfolio(p) or self._names_site(p) or self._are_many(p) or self._ends_foreign_name(p)
            for p in pieces
        )
        return told or self._is_office(first) or self._is_work(first)

    def _is_title_by_letters(self, piece: Piece) -> bool:
        """Whether it is an office by its letters, of whoever has it: "the LG added"."""
        led = self.around.lower(piece.first - 1) == "the"
        return piece.single and led and self.tokens[piece.first].text in self.around.abbreviated

    def _is_common_letters(self, piece: Piece) -> bool:
        """Whether letters are somebody's rank, as of many: "District Officer (DO)", "an ASI denied it"."""
        if not self.around.is_acronym(piece.first, piece.stop):
            return False
        before, behind = self.around.word(piece.first - 1), self.tokens[piece.stop : piece.stop + 1]
        if (before, self.around.word(piece.stop)) == ("(", ")"):
            office = piece.first - 2
            named = self.around.ending.get(office + 1)
            rank = self.around.flags(office) & TITLE and self.around.is_capital(office)
            body = named is not None and named.kind == "organisation"
            return bool(rank) and not body and piece.lower[-1] == self.around.lower(office)[0]
        alone = not behind or behind[0].word_class in _BEHIND_ONE or not behind[0].text.isalpha()
        return before.lower() in ("a", "an") and alone and self.around.word(piece.stop) != "-"

    def _is_numbered(self, piece: Piece) -> bool:
        """Whether it is a flight by its number, or a thing of a country: "Tarvo Air Flight TA8", "US TV"."""
        last = self.tokens[piece.stop - 1]
        number = self.around.lower(piece.stop - 2) == "flight" and any(map(str.isdigit, last.text))
        of_land = self._is_land(piece.first, piece.stop - 1)
        return number or (not piece.single and of_land and bool(self.around.flags(piece.stop - 1) & NEVER))

    def _is_states_form(self, piece: Piece) -> bool:
        """Whether it is a state in a form that no list has: "the Arab Republic of Fiji" is no province."""
        link = next((at for at in range(piece.first + 1, piece.stop) if self.around.lower(at) == "of"), None)
        if link is None or self.around.lower(link - 1) not in ("republic", "kingdom", "state"):
            return False
        return self._is_land(link + 1, piece.stop)

    def _is_land(self, first: int, stop: int) -> bool:
        """Whether a range is a country, or an adjective of one."""
        key, gazetteer = self.around.key(first, stop), self.around.gazetteer
        known = gazetteer.places.get(key)
        return key in gazetteer.demonyms or (known is not None and known.kind == "country")

    def _opens_with_common(self, piece: Piece) -> bool:
        """Whether a common word only opens a sentence about a thing: "Mobile phones fell"."""
        noun = self.around.word(piece.stop)
        common = piece.single and piece.run.initial and piece.title is None and not piece.run.titled
        if not common or not noun.islower() or self.tokens[piece.first].text.isupper():
            return False
        known, own = english_words().get(noun, ""), english_words().get(piece.lower, "")
        bodies = self.around.flags(piece.stop) & (ROLE | TITLE | SITE | ORGANISATION | COURTESY | NUMBER)
        thing = known == "n" or (known == "nv" and noun.endswith("s"))
        called = bodies and self.around.is_capital(piece.stop + 1)  # "Tech company Tarvo fell"
        plain = (not bodies and noun not in self.around.contexts.parts_before) or called
        return bool(own) and thing and bool(plain)

    def may_be_a_firm(self, pieces: list[Piece]) -> bool:
        """Whether all that a strange word is called firms are called too: "market analyst Tarvometer"."""
        callings = self.around.contexts.firms_too
        called = any(self.around.lower(piece.first - 1) in callings for piece in pieces)
        other = any(p.title is not None and self.around.lower(p.first - 1) not in callings for p in pieces)
        listed = pieces[0].key in self.known
        return (
            called
            and not other
            and pieces[0].single
            and (listed or not self.around.is_personal(pieces[0].first))
        )

    def _names_site(self, piece: Piece) -> bool:
        """Whether a title and a name stand before a plain noun for a place, or any: "King Cross station".

        So is "Bishop Tarvo forum" called after where that is; none of "the Bishop Tarvo family".
        """
        noun, flags = self.around.word(piece.stop), self.around.flags(piece.stop)
        if not noun.islower() or piece.title is None:
            return False
        whose = (
            flags & (ROLE | TITLE | KIN) or noun in self.around.contexts.ruling | self.around.contexts.peoples
        )
        thing = english_words().get(noun) == "n" and self.tokens[piece.stop].word_class == "noun"
        plain = thing and piece.single and not self.around.is_personal(piece.first)
        return bool(flags & SITE) or (plain and not whose)

    def _ends_foreign_name(self, piece: Piece) -> bool:
        """Whether a small "en" ties a word to a name before it, of which it is the end: "Reef en Español"."""
        return self.around.word(piece.first - 1) == "en" and self.around.is_capital(piece.first - 2)

    def _are_many(self, piece: Piece) -> bool:
        """Whether what stands behind a title is the plural of another, and nobody: "Minister Counsellors"."""
        word = self.tokens[piece.first].lower
        one = word.removesuffix("s")
        agent = one != word and one.endswith(tuple(self.around.contexts.agents)) and one in english_words()
        courtesy = piece.title is not None and self.around.flags(piece.title[1] - 1) & COURTESY
        led = piece.single and piece.title is not None and not courtesy
        return led and agent and not self.around.is_personal(piece.first)

    def is_opening_word(self, pieces: list[Piece]) -> bool:
        """Whether a group is only called by a common word that opens sentences: "Separatist fighters".

        Or by common words before "groups", wherever they stand.
        """
        first = pieces[0]
        opens = first.single and all(piece.run.initial for piece in pieces)
        if opens and self.around.flags(first.first) & NUMBER and self.around.word(first.stop).islower():
            return True  # "Twenty others"
        if all(map(self.around.is_before_groups, pieces)):
            inside = self.around.tokens[first.first : first.stop]
            return all(token.lower in english_words() for token in inside)  # "Relief groups"
        grouped = any(map(self.around.is_group, pieces))
        plain = self._is_common(first.first) or bool(self.around.flags(first.first) & ARMED_ADJECTIVE)
        return opens and grouped and first.key not in self.known and plain

    def is_thing(self, pieces: list[Piece]) -> bool:
        """Whether a name is no person by the words behind it: "X, which", where nobody is called so."""
        which = [(self.around.word(p.stop), self.around.lower(p.stop + 1)) for p in pieces]
        first = pieces[0]
        called = first.title is not None or any(map(self.around.is_personal, range(first.first, first.stop)))
        return (",", "which") in which and not called

    def _is_of_thing(self, piece: Piece) -> bool:
        """Whether it is only half of what a thing is called: "Molotov cocktails"."""
        return piece.single and self.around.word(piece.stop) in self.around.contexts.called_after_places

    def _is_address(self, piece: Piece) -> bool:
        """Whether it is of an address on the net: "PRESS@osk.GOV.SA"."""
        before = self.tokens[max(piece.first - 2, 0) : piece.first]
        mail = any(token.text[0] == "@" for token in before)
        goes_on = mail and before[-1].end == piece.span.start
        behind = self.tokens[piece.stop] if piece.stop < len(self.tokens) else None
        return goes_on or (behind is not None and behind.start == piece.span.end and behind.text[0] == "@")

    def _is_paper(self, piece: Piece) -> bool:
        """Whether what is called like a sea or a range of hills says something: "the Atlantic reported"."""
        known = self.around.gazetteer.places.get(piece.key)
        landscape = known is not None and known.kind == "region"
        led = self.around.lower(piece.first - 1) == "the"
        return landscape and led and self.around.word(piece.stop) in self.around.speaking

    def is_title_only(self, piece: Piece) -> bool:
        """Whether what stands behind a title are common words that nobody is called: "Officer Commanding".

        Behind "Mr" and its like stands whoever it is.
        """
        if piece.title is None or self.around.flags(piece.title[1] - 1) & COURTESY:
            return False
        return all(map(self._is_common, range(piece.first, piece.stop)))

    def is_no_person(self, piece: Piece, belief: float) -> bool:
        """Whether what the evidence takes for a person is none by its form: "Suva UAF", "Roots"."""
        words = self.tokens[piece.first : piece.stop]
        if len(words) == 1:
            return belief < _SURE_OF_COMMON and self._is_common(piece.first)
        lead, last = words[0], words[-1]
        if piece.title is None and any(c.isdigit() for c in last.text):
            return True  # "Corvan A300s"
        if len(last.text) == 1 and all(w.lower in english_words() for w in words[:-1]):
            return piece.title is None and not self.around.is_personal(piece.first)  # "Protected B"
        if all(w.text.isupper() for w in words if w.text.isalpha()):
            return piece.title is None and _is_acronym(lead.text) and len(last.text) == 1  # "ABC B", a side
        if _is_acronym(lead.text) and len(lead.text) > 2:
            return not any(self.around.is_personal(i) for i in range(piece.first + 1, piece.stop))
        listed = self.around.is_personal(piece.stop - 1) or last.lower in BEHIND_NAMES
        return _is_acronym(last.text) and not listed

    def _is_letters(self, piece: Piece) -> bool:
        """Whether a word is a sum of money, the plural of an acronym or a people in no list."""
        text = self.tokens[piece.first].text
        return (
            _PLURAL_LETTERS.fullmatch(text) is not None
            or _PEOPLE.fullmatch(text) is not None
            or self.around.numbers.attached(piece.first) is not None
        )

    def _is_tag(self, piece: Piece) -> bool:
        """Whether it is a country or party by its letters behind a person: "Ana Lume (FRA)"."""
        at = piece.first
        bracketed = (self.around.word(at - 1), self.around.word(piece.stop)) == ("(", ")")
        if not piece.single or not bracketed or not _LETTERS.fullmatch(self.tokens[at].text):
            return False
        before = self.around.ending.get(at - 1)
        return before is not None and before.kind == "person" and piece.lower not in before.initials

    def _is_work(self, piece: Piece) -> bool:
        """Whether, where films or records are told of, a name is all common words: "The Wedding Boat"."""
        if not self._tells_of_works or piece.title is not None:
            return False
        heads = ORGANISATION | COMPANY | SITE | TITLE
        given = set(personal_names().get(piece.lower, "")) & set("mfg")
        words = [t.lower for t in self.tokens[piece.first : piece.stop]]
        plain = all(word in english_words() and not self.around.words.get(word, 0) & heads for word in words)
        return plain and not given

    def _is_portfolio(self, piece: Piece) -> bool:
        """Whether it is what an office is over: "Minister of Public Works"."""
        first = piece.first - (self.around.lower(piece.first - 1) == "the")
        at = self.around.office_over(first, *_LINKS)
        office = self.around.lower(at).rpartition("-")[2] if at is not None else ""
        held = office in self.around.contexts.portfolio_holders
        return held and all(self._is_plain(i) for i in range(piece.first, piece.stop))

    def _is_plain(self, index: int) -> bool:
        """Whether a word is a common one that heads no body: "Public", "Works", "for"."""
        token = self.tokens[index]
        common = token.lower in english_words() or token.lower in ("and", "of", "for", "the", ",")
        return (common and not self.around.flags(index) & (ORGANISATION | COMPANY)) or token.lower == "works"

    def _is_office(self, piece: Piece) -> bool:
        """Whether a phrase is an office and nobody who has it: "Business Development Officer"."""
        last = self.tokens[piece.stop - 1]
        flags = self.around.flags(piece.stop - 1)
        if flags & (SURNAME | GIVEN | SITE | ORGANISATION) or last.text.isupper():
            return False
        if piece.single:
            return bool(flags & (TITLE | ROLE))
        if heads_phrase(self.around, piece.first, piece.stop):
            return False  # "Office of the President"
        return bool(flags & TITLE) and last.lower not in self.around.contexts.titles_in_names

    def has_personal_words(self, piece: Piece) -> bool:
        """Whether a name has a word that people are called by, and none that an event or work ends in."""
        other = self.around.flags(piece.stop - 1) & (OTHER | ORGANISATION)
        return not other and any(map(self.around.is_personal, range(piece.first, piece.stop)))

    def _is_common(self, index: int) -> bool:
        """Whether a word is a common one that nobody is called."""
        return self.tokens[index].lower in english_words() and not self.around.is_personal(index)


def _is_acronym(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) > 1
