"""Tokens to numbers: digits, words, scales, plurals ("two dozen", "1.5 million", "tens of thousands")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from string import ascii_letters
from typing import NamedTuple

from dossier.reading.text.tokens import Around, Token

_ATTACHED = re.compile(r"([A-Z][A-Za-z]{0,3})(\d+[a-z]{0,2})")
_LONGEST = 18
"""Digits in a number; a longer one is a serial number."""


class QuantityWords(NamedTuple):
    """Shape of lexicon/quantities.yaml."""

    numbers: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    money_suffixes: dict[str, int]
    vague: dict[str, int]
    hedges: dict[str, str]
    after: dict[str, str]
    nobody: frozenset[str]
    nothing_of: frozenset[str]
    signs: dict[str, str]
    prefixes: dict[str, str]
    codes: dict[str, str]
    attached: dict[str, str]
    words: dict[str, str]
    shared_words: frozenset[str]
    shared: dict[str, str]
    percent: frozenset[str]
    not_counted_by_one: frozenset[str]
    not_before_one: frozenset[str]
    labels: frozenset[str]
    not_counts: frozenset[str]
    counted: frozenset[str]
    fractions: frozenset[str]
    no_nouns: frozenset[str]


class NumberReader(Around):
    """Reads numbers at tokens of one text."""

    def __init__(self, tokens: Sequence[Token], table: QuantityWords) -> None:
        super().__init__(tokens)
        self.table = table

    def at(self, index: int, *, money: bool) -> tuple[Decimal, int, bool] | None:
        """The number at a token, the token after it, and whether it is a vague plural."""
        lower = self.tokens[index].lower
        if lower in self.table.vague:
            return self._vague(index)
        if lower in ("a", "half", "an"):
            return self._with_article(index)
        if self.tokens[index].text[0].isdigit():
            value, stop = self._digits(index, money)
        else:
            value, stop = self._words(index)
        if value is None:
            return None
        while stop < len(self.tokens) and self.lower(stop) in self.table.scales:
            value *= self.table.scales[self.lower(stop)]
            stop += 1
        return value, stop, False

    def _vague(self, index: int) -> tuple[Decimal, int, bool] | None:
        """Read "dozens", "tens of thousands": at least two of them."""
        value = 2 * self.table.vague[self.tokens[index].lower]
        stop = index + 1
        if self.lower(stop) == "of" and self.lower(stop + 1) in self.table.vague:
            value *= self.table.vague[self.lower(stop + 1)]
            stop += 2
        elif self.tokens[index].lower == "tens":
            return None
        return Decimal(value), stop, True

    def _with_article(self, index: int) -> tuple[Decimal, int, bool] | None:
        """Read "a dozen", "a hundred", "half a million"."""
        half = self.lower(index) == "half"
        at = index + 1
        if half and self.lower(at) in ("a", "an"):
            at += 1
        scale = self.table.scales.get(self.lower(at))
        if scale is None or scale == self.table.scales["score"]:
            return None
        value = Decimal(scale) / 2 if half else Decimal(scale)
        return value, at + 1, False

    def attached(self, index: int) -> tuple[Decimal, int, str] | None:
        """The sum at a token that begins with its currency ("Rs3.5bn"), the token after it, the currency."""
        match = _ATTACHED.fullmatch(self.tokens[index].text)
        unit = self.table.attached.get(match[1].lower()) if match else None
        if match is None or unit is None:
            return None
        text, stop = match[2], index + 1
        while (
            stop + 1 < len(self.tokens)
            and self.tokens[stop].text in (".", ",")
            and self.tokens[stop + 1].text[0].isdigit()
            and self.tokens[stop - 1].end == self.tokens[stop].start
            and self.tokens[stop].end == self.tokens[stop + 1].start
        ):
            text += self.tokens[stop].text + self.tokens[stop + 1].text
            stop += 2
        value = self._value(text, money=True)
        scale = self.table.scales.get(self.lower(stop))
        if value is None or not (len(match[1]) > 1 or scale or text[-1].isalpha()):
            return None
        return (value * scale, stop + 1, unit) if scale else (value, stop, unit)

    def _digits(self, index: int, money: bool) -> tuple[Decimal | None, int]:
        value = self._value(self.tokens[index].text, money)
        return (value, index + 1) if value is not None else (None, index)

    def _value(self, text: str, money: bool) -> Decimal | None:
        """The number that digits and a suffix make ("20bn"), None for other tokens (4:30)."""
        number = text.rstrip(ascii_letters)
        digits, suffix = number.replace(",", ""), text[len(number) :].lower()
        plain = digits.replace(".", "", 1)
        if len(digits) > _LONGEST or not (plain.isascii() and plain.isdecimal()):
            return None  # 4:30, 4x100m, 1.2.3
        value = Decimal(digits)
        if not suffix:
            return value
        scale = self.table.suffixes.get(suffix) or (self.table.money_suffixes.get(suffix) if money else None)
        return value * scale if scale else None

    def _words(self, index: int) -> tuple[Decimal | None, int]:
        """Read "twenty-seven", "one hundred and twenty"."""
        total = 0
        at = index
        while at - index < 8:
            lower = self.lower(at)
            value = self._simple(lower)
            if value is not None:
                total += value
            elif lower == "hundred":
                total *= 100
            elif lower != "and" or at == index or not self._simple(self.lower(at + 1)):
                break
            at += 1
            if value is not None and self.lower(at) != "hundred":
                break
        return (Decimal(total), at) if total else (None, index)

    def _simple(self, word: str) -> int | None:
        if word in self.table.numbers:
            return self.table.numbers[word]
        tens, dash, ones = word.partition("-")
        if (
            dash
            and tens in self.table.numbers
            and ones in self.table.numbers
            and self.table.numbers[tens] >= 20
        ):
            return self.table.numbers[tens] + self.table.numbers[ones]
        return None
