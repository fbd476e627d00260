"""Article to the people, organisations, groups, states and places it names."""

from __future__ import annotations

from collections import Counter

from dossier.article import Article
from dossier.bodies import find_bodies
from dossier.entries import Entry, actors_of, places_of
from dossier.findings import Span
from dossier.landmarks import Pieces, find_borders, find_regions, mark_ports
from dossier.ledger import Ledger, initials
from dossier.lexicon import load_table
from dossier.mentions import Names
from dossier.namewords import ARMED, ARMED_ADJECTIVE, ARMED_HEAD, FUNCTION, GIVEN, NEVER, NameTable
from dossier.pieces import BodyTable, ContextTable, Piece
from dossier.segments import find_pieces
from dossier.roles import RoleReader

_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_VIOLENT = 3
"""Words of violence from which on an article is about it."""
_ALLIANCES = frozenset(("alliance", "coalition", "umbrella"))


def extract_names(article: Article) -> Names:
    """Actors and places with every mention.

    Names of several words, and those a title or the gazetteer is sure of, are entered first; single
    words are then tied to them, or entered on the strength of what stands around them.
    """
    reader = _Reader(article)
    reader.enter_long()
    reader.enter_bodies()
    reader.enter_landmarks()
    reader.tie_acronyms()
    reader.enter_short()
    entries = list(reader.ledger.entries.values())
    return Names.of(actors_of(entries), places_of(entries))


