"""The page of an actor."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Actor, Agreement, Claim, Event, Quote, Role
from dossier.site.pages import wording
from dossier.site.pages.document import Chip, Inline, Page, Paragraph, Row, Section
from dossier.site.pages.frame import (
    also_known_as,
    claim_line,
    external_ids,
    heading_row,
    infobox,
    lead,
    listing,
    quote_card,
    record_page,
    row,
    section,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import relation_lines
from dossier.site.pages.when import by_date, dated

_NOT_VERIFIED = (
    "Reported, not verified: what others say, in the article’s words. No fact of this page rests on it."
)
_BOOST = 1.2
_TIES_ARE_CLAIMS = ("armed_group", "alliance")
"""Kinds of actors whose tie to a state is somebody’s claim and so no fact of the infobox."""


def actor_page(linker: Linker, actor: Actor) -> Page:
    """The page of one actor, in the order of the house rules."""
    definition = _definition(linker, actor)
    return record_page(
        linker,
        actor,
        description=actor.description or definition,
        kind=actor.kind,
        boost=_BOOST,
        blocks=[
            lead(linker, actor, definition, actor.provenance.get("kind")),
            also_known_as(linker, actor.aliases, actor.name),
            infobox(actor.name, _facts(linker, actor)),
        ],
        sections=[
            *_quotations(linker, actor),
            *_claims(linker, actor),
            section("timeline", "Timeline", listing(_events(linker, actor), "events")),
            section("agreements", "Agreements", listing(_agreements(linker, actor), "agreements")),
            section("relations", "Relations", listing(relation_lines(linker, actor.id), "relations")),
        ],
    )


def _definition(linker: Linker, actor: Actor) -> str:
    """A definition made of the fields: role, kind and state."""
    kind = wording.wording().actor_kinds[actor.kind].lower()
    if actor.organ_of:
        return f"{actor.name} is a {kind}, an organ of {linker.catalogue.name(actor.organ_of)}."
    if actor.roles:
        role = actor.roles[0]
        of = f" of {linker.catalogue.name(role.of)}" if role.of else ""
        return f"{actor.name}: {'former ' if role.former else ''}{role.title}{of}."
    article = "an" if kind[0] in "aeiou" else "a"
    return f"{actor.name} is {article} {kind} named in this dossier."


def _facts(linker: Linker, actor: Actor) -> Iterator[Row | None]:
    yield heading_row(linker, actor, "name")
    label = wording.wording().actor_kinds[actor.kind]
    yield row("Kind", linker.field(actor, "kind", Chip(kind=actor.kind, text=label)))
    if actor.organ_of:
        yield row("Organ of", linker.field(actor, "organ_of", linker.named(actor.organ_of)))
    elif actor.country and actor.kind not in _TIES_ARE_CLAIMS:
        yield row("State", linker.field(actor, "country", linker.named(actor.country)))
    yield row("Role", *(_role(linker, role) for role in actor.roles))
    yield external_ids(linker, actor)


def _role(linker: Linker, role: Role) -> Inline:
    of: Inline = (", ", linker.named(role.of)) if role.of else ()
    return linker.fact(role, f"{'former ' if role.former else ''}{role.title}", *of)


def _quotations(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    quotes = linker.catalogue.naming_of(actor.id, Quote)
    said = [quote_card(linker, quote) for quote in quotes if quote.speaker == actor.id]
    about: list[Inline] = [
        (linker.link(quote.id), " ", *linker.marks(quote.segments))
        for quote in quotes
        if actor.id in quote.about and quote.speaker != actor.id
    ]
    yield section("said", "Said", *said)
    yield section("said-about", "Said about", listing(about))


def _claims(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    claims = linker.catalogue.naming_of(actor.id, Claim)
    made = [claim_line(linker, claim) for claim in claims if claim.claimant == actor.id]
    about = [claim_line(linker, claim) for claim in claims if actor.id == claim.target != claim.claimant]
    yield section("claims-made", "Claims made", listing(made, "claims"))
    if about:
        note = Paragraph(parts=(_NOT_VERIFIED,), style="note")
        yield section("claims-about", "Claims about", note, listing(about, "claims"))


def _events(linker: Linker, actor: Actor) -> list[Inline]:
    """The events the actor takes part in, and those at which the actor is quoted."""
    catalogue = linker.catalogue
    quotes = catalogue.naming_of(actor.id, Quote)
    found = {
        event.id: event
        for event in catalogue.naming_of(actor.id, Event)
        if any(participant.actor == actor.id for participant in event.participants)
    }
    for quote in quotes:
        occasion = catalogue.records.get(quote.occasion or "")
        if quote.speaker == actor.id and isinstance(occasion, Event):
            found[occasion.id] = occasion
    return [dated(linker, event) for event in by_date(found.values())]


def _agreements(linker: Linker, actor: Actor) -> list[Inline]:
    found: list[Inline] = []
    for agreement in linker.catalogue.naming_of(actor.id, Agreement):
        roles = [party for party in agreement.parties if party.actor == actor.id]
        if roles:
            found.append(
                (
                    *_agreement(linker, agreement),
                    f"{wording.role_after(roles[0].role)} ",
                    *linker.source(roles[0]),
                )
            )
        elif agreement.announced_by == actor.id:
            found.append(
                (
                    *_agreement(linker, agreement),
                    *linker.field(agreement, "announced_by", f" – {_announced(agreement)}"),
                )
            )
    return found


def _agreement(linker: Linker, agreement: Agreement) -> Inline:
    label = wording.wording().agreement_statuses[agreement.status]
    return linker.link(agreement.id), " ", Chip(kind=agreement.status, text=label)


def _announced(agreement: Agreement) -> str:
    return "reported it" if agreement.kind == "pledge" else "announced it"
