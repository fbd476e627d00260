"""Typed edges that follow from the records: who holds which role, met whom, speaks of whom, claims what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from dossier.assembly.ids import Ids
from dossier.assembly.origins import Readers, according
from dossier.editing.curation import RelationEntry
from dossier.facts import EDITOR, RULES, AnyRef, Attribution, ClaimRef, EvidenceRef, Sourced
from dossier.model import Actor, Dossier, Event, Relation
from dossier.vocabularies import NESTING, Predicate

_CLAIM_PREDICATES: dict[str, Predicate] = {
    "responsibility_blamed": "blames",
    "carried_out_according_to": "attributes_attack_to",
    "accusation": "accuses",
    "warning": "warns",
    "call": "calls_on",
}
_MEETINGS = {"meeting", "visit", "press_conference"}


@dataclass(slots=True)
class _Edges:
    """Relations so far, each triple once: it rests on every passage that states it on the same word.

    Where it is claimed, or stated on another word, the first to state it counts.
    """

    ids: Ids = field(default_factory=Ids)
    found: dict[tuple[str, str, str], Relation] = field(default_factory=dict)
    wholes: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """By predicate that leads from a part to its whole, and part, the wholes."""

    def add(
        self,
        subject: str,
        predicate: Predicate,
        object: str,
        evidence: Iterable[EvidenceRef],
        *,
        claim: str | None = None,
        read_by: Readers = RULES,
        according_to: tuple[Attribution, ...] = (),
    ) -> None:
        key = (subject, predicate, object)
        before = self.found.get(key)
        if before is not None:
            if before.claim is None and claim is None and before.according_to == according_to:
                every = tuple(dict.fromkeys((*before.evidence, *evidence)))
                self.found[key] = before.model_copy(update={"evidence": every})
        elif subject != object:
            if predicate in NESTING:
                self.wholes[predicate, subject].append(object)
            first, *others = (read_by,) if isinstance(read_by, str) else read_by
            self.found[key] = Relation(
                id=self.ids.claim(f"{subject} {predicate.replace('_', '-')} {object}"),
                subject=AnyRef(subject),
                predicate=predicate,
                object=AnyRef(object),
                read_by=first,
                also_read_by=tuple(others),
                evidence=tuple(dict.fromkeys(evidence)),
                according_to=according_to,
                claim=ClaimRef(claim) if claim else None,
            )

    def closes(self, subject: str, predicate: str, object: str) -> bool:
        """Whether an edge would make a record a part or a descendant of itself, over however many steps."""
        if predicate not in NESTING:
            return False
        seen, waiting = set[str](), [object]
        while waiting:
            at = waiting.pop()
            if at == subject:
                return True
            if at not in seen:
                seen.add(at)
                waiting += self.wholes[predicate, at]
        return False


class Stated(NamedTuple):
    """A relation that an article states, with the ids of its ends, its passages and whose word it is."""

    subject: str
    predicate: Predicate
    object: str
    evidence: tuple[EvidenceRef, ...]
    according_to: tuple[Attribution, ...]
    read_by: tuple[str, ...]


def derive_relations(
    dossier: Dossier,
    curated: Sequence[tuple[RelationEntry, EvidenceRef, tuple[Attribution, ...]]],
    stated: Sequence[Stated] = (),
) -> tuple[Relation, ...]:
    """Relations between records, each with its evidence; attributed ones name their claim.

    An editor's line has its passage and whose word that is, which counts unless the line says another.
    """
    edges = _Edges()
    actors = {actor.id for actor in dossier.actors}
    for actor in dossier.actors:
        _relate_to_states(actor, edges)
    for event in dossier.events:
        if event.type.value in _MEETINGS:
            _relate_who_met(event, edges)
    for agreement in dossier.agreements:
        for one, other in combinations(agreement.parties, 2):
            evidence = [*one.evidence, *other.evidence]
            edges.add(
                one.value.actor, "party_with", other.value.actor, evidence, read_by=_readers(one, other)
            )
    for quote in dossier.quotes:
        for topic in quote.about if quote.speaker else ():
            if quote.speaker and topic.value in actors:
                evidence = [*quote.speaker.evidence, *topic.evidence]
                edges.add(
                    quote.speaker.value,
                    "spoke_about",
                    topic.value,
                    evidence,
                    read_by=_readers(quote.speaker, topic),
                    according_to=quote.speaker.according_to,
                )
    for claim in dossier.claims:
        predicate = _CLAIM_PREDICATES.get(claim.kind.value)
        if predicate and claim.claimant and claim.target:
            edges.add(
                claim.claimant.value,
                predicate,
                claim.target.value,
                claim.evidence,
                claim=claim.id,
                read_by=_readers(claim.claimant, claim.target),
                according_to=claim.wording_as_reported.according_to,
            )
    for entry, cited, heard in curated:
        said = according(entry.according_to) if entry.according_to else heard
        edges.add(entry.subject, entry.predicate, entry.object, [cited], read_by=EDITOR, according_to=said)
    _add_stated(stated, {(entry.subject, entry.predicate, entry.object) for entry, _, _ in curated}, edges)
    return tuple(edges.found[key] for key in sorted(edges.found))


def _add_stated(stated: Sequence[Stated], drawn: set[tuple[str, str, str]], edges: _Edges) -> None:
    """What articles state, beside what an editor has drawn."""
    for each in stated:
        if each[:3] in drawn:
            continue  # the editor's line stands by its own words
        if edges.closes(each.subject, each.predicate, each.object):
            continue  # of two articles that contradict, the first counts
        edges.add(
            each.subject,
            each.predicate,
            each.object,
            each.evidence,
            read_by=each.read_by,
            according_to=each.according_to,
        )


def _readers(one: Sourced, other: Sourced) -> tuple[str, ...]:
    """Who read what a relation is drawn from: those who read both ends, else the readers of either.

    What an editor set at one end is the editor's tie no more than the article's: the other's reader counts.
    """
    ends = [[each.read_by, *each.also_read_by] for each in (one, other)]
    both = [by for by in ends[0] if by in ends[1]]
    return tuple(both) or (RULES if any(RULES in end for end in ends) else ends[0][0],)


def _relate_who_met(event: Event, edges: _Edges) -> None:
    """Guests and hosts met; that two hosts met each other is not said."""
    for one, other in combinations(event.participants, 2):
        if one.value.role != other.value.role or one.value.role == "participant":
            edges.add(
                one.value.actor,
                "met",
                other.value.actor,
                [*one.evidence, *other.evidence],
                read_by=_readers(one, other),
                according_to=one.according_to or other.according_to,
            )


def _relate_to_states(actor: Actor, edges: _Edges) -> None:
    for role in actor.roles:
        if role.value.of:
            predicate: Predicate = "held_role_in" if role.value.former else "holds_role_in"
            edges.add(
                actor.id,
                predicate,
                role.value.of,
                role.evidence,
                read_by=role.read_by,
                according_to=role.according_to,
            )
    organ = actor.organ_of
    if organ:
        edges.add(
            actor.id,
            "organ_of",
            organ.value,
            organ.evidence,
            read_by=organ.read_by,
            according_to=organ.according_to,
        )
