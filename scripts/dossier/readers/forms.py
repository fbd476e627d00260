"""A file of findings to what each line hands over: our own two forms, LangExtract's, and tables."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from dossier.readers.given import Given, Refusal
from dossier.readers.langextract import extractions
from dossier.readers.tables import COLUMNS, given_of_row

_SECTIONS = frozenset(("quotes", "actors", "places", "dates", "events", "agreements", "claims", "relations"))

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: JSON can escape it, no file can hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One thing handed over: a finding, or the row of a whole article; or why it is neither."""

    where: str
    """Line, and place in it."""
    raw: Any
    """As it was given, for the file of what is refused."""
    article: str | None = None
    """Id of the article it says it is about."""
    text: str | None = None
    """The article's text, where the file holds it."""
    given: Given | None = None
    row: Mapping[str, Any] | None = None
    """A row of `dossier extract`."""
    trouble: str | None = None


def read_forms(text: str, name: str) -> Iterator[Handed]:
    """What a file hands over, in its order; its form is told by its name and by each line."""
    if name.lower().endswith((".csv", ".tsv")):
        yield from _table(text, "\t" if name.lower().endswith(".tsv") else ",")
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield from _line(line, f"line {number}")


def _line(line: str, where: str) -> Iterator[Handed]:
    try:
        row = json.loads(line)
        broken = _HALF.search(json.dumps(row, ensure_ascii=False))
    except (ValueError, RecursionError) as error:
        yield Handed(where=where, raw=line, trouble=f"not JSON: {error}")
        return
    if broken:
        yield Handed(where=where, raw=line, trouble="half of a surrogate pair, which is no character")
    elif not isinstance(row, dict):
        yield Handed(where=where, raw=row, trouble="an object was expected")
    elif "extractions" in row or "extraction_class" in row:
        yield from _extracted(row, where)
    elif _SECTIONS & row.keys() and "kind" not in row:
        about = row.get("id")
        yield Handed(where=where, raw=row, row=row, article=about if isinstance(about, str) else None)
    else:
        yield _finding(row, row, where)


def _finding(row: Any, raw: Any, where: str, article: str | None = None, text: str | None = None) -> Handed:
    try:
        given = Given.model_validate(row)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'it'}: {e['msg']}" for e in error.errors())
        return Handed(where=where, raw=raw, article=article, text=text, trouble=told)
    return Handed(where=where, raw=raw, given=given, article=given.article or article, text=text)


def _extracted(row: Mapping[str, Any], where: str) -> Iterator[Handed]:
    about, text = row.get("document_id"), row.get("text")
    article = about if isinstance(about, str) else None
    known = text if isinstance(text, str) else None
    for index, (raw, made) in enumerate(extractions(row)):
        place = f"{where}, extraction {index + 1}"
        if isinstance(made, Refusal):
            yield Handed(where=place, raw=raw, article=article, text=known, trouble=str(made))
        else:
            yield _finding(made, raw, place, article, known)


def _table(text: str, delimiter: str) -> Iterator[Handed]:
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in rows.fieldnames or ()]
        missing = [name for name in COLUMNS if name not in names]
        if missing:
            trouble = f"there is no column {', '.join(missing)}; expected {', '.join(COLUMNS)}"
            yield Handed(where="line 1", raw=rows.fieldnames, trouble=trouble)
            return
        rows.fieldnames = names
        for row in rows:
            where = f"line {rows.line_num}"
            try:
                made = given_of_row(row)
            except Refusal as refusal:
                yield Handed(where=where, raw=row, article=row.get("article") or None, trouble=str(refusal))
            else:
                yield _finding(made, row, where)
    except csv.Error as error:
        yield Handed(where=f"line {rows.line_num}", raw=None, trouble=f"no table: {error}")
