"""The sentence that opens a record's page, and that links to it carry: who did what, where, on whose word."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import assert_never

from dossier.facts import EDITOR, Attribution, Fact, Reported, Sourced, value_of
from dossier.model import Actor, Agreement, AnyRecord, Claim, Event, Place, Quote, ReportedDate
from dossier.site.pages import nouns, phrases, wording
from dossier.site.pages.composer import Filler, Sentence, compose, from_capital, plain, slots
from dossier.site.pages.document import Inline, Part, Words
from dossier.site.pages.linker import Linker

_SHORT = 32
_LISTED = 38
_ENDS_QUOTED = re.compile(r" of “([^“”]+)”$")
"""What somebody is accused of, in words quoted at the end: "accusing the league of “neglect”"."""
_POINTS_BACK = ("it", "this", "that", "them", "these", "those")
_IN_CLAUSES = ("clause", "aside", "according to", "repeated")
"""How a claim is read whose words are a clause of their own: "said that the mill was safe"."""
ABOUT_RESPONSIBILITY = (
    "responsibility_claimed",
    "responsibility_blamed",
    "carried_out_according_to",
    "accusation",
    "denial",
)
"""Kinds of claims about who did what happened: each is told with the reserve that it is not verified."""


def sentence(linker: Linker, record: AnyRecord) -> Inline:
    """One full sentence about a record, with links to whom it names."""
    match record:
        case Actor() | Place():
            return _named(linker, record)
        case Event():
            return _worded(linker, event(linker, record))
        case Agreement():
            return _worded(linker, agreement(linker, record))
        case Claim():
            return claim(linker, record)
        case Quote():
            return quotation(linker, record)
        case _:
            assert_never(record)


def basis(record: AnyRecord) -> Sourced | None:
    """The fact that a record’s sentence rests on; None where it rests on passages of its own."""
    match record:
        case Actor() | Place():
            return record.description if record.description and is_sentence(record) else record.kind
        case Event():
            return record.type
        case Agreement():
            return record.status
        case Claim():
            return record.description
        case Quote():
            return None
        case _:
            assert_never(record)


def passages(record: AnyRecord) -> tuple[str, ...]:
    """Ids of the passages that a record's sentence rests on; none where it is an editor's alone."""
    fact = basis(record)
    if fact is not None:
        return fact.evidence
    return (
        record.evidence if isinstance(record, Claim) else record.segments if isinstance(record, Quote) else ()
    )


def snippet(linker: Linker, record: AnyRecord) -> str:
    """The same as plain text."""
    return plain(sentence(linker, record))


def with_link(linker: Linker, record: AnyRecord, words: int = _LISTED) -> Inline:
    """The sentence as it stands in a list, shortened: the name in it is the link, else all of it."""
    told = claim(linker, record, reserved=False) if isinstance(record, Claim) else sentence(linker, record)
    text = wording.shortened(plain(told), words)
    text += "”" * (text.count("“") - text.count("”"))
    title = linker.catalogue.title(record.id)
    before, name, after = text.partition(title)
    if not isinstance(record, Actor | Place):
        return (linker.link(record.id, text),)
    if name and before in ("", "The "):
        return tuple(part for part in (before, linker.link(record.id), after) if part)
    return linker.link(record.id), f": {text}"


def _worded(linker: Linker, made: Sentence) -> Inline:
    """A sentence with whose word it is, and its full stop."""
    return (*made.parts, *according_to(linker, made.according_to), ".")


def according_to(linker: Linker, sources: tuple[Attribution, ...]) -> Inline:
    """Whose word something is: ", according to the A, according to B" where B tells what the A said."""
    parts: list[Part] = []
    for source in reversed(sources):
        parts += [", according to ", *phrases.actor(linker, source.actor or "", source.as_reported).parts]
    return tuple(parts)


def event(linker: Linker, record: Event) -> Sentence:
    """What happened, to whom, where and when; of an act of violence never who did it."""
    table = nouns.sentences()
    record = _one_report(linker, record)
    title = record.title.value
    roles: dict[str, list[tuple[str, Sourced]]] = defaultdict(list)
    for each in record.participants:
        roles[each.value.role.replace(" ", "_")].append((each.value.actor, each))
    where = value_of(record.place)
    named = where is not None and nouns.in_sentence(linker.catalogue.name(where)).lower() in title.lower()
    fillers: dict[str, Filler | None] = {role: phrases.actors(linker, who) for role, who in roles.items()}
    noun = phrases.titled(title, clause=phrases.is_clause(record))
    fillers |= {
        "clause": Filler((title,), False, record.title.according_to or record.type.according_to)
        if phrases.is_clause(record) and record.title.read_by != EDITOR
        else None,
        "title": Filler(
            noun.parts,
            noun.plural,
            record.title.according_to or record.type.according_to,
            _if_edited(record.title),
        ),
        "publisher": Filler((linker.catalogue.publisher(record),)),
        "toll": phrases.toll(record.casualties),
        "saying": _said_at(linker, record) if _tells_what_is_said(record) else None,
        "occasion": _occasion(linker, record, where),
        "when": Filler((phrases.when(record.date.value),), False, record.date.according_to, (record.date,))
        if record.date and not _is_mere_bound(record.date.value)
        else None,
        "where": Filler(phrases.place(linker, where), False, record.place.according_to)
        if record.place
        else None,
        "elsewhere": Filler(phrases.place(linker, where), False, record.place.according_to)
        if record.place and not named
        else None,
        "destination": Filler(phrases.actor(linker, where).parts, False, record.place.according_to)
        if record.place and where
        else None,
    }
    made = compose(table.events.get(record.type.value, ()), fillers)
    if made is None:
        patterns, told = phrases.told_as(linker, record)
        counted = phrases.toll(record.casualties) is not None
        if counted and not title.startswith(tuple(table.named_killed)):
            patterns = ()
        made = compose((*patterns, *table.events_of_any_type), fillers | told)
    return made or Sentence((wording.sentence_case(title),))


def _occasion(linker: Linker, record: Event, where: str | None) -> Filler | None:
    """What an event was, by its title."""
    if phrases.is_clause(record):
        return None
    title = record.title
    made = phrases.occasion(linker, title.value, wording.event_type(record.type.value), where)
    return replace(made, rests_on=_if_edited(title)) if made else None


def claims_made_at(linker: Linker, record: Event) -> list[Claim]:
    """What those who took part ask of others or accuse them of in the sentence that tells of it."""
    catalogue, kinds = linker.catalogue, nouns.sentences().said_at_events
    there = [participant.value.actor for participant in record.participants]
    told = {digest for id in record.type.evidence for digest in catalogue.evidence[id].sentences}
    claims = {claim.id: claim for actor in there for claim in catalogue.naming_of(actor, Claim)}

    def made_there(claim: Claim) -> bool:
        claimant = value_of(claim.claimant)
        in_it = any(told & set(catalogue.evidence[id].sentences) for id in claim.evidence)
        told_by_others = any(source.actor != claimant for source in claim.kind.according_to)
        return in_it and claimant in there and not told_by_others

    return [
        claim for claim in claims.values() if claim.kind.value in kinds and claim.target and made_there(claim)
    ]


def told_besides(linker: Linker, record: AnyRecord) -> tuple[Sourced, ...]:
    """What a record's sentence rests on besides its basis: its date, an editor's title, whom it is for."""
    if isinstance(record, Event):
        return event(linker, record).rests_on
    if isinstance(record, Agreement):
        return agreement(linker, record).rests_on
    promise = (
        _promise_uttered(linker, record) if isinstance(record, Claim) and not record.description else None
    )
    told = (promise.title, promise.recipient) if promise else ()
    return tuple(fact for each in told if each for fact in _if_edited(each))


def _tells_what_is_said(record: Event) -> bool:
    """Whether the sentence about an event of this type may tell what was claimed there."""
    return any("saying" in slots(pattern) for pattern in nouns.sentences().events.get(record.type.value, ()))


def _goes_on(linker: Linker, record: Claim) -> str:
    """An editor’s sentence about a claim, going on behind that of the event: "accusing the league of …"."""
    if record.description is None:
        return ""
    who = plain(phrases.actor(linker, value_of(record.claimant), record.claimant_as_reported.value).parts)
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
        verb, whom = nouns.sentences().said_at_events[claim.kind.value], value_of(claim.target) or ""
        first.setdefault((verb, whom), claim)
    parts: list[Part] = []
    rests_on: list[Sourced] = []
    for (verb, target), claim in first.items():
        parts += [" and "] if parts else []
        if claim.description and (told := _goes_on(linker, claim)):
            if target in there:
                told = told.replace(f" {plain(phrases.actor(linker, target).parts)} ", " it ", 1)
            parts.append(told)
            rests_on.append(claim.description)
        else:
            named: Inline = ("it",) if target in there else phrases.actor(linker, target).parts
            ends = _ENDS_QUOTED.search(claim.wording_as_reported.value)
            parts += [f"{verb} ", *named, *((" of ", Words(text=ends[1])) if ends else ())]
    return Filler(tuple(parts), rests_on=tuple(rests_on)) if parts else None


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


def agreement(linker: Linker, record: Agreement) -> Sentence:
    """Who agreed on what, for where or whom, and on whose word."""
    table = nouns.sentences()
    title = record.title.value
    noun = phrases.titled(title)
    whose = tuple(dict.fromkeys((*record.title.according_to, *record.status.according_to)))
    parties = [(party.value.actor, party) for party in record.parties]
    titled = _if_edited(record.title)
    whole = Filler(noun.parts, noun.plural, whose, titled)
    promised = _is_promise(title)
    about = record.recipient or record.where
    aims = (each for each in record.purpose if each.value.startswith("to ") and "…" not in each.value)
    purpose = next(aims, None)
    words = record.status_as_reported.value
    pledged = phrases.pledged(title, titled)
    again = bool(table.said_again & {*words.lower().split()}) and promised
    fillers = {
        "title": whole,
        "between": _without_parties(linker, record, whose),
        "to_do": Filler((title.removeprefix("Plan "),), False, whose, titled)
        if title.startswith("Plan to ")
        else None,
        "promise": whole if promised else None,
        "pledged": pledged,
        "again": (pledged if title.partition(" ")[2].startswith("that ") else whole) if again else None,
        "pledger": phrases.actors(linker, parties),
        "parties": phrases.actors(linker, parties) if len(parties) > 1 else None,
        "announcer": phrases.actors(linker, [(record.announced_by.value, record.announced_by)])
        if record.announced_by
        else None,
        "for": Filler(
            ("to " if record.recipient and promised else "for ", *phrases.actor(linker, about.value).parts),
            False,
            about.according_to,
            _if_edited(about),
        )
        if about
        else None,
        "purpose": Filler((Words(text=purpose.value),), False, purpose.according_to) if purpose else None,
        "publisher": Filler((linker.catalogue.publisher(record),)),
    }
    patterns = (*table.agreements[record.status.value], *table.agreements_of_any_status)
    return compose(patterns, fillers) or Sentence((title,))


def _without_parties(linker: Linker, record: Agreement, whose: tuple[Attribution, ...]) -> Filler | None:
    """The title without the parties at its end, which the sentence names as who agreed."""
    names = wording.listed([linker.catalogue.name(party.value.actor) for party in record.parties])
    noun = record.title.value.removesuffix(f" between {names}")
    if noun == record.title.value:
        return None
    made = phrases.titled(noun)
    return Filler(made.parts, made.plural, whose, _if_edited(record.title))


def _if_edited(fact: Sourced) -> tuple[Sourced, ...]:
    """The fact where it is an editor's: a sentence with it says so."""
    return (fact,) if fact.read_by == EDITOR else ()


