"""Patterns over a parse, written as data: words found one after the other, by what and where they are.

    - {word: act, dep: ccomp}
    - {word: verb, over: act, before: act}
    - {under: act, text: whom}
    - {word: held, under: verb, dep: dobj, alone: true}

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

ROW = ("dep", "lemma", "tag", "pos")
"""What a row tells of a word."""
_FIELDS = ("text", *ROW)
Found = Mapping[str, int]
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

    def text(self, at: int) -> str:
        """A word as it is written."""
        return text_of(self.rows[at], self.sentence)

    def is_so(self, at: int, what: str) -> bool:
        """Whether a word is what `is` asks for; rows alone tell none of it."""
        raise NotImplementedError(what, at)

    def role(self, at: int, role: str) -> Sequence[int]:
        """The words that have a role beside a verb or noun; rows alone tell none."""
        raise NotImplementedError(role, at)

    @cached_property
    def told(self) -> dict[str, list[str]]:
        """By field, that of each word; its text in small letters, a short form's without its full stop."""
        texts = [self.text(at).lower() for at in range(len(self.rows))]
        texts = [text.rstrip(".") or text for text in texts]
        return {"text": texts} | {field: [*map(attrgetter(field), self.rows)] for field in ROW}

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
    "subject_of": lambda words, of: words.role(of, "subject"),
    "agent_of": lambda words, of: words.role(of, "agent"),
    "holder_of": lambda words, of: words.role(of, "holder"),
    "of": lambda words, of: words.role(of, "of"),
    "alike": lambda words, of: [at for at, row in enumerate(words.rows) if row[2:4] == words.rows[of][2:4]],
}
"""Where a word may stand to another one: that one to all that stand so."""


def _touch(rows: Sequence[Row], one: int, other: int) -> bool:
    return rows[one].end == rows[other].start


class Told(BaseModel):
    """What a word is told by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dep: str = ""
    tag: str = ""
    pos: str = ""
    lemma: str = ""
    text: str = ""


class Find(Told):
    """A word that is looked for, or what must be so of words found already."""

    word: str = ""
    """The name it has from then on; nothing where it only must be there."""
    root: bool | None = None
    """Whether it hangs on nothing."""
    first: bool | None = None
    """Whether it opens the sentence."""
    capital: bool | None = None
    kinds: str = Field(default="", alias="is")
    """What a tree tells of it beyond its row: one, or one behind `not`."""
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

    @cached_property
    def asked(self) -> list[tuple[str, bool]]:
        """What `is` asks for, and whether it is to be so."""
        return [(self.kinds.removeprefix("not "), not self.kinds.startswith("not "))] if self.kinds else []

    def hits(self, words: Words, found: Found) -> list[int]:
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
        field, values = next((field, values) for field, values, wanted in self.tests if wanted)
        return [at for at, told in enumerate(words.told[field]) if told in values]

    def _is(self, words: Words, at: int) -> bool:
        row = words.rows[at]
        return (
            all((words.told[field][at] in values) is wanted for field, values, wanted in self.tests)
            and (
                not self.kinds
                or words.is_so(at, self.kinds.removeprefix("not ")) != self.kinds.startswith("not ")
            )
            and (not self.form or re.fullmatch(self.form, words.told["text"][at]) is not None)
            and self.root in (None, row.head == at)
            and self.first in (None, at == 0)
            and self.capital in (None, words.text(at)[:1].isupper())
        )


def _reach(words: Words, place: str, found: Sequence[int]) -> Sequence[int]:
    """The words that stand so to one of those found."""
    if len(found) == 1:
        return _PLACES[place](words, found[0])
    return sorted({at for each in found for at in _PLACES[place](words, each)})


def _values(told: str) -> frozenset[str]:
    """All that a line of words and names of lists allows: `nsubj|$held`."""
    parts = (listed(each[1:]) if each[1:] and each[0] == "$" else (each,) for each in told.split("|"))
    return frozenset(each for part in parts for each in part)


class Pattern(BaseModel):
    """A block of a file of patterns."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    find: tuple[Find, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    """Sentences that it fits."""

    @cached_property
    def needs(self) -> list[tuple[str, frozenset[str]]]:
        """Fields and their values of which a sentence must have one, told before any word is looked for."""
        return [(field, values) for find in self.find for field, values, wanted in find.tests if wanted]

    def fits(self, words: Words) -> Iterator[Found]:
        """The words found, once for each that the pattern may begin with."""
        if any(words.has[field].isdisjoint(values) for field, values in self.needs):
            return
        first, *rest = self.find
        for at in first.hits(words, {}):
            found = matched(words, rest, {first.word: at})
            if found is not None:
                yield found


def all_of(finds: Sequence[Find]) -> Iterator[Find]:
    """All that is looked for, and of either of two ways each."""
    for find in finds:
        yield find
        for way in find.either:
            yield from all_of(way)


def matched(words: Words, finds: Sequence[Find], found: Found) -> Found | None:
    """The words found with all that is looked for; None where something isn't there."""
    if not finds:
        return found
    find, rest = finds[0], finds[1:]
    if find.without:
        return None if matched(words, find.without, found) is not None else matched(words, rest, found)
    if find.either:
        ways = (matched(words, (*way, *rest), found) for way in find.either)
        return next((way for way in ways if way is not None), None)
    for at in find.hits(words, found):
        whole = matched(words, rest, {**found, find.word: at} if find.word else found)
        if whole is not None:
            return whole
    return None


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, or of a part of a file: `speech.clause`."""
    found: set[str] = set()
    for each in (name,) if "." in name else load_table("pattern_lists", dict[str, tuple[str, ...]])[name]:
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
