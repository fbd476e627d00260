"""Quotations of several articles that are one made one, with the versions in which each has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dossier.assembly.across.forms import tokens
from dossier.assembly.across.reports import Reports
from dossier.facts import Fact, value_of
from dossier.model import Quote, Record, Said

_SHORTEST = 5
"""Words that two quotations must share in a row."""

_TOLD_ONCE = ("occasion", "utters", *Said.model_fields.keys() - Record.model_fields.keys())
"""Fields that a quotation of several articles has from the first that tells them."""


def join_quotes(quotes: Sequence[Quote], reports: Reports) -> tuple[tuple[Quote, ...], dict[str, str]]:
    """The quotations with one for each that was said, and what became of the others' ids.

    One speaker's words in two articles are one quotation where the shorter stands in the longer.
    """
    said = [tokens(quote.text.value) for quote in quotes]
    speakers = [value_of(quote.speaker) for quote in quotes]
    opening: dict[tuple[str | None, tuple[str, ...]], list[int]] = defaultdict(list)
    for number, spoken in enumerate(said):
        for at in range(len(spoken) - _SHORTEST + 1):
            opening[speakers[number], spoken[at : at + _SHORTEST]].append(number)
    into: dict[int, int] = {}
    for number in sorted(range(len(quotes)), key=lambda n: (len(said[n]), -n)):
        if len(said[number]) < _SHORTEST or speakers[number] is None:
            continue
        longer = (
            other
            for other in dict.fromkeys(opening[speakers[number], said[number][:_SHORTEST]])
            if other not in into
            and other != number
            and _is_within(said[number], said[other])
            and not _articles(quotes[number], reports) & _articles(quotes[other], reports)
        )
        best = max(longer, key=lambda n: (len(said[n]), -n), default=None)
        if best is not None:
            into[number] = best
    groups: dict[int, list[Quote]] = defaultdict(list)
    for number, whole in into.items():
        while whole in into:
            whole = into[whole]
        groups[whole].append(quotes[number])
    made = [
        _whole(quote, groups[number], reports) if number in groups else quote
        for number, quote in enumerate(quotes)
        if number not in into
    ]
    became = {part.id: quotes[whole].id for whole, parts in groups.items() for part in parts}
    return tuple(made), became


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _articles(quote: Quote, reports: Reports) -> set[str]:
    return {reports.article_of[id] for id in quote.segments}


def _whole(longest: Quote, parts: Sequence[Quote], reports: Reports) -> Quote:
    """The quotation at its longest, with the others' words as versions, the earliest first."""
    versions = sorted((part.text for part in parts), key=reports.day)
    topics: dict[str, Fact[object]] = {}
    for topic in (topic for quote in (longest, *parts) for topic in quote.about):
        topics.setdefault(topic.value, topic)  # type: ignore[arg-type]
    told = {field: _first(field, (longest, *parts)) for field in _TOLD_ONCE}
    return longest.model_copy(update={"versions": tuple(versions), "about": tuple(topics.values()), **told})


def _first(field: str, quotes: Sequence[Quote]) -> Fact[object] | None:
    """The first value that one of some quotations has in a field."""
    return next((value for quote in quotes if (value := getattr(quote, field)) is not None), None)
