"""An article with everything read from it highlighted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.desk.item import Item, marks_of, pieces
from dossier.editing.sources import Source
from dossier.reading.findings import Span

_SECTIONS = ("claims", "quotes", "events", "agreements", "relations", "actors", "places")


def article_view(source: Source, items: Sequence[Item]) -> dict[str, Any]:
    """The paragraphs in pieces, each with its mark and offset; and `items`, what was read, in text order."""
    article, findings = source.article, source.findings
    marks: list[tuple[Span, str]] = []
    for section in _SECTIONS:
        for found in getattr(findings, section):
            spans = list(marks_of(section, found).values())
            if section in ("actors", "places"):
                spans = list(found.mentions)
            marks += [(span, section) for span in spans]
    paragraphs = []
    for number, block in enumerate(article.text.blocks):
        at = block.start
        made = []
        for words, mark in pieces(article, Span(block.start, block.end), marks):
            made.append({"words": words, "mark": mark, "start": at})
            at += len(words)
        paragraphs.append({"kind": article.kinds[number], "label": article.label(number), "pieces": made})
    return {
        "id": article.id,
        "headline": source.record.headline,
        "paragraphs": paragraphs,
        "read": [item.plain() for item in items],
    }
