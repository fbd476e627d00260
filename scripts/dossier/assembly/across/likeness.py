"""Two profiles to a likeness: points, each with its reason, and what they decide.

After the model of Fellegi and Sunter, as Splink and nomenklatura have it: features are compared one by one
and their weights summed. The weights are set by hand, for no set of decided pairs of news names is large
enough to learn them from, and checked on articles annotated across.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from dossier.assembly.across.forms import (
    core_key,
    initials,
    is_acronym,
    is_common,
    sounds,
    state_name,
    words,
)
from dossier.assembly.across.profiles import Companion, Profile, how_often
from dossier.assembly.across.verdict import Likeness, Reason
from dossier.reading.names.evidence import known_bodies

_ALIKE = 0.82
"""Jaro-Winkler similarity of two spellings of one name."""
_LONG = 5
"""Letters of a word that may be written in two ways."""
_COMPANY = {"person": 2.0, "body": 1.25, "place": 0.75, "state": 0.25}
"""Points of a name that both are named with, by its kind."""
_MOST_BY_PLACES = 1.25
"""Points of places and states together: half the world's news is from the same few."""
_MOST_DEEDS = 2
"""Types of events that count."""
_FEW, _PART = 12, 20
"""Articles, and which part of all; what stands in more of them than either says less."""

_LETTERS, _OF_LETTERS = 4, 0.25
"""So few letters are those of several bodies; points beside them that make it one."""
_OF_SEVERAL = 2.0
"""Points more for a body that may be that of each of several states."""

_Shared = tuple[float, str, str]
"""Points, kind and folded name of what two articles name."""


class _Name(NamedTuple):
    """How two names fit."""

    words: str
    needs: float
    """Points beside the name that make it sure."""
    asks: float = 0.0
    """Points from which it is worth a question."""
    many: bool = False
    """Whether it is a body's name that many bear."""


class Names:
    """How names are compared; see `clusters.Comparison`."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._often = how_often(profiles)
        self._few = max(_FEW, len({article for each in profiles for article in each.articles}) / _PART)
        self._newcomer: frozenset[Companion] = frozenset()
        self._shared: dict[int, list[_Shared]] = {}
        """What the articles of the last newcomer name in common with others, by the object of theirs."""

    def keys_of(self, each: Profile) -> Iterator[tuple[object, ...]]:
        """The name as it is compared, and for names of several forms what their forms have in common."""
        yield each.kind, each.key
        if each.given:
            yield "given", each.given
        if each.wikidata:
            yield "wikidata", each.wikidata
        if each.kind == "person" and len(each.key) > 1:
            yield "surname", each.key[-1], each.key[0][0]
            yield "sounds", sounds(each.key)
        elif each.kind == "body":
            for form in each.others:
                yield each.kind, form
            for acronym in {*each.acronyms, initials(each.name).upper()} - {""}:
                yield "acronym", acronym
            yield "core", core_key(each.name)
            yield "sounds", sounds(each.key)

    def likeness(self, one: Profile, other: Profile) -> Likeness | None:
        """How alike two profiles are; None where their names do not fit."""
        return _likeness(one, other, self._company)

    def _company(self, a: Profile, b: Profile) -> Iterator[Reason]:
        """Reasons from what both are named with, the weightiest first."""
        if a.kind not in ("person", "body"):
            return
        left = _MOST_BY_PLACES
        for points, kind, name in self._named_by_both(a.around, b.around):
            if (kind, name) in a.own or (kind, name) in b.own:
                continue
            counted = points
            if kind in ("place", "state"):
                counted = min(points, left)
                left -= counted
            if counted > 0:
                yield Reason(counted, f"both are named with {a.called[kind, name]}")

    def _named_by_both(self, before: frozenset[Companion], newcomer: frozenset[Companion]) -> list[_Shared]:
        """What the articles of two name, the weightiest first: an article's names come one after another."""
        if newcomer is not self._newcomer:
            self._newcomer, self._shared = newcomer, {}
        found = self._shared.get(id(before))
        if found is None:
            found = self._shared[id(before)] = sorted(
                (
                    (_COMPANY.get(kind, 0.5) * min(1.0, self._few / self._often[kind, name]), kind, name)
                    for kind, name in before & newcomer
                    if self._often[kind, name]  # a name that is only ever somebody's own is not counted
                ),
                key=lambda each: (-each[0], each[2], each[1]),
            )
        return found

    def coherent(self, some: Sequence[Profile], others: Sequence[Profile]) -> bool:
        """Whether each full name of some fits each of the others: no chain leads from A. B. Coe to C. Coe.

        What one article tells apart is apart.
        """
        if some[0].kind != "person":
            return True
        told = ({article for member in each for article in member.articles} for each in (some, others))
        if set.intersection(*told):
            return False
        first, second = ({member.key for member in each if len(member.key) > 1} for each in (some, others))
        return all(x == y or fitting(x, y) for x in first for y in second)


