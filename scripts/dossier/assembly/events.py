"""Events found and curated to the dossier's events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.assembly.desk import Curated, Desk, unique
from dossier.assembly.joins import belonging
from dossier.assembly.origins import Readers, edited, read, term
from dossier.assembly.sequence import sequenced
from dossier.assembly.words import word_spans
from dossier.editing.curation import DateEntry, EventEntry
from dossier.facts import EDITOR, EventRef, Fact, Reported, TopicRef, WhereRef
from dossier.model import Casualties, Event, ReportedDate
from dossier.reading.findings import Casualties as CasualtiesFinding
from dossier.reading.findings import EventFinding, SlotFinding, Span

_CIRCUMSTANCES = frozenset(("when", "where", "after", "purpose", "reason"))
"""What is told of an act and has words of its own."""
_LED = 5
"""Words of what it was done to or with that are cited at most, from the first."""


def assemble_events(desk: Desk) -> list[Event]:
    """The article's events; the desk learns their ids and which passages report them."""
    findings = desk.source.findings.events
    matches = desk.match("events", desk.source.curation.events, findings)
    events = []
    numbers = {id(finding): number for number, finding in enumerate(findings)}
    for parts, curated in desk.told(matches, findings):
        event = _event(desk, parts, curated)
        desk.event_ids |= {numbers[id(part)]: EventRef(event.id) for part in parts}
        desk.reported += [(_trigger(part), TopicRef(event.id)) for part in parts]
        events.append(event)
    for curated in matches.added:
        entry = curated.entry
        spans = desk.words(curated.path, entry.words, entry.paragraph)
        if spans:
            finding = EventFinding(type="other", title=entry.words, evidence=(spans[0],))
            event = _event(desk, [finding], curated, by=EDITOR)
            desk.reported.append((spans[0], TopicRef(event.id)))
            events.append(event)
    return sequenced(desk, events)


def _trigger(finding: EventFinding) -> Span:
    return finding.trigger or finding.evidence[0]


def _event(
    desk: Desk, parts: list[EventFinding], curated: Curated[EventEntry] | None, by: Readers | None = None
) -> Event:
    first = parts[0]
    by = by or first.read_by
    trigger = _trigger(first)
    who = [p.span for part in parts for p in part.participants]
    slots = [slot for part in parts for slot in part.slots]
    toll = [c.span for part in parts for c in part.casualties]
    told = _told(desk, trigger, first.slots)
    happened = [trigger, *told, *_beside(desk, trigger, [*who, *toll])[:1]]
    says = desk.saying(happened)
    whole = desk.saying([trigger, *told, *_beside(desk, trigger, [*who, *toll])])
    word = desk.voices.whose(trigger, first.source)
    dated = next((part for part in parts if part.date), None)
    date = (
        desk.reported_date(dated.date, [_trigger(dated)] if dated is not first else happened, dated.source)
        if dated
        else None
    )
    participants = desk.participants([p for part in parts for p in part.participants], happened, word)
    if curated:
        set_by_hand = _curated_date(desk, f"{curated.path}.date", curated.entry.when)
        if set_by_hand is not None and date is not None and set_by_hand.value.edtf != date.value.edtf:
            was = f"{set_by_hand.value.edtf}, read as {date.value.edtf}"
            desk.book.otherwise.append(f"{desk.source.curation_file}: {curated.path}.date: {was}")
        date = set_by_hand or date
        participants = desk.curated_participants(
            f"{curated.path}.participants", participants, curated.entry.participants
        )
    event = Event(
        id="unnamed",
        mentions=unique(desk.naming(_trigger(part)) for part in parts),
        type=term(first.type, *says, by=by, according_to=word),
        title=read(first.title, *whole, by=by, according_to=word),
        date=date,
        place=_place(desk, parts, happened),
        participants=participants,
        casualties=_casualties(desk, parts),
        purpose=desk.worded("purpose", slots, happened, by, first.source),
        after=desk.worded("after", slots, happened, by, first.source),
        reasons=desk.worded("reason", slots, happened, by, first.source),
    )
    event = desk.completed(event, curated)
    return event.model_copy(update={"id": desk.claim_id(curated, event.title.value)})


def _told(desk: Desk, trigger: Span, slots: Iterable[SlotFinding]) -> list[Span]:
    """What makes a verb that act, each in its first words: the charges of "is facing charges"."""
    text = desk.source.article.text.text
    spans = _beside(desk, trigger, [slot.span for slot in slots if slot.slot not in _CIRCUMSTANCES])
    return [Span(span.start, list(word_spans(text, span.start, span.end))[:_LED][-1].end) for span in spans]


def _beside(desk: Desk, trigger: Span, spans: list[Span]) -> list[Span]:
    """Those of the spans that stand in the trigger's sentence."""
    home = desk.source.article.text.sentence_at(trigger.start)
    return [span for span in spans if home.start <= span.start and span.end <= home.end]


def _place(desk: Desk, parts: list[EventFinding], happened: list[Span]) -> Fact[WhereRef] | None:
    """Where it happened, with the passage in which the event's sentences name the place."""
    for finding in parts:
        place = desk.place(finding.place)
        if place:
            main = happened if finding is parts[0] else [_trigger(finding)]
            stands = desk.mention_in(finding.place, finding.evidence)
            own = desk.voices.whose(main[0], finding.source)
            said = stands is not None and not _beside(desk, main[0], [stands])
            word = (desk.voices.of(stands) if stands is not None and said else ()) or own
            return read(place, *desk.saying(main, stands), by=finding.read_by, according_to=word)
    return None


def _casualties(desk: Desk, parts: list[EventFinding]) -> tuple[Fact[Casualties], ...]:
    told = {c.span: (c, part) for part in parts for c in part.casualties}
    return tuple(_casualty(desk, found, part) for found, part in told.values())


def _casualty(desk: Desk, found: CasualtiesFinding, part: EventFinding) -> Fact[Casualties]:
    kind: Any = found.kind
    casualties = Casualties(
        group=Reported(found.group) if found.group else None,
        actor=desk.actor(belonging(desk.source.article.text, found, desk.actor_mentions)),
        kind=kind,
        as_reported=desk.slice(found.span),
        min=found.min,
        max=found.max,
    )
    word = desk.sources(found.according_to) or desk.voices.whose(found.span, part.source)
    return read(casualties, *desk.saying([found.span], part.trigger), by=found.read_by, according_to=word)


def _curated_date(desk: Desk, path: str, entry: DateEntry | None) -> Fact[ReportedDate] | None:
    spans = desk.words(path, entry.words, entry.paragraph) if entry else []
    if entry is None or not spans:
        return None
    date = ReportedDate(
        as_reported=desk.slice(spans[0]),
        kind=entry.kind,
        edtf=entry.edtf,
        precision=entry.precision,
        basis="inferred",
        rule=entry.rule,
    )
    return edited(date, *desk.saying([spans[0]]))
