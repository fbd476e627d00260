"""A value to whether it is a date in EDTF (ISO 8601-2:2019), as far as this dossier writes and reads it.

Years, months, days, seasons, unspecified digits from the right ("193X"), the marks for uncertain and
approximate, intervals with open or unknown ends, and "one of" ranges: "[2019-04-01..2019-04-30]",
"[..2019-04-22]". Not: long years, times of day, marks inside a date, and lists.
"""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%]?)", re.ASCII
)
_OPEN = frozenset(("", ".."))
_SEASONS = range(21, 25)


def is_edtf(value: str) -> bool:
    """Whether a value is a date, an interval or a range of which one day is meant."""
    if value.startswith("[") and value.endswith("]") and ".." in value:
        return _is_range(*value[1:-1].split("..", 1))
    first, slash, last = value.partition("/")
    return _is_range(first, last) if slash else _bounds(value) is not None


def _is_range(first: str, last: str) -> bool:
    """Whether two dates, of which one may be open, are in order."""
    first, last = ("" if end in _OPEN else end for end in (first, last))
    if not first and not last:
        return False
    begin, end = (_bounds(value) if value else ("", "9999") for value in (first, last))
    return begin is not None and end is not None and begin[0] <= end[1]


def _bounds(value: str) -> tuple[str, str] | None:
    """The first and last day a date may mean, as far as digits tell; None when it is no date."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year and month not in (None, "XX"):
        return None
    if month not in (None, "XX") and not _is_calendar(year, int(month), day):
        return None
    if month == "XX" and day not in (None, "XX"):
        return None
    digits = value.rstrip("~?%")
    return digits.replace("X", "0"), digits.replace("X", "9") + "~"  # "2019" ends behind "2019-12-31"


def _is_calendar(year: str, month: int, day: str | None) -> bool:
    """Whether a month or season is one, and the day one of its days."""
    if month in _SEASONS:
        return day is None
    try:
        date(int(year) or 4, month, int(day) if day not in (None, "XX") else 1)
    except ValueError:
        return False
    return True