def _likeness(
    a: Profile, b: Profile, company: Callable[[Profile, Profile], Iterable[Reason]]
) -> Likeness | None:
    """How alike two profiles are; None where their names do not fit."""
    if a.wikidata and b.wikidata:
        same = a.wikidata == b.wikidata
        reason = Reason(0, f"the Wikidata number {a.wikidata}" if same else "different Wikidata numbers")
        return Likeness(verdict="sure" if same else "different", reasons=(reason,))
    if a.given and a.given == b.given:
        return Likeness(verdict="sure", reasons=(Reason(0, "the name an editor gives both"),))
    fits = _names(a, b)
    if fits is None or (a.kind != "state" and set(a.articles) & set(b.articles)):
        return None  # of names that stand in one article the reading has decided already
    reasons = (
        Reason(0, fits.words),
        *company(a, b),
        *_offices(a, b),
        *_deeds(a, b),
        *_states(a, b),
        *(_of_many(a, b) if fits.many else ()),
    )
    apart = any(reason.points < 0 for reason in reasons)
    points = sum(reason.points for reason in reasons)
    if _is_settled(fits, points, a, b) and not (apart and a.kind != "person"):
        return Likeness(verdict="sure", reasons=reasons)
    is_other = points < fits.asks or (apart and points < 0)
    return Likeness(verdict="different" if is_other else "doubtful", reasons=reasons)


def _names(a: Profile, b: Profile) -> _Name | None:
    if a.kind != b.kind:
        return None
    match a.kind:
        case "person":
            return _persons(a, b)
        case "body":
            return _bodies(a, b)
        case "state":
            return _Name("the name of one state", 0) if a.key == b.key else None
        case _:
            return _Name("the same name", 0) if a.key == b.key else None


def _persons(a: Profile, b: Profile) -> _Name | None:
    """A person is never joined to a namesake on the name alone, nor a bare surname to anybody."""
    one, other = a.key, b.key
    if len(one) < 2 or len(other) < 2:
        return None
    if one == other:
        return _Name("the same full name", 2.0 if len(one) == 2 else 1.25)
    return fitting(one, other)


def fitting(one: tuple[str, ...], other: tuple[str, ...]) -> _Name | None:
    """How two full names of persons fit that are not the same."""
    if one[-1] == other[-1]:
        if _middles_fit(one[:-1], other[:-1]):
            return _Name("names that differ in a middle name alone", 2.0)
        if one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])) and len(one) == len(other) == 2:
            return _Name("the same surname and initial", 3.0, asks=1.0)
    heard, other_heard = sounds(one), sounds(other)
    if heard == other_heard and len(heard) > 1 and _spelt_alike(one, other):
        return _Name("two spellings of one name", 2.0)
    if len(one) == len(other) and _one_letter_apart(one, other):
        return _Name("names that differ in a letter", 3.0, asks=1.0)
    return None


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names are the same but for middle names that one of them leaves out or shortens."""
    if one[0] != other[0] or len(one[0]) == 1:
        return False
    short, long = sorted((one[1:], other[1:]), key=len)
    return not short or (
        len(short) == len(long)
        and all(x == y or (x[0] == y[0] and 1 in (len(x), len(y))) for x, y in zip(short, long, strict=True))
    )


def _spelt_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of one sound are near enough in writing; of short words each letter counts."""
    unlike = [(x, y) for x, y in zip(one, other, strict=False) if x != y and x not in words().particles]
    return all(min(len(x), len(y)) >= _LONG for x, y in unlike) and (
        JaroWinkler.similarity(" ".join(one), " ".join(other)) >= _ALIKE
    )


def _one_letter_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    unlike = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    (x, y) = unlike[0]
    return x[0] == y[0] and min(len(x), len(y)) > 3 and abs(len(x) - len(y)) == 1 and (x in y or y in x)


