"""How what two articles tell of an event is compared: points, each with its reason, and what they decide.

No date, place, age, size or toll may contradict: an older toll never joins a newer act.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from dossier.assembly.across.events import event_words
from dossier.assembly.across.forms import person_tokens
from dossier.assembly.across.happenings import Happening
from dossier.assembly.across.likeness import fitting
from dossier.assembly.across.spans import apart_by
from dossier.assembly.across.verdict import Likeness, Reason, Verdict, told_of_both
from dossier.model import Actor, Place

_SURE, _DOUBTFUL = 3.5, 2.75
_ANCHORED = 1.0
"""Points that what is told of the events themselves must have: two stories that meet are not one event."""
_FEW = 12
"""Articles; what stands in more of them says less of a story."""
_STORY = {"person": 2.0, "body": 1.25, "place": 1.0, "state": 0.25}
"""Points of what the articles of two events both name, by its kind."""
_MOST_OF_STORY, _MOST_OF_REPORTS = 2.5, 1.0
"""The most points that what their articles name besides can give, and when and how they were reported."""
_SOON, _LATE, _A_YEAR = 4, 45, 365
"""Days between two reports: of one piece of news; of a story grown old; of what may have happened again."""
_ONE_TITLE = 2.5
"""Points of a title that names who it is about."""
_SEVERAL = 3
"""A number up to which tolls often are the same by chance."""
_NEXT_DAY = 1
"""Days by which two reports of one event may differ: across midnight and time zones."""


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
        self._newcomer: tuple[str, ...] = ()
        self._stories_with: dict[tuple[str, ...], tuple[Reason, ...]] = {}
        """What the articles of the last newcomer name in common with others, by theirs."""
        self._stories = self._articles_that_share()
        self._undergone: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for each in happenings:
            self._undergone[each.type].update(person_tokens(self._name(id)) for id in each.undergoing)

    def keys_of(self, each: Happening) -> Iterator[tuple[object, ...]]:
        """Its type, and an actor in it, the place, the first day, a toll, a rare name of the article.

        Names that the same articles have lead to the same events, and are one key: an article's events
        and its names both grow with its text.
        """
        for actor in each.undergoing | each.others:
            yield each.type, "actor", actor
        if each.place:
            yield each.type, "place", each.place
        if each.days:
            yield each.type, "day", each.days.first
        for toll in each.tolls:
            yield each.type, "toll", toll
        for article in each.articles:
            for sharing in self._stories.get(article, ()):
                yield each.type, "story", sharing

    def _articles_that_share(self) -> dict[str, set[frozenset[str]]]:
        """By article, the articles that a rare name stands in with it, itself among them, each set once."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for article, ids in self._named.items():
            for id in ids:
                if self._often[id] <= _FEW and self._kinds[id] != "state":
                    bearers[id].add(article)
        found: dict[str, set[frozenset[str]]] = defaultdict(set)
        for sharing in {frozenset(articles) for articles in bearers.values()}:
            for article in sharing:
                found[article].add(sharing)
        return found

    def likeness(self, one: Happening, other: Happening) -> Likeness | None:
        """How alike two events are; None where they differ in type, or have little but it in common."""
        if one.type != other.type or one.type in event_words().said:
            return None
        if (one.any or other.any) and one.articles != other.articles:
            return None
        met = (
            *self._actors(one, other),
            *self._places(one, other),
            *self._dates(one, other),
            *_tolls(one, other),
            *_titles(one, other),
        )
        ages, again = list(_ages(one, other)), list(_again(one, other))
        single = list(self._singly(one, other))
        if not any(reason.points > 0 for reason in (*met, *ages, *single, *again)):
            return None  # as most are: what only speaks against it, and what else they name, is asked of few
        anchors = (*met, *_against(one, other), *ages, *single, *self._open(one, other), *again)
        anchored = sum(reason.points for reason in anchors)
        against = any(reason.points < 0 for reason in anchors)
        enough = _SURE if against else _DOUBTFUL
        if anchored + _MOST_OF_STORY + _MOST_OF_REPORTS < enough:
            return None  # whatever else their articles name
        around = self._story(one, other) if one.articles != other.articles else ()
        reasons = (*sorted(anchors, key=lambda reason: -reason.points), *around, *_reports(one, other))
        points = sum(reason.points for reason in reasons)
        if points < enough:
            return None
        is_sure = points >= _SURE and anchored >= _ANCHORED and not against
        verdict: Verdict = "sure" if is_sure and not self._is_vague(one, other, len(anchors)) else "doubtful"
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
                *_against(one, other),
                *_ages(one, other),
            )
        )

    def _is_vague(self, one: Happening, other: Happening, anchors: int) -> bool:
        """Whether so many reasons are only such as tell of each of several that an article has.

        Those are where it happened, or when, with words of titles and a toll that many have; or to whom,
        where it befell them twice or may have, or the reports are far apart.
        """
        where, when = (len(list(each(one, other))) for each in (self._places, self._dates))
        words = sum(reason.points < _ONE_TITLE for reason in _titles(one, other))
        few = sum(reason.points < 1 for reason in _tolls(one, other))
        if not (one.alone and other.alone) and anchors - words - few in (where, when):
            return True
        if one.title != other.title and anchors == words:
            return True  # a few words that both titles have
        if one.type in event_words().ever or one.articles == other.articles:
            return False
        whom, named_alike = len(list(self._actors(one, other))), one.title == other.title
        if not named_alike and not (one.alone and other.alone) and anchors == whom:
            return True
        years = whom == 1 and _between(one, other) > _A_YEAR and not (one.days and other.days)
        return (one.again or other.again or years) and anchors == whom + named_alike

    def _actors(self, one: Happening, other: Happening) -> Iterator[Reason]:
        both = one.undergoing & other.undergoing
        if both:
            points = 3.0 if one.type in event_words().once else 2.5
            yield Reason(points, f"it happened to {self._name(min(both))}")
            if len(both) > 1:
                yield Reason(1.0, f"it happened to {self._name(max(both))}")
        elif one.undergoing and other.undergoing and not self._may_be_one(one.undergoing, other.undergoing):
            yield Reason(-3.0, "it happened to others")
        if both and one.type in event_words().mutual:
            apart = one.undergoing - both, other.undergoing - both
            if all(apart) and not self._may_be_one(*apart):
                yield Reason(-3.0, "it was with others")
        others = (one.undergoing | one.others) & (other.undergoing | other.others) - both
        turned = (one.undergoing & other.others) | (one.others & other.undergoing)
        if turned:
            yield Reason(-3.0, f"{self._name(min(turned))} is on the one side and on the other")
        elif others:
            yield Reason(1.0, f"{self._name(min(others))} took part")
        elif one.type in event_words().theirs and one.others and other.others:
            yield Reason(-2.5, "others took part")

    def _may_be_one(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of each may bear one name: a surname alone, another spelling."""
        pairs = product(*([person_tokens(self._name(id)) for id in ids] for ids in (some, others)))
        return any(
            a and b and (a[-1:] == b[-1:] if 1 in (len(a), len(b)) else a == b or fitting(a, b) is not None)
            for a, b in pairs
        )

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
        elif len(states := {self._state(one.place), self._state(other.place)} - {""}) > 1:
            yield Reason(-2.0, f"it happened in {' or '.join(sorted(map(self._name, states)))}")

    def _kind(self, place: str) -> str:
        found = self._where.get(place)
        return found.kind.value if found else ""

    def _state(self, place: str) -> str:
        """The state that a place lies in or is, as far as one is known."""
        if self._kinds.get(place) == "state" and self._kind(place) in ("country", "state"):
            return place
        found = self._where.get(place)
        return str(found.country.value) if found and found.country else ""

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
        between, exact = apart_by(one.days, other.days), one.days.is_day and other.days.is_day
        if between > (_NEXT_DAY if exact else 0):
            yield Reason(-3.0, "it happened on other days")
        elif between == 0:
            yield Reason(1.25 if exact else 0.5, "it happened on the same day" if exact else "the dates fit")

    def _singly(self, one: Happening, other: Happening) -> Iterator[Reason]:
        """Two reports of the same days that tell of one such act each."""
        words, alone = event_words(), one.alone and other.alone and _between(one, other) <= _SOON
        leading = (
            one.type in words.single_when_leading
            and one.leads
            and other.leads
            and any(self._kinds[id] in ("person", "place") for id in self._shared(one, other))
        )
        if alone and (leading or one.type in words.single):
            yield Reason(1.0, "each article tells of one such event")

    def _open(self, one: Happening, other: Happening) -> Iterator[Reason]:
        """Whether one that doesn't say to whom it happened may be about another whom its article names."""
        named, unnamed = sorted((one, other), key=lambda each: not each.undergoing)
        if named.undergoing and not unnamed.undergoing and one.articles != other.articles:
            done = self._undergone[one.type]
            for id in sorted({id for article in unnamed.articles for id in self._named.get(article, ())}):
                if person_tokens(self._name(id)) in done and not self._may_be_one({id}, named.undergoing):
                    yield Reason(-1.5, f"it may have happened to {self._name(id)}")
                    return

    def _story(self, one: Happening, other: Happening) -> tuple[Reason, ...]:
        """What the articles name in common: all events of an article come one after another."""
        if other.articles != self._newcomer:
            self._newcomer, self._stories_with = other.articles, {}
        if one.articles not in self._stories_with:
            self._stories_with[one.articles] = tuple(self._told_by_both(one, other))
        return self._stories_with[one.articles]

    def _told_by_both(self, one: Happening, other: Happening) -> Iterator[Reason]:
        weighed = sorted(
            (
                (_STORY[self._kinds[id]] * min(1.0, _FEW / self._often[id]), id)
                for id in self._shared(one, other)
            ),
            key=lambda each: (-each[0], each[1]),
        )
        left = _MOST_OF_STORY
        for points, id in weighed:
            counted = min(points / 2, left)
            left -= counted
            if counted > 0:
                yield Reason(counted, f"both articles name {self._name(id)}")

    def _shared(self, one: Happening, other: Happening) -> set[str]:
        """What the articles of both name."""
        named = [{id for a in each.articles for id in self._named.get(a, ())} for each in (one, other)]
        return named[0] & named[1]

    def _name(self, id: str) -> str:
        found = self._where.get(id)
        return found.name.value if found else id


_CITIES = {"city", "port"}
_SIZES_APART = 0.5
"""Between two measurements of one earthquake."""


def _tolls(one: Happening, other: Happening) -> Iterator[Reason]:
    both = one.tolls & other.tolls
    if both:
        kind, number = max(both, key=lambda toll: (toll[1], toll[0]))
        yield Reason(1.5 if number > _SEVERAL else 0.75, f"{number} {kind}")


def _titles(one: Happening, other: Happening) -> Iterator[Reason]:
    if one.title == other.title and len([w for w in one.title.split()[1:] if w[:1].isupper()]) > 1:
        yield Reason(_ONE_TITLE, "both have one title")
        return
    both = sorted(one.told & other.told)
    if both:
        yield Reason(min(1.5, 0.75 * len(both)), told_of_both(both))


def _against(one: Happening, other: Happening) -> Iterator[Reason]:
    """What the titles tell apart: a shooting in which nobody died is no killing, an aftershock no quake."""
    deeds = {one.deed, other.deed}
    if deeds == event_words().opposed:
        yield Reason(-2.5, f"one is called {one.deed}, one {other.deed}")
    if len(deeds) > 1 and deeds <= event_words().deeds and not one.undergoing & other.undergoing:
        yield Reason(-2.5, f"one is called {one.deed}, one {other.deed}")
    if one.order != other.order:
        yield Reason(-2.5, f"one is told as {' '.join(sorted(one.order ^ other.order))}")
    if one.type in event_words().named_later and one.several != other.several:
        single = other if one.several else one
        if len(single.undergoing) == 1 or single.somebody:
            yield Reason(-2.5, "it happened to several or to one")
    if one.size and other.size and abs(one.size - other.size) > _SIZES_APART:
        yield Reason(-2.5, f"a magnitude of {one.size} or {other.size}")


def _ages(one: Happening, other: Happening) -> Iterator[Reason]:
    both = one.ages & other.ages
    if both:
        yield Reason(1.5, f"both tell of somebody of {min(both)}")
    elif one.ages and other.ages and not one.undergoing & other.undergoing:
        yield Reason(-2.0, f"one tells of somebody of {min(one.ages)}, one of {min(other.ages)}")


def _again(one: Happening, other: Happening) -> Iterator[Reason]:
    """What one article tells in its headline and its text, or before and after it gives a name."""
    if other.number in one.twice:
        yield Reason(_SURE, "the article tells it twice")


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
