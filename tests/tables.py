"""Tables of cases as YAML: read so that no row can hide another of the same key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Fast):  # type: ignore[misc]
    """YAML whose maps have each key once."""


def _once(loader: Any, node: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key, value in node.value:
        told = loader.construct_object(key, deep=True)
        if told in found:
            raise ValueError(f"{key.start_mark.line + 1}: “{told}” stands there twice")
        found[told] = loader.construct_object(value, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _once)


def read_table(text: str) -> Any:
    """What a file holds; a ValueError where a map has a key twice."""
    return yaml.load(text, Loader=_Loader)


def read_pairs(files: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Rows by frame and sentence of several files; a ValueError where two files have one row."""
    every: dict[str, dict[str, Any]] = {}
    for file in files:
        for frame, rows in read_table(file.read_text(encoding="utf-8")).items():
            held = every.setdefault(frame, {})
            if twice := held.keys() & rows.keys():
                raise ValueError(f"{file.name}: {frame} has these in another file: {sorted(twice)}")
            held.update(rows)
    return every
