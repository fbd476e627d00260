"""Places made of other names: "eastern X", "the port of Y", "the X–Y border"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.reading.names.gazetteer import Gazetteer
from dossier.reading.names.pieces import Piece
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.text.tokens import Text

_BORDER = re.compile(r"orders?\b")
_DASHES = frozenset(("–", "—", "-", "/"))
_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_SHARED = frozenset(("shared", "common"))
_DISTRICTS = frozenset(("province", "state", "county", "district", "region"))
_LISTED = 6
"""Names in one list of ports."""


class Landmark(NamedTuple):
    """A place by a half-open range of tokens."""

    first: int
    stop: int
    kind: str
    """region or border."""
    country: str | None


def find_regions(text: Text, pieces: list[Piece], directions: frozenset[str]) -> Iterator[Landmark]:
    """Yield the parts of countries and provinces: "eastern X"."""
    for piece in pieces:
        if (
            piece.kind in ("country", "place")
            and piece.place in ("country", "province", "region")
            and piece.first
        ):
            after = text.tokens[piece.stop].lower if piece.stop < len(text.tokens) else ""
            if text.tokens[piece.first - 1].text in directions and after not in _DISTRICTS:
                yield Landmark(piece.first - 1, piece.stop, "region", piece.country)


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


def find_borders(text: Text, around: Surroundings) -> tuple[list[Landmark], list[Landmark]]:
    """Borders that are named, and mentions of "the border" that may be one of them."""
    named: list[Landmark] = []
    bare: list[Landmark] = []
    for match in _BORDER.finditer(text.text):
        at = text.token_at(match.start())
        if at >= len(text.tokens) or text.tokens[at].lower not in ("border", "borders"):
            continue
        landmark = _named_border(text, at, around)
        if landmark is not None:
            named.append(landmark)
        elif at and text.tokens[at - 1].lower == "the":
            bare.append(Landmark(at, at + 1, "border", None))
    return named, bare


def _named_border(text: Text, at: int, around: Surroundings) -> Landmark | None:
    tokens = text.tokens
    before = around.ending.get(at)
    if before is not None and before.kind in ("country", "adjective"):
        other = around.ending.get(before.first - 1)
        joined = other is not None and tokens[before.first - 1].text in _DASHES
        first = other.first if joined and other is not None else before.first
        if joined or before.country:
            return Landmark(first, at + 1, "border", None if joined else before.country)
    if at and _two_countries(tokens[at - 1].lower, around.gazetteer):
        return Landmark(at - 1, at + 1, "border", None)
    if at > 1 and tokens[at - 1].text in _POSSESSIVE:
        owner = around.ending.get(at - 1)
        if owner is not None and owner.kind == "country":
            return Landmark(owner.first, at + 1, "border", owner.country)
    if at > 1 and tokens[at - 1].lower in _SHARED:
        first = at - 1
        if tokens[first - 1].text in _POSSESSIVE and first > 1:
            first -= 2
        return Landmark(first, at + 1, "border", None)
    return _border_behind(text, at, around)


def _border_behind(text: Text, at: int, around: Surroundings) -> Landmark | None:
    """Read "border with X" and "border between X and Y"."""
    tokens = text.tokens
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
    return Landmark(at, stop, "border", None)


def _two_countries(word: str, gazetteer: Gazetteer) -> bool:
    left, dash, right = word.partition("-")
    if not dash:
        return False
    known = (gazetteer.places, gazetteer.demonyms)
    return all(any(part in table for table in known) for part in (left, right))
