"""The dossier as one SQLite database: strict tables, foreign keys, full text, two views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.resources import files

from dossier.exports.heading import Heading
from dossier.exports.tables import Cell, Column, Table, tables, title_of
from dossier.facts import Ref, nodes
from dossier.model import Dossier

DATABASE = "data/dossier.sqlite"
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/dossier.sqlite`; the same bytes for the same dossier and version of SQLite (3.37 or newer)."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for table in tables(dossier):
            database.execute(_definition(table))
            marks = ", ".join("?" * len(table.columns))
            database.execute("PRAGMA defer_foreign_keys = ON")  # a passage may name one that comes later
            rows = ([_cell(value) for value in row] for row in table.rows)
            database.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", rows)
        database.execute(
            "CREATE TABLE about (title TEXT NOT NULL, licence TEXT, description TEXT NOT NULL) STRICT"
        )
        database.execute(
            "INSERT INTO about VALUES (?, ?, ?)", (heading.title, heading.licence, heading.description)
        )
        database.execute("CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, title, text)")
        database.executemany("INSERT INTO search VALUES (?, ?, ?)", _texts(dossier))
        database.executescript((files(__package__) / "views.sql").read_text(encoding="utf-8"))
        database.execute("VACUUM")
        return {DATABASE: database.serialize()}


def _definition(table: Table) -> str:
    lines = [
        *(_column(column) for column in table.columns),
        f"PRIMARY KEY ({', '.join(map(_name, table.key))})",
        *(
            f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(column.refers)} (id)"
            for column in table.columns
            if column.refers
        ),
    ]
    return f"CREATE TABLE {_name(table.name)} ({', '.join(lines)}) STRICT"


def _column(column: Column) -> str:
    name = _name(column.name)
    parts = [name, _TYPES.get(column.kind, "TEXT")]
    if column.required:
        parts.append("NOT NULL")
    choices = column.choices or (("0", "1") if column.kind == "boolean" else ())
    if choices:
        values = ", ".join(choice if column.kind == "boolean" else f"'{choice}'" for choice in choices)
        parts.append(f"CHECK ({name} IN ({values}))")
    return " ".join(parts)


def _name(name: str) -> str:
    """A name that may be a word of SQL, too, such as `end`."""
    return f'"{name}"'


def _cell(value: Cell) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value


def _texts(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Id, title and what else of a record is text, a line for each: names, descriptions, words."""
    for record in dossier.records():
        found = [
            str(node.value)
            for node in nodes(record, record.id)
            if isinstance(node.value, str)
            and not isinstance(node.value, Ref)
            and not node.path.endswith((".id", ".read_by", ".method", ".source"))
        ]
        yield record.id, title_of(record), "\n".join(dict.fromkeys(found))
