"""Findings and the editor's files to a Dossier: every leaf with its origin and its passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.curation import (
    AgreementEntry,
    Authorities,
    ClaimEntry,
    DateEntry,
    EventEntry,
    ParticipantEntry,
    QuoteEntry,
)
from dossier.entities import Entities, assemble_entities
from dossier.errors import DossierError, Problem
from dossier.evidence import MAX_EXCERPT_WORDS, EvidenceBook, shorten, word_spans
from dossier.findings import (
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    Participant,
    QuoteFinding,
    Span,
)
from dossier.model import (
    Agreement,
    Amount,
    Casualties,
    Claim,
    Dossier,
    Event,
    Provenance,
    Quote,
    ReportedDate,
)
from dossier.model import Participant as ParticipantRecord
from dossier.relations import derive_relations
from dossier.sources import Ids, Source, match_finding, where_words_stand

_INSERTION = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """How sparing a dossier is with an article's words outside quotations."""

    anchor_words: int
    """Words cited for the existence of an event or agreement; its parts cite their own."""
    claim_words: int
    """Words cited for what a claim says."""
    claims_left_out: frozenset[str] = frozenset()
    """Kinds of claims left out unless an editor's entry is about them."""
    every_mention: bool = True
    """Whether a name is cited in each paragraph that has it, or only where other passages hold it."""


_OPINIONS = frozenset({"statement", "assessment"})
ECONOMIES = (
    Economy(anchor_words=8, claim_words=MAX_EXCERPT_WORDS),
    Economy(anchor_words=6, claim_words=12, claims_left_out=frozenset({"statement"})),
    Economy(anchor_words=6, claim_words=10, claims_left_out=_OPINIONS),
    Economy(anchor_words=4, claim_words=10, claims_left_out=_OPINIONS, every_mention=False),
    Economy(
        anchor_words=2, claim_words=8, claims_left_out=_OPINIONS | {"call", "warning"}, every_mention=False
    ),
)
"""From the most generous to the sparest: a build takes the first that keeps within the limits."""


def assemble(
    sources: Sequence[Source],
    authorities: Authorities,
    authorities_file: str,
    economy: Economy = ECONOMIES[0],
) -> Dossier:
    """The dossier of these articles.

    Raises DossierError with every curation entry that matches nothing, or more than one thing.
    """
    problems: list[Problem] = []
    book, ids = EvidenceBook(), Ids()
    entities = assemble_entities(sources, authorities, authorities_file, book, ids, problems)
    assembled = [_Assembly(source, entities, book, ids, problems, economy) for source in sources]
    for assembly in assembled:
        assembly.run()
    if problems:
        raise DossierError(problems)
    dossier = Dossier(
        articles=tuple(source.record for source in sources),
        actors=entities.actors,
        places=entities.places,
        events=tuple(e for a in assembled for e in a.events),
        agreements=tuple(g for a in assembled for g in a.agreements),
        quotes=tuple(q for a in assembled for q in a.quotes),
        claims=tuple(c for a in assembled for c in a.claims),
    )
    added = [
        (entry, book.cite(a.source.article, spans[0]))
        for a in assembled
        for number, entry in enumerate(a.source.curation.relations)
        if (spans := a.words(f"relations[{number}]", entry.words, entry.paragraph))
    ]
    if problems:
        raise DossierError(problems)
    dossier = dossier.model_copy(update={"relations": derive_relations(dossier, added)})
    actors, places = entities.settle(dossier, book, every_paragraph=economy.every_mention)
    dossier = dossier.model_copy(update={"actors": actors, "places": places})
    return dossier.model_copy(update={"evidence": book.select(dossier.cited())})


