"""Made-up paragraphs to the events that are read in them."""

from __future__ import annotations

from datetime import date

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding
from dossier.reading.text.article import read_article

FRIDAY, WEDNESDAY = date(2024, 5, 31), date(2026, 6, 10)
"""Days on which they were published."""


def events(*paragraphs: str, published: date = FRIDAY) -> list[EventFinding]:
    article = read_article("\n\n".join(paragraphs), id="made-up", title="News", published=published)
    return list(extract_findings(article).events)
