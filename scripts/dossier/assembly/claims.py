"""Claims found and curated to the dossier's claims."""

from __future__ import annotations

from typing import Any

from dossier.assembly.desk import Curated, Desk, complete, drawn_from
from dossier.assembly.evidence import MAX_EXCERPT_WORDS
from dossier.editing.curation import ClaimEntry
from dossier.model import Claim, Provenance
from dossier.reading.findings import ClaimFinding


def assemble_claims(desk: Desk) -> list[Claim]:
    """The article's claims; events must have been assembled."""
    findings = desk.source.findings.claims
    matches = desk.match(
        "claims",
        desk.source.curation.claims,
        findings,
        lambda f: ([f.target_span] if f.target_span else [], [f.wording], f.evidence),
        may_add=False,
    )
    return [
        _claim(desk, parts[0], curated)
        for parts, curated in matches.parts(findings)
        if curated or not _left_out(desk, parts[0])
    ]


def _left_out(desk: Desk, finding: ClaimFinding) -> bool:
    """Whether the dossier has the claim already, as an agreement, or has no room for its kind."""
    pledged = finding.kind == "pledge" and any(
        finding.wording.start < agreement.status_span.end
        and agreement.status_span.start < finding.wording.end
        for agreement in desk.source.findings.agreements
    )
    return pledged or finding.kind in desk.economy.claims_left_out


def _claim(desk: Desk, finding: ClaimFinding, curated: Curated[ClaimEntry] | None) -> Claim:
    limit = MAX_EXCERPT_WORDS if desk.is_quoted(finding.wording) else desk.economy.claim_words
    wording = desk.excerpt(finding.wording, limit=limit)
    fields: dict[str, Any] = {
        "kind": finding.kind,
        "wording_as_reported": desk.book.exact(wording),
        "method": finding.method,
    }
    provenance = dict.fromkeys(fields, drawn_from("extracted", wording))
    fields["evidence"] = (wording,)
    for role, name, span in (
        ("claimant", finding.claimant, finding.claimant_span),
        ("target", finding.target, finding.target_span),
    ):
        if name:
            cited = desk.excerpt(desk.name_in(span, name) or finding.wording)
            fields[f"{role}_as_reported"] = desk.book.exact(cited) if span else name
            provenance[f"{role}_as_reported"] = drawn_from("extracted", cited)
            fields[role] = desk.actor(name)
            if fields[role]:
                provenance[role] = drawn_from("extracted", cited)
    if finding.event is not None and finding.event in desk.event_ids:
        fields["about"] = desk.event_ids[finding.event]
        provenance["about"] = drawn_from("extracted", wording)
    if curated:
        complete(fields, provenance, curated.entry, wording, ("kind", "claimant", "target", "about"))
        _curate_wording(desk, curated, fields, provenance)
    return Claim(id=desk.claim_id(curated, _name(fields)), **fields, provenance=provenance)


def _name(fields: dict[str, Any]) -> str:
    """Words for an id: who claims what kind of thing of whom, or of what."""
    who = fields.get("claimant") or " ".join(fields["claimant_as_reported"].split()[:4])
    of = fields.get("target") if fields.get("target") != fields.get("claimant") else None
    ends = of or fields.get("about") or " ".join(fields["wording_as_reported"].split()[:4])
    return f"{who} {fields['kind']} {ends}"


def _curate_wording(
    desk: Desk, curated: Curated[ClaimEntry], fields: dict[str, Any], provenance: dict[str, Provenance]
) -> None:
    """The wording in the pieces the editor chose, where the article's runs on or is interrupted."""
    entry = curated.entry
    stands = [desk.words(f"{curated.path}.wording", words, entry.paragraph) for words in entry.wording]
    if stands and all(stands):
        chosen = tuple(desk.cite(spans[0]) for spans in stands)
        for name, given in provenance.items():
            if given.evidence == fields["evidence"]:
                provenance[name] = given.model_copy(update={"evidence": chosen})
        fields["evidence"] = chosen
        fields["wording_as_reported"] = " … ".join(entry.wording)
        provenance["wording_as_reported"] = drawn_from("curated", *chosen)
