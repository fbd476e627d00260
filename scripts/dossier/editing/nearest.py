"""Words that an article doesn't have to those of it that were meant: the most alike by spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.reading.text.article import Article

_ALIKE = 75.0
"""Of 100, by RapidFuzz's ratio: a letter in four may be another one."""
_SHORTEST = 4
"""Characters; fewer are like anything."""
_PLACES = {"h": "the headline", "s": "the line under the headline", "x": "a heading"}


class Meant(NamedTuple):
    """Words of an article that are much like those that were looked for."""

    words: str
    place: str
    """Where they stand, as a reader is told it."""
    likeness: float
    """Of 100."""


def nearest_words(articles: Iterable[Article], words: str) -> Meant | None:
    """Those of some articles' words that are the most like some; None where nothing is much like them."""
    if len(words) < _SHORTEST:
        return None
    read = (article for article in articles if article.mask is None)
    found = (each for article in read for each in _alike(article, words))
    return max(found, key=lambda each: each.likeness, default=None)


def did_you_mean(meant: Meant | None) -> str:
    """The end of a message that asks whether these words were meant; empty where there are none."""
    return f"; did you mean “{meant.words}”, in {meant.place}?" if meant else ""


def place_of(article: Article, block: int) -> str:
    """Where a block stands, as a reader is told it: the headline, paragraph 2."""
    label = article.label(block)
    return _PLACES.get(label, f"paragraph {label}")


def _alike(article: Article, words: str) -> Iterator[Meant]:
    """In each block the whole words that are the most like, when they are much like."""
    text = article.text
    for number, block in enumerate(text.blocks):
        there = fuzz.partial_ratio_alignment(words, text.slice(block), score_cutoff=_ALIKE)
        if there is None:
            continue
        first, last = (
            text.token_at(block.start + place) for place in (there.dest_start, max(there.dest_end - 1, 0))
        )
        # the aligned part is as long as the words looked for: what is meant may be a word more or less
        firsts = range(max(first - 1, block.first), min(first + 2, block.stop))
        lasts = range(max(last - 1, block.first), min(last + 2, block.stop))
        extents = (
            text.text[text.tokens[one].start : text.tokens[other].end]
            for one in firsts
            for other in lasts
            if one <= other
        )
        likeness, found = max((fuzz.ratio(words, each), each) for each in extents)
        if likeness >= _ALIKE:
            yield Meant(found, place_of(article, number), likeness)
