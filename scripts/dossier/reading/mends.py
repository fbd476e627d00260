"""Mends of a parse: what the parser is known to take for something else, and what becomes of it, as data.

A mend of `lexicon/mends.yaml` finds words by a pattern (`patterns`), and gives them other heads, labels and
tags:

    find:
      - {word: act, dep: ccomp}
      - {word: verb, over: act, before: act}
      - {under: act, text: whom}
      - {word: held, under: verb, dep: dobj, alone: true}
    give:
      - {word: act, under: held, dep: relcl}
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from pydantic import model_validator

from dossier.reading.lexicon import load_table
from dossier.reading.patterns import ROW, Find, Found, Pattern, Told, Words, all_of, matched
from dossier.reading.tree import Row


class Give(Told):
    """What becomes of a word, or of each one that fits: a field not given stays."""

    word: str = ""
    each: Find | None = None
    where: tuple[Find, ...] = ()
    """What must be so for that."""
    under: str = ""
    """The word it hangs on then; itself where it is the root."""
    in_place_of: str = ""
    """The word whose place it takes, by head and label."""

    @cached_property
    def asks(self) -> set[str]:
        """The words that must be found; where one need not be there and is not, nothing is given."""
        finds = [*([self.each] if self.each else []), *self.where]
        told = {self.word, self.under, self.in_place_of}
        told |= {name for find in finds for _, names in find.places for name in names}
        return told - {"", *(find.word for find in finds)}

    def changed(self, words: Words, at: int, made: Row, found: Found) -> Row:
        """A row of the word as it is then."""
        given: dict[str, Any] = {field: getattr(self, field) for field in ROW if getattr(self, field)}
        if self.lemma == "$text":
            given["lemma"] = words.told["text"][at]
        if self.in_place_of:
            was = found[self.in_place_of]
            over = words.rows[was].head
            given = {"head": at if over == was else over, "dep": words.rows[was].dep} | given
        if self.under:
            given["head"] = found[self.under]
        return made._replace(**given)


class Mend(Pattern):
    """A block of the file."""

    why: str
    """How its examples are to be read, what the parser has instead, and what tells."""
    give: tuple[Give, ...]
    everywhere: bool = False
    """All that fits is mended, else only the first."""

    @model_validator(mode="after")
    def _finds_what_it_gives(self) -> Mend:
        """Raises ValueError where something is given to a word that is never found."""
        names = {find.word for find in all_of(self.find)}
        lost = {name for give in self.give for name in give.asks} - names
        if lost:
            raise ValueError(f"mend “{self.name}”: nothing is called {sorted(lost)}")
        return self

    def __call__(self, words: Words) -> Sequence[Row]:
        """The rows set right; the same ones where there is nothing to mend."""
        made: list[Row] = []
        for found in self.fits(words):
            made = made or list(words.rows)
            self._give(words, found, made)
            if not self.everywhere:
                break
        return made or words.rows

    def _give(self, words: Words, found: Found, made: list[Row]) -> None:
        for give in self.give:
            if not give.asks <= found.keys():
                continue
            name = give.each.word if give.each else give.word
            for at in give.each.hits(words, found) if give.each else [found[name]]:
                if matched(words, give.where, {**found, name: at}) is not None:
                    made[at] = give.changed(words, at, made[at], found)


@cache
def mends() -> tuple[Mend, ...]:
    """All mends, in the order in which they are done."""
    return load_table("mends", tuple[Mend, ...])