def _is_promise(title: str) -> bool:
    return title.lower().startswith(("pledge", "promise", "commitment"))


def claim(linker: Linker, record: Claim, *, reserved: bool = True) -> Inline:
    """Who says so, of whom, about what, in the article's words, and that it is not verified.

    Where an editor's sentence says it, that one.
    """
    reserve = (
        " This is a claim, and not verified."
        if reserved and record.kind.value in ABOUT_RESPONSIBILITY
        else ""
    )
    if record.description is not None:
        return record.description.value.rstrip("."), f".{reserve}"
    target = value_of(record.target)
    reported = value_of(record.target_as_reported)
    about = linker.catalogue.records.get(value_of(record.about) or "")
    event_words: Inline = ()
    if isinstance(about, Event):
        event_words = (linker.link(about.id, phrases.known(about)),)
    says_more = wording.says_more_than_its_kind(record)
    promise = _promise_uttered(linker, record)
    says_more = says_more and not promise
    whom = promise.recipient if promise else None
    claimant = phrases.actor(linker, value_of(record.claimant), record.claimant_as_reported.value)
    fillers = {
        "claimant": claimant,
        "target": phrases.actor(linker, target or "", reported) if target or reported else None,
        "event": Filler(event_words),
        "promise": phrases.titled(promise.title.value) if promise else None,
        "pledged": phrases.pledged(promise.title.value) if promise else None,
        "for": Filler(("to ", *phrases.actor(linker, whom.value).parts)) if whom else None,
    }
    own = _own_clause(record) if says_more else ""
    if own and not (target and about):
        return *from_capital(claimant.parts), f" {own}.{reserve}"
    asked = _asked(record) if says_more else None
    if asked:
        fillers["for_what" if asked.startswith("for ") else "to_do"] = Filler((asked,))
    table = nouns.sentences()
    in_words = table.claims_in_words if says_more and record.method in _IN_CLAUSES else {}
    made = compose((*in_words.get(record.kind.value, ()), *table.claims[record.kind.value]), fillers)
    parts = made.parts if made else (linker.catalogue.title(record.id),)
    words = _without_verb(record.wording_as_reported)
    says_more = says_more and not own and not asked
    told: Inline = (f", {_whose_words(linker, record)}: ", words) if says_more else ()
    return *parts, *told, f".{reserve}"


