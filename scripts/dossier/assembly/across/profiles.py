"""What articles tell of a name, reduced to what tells one bearer from another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.assembly.across.forms import (
    body_key,
    is_acronym,
    is_common,
    is_everywhere,
    person_tokens,
    state_name,
    tokens,
)
from dossier.assembly.across.offices import Bodies, Office, office_told
from dossier.assembly.entity import Entity
from dossier.editing.sources import Source
from dossier.reading.findings import NameFinding, Span
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.text.article import Article

BODIES = frozenset({"organisation", "government_body", "armed_group", "alliance"})
_COUNTRY = "country"
_BEHIND = re.compile(r" of ((?:the )?[A-Z]\w+(?: [A-Z]\w+)?)")
_WORD = re.compile(r"\S+")
_NEAR = 60
"""Characters in which these words stand."""
_WORDS_BEFORE = 2
"""Words between a state's adjective and the title that was read."""
_SAID = frozenset({"statement", "announcement", "press_conference", "other"})
Companion = tuple[str, str]
"""Kind (person, body, place, state) and folded name of another name of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One entity as its articles tell of it."""

    number: int
    """Its place in the list of entities."""
    kind: str
    """person, body, state, people or place: kinds that may be one another's are one."""
    exact_kind: str
    name: str
    key: tuple[str, ...]
    """The words of its name in the form in which names of its kind are compared."""
    others: frozenset[tuple[str, ...]]
    """The same of its other names, where they say enough."""
    acronyms: frozenset[str]
    offices: frozenset[Office]
    """The titles that it is given, each with what it is held in."""
    states: frozenset[str]
    """States that it is tied to."""
    around: frozenset[Companion]
    """What its articles name: one set for all profiles of the same articles."""
    called: Mapping[Companion, str] = field(compare=False)
    """Each companion of any profile as an article spells it."""
    own: frozenset[Companion]
    """Its own names among these."""
    deeds: frozenset[str]
    """Types of the events whose sentences name it."""
    articles: tuple[str, ...]
    given: str | None
    """The name an editor gave it."""
    wikidata: str | None
    day: str
    """The first day on which one of its articles was published."""


def profiles_of(entities: Sequence[Entity]) -> list[Profile]:
    """The profile of each entity, in their order."""
    by_article: dict[str, set[Companion]] = {}
    called: dict[Companion, str] = {}
    bodies: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for entity in entities:
        for source, finding in entity.parts:
            said = _companion(entity.section, finding)
            if said:
                by_article.setdefault(source.article.id, set()).add(said)
                called.setdefault(said, entity.found_name)
            if said and said[0] == "body":
                forms = (finding.name, *(alias.text for alias in finding.aliases))
                bodies[source.article.id].update((tokens(form), said[1]) for form in forms)
    around: dict[tuple[str, ...], frozenset[Companion]] = {}
    for entity in entities:
        articles = _articles(entity)
        if articles not in around:
            around[articles] = frozenset().union(*(by_article.get(each, ()) for each in articles))
    deeds = _Deeds()
    return [_profile(number, entity, around, called, bodies, deeds) for number, entity in enumerate(entities)]


def _articles(entity: Entity) -> tuple[str, ...]:
    return tuple(sorted({source.article.id for source, _ in entity.parts}))


def kind_of(section: str, finding: NameFinding) -> str:
    """The kind in which a name is compared with others."""
    if section == "places":
        return "state" if finding.kind == _COUNTRY else "place"
    return "body" if finding.kind in BODIES else finding.kind


def _companion(section: str, finding: NameFinding) -> Companion | None:
    """A name as what others are named with; not a surname alone, nor a body of which news are full."""
    kind = kind_of(section, finding)
    if kind == "state":
        return kind, (state_name(finding.name) or finding.name).casefold()
    if kind == "person":
        name = person_tokens(finding.name)
        return (kind, " ".join(name)) if len(name) > 1 else None
    key = body_key(finding.name) if kind == "body" else tokens(finding.name)
    return (kind, " ".join(key)) if key and not (kind == "body" and is_everywhere(key)) else None


