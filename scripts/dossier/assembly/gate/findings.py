"""Our own findings as the gate asks about them: each record of the reading to a proposition.

Who took part is asked as the role its frame gives, where the gate knows one; a number with its act; what a
claim or a quotation of the same article says is asked with that speaker as its source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from dossier.assembly.gate.proposition import Count, Part, Proposition, WhoseWord
from dossier.reading.findings import (
    AgreementFinding,
    Casualties,
    ClaimFinding,
    EventFinding,
    Findings,
    NameFinding,
    Participant,
    QuoteFinding,
    RelationFinding,
    RoleFinding,
    SlotFinding,
    SourceFinding,
    Span,
    StandingFinding,
)
from dossier.reading.text.article import Article

Held = TypeVar("Held", ClaimFinding, QuoteFinding)

_ROLES = {
    "visitor": "visitor",
    "host": "host",
    "author": "agent",
    "speaker": "agent",
    "recipient": "recipient",
    "participant": "partner",
    "met": "partner",
    "party": "party",
}
_TOLD = frozenset(("actual", "hearsay"))


class Asking:
    """Makes propositions of the findings of one article."""

    def __init__(self, article: Article, findings: Findings) -> None:
        self._text = article.text
        self._claims = self._by_sentence((c, c.vouched) for c in findings.claims if c.vouched is not None)
        self._quotes = self._by_sentence(
            (quote, part) for quote in findings.quotes for part in quote.segments
        )

    def event(self, found: EventFinding, parts: Iterable[Part] = ()) -> Proposition | None:
        """The event alone, with some of its parts; None where it has no words of its own."""
        if found.trigger is None:
            return None
        asked = Proposition(
            kind="event",
            type=found.type,
            trigger=found.trigger,
            parts=tuple(parts),
            source=self._source(found.trigger, found.source),
            evidence=self._sentences(found.trigger, *(part.span for part in parts)),
        )
        return _standing(asked, found.standing)

    def agreement(self, found: AgreementFinding, parts: Iterable[Part] = ()) -> Proposition:
        """The agreement alone, with some of its parts."""
        trigger = found.trigger or found.status_span
        asked = Proposition(
            kind="agreement",
            type=found.kind,
            trigger=trigger,
            parts=tuple(parts),
            status=found.status,
            source=self._source(trigger, found.source),
            evidence=self._sentences(trigger, *(part.span for part in parts)),
        )
        return _standing(asked, found.standing)

    def of_whom(self, found: ClaimFinding) -> Proposition | None:
        """That whom a claim is about stands in the act claimed; None where that has no words of its own."""
        if found.trigger is None or found.target_span is None or found.source is None:
            return None
        return Proposition(
            kind="claim",
            trigger=found.trigger,
            parts=(Part(role=_part_in_act(found), span=found.target_span),),
            evidence=self._sentences(found.trigger, found.target_span),
        )

    def claim(self, found: ClaimFinding) -> Proposition | None:
        """That it is claimed, by whom and of whom; None where no word makes it a claim.

        How it stands is not asked: that is told of what is said, not of the saying.
        """
        if found.trigger is None:
            return None
        parts, told = [], found.source.cue if found.source is not None else found.trigger
        for quote in self._near(self._quotes, found.trigger):
            if any(_holds(segment, found.trigger) for segment in quote.segments):
                return self.quote(quote)  # what is claimed in quotation marks stands or falls with them
        target = found.target_span if found.target != found.claimant else None
        told_by = found.source is not None or found.claimant_span is not None
        of_whom = "target" if told_by else _part_in_act(found)
        for role, span in (("claimant", found.claimant_span), (of_whom, target)):
            if span is not None and self._together(told, span):
                parts.append(Part(role=role, span=span))
        asked = Proposition(
            kind="claim",
            type=found.kind,
            trigger=told,
            parts=tuple(parts),
            source=self._source(told, None, besides=found),
            evidence=self._sentences(told, *(part.span for part in parts)),
        )
        heard = found.standing if found.method == "unsourced" else None
        if heard is None or heard.modality != "hearsay":
            return asked
        return replace(asked, modality="hearsay", modality_cue=heard.cue)

    def role(self, found: NameFinding, role: RoleFinding) -> Proposition | None:
        """That a name has an office; None where it stands in none of the sentence's names, or in several."""
        home = self._text.sentence_at(role.span.start)
        here = [m for m in found.mentions if home.start <= m.start and m.end <= home.end]
        if len(here) != 1:
            return None
        return Proposition(
            kind="role",
            trigger=role.span,
            parts=(Part(role="person", span=here[0]),),
            former=role.former,
            source=self._source(role.span, None),
            evidence=self._sentences(role.span, here[0]),
        )

    def quote(self, found: QuoteFinding) -> Proposition | None:
        """The quotation, its speaker and cue; None where nobody is said to have said it."""
        if found.speaker is None or found.cue_span is None:
            return None
        speaker = Span(found.speaker.start, found.speaker.end)
        if not self._together(found.cue_span, speaker):
            return None
        return Proposition(
            kind="quote",
            type=found.form,
            trigger=found.cue_span,
            parts=(Part(role="speaker", span=speaker),),
            segments=found.segments,
            source=self._source(found.cue_span, None),
            evidence=self._sentences(found.cue_span, *found.segments),
        )

    def relation(self, found: RelationFinding) -> Proposition:
        """That a word ties two names, on whose word it does."""
        named = [s for s in (found.subject_stands_for, found.object_stands_for) if s is not None]
        return Proposition(
            kind="relation",
            type=found.predicate,
            trigger=found.trigger,
            parts=(
                Part(role="subject", span=found.subject_span, stands_for=found.subject_stands_for),
                Part(role="object", span=found.object_span, stands_for=found.object_stands_for),
            ),
            source=self._source(found.trigger, found.source),
            evidence=self._sentences(found.trigger, *named),
        )

    def participant(self, found: Participant, slots: Iterable[SlotFinding] = ()) -> Part:
        """A participant as a part, by the words of its slot; one of an unknown role in any relation."""
        words = next((s.span for s in slots if s.name == found.actor), found.span)
        return Part(role=_ROLES.get(found.role, "participant"), span=words)

    def count(self, found: Casualties, trigger: Span, source: SourceFinding | None) -> Proposition:
        """A number of casualties with the act it belongs to, on the word on which the act stands."""
        number = found.number or found.span
        return Proposition(
            kind="event",
            type=found.kind,
            trigger=trigger,
            source=self._source(trigger, source),
            count=Count(span=number, min=found.min, max=found.max, counts=found.counted, what=found.kind),
            evidence=self._sentences(trigger, number),
        )

    def source_of(self, span: Span) -> WhoseWord | None:
        """Whose word some words are, by the claim or quotation that they stand in."""
        return self._source(span, None)

    def _source(
        self, trigger: Span, told: SourceFinding | None, besides: ClaimFinding | None = None
    ) -> WhoseWord | None:
        """Whose word it is: by the finding itself, else by the claim or quotation that it stands in."""
        if told is not None:
            return WhoseWord(span=told.span or told.cue, cue=told.cue, stands_for=None)
        for claim in self._near(self._claims, trigger):
            held = claim.vouched is not None and _holds(claim.vouched, trigger)
            if besides is not None and claim.claimant == besides.claimant:
                continue  # his own word: "said it must account, and accused it"
            if held and claim.source is not None:
                return WhoseWord(span=claim.source.span or claim.source.cue, cue=claim.source.cue)
        for quote in self._near(self._quotes, trigger):
            if quote.cue_span is not None and any(_holds(segment, trigger) for segment in quote.segments):
                speaker = quote.speaker
                span = Span(speaker.start, speaker.end) if speaker else quote.cue_span
                return WhoseWord(span=span, cue=quote.cue_span)
        return None

    def _by_sentence(self, records: Iterable[tuple[Held, Span]]) -> Mapping[int, Sequence[Held]]:
        """What has words in each sentence, by where that begins, in the given order."""
        found: dict[int, list[Held]] = defaultdict(list)
        for record, span in records:
            at = span.start
            while at < span.end:
                sentence = self._text.sentence_at(at)
                if record not in found[sentence.start][-1:]:
                    found[sentence.start].append(record)
                at = max(sentence.end, at + 1)
        return found

    def _near(self, by_sentence: Mapping[int, Sequence[Held]], words: Span) -> Sequence[Held]:
        """What could hold these words: all that has some in their sentence."""
        return by_sentence.get(self._text.sentence_at(words.start).start, ())

    def _together(self, one: Span, other: Span) -> bool:
        return self._text.sentence_at(one.start) == self._text.sentence_at(other.start)

    def _sentences(self, *spans: Span) -> tuple[Span, ...]:
        found = [
            self._text.sentence_at(at) for span in spans for at in (span.start, max(span.end - 1, span.start))
        ]
        return tuple(dict.fromkeys(Span(each.start, each.end) for each in found))


def _part_in_act(found: ClaimFinding) -> str:
    """What whom a claim is about is in the act claimed: who did it, or anything."""
    return "doer" if found.kind == "carried_out_according_to" else "participant"


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _standing(asked: Proposition, found: StandingFinding | None) -> Proposition:
    """A proposition told as its finding stands; as positive and actual where no parse told that."""
    if found is None:
        return asked
    negative, told = found.polarity == "negative", found.modality in _TOLD
    return replace(
        asked,
        negative=negative,
        polarity_cue=found.cue if negative else None,
        modality="actual" if told else found.modality,
        modality_cue=None if told else found.cue,
    )
