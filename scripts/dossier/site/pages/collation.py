"""Names in the order of the Unicode collation: É beside E, not after Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from nameparser import HumanName
from pyuca import Collator
from pyuca.collator import COLL_ELEMENT_PATTERN

Key = tuple[int, ...]
_USUAL = ((0x0000, 0x0530), (0x1E00, 0x20D0))
"""Latin, Greek and Cyrillic letters, accents and marks: of the rows of the table one in twelve."""


class _Usual(Collator):  # type: ignore[misc]
    """The default table as far as usual texts ask for it: to read the whole takes a tenth of a second."""

    def load(self, filename: str) -> None:
        """Reads the rows that begin with a usual letter."""
        ranges = [(f"{first:04X}", f"{end:04X}") for first, end in _USUAL]
        with Path(filename).open(encoding="utf-8") as rows:
            for row in rows:
                if any(first <= row < end for first, end in ranges):
                    letters, weights = row.split("#", 1)[0].split(";")
                    elements = [_numbers(each) for each in COLL_ELEMENT_PATTERN.findall(weights)]
                    self.table.add(_numbers(letters.split()), elements)


def _numbers(digits: Iterable[str]) -> list[int]:
    return [int(each, 16) for each in digits]


@cache
def _collator(*, usual: bool) -> Collator:
    """A collator; reading its table takes a moment, so only once."""
    return _Usual() if usual else Collator()


@cache
def sort_key(text: str) -> Key:
    """What names are sorted by: letters first, then accents, then case."""
    usual = all(
        any(first <= ord(each) < end for first, end in _USUAL) for each in unicodedata.normalize("NFD", text)
    )
    return tuple(_collator(usual=usual).sort_key(text))


def filed_under(name: str, *, person: bool = False, short_forms: Iterable[str] = ()) -> str:
    """A name as an index has it: "Berg, Ada" for a person.

    The family name is the short form that articles use, "Ro" of "Ro Minsel"; without one it is what
    `nameparser` takes for it, particles included.
    """
    words = name.split()
    if not person or len(words) < 2:
        return name
    for form in sorted(short_forms, key=len, reverse=True):
        part = form.split() or words
        starts = (at for at in range(len(words)) if words[at : at + len(part)] == part)
        at = next(starts, None)
        if at is not None and len(part) < len(words):
            rest = words[:at] + words[at + len(part) :]
            return f"{form}, {' '.join(rest)}"
    family = _family_name(name)
    before, _, after = name.rpartition(family) if family else ("", "", "")
    return f"{family}, {' '.join((before + after).split())}" if before.strip() else name


@cache
def _family_name(name: str) -> str:
    """What `nameparser` takes for it, which several lists ask for and takes a while."""
    return str(HumanName(name).last)


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
