"""The classes of words that forms of dates name: months, days of the month, years, counts, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dossier.reading.grammar.forms import DIGIT, Either, Listed, OneToken, WordClass
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import Calendar
from dossier.reading.text.tokens import Token

_PARTS = ("mid", "early", "late")


class DateWords(NamedTuple):
    """Shape of lexicon/date_words.yaml."""

    classes: dict[str, dict[str, int | str]]
    patterns: dict[str, dict[str, int]]
    feasts: dict[str, str]
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
    financial: frozenset[str]
    kinds: dict[str, str]
    kinds_of_phrases: dict[str, str]
    of_our_time: frozenset[str]


def date_words() -> DateWords:
    """The table of words of date expressions."""
    return load_table("date_words", DateWords)


def _patterned(patterns: Mapping[str, int]) -> OneToken:
    """A class of tokens that begin with a digit, by patterns and what each adds to its number.

    The value of a pattern with several groups is all their numbers.
    """
    known = [(re.compile(pattern, re.ASCII), added) for pattern, added in patterns.items()]

    def value(token: Token) -> int | tuple[int, ...] | None:
        for pattern, added in known:
            if (found := pattern.fullmatch(token.text)) is not None:
                numbers = tuple(map(int, found.groups()))
                return numbers if len(numbers) > 1 else added + numbers[0]
        return None

    return OneToken({DIGIT}, value)


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
    told: dict[str, list[WordClass]] = {}
    for name, patterns in table.patterns.items():
        told.setdefault(name, []).append(_patterned(patterns))
    for name, words in table.classes.items():
        told.setdefault(name, []).append(Listed(words))
    return {name: Either(*each) if len(each) > 1 else each[0] for name, each in told.items()} | {
        "MONTH": Listed(calendar.months, capital=True, stopped=True),
        "MIDMONTH": Listed({f"{p}-{name}": n for p in _PARTS for name, n in calendar.months.items()}),
        "DATEDMONTH": Listed(dated, capital=True),
        "TWOMONTHS": Listed(
            {f"{a}-{b}": (m, n) for a, m in calendar.months.items() for b, n in calendar.months.items()},
            capital=True,
        ),
        "WEEKDAY": Listed(full_days, capital=True),
        "DAYNAME": Listed(calendar.weekdays, capital=True, stopped=True),
        "MIDYEAR": Listed({f"{p}-{year}": year for p in _PARTS for year in range(1500, 2101)}),
        "MIDDECADE": Listed({f"{p}-{year}s": year for p in _PARTS for year in range(1500, 2100, 10)}),
        "FEAST": Listed(table.feasts, capital=True),
    }
