"""Facts to one sentence: the first pattern whose facts are all there, filled in.

A sentence is as sure as what it is made of: whose word its facts are comes with it, and a fact that may be
left out and is another's word than the rest is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.facts import Attribution, Sourced
from dossier.site.pages import wording
from dossier.site.pages.document import Inline, Link, Part, Words

_PIECE = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_SLOT = re.compile(r"\{(\w+)(?::([^|}]*)\|([^}]*))?\}")


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot."""

    parts: Inline
    plural: bool = False
    according_to: tuple[Attribution, ...] = ()
    rests_on: tuple[Sourced, ...] = ()
    """Facts that these words are taken from, beside those that the sentence is about."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its full stop, and whose word it is: none where the article itself reports it."""

    parts: Inline
    according_to: tuple[Attribution, ...] = ()
    rests_on: tuple[Sourced, ...] = ()
    """What those of its fillers rest on that stand in it."""


def compose(patterns: Iterable[str], fillers: Mapping[str, Filler | None]) -> Sentence | None:
    """The first pattern that can be filled, as a sentence; None where none can."""
    known = {slot: filler for slot, filler in fillers.items() if filler and filler.parts}
    for pattern in patterns:
        pieces = [(match[1] is not None, match[1] or match[2] or "") for match in _PIECE.finditer(pattern)]
        needed = {slot for optional, text in pieces if not optional for slot in slots(text)}
        if not needed <= known.keys() or not all(_agrees(pattern, known)):
            continue
        whose = tuple(dict.fromkeys(who for slot in sorted(needed) for who in known[slot].according_to))
        parts: list[Part] = []
        rests_on: list[Sourced] = []
        for optional, text in pieces:
            inside = [known.get(slot) for slot in slots(text)]
            told = all(filler and set(filler.according_to) <= set(whose) for filler in inside)
            if not optional or told:
                parts += _filled(text, known)
                rests_on += [fact for filler in inside if filler for fact in filler.rests_on]
        return Sentence(from_capital(tuple(parts)), whose, tuple(rests_on))
    return None


def slots(text: str) -> set[str]:
    """The names of the facts that a pattern, or a piece of one, tells."""
    return {match[1] for match in _SLOT.finditer(text)}


def _agrees(pattern: str, known: Mapping[str, Filler]) -> Iterator[bool]:
    """Whether a slot has the number that its pattern asks for: an empty form is for none of that number."""
    for match in _SLOT.finditer(pattern):
        if match[2] is not None and match[1] in known:
            yield bool(match[3] if known[match[1]].plural else match[2])


def _filled(text: str, known: Mapping[str, Filler]) -> Iterator[Part]:
    at = 0
    for match in _SLOT.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        filler = known[match[1]]
        if match[2] is None:
            yield from filler.parts
        else:
            yield match[3] if filler.plural else match[2]
        at = match.end()
    if at < len(text):
        yield text[at:]


def from_capital(parts: Inline) -> Inline:
    """The parts, the first of them beginning with a capital."""
    first, *rest = parts
    if isinstance(first, str):
        first = wording.sentence_case(first)
    elif isinstance(first, Link):
        first = replace(first, text=wording.sentence_case(first.text))
    return first, *rest


def plain(parts: Inline) -> str:
    """The words of a line, without links and marks."""
    words = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        elif isinstance(part, Words):
            words.append(part.marked)
        elif isinstance(part, Link):
            words.append(part.text)
    return re.sub(r"\s+(?=[.,;]?$)", "", " ".join("".join(words).split()))
