"""Names that go on in small letters: "the X government", "X’s foreign office", "Y rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import ARMED_ADJECTIVE, ARMED_HEAD
from dossier.reading.names.pieces import POSSESSIVE, BodyTable, Extended, Piece
from dossier.reading.names.surroundings import Surroundings
from dossier.reading.text.tokens import Token

_REACH = 4
"""Words in small letters that a body's name may have."""


def find_bodies(around: Surroundings) -> Iterator[Extended]:
    """Bodies of a state and groups of a people, each in text order; then offices and peoples."""
    table = load_table("bodies", BodyTable)
    for piece in around.pieces:
        if piece.kind in ("adjective", "country"):
            body = _government(around.tokens, piece, table) or _group(around, piece)
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
    plural = word.endswith("s") and word[:-1] in around.gazetteer.adjectives
    return plural and not around.word(piece.stop)[:1].isupper()


def _government(tokens: Sequence[Token], piece: Piece, table: BodyTable) -> Extended | None:
    if piece.country is None:
        return None
    at = piece.stop
    if at < len(tokens) and tokens[at].text in POSSESSIVE:
        at += 1
    modified = False
    first_word = at
    for index in range(at, min(at + _REACH, len(tokens))):
        lower = tokens[index].lower
        if not tokens[index].text[0].islower():
            return None
        if lower in table.heads:
            following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
            if following in table.heads and following in ("forces", "force", "office", "guard", "guards"):
                continue
            if lower in table.heads_with_modifier and not modified:
                return None
            inner = " ".join(t.lower for t in tokens[first_word:index])
            head = "forces" if lower in table.same else lower
            key = f"{piece.country} {inner} {head}"
            return Extended(piece.first, index + 1, "government_body", piece.country, key)
        if lower not in table.modifiers:
            return None
        modified = True
    return None


def _group(around: Surroundings, piece: Piece) -> Extended | None:
    tokens = around.tokens
    if piece.kind != "adjective" or "-" in tokens[piece.first].text:
        return None
    armed = False
    for index in range(piece.stop, min(piece.stop + _REACH, len(tokens))):
        token = tokens[index]
        if not token.text[0].islower():
            return None
        flags = around.flags(index)
        if flags & ARMED_HEAD and (
            armed
            or (
                token.lower.endswith(("s", "men"))
                and not token.lower.startswith(("group", "org", "mov", "fac", "for"))
            )
        ):
            first = piece.first
            key = " ".join(t.lower for t in tokens[first : index + 1])
            return Extended(first, index + 1, "armed_group", piece.country, key)
        if not flags & ARMED_ADJECTIVE:
            return None
        armed = True
    return None
