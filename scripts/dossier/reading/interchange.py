"""Findings to the JSON object of `dossier extract`, and a corpus row to an Article."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from dossier.reading.findings import (
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    Findings,
    NameFinding,
    QuoteFinding,
    RelationFinding,
    SourceFinding,
    Span,
)
from dossier.reading.text.article import Article, read_article

_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from_row(row: object) -> Article:
    """An Article from a corpus row `{"id", "title", "text", "published"}`; only id and text must be there.

    Raises ValueError, in words for the user, when the row has another shape.
    """
    if not isinstance(row, dict):
        raise ValueError(f"a row is an object with id and text, not {_shown(row)}")
    text = _string(row, "text")
    if not text or not text.strip():
        raise ValueError("text is missing or empty")
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
    """The JSON object of one article, in the terms of the design."""
    text = article.text
    return {
        "id": findings.id,
        "quotes": [_quote(quote) for quote in findings.quotes],
        "actors": [_name(actor) for actor in findings.actors],
        "places": [_name(place) for place in findings.places],
        "dates": [
            {
                "start": d.start,
                "end": d.end,
                "edtf": d.edtf,
                "precision": d.precision,
                "basis": d.basis,
                **_how_dated(d),
            }
            for d in findings.dates
        ],
        "events": [_event(article, event) for event in findings.events],
        "agreements": [
            {
                "title": a.title,
                "kind": a.kind,
                "parties": [{"actor": p.actor, "role": p.role, **_place(p.span)} for p in a.parties],
                "announced_by": a.announced_by,
                "status": a.status,
                "status_span": _span(a.status_span),
                "amount": asdict(a.amount) if a.amount else None,
                "evidence": _spans(a.evidence),
                **_anchors(a),
                "date": _date(a.date),
                "place_as_reported": _span(a.place_span),
            }
            for a in findings.agreements
        ],
        "claims": [
            {
                "kind": c.kind,
                "claimant": c.claimant,
                "target": c.target,
                "wording_as_reported": text.slice(c.content or c.wording),
                "evidence": _spans(c.evidence),
                "event": c.event,
                "method": c.method,
                "wording": _span(c.wording),
                "claimant_span": _span(c.claimant_span),
                "target_span": _span(c.target_span),
                "content": _span(c.content),
                **_anchors(c),
            }
            for c in findings.claims
        ],
        **({"relations": [_relation(r) for r in findings.relations]} if findings.relations else {}),
    }


def _spans(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"start": s.start, "end": s.end} for s in spans]


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span is not None else None


def _date(date: DateFinding | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        "edtf": date.edtf,
        "precision": date.precision,
        "basis": date.basis,
        "start": date.start,
        "end": date.end,
        **_how_dated(date),
    }


def _how_dated(date: DateFinding) -> dict[str, str]:
    return {"rule": date.rule, "form": date.form, "kind": date.kind}


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _anchors(finding: EventFinding | AgreementFinding | ClaimFinding) -> dict[str, Any]:
    """Where each part of a finding stands, how it stands and whose word it is."""
    standing, source = finding.standing, finding.source
    return {
        "trigger": _span(finding.trigger),
        "slots": [
            {"slot": s.slot, **(_span(s.span) or {}), "name": s.name, "stands_for": _span(s.stands_for)}
            for s in finding.slots
        ],
        "standing": {
            "polarity": standing.polarity,
            "modality": standing.modality,
            "tense": standing.tense,
            "cue": _span(standing.cue),
        }
        if standing
        else None,
        "source": _source(source),
    }


def _source(source: SourceFinding | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "span": _span(source.span),
        "name": source.name,
        "stands_for": _span(source.stands_for),
        "cue": _span(source.cue),
        "form": source.form,
    }


def _relation(found: RelationFinding) -> dict[str, Any]:
    return {
        "subject": found.subject,
        "predicate": found.predicate,
        "object": found.object,
        "trigger": _span(found.trigger),
        "subject_span": _span(found.subject_span),
        "object_span": _span(found.object_span),
        "source": _source(found.source),
    }


def _name(finding: NameFinding) -> dict[str, Any]:
    return {
        "name": finding.name,
        "kind": finding.kind,
        "aliases": [alias.text for alias in finding.aliases],
        "alias_types": [alias.type for alias in finding.aliases],
        "mentions": _spans(finding.mentions),
        "roles": [
            {"title": r.title, "of": r.of, "former": r.former, **_place(r.span)} for r in finding.roles
        ],
        "country": finding.country,
    }


def _quote(quote: QuoteFinding) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        "segments": _spans(quote.segments),
        "speaker": {
            "mention": speaker.mention,
            "name": speaker.name,
            "start": speaker.start,
            "end": speaker.end,
        }
        if speaker
        else None,
        "cue": quote.cue,
        "cue_span": _span(quote.cue_span),
        "form": quote.form,
        "method": quote.method,
    }


def _event(article: Article, event: EventFinding) -> dict[str, Any]:
    return {
        "type": event.type,
        "title": event.title,
        "date": _date(event.date),
        "place": event.place,
        "place_as_reported": _span(event.place_span),
        "participants": [
            {"actor": p.actor, "role": p.role, **(_span(p.span) or {})} for p in event.participants
        ],
        "casualties": [
            {
                "group": c.group,
                "kind": c.kind,
                "as_reported": article.text.slice(c.span),
                "min": c.min,
                "max": c.max,
                "according_to": c.according_to,
                "span": _span(c.span),
                "counted": _span(c.counted),
                "number": _span(c.number),
            }
            for c in event.casualties
        ],
        "evidence": _spans(event.evidence),
        **_anchors(event),
    }
