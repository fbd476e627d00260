"""What each name of an article is: person, organisation, place or none, one decision for all its pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dossier.reading.findings import Span
from dossier.reading.names.callings import Callings
from dossier.reading.names.contrary import Contrary
from dossier.reading.names.decision import (
    KINDS,
    SURE,
    SURE_OF_FEW,
    SURE_OF_RULED,
    SURE_OF_SIDE,
    Decision,
    decide,
)
from dossier.reading.names.evidence import Evidence, known_bodies
from dossier.reading.names.landmarks import mark_ports
from dossier.reading.names.namewords import COMPANY, ORGANISATION, TITLE
from dossier.reading.names.nobody import Nobody
from dossier.reading.names.pieces import Piece
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.text.article import Article

_OF_PERSONS = frozenset(("behind a title", "role before", "role behind"))
"""Cues that only persons have: without one a few words of violence make nobody a person."""


def settle_kinds(around: Surroundings) -> None:
    """Give each name's pieces the kind that the evidence speaks for."""
    reader = _Reader(around)
    for pieces in reader.groups:
        settled = reader.kind_of(pieces)
        kind = settled.kind
        if reader.callings.is_state(pieces):
            kind = "country"
        for piece in pieces:
            if kind == "country":
                piece.kind, piece.place, piece.country = kind, kind, around.word(piece.first)
                continue
            piece.kind, piece.belief = "other" if kind == "none" else kind, settled.belief
            if kind != "place":
                piece.place = None
            elif piece.place is None or around.is_part_of_town(piece):
                piece.place, piece.country = around.known_place(piece)


def name_examples(article: Article) -> Iterator[tuple[dict[str, float], list[Span]]]:
    """The cues of each name the rules cut out of an article, and where it stands."""
    reader = _Reader(Surroundings(article))
    for pieces in reader.groups:
        yield reader.evidence.cues(pieces), [piece.span for piece in pieces]


class Weighed(NamedTuple):
    """A name the rules cut out of an article and what it was taken for."""

    mentions: tuple[Span, ...]
    kind: str
    """person, organisation, place or none."""
    by: str
    """Who settled it: "words beside it", "its own form", "evidence" or "rule" (against weak evidence)."""
    decision: Decision


def weigh_names(article: Article) -> Iterator[Weighed]:
    """Each name of an article with the evidence for and against it, in text order."""
    reader = _Reader(Surroundings(article))
    for pieces in reader.groups:
        decision = decide(reader.evidence.cues(pieces), SURE)
        settled = reader.kind_of(pieces)
        yield Weighed(tuple(piece.span for piece in pieces), settled.kind, settled.by, decision)


class _Settled(NamedTuple):
    """What a name is, by whom that is settled, and how much that is believed."""

    kind: str
    by: str
    belief: float = 1.0


