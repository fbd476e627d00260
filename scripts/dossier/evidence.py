"""Spans of an article to evidence: exact words, where they stand, and what makes them unique."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from dossier.article import Article
from dossier.findings import Span
from dossier.model import Evidence

MAX_EXCERPT_WORDS = 20
_WORD = re.compile(r"\w+(?:['’\-‐‑]\w+)*")
_CONTEXT_WORDS = 8
"""More words of context than this never helped: the passage is then cited in full sentences."""


def count_words(text: str) -> int:
    """Words of a text; a hyphenated or apostrophised word is one."""
    return sum(1 for _ in _WORD.finditer(text))


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the words of `text[start:end]`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


class EvidenceBook:
    """Collects the passages a dossier cites; the same passage cited twice is one evidence."""

    def __init__(self) -> None:
        self._cited: dict[str, tuple[Article, Span]] = {}

    def cite(self, article: Article, span: Span) -> str:
        """Id of the evidence for a span; the span must lie within one block of the article.

        Raises ValueError for a span that is empty or crosses blocks.
        """
        block = article.text.blocks[article.text.block_at(span.start)]
        if not block.start <= span.start < span.end <= block.end:
            raise ValueError(f"span {span} of {article.id} is empty or crosses paragraphs")
        id = f"{article.id}:{span.start}-{span.end}"
        self._cited.setdefault(id, (article, span))
        return id

    def exact(self, id: str) -> str:
        """The words cited under an id."""
        article, span = self._cited[id]
        return article.text.slice(span)

    def passages(self, ids: Collection[str]) -> list[tuple[str, Article, Span]]:
        """Id, article and span of the passages with these ids, by article and place."""
        chosen = ((id, *self._cited[id]) for id in ids)
        return sorted(chosen, key=lambda p: (p[1].id, p[2]))

    def select(self, used: Collection[str], quoted: Collection[str]) -> tuple[Evidence, ...]:
        """The evidence with these ids, by article and place, each unique with its context.

        Of the contexts that make a passage unique, the one that shows fewest further words of the
        article is taken; words of the `quoted` passages count as shown.
        """
        shown: dict[str, list[bool]] = {}
        for _, article, span in self.passages({*used, *quoted}):
            if article.id not in shown:
                shown[article.id] = [False] * len(article.text.text)
            shown[article.id][span.start : span.end] = [True] * (span.end - span.start)
        evidence = []
        for id, article, span in self.passages(used):
            index = article.text.block_at(span.start)
            block = article.text.blocks[index]
            context = unique_context(article.text.text, span, Span(block.start, block.end), shown[article.id])
            shown[article.id][context.start : context.end] = [True] * (context.end - context.start)
            evidence.append(
                Evidence(
                    id=id,
                    article=article.id,
                    paragraph=article.label(index),
                    start=span.start,
                    end=span.end,
                    exact=article.text.slice(span),
                    prefix=article.text.text[context.start : span.start],
                    suffix=article.text.text[span.end : context.end],
                )
            )
        return tuple(evidence)


def unique_context(text: str, span: Span, within: Span, shown: Sequence[bool]) -> Span:
    """The span with as many whole words before and after it as make it unique in the text.

    Context never leaves `within`; should even the whole of it not be unique (a paragraph printed
    twice), all of it is taken. `shown[i]` tells whether the character i is shown already: context
    that shows fewest new words is preferred, then the shortest.
    """
    if _occurs_once(text, text[span.start : span.end]):
        return span
    befores = [w.start for w in word_spans(text, within.start, span.start)][: -_CONTEXT_WORDS - 1 : -1]
    afters = [w.end for w in islice(word_spans(text, span.end, within.end), _CONTEXT_WORDS)]
    best: tuple[int, int, Span] | None = None
    for ahead, start in enumerate([span.start, *befores]):
        for behind, end in enumerate([span.end, *afters]):
            new = sum(not shown[w.start] for w in word_spans(text, start, end))
            rank = (new, ahead + behind, Span(start, end))
            if (best is None or rank < best) and _occurs_once(text, text[start:end]):
                best = rank
    return best[2] if best else within


def _occurs_once(text: str, passage: str) -> bool:
    first = text.find(passage)
    return first >= 0 and text.find(passage, first + 1) < 0


def shorten(text: str, span: Span, focus: Span | None, limit: int) -> Span:
    """The span, or at most `limit` of its words with the focus (its beginning, if None) among them."""
    words = list(word_spans(text, span.start, span.end))
    if len(words) <= limit:
        return span
    at = next((i for i, w in enumerate(words) if focus and w.end > focus.start), 0)
    first = max(0, min(at - limit // 2 if focus else 0, len(words) - limit))
    return Span(words[first].start, words[first + limit - 1].end)


def find_words(article: Article, words: str, paragraph: str | None = None) -> list[Span]:
    """Every place where the article has exactly these words, headings apart."""
    found = []
    text = article.text.text
    at = text.find(words) if words else -1
    while at >= 0:
        label = article.label(article.text.block_at(at))
        block = article.text.blocks[article.text.block_at(at)]
        if at + len(words) <= block.end and (paragraph is None or label == paragraph):
            found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found
