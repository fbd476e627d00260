"""Tokens to date expressions: a small grammar that starts at months, weekdays, years and words like "ago"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dossier.lexicon import load_table
from dossier.namewords import Calendar
from dossier.reckoning import (
    Resolved,
    ago,
    day_near,
    days_from,
    edtf_month,
    month_near,
    period,
    season_near,
    valid_day,
    weekday,
)
from dossier.text import Text, Token

_EXPLICIT = "as written"
_WINDOW = 25
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


def _number(token: Token) -> int | None:
    """A plain or ordinal number of at most four digits."""
    text = token.text
    if text[0].isdigit():
        if text[-2:].lower() in _ORDINALS:
            text = text[:-2]
        if text.isdecimal() and text.isascii() and len(text) <= 4:
            return int(text)
    return None


class DateGrammar:
    """Finds the date expressions of one text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.tokens = text.tokens
        self.table = load_table("date_words", DateWords)
        calendar = load_table("calendar", Calendar)
        self.months, self.weekdays = calendar.months, calendar.weekdays
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
            if token.lower in words or (token.text[0].isdigit() and len(token.text) in (1, 2, 4, 5))
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

    # -- dispatch ---------------------------------------------------------------------------------

    def _at(self, at: int, reference: date | None) -> Found | None:
        token = self.tokens[at]
        if token.text[0].isdigit():
            return self._from_digit(at, reference)
        lower = token.lower
        table = self.table
        if lower.startswith("mid-"):
            lower = lower[4:]
        if lower in self.months and token.text[-1].islower() and lower != token.lower:
            return self._from_month(at, reference, lower)
        if lower in self.months and token.text[0].isupper():
            found = self._from_month(at, reference)
            if found is not None:
                return found
        if lower in self.weekdays and token.text[0].isupper():
            return self._from_weekday(at, reference)
        if lower in table.days:
            return self._relative_found(at, at + 1, reference, table.days[lower], lower)
        feast = self._from_feast(at, reference)
        if feast is not None:
            return feast
        if reference is not None:
            if lower in ("ago", "earlier", "before"):
                found = self._from_ago(at, reference, lower)
                if found is not None:
                    return found
            if lower in ("end", "beginning", "start"):
                return self._from_end(at, reference)
            if lower in table.which:
                found = self._from_which(at, reference)
                if found is not None:
                    return found
            if lower in table.seasons:
                return self._from_season(at, reference)
        if lower in table.relative or lower in ("before", "after", "later", "earlier"):
            return self._from_relative(at)
        return None

    # -- absolute ---------------------------------------------------------------------------------

    def _from_digit(self, at: int, reference: date | None) -> Found | None:
        """ "7 October 2016", "2016-10-07", "10/7/2016", "27 Aug 88", "1990s", "2016"."""
        token = self.tokens[at]
        numeric = self._numeric(at)
        if numeric is not None:
            return numeric
        number = _number(token)
        if number is not None and 1 <= number <= 31 and len(token.text) <= 4:
            month_at = at + 1
            if (
                self._lower(month_at) == "and"
                and self._lower(at + 3) in self.months
                and _number(self.tokens[at + 2])
            ):
                return self._from_first_of_two(at, number, reference)
            if self._lower(month_at) == "of":
                month_at += 1
            month = self.months.get(self._lower(month_at))
            if month and self.tokens[month_at].text[0].isupper():
                end = self._skip_stop(month_at + 1)
                year, stop = self._year_after(end)
                if year is not None:
                    day = valid_day(year, month, number)
                    return Found(self._with_weekday(at), stop, self._explicit(day)) if day else None
                if reference is not None:
                    near = day_near(reference, month, number, self._direction(at))
                    return Found(self._with_weekday(at), month_at + 1, near) if near else None
            return None
        return self._from_year(at)

    def _from_first_of_two(self, at: int, number: int, reference: date | None) -> Found | None:
        """ "6" of "6 and 7 November"."""
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
        if parts[1].text != parts[3].text or any(
            a.end != b.start for a, b in zip(parts, parts[1:], strict=False)
        ):
            return None
        numbers = [_number(parts[0]), _number(parts[2]), _number(parts[4])]
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
        return Found(at, at + 5, self._explicit(day)) if day else None

    def _from_year(self, at: int) -> Found | None:
        token = self.tokens[at]
        text = token.text
        if len(text) == 5 and text[:4].isdecimal() and text.endswith("0s"):
            if not "1500" <= text[:4] <= "2090":
                return None
            return Found(at, at + 1, Resolved(text[:3] + "X", "decade", _EXPLICIT, relative=False))
        if len(text) == 4 and text[2:] in ("th", "st", "nd", "rd") and self._lower(at + 1) == "century":
            return Found(
                at, at + 2, Resolved(f"{int(text[:2]) - 1:02d}XX", "century", _EXPLICIT, relative=False)
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
        return Found(at, at + 1, Resolved(text, "year", _EXPLICIT, relative=False))

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

    def _from_month(self, at: int, reference: date | None, name: str = "") -> Found | None:
        """ "October 7, 2016", "Oct. 7-9", "October 2016", "in October"."""
        month = self.months[name or self.tokens[at].lower]
        end = self._skip_stop(at + 1)
        number = _number(self.tokens[end]) if end < len(self.tokens) else None
        if (
            number is not None
            and 1 <= number <= 31
            and len(self.tokens[end].text) <= 4
            and not self._is_clock(end)
        ):
            return self._month_day(at, month, number, end + 1, reference)
        year, stop = self._year_after(end)
        if year is not None:
            return Found(at, stop, Resolved(edtf_month(year, month), "month", _EXPLICIT, relative=False))
        if reference is None or not self._bare_month(at):
            return None
        which = self.table.which.get(self._lower(at - 1))
        if which is None:
            return Found(at, at + 1, month_near(reference, month, self._direction(at)))
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
            return Found(first, end, self._explicit(day, until))
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
        """ "-9" of "7-9 October"; and the token after it."""
        if self._text(at) in ("-", "–", "—") and at + 1 < len(self.tokens):
            number = _number(self.tokens[at + 1])
            if number is not None and 1 <= number <= 31 and self.tokens[at].start == self.tokens[at - 1].end:
                return number, at + 2
        return None, at

    def _bare_month(self, at: int) -> bool:
        """Whether a month alone is a month and not a verb, a name or a part of one."""
        following = self._text(at + 1)
        if following[:1].isupper() and following.lower() not in self.weekdays:
            return False
        before = self._lower(at - 1)
        if before in self.table.which or before in self.table.before or "-" in self.tokens[at].text:
            return True
        if self.tokens[at].lower in self.table.ambiguous_months:
            return False
        return not self._text(at - 1)[:1].isupper()

    def _explicit(self, day: date, until: date | None = None) -> Resolved:
        if until is not None:
            return Resolved(f"{day}/{until}", "interval", _EXPLICIT, relative=False)
        return Resolved(day.isoformat(), "day", _EXPLICIT, relative=False)

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

    # -- relative to publication ------------------------------------------------------------------

    def _from_weekday(self, at: int, reference: date | None) -> Found | None:
        end = self._skip_stop(at + 1)
        nearby = end + 1 if self._text(end) == "," else end
        if self._text(nearby) and (self._lower(nearby) in self.months or _number(self.tokens[nearby])):
            dated = self._at(nearby, reference)
            if dated is not None and dated.first == at:
                return dated
        if reference is None or self._lower(at - 1) in self.table.never_before:
            return None
        if self._text(end)[:1].isupper() and self._lower(end) in self.table.newspapers:
            return None
        which = self.table.which.get(self._lower(at - 1))
        direction = self._direction(at) if which is None else which
        number = self.weekdays[self.tokens[at].lower]
        if which is None and (direction < 0 or reference.weekday() == number):
            direction = 0
        first = at if which is None else at - 1
        return Found(first, at + 1, weekday(reference, number, direction))

    def _relative_found(
        self, first: int, stop: int, reference: date | None, days: int, word: str
    ) -> Found | None:
        if reference is None:
            return None
        return Found(first, stop, days_from(reference, days))

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
                explicit = valid_day(year, month, day)
                return Found(at, stop, self._explicit(explicit)) if explicit else None
            if reference is None or (
                size == 1 and self._lower(at - 1) not in ("on", "at", "before", "after", "last", "this")
            ):
                return None
            return Found(at, at + size, day_near(reference, month, day, self._direction(at)))
        return None

    def _from_ago(self, at: int, reference: date, lower: str) -> Found | None:
        """ "two years ago", "a decade earlier" (counted from publication only with "ago")."""
        if lower != "ago" or at < 2:
            return None
        unit = self.table.units.get(self._lower(at - 1))
        if unit in (None, "part", "weekend"):
            return None
        count = self.table.numbers.get(self._lower(at - 2)) or _number(self.tokens[at - 2])
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
        """ "the end of the year", "by the end of this month"."""
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
        """ "last week", "this month", "next Tuesday", "the past year", "last night"."""
        offset = self.table.which[self._lower(at)]
        word = self._lower(at + 1)
        if word in self.weekdays or word in self.months:
            return self._at(at + 1, reference) if self._text(at + 1)[:1].isupper() else None
        if word in self.table.seasons:
            season = self.table.seasons[word]
            year, stop = self._year_after(at + 2)
            if year is None:
                return Found(at, at + 2, season_near(reference, season, word, offset))
            return Found(at, stop, Resolved(f"{year}-{season}", "season", _EXPLICIT, relative=False))
        if (
            self._lower(at) in ("past", "previous", "coming", "current")
            and self._lower(at - 1) == "the"
            and offset
        ):
            return None  # "the past year" is a length of time
        unit = self.table.units.get(word)
        if word.endswith("s") or unit in (None, "hour", "fortnight"):
            return None
        if unit == "part" or word == "night":
            night = self._lower(at) == "last"
            return Found(at, at + 2, days_from(reference, -1 if night else 0))
        resolved = period(reference, unit or "", offset)
        return Found(at, at + 2, resolved) if resolved else None

    def _from_season(self, at: int, reference: date) -> Found | None:
        """ "in the summer of 2015", "spring 2016"."""
        name = self._lower(at)
        year, stop = self._year_after(at + 1)
        if year is not None and self._text(at + 1) != "in":
            edtf = f"{year}-{self.table.seasons[name]}"
            return Found(at, stop, Resolved(edtf, "season", _EXPLICIT, relative=False))
        return None

    def _from_relative(self, at: int) -> Found | None:
        """ "the following day", "a day later", "the day before": counted from the date named before."""
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
                if self._text(at + 1)[:1].isalnum():
                    return None  # the day after something else
                return Found(at - 2, at + 1, None, sign)
        return None

    # -- small helpers ----------------------------------------------------------------------------

    def _direction(self, at: int) -> int:
        """1 when the words around tell of what is to come, -1 of what is over, 0 when neither."""
        sentence = self.text.sentence_at(self.tokens[at].start)
        begin, end = max(sentence.first, at - _WINDOW), min(sentence.stop, at + _WINDOW // 2)
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
        return any(a in ("is", "are") and b == "to" for a, b in zip(words, words[1:], strict=False))

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
