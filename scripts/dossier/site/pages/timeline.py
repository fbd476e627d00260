"""The timeline: events drawn to scale, uncertain dates as spans, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dossier.model import Event
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Link, Page, Paragraph, Table, Words
from dossier.site.pages.foreground import weight
from dossier.site.pages.frame import section
from dossier.site.pages.linker import Linker
from dossier.site.pages.pictures import Bar, Scale
from dossier.site.pages.sections import index_page
from dossier.site.pages.when import by_date, days, is_uncertain, was_to_come

_TICKS = 8
_DRAWN = 60
_ROWS = 200
"""Events that the table lists; of more it lists those that are drawn, as the index of events has all."""
_MIN_WIDTH = 0.8
_MEANS = {
    "on": "on that day",
    "during": "for all of that time",
    "within": "some time within it",
    "before": "no later than its end",
    "after": "no earlier than its beginning",
    "planned": "planned for it when it was reported",
}
"""What each way of drawing a bar means."""


def timeline_page(catalogue: Catalogue) -> Page:
    """The page with the timeline of all events."""
    linker = Linker(catalogue, "timeline/")
    events = by_date(catalogue.dossier.events)
    drawn = scale(linker, events)
    listed = _listed(linker, events)
    told = f"Told here are the {wording.in_words(len(listed))} events that most is known of. "
    all_events = Link(href=linker.to("events/"), text="All events by date")
    rest = Paragraph(parts=(told, all_events), style="note") if len(listed) < len(events) else None
    return index_page(
        linker,
        "Timeline",
        _opening(events),
        [
            section("to-scale", "Drawn to scale", drawn) if drawn else None,
            section("list", "The same as a table", rest, _table(linker, listed)) if events else None,
        ],
        members=[catalogue.url(event.id) for event in events],
    )


def _listed(linker: Linker, events: list[Event]) -> list[Event]:
    """The events that the page tells in its table: all of them, of very many those that are drawn."""
    return events if len(events) <= _ROWS else _weightiest(linker, events, _DRAWN)


def told_of_all(linker: Linker) -> str:
    """What the page is called where a picture stands that draws fewer: "Timeline of all nine events"."""
    events = linker.catalogue.dossier.events
    listed = len(_listed(linker, list(events)))
    if listed == 1:
        return "Timeline"
    return f"Timeline of {'all ' if listed == len(events) else ''}{wording.counted(listed, 'event')}"


def _opening(events: list[Event]) -> str:
    dated = sum(days(event.date) is not None for event in events)
    if not dated:
        return "No event of this dossier has a date yet."
    are = "is" if dated == 1 else "are"
    count = wording.sentence_case(wording.counted(dated, "event"))
    return (
        f"{count} {are} drawn to scale here; a date known only roughly is drawn as the time it may fall in."
    )


def scale(linker: Linker, events: Iterable[Event], most: int = _DRAWN) -> Scale | None:
    """The picture of at most so many events that most is known of, by date; None where none has a date."""
    drawn = _weightiest(linker, by_date(events), most)
    spans = [(event, span) for event in drawn if (span := days(event.date))]
    if not spans:
        return None
    known = [day for _, span in spans for day in span if day not in (date.min, date.max)]
    first, last = min(known), max(known) + timedelta(days=1)
    length = (last - first).days
    edge = timedelta(days=max(length // 40, 1) if length > 14 else 0)
    first, last = first - edge, last + edge  # so that no bar touches the edge of the picture
    room = max(length // 10, 1)
    if any(span[0] == date.min for _, span in spans):
        first -= timedelta(days=room)
    if any(span[1] == date.max for _, span in spans):
        last += timedelta(days=room)
    total = max((last - first).days, 1)

    def offset(day: date) -> float:
        return round(100 * (day - first).days / total, 1)

    bars: list[Bar] = []
    for lane, (event, span) in enumerate(spans):
        start, end = max(span[0], first), min(span[1], last - timedelta(days=1))
        left = offset(start)
        width = max(round(100 * ((end - start).days + 1) / total, 1), _MIN_WIDTH)
        bars.append(
            Bar(
                href=linker.to(linker.catalogue.url(event.id)),
                text=event.title.value,
                when=wording.when(event.date) if event.date else "",
                left=left,
                width=width,
                lane=lane,
                kind=_kind(event, span),
            )
        )
    ticks = tuple((offset(tick), label) for tick, label in _ticks(first, last))
    return Scale(
        label="Timeline of the events", ticks=ticks, bars=tuple(bars), lanes=len(bars), legend=_legend(bars)
    )


def _weightiest(linker: Linker, events: Iterable[Event], most: int) -> list[Event]:
    """As many events with a date as are drawn at most, in their order: those that most is known of."""
    dated = [event for event in events if days(event.date)]
    if len(dated) <= most:
        return dated
    chosen = sorted(dated, key=lambda event: (-weight(linker.catalogue, event), event.id))[:most]
    ids = {event.id for event in chosen}
    return [event for event in dated if event.id in ids]


def _kind(event: Event, span: tuple[date, date]) -> str:
    """How a bar is drawn: hollow for what was to come; a month that is no duration is some time in it."""
    if was_to_come(event):
        return "planned"
    kind = event.date.value.kind if event.date else "within"
    return "within" if kind == "on" and is_uncertain(span) else kind


def _legend(bars: list[Bar]) -> tuple[tuple[str, str], ...]:
    kinds = {bar.kind for bar in bars}
    return tuple((kind, text) for kind, text in _MEANS.items() if kind in kinds)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """At most eight round dates between two days: days, months or years."""
    total = (last - first).days
    if total <= 14:
        step = max(1, -(-total // _TICKS))
        found = [first + timedelta(days=n) for n in range(0, total, step)]
        return [(tick, f"{tick.day} {tick.strftime('%b')}") for tick in found]
    months = (last.year - first.year) * 12 + last.month - first.month
    if months <= 36:
        step = max(1, -(-(months + 1) // _TICKS))
        numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month, step)
        found = [date(number // 12, number % 12 + 1, 1) for number in numbers]
        return [(tick, tick.strftime("%b %Y")) for tick in found if first <= tick < last] or [
            (first, wording.day(first))
        ]
    step = max(1, -(-(last.year - first.year) // _TICKS))
    found = [date(year, 1, 1) for year in range(first.year, last.year + 1, step)]
    return [(tick, str(tick.year)) for tick in found if first <= tick < last]


def _table(linker: Linker, events: list[Event]) -> Table:
    return Table(
        caption="Events by date",
        head=("Event", "Date as reported", "Date as resolved", "Paragraph"),
        rows=tuple(_row(linker, event) for event in events),
        style="timeline-table",
    )


def _row(linker: Linker, event: Event) -> tuple[Inline, ...]:
    if event.date is None:
        return (linker.link(event.id),), ("no date found",), ("",), ()
    return (
        (linker.link(event.id),),
        (Words(text=event.date.value.as_reported),),
        (wording.when(event.date),),
        linker.source(event.date),
    )
