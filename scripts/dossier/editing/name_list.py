"""`authorities.csv`, names known from elsewhere, to what they say of whoever bears one of them.

A line has a name, another spelling of it (as many lines as there are spellings, or several in one cell,
parted by ";"), a kind and a Wikidata number. A list may hold thousands of names; one that no article uses is
no error.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import get_args

from dossier.errors import DossierError, Problem
from dossier.seeds.door import read_text
from dossier.vocabularies import ActorKind, PlaceKind

COLUMNS = ("name", "alias", "kind", "wikidata")
_EXAMPLE = "name,alias,kind,wikidata\nAna Novak,A. Novák; Anna Novak,person,Q1"
_ACTORS: frozenset[str] = frozenset(get_args(get_args(ActorKind)[0]))
_PLACES: frozenset[str] = frozenset(get_args(get_args(PlaceKind)[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """What a list says of one actor or place."""

    section: str
    """actors or places."""
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


def load_name_list(path: Path) -> tuple[ListedName, ...]:
    """The names in a CSV file, each once; none when there is no file.

    Raises DossierError with every problem of the file.
    """
    if not os.path.lexists(path):
        return ()
    text = read_text(path)
    reader = csv.DictReader(StringIO(text), strict=True)
    try:
        columns = tuple(reader.fieldnames or ())
    except csv.Error as error:
        raise DossierError([_problem(path, "line 1", str(error), 'each " of a cell doubled')]) from None
    if "name" not in columns or not set(columns) <= set(COLUMNS):
        found = f"its columns are {', '.join(columns) or 'none'}"
        raise DossierError([_problem(path, "line 1", found, f"name and any of {', '.join(COLUMNS[1:])}")])
    problems: list[Problem] = []
    names: dict[tuple[str, str, str | None], ListedName] = {}
    try:
        for row in reader:
            wrong = list(_row_problems(path, reader.line_num, row))
            problems += wrong
            if not wrong:
                _add(names, row)
    except csv.Error as error:
        problems.append(_problem(path, f"line {reader.line_num + 1}", str(error), 'each " of a cell doubled'))
    if problems:
        raise DossierError(problems)
    return tuple(names.values())


def _add(names: dict[tuple[str, str, str | None], ListedName], row: dict[str, str]) -> None:
    name, kind, wikidata = row["name"].strip(), row.get("kind") or "person", row.get("wikidata") or None
    aliases = [alias.strip() for alias in (row.get("alias") or "").split(";") if alias.strip()]
    key = (name, kind, wikidata)
    known = names[key].aliases if key in names else ()
    names[key] = ListedName(
        section="actors" if kind in _ACTORS else "places",
        name=name,
        kind=kind,
        aliases=tuple(dict.fromkeys((*known, *aliases))),
        wikidata=wikidata,
    )


def _row_problems(path: Path, line: int, row: dict[str, str]) -> Iterator[Problem]:
    where = f"line {line}"
    if None in row or None in row.values():
        yield _problem(path, where, "it has not as many cells as the first line", "a cell for each column")
        return
    if not (row["name"] or "").strip():
        yield _problem(path, where, "it has no name", "a name in each line")
    kind = row.get("kind") or "person"
    if kind not in _ACTORS | _PLACES:
        yield _problem(path, where, f"kind is {kind}", f"one of {', '.join(sorted(_ACTORS | _PLACES))}")
    wikidata = row.get("wikidata")
    if wikidata and not re.fullmatch(r"Q[1-9]\d*", wikidata):
        yield _problem(path, where, f"wikidata is {wikidata}", "a Wikidata number, such as Q42")


def _problem(path: Path, where: str, found: str, expected: str) -> Problem:
    return Problem(file=str(path), where=where, found=found, expected=expected, example=_EXAMPLE)
