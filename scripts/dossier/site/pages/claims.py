"""The page of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.facts import value_of
from dossier.model import Claim
from dossier.site.pages import leads, wording
from dossier.site.pages.document import Chip, Inline, Page, Paragraph, Row, Words
from dossier.site.pages.frame import claim_line, infobox, listing, record_page, row, section
from dossier.site.pages.linker import Linker


def claim_page(linker: Linker, claim: Claim) -> Page:
    """The page of one claim: who says it, of whom, about what, in which words."""
    title = linker.catalogue.title(claim.id)
    return record_page(
        linker,
        claim,
        kind=claim.kind.value,
        blocks=[
            Paragraph(
                parts=(*leads.sentence(linker, claim), " ", *linker.marks(claim.evidence)), style="lead"
            ),
            infobox(title, _facts(linker, claim)),
        ],
        sections=[
            section("same-event", "Others on the same event", listing(_others(linker, claim), "claims"))
        ],
    )


def _others(linker: Linker, claim: Claim) -> list[Inline]:
    """Other claims about the event that a claim is about."""
    about = value_of(claim.about)
    claims = linker.catalogue.naming_of(about, Claim) if about else []
    return [
        claim_line(linker, other)
        for other in claims
        if other.id != claim.id and value_of(other.about) == about
    ]


def _facts(linker: Linker, claim: Claim) -> Iterator[Row | None]:
    kind = claim.kind.value
    claimant, reported = value_of(claim.claimant), claim.claimant_as_reported.value
    yield row(
        "Kind", linker.kind(claim.kind, Chip(kind=kind, text=wording.wording().claim_kinds[kind]), claimant)
    )
    says = claim.claimant or claim.claimant_as_reported
    others = [source for source in says.according_to if source.actor is None or source.actor != claimant]
    named = linker.named(claimant, reported)
    yield row("Who says so", (named, *linker.according_to(others), " ", *linker.source(says)))
    if claimant and reported != linker.catalogue.name(claimant):
        yield row("Named in the article as", (Words(text=reported),))
    of_whom = claim.target or claim.target_as_reported
    if of_whom:
        named = linker.named(value_of(claim.target), value_of(claim.target_as_reported))
        yield row("Of whom", linker.fact(of_whom, named))
    if claim.about:
        yield row("About", linker.fact(claim.about, linker.named(claim.about.value)))
    if claim.place:
        yield row("Where", linker.fact(claim.place, linker.named(claim.place.value)))
    if claim.utters:
        yield row("Puts into words", linker.fact(claim.utters, linker.named(claim.utters.value)))
    yield row("How it was found", (wording.claim_method(claim.method),))
