"""The page of an agreement."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Agreement, Quote
from dossier.site.pages import wording
from dossier.site.pages.document import Chip, Inline, Ladder, Page, Paragraph, Row, Section, Step, Words
from dossier.site.pages.frame import (
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

_BOOST = 1.1


def agreement_page(linker: Linker, agreement: Agreement) -> Page:
    """The page of one agreement: parties, the status as reported, and what is not reported."""
    definition = _definition(linker, agreement)
    quotes = linker.catalogue.naming_of(agreement.id, Quote)
    return record_page(
        linker,
        agreement,
        description=agreement.subject or definition,
        kind=agreement.kind,
        boost=_BOOST,
        blocks=[
            _lead(linker, agreement, definition),
            infobox(agreement.title, _facts(linker, agreement)),
        ],
        sections=[
            _status(linker, agreement),
            section("said-about", "Said about", *(quote_card(linker, quote) for quote in quotes)),
            section("relations", "Relations", listing(relation_lines(linker, agreement.id), "relations")),
        ],
    )


def _lead(linker: Linker, agreement: Agreement, definition: str) -> Paragraph:
    if agreement.subject:
        return Paragraph(parts=linker.field(agreement, "subject", agreement.subject), style="lead")
    return lead(linker, agreement, definition, agreement.provenance.get("kind"))


def _definition(linker: Linker, agreement: Agreement) -> str:
    words = wording.wording()
    parties = wording.listed([linker.catalogue.name(party.actor) for party in agreement.parties])
    named = f" Named in it: {parties}." if parties else ""
    status = words.agreement_statuses[agreement.status].lower()
    return f"{words.agreement_kinds[agreement.kind]}.{named} Status as reported: {status}."


def _facts(linker: Linker, agreement: Agreement) -> Iterator[Row | None]:
    yield heading_row(linker, agreement, "title")
    words = wording.wording()
    yield row(
        "Kind",
        linker.field(
            agreement, "kind", Chip(kind=agreement.kind, text=words.agreement_kinds[agreement.kind])
        ),
    )
    status = Chip(kind=agreement.status, text=words.agreement_statuses[agreement.status])
    yield row("Status", linker.field(agreement, "status", status, " “", agreement.status_as_reported, "”"))
    yield row(
        "Parties",
        *(
            linker.fact(party, linker.named(party.actor), wording.role_after(party.role))
            for party in agreement.parties
        ),
    )
    if agreement.announced_by:
        yield row(
            "Reported by" if agreement.kind == "pledge" else "Announced by",
            linker.field(agreement, "announced_by", linker.named(agreement.announced_by)),
        )
    if agreement.date:
        yield row(
            "When, as reported", linker.field(agreement, "date", Words(text=agreement.date.as_reported))
        )
        yield row("When, resolved", (f"{wording.when(agreement.date)} – {agreement.date.rule.rstrip('.')}.",))
    if agreement.amount:
        amount = f"{agreement.amount.currency} {agreement.amount.value:,.0f}"
        yield row(
            "Amount",
            linker.field(
                agreement, "amount", Words(text=agreement.amount.as_reported), f", that is {amount}"
            ),
        )


def _status(linker: Linker, agreement: Agreement) -> Section | None:
    """The ladder of statuses: what is reported with its words, the others as not reported."""
    words = wording.wording()
    pledged = agreement.status == "pledged"
    parts: dict[str, Inline] = {
        agreement.status: linker.field(agreement, "status", "“", agreement.status_as_reported, "”")
    }
    if agreement.announced_by:
        announcer = linker.link(agreement.announced_by)
        parts.setdefault("announced", linker.field(agreement, "announced_by", "by ", announcer))
    steps = tuple(
        Step(label=words.agreement_statuses[status], reported=status in parts, parts=parts.get(status, ()))
        for status in (words.status_ladder_of_pledges if pledged else words.status_ladder)
    )
    note = None
    if agreement.date is None:
        note = Paragraph(parts=("A date is not reported either.",), style="note")
    return section("status", "Status as reported", Ladder(steps=steps), note)
