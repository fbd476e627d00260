"""What is compared to clusters: what is surely one, what is decided, and what remains a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from dossier.assembly.across.verdict import Likeness, Reason
from dossier.beside import beside

_LATEST = 6
"""Members of a cluster that a newcomer is compared with: stories are told within days."""
_MOST = 40
"""Clusters of one block that a newcomer is compared with."""
_ASKED = 5
"""Doubts of one cluster that are asked at once, the likeliest; what is decided makes room for the next. All
would grow with the square of those who share a name."""
_MANY = 500
"""Things of which half are worth a process."""
Pair = tuple[int, int]
"""Numbers of two of what is compared, the smaller first."""


class Compared(Protocol):
    """What one article, or several, tell of one thing."""

    @property
    def number(self) -> int:
        """Its place in the list."""

    @property
    def day(self) -> str:
        """The first day on which it was told."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell of it."""


P = TypeVar("P", bound=Compared)


Q = TypeVar("Q", bound=Compared, contravariant=True)


class Comparison(Protocol[Q]):
    """How things of one kind are compared."""

    def keys_of(self, each: Q) -> Iterable[Hashable]:
        """What it must share with another to be compared with it."""

    def likeness(self, one: Q, other: Q) -> Likeness | None:
        """How alike two are; None where it is not worth a question."""

    def coherent(self, some: Sequence[Q], others: Sequence[Q]) -> bool:
        """Whether all of these can be one with all of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two that are one, and why."""

    pair: Pair
    reasons: tuple[Reason, ...]
    decided: bool = False
    """Whether an editor decided it."""


@dataclass(slots=True)
class Cluster(Generic[P]):
    """Those that are one."""

    members: list[P]
    joins: list[Join] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustered(Generic[P]):
    """All clusters, and what is between them."""

    clusters: list[Cluster[P]]
    doubts: list[tuple[Pair, Likeness]]
    """Pairs of two clusters that may be one: the likeliest of each two, of each cluster the likeliest few."""


def cluster(
    things: Sequence[P], comparison: Comparison[P], same: Sequence[Pair] = (), different: Sequence[Pair] = ()
) -> Clustered[P]:
    """The clusters; `same` and `different` are decided. The order of publication is that of comparing.

    Things are in the order of their numbers. Of many, some to which nothing leads from the others are
    clustered on another core, if there is one.
    """
    clustering = _Clustering(things, comparison, same, different)
    here, there = clustering.halves()
    latter = beside(lambda: clustering.told(there)) if there else _Told
    made, doubts = clustering.of(here)
    told = latter()
    by_number = {each.number: each for each in things} if there else {}
    made += [Cluster([by_number[number] for number in numbers], joins) for numbers, joins in told.clusters]
    return Clustered(
        clusters=sorted(made, key=lambda one: min(member.number for member in one.members)),
        doubts=sorted([*doubts, *told.doubts], key=lambda each: each[0]),
    )


class _Told(NamedTuple):
    """Clusters, by the numbers of their members, with the doubts between them."""

    clusters: Sequence[tuple[list[int], list[Join]]] = ()
    doubts: Sequence[tuple[Pair, Likeness]] = ()


