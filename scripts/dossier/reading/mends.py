"""Mends of a parse: patterns over the rows of a sentence, and what becomes of them, written as data.

A mend of `lexicon/mends.yaml` finds words one after the other, each by what it is and by where it stands to
those found before, and gives them other heads, labels and tags:

    find:
      - {word: act, dep: ccomp}
      - {word: verb, over: act, before: act}
      - {under: act, text: whom}
      - {word: held, under: verb, dep: dobj, alone: true}
    give:
      - {word: act, under: held, dep: relcl}

A word is told by `dep`, `tag`, `pos`, `lemma` and `text`: words with `|` between them, `not` before them, or
a list's name behind `$`. What has no name only must be there, what it is `without` must not, and of `either`
one must.

`over` is a word's head and `under` what hangs on it, `above` and `below` the same at any distance; what
`holds` it is it or above it. `before`, `behind`, `from` (it or behind), `left_of` and `right_of` are places
in the text. What `opens` a noun is the first word before it that is a part of it, what `leads` a word the
first of it and what hangs on it, what `begins` and `ends` it the first and last of all below; what
`opens_behind` it has its own first word there. What is `alike` hangs on the same word by the same label.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dossier.reading.lexicon import load_table
from dossier.reading.tree import Row
from dossier.reading.tree_rows import above, first_of, text_of

_ROW = ("dep", "lemma", "tag", "pos")
"""What a row tells of a word."""
_FIELDS = ("text", *_ROW)
_Found = Mapping[str, int]
"""The words found so far, by their names in the mend."""


class Words:
    """The rows of one sentence, to be asked for words."""

    def __init__(self, rows: Sequence[Row], sentence: str) -> None:
        self.rows, self.sentence = rows, sentence
        self.under: dict[int, list[int]] = defaultdict(list)
        """By word, what hangs on it."""
        for at, row in enumerate(rows):
            if row.head != at:
                self.under[row.head].append(at)

    @cached_property
    def told(self) -> dict[str, list[str]]:
        """By field, that of each word; its text in small letters, a short form's without its full stop."""
        texts = [text_of(row, self.sentence).lower() for row in self.rows]
        texts = [text.rstrip(".") or text for text in texts]
        return {"text": texts} | {field: [*map(attrgetter(field), self.rows)] for field in _ROW}

    @cached_property
    def has(self) -> dict[str, frozenset[str]]:
        """By field, all that some word has there."""
        return {field: frozenset(told) for field, told in self.told.items()}

    @cached_property
    def roots(self) -> list[int]:
        """What hangs on nothing."""
        return [at for at, row in enumerate(self.rows) if row.head == at]

    def inside(self, top: int) -> list[int]:
        """A word and all below it, in their order."""
        found = [top]
        for at in found:
            found += self.under[at]
        return sorted(found)


_PLACES: dict[str, Callable[[Words, int], Sequence[int]]] = {
    "at": lambda _, of: (of,),
    "over": lambda words, of: above(words.rows, of)[:1],
    "under": lambda words, of: words.under[of],
    "above": lambda words, of: above(words.rows, of),
    "holds": lambda words, of: (of, *above(words.rows, of)),
    "below": lambda words, of: [at for at in words.inside(of) if at != of],
    "before": lambda _, of: range(of),
    "behind": lambda words, of: range(of + 1, len(words.rows)),
    "from": lambda words, of: range(of, len(words.rows)),
    "left_of": lambda _, of: range(max(of - 1, 0), of),
    "right_of": lambda words, of: range(of + 1, min(of + 2, len(words.rows))),
    "opens": lambda words, of: (first_of(words.rows, of),),
    "leads": lambda words, of: (min([of, *words.under[of]]),),
    "begins": lambda words, of: words.inside(of)[:1],
    "ends": lambda words, of: words.inside(of)[-1:],
    "opens_behind": lambda words, of: [
        at for at in range(of + 1, len(words.rows)) if first_of(words.rows, at) == of + 1
    ],
    "touches": lambda words, of: [
        at for at in (of - 1, of + 1) if 0 <= at < len(words.rows) and _touch(words.rows, *sorted((at, of)))
    ],
    "alike": lambda words, of: [at for at, row in enumerate(words.rows) if row[2:4] == words.rows[of][2:4]],
}
"""Where a word may stand to another one: that one to all that stand so."""


