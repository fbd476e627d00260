"""Spans of an article to the passages that say something: whole words, from the first to the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.assembly.words import count_words, word_spans
from dossier.reading.findings import Span
from dossier.reading.text.tokens import Text

FEWEST_WORDS = 3
"""Fewer words say no more than a name or a verb."""
_PARTING = ',;:–—()[]“”"\n'
"""Marks between words that belong to two clauses."""


def saying(text: Text, main: Sequence[Span], *slots: Span | None, fewest: int = FEWEST_WORDS) -> list[Span]:
    """The passages in which the main words and these slots of theirs stand together.

    One passage from the first to the last of those that stand in the sentence of the first main word, at
    least `fewest` words long, else the sentence; of a slot that stands elsewhere, its whole sentence.
    """
    home = text.sentence_at(main[0].start)
    spans = [*main, *(slot for slot in slots if slot)]
    here = [span for span in spans if home.start <= span.start and span.end <= home.end]
    told = Span(min(span.start for span in here), max(span.end for span in here)) if here else main[0]
    if here and count_words(text.slice(told)) < fewest:
        told = Span(home.start, home.end)
    away = [text.sentence_at(span.start) for span in spans if span not in here and span is not main[0]]
    return list(dict.fromkeys([told, *(Span(each.start, each.end) for each in away)]))


def led_to(text: Text, span: Span, before: int) -> Span:
    """A span with some words before it that no mark parts from it: "was found", not "arrest, was"."""
    home = text.sentence_at(span.start)
    start = span.start
    for word in list(word_spans(text.text, home.start, span.start))[-before:][::-1]:
        if any(mark in _PARTING for mark in text.text[word.end : start]):
            break
        start = word.start
    return Span(start, span.end)


def around(text: Text, span: Span, before: int, after: int) -> Span:
    """A span with some words before and behind it, as far as its sentence goes."""
    home = text.sentence_at(span.start)
    ahead = list(word_spans(text.text, home.start, span.start))[-before:] if before else []
    behind = list(word_spans(text.text, span.end, max(home.end, span.end)))[:after]
    return Span(ahead[0].start if ahead else span.start, behind[-1].end if behind else span.end)
