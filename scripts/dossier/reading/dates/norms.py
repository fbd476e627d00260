"""What makes a date of the words a form fits: one operation a kind of expression, named by the forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from dossier.reading.dates.classes import date_words
from dossier.reading.dates.reckoning import (
    AS_WRITTEN,
    DAY_NAMES,
    EXPLICIT,
    INFERRED,
    RELATIVE,
    YEAR_TOLD,
    Resolved,
    day_near,
    days_from,
    edtf_month,
    feast_day,
    first_day,
    month_near,
    moved,
    nth_weekday,
    period,
    quarter,
    season_near,
    shifted,
    valid_day,
    week_of,
    weekday,
)
from dossier.reading.grammar.forms import Values

_JUST_OVER = 14
"""Days for which a day just over is meant: nobody leaves out the year of the next."""


class UntoldDay(Exception):
    """Words count from the day of writing, and nothing tells it."""


class Moment(NamedTuple):
    """From when the words count."""

    written: date | None
    """The day of writing, where it is known."""
    ahead: int = 0
    """1 when the words around tell of what is to come, -1 of what is over, 0 when neither."""
    previous: Resolved | None = None
    """The date named before."""
    names_happening: bool = False
    """Whether the day is the name of what happened then: "the July 7 bombings"."""

    @property
    def reference(self) -> date:
        """The day of writing; raises UntoldDay where nothing tells it."""
        if self.written is None:
            raise UntoldDay
        return self.written


KNOWN_HAPPENING = "the year of what is known by this day"
"""Rule of a day by which everybody knows what happened: "the September 11 attacks"."""
Operation = Callable[[Values, Moment], Resolved | None]


def _year_of(v: Values, m: Moment) -> tuple[int | None, str, str]:
    """The year that words give or count from publication; with its rule and basis."""
    if "year" in v:
        return v["year"], AS_WRITTEN, EXPLICIT
    if "which" in v:
        return m.reference.year + v["which"], YEAR_TOLD, RELATIVE
    return None, "", ""


def _day(v: Values, m: Moment) -> Resolved | None:
    """A day or stretch of days of a month, its year given, told or the nearest."""
    year, rule, basis = _year_of(v, m)
    if year is None:
        return _day_without_year(v, m)
    first = valid_day(year, v["month"], v["day"])
    if first is None or "last" not in v:
        return Resolved(first.isoformat(), "day", rule, basis) if first else None
    last = valid_day(year, v["lastmonth"] if "lastmonth" in v else v["month"], v["last"])
    return Resolved(f"{first}/{last}", "interval", rule, basis) if last and last > first else None


def _day_without_year(v: Values, m: Moment) -> Resolved | None:
    if m.names_happening:
        year = date_words().known_happenings.get(f"{v['month']}-{v['day']}")
        if year is not None and m.reference.year >= year:
            day = date(year, v["month"], v["day"])
            return Resolved(day.isoformat(), "day", KNOWN_HAPPENING, INFERRED)
    days = [valid_day(m.reference.year + shift, v["month"], v["day"]) for shift in (-1, 0, 1)]
    just_over = any(day and 0 < (m.reference - day).days <= _JUST_OVER for day in days)
    near = day_near(m.reference, days, 0 if just_over else m.ahead)
    if near is None or "last" not in v:
        return near
    last = valid_day(int(near.edtf[:4]), v["lastmonth"] if "lastmonth" in v else v["month"], v["last"])
    if last is None or last.isoformat() <= near.edtf:
        return None
    return near._replace(edtf=f"{near.edtf}/{last}", precision="interval")


def _numeric(v: Values, _: Moment) -> Resolved | None:
    """Numbers with the same mark between: year, month, day; or with the day above 12."""
    if "month" in v:
        day = valid_day(v["year"], v["month"], v["day"])
    elif "dotted" in v:
        number, month, year = v["dotted"]
        day = valid_day(year, month, number)  # with full stops the day stands first
    else:
        a, b = v["a"], v["b"]
        day = None  # 4/5/2016 has two readings
        if a > 12:
            day = valid_day(v["year"], b, a)
        elif b > 12:
            day = valid_day(v["year"], a, b)
    return Resolved(day.isoformat(), "day", AS_WRITTEN, EXPLICIT) if day else None


def _dated_month(v: Values, m: Moment) -> Resolved | None:
    month, year = v["datedmonth"]
    return _day({"day": v["day"], "month": month, "year": year}, m)


def _month(v: Values, m: Moment) -> Resolved:
    """A month, its year given, told or the nearest."""
    month = v["month"]
    year, rule, basis = _year_of(v, m)
    if year is not None:
        return Resolved(edtf_month(year, month), "month", rule, basis)
    return month_near(m.reference, month, m.ahead)


def _which_month(v: Values, m: Moment) -> Resolved | None:
    """Read "last October", "next May", "this June"."""
    reference, which, month = m.reference, v["which"], v["month"]
    year = reference.year
    if which < 0 and month >= reference.month:
        year -= 1
    elif which > 0 and month <= reference.month:
        year += 1
    rules = {-1: "the last {} before publication", 1: "the next {} after publication"}
    rule = rules.get(which, "{} of the year of publication")
    name = month_near(reference, month, which).rule
    told = rule.format(next(word for word in name.split() if word[0].isupper()))
    return Resolved(edtf_month(year, month), "month", told)


def _months(v: Values, _: Moment) -> Resolved | None:
    """Read "Sept-Oct 2018", "January to March 2020"."""
    first, last = v.get("twomonths") or (v["month"], v["lastmonth"])
    if first == last:
        return None
    begin = v["year"] - (first > last)
    value = f"{edtf_month(begin, first)}/{edtf_month(v['year'], last)}"
    return Resolved(value, "interval", AS_WRITTEN, EXPLICIT)


def _written(precision: str) -> Operation:
    """A year, decade or century that the words give themselves."""

    def operation(v: Values, _: Moment) -> Resolved | None:
        if precision == "year":
            value = f"{v['year']:04d}"
        elif precision == "century":
            value = f"{v['century'] - 1:02d}XX"
        else:
            decade = v["decade"]
            hundreds = decade % 100 == 0 and decade < 2000  # "the 1800s"
            value = f"{decade // 100:02d}XX" if hundreds else f"{decade // 10:03d}X"
        return Resolved(value, "century" if value.endswith("XX") else precision, AS_WRITTEN, EXPLICIT)

    return operation


def _season(v: Values, m: Moment) -> Resolved | None:
    if "year" in v:
        return Resolved(f"{v['year']:04d}-{v['season']}", "season", AS_WRITTEN, EXPLICIT)
    year, rule, basis = _year_of(v, m) if v.get("told") else (None, "", "")
    if year is not None:
        return Resolved(f"{year:04d}-{v['season']}", "season", rule, basis)
    name = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}[v["season"]]
    return season_near(m.reference, v["season"], name, v["which"])


def _feast(v: Values, m: Moment) -> Resolved | None:
    year, rule, basis = _year_of(v, m) if "year" in v else (None, "", "")
    if year is not None:
        return Resolved(feast_day(v["feast"], year).isoformat(), "day", rule, basis)
    days = [feast_day(v["feast"], m.reference.year + shift) for shift in (-1, 0, 1)]
    ahead = v.get("which") or m.ahead
    if ahead:  # a feast is named without its year however far it is
        days = [day for day in days if (day - m.reference).days * ahead > 0]
    return day_near(m.reference, days, ahead)


def _days(v: Values, m: Moment) -> Resolved | None:
    """Read "today", "last night", "tomorrow afternoon"."""
    return days_from(m.reference, v.get("days", 0))


def _weekday(v: Values, m: Moment) -> Resolved | None:
    """A weekday by the tense around it, or by "last", "this", "next"."""
    number = v["weekday"]
    ahead = v.get("which", m.ahead)
    if "which" not in v and (ahead < 0 or (m.reference.weekday() == number and ahead < 1)):
        ahead = 0
    return weekday(m.reference, number, ahead)


def _weekday_of_week(v: Values, m: Moment) -> Resolved | None:
    """The weekday of the week of the reference (0), the one before it (-1) or after it (1)."""
    monday, _ = week_of(m.reference + timedelta(weeks=v["which"]))
    beside = ("before", "of", "after")[v["which"] + 1]
    rule = f"the {DAY_NAMES[v['weekday']]} of the week {beside} publication"
    return Resolved((monday + timedelta(days=v["weekday"])).isoformat(), "day", rule)


def _week_on(v: Values, m: Moment) -> Resolved | None:
    """Read "a week on Tuesday": a week behind the first one to come."""
    day = date.fromisoformat(weekday(m.reference, v["weekday"], 1).edtf) + timedelta(weeks=v["count"])
    return Resolved(day.isoformat(), "day", f"{v['count']} weeks after the first such day")


def _ago(v: Values, m: Moment) -> Resolved | None:
    """Read "two years ago", "in three days": as precise as the unit, or to the day where "today" says so."""
    count, unit, sign = v["count"], v["unit"], v.get("sign", -1)
    start = m.reference
    if "more" in v:
        return _ago_and_more(v, m)
    beside = "before" if sign < 0 else "after"
    rule = f"{count} {unit}{'s' if count != 1 else ''} {beside} publication"
    if v.get("today") and unit in ("year", "decade"):
        day = shifted(start, years=sign * count * (10 if unit == "decade" else 1))
        return Resolved(day.isoformat(), "day", rule) if day else None
    if v.get("month"):
        day = shifted(start, years=sign * count)
        return Resolved(edtf_month(day.year, day.month), "month", rule) if day else None
    if unit == "hour":
        within = 20 <= count <= 30 and sign < 0
        return Resolved(f"{start - timedelta(days=1)}~", "approximate", rule) if within else None
    if (
        (unit, count, sign) == ("year", 1, -1)
        and m.previous is not None
        and m.previous.precision == "quarter"
    ):
        return _year_before_quarter(m.previous)
    value = moved(start, sign * count, unit, exact="about" not in v)
    return Resolved(*value, rule) if value else None


def _year_before_quarter(previous: Resolved) -> Resolved:
    """The same quarter a year before the one named."""
    year, month = int(previous.edtf[:4]), int(previous.edtf[5:7])
    return quarter(year - 1, month // 3 + 1, "the year before the quarter named before it", INFERRED)


def _ago_and_more(v: Values, m: Moment) -> Resolved | None:
    """Read "a month and two days ago", "two and a half years ago"."""
    units, count, more = v["unit"], v["count"], v["more"]
    if more == "half":
        half = {
            "decade": {"months": -120 * count - 60},
            "year": {"months": -12 * count - 6},
            "month": {"months": -count, "days": -15},
        }
        return _about_month(shifted(m.reference, **half[units])) if units in half else None
    names = {"year": "years", "month": "months", "week": "weeks", "day": "days"}
    if units not in names or v["smaller"] not in names:
        return None
    shift = {names[units]: -count}
    shift[names[v["smaller"]]] = shift.get(names[v["smaller"]], 0) - more
    day = shifted(m.reference, **shift)
    if day is None:
        return None
    if v["smaller"] == "month":
        return Resolved(edtf_month(day.year, day.month), "month", "counted back from publication")
    return Resolved(day.isoformat(), "day", "counted back from publication")


def _about_month(day: date | None) -> Resolved | None:
    if day is None:
        return None
    return Resolved(edtf_month(day.year, day.month) + "~", "approximate", "counted back from publication")


def _stretch(v: Values, m: Moment) -> Resolved | None:
    """Read "the last ten days", "the next two weeks": up to the day of writing or from it."""
    if not 1 < v["count"] < 1000 or not v["which"]:
        return None
    unit, count = v["unit"], v["count"]
    if unit not in ("day", "week"):
        return None  # "the last two years" is no stretch of known days
    days = timedelta(days=count * (7 if unit == "week" else 1))
    rule = f"the {count} {unit}s {'before' if v['which'] < 0 else 'after'} publication"
    first, last = sorted((m.reference, m.reference + v["which"] * days))
    return Resolved(f"{first}/{last}", "interval", rule)


def _period(v: Values, m: Moment) -> Resolved | None:
    """Read "last week", "this month", "next year", "the weekend"."""
    which, unit = v["which"], v["unit"]
    if unit == "weekend" and which == 0 and m.reference.weekday() < (3 if v.get("bare") else 2):
        which = 0 if m.ahead > 0 else -1  # on a Monday it is the one just over
    found = period(m.reference, unit, which)
    if found is None or not v.get("fiscal"):
        return found
    return found._replace(edtf=found.edtf + "~", precision="approximate")


def _week_of(v: Values, m: Moment) -> Resolved | None:
    """The week of a day, the one before it (-1) or after it (1)."""
    day = _feast(v, m) if "feast" in v else _day(v, m)
    if day is None:
        return None
    held = date.fromisoformat(day.edtf)
    ends = held.weekday() == 6 and v["beside"] < 0  # the week before a Sunday ends with it
    monday, sunday = week_of(held + timedelta(weeks=0 if ends else v["beside"]))
    beside = ("before the one", "", "after the one")[v["beside"] + 1]
    return Resolved(
        f"{monday}/{sunday}", "week", f"the week {beside} that holds the day".replace("  ", " "), day.basis
    )


def _week_of_month(v: Values, m: Moment) -> Resolved:
    """Read "the first week of March": by the Mondays of the month; "the last week" by its Sundays."""
    last = v["ordinal"] < 0
    month = _month(v, m)
    monday, sunday = week_of(_nth_day(month, 6 if last else 0, v["ordinal"]))
    return Resolved(f"{monday}/{sunday}", "week", "the week of the month", month.basis)


def _weekday_of_month(v: Values, m: Moment) -> Resolved:
    """Read "the last Friday of March", "the first Tuesday in May 2018"."""
    month = _month(v, m)
    day = _nth_day(month, v["weekday"], v["ordinal"])
    return Resolved(day.isoformat(), "day", "the weekday of the month", month.basis)


def _nth_day(month: Resolved, weekday: int, nth: int) -> date:
    start = date.fromisoformat(f"{month.edtf}-01")
    return nth_weekday(start.year, start.month, weekday, nth)


def _end(v: Values, m: Moment) -> Resolved | None:
    """Read "the end of the year": its last day; of its beginning only the neighbourhood is known."""
    year = m.reference.year + v.get("which", 0)
    rule = f"the {v['word']} of the year {'of' if year == m.reference.year else 'next to'} publication"
    if v["word"] == "end":
        return Resolved(f"{year}-12-31", "day", rule)
    return Resolved(f"{year}-01-01", "approximate", rule)


def _quarter(v: Values, m: Moment) -> Resolved | None:
    year, rule, basis = _year_of(v, m)
    if year is not None:
        return quarter(year, v["quarter"], rule, basis)
    current = (m.reference.month - 1) // 3 + 1
    if "quarter" not in v:
        over = m.reference.year - (current == 1), (current - 2) % 4 + 1
        return quarter(*over, "the last quarter before publication")
    year = m.reference.year - (v["quarter"] > current) - v.get("before", 0)
    return quarter(year, v["quarter"], "the last such quarter at publication")


def _nth(v: Values, m: Moment) -> Resolved | None:
    """Read "the 23rd of last month"."""
    month = m.reference + relativedelta(months=v["which"])
    day = valid_day(month.year, month.month, v["nth"])
    rule = f"the day of the month {('before', 'of', 'after')[v['which'] + 1]} publication"
    return Resolved(day.isoformat(), "day", rule) if day else None


def _beside_previous(v: Values, m: Moment) -> Resolved | None:
    """Read "the following day", "two weeks later", "the year before": counted from the date named before."""
    if m.previous is None:
        return None
    start = first_day(m.previous.edtf)
    unit = v["unit"]
    count = v.get("count", 1) * v.get("side", v.get("relative", 0))
    fine = {"day": ("day",), "week": ("day",), "month": ("day", "month")}.get(unit, ("day", "month", "year"))
    if (unit, count) == ("year", -1) and m.previous.precision == "quarter":
        return _year_before_quarter(m.previous)
    if start is None or m.previous.precision not in fine or unit not in ("day", "week", "month", "year"):
        return None
    return _count_from(start, count, unit)


def _counted_from(v: Values, _: Moment) -> Resolved | None:
    """Read "two months before May 2017": counted from the date named, never finer than it."""
    fine = ("day", "week", "month", "year")[0 if "day" in v else 2 if "month" in v else 3 :]
    start = valid_day(v["year"], v.get("month", 1), v.get("day", 1))
    if start is None or v["unit"] not in fine:
        return None
    found = _count_from(start, v["count"] * v["side"], v["unit"])
    return found._replace(rule=found.rule.removesuffix(" before it")) if found is not None else None


def _count_from(start: date, count: int, unit: str) -> Resolved | None:
    words = {0: f"the same {unit} as", 1: f"the {unit} after", -1: f"the {unit} before"}
    rule = words.get(count) or f"{abs(count)} {unit}s {'after' if count > 0 else 'before'}"
    day = shifted(start, **{f"{unit}s": count})
    if day is None:
        return None
    if unit == "month":
        value = edtf_month(day.year, day.month)
    elif unit == "year":
        value = f"{day.year:04d}"
    else:
        value = day.isoformat() + ("~" if unit == "week" else "")
    precision = "approximate" if value.endswith("~") else unit
    return Resolved(value, precision, f"{rule} the date named before it", INFERRED)


OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "day": _day,
        "numeric": _numeric,
        "dated month": _dated_month,
        "month": _month,
        "which month": _which_month,
        "months": _months,
        "year": _written("year"),
        "decade": _written("decade"),
        "century": _written("century"),
        "season": _season,
        "feast": _feast,
        "days": _days,
        "weekday": _weekday,
        "weekday of week": _weekday_of_week,
        "week on": _week_on,
        "ago": _ago,
        "stretch": _stretch,
        "period": _period,
        "week of": _week_of,
        "week of month": _week_of_month,
        "weekday of month": _weekday_of_month,
        "end": _end,
        "quarter": _quarter,
        "nth": _nth,
        "beside previous": _beside_previous,
        "counted from": _counted_from,
    }
)


def resolved(norm: str, values: Values, moment: Moment) -> Resolved | None:
    """What an operation makes of a form’s values; None for no date, or one counted from an unknown day."""
    try:
        return OPERATIONS[norm](values, moment)
    except UntoldDay:
        return None
