"""The text of an editor's file with entries added or completed; comments, order and quotes stay."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

_WIDTH = 10_000
_PLAIN = re.compile(r"[^\W\d_]\w*(?:[ -]\w+)*")
"""Words that a person would write without quotes."""


class Entries:
    """The sections of one file, to be changed and written out."""

    def __init__(self, text: str) -> None:
        """Raises ruamel's YAMLError where the text is no YAML."""
        self._yaml = YAML(typ="rt")
        self._yaml.preserve_quotes = True
        self._yaml.width = _WIDTH
        self._yaml.allow_unicode = True
        self._head = text if not text.strip() or _only_comments(text) else ""
        self._data: Any = CommentedMap() if self._head or not text.strip() else self._yaml.load(text)

    def add(self, section: str, entry: Mapping[str, Any]) -> None:
        """Put an entry at the end of a section; one that is there word for word stays the only one."""
        held = self._section(section)
        if not any(_plain(each) == dict(entry) for each in held):
            held.append(_block(entry))

    def put(
        self, section: str, about: Mapping[str, str], lines: Mapping[str, Any], same: Callable[[Any], bool]
    ) -> None:
        """Put lines into the entry that is about the same words, else into a new one at the end.

        What is given as a list of entries joins those that are there.
        """
        held = self._section(section)
        entry = next((each for each in held if isinstance(each, dict) and same(each)), None)
        if entry is None:
            held.append(_block({**about, **lines}))
            return
        for key, value in lines.items():
            if key == "because" and key in entry:
                known = entry[key] if isinstance(entry[key], list) else [entry[key]]
                value = [*known, *([value] if value not in known else [])]
            if _is_entries(value) and _is_entries(entry.get(key)):
                entry[key].extend(_value(each) for each in value if each not in map(_plain, entry[key]))
                continue
            entry[key] = _value(value)

    def text(self) -> str:
        """The file as it is now."""
        if not self._data:
            return self._head
        stream = io.StringIO()
        self._yaml.dump(self._data, stream)
        return self._head + stream.getvalue()

    def _section(self, section: str) -> Any:
        held = self._data.get(section)
        if held is None:
            held = self._data[section] = CommentedSeq()
        return held


def _only_comments(text: str) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def _block(entry: Mapping[str, Any]) -> CommentedMap:
    return CommentedMap((key, _value(value)) for key, value in entry.items())


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        made = CommentedMap((key, _value(each)) for key, each in value.items())
        made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        return CommentedSeq(_value(each) for each in value)
    if isinstance(value, str):  # a digest of digits alone, or "no", would be read as a number or a truth
        return str(value) if _PLAIN.fullmatch(value) else DoubleQuotedScalarString(value)
    return value


def _is_entries(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value
