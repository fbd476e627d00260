"""When events happened: in order, in words, as days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from dossier.model import Event, ReportedDate
from dossier.pages import wording
from dossier.pages.document import Inline, Part
from dossier.pages.linker import Linker

_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def days(reported: ReportedDate | None) -> tuple[date, date] | None:
    """First and last day a date may mean; None for one that is open or no date of a calendar."""
    if reported is None:
        return None
    first, _, last = reported.edtf.partition("/")
    start, end = _range(first), _range(last or first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def _range(edtf: str) -> tuple[date, date] | None:
    match = _PARTS.fullmatch(edtf.rstrip("~?%").replace("XX", "00") if "X" in edtf else edtf.rstrip("~?%"))
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    first, last = _SEASON_MONTHS.get(month, (month, month)) if month else (1, 12)
    if not 1 <= first <= 12 or year < 1:
        return None
    if not day:
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def by_date(events: Iterable[Event]) -> list[Event]:
    """Events in the order of their first possible day, the undated last, each in the dossier's order."""

    def position(event: Event) -> tuple[bool, date, date]:
        span = days(event.date)
        return span is None, *(span or (date.max, date.max))

    return sorted(events, key=position)


def is_uncertain(span: tuple[date, date]) -> bool:
    """Whether a date is a span of days and not one day."""
    return span[1] - span[0] >= timedelta(days=1)


def dated(linker: Linker, event: Event) -> Inline:
    """An event in a list: when, then what."""
    parts: list[Part] = [linker.link(event.id)]
    if event.date is not None:
        parts += [" – ", wording.when(event.date), " ", *_source(linker, event)]
    else:
        parts.append(" – date not reported")
    return tuple(parts)


def _source(linker: Linker, event: Event) -> Inline:
    provenance = event.provenance.get("date")
    return linker.source(provenance) if provenance else ()
