"""A date as people and programs write it to a day, or to the days it may be."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from dossier.seeds.importing.tables import vocabulary

_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_TIME = r"(?:[ T,]+(?:at )?(?P<time>\d{1,2}[:.]\d{2}.*))?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ISO = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_TIME}")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:T(?P<time>\d{4,6}.*))?")
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -](?P<year>\d{{4}}){_TIME}", re.I
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}}){_TIME}", re.I
)
_NUMBERS = re.compile(rf"(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}")
_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\)?$", re.IGNORECASE)


class Days(NamedTuple):
    """What a written date may mean."""

    days: tuple[date, ...]
    """One day; two when day and month can be taken either way, day first; none when it can't be read."""
    utc: bool = False
    """True for a time in UTC: the publisher's own day may be the one before or after."""


def read_days(written: str) -> Days:
    """The day or days that a written date means, in the publisher's own zone where it gives one."""
    text = " ".join(written.split()).strip(" .")
    for pattern in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST):
        match = pattern.fullmatch(text)
        if match:
            groups = match.groupdict()
            month = _month(groups["month"]) if groups.get("month") else int(groups["m"])
            return Days(
                _day(groups["year"], month, groups["d"]), bool(groups["time"] and _UTC.search(groups["time"]))
            )
    match = _NUMBERS.fullmatch(text)
    if not match:
        return Days(())
    day_first = _day(match["year"], int(match["b"]), match["a"])
    month_first = _day(match["year"], int(match["a"]), match["b"])
    return Days(
        tuple(dict.fromkeys(day_first + month_first)), bool(match["time"] and _UTC.search(match["time"]))
    )


def _month(name: str) -> int:
    found = [
        number for number, month in enumerate(vocabulary().months, 1) if month.startswith(name.lower()[:9])
    ]
    return found[0] if len(found) == 1 or name.lower() == "may" else 9 if name.lower() == "sept" else 0


def _day(year: str, month: int, day: str) -> tuple[date, ...]:
    with suppress(ValueError):  # 31 June is no day
        return (date(int(year), month, int(day)),)
    return ()
