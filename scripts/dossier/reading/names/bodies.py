"""Names that go on in small letters: "the X government", "X’s foreign office", "Y rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import ARMED_ADJECTIVE, ARMED_HEAD
from dossier.reading.names.pieces import POSSESSIVE, BodyTable, Extended, Piece
from dossier.reading.names.surroundings import Surroundings

_REACH = 4
"""Words in small letters that a body's name may have."""
_ANY_GROUP = ("group", "org", "mov", "fac", "for")
"""Begins nouns that mean an armed group only behind an adjective that says so."""


def find_bodies(around: Surroundings) -> Iterator[Extended]:
    """Bodies of a state and groups of a people, each in text order; then offices and peoples."""
    table = load_table("bodies", BodyTable)
    for piece in around.pieces:
        if piece.kind in ("adjective", "country"):
            body = _government(around, piece, table) or _group(around, piece)
            if body is not None:
                yield body
    for piece in around.pieces:
        if piece.kind == "title" and around.word(piece.stop) in POSSESSIVE:
            owner = around.ending.get(piece.first)
            office = around.lower(piece.stop + 1) in around.offices
            if office and owner is not None and owner.kind in ("place", "country", "unknown"):
                yield Extended(owner.first, piece.stop + 2, "organisation", owner.country)
        elif piece.kind == "adjective" and not piece.run.titled and _is_people(around, piece):
            yield Extended(piece.first, piece.stop, "people", piece.country)


def _is_people(around: Surroundings, piece: Piece) -> bool:
    word = around.lower(piece.stop - 1)
    return word.endswith("s") and word[:-1] in around.gazetteer.adjectives


def _government(around: Surroundings, piece: Piece, table: BodyTable) -> Extended | None:
    if piece.country is None:
        return None
    first = piece.stop + (around.word(piece.stop) in POSSESSIVE)
    for at in range(first, first + _REACH):
        word = around.word(at)
        if word in table.heads:
            if word in table.heads_with_modifier and at == first:
                return None
            inner = " ".join(around.word(i) for i in range(first, at))
            key = f"{piece.country} {inner} {'forces' if word in table.same else word}"
            return Extended(piece.first, at + 1, "government_body", piece.country, key)
        if word not in table.modifiers:
            return None
    return None


def _group(around: Surroundings, piece: Piece) -> Extended | None:
    if piece.kind != "adjective" or "-" in around.word(piece.first):
        return None
    for at in range(piece.stop, piece.stop + _REACH):
        word = around.word(at)
        flags = around.flags(at) if word[:1].islower() else 0
        several = word.endswith(("s", "men")) and not word.startswith(_ANY_GROUP)
        if not several and around.lower(piece.first - 1) in ("a", "an"):
            return None  # "X, an Islamist militant group"
        if not several and around.is_capital(at + 1):
            return None  # "the Islamist militant group X"
        if flags & ARMED_HEAD and (at > piece.stop or several):
            key = " ".join(around.lower(i) for i in range(piece.first, at + 1))
            return Extended(piece.first, at + 1, "armed_group", piece.country, key)
        if not flags & ARMED_ADJECTIVE:
            return None
    return None
