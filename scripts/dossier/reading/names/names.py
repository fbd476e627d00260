"""Article to the people, organisations, groups, states and places it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dossier.reading.findings import Span
from dossier.reading.lexicon import load_table
from dossier.reading.names.bodies import find_bodies
from dossier.reading.names.decision import KINDS, SURE, SURE_OF_FEW, SURE_OF_RULED, Decision, decide
from dossier.reading.names.entries import Entry, actors_of, initials, places_of
from dossier.reading.names.evidence import Evidence, known_bodies
from dossier.reading.names.landmarks import find_borders, find_regions, mark_ports
from dossier.reading.names.ledger import Ledger
from dossier.reading.names.mentions import Names
from dossier.reading.names.namewords import ORGANISATION, NameTable
from dossier.reading.names.pieces import Piece
from dossier.reading.names.roles import RoleReader
from dossier.reading.names.segments import find_pieces
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import as_read

_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_LISTED = 8
"""Names in one list of armed groups."""


def extract_names(article: Article) -> Names:
    """Actors and places with every mention.

    Names of several words, and those a title or the gazetteer is sure of, are entered first; single
    words are then tied to them, or entered on the strength of what stands around them. A word that
    nothing vouches for is left out.
    """
    reader = _Reader(article)
    reader.mark_by_place()
    reader.decide_all()
    reader.enter_long()
    reader.enter_bodies()
    reader.enter_landmarks()
    reader.tie_acronyms()
    reader.enter_short()
    entries = list(reader.ledger.entries.values())
    return Names.of(actors_of(entries), places_of(entries), reader.ledger.open)


def name_examples(article: Article) -> Iterator[tuple[dict[str, float], list[Span]]]:
    """The cues of each name the rules cut out of an article, and where it stands."""
    reader = _Reader(article)
    reader.mark_by_place()
    for pieces in reader.groups().values():
        yield reader.evidence.cues(pieces), [reader.ledger.span_of(piece) for piece in pieces]


class Weighed(NamedTuple):
    """A name the rules cut out of an article and what it was taken for."""

    mentions: tuple[Span, ...]
    kind: str
    """person, organisation, place or none."""
    by: str
    """Who settled it: "words beside it", "evidence" or "rule" (kept against weak evidence)."""
    decision: Decision


def weigh_names(article: Article) -> Iterator[Weighed]:
    """Each name of an article with the evidence for and against it, in text order."""
    reader = _Reader(article)
    reader.mark_by_place()
    for pieces in reader.groups().values():
        decision = decide(reader.evidence.cues(pieces), SURE)
        kind, by = reader.kind_of(pieces)
        yield Weighed(tuple(reader.ledger.span_of(piece) for piece in pieces), kind, by, decision)


class _Reader:
    """One reading of an article's pieces into a ledger."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.tokens = article.text.tokens
        self.ledger = Ledger(article)
        self.pieces = find_pieces(article)
        self.around = Surroundings(self.tokens, self.pieces)
        self.roles = RoleReader(self.text, self.ledger.words, self.ledger.gazetteer)
        self.evidence = Evidence(self.around, self.roles, self.pieces)

    def groups(self) -> dict[str, list[Piece]]:
        """Names to be decided → their pieces; headlines, where a capital says nothing, left out."""
        groups: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            if piece.kind not in ("title", "adjective", "country") and not piece.run.titled:
                groups.setdefault(" ".join(self.ledger.words_of(piece)), []).append(piece)
        return groups

    def mark_by_place(self) -> None:
        """Let the dateline and lists of ports say what is a place."""
        self._mark_dateline()
        mark_ports(self.text, self.around.beginning)

    # -- passes -----------------------------------------------------------------------------------

    def decide_all(self) -> None:
        """Give each name's pieces the kind that the evidence speaks for."""
        for pieces in self.groups().values():
            kind, _ = self.kind_of(pieces)
            for piece in pieces:
                self._take_for(piece, kind)

    def kind_of(self, pieces: list[Piece]) -> tuple[str, str]:
        """What a name is, and by whom that is settled.

        What a rule is sure of stands unless nearly all the evidence is against it.
        """
        told = next(filter(None, map(self.evidence.told_kind, pieces)), None)
        if told is not None:
            return told, "words beside it"
        first = pieces[0]
        lettered = any(self.around.has_letters_behind(piece) for piece in pieces)
        dial = SURE_OF_FEW if self.around.is_violent or lettered else SURE
        decision = decide(self.evidence.cues(pieces), dial)
        if decision.kind == "none" and decision.belief >= SURE_OF_RULED and self._is_body(pieces):
            return first.kind if first.sure and first.kind in KINDS else "organisation", "rule"
        return decision.kind, "evidence"

    def _is_body(self, pieces: list[Piece]) -> bool:
        """Whether rules are sure of a name; where it is about violence, "the Coalition" and letters too."""
        first = pieces[0]
        if first.kind in ("organisation", "person") and first.sure:
            return True
        if not self.around.is_violent or all(piece.run.initial for piece in pieces):
            return False
        return self.around.is_short_acronym(first) or bool(self.around.flags(first.stop - 1) & ORGANISATION)

    def _take_for(self, piece: Piece, kind: str) -> None:
        if kind == "place" and piece.place is None:
            known = self.ledger.gazetteer.places.get(self.around.key(piece.first, piece.stop))
            piece.place = known.kind if known is not None else "place"
            piece.country = known.country if known is not None else None
        elif kind != "place":
            piece.place = None
        piece.kind = "other" if kind == "none" else kind

    def enter_long(self) -> None:
        """Enter names of several words, and places."""
        first_names = self._first_names()
        for piece in self.pieces:
            if piece.stop - piece.first == 1 and self.tokens[piece.first].lower in first_names:
                piece.kind = "person"
            if piece.kind in ("title", "other", "adjective") or piece.run.titled:
                continue
            if piece.stop - piece.first > 1 or piece.kind in ("country", "place"):
                self._enter(piece)

    def _first_names(self) -> set[str]:
        """Names of countries and places that the article has as first names alone: Jordan Brandt's."""
        people = [p for p in self.pieces if p.kind == "person" and p.stop - p.first > 1]
        first_names = {self.tokens[piece.first].lower for piece in people}
        for piece in self.pieces:
            located = self.around.lower_at(piece.first - 1) in self.around.contexts.country_locative
            adjective = piece.kind == "adjective"
            if located or adjective:
                first_names.discard(self.tokens[piece.first].lower)
            if adjective and piece.country is not None:
                first_names.discard(piece.country.lower())
        return first_names & {
            self.tokens[piece.first].lower
            for piece in self.pieces
            if piece.kind in ("country", "place") and piece.stop - piece.first == 1
        }

    def _mark_dateline(self) -> None:
        """Make the unknown name that opens the dateline a place: "TANVILLE, Norland, May 3 (Wire) —"."""
        line = self.ledger.article.dateline
        if line is None:
            return
        piece = self.around.beginning.get(self.text.token_at(line.start))
        if piece is None or piece.sure or piece.kind in ("place", "country", "title", "adjective"):
            return
        land = self.around.beginning.get(piece.stop + 1) if self.around.text_at(piece.stop) == "," else None
        land = land if land is not None and land.kind in ("country", "place") else None
        capitals = all(t.text.isupper() for t in self.tokens[piece.first : piece.stop])
        if land is not None or capitals:
            known = self.ledger.gazetteer.places.get(self.around.key(piece.first, piece.stop))
            piece.kind, piece.sure = "place", True
            piece.place = known.kind if known is not None else "place"
            piece.country = land.country if land is not None else known.country if known is not None else None

    def enter_bodies(self) -> None:
        """Enter bodies, groups, peoples and offices whose name goes on in small letters."""
        for body in find_bodies(self.tokens, self.pieces, self.ledger.words):
            self._enter_tokens(body.first, body.stop, body.kind, country=body.country, key=body.key)
        offices = load_table("name_words", NameTable).offices
        for piece in self.pieces:
            if piece.kind == "title" and self.around.text_at(piece.stop) in _POSSESSIVE:
                owner = self.around.ending.get(piece.first)
                office = self.around.lower_at(piece.stop + 1) in offices
                if office and owner is not None and owner.kind in ("place", "country", "unknown"):
                    self._enter_tokens(owner.first, piece.stop + 2, "organisation", country=owner.country)
            elif piece.kind == "adjective" and not piece.run.titled and self._is_people(piece):
                self._enter_tokens(piece.first, piece.stop, "people", country=piece.country)

    def enter_landmarks(self) -> None:
        """Enter places made of other names; a bare "the border" is the article's only named one."""
        for region in find_regions(self.text, self.pieces, self.around.contexts.directions):
            self._enter_tokens(region.first, region.stop, "place", region.kind, region.country)
        named, bare = find_borders(self.text, self.around)
        borders = [self._enter_tokens(b.first, b.stop, "place", b.kind, b.country) for b in named]
        if borders and all(border is borders[0] for border in borders):
            borders[0].mentions += [Span(self.tokens[b.first].start, self.tokens[b.first].end) for b in bare]

    def tie_acronyms(self) -> None:
        """Tie acronyms the article defines: "Long Name (LN)", "LN (Long Name)", "small words (SW)"."""
        for piece in self.pieces:
            if piece.stop - piece.first != 1:
                continue
            short = self.tokens[piece.first].lower
            if not self.around.is_short_acronym(piece):
                self._tie_contraction(short, piece)
                continue
            if self.around.text_at(piece.first - 1) == "(":
                long = self.around.ending.get(piece.first - 1)
                if long is None:
                    self._tie_small_words(short, piece.first - 1)
                else:
                    self._tie(short, long)
            elif self.around.lower_at(piece.first - 1) in ("as", "or", "the"):
                long = self._other_name(piece.first)
                if long is not None:
                    self._tie(short, long)
            elif self.around.text_at(piece.stop) == "(":
                long = self.around.beginning.get(piece.stop + 1)
                if long is not None and short in initials(self.ledger.words_of(long)):
                    self._tie(short, long)

    def enter_short(self) -> None:
        """Tie single words to entries; enter those whose surroundings tell what they are."""
        for piece in self.pieces:
            if piece.kind in ("title", "adjective"):
                continue
            single = piece.stop - piece.first == 1
            entry = self.ledger.find(piece)
            if entry is None and single:
                entry = self.ledger.referent(piece)
                if entry is not None and self.ledger.leaves_open(piece, entry):
                    continue
            if entry is not None:
                if piece.run.titled or (single and piece.kind not in ("country", "place")):
                    self._mention(entry, piece)
            elif single and piece.kind != "other" and not (piece.run.titled or self.ledger.is_family(piece)):
                self._enter(piece)
                if piece.kind == "armed_group":
                    self._join_listed(piece)

    # -- entering ---------------------------------------------------------------------------------

    def _enter(self, piece: Piece) -> None:
        if piece.kind == "person" and (known := self.ledger.by_surname(piece)) is not None:
            self._mention(known, piece)
            return
        if piece.kind == "organisation" or (piece.kind == "person" and not piece.sure):
            piece.kind = self.around.kind_of_body(piece)
        entry = self.ledger.enter(piece)
        if entry.kind == "organisation" and piece.kind == "armed_group":
            entry.kind = piece.kind
        self._describe(entry, piece)

    def _mention(self, entry: Entry, piece: Piece) -> None:
        if entry.kind == "organisation" and self.around.is_group(piece):
            entry.kind = "armed_group"
        self.ledger.mention(entry, piece)
        self._describe(entry, piece)

    def _enter_tokens(
        self,
        first: int,
        stop: int,
        kind: str,
        place: str | None = None,
        country: str | None = None,
        key: str = "",
    ) -> Entry:
        """The entry of a name that goes on in small letters, with this mention."""
        words = tuple(token.lower for token in self.tokens[first:stop])
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        fresh = Entry(as_read(self.text.slice(span)), kind, words, place, country)
        entry = self.ledger.entries.setdefault(key or " ".join(words), fresh)
        self.ledger.mention_span(entry, span)
        return entry

    def _is_people(self, piece: Piece) -> bool:
        word = self.tokens[piece.stop - 1].lower
        plural = word.endswith("s") and word[:-1] in self.ledger.gazetteer.adjectives
        return plural and not self.around.text_at(piece.stop)[:1].isupper()

    def _other_name(self, first: int) -> Piece | None:
        """The long name before ", known as (the)" or ", or (the)" and an acronym."""
        at = first - (self.around.lower_at(first - 1) == "the")
        if self.around.lower_at(at - 1) == "as" and self.around.lower_at(at - 2) == "known":
            at -= 2
        elif self.around.lower_at(at - 1) == "or":
            at -= 1
        else:
            return None
        at -= self.around.lower_at(at - 1) in ("also", "better", "widely", "commonly")
        at -= self.around.text_at(at - 1) == ","
        return self.around.ending.get(at)

    def _tie(self, short: str, long: Piece) -> None:
        entry = self.ledger.find(long) or self.ledger.referent(long)
        if entry is None:
            return
        if self._inner_body(short, long) is not None:
            return
        if entry.kind not in ("person", "country", "place") or short in initials(entry.words):
            self.ledger.tie(short, entry)
            if entry.kind == "person" and not (long.sure or long.title or entry.roles):
                entry.kind = "organisation"  # nothing but its capitals made it a person

    def _inner_body(self, short: str, long: Piece) -> int | None:
        """Token inside a longer name where the body of an acronym begins: "Bureau of the X Party (XP)"."""
        if short in initials(self.ledger.words_of(long)):
            return None
        for at in range(long.first + 1, long.stop - 1):
            inner = tuple(token.lower for token in self.tokens[at : long.stop])
            if short in initials(inner) and self.around.lower_at(at - 1) in ("of", "the"):
                return at
        return None

    def _tie_contraction(self, short: str, piece: Piece) -> None:
        """A word in brackets made of letters of the name before it: "Suva Export Bank (Suvexbank)"."""
        if (self.around.text_at(piece.first - 1), self.around.text_at(piece.stop)) != ("(", ")"):
            return
        long = self.around.ending.get(piece.first - 1)
        entry = self.ledger.find(long) if long is not None and long.stop - long.first > 1 else None
        if entry is None or entry.kind in ("person", "country", "place"):
            return
        letters = iter("".join(entry.words))
        if short[0] == entry.words[0][0] and all(letter in letters for letter in short):
            self.ledger.tie(short, entry)

    def _tie_small_words(self, short: str, stop: int) -> None:
        """An acronym of common words ("improvised devices (ID)") names nobody."""
        small = tuple(token.lower for token in self.tokens[max(stop - len(short), 0) : stop])
        if small and short in initials(small):
            self.ledger.tie(short, Entry("", "other", small))

    def _join_listed(self, piece: Piece) -> None:
        """Make X an armed group too in "the X and Y armed groups"."""
        for _ in range(_LISTED):
            before = self.around.ending.get(piece.first - 1)
            if before is None or self.around.lower_at(piece.first - 1) not in ("and", ","):
                return
            if before.kind not in ("unknown", "other", "organisation", "person"):
                return
            entry = self.ledger.find(before)
            if entry is None:
                before.kind = "armed_group"
                self.ledger.enter(before)
            elif entry.kind in ("organisation", "person"):
                entry.kind = "armed_group"
            piece = before

    # -- what the surroundings add ----------------------------------------------------------------

    def _describe(self, entry: Entry, piece: Piece) -> None:
        """Add roles, country and whether a country acts, from the words around a mention."""
        if entry.kind == "country":
            before = self.around.lower_at(piece.first - 1)
            acting = before not in self.around.contexts.country_locative and before != ","
            entry.acting |= acting or self._is_spoken_for(piece)
        elif entry.kind == "person":
            self._add_roles(entry, piece)
        elif entry.country is None and known_bodies().get(" ".join(entry.words)) != "international":
            entry.country = self.around.owner(piece.first)

    def _is_spoken_for(self, piece: Piece) -> bool:
        """Whether officials act for a country: "the ministers of X, Y and Z"."""
        before = self.around.lower_at(piece.first - 1)
        if before == "of":
            office = self.around.lower_at(piece.first - 2)
            return office.endswith("s") and self.around.is_office_word(office.removesuffix("s"))
        other = self.around.ending.get(piece.first - 1) if before == "," else None
        return other is not None and other.kind == "country" and self._is_spoken_for(other)

    def _shared_owner(self, piece: Piece) -> str | None:
        """The country of the title before an "and": "Fijian President Ana Tavola and Army Chief Ivo Stam".

        Not of an office that every state has, which may be another state's.
        """
        first, stop = piece.title if piece.title is not None else (piece.first, piece.first)
        title = self.text.text[self.text.tokens[first].start : self.text.tokens[stop - 1].end].lower()
        if self.around.lower_at(first - 1) != "and" or title in self.around.contexts.head_offices:
            return None
        other = self.around.ending.get(first - 1)
        named = other is not None and other.kind == "person" and other.title is not None
        whole = piece.stop - piece.first > 1 and other is not None and other.stop - other.first > 1
        return self.around.owner(other.title[0]) if named and whole and other and other.title else None

    def _add_roles(self, entry: Entry, piece: Piece) -> None:
        retired = self.around.retired_title(piece.first)
        if retired is not None:
            role = self.roles.of_title(retired, piece.first, self.around.owner(retired))
            role = role and replace(role, former=True)
        elif piece.title is not None:
            owner = self.around.owner(piece.title[0]) or self._shared_owner(piece)
            role = self.roles.of_title(*piece.title, owner)
        else:
            role = self.roles.before(piece.first)
        entry.roles += [r for r in (role, self.roles.after(piece.stop)) if r is not None]
