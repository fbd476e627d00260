"""The turns of a talk written down, "MS. NOVAK: We agree.": the words behind the colon are hers.

Who asks ("Q") is nobody's name; a line between two turns is somebody's, nobody knows whose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from dossier.reading.findings import Span
from dossier.reading.text.marks import Quotation

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]+(?:[.'’-][^\W\d_a-zß-öø-ÿ]+)*\.?"
_NAMED = re.compile(
    rf"(?P<who>(?![^\W\d_]:){_CAPITALS}(?: {_CAPITALS}){{0,4}})(?: \([^()\n]{{1,80}}\))?:\s+(?=\S)"
)
_ASKED = re.compile(r"(?:Q|QUESTION|REPORTER)(?:[:.]\s+|\s{2,})(?=\S)")
_LEAST = 2
"""Turns of one speaker: cities before colons, as a round of short reports has them, come once each."""


class Line(Protocol):
    """A line of a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Behind its last character."""


def turns_of(text: str, lines: Sequence[Line], titles: Collection[str]) -> dict[int, int | None]:
    """By the start of its line, where the words of a turn begin; None where nobody is named whose they are.

    Empty where it is no talk: one with a title of these ("MS.") speaks twice, and another speaks or asks.
    """
    found: dict[int, str | None] = {}
    words: dict[int, int] = {}
    for line in lines:
        named = _NAMED.match(text, line.start, line.end)
        if _ASKED.match(text, line.start, line.end) is not None:
            found[line.start] = None
        elif named is not None:
            found[line.start], words[line.start] = named["who"], named.end()
    count = Counter(who for who in found.values() if who is not None)
    titled = {who for who in count if who.split()[0].rstrip(".").lower() in titles}
    speaking = {who for who in count if who in titled or count[who] >= _LEAST}
    talk = [at for at, who in found.items() if who is None or who in speaking]
    most = max((count[who] for who in titled), default=0)
    if not _LEAST <= most < len(talk):
        return {}
    known = {at: words[at] for at in talk if (found[at] or "THE ").partition(" ")[0] != "THE"}
    return {line.start: known.get(line.start) for line in lines if talk[0] <= line.start <= talk[-1]}


def spoken(words: int | None, end: int, marked: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations of the line of a turn that ends there, over those that marks show."""
    if words is None:
        return tuple(marked)
    within = (replace(each, depth=each.depth + 1) for each in marked if each.start >= words)
    whole = Quotation(words, end, Span(words, end), depth=0, closed=True, continues=False, single=False)
    return (whole, *within)
