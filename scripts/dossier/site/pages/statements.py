"""What the dossier says, a statement at a time: the sentence, its kind, whose word, about whom, where, when.

A statement is an event, a count of its casualties by another source than the first, an agreement, a
quotation, a claim, or a tie that stands without a claim. What is only an allegation is a claim; its sentence
says whose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, assert_never

from dossier.facts import Attribution, Fact, WhereRef, cited, value_of
from dossier.model import Actor, Agreement, Claim, Event, Place, Quote, Relation, ReportedDate
from dossier.site.pages import agreement_leads, event_leads, leads, nouns, phrases, titles, wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import Sentence, compose, plain
from dossier.site.pages.document import Inline, Link, Part, Words
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import office_told
from dossier.site.pages.when import days

_WORDS = 45
_TOLD_OTHERWISE = ("spoke_about", "party_with")
"""Ties that repeat a quotation or an agreement."""
_ROLES = ("holds_role_in", "held_role_in")
_PASSAGES = 3
_NEVER = (date.max, date.max)


class _At(NamedTuple):
    """Where and when."""

    place: Fact[WhereRef] | None = None
    date: Fact[ReportedDate] | None = None


_NOWHERE = _At()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement is about, apart from the page it is shown on."""

    of: Event | Agreement | Quote | Claim | Relation
    at: _At = _NOWHERE
    count_by: tuple[Attribution, ...] = ()
    """Of a count of casualties: whose it is."""

    @property
    def key(self) -> str:
        """Which statement it is: of what, where and when, by whom counted."""
        whole = self.of.model_dump_json() if isinstance(self.of, Relation) else self.of.id
        at = [fact.model_dump_json() if fact else "" for fact in self.at]
        return f"{whole} {at} {[each.model_dump_json() for each in self.count_by]}"

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day that its date may mean."""
        return days(self.at.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A statement as it stands on a page; what it is filtered by stands in lists of links and words."""

    told: Inline
    """The sentence, with a link to the page that has its evidence."""
    kinds: tuple[str, ...]
    """From the general to the particular: "Claim", "accusation"."""
    says: Inline = ()
    """On whose word; nothing where the article itself reports it."""
    about: Inline
    where: Inline = ()
    when: str = ""
    outlets: tuple[str, ...]
    """Who published the articles it rests on."""
    passages: Inline
    """Links to the paragraphs that say it."""


def statements(catalogue: Catalogue) -> list[Statement]:
    """Every statement, by date; the undated last, in the dossier's order."""
    dossier = catalogue.dossier
    made: list[Statement] = []
    for event in dossier.events:
        at = _At(event.place, event.date)
        made += [Statement(event, at), *(Statement(event, at, source) for source in _other_counts(event))]
    made += [Statement(each, _At(each.where, each.date)) for each in dossier.agreements]
    for quote in dossier.quotes:
        at = _at(catalogue, value_of(quote.occasion))
        made.append(Statement(quote, _At(quote.said_in or at.place, quote.said_on or at.date)))
    for claim in dossier.claims:
        at = _at(catalogue, value_of(claim.about))
        made.append(Statement(claim, _At(claim.place or at.place, at.date or claim.said_on)))
    taking_part = _taking_part(dossier.events)
    made += [Statement(tie) for tie in dossier.relations if _stands_alone(tie, taking_part)]
    return sorted(made, key=lambda statement: (statement.span is None, statement.span or _NEVER))


def _at(catalogue: Catalogue, event: str | None) -> _At:
    found = catalogue.records.get(event or "")
    return _At(found.place, found.date) if isinstance(found, Event) else _At()


def _other_counts(event: Event) -> Iterator[tuple[Attribution, ...]]:
    """The sources of casualties that the event's own sentence doesn't tell."""
    first = event.casualties[0].according_to if event.casualties else ()
    for source in dict.fromkeys(each.according_to for each in event.casualties):
        if source not in ((), first):
            yield source


