"""A text to its words, as this program counts them: a hyphenated or apostrophised word is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.findings import Span

_WORD = re.compile(r"\w+(?:['’\-‐‑]\w+)*")


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the words of `text[start:end]`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span._make(match.span())


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return list(map(str.casefold, _WORD.findall(text)))


def opening(text: str, shown: int) -> str:
    """The text, or its first words, `shown` of them, and an ellipsis."""
    words = list(word_spans(text))
    return text if len(words) <= shown else f"{text[: words[shown - 1].end]} …"
