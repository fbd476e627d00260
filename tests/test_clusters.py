"""Clustering in two halves, one of them on another core, makes what clustering at once makes."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assembly.across import clusters
from dossier.assembly.across.verdict import Likeness, Reason, Verdict


@dataclass(frozen=True)
class Thing:
    number: int
    day: str
    articles: tuple[str, ...]
    names: frozenset[int]
    weight: int


class Weighing:
    """Things that share a name are as alike as their weights are near."""

    def keys_of(self, each: Thing) -> Iterator[int]:
        yield from each.names

    def likeness(self, one: Thing, other: Thing) -> Likeness | None:
        apart = abs(one.weight - other.weight)
        verdict: Verdict = "sure" if apart < 3 else "doubtful" if apart < 6 else "different"
        reasons = (Reason(9.0 - apart, f"{apart} apart"),)
        return None if apart > 8 else Likeness(verdict=verdict, reasons=reasons)

    def coherent(self, some: list[Thing], others: list[Thing]) -> bool:
        return all(abs(one.weight - other.weight) < 5 for one in some for other in others)


made = st.tuples(st.integers(1, 4), st.frozensets(st.integers(0, 30), max_size=3), st.integers(0, 12))


def told(things, same=(), different=()):
    found = clusters.cluster(things, Weighing(), same, different)
    return [([member.number for member in each.members], each.joins) for each in found.clusters], found.doubts


@given(st.lists(made, min_size=2, max_size=60), st.data())
def test_halves_make_what_the_whole_makes(rows, data):
    things = [
        Thing(number, f"2024-05-0{day}", (f"a{number // 3}",), names, weight)
        for number, (day, names, weight) in enumerate(rows)
    ]
    two = st.lists(st.integers(0, len(things) - 1), min_size=2, max_size=2, unique=True)
    pairs = [tuple(sorted(pair)) for pair in data.draw(st.lists(two, max_size=4))]
    same, different = pairs[:2], [pair for pair in pairs[2:] if pair not in pairs[:2]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "beside", lambda work: work)
        patch.setattr(clusters, "_MANY", 1)
        halves = told(things, same, different)
        patch.setattr(clusters, "_MANY", len(things) + 1)
        assert halves == told(things, same, different)


def test_what_another_core_makes_is_handed_back(monkeypatch):
    things = [Thing(n, "2024-05-01", (f"a{n}",), frozenset((n % 7,)), n % 5) for n in range(40)]
    whole = told(things)
    monkeypatch.setattr(clusters, "_MANY", 1)
    halves = clusters._Clustering(things, Weighing(), (), ()).halves()
    assert all(halves)
    assert halves[0] | halves[1] == set(range(40))
    assert told(things) == whole
    assert any(len(members) > 1 for members, _ in whole[0])


def test_what_is_decided_to_be_one_is_clustered_together(monkeypatch):
    monkeypatch.setattr(clusters, "_MANY", 1)
    things = [Thing(n, "2024-05-01", (f"a{n}",), frozenset((n,)), 0) for n in range(4)]
    halves = clusters._Clustering(things, Weighing(), [(0, 3)], [(1, 3)]).halves()
    assert sorted(map(sorted, halves)) == [[0, 1, 3], [2]]
    assert told(things, [(0, 3)], [(1, 3)])[0][0][0] == [0, 3]
