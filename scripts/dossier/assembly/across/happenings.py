"""What articles tell of an event, reduced to what tells it from others, and how two are compared.

No date, place or toll may contradict: an older toll never joins a newer act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.assembly.across.events import event_words
from dossier.assembly.across.forms import tokens, words
from dossier.assembly.across.spans import Days, apart_by, days_of
from dossier.assembly.across.verdict import Likeness, Reason, Verdict
from dossier.model import Actor, Event, Place

_SURE, _DOUBTFUL = 3.5, 2.75
_FEW = 12
"""Articles; what stands in more of them says less of a story."""
_STORY = {"person": 2.0, "body": 1.25, "place": 1.0, "state": 0.25}
"""Points of what the articles of two events both name, by its kind."""
_MOST_OF_STORY = 2.5
_SOON, _LATE = 4, 45
"""Days between two reports: of one piece of news; of a story grown old."""
_SEVERAL = 3
"""A number up to which tolls often are the same by chance."""
_NEXT_DAY = 1
"""Days by which two reports of one event may differ: across midnight and time zones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as an article tells of it."""

    number: int
    """Its place in the list of events."""
    type: str
    undergoing: frozenset[str]
    """Actors to whom it happened."""
    others: frozenset[str]
    """Other actors in it."""
    place: str | None
    days: Days | None
    tolls: frozenset[tuple[str, int]]
    """Kind and number of those killed or injured, where a number above one is given."""
    deed: str
    """What its title calls it: "killing", "shooting"."""
    title: str
    told: frozenset[str]
    """What its title says beside names, type and place."""
    alone: bool
    """Whether its article tells of no other event of this type."""
    articles: tuple[str, ...]
    day: str


class Happenings:
    """How events are compared; see `clusters.Comparison`."""

    def __init__(
        self,
        happenings: Iterable[Happening],
        named: Mapping[str, frozenset[str]],
        kinds: Mapping[str, str],
        where: Mapping[str, Place | Actor],
    ) -> None:
        """`named` has by article the actors and places that it names, `kinds` the kind of each."""
        self._named, self._kinds, self._where = named, kinds, where
        self._often = Counter(id for ids in named.values() for id in ids)
        self._happenings = tuple(happenings)

    def keys_of(self, each: Happening) -> Iterator[tuple[object, ...]]:
        """Its type, and an actor in it, the place, the first day, a toll, a rare name of the article."""
        for actor in each.undergoing | each.others:
            yield each.type, "actor", actor
        if each.place:
            yield each.type, "place", each.place
        if each.days:
            yield each.type, "day", each.days.first
        for toll in each.tolls:
            yield each.type, "toll", toll
        for article in each.articles:
            for id in self._named.get(article, ()):
                if self._often[id] <= _FEW and self._kinds[id] != "state":
                    yield each.type, "story", id

    def likeness(self, one: Happening, other: Happening) -> Likeness | None:
        """How alike two events are; None where they differ in type, or have little but it in common."""
        if one.type != other.type or one.type in event_words().said:
            return None
        anchors = (
            *self._actors(one, other),
            *self._places(one, other),
            *self._dates(one, other),
            *_tolls(one, other),
            *_titles(one, other),
            *_deeds(one, other),
            *_singly(one, other),
        )
        around = tuple(self._story(one, other)) if one.articles != other.articles else ()
        reasons = (*sorted(anchors, key=lambda reason: -reason.points), *around, *_reports(one, other))
        if not any(reason.points > 0 for reason in anchors):
            return None
        points = sum(reason.points for reason in reasons)
        against = any(reason.points < 0 for reason in anchors)
        verdict: Verdict = "sure" if points >= _SURE and not against else "doubtful"
        if points < _DOUBTFUL or (against and points < _SURE):
            return None
        return Likeness(verdict=verdict, reasons=reasons)

    def coherent(self, some: Sequence[Happening], others: Sequence[Happening]) -> bool:
        """Whether none of these contradicts one of those."""
        return not any(
            reason.points < 0
            for one in some
            for other in others
            for reason in (
                *self._actors(one, other),
                *self._places(one, other),
                *self._dates(one, other),
                *_deeds(one, other),
            )
        )

    def _actors(self, one: Happening, other: Happening) -> Iterator[Reason]:
        both = one.undergoing & other.undergoing
        if both:
            points = 3.0 if one.type in event_words().once else 2.5
            yield Reason(points, f"it happened to {self._name(min(both))}")
            if len(both) > 1:
                yield Reason(1.0, f"it happened to {self._name(max(both))}")
        elif one.undergoing and other.undergoing and not self._may_be_one(one.undergoing, other.undergoing):
            yield Reason(-3.0, "it happened to others")
        others = (one.undergoing | one.others) & (other.undergoing | other.others) - both
        if others:
            yield Reason(1.0, f"{self._name(min(others))} took part")

    def _may_be_one(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a bare surname of the ones may be a full name of the others."""
        last = [{tokens(self._name(id))[-1:] for id in ids} for ids in (some, others)]
        return bool(last[0] & last[1])

    def _places(self, one: Happening, other: Happening) -> Iterator[Reason]:
        if not one.place or not other.place:
            return
        if one.place == other.place:
            is_wide = self._kinds.get(one.place) == "state"
            yield Reason(0.25 if is_wide else 1.25, f"it happened in {self._name(one.place)}")
        elif other.place in self._around(one.place) or one.place in self._around(other.place):
            yield Reason(0.25, f"it happened in {self._name(one.place)} and {self._name(other.place)}")
        elif {self._kind(one.place), self._kind(other.place)} <= _CITIES:
            yield Reason(-2.0, f"it happened in {self._name(one.place)} or {self._name(other.place)}")

    def _kind(self, place: str) -> str:
        found = self._where.get(place)
        return found.kind.value if found else ""

    def _around(self, place: str) -> set[str]:
        """What a place lies in."""
        found = self._where.get(place)
        around: set[str] = set()
        if found and found.country:
            around.add(found.country.value)
        if isinstance(found, Place) and found.part_of:
            around.add(found.part_of.value)
        return around

    def _dates(self, one: Happening, other: Happening) -> Iterator[Reason]:
        if not one.days or not other.days:
            return
        between = apart_by(one.days, other.days)
        if between > _NEXT_DAY:
            yield Reason(-3.0, "it happened on other days")
        elif between == 0:
            exact = one.days.is_day and other.days.is_day
            yield Reason(1.25 if exact else 0.5, "it happened on the same day" if exact else "the dates fit")

    def _story(self, one: Happening, other: Happening) -> Iterator[Reason]:
        """What the articles name in common."""
        shared = {id for article in one.articles for id in self._named.get(article, ())}
        shared &= {id for article in other.articles for id in self._named.get(article, ())}
        weighed = sorted(
            ((_STORY[self._kinds[id]] * min(1.0, _FEW / self._often[id]), id) for id in shared),
            key=lambda each: (-each[0], each[1]),
        )
        left = _MOST_OF_STORY
        for points, id in weighed:
            counted = min(points / 2, left)
            left -= counted
            if counted > 0:
                yield Reason(counted, f"both articles name {self._name(id)}")

    def _name(self, id: str) -> str:
        found = self._where.get(id)
        return found.name.value if found else id


