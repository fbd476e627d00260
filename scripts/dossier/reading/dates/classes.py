"""The classes of words that forms of dates name: months, days of the month, years, counts, units."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dossier.reading.grammar.forms import DIGIT, Either, Listed, OneToken, WordClass
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import Calendar
from dossier.reading.text.tokens import Token

_ORDINALS = ("st", "nd", "rd", "th")
_PARTS = ("mid", "early", "late")


class DateWords(NamedTuple):
    """Shape of lexicon/date_words.yaml."""

    seasons: dict[str, int]
    days: dict[str, int]
    unit: dict[str, str]
    units: dict[str, str]
    parts: dict[str, int]
    which: dict[str, int]
    relative: dict[str, int]
    sides: dict[str, int]
    numbers: dict[str, int]
    quarters: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    centuries: dict[str, int]
    feasts: dict[str, str]
    about: dict[str, int]
    ambiguous_months: frozenset[str]
    openers: frozenset[str]
    counting: frozenset[str]
    determiners: frozenset[str]
    counted: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    newspapers: frozenset[str]
    named_after: frozenset[str]
    named_small: frozenset[str]
    happenings: frozenset[str]
    of_happenings: frozenset[str]
    known_happenings: dict[str, int]
    clock: frozenset[str]
    weekend_before: frozenset[str]
    never_before: frozenset[str]
    of_ages: frozenset[str]
    financial: frozenset[str]
    kinds: dict[str, str]


def date_words() -> DateWords:
    """The table of words of date expressions."""
    return load_table("date_words", DateWords)


def plain_number(token: Token) -> int | None:
    """A plain or ordinal number of at most four digits."""
    text = token.text[:-2] if token.lower[-2:] in _ORDINALS else token.text
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= 4 else None


def _day(token: Token) -> int | None:
    number = plain_number(token) if len(token.text) <= 4 else None
    return number if number is not None and 1 <= number <= 31 else None


def _nth(token: Token) -> int | None:
    return _day(token) if token.lower[-2:] in _ORDINALS else None


def _year(token: Token) -> int | None:
    text = token.text
    return int(text) if len(text) == 4 and text.isdecimal() and "1000" <= text <= "2200" else None


def _two_digits(token: Token) -> int | None:
    text = token.text
    if len(text) != 2 or not text.isdecimal() or not text.isascii():
        return None
    return int(text) + (1900 if text > "50" else 2000)


def _old_year(token: Token) -> int | None:
    year = _two_digits(token)
    return year if year is not None and token.text >= "32" else None


def _decade(token: Token) -> int | None:
    text = token.text
    long = len(text) == 5 and text[:4].isdecimal() and text.endswith("0s") and "1500" <= text[:4] <= "2090"
    return int(text[:4]) if long else None


def _short_decade(token: Token) -> int | None:
    text = token.text
    return 1900 + int(text[:2]) if len(text) == 3 and text[1:] == "0s" and text[0] in "23456789" else None


def _dotted(token: Token) -> tuple[int, int, int] | None:
    """Day, month and year of "27.10.2016"."""
    parts = token.text.split(".")
    if len(parts) != 3 or not all(p.isdecimal() and len(p) <= 2 for p in parts[:2]) or len(parts[2]) != 4:
        return None
    return (int(parts[0]), int(parts[1]), int(parts[2])) if parts[2].isdecimal() else None


def _century(token: Token) -> int | None:
    number = plain_number(token) if token.lower[-2:] in _ORDINALS else None
    return number if number is not None and 1 <= number <= 21 else None


@cache
def date_classes() -> Mapping[str, WordClass]:
    """Name of a class → the class."""
    table = date_words()
    calendar = load_table("calendar", Calendar)
    full_days = {name: number for name, number in calendar.weekdays.items() if name.endswith("day")}
    dated = {
        f"{name}-{year % 100:02d}": (number, year)
        for name, number in calendar.months.items()
        for year in range(1951, 2051)
    }
    return {
        "MONTH": Listed(calendar.months, capital=True, stopped=True),
        "MIDMONTH": Listed({f"{p}-{name}": n for p in _PARTS for name, n in calendar.months.items()}),
        "DATEDMONTH": Listed(dated, capital=True),
        "TWOMONTHS": Listed(
            {f"{a}-{b}": (m, n) for a, m in calendar.months.items() for b, n in calendar.months.items()},
            capital=True,
        ),
        "WEEKDAY": Listed(full_days, capital=True),
        "DAYNAME": Listed(calendar.weekdays, capital=True, stopped=True),
        "DAY": OneToken({DIGIT}, _day),
        "NTH": OneToken({DIGIT}, _nth),
        "NUMBER": OneToken({DIGIT}, plain_number),
        "DOTTED": OneToken({DIGIT}, _dotted),
        "YEAR": OneToken({DIGIT}, _year),
        "TWODIGITS": OneToken({DIGIT}, _two_digits),
        "OLDYEAR": OneToken({DIGIT}, _old_year),
        "MIDYEAR": Listed({f"{p}-{year}": year for p in _PARTS for year in range(1500, 2101)}),
        "DECADE": OneToken({DIGIT}, _decade),
        "MIDDECADE": Listed({f"{p}-{year}s": year for p in _PARTS for year in range(1500, 2100, 10)}),
        "SHORTDECADE": OneToken({DIGIT}, _short_decade),
        "DECADEWORD": Listed({word: 1900 + number for word, number in table.decades.items()}),
        "CENTURY": Either(OneToken({DIGIT}, _century), Listed(table.centuries)),
        "COUNT": Either(OneToken({DIGIT}, plain_number), Listed(table.numbers)),
        "UNIT": Listed(table.unit),
        "UNITS": Listed(table.units),
        "PART": Listed(table.parts),
        "WHICH": Listed(table.which),
        "RELATIVE": Listed(table.relative),
        "SIDE": Listed(table.sides),
        "DAYWORD": Listed(table.days),
        "SEASON": Listed(table.seasons),
        "FEAST": Listed(table.feasts, capital=True),
        "QUARTER": Listed({word: n for word, n in table.quarters.items() if word[0].isalpha()}),
        "QUARTERLY": Listed({f"{word}-quarter": n for word, n in table.quarters.items()}),
        "ORDINAL": Listed(table.ordinals),
        "ABOUT": Listed(table.about),
    }
