"""The page of an agreement."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Agreement, Amount, Quote
from dossier.site.pages import wording
from dossier.site.pages.across import outlet
from dossier.site.pages.document import Chip, Inline, Ladder, Page, Paragraph, Row, Section, Step, Words
from dossier.site.pages.frame import (
    heading_row,
    infobox,
    lead,
    listing,
    quoted,
    record_page,
    row,
    section,
    worded,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import relation_lines


def agreement_page(linker: Linker, agreement: Agreement) -> Page:
    """The page of one agreement: parties, the status as reported, and what is not reported."""
    quotes = linker.catalogue.naming_of(agreement.id, Quote)
    return record_page(
        linker,
        agreement,
        kind=agreement.kind.value,
        blocks=[
            *lead(linker, agreement, agreement.status, agreement.subject),
            infobox(agreement.title.value, _facts(linker, agreement)),
        ],
        sections=[
            _status(linker, agreement),
            section("said-about", "Said about", *quoted(linker, quotes)),
            section("relations", "Relations", listing(relation_lines(linker, agreement.id), "relations")),
        ],
    )


def _facts(linker: Linker, agreement: Agreement) -> Iterator[Row | None]:
    yield heading_row(linker, "Title", agreement.title)
    words = wording.wording()
    kind, status = agreement.kind.value, agreement.status.value
    chip = Chip(kind=kind, text=words.agreement_kinds[kind])
    yield row("Kind", (chip, " ", *linker.source(agreement.kind)))  # our word for it: its source uses none
    chip = Chip(kind=status, text=words.agreement_statuses[status])
    yield row(
        "Status", linker.fact(agreement.status, chip, *_in_words(status, agreement.status_as_reported.value))
    )
    yield row(
        "Parties",
        *(
            linker.fact(party, linker.named(party.value.actor), wording.role_after(party.value.role))
            for party in agreement.parties
        ),
    )
    if agreement.announced_by:
        yield row(
            "Reported by" if kind == "pledge" else "Announced by",
            linker.fact(agreement.announced_by, linker.named(agreement.announced_by.value)),
        )
    pledger = next((each.value.actor for each in agreement.parties if each.value.role == "pledger"), None)
    if agreement.recipient:
        whom = linker.named(agreement.recipient.value)
        yield row("For", linker.fact(agreement.recipient, whom, said_by=pledger))
    yield row("Purpose", *worded(linker, agreement.purpose))
    if agreement.where:
        yield row("Where", linker.fact(agreement.where, linker.named(agreement.where.value)))
    if agreement.occasion:
        yield row("Occasion", linker.fact(agreement.occasion, linker.named(agreement.occasion.value)))
    if agreement.date:
        date = agreement.date.value
        resolved = f"{wording.when(agreement.date)} – {date.rule.rstrip('.')}."
        if date.basis == "inferred":  # from words that are no date
            yield row("When", linker.fact(agreement.date, resolved))
        else:
            yield row("When, as reported", linker.fact(agreement.date, Words(text=date.as_reported)))
            yield row("When, resolved", (resolved,))
    if agreement.amount:
        amount = agreement.amount.value
        number = f", that is {_in_figures(amount)}"
        words_for_it = Words(text=amount.as_reported)
        yield row("Amount", linker.fact(agreement.amount, words_for_it, number, said_by=pledger))


def _called(agreement: Agreement) -> str:
    """What to call it: a pledge, a plan or an agreement."""
    return {"pledged": "pledge", "planned": "plan"}.get(agreement.status.value, "agreement")


def _in_figures(amount: Amount) -> str:
    """A sum in figures: a code of three letters stands before them, the name of a currency behind."""
    figures, currency = f"{amount.value:,.0f}", amount.currency
    is_code = len(currency) == 3 and currency.isupper()
    return f"{currency} {figures}" if is_code else f"{figures} {currency}"


def _in_words(status: str, as_reported: str) -> Inline:
    """The article's words for a status, where they are not the status itself: "pledged"."""
    if as_reported.strip(" .,").lower() == wording.wording().agreement_statuses[status].lower():
        return ()
    return (f" “{as_reported}”",)


def _status(linker: Linker, agreement: Agreement) -> Section | None:
    """The ladder of statuses: what is reported with its words, the others as not reported."""
    words = wording.wording()
    pledged = agreement.status.value == "pledged"
    parts: dict[str, Inline] = {}
    if not agreement.history:
        words_for_it = _in_words(agreement.status.value, agreement.status_as_reported.value)
        parts[agreement.status.value] = linker.fact(agreement.status, *words_for_it)
    for step in agreement.history:
        words_for_it = _in_words(step.value.status, step.value.as_reported)
        told = linker.fact(step, *words_for_it, outlet(linker, agreement, step))
        parts[step.value.status] = (
            (*parts[step.value.status], "; ", *told) if step.value.status in parts else told
        )
    if agreement.announced_by:
        announcer = linker.link(agreement.announced_by.value)
        parts.setdefault("announced", linker.fact(agreement.announced_by, "by ", announcer))
    steps = tuple(
        Step(label=words.agreement_statuses[status], reported=status in parts, parts=parts.get(status, ()))
        for status in (words.status_ladder_of_pledges if pledged else words.status_ladder)
    )
    note = None
    if agreement.date is None and agreement.occasion is None:
        note = Paragraph(parts=(f"The article gives no date for this {_called(agreement)}.",), style="note")
    return section("status", "Status as reported", Ladder(steps=steps), note)
