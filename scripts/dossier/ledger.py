"""Pieces to entries: which pieces name the same one, and what it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.article import Article
from dossier.findings import AliasFinding, NameFinding, RoleFinding, Span
from dossier.gazetteer import load_gazetteer
from dossier.lexicon import load_table
from dossier.namewords import COURTESY, FEMALE, FORMER, GIVEN, MALE, PARTICLE, load_namewords
from dossier.pieces import Piece

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "."))


class ContextTable(NamedTuple):
    """Shape of lexicons/name_contexts.yaml."""

    locative: frozenset[str]
    country_locative: frozenset[str]
    acting: frozenset[str]
    directions: frozenset[str]
    district_after: frozenset[str]


@dataclass(slots=True)
class Entry:
    """One that is named, as far as the article has been read."""

    name: str
    kind: str
    words: tuple[str, ...]
    place: str | None = None
    country: str | None = None
    mentions: list[Span] = field(default_factory=list)
    acting: bool = False
    aliases: dict[str, str] = field(default_factory=dict)
    roles: list[RoleFinding] = field(default_factory=list)


class Ledger:
    """The entries of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.tokens = article.text.tokens
        self.words = load_namewords()
        self.gazetteer = load_gazetteer()
        self.contexts = load_table("name_contexts", ContextTable)
        self.entries: dict[str, Entry] = {}
        self.by_word: dict[str, list[Entry]] = {}
        """Single words that may stand for an entry: surname, given name, acronym."""

    def enter_long(self, pieces: list[Piece]) -> None:
        """Enter the names that say themselves what they are."""
        for piece in pieces:
            if piece.kind in ("title", "other", "unknown", "adjective") or piece.run.titled:
                continue
            words = self._words(piece)
            if len(words) == 1 and piece.kind == "person":
                continue
            self._enter(piece, words)

    def enter_short(self, pieces: list[Piece]) -> None:
        """Tie single words, and words of titled lines, to entries; enter those the context tells of."""
        seen: Counter[str] = Counter()
        for piece in pieces:
            if piece.kind in ("unknown", "person") and not piece.run.titled and not piece.run.initial:
                seen[" ".join(self._words(piece))] += 1
        for piece in pieces:
            if piece.kind in ("title", "other", "adjective"):
                continue
            words = self._words(piece)
            key = " ".join(words)
            if key in self.entries:
                if piece.run.titled or len(words) == 1 and piece.kind in ("unknown", "person"):
                    self._mention(self.entries[key], piece)
                continue
            if len(words) > 1:
                continue
            entry = self._referent(piece, words[0])
            if entry is not None:
                surface = self.text.slice(self._span(piece))
                entry.aliases.setdefault(surface, "acronym" if surface.isupper() else "short_form")
                self._mention(entry, piece)
            elif not piece.run.titled and (not piece.run.initial or seen[key] or piece.title):
                self._enter_single(piece, words)

    def actors(self) -> list[NameFinding]:
        """People, organisations and states."""
        found = [
            self._finding(entry, entry.kind)
            for entry in self.entries.values()
            if entry.mentions
            and entry.kind in ("person", "organisation", "armed_group", "government_body", "alliance", "people")
        ]
        found += [
            self._finding(entry, "state") for entry in self.entries.values() if entry.kind == "country" and entry.acting and entry.mentions
        ]
        return sorted(found, key=lambda f: f.mentions[0])

    def places(self) -> list[NameFinding]:
        """Places."""
        found = [
            self._finding(entry, entry.place or "place")
            for entry in self.entries.values()
            if entry.mentions and entry.kind in ("place", "country")
        ]
        return sorted(found, key=lambda f: f.mentions[0])

    # -- inside -----------------------------------------------------------------------------------

    def _words(self, piece: Piece) -> tuple[str, ...]:
        return tuple(t.lower for t in self.tokens[piece.first : piece.stop] if t.text != ".")

    def _span(self, piece: Piece) -> Span:
        return Span(self.tokens[piece.first].start, self.tokens[piece.stop - 1].end)

    def _enter(self, piece: Piece, words: tuple[str, ...]) -> Entry:
        key = " ".join(words)
        if piece.kind == "country" and piece.country is not None:
            key = piece.country.lower()
        entry = self.entries.get(key)
        span = self._span(piece)
        if entry is None:
            entry = Entry(self.text.slice(span), piece.kind, words, piece.place, piece.country)
            self.entries[key] = entry
            self._index(entry)
        elif self.text.slice(span) != entry.name:
            surface = self.text.slice(span)
            entry.aliases.setdefault(surface, "acronym" if surface.replace(".", "").isupper() else "as_reported")
        self._mention(entry, piece)
        return entry

    def _index(self, entry: Entry) -> None:
        words = [w for w in entry.words if w not in _SUFFIXES]
        shorts: list[str] = []
        if entry.kind == "person" and len(words) > 1:
            shorts = [words[-1], words[0]]
        elif entry.kind in ("organisation", "place") and len(words) > 1:
            initials = "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "&"))
            every = "".join(w[0] for w in words)
            shorts = [initials, every]
            if entry.kind == "organisation":
                shorts.append(words[0])
        for short in dict.fromkeys(shorts):
            if len(short) > 1:
                self.by_word.setdefault(short, []).append(entry)

    def _referent(self, piece: Piece, word: str) -> Entry | None:
        """The entry that a single word stands for: nearest before, else the first after."""
        candidates = self.by_word.get(word)
        if not candidates:
            return None
        surface = self.tokens[piece.first].text
        start = self.tokens[piece.first].start
        fit = []
        for entry in candidates[:50]:
            if entry.kind == "person":
                if entry.words[0] == word and any(e.words[-1] == word for e in candidates if e.kind == "person"):
                    continue
                fit.append(entry)
            elif word == entry.words[0]:
                if not self.words.get(word, 0) and word not in self.gazetteer.places:
                    fit.append(entry)
            elif surface.isupper():
                fit.append(entry)
        gender = self._gender_of_title(piece)
        if gender:
            agreeing = [e for e in fit if self.words.get(e.words[0], 0) & GIVEN in (0, gender, GIVEN)]
            fit = agreeing or fit
        if not fit:
            return None
        before = [e for e in fit if e.mentions and e.mentions[0].start < start]
        return max(before or fit, key=lambda e: len(e.mentions)) if before else fit[0]

    def _gender_of_title(self, piece: Piece) -> int:
        if piece.title is None:
            return 0
        words = {t.lower for t in self.tokens[piece.title[0] : piece.title[1]]}
        if words & {"mr", "sir", "lord", "king", "prince"}:
            return MALE
        return FEMALE if words & {"mrs", "ms", "miss", "lady", "queen", "princess"} else 0

    def _enter_single(self, piece: Piece, words: tuple[str, ...]) -> None:
        word = words[0]
        if piece.title is not None:
            self._enter(piece, words)
            return
        before = self.tokens[piece.first - 1].lower if piece.first else ""
        after = self.tokens[piece.stop].lower if piece.stop < len(self.tokens) else ""
        token = self.tokens[piece.first]
        place = self.gazetteer.places.get(word)
        if place is not None and (before in self.contexts.locative or place.population > 150_000):
            piece.kind, piece.place, piece.country = "place", place.kind, place.country
        elif after in self.contexts.district_after:
            piece.kind, piece.place = "place", "province"
        elif token.text.isupper() and 2 <= len(word) <= 7:
            piece.kind = "organisation"
        elif before in self.contexts.locative and before != "to":
            piece.kind = "place"
        elif after in self.contexts.acting or after in ("'s", "’s"):
            piece.kind = "person" if self.words.get(word, 0) & GIVEN else "organisation"
        elif self.words.get(word, 0) & GIVEN:
            piece.kind = "person"
        else:
            return
        self._enter(piece, words)

    def _mention(self, entry: Entry, piece: Piece) -> None:
        span = self._span(piece)
        if self.article.kinds[self.text.block_at(span.start)] == "note":
            return
        entry.mentions.append(span)
        if piece.title is not None:
            first, stop = piece.title
            while first < stop and self.words.get(self.tokens[first].lower, 0) & COURTESY:
                first += 1
            former = first < stop and bool(self.words.get(self.tokens[first].lower, 0) & FORMER)
            if first < stop:
                role = Span(self.tokens[first].start, self.tokens[stop - 1].end)
                entry.roles.append(RoleFinding(title=self.text.slice(role), of=None, span=role, former=former))
        if entry.kind == "country":
            before = self.tokens[piece.first - 1].lower if piece.first else ""
            if before not in self.contexts.country_locative and before != ",":
                entry.acting = True

    def _finding(self, entry: Entry, kind: str) -> NameFinding:
        return NameFinding(
            name=entry.name,
            kind=kind,
            aliases=tuple(AliasFinding(text=t, type=k) for t, k in entry.aliases.items() if t != entry.name),
            mentions=tuple(sorted(set(entry.mentions))),
            roles=tuple(entry.roles),
            country=entry.country if entry.kind != "country" else None,
        )