def _bodies(a: Profile, b: Profile) -> _Name | None:
    if a.key == b.key and is_common(a.key):
        return _Name("a name that many bear", 2.0, asks=1.25, many=True)
    if a.key == b.key:
        return (
            _Name("the same letters", _OF_LETTERS)
            if _is_bare(a) or _is_bare(b)
            else _Name("the same name", 0)
        )
    met = a.others & b.others
    if met:
        form = max(" ".join(key) for key in met)
        return _Name(f"another name both have, {form}", 1.25)
    if _are_letters_of(a, b) or _are_letters_of(b, a):
        return _Name("a name and its initials", 1.25)
    if core_key(a.name) == core_key(b.name) and not is_common(core_key(a.name)):
        return _Name("names that differ in what the body is called", 1.25)
    if sounds(a.key) == sounds(b.key) and _spelt_alike(a.key, b.key):
        return _Name("two spellings of one name", 1.25)
    return None


def _is_bare(body: Profile) -> bool:
    """Whether a body is known by few letters alone, which others may bear as well."""
    few = is_acronym(body.name) and len(body.name.replace(".", "")) <= _LETTERS
    return few and body.name.casefold() not in known_bodies()


def _are_letters_of(short: Profile, long: Profile) -> bool:
    """Whether one is called by the other's initials alone: "EC" of a Ferry Council is no Export Council's."""
    return is_acronym(short.name) and initials(long.name).upper() in short.acronyms


def _offices(a: Profile, b: Profile) -> Iterator[Reason]:
    """Titles that both are given; one that many bear says little without what it is held in."""
    if not (a.offices and b.offices):
        return
    held, others = (_held(each) for each in (a, b))
    for title in sorted(held.keys() & others.keys()):
        said = held[title] & others[title] - {""}
        is_common = title in words().common_titles
        if said:
            yield Reason(2.5, f"the same office, {title} of {_called(min(said), a)}")
        elif held[title] - {""} and others[title] - {""}:
            continue  # of this and of that
        elif where := _where(title, held[title] | others[title], a, b):
            yield Reason(1.0 if is_common else 2.0, f"the same title, {title}, where {where} is named")
        else:
            yield Reason(
                0.5 if is_common else 1.25, f"the same {'title' if is_common else 'office'}, {title}"
            )


def _where(title: str, held: set[str], a: Profile, b: Profile) -> str:
    """What both are named with and one is told to hold a title in; of a head of state any state."""
    both = [name for kind, name in sorted(a.around & b.around) if kind == "state" or name in held]
    found = both if title in words().head_titles else [name for name in both if name in held]
    return _called(found[0], a) if found else ""


def _held(each: Profile) -> dict[str, set[str]]:
    """By title, what it is held in."""
    found: dict[str, set[str]] = defaultdict(set)
    for title, of in each.offices:
        found[title].add(of)
    return found


def _called(of: str, profile: Profile) -> str:
    """A body or state as an article spells it."""
    return profile.called.get(("body", of)) or state_name(of) or of.title()


def _deeds(a: Profile, b: Profile) -> Iterator[Reason]:
    for number, deed in enumerate(sorted(a.deeds & b.deeds)):
        yield Reason(
            0.75 if number < _MOST_DEEDS else 0.0,
            f"both are named where the report is of {deed.replace('_', ' ')}",
        )


def _states(a: Profile, b: Profile) -> Iterator[Reason]:
    if a.states & b.states:
        yield Reason(1.0, f"the same state, {state_name(min(a.states & b.states))}")
    elif a.states and b.states:
        yield Reason(-2.0, f"different states, {' and '.join((min(a.states), min(b.states)))}")


def _of_many(a: Profile, b: Profile) -> Iterator[Reason]:
    """Which of the many that bear a name it is: its state's, or that of the only state that is named."""
    if words().one_a_state.isdisjoint(a.key):
        return
    named = _states_around(a, b)
    if a.states & b.states:
        yield Reason(1.0, "a state has one")
    elif len(named) == 1 and ("state", *named) in a.around & b.around:
        yield Reason(2.0, f"no other state is named than {_called(min(named), a)}")


def _states_around(*profiles: Profile) -> set[str]:
    """The states that the articles name."""
    return {name for each in profiles for kind, name in each.around if kind == "state"}


def _is_settled(fits: _Name, points: float, a: Profile, b: Profile) -> bool:
    """Whether points are enough; of what many bear more are needed where it may be another state's.

    Which body's board it is no company tells.
    """
    if not fits.many:
        return points >= fits.needs
    several = len(_states_around(a, b)) > 1 and not a.states & b.states
    return words().organs.isdisjoint(a.key) and points >= fits.needs + several * _OF_SEVERAL
