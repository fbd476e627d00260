"""Quotations found and curated to the dossier's quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, NamedTuple

from dossier.assembly.added import added_quote
from dossier.assembly.delivered import delivered
from dossier.assembly.desk import Curated, Desk, unique
from dossier.assembly.origins import edited, read, term
from dossier.assembly.voices import chain
from dossier.assembly.whereof import place_spoken_of
from dossier.editing.curation import QuoteEntry
from dossier.facts import ActorRef, EventRef, EvidenceRef, Fact, Reported, TopicRef
from dossier.model import Quote
from dossier.reading.findings import QuoteFinding, Span

_INSERTION = re.compile(r"\[[^\[\]]*\]")
_ON_BEHALF = re.compile(r"\b(?:on the part|on behalf|in the name) of\s\Z", re.IGNORECASE)
_NEAR = 20
"""Characters before a place among which such words stand."""
_OCCASIONS = frozenset({"press_conference", "letter", "statement"})


def assemble_quotes(desk: Desk) -> list[Quote]:
    """The article's quotations; events and agreements must have been assembled."""
    findings = desk.source.findings.quotes
    matches = desk.match("quotes", desk.source.curation.quotes, findings)
    topics, occasions = _Topics(desk), _Occasions(desk)
    read = [(parts[0], curated) for parts, curated in matches.parts(findings)]
    added = [(found, each) for each in matches.added if (found := added_quote(desk, each))]
    return [
        _quote(desk, finding, curated, topics, occasions)
        for finding, curated in (*read, *added)
        if not (finding.speaker and desk.is_dropped(finding.speaker.name))
    ]


def _quote(
    desk: Desk, finding: QuoteFinding, curated: Curated[QuoteEntry] | None, topics: _Topics, told: _Occasions
) -> Quote:
    segments = tuple(desk.cite(span) for span in finding.segments)
    words, by = _words(desk, finding), finding.read_by
    said_by = _attribute(desk, finding, segments)
    quote = Quote(
        id="unnamed",
        segments=segments,
        text=read(words, *segments, by=by),
        speaker=said_by.actor,
        speaker_as_reported=said_by.words,
        cue=said_by.cue,
        form=term(finding.form, *segments, by=by),
        editorial_insertions=tuple(read(each, *segments, by=by) for each in _INSERTION.findall(words)),
        occasion=told.of(desk, finding),
        method=finding.method,
    )
    how = {name: fact for name, fact in said_by.how.items() if name != "said_at" or not quote.occasion}
    quote = desk.completed(quote.model_copy(update=how), curated)
    named = topics.named_in(desk, finding.segments)
    if quote.occasion:
        named.pop(TopicRef(quote.occasion.value), None)
    added = [TopicRef(id) for id in curated.entry.topics if id not in named] if curated else []
    spoken_of = place_spoken_of(desk, finding)
    if spoken_of is not None and spoken_of[0] not in (*named, *added):
        named[spoken_of[0]] = spoken_of[1]
    about = [read(id, *cited, by=by) for id, cited in named.items()]
    about += [edited(id, *segments) for id in added]
    speaker = quote.speaker.value if quote.speaker else "unattributed"
    wanted = f"{speaker} {' '.join(words.split()[:4])}"
    return quote.model_copy(update={"id": desk.claim_id(curated, wanted), "about": tuple(about)})


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
    words: Fact[Reported] | None
    cue: Fact[Reported] | None
    how: dict[str, Fact[Any]]
    """When, where, to whom and on what occasion."""


def _attribute(desk: Desk, finding: QuoteFinding, segments: tuple[EvidenceRef, ...]) -> _SaidBy:
    """Speaker and cue, each with the words that give both ("said Tavola") and with what is said."""
    speaker = finding.speaker
    by = speaker.read_by if speaker else finding.read_by
    named = desk.name_in(Span(speaker.start, speaker.end), speaker.name) if speaker else None
    cue = _cue(desk, finding)
    attributed = [span for span in (cue, named) if span]
    if not attributed:
        return _SaidBy(None, None, None, {})
    says = (*desk.saying(attributed[:1], *attributed[1:]), *segments)
    teller = finding.source
    words = desk.source.article.text.slice(teller.span) if teller and teller.span else None
    told = chain(desk.voices.source(teller.name, words)) if teller else ()
    worded = finding.cue if cue and finding.cue and finding.cue[0].isalnum() else None  # no colon is a word
    cue_fact = read(Reported(worded), *says, by=by, according_to=told) if worded else None
    how = delivered(desk, finding.delivery, named, by=by, told_by=told)
    if speaker is None:
        return _SaidBy(None, None, cue_fact, how)
    actor = desk.actor(speaker.name)
    said_by = read(actor, *says, by=by, according_to=told) if actor else None
    reported = read(Reported(speaker.mention), *says, by=by, according_to=told)
    return _SaidBy(said_by, reported, cue_fact, how)


def _cue(desk: Desk, finding: QuoteFinding) -> Span | None:
    """Where the reporting word stands."""
    if not finding.cue or not finding.cue_span:
        return None
    at = desk.source.article.text.text.find(finding.cue, *finding.cue_span)
    return Span(at, at + len(finding.cue)) if at >= 0 else finding.cue_span


def _acts(desk: Desk, place: Span) -> bool:
    """Whether a place stands for those who govern from it: "no answer on the part of Norton"."""
    return (
        _ON_BEHALF.search(desk.source.article.text.text, max(0, place.start - _NEAR), place.start) is not None
    )


class _Topics:
    """What an article's passages name or tell of, in text order."""

    def __init__(self, desk: Desk) -> None:
        findings = desk.source.findings
        told: list[tuple[Span, TopicRef]] = list(desk.reported)
        for actor in findings.actors:
            id = desk.actor(actor.name)
            told += [(span, TopicRef(id)) for span in actor.mentions if id]
        for place in findings.places:
            where = desk.place(place.name)
            told += [(span, TopicRef(where)) for span in place.mentions if where and not _acts(desk, span)]
        self._told = sorted(told)

    def named_in(self, desk: Desk, segments: Iterable[Span]) -> dict[TopicRef, tuple[EvidenceRef, ...]]:
        """The topics in a quotation's segments, each with the segments it stands in."""
        found: dict[TopicRef, tuple[EvidenceRef, ...]] = {}
        for segment in segments:
            cited = desk.cite(segment)
            at = bisect_left(self._told, segment.start, key=lambda each: each[0].start)
            while at < len(self._told) and self._told[at][0].start < segment.end:
                topic = self._told[at][1]
                found[topic] = unique((*found.get(topic, ()), cited))
                at += 1
        return found


class _Occasions:
    """Press conferences, statements and letters by the sentences that tell of them."""

    def __init__(self, desk: Desk) -> None:
        text = desk.source.article.text
        self._by_sentence: dict[int, tuple[EventRef, Span]] = {}
        for index, event in enumerate(desk.source.findings.events):
            if event.type in _OCCASIONS and event.trigger and index in desk.event_ids:
                for span in (event.trigger, *event.evidence):
                    told = desk.event_ids[index], event.trigger
                    self._by_sentence.setdefault(text.sentence_at(span.start).start, told)

    def of(self, desk: Desk, finding: QuoteFinding) -> Fact[EventRef] | None:
        """The occasion in whose sentence a quotation stands."""
        first = finding.segments[0]
        told = self._by_sentence.get(desk.source.article.text.sentence_at(first.start).start)
        return read(told[0], desk.cite(first), *desk.saying([told[1]]), by=finding.read_by) if told else None
