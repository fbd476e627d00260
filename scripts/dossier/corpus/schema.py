"""The table of read articles: the stated schema of its Parquet files, and rows of it.

A row has the article with its text, so that seeds can be made of it, and its findings in the terms of
`dossier extract`, offsets in code points into that text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa

_WORDS = pa.string()
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SPANS = pa.list_(_SPAN)
_DATED = [(name, _WORDS) for name in ("edtf", "precision", "basis", "rule", "form", "kind")]
_PLACE = [("start", pa.int32()), ("end", pa.int32())]
_DATE = pa.struct([*_DATED, *_PLACE])
_SOURCE = pa.struct(
    [("span", _SPAN), ("name", _WORDS), ("stands_for", _SPAN), ("cue", _SPAN), ("form", _WORDS)]
)
_BOUNDS = [("min", pa.int64()), ("max", pa.int64())]
_ANCHORS = [
    ("trigger", _SPAN),
    (
        "slots",
        pa.list_(
            pa.struct(
                [("slot", _WORDS), *_PLACE, ("name", _WORDS), ("stands_for", _SPAN), ("source", _SOURCE)]
            )
        ),
    ),
    (
        "standing",
        pa.struct([("polarity", _WORDS), ("modality", _WORDS), ("tense", _WORDS), ("cue", _SPAN)]),
    ),
    ("source", _SOURCE),
]
_ROLE = pa.struct([("title", _WORDS), ("of", _WORDS), ("former", pa.bool_()), *_PLACE])
_NAME = pa.struct(
    [
        ("name", _WORDS),
        ("kind", _WORDS),
        ("aliases", pa.list_(_WORDS)),
        ("alias_types", pa.list_(_WORDS)),
        ("mentions", _SPANS),
        ("roles", pa.list_(_ROLE)),
        ("descriptions", _SPANS),
        ("country", _WORDS),
        ("belief", pa.float64()),
    ]
)
_DELIVERY = pa.struct(
    [
        ("cue", _SPAN),
        ("speaking", _SPAN),
        ("day", _DATE),
        ("place", _WORDS),
        ("place_span", _SPAN),
        ("to", _SPAN),
        ("occasion", _SPAN),
    ]
)
_QUOTE = pa.struct(
    [
        ("segments", _SPANS),
        ("speaker", pa.struct([("mention", _WORDS), ("name", _WORDS), *_PLACE])),
        ("cue", _WORDS),
        ("cue_span", _SPAN),
        ("form", _WORDS),
        ("method", _WORDS),
        ("source", _SOURCE),
        ("delivery", _DELIVERY),
    ]
)
_COUNTED = pa.struct(
    [
        ("group", _WORDS),
        ("kind", _WORDS),
        ("as_reported", _WORDS),
        *_BOUNDS,
        ("according_to", _WORDS),
        ("span", _SPAN),
        ("counted", _SPAN),
        ("number", _SPAN),
    ]
)
_EVENT = pa.struct(
    [
        ("type", _WORDS),
        ("title", _WORDS),
        ("date", _DATE),
        ("place", _WORDS),
        ("place_as_reported", _SPAN),
        ("participants", pa.list_(pa.struct([("actor", _WORDS), ("role", _WORDS), *_PLACE]))),
        ("casualties", pa.list_(_COUNTED)),
        ("evidence", _SPANS),
        *_ANCHORS,
    ]
)
_AGREEMENT = pa.struct(
    [
        ("title", _WORDS),
        ("kind", _WORDS),
        ("parties", pa.list_(pa.struct([("actor", _WORDS), ("role", _WORDS), *_PLACE]))),
        ("announced_by", _WORDS),
        ("status", _WORDS),
        ("status_span", _SPAN),
        ("amount", pa.struct([*_PLACE, *_BOUNDS, ("unit", _WORDS), ("form", _WORDS)])),
        ("evidence", _SPANS),
        *_ANCHORS,
        ("date", _DATE),
        ("place_as_reported", _SPAN),
    ]
)
_CLAIM = pa.struct(
    [
        ("kind", _WORDS),
        ("claimant", _WORDS),
        ("target", _WORDS),
        ("wording_as_reported", _WORDS),
        ("evidence", _SPANS),
        ("event", pa.int32()),
        ("method", _WORDS),
        ("wording", _SPAN),
        ("claimant_span", _SPAN),
        ("target_span", _SPAN),
        ("content", _SPAN),
        ("described", pa.int32()),
        ("delivery", _DELIVERY),
        *_ANCHORS,
    ]
)
_RELATION = pa.struct(
    [
        ("subject", _WORDS),
        ("predicate", _WORDS),
        ("object", _WORDS),
        ("trigger", _SPAN),
        ("subject_span", _SPAN),
        ("object_span", _SPAN),
        ("subject_stands_for", _SPAN),
        ("object_stands_for", _SPAN),
        ("source", _SOURCE),
    ]
)
_MOST = 2**63 - 1
_FINDINGS = {
    "quotes": pa.list_(_QUOTE),
    "actors": pa.list_(_NAME),
    "places": pa.list_(_NAME),
    "dates": pa.list_(pa.struct([*_PLACE, *_DATED])),
    "events": pa.list_(_EVENT),
    "agreements": pa.list_(_AGREEMENT),
    "claims": pa.list_(_CLAIM),
    "relations": pa.list_(_RELATION),
}
SCHEMA = pa.schema(
    [
        pa.field("id", _WORDS, nullable=False),
        pa.field("title", _WORDS),
        pa.field("text", _WORDS, nullable=False),
        pa.field("published", pa.date32()),
        pa.field("publisher", _WORDS),
        pa.field("authors", pa.list_(_WORDS)),
        pa.field("url", _WORDS),
        pa.field("edition", _WORDS, nullable=False, metadata={"is": "the rules and the model that read it"}),
        *(pa.field(name, kind) for name, kind in _FINDINGS.items()),
    ]
)
"""One row an article."""


def row_of(given: Mapping[str, Any], findings: Mapping[str, Any], edition: str) -> dict[str, Any]:
    """A row from the corpus's row and its findings; a date as a date, one author as a list of one."""
    author, published, url = given.get("author"), given.get("published"), given.get("url")
    return {
        "id": given["id"],
        "title": given.get("title"),
        "text": given["text"],
        "published": datetime.fromisoformat(published).date() if published else None,
        "publisher": given.get("publisher"),
        "authors": [author] if isinstance(author, str) else author,
        "url": url if isinstance(url, str) else None,
        "edition": edition,
        **{name: findings.get(name, []) for name in _FINDINGS},
    }


def table_of(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Rows as a table of the schema; a number that has no room in it is left out."""
    for row in rows:
        for counted in (*(c for e in row["events"] for c in e["casualties"]), *_amounts(row)):
            counted |= {key: None for key in ("min", "max") if abs(counted[key] or 0) > _MOST}
    return pa.Table.from_pylist(list(rows), schema=SCHEMA)


def _amounts(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [agreement["amount"] for agreement in row["agreements"] if agreement["amount"]]
