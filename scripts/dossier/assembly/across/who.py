"""Who is who: the entities of all articles, with one for each that they tell of, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.assembly.across.clusters import Cluster, Pair, cluster
from dossier.assembly.across.forms import state_name
from dossier.assembly.across.likeness import Names
from dossier.assembly.across.profiles import Profile, profiles_of
from dossier.assembly.across.verdict import Likeness, weightiest
from dossier.assembly.entity import Entity, Joined, between, first_named
from dossier.editing.sources import Source
from dossier.reading.findings import Span


@dataclass(frozen=True, slots=True)
class Question:
    """Two entities that may be one: a question to an editor."""

    one: Entity
    other: Entity
    passages: tuple[tuple[Source, Span], tuple[Source, Span]]
    """Where each is named."""
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who."""

    entities: list[Entity]
    questions: list[Question]


def resolve(
    entities: Sequence[Entity], same: Sequence[Pair] = (), different: Sequence[Pair] = ()
) -> Resolved:
    """One entity for each that the articles tell of; `same` and `different` are pairs of places in the list.

    An entity of several has the name that most articles use first among its parts.
    """
    profiles = profiles_of(entities)
    found = cluster(profiles, Names(profiles), same, different)
    made: dict[int, Entity] = {}
    for each in sorted(found.clusters, key=lambda c: min(member.number for member in c.members)):
        entity = _entity(each, entities)
        made.update((member.number, entity) for member in each.members)
    unique = list(
        {id(entity): entity for entity in (made[number] for number in range(len(entities)))}.values()
    )
    asked = {number for pair, _ in found.doubts for number in pair}
    named = {number: first_named(entities[number]) for number in asked}
    questions = [
        Question(made[one], made[other], (named[one], named[other]), like)
        for (one, other), like in found.doubts
    ]
    return Resolved(unique, questions)


def _entity(found: Cluster[Profile], entities: Sequence[Entity]) -> Entity:
    if len(found.members) == 1:
        return entities[found.members[0].number]
    members = _ordered(found.members, entities)
    first = members[0]
    acting = {source.article.id for each in members if each.section == "actors" for source, _ in each.parts}
    merged = Entity(first.section, [], added=first.added)
    for each in members:
        for part in each.parts:
            doubled = each.section != first.section and part[0].article.id in acting
            (merged.standing if doubled else merged.parts).append(part)
        merged.edits += each.edits
        merged.wikidata = merged.wikidata or each.wikidata
        merged.coordinate = merged.coordinate or each.coordinate
        merged.wanted_id = merged.wanted_id or each.wanted_id
    merged.joins = [
        *(join for each in members for join in each.joins),
        *(
            Joined(passages, reasons=weightiest(join.reasons), decided=join.decided)
            for join in found.joins
            if (passages := between(*(entities[number] for number in join.pair)))
        ),
    ]
    return merged


def _ordered(members: Sequence[Profile], entities: Sequence[Entity]) -> list[Entity]:
    """The entities, what acts before what is a place, the name most in use first, then the longest."""
    use = Counter(member.name for member in members for _ in member.articles)

    def rank(member: Profile) -> tuple[object, ...]:
        entity = entities[member.number]
        usual = member.kind != "state" or state_name(member.name) == member.name
        return (
            entity.section != "actors",
            entity.set_name is None,
            not usual,
            -use[member.name],
            -len(member.name),
            member.day,
            member.number,
        )

    return [entities[member.number] for member in sorted(members, key=rank)]
