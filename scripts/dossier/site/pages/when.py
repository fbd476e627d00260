"""When events happened: in order, in words, as days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from dossier.facts import Fact
from dossier.model import Event, ReportedDate
from dossier.site.pages import wording

_PARTS = re.compile(r"(\d{2}(?:\d{2}|\dX|XX))(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
"""EDTF's codes of the seasons, of the north: first month, count of months."""
_OPEN = (date.min, date.max)


def days(reported: Fact[ReportedDate] | None) -> tuple[date, date] | None:
    """First and last day a date may mean, date.min and date.max where it is open; None for no date."""
    if reported is None:
        return None
    edtf = reported.value.edtf
    first, last = wording.edtf_ends(edtf)
    spans = edtf.startswith("[") or "/" in edtf
    start = _OPEN if spans and not first else _range(first)
    end = _OPEN if spans and not last else _range(last or first)
    if start is None or end is None or end[1] < start[0] or start is end is _OPEN:
        return None
    return start[0], end[1]


def _range(edtf: str) -> tuple[date, date] | None:
    match = _PARTS.fullmatch(edtf.rstrip("~?%"))
    if match is None:
        return None
    first_year, last_year = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    month, day = (0 if part in (None, "XX") else int(part) for part in match.group(2, 3))
    if first_year < 1:
        return None
    if not month:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if first_year != last_year:
        return None
    if month in _SEASONS:
        start, months = _SEASONS[month]
        return date(first_year, start, 1), _last_of_month(first_year, start + months - 1)
    if month > 12 or day > monthrange(first_year, month)[1]:
        return None
    if day:
        return date(first_year, month, day), date(first_year, month, day)
    return date(first_year, month, 1), _last_of_month(first_year, month)


def _last_of_month(year: int, month: int) -> date:
    """The last day of a month; month 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def by_date(events: Iterable[Event]) -> list[Event]:
    """Events in the order of their first possible day, the undated last, each in the dossier's order."""

    def position(event: Event) -> tuple[bool, date, date]:
        span = days(event.date)
        return span is None, *(span or (date.max, date.max))

    return sorted(events, key=position)


def was_to_come(event: Event) -> bool:
    """Whether an event was still planned when it was reported, which its day may have passed since."""
    return event.type.value == "planned"


def is_uncertain(span: tuple[date, date]) -> bool:
    """Whether a date is a span of days and not one day."""
    return span[1] - span[0] >= timedelta(days=1)
