"""The dossier to its data files: the dossier itself, and the JSON Schema that describes it."""

from __future__ import annotations

from array import array
from functools import cache
from io import BytesIO
from typing import Any

from dossier.exports.as_json import as_json, json_text, schema_of_types
from dossier.exports.heading import Heading
from dossier.exports.linked import head
from dossier.facts import Model
from dossier.model import Article, Dossier, plain

_CONTEXT = {
    "description": "What makes JSON-LD of it: the terms, and where ids are addresses.",
    "type": "array",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


DATA = "data/dossier.json"
_INDENT = b"\n  "
_NEXT = b"," + _INDENT
_EMPTY = (b"[]", b"{}", b": false")
"""What stands for a value that is none: left out even of a field that has no default."""


def export(dossier: Dossier, _: Heading | None = None) -> dict[str, bytes]:
    """`data/dossier.json` and `data/dossier.schema.json`, the same bytes for the same dossier."""
    return Writing().export(dossier)


class Writing:
    """Writes the data of a dossier, and again of one that differs in few records without making all anew."""

    def __init__(self) -> None:
        self._last = b""
        self._stood: dict[str, tuple[tuple[Any, ...], array[int]]] = {}
        """By section, its records as they were last written, and where each begins and the last ends."""

    def export(self, dossier: Dossier) -> dict[str, bytes]:
        """The same as the function of this name."""
        return {DATA: self._whole(dossier), "data/dossier.schema.json": schema_file()}

    def _whole(self, dossier: Dossier) -> bytes:
        """What `as_json` makes of the dossier's plain data, made a record at a time: the whole is large."""
        made, stood = BytesIO(), {}
        made.write(b"{\n")
        made.write(b",\n".join(_field(name, value) for name, value in head().items()))
        for name in type(dossier).model_fields:
            held = getattr(dossier, name)
            if isinstance(held, tuple):
                if held:
                    made.write(f',\n "{name}": [\n  '.encode())
                    stood[name] = held, self._records(name, held, made)
                    made.write(b"\n ]")
            elif held is not None:
                made.write(b",\n" + _field(name, held))
        made.write(b"\n}\n")
        self._last, self._stood = made.getvalue(), stood
        return self._last

    def _records(self, name: str, held: tuple[Any, ...], made: BytesIO) -> array[int]:
        """Writes the records of a section; one that is the same object as before as it was written then."""
        before, places = self._stood.get(name, ((), array("Q")))
        last, begins = memoryview(self._last), array("Q")
        for number, record in enumerate(held):
            if number:
                made.write(_NEXT)
            begins.append(made.tell())
            if number < len(before) and record is before[number]:
                end = places[number + 1] - (len(_NEXT) if number + 1 < len(before) else 0)
                made.write(last[places[number] : end])
            else:
                made.write(record_json(record).replace(b"\n", _INDENT))
        begins.append(made.tell())
        return begins


def record_json(record: Model) -> bytes:
    """What `json_text` makes of a record's plain data, in a third of the time.

    What has no value has its default there, but in an article, whose language has one that is told.
    """
    if not isinstance(record, Article):
        made = record.__pydantic_serializer__.to_json(record, indent=1, exclude_defaults=True)
        if not any(each in made for each in _EMPTY):
            return made
    return json_text(plain(record)).encode()


def _field(name: str, value: Any) -> bytes:
    """A field as it stands in the data."""
    return json_text({name: value})[2:-2].encode()


@cache
def schema_file() -> bytes:
    """`data/dossier.schema.json`, the same for any dossier."""
    return schema_of_types("dossier", _schema)


def _schema() -> bytes:
    schema = Dossier.model_json_schema(mode="serialization")
    schema["properties"] = {"@context": _CONTEXT, **schema["properties"]}
    return as_json(
        {
            "$schema": _DRAFT,
            "$id": "dossier.schema.json",
            **schema,
            "title": "Dossier",
            "description": "A knowledge base made from news articles; each statement cites its words.",
        }
    )
