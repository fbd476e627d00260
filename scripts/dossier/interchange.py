"""Findings to the JSON object of `dossier extract`, and a corpus row to an Article."""

from __future__ import annotations

from datetime import date
from typing import Any

from dossier.article import Article, read_article
from dossier.findings import EventFinding, Findings, NameFinding, QuoteFinding, Span


def article_from_row(row: dict[str, Any]) -> Article:
    """An Article from a corpus row `{"id", "title", "text", "published"}`; only id and text must be there.

    Raises KeyError, TypeError or ValueError when the row has another shape.
    """
    published = row.get("published")
    return read_article(
        row["text"],
        id=row["id"],
        title=row.get("title"),
        published=date.fromisoformat(published) if published else None,
        publisher=row.get("publisher"),
        author=row.get("author"),
    )


def findings_to_row(article: Article, findings: Findings) -> dict[str, Any]:
    """The JSON object of one article, in the terms of the design."""
    text = article.text
    return {
        "id": findings.id,
        "quotes": [_quote(quote) for quote in findings.quotes],
        "actors": [_name(actor) for actor in findings.actors],
        "places": [_name(place) for place in findings.places],
        "dates": [
            {"start": d.start, "end": d.end, "edtf": d.edtf, "precision": d.precision, "basis": d.basis}
            for d in findings.dates
        ],
        "events": [_event(article, event) for event in findings.events],
        "agreements": [
            {
                "title": a.title,
                "kind": a.kind,
                "parties": [{"actor": p.actor, "role": p.role} for p in a.parties],
                "status": a.status,
                "evidence": _spans(a.evidence),
            }
            for a in findings.agreements
        ],
        "claims": [
            {
                "kind": c.kind,
                "claimant": c.claimant,
                "target": c.target,
                "wording_as_reported": text.slice(c.wording),
                "evidence": _spans(c.evidence),
            }
            for c in findings.claims
        ],
    }


def _spans(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"start": s.start, "end": s.end} for s in spans]


def _name(finding: NameFinding) -> dict[str, Any]:
    return {
        "name": finding.name,
        "kind": finding.kind,
        "aliases": [alias.text for alias in finding.aliases],
        "mentions": _spans(finding.mentions),
    }


def _quote(quote: QuoteFinding) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        "segments": _spans(quote.segments),
        "speaker": {"mention": speaker.mention, "name": speaker.name} if speaker else None,
        "cue": quote.cue,
        "form": quote.form,
        "method": quote.method,
    }


def _event(article: Article, event: EventFinding) -> dict[str, Any]:
    return {
        "type": event.type,
        "title": event.title,
        "date": {"edtf": event.date.edtf, "precision": event.date.precision, "basis": event.date.basis}
        if event.date
        else None,
        "place": event.place,
        "participants": [{"actor": p.actor, "role": p.role} for p in event.participants],
        "casualties": [
            {
                "group": c.group,
                "kind": c.kind,
                "as_reported": article.text.slice(c.span),
                "min": c.min,
                "max": c.max,
                "according_to": c.according_to,
            }
            for c in event.casualties
        ],
        "evidence": _spans(event.evidence),
    }
