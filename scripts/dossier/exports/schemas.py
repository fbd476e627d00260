"""JSON Schemas of the editor's files, so that an editor completes and checks them as they are typed.

They are made from the types that read the files. YAML is read here as written, so that a text may look
like a number (`edtf: 2019`); what other programs take for one passes as well.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.exports.as_json import as_json, schema_of_types
from dossier.exports.heading import Heading
from dossier.model import Dossier
from dossier.seeds.settings import Settings

_SHAPES: tuple[tuple[str, type[BaseModel], str], ...] = (
    ("authorities", AUTHORITIES_SHAPE, "authorities.yaml"),
    ("curation", CURATION_SHAPE, "NAME.curation.yaml"),
    ("settings", Settings, "dossier.yaml"),
)
"""Name of the schema, type that reads the file, the file."""
_A_NUMBER = "1984"


class _OfYaml(GenerateJsonSchema):
    """Texts that may stand without quotation marks, whatever they look like."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text, or a number where the text may be one."""
        made = super().str_schema(schema)
        pattern = made.get("pattern")
        numeric = pattern is None or re.search(pattern, _A_NUMBER)
        return {**made, "type": ["string", "number"]} if numeric else made


def export(_: Dossier | None = None, __: Heading | None = None) -> dict[str, bytes]:
    """`data/NAME.schema.json` of each of the editor's files; the same whatever the dossier."""
    return {f"data/{name}.schema.json": _schema(name, shape, file) for name, shape, file in _SHAPES}


@cache
def _schema(name: str, shape: type[BaseModel], file: str) -> bytes:
    return schema_of_types(name, partial(_made, name, shape, file))


def _made(name: str, shape: type[BaseModel], file: str) -> bytes:
    made: dict[str, Any] = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"{name}.schema.json",
        **shape.model_json_schema(schema_generator=_OfYaml),
        "title": file,
    }
    return as_json(made)
