"""Findings to the JSON object of `dossier extract`, and a corpus row to an Article."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from dossier.reading.findings import (
    AgreementFinding,
    Casualties,
    ClaimFinding,
    DescriptionFinding,
    EventFinding,
    Findings,
    NameFinding,
    Participant,
    RoleFinding,
    SlotFinding,
    Span,
)
from dossier.reading.text.article import Article, read_article

_SURROGATE = re.compile("[\ud800-\udfff]")
_KEYS = frozenset(("id", "title", "text", "published", "publisher"))


def article_from_row(row: object) -> Article:
    """An Article from a corpus row `{"id", "title", "text", "published"}`; only id and text must be there.

    Raises ValueError, in words for the user, when the row has another shape.
    """
    if not isinstance(row, dict):
        raise ValueError(f"a row is an object with id and text, not {_shown(row)}")
    text = _string(row, "text")
    if not text or not text.strip():
        strange = {key: value for key, value in row.items() if key not in _KEYS and isinstance(value, str)}
        others = ", ".join(key for key, value in strange.items() if " " in value)
        hint = f"; it has {others}: dossier import makes seeds of rows with other keys" if others else ""
        raise ValueError(f"text is missing or empty{hint}")
    identity = _string(row, "id")
    if not identity:
        raise ValueError("id is missing or empty")
    return read_article(
        text,
        id=identity,
        title=_string(row, "title"),
        published=_published(row),
        publisher=_string(row, "publisher"),
        author=_authors(row),
    )


def _authors(row: dict[str, Any]) -> tuple[str, ...]:
    value = row.get("author")
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    name = _string(row, "author")
    return (name,) if name else ()


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{key} is {_shown(value)}, expected a string")
    if _SURROGATE.search(value):
        raise ValueError(f"{key} holds half of a surrogate pair, which is no character")
    return value


def _published(row: dict[str, Any]) -> date | None:
    value = _string(row, "published")
    if not value:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        raise ValueError(f"published is {_shown(value)}, expected a date such as 2024-05-31") from None


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def findings_to_row(article: Article, findings: Findings) -> dict[str, Any]:
    """The JSON object of one article, in the terms of the design: the findings' own fields, spans as offsets.

    The span of a participant, slot or role stands beside its other fields; words are added to what counts or
    claims.
    """
    row: dict[str, Any] = {"id": findings.id}
    for kind in ("quotes", "actors", "places", "dates", "events", "agreements", "claims", "relations"):
        found = getattr(findings, kind)
        if found or kind != "relations":
            row[kind] = [_plain(article, each) for each in found]
    return row


def _plain(article: Article, value: Any) -> Any:
    """A finding, or a value of one, as JSON has it."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, tuple):
        return [_plain(article, each) for each in value]
    if not is_dataclass(value):
        return value
    row = {name: _plain(article, getattr(value, name)) for name in _fields_of(value.__class__)}
    if isinstance(value, (Participant, SlotFinding, RoleFinding, DescriptionFinding)):
        row |= row.pop("span")
    elif isinstance(value, (EventFinding, AgreementFinding)):
        row["place_as_reported"] = row.pop("place_span")
    elif isinstance(value, Casualties):
        row["as_reported"] = article.text.slice(value.span)
    elif isinstance(value, ClaimFinding):
        row["wording_as_reported"] = article.text.slice(value.content or value.wording)
    elif isinstance(value, NameFinding):
        row["alias_types"] = [alias["type"] for alias in row["aliases"]]
        row["aliases"] = [alias["text"] for alias in row["aliases"]]
    return row


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """Names of a finding's fields; who read it is told by the file that holds it."""
    return tuple(field.name for field in fields(kind) if field.name != "read_by")
