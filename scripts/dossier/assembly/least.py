"""Which of the articles' words are shown in any case: names, and the few words of what each fact reports.

A word counts where its place is known and where a text repeats it. How often each run of words is told is
known, so that where one more article is shown at its sparest only what cites it is told again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from dossier.assembly.limits import Counted, placed_positions, windows
from dossier.assembly.shortening import Shortening
from dossier.assembly.words import words_of
from dossier.facts import texts_in
from dossier.model import Dossier

_Run = tuple[str, ...]


class Least(NamedTuple):
    """What is shown in any case, by article."""

    positions: dict[str, set[int]]
    """Of all words that count."""
    placed: dict[str, set[int]]
    """Of those whose place is known."""
    told: Counter[_Run]
    """How many texts tell each run of words that an article has."""


NOTHING = Least({}, {}, Counter())


def least_of(reports: Shortening) -> Least:
    """What is shown of all articles while those are at their sparest that are now."""
    fewest, counted = reports.at_the_least(), list(reports.counted.values())
    placed = placed_positions(fewest, counted)
    runs = {run for each in counted for run in windows(each.plain)}
    told = _told(strings_of(fewest), runs)
    return Least(_positions(counted, placed, told), placed, told)


def sparer(reports: Shortening, before: Least, articles: Collection[str]) -> Least:
    """What is shown once these articles are at their sparest as well, as they are from now on."""
    was = reports.at_the_least(articles)
    reports.sparest.update(articles)
    now = reports.at_the_least(articles)
    pairs = [pair for pair in zip(was.everything(), now.everything(), strict=True) if pair[0] != pair[1]]
    others = set(articles).union(*(reports.articles_of(record) for record, _ in pairs))
    counted = [reports.counted[id] for id in others]
    placed = before.placed | placed_positions(reports.at_the_least(others), counted)
    told = before.told.copy()
    told.subtract(_told(text for record, _ in pairs for text in texts_in(record)))
    told.update(_told(text for _, record in pairs for text in texts_in(record)))
    told = +told
    turned = before.told.keys() ^ told.keys()
    counted += [
        each
        for id, each in reports.counted.items()
        if id not in others and not turned.isdisjoint(windows(each.plain))
    ]
    return Least(before.positions | _positions(counted, placed, told), placed, told)


def strings_of(dossier: Dossier) -> Iterator[str]:
    """Every text of the data; what an evidence shows is counted by its place."""
    for record in (*dossier.everything(), *dossier.articles):
        yield from texts_in(record)


def _told(texts: Iterable[str], runs: Collection[_Run] | None = None) -> Counter[_Run]:
    """How many of some texts tell each of some runs of words; of any run where none are given."""
    told = Counter[_Run]()
    for text, times in Counter(texts).items():
        for run in windows(words_of(text)):
            if runs is None or run in runs:
                told[run] += times
    return told


def _positions(
    counted: Iterable[Counted], placed: Mapping[str, set[int]], told: Collection[_Run]
) -> dict[str, set[int]]:
    """By article, the positions of the words whose place is known, or that stand in a run that is told."""
    return {
        each.article.id: placed[each.article.id]
        | each.covered(list(windows(each.plain)), told, placed[each.article.id])
        for each in counted
    }