def _taking_part(events: Iterable[Event]) -> dict[str, set[str]]:
    """By actor, the ids of the events that it takes part in."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for participant in event.participants:
            found[participant.value.actor].add(event.id)
    return found


def _stands_alone(tie: Relation, taking_part: Mapping[str, set[str]]) -> bool:
    """Whether nothing else tells of a tie: no claim, quotation or agreement, and of a meeting no event."""
    if tie.claim is not None or tie.predicate in _TOLD_OTHERWISE:
        return False
    one, other = (taking_part.get(id, set()) for id in (tie.subject, tie.object))
    return tie.predicate != "met" or one.isdisjoint(other)


def show(linker: Linker, statement: Statement) -> Shown:
    """A statement on the page of a linker."""
    record = statement.of
    match record:
        case Event():
            return _event(linker, record, statement)
        case Agreement():
            return _agreement(linker, record, statement)
        case Quote():
            who = linker.named(value_of(record.speaker), value_of(record.speaker_as_reported))
            about = [topic.value for topic in record.about]
            return _shown(linker, statement, ("Quotation",), (who,), about)
        case Claim():
            who = linker.named(value_of(record.claimant), record.claimant_as_reported.value)
            kinds = ("Claim", linker.catalogue.kind_label(record).lower())
            return _shown(linker, statement, kinds, (who,), [value_of(record.target), value_of(record.about)])
        case Relation():
            return _tie(linker, record)
        case _:
            assert_never(record)


def _event(linker: Linker, event: Event, statement: Statement) -> Shown:
    people: list[str | None] = [participant.value.actor for participant in event.participants]
    people += [each.value.actor for each in event.casualties]
    if not statement.count_by:
        kinds = ("Event", linker.catalogue.kind_label(event).lower())
        whose = _sources(linker, event_leads.event(linker, event).according_to)
        return _shown(linker, statement, kinds, whose, people)
    counts = [each for each in event.casualties if each.according_to == statement.count_by]
    toll = phrases.toll(counts)
    link = linker.link(event.id, titles.known(linker, event))
    whose = linker.according_to(statement.count_by)
    counted = wording.sentence_case(plain(toll.parts)) if toll else "Casualties"
    told = (f"{counted} in ", link, *whose, ".")
    evidence = [id for each in counts for id in each.evidence]
    says = _sources(linker, statement.count_by)
    return _shown(linker, statement, ("Casualties",), says, [*people, event.id], told, evidence)


def _agreement(linker: Linker, agreement: Agreement, statement: Statement) -> Shown:
    about = [*(party.value.actor for party in agreement.parties), value_of(agreement.recipient)]
    status = wording.wording().agreement_statuses[agreement.status.value].lower()
    kinds = ("Agreement", linker.catalogue.kind_label(agreement).lower(), status)
    says = _sources(linker, agreement_leads.agreement(linker, agreement).according_to)
    if agreement.announced_by and not says:
        says = (linker.named(agreement.announced_by.value),)
    return _shown(linker, statement, kinds, says, about)


def _tie(linker: Linker, tie: Relation) -> Shown:
    records = linker.catalogue.records
    ends = [records[id] for id in (tie.subject, tie.object) if id in records]
    named = {"subject": phrases.actor(linker, tie.subject), "object": phrases.actor(linker, tie.object)}
    made = compose(nouns.sentences().ties.get(tie.predicate, ()), named)
    others = tie.according_to
    if made is None:
        others = tuple(
            each for each in others if not tie.claim or each.actor != tie.subject
        )  # says so itself
        label = f": {wording.predicate(tie.predicate)} "
        made = Sentence((linker.named(tie.subject), label, linker.named(tie.object)))
    return Shown(
        told=(
            *(office_told(linker, tie) or (*made.parts, *_role(linker, tie))),
            *linker.according_to(others),
            ".",
        ),
        kinds=("Tie",),
        says=_sources(linker, tie.according_to),
        about=linker.links(end.id for end in ends if not isinstance(end, Place)),
        where=linker.links(end.id for end in ends if isinstance(end, Place)),
        outlets=_outlets(linker, tie.evidence),
        passages=_passages(linker, tie.evidence),
    )


def _role(linker: Linker, tie: Relation) -> Inline:
    """Which role a tie by a role means, in the article's words."""
    actor = linker.catalogue.records.get(tie.subject)
    if tie.predicate not in _ROLES or not isinstance(actor, Actor):
        return ()
    titles = [role.value.title for role in actor.roles if role.value.of == tie.object]
    return (", as ", Words(text=", ".join(titles))) if titles else ()


def _shown(
    linker: Linker,
    statement: Statement,
    kinds: tuple[str, ...],
    says: Inline,
    about: Iterable[str | None],
    told: Inline = (),
    evidence: Sequence[str] = (),
) -> Shown:
    known, record, at = linker.catalogue.records, statement.of, statement.at
    if not told and not isinstance(record, Relation):
        told = leads.with_link(linker, record, _WORDS)
    own = () if isinstance(record, Relation) else leads.passages(record)
    passages = evidence or tuple(cited(record))
    return Shown(
        told=told,
        kinds=kinds,
        says=tuple(part for part in says if part),
        about=linker.links(id for id in dict.fromkeys(about) if id and id in known),
        where=linker.links(id for id in (value_of(at.place),) if id and id in known),
        when=wording.when(at.date) if at.date else "",
        outlets=_outlets(linker, passages),
        passages=_passages(linker, evidence or own or passages),
    )


def _sources(linker: Linker, sources: Iterable[Attribution]) -> Inline:
    parts: list[Part] = []
    for source in dict.fromkeys(sources):
        parts += [", "] if parts else []
        parts.append(linker.named(source.actor, source.as_reported))
    return tuple(parts)


def _outlets(linker: Linker, evidence: Iterable[str]) -> tuple[str, ...]:
    catalogue = linker.catalogue
    articles = (catalogue.evidence[id].article for id in catalogue.in_text_order(evidence))
    return tuple(dict.fromkeys(catalogue.articles[id].publisher for id in articles))


def _passages(linker: Linker, evidence: Iterable[str]) -> Inline:
    """The paragraphs that its sentence rests on, the first three, as links to the articles' outlines."""
    catalogue = linker.catalogue
    found: dict[str, str] = {}
    for id in catalogue.in_text_order(evidence):
        passage = catalogue.evidence[id]
        address = f"{catalogue.article_url(passage.article)}#p{passage.paragraph}"
        found.setdefault(address, catalogue.paragraph(id))
    parts: list[Part] = []
    for address, text in list(found.items())[:_PASSAGES]:
        parts += [" "] if parts else []
        parts.append(Link(href=linker.to(address), text=text))
    return tuple(parts)
