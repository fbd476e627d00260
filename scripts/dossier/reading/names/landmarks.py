"""Places made of other names: "eastern X", "the port of Y", "the X–Y border"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.findings import Span
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import Gazetteer
from dossier.reading.names.namewords import ARMED_HEAD, ROLE
from dossier.reading.names.pieces import POSSESSIVE, BodyTable, Extended, Piece
from dossier.reading.names.surroundings import Surroundings

_BORDER = re.compile(r"orders?\b")
_DASHES = frozenset(("–", "—", "-", "/"))
_SHARED = frozenset(("shared", "common"))
_DISTRICTS = frozenset(("province", "state", "county", "district", "region"))
_PORTS = (("port", "of"), ("ports", "of"))


def find_regions(around: Surroundings) -> Iterator[Extended]:
    """Yield the parts of countries and provinces: "eastern X"."""
    for piece in around.pieces:
        if piece.kind in ("country", "place") and piece.place in ("country", "province", "region"):
            beside = around.word(piece.first - 1) in around.contexts.directions
            if beside and around.lower(piece.stop) not in _DISTRICTS:
                yield Extended(piece.first - 1, piece.stop, "place", piece.country, place="region")


def mark_ports(around: Surroundings) -> None:
    """Set the kind of pieces that a list after "port of" or "ports of" names."""
    for piece in around.pieces:
        if (around.lower(piece.first - 2), around.lower(piece.first - 1)) not in _PORTS:
            continue
        current: Piece | None = piece
        while current is not None and current.kind in ("unknown", "place", "person"):
            current.kind, current.place = "place", "port"
            listed = around.lower(current.stop) in ("and", ",")
            current = around.beginning.get(current.stop + 1) if listed else None


def find_borders(around: Surroundings) -> tuple[list[Extended], list[Span]]:
    """Borders that are named, and mentions of "the border" that may be one of them."""
    text = around.text
    named: list[Extended] = []
    bare: list[Span] = []
    for match in _BORDER.finditer(text.text):
        at = text.token_at(match.start())
        if around.lower(at) not in ("border", "borders") or _names_who_guards(around, at):
            continue
        landmark = _named_border(around, at)
        if landmark is not None:
            named.append(landmark)
        elif around.lower(at - 1) == "the":
            bare.append(Span(text.tokens[at].start, text.tokens[at].end))
    return named, bare


def _names_who_guards(around: Surroundings, at: int) -> bool:
    """Whether "border" belongs to the name of a body or people: "X's Border Service", "X border guards"."""
    behind = around.word(at + 1)
    if around.word(at)[0].isupper() and around.lower(at + 1).isalpha() and behind[0].isupper():
        return True
    one = behind.removesuffix("s")
    people = any(around.words.get(word, 0) & (ARMED_HEAD | ROLE) for word in (behind, one))
    return behind.islower() and (people or behind in load_table("bodies", BodyTable).heads)


def _named_border(around: Surroundings, at: int) -> Extended | None:
    before = around.ending.get(at)
    if before is not None and before.kind in ("country", "adjective"):
        other = around.ending.get(before.first - 1)
        if other is not None and around.word(before.first - 1) in _DASHES:
            return _border(other.first, at + 1, None)
        if before.country:
            return _border(before.first, at + 1, before.country)
    if _two_countries(around.lower(at - 1), around.gazetteer):
        return _border(at - 1, at + 1, None)
    owner = around.ending.get(at - 1) if around.word(at - 1) in POSSESSIVE else None
    if owner is not None and owner.kind == "country":
        return _border(owner.first, at + 1, owner.country)
    if around.lower(at - 1) in _SHARED:
        return _border(at - 1 - 2 * (around.word(at - 2) in POSSESSIVE), at + 1, None)
    return _border_behind(around, at)


def _border(first: int, stop: int, country: str | None) -> Extended:
    return Extended(first, stop, "place", country, place="border")


def _border_behind(around: Surroundings, at: int) -> Extended | None:
    """Read "border with X" and "border between X and Y"."""
    link, first = around.lower(at + 1), around.beginning.get(at + 2)
    if around.lower(at) != "border" or first is None or first.kind not in ("country", "place"):
        return None
    second = around.beginning.get(first.stop + 1) if around.lower(first.stop) == "and" else None
    if link == "between":
        return _border(at, second.stop, None) if second is not None else None
    return _border(at, first.stop, None) if link == "with" else None


def _two_countries(word: str, gazetteer: Gazetteer) -> bool:
    left, _, right = word.partition("-")
    known = (gazetteer.places, gazetteer.demonyms)
    return all(any(part in table for table in known) for part in (left, right))
