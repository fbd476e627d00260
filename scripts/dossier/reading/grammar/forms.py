"""Forms to the words they fit: patterns over tokens, written as data, with examples that are their tests.

A form's pattern is a line of small words and marks that stand for themselves and of CAPITALS that stand
for a class of words, which gives a value:

    (WEEKDAY ,?)? the? DAY of? MONTH ,? YEAR

`a|b` is either word, `?` makes what it follows optional, `( … | … )` groups and offers a choice, `~x`
wants x without a space before it, `MONTH:other` keeps a class's value under another name, and what
stands behind `>` must follow but is no part of the words found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, Field

from dossier.reading.text.tokens import Token, touches

DIGIT = "0"
"""Stands for any token that begins with a digit, where classes say what they begin with."""
MIXED = "a0"
"""Stands for any token that has digits behind a letter."""
_AHEAD = ">"
Values = dict[str, Any]
_State = tuple[int, tuple[tuple[str, Any], ...]]


class Form(BaseModel):
    """A block of a file of forms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    """The rule's id."""
    form: tuple[str, ...] = Field(min_length=1)
    """Its patterns."""
    norm: str
    """What makes a value of the words: an operation's name."""
    values: dict[str, Any] = {}
    """Values the words don't give."""
    guards: tuple[str, ...] = ()
    """Conditions on the words around; each must hold."""
    examples: dict[str, Any] = Field(min_length=1)
    """Sentence with the words in [brackets] → their value."""
    never: tuple[str, ...] = Field(min_length=1)
    """Sentences that this form must not fit."""


class Fit(NamedTuple):
    """A form that fits: a half-open range of tokens and the values of its classes."""

    form: Form
    first: int
    stop: int
    values: Values


class WordClass(Protocol):
    """A class of words."""

    heads: frozenset[str]
    """First words in small letters, `DIGIT` or `MIXED`."""

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterable[tuple[int, Any]]:
        """Pairs of the token after the words at `at` and their value."""


class Listed:
    """A class given by a table: words, of one token or several, and their values."""

    def __init__(self, table: Mapping[str, Any], *, capital: bool = False, stopped: bool = False) -> None:
        """With `capital` the first token must have one; with `stopped` a full stop may touch short words."""
        self.table = {tuple(words.split()): value for words, value in table.items()}
        self.heads = frozenset(words[0] for words in self.table)
        self._sizes: dict[str, list[int]] = defaultdict(list)
        for words in sorted(self.table, key=len, reverse=True):
            if len(words) not in self._sizes[words[0]]:
                self._sizes[words[0]].append(len(words))
        self.capital, self.stopped = capital, stopped

    def __call__(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Any]]:
        """As `WordClass` says."""
        first = tokens[at]
        found: list[tuple[int, Any]] = []
        if self.capital and first.text.islower():
            return found
        for size in self._sizes.get(first.lower, ()):
            stop = at + size
            value = self.table.get(tuple(token.lower for token in tokens[at:stop]))
            if value is None or stop > len(tokens):
                continue
            found.append((stop, value))
            short = self.stopped and len(tokens[stop - 1].text) < 5
            if short and stop < len(tokens) and tokens[stop].text == ".":
                found.append((stop + 1, value))
        return found


class OneToken:
    """A class given by a function of one token: its value, or None."""

    def __init__(self, starts: Iterable[str], value: Callable[[Token], Any]) -> None:
        self.heads, self.value = frozenset(starts), value

    def __call__(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Any]]:
        """As `WordClass` says."""
        value = self.value(tokens[at])
        return [] if value is None else [(at + 1, value)]


class Either:
    """A class of the words of two."""

    def __init__(self, *classes: WordClass) -> None:
        self.classes = classes
        self.heads = frozenset(head for each in classes for head in each.heads)

    def __call__(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Any]]:
        """As `WordClass` says."""
        return [each for one in self.classes for each in one(tokens, at)]


class _Part(NamedTuple):
    """An element of a pattern: words, a class or a choice of sequences."""

    words: frozenset[str] = frozenset()
    word_class: WordClass | None = None
    keep: str = ""
    choice: tuple[tuple[_Part, ...], ...] = ()
    optional: bool = False
    touching: bool = False


_Known = tuple[Form, tuple[_Part, ...]]
"""A pattern and the form it is of."""


def _keys(token: Token) -> tuple[str, ...]:
    """What a token counts as, where classes say what they begin with."""
    if token.text.isalpha():
        return (token.lower,)
    if token.text[0].isdigit():
        return (DIGIT,)
    return (token.lower, MIXED) if any(map(str.isdigit, token.text)) else (token.lower,)


def _starts(sequence: tuple[_Part, ...]) -> Iterator[str]:
    """What a sequence may begin with."""
    part, rest = sequence[0], sequence[1:]
    yield from part.words if part.word_class is None else part.word_class.heads
    for each in part.choice:
        yield from _starts((*each, *rest))
    if part.optional:
        yield from _starts(rest)


