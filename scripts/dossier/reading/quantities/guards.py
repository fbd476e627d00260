"""What must stand, or not, around a number: dates, ages, times, fractions and labels are no counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dossier.reading.grammar.forms import Fit
from dossier.reading.grammar.numberwords import QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import Calendar
from dossier.reading.text.tokens import Around, Token, touches

_WIDEST = 10
"""How many times the lower number of a range the upper one may be."""
_BESIDE = frozenset(("(", "“", "‘", '"', "'", "–", "—"))


class Surroundings(Around):
    """The words of one text, as guards ask about them."""

    def __init__(self, tokens: list[Token], table: QuantityWords) -> None:
        super().__init__(tokens)
        self.table = table
        self.months = load_table("calendar", Calendar).months

    def holds(self, guard: str, fit: Fit) -> bool:
        """Whether a guard of a form holds; KeyError for one that doesn't exist, a defect of ours."""
        return GUARDS[guard](self, fit)

    def is_number(self, index: int) -> bool:
        """Whether a number stands at a token."""
        return self.word(index)[:1].isdigit() or self.lower(index) in self.table.numbers


def _in_order(_: Surroundings, fit: Fit) -> bool:
    """Whether a range goes up, and not too far: "sank 14,000 to 702,500" is none."""
    if "upper" not in fit.values:
        return True
    low = next(fit.values[name][0] for name in ("number", "money") if name in fit.values)
    return bool(low < fit.values["upper"][0] <= _WIDEST * low)


def _no_date(around: Surroundings, fit: Fit) -> bool:
    return around.lower(fit.stop) not in around.months


def _no_change(around: Surroundings, fit: Fit) -> bool:
    """Whether numbers with "to" between are a range: none in "raised the toll from five to nine"."""
    return around.lower(fit.first - 1) != "from"


def _no_part(around: Surroundings, fit: Fit) -> bool:
    """Whether a number is no part of a date, a time of day, a fraction ("three in 10") or a name."""
    if "vague" in fit.values:
        return True
    at = int(fit.values["number"][1])
    token, before, after = around.tokens[at], around.word(at - 1), around.word(fit.stop)
    if before.lower() in around.months or (before == "." and around.lower(at - 2) in around.months):
        return False
    if after in around.table.fractions or (after in ("in", "of", "out") and around.is_number(fit.stop + 1)):
        return False
    if (before == "in" and around.is_number(at - 2)) or (token.text[0].isupper() and before[:1].isalpha()):
        return False
    if len(token.text) != 4 or not token.text.isdecimal():
        return True
    value = int(token.text)
    counted = after[:1].islower() and after not in around.table.no_nouns
    bare = fit.first == at and 1500 <= value <= 2100 and after.lower() not in around.table.counted
    return not (token.text[0] == "0" or bare or not counted)


def _no_label(around: Surroundings, fit: Fit) -> bool:
    """Whether a bare number is no date, age, time or name of something."""
    at, stop, table = fit.first, fit.stop, around.table
    before, after = around.word(at - 1), around.word(stop)
    if before == "." and around.lower(at - 2) in table.labels:
        return False
    if before.lower() in table.labels or after.lower() in table.not_counts:
        return False
    if (after == "and" and around.lower(stop + 2) in around.months) or (
        before == "at" and after[:1].isupper()
    ):
        return False  # "6 and 7 March"; a house number
    if around.lower(at) == "one":
        alone = after.lower() in table.not_counted_by_one or not after[:1].isalpha()
        return before.lower() not in table.not_before_one and not alone
    if not around.word(at)[0].isdigit():
        return True
    dated = around.lower(stop) in around.months or (after == "of" and around.lower(stop + 1) in around.months)
    aged = before in (",", "(") and after in (",", ")")
    bound = touches(around.tokens, at) and before not in _BESIDE
    bound = bound or (after in ("-", "/", ":", "–") and touches(around.tokens, stop))
    return not (dated or aged or bound or before.lower() in around.months)


GUARDS: Mapping[str, Callable[[Surroundings, Fit], bool]] = MappingProxyType(
    {
        "not of": lambda around, fit: around.lower(fit.stop) != "of",
        "in order": _in_order,
        "no part": _no_part,
        "no label": _no_label,
        "no date": _no_date,
        "no change": _no_change,
    }
)
