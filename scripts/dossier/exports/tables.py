"""The dossier as tables: what CSV and SQLite are written from, derived from the types of the model.

A kind of record is a table, and each of its fields that holds several values a table beside it. A value's
origin stands in `statements`, with the passages that say it and whose word it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from dossier.assembly.identity import FOLDERS, RECORD_SECTIONS
from dossier.facts import Fact, Model, Sourced, leaves, ref_kinds
from dossier.model import (
    Actor,
    AnyRecord,
    Article,
    Claim,
    Dossier,
    Evidence,
    Named,
    Quote,
    Relation,
)

Cell = str | int | float | bool | date | None
Kind = Literal["string", "integer", "number", "boolean", "date"]
RECORDS = "records"
SECTIONS: dict[str, type[Model]] = {
    **{section: kind for kind, section in FOLDERS.items() if kind is Article},
    "evidence": Evidence,
    **{section: kind for kind, section in FOLDERS.items() if kind is not Article},
    "relations": Relation,
}
_OF_KIND = {model.__name__.lower(): section for section, model in SECTIONS.items()}
_SCALARS: dict[type, Kind] = {bool: "boolean", int: "integer", float: "number", date: "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column and what stands in it."""

    name: str
    kind: Kind = "string"
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str | None = None
    """The table whose first column it holds a value of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; each row has a cell for each column."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(dossier: Dossier) -> list[Table]:
    """Every table, none before one it refers to, apart from passages, which may refer to each other."""
    made = [_records(dossier)]
    for section, model in SECTIONS.items():
        records = getattr(dossier, section)
        made.append(_of_section(section, model, records))
        made += _of_lists(section, model, records)
    return [*made, *_statements(dossier)]


def title_of(record: AnyRecord) -> str:
    """What a record is called; of a quotation or a claim, its words."""
    match record:
        case Named():
            return record.name.value
        case Quote():
            return record.text.value
        case Claim():
            return record.wording_as_reported.value
        case _:
            return record.title.value


def section_of(record: AnyRecord) -> str:
    """The section of the data, and of the site, that a record stands in."""
    return _OF_KIND[type(record).__name__.lower()]


def page_of(record: AnyRecord) -> str:
    """The address of a record's page, from the site's root; of one without, of its entry in a list."""
    if isinstance(record, Actor) and record.entry:
        return f"{record.entry}#{record.id}"
    return f"{section_of(record)}/{record.id}/"


def _records(dossier: Dossier) -> Table:
    """Every record, whatever its kind: what references lead to that may be of several."""
    sections = tuple(sorted(RECORD_SECTIONS))
    return Table(
        name=RECORDS,
        description="Every record, with the page that tells of it.",
        columns=(
            Column(name="id", description="Unique in the dossier.", required=True),
            Column(
                name="section", description="The table that it stands in.", required=True, choices=sections
            ),
            Column(
                name="title",
                description="What it is called; of a quotation or claim, its words.",
                required=True,
            ),
            Column(
                name="page",
                description="Its page, or its entry in a list, from the site's address.",
                required=True,
            ),
        ),
        key=("id",),
        rows=tuple((r.id, section_of(r), title_of(r), page_of(r)) for r in dossier.records()),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A column of a record with the way to its cell."""

    column: Column
    cell: Callable[[Any], Any]


def _of_section(section: str, model: type[Model], records: Sequence[Any]) -> Table:
    parts = _parts(model)
    return Table(
        name=section,
        description=(model.__doc__ or "").split("\n")[0],
        columns=tuple(part.column for part in parts),
        key=("id",),
        rows=tuple(tuple(_plain(part.cell(record)) for part in parts) for record in records),
    )


def _of_lists(section: str, model: type[Model], records: Sequence[Any]) -> Iterator[Table]:
    """A table for each field of a kind of record that holds several values."""
    singular = model.__name__.lower()
    for name, field in model.model_fields.items():
        item = _item(field)
        if item is None:
            continue
        parts = _value_parts(item, "value", field.description or "", needed=True)
        owner = Column(
            name=singular, description=f"The {singular} it belongs to.", required=True, refers=section
        )
        place = Column(name="position", kind="integer", description="Its place, from 1.", required=True)
        yield Table(
            name=f"{singular}_{name}",
            description=f"{field.description} Of {section}.",
            columns=(owner, place, *(part.column for part in parts)),
            key=(singular, "position"),
            rows=tuple(
                (record.id, at, *(_plain(part.cell(value)) for part in parts))
                for record in records
                for at, value in enumerate(getattr(record, name), 1)
            ),
        )


@cache
def _parts(model: type[Model], prefix: str = "", optional: bool = False) -> tuple[_Part, ...]:
    """The columns of the fields that hold one value; those of a part of a record begin with its name."""
    found: list[_Part] = []
    if prefix == "" and model.model_fields.get("id"):
        order = ["id", *(name for name in model.model_fields if name != "id")]
    else:
        order = list(model.model_fields)
    for name in order:
        field = model.model_fields[name]
        if _item(field) is None:
            needed = field.is_required() and not optional
            parts = _value_parts(_declared(field), f"{prefix}{name}", field.description or "", needed)
            found += [_Part(part.column, _through(name, part.cell)) for part in parts]
    if model in map(SECTIONS.get, RECORD_SECTIONS) and not prefix:
        first = Column(name="id", description=found[0].column.description, required=True, refers=RECORDS)
        found[0] = _Part(first, found[0].cell)
    return tuple(found)