class _Reader:
    """One reading of an article's pieces into a ledger."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.tokens = article.text.tokens
        self.article = article
        self.ledger = Ledger(article)
        self.words = self.ledger.words
        self.contexts = load_table("name_contexts", ContextTable)
        self.roles = RoleReader(self.text, self.words, self.ledger.gazetteer)
        self.pieces = find_pieces(article)
        self.ending = {piece.stop: piece for piece in self.pieces}
        self.beginning = {piece.first: piece for piece in self.pieces}
        self.lists: set[int] = set()
        """Tokens behind the words of a list of names."""
        self.index = Pieces(self.ending, self.beginning)
        mark_ports(self.text, self.index)
        names = load_table("name_words", NameTable)
        violence, self.offices = names.violence, names.offices
        self.violent = sum(token.lower in violence for token in self.tokens) >= _VIOLENT
        self.seats = load_table("bodies", BodyTable).seats

    # -- passes -----------------------------------------------------------------------------------

    def enter_long(self) -> None:
        """Enter the names that say themselves what they are."""
        for piece in self.pieces:
            if piece.kind in ("title", "unknown", "adjective") or piece.run.titled:
                continue
            if piece.stop - piece.first == 1 and piece.kind in ("person", "other"):
                continue
            self._enter(piece)

    def enter_bodies(self) -> None:
        """Enter bodies and groups whose name goes on in small letters."""
        for body in find_bodies(self.tokens, self.pieces, self.words):
            span = Span(self.tokens[body.first].start, self.tokens[body.stop - 1].end)
            entry = self.ledger.entries.get(body.key)
            if entry is None:
                words = tuple(token.lower for token in self.tokens[body.first : body.stop])
                entry = Entry(self.text.slice(span), body.kind, words, country=body.country)
                self.ledger.entries[body.key] = entry
            entry.add_alias(self.text.slice(span))
            entry.mentions.append(span)
        self._enter_peoples_and_offices()

    def enter_landmarks(self) -> None:
        """Enter places made of other names; "the border" is the one border the article names, if it is one."""
        for region in find_regions(self.text, self.pieces, self.contexts.directions):
            self._enter_tokens(region.first, region.stop, "place", region.kind, region.country)
        named, bare = find_borders(self.text, self.index, self.ledger.gazetteer)
        borders = [self._enter_tokens(b.first, b.stop, "place", b.kind, b.country) for b in named]
        if borders and all(border is borders[0] for border in borders):
            borders[0].mentions += [Span(self.tokens[b.first].start, self.tokens[b.first].end) for b in bare]

    def _enter_tokens(
        self, first: int, stop: int, kind: str, place: str | None, country: str | None
    ) -> Entry:
        """The entry of a name that goes on in small letters, with this mention."""
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        words = tuple(token.lower for token in self.tokens[first:stop])
        key = " ".join(words)
        entry = self.ledger.entries.get(key)
        if entry is None:
            entry = Entry(self.text.slice(span), kind, words, place, country)
            self.ledger.entries[key] = entry
        entry.mentions.append(span)
        return entry

    def _enter_peoples_and_offices(self) -> None:
        """ "X’s Sheriff’s office", and peoples and parties in the plural ("Greeks", "Democrats")."""
        for piece in self.pieces:
            after = self._text_at(piece.stop)
            if (
                piece.kind == "title"
                and after in _POSSESSIVE
                and self._lower_at(piece.stop + 1) in self.offices
            ):
                owner = self.ending.get(piece.first)
                if owner is not None and owner.kind in ("place", "country", "unknown"):
                    self._enter_tokens(owner.first, piece.stop + 2, "organisation", None, owner.country)
            elif piece.kind == "adjective" and not piece.run.titled and self._is_people(piece):
                self._enter_tokens(piece.first, piece.stop, "people", None, piece.country)

    def _is_people(self, piece: Piece) -> bool:
        word = self.tokens[piece.stop - 1].lower
        plural = word.endswith("s") and word[:-1] in self.ledger.gazetteer.adjectives
        return plural and not self._text_at(piece.stop)[:1].isupper()

    def tie_acronyms(self) -> None:
        """Tie acronyms the article defines: "Long Name (LN)", "LN (Long Name)", "small words (SW)"."""
        for piece in self.pieces:
            if piece.stop - piece.first != 1 or not self._is_acronym(piece):
                continue
            short = self.tokens[piece.first].lower
            if self._text_at(piece.first - 1) == "(":
                long = self.ending.get(piece.first - 1)
                if long is None:
                    small = tuple(
                        t.lower for t in self.tokens[max(piece.first - 1 - len(short), 0) : piece.first - 1]
                    )
                    if small and short in initials(small):
                        self.ledger.tie(short, Entry("", "other", small))
                    continue
            elif self._text_at(piece.stop) == "(":
                long = self.beginning.get(piece.stop + 1)
                if long is None or short not in initials(self.ledger.words_of(long)):
                    continue
            else:
                continue
            entry = self.ledger.find(long) or self.ledger.referent(long)
            if entry is not None and (
                entry.kind not in ("person", "country") or short in initials(entry.words)
            ):
                self.ledger.tie(short, entry)

    def enter_short(self) -> None:
        """Tie single words to entries; enter those whose surroundings tell what they are."""
        seen: Counter[str] = Counter()
        for piece in self.pieces:
            if piece.kind in ("unknown", "person") and not piece.run.titled and not piece.run.initial:
                seen[self.tokens[piece.first].lower] += piece.stop - piece.first == 1
        for piece in self.pieces:
            if piece.kind in ("title", "other", "adjective"):
                continue
            single = piece.stop - piece.first == 1
            entry = self.ledger.find(piece)
            if entry is not None:
                if piece.run.titled or (single and piece.kind in ("unknown", "person")):
                    self._mention(entry, piece)
            elif single:
                entry = self.ledger.referent(piece)
                if entry is not None:
                    self._mention(entry, piece)
                elif not piece.run.titled:
                    self._enter_single(piece, seen[self.tokens[piece.first].lower])

    # -- entering ---------------------------------------------------------------------------------

    def _enter(self, piece: Piece) -> Entry:
        if piece.kind == "organisation":
            piece.kind = self._kind_of_body(piece)
        entry = self.ledger.enter(piece)
        self._describe(entry, piece)
        return entry

    def _mention(self, entry: Entry, piece: Piece) -> None:
        self.ledger.mention(entry, piece)
        self._describe(entry, piece)

    def _enter_single(self, piece: Piece, seen: int) -> None:
        """Enter a single word by what stands around it, or leave it."""
        if piece.title is None and not self._settle(piece, seen):
            return
        entry = self._enter(piece)
        if piece.kind == "armed_group":
            self._join_listed(piece)
        del entry

    def _settle(self, piece: Piece, seen: int) -> bool:
        """Set the kind of a single word; False when it isn't sure to be a name."""
        token = self.tokens[piece.first]
        word = token.lower
        before, after = self._lower_at(piece.first - 1), self._lower_at(piece.stop)
        place = self.ledger.gazetteer.places.get(word)
        flags = self.words.get(word, 0)
        if len(word) == 1:
            return False
        if self._is_group(piece):
            piece.kind = "armed_group"
        elif after == "news" and self._lower_at(piece.stop + 1) in ("agency", "agencies"):
            piece.kind = "organisation"
            piece.stop += 2
        elif place is not None and (
            before in self.contexts.locative or place.population > 150_000 or after == ","
        ):
            piece.kind, piece.place, piece.country = "place", place.kind, place.country
        elif before == "of" and self._lower_at(piece.first - 2) in self.contexts.parts_before:
            piece.kind, piece.place = "place", "place"
        elif after in self.contexts.district_after:
            piece.kind, piece.place = "place", "province"
        elif after == "$" or (piece.run.initial and not seen and after not in self.contexts.speaking):
            return False
        elif before == ":" and self._lower_at(piece.first - 2) in self.contexts.credits:
            piece.kind = "person"
        elif self._listed(piece, before) is not None:
            piece.kind = self._listed(piece, before) or "organisation"
        elif self._is_acronym(piece):
            piece.kind = "organisation"
        elif before in self.contexts.locative and before != "to":
            piece.kind = "place"
        elif flags & GIVEN:
            piece.kind = "person"
        elif (
            before in self.contexts.organisations_before
            or after in self.contexts.acting
            or after in _POSSESSIVE
            or seen > 1
        ):
            piece.kind = "organisation"
        else:
            return False
        return True

    def _listed(self, piece: Piece, before: str) -> str | None:
        """Kind of a single word that "such as" opens, or that a list ties to a name."""
        if before == "as" and self._lower_at(piece.first - 2) == "such":
            self.lists.add(piece.stop)
            return "organisation"
        if before not in ("and", "or", ","):
            return None
        at = piece.first - 1
        if before != "," and self._text_at(at - 1) == ",":
            at -= 1
        other = self.ending.get(at)
        if other is None or (self._text_at(at) == "," and other.stop not in self.lists):
            return None
        entry = self.ledger.find(other)
        if entry is None or entry.kind not in ("organisation", "person", "armed_group"):
            return None
        self.lists.add(piece.stop)
        return entry.kind

    def _kind_of_body(self, piece: Piece) -> str:
        words = self.ledger.words_of(piece)
        if " ".join(words) in self.seats:
            return "government_body"
        if self._is_group(piece):
            return "armed_group"
        before = [token.lower for token in self.tokens[max(piece.first - 7, 0) : piece.first]]
        if before[-2:] == [",", "the"] and _ALLIANCES & set(before):
            return "alliance"
        if self.violent and self.words.get(words[-1], 0) & ARMED:
            return "armed_group"
        return piece.kind

    def _is_group(self, piece: Piece) -> bool:
        """Whether words behind the name call it an armed group."""
        armed = False
        for index in range(piece.stop, min(piece.stop + 3, len(self.tokens))):
            flags = self.words.get(self.tokens[index].lower, 0)
            if flags & ARMED_HEAD and self.tokens[index].text[0].islower():
                return armed or self.violent
            if not flags & ARMED_ADJECTIVE:
                return False
            armed = True
        return False

    def _join_listed(self, piece: Piece) -> None:
        """ "the X and Y armed groups": X is one too."""
        for _ in range(8):
            if self._lower_at(piece.first - 1) not in ("and", ","):
                return
            before = self.ending.get(piece.first - 1)
            if before is None or before.kind not in ("unknown", "organisation", "person"):
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
            before = self._lower_at(piece.first - 1)
            entry.acting |= before not in self.contexts.country_locative and before != ","
            return
        if entry.kind == "person":
            self._add_roles(entry, piece)
        elif entry.country is None:
            entry.country = self._owner(piece.first)

    def _add_roles(self, entry: Entry, piece: Piece) -> None:
        if piece.title is not None:
            role = self.roles.of_title(*piece.title, self._owner(piece.title[0]))
        else:
            role = self.roles.before(piece.first)
        entry.roles += [r for r in (role, self.roles.after(piece.stop)) if r is not None]

    def _owner(self, first: int) -> str | None:
        """Country whose adjective or possessive stands before a token, small words between."""
        at = first
        while (
            at > 0
            and first - at < 2
            and self.tokens[at - 1].text.islower()
            and not self.words.get(self.tokens[at - 1].lower, 0) & FUNCTION
            and self.tokens[at - 1].text not in _POSSESSIVE
        ):
            at -= 1
        if self._text_at(at - 1) in _POSSESSIVE:
            at -= 1
        owner = self.ending.get(at)
        return owner.country if owner is not None and owner.kind in ("adjective", "country") else None

    def _is_acronym(self, piece: Piece) -> bool:
        token = self.tokens[piece.first]
        return (
            2 <= len(token.text) <= 8 and token.text.isupper() and not self.words.get(token.lower, 0) & NEVER
        )

    def _text_at(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _lower_at(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""
