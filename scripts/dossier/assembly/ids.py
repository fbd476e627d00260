"""Names to ids that are unique in the dossier and make sound addresses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii
from markdown.extensions.toc import slugify

from dossier.reading.text.masked import without_hidden
from dossier.seeds.reserved import RESERVED

_LONGEST = 80
"""Characters of an id: file systems allow 255 bytes a name, and Windows 260 for a whole path."""


@dataclass(slots=True)
class Ids:
    """Hands out ids that are unique in the dossier."""

    hidden: Collection[str] = ()
    """What no id may hold: names that are to be nowhere, as slugs."""
    taken: set[str] = field(default_factory=set)
    bound: Sequence[str] = ()
    """Ids to hand out in this order, whatever is wanted: a second run in which all are known."""
    handed: list[str] = field(default_factory=list)
    """The ids handed out, in order."""
    chosen: set[str] = field(default_factory=set)
    """Those of them that an editor chose."""

    def claim(self, wanted: str, *, chosen: bool = False) -> str:
        """The id itself, or with the first number that makes it new."""
        base = without_slugs(slug(without_hidden(wanted)), self.hidden)
        id = self.bound[len(self.handed)] if self.bound else numbered(base, self.taken)
        self.taken.add(id)
        self.handed.append(id)
        if chosen:
            self.chosen.add(id)
        return id


def numbered(base: str, taken: set[str]) -> str:
    """The id, or with the first number behind it that is not taken."""
    id, number = base, 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id


def without_slugs(id: str, hidden: Collection[str]) -> str:
    """The id with an "x" for each of the slugs in it."""
    for each in sorted(hidden, key=len, reverse=True):
        id = f"-{id}-".replace(f"-{each}-", "-x-").strip("-")
    return id


def slug(text: str) -> str:
    """An id made from a name: small ASCII letters, digits and hyphens; at worst "x" and code points."""
    made = slugify(anyascii(text), "-").replace("_", "-").strip("-")
    while "--" in made:
        made = made.replace("--", "-")
    made = made or "x" + "-".join(f"{ord(char):x}" for char in text[:8] if not char.isspace())
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    return f"{made}-1" if made in RESERVED else made
