"""Typed edges that follow from the records: who holds which role, met whom, speaks of whom, claims what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from dossier.curation import RelationEntry
from dossier.model import Dossier, Origin, Relation
from dossier.sources import Ids

_CLAIM_PREDICATES = {
    "responsibility_blamed": "blames",
    "carried_out_according_to": "attributes_attack_to",
    "accusation": "accuses",
    "warning": "warns",
    "call": "calls_on",
}
_MEETINGS = {"meeting", "visit", "press_conference"}


def derive_relations(dossier: Dossier, curated: Sequence[tuple[RelationEntry, str]]) -> tuple[Relation, ...]:
    """Relations between records, each with its evidence; attributed ones name their claim."""
    ids = Ids()
    found: dict[tuple[str, str, str], Relation] = {}

    def add(
        subject: str,
        predicate: str,
        object: str,
        evidence: Iterable[str],
        claim: str | None = None,
        origin: Origin = "extracted",
    ) -> None:
        key = (subject, predicate, object)
        if subject != object and key not in found:
            found[key] = Relation(
                id=ids.claim(f"{subject} {predicate.replace('_', '-')} {object}"),
                subject=subject,
                predicate=predicate,
                object=object,
                origin=origin,
                evidence=tuple(evidence),
                claim=claim,
            )

    for actor in dossier.actors:
        for role in actor.roles:
            if role.of:
                predicate = "held_role_in" if role.former else "holds_role_in"
                add(actor.id, predicate, role.of, role.evidence, origin=role.origin)
        if actor.organ_of:
            provenance = actor.provenance["organ_of"]
            add(actor.id, "organ_of", actor.organ_of, provenance.evidence, origin=provenance.origin)
    for event in dossier.events:
        if event.type in _MEETINGS:
            for one, other in combinations(event.participants, 2):
                add(one.actor, "met", other.actor, [*one.evidence, *other.evidence])
    for agreement in dossier.agreements:
        for one, other in combinations(agreement.parties, 2):
            add(one.actor, "party_with", other.actor, [*one.evidence, *other.evidence])
    for quote in dossier.quotes:
        if quote.speaker:
            for id in quote.about:
                if any(actor.id == id for actor in dossier.actors):
                    add(quote.speaker, "spoke_about", id, quote.segments)
    for claim in dossier.claims:
        predicate = _CLAIM_PREDICATES.get(claim.kind, "")
        if predicate and claim.claimant and claim.target:
            add(claim.claimant, predicate, claim.target, claim.evidence, claim=claim.id)
    for entry, evidence in curated:
        add(entry.subject, entry.predicate, entry.object, [evidence], origin="curated")
    return tuple(found[key] for key in sorted(found))
