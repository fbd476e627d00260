"""Tokens to dates counted from publication or from another date: "last week", "the day before"."""

from __future__ import annotations

from datetime import date

from dossier.reading.dates.calendardates import CalendarDates
from dossier.reading.dates.datewords import AS_WRITTEN, Found, explicit, plain_number
from dossier.reading.dates.reckoning import (
    Resolved,
    ago,
    day_near,
    days_from,
    period,
    season_near,
    valid_day,
    weekday,
    weekday_of_week,
)

_LENGTHS = frozenset(("past", "previous", "coming", "last"))


class RelativeDates(CalendarDates):
    """Reads dates that only mean something beside another date."""

    def _from_weekday(self, at: int, reference: date | None) -> Found | None:
        end = self._skip_stop(at + 1)
        nearby = end + 1 if self._text(end) == "," else end
        if self._text(nearby) and (self._lower(nearby) in self.months or plain_number(self.tokens[nearby])):
            dated = self._dated(nearby, reference)
            if dated is not None and dated.first == at:
                return dated
        if reference is None or self._lower(at - 1) in self.table.never_before:
            return None
        if self._text(end)[:1].isupper() and self._lower(end) in self.table.newspapers:
            return None
        week = at + 2 if self._lower(at + 1) == "of" else at + 1
        told = self.table.which.get(self._lower(week))
        if told is not None and self._lower(week + 1) == "week":
            return Found(at, week + 2, weekday_of_week(reference, self.weekdays[self.tokens[at].lower], told))
        which = self.table.which.get(self._lower(at - 1))
        direction = self._direction(at) if which is None else which
        number = self.weekdays[self.tokens[at].lower]
        if which is None and (direction < 0 or reference.weekday() == number):
            direction = 0
        first = at if which is None else at - 1
        return Found(first, at + 1, weekday(reference, number, direction))

    def _dated(self, at: int, reference: date | None) -> Found | None:
        """The date at a month or number."""
        if self._text(at)[0].isdigit():
            return self._from_digit(at, reference)
        return self._from_month(at, reference, self._lower(at))

    def _from_feast(self, at: int, reference: date | None) -> Found | None:
        if not self.tokens[at].text[0].isupper():
            return None
        for size in (4, 3, 2, 1):
            words = "".join(
                ("" if t.text in ("'s", "’s") else " ") + t.lower for t in self.tokens[at : at + size]
            ).strip()
            value = self.table.feasts.get(words)
            if value is None:
                continue
            month, day = int(value[:2]), int(value[3:])
            year, stop = self._year_after(at + size)
            if year is not None:
                feast = valid_day(year, month, day)
                return Found(at, stop, explicit(feast)) if feast else None
            if reference is None or (
                size == 1 and self._lower(at - 1) not in ("on", "at", "before", "after", "last", "this")
            ):
                return None
            return Found(at, at + size, day_near(reference, month, day, self._direction(at)))
        return None

    def _from_ago(self, at: int, reference: date) -> Found | None:
        """Read "two years ago", "a decade earlier" (counted from publication only with "ago")."""
        if at < 2:
            return None
        unit = self.table.units.get(self._lower(at - 1))
        if unit in (None, "part", "weekend"):
            return None
        count = self.table.numbers.get(self._lower(at - 2)) or plain_number(self.tokens[at - 2])
        if count is None:
            return None
        first = at - 2
        exact = True
        while first > 0 and self._lower(first - 1) in (
            "about",
            "around",
            "nearly",
            "almost",
            "some",
            "roughly",
            "over",
            "just",
            "than",
            "more",
            "least",
            "at",
        ):
            first -= 1
            exact = False
        if self._lower(first) == "than":
            first += 1
        resolved = ago(reference, count, unit or "", exact)
        return Found(first, at + 1, resolved) if resolved else None

    def _from_end(self, at: int, reference: date) -> Found | None:
        """Read "the end of the year", "by the end of this month"."""
        if self._lower(at + 1) != "of":
            return None
        index = at + 2
        which = 0
        if self._lower(index) in ("the", "this"):
            index += 1
        elif self._lower(index) in self.table.which:
            which = self.table.which[self._lower(index)]
            index += 1
        word = self._lower(at)
        if self._lower(index) == "year":
            year = reference.year + which
            rule = f"the {word} of the year {'of' if which == 0 else 'next to'} publication"
            day = f"{year}-12-31" if word == "end" else f"{year}-01-01"
            return Found(at, index + 1, Resolved(day, "approximate" if word != "end" else "day", rule))
        return None

    def _from_which(self, at: int, reference: date) -> Found | None:
        """Read "last week", "this month", "next Tuesday", "the past year", "last night"."""
        offset = self.table.which[self._lower(at)]
        word = self._lower(at + 1)
        if word in self.weekdays or word in self.months:
            if not self._text(at + 1)[:1].isupper():
                return None
            if word in self.weekdays:
                return self._from_weekday(at + 1, reference)
            return self._from_month(at + 1, reference, word)
        if word in self.table.seasons:
            season = self.table.seasons[word]
            year, stop = self._year_after(at + 2)
            if year is None:
                return Found(at, at + 2, season_near(reference, season, word, offset))
            return Found(at, stop, Resolved(f"{year}-{season}", "season", AS_WRITTEN, relative=False))
        if self._lower(at - 1) == "the" and self._lower(at) in _LENGTHS and word != "weekend":
            return None  # "the past year" is a length of time
        unit = self.table.units.get(word)
        if word.endswith("s") or unit in (None, "hour", "fortnight"):
            return None
        if unit == "part" or word == "night":
            night = self._lower(at) == "last"
            return Found(at, at + 2, days_from(reference, -1 if night else 0))
        resolved = period(reference, unit or "", offset)
        return Found(at, at + 2, resolved) if resolved else None

    def _from_season(self, at: int) -> Found | None:
        """Read "in the summer of 2015", "spring 2016"."""
        name = self._lower(at)
        year, stop = self._year_after(at + 1)
        if year is not None and self._text(at + 1) != "in":
            edtf = f"{year}-{self.table.seasons[name]}"
            return Found(at, stop, Resolved(edtf, "season", AS_WRITTEN, relative=False))
        return None

    def _from_relative(self, at: int) -> Found | None:
        """Read "the following day", "a day later", "the day before": counted from the date named before."""
        lower = self._lower(at)
        if lower in self.table.relative and self._lower(at + 1) == "day" and self._lower(at - 1) == "the":
            return Found(at - 1, at + 2, None, self.table.relative[lower])
        if lower == "before" and self._lower(at - 1) == "year" and self._lower(at - 2) == "the":
            ends = not self._text(at + 1)[:1].isalnum()
            return Found(at - 2, at + 1, None, -365) if ends else None
        if self._lower(at - 1) == "day" and self._lower(at - 2) in ("a", "one", "the"):
            sign = {"later": 1, "after": 1, "earlier": -1, "before": -1}.get(lower)
            definite = self._lower(at - 2) == "the"
            if sign is not None and definite == (lower in ("before", "after")):
                if definite and self._text(at + 1)[:1].isalnum():
                    return None  # the day after something else
                return Found(at - 2, at + 1, None, sign)
        return None
