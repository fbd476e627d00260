"""Article to its counts, sums of money and percentages, with the bounds the words give."""

from __future__ import annotations

from decimal import Decimal

from dossier.reading.findings import Quantity
from dossier.reading.grammar.numberwords import NumberReader, QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import Calendar
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Token


def extract_quantities(article: Article) -> tuple[Quantity, ...]:
    """Counts, money and percentages in text order.

    "at least 14" has a least and no most; "about 50" has neither, as the words promise none;
    "dozens" are at least two dozen. Dates, ages, times of day and labels ("Level 3") are left out.
    """
    reader = _Reader(article.text.tokens)
    return tuple(reader.read())


_WIDEST = 10
"""How many times the lower number of a range the upper one may be."""


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.table = load_table("quantities", QuantityWords)
        self.numbers = NumberReader(tokens, self.table)
        self.months = load_table("calendar", Calendar).months
        self.hedges = {tuple(words.split()): effect for words, effect in self.table.hedges.items()}
        self.behind = {tuple(words.split()): effect for words, effect in self.table.after.items()}
        self.longest = max(len(words) for words in self.hedges)

    def read(self) -> list[Quantity]:
        table = self.table
        tens = [word for word, value in table.numbers.items() if value >= 20]
        starts = {f"{ten}-{one}" for ten in tens for one, value in table.numbers.items() if value < 10}
        starts |= {*table.numbers, *table.vague, *table.scales, "half", "no", "nobody", "none", "no-one"}
        found: list[Quantity] = []
        done = 0
        anchors = [
            i
            for i, token in enumerate(self.tokens)
            if token.lower in starts
            or token.text[0].isdigit()
            or (token.text[0].isupper() and not token.text.isalpha())
        ]
        for index in anchors:
            if self.tokens[index].lower in table.scales:
                index -= 1  # "a dozen"; behind any other word the number itself is the anchor
                if self._text(index).lower() not in ("a", "an"):
                    continue
            if index < done:
                continue
            nothing = self._nothing(index)
            if nothing:
                found.append(self._quantity(index, nothing, 0, 0, None))
                done = nothing
                continue
            item = self._at(index, done)
            if item is not None:
                quantity, done = item
                found.append(quantity)
        return found

    # -- one quantity -----------------------------------------------------------------------------

    def _at(self, at: int, done: int) -> tuple[Quantity, int] | None:
        if self.tokens[at].text[0].isalpha() and self.tokens[at].text[-1].isalnum():
            attached = self.numbers.attached(at)
            if attached is not None:
                value, stop, code = attached
                hedge, first = self._hedge(at, done)
                low, high = self._bounds(value, None, hedge, False, 0)
                return self._quantity(first, stop, low, high, code), stop
            if any(character.isdigit() for character in self.tokens[at].text):
                return None
        currency, first = self._sign_before(at)
        following = self._text(at + 1).lower()
        money = currency is not None or following in self.table.words or following in self.table.shared_words
        number = self.numbers.at(at, money=money)
        if number is None:
            return None
        value, stop, vague = number
        upper, stop = self._range(at, stop, value, currency is not None)
        if upper is not None and self._text(stop).lower() in self.months:
            return None
        unit, stop = self._unit(currency, stop)
        hedge, first = self._hedge(first, done)
        if upper is not None and self._text(first - 1).lower() == "between" and first - 1 >= done:
            first -= 1
        effect, stop = self._hedge_behind(stop)
        hedge = hedge or effect
        if unit is None and not vague and self._is_no_count(at, first, stop, value):
            return None
        if unit is None and hedge is None and upper is None and not vague and self._is_label(at, stop):
            return None
        step = 1 if unit is None else 0  # "more than 20" people are 21 at least; money has no next amount
        low, high = self._bounds(value, upper, hedge, vague, step)
        return self._quantity(first, stop, low, high, unit), stop

    @staticmethod
    def _bounds(
        value: Decimal, upper: Decimal | None, hedge: str | None, vague: bool, step: int
    ) -> tuple[int | None, int | None]:
        if value != int(value) or (upper is not None and upper != int(upper)):
            return None, None  # 4.3 has no whole number; the words say it
        low = int(value)
        if upper is not None:
            return low, int(upper)
        if vague:
            return (low, None) if hedge in (None, "min", "above") else (None, None)
        bounds: dict[str | None, tuple[int | None, int | None]] = {
            None: (low, low),
            "min": (low, None),
            "above": (low + step, None),
            "max": (None, low),
            "below": (None, low - step),
        }
        return bounds.get(hedge, (None, None))

    def _range(self, at: int, stop: int, value: Decimal, money: bool) -> tuple[Decimal | None, int]:
        """The upper number of "10 to 20", "between 10 and 20", "10-20"."""
        link = self._text(stop).lower()
        between = self._text(at - 1).lower() == "between" or (
            money and self._text(at - 2).lower() == "between"
        )
        if not (link in ("to", "-", "–", "—", "or") or (link == "and" and between)):
            return None, stop
        if (
            link in ("-", "–", "—")
            and stop + 1 < len(self.tokens)
            and self.tokens[stop + 1].start != self.tokens[stop].end
        ):
            return None, stop
        index = stop + 1
        if self._text(index) in self.table.signs:
            index += 1
            money = True
        if index >= len(self.tokens):
            return None, stop
        second = self.numbers.at(index, money=money)
        if second is None or second[2]:
            return None, stop
        upper, end, _ = second
        if upper <= value or upper > _WIDEST * value:
            return None, stop  # "rose 11,000 to 813,200" is no range
        return upper, end

    # -- around the number ------------------------------------------------------------------------

    def _sign_before(self, at: int) -> tuple[str | None, int]:
        """Currency before the number, and the token it starts at."""
        sign = self._text(at - 1)
        if sign in self.table.signs:
            prefix = self._text(at - 2).lower()
            if prefix in self.table.prefixes and self._text(at - 2)[0].isupper():
                return self.table.prefixes[prefix], at - 2
            return self.table.signs[sign], at - 1
        code = self.table.codes.get(sign.lower())
        if code and sign[0].isupper():
            return code, at - 1
        if sign == "." and self._text(at - 2) == "Rs":
            return self.table.codes["rs"], at - 2
        return None, at

    def _unit(self, currency: str | None, stop: int) -> tuple[str | None, int]:
        word = self._text(stop).lower()
        pair = f"{word} {self._text(stop + 1).lower()}"
        if currency is not None:
            return currency, stop
        if word in self.table.percent:
            return "percent", stop + 1
        if pair in self.table.percent:
            return "percent", stop + 2
        if pair in self.table.shared:
            return self.table.shared[pair], stop + 2
        triple = f"{pair} {self._text(stop + 2).lower()}"
        if triple in self.table.shared:
            return self.table.shared[triple], stop + 3
        if word in self.table.words:
            return self.table.words[word], stop + 1
        if word in self.table.shared_words:
            return word, stop + 1
        if word in self.table.codes and self._text(stop).isupper():
            return self.table.codes[word], stop + 1
        return None, stop

    def _hedge(self, first: int, done: int) -> tuple[str | None, int]:
        """The longest hedge that ends before token `first`, and where it starts."""
        for size in range(min(self.longest, first - done), 0, -1):
            words = tuple(token.lower for token in self.tokens[first - size : first])
            if words in self.hedges:
                return self.hedges[words], first - size
        return None, first

    def _hedge_behind(self, stop: int) -> tuple[str | None, int]:
        words = (self._text(stop).lower(), self._text(stop + 1).lower())
        if words in self.behind:
            return self.behind[words], stop + 2
        if self._text(stop) == "+" and self.tokens[stop].start == self.tokens[stop - 1].end:
            return "min", stop + 1
        return None, stop

    def _nothing(self, at: int) -> int:
        """Token after "no one", "no casualties"; 0 when it isn't that."""
        lower = self.tokens[at].lower
        pair = f"{lower} {self._text(at + 1).lower()}"
        if pair in self.table.nobody:
            return at + 2
        if lower in self.table.nobody and self._text(at + 1).lower() != "of":
            return at + 1
        if lower == "no" and self._text(at + 1).lower() in self.table.nothing_of:
            return at + 2
        return 0

    def _is_label(self, at: int, stop: int) -> bool:
        """Whether a bare number is a date, an age, a time or the name of something."""
        token = self.tokens[at]
        before, after = self._text(at - 1), self._text(stop)
        if before == "." and self._text(at - 2).lower() in self.table.labels:
            return True
        if before.lower() in self.table.labels or after.lower() in self.table.not_counts:
            return True
        if after == "and" and self._text(stop + 2).lower() in self.months:
            return True
        if before == "at" and after[:1].isupper():
            return True  # a house number
        if token.lower == "one":
            return (
                before.lower() in self.table.not_before_one
                or after.lower() in self.table.not_counted_by_one
                or not after[:1].isalpha()
            )
        if not token.text[0].isdigit():
            return False
        if (
            before.lower() in self.months
            or after.lower() in self.months
            or (after == "of" and self._text(stop + 1).lower() in self.months)
        ):
            return True
        if before in (",", "(") and after in (",", ")"):
            return True  # an age
        touching = (
            at > 0
            and self.tokens[at - 1].end == token.start
            and before not in ("(", "“", "‘", '"', "'", "–", "—")
        )
        return touching or (
            after in ("-", "/", ":", "–") and self.tokens[stop].start == self.tokens[stop - 1].end
        )

    def _is_no_count(self, at: int, first: int, stop: int, value: Decimal) -> bool:
        """Whether a number is part of a date, a time of day, a fraction ("three in 10") or a name."""
        token, before, after = self.tokens[at], self._text(at - 1), self._text(stop)
        if before.lower() in self.months or (before == "." and self._text(at - 2).lower() in self.months):
            return True
        if after in self.table.fractions or (after in ("in", "of", "out") and self._is_number(stop + 1)):
            return True
        if (before == "in" and self._is_number(at - 2)) or (token.text[0].isupper() and before[:1].isalpha()):
            return True
        if len(token.text) != 4 or not token.text.isdecimal():
            return False
        counted = after[:1].islower() and after not in self.table.no_nouns
        bare = first == at and 1500 <= value <= 2100 and after.lower() not in self.table.counted
        return token.text[0] == "0" or bare or not counted

    def _is_number(self, index: int) -> bool:
        return self._text(index)[:1].isdigit() or self._text(index).lower() in self.table.numbers

    def _quantity(
        self, first: int, stop: int, low: int | None, high: int | None, unit: str | None
    ) -> Quantity:
        return Quantity(
            start=self.tokens[first].start, end=self.tokens[stop - 1].end, min=low, max=high, unit=unit
        )

    def _text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""
