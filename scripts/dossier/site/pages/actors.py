"""The page of an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.facts import Fact, value_of
from dossier.model import Actor, Agreement, Claim, Event, Quote, Role
from dossier.site.pages import agreement_leads, leads, name_leads, phrases, wording
from dossier.site.pages.document import Chip, Inline, Page, Paragraph, Row, Section
from dossier.site.pages.frame import (
    also_known_as,
    claim_line,
    described_rows,
    external_ids,
    heading_row,
    infobox,
    lead,
    listing,
    made_by,
    quoted,
    record_page,
    row,
    section,
    told_by,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.meeting import Meetings, meeting_sections
from dossier.site.pages.relations import relation_lines
from dossier.site.pages.replies import answers
from dossier.site.pages.told import NOT_VERIFIED, dated
from dossier.site.pages.when import by_date

_TOLD_ROLES = ("party", "pledger")
"""Roles in an agreement that its own sentence tells."""
_ASKED = ("call", "pledge")
"""Kinds of claims that hold nothing to verify."""


def actor_page(linker: Linker, actor: Actor, meetings: Meetings) -> Page:
    """The page of one actor, in the order of the house rules."""
    return record_page(
        linker,
        actor,
        kind=actor.kind.value,
        blocks=[
            *lead(linker, actor, actor.kind, actor.description),
            also_known_as(linker, actor.aliases, actor.name.value),
            infobox(actor.name.value, _facts(linker, actor)),
        ],
        sections=[
            *_reply(linker, actor),
            *_quotations(linker, actor),
            *_claims(linker, actor),
            section("timeline", "Timeline", listing(_events(linker, actor), "events")),
            *meeting_sections(linker, actor, meetings),
            section("agreements", "Agreements", listing(_agreements(linker, actor), "agreements")),
            section("relations", "Relations", listing(relation_lines(linker, actor.id), "relations")),
        ],
    )


def _reply(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    """What it answers to what is told of it here."""
    if actor.reply:
        words = Paragraph(parts=linker.fact(actor.reply, f"“{actor.reply.value}”"))
        told = actor.reply.source
        source = Paragraph(parts=(f"Source: {told}",), style="note") if told else None
        yield section("reply", f"Reply of {actor.name.value}", words, source)


def _facts(linker: Linker, actor: Actor) -> Iterator[Row | None]:
    yield heading_row(linker, "Name", actor.name)
    kind = actor.kind.value
    yield row("Kind", linker.kind(actor.kind, Chip(kind=kind, text=wording.wording().actor_kinds[kind])))
    if actor.organ_of:
        yield row("Organ of", linker.fact(actor.organ_of, linker.named(actor.organ_of.value)))
    elif actor.country:
        yield row("State", linker.fact(actor.country, linker.named(actor.country.value)))
    yield row("Role", *(_role(linker, role) for role in _fullest(actor.roles)))
    yield from described_rows(linker, actor)
    yield external_ids(linker, actor)


def _fullest(roles: Sequence[Fact[Role]]) -> list[Fact[Role]]:
    """The roles, without one that another tells with what it is a role in."""
    full = {role.value.title for role in roles if role.value.of}
    return [role for role in roles if role.value.of or role.value.title not in full]


def _role(linker: Linker, role: Fact[Role]) -> Inline:
    of: Inline = (", ", linker.named(role.value.of)) if role.value.of else ()
    former = "former " if role.value.former and not name_leads.says_former(role.value.title) else ""
    return linker.fact(role, f"{former}{role.value.title}", *of)


def _quotations(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    quotes = linker.catalogue.naming_of(actor.id, Quote)
    said = quoted(linker, made_by(linker, actor.id)[1])
    about: list[Inline] = [
        (*leads.with_link(linker, quote), " ", *linker.marks(quote.segments))
        for quote in quotes
        if any(topic.value == actor.id for topic in quote.about) and value_of(quote.speaker) != actor.id
    ]
    yield section("said", "Said", *said)
    yield section("said-about", "Said about", listing(about))


def _claims(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    claims = linker.catalogue.naming_of(actor.id, Claim)
    made, _ = made_by(linker, actor.id)
    about = [claim for claim in claims if actor.id == value_of(claim.target) != value_of(claim.claimant)]
    yield section("claims-made", "Claims made", listing(made, "claims"))
    if about:
        is_asserted = any(claim.kind.value not in _ASKED for claim in about)
        note = Paragraph(parts=(NOT_VERIFIED,), style="note") if is_asserted else None
        lines = listing([claim_line(linker, claim) for claim in about], "claims")
        yield section("claims-about", "Claims about", note, lines, *answers(linker, actor, claims))


def _events(linker: Linker, actor: Actor) -> list[Inline]:
    """The events the actor takes part in, and those at which the actor is quoted."""
    catalogue = linker.catalogue
    quotes = catalogue.naming_of(actor.id, Quote)
    found = {
        event.id: event
        for event in catalogue.naming_of(actor.id, Event)
        if any(participant.value.actor == actor.id for participant in event.participants)
    }
    for quote in quotes:
        occasion = catalogue.records.get(value_of(quote.occasion) or "")
        if value_of(quote.speaker) == actor.id and isinstance(occasion, Event):
            found[occasion.id] = occasion
    return [dated(linker, event) for event in by_date(found.values())]


def _agreements(linker: Linker, actor: Actor) -> Iterator[Inline]:
    """The agreements that it is a party to, gains by or tells of; with its role where no sentence has it."""
    for agreement in linker.catalogue.naming_of(actor.id, Agreement):
        roles = [party.value.role for party in agreement.parties if party.value.actor == actor.id]
        tells = value_of(agreement.announced_by) == actor.id
        if not roles and not tells and value_of(agreement.recipient) != actor.id:
            continue
        whose = agreement_leads.agreement(linker, agreement).according_to
        is_told = any(source.actor == actor.id for source in whose)
        how = (
            _as(roles[0])
            if roles
            else f" – {_announced(linker, agreement, actor)}"
            if tells and not is_told
            else ""
        )
        yield *_agreement(linker, agreement), f"{how} ", *told_by(linker, agreement)


def _as(role: str) -> str:
    """A role as it stands behind an agreement's status; nothing for one that the sentence tells."""
    return "" if role in _TOLD_ROLES else f" – {wording.wording().roles.get(role, wording.plain(role))}"


def _agreement(linker: Linker, agreement: Agreement) -> Inline:
    status = agreement.status.value
    label = wording.wording().agreement_statuses[status]
    return *leads.with_link(linker, agreement), " ", Chip(kind=status, text=label)


def _announced(linker: Linker, agreement: Agreement, actor: Actor) -> str:
    who = phrases.name(linker, actor.id)
    return f"{who} reported it" if agreement.kind.value == "pledge" else f"{who} announced it"