def _own_clause(record: Claim) -> str:
    """The words for a claim where they say what its claimant does: "denied the charge"; else nothing."""
    words = record.wording_as_reported.value.rstrip(" ,;.")
    first, _, rest = words.partition(" ")
    is_verb = first.lower() in nouns.sentences().claim_verbs.get(record.kind.value, ())
    is_passive = rest.split(" ")[0] in ("", "as", "at", "by", "in", "of", "on", "with")
    is_whole = "…" not in words and rest not in _POINTS_BACK
    if not is_whole or record.method in _IN_CLAUSES:
        return ""
    if record.kind.value == "denial" and record.method == "object" and not is_verb:
        return f"denied {words}" if words not in _POINTS_BACK else ""
    return words if is_verb and not is_passive else ""


def _without_verb(words: Fact[Reported]) -> Words:
    """The article's words for what is said, without the verb of saying that they may begin with."""
    first, _, rest = words.value.partition(" ")
    says = first in nouns.sentences().says_first and len(rest.split()) > 1
    return Words(text=rest.removeprefix("that ") if says else words.value)


def _asked(record: Claim) -> str | None:
    """What somebody is asked for, where the words for it are "to do it", "not to do it", "for it"."""
    words = record.wording_as_reported.value.rstrip(" ,;.")
    is_asked = words.startswith(("to ", "not to ", "for ")) and "…" not in words and "“" not in words
    return words if record.kind.value == "call" and is_asked else None