def _profile(
    number: int,
    entity: Entity,
    around: Mapping[tuple[str, ...], frozenset[Companion]],
    called: Mapping[Companion, str],
    bodies: Mapping[str, Bodies],
    deeds: _Deeds,
) -> Profile:
    findings = [finding for _, finding in entity.parts]
    first = findings[0]
    kind = kind_of(entity.section, first)
    forms = {form for finding in findings for form in (finding.name, *(a.text for a in finding.aliases))}
    articles = _articles(entity)
    set_name = entity.set_name
    of_whom = _of_whom(entity) if any(finding.roles for finding in findings) else frozenset()
    return Profile(
        number=number,
        kind=kind,
        exact_kind=entity.kind,
        name=first.name,
        key=_key(kind, first.name),
        others=frozenset(_telling(kind, forms)),
        acronyms=frozenset(form.replace(".", "") for form in forms if kind == "body" and is_acronym(form)),
        offices=frozenset(_offices(entity, of_whom, bodies)),
        states=frozenset((*_states(findings), *of_whom)),
        around=around[articles],
        called=called,
        own=frozenset(said for finding in findings if (said := _companion(entity.section, finding))),
        deeds=frozenset(deeds.of(entity)) if kind == "person" else frozenset(),
        articles=articles,
        given=set_name,
        wikidata=entity.wikidata,
        day=min(source.record.datePublished.isoformat() for source, _ in entity.parts),
    )


def _key(kind: str, name: str) -> tuple[str, ...]:
    if kind == "person":
        return person_tokens(name)
    if kind == "state":
        return ((state_name(name) or name).casefold(),)
    return body_key(name) if kind == "body" else tokens(name)


def _telling(kind: str, forms: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """The forms that say enough to be compared: not a surname, nor a name that many bear."""
    for form in forms:
        key = _key(kind, form)
        if kind == "person":
            if len(key) > 1:
                yield key
        elif kind != "body" or not is_common(key):
            yield key


def _of_whom(entity: Entity) -> frozenset[str]:
    """The states that tell of whom it is: see `states_told`."""
    told = (states_told(source.article, finding) for source, finding in entity.parts)
    return frozenset(state for each in told for _, state in each)


def states_told(article: Article, finding: NameFinding) -> Iterator[tuple[Span, str]]:
    """The states before its title or behind its name: "Fijian Water Minister", "President Tavola of Fiji".

    Each with the words that say so.
    """
    text, demonyms = article.text.text, load_gazetteer().demonyms
    for role in finding.roles:
        line = max(text.rfind("\n", 0, role.span.start) + 1, role.span.start - _NEAR)
        for word in list(_WORD.finditer(text, line, role.span.start))[-_WORDS_BEFORE:]:
            if word.group().lower() in demonyms:
                yield Span(*word.span()), demonyms[word.group().lower()]
    for mention in finding.mentions:
        behind = _BEHIND.match(text, mention.end)
        if behind and (state := state_name(behind[1]) or state_name(behind[1].split()[0])):
            yield Span(*behind.span()), state


def _offices(entity: Entity, of_whom: frozenset[str], bodies: Mapping[str, Bodies]) -> Iterable[Office]:
    state = min(of_whom, default="").casefold()
    for source, finding in entity.parts:
        for role in finding.roles:
            told = office_told(role, bodies.get(source.article.id, {}))
            if told.title:
                yield told if told.of else told._replace(of=state)


class _Deeds:
    """Types of events, what people say left out, by the sentences that tell of them."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[list[int], dict[int, list[tuple[Span, str]]]]] = {}

    def of(self, entity: Entity) -> Iterator[str]:
        """Those in whose sentences an article names an entity."""
        for source, finding in entity.parts:
            starts, told = self._in(source)
            for mention in finding.mentions:
                for span, type in told.get(bisect_right(starts, mention.start), ()):
                    if span.start <= mention.start < span.end:
                        yield type

    def _in(self, source: Source) -> tuple[list[int], dict[int, list[tuple[Span, str]]]]:
        """Where an article's sentences start; and what tells of its events, by each sentence it reaches into.

        Sentences are numbered from 1, as bisecting counts them.
        """
        if source.article.id not in self._told:
            starts = [sentence.start for sentence in source.article.text.sentences]
            told: dict[int, list[tuple[Span, str]]] = defaultdict(list)
            for event in source.findings.events:
                for span in event.evidence if event.type not in _SAID else ():
                    for at in range(bisect_right(starts, span.start), bisect_right(starts, span.end - 1) + 1):
                        told[at].append((span, event.type))
            self._told[source.article.id] = starts, told
        return self._told[source.article.id]


def _states(findings: Iterable[NameFinding]) -> Iterable[str]:
    for finding in findings:
        for name in (finding.country, *(role.of for role in finding.roles if not role.former)):
            state = state_name(name) if name else None
            if state:
                yield state


def how_often(profiles: Iterable[Profile]) -> Counter[Companion]:
    """In how many articles each name stands as a companion."""
    seen: dict[str, set[Companion]] = defaultdict(set)
    for articles, alike in _by_articles(profiles).items():
        alone = frozenset.intersection(*(profile.own for profile in alike))
        for article in articles:
            seen[article] |= alike[0].around - alone
    return Counter(each for companions in seen.values() for each in companions)


def _by_articles(profiles: Iterable[Profile]) -> dict[tuple[str, ...], list[Profile]]:
    found: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[profile.articles].append(profile)
    return found
