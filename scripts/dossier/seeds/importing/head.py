"""The head of a text, in YAML, TOML, JSON or `Key: value` lines, to keys with their values as written."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from dossier.errors import DossierError
from dossier.seeds.importing.material import refused
from dossier.seeds.importing.tables import vocabulary
from dossier.seeds.strict_yaml import read_yaml

_LINE = re.compile(r"(?P<key>[A-Za-z][\w :.-]{0,38}[\w]|[A-Za-z]): +(?P<value>\S.*)")
_EXAMPLE = '---\ntitle: "Bridge: two towns agree"\ndate: 2024-05-31\n---\nThe text of the article …'


class Head(NamedTuple):
    """A text taken apart."""

    said: dict[str, object]
    """The head's keys; empty when there is none."""
    body: str


def split_head(text: str, file: str) -> Head:
    """The head of a text, in whichever of the four forms, and what follows it.

    Raises DossierError for a head that never ends or can't be read.
    """
    if text.split("\n", 1)[0].rstrip() == "---":
        return _yaml(text, file)
    if re.match(r"\+\+\+\s*\n", text):
        return _toml(text, file)
    if re.match(r"\{\s*[\"\n]", text):
        return _json(text, file)
    return _lines(text)


def _yaml(text: str, file: str) -> Head:
    lines = text.split("\n")
    end = next(
        (number for number, line in enumerate(lines) if number and line.rstrip() in ("---", "...")), None
    )
    if end is None:
        raise _unended(file, "---")
    said = read_yaml("\n".join(lines[1:end]), file, first=2, what="the front matter", example=_EXAMPLE)
    return Head(_mapping(said.data, file), "\n".join(lines[end + 1 :]))


def _toml(text: str, file: str) -> Head:
    parts = re.split(r"^\+\+\+\s*$", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) < 3:
        raise _unended(file, "+++")
    try:
        said = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+)", str(error))
        raise _malformed(file, "TOML", int(where[1]) if where else 1, str(error).split(" (at")[0]) from None
    return Head({key: _plain(value) for key, value in said.items()}, parts[2])


def _json(text: str, file: str) -> Head:
    try:
        said, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        raise _malformed(file, "JSON", error.lineno, error.msg) from None
    return Head(_mapping(said, file), text[end:])


def _lines(text: str) -> Head:
    """The head of MultiMarkdown and Pelican: `Key: value` lines up to an empty one."""
    said: dict[str, object] = {}
    rows = text.split("\n")
    for number, row in enumerate(rows):
        match = _LINE.fullmatch(row)
        if not row.strip():
            if len(said) > 1 and {key.lower() for key in said} & vocabulary().telling:
                return Head(said, "\n".join(rows[number:]))
            break
        if match:
            said[match["key"]] = match["value"].strip()
        elif said and row.startswith((" ", "\t")):
            last = next(reversed(said))
            said[last] = f"{said[last]} {row.strip()}"
        else:
            break
    return Head({}, text)


def _plain(value: object) -> object:
    """A value with TOML's dates as text."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _mapping(said: object, file: str) -> dict[str, object]:
    if said in (None, ""):
        return {}
    if not isinstance(said, dict):
        raise _malformed(file, "keys and values", 2, "it is a list or a text")
    return {str(key): value for key, value in said.items()}


def _unended(file: str, mark: str) -> DossierError:
    return refused(
        file,
        f"the front matter opened here with {mark} never ends",
        f"a second line {mark} between the last key and the article",
        _EXAMPLE,
        "line 1",
    )


def _malformed(file: str, form: str, line: int, why: str) -> DossierError:
    return refused(
        file, f"the front matter is not {form}: {why}", "a key and its value a line", _EXAMPLE, f"line {line}"
    )
