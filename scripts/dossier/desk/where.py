"""Where an entry's words stand: the keys by which an editor says which words an entry is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dossier.desk.item import Undecidable
from dossier.editing.sources import find_words
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


def about(article: Article, at: Span) -> dict[str, str]:
    """The words, with their paragraph where they stand in several; their sentence where even that is not one.

    Raises Undecidable for words that stand in no one paragraph.
    """
    words = article.text.slice(at)
    stands = find_words(article, words)
    if at not in stands:
        raise Undecidable("these words go on from one paragraph to the next; an entry is about words of one")
    if len(stands) == 1:
        return {"words": words}
    paragraph = article.label(article.text.block_at(at.start))
    if len(find_words(article, words, paragraph)) == 1:
        return {"words": words, "paragraph": paragraph}
    return {"words": sentence_of(article, at)}


def sentence_of(article: Article, at: Span) -> str:
    """The words of the sentence that a span begins in."""
    sentence = article.text.sentence_at(at.start)
    return article.text.slice(Span(sentence.start, sentence.end))


def touching(article: Article, at: Span) -> Callable[[Mapping[str, Any]], bool]:
    """Whether an entry that is there already is about the same words."""

    def touches(entry: Mapping[str, Any]) -> bool:
        spans = find_words(article, str(entry.get("words", "")), entry.get("paragraph"))
        return any(span.start < at.end and at.start < span.end for span in spans)

    return touches
