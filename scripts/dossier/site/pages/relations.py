"""Typed edges as lines of a page."""

from __future__ import annotations

from dossier.facts import value_of
from dossier.model import Actor, Claim, Relation
from dossier.site.pages import wording
from dossier.site.pages.document import Inline, Part
from dossier.site.pages.linker import Linker

_TOLD_BY_QUOTATIONS = ("spoke_about",)
_ROLES = ("holds_role_in", "held_role_in")


def relation_lines(linker: Linker, id: str) -> list[Inline]:
    """Every edge of a record, read from its side; an attributed one says according to whom."""
    lines: list[Inline] = []
    for relation in linker.catalogue.relations.get(id, ()):
        if relation.predicate in _TOLD_BY_QUOTATIONS:
            continue
        inverse = relation.object == id
        other = relation.subject if inverse else relation.object
        if other not in linker.catalogue.records:
            continue
        lines.append(
            (
                f"{wording.sentence_case(wording.predicate(relation.predicate, inverse=inverse))} ",
                linker.link(other),
                _role(linker, relation),
                *attribution(linker, relation),
                " ",
                *relation_source(linker, relation),
            )
        )
    return lines


def _role(linker: Linker, relation: Relation) -> str:
    """Which role an edge about a role means."""
    actor = linker.catalogue.records[relation.subject]
    if relation.predicate not in _ROLES or not isinstance(actor, Actor):
        return ""
    titles = [role.value.title for role in actor.roles if role.value.of == relation.object]
    return f": {', '.join(titles)}" if titles else ""


def attribution(linker: Linker, relation: Relation) -> Inline:
    """Whose claim an attributed edge is; empty for one the article reports itself."""
    if relation.claim is None:
        return linker.according_to(relation.according_to)
    claim = linker.catalogue.records[relation.claim]
    if not isinstance(claim, Claim):
        raise TypeError(relation.claim)
    link = linker.link(claim.id, "claim, not verified")
    claimant = value_of(claim.claimant)
    if claimant == relation.subject:
        return " (", link, ")"
    who: Part = linker.named(claimant, claim.claimant_as_reported.value)
    return ", according to ", who, " (", link, ")"


def relation_source(linker: Linker, relation: Relation) -> Inline:
    """Where an edge comes from."""
    return linker.source(relation)
