"""Names in the order of the Unicode collation: É beside E, not after Z."""

from __future__ import annotations

import unicodedata
from functools import cache

from pyuca import Collator

Key = tuple[int, ...]


@cache
def _collator() -> Collator:
    """The collator with the default table; reading that takes a moment, so only once."""
    return Collator()


@cache
def sort_key(text: str) -> Key:
    """What names are sorted by: letters first, then accents, then case."""
    return tuple(_collator().sort_key(text))


def initial(name: str) -> str:
    """The letter a name stands under: its first one, without accents; "#" for a name without letters."""
    first = next((letter for letter in name if letter.isalnum()), "")
    if not first:
        return "#"
    base = unicodedata.normalize("NFKD", first)[0].upper()
    primary = _primary(base[0])
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if _primary(letter) == primary:
            return letter
    return base[0]


def _primary(letter: str) -> int:
    """The first weight of a letter: Ø has O's."""
    return sort_key(letter)[0]
