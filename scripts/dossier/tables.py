"""The program's own YAML as plain data: taken apart once, and kept as JSON, which is read fifty times faster.

Each file is known by its name and the digest of its text; beside them stands what follows from the program.
What JSON would not give back the same is taken apart each time, as is what can't be read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dossier.reading.digest_cache import DigestCache, digest

_NAME = "tables"
_DIGEST = 16
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_new: dict[bytes, bytes] = {}
"""What was taken apart or made here, as it is kept."""


def plain(source: Traversable) -> Any:
    """What a file of YAML holds.

    Raises yaml.YAMLError.
    """
    return plain_of(str(source), source.read_text(encoding="utf-8"))


def plain_of(name: str, text: str) -> Any:
    """What a file with a name and a text holds.

    Raises yaml.YAMLError.
    """
    known = digest(text)
    try:
        return json.loads(_kept(name, known) or b"")
    except ValueError:
        found = yaml.load(text, Loader=_Loader)
    try:
        told = json.dumps(found, ensure_ascii=False)
    except (TypeError, ValueError):
        return found
    if json.loads(told) == found:
        _keep(name, known, told.encode())
    return found


def made_once(name: str, of: str, make: Callable[[], bytes]) -> bytes:
    """Bytes with a name that follow from the program alone: each edition `of` it makes them once."""
    known = digest(of)
    found = _kept(name, known)
    if found is None:
        found = make()
        _keep(name, known, found)
    return found


def _kept(name: str, known: bytes) -> bytes | None:
    """What is kept under a name, and was made of what has this digest."""
    row = _before().get(digest(name), b"")
    with suppress(zlib.error):  # cut short
        return zlib.decompress(row[_DIGEST:]) if row[:_DIGEST] == known else None
    return None


def _keep(name: str, known: bytes, made: bytes) -> None:
    _new[digest(name)] = known + zlib.compress(made, 1)


def keep_tables() -> None:
    """Leaves what was taken apart or made to the next process."""
    if _new:
        _cache().store(_new, anew=True)
        _new.clear()


def _cache() -> DigestCache:
    return DigestCache(_NAME, _NAME)


@cache
def _before() -> dict[bytes, bytes]:
    """What earlier processes left, by the digests of the names."""
    return _cache().everything()
