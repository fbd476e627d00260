"""Lexicon files to typed tables: word lists are data, beside this module, never code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from dossier.tables import plain

T = TypeVar("T")


@cache
def _load(name: str, shape: Any, package: str) -> Any:
    return TypeAdapter(shape).validate_python(plain(files(package).joinpath(f"{name}.yaml")))


def load_table(name: str, shape: type[T], package: str = __name__) -> T:
    """Lexicon file `NAME.yaml` of a package, by default this one, validated as `shape`; read once.

    Raises pydantic's ValidationError when the file has another shape: a lexicon ships with
    the program, so that is a defect of ours and not bad input.
    """
    return cast(T, _load(name, shape, package))  # type: ignore[arg-type]


def load_lines(name: str, package: str = __name__) -> Iterator[str]:
    """Lines of a lexicon file that isn't YAML, without those that begin with "#"."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