def _promise_uttered(linker: Linker, record: Claim) -> Agreement | None:
    """The pledge that a claim puts into words, where its own words say no more than that one's title."""
    uttered = linker.catalogue.records.get(value_of(record.utters) or "")
    if not isinstance(uttered, Agreement) or not _is_promise(uttered.title.value):
        return None
    more = wording.says_more_than_its_kind(record)
    return None if more and not wording.says_no_more_than(record, uttered.title.value) else uttered


def _whose_words(linker: Linker, record: Claim) -> str:
    """Whose words a claim is given in: the claimant's where they stand in a quotation, else the article's."""
    said = record.wording_as_reported.value
    noun = "words" if len(said.split()) > 1 else "word"
    claimant = value_of(record.claimant)
    quoted = (quote.text.value for quote in linker.catalogue.quoted(claimant, record))
    pieces = [rf"(?<!\w){re.escape(piece.strip(' “”,.'))}(?!\w)" for piece in said.split("…")]
    if claimant and any(all(re.search(piece, text) for piece in pieces) for text in quoted):
        speaker = linker.catalogue.records.get(claimant)
        is_person = isinstance(speaker, Actor) and speaker.kind.value == "person"
        these = "these" if noun == "words" else "this"
        return f"in the speaker’s own {noun}" if is_person else f"in {these} {noun}"
    return f"in the article’s {noun}"


def quotation(linker: Linker, record: Quote) -> Inline:
    """Who said it, where, and its first words."""
    whole = record.form.value == "direct"
    pieces = wording.spoken(wording.shortened(record.text.value, _SHORT))
    first, *others = (Words(text=piece) for piece in pieces)
    noun = "words" if len(first.text.split()) > 1 else "word"
    fillers = _of_speech(linker, record) | {"words": Filler((f"the {noun} ", first))}
    made = compose(nouns.sentences().quotes[record.form.value], fillers)
    parts = made.parts if made else ()
    more = tuple(part for words in others for part in (". ", words))
    stop = "" if pieces[-1].endswith((".", "!", "?")) else "."
    return (*parts, ": ", first, *more, stop) if whole else (*parts, ".")


