"""What a reader is told: the JSON Schema of a finding, and a prompt that asks for findings of an article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any

from dossier.readers.given import KINDS, Given
from dossier.readers.roles import event_roles
from dossier.readers.types import predicate_words, types_of, values_of
from dossier.vocabularies import AgreementStatus, event_types


def finding_schema() -> dict[str, Any]:
    """The JSON Schema of one finding as `dossier accept` takes it, a line each."""
    schema = Given.model_json_schema()
    schema["title"] = "Finding"
    schema["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"type": {"enum": list(types_of(kind))}}, "required": ["type"]},
        }
        for kind in KINDS
        if types_of(kind)
    ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def prompt(article_id: str | None, text: str | None) -> str:
    """A prompt for a language model: what is wanted, the types there are, the schema, the article's text."""
    home = files("dossier.readers").joinpath("prompt.txt").read_text(encoding="utf-8")
    return Template(home).substitute(
        types=_types(),
        events=_events(),
        schema=json.dumps(finding_schema(), ensure_ascii=False),
        article=article_id or "ID",
        text=text or "(the article’s text, unchanged)",
    )


def _types() -> str:
    lists: Mapping[str, Any] = {
        **{kind: types_of(kind) for kind in KINDS if kind != "event" and types_of(kind)},
        "status of an agreement": values_of(AgreementStatus),
    }
    told = {"relation": predicate_words()}
    return "\n".join(f"- {kind}: {', '.join(told.get(kind, values))}" for kind, values in lists.items())


def _events() -> str:
    lines = []
    for type, words in event_types().items():
        roles = ", ".join(event_roles().get(type, {}))
        lines.append(f"- {type}: {words.meaning}" + (f" Roles: {roles}." if roles else ""))
    return "\n".join(lines)
