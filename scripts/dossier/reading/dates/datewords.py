"""Dates as words: the tables, and how to look at the words around a date expression."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from dossier.reading.dates.reckoning import Resolved
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import Calendar
from dossier.reading.text.tokens import Text, Token

AS_WRITTEN = "as written"
"""Rule of a date that says itself what day, month or year it is."""
WINDOW = 25
"""Tokens of the same sentence looked at for words of past and future."""
_ORDINALS = ("st", "nd", "rd", "th")


class DateWords(NamedTuple):
    """Shape of lexicons/date_words.yaml."""

    ambiguous_months: frozenset[str]
    seasons: dict[str, int]
    days: dict[str, int]
    units: dict[str, str]
    which: dict[str, int]
    relative: dict[str, int]
    numbers: dict[str, int]
    feasts: dict[str, str]
    before: frozenset[str]
    counted: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    newspapers: frozenset[str]
    never_before: frozenset[str]


class Found(NamedTuple):
    """A date expression: a half-open range of tokens and its value."""

    first: int
    stop: int
    resolved: Resolved | None
    after_previous: int | None = None
    """Days from the date named before ("the following day"), when that is all the words say."""


def plain_number(token: Token) -> int | None:
    """A plain or ordinal number of at most four digits."""
    text = token.text
    if text[0].isdigit():
        if text[-2:].lower() in _ORDINALS:
            text = text[:-2]
        if text.isdecimal() and text.isascii() and len(text) <= 4:
            return int(text)
    return None


def explicit(day: date, until: date | None = None) -> Resolved:
    """A day, or a stretch of days, that is written out."""
    if until is not None:
        return Resolved(f"{day}/{until}", "interval", AS_WRITTEN, relative=False)
    return Resolved(day.isoformat(), "day", AS_WRITTEN, relative=False)


class DateReader:
    """The words of one text, as the readers of dates ask about them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.tokens = text.tokens
        self.table = load_table("date_words", DateWords)
        calendar = load_table("calendar", Calendar)
        self.months, self.weekdays = calendar.months, calendar.weekdays

    def _direction(self, at: int) -> int:
        """1 when the words around tell of what is to come, -1 of what is over, 0 when neither."""
        sentence = self.text.sentence_at(self.tokens[at].start)
        begin, end = max(sentence.first, at - WINDOW), min(sentence.stop, at + WINDOW // 2)
        words = [token.lower for token in self.tokens[begin:end]]
        if self._to_be(words):
            return 1
        future = any(word in self.table.future for word in words)
        past = any(word in self.table.past or (len(word) > 4 and word.endswith("ed")) for word in words)
        if future and not past:
            return 1
        return -1 if past and not future else 0

    @staticmethod
    def _to_be(words: list[str]) -> bool:
        return any(a in ("is", "are") and b == "to" for a, b in pairwise(words))

    def _is_clock(self, at: int) -> bool:
        return self._text(at + 1) in (":",) or self._lower(at + 1) in ("am", "pm", "a.m.", "p.m.")

    def _skip_stop(self, at: int) -> int:
        return (
            at + 1
            if self._text(at) == "."
            and at + 1 < len(self.tokens)
            and self.tokens[at].start == self.tokens[at - 1].end
            and len(self.tokens[at - 1].text) < 5
            else at
        )

    def _text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""
