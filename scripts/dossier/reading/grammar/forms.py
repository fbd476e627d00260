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

from dossier.reading.text.tokens import Token

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

    starts: frozenset[str]
    """First words in small letters, or `DIGIT`."""

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterable[tuple[int, Any]]:
        """Pairs of the token after the words at `at` and their value."""


class Listed:
    """A class given by a table: words, of one token or several, and their values."""

    def __init__(self, table: Mapping[str, Any], *, capital: bool = False, stopped: bool = False) -> None:
        """With `capital` the first token must have one; with `stopped` a full stop may touch short words."""
        self.table = {tuple(words.split()): value for words, value in table.items()}
        self.starts = frozenset(words[0] for words in self.table)
        self.longest = max(map(len, self.table))
        self.capital, self.stopped = capital, stopped

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Any]]:
        """As `WordClass` says."""
        if self.capital and tokens[at].text.islower():
            return
        words = tuple(token.lower for token in tokens[at : at + self.longest])
        for size in range(len(words), 0, -1):
            value = self.table.get(words[:size])
            if value is None:
                continue
            stop = at + size
            yield stop, value
            short = self.stopped and len(tokens[stop - 1].text) < 5
            if short and stop < len(tokens) and tokens[stop].text == "." and touches(tokens, stop):
                yield stop + 1, value


class OneToken:
    """A class given by a function of one token: its value, or None."""

    def __init__(self, starts: Iterable[str], value: Callable[[Token], Any]) -> None:
        self.starts, self.value = frozenset(starts), value

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Any]]:
        """As `WordClass` says."""
        value = self.value(tokens[at])
        if value is not None:
            yield at + 1, value


class Either:
    """A class of the words of two."""

    def __init__(self, *classes: WordClass) -> None:
        self.classes = classes
        self.starts = frozenset(word for each in classes for word in each.starts)

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Any]]:
        """As `WordClass` says."""
        for each in self.classes:
            yield from each(tokens, at)


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether no space stands before a token."""
    return at > 0 and tokens[at - 1].end == tokens[at].start


class _Part(NamedTuple):
    """An element of a pattern: words, a class or a choice of sequences."""

    words: frozenset[str] = frozenset()
    word_class: WordClass | None = None
    keep: str = ""
    choice: tuple[tuple[_Part, ...], ...] = ()
    optional: bool = False
    touching: bool = False

    def starts(self) -> frozenset[str]:
        if self.choice:
            return frozenset(word for sequence in self.choice for word in _starts(sequence))
        return self.word_class.starts if self.word_class is not None else self.words

    def ends(self, tokens: Sequence[Token], at: int) -> Iterator[_State]:
        if self.keep == _AHEAD:
            yield at, ((_AHEAD, at),)
            return
        if self.optional:
            yield at, ()
        if at >= len(tokens) or (self.touching and not touches(tokens, at)):
            return
        if self.choice:
            for sequence in self.choice:
                yield from _follow(sequence, tokens, at)
        elif self.word_class is not None:
            if not self.word_class.starts.isdisjoint(_keys(tokens[at])):
                for stop, value in self.word_class(tokens, at):
                    yield stop, ((self.keep, value),)
        elif tokens[at].lower in self.words:
            yield at + 1, ()


def _keys(token: Token) -> tuple[str, ...]:
    """What a token counts as, where classes say what they begin with."""
    if token.text[0].isdigit():
        return (DIGIT,)
    mixed = not token.text.isalpha() and any(character.isdigit() for character in token.text)
    return (token.lower, MIXED) if mixed else (token.lower,)


def _starts(sequence: tuple[_Part, ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in sequence:
        found |= part.starts()
        if not part.optional:
            break
    return found


def _second(sequence: tuple[_Part, ...]) -> frozenset[str] | None:
    """What the second token must be, where the first part is one word; None where it may be anything."""
    first, rest = sequence[0], sequence[1:]
    must = any(not part.optional and part.keep != _AHEAD for part in rest)
    if not first.words or first.optional or not must or any(part.keep == _AHEAD for part in rest):
        return None
    return _starts(rest)


def _follow(sequence: tuple[_Part, ...], tokens: Sequence[Token], at: int) -> list[_State]:
    states: list[_State] = [(at, ())]
    for part in sequence:
        states = [(stop, had + more) for here, had in states for stop, more in part.ends(tokens, here)]
    return states


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
        if name.isupper() and name.isalpha():
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
        self._by_start: dict[str, list[tuple[Form, tuple[_Part, ...], frozenset[str] | None]]]
        self._by_start = defaultdict(list)
        for form in self.forms:
            for pattern in form.form:
                parts = _Reader(pattern, classes).read()
                second = _second(parts)
                for start in _starts(parts):
                    self._by_start[start].append((form, parts, second))

    def at(self, tokens: Sequence[Token], at: int) -> list[Fit]:
        """The forms that fit at a token, the longest first; of equals the first in the file."""
        known = [each for key in _keys(tokens[at]) for each in self._by_start.get(key, ())]
        if not known:
            return []
        after = _keys(tokens[at + 1]) if at + 1 < len(tokens) else ()
        fits = []
        for form, parts, second in known:
            if second is not None and second.isdisjoint(after):
                continue
            for reach, kept in _follow(parts, tokens, at):
                values = {**form.values, **dict(kept)}
                stop = values.pop(_AHEAD, reach)
                fits.append((-stop, -reach, Fit(form, at, stop, values)))
        return [fit for _, _, fit in sorted(fits, key=lambda each: each[:2])]
