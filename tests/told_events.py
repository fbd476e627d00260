"""Made-up paragraphs to the events that are read in them."""

from __future__ import annotations

from datetime import date

from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding, Findings
from dossier.reading.text.article import Article, read_article
from dossier.vocabularies import violent_types

VIOLENT = violent_types()

FRIDAY, WEDNESDAY = date(2024, 5, 31), date(2026, 6, 10)
"""Days on which they were published."""


def events(*paragraphs: str, published: date = FRIDAY) -> list[EventFinding]:
    article = read_article("\n\n".join(paragraphs), id="made-up", title="News", published=published)
    return list(extract_findings(article).events)


def undated(*paragraphs: str) -> list[EventFinding]:
    """Of a report that bears no day itself."""
    return list(extract_findings(read_article("\n\n".join(paragraphs), id="made-up")).events)


def read(*paragraphs: str) -> tuple[Article, Findings]:
    article = read_article("\n\n".join(paragraphs), id="made-up", published=date(2021, 5, 14))
    return article, extract_findings(article)


def violent(*paragraphs: str) -> list[EventFinding]:
    return [event for event in read(*paragraphs)[1].events if event.type in VIOLENT]
