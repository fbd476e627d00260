"""Events found and curated to the dossier's events."""

from __future__ import annotations

from typing import Any

from dossier.assembly.desk import Curated, Desk, holding, unique
from dossier.assembly.origins import corrected, edited, read, term
from dossier.editing.curation import DateEntry, EventEntry
from dossier.facts import EDITOR, RULES, EventRef, EvidenceRef, Fact, TopicRef, WhereRef
from dossier.model import Casualties, Event, ReportedDate
from dossier.reading.findings import Casualties as CasualtiesFinding
from dossier.reading.findings import EventFinding

_NOTHING_SET = EventEntry(words="-")


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
        if desk.names_dropped((curated.entry.title if curated else None) or parts[0].title):
            continue
        event = _event(desk, parts, curated, _anchor(desk, parts[0]))
        desk.event_ids |= {findings.index(part): EventRef(event.id) for part in parts}
        told = [s for part in parts for s in part.evidence]
        desk.reported[TopicRef(event.id)] = told, event.mentions
        events.append(event)
    for curated in matches.added:
        entry = curated.entry
        spans = desk.words(curated.path, entry.words, entry.paragraph)
        if spans:
            finding = EventFinding(type=entry.type or "other", title=entry.title or entry.words)
            event = _event(desk, [finding], curated, desk.cite(spans[0]), by=EDITOR)
            desk.reported[TopicRef(event.id)] = [spans[0]], event.mentions
            events.append(event)
    return events


def _anchor(desk: Desk, finding: EventFinding) -> EvidenceRef:
    """The trigger and the words that qualify it before: "a ferry ambush"."""
    limit = desk.economy.anchor_words
    return desk.excerpt(holding(finding.evidence, finding.trigger), finding.trigger, limit, limit - 1)


def _event(
    desk: Desk,
    parts: list[EventFinding],
    curated: Curated[EventEntry] | None,
    main: EvidenceRef,
    by: str = RULES,
) -> Event:
    first = parts[0]
    entry = curated.entry if curated else _NOTHING_SET
    date = desk.reported_date(next((part.date for part in parts if part.date), None))
    participants = desk.participants(
        [p for part in parts for p in part.participants], [s for part in parts for s in part.evidence], main
    )
    if curated:
        date = _curated_date(desk, f"{curated.path}.date", entry.date) or date
        participants = desk.curated_participants(
            f"{curated.path}.participants", participants, entry.participants
        )
    title = corrected(read(first.title, main, by=by), entry.title, main)
    return Event(
        id=desk.claim_id(curated, title.value),
        mentions=unique(main if part is first else _anchor(desk, part) for part in parts),
        type=term(first.type, entry.type, main, by=by),
        title=title,
        description=corrected(None, entry.description, main),
        date=date,
        place=corrected(_place(desk, parts, main), WhereRef(entry.place) if entry.place else None, main),
        participants=participants,
        casualties=_casualties(desk, parts),
        part_of=corrected(None, EventRef(entry.part_of) if entry.part_of else None, main),
        follows=corrected(None, EventRef(entry.follows) if entry.follows else None, main),
    )


def _place(desk: Desk, parts: list[EventFinding], main: EvidenceRef) -> Fact[WhereRef] | None:
    """Where it happened, cited where the event's passages name the place, else by the event's anchor."""
    for finding in parts:
        place = desk.place(finding.place)
        if place:
            record = next((p for p in desk.source.findings.places if p.name == finding.place), None)
            stands = [
                span
                for span in (record.mentions if record else ())
                if any(e.start <= span.start < e.end for e in finding.evidence)
            ]
            return read(place, desk.cite(stands[0]) if stands else main)
    return None


def _casualties(desk: Desk, parts: list[EventFinding]) -> tuple[Fact[Casualties], ...]:
    told = {c.span: c for part in parts for c in part.casualties}
    return tuple(_casualty(desk, found) for found in told.values())


def _casualty(desk: Desk, found: CasualtiesFinding) -> Fact[Casualties]:
    cited = desk.excerpt(found.span)
    kind: Any = found.kind
    casualties = Casualties(
        group=found.group, kind=kind, as_reported=desk.book.exact(cited), min=found.min, max=found.max
    )
    return read(casualties, cited).model_copy(update={"according_to": desk.sources(found.according_to)})


def _curated_date(desk: Desk, path: str, entry: DateEntry | None) -> Fact[ReportedDate] | None:
    spans = desk.words(path, entry.words, entry.paragraph) if entry else []
    if entry is None or not spans:
        return None
    date = ReportedDate(
        as_reported=entry.words,
        edtf=entry.edtf,
        precision=entry.precision,
        basis="inferred",
        rule=entry.rule,
    )
    return edited(date, desk.cite(spans[0]))
