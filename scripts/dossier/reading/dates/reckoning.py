"""Words for time to dates: arithmetic on a day of reference, answers in EDTF."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = (MO, TU, WE, TH, FR, SA, SU)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AS_WRITTEN = "as written"
"""Rule of a date that says itself what day, month or year it is."""
YEAR_TOLD = "the year the words count from publication"
EXPLICIT, RELATIVE, INFERRED = "explicit", "relative_to_publication", "inferred"
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_FAR = 8.5 * 30.4
"""Days: a day so far back is named with its year, as the same day to come is near."""
SURELY_OVER = -2
"""As `ahead`, where a verb right before the words tells what was done then."""
_SOON = 120
"""Days ahead within which a day without a year, and without a word about time, may lie."""


class Resolved(NamedTuple):
    """A date expression's value."""

    edtf: str
    precision: str
    rule: str
    basis: str = RELATIVE


def edtf_month(year: int, month: int) -> str:
    """A month in EDTF."""
    return f"{year:04d}-{month:02d}"


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_day(edtf: str) -> date | None:
    """The first day of an EDTF value of a day, month, year or interval; None of a season or decade."""
    parts = edtf.partition("/")[0].rstrip("~").split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    return valid_day(year, month, day)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def nearest(reference: date, days: Iterable[date], ahead: int) -> date | None:
    """The day that a day without its year means, of the same day of several years.

    The words' tense decides (`ahead`: 1 to come, -1 over, 0 unknown), unless the day in the past is far
    and the one to come near: then nobody would leave the year out, but where it is `SURELY_OVER`.
    """
    known = sorted(days)
    before = max((day for day in known if day <= reference), default=None)
    behind = min((day for day in known if day >= reference), default=None)
    if before is None or behind is None:
        return before or behind
    if ahead > 0:
        return behind
    if ahead == SURELY_OVER:
        return before
    back, to_come = (reference - before).days, (behind - reference).days
    if ahead < 0:
        return behind if back > _FAR else before
    return behind if to_come < back and to_come <= _SOON else before


