"""Typed edges that follow from the records: who holds which role, met whom, speaks of whom, claims what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dossier.assembly.ids import Ids
from dossier.editing.curation import RelationEntry
from dossier.model import Actor, Dossier, Event, Origin, Relation

_CLAIM_PREDICATES = {
    "responsibility_blamed": "blames",
    "carried_out_according_to": "attributes_attack_to",
    "accusation": "accuses",
    "warning": "warns",
    "call": "calls_on",
}
_MEETINGS = {"meeting", "visit", "press_conference"}


@dataclass(slots=True)
class _Edges:
    """Relations so far, each triple once: the first to state it gives its evidence."""

    ids: Ids = field(default_factory=Ids)
    found: dict[tuple[str, str, str], Relation] = field(default_factory=dict)

    def add(
        self,
        subject: str,
        predicate: str,
        object: str,
        evidence: Iterable[str],
        claim: str | None = None,
        origin: Origin = "extracted",
    ) -> None:
        key = (subject, predicate, object)
        if subject != object and key not in self.found:
            self.found[key] = Relation(
                id=self.ids.claim(f"{subject} {predicate.replace('_', '-')} {object}"),
                subject=subject,
                predicate=predicate,
                object=object,
                origin=origin,
                evidence=tuple(evidence),
                claim=claim,
            )


def derive_relations(dossier: Dossier, curated: Sequence[tuple[RelationEntry, str]]) -> tuple[Relation, ...]:
    """Relations between records, each with its evidence; attributed ones name their claim."""
    edges = _Edges()
    actors = {actor.id for actor in dossier.actors}
    for actor in dossier.actors:
        _relate_to_states(actor, edges)
    for event in dossier.events:
        if event.type in _MEETINGS:
            _relate_who_met(event, edges)
    for agreement in dossier.agreements:
        for one, other in combinations(agreement.parties, 2):
            edges.add(one.actor, "party_with", other.actor, [*one.evidence, *other.evidence])
    for quote in dossier.quotes:
        for id in quote.about if quote.speaker else ():
            if id in actors:
                edges.add(str(quote.speaker), "spoke_about", id, quote.segments)
    for claim in dossier.claims:
        predicate = _CLAIM_PREDICATES.get(claim.kind)
        if predicate and claim.claimant and claim.target:
            edges.add(claim.claimant, predicate, claim.target, claim.evidence, claim=claim.id)
    for entry, evidence in curated:
        edges.add(entry.subject, entry.predicate, entry.object, [evidence], origin="curated")
    return tuple(edges.found[key] for key in sorted(edges.found))


def _relate_who_met(event: Event, edges: _Edges) -> None:
    """Guests and hosts met; that two hosts met each other is not said."""
    for one, other in combinations(event.participants, 2):
        if one.role != other.role or one.role == "participant":
            edges.add(one.actor, "met", other.actor, [*one.evidence, *other.evidence])


def _relate_to_states(actor: Actor, edges: _Edges) -> None:
    for role in actor.roles:
        if role.of:
            predicate = "held_role_in" if role.former else "holds_role_in"
            edges.add(actor.id, predicate, role.of, role.evidence, origin=role.origin)
    if actor.organ_of:
        provenance = actor.provenance["organ_of"]
        edges.add(actor.id, "organ_of", actor.organ_of, provenance.evidence, origin=provenance.origin)