def _touch(rows: Sequence[Row], one: int, other: int) -> bool:
    return rows[one].end == rows[other].start


class _Told(BaseModel):
    """What a word is told by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dep: str = ""
    tag: str = ""
    pos: str = ""
    lemma: str = ""
    text: str = ""


class Find(_Told):
    """A word that is looked for, or what must be so of words found already."""

    word: str = ""
    """The name it has from then on; nothing where it only must be there."""
    root: bool | None = None
    """Whether it hangs on nothing."""
    first: bool | None = None
    """Whether it opens the sentence."""
    capital: bool | None = None
    form: str = ""
    """Its whole text in small letters, as a regular expression."""
    alone: bool = False
    """No other word fits."""
    last: bool = False
    """The last word that fits is taken before others, else the first."""
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Where it stands to words found before: in the file each by its own name, `under: verb`."""
    without: tuple[Find, ...] = ()
    """What must not be there, instead of a word."""
    either: tuple[tuple[Find, ...], ...] = ()
    """Of which one must be there, instead of a word; an empty one where it need not be."""

    @model_validator(mode="before")
    @classmethod
    def _placed(cls, given: dict[str, Any]) -> dict[str, Any]:
        places = tuple((place, tuple(given[place].split("|"))) for place in _PLACES if place in given)
        return {key: value for key, value in given.items() if key not in _PLACES} | {"places": places}

    @cached_property
    def tests(self) -> list[tuple[str, frozenset[str], bool]]:
        """Each field that tells the word, its values, and whether it is to have one of them."""
        told = {field: getattr(self, field) for field in _FIELDS}
        return [
            (field, _values(each.removeprefix("not ")), not each.startswith("not "))
            for field, each in told.items()
            if each
        ]

    def hits(self, words: Words, found: _Found) -> list[int]:
        """The words that fit, in the order in which they are taken."""
        reach = [_reach(words, place, [found[name] for name in names]) for place, names in self.places]
        fits = [
            at
            for at in (reach[0] if reach else self._starts(words))
            if self._is(words, at) and all(at in each for each in reach[1:])
        ]
        if self.alone and len(fits) != 1:
            return []
        return fits[::-1] if self.last else fits

    def _starts(self, words: Words) -> Sequence[int]:
        """The words that may fit where none is found before it."""
        if self.root or not self.tests:
            return words.roots
        field, values, _ = self.tests[0]
        return [at for at, told in enumerate(words.told[field]) if told in values]

    def _is(self, words: Words, at: int) -> bool:
        row = words.rows[at]
        return (
            all((words.told[field][at] in values) is wanted for field, values, wanted in self.tests)
            and (not self.form or re.fullmatch(self.form, words.told["text"][at]) is not None)
            and self.root in (None, row.head == at)
            and self.first in (None, at == 0)
            and self.capital in (None, words.sentence[row.start].isupper())
        )


def _reach(words: Words, place: str, found: Sequence[int]) -> Sequence[int]:
    """The words that stand so to one of those found."""
    if len(found) == 1:
        return _PLACES[place](words, found[0])
    return sorted({at for each in found for at in _PLACES[place](words, each)})


def _values(told: str) -> frozenset[str]:
    """All that a line of words and names of lists allows: `nsubj|$held`."""
    parts = (listed(each[1:]) if each.startswith("$") else (each,) for each in told.split("|"))
    return frozenset(each for part in parts for each in part)