class _Clustering(Generic[P]):
    """What is to be clustered, and by what each finds others."""

    def __init__(
        self, things: Sequence[P], comparison: Comparison[P], same: Sequence[Pair], different: Sequence[Pair]
    ) -> None:
        self._things = sorted(things, key=lambda each: (each.day, each.articles, each.number))
        self._keys = {each.number: tuple(comparison.keys_of(each)) for each in things}
        self._comparison = comparison
        self._same, self._different = same, different

    def halves(self) -> tuple[set[int], set[int]]:
        """The numbers of what is clustered here, and of what is clustered beside: no key leads across."""
        if len(self._things) < _MANY:
            return set(self._keys), set()
        leads = dict.fromkeys(self._keys, -1)
        """By number, one that is found from it; -1 for none."""

        def end(number: int) -> int:
            while leads[number] >= 0:
                after = leads[number]
                if leads[after] >= 0:
                    leads[number] = leads[after]
                number = after
            return number

        first: dict[Hashable, int] = {}
        met = ((number, first.setdefault(key, number)) for number, keys in self._keys.items() for key in keys)
        for one, other in (*self._same, *self._different, *met):
            if (begins := end(one)) != (ends := end(other)):
                leads[begins] = ends
        parts: dict[int, list[int]] = defaultdict(list)
        for number in self._keys:
            parts[end(number)].append(number)
        here: set[int] = set()
        there: set[int] = set()
        for part in sorted(parts.values(), key=len, reverse=True):
            (here if len(here) <= len(there) else there).update(part)
        return here, there

    def told(self, numbers: Set[int]) -> _Told:
        """The clusters of some, as another process hands them back."""
        clusters, doubts = self.of(numbers)
        return _Told([([member.number for member in each.members], each.joins) for each in clusters], doubts)

    def of(self, numbers: Set[int]) -> tuple[list[Cluster[P]], list[tuple[Pair, Likeness]]]:
        """The clusters of some, and the doubts between them."""
        things = [each for each in self._things if each.number in numbers]
        owner: dict[int, Cluster[P]] = {each.number: Cluster([each]) for each in things}
        apart: dict[int, set[int]] = defaultdict(set)
        for one, other in self._different:
            apart[one].add(other)
            apart[other].add(one)
        for one, other in self._same:
            if one in owner:
                join = Join(pair=_pair(one, other), reasons=(), decided=True)
                _merge(owner, owner[one], owner[other], join)
        blocks: dict[Hashable, dict[int, Cluster[P]]] = defaultdict(dict)
        doubts: list[tuple[Pair, Likeness]] = []
        for each in things:
            keys = self._keys[each.number]
            for found, like in _candidates(each, keys, blocks, self._comparison):
                there, mine = owner[found.number], owner[each.number]
                if there is mine or _kept_apart(there, mine, apart):
                    continue
                pair = _pair(found.number, each.number)
                if like.verdict == "sure" and self._comparison.coherent(there.members, mine.members):
                    _merge(owner, there, mine, Join(pair=pair, reasons=like.reasons))
                elif like.verdict != "different":
                    doubts.append((pair, like))
            mine = owner[each.number]
            for key in keys:
                blocks[key][id(mine)] = mine
        return list({id(made): made for made in owner.values()}.values()), _left(doubts, owner)


def _candidates(
    each: P,
    keys: Iterable[Hashable],
    blocks: dict[Hashable, dict[int, Cluster[P]]],
    comparison: Comparison[P],
) -> list[tuple[P, Likeness]]:
    """Those before it that it may be one with, the likeliest first."""
    near: dict[int, Cluster[P]] = {}
    for key in keys:
        block = blocks.get(key, {})
        near.update((at, block[at]) for at in islice(reversed(block), _MOST))
    found = {member.number: member for there in near.values() for member in there.members[-_LATEST:]}
    found.pop(each.number, None)
    likes = [(other, comparison.likeness(other, each)) for other in found.values()]
    return sorted(
        ((other, like) for other, like in likes if like),
        key=lambda pair: (pair[1].verdict != "sure", -pair[1].points, pair[0].number),
    )


def _kept_apart(one: Cluster[P], other: Cluster[P], apart: dict[int, set[int]]) -> bool:
    if not apart:
        return False
    numbers = {member.number for member in other.members}
    return any(apart[member.number] & numbers for member in one.members if member.number in apart)


def _merge(owner: dict[int, Cluster[P]], into: Cluster[P], other: Cluster[P], join: Join) -> None:
    if other is into:
        return
    into.joins += [*other.joins, join]
    into.members += other.members
    for member in other.members:
        owner[member.number] = into


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _left(
    doubts: Iterable[tuple[Pair, Likeness]], owner: dict[int, Cluster[P]]
) -> list[tuple[Pair, Likeness]]:
    """The doubts that are still between two clusters, the likeliest of each two.

    One is left out only when each of its clusters has enough that are likelier.
    """
    best: dict[tuple[int, int], tuple[Pair, Likeness]] = {}
    for pair, like in doubts:
        first, second = sorted((id(owner[pair[0]]), id(owner[pair[1]])))
        known = best.get((first, second))
        if first != second and (known is None or _likeliest((pair, like)) < _likeliest(known)):
            best[first, second] = (pair, like)
    left, asked = [], Counter[int]()
    for between, each in sorted(best.items(), key=lambda item: _likeliest(item[1])):
        if any(asked[one] < _ASKED for one in between):
            left.append(each)
            asked.update(between)
    return sorted(left, key=lambda each: each[0])


def _likeliest(doubt: tuple[Pair, Likeness]) -> tuple[float, Pair]:
    """Sorts the likeliest first."""
    return -doubt[1].points, doubt[0]
