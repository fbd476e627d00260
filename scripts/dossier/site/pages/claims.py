"""The page of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Claim
from dossier.site.pages import wording
from dossier.site.pages.document import Chip, Page, Paragraph, Row, Words
from dossier.site.pages.frame import infobox, record_page, row
from dossier.site.pages.linker import Linker


def claim_page(linker: Linker, claim: Claim) -> Page:
    """The page of one claim: who says it, of whom, about what, in which words."""
    title = linker.catalogue.title(claim.id)
    definition = _definition(linker, claim)
    words = ("In the words of the article: ", Words(text=claim.wording_as_reported), " ")
    return record_page(
        linker,
        claim,
        description=definition,
        kind=claim.kind,
        blocks=[
            Paragraph(parts=(definition,), style="lead"),
            Paragraph(parts=(*words, *linker.marks(claim.evidence)), style="wording"),
            infobox(title, _facts(linker, claim)),
        ],
        sections=[],
    )


def _definition(linker: Linker, claim: Claim) -> str:
    """What kind of claim it is and whose; not what is claimed."""
    name = linker.catalogue.name
    kind = wording.wording().claim_kinds[claim.kind]
    of = name(claim.target, claim.target_as_reported)
    about = f" about {of}" if of and claim.target != claim.claimant else ""
    return f"{kind}, reported and not verified: {name(claim.claimant, claim.claimant_as_reported)}{about}."


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
    yield row("How it was found", (wording.claim_method(claim.method),))