def _value_parts(declared: Any, name: str, description: str, needed: bool) -> tuple[_Part, ...]:
    """The columns for one value: itself, or the fields of what it is made of."""
    bare = _bare(declared)
    if isinstance(bare, type) and issubclass(bare, Fact):
        inner = bare.model_fields["value"]
        parts = _value_parts(_declared(inner), name, description, needed)
        return tuple(_Part(part.column, _through("value", part.cell)) for part in parts)
    if isinstance(bare, type) and issubclass(bare, Model):
        prefix = "" if name == "value" else f"{name}_"
        return _parts(bare, prefix, not needed)
    kinds = ref_kinds(bare)
    column = Column(
        name=name,
        kind=_SCALARS.get(bare, "string"),
        description=" ".join(description.split()),
        required=needed,
        choices=_choices(declared),
        refers=None if not kinds else _OF_KIND[kinds[0]] if len(kinds) == 1 else RECORDS,
    )
    return (_Part(column, lambda value: value),)


def _through(name: str, cell: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def found(value: Any) -> Any:
        inner = None if value is None else getattr(value, name)
        return None if inner is None else cell(inner)

    return found


def _plain(value: Any) -> Cell:
    """A cell as one of the plain types, whatever class of string the model has."""
    return str(value) if isinstance(value, str) else value


def _declared(field: FieldInfo) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _bare(declared: Any) -> Any:
    """A declared type without None and annotations."""
    if get_origin(declared) is Annotated:
        return _bare(get_args(declared)[0])
    choices = [each for each in get_args(declared) if each is not type(None)]
    return _bare(choices[0]) if type(None) in get_args(declared) and len(choices) == 1 else declared


def _item(field: FieldInfo) -> Any:
    """The type of the values in a field that holds several; None for another."""
    bare = _bare(field.annotation)
    return get_args(bare)[0] if get_origin(bare) is tuple else None


def _choices(declared: Any) -> tuple[str, ...]:
    """The values of a closed vocabulary; nothing for another type."""
    bare = _bare(declared)
    if bare is not str and get_origin(bare) is not Literal:
        return ()
    found = TypeAdapter(declared).json_schema(mode="serialization")
    options = found.get("oneOf") or next(
        (each["oneOf"] for each in found.get("anyOf", ()) if "oneOf" in each), ()
    )
    return tuple(option["const"] for option in options)


def _statements(dossier: Dossier) -> Iterator[Table]:
    """Every fact with its value, its reader, its passages and whose word it is."""
    facts = list(_all_facts(dossier))
    path = Column(name="id", description="The record and the field of it.", required=True)
    of = Column(name="statement", description="The statement.", required=True, refers="statements")
    place = Column(name="position", kind="integer", description="Its place, from 1.", required=True)
    yield Table(
        name="statements",
        description="Every fact of the dossier: its value, who read it and where it comes from.",
        columns=(
            path,
            Column(name="record", description="The record it is about.", refers=RECORDS),
            Column(name="relation", description="The relation that it is.", refers="relations"),
            Column(name="field", description="The field of the record.", required=True),
            Column(name="value", description="The value, as text; of several parts, JSON.", required=True),
            *(
                Column(name=name, description=_described(name), required=name == "read_by")
                for name in ("read_by", "source")
            ),
        ),
        key=("id",),
        rows=tuple(
            (path, record, relation, field, _as_text(fact), fact.read_by, fact.source)
            for path, record, relation, field, fact in facts
        ),
    )
    yield Table(
        name="statement_evidence",
        description="The passages that say a statement.",
        columns=(
            of,
            place,
            Column(name="evidence", description="A passage.", required=True, refers="evidence"),
        ),
        key=("statement", "position"),
        rows=tuple((path, at, str(id)) for path, *_, fact in facts for at, id in enumerate(fact.evidence, 1)),
    )
    yield Table(
        name="statement_sources",
        description="Whose word a statement is, the outermost first; none where the article reports it.",
        columns=(
            of,
            place,
            Column(name="actor", description="The actor, where the source is one.", refers="actors"),
            Column(name="as_reported", description="The article's words for another source."),
        ),
        key=("statement", "position"),
        rows=tuple(
            (path, at, _plain(source.actor), _plain(source.as_reported))
            for path, *_, fact in facts
            for at, source in enumerate(fact.according_to, 1)
        ),
    )


def _all_facts(dossier: Dossier) -> Iterator[tuple[str, str | None, str | None, str, Sourced]]:
    for record in dossier.records():
        for path, fact in leaves(record, record.id):
            yield path, record.id, None, path.removeprefix(f"{record.id}.").partition("[")[0], fact
    for relation in dossier.relations:
        yield f"relations.{relation.id}", None, relation.id, "relation", relation


def _described(name: str) -> str:
    return " ".join((Sourced.model_fields[name].description or "").split())


def _as_text(fact: Sourced) -> str:
    if isinstance(fact, Relation):
        return fact.predicate
    data = fact.model_dump(mode="json", exclude_none=True)["value"]
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
