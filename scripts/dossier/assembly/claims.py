"""Claims found and curated to the dossier's claims."""

from __future__ import annotations

from dossier.assembly.added import added_claim
from dossier.assembly.delivered import delivered
from dossier.assembly.desk import Curated, Desk, unique
from dossier.assembly.excerpts import said
from dossier.assembly.joins import only, within
from dossier.assembly.origins import edited, read, term
from dossier.assembly.voices import chain, stands_amid
from dossier.assembly.words import count_words
from dossier.editing.curation import ClaimEntry
from dossier.facts import ActorRef, AgreementRef, Attribution, Fact, Reported, SayingRef
from dossier.model import Claim
from dossier.reading.findings import ClaimFinding, Span
from dossier.vocabularies import NOBODY


def assemble_claims(desk: Desk) -> list[Claim]:
    """The article's claims; events and agreements must have been assembled."""
    findings = desk.source.findings.claims
    matches = desk.match("claims", desk.source.curation.claims, findings)
    claims = []
    read = [(parts[0], curated) for parts, curated in matches.parts(findings)]
    added = [(found, each) for each in matches.added if (found := added_claim(desk, each))]
    for finding, curated in (*read, *added):
        if not desk.is_dropped(finding.claimant, finding.target):
            claim = _claim(desk, finding, curated)
            desk.claimed.append((finding.wording, SayingRef(claim.id)))
            claims.append(claim)
    desk.claimed.sort()
    return claims


def _claim(desk: Desk, finding: ClaimFinding, curated: Curated[ClaimEntry] | None) -> Claim:
    main, by = [finding.wording], finding.read_by
    says = desk.saying(main, finding.claimant_span)
    chosen = _curated_wording(desk, curated)
    wording, pieces = chosen or (read(_reported(desk, finding), *says, by=by), main)
    article = desk.source.article
    desk.book.contents[article.id, wording.value] = said(desk.book.kept.of(article), finding, pieces)
    who = finding.claimant or NOBODY
    claimant = desk.actor(who)
    words = desk.name_in(finding.claimant_span, who)
    claimant_words = desk.slice(words) if words else Reported(who)
    source = desk.voices.source(who, claimant_words)
    told_by = _told_by(desk, finding, source)
    word = chain(*told_by, source)
    target, of_whom = _target(desk, finding, word)
    about = desk.event_ids.get(finding.event) if finding.event is not None else None
    pledge = only(within(desk.agreed, [finding.wording])) if finding.kind == "pledge" else None
    claim = Claim(
        id="unnamed",
        kind=term(finding.kind, *says, by=by, according_to=told_by),
        claimant=read(claimant, *says, by=by, according_to=told_by) if claimant else None,
        claimant_as_reported=read(claimant_words, *says, by=by, according_to=told_by),
        target=target,
        target_as_reported=of_whom,
        about=read(about, *says, by=by, according_to=word) if about else None,
        utters=read(AgreementRef(pledge), *says, by=by, according_to=told_by) if pledge else None,
        wording_as_reported=wording.model_copy(update={"according_to": word}),
        evidence=unique((*wording.evidence, *says)),
        method=finding.method,
    )
    how = delivered(desk, finding.delivery, words, by=by, told_by=told_by)
    claim = desk.completed(claim.model_copy(update=how), curated)
    return claim.model_copy(update={"id": desk.claim_id(curated, _name(claim))})


def _reported(desk: Desk, finding: ClaimFinding) -> Reported:
    """The words that make the claim, with an ellipsis where more is said than they hold."""
    words, end = desk.slice(finding.wording), finding.wording.end
    left = desk.slice(Span(end, max(end, finding.content.end))) if finding.content else ""
    return Reported(f"{words} …") if count_words(left) else words


def _told_by(desk: Desk, finding: ClaimFinding, source: Attribution | None) -> tuple[Attribution, ...]:
    """Who reports that it was claimed, the outermost first; nobody where the article does.

    The claimant does not where the word for it only stands amid the claim: "For now, she said, it is shut".
    """
    if finding.source is None:
        return ()
    told_by = desk.voices.of(finding.source.cue)
    return told_by[:-1] if stands_amid(finding) and told_by[-1:] == (source,) else told_by


def _target(
    desk: Desk, finding: ClaimFinding, word: tuple[Attribution, ...]
) -> tuple[Fact[ActorRef] | None, Fact[Reported] | None]:
    """Who is claimed about: the actor, where it is one, and the article's words; the claimant's word."""
    if not finding.target:
        return None, None
    says = desk.saying([finding.wording], finding.claimant_span, finding.target_span)
    actor = desk.actor(finding.target)
    span = desk.name_in(finding.target_span, finding.target)
    words = desk.slice(span) if span else Reported(finding.target)
    target = read(actor, *says, by=finding.read_by, according_to=word) if actor else None
    return target, read(words, *says, by=finding.read_by, according_to=word)


def _name(claim: Claim) -> str:
    """Words for an id: who claims what kind of thing of whom, or of what."""
    claimant = claim.claimant.value if claim.claimant else None
    target = claim.target.value if claim.target else None
    who = claimant or " ".join(claim.claimant_as_reported.value.split()[:4])
    of = target if target != claimant else None
    about = claim.about.value if claim.about else None
    ends = of or about or " ".join(claim.wording_as_reported.value.split()[:4])
    return f"{who} {claim.kind.value} {ends}"


def _curated_wording(
    desk: Desk, curated: Curated[ClaimEntry] | None
) -> tuple[Fact[Reported], list[Span]] | None:
    """The wording in the pieces the editor chose, where the article's runs on or is interrupted."""
    if curated is None or not curated.entry.wording:
        return None
    entry = curated.entry
    stands = [desk.words(f"{curated.path}.wording", words, entry.paragraph) for words in entry.wording]
    if not all(stands):
        return None
    pieces = [spans[0] for spans in stands]
    wording = Reported(" … ".join(desk.slice(piece) for piece in pieces))
    return edited(wording, *unique(id for piece in pieces for id in desk.saying([piece]))), pieces