def beside(linker: Linker, record: Quote) -> Inline:
    """The same where the words stand beside the sentence: who said it where, and who reported it."""
    article = linker.catalogue.articles[linker.catalogue.evidence[record.segments[0]].article]
    told = {"publisher": Filler((article.publisher,)), "day": Filler((wording.day(article.datePublished),))}
    made = compose(nouns.sentences().quotes["beside"], _of_speech(linker, record) | told)
    return (*made.parts, ".") if made else quotation(linker, record)


def _of_speech(linker: Linker, record: Quote) -> dict[str, Filler | None]:
    speaker, reported = value_of(record.speaker), value_of(record.speaker_as_reported)
    occasion = linker.catalogue.records.get(value_of(record.occasion) or "")
    where: Inline = ()
    if isinstance(occasion, Event):
        preposition = nouns.sentences().occasions.get(occasion.type.value, "at")
        kind = nouns.a(wording.event_type(occasion.type.value).lower())
        where = (f"{preposition} ", linker.link(occasion.id, kind))
    return {
        "speaker": phrases.actor(linker, speaker or "", reported)
        if speaker or reported
        else Filler(("a speaker whom this dossier does not identify",)),
        "occasion": Filler(where),
    }


def _named(linker: Linker, record: Actor | Place) -> Inline:
    """The record's own line where it is a sentence about it, else one made of its fields."""
    own = record.description
    if own and is_sentence(record):
        return (own.value.rstrip("."), *according_to(linker, own.according_to), ".")
    return defined(linker, record)


def is_sentence(record: Actor | Place) -> bool:
    """Whether the record's line says its name, as a sentence about it does."""
    own = value_of(record.description) or ""
    return own.removeprefix("The ").casefold().startswith(record.name.value.casefold())


def defined(linker: Linker, record: Actor | Place) -> Inline:
    """A definition made of the fields: office, kind and state."""
    catalogue = linker.catalogue
    report = Filler((f"a report by {catalogue.publisher(record)}",))
    if isinstance(record, Place):
        of = record.part_of or record.country
        fillers: dict[str, Filler | None] = {
            "name": phrases.actor(linker, record.id),
            "kind": Filler((nouns.a(wording.wording().place_kinds[record.kind.value].lower()),)),
            "in": Filler(phrases.actor(linker, of.value).parts, False, of.according_to) if of else None,
            "report": report,
        }
        made = compose(nouns.sentences().places, fillers)
    else:
        made = compose(nouns.sentences().actors, _of_actor(linker, record) | {"report": report})
    return _worded(linker, made or Sentence((record.name.value,)))


def says_former(title: str) -> bool:
    """Whether a title says itself that it was held before."""
    return title.lower().startswith(("former ", "ex-", "late "))


def _described(title: str) -> str:
    """An article's words for somebody, as behind "described as": "a “police commander”", "“President”"."""
    if title[:1].isupper():
        return f"“{title}”"
    before, _, _ = nouns.a(title).partition(" ")
    return f"{before} “{title}”"


def _of_actor(linker: Linker, record: Actor) -> dict[str, Filler | None]:
    role = record.roles[0] if record.roles else None
    former = "former " if role and role.value.former and not says_former(role.value.title) else ""
    is_office = role is not None and all(
        word[:1].isupper() or word in ("of", "and", "for", "the") for word in role.value.title.split()
    )
    office = (
        Filler((f"{former}{role.value.title}",), False, role.according_to) if role and is_office else None
    )
    of = role.value.of if role else None
    says_whose = role is not None and of and nouns.adjective_of(linker.catalogue.name(of), role.value.title)
    state = record.organ_of or record.country
    words = wording.wording()
    name = phrases.actor(linker, record.id)
    return {
        "name": Filler(name.parts, name.plural),
        "office": office,
        "own_office": office if says_whose else None,
        "of": phrases.actor(linker, of) if of else None,
        "described": Filler((_described(f"{former}{role.value.title}"),), False, role.according_to)
        if role
        else None,
        "kind": Filler(
            (
                words.actor_kinds_plural[record.kind.value].lower()
                if name.plural
                else nouns.a(words.actor_kinds[record.kind.value].lower()),
            )
        ),
        "state": Filler(phrases.actor(linker, state.value).parts, False, state.according_to)
        if state
        else None,
    }
