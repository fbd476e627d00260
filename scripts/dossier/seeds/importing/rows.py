"""Tables, JSON and JSON Lines of articles, a row an article, to material."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import StringIO

from dossier.errors import DossierError
from dossier.seeds.importing.flow import read_flow
from dossier.seeds.importing.lines import join_lines
from dossier.seeds.importing.material import Material, refused
from dossier.seeds.importing.name_lists import (
    NameList,
    names_of_popolo,
    names_of_records,
    names_of_table,
)
from dossier.seeds.importing.page import linked_articles

_TEXT = (
    "content",
    "maintext",
    "articleBody",
    "article_body",
    "text",
    "body",
    "full_text",
    "fulltext",
    "article",
    "story",
)
_LISTS = ("articles", "results", "items", "docs", "data", "@graph")
_TAG = re.compile(r"</[a-z][a-z0-9]*>|<br\s*/?>", re.IGNORECASE)
_LONGEST_CELL = 50_000_000  # characters

Rows = Iterator[Material | NameList | DossierError]


def read_table(text: str, file: str) -> Rows:
    """An article for each row of a CSV with a head; an error for each that can't be read."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4096].split("\n")[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    reader = csv.DictReader(StringIO(text), delimiter=dialect.delimiter, strict=True)
    try:
        columns = reader.fieldnames or []
    except csv.Error as error:
        yield refused(file, str(error), 'each " of a cell doubled', '"a ""b"" c"', "line 1")
        return
    if not any(column in _TEXT for column in columns):
        if names := _names(columns, reader, file):
            yield names
            return
        yield refused(
            file,
            f"no column has the articles’ text; its columns are {', '.join(columns) or 'none'}",
            f"a first line with the names of the columns, one of them {', '.join(_TEXT[:5])}",
            "title,date,content",
            "line 1",
        )
        return
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield refused(
                file,
                f"this row never ends or is broken: {error}",
                'each " of a cell doubled',
                '"a ""b"" c"',
                f"row {number + 1}",
            )
            return
        number += 1
        if None in row or None in row.values():
            yield refused(
                file,
                f"the row has {'more' if None in row else 'fewer'} cells than the {len(columns)} columns",
                "a cell for each column; a cell with the separator in it between quotation marks",
                where=f"line {reader.line_num}",
            )
        else:
            yield _article(row, file, f"row {number}")


def _names(columns: Sequence[str], reader: csv.DictReader[str], file: str) -> NameList | DossierError | None:
    try:
        return names_of_table(columns, reader)
    except csv.Error as error:
        return refused(file, str(error), 'each " of a cell doubled', where=f"line {reader.line_num + 1}")


def read_lines(text: str, file: str) -> Rows:
    """An article for each line of JSON Lines; an error for each line that can't be read."""
    with suppress(ValueError, RecursionError):  # told below, line by line
        if names := names_of_records([json.loads(line) for line in text.split("\n") if line.strip()]):
            yield names
            return
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield refused(file, f"the line is not JSON: {error}", "one object a line", where=f"line {number}")
            continue
        if isinstance(row, Mapping):
            yield _article(row, file, f"row {number}")
        else:
            yield refused(file, "the line is no object", '{"title": …, "content": …}', where=f"line {number}")


def read_json(text: str, file: str) -> Rows:
    """An article for each in a JSON file: one, a list of them, or JSON-LD."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        yield refused(file, f"this is not JSON: {error.msg}", "JSON", where=f"line {error.lineno}")
        return
    except RecursionError:
        yield refused(file, "its JSON is nested too deeply", "JSON of an article")
        return
    if names := names_of_popolo(data) or names_of_records(data if isinstance(data, list) else [data]):
        yield names
        return
    articles = list(linked_articles(data)) or _listed(data)
    if not articles:
        yield refused(
            file,
            "no article is in this JSON",
            "an object with the article’s text",
            '{"title": …, "content": …}',
        )
    for number, article in enumerate(articles, 1):
        yield _article(article, file, f"row {number}" if len(articles) > 1 else "")


def _listed(data: object) -> list[Mapping[str, object]]:
    if isinstance(data, Mapping):
        lists = [data[key] for key in _LISTS if isinstance(data.get(key), list)]
        data = lists[0] if lists and not any(key in data for key in _TEXT) else [data]
    return [item for item in data if isinstance(item, Mapping)] if isinstance(data, list) else []


def _article(row: Mapping[str, object], file: str, part: str) -> Material | DossierError:
    key = next((key for key in _TEXT if isinstance(row.get(key), str) and str(row[key]).strip()), None)
    if key is None:
        keys = ", ".join(map(str, row))
        return refused(
            file, f"no key has its text; its keys are {keys}", f"one of {', '.join(_TEXT[:5])}", where=part
        )
    text = str(row[key])
    said = {name: value for name, value in row.items() if name != key and not name.startswith("@")}
    if _TAG.search(text):
        flow = read_flow(text)
        return Material(
            blocks=flow.blocks, said=said, left_out=flow.left_out, guessed=flow.guessed, part=part
        )
    joined = join_lines(text)
    return Material(
        blocks=joined.blocks, said=said, left_out=joined.left_out, guessed=joined.guessed, part=part
    )
