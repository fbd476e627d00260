"""A sentence's dependency tree: a plain record of our own, whatever made it.

Words keep offsets in code points into the article's text. A word knows its head and its children, so that
grammar reads `word.head.lemma` and needs no parser's objects. Nothing changes a tree once it is made.

Labels are those of spaCy's English models: `dep` ClearNLP ("nsubj", "dobj", "pobj", "relcl", "acl" …), `tag`
Penn Treebank ("VBD", "NNP" …), `pos` Universal ("VERB", "PROPN" …).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import wraps
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from dossier.reading.findings import Span

_Told = TypeVar("_Told")

VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN")


class Row(NamedTuple):
    """One word as a parser gives it; offsets into the string that was parsed."""

    start: int
    end: int
    head: int
    """Index of its head in the sentence; its own for a root."""
    dep: str
    tag: str
    pos: str
    lemma: str
    """Small letters, but for names."""


class Word:
    """A word of a tree."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "index",
        "kept",
        "lemma",
        "lower",
        "pos",
        "start",
        "tag",
        "text",
    )

    def __init__(self, index: int, row: Row, start: int, end: int, text: str) -> None:
        self.index = index
        """Its place in the sentence."""
        self.start = start
        """Offset into the article's text."""
        self.end = end
        self.text = text
        self.lower = text.lower()
        self.dep = row.dep
        self.tag = row.tag
        self.pos = row.pos
        self.lemma = row.lemma
        self.head = self
        """Itself for a root."""
        self.children: tuple[Word, ...] = ()
        """What hangs directly on it, in text order."""
        self.kept: dict[Hashable, Any] = {}
        """What was told of it before, by whom (`kept_with`)."""

    def __repr__(self) -> str:
        return f"<{self.text} {self.dep}>"

    @property
    def span(self) -> Span:
        """Its offsets into the article's text."""
        return Span(self.start, self.end)

    def child(self, *deps: str) -> Word | None:
        """Its first child with one of these labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def all(self, *deps: str) -> list[Word]:
        """Its children with one of these labels."""
        return [c for c in self.children if c.dep in deps]

    @property
    def root(self) -> Word:
        """The word over all that it hangs on; itself where it hangs on none."""
        word = self
        while word.head is not word:
            word = word.head
        return word

    def ancestors(self) -> Iterator[Word]:
        """Its head, that one's head, up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def subtree(self) -> list[Word]:
        """Itself and all below it, in text order."""
        return [*_subtree(self)]


def kept_with(tells: Callable[[Word], _Told]) -> Callable[[Word], _Told]:
    """Keeps what a function tells of a word with the word, since nothing changes a tree once it is made.

    The function must ask for nothing but the word and the lexicon.
    """

    @wraps(tells)
    def told(word: Word) -> _Told:
        kept = word.kept
        if tells not in kept:
            kept[tells] = tells(word)
        answer: _Told = kept[tells]
        return answer

    return told


@kept_with
def _subtree(top: Word) -> tuple[Word, ...]:
    found, stack = [], [top]
    while stack:
        word = stack.pop()
        found.append(word)
        stack += word.children
    return tuple(sorted(found, key=_index))


_index = attrgetter("index")


class Tree:
    """The words of one sentence; several roots where it holds several clauses side by side."""

    __slots__ = ("sentence", "telling", "words")

    def __init__(self, sentence: Span, words: tuple[Word, ...]) -> None:
        self.sentence = sentence
        """Offsets of the whole sentence, with what was cut before parsing."""
        self.words = words
        self.telling = tuple(
            (word, word.lemma.lower(), word.pos in VERBAL)
            for word in words
            if word.pos in VERBAL or word.pos in _NOMINAL
        )
        """Its verbs and nouns, each with its lemma in small letters and whether it is a verb."""

    @classmethod
    def build(cls, sentence: Span, rows: Sequence[Row], offsets: Sequence[int], text: str) -> Tree:
        """A tree of rows; `offsets[i]` is where character i of the parsed string stands in `text`."""
        words = []
        for index, row in enumerate(rows):
            start, end = offsets[row.start], offsets[row.end - 1] + 1
            words.append(Word(index, row, start, end, text[start:end]))
        below: list[list[Word]] = [[] for _ in words]
        for word, row in zip(words, rows, strict=True):
            word.head = words[row.head]
            if row.head != word.index:
                below[row.head].append(word)
        for word, children in zip(words, below, strict=True):
            word.children = tuple(children)
        return cls(sentence, tuple(words))

    def roots(self) -> list[Word]:
        """Words without a head, in text order."""
        return [word for word in self.words if word.head is word]

    def at(self, offset: int) -> Word | None:
        """The word that covers an offset into the article's text."""
        return next((word for word in self.words if word.start <= offset < word.end), None)

    def within(self, span: Span) -> list[Word]:
        """Words that start within a span."""
        return [word for word in self.words if span.start <= word.start < span.end]

    def before(self, word: Word) -> Word | None:
        """The word to the left of a word."""
        return self.words[word.index - 1] if word.index else None

    def after(self, word: Word) -> Word | None:
        """The word to the right of a word."""
        return self.words[word.index + 1] if word.index + 1 < len(self.words) else None
