"""Names to ids that are unique in the dossier."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown.extensions.toc import slugify


@dataclass(slots=True)
class Ids:
    """Hands out ids that are unique in the dossier."""

    taken: set[str] = field(default_factory=set)

    def claim(self, wanted: str) -> str:
        """The id itself, or with the first number that makes it new."""
        base = slug(wanted)
        id, number = base, 1
        while id in self.taken:
            number += 1
            id = f"{base}-{number}"
        self.taken.add(id)
        return id


def slug(text: str) -> str:
    """An id made from a name: ASCII, small letters, hyphens; "x" and code points for other scripts."""
    made = slugify(text, "-").replace("_", "-").strip("-")
    while "--" in made:
        made = made.replace("--", "-")
    return made or "x" + "-".join(f"{ord(char):x}" for char in text[:8] if not char.isspace())
