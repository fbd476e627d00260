"""The dossier to its data files: the dossier itself, and the JSON Schema that describes it."""

from __future__ import annotations

import json
from typing import Any

from dossier.exports.heading import Heading
from dossier.model import Dossier

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def export(dossier: Dossier, _: Heading | None = None) -> dict[str, bytes]:
    """`data/dossier.json` and `data/dossier.schema.json`, the same bytes for the same dossier."""
    return {
        "data/dossier.json": _json(dossier.to_json()),
        "data/dossier.schema.json": _json(_schema()),
    }


def _schema() -> dict[str, Any]:
    return {
        "$schema": _DRAFT,
        "$id": "dossier.schema.json",
        **Dossier.model_json_schema(mode="serialization"),
        "title": "Dossier",
        "description": "A knowledge base made from news articles; each statement cites its words.",
    }


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
