"""A byline to the authors it names; a guess, for an editor to look over."""

from __future__ import annotations

import re

_BETWEEN_AUTHORS = re.compile(r"\s*(?:,\s*and\s+|,|;|&|\band\b)\s*", re.IGNORECASE)
_BY = re.compile(r"\Aby\s+", re.IGNORECASE)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def authors_of(line: str | None) -> tuple[str, ...]:
    """The authors that a byline names, in its order: "Jo Writer, Ann Bee and Reuters" names three."""
    if not line:
        return ()
    authors: list[str] = []
    for part in _BETWEEN_AUTHORS.split(
        _BY.sub("", line.strip(), count=1) if _BY.match(line) else line.strip()
    ):
        if part.rstrip(".").casefold() in _SUFFIXES and authors:
            authors[-1] += f", {part}"
        elif part:
            authors.append(part)
    return tuple(authors)