@dataclass(slots=True)
class _Assembly:
    """One article's records in the making."""

    source: Source
    entities: Entities
    book: EvidenceBook
    ids: Ids
    problems: list[Problem]
    economy: Economy
    events: list[Event] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _event_ids: dict[int, str] = field(default_factory=dict)
    _anchors: list[tuple[str, tuple[Span, ...]]] = field(default_factory=list)
    """Ids of events and agreements with the passages that report them."""

    def run(self) -> None:
        self._run_events()
        self._run_agreements()
        self._run_quotes()
        self._run_claims()

    def words(self, path: str, words: str, paragraph: str | None) -> list[Span]:
        return where_words_stand(self.source, path, words, paragraph, self.problems)

    def _cite(self, span: Span) -> str:
        return self.book.cite(self.source.article, span)

    def _excerpt(
        self, span: Span, focus: Span | None = None, limit: int = MAX_EXCERPT_WORDS, lead: int = 0
    ) -> str:
        return self._cite(shorten(self.source.article.text.text, span, focus, limit, lead))

    def _name_in(self, span: Span | None, name: str | None) -> Span | None:
        """Where the name stands in a span that has more words than it, else the span itself."""
        if span is None:
            return None
        found = (f for f in self.source.findings.actors if f.name == name)
        mentions = (m for f in found for m in f.mentions if span.start <= m.start and m.end <= span.end)
        return next(mentions, span)

    def _event_anchor(self, finding: EventFinding) -> str:
        """The trigger and the words that qualify it before: "a bus ambush"."""
        limit = self.economy.anchor_words
        return self._excerpt(_holding(finding.evidence, finding.trigger), finding.trigger, limit, limit - 1)

    def _agreement_anchor(self, finding: AgreementFinding) -> str:
        """The words for the status and what they are about: "agreed to share a ferry"."""
        span = _holding(finding.evidence, finding.status_span)
        status = sum(1 for _ in word_spans(self.source.article.text.text, *finding.status_span))
        return self._excerpt(span, finding.status_span, max(self.economy.anchor_words - 1, status))

    # Events

    def _run_events(self) -> None:
        findings = self.source.findings.events
        entries, added, merged = _matched(
            self,
            "events",
            self.source.curation.events,
            findings,
            lambda f: ([f.trigger] if f.trigger else [], f.evidence),
        )
        for index, finding in enumerate(findings):
            entry = entries.get(index)
            if index in merged or (entry and entry.drop):
                continue
            parts = [finding, *(findings[i] for i, target in merged.items() if target == index)]
            event = self._event(parts, entry)
            self.events.append(event)
            self._event_ids |= {findings.index(part): event.id for part in parts}
            self._anchors.append((event.id, tuple(s for part in parts for s in part.evidence)))
        for path, new in added:
            spans = self.words(path, new.words, new.paragraph)
            if spans:
                finding = EventFinding(type=new.type or "other", title=new.title or new.words)
                event = self._event([finding], new, spans[0])
                self.events.append(event)
                self._anchors.append((event.id, (spans[0],)))

    def _event(self, parts: list[EventFinding], entry: EventEntry | None, added: Span | None = None) -> Event:
        first = parts[0]
        main = self._cite(added) if added else self._event_anchor(first)
        origin = "curated" if added else "extracted"
        fields: dict[str, Any] = {"type": first.type, "title": first.title}
        provenance = dict.fromkeys(("type", "title"), _from(origin, main))
        dates = [part.date for part in parts if part.date]
        if dates:
            fields["date"] = _reported_date(self.source, dates[0])
            provenance["date"] = _from("extracted", self._cite(Span(dates[0].start, dates[0].end)))
        for part in parts:
            place = self.entities.place(self.source, part.place)
            if place:
                fields["place"] = place
                provenance["place"] = _from("extracted", self._place_words(part, main))
                break
        fields["participants"] = self._participants(
            [p for part in parts for p in part.participants],
            [s for part in parts for s in part.evidence],
            main,
        )
        fields["casualties"] = tuple(
            Casualties(
                group=c.group,
                kind=c.kind,  # type: ignore[arg-type]
                as_reported=self.source.article.text.slice(c.span),
                min=c.min,
                max=c.max,
                according_to=self.entities.actor(self.source, c.according_to) or c.according_to,
                origin="extracted",
                evidence=(self._cite(c.span),),
            )
            for c in {c.span: c for part in parts for c in part.casualties}.values()
        )
        fields["mentions"] = _unique(main if part is first else self._event_anchor(part) for part in parts)
        if entry:
            self._complete(
                fields, provenance, entry, main, ("type", "title", "description", "place", "part_of")
            )
            self._complete(fields, provenance, entry, main, ("follows",))
            self._curate_date(fields, provenance, entry.date)
            self._curate_participants(fields, "participants", entry.participants)
        return Event(id=self._id(entry, fields["title"]), **fields, provenance=provenance)

    def _place_words(self, finding: EventFinding, main: str) -> str:
        record = next((p for p in self.source.findings.places if p.name == finding.place), None)
        spans = [
            span
            for span in (record.mentions if record else ())
            if any(e.start <= span.start < e.end for e in finding.evidence)
        ]
        return self._cite(spans[0]) if spans else main

    # Agreements

    def _run_agreements(self) -> None:
        findings = self.source.findings.agreements
        entries, added, merged = _matched(
            self,
            "agreements",
            self.source.curation.agreements,
            findings,
            lambda f: ([f.status_span], f.evidence),
        )
        for index, finding in enumerate(findings):
            entry = entries.get(index)
            if index in merged or (entry and entry.drop):
                continue
            parts = [finding, *(findings[i] for i, target in merged.items() if target == index)]
            agreement = self._agreement(parts, entry)
            self.agreements.append(agreement)
            self._anchors.append((agreement.id, tuple(s for part in parts for s in part.evidence)))
        for path, new in added:
            spans = self.words(path, new.words, new.paragraph)
            if spans:
                finding = AgreementFinding(
                    title=new.title or new.words,
                    kind=new.kind or "other",
                    status=new.status or "unknown",
                    status_span=spans[0],
                    evidence=(spans[0],),
                )
                agreement = self._agreement([finding], new, origin="curated")
                self.agreements.append(agreement)
                self._anchors.append((agreement.id, (spans[0],)))

    def _agreement(
        self, parts: list[AgreementFinding], entry: AgreementEntry | None, origin: str = "extracted"
    ) -> Agreement:
        first = parts[0]
        text = self.source.article.text
        main = self._agreement_anchor(first)
        status = self._excerpt(first.status_span)
        fields: dict[str, Any] = {
            "title": first.title,
            "kind": first.kind,
            "status": first.status,
            "status_as_reported": self.book.exact(status),
        }
        provenance = dict.fromkeys(("title", "kind"), _from(origin, main))
        provenance |= dict.fromkeys(("status", "status_as_reported"), _from(origin, status))
        announced = self.entities.actor(self.source, first.announced_by)
        if announced:
            fields["announced_by"] = announced
            provenance["announced_by"] = _from(origin, main)
        if first.date:
            fields["date"] = _reported_date(self.source, first.date)
            provenance["date"] = _from(origin, self._cite(Span(first.date.start, first.date.end)))
        if first.amount and first.amount.unit and first.amount.min is not None:
            span = Span(first.amount.start, first.amount.end)
            fields["amount"] = Amount(
                as_reported=text.text[span.start : span.end],
                value=first.amount.min,
                currency=first.amount.unit,
            )
            provenance["amount"] = _from(origin, self._cite(span))
        fields["parties"] = self._participants(
            [p for part in parts for p in part.parties], [s for part in parts for s in part.evidence], main
        )
        fields["mentions"] = _unique(
            main if part is first else self._agreement_anchor(part) for part in parts
        )
        if entry:
            self._complete(
                fields, provenance, entry, main, ("title", "subject", "kind", "status", "announced_by")
            )
            if entry.status_words:
                spans = self.words("agreements", entry.status_words, entry.paragraph)
                if spans:
                    fields["status_as_reported"] = entry.status_words
                    provenance["status_as_reported"] = _from("curated", self._cite(spans[0]))
            self._curate_participants(fields, "parties", entry.parties)
        return Agreement(id=self._id(entry, fields["title"]), **fields, provenance=provenance)

    # Quotations

    def _run_quotes(self) -> None:
        findings = self.source.findings.quotes
        entries, _, _ = _matched(
            self, "quotes", self.source.curation.quotes, findings, lambda f: [f.segments]
        )
        for index, finding in enumerate(findings):
            entry = entries.get(index)
            if not (entry and entry.drop):
                self.quotes.append(self._quote(finding, entry))

    def _quote(self, finding: QuoteFinding, entry: QuoteEntry | None) -> Quote:
        text = self.source.article.text
        segments = tuple(self._cite(span) for span in finding.segments)
        first = segments[0]
        words = self.source.article.text.slice(finding.segments[0])
        for before, after in zip(finding.segments, finding.segments[1:], strict=False):
            same = text.block_at(before.start) == text.block_at(after.start)
            words += (" … " if same else "\n\n") + text.slice(after)
        fields: dict[str, Any] = {"segments": segments, "text": words, "form": finding.form}
        fields |= {"method": finding.method, "cue": finding.cue}
        provenance = {"text": Provenance(origin="extracted", evidence=segments)}
        provenance["form"] = _from("extracted", first)
        speaker = finding.speaker
        named = self._name_in(Span(speaker.start, speaker.end), speaker.name) if speaker else None
        if finding.cue_span and finding.cue:
            at = text.text.find(finding.cue, *finding.cue_span)
            cue = Span(at, at + len(finding.cue)) if at >= 0 else finding.cue_span
            attribution = _joined(cue, named) if named else cue
            provenance["cue"] = _from("extracted", self._excerpt(attribution, None))
            named = attribution if named and attribution.start <= named.start < attribution.end else named
        if speaker and named:
            cited = self._excerpt(named, None)
            fields["speaker"] = self.entities.actor(self.source, speaker.name)
            fields["speaker_as_reported"] = speaker.mention
            fields["speaker_evidence"] = cited
            given = ("speaker_as_reported", "method", *(["speaker"] if fields["speaker"] else []))
            provenance |= dict.fromkeys(given, _from("extracted", cited))
        fields["editorial_insertions"] = tuple(_INSERTION.findall(words))
        about = self._named_in(finding.segments)
        occasion = self._occasion(finding)
        if occasion:
            fields["occasion"] = occasion
            provenance["occasion"] = _from("extracted", first)
        if entry:
            self._complete(fields, provenance, entry, first, ("speaker", "occasion"))
            about = [*about, *entry.about]
        fields["about"] = _unique(id for id in about if id != fields.get("occasion"))
        if fields["about"]:
            provenance["about"] = Provenance(origin="extracted", evidence=segments)
        if fields["editorial_insertions"]:
            provenance["editorial_insertions"] = Provenance(origin="extracted", evidence=segments)
        id = self._id(entry, f"{fields.get('speaker') or 'unattributed'} {' '.join(words.split()[:4])}")
        return Quote(id=id, **fields, provenance=provenance)

    def _named_in(self, spans: Iterable[Span]) -> list[str]:
        """Actors and places named in these passages, and what is reported in them."""
        found: list[tuple[int, str]] = []
        findings = self.source.findings
        for span in spans:
            for section, resolve in (
                (findings.actors, self.entities.actor),
                (findings.places, self.entities.place),
            ):
                for name in section:
                    id = resolve(self.source, name.name)
                    stands = [m.start for m in name.mentions if span.start <= m.start < span.end]
                    if id and stands:
                        found.append((stands[0], id))
            found += [
                (passage.start, id)
                for id, passages in self._anchors
                for passage in passages
                if passage.start < span.end and span.start < passage.end and self._reports(id, passage, span)
            ]
        return [id for _, id in sorted(found)]

    def _reports(self, id: str, passage: Span, quoted: Span) -> bool:
        """Whether it is the quoted words of a passage that report an event or agreement.

        A passage that holds the words cited for the record reports it there; any other reports it
        as a whole.
        """
        record = next(r for r in (*self.events, *self.agreements) if r.id == id)
        anchors = [span for _, _, span in self.book.passages(record.mentions)]
        here = [a for a in anchors if passage.start <= a.start < passage.end]
        return not here or any(quoted.start <= a.start < quoted.end for a in here)

    def _occasion(self, finding: QuoteFinding) -> str | None:
        """The press conference, meeting or letter in whose sentence the quotation stands."""
        text = self.source.article.text
        sentence = text.sentence_at(finding.segments[0].start)
        for index, event in enumerate(self.source.findings.events):
            if (
                event.type in {"press_conference", "letter", "statement"}
                and event.trigger
                and any(text.sentence_at(s.start) == sentence for s in (event.trigger, *event.evidence))
            ):
                return self._event_ids.get(index)
        return None

    # Claims

    def _run_claims(self) -> None:
        findings = self.source.findings.claims
        entries, _, _ = _matched(
            self,
            "claims",
            self.source.curation.claims,
            findings,
            lambda f: ([f.target_span] if f.target_span else [], [f.wording], f.evidence),
        )
        for index, finding in enumerate(findings):
            entry = entries.get(index)
            if entry.drop if entry else self._left_out(finding):
                continue
            self.claims.append(self._claim(finding, entry))

    def _left_out(self, finding: ClaimFinding) -> bool:
        """Whether the dossier has the claim already, as an agreement, or has no room for its kind."""
        pledged = finding.kind == "pledge" and any(
            finding.wording.start < agreement.status_span.end
            and agreement.status_span.start < finding.wording.end
            for agreement in self.source.findings.agreements
        )
        return pledged or finding.kind in self.economy.claims_left_out

    def _claim(self, finding: ClaimFinding, entry: ClaimEntry | None) -> Claim:
        quoted = any(
            s.start <= finding.wording.start < s.end for q in self.source.findings.quotes for s in q.segments
        )
        limit = MAX_EXCERPT_WORDS if quoted else self.economy.claim_words
        wording = self._excerpt(finding.wording, limit=limit)
        claimant = self._excerpt(self._name_in(finding.claimant_span, finding.claimant) or finding.wording)
        target = self._excerpt(self._name_in(finding.target_span, finding.target) or finding.wording)
        fields: dict[str, Any] = {
            "kind": finding.kind,
            "claimant": self.entities.actor(self.source, finding.claimant),
            "claimant_as_reported": self.book.exact(claimant) if finding.claimant_span else finding.claimant,
            "wording_as_reported": self.book.exact(wording),
            "evidence": (wording,),
            "method": finding.method,
        }
        provenance = dict.fromkeys(("kind", "wording_as_reported", "method"), _from("extracted", wording))
        provenance["claimant_as_reported"] = _from("extracted", claimant)
        if fields["claimant"]:
            provenance["claimant"] = _from("extracted", claimant)
        if finding.target:
            fields["target_as_reported"] = self.book.exact(target) if finding.target_span else finding.target
            provenance["target_as_reported"] = _from("extracted", target)
            fields["target"] = self.entities.actor(self.source, finding.target)
            if fields["target"]:
                provenance["target"] = _from("extracted", target)
        if finding.event is not None and finding.event in self._event_ids:
            fields["about"] = self._event_ids[finding.event]
            provenance["about"] = _from("extracted", wording)
        if entry:
            self._complete(fields, provenance, entry, wording, ("kind", "claimant", "target", "about"))
            self._curate_wording(fields, provenance, entry)
        of = fields.get("target") if fields.get("target") != fields.get("claimant") else None
        ends = of or fields.get("about") or " ".join(fields["wording_as_reported"].split()[:4])
        who = fields.get("claimant") or " ".join(fields["claimant_as_reported"].split()[:4])
        return Claim(id=self._id(entry, f"{who} {fields['kind']} {ends}"), **fields, provenance=provenance)

    def _curate_wording(
        self, fields: dict[str, Any], provenance: dict[str, Provenance], entry: ClaimEntry
    ) -> None:
        """The wording in the pieces the editor chose, where the article's runs on or is interrupted."""
        stands = [self.words("claims.wording", words, entry.paragraph) for words in entry.wording]
        if stands and all(stands):
            chosen = tuple(self._cite(spans[0]) for spans in stands)
            for name, given in provenance.items():
                if given.evidence == fields["evidence"]:
                    provenance[name] = given.model_copy(update={"evidence": chosen})
            fields["evidence"] = chosen
            fields["wording_as_reported"] = " … ".join(entry.wording)
            provenance["wording_as_reported"] = Provenance(origin="curated", evidence=chosen)

    # What the sections share

    def _id(self, entry: EventEntry | AgreementEntry | QuoteEntry | ClaimEntry | None, wanted: str) -> str:
        return self.ids.claim(entry.id if entry and entry.id else wanted)

    def _participants(
        self, found: Iterable[Participant], evidence: Sequence[Span], anchor: str
    ) -> tuple[ParticipantRecord, ...]:
        """Participants with the words that name them, or with the anchor where they are named elsewhere."""
        records: dict[str, ParticipantRecord] = {}
        for participant in found:
            actor = self.entities.actor(self.source, participant.actor)
            if actor and actor not in records:
                here = any(e.start <= participant.span.start < e.end for e in evidence)
                cited = self._excerpt(participant.span) if here else anchor
                records[actor] = ParticipantRecord(
                    actor=actor, role=participant.role, origin="extracted", evidence=(cited,)
                )
        return tuple(records.values())

    def _complete(
        self,
        fields: dict[str, Any],
        provenance: dict[str, Provenance],
        entry: EventEntry | AgreementEntry | QuoteEntry | ClaimEntry,
        anchor: str,
        names: Sequence[str],
    ) -> None:
        """What the editor adds, anchored in the words that anchor the record."""
        for name in names:
            value = getattr(entry, name)
            if value is not None and value != fields.get(name):
                fields[name] = value
                provenance[name] = _from("curated", anchor)

    def _curate_date(
        self, fields: dict[str, Any], provenance: dict[str, Provenance], entry: DateEntry | None
    ) -> None:
        if entry is None:
            return
        spans = self.words("events.date", entry.words, entry.paragraph)
        if spans:
            fields["date"] = ReportedDate(
                as_reported=entry.words,
                edtf=entry.edtf,
                precision=entry.precision,
                basis="inferred",
                rule=entry.rule,
            )
            provenance["date"] = _from("curated", self._cite(spans[0]))

    def _curate_participants(
        self, fields: dict[str, Any], name: str, entries: Sequence[ParticipantEntry] | None
    ) -> None:
        if entries is None:
            return
        records = {p.actor: p for p in fields[name]}
        for entry in entries:
            spans = self.words(name, entry.words, entry.paragraph)
            if spans:
                records[entry.actor] = ParticipantRecord(
                    actor=entry.actor,
                    role=entry.role,
                    origin="curated",
                    evidence=(self._excerpt(spans[0], None),),
                )
        fields[name] = tuple(records.values())


