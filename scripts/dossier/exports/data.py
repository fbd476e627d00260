"""The dossier to its data files: the dossier itself, and the JSON Schema that describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from dossier.exports.as_json import as_json, json_text
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
    """What `as_json` makes of the dossier's plain data, made a record at a time: the whole is large."""
    made = BytesIO()
    for number, part in enumerate(_parts(dossier)):
        made.write(b",\n" if number else b"{\n")
        made.writelines(part)
    made.write(b"\n}\n")
    return made.getvalue()


def _parts(dossier: Dossier) -> Iterator[Iterable[bytes]]:
    """Each field as it stands in the data, in pieces."""
    yield from ([_field(name, value)] for name, value in head().items())
    for name in type(dossier).model_fields:
        held = getattr(dossier, name)
        if isinstance(held, tuple):
            if held:
                yield _records(name, held)
        elif held is not None:
            yield [_field(name, held)]


def _records(name: str, held: tuple[Any, ...]) -> Iterator[bytes]:
    for number, record in enumerate(held):
        lead = ",\n  " if number else f' "{name}": [\n  '
        yield (lead + json_text(plain(record)).replace("\n", "\n  ")).encode()
    yield b"\n ]"


def _field(name: str, value: Any) -> bytes:
    """A field as it stands in the data."""
    return json_text({name: value})[2:-2].encode()


@lru_cache(maxsize=1)
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
