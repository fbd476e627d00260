"""Article to its claims: who says what about whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.attribution.namer import Named, Namer
from dossier.reading.attribution.references import References
from dossier.reading.attribution.reported_speech import ReportReader
from dossier.reading.attribution.reports import Report
from dossier.reading.claims.act_claims import ActClaims
from dossier.reading.claims.claim_kinds import ClaimKinds
from dossier.reading.claims.claim_wording import claim_wording
from dossier.reading.claims.quoted_claims import quoted_accusations
from dossier.reading.claims.responsibility import VIOLENT, EventIndex
from dossier.reading.events.occasion_words import occasion_words
from dossier.reading.events.violence import ViolentMention, violent_mentions
from dossier.reading.findings import ClaimFinding, EventFinding, QuoteFinding, Span
from dossier.reading.grammar.phrases import Phrase, noun_phrase_at, word_class
from dossier.reading.grammar.reporting import claim_verbs, frame_of_noun, frame_of_verb
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article
from dossier.reading.text.quoted import Quoted
from dossier.reading.text.tokens import Sentence

_KINDS = {"accusation": "accusation", "blame": "responsibility_blamed"}


def extract_claims(
    article: Article, names: Names, quotes: tuple[QuoteFinding, ...], events: tuple[EventFinding, ...]
) -> tuple[ClaimFinding, ...]:
    """Claims in text order."""
    claims = _ClaimReader(article, names, quotes, events).read()
    kept: dict[tuple[str, str, str | None, Span], ClaimFinding] = {}
    for claim in sorted(claims, key=lambda c: (c.wording, c.kind, c.target or "")):
        kept.setdefault((claim.kind, claim.claimant, claim.target, claim.wording), claim)
    return tuple(kept.values())


class _ClaimReader:
    def __init__(
        self,
        article: Article,
        names: Names,
        quotes: tuple[QuoteFinding, ...],
        events: tuple[EventFinding, ...],
    ) -> None:
        self.article = article
        self.text = article.text
        self.names = names
        self.events = events
        self.words = claim_verbs()
        self.quoted = Quoted(article.text)
        self.reports = ReportReader(article, names)
        self.namer = Namer(article.text, names)
        self.kinds = ClaimKinds(article.text, self.namer)
        self.told = EventIndex(events)
        self.acts = ActClaims(article, self.reports, self.namer, self.told)
        self.references = References(article, names)
        self.quotes = quotes
        self._heard = 0

    def read(self) -> Iterator[ClaimFinding]:
        """Claims, sentence by sentence."""
        told: dict[int, list[ViolentMention]] = {}
        if any(e.type in VIOLENT for e in self.events):
            for mention in violent_mentions(self.article, self.names):
                told.setdefault(mention.sentence.start, []).append(mention)
        anchors = self._anchors()
        for start in sorted(anchors.keys() | told.keys()):
            sentence = self.text.sentence_at(start)
            if self.article.kinds[sentence.block] in ("heading", "note", "headline"):
                continue
            reports = list(self._reports(sentence, anchors.get(start, [])))
            for report in reports:
                self._hear_quotes(sentence.end)
                yield from self._claims(sentence, report)
                if report.source is not None:
                    source = self._source(report)
                    self.references.spoke(report.source, source.name if source and source.known else None)
            for at in anchors.get(start, ()):
                if self.acts.is_claim(sentence, at):
                    yield from self.acts.claimed(sentence, at)
            tellers = [(r, self._source(r)) for r in reports]
            yield from self.acts.done(sentence, tellers, tuple(told.get(start, ())))
        for quote in self.quotes:
            yield from self._quoted_claims(quote)

    def _hear_quotes(self, before: int) -> None:
        """Tells the references who has spoken in quotations up to an offset."""
        while self._heard < len(self.quotes):
            speaker = self.quotes[self._heard].speaker
            if speaker is not None:
                if speaker.start >= before:
                    return
                first, stop = self.text.token_range(Span(speaker.start, speaker.end))
                if first < stop:
                    self.references.spoke(Phrase(first, stop, stop - 1), speaker.name)
            self._heard += 1

    def _quoted_claims(self, quote: QuoteFinding) -> Iterator[ClaimFinding]:
        speaker = quote.speaker
        if speaker is None:
            return
        for accusation in quoted_accusations(self.text, self.names, quote):
            sentence = self.text.sentence_at(accusation.wording.start)
            yield ClaimFinding(
                kind="accusation",
                claimant=speaker.name or speaker.mention,
                claimant_span=Span(speaker.start, speaker.end),
                target=accusation.target.name,
                target_span=Span(accusation.target.start, accusation.target.end),
                wording=accusation.wording,
                evidence=(Span(sentence.start, sentence.end),),
                method=accusation.method,
            )

    def _anchors(self) -> dict[int, list[int]]:
        """Tokens that may begin a report, by the start of their sentence."""
        frames = frame_of_verb() | frame_of_noun()
        found: dict[int, list[int]] = {}
        for index, token in enumerate(self.text.tokens):
            if token.lower in frames or token.lower in ("according", "responsibility"):
                found.setdefault(self.text.sentence_at(token.start).start, []).append(index)
        return found

    def _reports(self, sentence: Sentence, anchors: list[int]) -> Iterator[Report]:
        previous: Report | None = None
        frames = frame_of_verb() | frame_of_noun()
        for at in anchors[:12]:
            token = self.text.tokens[at]
            if self.quoted.holds(token.start):
                continue
            if token.lower == "according":
                report = self.reports.according_to(sentence, at)
            elif token.lower in frames:
                report = self.reports.read(sentence, at, previous)
            else:
                continue
            if report is not None:
                yield report
                previous = report

    def _claims(self, sentence: Sentence, report: Report) -> Iterator[ClaimFinding]:
        if report.frame == "gap":
            return
        source = self._author(sentence, report) or self._source(report)
        if source is None or source.name.lower().startswith(("no ", "nobody", "none ", "neither ")):
            return
        kind = _KINDS.get(report.frame, report.frame)
        targets: tuple[Named | None, ...] = (None,)
        if report.target is not None:
            targets = self._targets(report.target)
        elif report.shape.startswith("noun"):
            targets = self._accused(sentence, report, source)
        elif report.frame in ("statement", "assessment"):
            subject = self.reports.clauses.subject(report.content)
            if subject is not None:
                named = tuple(n for n in self.namer.each(subject) if n.known and n.name != source.name)
                targets = named or (None,)
            if self.kinds.owns_up(report):
                yield self.acts.owned(sentence, report, source)
                return
            kind = self.kinds.of(report, subject if targets != (None,) else None)
            if kind not in ("accusation", "call") and len(targets) > 1:
                targets = (None,)
        wording = claim_wording(self.text, report)
        for target in targets:
            yield ClaimFinding(
                kind=kind,
                claimant=source.name,
                claimant_span=source.span,
                target=target.name if target else None,
                target_span=target.span if target else None,
                event=self._act_blamed(sentence, report, wording),
                wording=wording,
                evidence=(Span(sentence.start, sentence.end),),
                method=report.shape,
            )

    def _act_blamed(self, sentence: Sentence, report: Report, wording: Span) -> int | None:
        """The act that blame is about: of its sentence; where it names no cause, of the sentence before."""
        if report.frame != "blame":
            return None
        here = self.told.violent_at(sentence, wording)
        words = self.text.tokens[report.content[0] : report.content[1]]
        if here is not None or any(t.lower in ("for", "on") for t in words) or sentence.first == 0:
            return here
        before = self.text.sentence_at(self.text.tokens[sentence.first - 1].start)
        return self.told.violent_at(before, wording) if before.block == sentence.block else None

    def _targets(self, phrase: Phrase) -> tuple[Named | None, ...]:
        """Whom a verb's object names; for a pronoun whom it stands for, None where that is open."""
        head = self.text.tokens[phrase.head]
        if word_class(head) not in ("subject_pronouns", "object_pronouns"):
            return self.namer.each(phrase)
        name = self.references.resolve(phrase)
        return (Named(name, Span(head.start, head.end), True) if name else None,)

    def _accused(self, sentence: Sentence, report: Report, source: Named) -> tuple[Named | None, ...]:
        """Whom "accusations by X that …" are about: the clause's subject; for "it" who rejects them."""
        subject = self.reports.clauses.subject(report.content)
        if subject is None:
            return (None,)
        head = self.text.tokens[subject.head]
        if word_class(head) == "subject_pronouns" and head.lower in ("it", "they"):
            rejecter = noun_phrase_at(self.text, sentence.first, report.verb)
            named = self.namer.of(rejecter) if rejecter is not None else None
            return (named if named is not None and named.known and named.name != source.name else None,)
        known = tuple(n for n in self.namer.each(subject) if n.known and n.name != source.name)
        return known or (None,)

    def _author(self, sentence: Sentence, report: Report) -> Named | None:
        """The known author of the letter or statement that "accuses", "demands" in this sentence."""
        if (
            report.shape != "participle"
            and "participle" not in report.shape
            and report.frame not in ("call", "accusation")
        ):
            return None
        before = self.text.tokens[max(report.verb - 8, sentence.first) : report.verb]
        if not any(
            t.lower in occasion_words().letter_nouns | occasion_words().statement_nouns for t in before
        ):
            return None
        for event in self.told.told_in(sentence):
            if event.type in ("letter", "statement"):
                for person in event.participants:
                    if person.role == "author":
                        return Named(person.actor, person.span, True)
        return None

    def _source(self, report: Report) -> Named | None:
        if report.source is None:
            return None
        head = self.text.tokens[report.source.head]
        if word_class(head) in ("subject_pronouns", "object_pronouns"):
            name = self.references.resolve(report.source)
            return Named(name, Span(head.start, head.end), True) if name else None
        named = self.namer.of(report.source)
        definite = self.text.tokens[report.source.first].lower in ("the", "that", "this")
        if not named.known and definite and not self.names.within(report.source.span(self.text)):
            name = self.references.resolve(report.source)
            named = Named(name, named.span, True) if name else named
        return named
