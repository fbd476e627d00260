"""Findings through the gate before anything is made of them: what the words do not say falls, and is told.

A participant, a date, a place or a number falls alone; an act, a claim or a quotation falls whole. What is
not shown falls as what is not so, except where the reading resolved it by a rule of its own: both sides of
"the two countries", the speaker of a quotation that somebody else passes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dossier.assembly.gate.findings import Asking
from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.proposition import Answer, Doubt, Part, Proposition
from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.told import DEEDS, figure_doubts, scene_of, told_doubts
from dossier.assembly.gate.voices import voices_over
from dossier.assembly.gate.wording import is_whole
from dossier.assembly.gate.words import gate_words
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import (
    AgreementFinding,
    Casualties,
    ClaimFinding,
    DeliveryFinding,
    EventFinding,
    Findings,
    NameFinding,
    Participant,
    QuoteFinding,
    RelationFinding,
    RoleFinding,
    SourceFinding,
    Span,
)
from dossier.reading.grammar.dependents import doers
from dossier.reading.grammar.extents import core
from dossier.reading.text.article import Article

F3 = TypeVar("F3", ClaimFinding, QuoteFinding)
F = TypeVar("F", EventFinding, AgreementFinding, ClaimFinding, QuoteFinding, RelationFinding)
F2 = TypeVar("F2", EventFinding, AgreementFinding)

_MOST_TOLD = 20
"""Lines of what fell, in a report."""
_SIEVED = ("speaker", "polarity", "modality", "source")
"""What the sieves decide of a quotation: on annotated news they are right where a parse differs."""

_PRESUPPOSED = ("polarity", "modality", "source")
"""What an office before a name does not share with its clause: "said the president would go"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """Something read that the gate did not let through."""

    article: str
    what: str
    """event, claim, …, or the slot of one: "participant of an event"."""
    words: str
    at: Span
    """Where they stand."""
    answer: Answer
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.what} “{self.words}” ({self.answer}): {'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """What stands of an article's findings, and what fell."""

    findings: Findings
    asked: int
    fallen: tuple[Fallen, ...]
    let_through: tuple[Fallen, ...] = ()
    """What is not shown and stands by an editor's yes."""


def told_of(gates: Sequence[Gated]) -> Iterator[str]:
    """Lines for a report: how much was asked, how much fell, and the first of what fell with its reasons."""
    asked = sum(gate.asked for gate in gates)
    fallen = [each for gate in gates for each in gate.fallen]
    let_through = [each for gate in gates for each in gate.let_through]
    if not asked:
        return
    kinds = Counter((each.what, each.answer) for each in fallen)
    counts = ", ".join(f"{count} × {what} {answer}" for (what, answer), count in sorted(kinds.items()))
    yield f"{asked} questions asked at the gate, {len(fallen)} fell{f': {counts}' if counts else ''}"
    yield from (f"fell in {each.article}: {each}" for each in fallen[:_MOST_TOLD])
    if len(fallen) > _MOST_TOLD:
        yield f"… and {len(fallen) - _MOST_TOLD} more"
    yield from (f"by an editor’s yes in {each.article}: {each}" for each in let_through)


def gated(article: Article, findings: Findings, yes: Sequence[Span] = ()) -> Gated:
    """The findings of an article that its words say, each slot asked as well.

    What is not shown stands where its words touch one of `yes`, to which an editor said yes; what the words
    contradict does not.
    """
    gate = _Gate(article, findings, tuple(yes))
    events = [gate.event(each) for each in findings.events]
    kept = [number for number, each in enumerate(events) if each is not None]
    places = {number: place for place, number in enumerate(kept)}
    claims = [gate.delivered(each, gate.asking.claim(each)) for each in findings.claims if gate.claim(each)]
    quotes = gate.whole("quotation", findings.quotes, gate.asking.quote, spared=_SIEVED)
    return Gated(
        findings=replace(
            findings,
            actors=tuple(named for each in findings.actors if (named := gate.name(each))),
            places=tuple(named for each in findings.places if (named := gate.name(each))),
            events=tuple(each for each in events if each is not None),
            agreements=tuple(gate.agreement(each) for each in gate.agreements()),
            claims=tuple(
                replace(each, event=places.get(each.event) if each.event is not None else None)
                for each in claims
            ),
            quotes=tuple(gate.delivered(each, gate.asking.quote(each)) for each in quotes),
            relations=tuple(gate.whole("relation", findings.relations, gate.asking.relation)),
        ),
        asked=gate.asked,
        fallen=tuple(gate.fallen),
        let_through=tuple(gate.let_through),
    )


@dataclass(slots=True)
class _Gate:
    article: Article
    findings: Findings
    yes: tuple[Span, ...] = ()
    asked: int = 0
    fallen: list[Fallen] = field(default_factory=list)
    let_through: list[Fallen] = field(default_factory=list)
    asking: Asking = field(init=False)
    reading: Reading = field(init=False)
    scene: Scene = field(init=False)

    def __post_init__(self) -> None:
        self.asking = Asking(self.article, self.findings)
        self.reading = Reading.of(self.article)
        self.scene = scene_of(self.reading, self.findings)

    def stands(
        self, what: str, asked: Proposition | None, spared: Sequence[str] = (), shown: bool = True
    ) -> bool:
        """Whether a proposition passes.

        `spared` doubts do not count; without `shown` only contradictions, and doubts that it was so, do.

        What has no words of its own to ask about (an editor's, a headline's) is left to verification.
        """
        if asked is None:
            return True
        self.asked += 1
        verdict = judge(asked, self.reading)
        doubts = [d for d in (*verdict.doubts, *verdict.fallen) if d.about not in spared]
        if not shown:
            doubts = [d for d in doubts if d.answer == "does not" or d.about in ("polarity", "modality")]
        if not doubts:
            return True
        words = asked.parts[-1].span if asked.parts and " " in what else asked.trigger
        return self._doubted(what, words, doubts)

    def _doubted(self, what: str, words: Span, doubts: Sequence[Doubt]) -> bool:
        """Tells of what is doubted; True where it stands all the same."""
        refused: Answer = "does not" if any(d.answer == "does not" for d in doubts) else "not shown"
        reasons = tuple(dict.fromkeys(doubt.reason for doubt in doubts))
        return self._falls(what, words, refused, reasons)

    def _falls(self, what: str, words: Span, answer: Answer, reasons: tuple[str, ...]) -> bool:
        """Tells what falls; True where it stands all the same, by an editor's yes."""
        told = Fallen(
            article=self.article.id,
            what=what,
            words=self.article.text.slice(words),
            at=words,
            answer=answer,
            reasons=reasons,
        )
        stands = answer == "not shown" and any(y.start < words.end and words.start < y.end for y in self.yes)
        (self.let_through if stands else self.fallen).append(told)
        return stands

    def name(self, found: NameFinding) -> NameFinding | None:
        """The name with the mentions that are whole words and the roles that pass; None where none stands."""
        self.asked += len(found.mentions)
        cut = [m for m in found.mentions if not is_whole(self.article.text.text, m)]
        for span in cut:
            self._falls("name", span, "does not", ("it is part of a word",))
        mentions = tuple(m for m in found.mentions if m not in cut)
        if found.mentions and not mentions:
            return None
        roles = tuple(role for role in found.roles if self._has_role(found, role))
        return replace(found, mentions=mentions, roles=roles)

    def _has_role(self, found: NameFinding, role: RoleFinding) -> bool:
        asked = self.asking.role(found, role)
        return self.stands("role of a name", asked, _PRESUPPOSED, shown=False)

    def whole(
        self,
        what: str,
        found: Iterable[F],
        ask: Callable[[F], Proposition | None],
        spared: Sequence[str] = (),
    ) -> list[F]:
        """The findings of one kind that pass."""
        return [each for each in found if self.stands(what, ask(each), spared)]

    def claim(self, found: ClaimFinding) -> bool:
        """Whether a claim passes; one made in a quotation as the quotation does."""
        asked = self.asking.claim(found)
        if (
            found.kind in DEEDS
            and found.trigger is not None
            and not self._is_meant("claim", found.kind, found.trigger)
        ):
            return False
        if asked is None or asked.kind == "quote":
            return self.stands("claim", asked, _SIEVED)
        return self.stands("claim", asked, ("target",) if self._is_of_act(found) else ())

    def _is_of_act(self, found: ClaimFinding) -> bool:
        """Whether whom a claim is about has a part in the act claimed, or is the group that did it."""
        act = self.asking.of_whom(found)
        if act is None:
            return False
        role = act.parts[0].role
        return not any(d.about == role for d in judge(act, self.reading).doubts)

    def delivered(self, found: F3, asked: Proposition | None) -> F3:
        """A quotation or claim without the day and the place of its saying that fall."""
        told = found.delivery
        if told is None or asked is None:
            return found
        if told.day is not None and not self._said_so(
            told, asked, "date", Span(told.day.start, told.day.end)
        ):
            told = replace(told, day=None)
        if told.place_span is not None and not self._said_so(told, asked, "place", told.place_span):
            told = replace(told, place=None, place_span=None)
        return replace(found, delivery=told)

    def _said_so(self, told: DeliveryFinding, asked: Proposition, role: str, span: Span) -> bool:
        """Whether a day or place belongs to the cue, or to the occasion beside it."""
        self.asked += 1
        part = Part(role=role, span=span)
        ways = [each for each in (told.cue, told.speaking, told.occasion) if each is not None]
        judged = [judge(replace(asked, trigger=way, parts=(part,)), self.reading) for way in ways]
        doubts = [[d for d in (*v.doubts, *v.fallen) if d.about == role] for v in judged]
        return not all(doubts) or self._doubted(f"{role} of a saying", span, doubts[0])

    def event(self, found: EventFinding) -> EventFinding | None:
        """The event without the slots that fall; None where it falls itself."""
        found = self._attributed(found)
        if not self.stands("event", self.asking.event(found), shown=False):
            return None
        if not self._tells(found):
            return None
        found = self._purposes(found)
        if found.trigger is None:
            return found
        date, place = found.date, found.place
        if date is not None and self._here(found.trigger, Span(date.start, date.end)):
            part = Part(role="date", span=Span(date.start, date.end))
            date = date if self.stands("date of an event", self.asking.event(found, [part])) else None
        if found.place_span is not None and self._here(found.trigger, found.place_span):
            part = Part(role="place", span=found.place_span)
            place = place if self.stands("place of an event", self.asking.event(found, [part])) else None
        fell = [p for p in found.participants if not self._took_part(found, p)]
        return replace(
            found,
            title=_without_doers(found.title, {p.actor for p in fell}),
            date=date,
            place=place,
            participants=tuple(p for p in found.participants if p not in fell),
            casualties=tuple(c for c in found.casualties if self._counted(found.trigger, c, found.source)),
        )

    def _tells(self, found: EventFinding) -> bool:
        """Whether the words for an event tell of its type."""
        if found.trigger is None:
            return True
        self.asked += 1
        doubt = next(told_doubts(found.type, found.trigger, self.reading), None)
        if doubt is not None:
            return self._falls("event", found.trigger, doubt.answer, (doubt.reason,))
        return self._is_meant("event", found.type, found.trigger)

    def _is_meant(self, what: str, type: str, trigger: Span) -> bool:
        """Whether the words that tell of a type, or of a deed, are meant as they stand."""
        doubt = next(figure_doubts(type, trigger, self.scene), None)
        return doubt is None or self._falls(what, trigger, doubt.answer, (doubt.reason,))

    def _attributed(self, found: EventFinding) -> EventFinding:
        """The event with the source the grammar gives it, where the reading took it for the article's own."""
        asked = self.asking.event(found)
        if asked is None or asked.source is not None:
            return found
        return replace(found, source=self._voice(asked.trigger))

    def _voice(self, span: Span) -> SourceFinding | None:
        """Whose word the grammar says that something is; none of a pronoun for somebody unknown."""
        head = self.reading.head(span)
        voices = [v for v in voices_over(head) if v.sure and v.speakers] if head is not None else []
        if not voices:
            return None
        speaker = voices[0].speakers[0]
        said_by = core(speaker)
        named = [a.name for a in self.findings.actors if any(_within(m, said_by) for m in a.mentions)]
        name = named[0] if len(named) == 1 else None
        if name is None and speaker.pos == "PRON":
            return None
        return SourceFinding(span=said_by, name=name, cue=voices[0].cue.span)

    def _purposes(self, found: F2) -> F2:
        """The finding, each purpose and reason with the source that the grammar gives its own sentence."""
        slots = tuple(
            replace(slot, source=self._voice(slot.span))
            if slot.slot in ("purpose", "reason", "after") and self.asking.source_of(slot.span) is None
            else slot
            for slot in found.slots
        )
        return replace(found, slots=slots)

    def _took_part(self, found: EventFinding, participant: Participant) -> bool:
        part = self.asking.participant(participant, found.slots)
        if found.trigger is None or not self._here(found.trigger, part.span):
            return True
        return self.stands("participant of an event", self.asking.event(found, [part]))

    def _counted(self, trigger: Span, casualties: Casualties, source: SourceFinding | None) -> bool:
        if not self._here(trigger, casualties.span):
            return True
        asked = self.asking.count(casualties, trigger, source)
        return self.stands("number of an event", asked, shown=False)

    def agreements(self) -> list[AgreementFinding]:
        """The agreements that pass."""
        found = self.findings.agreements
        return [a for a in found if self.stands("agreement", self.asking.agreement(a), shown=False)]

    def agreement(self, found: AgreementFinding) -> AgreementFinding:
        """The agreement without the parties that fall."""
        found = self._purposes(found)
        return replace(found, parties=tuple(p for p in found.parties if self._is_party(found, p)))

    def _is_party(self, found: AgreementFinding, party: Participant) -> bool:
        trigger = found.trigger or found.status_span
        part = self.asking.participant(party, found.slots)
        if not self._here(trigger, part.span) or self._is_collective(trigger):
            return True
        return self.stands("party of an agreement", self.asking.agreement(found, [part]))

    def _is_collective(self, trigger: Span) -> bool:
        """Whether "both countries" or "the two sides" act: who they are is told elsewhere."""
        head = self.reading.head(trigger)
        sides = doers(clause_verb(head)) if head is not None else []
        return any(word.lemma.lower() in gate_words().sides for word in sides)

    def _here(self, trigger: Span, span: Span) -> bool:
        """Whether a slot stands in the sentence of its act: the gate asks grammar, not paragraphs."""
        text = self.article.text
        return text.sentence_at(trigger.start) == text.sentence_at(span.start)


def _without_doers(title: str, names: set[str]) -> str:
    """A title that says by none of these that it was done, as they took no part in it."""
    for name in names:
        title = re.sub(rf" by {re.escape(name)}(?= (?:in|at|near|on|to|of|with)\b|$)", "", title)
    return title


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
