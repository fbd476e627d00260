"""What no dossier may say, whoever set it: accusations told as facts, wholes in circles, copied passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.assembly.words import word_spans
from dossier.facts import EDITOR, Reported, leaves
from dossier.model import Actor, Dossier, Event, Place, Record
from dossier.reading.text.article import Article
from dossier.vocabularies import BLAMING_ROLES, NESTING, one_sided

_WORD = re.compile(r"\w+")
_BY_STATES = frozenset(("state", "country"))
MOST_COPIED = 20
"""Words in a row of an article that an editor's own line may hold."""


class Fault(NamedTuple):
    """What is wrong where in the dossier, and what would be right."""

    where: str
    found: str
    expected: str
    example: str = ""


def faults(dossier: Dossier, articles: Sequence[Article]) -> Iterator[Fault]:
    """Everything of this kind that a dossier holds."""
    yield from _blame_as_fact(dossier)
    yield from _claims_as_facts(dossier)
    yield from _circles(dossier)
    yield from _people_as_places(dossier)
    yield from _copied(dossier, articles)


def _blame_as_fact(dossier: Dossier) -> Iterator[Fault]:
    """Who is said to have done an act of violence stands in claims only."""
    names: dict[str, Record] = {r.id: r for r in dossier.records()}
    alleged: dict[str | None, set[str]] = defaultdict(set)
    for claim in dossier.claims:
        about = claim.about.value if claim.about else None
        if claim.kind.value == "responsibility_claimed" and claim.claimant:
            alleged[about].add(claim.claimant.value)
        if claim.target and claim.kind.value != "denial":
            alleged[about].add(claim.target.value)
    by_word = _by_first_word(alleged[None], names)
    for event in dossier.events:
        for number, participant in enumerate(event.participants):
            if participant.value.role.casefold() in BLAMING_ROLES:
                yield Fault(
                    f"{event.id}.participants[{number}].role",
                    f"“{participant.value.role}” says that {participant.value.actor} did it",
                    "a role that blames nobody; who is said to have done it is a claim",
                    "role: victim",
                )
        if event.type.value in one_sided():
            yield from _told_as_fact(event, alleged[event.id], by_word, names)


def _by_first_word(ids: Iterable[str], names: Mapping[str, Record]) -> dict[str, set[str]]:
    """Records by the first words of their names, so that each event is asked only of those it may name."""
    found: dict[str, set[str]] = defaultdict(set)
    for id in ids:
        actor = names.get(id)
        for form in _forms(actor) if isinstance(actor, Actor | Place) else ():
            for word in _WORD.findall(form.casefold())[:1]:
                found[word].add(id)
    return found


def _forms(actor: Actor | Place) -> tuple[str, ...]:
    return (actor.name.value, *(alias.value.text for alias in actor.aliases))


def _told_as_fact(
    event: Event, alleged: set[str], by_word: Mapping[str, set[str]], names: Mapping[str, Record]
) -> Iterator[Fault]:
    """`alleged` are blamed for this event; for what no record tells of are those that stand `by_word`."""
    for participant in event.participants:
        if participant.value.actor in alleged:
            yield Fault(
                f"{event.id}.participants",
                f"{participant.value.actor} takes part in it, but only a claim says so",
                "no participant that a claim blames for the event",
            )
    told = f" {event.title.value}. {event.description.value if event.description else ''} ".casefold()
    for id in sorted(alleged.union(*(by_word.get(word, ()) for word in set(_WORD.findall(told))))):
        actor = names.get(id)
        if not isinstance(actor, Actor | Place):
            continue
        for form in _forms(actor):
            name = re.escape(form.casefold())
            doing = name if id in alleged else rf"(?:(?<=\bby )|(?<=\bby the )|(?<=^ )|(?<=\. )){name}"
            if re.search(rf"(?<!\w){doing}(?!\w)", told):
                yield Fault(
                    f"{event.id}.title",
                    f"it names {form}, whom a claim blames",
                    "a title and description that name no perpetrator",
                    f"title: {event.type.value.capitalize()} on a bus",
                )


