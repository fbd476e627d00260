"""The entries of an article's names, and which of them a short form stands for: a surname, an acronym."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from dossier.reading.findings import Span
from dossier.reading.names.entries import Entry
from dossier.reading.names.evidence import known_bodies
from dossier.reading.names.namesakes import is_open
from dossier.reading.names.namewords import (
    COMPANY,
    COURTESY,
    FEMALE,
    GIVEN,
    KIN,
    MALE,
    ORGANISATION,
    PARTICLE,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.one_body import same_bodies
from dossier.reading.names.pieces import POSSESSIVE, Piece, initials
from dossier.reading.names.roles import office_of
from dossier.reading.names.surroundings import Surroundings

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ORGANS = frozenset(
    ("board", "committee", "staff", "employees", "shareholders", "supporters", "workers", "fans")
) | {"police", "court", "nation"}
"""Words of a body's name that belongs to another, or to a place: "Suva Mining" is no board of it."""
_HIS = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
_HERS = frozenset(("mrs", "ms", "miss", "lady", "queen", "princess", "sister", "dame"))
_ROYAL = frozenset(("king", "queen", "prince", "princess", "emir", "sultan", "father", "sister", "brother"))
_CROWNED = frozenset(("king", "queen", "prince", "princess", "emir", "emperor", "empress"))
_FIRST_NAMED = _ROYAL | {"sheikh", "sheikha", "sheik", "sir", "dame", "lady", "don", "doña", "pope"}
"""Titles that stand before a first name."""
_FAMILY = re.compile(r"(?:al|el|ul|as|an)[-’'‐‑]|(?:bin|ibn|bint)$")
"""What opens the family's part of an Arabic name, in small letters."""
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))
"""Words inside a name behind which the father's stands."""
_FAMILY_FIRST = re.compile(r"[^\W\d_]+ [^\W\d_]+-[^\W\d_A-Z][^\W\d_]*")
"""Park Xin-woo: the family's name stands first."""
_FAMILY_INSIDE = re.compile(r"[^\W\d_]+ [^\W\d_]+ [^\W\d_]+-[^\W\d_A-Z][^\W\d_]*")
"""Albert X Yiu-ming: the family's name stands second."""
_HEADS = frozenset(("president", "premier", "minister", "chancellor", "king", "queen", "pope"))
"""Offices of which nobody holds two at once."""
_RANKS = frozenset(("general", "admiral", "colonel", "major", "captain", "lieutenant"))
"""Ranks of which nobody has two at once."""
_NATIONAL = ("ish", "ese", "ian", "ean")
"""Endings of adjectives of peoples, which are no short form: "the Velmish" is not the Velmish League."""
_OPENING_MARKS = frozenset('“"‘«')
_BETWEEN = 5
"""Words before a name in which "son of" is looked for: "son of the late tycoon"."""
_CANDIDATES = 40
"""Entries looked at for one short form."""


