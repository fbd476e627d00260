"""Tokens to date expressions: a small grammar that starts at months, weekdays, numbers, words like "ago"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.reading.dates.datewords import Found
from dossier.reading.dates.reckoning import days_from
from dossier.reading.dates.relativedates import RelativeDates
from dossier.reading.text.tokens import Text


class DateGrammar(RelativeDates):
    """Finds the date expressions of one text."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self._anchors = self._find_anchors()

    def _find_anchors(self) -> list[int]:
        table = self.table
        words = {*self.months, *self.weekdays, *table.days, *table.which, *table.relative, "ago", "earlier"}
        words |= {*table.seasons, "end", "beginning", "start", "before", "after", "later"}
        words |= {f"mid-{month}" for month in self.months}
        words |= {name.split()[0] for name in table.feasts}
        return [
            index
            for index, token in enumerate(self.tokens)
            if token.lower in words or (token.text[0].isdigit() and len(token.text) <= 5)
        ]

    def read(self, reference: date | None, stop: int | None = None) -> Iterator[Found]:
        """Date expressions before token `stop` in text order; none overlaps another."""
        done = 0
        for anchor in self._anchors:
            if stop is not None and anchor >= stop:
                return
            if anchor < done:
                continue
            found = self._at(anchor, reference)
            if found is not None and found.first >= done:
                done = found.stop
                yield found

    def _at(self, at: int, reference: date | None) -> Found | None:
        """The date expression at an anchor; without a reference date only those that need none."""
        token = self.tokens[at]
        if token.text[0].isdigit():
            return self._from_digit(at, reference)
        if token.text[0].isupper():
            named = self._from_name(at, reference)
            if named is not None:
                return named
        if token.lower in self.table.days and reference is not None:
            return Found(at, at + 1, days_from(reference, self.table.days[token.lower]))
        found = self._from_reference(at, reference) if reference is not None else None
        return found or self._from_relative(at)

    def _from_name(self, at: int, reference: date | None) -> Found | None:
        """Read a month, weekday or feast; the word must have its capital, "mid-March" in its second part."""
        lower = self.tokens[at].lower
        if lower.removeprefix("mid-") in self.months:
            return self._from_month(at, reference, lower.removeprefix("mid-"))
        if lower in self.weekdays:
            return self._from_weekday(at, reference)
        return self._from_feast(at, reference)

    def _from_reference(self, at: int, reference: date) -> Found | None:
        """Read an expression that counts from the reference date."""
        lower = self.tokens[at].lower
        found = None
        if lower == "ago":
            found = self._from_ago(at, reference)
        elif lower in ("end", "beginning", "start"):
            found = self._from_end(at, reference)
        elif lower in self.table.which:
            found = self._from_which(at, reference)
        elif lower in self.table.seasons:
            found = self._from_season(at)
        elif lower.startswith("mid-"):
            found = self._from_month(at, reference, lower.removeprefix("mid-"))
        return found
