"""Words for time to dates: arithmetic on a day of reference, answers in EDTF."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_SOON = 120
"""Days ahead within which a month and day without a year, and without a word about time, may lie."""


class Resolved(NamedTuple):
    """A date expression's value."""

    edtf: str
    precision: str
    rule: str
    relative: bool = True
    """Reckoned from the day of publication."""


def edtf_day(day: date) -> str:
    """A day in EDTF."""
    return day.isoformat()


def edtf_month(year: int, month: int) -> str:
    """A month in EDTF."""
    return f"{year:04d}-{month:02d}"


def weekday(reference: date, number: int, direction: int) -> Resolved:
    """The weekday before the reference (-1) or after it (1); with 0, it or the one before.

    A bare weekday on its own day means that day.
    """
    name = DAY_NAMES[number]
    if direction > 0:
        ahead = (number - reference.weekday() - 1) % 7 + 1
        return Resolved(
            edtf_day(reference + timedelta(days=ahead)), "day", f"the first {name} after publication"
        )
    back = (reference.weekday() - number) % 7
    if back == 0 and direction == 0:
        return Resolved(edtf_day(reference), "day", f"publication was on a {name}")
    return Resolved(
        edtf_day(reference - timedelta(days=back or 7)), "day", f"the last {name} before publication"
    )


def weekday_of_week(reference: date, number: int, offset: int) -> Resolved:
    """The weekday of the week of the reference (0), the one before it (-1) or after it (1)."""
    monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=offset)
    which = {-1: "before", 0: "of", 1: "after"}[offset]
    return Resolved(
        edtf_day(monday + timedelta(days=number)),
        "day",
        f"the {DAY_NAMES[number]} of the week {which} publication",
    )


def month_near(reference: date, month: int, direction: int) -> Resolved:
    """The month nearest the reference, in the past unless the words tell of what is to come."""
    year = reference.year
    if direction > 0 and month < reference.month:
        year += 1
    elif direction <= 0 and month > reference.month:
        year -= 1
    name = MONTH_NAMES[month - 1]
    if edtf_month(year, month) == edtf_month(reference.year, reference.month):
        rule = f"{name} of the year of publication"
    else:
        rule = (
            f"the next {name} after publication" if direction > 0 else f"the last {name} before publication"
        )
    return Resolved(edtf_month(year, month), "month", rule)


def day_near(reference: date, month: int, day: int, direction: int) -> Resolved | None:
    """A month and day without a year; None when there is no such day."""
    years = [reference.year - 1, reference.year, reference.year + 1]
    days = [d for y in years if (d := valid_day(y, month, day)) is not None]
    if not days:
        return None
    if direction > 0:
        fit = [d for d in days if d >= reference]
        chosen = fit[0] if fit else days[-1]
    else:
        ahead = 0 if direction < 0 else _SOON
        fit = [d for d in days if (d - reference).days <= ahead] or days[:1]
        chosen = min(reversed(fit), key=lambda d: abs((d - reference).days))
    rule = "the year nearest publication" if chosen.year != reference.year else "the year of publication"
    return Resolved(edtf_day(chosen), "day", rule)


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_from(reference: date, count: int) -> Resolved:
    """A number of days from publication."""
    words = {0: "the day of publication", -1: "the day before publication", 1: "the day after publication"}
    rule = words.get(count) or f"{abs(count)} days {'before' if count < 0 else 'after'} publication"
    return Resolved(edtf_day(reference + timedelta(days=count)), "day", rule)


def period(reference: date, unit: str, offset: int) -> Resolved | None:
    """The week, weekend, month, year, decade … of publication, or one before or after it."""
    words = {
        -1: f"the {unit} before publication",
        0: f"the {unit} of publication",
        1: f"the {unit} after publication",
    }
    rule = words[offset]
    if unit == "day":
        return days_from(reference, offset)
    if unit in ("week", "weekend"):
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=offset)
        if unit == "weekend":
            if offset == 0 and reference.weekday() < 2:
                monday -= timedelta(weeks=1)  # on a Monday "this weekend" is the one just over
            saturday = monday + timedelta(days=5)
            return Resolved(f"{saturday}/{saturday + timedelta(days=1)}", "weekend", rule)
        return Resolved(f"{monday}/{monday + timedelta(days=6)}", "week", rule)
    if unit == "month":
        moved = reference + relativedelta(months=offset)
        return Resolved(edtf_month(moved.year, moved.month), "month", rule)
    if unit == "year":
        return Resolved(f"{reference.year + offset:04d}", "year", rule)
    if unit == "decade":
        return Resolved(f"{reference.year // 10 + offset:03d}X", "decade", rule)
    if unit == "century":
        return Resolved(f"{reference.year // 100 + offset:02d}XX", "century", rule)
    return None


def season_near(reference: date, season: int, name: str, offset: int | None) -> Resolved:
    """The season of "last summer", "this spring", "in the autumn"."""
    year = reference.year
    started = reference.month >= _SEASON_STARTS[season]
    if offset == 1 and started:
        year += 1
    elif ((offset == -1 or offset is None) and not started) or (
        offset == -1 and reference.month < _SEASON_STARTS[season] + 3
    ):
        year -= 1
    word = {-1: "last", 1: "next"}.get(offset or 0, "nearest")
    return Resolved(f"{year:04d}-{season}", "season", f"the {word} {name} at publication")


def ago(reference: date, count: int, unit: str, exact: bool) -> Resolved | None:
    """The date of "two years ago": as precise as its unit; weeks are approximate days."""
    if count > 3000:
        return None
    rule = f"{count} {unit}{'s' if count != 1 else ''} before publication"
    mark = "" if exact else "~"
    if unit == "hour":
        if not 20 <= count <= 30:
            return None
        return Resolved(edtf_day(reference - timedelta(days=1)) + "~", "approximate", rule)
    if unit == "day":
        return Resolved(
            edtf_day(reference - timedelta(days=count)) + mark, "day" if exact else "approximate", rule
        )
    if unit in ("week", "fortnight"):
        weeks = count * (2 if unit == "fortnight" else 1)
        return Resolved(edtf_day(reference - timedelta(weeks=weeks)) + "~", "approximate", rule)
    if unit == "month":
        moved = reference - relativedelta(months=count)
        return Resolved(edtf_month(moved.year, moved.month) + mark, "month" if exact else "approximate", rule)
    years = count * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not years or reference.year - years < 1:
        return None
    approximate = unit != "year" or not exact
    return Resolved(
        f"{reference.year - years:04d}" + ("~" if approximate else ""),
        "approximate" if approximate else "year",
        rule,
    )
