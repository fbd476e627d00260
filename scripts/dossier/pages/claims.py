"""The page of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Claim
from dossier.pages import wording
from dossier.pages.document import Chip, Page, Paragraph, Row, Words
from dossier.pages.frame import infobox, record_page, row
from dossier.pages.linker import Linker

_NOT_VERIFIED = "Reported, not verified."


def claim_page(linker: Linker, claim: Claim) -> Page:
    """The page of one claim: who says it, of whom, about what, in which words."""
    catalogue = linker.catalogue
    definition = f"{catalogue.title(claim.id)}. {_NOT_VERIFIED}"
    return record_page(
        linker,
        claim,
        description=definition,
        kind=claim.kind,
        blocks=[
            Paragraph(parts=(definition,), style="lead"),
            infobox(catalogue.title(claim.id), _facts(linker, claim)),
        ],
        sections=[],
    )


def _facts(linker: Linker, claim: Claim) -> Iterator[Row | None]:
    label = wording.wording().claim_kinds[claim.kind]
    yield row("Kind", linker.field(claim, "kind", Chip(kind=claim.kind, text=label)))
    yield row(
        "Who says so",
        linker.field(claim, "claimant", linker.named(claim.claimant, claim.claimant_as_reported)),
    )
    if claim.claimant and claim.claimant_as_reported != linker.catalogue.name(claim.claimant):
        yield row("Named in the article as", (Words(text=claim.claimant_as_reported),))
    if claim.target or claim.target_as_reported:
        yield row(
            "Of whom", linker.field(claim, "target", linker.named(claim.target, claim.target_as_reported))
        )
    if claim.about:
        yield row("About", linker.field(claim, "about", linker.named(claim.about)))
    yield row(
        "Wording in the article", (Words(text=claim.wording_as_reported), " ", *linker.marks(claim.evidence))
    )
    yield row("How it was found", (wording.claim_method(claim.method),))
