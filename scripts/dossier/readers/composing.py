"""One finding as a reader hands it over to the records of the reading, every word of it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.readers.aligning import aligned, occurrences
from dossier.readers.given import Given, Kind, Refusal
from dossier.readers.naming import Naming
from dossier.readers.retelling import agreement_title, event_title
from dossier.readers.roles import event_roles
from dossier.readers.types import types_of, values_of
from dossier.reading.findings import (
    AgreementFinding,
    AliasFinding,
    ClaimFinding,
    EventFinding,
    NameFinding,
    Participant,
    QuoteFinding,
    RelationFinding,
    RoleFinding,
    SourceFinding,
    Span,
    Speaker,
    StandingFinding,
)
from dossier.vocabularies import AgreementStatus, violent_types

Found = NameFinding | QuoteFinding | ClaimFinding | EventFinding | AgreementFinding | RelationFinding
_TOLD = ("actual", "hearsay")
_FEW_WORDS = 3
"""Of a quotation: so many words or fewer are a part of the reporter's own sentence."""


class Composing(Naming):
    """Makes findings of what a reader says of one article."""

    def __call__(self, given: Given) -> Found:
        """The finding.

        Raises Refusal where its words don't stand, or a part of it is missing or of no known type.
        """
        types = types_of(given.kind)
        if types and given.type not in types:
            raise Refusal(f"“{given.type or ''}” is no type of {given.kind}; one of {', '.join(types)}")
        if given.polarity == "negative":
            raise Refusal("what the words deny is no finding")
        if given.kind != "agreement" and given.modality not in _TOLD:
            raise Refusal("what need not have come to pass is no finding")
        makers: Mapping[Kind, Callable[[Given], Found]] = {
            "actor": self._name,
            "place": self._name,
            "quote": self._quote,
            "claim": self._claim,
            "event": self._event,
            "agreement": self._agreement,
            "role": self._role,
            "relation": self._relation,
        }
        return makers[given.kind](given)

    def _name(self, given: Given) -> NameFinding:
        if not given.name:
            raise Refusal("a name is missing")
        text = self.article.text.text
        whole = Span(0, len(text))
        if not any(occurrences(text, given.name, whole)):
            raise Refusal(f"“{given.name}” does not stand in the article")
        absent = [alias for alias in given.aliases if not any(occurrences(text, alias, whole))]
        if absent:
            raise Refusal(f"the alias “{absent[0]}” does not stand in the article")
        spans = {s for form in (given.name, *given.aliases) for s in occurrences(text, form, whole)}
        return NameFinding(
            name=given.name,
            kind=given.type or "",
            aliases=tuple(AliasFinding(text=a, type="as_reported") for a in given.aliases),
            mentions=tuple(sorted(s for s in spans if not any(_inside(s, o) for o in spans))),
        )

    def _claim(self, given: Given) -> ClaimFinding:
        scopes, cue = self._scopes(given), self._trigger(given)
        claimant = self._slot(given, "claimant", scopes) or self._source_span(given, scopes)
        target = self._slot(given, "target", scopes)
        content = self._slot(given, "content", scopes)
        slots = self._slots(given, scopes)
        if given.type == "responsibility_claimed":
            target = target or claimant
        spans = [span for span in (cue, claimant, target, content) if span]
        home = self.article.text.sentence_at(cue.start)
        here = [span for span in spans if home.start <= span.start and span.end <= home.end]
        return ClaimFinding(
            kind=given.type or "",
            claimant=self._called(slots, "claimant", claimant),
            claimant_span=claimant,
            target=self._called(slots, "target", target),
            target_span=target,
            wording=Span(min(s.start for s in here), max(s.end for s in here)),
            content=content,
            evidence=(Span(home.start, home.end),),
            method=f"read by {self.reader}",
            trigger=cue,
            slots=slots,
            source=SourceFinding(span=claimant, name=self._name_at(claimant), cue=cue),
        )

    def _quote(self, given: Given) -> QuoteFinding:
        scopes = self._scopes(given)
        if not given.segments:
            raise Refusal("a quotation needs segments, the words inside the quotation marks")
        segments = tuple(aligned(self.article, each, scopes) for each in given.segments)
        regions = {q.inner for q in self.article.text.quotations}
        for segment in segments:
            if segment not in regions:
                said = self.article.text.slice(segment)
                raise Refusal(f"“{said}” is not all that stands between two quotation marks")
        span = self._slot(given, "speaker", scopes)
        slots = self._slots(given, scopes)
        cue = aligned(self.article, given.trigger, scopes) if given.trigger else None
        if span is not None and cue is None:
            raise Refusal("a speaker needs a trigger, the word of saying")
        slice_ = self.article.text.slice
        speaker = (
            Speaker(
                mention=slice_(span),
                start=span.start,
                end=span.end,
                name=next((slot.name for slot in slots if slot.slot == "speaker"), None),
            )
            if span
            else None
        )
        return QuoteFinding(
            segments=segments,
            speaker=speaker,
            cue=slice_(cue) if cue else None,
            cue_span=cue,
            form="direct" if len(slice_(segments[0]).split()) > _FEW_WORDS else "partial",
            method=f"read by {self.reader}",
        )

    def _event(self, given: Given) -> EventFinding:
        scopes, trigger = self._scopes(given), self._trigger(given)
        roles, type = event_roles().get(given.type or "", {}), given.type or ""
        people = []
        for slot in given.slots:
            if slot.role in ("date", "place"):
                continue
            if type in violent_types():
                raise Refusal(f"who did or suffered it is no part of an {type}: say who says so, as a claim")
            if slot.role not in roles:
                known = ", ".join(sorted(roles)) or "none"
                raise Refusal(f"“{slot.role}” is no role of {type}; one of {known}, date, place")
            span = aligned(self.article, slot, scopes)
            meant = aligned(self.article, slot.stands_for, scopes) if slot.stands_for else span
            people.append(Participant(actor=self._known(meant, slot.role), role=slot.role, span=span))
        where = self._slot(given, "place", scopes)
        place = self._known(where, "place") if where else None
        home = self.article.text.sentence_at(trigger.start)
        return EventFinding(
            type=type,
            title=event_title(type, place),
            date=self._date(given, scopes),
            place=place,
            place_span=where,
            participants=tuple(people),
            casualties=self._casualties(given, scopes),
            evidence=(Span(home.start, home.end),),
            trigger=trigger,
            slots=self._slots(given, scopes),
            standing=StandingFinding(polarity="positive", modality="actual", tense="none"),
            source=self._source(given, scopes),
        )

    def _agreement(self, given: Given) -> AgreementFinding:
        scopes, trigger = self._scopes(given), self._trigger(given)
        if given.status not in values_of(AgreementStatus):
            known = ", ".join(values_of(AgreementStatus))
            raise Refusal(f"“{given.status or ''}” is no status of an agreement; one of {known}")
        parties = []
        for slot in given.slots:
            if slot.role != "party":
                raise Refusal(f"“{slot.role}” is no role of an agreement; one of party")
            span = aligned(self.article, slot, scopes)
            meant = aligned(self.article, slot.stands_for, scopes) if slot.stands_for else span
            parties.append(Participant(actor=self._known(meant, "party"), role="party", span=span))
        home = self.article.text.sentence_at(trigger.start)
        return AgreementFinding(
            title=agreement_title(given.type or "", [party.actor for party in parties]),
            kind=given.type or "",
            parties=tuple(parties),
            status=given.status,
            status_span=trigger,
            evidence=(Span(home.start, home.end),),
            trigger=trigger,
            slots=self._slots(given, scopes),
            source=self._source(given, scopes),
        )

    def _role(self, given: Given) -> NameFinding:
        """Whose role it is, with the role."""
        scopes, title = self._scopes(given), self._trigger(given)
        person, of = self._slot(given, "person", scopes), self._slot(given, "of", scopes)
        if person is None:
            raise Refusal("a role needs a person")
        name = self._known(person, "person")
        known = self.names.called(name)
        role = RoleFinding(
            title=self.article.text.slice(title),
            of=self._known(of, "of") if of else None,
            span=title,
            former=given.former,
        )
        kind = known.kind if known else "person"
        return NameFinding(name=name, kind=kind, mentions=(person,), roles=(role,))

    def _relation(self, given: Given) -> RelationFinding:
        scopes, trigger = self._scopes(given), self._trigger(given)
        one, other = (self._slot(given, role, scopes) for role in ("subject", "object"))
        if one is None or other is None:
            raise Refusal("a relation needs a subject and an object")
        return RelationFinding(
            subject=self._known(one, "subject"),
            predicate=given.type or "",
            object=self._known(other, "object"),
            trigger=trigger,
            subject_span=one,
            object_span=other,
            source=self._source(given, scopes),
        )


def _inside(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end
