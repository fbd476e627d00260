"""Agreements found and curated to the dossier's agreements."""

from __future__ import annotations

from dossier.assembly.desk import Curated, Desk, holding, unique
from dossier.assembly.evidence import count_words
from dossier.assembly.origins import corrected, edited, read, term
from dossier.editing.curation import AgreementEntry
from dossier.facts import EDITOR, RULES, ActorRef, EvidenceRef, Fact, TopicRef
from dossier.model import Agreement, Amount
from dossier.reading.findings import AgreementFinding, Quantity, Span

_NOTHING_SET = AgreementEntry(words="-")


def assemble_agreements(desk: Desk) -> list[Agreement]:
    """The article's agreements; the desk learns which passages report them."""
    findings = desk.source.findings.agreements
    matches = desk.match(
        "agreements", desk.source.curation.agreements, findings, lambda f: ([f.status_span], f.evidence)
    )
    agreements = []
    for parts, curated in matches.parts(findings):
        if desk.names_dropped((curated.entry.title if curated else None) or parts[0].title):
            continue
        agreement = _agreement(desk, parts, curated)
        told = [s for part in parts for s in part.evidence]
        desk.reported[TopicRef(agreement.id)] = told, agreement.mentions
        agreements.append(agreement)
    for curated in matches.added:
        entry = curated.entry
        spans = desk.words(curated.path, entry.words, entry.paragraph)
        if spans:
            finding = AgreementFinding(
                title=entry.title or entry.words,
                kind=entry.kind or "other",
                status=entry.status or "unknown",
                status_span=spans[0],
                evidence=(spans[0],),
            )
            agreement = _agreement(desk, [finding], curated, by=EDITOR)
            desk.reported[TopicRef(agreement.id)] = [spans[0]], agreement.mentions
            agreements.append(agreement)
    return agreements


def _anchor(desk: Desk, finding: AgreementFinding) -> EvidenceRef:
    """The words for the status and what they are about: "agreed to share a ferry"."""
    status = count_words(desk.source.article.text.slice(finding.status_span))
    limit = max(desk.economy.anchor_words - 1, status)
    return desk.excerpt(holding(finding.evidence, finding.status_span), finding.status_span, limit)


def _agreement(
    desk: Desk,
    parts: list[AgreementFinding],
    curated: Curated[AgreementEntry] | None,
    by: str = RULES,
) -> Agreement:
    first = parts[0]
    entry = curated.entry if curated else _NOTHING_SET
    main = _anchor(desk, first)
    status = desk.excerpt(first.status_span)
    announcer = desk.actor(first.announced_by)
    parties = desk.participants(
        [p for part in parts for p in part.parties], [s for part in parts for s in part.evidence], main
    )
    if curated:
        parties = desk.curated_participants(f"{curated.path}.parties", parties, entry.parties)
    title = corrected(read(first.title, main, by=by), entry.title, main)
    return Agreement(
        id=desk.claim_id(curated, title.value),
        mentions=unique(main if part is first else _anchor(desk, part) for part in parts),
        title=title,
        subject=corrected(None, entry.subject, main),
        kind=term(first.kind, entry.kind, main, by=by),
        parties=parties,
        announced_by=corrected(
            read(announcer, main) if announcer else None,
            ActorRef(entry.announced_by) if entry.announced_by else None,
            main,
        ),
        status=term(first.status, entry.status, status, by=by),
        status_as_reported=_status_words(desk, curated) or read(desk.book.exact(status), status, by=by),
        date=desk.reported_date(first.date),
        amount=_amount(desk, first.amount),
    )


def _status_words(desk: Desk, curated: Curated[AgreementEntry] | None) -> Fact[str] | None:
    """The words for the status that the editor chose."""
    words = curated.entry.status_words if curated else None
    if curated is None or words is None:
        return None
    spans = desk.words(f"{curated.path}.status_words", words, curated.entry.paragraph)
    return edited(words, desk.cite(spans[0])) if spans else None


def _amount(desk: Desk, found: Quantity | None) -> Fact[Amount] | None:
    """A sum of money with its currency; nothing for another number."""
    if found is None or not found.unit or found.min is None:
        return None
    span = Span(found.start, found.end)
    words = desk.source.article.text.slice(span)
    return read(Amount(as_reported=words, value=found.min, currency=found.unit), desk.cite(span))
