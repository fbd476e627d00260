"""Spans of an article to evidence: exact words, where they stand, and what makes them unique."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from dossier.facts import ArticleRef, EvidenceRef
from dossier.model import Evidence
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

MAX_EXCERPT_WORDS = 20
_WORD = re.compile(r"\w+(?:['’\-‐‑]\w+)*")
_SHORT_CONTEXT = 12
"""Characters within which the least context is looked for; beyond them any will do."""


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

    def cite(self, article: Article, span: Span) -> EvidenceRef:
        """Id of the evidence for a span; the span must lie within one block of the article.

        Raises ValueError for a span that is empty or crosses blocks.
        """
        block = article.text.blocks[article.text.block_at(span.start)]
        if not block.start <= span.start < span.end <= block.end:
            raise ValueError(f"span {span} of {article.id} is empty or crosses paragraphs")
        id = f"{article.id}:{span.start}-{span.end}"
        self._cited.setdefault(id, (article, span))
        return EvidenceRef(id)

    def exact(self, id: str) -> str:
        """The words cited under an id."""
        article, span = self._cited[id]
        return article.text.slice(span)

    def passages(self, ids: Collection[str]) -> list[tuple[EvidenceRef, Article, Span]]:
        """Id, article and span of the passages with these ids, by article and place."""
        chosen = ((EvidenceRef(id), *self._cited[id]) for id in ids)
        return sorted(chosen, key=lambda p: (p[1].id, p[2]))

    def select(self, used: Collection[str]) -> tuple[Evidence, ...]:
        """The evidence with these ids, by article and place, each unique with its context."""
        evidence = []
        for id, article, span in self.passages(used):
            context = unique_context(article.text.text, span)
            evidence.append(
                Evidence(
                    id=id,
                    article=ArticleRef(article.id),
                    paragraph=article.label(article.text.block_at(span.start)),
                    start=span.start,
                    end=span.end,
                    exact=article.text.slice(span),
                    prefix=article.text.text[context.start : span.start],
                    suffix=article.text.text[span.end : context.end],
                )
            )
        return tuple(evidence)


def unique_context(text: str, span: Span) -> Span:
    """The span with as little before and after it as makes it unique in the text.

    Counted in characters, not words, context is mostly a part of a word: it tells two passages
    apart and shows nothing more of the article. One that holds no whole word is taken before a
    shorter one that does. It may reach into the paragraphs around, for a paragraph printed twice.
    """
    fallback = None
    for total in range(_SHORT_CONTEXT):
        for ahead in range(total + 1):
            context = Span(span.start - ahead, span.end + total - ahead)
            if context.start >= 0 and context.end <= len(text):
                unique = _occurs_once(text, text[context.start : context.end])
                if unique and not _whole_words(text, span, context):
                    return context
                fallback = fallback or (context if unique else None)
    return fallback or _longer_context(text, span)


def _longer_context(text: str, span: Span) -> Span:
    """The least context behind the span, before it or on both sides.

    What holds a unique passage is unique: so the reach is found by halving, in few looks at the text
    however often a sentence is repeated.
    """

    def unique(reach: int) -> Span | None:
        for ahead in (0, reach, reach // 2):
            context = Span(max(span.start - ahead, 0), min(span.end + reach - ahead, len(text)))
            if _occurs_once(text, text[context.start : context.end]):
                return context
        return None

    longest = 2 * len(text)
    reach = bisect_left(range(longest), True, lo=_SHORT_CONTEXT, key=lambda r: unique(r) is not None)
    return unique(reach) or Span(0, len(text))


def _whole_words(text: str, span: Span, context: Span) -> int:
    """Count of the words that stand whole in the context outside the span."""
    before = word_spans(text, max(context.start - 1, 0), span.start)
    after = word_spans(text, span.end, context.end + 1)
    return sum(w.start >= context.start for w in before) + sum(w.end <= context.end for w in after)


def _occurs_once(text: str, passage: str) -> bool:
    first = text.find(passage)
    return first >= 0 and text.find(passage, first + 1) < 0


def shorten(text: str, span: Span, focus: Span | None, limit: int, lead: int = 0) -> Span:
    """The span, or at most `limit` of its words: `lead` words, the focus, and what follows it.

    Without a focus, or with one outside the span, the first words.
    """
    words = list(word_spans(text, span.start, span.end))
    if len(words) <= limit:
        return span
    at = next((i for i, w in enumerate(words) if focus and focus.start < w.end <= span.end), 0)
    if focus and not span.start <= focus.start < span.end:
        at = 0
    first = max(0, min(at - lead, len(words) - limit))
    return Span(words[first].start, words[first + limit - 1].end)
