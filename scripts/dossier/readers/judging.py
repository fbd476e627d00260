"""What the gate says of another reader's finding: it holds, it does not, or it is not shown and waits.

Stricter than for our own rules, which were measured: every slot is asked with its act, every name compared
with the words it is said of, every word of an act with its type, every date and number with what the grammar
reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.assembly.gate.findings import Asking
from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.proposition import Answer, Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.told import DEEDS, barred_doubts, figure_doubts, scene_of, types_told_by
from dossier.readers.aligning import occurrences
from dossier.readers.composing import Found
from dossier.readers.names import Names
from dossier.readers.roles import event_roles, kinds_claimed_by
from dossier.readers.types import predicate_words
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.casualties import CasualtyWords
from dossier.reading.findings import (
    AgreementFinding,
    Casualties,
    ClaimFinding,
    DateFinding,
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
)
from dossier.reading.lexicon import load_table
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.text.article import Article


class Judged(NamedTuple):
    """The gate's answer about one finding."""

    answer: Answer
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Judging:
    """Asks the gate about findings of one article."""

    article: Article
    context: Findings
    """What is known of the article: claims and quotations that acts may stand in, names, dates."""
    proven: Findings | None = None
    """Whose names need no more showing: what our rules read; the context unless given."""
    asking: Asking = field(init=False)
    reading: Reading = field(init=False)
    scene: Scene = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.asking = Asking(self.article, self.context)
        self.reading = Reading.of(self.article)
        self.scene = scene_of(self.reading, self.proven or self.context)
        self.names = Names(_names_of(self.context))

    def __call__(self, found: Found) -> Judged:
        """The answer, with every reason against it."""
        doubts = list(dict.fromkeys(self._doubts(found)))
        if not doubts:
            return Judged("holds")
        refused = any(doubt.answer == "does not" for doubt in doubts)
        kept = [doubt for doubt in doubts if doubt.answer == "does not"] if refused else doubts
        return Judged("does not" if refused else "not shown", tuple(doubt.reason for doubt in kept))

    def _doubts(self, found: Found) -> Iterator[Doubt]:
        if isinstance(found, NameFinding):
            yield from self._of_name(found)
        elif isinstance(found, QuoteFinding):
            yield from self._of_quote(found)
        elif isinstance(found, ClaimFinding):
            yield from self._of_claim(found)
        elif isinstance(found, EventFinding):
            yield from self._of_event(found)
        elif isinstance(found, AgreementFinding):
            yield from self._of_agreement(found)
        else:
            yield from self._of_relation(found)

    def _asked(self, asked: Proposition | None) -> Iterator[Doubt]:
        if asked is None:
            yield not_shown("trigger", "no word tells it that the gate could ask about")
            return
        verdict = judge(asked, self.reading)
        yield from (*verdict.doubts, *verdict.fallen)

    def _of_name(self, found: NameFinding) -> Iterator[Doubt]:
        text = self.article.text.text
        forms = {found.name, *(alias.text for alias in found.aliases)}
        if not any(occurrences(text, found.name, Span(0, len(text)))):
            yield does_not("name", f"“{found.name}” does not stand in the article")
        for span in found.mentions if not found.roles else ():
            if text[span.start : span.end] not in forms:
                yield does_not("name", f"“{text[span.start : span.end]}” is no form of “{found.name}”")
        proven = self.proven or self.context
        if not any(one.name == found.name and one.kind == found.kind for one in _names_of(proven)):
            yield not_shown("name", f"nothing else shows that “{found.name}” is of the kind {found.kind}")
        for role in found.roles:
            yield from self._of_role(found, role)

    def _of_role(self, found: NameFinding, role: RoleFinding) -> Iterator[Doubt]:
        text, head = self.article.text, self.reading.head(role.span)
        if text.slice(role.span) != role.title:
            yield does_not("role", f"“{role.title}” does not stand at its offsets")
        if head is None or head.pos not in ("NOUN", "PROPN"):
            yield does_not("role", f"“{role.title}” names no office")
        home = text.sentence_at(role.span.start)
        here = [m for m in found.mentions if home.start <= m.start and m.end <= home.end]
        if len(here) != 1:
            yield not_shown("role", f"which “{found.name}” has the title is open")
            return
        parts = [Part(role="person", span=here[0])]
        known = self.names.called(role.of) if role.of else None
        stands = [m for m in known.mentions if home.start <= m.start and m.end <= home.end] if known else []
        if role.of and len(stands) != 1:
            yield not_shown("role", f"nothing shows that it is of “{role.of}”")
        elif stands:
            parts.append(Part(role="of", span=stands[0]))
        sentence = Span(home.start, home.end)
        yield from self._asked(
            Proposition(
                kind="role",
                trigger=role.span,
                parts=tuple(parts),
                former=role.former,
                evidence=(sentence,),
            )
        )

    def _of_quote(self, found: QuoteFinding) -> Iterator[Doubt]:
        text = self.article.text
        regions = {q.inner for q in text.quotations}
        for segment in found.segments:
            if segment not in regions:
                yield does_not("words", f"“{text.slice(segment)}” is not what stands between two marks")
        speaker, cue = found.speaker, found.cue_span
        if cue is not None and text.slice(cue) != found.cue:
            yield does_not("cue", f"“{found.cue}” does not stand at its offsets")
        if speaker is None:
            return
        span = Span(speaker.start, speaker.end)
        if text.slice(span) != speaker.mention:
            yield does_not("speaker", f"“{speaker.mention}” does not stand at its offsets")
        yield from self._named("speaker", speaker.name, span, None, must=False)
        if cue is None:
            yield not_shown("speaker", "no word of saying ties the speaker to the quotation")
        elif text.sentence_at(cue.start) != text.sentence_at(span.start):
            yield not_shown("speaker", "speaker and word of saying stand in two sentences")
        else:
            yield from self._asked(self.asking.quote(found))

    def _of_claim(self, found: ClaimFinding) -> Iterator[Doubt]:
        asked = self.asking.claim(found)
        yield from self._asked(asked)
        if asked is not None and asked.kind == "quote":
            yield not_shown("claim", "it stands in a quotation, whose words the gate does not read")
        pairs = (
            ("claimant", found.claimant, found.claimant_span),
            ("target", found.target, found.target_span),
        )
        for role, name, span in pairs:
            yield from self._named(role, name, span, _stands_for(found.slots, role))
            if span is not None and asked is not None and span not in [part.span for part in asked.parts]:
                yield not_shown(role, f"“{self.article.text.slice(span)}” stands in another sentence")
        cue = found.source.cue if found.source else found.trigger
        said = {word.lemma.lower() for word in self.reading.words(cue)} if cue else set()
        known = {kind for lemma in said for kind in kinds_claimed_by(lemma)}
        if found.kind in DEEDS and found.trigger is not None:
            yield from figure_doubts(found.kind, found.trigger, self.scene)
        if found.kind not in known:
            words = self.article.text.slice(cue) if cue else ""
            yield not_shown("kind", f"“{words}” alone makes no {found.kind.replace('_', ' ')}")

    def _of_event(self, found: EventFinding) -> Iterator[Doubt]:
        if found.trigger is None:
            yield not_shown("trigger", "no word tells of it")
            return
        yield from self._typed(found.type, found.trigger)
        roles = event_roles().get(found.type, {})
        parts = []
        for each in found.participants:
            if each.role not in roles:
                yield does_not("participant", f"“{each.role}” is no role of {found.type}")
            yield from self._named(each.role, each.actor, each.span, _stands_for(found.slots, each.role))
            parts.append(self._part(roles.get(each.role, "participant"), each, found.slots))
        if found.date is not None:
            yield from self._dated(found.date)
            parts.append(Part(role="date", span=Span(found.date.start, found.date.end)))
        if found.place is not None or found.place_span is not None:
            yield from self._named("place", found.place, found.place_span, None)
        if found.place_span is not None:
            parts.append(Part(role="place", span=found.place_span))
        yield from self._sourced(found.source)
        asking = self.asking.event(found, parts)
        yield from self._left_out(found.source, asking)
        yield from self._asked(asking)
        for casualties in found.casualties:
            yield from self._counted(casualties)
            yield from self._asked(self.asking.count(casualties, found.trigger, found.source))

    def _typed(self, type: str, trigger: Span) -> Iterator[Doubt]:
        """A doubt where the word for an act tells of another type of event, or of none by itself."""
        words = self.article.text.slice(trigger)
        types = {
            type
            for word in self.reading.words(trigger)
            for type in types_told_by().get(word.lemma.lower(), ())
        }
        if type in types:
            yield from figure_doubts(type, trigger, self.scene)
            yield from barred_doubts(type, trigger, self.scene)
            return
        if types:
            yield does_not("type", f"“{words}” tells of {' or '.join(sorted(types))}, not of {type}")
        else:
            yield not_shown("type", f"“{words}” alone tells of no {type}")

    def _counted(self, casualties: Casualties) -> Iterator[Doubt]:
        number = casualties.number or casualties.span
        text = self.article.text
        known = [q for q in extract_quantities(self.article) if number == Span(q.start, q.end)]
        if not known or (known[0].min, known[0].max) != (casualties.min, casualties.max):
            yield does_not("number", f"“{text.slice(number)}” does not say that number")
        yield from self._harmed(casualties, number)
        if casualties.counted and casualties.group != text.slice(casualties.counted):
            yield does_not("number", f"“{casualties.group}” does not stand at its offsets")
        if casualties.according_to is not None:
            yield not_shown("number", f"nothing shows that {casualties.according_to} gives it")

    def _harmed(self, casualties: Casualties, number: Span) -> Iterator[Doubt]:
        """A doubt where the clause of a number doesn't say that they were killed, or injured."""
        words = load_table("casualties", CasualtyWords)
        said = {
            "killed": words.killed | words.killing | words.deaths,
            "injured": words.injured | words.injuring,
            "missing": words.missing,
            "displaced": words.displaced | words.displacing,
        }
        head = self.reading.head(number)
        verb = clause_verb(head) if head is not None else None
        near = {w.lower for w in (verb, *verb.children, *verb.ancestors())} if verb is not None else set()
        if near & said.get(casualties.kind, frozenset()):
            return
        told = self.article.text.slice(number)
        other = any(near & each for each in said.values())
        doubt = does_not if other else not_shown
        yield doubt("number", f"the clause of “{told}” does not say that they were {casualties.kind}")

    def _of_agreement(self, found: AgreementFinding) -> Iterator[Doubt]:
        parts = []
        for each in found.parties:
            yield from self._named("party", each.actor, each.span, _stands_for(found.slots, "party"))
            parts.append(self._part("party", each, found.slots))
        if found.date is not None:
            yield from self._dated(found.date)
        if found.announced_by is not None or found.amount is not None:
            yield not_shown("agreement", "who announced it, and a sum, are not asked of the gate")
        yield from self._sourced(found.source)
        asking = self.asking.agreement(found, parts)
        yield from self._left_out(found.source, asking)
        yield from self._asked(asking)

    def _of_relation(self, found: RelationFinding) -> Iterator[Doubt]:
        yield from self._named("subject", found.subject, found.subject_span, None)
        yield from self._named("object", found.object, found.object_span, None)
        lemmas = {word.lemma.lower() for word in self.reading.words(found.trigger)}
        said = {p for p, words in predicate_words().items() if words & lemmas}
        if found.predicate not in said:
            words = self.article.text.slice(found.trigger)
            doubt = does_not if said else not_shown
            yield doubt("predicate", f"“{words}” does not say {found.predicate.replace('_', ' ')}")
        yield from self._sourced(found.source)
        yield from self._asked(self.asking.relation(found))

    def _part(self, role: str, each: Participant, slots: tuple[SlotFinding, ...]) -> Part:
        stands_for = next((s.stands_for for s in slots if s.span == each.span), None)
        return Part(role=role, span=each.span, stands_for=stands_for)

    def _left_out(self, source: SourceFinding | None, asked: Proposition | None) -> Iterator[Doubt]:
        """A doubt where a reader tells as the report's own what we read as somebody's word."""
        if source is None and asked is not None and asked.source is not None:
            cue = asked.source.cue or asked.source.span
            yield does_not("source", f"“{self.article.text.slice(cue)}” says whose word it is")

    def _sourced(self, source: SourceFinding | None) -> Iterator[Doubt]:
        if source is not None and source.name is not None:
            yield from self._named("source", source.name, source.span, source.stands_for)

    def _dated(self, date: DateFinding) -> Iterator[Doubt]:
        if date not in self.context.dates:
            words = self.article.text.slice(Span(date.start, date.end))
            yield does_not("date", f"“{words}” is not {date.edtf} by our reckoning")

    def _named(
        self, role: str, name: str | None, span: Span | None, stands_for: Span | None, must: bool = True
    ) -> Iterator[Doubt]:
        """A doubt where a name is not what its words are."""
        if name is None and (span is None or not must):
            return
        if span is None or name is None:
            yield does_not(role, f"“{name or ''}” ({role}) has no words in the article")
            return
        words = self.article.text.slice(span)
        if words == name or self.names.stands_at(name, span):
            return
        if stands_for is not None and self.names.stands_at(name, stands_for):
            asked = Proposition(
                kind="event",
                trigger=span,
                parts=(Part(role="topic", span=span, stands_for=stands_for),),
                evidence=self._sentences(span, stands_for),
            )
            yield from (d for d in judge(asked, self.reading).doubts if d.about == "topic")
            return
        yield does_not(role, f"“{words}” is not “{name}”")

    def _sentences(self, *spans: Span) -> tuple[Span, ...]:
        found = (self.article.text.sentence_at(span.start) for span in spans)
        return tuple(dict.fromkeys(Span(each.start, each.end) for each in found))


def _names_of(findings: Findings) -> tuple[NameFinding, ...]:
    return (*findings.actors, *findings.places)


def _stands_for(slots: tuple[SlotFinding, ...], role: str) -> Span | None:
    return next((slot.stands_for for slot in slots if slot.slot == role), None)
