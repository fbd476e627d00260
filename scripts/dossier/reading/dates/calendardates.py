"""Tokens to dates of the calendar: "7 October 2016", "Oct. 7-9", "in October", "2016", "the 1990s"."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from dossier.reading.dates.datewords import AS_WRITTEN, WINDOW, DateReader, Found, explicit, plain_number
from dossier.reading.dates.reckoning import Resolved, day_near, edtf_month, month_near, valid_day
from dossier.reading.text.tokens import Token

_YEAR_TOLD = "the year the words count from publication"
_TO_COME = frozenset(("will", "would", "to", "shall", "must", "should"))


class CalendarDates(DateReader):
    """Reads dates that name a day, month, year, decade or century."""

    def _from_digit(self, at: int, reference: date | None) -> Found | None:
        """Read "7 October 2016", "2016-10-07", "10/7/2016", "27 Aug 88", "1990s", "2016"."""
        token = self.tokens[at]
        numeric = self._numeric(at)
        if numeric is not None:
            return numeric
        number = plain_number(token)
        if number is not None and 1 <= number <= 31 and len(token.text) <= 4:
            month_at = at + 1
            if (
                self._lower(month_at) == "and"
                and self._lower(at + 3) in self.months
                and plain_number(self.tokens[at + 2])
            ):
                return self._from_first_of_two(at, number, reference)
            if self._lower(month_at) == "of":
                month_at += 1
            month = self.months.get(self._lower(month_at))
            if month and self.tokens[month_at].text[0].isupper():
                return self._day_month(at, number, month_at, month, reference)
        return self._from_year(at)

    def _day_month(
        self, at: int, number: int, month_at: int, month: int, reference: date | None
    ) -> Found | None:
        """Read "7 October 2016" and "7 October"."""
        first = self._with_weekday(at)
        year, stop = self._year_after(self._skip_stop(month_at + 1))
        if year is not None:
            day = valid_day(year, month, number)
            return Found(first, stop, explicit(day)) if day else None
        told, stop = self._year_told(self._skip_stop(month_at + 1), reference)
        day = valid_day(told, month, number) if told is not None else None
        if day is not None:
            return Found(first, stop, Resolved(day.isoformat(), "day", _YEAR_TOLD))
        if reference is None:
            return None
        near = day_near(reference, month, number, self._direction(at))
        return Found(first, month_at + 1, near) if near else None

    def _from_first_of_two(self, at: int, number: int, reference: date | None) -> Found | None:
        """Read "6" of "6 and 7 November"."""
        second = self._from_digit(at + 2, reference)
        if second is None or second.resolved is None or second.resolved.precision != "day":
            return None
        other = date.fromisoformat(second.resolved.edtf)
        day = valid_day(other.year, other.month, number)
        if day is None:
            return None
        return Found(at, at + 1, second.resolved._replace(edtf=day.isoformat()))

    def _numeric(self, at: int) -> Found | None:
        """Numbers with the same mark between them."""
        if at + 4 >= len(self.tokens) + 0 or self.tokens[at + 1].text not in ("-", "/", "."):
            return None
        parts = self.tokens[at : at + 5]
        if parts[1].text != parts[3].text or any(a.end != b.start for a, b in pairwise(parts)):
            return None
        numbers = [plain_number(parts[0]), plain_number(parts[2]), plain_number(parts[4])]
        if any(n is None for n in numbers):
            return None
        a, b, c = (n or 0 for n in numbers)
        if len(parts[0].text) == 4:
            day = valid_day(a, b, c)
        elif len(parts[4].text) == 4 and a > 12:
            day = valid_day(c, b, a)
        elif len(parts[4].text) == 4 and b > 12:
            day = valid_day(c, a, b)
        else:
            day = None  # 4/5/2016 has two readings
        return Found(at, at + 5, explicit(day)) if day else None

    def _from_year(self, at: int) -> Found | None:
        token = self.tokens[at]
        text = token.text
        if len(text) == 5 and text[:4].isdecimal() and text.endswith("0s"):
            if not "1500" <= text[:4] <= "2090":
                return None
            return Found(at, at + 1, Resolved(text[:3] + "X", "decade", AS_WRITTEN, relative=False))
        if len(text) == 4 and text[2:] in ("th", "st", "nd", "rd") and self._lower(at + 1) == "century":
            return Found(
                at, at + 2, Resolved(f"{int(text[:2]) - 1:02d}XX", "century", AS_WRITTEN, relative=False)
            )
        if len(text) != 4 or not text.isdecimal() or not "1500" <= text <= "2100":
            return None
        before, after = self.tokens[at - 1] if at else None, self._lower(at + 1)
        if after in self.table.counted or (after in self.table.units and after.endswith("s")):
            return None
        if (
            before is not None
            and before.end == token.start
            and before.text not in ("(", "-", "–", "—", "/", "‘", "“", '"', "'")
        ):
            return None  # $2000, #2000
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        touching = following is not None and following.start == token.end
        if touching and following is not None and following.text[0].isalnum():
            return None
        if not self._year_like(at, before, after):
            return None
        return Found(at, at + 1, Resolved(text, "year", AS_WRITTEN, relative=False))

    def _year_like(self, at: int, before: Token | None, after: str) -> bool:
        """Whether what stands around four digits lets them be a year."""
        if after in ("-", "–", "—") and len(self._text(at + 2)) == 4 and self._text(at + 2).isdecimal():
            return True
        if "1800" <= self.tokens[at].text <= "2060":
            return before is None or before.text not in (
                "$",
                "£",
                "€",
                "#",
                "at",
                "about",
                "some",
                "over",
                "nearly",
            )
        return (
            before is not None
            and before.lower in self.table.before
            and after in (",", ".", ";", "", ")", "and", "to")
        )

    def _from_month(self, at: int, reference: date | None, name: str) -> Found | None:
        """Read "October 7, 2016", "Oct. 7-9", "October 2016", "in October"."""
        month = self.months[name]
        end = self._skip_stop(at + 1)
        number = plain_number(self.tokens[end]) if end < len(self.tokens) else None
        if (
            number is not None
            and 1 <= number <= 31
            and len(self.tokens[end].text) <= 4
            and not self._is_clock(end)
        ):
            return self._month_day(at, month, number, end + 1, reference)
        year, stop = self._year_after(end)
        if year is not None:
            return Found(at, stop, Resolved(edtf_month(year, month), "month", AS_WRITTEN, relative=False))
        near, stop = self._year_told(end, reference)
        if near is not None:
            return Found(at, stop, Resolved(edtf_month(near, month), "month", _YEAR_TOLD))
        if reference is None or not self._bare_month(at):
            return None
        which = self.table.which.get(self._lower(at - 1))
        if which is None:
            ahead = 1 if self._is_term(at) else self._direction(at)
            return Found(at, at + 1, month_near(reference, month, ahead))
        if which < 0 and month == reference.month:
            reference = reference.replace(year=reference.year - 1)
        return Found(at - 1, at + 1, month_near(reference, month, which))

    def _month_day(self, at: int, month: int, number: int, stop: int, reference: date | None) -> Found | None:
        first = self._with_weekday(at)
        last, after = self._range_end(stop)
        year, end = self._year_after(after)
        if year is not None:
            day = valid_day(year, month, number)
            if day is None:
                return None
            until = valid_day(year, month, last) if last else None
            return Found(first, end, explicit(day, until))
        told, end = self._year_told(after, reference)
        day = valid_day(told, month, number) if told is not None and last is None else None
        if day is not None:
            return Found(first, end, Resolved(day.isoformat(), "day", _YEAR_TOLD))
        if reference is None:
            return None
        near = day_near(reference, month, number, self._direction(at))
        if near is None:
            return None
        until = valid_day(int(near.edtf[:4]), month, last) if last else None
        if until is not None:
            near = near._replace(edtf=f"{near.edtf}/{until}", precision="interval")
        return Found(first, after, near)

    def _range_end(self, at: int) -> tuple[int | None, int]:
        """Read "-9" of "7-9 October"; and the token after it."""
        if self._text(at) in ("-", "–", "—") and at + 1 < len(self.tokens):
            number = plain_number(self.tokens[at + 1])
            if number is not None and 1 <= number <= 31 and self.tokens[at].start == self.tokens[at - 1].end:
                return number, at + 2
        return None, at

    def _bare_month(self, at: int) -> bool:
        """Whether a month alone is a month and not a verb, a name or a part of one."""
        following = self._text(at + 1)
        ambiguous = self.tokens[at].lower in self.table.ambiguous_months
        named = following[:1].isupper() and following.lower() not in self.weekdays
        before = self._lower(at - 1)
        if before in self.table.which or before in self.table.before or "-" in self.tokens[at].text:
            return not (ambiguous and named)
        if ambiguous or named:
            return False
        return before in ("a", "the") or not self._text(at - 1)[:1].isupper()

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """A year at or behind a comma at token `at`, and the token after it."""
        index = at + 1 if self._text(at) in (",", "of", "in") else at
        text = self._text(index)
        if len(text) == 4 and text.isdecimal() and "1000" <= text <= "2200":
            return int(text), index + 1
        if (
            index == at
            and len(text) == 2
            and text.isdecimal()
            and text >= "32"
            and self.tokens[at].start > self.tokens[at - 1].end
        ):
            return 1900 + int(text), index + 1  # 27 Aug 88
        if text[:1] in ("'", "’") and len(self._text(index + 1)) == 2 and self._text(index + 1).isdecimal():
            short = int(self._text(index + 1))
            return (1900 if short > 50 else 2000) + short, index + 2
        return None, at

    def _year_told(self, at: int, reference: date | None) -> tuple[int | None, int]:
        """The year of "(of) last year", "this year", "next year" at a token, and the token after it."""
        index = at + 1 if self._text(at) in (",", "of") else at
        which = self.table.which.get(self._lower(index))
        if reference is None or which is None or self._lower(index + 1) != "year":
            return None, at
        return reference.year + which, index + 2

    def _is_term(self, at: int) -> bool:
        """Whether a month is one by or until which something is to happen."""
        before = at - 1
        if self._lower(before) == "of" and self._lower(before - 1) in ("end", "start", "beginning", "middle"):
            before -= 2
            before -= self._lower(before) == "the"
        if self._lower(before) not in ("by", "until", "till", "through"):
            return False
        return any(self._lower(i) in _TO_COME for i in range(max(before - WINDOW // 2, 0), before))

    def _with_weekday(self, at: int) -> int:
        """The token of the weekday before a date, else the date's own first token."""
        index = at - 1
        if self._lower(index) in ("the", "on"):
            index -= 1
        if self._text(index) == ",":
            index -= 1
        if self._text(index) == "." and index > 0 and self._lower(index - 1) in self.weekdays:
            index -= 1
        return index if index >= 0 and self._lower(index) in self.weekdays else at