class _Reader:
    """The names of one article, each with the pieces that have it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.evidence = Evidence(around)
        self.callings = Callings(around)
        self.nobody = Nobody(around, frozenset(known_bodies()))
        self.contrary = Contrary(around)
        self._mark_dateline()
        mark_ports(around)
        named: dict[tuple[str, ...], list[Piece]] = {}
        for piece in around.pieces:  # not in headlines, where a capital says nothing
            if piece.kind not in ("title", "adjective", "country") and not piece.run.titled:
                named.setdefault(piece.words, []).append(piece)
        self.groups = list(named.values())
        self.things = self.callings.things(self.groups)
        self.ships = {p.words[1:] for p in around.pieces if around.word(p.first) in around.contexts.vessels}

    def kind_of(self, pieces: list[Piece]) -> _Settled:
        """What a name is: nobody’s, as words beside it or its form say, or what the evidence speaks for."""
        if not any(map(self.around.is_group, pieces)) and self.nobody.is_told(pieces):
            return _Settled("none", "words beside it")
        thing = self.callings.sail(pieces) or self.callings.are_things(pieces)
        if thing or pieces[0].words in self.ships:
            return _Settled("none", "words beside it")
        if self.nobody.is_opening_word(pieces):
            return _Settled("none", "its own form")
        lettered = any(self.around.has_letters_behind(piece) for piece in pieces)
        cues = self.evidence.cues(pieces)
        decision = decide(cues, SURE_OF_FEW if self.around.is_violent or lettered else SURE)
        kind, by = self._decided(pieces, cues, decision)
        firm = kind == "person" and self.nobody.may_be_a_firm(pieces)
        if firm or (kind == "place" and self.contrary.plays(pieces)):
            kind, by = "none", "words beside it"
        firm = kind == "organisation" and bool(self.around.flags(pieces[0].stop - 1) & COMPANY)  # "Osk Ltd"
        return _Settled(kind, by, decision.belief_in(kind, by_words=firm or by == "words beside it"))

    def _decided(self, pieces: list[Piece], cues: dict[str, float], decision: Decision) -> tuple[str, str]:
        """What a name is, and by whom that is settled.

        What a rule is sure of stands unless nearly all the evidence is against it.
        """
        told = next(filter(None, map(self.evidence.told_kind, pieces)), None)
        first = pieces[0]
        unsure = told == "person" and decision.belief < SURE_OF_FEW and self.nobody.is_title_only(first)
        if told is not None and not unsure:
            return told, "words beside it"
        ruled = not unsure and decision.belief >= SURE_OF_RULED and self._is_body(pieces)
        if ruled and (decision.kind == "none" or (decision.kind == "place" and decision.belief < SURE)):
            return first.kind if first.sure and first.kind in KINDS else "organisation", "rule"
        if first.single and first.lower in self.things:
            return "none", "words beside it"
        strange = decision.kind == "place" and first.key not in self.around.gazetteer.places
        called = self.callings.called(pieces, decision.kind) if decision.kind == "person" or strange else None
        if decision.kind == "organisation" and self.callings.is_work(pieces):
            called = "none"
        if called is None and decision.kind in ("person", "none"):
            called = self.callings.article_opens(pieces)
        open_ = decision.kind in ("person", "none") or strange
        if called is None and open_ and self.callings.does_as_bodies_do(pieces, strange=strange):
            called = "organisation"
        if called is not None:
            return called, "words beside it"
        short = any(cue.startswith("ends a longer name") for cue in cues)
        listed = first.key in known_bodies() and not short and cues.keys().isdisjoint(_OF_PERSONS)
        if decision.kind == "person" and listed:
            return "organisation", "rule"  # what a list has is somebody only where something tells so
        if decision.kind == "person" and self.nobody.is_no_person(first, decision.belief):
            return "none", "its own form"
        side = not short and first.single and self.contrary.may_be_side(first)
        least = SURE_OF_SIDE if side else SURE
        if decision.kind == "person" and decision.belief < least and not self._is_backed(pieces, cues):
            return "none", "evidence"
        if decision.kind == "person" and self.nobody.is_thing(pieces):
            return "organisation", "words beside it"
        if self.contrary.speaks_against(pieces, decision.kind):
            return "none", "words beside it"
        return decision.kind, "evidence"

    def _is_backed(self, pieces: list[Piece], cues: dict[str, float]) -> bool:
        """Whether a title, a role, a given name among others, or "the X regime" says that it is a person."""
        first = pieces[0]
        named = not first.single and self.nobody.has_personal_words(first)
        rules = any(self.around.lower(piece.stop) in self.around.contexts.ruling for piece in pieces)
        shared = any(map(self._shares_title, pieces))
        return named or rules or shared or not cues.keys().isdisjoint(_OF_PERSONS)

    def _shares_title(self, piece: Piece) -> bool:
        """Whether the plural of a title stands before one name, or before two: "Presidents X and Y"."""
        first = piece.first
        if self.around.lower(first - 1) == "and" and (other := self.around.ending.get(first - 1)) is not None:
            first = other.first
        one = self.around.lower(first - 1).removesuffix("s")
        return one != self.around.lower(first - 1) and bool(self.around.words.get(one, 0) & TITLE)

    def _is_body(self, pieces: list[Piece]) -> bool:
        """Whether rules are sure of a name; where it is about violence, "the Coalition" and letters too."""
        first = pieces[0]
        if first.kind in ("organisation", "person") and first.sure:
            return True
        if not self.around.is_violent or all(piece.run.initial for piece in pieces):
            return False
        return self.around.is_short_acronym(first) or bool(self.around.flags(first.stop - 1) & ORGANISATION)

    def _mark_dateline(self) -> None:
        """Make the unknown name that opens the dateline a place: "TANVILLE, Norland, May 3 (Wire) —"."""
        line, around = self.around.article.dateline, self.around
        piece = around.beginning.get(around.text.token_at(line.start)) if line is not None else None
        if piece is None or piece.sure or piece.kind in ("title", "adjective"):
            return
        land = around.beginning.get(piece.stop + 1) if around.word(piece.stop) == "," else None
        land = land if land is not None and land.kind in ("country", "place") else None
        if land is not None or all(t.text.isupper() for t in piece.tokens[piece.first : piece.stop]):
            piece.kind, piece.sure = "place", True
            piece.place, piece.country = around.known_place(piece)
            if land is not None:
                piece.country = land.country
