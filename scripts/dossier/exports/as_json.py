"""Plain data as JSON: the bytes that the standard library makes of it, in a tenth of its time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import to_json

from dossier.reading.edition import edition
from dossier.tables import made_once

_TYPES = ("exports", "editing", "seeds", "facts.py", "model.py")


def as_json(data: Any) -> bytes:
    """A file of JSON in UTF-8: indented by one, a line end at its end."""
    return f"{json_text(data)}\n".encode()


def json_text(data: Any) -> str:
    """The same without the line end."""
    return to_json(data, indent=1).decode()


def schema_of_types(name: str, make: Callable[[], bytes]) -> bytes:
    """A schema, which follows from the types of the program: to make it takes a twentieth of a second."""
    return made_once(name, edition(*_TYPES), make)
