"""The JSON object of `dossier extract` back to Findings: the same records, whoever wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dossier.reading.findings import Findings, Span
from dossier.reading.text.article import Article

_WITHIN = ("start", "end")
_STANDS = (
    ("quotes", "segments"),
    ("actors", "mentions"),
    ("places", "mentions"),
    ("events", "evidence"),
    ("agreements", "evidence"),
    ("claims", "evidence"),
)
"""Of each section, what says where a finding stands; the first of them is the place it is sorted by."""


def findings_of_row(article: Article, row: Mapping[str, Any]) -> Findings:
    """The findings of one article from its row.

    Raises ValueError, a line for each field that is missing or has another shape, each with its path; and for
    an offset that lies outside the text, or none at all. What an older row lacks has its default.
    """
    made = {
        "id": article.id,
        "quotes": [_quote(each) for each in _listed(row, "quotes")],
        "actors": [_name(each) for each in _listed(row, "actors")],
        "places": [_name(each) for each in _listed(row, "places")],
        "dates": [_date(each) for each in _listed(row, "dates")],
        "events": [_event(each) for each in _listed(row, "events")],
        "agreements": [_agreement(each) for each in _listed(row, "agreements")],
        "claims": [_told(each) for each in _listed(row, "claims")],
        "relations": _listed(row, "relations"),
    }
    try:
        found = _FINDINGS.validate_python(made)
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        raise ValueError("\n".join(dict.fromkeys(lines))) from None
    length = len(article.text.text)
    outside = [path for path, span in spans_in(made, "") if not 0 <= span.start < span.end <= length]
    if outside:
        raise ValueError("\n".join(f"{path}: its offsets lie outside the article’s text" for path in outside))
    nowhere = [
        f"{section}[{number}].{field}: empty, and so it stands nowhere in the article"
        for section, field in _STANDS
        for number, each in enumerate(getattr(found, section))
        if not getattr(each, field)
    ]
    if nowhere:
        raise ValueError("\n".join(nowhere))
    return found


_FINDINGS = TypeAdapter(Findings)


def spans_in(value: Any, path: str) -> list[tuple[str, Span]]:
    """Every pair of offsets in plain data, with its path."""
    found: list[tuple[str, Span]] = []
    if isinstance(value, Mapping):
        if all(isinstance(value.get(key), int) for key in _WITHIN):
            found.append((path, Span(value["start"], value["end"])))
        for key, inner in value.items():
            found += spans_in(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += spans_in(inner, f"{path}[{index}]")
    return found


def _listed(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{key}: expected a list")
    wrong = [index for index, each in enumerate(value) if not isinstance(each, Mapping)]
    if wrong:
        raise ValueError(f"{key}[{wrong[0]}]: expected an object")
    return value


def _lists(row: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: row.get(key) or [] for key in keys}


def _span(row: Mapping[str, Any]) -> Any:
    return {key: row[key] for key in _WITHIN} if all(key in row for key in _WITHIN) else None


def _items(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key) or []
    if not isinstance(value, list):
        raise ValueError(f"{key}: expected a list")
    return value


def _inner(row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [each for each in _items(row, key) if isinstance(each, Mapping)]


def _quote(row: Mapping[str, Any]) -> dict[str, Any]:
    return _defaults(row, cue=None, cue_span=None, speaker=None, form="direct", method="none")


def _defaults(row: Mapping[str, Any], **defaults: Any) -> dict[str, Any]:
    return {**defaults, **row}


def _name(row: Mapping[str, Any]) -> dict[str, Any]:
    texts = _items(row, "aliases")
    types = _items(row, "alias_types") or ["as_reported"] * len(texts)
    return {
        **row,
        "aliases": [{"text": text, "type": type} for text, type in zip(texts, types, strict=False)],
        "roles": [_defaults(each, of=None, span=_span(each)) for each in _inner(row, "roles")],
        "descriptions": [{"span": _span(each)} for each in _inner(row, "descriptions")],
    }


def _date(row: Any) -> Any:
    return _defaults(row, rule="", form="", kind="") if isinstance(row, Mapping) else row


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """What events, agreements and claims share."""
    slots = [_defaults(each, span=_span(each)) for each in _inner(row, "slots")]
    return {**_defaults(row, method=""), **_lists(row, "evidence"), "slots": slots}


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_told(row),
        "date": _date(row.get("date")),
        "place_span": row.get("place_as_reported"),
        "participants": _participants(row, "participants"),
        "casualties": row.get("casualties") or [],
    }


def _agreement(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_told(row),
        "date": _date(row.get("date")),
        "place_span": row.get("place_as_reported"),
        "parties": _participants(row, "parties"),
    }


def _participants(row: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return [_defaults(each, span=_span(each)) for each in _inner(row, key)]
