"""Profiles to clusters: what is surely one, what is decided, and what remains a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.assembly.across.forms import core_key, initials, sounds
from dossier.assembly.across.likeness import Likeness, Reason, fitting, likeness
from dossier.assembly.across.profiles import Companion, Profile, how_often

_LATEST = 6
"""Members of a cluster that a newcomer is compared with: stories are told within days."""
_MOST = 40
"""Clusters of one block that a newcomer is compared with."""
Pair = tuple[int, int]
"""Numbers of two profiles, the smaller first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two profiles that are one, and why."""

    pair: Pair
    reasons: tuple[Reason, ...]
    decided: bool = False
    """Whether an editor decided it."""


@dataclass(slots=True)
class Cluster:
    """Profiles that are one."""

    members: list[Profile]
    joins: list[Join] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustered:
    """Who is who."""

    clusters: list[Cluster]
    doubts: list[tuple[Pair, Likeness]]
    """Pairs of profiles of two clusters that may be one: the likeliest of each pair of clusters."""


def cluster(
    profiles: Sequence[Profile], same: Sequence[Pair] = (), different: Sequence[Pair] = ()
) -> Clustered:
    """The clusters, each in the order of publication; `same` and `different` are decided."""
    often = how_often(profiles)
    owner: dict[int, Cluster] = {}
    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in different:
        apart[one].add(other)
        apart[other].add(one)
    blocks: dict[object, dict[int, Cluster]] = defaultdict(dict)
    doubts: dict[Pair, tuple[Pair, Likeness]] = {}
    everything: dict[int, Cluster] = {}
    for profile in profiles:
        owner[profile.number] = Cluster([profile])
    for one, other in same:
        _merge(owner, owner[one], owner[other], Join(pair=_pair(one, other), reasons=(), decided=True))
    for profile in sorted(profiles, key=lambda p: (p.day, p.articles, p.number)):
        mine = owner[profile.number]
        for found, like in _compared(profile, blocks, often):
            there = owner[found.number]
            mine = owner[profile.number]
            if there is mine or _kept_apart(there, mine, apart):
                continue
            if like.verdict == "sure" and _coherent(there, mine):
                _merge(
                    owner, there, mine, Join(pair=_pair(found.number, profile.number), reasons=like.reasons)
                )
            elif like.verdict != "different":
                pair = _pair(found.number, profile.number)
                doubts[pair] = (pair, like)
        for key in keys_of(profile):
            blocks[key][id(owner[profile.number])] = owner[profile.number]
    for made in owner.values():
        everything[id(made)] = made
    return Clustered(clusters=list(everything.values()), doubts=_left(doubts.values(), owner))


def keys_of(profile: Profile) -> Iterator[tuple[object, ...]]:
    """What a profile must share with another to be compared with it."""
    yield profile.kind, profile.key
    if profile.given:
        yield "given", profile.given
    if profile.wikidata:
        yield "wikidata", profile.wikidata
    if profile.kind == "person" and len(profile.key) > 1:
        yield "surname", profile.key[-1], profile.key[0][0]
        yield "sounds", sounds(profile.key)
    elif profile.kind == "body":
        for form in profile.others:
            yield profile.kind, form
        for acronym in {*profile.acronyms, initials(profile.name).upper()} - {""}:
            yield "acronym", acronym
        yield "core", core_key(profile.name)
        yield "sounds", sounds(profile.key)


def _compared(
    profile: Profile, blocks: dict[object, dict[int, Cluster]], often: Counter[Companion]
) -> list[tuple[Profile, Likeness]]:
    """Earlier profiles whose names fit, the likeliest first."""
    found: dict[int, Profile] = {}
    for key in keys_of(profile):
        for there in list(blocks.get(key, {}).values())[-_MOST:]:
            found.update((member.number, member) for member in there.members[-_LATEST:])
    found.pop(profile.number, None)
    likes = [(other, likeness(other, profile, often)) for other in found.values()]
    return sorted(
        ((other, like) for other, like in likes if like),
        key=lambda each: (each[1].verdict != "sure", -each[1].points, each[0].number),
    )


def _coherent(one: Cluster, other: Cluster) -> bool:
    """Whether each full name of the one fits each of the other: no chain leads from A. B. Coe to C. Coe."""
    if one.members[0].kind != "person":
        return True
    told = ({article for member in each.members for article in member.articles} for each in (one, other))
    if set.intersection(*told):
        return False  # the article itself tells them apart
    names = ({member.key for member in each.members if len(member.key) > 1} for each in (one, other))
    first, second = names
    return all(x == y or fitting(x, y) for x in first for y in second)


def _kept_apart(one: Cluster, other: Cluster, apart: dict[int, set[int]]) -> bool:
    numbers = {member.number for member in other.members}
    return any(apart[member.number] & numbers for member in one.members if member.number in apart)


def _merge(owner: dict[int, Cluster], into: Cluster, other: Cluster, join: Join) -> None:
    into.joins += [*other.joins, join]
    if other is into:
        return
    into.members += other.members
    for member in other.members:
        owner[member.number] = into


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _left(doubts: object, owner: dict[int, Cluster]) -> list[tuple[Pair, Likeness]]:
    """The doubts that are still between two clusters, the likeliest of each two."""
    best: dict[tuple[int, int], tuple[Pair, Likeness]] = {}
    for pair, like in doubts:  # type: ignore[attr-defined]
        ends = sorted((id(owner[pair[0]]), id(owner[pair[1]])))
        if ends[0] == ends[1]:
            continue
        known = best.get((ends[0], ends[1]))
        if known is None or (-like.points, pair) < (-known[1].points, known[0]):
            best[ends[0], ends[1]] = (pair, like)
    return sorted(best.values(), key=lambda each: each[0])
