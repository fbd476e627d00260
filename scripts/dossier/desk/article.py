"""An article with everything read from it highlighted."""

from __future__ import annotations

from typing import Any

from dossier.desk.queue import marks_of, pieces
from dossier.editing.sources import Source
from dossier.readers.merging import said_by, told_at
from dossier.reading.findings import Span

_SECTIONS = ("claims", "quotes", "events", "agreements", "relations", "actors", "places")


def article_view(source: Source) -> dict[str, Any]:
    """The paragraphs in pieces, each with its mark and offset; and what was read, in text order."""
    article, findings = source.article, source.findings
    marks: list[tuple[Span, str]] = []
    read = []
    for section in _SECTIONS:
        for found in getattr(findings, section):
            spans = list(marks_of(section, found).values())
            if section in ("actors", "places"):
                spans = list(found.mentions)
            marks += [(span, section) for span in spans]
            said = ", ".join(f"{slot}: {value}" for slot, value in said_by(section, found).items())
            read.append((told_at(section, found).start, section, said, list(found.read_by)))
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
        "read": [{"section": s, "said": said, "readers": by} for _, s, said, by in sorted(read)],
    }
