"""The dossier as CSV files with a Data Package (2.0) that describes and links them."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import Any

from dossier.exports.as_json import as_json
from dossier.exports.heading import Heading
from dossier.exports.tables import Cell, Column, Table, tables
from dossier.model import Article, Dossier

PACKAGE = "data/datapackage.json"
_NOT_IN_NAMES = re.compile(r"[^-A-Za-z0-9._]+")
_PROFILES = "https://datapackage.org/profiles/2.0"


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/csv/TABLE.csv` and `data/datapackage.json`; UTF-8 without a byte order mark."""
    made = tables(dossier)
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "dossier",
        "title": heading.title,
        "description": heading.description,
        **({"licenses": [_licence(heading.licence)]} if heading.licence else {}),
        "sources": [_source(article) for article in dossier.articles],
        "resources": [_resource(table) for table in made],
    }
    return {PACKAGE: as_json(package)} | {f"data/{_path(table)}": _csv(table) for table in made}


def _source(article: Article) -> dict[str, str]:
    """An article that the tables are made from: its address, and where a copy is kept."""
    addresses = {"path": article.url, "archivedAt": article.archivedAt and article.archivedAt.url}
    return {"title": article.headline, **{name: address for name, address in addresses.items() if address}}


def _licence(licence: str) -> dict[str, str]:
    """A licence by its address, or by its name in the form that the Open Definition gives names."""
    if licence.startswith(("http://", "https://")):
        return {"path": licence}
    return {"name": _NOT_IN_NAMES.sub("-", licence), "title": licence}


def _path(table: Table) -> str:
    return f"csv/{table.name}.csv"


def _csv(table: Table) -> bytes:
    """The rows below the names of the columns; an absent value is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode()


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else value


def _resource(table: Table) -> dict[str, Any]:
    linked = [column for column in table.columns if column.refers]
    schema = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": [_link(table, column) for column in linked]} if linked else {}),
    }
    return {
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": _path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.description,
    }
    return {**found, "constraints": constraints} if constraints else found


def _link(table: Table, column: Column) -> dict[str, Any]:
    """A foreign key; one that stays within its table names no resource."""
    reference: dict[str, Any] = {"fields": ["id"]}
    if column.refers != table.name:
        reference = {"resource": column.refers, "fields": ["id"]}
    return {"fields": [column.name], "reference": reference}
