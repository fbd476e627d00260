"""The dossier to its data files: the dossier itself, and the JSON Schema that describes it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from dossier.exports.heading import Heading
from dossier.exports.linked import head
from dossier.model import Dossier, plain

_CONTEXT = {
    "description": "What makes JSON-LD of it: the terms, and where ids are addresses.",
    "type": "array",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def export(dossier: Dossier, _: Heading | None = None) -> dict[str, bytes]:
    """`data/dossier.json` and `data/dossier.schema.json`, the same bytes for the same dossier."""
    return {
        "data/dossier.json": _whole(dossier),
        "data/dossier.schema.json": _schema(),
    }


def _whole(dossier: Dossier) -> bytes:
    """What `_json` makes of the dossier's plain data, made a record at a time: all of it at once is large."""
    fields = [_field(name, value) for name, value in head().items()]
    for name in type(dossier).model_fields:
        held = getattr(dossier, name)
        if isinstance(held, tuple):
            records = ",\n".join("  " + _text(plain(record)).replace("\n", "\n  ") for record in held)
            fields += [f' "{name}": [\n{records}\n ]'] if held else []
        elif held is not None:
            fields.append(_field(name, held))
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _field(name: str, value: Any) -> str:
    """A field as it stands in the data."""
    return _text({name: value})[2:-2]


@lru_cache(maxsize=1)
def _schema() -> bytes:
    schema = Dossier.model_json_schema(mode="serialization")
    schema["properties"] = {"@context": _CONTEXT, **schema["properties"]}
    return _json(
        {
            "$schema": _DRAFT,
            "$id": "dossier.schema.json",
            **schema,
            "title": "Dossier",
            "description": "A knowledge base made from news articles; each statement cites its words.",
        }
    )


def _json(data: dict[str, Any]) -> bytes:
    return f"{_text(data)}\n".encode()


def _text(data: dict[str, Any]) -> str:
    return to_json(data, indent=1).decode()  # as the standard library has it, in a tenth of its time
