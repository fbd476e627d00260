"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Casualties, Claim, Event, Place, Quote
from dossier.site.pages import wording
from dossier.site.pages.document import Chip, Inline, Note, Page, Paragraph, Row, Section, Table, Words
from dossier.site.pages.frame import (
    claim_line,
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

_ABOUT_RESPONSIBILITY = (
    "responsibility_claimed",
    "responsibility_blamed",
    "carried_out_according_to",
    "accusation",
    "denial",
)
_NOT_VERIFIED = "Claims as the article reports them, not verified. This dossier does not say who did it."
_NOT_INSIDE = ("border", "port", "place")
_BOOST = 1.1


def event_page(linker: Linker, event: Event) -> Page:
    """The page of one event: what, when, where, casualties as worded, then who says who did it."""
    catalogue = linker.catalogue
    definition = _definition(linker, event)
    claims = [claim for claim in catalogue.naming_of(event.id, Claim) if claim.about == event.id]
    who = [claim for claim in claims if claim.kind in _ABOUT_RESPONSIBILITY]
    others = [claim for claim in claims if claim.kind not in _ABOUT_RESPONSIBILITY]
    naming = catalogue.naming_of(event.id, Quote)
    quotes = [quote for quote in naming if quote.occasion == event.id]
    about = [quote for quote in naming if event.id in quote.about and quote not in quotes]
    parts = catalogue.naming_of(event.id, Event)
    return record_page(
        linker,
        event,
        description=event.description or definition,
        kind=event.type,
        boost=_BOOST,
        blocks=[
            lead(linker, event, definition, event.provenance.get("type")),
            infobox(event.title, _facts(linker, event)),
        ],
        sections=[
            _who_says(linker, who),
            section(
                "other-claims", "Other claims", listing([claim_line(linker, c) for c in others], "claims")
            ),
            section("said-there", "Said on this occasion", *(quote_card(linker, quote) for quote in quotes)),
            section("said-about", "Said about", *(quote_card(linker, quote) for quote in about)),
            section(
                "parts",
                "Parts and sequels",
                listing([dated(linker, other) for other in by_date(parts)], "events"),
            ),
            section("relations", "Relations", listing(relation_lines(linker, event.id), "relations")),
        ],
    )


def _definition(linker: Linker, event: Event) -> str:
    """A definition made of the fields; who did it is no part of it."""
    kind = wording.wording().event_types[event.type].lower()
    article = "An" if kind[0] in "aeiou" else "A"
    date = f", {wording.when(event.date)}" if event.date else ""
    toll = "".join(
        f" {wording.sentence_case(each.kind)}, as worded: “{each.as_reported}”."
        for each in event.casualties[:1]
    )
    return f"{article} {kind}{_where(linker, event)}{date}.{toll}"


def _where(linker: Linker, event: Event) -> str:
    place = linker.catalogue.records.get(event.place or "")
    if not isinstance(place, Place):
        return " reported in this dossier"
    preposition = "to" if event.type == "visit" else "at" if place.kind in _NOT_INSIDE else "in"
    return f" {preposition} {place.name}"


def _facts(linker: Linker, event: Event) -> Iterator[Row | None]:
    yield heading_row(linker, event, "title")
    label = wording.wording().event_types[event.type]
    yield row("Kind", linker.field(event, "type", Chip(kind=event.type, text=label)))
    yield from _dates(linker, event)
    if event.place:
        yield row("Where", linker.field(event, "place", linker.named(event.place)))
    yield row(
        "Involved",
        *(
            linker.fact(participant, linker.named(participant.actor), wording.role_after(participant.role))
            for participant in event.participants
        ),
    )
    yield row("Casualties as worded", *(_casualties(linker, casualty) for casualty in event.casualties))
    if event.part_of:
        yield row("Part of", linker.field(event, "part_of", linker.named(event.part_of)))
    if event.follows:
        yield row("Follows", linker.field(event, "follows", linker.named(event.follows)))
    if event.external_ids and event.external_ids.wikidata:
        yield row("Wikidata", linker.field(event, "external_ids", event.external_ids.wikidata))


def _dates(linker: Linker, event: Event) -> Iterator[Row | None]:
    """The date as reported, and as resolved with its rule."""
    if event.date is None:
        yield row("When", ("not reported",))
        return
    basis = wording.wording().date_bases[event.date.basis]
    rule = event.date.rule.rstrip(".") or basis
    yield row("When, as reported", linker.field(event, "date", Words(text=event.date.as_reported)))
    note = Note(text=f"{event.date.edtf}: {wording.sentence_case(rule)}.")
    yield row("When, resolved", (f"{wording.when(event.date)} ", note))


def _casualties(linker: Linker, casualty: Casualties) -> Inline:
    according: Inline = ()
    if casualty.according_to:
        according = (", according to ", linker.named(casualty.according_to))
    group = casualty.group if casualty.group and casualty.group not in casualty.as_reported else None
    whom = f" ({group})" if group else ""
    words = f"{casualty.kind}: “{casualty.as_reported}”{whom}, {_bounds(casualty)}"
    return linker.fact(casualty, words, *according)


def _bounds(casualty: Casualties) -> str:
    """The bounds that the words give, none that they don't."""
    low, high = casualty.min, casualty.max
    if low is None and high is None:
        return "no number given"
    if low == high:
        return f"that is {low}"
    if high is None:
        return f"that is {low} or more"
    if low is None:
        return f"that is {high} or fewer"
    return f"that is {low} to {high}"


def _who_says(linker: Linker, claims: list[Claim]) -> Section | None:
    if not claims:
        return None
    table = Table(
        caption="Claims about responsibility, in the order of the article",
        head=("Who says so", "Of whom", "Kind", "Wording in the article", "Paragraph"),
        rows=tuple(_claim_row(linker, claim) for claim in claims),
        style="who-says",
    )
    note = Paragraph(parts=(_NOT_VERIFIED,), style="note")
    return section("who-says", "Who says who did it", note, table)


def _claim_row(linker: Linker, claim: Claim) -> tuple[Inline, ...]:
    target: Inline = (linker.named(claim.target, claim.target_as_reported),)
    if claim.kind in ("responsibility_claimed", "denial") and claim.target in (None, claim.claimant):
        target = ("itself",)
    return (
        (linker.named(claim.claimant, claim.claimant_as_reported),),
        target if target != ("",) else ("not named",),
        (linker.link(claim.id, wording.wording().claim_kinds[claim.kind]),),
        (Words(text=claim.wording_as_reported),),
        linker.marks(claim.evidence),
    )
