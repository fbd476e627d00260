"""Article to its counts, sums of money and percentages, with the bounds the words give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from dossier.reading.findings import Quantity, Span
from dossier.reading.grammar.forms import DIGIT, MIXED, Either, Fit, Form, Listed, Matcher, WordClass
from dossier.reading.grammar.numberwords import NumberReader, QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.quantities.guards import Surroundings
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Token

Bounds = tuple[int | None, int | None]
_BOUNDS: Mapping[str | None, Callable[[int, int], Bounds]] = MappingProxyType(
    {
        None: lambda value, _: (value, value),
        "min": lambda value, _: (value, None),
        "above": lambda value, step: (value + step, None),
        "max": lambda value, _: (None, value),
        "below": lambda value, step: (None, value - step),
        "about": lambda _value, _step: (None, None),
    }
)


def extract_quantities(article: Article) -> tuple[Quantity, ...]:
    """Counts, money and percentages in text order.

    "at least 14" has a least and no most; "about 50" has neither, as the words promise none;
    "dozens" are at least two dozen. Dates, ages, times of day and labels ("Level 3") are left out.
    """
    tokens = article.text.tokens
    around = Surroundings(tokens, _table())
    forms = quantity_forms().over(tokens)
    found: list[Quantity] = []
    done = 0
    for at in range(len(tokens)):
        if at < done:
            continue
        for fit in forms.at(at):
            if all(around.holds(guard, fit) for guard in fit.form.guards):
                found.append(_quantity(tokens, fit))
                done = fit.stop
                break
    return tuple(found)


def near_quantities(article: Article) -> Iterator[tuple[Span, str, str]]:
    """Words that a form fits and that are no count all the same: each with the form's name and why."""
    tokens = article.text.tokens
    around, forms = Surroundings(tokens, _table()), quantity_forms().over(tokens)
    done = 0
    for at in range(len(tokens)):
        fits = forms.at(at) if at >= done else []
        broken = [next((g for g in fit.form.guards if not around.holds(g, fit)), None) for fit in fits]
        if fits and all(broken):
            yield (
                Span(tokens[at].start, tokens[fits[0].stop - 1].end),
                fits[0].form.name,
                f"“{broken[0]}” does not hold",
            )
        done = max(done, fits[0].stop) if fits else done


@cache
def quantity_forms() -> Matcher:
    """The forms of lexicon/quantity_forms.yaml."""
    return Matcher(load_table("quantity_forms", tuple[Form, ...]), _classes())


def _quantity(tokens: list[Token], fit: Fit) -> Quantity:
    low, high, unit = (0, 0, None) if fit.form.norm == "nothing" else _bounds(fit)
    return Quantity(
        start=tokens[fit.first].start,
        end=tokens[fit.stop - 1].end,
        min=low,
        max=high,
        unit=unit,
        form=fit.form.name,
    )


def _bounds(fit: Fit) -> tuple[int | None, int | None, str | None]:
    """The least, the most and the unit; no bounds for 4.3, of which the words are enough."""
    values = fit.values
    unit = values.get("sign", values.get("unit"))
    if "attached" in values:
        value, unit = values["attached"]
    else:
        value = next(values[name] for name in ("number", "money", "vague", "couple") if name in values)[0]
    upper = values["upper"][0] if "upper" in values else None
    if value != int(value) or (upper is not None and upper != int(upper)):
        return None, None, unit
    if upper is not None:
        return int(value), int(upper), unit
    hedge = values.get("hedge", values.get("behind"))
    if "vague" in values or "couple" in values:
        sure = hedge in (None, "min", "above")
        return int(value) if sure else None, None, unit
    step = 1 if unit is None else 0  # "more than 20" people are 21 at least; money has no next amount
    return *_BOUNDS[hedge](int(value), step), unit


def _table() -> QuantityWords:
    return load_table("quantities", QuantityWords)


class _Number:
    """Numbers in digits or words; the value is the number and the token it begins at."""

    def __init__(self, *, money: bool, vague: bool = False) -> None:
        table = _table()
        tens = [word for word, value in table.numbers.items() if value >= 20]
        joined = {f"{ten}-{one}" for ten in tens for one, value in table.numbers.items() if value < 10}
        words = table.vague if vague else {*table.numbers, *joined, DIGIT}
        self.heads = frozenset(words) | frozenset(() if vague else ("a", "an", "half"))
        self.money, self.vague = money, vague

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, tuple[Decimal, int]]]:
        """As `WordClass` says."""
        number = NumberReader(tokens, _table()).at(at, money=self.money)
        if number is not None and number[2] == self.vague:
            yield number[1], (number[0], at)


class _Attached:
    """Sums that begin with their currency: "Rs3.5bn"; the value is the sum and the currency."""

    heads = frozenset((MIXED,))

    def __call__(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, tuple[Decimal, str]]]:
        """As `WordClass` says."""
        attached = NumberReader(tokens, _table()).attached(at)
        if attached is not None:
            value, stop, unit = attached
            yield stop, (value, unit)


@cache
def _classes() -> Mapping[str, WordClass]:
    table = _table()
    prefixed = {f"{prefix} {sign}": unit for prefix, unit in table.prefixes.items() for sign in table.signs}
    return {
        "NOBODY": Listed(dict.fromkeys(table.nobody, 0)),
        "NOTHING": Listed(dict.fromkeys(table.nothing_of, 0)),
        "HEDGE": Listed(table.hedges),
        "BEHIND": Listed(table.after),
        "SIGN": Either(
            Listed(table.signs), Listed({**prefixed, **table.codes, "rs .": "rupees"}, capital=True)
        ),
        "UNIT": Either(
            Listed({**table.words, **table.shared, **dict.fromkeys(table.percent, "percent")}),
            Listed({word: word for word in table.shared_words}),
            Listed(table.codes, capital=True),
        ),
        "COUPLE": Listed({"couple": (Decimal(2), 0)}),
        "NUMBER": _Number(money=False),
        "MONEY": _Number(money=True),
        "VAGUE": _Number(money=False, vague=True),
        "ATTACHED": _Attached(),
    }
