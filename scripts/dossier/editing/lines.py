"""Problems of an editor's files with the line of each: what is found late knows its key path alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from dossier.errors import DossierError, Problem
from dossier.seeds.door import read_text
from dossier.seeds.strict_yaml import KeyPath, Yaml, read_yaml

_PATH = re.compile(r"[a-z]+\[\d+\](?:[.\[]\w+\]?)*")
_PART = re.compile(r"\[(\d+)\]|(\w+)")


def with_lines(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, with the line before each place that is a key path of a YAML file ("actors[2].name")."""
    read = cache(_read)
    return [_with_line(each, read(each.file)) if _has_path(each) else each for each in problems]


def _has_path(problem: Problem) -> bool:
    return problem.file.endswith(".yaml") and bool(_PATH.match(problem.where))


def _with_line(problem: Problem, source: Yaml | None) -> Problem:
    if source is None:
        return problem
    spelled, _, key = problem.where.partition(": ")
    path = _parts(spelled)
    if (*path[:-1], key) in source.lines:
        path = (*path[:-1], key)  # `because` stands beside the line that rests on it
    return replace(problem, where=f"line {source.line(path)}, {problem.where}")


def _parts(spelled: str) -> KeyPath:
    return tuple(int(part[1]) if part[1] else part[2] for part in _PART.finditer(spelled))


def _read(file: str) -> Yaml | None:
    """A file's lines; None where it can't be read any more, as its place is then all that is known."""
    try:
        return read_yaml(read_text(Path(file)), file)
    except DossierError:
        return None