_CITIES = {"city", "port"}


def _tolls(one: Happening, other: Happening) -> Iterator[Reason]:
    both = one.tolls & other.tolls
    if both:
        kind, number = max(both, key=lambda toll: (toll[1], toll[0]))
        yield Reason(1.5 if number > _SEVERAL else 0.75, f"{number} {kind}")


def _titles(one: Happening, other: Happening) -> Iterator[Reason]:
    if one.title == other.title and len([w for w in one.title.split()[1:] if w[:1].isupper()]) > 1:
        yield Reason(2.5, "both have one title")
        return
    both = sorted(one.told & other.told)
    if both:
        yield Reason(min(1.5, 0.75 * len(both)), f"both titles tell of “{' '.join(both)}”")


def _deeds(one: Happening, other: Happening) -> Iterator[Reason]:
    """What the titles call it; a shooting in which nobody died is no killing."""
    deeds = {one.deed, other.deed}
    if len(deeds) > 1 and deeds <= event_words().deeds and not one.undergoing & other.undergoing:
        yield Reason(-2.5, f"one is called {one.deed}, one {other.deed}")


def _singly(one: Happening, other: Happening) -> Iterator[Reason]:
    """Two reports of the same days that tell of one act of justice each."""
    if one.type in event_words().single and one.alone and other.alone and _between(one, other) <= _SOON:
        yield Reason(1.0, "each article tells of one such event")


def _between(one: Happening, other: Happening) -> int:
    """Days between the reports."""
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)


def _reports(one: Happening, other: Happening) -> Iterator[Reason]:
    """What speaks for or against it in when and how it was reported."""
    between = _between(one, other)
    if between <= _SOON:
        yield Reason(0.5, "the reports are of the same days")
    elif between > _LATE and not (one.days and other.days):
        yield Reason(-1.0, "the reports are of other months")
    if one.alone and other.alone and one.type not in event_words().single:
        yield Reason(0.5, "each article tells of one such event")


def happenings_of(
    events: Sequence[Event],
    articles_of: Mapping[str, str],
    published: Mapping[str, date],
    people: Mapping[str, Mapping[str, str]],
) -> list[Happening]:
    """The events as they are compared; `articles_of` has the article of each passage.

    `people` has by article the full names of the persons that it names, each with the person's id.
    """
    told = [tuple(dict.fromkeys(articles_of[id] for id in event.mentions)) for event in events]
    often = Counter(
        (article, event.type.value)
        for event, articles in zip(events, told, strict=True)
        for article in articles
    )
    undergoing, little = event_words().undergoing, event_words().saying_little | words().small
    found = []
    for number, (event, articles) in enumerate(zip(events, told, strict=True)):
        parts = [each.value for each in event.participants]
        title = event.title.value
        called = {id for a in articles for name, id in people.get(a, {}).items() if name in title}
        found.append(
            Happening(
                number=number,
                type=event.type.value,
                undergoing=frozenset(
                    called.union(str(part.actor) for part in parts if part.role in undergoing)
                    - {str(part.actor) for part in parts if part.role not in undergoing}
                ),
                others=frozenset(str(part.actor) for part in parts if part.role not in undergoing),
                place=str(event.place.value) if event.place else None,
                days=days_of(event.date.value.edtf) if event.date else None,
                tolls=frozenset(
                    (each.value.kind, each.value.min)
                    for each in event.casualties
                    if each.value.min is not None and each.value.min > 1
                ),
                title=title,
                deed=next(iter(tokens(title)), ""),
                told=frozenset(_words(title)) - little,
                alone=all(often[article, event.type.value] == 1 for article in articles),
                articles=articles,
                day=min(published[article].isoformat() for article in articles),
            )
        )
    return found


def _words(title: str) -> Iterator[str]:
    """The small words of a title: names stand in its other fields."""
    for word in title.split()[1:]:
        if word[:1].islower():
            yield from tokens(word)
