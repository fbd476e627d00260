"""Agreements found and curated to the dossier's agreements."""

from __future__ import annotations

import re

from dossier.assembly.desk import Curated, Desk, unique
from dossier.assembly.origins import Readers, read, term
from dossier.editing.curation import AgreementEntry
from dossier.facts import EDITOR, EventRef, Fact, SayingRef, TopicRef
from dossier.model import Agreement, Amount
from dossier.reading.findings import AgreementFinding, Span

_OCCASIONS = ("visit", "meeting", "press_conference")
_MADE_AT = re.compile(r"\b(?:during|at|on)(?: \w+){0,3} $")
"""How the words before an occasion say that something was done at it: "during a state "."""


def assemble_agreements(desk: Desk) -> list[Agreement]:
    """The article's agreements; the desk learns which passages report them."""
    findings = desk.source.findings.agreements
    matches = desk.match("agreements", desk.source.curation.agreements, findings)
    agreements = []
    for parts, curated in desk.told(matches, findings):
        agreement = _agreement(desk, parts, curated)
        desk.reported += [(part.status_span, TopicRef(agreement.id)) for part in parts]
        desk.agreed += [(part.status_span, SayingRef(agreement.id)) for part in parts]
        agreements.append(agreement)
    for curated in matches.added:
        entry = curated.entry
        spans = desk.words(curated.path, entry.words, entry.paragraph)
        if spans:
            finding = AgreementFinding(
                title=entry.words,
                kind="other",
                status="unknown",
                status_span=spans[0],
                evidence=(spans[0],),
            )
            agreement = _agreement(desk, [finding], curated, by=EDITOR)
            desk.reported.append((spans[0], TopicRef(agreement.id)))
            agreements.append(agreement)
    desk.agreed.sort()
    return agreements


def _agreement(
    desk: Desk,
    parts: list[AgreementFinding],
    curated: Curated[AgreementEntry] | None,
    by: Readers | None = None,
) -> Agreement:
    first = parts[0]
    by = by or first.read_by
    told = _holding(first)
    says = desk.saying([told])
    word = desk.voices.whose(first.status_span, first.source)
    announcer = desk.actor(first.announced_by)
    parties = desk.participants([p for part in parts for p in part.parties], [told], word)
    if curated:
        parties = desk.curated_participants(f"{curated.path}.parties", parties, curated.entry.parties)
    agreement = Agreement(
        id="unnamed",
        mentions=unique(desk.naming(part.status_span) for part in parts),
        title=read(first.title, *says, by=by, according_to=word),
        kind=term(first.kind, *says, by=by, according_to=word),
        parties=parties,
        announced_by=read(announcer, *desk.saying(first.evidence), by=by) if announcer else None,
        status=term(first.status, *says, by=by, according_to=word),
        status_as_reported=read(desk.slice(first.status_span), *says, by=by, according_to=word),
        date=desk.reported_date(first.date, [told], first.source),
        amount=_amount(desk, first, told),
        purpose=desk.worded("purpose", first.slots, [first.status_span], by, first.source),
        occasion=_occasion(desk, first),
    )
    agreement = desk.completed(agreement, curated)
    return agreement.model_copy(update={"id": desk.claim_id(curated, agreement.title.value)})


def _holding(finding: AgreementFinding) -> Span:
    """The passage that gives the status, with all that it is said of."""
    status = finding.status_span
    return next((e for e in finding.evidence if e.start <= status.start < e.end), finding.evidence[0])


def _amount(desk: Desk, finding: AgreementFinding, told: Span) -> Fact[Amount] | None:
    """A sum of money with its currency; nothing for another number."""
    found = finding.amount
    if found is None or not found.unit or found.min is None:
        return None
    span = Span(found.start, found.end)
    amount = Amount(as_reported=desk.slice(span), value=found.min, currency=found.unit)
    word = desk.voices.whose(span, finding.source)
    return read(amount, *desk.saying([told], span), by=finding.read_by, according_to=word)


def _occasion(desk: Desk, finding: AgreementFinding) -> Fact[EventRef] | None:
    """The visit or meeting that the same sentence says it was made "during" or "at".

    Where the one stands in somebody's words and the other does not, it is the saying that was done there.
    """
    text = desk.source.article.text
    home = text.sentence_at(finding.status_span.start)
    for index, event in enumerate(desk.source.findings.events):
        trigger = event.trigger
        if event.type not in _OCCASIONS or trigger is None or index not in desk.event_ids:
            continue
        if finding.status_span.end <= trigger.start and trigger.end <= home.end:
            before = text.slice(Span(finding.status_span.end, trigger.start))
            word = desk.voices.of(trigger)
            if _MADE_AT.search(before) and word == desk.voices.of(finding.status_span):
                return read(
                    desk.event_ids[index],
                    *desk.saying([finding.status_span], trigger),
                    by=finding.read_by,
                    according_to=word,
                )
    return None
