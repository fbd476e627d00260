"""One name for all that decides what is read in a text: rules, word lists, the parser and its model.

Whatever is kept of a reading is kept under this name, so that nothing outlives the rules that made it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_KINDS = (".py", ".yaml", ".tsv", ".json", ".jinja")
_LIBRARIES = ("spacy", "thinc", "numpy", "rapidfuzz", "python-dateutil", "pydantic", "jinja2")
_DIGITS = 12


@cache
def edition(*more: str) -> str:
    """Twelve hexadecimal digits, others as soon as a file of the reading or a version of what it runs on is.

    The model's own digests stand in `parser.yaml`, and the parser refuses another. `more` are paths in the
    package of what else decides.
    """
    hashed = _of_the_reading().copy()
    for path in more:
        _add(hashed, files("dossier") / path, path)
    return hashed.hexdigest()[:_DIGITS]


@cache
def _of_the_reading() -> hashlib._Hash:
    """Hashed what decides in each case; to be copied."""
    hashed = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _LIBRARIES).encode())
    for path in ("reading", "vocabularies.py", "tables.py"):
        _add(hashed, files("dossier") / path, path)
    return hashed


def _add(hashed: hashlib._Hash, part: Traversable, path: str) -> None:
    if part.is_dir():
        for inner in sorted(part.iterdir(), key=lambda each: each.name):
            _add(hashed, inner, f"{path}/{inner.name}")
    elif path.endswith(_KINDS):
        data = part.read_bytes()
        hashed.update(f"{path} {len(data)}\n".encode() + data)
