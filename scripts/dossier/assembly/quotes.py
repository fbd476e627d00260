"""Quotations found and curated to the dossier's quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from dossier.assembly.desk import Curated, Desk, unique
from dossier.assembly.origins import corrected, edited, read, term
from dossier.editing.curation import QuoteEntry
from dossier.facts import ActorRef, EventRef, Fact, TopicRef
from dossier.model import Quote
from dossier.reading.findings import NameFinding, QuoteFinding, Span

_INSERTION = re.compile(r"\[[^\[\]]*\]")
_OCCASIONS = frozenset({"press_conference", "letter", "statement"})
_NOTHING_SET = QuoteEntry(words="-")


def assemble_quotes(desk: Desk) -> list[Quote]:
    """The article's quotations; events and agreements must have been assembled."""
    findings = desk.source.findings.quotes
    matches = desk.match(
        "quotes", desk.source.curation.quotes, findings, lambda f: [f.segments], may_add=False
    )
    return [
        _quote(desk, parts[0], curated)
        for parts, curated in matches.parts(findings)
        if not (parts[0].speaker and desk.is_dropped(parts[0].speaker.name))
    ]


def _quote(desk: Desk, finding: QuoteFinding, curated: Curated[QuoteEntry] | None) -> Quote:
    entry = curated.entry if curated else _NOTHING_SET
    segments = tuple(desk.cite(span) for span in finding.segments)
    words = _words(desk, finding)
    said_by = _attribute(desk, finding)
    at = _occasion(desk, finding)
    occasion = corrected(
        read(at, segments[0]) if at else None,
        EventRef(entry.occasion) if entry.occasion else None,
        segments[0],
    )
    speaker = corrected(said_by.actor, ActorRef(entry.speaker) if entry.speaker else None, segments[0])
    named = [
        id for id in unique(_named_in(desk, finding.segments)) if occasion is None or id != occasion.value
    ]
    added = [TopicRef(id) for id in entry.about if id not in named]
    wanted = f"{speaker.value if speaker else 'unattributed'} {' '.join(words.split()[:4])}"
    return Quote(
        id=desk.claim_id(curated, wanted),
        segments=segments,
        text=read(words, *segments),
        speaker=speaker,
        speaker_as_reported=said_by.words,
        cue=said_by.cue,
        form=term(finding.form, None, segments[0]),
        editorial_insertions=tuple(read(each, *segments) for each in _INSERTION.findall(words)),
        occasion=occasion,
        about=(*(read(id, *segments) for id in named), *(edited(id, *segments) for id in added)),
        method=finding.method,
    )


def _words(desk: Desk, finding: QuoteFinding) -> str:
    """The quoted words, with " … " where the article interrupts them."""
    text = desk.source.article.text
    words = text.slice(finding.segments[0])
    for before, after in zip(finding.segments, finding.segments[1:], strict=False):
        same = text.block_at(before.start) == text.block_at(after.start)
        words += (" … " if same else "\n\n") + text.slice(after)
    return words


class _SaidBy(NamedTuple):
    actor: Fact[ActorRef] | None
    words: Fact[str] | None
    cue: Fact[str] | None


def _attribute(desk: Desk, finding: QuoteFinding) -> _SaidBy:
    """Speaker and cue, cited together where they stand together: "said Tavola"."""
    speaker = finding.speaker
    named = desk.name_in(Span(speaker.start, speaker.end), speaker.name) if speaker else None
    cue = None
    if finding.cue_span and finding.cue:
        at = desk.source.article.text.text.find(finding.cue, *finding.cue_span)
        span = Span(at, at + len(finding.cue)) if at >= 0 else finding.cue_span
        if named:
            first, second = sorted((span, named))
            if second.start - first.end == 1:
                span = named = Span(first.start, second.end)
        cue = read(finding.cue, desk.excerpt(span))
    if speaker is None or named is None:
        return _SaidBy(None, None, cue)
    cited = desk.excerpt(named)
    actor = desk.actor(speaker.name)
    return _SaidBy(read(actor, cited) if actor else None, read(speaker.mention, cited), cue)


def _named_in(desk: Desk, quoted: Iterable[Span]) -> list[TopicRef]:
    """Actors and places named in quoted passages, and what is reported in them."""
    found: list[tuple[int, TopicRef]] = []
    findings = desk.source.findings
    sections: tuple[tuple[tuple[NameFinding, ...], Callable[[str], TopicRef | None]], ...] = (
        (findings.actors, desk.actor),
        (findings.places, desk.place),
    )
    for span in quoted:
        for section, resolve in sections:
            for name in section:
                id = resolve(name.name)
                stands = [m.start for m in name.mentions if span.start <= m.start < span.end]
                if id and stands:
                    found.append((stands[0], id))
        for topic, (passages, mentions) in desk.reported.items():
            anchors = [anchor for _, _, anchor in desk.book.passages(mentions)]
            found += [(p.start, topic) for p in passages if _reports(p, anchors, span)]
    return [id for _, id in sorted(found)]


def _reports(passage: Span, anchors: list[Span], quoted: Span) -> bool:
    """Whether it is the quoted words of a passage that report an event or agreement.

    A passage that holds words cited for the record reports it there; any other reports it as a whole.
    """
    if passage.end <= quoted.start or quoted.end <= passage.start:
        return False
    here = [a for a in anchors if passage.start <= a.start < passage.end]
    return not here or any(quoted.start <= a.start < quoted.end for a in here)


def _occasion(desk: Desk, finding: QuoteFinding) -> EventRef | None:
    """The press conference, statement or letter in whose sentence the quotation stands."""
    text = desk.source.article.text
    sentence = text.sentence_at(finding.segments[0].start)
    for index, event in enumerate(desk.source.findings.events):
        if event.type in _OCCASIONS and event.trigger:
            told = (event.trigger, *event.evidence)
            if any(text.sentence_at(span.start) == sentence for span in told):
                return desk.event_ids.get(index)
    return None
