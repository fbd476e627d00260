"""Which articles tell one story: those that share an event or an agreement, or several who act in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from dossier.model import Actor, Agreement, AnyRecord, Article, Event
from dossier.site.pages.catalogue import Catalogue

_SHARED_ACTORS = 2
_BACKGROUND = ("state", "people")
"""Kinds of actors that reports of quite different things name."""


def stories(catalogue: Catalogue) -> list[list[Article]]:
    """The articles of each story, the latest first; the story with the latest article first."""
    shared: dict[str, list[str]] = defaultdict(list)
    for article, records in catalogue.citing.items():
        for id in records:
            shared[id].append(article)
    together: dict[tuple[str, str], int] = defaultdict(int)
    for id, articles in shared.items():
        weight = _weight(catalogue.records[id]) if len(articles) > 1 else 0
        for pair in combinations(sorted(articles), 2) if weight else ():
            together[pair] += weight
    parts = _joined(
        catalogue.articles, [pair for pair, weight in together.items() if weight >= _SHARED_ACTORS]
    )
    found = [sorted((catalogue.articles[id] for id in ids), key=_latest_first) for ids in parts]
    return sorted(found, key=lambda articles: _latest_first(articles[0]))


def _latest_first(article: Article) -> tuple[int, str]:
    return -article.datePublished.toordinal(), article.id


def _weight(record: AnyRecord) -> int:
    """How much a record that two articles cite says for one story."""
    if isinstance(record, Event | Agreement):
        return _SHARED_ACTORS
    return int(isinstance(record, Actor) and record.kind.value not in _BACKGROUND)


def _joined(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected parts of a graph."""
    part = {id: [id] for id in ids}
    for one, other in pairs:
        if part[one] is not part[other]:
            part[one].extend(part[other])
            for id in part[other]:
                part[id] = part[one]
    return [list(members) for members in dict.fromkeys(map(tuple, part.values()))]
