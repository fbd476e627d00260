"""Which act came after which, as an article says: "the incident came after a February attack"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dossier.assembly.gate.reach import Reading
from dossier.assembly.origins import read
from dossier.facts import EventRef
from dossier.model import Event
from dossier.reading.events.days import first_day, last_day
from dossier.reading.events.guards import guard_words
from dossier.reading.findings import EventFinding, Span
from dossier.reading.grammar.dependents import conjuncts, doers, is_definite, is_verb, obliques, undergoers
from dossier.reading.grammar.standing import standing_of
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Tree, Word

if TYPE_CHECKING:
    from dossier.assembly.desk import Desk


_TAKEN = frozenset(("dobj", "nsubjpass"))


class _Words(NamedTuple):
    """Shape of sequence.yaml."""

    comes: frozenset[str]
    behind: frozenset[str]
    again: Mapping[str, frozenset[str]]


class _After(NamedTuple):
    later: int
    earlier: int
    told: tuple[Span, Span]


def sequenced(desk: Desk, events: list[Event]) -> list[Event]:
    """The events of an article, each with the one that it is said to have come after."""
    by_id = {event.id: event for event in events}
    for after in _known(desk):
        later, earlier = desk.event_ids.get(after.later), desk.event_ids.get(after.earlier)
        event = by_id.get(later) if later else None
        if event is not None and earlier is not None and event.follows is None:
            if later in _chain(by_id, earlier):
                continue
            says = desk.saying([after.told[0]], after.told[1])
            word = desk.voices.of(after.told[0])
            follows = read(
                EventRef(earlier),
                *says,
                by=desk.source.findings.events[after.later].read_by,
                according_to=word,
            )
            by_id[event.id] = event.model_copy(update={"follows": follows})
    return [by_id[event.id] for event in events]


def _chain(events: Mapping[str, Event], first: str) -> set[str]:
    """An event with all that it came after."""
    found: set[str] = set()
    at: str | None = first
    while at is not None and at not in found:
        found.add(at)
        event = events.get(at)
        at = event.follows.value if event is not None and event.follows is not None else None
    return found


def _known(desk: Desk) -> Iterator[_After]:
    """What the article says came after what; asked of its trees where that is not known."""
    events = desk.source.findings.events
    told = ",".join(f"{e.type} {e.trigger.start}-{e.trigger.end}" if e.trigger else e.type for e in events)
    answers = desk.book.kept.of(desk.source.article)
    for later, earlier, (one, other) in answers.answer(f"after {told}", lambda r: list(_told(events, r))):
        yield _After(later, earlier, (Span(*one), Span(*other)))


def _told(events: tuple[EventFinding, ...], reading: Reading) -> Iterator[_After]:
    words = load_table("sequence", _Words, __package__)
    for tree in reading.trees:
        yield from _told_behind(events, tree, words)
        for verb in tree.words:
            if not is_verb(verb) or not standing_of(verb).took_place:
                continue
            if verb.lemma == "follow":
                earlier = undergoers(verb)
            elif verb.lemma in words.comes:
                earlier = [n for noun in obliques(verb, "after") for n in conjuncts(noun)]
            else:
                continue
            found = [number for noun in earlier if (number := _named(events, noun, words)) is not None]
            for subject in doers(verb) if len(found) == 1 else ():
                later = _meant(events, subject, words)
                if later is not None and later != found[0]:
                    trigger = events[found[0]].trigger or subject.span
                    yield _After(later, found[0], (subject.span, trigger))


def _told_behind(events: tuple[EventFinding, ...], tree: Tree, words: _Words) -> Iterator[_After]:
    """Acts told with what they came after: "closed the port after a raid", "left in reply to the raid"."""
    for word in tree.words:
        later = _event_at(events, word)
        act = word if is_verb(word) else word.head
        if later is None or not is_verb(act) or not (act is word or word.dep in _TAKEN):
            continue
        if not standing_of(act).took_place:
            continue
        found = {
            number: told
            for told in _behind(act, words)
            if (number := _meant(events, told, words) if not is_verb(told) else _event_at(events, told))
            is not None
        }
        if len(found) == 1:
            ((earlier, told),) = found.items()
            if earlier != later and not _came_first(events[later], events[earlier]):
                yield _After(later, earlier, (word.span, told.span))


def _behind(act: Word, words: _Words) -> Iterator[Word]:
    """What stands behind "after" on a verb, the nouns and the verb of its clause; or behind "in reply to"."""
    for clause in act.all("advcl"):
        if any(c.lower == "after" and c.index < clause.index for c in clause.all("mark")):
            yield from (clause, *clause.all("dobj"))
    for link in act.all("prep"):
        if link.lower in words.behind:
            yield from link.all("pobj")
            yield from (w for clause in link.all("pcomp") for w in (clause, *clause.all("dobj")))
        for noun in link.all("pobj") if link.lower == "in" else ():
            if noun.lemma.lower() in guard_words().answering:
                yield from obliques(noun, "to", "for")


def _came_first(later: EventFinding, earlier: EventFinding) -> bool:
    """Whether the days of two events speak against an order."""
    if later.date is None or earlier.date is None:
        return False
    return last_day(later.date.edtf) < first_day(earlier.date.edtf)


def _event_at(events: tuple[EventFinding, ...], noun: Word) -> int | None:
    """The event that a noun tells of."""
    return next(
        (n for n, e in enumerate(events) if e.trigger and e.trigger.start <= noun.start < e.trigger.end), None
    )


def _named(events: tuple[EventFinding, ...], noun: Word, words: _Words) -> int | None:
    """The event a noun tells of, or, of "an attack that killed nine", the clause on it."""
    own = _event_at(events, noun)
    if own is not None:
        return own
    types = words.again.get(noun.lemma.lower(), ())
    clauses = (_event_at(events, verb) for verb in noun.all("relcl"))
    return next((number for number in clauses if number is not None and events[number].type in types), None)


def _meant(events: tuple[EventFinding, ...], noun: Word, words: _Words) -> int | None:
    """The event a noun tells of, or, of "the incident", the one before it of a type that may be called so."""
    own = _event_at(events, noun)
    if own is not None or not is_definite(noun):
        return own
    before = [
        (e.trigger.start, n) for n, e in enumerate(events) if e.trigger and e.trigger.start < noun.start
    ]
    nearest = max(before, default=None)
    if nearest is None:
        return None
    return nearest[1] if events[nearest[1]].type in words.again.get(noun.lemma.lower(), ()) else None
