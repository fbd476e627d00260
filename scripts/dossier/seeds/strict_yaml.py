"""YAML to text, lists and mappings, with the line of each value: the one loader for all YAML that is read.

Values are taken as written: YAML would make a date of 2024-05-31, a boolean of no and a number of 1984.
What a reader of the file can't see at a glance is refused: aliases (which also make a small file a huge
one), merge keys, tags, a key given twice, a second document, nesting beyond reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from dossier.errors import DossierError, Problem
from dossier.seeds.characters import CONTROL, named

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 20
"""Lists and mappings within each other; our files need five."""
_EMPTY = frozenset(("", "~", "null"))
_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_ONE = "name: Ana Novak"
_MARKED = 'name: "*Ana Novak"'
_TWO = "actors:\n- words: Ana Novak\nplaces:\n- words: Osterby"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yaml:
    """What a YAML text says."""

    file: str
    """Path as the user would type it."""
    data: Value
    """Scalars as written; None for one left empty, ~ or null."""
    lines: dict[KeyPath, int] = field(default_factory=dict)
    """1-based line in the file of each key and of each item of a list."""

    def line(self, path: KeyPath) -> int:
        """The line of a value; of what holds it when it isn't there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, file: str, *, first: int = 1, what: str = "the file", example: str = "") -> Yaml:
    """The value of a YAML text whose first line is line `first` of `file`.

    Raises DossierError with every problem; `what` is what the messages call the text.
    """
    reader = _Reader(file, first)
    try:
        data = reader.document(yaml.parse(text, Loader=_Fast))
    except yaml.YAMLError as error:
        raise DossierError([_malformed(text, file, first, what, example, error)]) from None
    if reader.problems:
        raise DossierError(reader.problems)
    return Yaml(file=file, data=data, lines=reader.lines)


class _Reader:
    """Parse events to values, their lines, and all that is refused."""

    def __init__(self, file: str, first: int) -> None:
        self.file = file
        self.first = first
        self.lines: dict[KeyPath, int] = {(): first}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Value:
        data: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._refuse(event, "a second YAML document begins here", "one document in a file", _TWO)
            elif isinstance(event, yaml.NodeEvent):
                read = self._value(event, events, ())
                data = read if documents == 1 else data
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> Value:
        self._refuse_indirection(event)
        if len(path) >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event, "it is nested too deeply", f"at most {MAX_DEPTH} levels", _ONE)
            raise DossierError(self.problems)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(events, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._entries(events, path)
        return self._scalar(event)

    def _items(self, events: Iterator[yaml.Event], path: KeyPath) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            at = (*path, len(items))
            self.lines[at] = self._line(event)
            items.append(self._value(event, events, at))
        return items

    def _entries(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            at = (*path, key)
            if key in entries:
                earlier = self.lines[at]
                found = f'the key "{key}" stands twice (first on line {earlier})'
                self._refuse(event, found, "each key once", f"{key}: the value that is meant")
            self.lines.setdefault(at, self._line(event))
            entries[key] = self._value(next(events), events, at)
        return entries

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> str:
        key = self._value(event, events, (*path, "key"))
        if isinstance(key, list | dict):
            self._refuse(event, "a list or mapping stands where a key belongs", "a word as key", _ONE)
            return "(a list or mapping)"
        if key == "<<" and _is_plain(event):
            self._refuse(event, 'a merge key ("<<")', "the values written out where they belong", _ONE)
        return key or ""

    def _scalar(self, event: yaml.Event) -> str | None:
        value = str(getattr(event, "value", "") or "")
        control = CONTROL.search(value)
        if control:
            self._refuse(event, named(control.group()), "text without control characters", _ONE)
        return None if _is_plain(event) and value in _EMPTY else value.strip()

    def _refuse_indirection(self, event: yaml.Event) -> None:
        name = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f'an alias ("*{name}")', "the value written out where it belongs", _MARKED)
        elif name is not None:
            found = f'an anchor ("&{name}")'
            self._refuse(event, found, "no anchors; a mark before a value in quotation marks", _MARKED)
        elif tag is not None:
            self._refuse(
                event, f'a tag ("{tag}")', "no tags; a mark before a value in quotation marks", _MARKED
            )

    def _line(self, event: yaml.Event) -> int:
        return self.first + (event.start_mark.line if event.start_mark else 0)

    def _refuse(self, event: yaml.Event, found: str, expected: str, example: str) -> None:
        where = f"line {self._line(event)}"
        self.problems.append(
            Problem(file=self.file, where=where, found=found, expected=expected, example=example)
        )


def _is_plain(event: yaml.Event) -> bool:
    """Whether a scalar stands without quotation marks; the two parsers say it differently."""
    return getattr(event, "style", None) in (None, "")


def _malformed(text: str, file: str, first: int, what: str, example: str, error: yaml.YAMLError) -> Problem:
    """What is wrong, in the words of the parser written in Python, whichever of the two found it."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as worded:
        error = worded
    line, why = first, str(getattr(error, "problem", None) or "it can't be parsed")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark:
        line = first + mark.line
    elif isinstance(error, yaml.reader.ReaderError):
        position = min(int(error.position), len(text) - 1)
        line = first + text.count("\n", 0, position)
        why = f"it holds {named(text[position])}"
    return Problem(
        file=file,
        where=f"line {line}",
        found=f"{what} is not YAML: {why}",
        expected='one "key: value" a line; a value with ": " in it, or a mark before it, in quotation marks',
        example=example,
    )
