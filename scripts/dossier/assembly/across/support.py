"""How many articles and outlets support a record, and which of them repeat one text.

Two articles that have the same sentence about it have it from one source, mostly an agency: told as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model import Article, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a record rests on."""

    articles: tuple[str, ...]
    """Ids of the articles that tell of it, by day of publication."""
    outlets: tuple[str, ...]
    """Who published them, each once."""
    repeating: tuple[tuple[str, ...], ...]
    """Articles that have a sentence about it in common, by groups of two or more."""

    @property
    def sources(self) -> int:
        """Articles, those that repeat one text counted once."""
        return len(self.articles) - sum(len(group) - 1 for group in self.repeating)


def support(passages: Iterable[Evidence], articles: Mapping[str, Article]) -> Support:
    """The support of what these passages tell of."""
    having: dict[str, set[str]] = defaultdict(set)
    found: set[str] = set()
    for passage in passages:
        found.add(passage.article)
        for sentence in passage.sentences:
            having[sentence].add(passage.article)
    group = {article: {article} for article in found}
    for sharing in having.values():
        together = set().union(*(group[article] for article in sharing))
        for article in together:
            group[article] = together
    order = sorted(found, key=lambda id: (articles[id].datePublished, id))
    repeating = {
        tuple(id for id in order if id in each) for each in map(frozenset, group.values()) if len(each) > 1
    }
    return Support(
        articles=tuple(order),
        outlets=tuple(dict.fromkeys(articles[id].publisher for id in order)),
        repeating=tuple(sorted(repeating)),
    )
