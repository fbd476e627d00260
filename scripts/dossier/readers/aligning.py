"""The words a reader names to their place: at its offsets, or where they stand exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.readers.given import Refusal, Stands
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


def aligned(article: Article, given: Stands, scopes: Sequence[Span] = ()) -> Span:
    """Where the words stand: in the first of the scopes that has them, else in the whole text.

    Raises Refusal where they stand nowhere, stand there more than once, or are not what stands at the offsets
    given. Offsets are never mended and words never matched roughly.
    """
    text = article.text.text
    if given.start is not None or given.end is not None:
        return _at_offsets(text, given)
    words = given.words
    if not words or not words.strip():
        raise Refusal("it names no words of the article")
    for scope in (*scopes, Span(0, len(text))):
        stands = list(occurrences(text, words, scope))
        if len(stands) == 1:
            return stands[0]
        if stands:
            wider = "the passage" if scope in scopes else "the article"
            raise Refusal(f"“{words}” stands {len(stands)} times in {wider}; offsets or a narrower passage")
    raise Refusal(f"“{words}” does not stand in the article")


def _at_offsets(text: str, given: Stands) -> Span:
    start, end = given.start, given.end
    if start is None or end is None:
        raise Refusal("offsets need a start and an end")
    if not 0 <= start < end <= len(text):
        raise Refusal(f"the offsets {start} to {end} lie outside the text, which has {len(text)} characters")
    if given.words is not None and text[start:end] != given.words:
        raise Refusal(f"at {start} to {end} stands “{_shortened(text[start:end])}”, not “{given.words}”")
    if _cuts(text, start) or _cuts(text, end):
        raise Refusal(f"the offsets {start} to {end} cut a word")
    return Span(start, end)


def occurrences(text: str, words: str, scope: Span) -> Iterable[Span]:
    """Every place within a scope where these words stand as whole words."""
    at = text.find(words, scope.start, scope.end)
    while at >= 0:
        if not _cuts(text, at) and not _cuts(text, at + len(words)):
            yield Span(at, at + len(words))
        at = text.find(words, at + 1, scope.end)


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"


def sentences_around(article: Article, span: Span) -> Span:
    """The whole sentences that a stretch of the text touches."""
    first, last = (
        article.text.sentence_at(span.start),
        article.text.sentence_at(max(span.end - 1, span.start)),
    )
    return Span(first.start, last.end)
