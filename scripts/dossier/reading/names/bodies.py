"""Names that go on in small letters: "the X government", "X’s foreign office", "Y rebels"."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import ARMED_ADJECTIVE, ARMED_HEAD
from dossier.reading.names.pieces import BodyTable, Piece
from dossier.reading.text.tokens import Token

_POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
_REACH = 4
"""Words in small letters that a body's name may have."""


class Body(NamedTuple):
    """A body named by an adjective and words in small letters: a half-open range of tokens."""

    first: int
    stop: int
    kind: str
    """government_body or armed_group."""
    key: str
    """The same for different wordings of one body."""
    country: str | None


def find_bodies(tokens: list[Token], pieces: list[Piece], words: dict[str, int]) -> list[Body]:
    """Bodies of a state and groups of a people, in text order."""
    table = load_table("bodies", BodyTable)
    found = []
    for piece in pieces:
        if piece.kind not in ("adjective", "country"):
            continue
        body = _government(tokens, piece, table) or _group(tokens, piece, words)
        if body is not None:
            found.append(body)
    return found


def _government(tokens: list[Token], piece: Piece, table: BodyTable) -> Body | None:
    if piece.country is None:
        return None
    at = piece.stop
    if at < len(tokens) and tokens[at].text in _POSSESSIVE:
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
            return Body(
                piece.first, index + 1, "government_body", f"{piece.country} {inner} {head}", piece.country
            )
        if lower not in table.modifiers:
            return None
        modified = True
    return None


def _group(tokens: list[Token], piece: Piece, words: dict[str, int]) -> Body | None:
    if piece.kind != "adjective" or "-" in tokens[piece.first].text:
        return None
    armed = False
    for index in range(piece.stop, min(piece.stop + _REACH, len(tokens))):
        token = tokens[index]
        if not token.text[0].islower():
            return None
        flags = words.get(token.lower, 0)
        if flags & ARMED_HEAD and (
            armed
            or (
                token.lower.endswith(("s", "men"))
                and not token.lower.startswith(("group", "org", "mov", "fac", "for"))
            )
        ):
            first = piece.first
            key = " ".join(t.lower for t in tokens[first : index + 1])
            return Body(first, index + 1, "armed_group", key, piece.country)
        if not flags & ARMED_ADJECTIVE:
            return None
        armed = True
    return None