def feast_day(rule: str, year: int) -> date:
    """The day of a feast by its rule in the table: "12-25", "easter -2" or "4 thursday 11"."""
    words = rule.split()
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]))
    if len(words) == 1:
        month, day = map(int, rule.split("-"))
        return date(year, month, day)
    nth, name, of = words
    return nth_weekday(year, int(of), DAY_NAMES.index(name.capitalize()), int(nth))


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The nth weekday of a month (0 is Monday), from its end where `nth` is negative; at most its fourth."""
    return date(year, month, 1) + relativedelta(day=31 if nth < 0 else 1, weekday=_DAYS[number](nth))


def weekday(reference: date, number: int, ahead: int) -> Resolved:
    """The weekday before the reference (-1) or after it (1); with 0, it or the one before."""
    name = DAY_NAMES[number]
    if ahead > 0:
        days = (number - reference.weekday() - 1) % 7 + 1
        rule = f"the first {name} after publication"
        return Resolved((reference + timedelta(days=days)).isoformat(), "day", rule)
    back = (reference.weekday() - number) % 7
    if back == 0 and ahead == 0:
        return Resolved(reference.isoformat(), "day", f"publication was on a {name}")
    rule = f"the last {name} before publication"
    return Resolved((reference - timedelta(days=back or 7)).isoformat(), "day", rule)


def month_near(reference: date, month: int, ahead: int) -> Resolved:
    """The month nearest the reference, in the past unless the words tell of what is to come."""
    name = MONTH_NAMES[month - 1]
    if month == reference.month:
        return Resolved(edtf_month(reference.year, month), "month", f"{name} of the year of publication")
    firsts = [date(reference.year + shift, month, 1) for shift in (-1, 0, 1)]
    chosen = nearest(reference.replace(day=1), firsts, ahead or -1) or firsts[1]
    side = "the next {} after publication" if chosen > reference else "the last {} before publication"
    return Resolved(edtf_month(chosen.year, month), "month", side.format(name))


def day_near(reference: date, days: Iterable[date | None], ahead: int) -> Resolved | None:
    """The nearest of a day in several years; None when there is no such day."""
    chosen = nearest(reference, (day for day in days if day is not None), ahead)
    if chosen is None:
        return None
    rule = "the year nearest publication" if chosen.year != reference.year else "the year of publication"
    return Resolved(chosen.isoformat(), "day", rule)


def days_from(reference: date, count: int) -> Resolved:
    """A number of days from publication."""
    words = {0: "the day of publication", -1: "the day before publication", 1: "the day after publication"}
    rule = words.get(count) or f"{abs(count)} days {'before' if count < 0 else 'after'} publication"
    return Resolved((reference + timedelta(days=count)).isoformat(), "day", rule)


def period(reference: date, unit: str, offset: int) -> Resolved | None:
    """The week, weekend, month, year, decade … of publication, or one before or after it."""
    rule = f"the {unit} {('before', 'of', 'after')[offset + 1]} publication"
    if unit == "day":
        return days_from(reference, offset)
    if unit in ("week", "weekend"):
        monday, sunday = week_of(reference + timedelta(weeks=offset))
        first = sunday - timedelta(days=1) if unit == "weekend" else monday
        return Resolved(f"{first}/{sunday}", unit, rule)
    if unit == "month":
        moved = reference + relativedelta(months=offset)
        return Resolved(edtf_month(moved.year, moved.month), "month", rule)
    if unit == "year":
        return Resolved(f"{reference.year + offset:04d}", "year", rule)
    if unit == "decade":
        return Resolved(f"{reference.year // 10 + offset:03d}X", "decade", rule)
    return Resolved(f"{reference.year // 100 + offset:02d}XX", "century", rule) if unit == "century" else None


def quarter(year: int, number: int, rule: str, basis: str = RELATIVE) -> Resolved:
    """The quarter of a year."""
    value = f"{edtf_month(year, 3 * number - 2)}/{edtf_month(year, 3 * number)}"
    return Resolved(value, "quarter", rule, basis)


def season_near(reference: date, season: int, name: str, offset: int) -> Resolved:
    """The season of "last summer", "this spring", "in the autumn"."""
    year = reference.year
    started = reference.month >= _SEASON_STARTS[season]
    if offset == 1 and started:
        year += 1
    elif offset == -1 and reference.month < _SEASON_STARTS[season] + 3:
        year -= 1
    word = {-1: "last", 1: "next"}.get(offset, "nearest")
    return Resolved(f"{year:04d}-{season}", "season", f"the {word} {name} at publication")


def shifted(day: date, **units: int) -> date | None:
    """A day so many years, months, weeks and days away; None where the calendar ends before."""
    try:
        return day + relativedelta(**units)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return None


def moved(start: date, count: int, unit: str, exact: bool) -> tuple[str, str] | None:
    """EDTF and precision of a number of units from a day (back when it is negative): as precise as its unit.

    Weeks are approximate days; None where the calendar ends.
    """
    if abs(count) > 3000:
        return None
    mark, precision = ("", unit) if exact else ("~", "approximate")
    try:
        if unit == "day":
            return (start + timedelta(days=count)).isoformat() + mark, precision
        if unit in ("week", "fortnight"):
            weeks = count * (2 if unit == "fortnight" else 1)
            return (start + timedelta(weeks=weeks)).isoformat() + "~", "approximate"
        if unit == "month":
            day = start + relativedelta(months=count)
            return edtf_month(day.year, day.month) + mark, precision
    except (OverflowError, ValueError):
        return None
    years = start.year + count * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if years == start.year or not 1 <= years <= 9999:
        return None
    exact = exact and unit == "year"
    return f"{years:04d}" + ("" if exact else "~"), "year" if exact else "approximate"