def _claims_as_facts(dossier: Dossier) -> Iterator[Fault]:
    """A line about a claim begins with whoever claims it."""
    actors = {actor.id: actor for actor in dossier.actors}
    for claim in dossier.claims:
        if claim.description is None:
            continue
        forms: list[str] = [claim.claimant_as_reported.value]
        if claim.claimant and (actor := actors.get(claim.claimant.value)):
            forms = [actor.name.value, *(alias.value.text for alias in actor.aliases)]
        told = claim.description.value.casefold().removeprefix("the ")
        if not any(re.match(rf"{re.escape(form.casefold())}(?!\w)", told) for form in forms):
            yield Fault(
                f"{claim.id}.description",
                f"“{claim.description.value}” does not begin with who says so, {forms[0]}",
                "a sentence that tells it as somebody’s word",
                "description: Ana Novak said that the mill would close.",
            )


def _circles(dossier: Dossier) -> Iterator[Fault]:
    """No record is, over however many steps, a part of itself or a consequence of itself."""
    graphs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for place in dossier.places:
        if place.part_of:
            graphs["part_of"][place.id].add(place.part_of.value)
    for event in dossier.events:
        for field in ("part_of", "follows"):
            whole = getattr(event, field)
            if whole:
                graphs[field][event.id].add(whole.value)
    for relation in dossier.relations:
        if relation.predicate in NESTING:
            graphs[relation.predicate][relation.subject].add(relation.object)
    for field, above in graphs.items():
        seen: set[str] = set()
        for start in sorted(above):
            circle = _circle_from(start, above)
            if circle and not seen.intersection(circle):
                seen.update(circle)
                yield Fault(
                    f"{start}.{field}",
                    " → ".join((*circle, circle[0])) + " is a circle",
                    "a whole that is no part of its own part",
                    "part_of: osterby",
                )


def _circle_from(start: str, above: Mapping[str, set[str]]) -> list[str]:
    """The shortest way from a record back to itself, without its last step; empty where there is none."""
    came: dict[str, str] = {}
    waiting = [start]
    while waiting:
        at = waiting.pop(0)
        for whole in sorted(above.get(at, ())):
            if whole == start:
                way = [at]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if whole not in came:
                came[whole] = at
                waiting.append(whole)
    return []


def _people_as_places(dossier: Dossier) -> Iterator[Fault]:
    """What happens, happens at a place or in a state; a place has no name of a person."""
    kinds = {actor.id: actor.kind.value for actor in dossier.actors}
    people = {
        actor.name.value.casefold(): actor.id for actor in dossier.actors if actor.kind.value == "person"
    }
    for event in dossier.events:
        if event.place and kinds.get(event.place.value, "state") not in _BY_STATES:
            found = f"“{event.place.value}” is of the kind {kinds[event.place.value]}"
            yield Fault(f"{event.id}.place", found, "the id of a place or state", "place: osterby")
    for place in dossier.places:
        person = people.get(place.name.value.casefold())
        if person and place.name.read_by == EDITOR:
            found = f"the person {person} has the name “{place.name.value}” too"
            yield Fault(f"{place.id}.name", found, "a place’s own name", "name: Osterby")


def _copied(dossier: Dossier, articles: Sequence[Article]) -> Iterator[Fault]:
    """An editor's own line is the editor's own words."""
    lines = [
        (path, words)
        for record in dossier.records()
        for path, fact in _edited(record)
        for words in [_words(fact)]
        if len(words) > MOST_COPIED
    ]
    if not lines:
        return
    runs: set[tuple[str, ...]] = set()
    for article in articles:
        words = _words(article.text.text)
        runs.update(tuple(words[i : i + MOST_COPIED + 1]) for i in range(len(words) - MOST_COPIED))
    for path, words in lines:
        for at in range(len(words) - MOST_COPIED):
            if tuple(words[at : at + MOST_COPIED + 1]) in runs:
                begins = " ".join(words[at : at + 6])
                found = f"it holds more than {MOST_COPIED} words of an article in a row: “{begins} …”"
                yield Fault(path, found, "the editor’s own words", "description: Mayor of Osterby.")
                break


def _edited(record: Record) -> Iterator[tuple[str, str]]:
    """Words that an editor wrote into a record."""
    for path, fact in leaves(record, record.id):
        text = getattr(fact, "value", None)
        if fact.read_by == EDITOR and isinstance(text, str) and not isinstance(text, Reported):
            yield path, text


def _words(text: str) -> list[str]:
    return [text[span.start : span.end].casefold() for span in word_spans(text)]
