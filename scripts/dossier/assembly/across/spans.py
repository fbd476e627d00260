"""Dates in EDTF to stretches of days, so that they can be compared."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")


class Days(NamedTuple):
    """From the first day to the last."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is no more than two days."""
        return (self.last - self.first).days <= 1


def days_of(edtf: str) -> Days | None:
    """The days that a date allows; None for a season and what has no bounds."""
    ends = edtf.strip("[]").replace("..", "/").split("/")
    parts = [_PART.fullmatch(end) for end in ends]
    if not all(parts) or not 1 <= len(parts) <= 2:
        return None
    try:
        stretches = [_stretch(*part.groups()) for part in parts if part]
    except ValueError:
        return None
    return Days(stretches[0].first, stretches[-1].last)


def _stretch(year: str, month: str | None, day: str | None) -> Days:
    if day and month:
        one = date(int(year), int(month), int(day))
        return Days(one, one)
    if month:
        return Days(
            date(int(year), int(month), 1), date(int(year), int(month), monthrange(int(year), int(month))[1])
        )
    return Days(date(int(year), 1, 1), date(int(year), 12, 31))


def apart_by(one: Days, other: Days) -> int:
    """Days between two stretches; 0 where they share one."""
    gap = max(one.first, other.first) - min(one.last, other.last)
    return max(0, gap // timedelta(days=1))
