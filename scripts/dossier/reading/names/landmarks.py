"""Places made of other names: "eastern X", "the port of Y", "the X–Y border"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.findings import Span
from dossier.reading.names.gazetteer import Gazetteer
from dossier.reading.names.pieces import POSSESSIVE, Extended, Piece
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.text.tokens import Text

_BORDER = re.compile(r"orders?\b")
_DASHES = frozenset(("–", "—", "-", "/"))
_SHARED = frozenset(("shared", "common"))
_DISTRICTS = frozenset(("province", "state", "county", "district", "region"))
_LISTED = 6
"""Names in one list of ports."""


def find_regions(around: Surroundings) -> Iterator[Extended]:
    """Yield the parts of countries and provinces: "eastern X"."""
    for piece in around.pieces:
        if piece.kind in ("country", "place") and piece.place in ("country", "province", "region"):
            beside = around.word(piece.first - 1) in around.contexts.directions
            if beside and around.lower(piece.stop) not in _DISTRICTS:
                yield Extended(piece.first - 1, piece.stop, "place", piece.country, place="region")


def mark_ports(text: Text, beginning: dict[int, Piece]) -> None:
    """Set the kind of pieces that a list after "port of" or "ports of" names."""
    for first, piece in beginning.items():
        if (
            first < 2
            or text.tokens[first - 1].lower != "of"
            or text.tokens[first - 2].lower not in ("port", "ports")
        ):
            continue
        current: Piece | None = piece
        for _ in range(_LISTED):
            if current is None or current.kind not in ("unknown", "place", "person"):
                break
            current.kind, current.place = "place", "port"
            if current.stop >= len(text.tokens) or text.tokens[current.stop].lower not in ("and", ","):
                break
            current = beginning.get(current.stop + 1)


def find_borders(around: Surroundings) -> tuple[list[Extended], list[Span]]:
    """Borders that are named, and mentions of "the border" that may be one of them."""
    text = around.text
    named: list[Extended] = []
    bare: list[Span] = []
    for match in _BORDER.finditer(text.text):
        at = text.token_at(match.start())
        if at >= len(text.tokens) or text.tokens[at].lower not in ("border", "borders"):
            continue
        landmark = _named_border(around, at)
        if landmark is not None:
            named.append(landmark)
        elif at and text.tokens[at - 1].lower == "the":
            bare.append(Span(text.tokens[at].start, text.tokens[at].end))
    return named, bare


def _named_border(around: Surroundings, at: int) -> Extended | None:
    tokens = around.tokens
    before = around.ending.get(at)
    if before is not None and before.kind in ("country", "adjective"):
        other = around.ending.get(before.first - 1)
        joined = other is not None and tokens[before.first - 1].text in _DASHES
        first = other.first if joined and other is not None else before.first
        if joined or before.country:
            return _border(first, at + 1, None if joined else before.country)
    if at and _two_countries(tokens[at - 1].lower, around.gazetteer):
        return _border(at - 1, at + 1, None)
    if at > 1 and tokens[at - 1].text in POSSESSIVE:
        owner = around.ending.get(at - 1)
        if owner is not None and owner.kind == "country":
            return _border(owner.first, at + 1, owner.country)
    if at > 1 and tokens[at - 1].lower in _SHARED:
        first = at - 1
        if tokens[first - 1].text in POSSESSIVE and first > 1:
            first -= 2
        return _border(first, at + 1, None)
    return _border_behind(around, at)


def _border(first: int, stop: int, country: str | None) -> Extended:
    return Extended(first, stop, "place", country, place="border")


def _border_behind(around: Surroundings, at: int) -> Extended | None:
    """Read "border with X" and "border between X and Y"."""
    tokens = around.tokens
    if (
        at + 2 >= len(tokens)
        or tokens[at].lower != "border"
        or tokens[at + 1].lower not in ("with", "between")
    ):
        return None
    first = around.beginning.get(at + 2)
    if first is None or first.kind not in ("country", "place"):
        return None
    stop = first.stop
    if tokens[at + 1].lower == "between":
        second = around.beginning.get(stop + 1)
        if second is None or tokens[stop].lower != "and":
            return None
        stop = second.stop
    return _border(at, stop, None)


def _two_countries(word: str, gazetteer: Gazetteer) -> bool:
    left, dash, right = word.partition("-")
    if not dash:
        return False
    known = (gazetteer.places, gazetteer.demonyms)
    return all(any(part in table for table in known) for part in (left, right))
