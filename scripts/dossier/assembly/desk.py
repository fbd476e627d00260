"""The desk on which one article's records are made: citing, matching entries, what all records share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dossier.assembly.dating import dating
from dossier.assembly.entities import Entities
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.grounds import Edit, Editing, completed
from dossier.assembly.ids import Ids
from dossier.assembly.origins import Readers, edited, read
from dossier.assembly.saying import led_to, saying
from dossier.assembly.voices import Voices
from dossier.editing.curation import About, ParticipantEntry
from dossier.editing.sources import Source, match_finding, where_words_stand
from dossier.errors import Problem
from dossier.facts import (
    ActorRef,
    Attribution,
    EventRef,
    EvidenceRef,
    Fact,
    Reported,
    SayingRef,
    TopicRef,
    WhereRef,
)
from dossier.model import Participant as ParticipantRecord
from dossier.model import Record, ReportedDate
from dossier.reading.findings import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    NameFinding,
    Participant,
    SlotFinding,
    SourceFinding,
    Span,
)

F = TypeVar("F")
T = TypeVar("T", EventFinding, AgreementFinding)
R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=str)
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
    event_ids: dict[int, EventRef] = field(default_factory=dict)
    """Index of an event's finding → id of its record."""
    reported: list[tuple[Span, TopicRef]] = field(default_factory=list)
    """The words that tell of an event or agreement, and its id."""
    agreed: list[tuple[Span, SayingRef]] = field(default_factory=list)
    """The words that give an agreement's status, and its id."""
    claimed: list[tuple[Span, SayingRef]] = field(default_factory=list)
    """The words that make a claim, and its id."""
    actor_mentions: list[tuple[Span, NameFinding]] = field(init=False)
    """Where actors are named, in text order."""
    _named: dict[str, NameFinding] = field(init=False)

    def __post_init__(self) -> None:
        findings = self.source.findings
        self.actor_mentions = sorted(
            ((span, found) for found in findings.actors for span in found.mentions),
            key=lambda each: (each[0].start, -each[0].end),
        )
        self._named = {found.name: found for found in (*findings.places, *findings.actors)}

    @property
    def voices(self) -> Voices:
        """Whose word each passage of the article is."""
        return self.entities.voices[self.source.article.id]

    def words(self, path: str, words: str, paragraph: str | None) -> list[Span]:
        """Where an entry's words stand; a problem when nowhere."""
        return where_words_stand(self.source, path, words, paragraph, self.problems)

    def slice(self, span: Span) -> Reported:
        """The article's own words."""
        return Reported(self.source.article.text.slice(span))

    def cite(self, span: Span) -> EvidenceRef:
        """Id of the evidence for a span of the article."""
        return self.book.cite(self.source.article, span)

    def saying(self, main: Sequence[Span], *slots: Span | None) -> tuple[EvidenceRef, ...]:
        """The passages in which the main words and these slots of theirs stand together; see `saying`."""
        spans = saying(self.source.article.text, main, *slots)
        return tuple(self.cite(span) for span in spans)

    def naming(self, span: Span) -> EvidenceRef:
        """A passage that names what a span tells of: its words with up to two of its clause before them."""
        return self.cite(led_to(self.source.article.text, span, 2))

    def actor(self, name: str | None) -> ActorRef | None:
        """Id of the actor the article calls by this name."""
        return self.entities.actor(self.source, name)

    def place(self, name: str | None) -> WhereRef | None:
        """Id of the place or state the article calls by this name."""
        return self.entities.place(self.source, name)

    def sources(self, name: str | None) -> tuple[Attribution, ...]:
        """Whose word something is that findings give by the source's name or words."""
        source = self.voices.source(name, name)
        return (source,) if source else ()

    def mention_in(self, name: str | None, passages: Sequence[Span]) -> Span | None:
        """Where one of the passages names what findings call by a name."""
        found = self._named.get(name or "")
        for span in passages:
            stands = bisect_left(found.mentions, span.start, key=lambda m: m.start) if found else 0
            if found and stands < len(found.mentions) and found.mentions[stands].end <= span.end:
                return found.mentions[stands]
        return None

    def name_in(self, span: Span | None, name: str | None) -> Span | None:
        """Where the name stands in a span that has more words than it, else the span itself."""
        return (self.mention_in(name, [span]) or span) if span else None

    def match(
        self,
        section: str,
        entries: Sequence[E],
        findings: Sequence[F],
    ) -> Matches[E]:
        """Entries matched with findings; one that matches none, or two, becomes a problem."""
        matches: Matches[E] = Matches({}, [], {})
        for number, entry in enumerate(entries):
            path = f"{section}[{number}]"
            if entry.add:
                matches.added.append(Curated(path, entry))
                continue
            index = match_finding(self.source, path, entry, findings, self.problems)
            if index is None:
                continue
            if index in matches.about:
                same = f"“{entry.words}” is about the same finding as another entry"
                self._refuse(path, same, "one entry for each", f"- words: {entry.words}")
            matches.about[index] = Curated(path, entry)
            for place, words in enumerate(entry.merge):
                other = match_finding(
                    self.source,
                    f"{path}.merge[{place}]",
                    entry.model_copy(update={"words": words, "paragraph": None}),
                    findings,
                    self.problems,
                )
                if other is not None and other != index:
                    matches.merged[other] = index
        return matches

    def _refuse(self, path: str, found: str, expected: str, example: str) -> None:
        file = self.source.curation_file
        self.problems.append(Problem(file=file, where=path, found=found, expected=expected, example=example))

    def completed(self, record: R, curated: Curated[Any] | None) -> R:
        """The record with what the entry about it sets."""
        if curated is None:
            return record
        edit = Edit(self.source.curation_file, curated.path, curated.entry, [self.source])
        return completed(record, [edit], Editing(self.book, self.entities.voices, self.problems))

    def is_dropped(self, *names: str | None) -> bool:
        """Whether an editor dropped one of the actors that the article calls by these names."""
        return any(name in self.entities.dropped for name in names)

    def told(self, matches: Matches[E], findings: Sequence[T]) -> Iterator[tuple[list[T], Curated[E] | None]]:
        """Findings with titles that make a record, but for those whose title names whom an editor dropped."""
        for parts, curated in matches.parts(findings):
            title = curated.entry.line("title") if curated else None
            if not self._names_dropped(title.value if title else parts[0].title):
                yield parts, curated

    def _names_dropped(self, title: str) -> bool:
        """Whether a title holds the name of an actor that an editor dropped."""
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in self.entities.dropped)

    def claim_id(self, curated: Curated[Any] | None, wanted: str) -> str:
        """A new id: the one the editor gave, else one made from a title or words."""
        given = curated.entry.id if curated else None
        return self.ids.claim(given or wanted, chosen=given is not None)

    def reported_date(
        self,
        found: DateFinding | None,
        main: Sequence[Span],
        told: SourceFinding | None = None,
    ) -> Fact[ReportedDate] | None:
        """A date as found, with the passages that say what it is the date of, and whose word that is."""
        if found is None:
            return None
        span = Span(found.start, found.end)
        when = dating(found)
        date = ReportedDate(
            as_reported=self.slice(span),
            kind=when.kind,
            edtf=when.edtf,
            precision=found.precision,
            basis=found.basis,  # type: ignore[arg-type]
            rule=found.rule,
        )
        word = self.voices.of(span) or self.voices.whose(main[0], told)
        return read(date, *self.saying(main, span), by=found.read_by, according_to=word)

    def worded(
        self,
        part: str,
        slots: Iterable[SlotFinding],
        main: Sequence[Span],
        by: Readers,
        told: SourceFinding | None = None,
    ) -> tuple[Fact[Reported], ...]:
        """What something is for, or why it is, in the article’s words, with whose word it is."""
        made = []
        for slot in slots:
            if slot.slot == part:
                here = self._together(main[0], slot.span)
                word = self.voices.whose(slot.span, slot.source or (told if here else None))
                says = self.saying(main if here else [slot.span], slot.span)
                made.append(read(self.slice(slot.span), *says, by=by, according_to=word))
        return tuple(made)

    def _together(self, one: Span, other: Span) -> bool:
        text = self.source.article.text
        return text.sentence_at(one.start) == text.sentence_at(other.start)

    def participants(
        self, found: Iterable[Participant], main: Sequence[Span], according_to: tuple[Attribution, ...]
    ) -> tuple[Fact[ParticipantRecord], ...]:
        """Participants with the passages that say what they take part in."""
        records: dict[str, Fact[ParticipantRecord]] = {}
        for each in found:
            actor = self.actor(each.actor)
            if actor and actor not in records:
                participant = ParticipantRecord(actor=actor, role=each.role)
                told = self.saying(main, each.span)
                records[actor] = read(participant, *told, by=each.read_by, according_to=according_to)
        return tuple(records.values())

    def curated_participants(
        self, path: str, found: Sequence[Fact[ParticipantRecord]], entries: Sequence[ParticipantEntry]
    ) -> tuple[Fact[ParticipantRecord], ...]:
        """Participants found, with those the editor adds or corrects and without those that are left out."""
        records: dict[str, Fact[ParticipantRecord]] = {each.value.actor: each for each in found}
        for number, entry in enumerate(entries):
            spans = self.words(f"{path}[{number}]", entry.words, entry.paragraph)
            if entry.drop is not None:
                if records.pop(entry.actor, None) is None:
                    wanted = f"one of {', '.join(records)}" if records else "no entry: nobody was"
                    unread = f"“{entry.actor}” was not read as one"
                    self._refuse(f"{path}[{number}].actor", unread, wanted, "actor: ana-novak")
            elif spans and entry.role is not None:
                participant = ParticipantRecord(actor=ActorRef(entry.actor), role=entry.role)
                word = self.voices.of(spans[0])
                records[entry.actor] = edited(participant, *self.saying([spans[0]]), according_to=word)
        return tuple(records.values())


def unique(items: Iterable[S]) -> tuple[S, ...]:
    """The items in order, each once."""
    return tuple(dict.fromkeys(items))
