"""The desk on which one article's records are made: citing, matching entries, what all records share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dossier.assembly.economy import Economy
from dossier.assembly.entities import Entities
from dossier.assembly.evidence import MAX_EXCERPT_WORDS, EvidenceBook, shorten
from dossier.assembly.ids import Ids
from dossier.assembly.origins import edited, read
from dossier.editing.curation import About, ParticipantEntry
from dossier.editing.sources import Source, match_finding, where_words_stand
from dossier.errors import Problem
from dossier.facts import ActorRef, Attribution, EventRef, EvidenceRef, Fact, TopicRef, WhereRef
from dossier.model import Participant as ParticipantRecord
from dossier.model import ReportedDate
from dossier.reading.findings import DateFinding, Participant, Span

F = TypeVar("F")
R = TypeVar("R", bound=str)
E = TypeVar("E", bound=About)


@dataclass(frozen=True, slots=True)
class Curated(Generic[E]):
    """An entry of the curation file and where it stands there."""

    path: str
    entry: E


@dataclass(frozen=True, slots=True)
class Matches(Generic[E]):
    """What a section of the curation file says of what was found."""

    about: dict[int, Curated[E]]
    """By the index of the finding an entry is about."""
    added: list[Curated[E]]
    """Entries that make a record of their own."""
    merged: dict[int, int]
    """Index of a finding → index of the one it is merged into."""

    def parts(self, findings: Sequence[F]) -> Iterable[tuple[list[F], Curated[E] | None]]:
        """Findings that make a record, each with those merged into it and the entry about it."""
        for index, finding in enumerate(findings):
            curated = self.about.get(index)
            if index not in self.merged and not (curated and curated.entry.drop):
                merged = [findings[other] for other, into in self.merged.items() if into == index]
                yield [finding, *merged], curated


@dataclass(slots=True)
class Desk:
    """One article with all its records need: who is who, what is cited, which ids are taken."""

    source: Source
    entities: Entities
    book: EvidenceBook
    ids: Ids
    problems: list[Problem]
    economy: Economy
    event_ids: dict[int, EventRef] = field(default_factory=dict)
    """Index of an event's finding → id of its record."""
    reported: dict[TopicRef, tuple[Sequence[Span], Sequence[EvidenceRef]]] = field(default_factory=dict)
    """Id of an event or agreement → the passages that report it, and its mentions."""

    def words(self, path: str, words: str, paragraph: str | None) -> list[Span]:
        """Where an entry's words stand; a problem when nowhere."""
        return where_words_stand(self.source, path, words, paragraph, self.problems)

    def cite(self, span: Span) -> EvidenceRef:
        """Id of the evidence for a span of the article."""
        return self.book.cite(self.source.article, span)

    def excerpt(
        self, span: Span, focus: Span | None = None, limit: int = MAX_EXCERPT_WORDS, lead: int = 0
    ) -> EvidenceRef:
        """Id of the evidence for a span shortened to `limit` words; see `evidence.shorten`."""
        return self.cite(shorten(self.source.article.text.text, span, focus, limit, lead))

    def actor(self, name: str | None) -> ActorRef | None:
        """Id of the actor the article calls by this name."""
        return self.entities.actor(self.source, name)

    def place(self, name: str | None) -> WhereRef | None:
        """Id of the place or state the article calls by this name."""
        return self.entities.place(self.source, name)

    def sources(self, name: str | None) -> tuple[Attribution, ...]:
        """Whose word something is that findings give by the source's name or words."""
        actor = self.actor(name)
        if actor:
            return (Attribution(actor=actor),)
        return (Attribution(as_reported=name),) if name else ()

    def name_in(self, span: Span | None, name: str | None) -> Span | None:
        """Where the name stands in a span that has more words than it, else the span itself."""
        if span is None:
            return None
        found = (f for f in self.source.findings.actors if f.name == name)
        mentions = (m for f in found for m in f.mentions if span.start <= m.start and m.end <= span.end)
        return next(mentions, span)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span begins in a direct quotation."""
        quotes = self.source.findings.quotes
        return any(s.start <= span.start < s.end for q in quotes for s in q.segments)

    def match(
        self,
        section: str,
        entries: Sequence[E],
        findings: Sequence[F],
        spans_of: Callable[[F], Sequence[Sequence[Span]]],
        *,
        may_add: bool = True,
    ) -> Matches[E]:
        """Entries matched with findings; one that matches none, or two, becomes a problem."""
        matches: Matches[E] = Matches({}, [], {})
        for number, entry in enumerate(entries):
            path = f"{section}[{number}]"
            if entry.add and may_add:
                matches.added.append(Curated(path, entry))
                continue
            if entry.add:
                self._refuse(path, f"{section} can't be added", "an entry about one that was found")
                continue
            index = match_finding(self.source, path, entry, findings, spans_of, self.problems)
            if index is None:
                continue
            if index in matches.about:
                same = f"“{entry.words}” is about the same finding as another entry"
                self._refuse(path, same, "one entry for each")
            matches.about[index] = Curated(path, entry)
            for place, words in enumerate(entry.merge):
                other = match_finding(
                    self.source,
                    f"{path}.merge[{place}]",
                    entry.model_copy(update={"words": words, "paragraph": None}),
                    findings,
                    spans_of,
                    self.problems,
                )
                if other is not None and other != index:
                    matches.merged[other] = index
        return matches

    def _refuse(self, path: str, found: str, expected: str) -> None:
        file = self.source.curation_file
        self.problems.append(Problem(file=file, where=path, found=found, expected=expected))

    def is_dropped(self, *names: str | None) -> bool:
        """Whether an editor dropped one of the actors that the article calls by these names."""
        return any(name in self.entities.dropped for name in names)

    def names_dropped(self, title: str) -> bool:
        """Whether a title holds the name of an actor that an editor dropped."""
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in self.entities.dropped)

    def claim_id(self, curated: Curated[Any] | None, wanted: str) -> str:
        """A new id: the one the editor gave, else one made from a title or words."""
        given = curated.entry.id if curated else None
        return self.ids.claim(given or wanted, chosen=given is not None)

    def reported_date(self, found: DateFinding | None) -> Fact[ReportedDate] | None:
        """A date as found, with the evidence for its words."""
        if found is None:
            return None
        span = Span(found.start, found.end)
        date = ReportedDate(
            as_reported=self.source.article.text.slice(span),
            edtf=found.edtf,
            precision=found.precision,
            basis=found.basis,  # type: ignore[arg-type]
            rule=found.rule,
        )
        return read(date, self.cite(span))

    def participants(
        self, found: Iterable[Participant], evidence: Sequence[Span], anchor: EvidenceRef
    ) -> tuple[Fact[ParticipantRecord], ...]:
        """Participants with the words that name them, or with the anchor where they are named elsewhere."""
        records: dict[str, Fact[ParticipantRecord]] = {}
        for participant in found:
            actor = self.actor(participant.actor)
            if actor and actor not in records:
                here = any(e.start <= participant.span.start < e.end for e in evidence)
                cited = self.excerpt(participant.span) if here else anchor
                records[actor] = read(ParticipantRecord(actor=actor, role=participant.role), cited)
        return tuple(records.values())

    def curated_participants(
        self, path: str, found: Sequence[Fact[ParticipantRecord]], entries: Sequence[ParticipantEntry]
    ) -> tuple[Fact[ParticipantRecord], ...]:
        """Participants found, with those the editor adds or corrects."""
        records: dict[str, Fact[ParticipantRecord]] = {each.value.actor: each for each in found}
        for number, entry in enumerate(entries):
            spans = self.words(f"{path}[{number}]", entry.words, entry.paragraph)
            if spans:
                participant = ParticipantRecord(actor=ActorRef(entry.actor), role=entry.role)
                records[entry.actor] = edited(participant, self.excerpt(spans[0]))
        return tuple(records.values())


def unique(items: Iterable[R]) -> tuple[R, ...]:
    """The items in order, each once."""
    return tuple(dict.fromkeys(items))


def holding(evidence: Sequence[Span], focus: Span | None) -> Span:
    """The first passage that holds the focus, else the first."""
    return next((e for e in evidence if focus and e.start <= focus.start < e.end), evidence[0])
