"""What happened: events of several articles that are one made one, and what of them is doubtful.

The record has every article's mentions, dates, places and figures side by side, the latest first, and none
chosen in silence; nobody whom a claim blames takes part in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dossier.assembly.across.around import people_of, surroundings
from dossier.assembly.across.clusters import Cluster, Pair, cluster
from dossier.assembly.across.comparing import Happenings
from dossier.assembly.across.happenings import Happening, happenings_of
from dossier.assembly.across.reports import Joined, Reports, doubts_of, joins_of
from dossier.facts import EDITOR, EventRef, Fact, Reported, Sourced, value_of
from dossier.model import Actor, Claim, Event, Place
from dossier.vocabularies import one_sided

F = TypeVar("F", bound=Sourced)


def join_events(
    events: Sequence[Event],
    claims: Sequence[Claim],
    names: tuple[Sequence[Actor], Sequence[Place]],
    reports: Reports,
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
) -> Joined[Event]:
    """The events with one for each that happened; `same` and `different` are pairs of places in the list."""
    people = people_of(names[0], reports.article_of)
    happenings = happenings_of(events, reports, people)
    around = surroundings(*names, reports.article_of)
    found = cluster(happenings, Happenings(happenings, *around), same, different)
    alleged = _alleged(claims)
    made: dict[int, Event] = {}
    became: dict[str, str] = {}
    for each in found.clusters:
        members = [events[member.number] for member in each.members]
        whole = _whole(each, members, events, alleged, reports) if len(members) > 1 else members[0]
        made[next(m.number for m in each.members if events[m.number].id == whole.id)] = whole
        became |= {event.id: whole.id for event in members if event.id != whole.id}
    joined = tuple(made[number] for number in sorted(made))
    return Joined(joined, became, doubts_of(found, events, became))


def _whole(
    found: Cluster[Happening],
    members: list[Event],
    events: Sequence[Event],
    alleged: Mapping[str, set[str]],
    reports: Reports,
) -> Event:
    """One event of several, called as the latest article with a toll has it, else the one that says most."""
    ids = {event.id for event in members}
    blamed = set().union(*(alleged[id] for id in ids))
    by_day = sorted(members, key=reports.first)
    latest = by_day[::-1]
    counted = [event for event in latest if any(fact.value.min is not None for fact in event.casualties)]
    main = (
        max(latest, key=_edited)
        if any(map(_edited, latest))
        else next(iter(counted), max(by_day, key=_fullness))
    )
    dates = [event.date for event in latest if event.date]
    places = [event.place for event in latest if event.place]
    parts: dict[str, Any] = {}
    for event in (main, *by_day):
        for part in event.participants:
            if part.value.actor not in blamed or event.type.value not in one_sided():
                parts.setdefault(part.value.actor, part)
    tolls = {(fact.value, fact.evidence): fact for event in by_day for fact in event.casualties}
    dated = main.date or (dates[0] if dates else None)
    placed = main.place or (places[0] if places else None)
    return main.model_copy(
        update={
            "id": by_day[0].id,
            "mentions": tuple(dict.fromkeys(id for event in by_day for id in event.mentions)),
            "joined": joins_of(found, events, reports),
            "date": dated,
            "further_dates": tuple(_further(dates, dated, reports)),
            "place": placed,
            "further_places": tuple(_further(places, placed, reports)),
            "participants": tuple(parts.values()),
            "casualties": reports.latest_first(list(tolls.values())),
            "description": main.description or next((e.description for e in by_day if e.description), None),
            "purpose": _once(fact for event in (main, *by_day) for fact in event.purpose),
            "after": _once(fact for event in (main, *by_day) for fact in event.after),
            "reasons": _once(fact for event in (main, *by_day) for fact in event.reasons),
            "topics": _once(fact for event in (main, *by_day) for fact in event.topics),
            "part_of": _other([main, *by_day], "part_of", ids),
            "follows": _other([main, *by_day], "follows", ids),
            "external_ids": main.external_ids
            or next((e.external_ids for e in by_day if e.external_ids), None),
        }
    )


def _alleged(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """By event, the actors whom a claim about it names: who makes it and whom it blames."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        about = value_of(claim.about)
        if about:
            found[about] |= {str(who) for who in (value_of(claim.claimant), value_of(claim.target)) if who}
    return found


def _once(facts: Iterable[Fact[Reported]]) -> tuple[Fact[Reported], ...]:
    """The facts, each wording once."""
    return tuple({fact.value: fact for fact in reversed(list(facts))}.values())[::-1]


def _edited(event: Event) -> int:
    """How much of what it is called an editor gave."""
    return sum(fact.read_by == EDITOR for fact in (event.title, event.type))


def _fullness(event: Event) -> tuple[int, int]:
    """How much an article says of an event; of equals the first counts."""
    exact = event.date is not None and event.date.value.precision == "day"
    return int(exact) + int(event.place is not None) + min(len(event.participants), 2), len(event.casualties)


def _further(facts: Sequence[Fact[Any]], main: Fact[Any] | None, reports: Reports) -> list[Fact[Any]]:
    """What other articles give, each article's once."""
    seen = {reports.day(main)[1]} if main else set()
    found = []
    for fact in facts:
        article = reports.day(fact)[1]
        if article not in seen:
            seen.add(article)
            found.append(fact)
    return found


def _other(members: Sequence[Event], field: str, ids: set[str]) -> Fact[EventRef] | None:
    """The first reference of the members to an event that is none of them."""
    facts = (getattr(event, field) for event in members)
    return next((fact for fact in facts if fact and fact.value not in ids), None)
