"""The sentence about an event: what happened, to whom, where, when, and what was claimed there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from dossier.facts import EDITOR, Sourced, value_of
from dossier.model import Actor, Claim, Event, ReportedDate
from dossier.site.pages import nouns, phrases, titles, wording
from dossier.site.pages.composer import Filler, Sentence, compose, slots
from dossier.site.pages.document import Inline, Part, Words
from dossier.site.pages.linker import Linker
from dossier.site.pages.when import was_to_come

_ENDS_QUOTED = re.compile(r" of “([^“”]+)”$")
"""What somebody is accused of, in words quoted at the end: "accusing the league of “neglect”"."""


def event(linker: Linker, record: Event) -> Sentence:
    """What happened, to whom, where and when; of an act of violence never who did it."""
    table = nouns.sentences()
    record = _one_report(linker, record)
    title = record.title.value
    roles: dict[str, list[tuple[str, Sourced]]] = defaultdict(list)
    for each in record.participants:
        roles[each.value.role.replace(" ", "_")].append((each.value.actor, each))
    winners = [each for each in roles.get("elected", ()) if not _is_person(linker, each[0])]
    where = value_of(record.place)
    named = where is not None and nouns.in_sentence(linker.catalogue.name(where)).lower() in title.lower()
    fillers: dict[str, Filler | None] = {role: phrases.actors(linker, who) for role, who in roles.items()}
    is_clause = titles.is_clause(record)
    noun = titles.titled(title if is_clause else titles.in_words(linker, title), clause=is_clause)
    fillers |= {
        "clause": Filler(
            (f"{_opens_with_article(linker, title)}{title}",),
            False,
            record.title.according_to or record.type.according_to,
        )
        if titles.is_clause(record) and record.title.read_by != EDITOR
        else None,
        "title": Filler(
            noun.parts,
            noun.plural,
            record.title.according_to or record.type.according_to,
            phrases.if_edited(record.title),
        ),
        "winner": phrases.actors(linker, winners) if winners else None,
        "publisher": Filler((linker.catalogue.publisher(record),)),
        "told": Filler((wording.day(told_on),)) if (told_on := linker.catalogue.first_told(record)) else None,
        "toll": phrases.toll(record.casualties),
        "injured": phrases.toll([each for each in record.casualties if each.value.kind == "injured"]),
        "gave": titles.given(title, [linker.catalogue.name(each) for each, _ in roles.get("speaker", ())]),
        "saying": _said_at(linker, record) if _tells_what_is_said(record) else None,
        "occasion": _occasion(linker, record, where),
        "when": Filler((phrases.when(record.date.value),), False, record.date.according_to, (record.date,))
        if record.date and not _is_mere_bound(record.date.value)
        else None,
        "where": (there := _there(record, phrases.place(linker, where))),
        "elsewhere": None if named else there,
        "destination": _there(record, phrases.actor(linker, where).parts if where else ()),
    }
    made = compose(table.events.get(record.type.value, ()), fillers)
    if made is None:
        patterns, told = titles.told_as(linker, record)
        if fillers["toll"] and not title.startswith(tuple(table.named_killed)):
            head = {*nouns.head_of(title)}
            by_toll = table.events_of_a_toll if head and head <= table.told_by_toll else ()
            patterns = (*(patterns if record.type.value in table.told_by_roles else ()), *by_toll)
        made = compose((*patterns, *table.events_of_any_type), {**fillers, **told})
    patterns = table.events_planned if was_to_come(record) else table.events_reported
    if not is_clause and " that " in title:
        fillers |= {"when": None, "elsewhere": None}  # behind the clause they would be told of what it says
    if made is None and (reported := compose(patterns, fillers)):
        made = phrases.on_the_word_of(linker, reported, "," if was_to_come(record) else "")
    return made or Sentence((wording.sentence_case(title),))


def _is_person(linker: Linker, id: str) -> bool:
    """Whether somebody elected is a person, and no party that won a vote."""
    record = linker.catalogue.records.get(id)
    return isinstance(record, Actor) and record.kind.value == "person"


def _opens_with_article(linker: Linker, clause: str) -> str:
    """What stands before a clause that begins with a name: "The Ferry Union" takes "The"."""
    named = (linker.catalogue.name(id) for id in linker.catalogue.named_in(clause))
    name = next((name for name in named if clause.startswith(f"{name} ")), None)
    return nouns.definite(name).capitalize() if name else ""


def _there(record: Event, parts: Inline) -> Filler | None:
    """Where an event was, in words that tell it."""
    place = record.place
    return Filler(parts, False, place.according_to, (place,)) if place else None


def _occasion(linker: Linker, record: Event, where: str | None) -> Filler | None:
    """What an event was, by its title."""
    if titles.is_clause(record):
        return None
    title = record.title
    made = titles.occasion(linker, title.value, wording.event_type(record.type.value), where)
    return replace(made, rests_on=phrases.if_edited(title)) if made else None


def claims_made_at(linker: Linker, record: Event) -> list[Claim]:
    """What those who took part ask of others or accuse them of in the sentence that tells of it."""
    catalogue, kinds = linker.catalogue, nouns.sentences().said_at_events
    there = [participant.value.actor for participant in record.participants]
    told = {digest for id in record.type.evidence for digest in catalogue.evidence[id].sentences}

    def is_made_there(claim: Claim) -> bool:
        claimant = value_of(claim.claimant)
        told_by_others = any(source.actor != claimant for source in claim.kind.according_to)
        return claimant in there and not told_by_others

    made = [
        claim
        for claim in catalogue.claims_in(told)
        if claim.kind.value in kinds and (claim.target or claim.target_as_reported) and is_made_there(claim)
    ]
    return sorted(made, key=lambda claim: min(map(there.index, {*there} & {*catalogue.named_by[claim.id]})))


def _tells_what_is_said(record: Event) -> bool:
    """Whether the sentence about an event of this type may tell what was claimed there."""
    return any("saying" in slots(pattern) for pattern in nouns.sentences().events.get(record.type.value, ()))


def _goes_on(linker: Linker, record: Claim) -> str:
    """An editor’s sentence about a claim, going on behind that of the event: "accusing the league of …"."""
    if record.description is None:
        return ""
    who = phrases.name(linker, value_of(record.claimant), record.claimant_as_reported.value)
    told = record.description.value.rstrip(".")
    if not told.lower().startswith(f"{who} ".lower()):
        return ""
    rest = told[len(who) + 1 :]
    verbs = nouns.sentences().goes_on.items()
    return next((f"{going}{rest[len(verb) :]}" for verb, going in verbs if rest.startswith(f"{verb} ")), "")


def _said_at(linker: Linker, record: Event) -> Filler | None:
    """The claims made at an event, told behind it: "accusing the league"; the first per verb and target."""
    there = {participant.value.actor for participant in record.participants}
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims_made_at(linker, record):
        verb, whom = nouns.sentences().said_at_events[claim.kind.value], _whom(claim)
        first.setdefault((verb, whom), claim)
    parts: list[Part] = []
    rests_on: list[Sourced] = []
    for (verb, target), claim in first.items():
        parts += [" and "] if parts else []
        if claim.description and (told := _goes_on(linker, claim)):
            if target in there:
                told = told.replace(f" {phrases.name(linker, target)} ", " it ", 1)
            parts.append(told)
            rests_on.append(claim.description)
        else:
            named: Inline = ("it",) if target in there else phrases.actor(linker, target).parts
            ends = _ENDS_QUOTED.search(claim.wording_as_reported.value)
            parts += [f"{verb} ", *named, *((" of ", Words(text=ends[1])) if ends else ())]
    return Filler(tuple(parts), rests_on=tuple(rests_on)) if parts else None


def _whom(claim: Claim) -> str:
    """The id of whom a claim is about, else the article's words."""
    return value_of(claim.target) or (claim.target_as_reported.value if claim.target_as_reported else "")


def _is_mere_bound(date: ReportedDate) -> bool:
    """Whether a day was only worked out as the last or first that it can have been: no article gives it."""
    return date.basis == "inferred" and date.kind in ("before", "after")


def _one_report(linker: Linker, record: Event) -> Event:
    """The event as the article tells it that gives its title: no source gets another article's figures."""
    if not record.joined:
        return record
    evidence, whose = linker.catalogue.evidence, record.title.according_to
    told = {evidence[id].article for id in record.title.evidence}

    def fits(fact: Sourced | None) -> bool:
        return fact is not None and (
            fact.according_to == whose or bool(told & {evidence[id].article for id in fact.evidence})
        )

    return record.model_copy(
        update={
            "casualties": tuple(
                each for each in record.casualties if told & {evidence[id].article for id in each.evidence}
            ),
            "participants": tuple(filter(fits, record.participants)),
            "date": record.date if fits(record.date) else None,
            "place": record.place if fits(record.place) else None,
        }
    )
