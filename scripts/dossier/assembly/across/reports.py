"""What articles report, and when: what records of several articles are put together with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dossier.assembly.across.clusters import Cluster, Clustered, Compared
from dossier.assembly.across.verdict import weightiest
from dossier.assembly.identity import digest
from dossier.facts import AnyRef, ArticleRef, Sourced
from dossier.model import Agreement, Doubt, Event, Join, Mentioned

F = TypeVar("F", bound=Sourced)
R = TypeVar("R", bound=Event | Agreement)
P = TypeVar("P", bound=Compared)
_HEADS = ("h", "s")
_OPENING = ("1", "2")
"""Paragraphs that tell what an article is about."""


@dataclass(frozen=True, slots=True)
class Joined(Generic[R]):
    """Records with one for each thing that articles tell of."""

    records: tuple[R, ...]
    became: dict[str, str]
    """Id of a record that is part of another → id of that."""
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """Where and when everything was reported."""

    article_of: Mapping[str, str]
    """Passage → article."""
    published: Mapping[str, date]
    starts: Mapping[str, int]
    """Passage → where it begins in its article."""
    labels: Mapping[str, str]
    """Passage → its paragraph: "h", "s", "4"."""

    def is_headline(self, record: Mentioned) -> bool:
        """Whether headlines and standfirsts alone tell of a record."""
        return all(self.labels[id] in _HEADS for id in record.mentions)

    def leads(self, record: Mentioned) -> bool:
        """Whether an article opens with a record: what else it tells is mostly what was before."""
        return any(self.labels[id] in (*_HEADS, *_OPENING) for id in record.mentions)

    def day(self, fact: Sourced) -> tuple[date, str]:
        """When and in which article a fact was first reported; the first of days where no article does."""
        articles = {self.article_of[id] for id in fact.evidence}
        return min(((self.published[each], each) for each in articles), default=(date.min, ""))

    def first(self, record: Mentioned) -> tuple[date, str]:
        """The same for a record."""
        return min((self.published[each], each) for each in self.articles(record))

    def articles(self, record: Mentioned) -> tuple[str, ...]:
        """The articles that tell of a record."""
        return tuple(dict.fromkeys(self.article_of[id] for id in record.mentions))

    def latest_first(self, facts: Sequence[F]) -> tuple[F, ...]:
        """Facts by the day of their report, the latest first, of one article in its order."""
        return (
            tuple(sorted(facts, key=self.day, reverse=True))
            if len({self.day(f) for f in facts}) > 1
            else tuple(facts)
        )


def joins_of(found: Cluster[P], records: Sequence[Mentioned], reports: Reports) -> tuple[Join, ...]:
    """What joined the members of a cluster, as far as it is of two articles."""
    made = []
    for join in found.joins:
        one, other = (records[number] for number in join.pair)
        articles = dict.fromkeys(
            ArticleRef(article) for each in (one, other) for article in reports.articles(each)
        )
        if len(articles) > 1:
            made.append(
                Join(
                    articles=tuple(articles),
                    passages=(one.mentions[0], other.mentions[0]),
                    because=weightiest(join.reasons),
                    decided=join.decided,
                )
            )
    return tuple(made)


def doubts_of(
    found: Clustered[P], records: Sequence[Mentioned], became: Mapping[str, str]
) -> tuple[Doubt, ...]:
    """The questions that a clustering leaves open."""
    made = []
    for (one, other), like in found.doubts:
        stands = (records[one].mentions[0], records[other].mentions[0])
        ids = [became.get(records[number].id, records[number].id) for number in (one, other)]
        made.append(
            Doubt(
                id=f"doubt-{digest(*stands)}",
                records=(AnyRef(ids[0]), AnyRef(ids[1])),
                passages=stands,
                because=weightiest(like.reasons),
                against=tuple(reason.words for reason in like.reasons if reason.points < 0),
                points=round(like.points, 2),
            )
        )
    return tuple(made)
