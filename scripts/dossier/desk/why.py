"""Why a sentence was read as it was: its words with their heads, what fired, and what came near."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.reading.explain import Reason, heads
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


def why(article: Article, reasons: Iterable[Reason], at: Span) -> dict[str, Any]:
    """Of the sentence of some words: `words`, each with label and head, and `reasons`, in text order."""
    sentence = article.text.sentence_at(at.start)
    home = Span(sentence.start, max(sentence.end, at.end))
    here = [each for each in reasons if home.start <= each.at.start < home.end]
    return {
        "words": [list(word) for _, words in heads(article, home) for word in words],
        "reasons": [
            {
                "group": each.group,
                "words": article.text.slice(each.at),
                "told": each.told,
                "fired": each.fired,
                "more": list(each.more),
            }
            for each in sorted(here, key=lambda each: each.at)
        ],
    }
