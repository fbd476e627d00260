"""What articles tell of an event, reduced to what tells it from others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.assembly.across.events import event_words
from dossier.assembly.across.forms import tokens, words
from dossier.assembly.across.reports import Reports
from dossier.assembly.across.spans import Days, days_of
from dossier.model import Event

_AGE = re.compile(r"\b(\d{1,3}) ?- ?(?:year|month)s? ?- ?old\b")
_SIZE = re.compile(r"\bmagnitude (?:of )?(\d\.\d)\b|\b(\d\.\d) ?-? ?magnitude\b")
_SEVERAL = re.compile(
    r"\w+ (?:of|against|on|for) (?:the )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|dozens|\d+)\b(?! ?-? ?year)"
)
_SOMEBODY = re.compile(r"\w+ (?:of|against|on|for) an? ")
_WORD = re.compile(r"\w+")
_PAIR = 2


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
    ages: frozenset[int]
    """How old those in its title are."""
    somebody: bool
    """Whether its title tells of one person without a name: "a man"."""
    several: bool
    """Whether its title tells of several people: "two men"."""
    any: bool
    """Whether nothing tells which it is of those held again and again: no title, and a date only inferred."""
    size: float | None
    """How strong an earthquake was."""
    order: frozenset[str]
    """Words of its title that tell it from another of its kind: "second", "previous", "aftershock"."""
    leads: bool
    """Whether its article opens with it."""
    alone: bool
    """Whether its article tells of no other event of this type."""
    twice: frozenset[int]
    """Numbers of those that its article tells it as once more: in the headline, before a name is given."""
    again: bool
    """Whether its article tells of another of this type that happened to the same."""
    articles: tuple[str, ...]
    day: str


_ByWord = Mapping[str, Sequence[tuple[str, str]]]
"""Names, each with whose it is, by their first word."""


def names_by_word(named: Mapping[str, str]) -> _ByWord:
    """Names, each with whose it is, as titles are searched for them."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, id in named.items():
        if first := _WORD.search(name):
            found[first[0]].append((name[first.start() :], id))
    return found


def called_in(title: str, by_word: _ByWord) -> Iterator[str]:
    """Ids of those whose names stand in a title, each asked for at its first word alone."""
    for word in _WORD.finditer(title):
        for name, id in by_word.get(word[0], ()):
            behind = word.start() + len(name)
            if title.startswith(name, word.start()) and not _WORD.match(title, behind):
                yield id


def happenings_of(
    events: Sequence[Event], reports: Reports, people: Mapping[str, Mapping[str, str]]
) -> list[Happening]:
    """The events as they are compared.

    `people` has by article the full names of the persons that it names, each with the person's id.
    """
    told = [reports.articles(event) for event in events]
    undergoing, little = event_words().undergoing, event_words().saying_little | words().small
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_word = {article: names_by_word(named) for article, named in people.items()}
    found = []
    for number, (event, articles) in enumerate(zip(events, told, strict=True)):
        for article in articles:
            same[article, event.type.value].append(number)
        parts = [each.value for each in event.participants]
        title = event.title.value
        called = {id for a in articles for id in called_in(title, by_word.get(a, {}))}
        size = _SIZE.search(title)
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
                told=frozenset(_words(title)) - little - set(event.type.value.split("_")),
                ages=frozenset(int(age) for age in _AGE.findall(title)),
                somebody=_SOMEBODY.match(title) is not None,
                several=_SEVERAL.match(title) is not None,
                any=_may_be_any(event),
                size=float(size[1] or size[2]) if size else None,
                order=frozenset(tokens(title)) & event_words().order,
                leads=reports.leads(event),
                alone=False,
                twice=frozenset(),
                again=False,
                articles=articles,
                day=min(reports.published[article].isoformat() for article in articles),
            )
        )
    return _with_repeats(found, events, same, reports)


def _may_be_any(event: Event) -> bool:
    """Whether it is one of those held again and again, with no title, and a date only inferred."""
    inferred = event.date is not None and event.date.value.basis == "inferred"
    bare = len(event.title.value.split()) == 1
    return event.type.value in event_words().held_again and bare and inferred


def _with_repeats(
    found: Sequence[Happening],
    events: Sequence[Event],
    same: Mapping[tuple[str, str], Sequence[int]],
    reports: Reports,
) -> list[Happening]:
    """The happenings with what their articles tell twice; `same` has those of one article and type."""
    twice: dict[int, set[int]] = defaultdict(set)
    alone, again = set(range(len(found))), set[int]()
    for numbers in same.values():
        pairs = list(_told_twice([(found[n], events[n]) for n in numbers], reports))
        for pair in pairs:
            twice[min(pair)].add(max(pair))  # of one article the earlier is compared with the later
        if len(numbers) - len(pairs) > 1:
            alone -= set(numbers)
            done = Counter(id for number in numbers for id in found[number].undergoing)
            often = {id for id, times in done.items() if times > 1}
            again.update(number for number in numbers if found[number].undergoing & often)
    return [
        replace(
            each,
            alone=each.number in alone,
            twice=frozenset(twice[each.number]),
            again=each.number in again,
        )
        for each in found
    ]


def _told_twice(group: Sequence[tuple[Happening, Event]], reports: Reports) -> Iterator[tuple[int, int]]:
    """Pairs of the events of one type in one article that are one told twice.

    What the headline tells is what the text tells where that has one such event. Somebody who is told of
    without a name, then with one, is one where there are just these two.
    """
    heads = [each for each, event in group if reports.is_headline(event)]
    body = [(each, event) for each, event in group if not reports.is_headline(event)]
    if len(heads) == 1 and len(body) == 1:
        yield heads[0].number, body[0][0].number
    if len(body) != _PAIR or body[0][0].type not in event_words().named_later:
        return
    first, second = sorted(body, key=lambda pair: reports.starts[pair[1].mentions[0]])
    unnamed, named = first[0], second[0]
    if (
        not unnamed.undergoing
        and len(named.undergoing) == 1
        and unnamed.somebody
        and not (unnamed.order or named.order)
    ):
        yield unnamed.number, named.number


def _words(title: str) -> Iterator[str]:
    """The small words of a title: names stand in its other fields."""
    for word in title.split()[1:]:
        if word[:1].islower():
            yield from tokens(word)
