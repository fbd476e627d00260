"""The dossier to its data files: the dossier itself, and the JSON Schema that describes it."""

from __future__ import annotations

import json
from typing import Any

from dossier.exports.heading import Heading
from dossier.exports.linked import head
from dossier.model import Dossier

_CONTEXT = {
    "description": "What makes JSON-LD of it: the terms, and where ids are addresses.",
    "type": "array",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def export(dossier: Dossier, _: Heading | None = None) -> dict[str, bytes]:
    """`data/dossier.json` and `data/dossier.schema.json`, the same bytes for the same dossier."""
    return {
        "data/dossier.json": _json({**head(), **dossier.to_json()}),
        "data/dossier.schema.json": _json(_schema()),
    }


def _schema() -> dict[str, Any]:
    schema = Dossier.model_json_schema(mode="serialization")
    schema["properties"] = {"@context": _CONTEXT, **schema["properties"]}
    return {
        "$schema": _DRAFT,
        "$id": "dossier.schema.json",
        **schema,
        "title": "Dossier",
        "description": "A knowledge base made from news articles; each statement cites its words.",
    }


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
