"""Agreements found and curated to the dossier's agreements."""

from __future__ import annotations

from typing import Any

from dossier.assembly.desk import Curated, Desk, complete, drawn_from, holding, unique
from dossier.assembly.evidence import count_words
from dossier.editing.curation import AgreementEntry
from dossier.model import Agreement, Amount, Origin
from dossier.reading.findings import AgreementFinding, Span

_CURATED = ("title", "subject", "kind", "status", "announced_by")


def assemble_agreements(desk: Desk) -> list[Agreement]:
    """The article's agreements; the desk learns which passages report them."""
    findings = desk.source.findings.agreements
    matches = desk.match(
        "agreements", desk.source.curation.agreements, findings, lambda f: ([f.status_span], f.evidence)
    )
    agreements = []
    for parts, curated in matches.parts(findings):
        agreement = _agreement(desk, parts, curated)
        desk.reported[agreement.id] = [s for part in parts for s in part.evidence], agreement.mentions
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
            agreement = _agreement(desk, [finding], curated, origin="curated")
            desk.reported[agreement.id] = [spans[0]], agreement.mentions
            agreements.append(agreement)
    return agreements


def _anchor(desk: Desk, finding: AgreementFinding) -> str:
    """The words for the status and what they are about: "agreed to share a ferry"."""
    status = count_words(desk.source.article.text.slice(finding.status_span))
    limit = max(desk.economy.anchor_words - 1, status)
    return desk.excerpt(holding(finding.evidence, finding.status_span), finding.status_span, limit)


def _agreement(
    desk: Desk,
    parts: list[AgreementFinding],
    curated: Curated[AgreementEntry] | None,
    origin: Origin = "extracted",
) -> Agreement:
    first = parts[0]
    main = _anchor(desk, first)
    status = desk.excerpt(first.status_span)
    fields: dict[str, Any] = {"title": first.title, "kind": first.kind}
    provenance = dict.fromkeys(fields, drawn_from(origin, main))
    fields |= {"status": first.status, "status_as_reported": desk.book.exact(status)}
    provenance |= dict.fromkeys(("status", "status_as_reported"), drawn_from(origin, status))
    announcer = desk.actor(first.announced_by)
    if announcer:
        fields["announced_by"] = announcer
        provenance["announced_by"] = drawn_from(origin, main)
    if first.date:
        fields["date"], cited = desk.reported_date(first.date)
        provenance["date"] = drawn_from(origin, cited)
    sum_ = first.amount
    if sum_ and sum_.unit and sum_.min is not None:
        span = Span(sum_.start, sum_.end)
        words = desk.source.article.text.slice(span)
        fields["amount"] = Amount(as_reported=words, value=sum_.min, currency=sum_.unit)
        provenance["amount"] = drawn_from(origin, desk.cite(span))
    fields["parties"] = desk.participants(
        [p for part in parts for p in part.parties], [s for part in parts for s in part.evidence], main
    )
    fields["mentions"] = unique(main if part is first else _anchor(desk, part) for part in parts)
    if curated:
        entry = curated.entry
        complete(fields, provenance, entry, main, _CURATED)
        if entry.status_words:
            spans = desk.words(f"{curated.path}.status_words", entry.status_words, entry.paragraph)
            if spans:
                fields["status_as_reported"] = entry.status_words
                provenance["status_as_reported"] = drawn_from("curated", desk.cite(spans[0]))
        fields["parties"] = desk.curated_participants(
            f"{curated.path}.parties", fields["parties"], entry.parties
        )
    return Agreement(id=desk.claim_id(curated, fields["title"]), **fields, provenance=provenance)
