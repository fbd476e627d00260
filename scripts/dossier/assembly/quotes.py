"""Quotations found and curated to the dossier's quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dossier.assembly.desk import Curated, Desk, complete, drawn_from, unique
from dossier.editing.curation import QuoteEntry
from dossier.model import Provenance, Quote
from dossier.reading.findings import QuoteFinding, Span

_INSERTION = re.compile(r"\[[^\[\]]*\]")
_OCCASIONS = frozenset({"press_conference", "letter", "statement"})


def assemble_quotes(desk: Desk) -> list[Quote]:
    """The article's quotations; events and agreements must have been assembled."""
    findings = desk.source.findings.quotes
    matches = desk.match(
        "quotes", desk.source.curation.quotes, findings, lambda f: [f.segments], may_add=False
    )
    return [_quote(desk, parts[0], curated) for parts, curated in matches.parts(findings)]


def _quote(desk: Desk, finding: QuoteFinding, curated: Curated[QuoteEntry] | None) -> Quote:
    segments = tuple(desk.cite(span) for span in finding.segments)
    words = _words(desk, finding)
    fields: dict[str, Any] = {"segments": segments, "text": words, "form": finding.form}
    fields |= {"method": finding.method, "cue": finding.cue}
    provenance = {"text": drawn_from("extracted", *segments), "form": drawn_from("extracted", segments[0])}
    _attribute(desk, finding, fields, provenance)
    about = _named_in(desk, finding.segments)
    occasion = _occasion(desk, finding)
    if occasion:
        fields["occasion"] = occasion
        provenance["occasion"] = drawn_from("extracted", segments[0])
    if curated:
        complete(fields, provenance, curated.entry, segments[0], ("speaker", "occasion"))
        about = [*about, *curated.entry.about]
    fields["about"] = unique(id for id in about if id != fields.get("occasion"))
    fields["editorial_insertions"] = tuple(_INSERTION.findall(words))
    for name in ("about", "editorial_insertions"):
        if fields[name]:
            provenance[name] = drawn_from("extracted", *segments)
    wanted = f"{fields.get('speaker') or 'unattributed'} {' '.join(words.split()[:4])}"
    return Quote(id=desk.claim_id(curated, wanted), **fields, provenance=provenance)


def _words(desk: Desk, finding: QuoteFinding) -> str:
    """The quoted words, with " … " where the article interrupts them."""
    text = desk.source.article.text
    words = text.slice(finding.segments[0])
    for before, after in zip(finding.segments, finding.segments[1:], strict=False):
        same = text.block_at(before.start) == text.block_at(after.start)
        words += (" … " if same else "\n\n") + text.slice(after)
    return words


def _attribute(
    desk: Desk, finding: QuoteFinding, fields: dict[str, Any], provenance: dict[str, Provenance]
) -> None:
    """Speaker and cue, cited together where they stand together: "said Tavola"."""
    speaker = finding.speaker
    named = desk.name_in(Span(speaker.start, speaker.end), speaker.name) if speaker else None
    if finding.cue_span and finding.cue:
        at = desk.source.article.text.text.find(finding.cue, *finding.cue_span)
        cue = Span(at, at + len(finding.cue)) if at >= 0 else finding.cue_span
        if named:
            first, second = sorted((cue, named))
            if second.start - first.end == 1:
                cue = named = Span(first.start, second.end)
        provenance["cue"] = drawn_from("extracted", desk.excerpt(cue))
    if speaker and named:
        cited = desk.excerpt(named)
        fields["speaker"] = desk.actor(speaker.name)
        fields["speaker_as_reported"] = speaker.mention
        fields["speaker_evidence"] = cited
        given = ("speaker_as_reported", "method", *(["speaker"] if fields["speaker"] else []))
        provenance |= dict.fromkeys(given, drawn_from("extracted", cited))


def _named_in(desk: Desk, quoted: Iterable[Span]) -> list[str]:
    """Actors and places named in quoted passages, and what is reported in them."""
    found: list[tuple[int, str]] = []
    findings = desk.source.findings
    for span in quoted:
        for section, resolve in ((findings.actors, desk.actor), (findings.places, desk.place)):
            for name in section:
                id = resolve(name.name)
                stands = [m.start for m in name.mentions if span.start <= m.start < span.end]
                if id and stands:
                    found.append((stands[0], id))
        for id, (passages, mentions) in desk.reported.items():
            anchors = [anchor for _, _, anchor in desk.book.passages(mentions)]
            found += [(p.start, id) for p in passages if _reports(p, anchors, span)]
    return [id for _, id in sorted(found)]


def _reports(passage: Span, anchors: list[Span], quoted: Span) -> bool:
    """Whether it is the quoted words of a passage that report an event or agreement.

    A passage that holds words cited for the record reports it there; any other reports it as a whole.
    """
    if passage.end <= quoted.start or quoted.end <= passage.start:
        return False
    here = [a for a in anchors if passage.start <= a.start < passage.end]
    return not here or any(quoted.start <= a.start < quoted.end for a in here)


def _occasion(desk: Desk, finding: QuoteFinding) -> str | None:
    """The press conference, statement or letter in whose sentence the quotation stands."""
    text = desk.source.article.text
    sentence = text.sentence_at(finding.segments[0].start)
    for index, event in enumerate(desk.source.findings.events):
        if event.type in _OCCASIONS and event.trigger:
            told = (event.trigger, *event.evidence)
            if any(text.sentence_at(span.start) == sentence for span in told):
                return desk.event_ids.get(index)
    return None
