"""Claims found and curated to the dossier's claims."""

from __future__ import annotations

from dossier.assembly.desk import Curated, Desk
from dossier.assembly.evidence import MAX_EXCERPT_WORDS
from dossier.assembly.origins import corrected, edited, read, term
from dossier.editing.curation import ClaimEntry
from dossier.facts import ActorRef, EventRef, EvidenceRef, Fact
from dossier.model import Claim
from dossier.reading.findings import ClaimFinding, Span

_NOTHING_SET = ClaimEntry(words="-")


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
        if not desk.is_dropped(parts[0].claimant, parts[0].target)
        and (curated or not _left_out(desk, parts[0]))
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
    entry = curated.entry if curated else _NOTHING_SET
    found = _wording(desk, finding)
    wording = _curated_wording(desk, curated) or found
    claimant, claimant_words = _named(desk, finding, finding.claimant, finding.claimant_span)
    target, target_words = (
        _named(desk, finding, finding.target, finding.target_span) if finding.target else (None, None)
    )
    about = desk.event_ids.get(finding.event) if finding.event is not None else None
    says = wording.evidence
    claim = Claim(
        id="unnamed",
        kind=term(finding.kind, entry.kind, *says),
        claimant=corrected(claimant, ActorRef(entry.claimant) if entry.claimant else None, *says),
        claimant_as_reported=claimant_words,
        target=corrected(target, ActorRef(entry.target) if entry.target else None, *says),
        target_as_reported=target_words,
        about=corrected(
            read(about, *says) if about else None, EventRef(entry.about) if entry.about else None, *says
        ),
        wording_as_reported=wording,
        evidence=says,
        method=finding.method,
    )
    return claim.model_copy(update={"id": desk.claim_id(curated, _name(claim))})


def _wording(desk: Desk, finding: ClaimFinding) -> Fact[str]:
    limit = MAX_EXCERPT_WORDS if desk.is_quoted(finding.wording) else desk.economy.claim_words
    cited = desk.excerpt(finding.wording, limit=limit)
    return read(desk.book.exact(cited), cited)


def _named(
    desk: Desk, finding: ClaimFinding, name: str, span: Span | None
) -> tuple[Fact[ActorRef] | None, Fact[str]]:
    """Who claims or is claimed about: the actor, where it is one, and the article's words."""
    cited: EvidenceRef = desk.excerpt(desk.name_in(span, name) or finding.wording)
    actor = desk.actor(name)
    words = desk.book.exact(cited) if span else name
    return read(actor, cited) if actor else None, read(words, cited)


def _name(claim: Claim) -> str:
    """Words for an id: who claims what kind of thing of whom, or of what."""
    claimant = claim.claimant.value if claim.claimant else None
    target = claim.target.value if claim.target else None
    who = claimant or " ".join(claim.claimant_as_reported.value.split()[:4])
    of = target if target != claimant else None
    about = claim.about.value if claim.about else None
    ends = of or about or " ".join(claim.wording_as_reported.value.split()[:4])
    return f"{who} {claim.kind.value} {ends}"


def _curated_wording(desk: Desk, curated: Curated[ClaimEntry] | None) -> Fact[str] | None:
    """The wording in the pieces the editor chose, where the article's runs on or is interrupted."""
    if curated is None or not curated.entry.wording:
        return None
    entry = curated.entry
    stands = [desk.words(f"{curated.path}.wording", words, entry.paragraph) for words in entry.wording]
    if not all(stands):
        return None
    return edited(" … ".join(entry.wording), *(desk.cite(spans[0]) for spans in stands))
