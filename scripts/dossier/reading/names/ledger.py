"""The ledger of an article's names: each entry made once, with its mentions and what is said around them."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.findings import Span
from dossier.reading.names.entries import Entry
from dossier.reading.names.evidence import known_bodies
from dossier.reading.names.gazetteer import parts_of_states
from dossier.reading.names.headwords import HEADS
from dossier.reading.names.namewords import GIVEN, OTHER, PARTICLE, english_words
from dossier.reading.names.pieces import Extended, Piece, initials
from dossier.reading.names.short_forms import ShortForms
from dossier.reading.text.tokens import as_read

_LISTED = 8
"""Names in one list of armed groups."""
_BELIEVED = 0.7
"""Belief from which on what several strange words name is nobody who is left open."""
_LINKING = 2
"""Small words that a phrase may have whose acronym leaves them out: "superintendent of police (SP)"."""


class Ledger(ShortForms):
    """One article's names, entered pass by pass."""

    def enter_long(self) -> None:
        """Enter names of several words, and places."""
        first_names = self._first_names()
        for piece in self.around.pieces:
            if piece.single and piece.lower in first_names:
                piece.kind = "person"
            if piece.kind in ("title", "other", "adjective") or piece.run.titled:
                continue
            if not piece.single or piece.kind in ("country", "place"):
                self._enter(piece)

    def _first_names(self) -> set[str]:
        """Names of countries and places that the article has as first names alone: Jordan Brandt's."""
        first_names = {p.lower for p in self.around.pieces if p.kind == "person" and not p.single}
        places = set()
        for piece in self.around.pieces:
            adjective = piece.kind == "adjective"
            if adjective or self.around.lower(piece.first - 1) in self.around.contexts.country_locative:
                first_names.discard(piece.lower)
            if adjective and piece.country is not None:
                first_names.discard(piece.country.lower())
            if piece.kind in ("country", "place") and piece.single:
                places.add(piece.lower)
        return first_names & places

    def enter_landmarks(
        self, extended: Sequence[Extended], borders: Sequence[Extended], bare: Sequence[Span]
    ) -> None:
        """Enter names that go on in small letters; a bare "the border" is the article's only named one."""
        entered = [self._enter_extended(each) for each in (*extended, *borders)][len(extended) :]
        if entered and all(border is entered[0] for border in entered):
            entered[0].mentions += bare

    def tie_acronyms(self) -> None:
        """Tie acronyms the article defines: "Long Name (LN)", "Long Name, or LN", "small words (SW)"."""
        for piece in self.around.pieces:
            if not piece.single:
                continue
            if not self.around.is_short_acronym(piece):
                self._tie_contraction(piece)
            elif self.around.word(piece.first - 1) == "(":
                self._tie_behind(piece)
            elif self.around.lower(piece.first - 1) in ("or", "the"):
                self._tie(piece.lower, self._other_name(piece.first))

    def enter_short(self) -> None:
        """Tie single words to entries; enter those whose surroundings tell what they are."""
        laws = self.around.contexts.occasions_behind
        things = [p for p in self.around.pieces if p.stop - p.first > 2 and p.words[-1] in laws]
        lettered = {letters for piece in things for letters in piece.initials}
        for piece in self.around.pieces:
            if piece.kind in ("title", "adjective"):
                continue
            entry = self.find(piece)
            many = piece.single and self.around.lower(piece.stop) in self.around.contexts.peoples
            if (
                entry is None
                and piece.single
                and piece.lower in lettered
                and self.around.is_short_acronym(piece)
            ):
                continue  # the DSA is the Digital Safety Act
            if many and (entry is None or entry.kind == "person"):
                continue  # "the Stam family", "the Stam people" are no Ivo Stam
            if entry is None and piece.single:
                entry = self.referent(piece)
                if entry is not None and self._is_of_next(piece, entry):
                    self._enter_person(piece)
                    continue
                if entry is not None and self.leaves_open(piece, entry):
                    continue
            if entry is not None and piece.single and self._is_other_head(piece, entry):
                self.open.append(piece.span)
            elif entry is not None:
                if piece.run.titled or (piece.single and piece.kind not in ("country", "place")):
                    self._mention(entry, piece)
            elif piece.single and piece.kind != "other" and not self._is_of_many(piece):
                self._enter(piece)
                if piece.kind == "armed_group":
                    self._join_listed(piece)

    # -- entering ---------------------------------------------------------------------------------

    def _enter(self, piece: Piece) -> None:
        if piece.kind == "person" and (known := self.by_surname(piece)) is not None:
            self._mention(known, piece)
            return
        if piece.kind == "organisation":
            piece.kind = self.around.kind_of_body(piece)
        self._describe(self._entry(piece), piece)

    def _enter_person(self, piece: Piece) -> None:
        """Enter a first name as all that its bearer is called."""
        piece.kind = "person"
        self._describe(self._entry(piece), piece)

    def leave_strange_open(self) -> None:
        """Note where somebody may stand whom nothing vouches for: strange words, left out or hardly believed.

        A "she" behind "Olvina Tarr Oskholm" may be she, whoever else the article knows.
        """
        for piece in self.around.pieces:
            entry = self.find(piece)
            told = piece.kind != "other"
            if entry is not None:
                told = entry.kind == "person" or entry.belief >= _BELIEVED
            if not (told or piece.run.titled) and self._may_be_somebody(piece):
                self.open.append(piece.span)

    def _may_be_somebody(self, piece: Piece) -> bool:
        """Whether several words, the last no common one and no noun for a body, may be somebody's name."""
        words = self.tokens[piece.first : piece.stop]
        named = all(token.text.istitle() or self.words.get(token.lower, 0) & PARTICLE for token in words)
        common = words[-1].lower in english_words()
        return not piece.single and named and not common and not self.words.get(words[-1].lower, 0) & HEADS

    def _is_of_many(self, piece: Piece) -> bool:
        """Whether a word names nobody by itself: a headline's, the plural of a surname, a people."""
        return piece.run.titled or self.is_family(piece) or self.is_people(piece)

    def _is_of_next(self, piece: Piece, entry: Entry) -> bool:
        """Whether a first name shares the surname behind "and": "Ivo and Ana Lume" is not Ivo Stam.

        As long as nobody else of that first name was named before.
        """
        at = piece.stop + 1
        told = entry.kind != "person" or entry.words[0] != piece.lower or piece.title is not None
        if told or self.around.lower(piece.stop) != "and" or entry.mentions[0].start < piece.span.start:
            return False
        beside = self.around.words.get(self.around.lower(at), 0) & self.around.words.get(piece.lower, 0)
        two = self.around.beginning.get(at)
        return (
            bool(beside & GIVEN)
            and two is not None
            and two.words[-1] not in (*two.words[:1], entry.words[-1])
        )

    def _mention(self, entry: Entry, piece: Piece) -> None:
        if entry.kind == "organisation" and self.around.is_group(piece):
            entry.kind, entry.belief = "armed_group", 1.0
        if piece.kind == entry.kind:
            entry.belief = max(entry.belief, piece.belief)
        self._note(entry, self._with_particles(entry, piece))
        self._describe(entry, piece)

    def _describe(self, entry: Entry, piece: Piece) -> None:
        """Add roles, country and whether a country acts, from the words around a mention."""
        if entry.kind == "country":
            entry.acting |= self.around.acts(piece) and entry.country not in parts_of_states()
        elif entry.kind == "person":
            entry.roles += self.around.roles_of(piece)
        elif entry.country is None and known_bodies().get(" ".join(entry.words)) != "international":
            entry.country = self.around.owner(piece.first)

    def _entry(self, piece: Piece) -> Entry:
        """The entry of a piece, made when it is new, with this mention."""
        entry = self.find(piece)
        if entry is None:
            whole = self.whole(piece)
            if whole.kind == "organisation":
                whole.kind = self.around.kind_of_body(whole)
            entry = Entry(self._surface(whole.span), whole.kind, whole.words, whole.place, whole.country)
            entry.belief = whole.belief
            self.entries[self.key(piece)] = entry
            self.index(entry)
        self._note(entry, self._with_particles(entry, piece))
        return entry

    def _enter_extended(self, name: Extended) -> Entry:
        """The entry of a name that goes on in small letters, with this mention."""
        words = tuple(token.lower for token in self.tokens[name.first : name.stop])
        span = Span(self.tokens[name.first].start, self.tokens[name.stop - 1].end)
        fresh = Entry(self._surface(span), name.kind, words, name.place, name.country)
        entry = self.entries.setdefault(name.key or " ".join(words), fresh)
        self._note(entry, span)
        return entry

    def _note(self, entry: Entry, span: Span) -> None:
        """Note that a stretch of the text names an entry; not in notes about the article itself."""
        if self.article.kinds[self.text.block_at(span.start)] != "note":
            entry.mentions.append(span)
            entry.add_alias(self._surface(span))

    def _surface(self, span: Span) -> str:
        return as_read(self.text.slice(span))

    def _with_particles(self, entry: Entry, piece: Piece) -> Span:
        """The piece's offsets, small words of the surname before it included: "van der Berg"."""
        span = piece.span
        words = piece.words
        size = len(words) if entry.words[-len(words) :] == words else len(entry.words)
        first = piece.first
        while (
            entry.kind == "person"
            and first > 0
            and size < len(entry.words)
            and entry.words[-size - 1] == self.tokens[first - 1].text
            and self.words.get(entry.words[-size - 1], 0) & PARTICLE
        ):
            first -= 1
            size += 1
        return Span(self.tokens[first].start, span.end)

    # -- acronyms and lists -----------------------------------------------------------------------

    def _tie_behind(self, piece: Piece) -> None:
        """Tie an acronym to the name before its bracket; "improvised devices (ID)" is no name.

        Nor is what is short for a thing, whose first words may be cut off: "the Osk and Reef Act (ORA)".
        """
        short, stop = piece.lower, piece.first - 1
        long = self.around.ending.get(stop)
        if long is not None:
            if long.kind != "other" or long.single:
                self._tie(short, long)
            elif self._is_thing(long) and any(short.endswith(each) for each in long.initials):
                self.tie(short, Entry("", "other", long.words))
            return
        for size in range(1, len(short) + _LINKING + 1):
            small = tuple(token.lower for token in self.tokens[max(stop - size, 0) : stop])
            if small and short in initials(small):
                self.tie(short, Entry("", "other", small))
                return

    def _is_thing(self, piece: Piece) -> bool:
        """Whether a name ends in a common noun that heads no body: "the Osk Payment System"."""
        last = piece.words[-1]
        return "n" in english_words().get(last, "") and not self.words.get(last, 0) & HEADS & ~OTHER

    def _other_name(self, first: int) -> Piece | None:
        """The long name before ", or (the)" and an acronym."""
        at = first - 1 - (self.around.lower(first - 1) == "the")
        if self.around.lower(at) != "or":
            return None
        return self.around.ending.get(at - (self.around.word(at - 1) == ","))

    def _tie(self, short: str, long: Piece | None) -> None:
        entry = self.find(long) if long is not None else None
        if entry is None or (entry.kind in ("person", "country", "place") and short not in entry.initials):
            return
        links = [at for at, word in enumerate(entry.words) if word == "of"]
        if short in entry.initials or not any(short in initials(entry.words[at + 1 :]) for at in links):
            self.tie(short, entry)  # and not the "Board of the Reef Export Chamber (REC)"

    def _tie_contraction(self, piece: Piece) -> None:
        """A word in brackets made of letters of the name before it: "Suva Export Bank (Suvexbank)"."""
        if (self.around.word(piece.first - 1), self.around.word(piece.stop)) != ("(", ")"):
            return
        long, short, land = self.around.ending.get(piece.first - 1), piece.lower, ""
        if long is not None and long.single and self.around.lower(long.first - 1) == "of":
            land, long = (
                long.lower,
                self.around.ending.get(long.first - 1),
            )  # "Union of Miners of Fiji (Unimf)"
        entry = self.find(long) if long is not None and not long.single else None
        if entry is None or entry.kind in ("person", "country", "place"):
            return
        letters = iter("".join(entry.words) + land)
        if short[0] == entry.words[0][0] and all(letter in letters for letter in short):
            self.tie(short, entry)

    def _join_listed(self, piece: Piece) -> None:
        """Make X an armed group too in "the X and Y armed groups"."""
        for _ in range(_LISTED):
            before = self.around.ending.get(piece.first - 1)
            if before is None or self.around.lower(piece.first - 1) not in ("and", ","):
                return
            entry = self.find(before)
            if entry is None:
                before.kind, before.belief = "armed_group", 1.0
                self._entry(before)
            elif entry.kind in ("organisation", "person"):
                entry.kind, entry.belief = "armed_group", 1.0
            piece = before