class ShortForms:
    """The entries of one article, found by name or by a short form."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.article, self.text = around, around.article, around.text
        self.tokens, self.words, self.gazetteer = around.tokens, around.words, around.gazetteer
        self.entries: dict[str, Entry] = {}
        self.same = same_bodies(around)
        self._shorts: dict[str, list[Entry]] = {}
        """Single words that may stand for an entry: surname, given name, acronym."""
        self.open: list[Span] = []
        """Bare surnames of which nobody can tell whom of several they mean."""

    def find(self, piece: Piece) -> Entry | None:
        """The entry with exactly this name."""
        return self.entries.get(self.key(piece))

    def key(self, piece: Piece) -> str:
        """What an entry is kept under: the same for all names of a country and short forms of a province."""
        if piece.kind == "country" and piece.country is not None:
            return piece.country.lower()
        words = self.whole(piece).words
        if piece.kind == "organisation":
            words = self._with_land(words)
        key = " ".join(words)
        if piece.kind == "person" and not key.isascii():
            key = "".join(c for c in normalize("NFD", key) if not combining(c))  # "Hernández" is Hernandez
        return self.gazetteer.abbreviations.get(key, key)

    def _with_land(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A body's words with its land as the table calls it: "US Treasury", "United States Treasury"."""
        for stop in range(min(3, len(words) - 1), 0, -1):
            land = self.gazetteer.places.get(" ".join(words[:stop]).replace(".", ""))
            if land is not None and land.kind == "country" and land.country is not None:
                return (land.country.lower(), *words[stop:])
        return words

    def whole(self, piece: Piece) -> Piece:
        """Where the article has the longer name that a piece means, if any."""
        return self.same.get(" ".join(piece.words), piece) if self.same else piece

    def by_surname(self, piece: Piece) -> Entry | None:
        """The person whose surname of several words a piece is: "Van der Berg", "Berg Jr", "Ruiz Sosa".

        "Tarek Al-Amin" is the father of "Omar Tarek Al-Amin", and none of his short forms.
        """
        words = piece.words
        if _FAMILY.match(words[0]) is None and any(_FAMILY.match(word) for word in words[1:]):
            return None
        junior = words[-1] in _SUFFIXES
        flags = self.words.get(words[0], 0)
        if len(words) < 2 or (not (junior or flags & PARTICLE) and flags & GIVEN):
            return None
        known = self._shorts.get(words[-2] if junior else words[-1], [])[:_CANDIDATES]
        fit = [
            e for e in known if e.kind == "person" and e.words[-len(words) :] == words and e.words != words
        ]
        return fit[0] if len(fit) == 1 else None

    def tie(self, short: str, entry: Entry) -> None:
        """Make a single word, in small letters, stand for one entry only."""
        self._shorts[short] = [entry]

    def index(self, entry: Entry) -> None:
        """Let the words and acronyms of its name stand for an entry."""
        words = [word for word in entry.words if word not in _SUFFIXES]
        if len(words) < 2:
            return
        shorts: list[str] = []
        if entry.kind == "person":
            shorts = [words[-1], words[0]]
            inner = words[-2] if len(words) > 2 else ""
            surname = personal_names().get(inner, "s") == "s" and inner not in english_words()
            if surname and not self.words.get(inner, 0) & (PARTICLE | GIVEN):
                shorts.insert(1, inner)  # the father's: "Ruiz" of "Ana Ruiz Sosa"
            if _FAMILY_INSIDE.fullmatch(entry.name):
                shorts.insert(0, words[1])
        elif entry.kind != "country":
            shorts = sorted(initials(words))
            if len(words) > 3 and self._is_land(words[0]):
                shorts += sorted(initials(words[1:]))  # "the REC" is the Fijian Reef and Exchange Commission
            if entry.kind not in ("other", "place") and _ORGANS.isdisjoint(words[1:]):
                shorts.append(_lead(words))
        for short in dict.fromkeys(shorts):
            if len(short) > 1:
                self._shorts.setdefault(short, []).append(entry)

    def _is_land(self, word: str) -> bool:
        """Whether a word is a country or its adjective: "US", "Fijian"."""
        place = self.gazetteer.places.get(word.replace(".", ""))
        return word in self.gazetteer.demonyms or (place is not None and place.kind == "country")

    def is_family(self, piece: Piece) -> bool:
        """Whether a word is the plural of a surname in the article: "the Bergs"."""
        word = piece.lower
        stem = self._shorts.get(word.removesuffix("s"), [])[:_CANDIDATES] if word.endswith("s") else []
        return any(entry.kind == "person" for entry in stem)

    def is_people(self, piece: Piece) -> bool:
        """Whether a word in no list looks like the adjective of a people: "the Velmish" of no one body."""
        strange = piece.lower.endswith(_NATIONAL) and piece.lower not in english_words()
        return strange and self.around.lower(piece.first - 1) == "the" and piece.lower in self._shorts

    def referent(self, piece: Piece) -> Entry | None:
        """The entry that a single word stands for, None when it stands for none.

        Of several people of one surname it is the one named most often before, as newspapers keep
        the bare surname for their main person; a title narrows the choice to his or her gender or office.
        """
        fit = self._bearers(piece)
        if not fit:
            return None
        start = self.tokens[piece.first].start
        before = [e for e in fit if e.mentions and e.mentions[0].start < start]
        return max(before, key=lambda e: len(e.mentions)) if before else fit[0]

    def leaves_open(self, piece: Piece, chosen: Entry) -> bool:
        """Whether a single word may mean a namesake of the one chosen; where it does, that is noted."""
        people = [e for e in self._bearers(piece) if e.kind == "person"]
        found = len(people) > 1 and is_open(self.article, people, chosen, self.tokens[piece.first].start)
        found = found or self._is_other_head(piece, chosen) or self._may_be_kins(piece, chosen)
        found = found or self._shares_surname(piece, chosen)
        if found:
            self.open.append(piece.span)
        return found

    def _may_be_kins(self, piece: Piece, chosen: Entry) -> bool:
        """Whether the one chosen is named only as whose kin another is: "the only son of Ivo Stam".

        Or as the kin of one who was called so before: "Stam is ill, as his wife, Ana Stam, said".
        """
        if piece.title is not None or chosen.kind != "person":
            return False
        whole = [m for m in chosen.mentions if " " in self.text.slice(m)]
        if not whole or all(self._owns_kin(m) for m in whole):
            return bool(whole)
        first = self.text.token_range(whole[0])[0]
        led = any(self._is_kin(at) for at in (first - 1, first - 1 - (self.around.lower(first - 1) == ",")))
        before = (*self.open, piece.span)
        called = (self.text.slice(s).lower() == piece.lower for s in before if s.start < whole[0].start)
        return led and any(called)

    def _shares_surname(self, piece: Piece, chosen: Entry) -> bool:
        """Whether the surname is that of two who are named together: Stam's of "Ivo and Ana Stam".

        A title still tells him from her.
        """
        if piece.title is not None or chosen.kind != "person" or piece.lower != chosen.words[-1]:
            return False
        ahead = (self.text.token_range(m)[0] for m in chosen.mentions if " " in self.text.slice(m))
        others = (self.around.ending.get(at - 1) for at in ahead if self.around.lower(at - 1) == "and")
        named = (self.entries.get(p.lower) for p in others if p is not None and p.single)
        return any(e is not None and e.kind == "person" and len(e.words) == 1 for e in named)

    def _owns_kin(self, mention: Span) -> bool:
        """Whether a name stands behind "son of", with what tells who it is, or before "'s son"."""
        first, stop = self.text.token_range(mention)
        of = first - 1
        while of > first - _BETWEEN and self.around.lower(of) != "of" and self.around.word(of).isalpha():
            of -= 1
        before = self.around.lower(of) == "of" and self._is_kin(of - 1)
        return before or (self.around.word(stop) in POSSESSIVE and self._is_kin(stop + 1))

    def _is_kin(self, at: int) -> bool:
        word = self.around.lower(at)
        return bool(self.words.get(word, 0) & KIN) and word not in self.around.contexts.of_another_name

    def _is_other_head(self, piece: Piece, chosen: Entry) -> bool:
        """Whether an office stands before a surname that nobody holds beside the one its bearer has.

        "President Stam" is not Prime Minister Ivo Stam, unless he was president, or becomes it. Kings go by
        their first names: "King Stam" is no Ivo Stam whom nobody calls king.
        """
        if piece.title is None or chosen.kind != "person":
            return False
        last = self.tokens[piece.title[1] - 1].lower
        if last in _CROWNED and piece.words == chosen.words[-1:] and len(chosen.words) > 1:
            return all(office_of(role.title) != last for role in chosen.roles)
        held = {office_of(role.title) for role in chosen.roles if not role.former}
        return any(last in one and held & one and last not in held for one in (_HEADS, _RANKS))

    def _bearers(self, piece: Piece) -> list[Entry]:
        """The entries a single word may stand for, as far as the title before it tells."""
        fit = self._fitting(piece, piece.lower)
        gender = self._gender(piece)
        if gender:
            fit = [e for e in fit if any(self._fits(word, gender) for word in e.words[:-1] or e.words)]
        if piece.title is not None and len(fit) > 1:
            office = self.tokens[piece.title[1] - 1].lower
            fit = [e for e in fit if any(office == office_of(r.title) for r in e.roles)] or fit
        return fit

    def _fits(self, given: str, gender: int) -> bool:
        """Whether somebody of a gender may be called so; a name in no list is for either."""
        return self.words.get(given, 0) & GIVEN in (0, gender, GIVEN)

    def _fitting(self, piece: Piece, word: str) -> list[Entry]:
        candidates = self._shorts.get(word, [])[:_CANDIDATES]
        if len(candidates) == 1 and word not in (candidates[0].words[0], candidates[0].words[-1]):
            return candidates  # tied
        people = [e for e in candidates if e.kind == "person"]
        people = [e for e in people if not self._is_other_office(piece, e, word)]
        people = [e for e in people if not self._is_fathers(piece, e, word)]
        surnamed = [e for e in people if e.words[-1] == word or e.words[-2:-1] == (word,)]
        if people and not surnamed and piece.title and self._by_first_name(piece, people[0]):
            return people
        if surnamed or (people and not piece.title):
            return surnamed or people
        if piece.title is not None:
            return []  # "Dr Tarvo" is no Tarvo Clinic
        capital = self.tokens[piece.first].text.replace(".", "").isupper()
        flags = self.words.get(word, 0)
        firm = flags & (GIVEN | SURNAME) and any(map(self._is_all, candidates))  # "Ford Motor Company"
        common = flags & ~(GIVEN | SURNAME) if firm else flags
        common = common or word in self.gazetteer.places or word in self.gazetteer.adjectives
        acts = self.around.word(piece.stop) in self.around.speaking
        opens = word in english_words() and self._opens(piece) and not firm and not acts
        common = common or opens  # "Coastal towns are" of no fund
        common = common or self._goes_on(piece)
        common = common or self.is_people(piece)
        if capital:  # of "XYZ One", XYZ is the whole of which it is a part
            return [e for e in candidates if e.kind != "person" and (word != e.words[0] or self._is_all(e))]
        return [e for e in candidates if e.kind != "person" and word == _lead(e.words) and not common]

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a common word opens a longer name: "Boats for Fiji" is no Boats Fund."""
        link, behind = self.around.lower(piece.stop), self.around.word(piece.stop + 1)
        return piece.lower in english_words() and link in ("of", "in", "for") and behind[:1].isupper()

    def _opens(self, piece: Piece) -> bool:
        """Whether a word has its capital for opening a sentence or what is quoted."""
        first = self.text.sentence_at(self.tokens[piece.first].start).first
        return piece.first == first or self.tokens[piece.first - 1].text in _OPENING_MARKS

    def _is_other_office(self, piece: Piece, person: Entry, word: str) -> bool:
        """Whether an office stands before a first name that its bearer in the article doesn't hold.

        "Emperor Ivo" is not President Ivo Stam; "Mr Ivo" may be.
        """
        if piece.title is None or word == person.words[-1] or word != person.words[0]:
            return False
        last = self.tokens[piece.title[1] - 1].lower
        if not self.words.get(last, 0) & TITLE or self.words.get(last, 0) & COURTESY:
            return False
        held = {office_of(role.title) for role in person.roles}
        return bool(held) and last not in held

    def _is_fathers(self, piece: Piece, person: Entry, word: str) -> bool:
        """Whether an office stands before a father's name in a person's: "King Tarek" is no "Omar bin Tarek".

        Unless the person holds it, and it goes with no first name: "Minister Tarek".
        """
        words = person.words
        if piece.title is None or len(words) < 3 or words[-1] != word or words[-2] not in _SON_OF:
            return False
        last = self.tokens[piece.title[1] - 1].lower
        if self.words.get(last, 0) & COURTESY or word == words[0]:
            return False
        return last in _FIRST_NAMED or last not in {office_of(role.title) for role in person.roles}

    def _is_all(self, entry: Entry) -> bool:
        """Whether a name's first word is all that names it: "XYZ Corp", "Ford Motor Company"."""
        international = known_bodies().get(entry.words[0]) == "international"  # "UN Working Group"
        if international or entry.words[-1] in self.around.contexts.parts_of_outlets:
            return False
        flags = [self.words.get(word, 0) for word in entry.words[1:]]
        firm = bool(flags) and (flags[-1] & COMPANY or entry.words[-1] in self.around.contexts.firms)
        rest = zip(entry.words[1:], flags, strict=True)
        return all(
            flag & (COMPANY | ORGANISATION) or (firm and word in english_words()) for word, flag in rest
        )

    def _by_first_name(self, piece: Piece, person: Entry) -> bool:
        """Whether a title is one that goes with the first name, or the first name is the family's."""
        begin, end = piece.title or (0, 0)
        titles = {token.lower for token in self.tokens[begin:end]}
        return bool(titles & _FIRST_NAMED) or _FAMILY_FIRST.fullmatch(person.name) is not None

    def _gender(self, piece: Piece) -> int:
        if piece.title is None:
            return 0
        words = {token.lower for token in self.tokens[piece.title[0] : piece.title[1]]}
        if words & _HIS:
            return MALE
        return FEMALE if words & _HERS else 0


def _lead(words: Sequence[str]) -> str:
    """The first word of a body's name, behind "al": "Tarva" of "al Tarva"."""
    return words[1] if words[0] == "al" and len(words) > 1 else words[0]
