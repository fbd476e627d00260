"""Spans of an article to evidence: exact words, where they stand, and what makes them unique."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        self._cited: dict[str, Evidence] = {}

    def cite(self, article: Article, span: Span) -> str:
        """Id of the evidence for a span; the span must lie within one block of the article.

        Raises ValueError for a span that is empty or crosses blocks.
        """
        text = article.text.text
        block = article.text.blocks[article.text.block_at(span.start)]
        if not block.start <= span.start < span.end <= block.end:
            raise ValueError(f"span {span} of {article.id} is empty or crosses paragraphs")
        id = f"{article.id}:{span.start}-{span.end}"
        if id not in self._cited:
            prefix, suffix = unique_context(text, span, Span(block.start, block.end))
            self._cited[id] = Evidence(
                id=id,
                article=article.id,
                paragraph=article.label(article.text.block_at(span.start)),
                start=span.start,
                end=span.end,
                exact=text[span.start : span.end],
                prefix=prefix,
                suffix=suffix,
            )
        return id

    def get(self, id: str) -> Evidence:
        """The evidence cited under an id."""
        return self._cited[id]

    def select(self, used: set[str]) -> tuple[Evidence, ...]:
        """The evidence with these ids, by article and place."""
        kept = (self._cited[id] for id in used)
        return tuple(sorted(kept, key=lambda e: (e.article, e.start, e.end)))


def unique_context(text: str, span: Span, within: Span) -> tuple[str, str]:
    """The fewest whole words before and after a span that make it unique in the text.

    Empty strings when it is unique by itself. Context never leaves `within`; should even the whole
    of it not be unique (a paragraph printed twice), all of it is given.
    """
    if _occurs_once(text, text[span.start : span.end]):
        return "", ""
    befores = [within.start, *(w.start for w in word_spans(text, within.start, span.start))]
    afters = [*(w.end for w in word_spans(text, span.end, within.end)), within.end]
    for total in range(1, _CONTEXT_WORDS + 1):
        for behind in range(total + 1):
            ahead = total - behind
            if behind > len(afters) or ahead > len(befores):
                continue
            start = befores[-ahead] if ahead else span.start
            end = afters[behind - 1] if behind else span.end
            if _occurs_once(text, text[start:end]):
                return text[start : span.start], text[span.end : end]
    return text[within.start : span.start], text[span.end : within.end]


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