def _matched(
    assembly: _Assembly, section: str, entries: Sequence[Any], findings: Sequence[Any], spans_of: Any
) -> tuple[dict[int, Any], list[tuple[str, Any]], dict[int, int]]:
    """Entries by the finding they are about, entries that add one, and findings merged into others."""
    matched: dict[int, Any] = {}
    added: list[tuple[str, Any]] = []
    merged: dict[int, int] = {}
    for number, entry in enumerate(entries):
        path = f"{section}[{number}]"
        if entry.add:
            added.append((path, entry))
            continue
        index = match_finding(assembly.source, path, entry, findings, spans_of, assembly.problems)
        if index is None:
            continue
        if index in matched:
            assembly.problems.append(
                Problem(
                    file=assembly.source.curation_file,
                    where=path,
                    found=f"“{entry.words}” is about the same finding as another entry",
                    expected="one entry for each",
                )
            )
        matched[index] = entry
        for place, words in enumerate(entry.merge):
            other = match_finding(
                assembly.source,
                f"{path}.merge[{place}]",
                entry.model_copy(update={"words": words, "paragraph": None}),
                findings,
                spans_of,
                assembly.problems,
            )
            if other is not None and other != index:
                merged[other] = index
    return matched, added, merged


def _holding(evidence: Sequence[Span], focus: Span | None) -> Span:
    """The first passage that holds the focus, else the first."""
    return next((e for e in evidence if focus and e.start <= focus.start < e.end), evidence[0])


def _joined(cue: Span, speaker: Span) -> Span:
    """Cue and speaker as one passage ("said Tavola") if nothing stands between them, else the cue."""
    first, second = sorted((cue, speaker))
    return Span(first.start, second.end) if second.start - first.end == 1 else cue


def _from(origin: str, evidence: str) -> Provenance:
    return Provenance(origin=origin, evidence=(evidence,))  # type: ignore[arg-type]


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _reported_date(source: Source, found: DateFinding) -> ReportedDate:
    return ReportedDate(
        as_reported=source.article.text.text[found.start : found.end],
        edtf=found.edtf,
        precision=found.precision,
        basis=found.basis,  # type: ignore[arg-type]
        rule=found.rule,
    )
