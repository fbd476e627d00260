"""Events found and curated to the dossier's events."""

from __future__ import annotations

from typing import Any

from dossier.assembly.desk import Curated, Desk, complete, drawn_from, holding, unique
from dossier.editing.curation import DateEntry, EventEntry
from dossier.model import Casualties, Event, Provenance, ReportedDate
from dossier.reading.findings import EventFinding, Span

_CURATED = ("type", "title", "description", "place", "part_of", "follows")


def assemble_events(desk: Desk) -> list[Event]:
    """The article's events; the desk learns their ids and which passages report them."""
    findings = desk.source.findings.events
    matches = desk.match(
        "events",
        desk.source.curation.events,
        findings,
        lambda f: ([f.trigger] if f.trigger else [], f.evidence),
    )
    events = []
    for parts, curated in matches.parts(findings):
        event = _event(desk, parts, curated)
        desk.event_ids |= {findings.index(part): event.id for part in parts}
        desk.reported[event.id] = [s for part in parts for s in part.evidence], event.mentions
        events.append(event)
    for curated in matches.added:
        entry = curated.entry
        spans = desk.words(curated.path, entry.words, entry.paragraph)
        if spans:
            finding = EventFinding(type=entry.type or "other", title=entry.title or entry.words)
            event = _event(desk, [finding], curated, spans[0])
            desk.reported[event.id] = [spans[0]], event.mentions
            events.append(event)
    return events


def _anchor(desk: Desk, finding: EventFinding) -> str:
    """The trigger and the words that qualify it before: "a ferry ambush"."""
    limit = desk.economy.anchor_words
    return desk.excerpt(holding(finding.evidence, finding.trigger), finding.trigger, limit, limit - 1)


def _event(
    desk: Desk, parts: list[EventFinding], curated: Curated[EventEntry] | None, added: Span | None = None
) -> Event:
    first = parts[0]
    main = desk.cite(added) if added else _anchor(desk, first)
    fields: dict[str, Any] = {"type": first.type, "title": first.title}
    provenance = dict.fromkeys(fields, drawn_from("curated" if added else "extracted", main))
    date = next((part.date for part in parts if part.date), None)
    if date:
        fields["date"], cited = desk.reported_date(date)
        provenance["date"] = drawn_from("extracted", cited)
    placed = next((part for part in parts if desk.place(part.place)), None)
    if placed:
        fields["place"] = desk.place(placed.place)
        provenance["place"] = drawn_from("extracted", _place_words(desk, placed, main))
    fields["participants"] = desk.participants(
        [p for part in parts for p in part.participants], [s for part in parts for s in part.evidence], main
    )
    fields["casualties"] = _casualties(desk, parts)
    fields["mentions"] = unique(main if part is first else _anchor(desk, part) for part in parts)
    if curated:
        entry = curated.entry
        complete(fields, provenance, entry, main, _CURATED)
        if entry.date:
            _curate_date(desk, f"{curated.path}.date", entry.date, fields, provenance)
        fields["participants"] = desk.curated_participants(
            f"{curated.path}.participants", fields["participants"], entry.participants
        )
    return Event(id=desk.claim_id(curated, fields["title"]), **fields, provenance=provenance)


def _place_words(desk: Desk, finding: EventFinding, main: str) -> str:
    """Where the event's passages name its place, else its anchor."""
    record = next((p for p in desk.source.findings.places if p.name == finding.place), None)
    for span in record.mentions if record else ():
        if any(e.start <= span.start < e.end for e in finding.evidence):
            return desk.cite(span)
    return main


def _casualties(desk: Desk, parts: list[EventFinding]) -> tuple[Casualties, ...]:
    told = {c.span: c for part in parts for c in part.casualties}
    cited = {span: desk.excerpt(span) for span in told}
    return tuple(
        Casualties(
            group=c.group,
            kind=c.kind,  # type: ignore[arg-type]
            as_reported=desk.book.exact(cited[c.span]),
            min=c.min,
            max=c.max,
            according_to=desk.actor(c.according_to) or c.according_to,
            origin="extracted",
            evidence=(cited[c.span],),
        )
        for c in told.values()
    )


def _curate_date(
    desk: Desk, path: str, entry: DateEntry, fields: dict[str, Any], provenance: dict[str, Provenance]
) -> None:
    spans = desk.words(path, entry.words, entry.paragraph)
    if spans:
        fields["date"] = ReportedDate(
            as_reported=entry.words,
            edtf=entry.edtf,
            precision=entry.precision,
            basis="inferred",
            rule=entry.rule,
        )
        provenance["date"] = drawn_from("curated", desk.cite(spans[0]))