class Give(_Told):
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

    def changed(self, words: Words, at: int, made: Row, found: _Found) -> Row:
        """A row of the word as it is then."""
        given: dict[str, Any] = {field: getattr(self, field) for field in _ROW if getattr(self, field)}
        if self.lemma == "$text":
            given["lemma"] = words.told["text"][at]
        if self.in_place_of:
            was = found[self.in_place_of]
            over = words.rows[was].head
            given = {"head": at if over == was else over, "dep": words.rows[was].dep} | given
        if self.under:
            given["head"] = found[self.under]
        return made._replace(**given)


class Mend(BaseModel):
    """A block of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    why: str
    """What is read as what, and what the parser has instead."""
    find: tuple[Find, ...]
    give: tuple[Give, ...]
    everywhere: bool = False
    """All that fits is mended, else only the first."""
    examples: tuple[str, ...] = Field(min_length=1)
    """Sentences that it mends, of which `why` speaks."""

    @model_validator(mode="after")
    def _finds_what_it_gives(self) -> Mend:
        """Raises ValueError where something is given to a word that is never found."""
        names = {find.word for find in _each(self.find)}
        lost = {name for give in self.give for name in give.asks} - names
        if lost:
            raise ValueError(f"mend “{self.name}”: nothing is called {sorted(lost)}")
        return self

    @cached_property
    def needs(self) -> list[tuple[str, frozenset[str]]]:
        """Fields and their values of which a sentence must have one, told before any word is looked for."""
        return [(field, values) for find in self.find for field, values, wanted in find.tests if wanted]

    def __call__(self, words: Words) -> Sequence[Row]:
        """The rows set right; the same ones where there is nothing to mend."""
        if any(words.has[field].isdisjoint(values) for field, values in self.needs):
            return words.rows
        made: list[Row] = []
        first, *rest = self.find
        for at in first.hits(words, {}):
            found = _matched(words, rest, {first.word: at})
            if found is None:
                continue
            made = made or list(words.rows)
            self._give(words, found, made)
            if not self.everywhere:
                break
        return made or words.rows

    def _give(self, words: Words, found: _Found, made: list[Row]) -> None:
        for give in self.give:
            if not give.asks <= found.keys():
                continue
            name = give.each.word if give.each else give.word
            for at in give.each.hits(words, found) if give.each else [found[name]]:
                if _matched(words, give.where, {**found, name: at}) is not None:
                    made[at] = give.changed(words, at, made[at], found)


def _each(finds: Sequence[Find]) -> Iterator[Find]:
    """All that is looked for, and of either of two ways each."""
    for find in finds:
        yield find
        for way in find.either:
            yield from _each(way)


def _matched(words: Words, finds: Sequence[Find], found: _Found) -> _Found | None:
    """The words found with all that is looked for; None where something isn't there."""
    if not finds:
        return found
    find, rest = finds[0], finds[1:]
    if find.without:
        return None if _matched(words, find.without, found) is not None else _matched(words, rest, found)
    if find.either:
        ways = (_matched(words, (*way, *rest), found) for way in find.either)
        return next((way for way in ways if way is not None), None)
    for at in find.hits(words, found):
        whole = _matched(words, rest, {**found, find.word: at})
        if whole is not None:
            return whole
    return None


class _File(BaseModel):
    """Shape of mends.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lists: dict[str, tuple[str, ...]]
    """Words by themselves, or all of a part of a file of words: `speech.clause`; without those behind `-`."""
    mends: tuple[Mend, ...]
    """In the order in which they are done."""


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    found: set[str] = set()
    for each in load_table("mends", _File).lists[name]:
        file, _, path = each.removeprefix("-").partition(".")
        words = set(_leaves(load_table(file, dict[str, Any]), path.split("."))) if path else {file}
        found = found - words if each.startswith("-") else found | words
    return frozenset(found)


def _leaves(table: Any, path: Sequence[str]) -> Iterator[str]:
    """All words of a part of a table; of words with numbers the words."""
    for key in path:
        table = table[key]
    parts = [table]
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            parts += [key if isinstance(value, int) else value for key, value in part.items()]
        else:
            parts += part


@cache
def mends() -> tuple[Mend, ...]:
    """All mends, in their order."""
    return load_table("mends", _File).mends