class _Reader:
    """A pattern's line to its parts."""

    def __init__(self, pattern: str, classes: Mapping[str, WordClass]) -> None:
        self.pattern, self.classes = pattern, classes
        spaced = pattern.replace("(", " ( ").replace(")?", " )? ").replace(")", " ) ").replace(") ?", ")?")
        self.words = spaced.split()
        self.at = 0

    def read(self) -> tuple[_Part, ...]:
        choice = self._choice()
        if self.at < len(self.words) or len(choice) != 1:
            raise ValueError(f"form “{self.pattern}”: brackets don't match at “{self.words[self.at :]}”")
        return choice[0]

    def _choice(self) -> tuple[tuple[_Part, ...], ...]:
        sequences: list[list[_Part]] = [[]]
        while self.at < len(self.words) and not self.words[self.at].startswith(")"):
            word = self.words[self.at]
            self.at += 1
            if word == "|":
                sequences.append([])
            elif word == _AHEAD:
                sequences[-1].append(_Part(keep=_AHEAD))
            elif word == "(":
                inner = self._choice()
                if self.at == len(self.words):
                    raise ValueError(f"form “{self.pattern}”: a bracket isn't closed")
                closing = self.words[self.at]
                self.at += 1
                sequences[-1].append(_Part(choice=inner, optional=closing.endswith("?")))
            else:
                sequences[-1].append(self._part(word))
        return tuple(tuple(sequence) for sequence in sequences)

    def _part(self, word: str) -> _Part:
        optional = len(word) > 1 and word.endswith("?")
        word = word.removesuffix("?") if optional else word
        touching = len(word) > 1 and word.startswith("~")
        word = word.removeprefix("~") if touching else word
        name, _, keep = word.partition(":")
        if name.isupper():
            if name not in self.classes:
                raise ValueError(f"form “{self.pattern}”: no class is called {name}")
            return _Part(
                word_class=self.classes[name], keep=keep or name.lower(), optional=optional, touching=touching
            )
        return _Part(words=frozenset(word.split("|")), optional=optional, touching=touching)


class Matcher:
    """A file's forms, ready to be looked for."""

    def __init__(self, forms: Iterable[Form], classes: Mapping[str, WordClass]) -> None:
        """Raises ValueError for a pattern that can't be read or a name given twice."""
        self.forms = tuple(forms)
        if len({form.name for form in self.forms}) < len(self.forms):
            raise ValueError("two forms have one name")
        self.by_start: dict[str, list[_Known]] = defaultdict(list)
        for form in self.forms:
            for pattern in form.form:
                parts = _Reader(pattern, classes).read()
                for first in dict.fromkeys(_starts(parts)):
                    self.by_start[first].append((form, parts))

    def over(self, tokens: Sequence[Token]) -> Search:
        """The search for its forms in a text."""
        return Search(self.by_start, tokens)


class Search:
    """The forms that fit the tokens of one text."""

    def __init__(self, by_start: Mapping[str, list[_Known]], tokens: Sequence[Token]) -> None:
        self._by_start = by_start
        self._tokens = tokens

    def at(self, at: int) -> list[Fit]:
        """The forms that fit at a token, the longest first; of equals the first in the file."""
        known = (each for key in _keys(self._tokens[at]) for each in self._by_start.get(key, ()))
        fits = []
        for form, parts in known:
            for reach, kept in self._follow(parts, at):
                values = {**form.values, **dict(kept)}
                stop = values.pop(_AHEAD, reach)
                fits.append((-stop, -reach, Fit(form, at, stop, values)))
        return [fit for _, _, fit in sorted(fits, key=lambda each: each[:2])]

    def _follow(self, sequence: tuple[_Part, ...], at: int) -> list[_State]:
        """Where a sequence of parts that begins at a token may end, each with the values it gave."""
        states: list[_State] = [(at, ())]
        for part in sequence:
            reached: list[_State] = []
            for here, had in states:
                if part.optional:
                    reached.append((here, had))
                reached += [(stop, had + more) for stop, more in self._ends(part, here)]
            if not reached:
                return reached
            states = reached
        return states

    def _ends(self, part: _Part, at: int) -> list[_State]:
        if part.keep == _AHEAD:
            return [(at, ((_AHEAD, at),))]
        if at >= len(self._tokens) or (part.touching and not touches(self._tokens, at)):
            return []
        if part.words:
            return [(at + 1, ())] if self._tokens[at].lower in part.words else []
        if part.word_class is None:
            return [state for sequence in part.choice for state in self._follow(sequence, at)]
        return [(stop, ((part.keep, value),)) for stop, value in part.word_class(self._tokens, at)]
