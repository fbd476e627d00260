"""Names found and names curated to the dossier's actors and places.

What several articles call by one name, or an authority file says is one, becomes one record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, get_args

from dossier.assembly.across.decisions import Decisions
from dossier.assembly.across.verdict import weightiest
from dossier.assembly.across.who import Question, resolve
from dossier.assembly.aliases import spelled_aliases
from dossier.assembly.entity import Entity, apply_authorities, entities_of
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.grounds import Editing, completed
from dossier.assembly.identity import digest
from dossier.assembly.ids import Ids
from dossier.assembly.listed import apply_name_list
from dossier.assembly.origins import edited, read, registered
from dossier.assembly.saying import FEWEST_WORDS, around, saying
from dossier.assembly.voices import Voices
from dossier.editing.curation import Authorities
from dossier.editing.sources import Source
from dossier.errors import Problem
from dossier.facts import (
    ActorRef,
    AnyRef,
    ArticleRef,
    Attribution,
    EvidenceRef,
    Fact,
    Reported,
    WhereRef,
)
from dossier.model import Actor, Alias, Doubt, ExternalIds, Geo, Join, Place, Role
from dossier.reading.findings import NameFinding, RoleFinding, Span
from dossier.reading.names.decision import TOLD
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.text.tokens import Text, as_read
from dossier.vocabularies import PlaceKind

GAZETTEER = "GeoNames"
"""The register that the rules take countries of cities and provinces from."""
LIST = "authorities.csv"
"""The list of names, as a register."""
_TIED_BY_CLAIMS = ("armed_group", "alliance")
"""Kinds of actors whose tie to a state is somebody's word: a claim, never a plain fact."""
_AROUND_NAME = (4, 2)
"""Words before and behind a name that mostly say what it is: "the Reef League group"."""
_WORD_AND_NAME = 2
"""Words that say what somebody is, with the name: "Mayor Novak"."""
_OF_GAZETTEER = ("country", "province", "city")


@dataclass(frozen=True, slots=True)
class Entities:
    """Actors and places of the dossier, found again under the names articles use."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    voices: dict[str, Voices]
    """By article: whose word its passages are."""
    _ids: dict[tuple[str, str, str], str]
    dropped: Collection[str]
    """Names of actors that an editor dropped; no record is about one of them."""
    doubts: tuple[Doubt, ...] = ()
    """Which of them may be one."""
    beliefs: Mapping[str, float] = field(default_factory=dict)
    """By id of one whose kind is doubtful, how much it is believed."""

    def actor(self, source: Source, name: str | None) -> ActorRef | None:
        """Id of the actor an article calls by this name; None for a name that is no record."""
        id = self._ids.get((source.article.id, "actors", name)) if name else None
        return ActorRef(id) if id else None

    def place(self, source: Source, name: str | None) -> WhereRef | None:
        """Id of the place, or of the state, an article calls by this name."""
        if not name:
            return None
        id = self._ids.get((source.article.id, "places", name)) or self.actor(source, name)
        return WhereRef(id) if id else None


def assemble_entities(
    sources: Sequence[Source],
    authorities: Authorities,
    authorities_file: str,
    book: EvidenceBook,
    ids: Ids,
    problems: list[Problem],
) -> Entities:
    """Actors and places of all articles; what is wrong with the editor's files goes to `problems`."""
    found = [entity for source in sources for entity in entities_of(source, problems)]
    gone = {(e.section, e.parts[0][1].name) for e in found if e.dropped}
    entities = [e for e in found if (e.section, e.parts[0][1].name) not in gone]
    apply_authorities(entities, authorities, authorities_file)
    entities = [e for e in entities if e.mentions()]
    decisions = Decisions(authorities, authorities_file, sources, problems)
    pairs = decisions.about(("actors", "places"), entities, _named)
    resolved = resolve(entities, pairs["same"], pairs["different"])
    entities = resolved.entities
    apply_name_list(entities, authorities.listed)
    for entity in sorted(entities, key=lambda e: e.wanted_id is None):
        entity.id = ids.claim(entity.wanted_id or entity.name, chosen=entity.wanted_id is not None)
    names = {
        (source.article.id, _section(finding), finding.name): entity.id
        for entity in entities
        for source, finding in (*entity.standing, *entity.parts)
    }
    voices = {
        source.article.id: Voices(
            source.article.text, source.findings, partial(_actor_called, names, source.article.id)
        )
        for source in sources
    }
    maker = _Maker(_Called(entities), book, voices, problems)
    return Entities(
        tuple(sorted((maker.actor(e) for e in entities if e.section == "actors"), key=lambda r: r.id)),
        tuple(sorted((maker.place(e) for e in entities if e.section == "places"), key=lambda r: r.id)),
        voices,
        names,
        {name for section, name in gone if section == "actors"},
        tuple(maker.doubt(question) for question in resolved.questions),
        {e.id: belief for e in entities if (belief := e.belief) < TOLD},
    )


def _named(entity: Entity) -> Iterable[tuple[str, Span]]:
    """Where an entity is named, by article."""
    return ((source.article.id, span) for source, span in entity.mentions())


_PLACES = frozenset(get_args(get_args(PlaceKind)[0]))


def _section(finding: NameFinding) -> str:
    """The section in which an article's findings have a name."""
    return "places" if finding.kind in _PLACES else "actors"


def _actor_called(
    names: Mapping[tuple[str, str, str], str], article: str, name: str | None
) -> ActorRef | None:
    id = names.get((article, "actors", name)) if name else None
    return ActorRef(id) if id else None


class _Called:
    """Actors by the forms of their names: as an article calls them, else as one alone is called anywhere."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._in_article: dict[tuple[str, str], str] = {}
        everywhere: dict[str, set[str]] = {}
        for entity in entities:
            if entity.section != "actors":
                continue
            for form in {entity.name, *entity.forms()}:
                everywhere.setdefault(form, set()).add(entity.id)
            for source, finding in entity.parts:
                for form in (finding.name, *(alias.text for alias in finding.aliases)):
                    self._in_article.setdefault((source.article.id, form), entity.id)
        self._alone = {form: min(ids) for form, ids in everywhere.items() if len(ids) == 1}

    def by(self, source: Source, form: str) -> str | None:
        """Id of the actor that a form means in an article; None where it may mean several."""
        return self._in_article.get((source.article.id, form)) or self._alone.get(form)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes records of entities."""

    called: _Called
    book: EvidenceBook
    voices: Mapping[str, Voices]
    problems: list[Problem]

    def actor(self, entity: Entity) -> Actor:
        """The record of an actor."""
        by = entity.read_by
        kind = entity.parts[0][1].kind
        told, word = self._told(entity)
        state = self._state(entity) if entity.kind not in _TIED_BY_CLAIMS else None
        country = read(state, *told, by=by, according_to=word) if state else None
        organ_of = country if kind == "government_body" else None
        found: Fact[Any] = (
            read(kind, *told, by=by, according_to=word)
            if kind != "state" or entity.added or not _is_listed(entity)
            else registered(kind, GAZETTEER)
        )
        actor = Actor(
            **self._as_named(entity),
            noindex=entity.noindex,
            kind=found,
            country=country,
            roles=tuple(self._roles(entity)),
            organ_of=organ_of,
        )
        return completed(actor, entity.edits, self._editing(), entity.forms())

    def place(self, entity: Entity) -> Place:
        """The record of a place."""
        by = entity.read_by
        kind = entity.parts[0][1].kind
        told = self._told(entity)
        state = self._state(entity)
        said = None if entity.added else self._beside(entity, {kind})
        found: Fact[Any] = (
            registered(kind, GAZETTEER)
            if said is None
            and not entity.added
            and kind in _OF_GAZETTEER
            and (kind != "country" or _is_listed(entity))
            else read(kind, *(said or told)[0], by=by, according_to=(said or told)[1])
        )
        country: Fact[ActorRef] | None = None
        if state:
            said = self._beside(entity, {f.country for _, f in entity.parts if f.country})
            country = (
                read(state, *said[0], by=by, according_to=said[1]) if said else registered(state, GAZETTEER)
            )
        place = Place(
            **self._as_named(entity),
            kind=found,
            country=country,
            geo=_geo(entity),
        )
        return completed(place, entity.edits, self._editing(), entity.forms())

    def _as_named(self, entity: Entity) -> dict[str, Any]:
        """What an actor’s record and a place’s have alike: names, where they stand, what joined them."""
        return {
            "id": entity.id,
            "mentions": self._mentions(entity),
            "joined": self._joined(entity),
            "name": self._name(entity),
            "aliases": tuple(self._aliases(entity)),
            "external_ids": _external_ids(entity),
            "described": tuple(self._descriptions(entity)),
        }

    def doubt(self, question: Question) -> Doubt:
        """The question whether two are one, with the place where each is named.

        No more is cited than the names: what is asked must not show more of an article than what is known.
        """
        stands = [self.book.cite(source.article, span) for source, span in question.passages]
        reasons = question.likeness.reasons
        return Doubt(
            id=f"doubt-{digest(*stands)}",
            records=(AnyRef(question.one.id), AnyRef(question.other.id)),
            passages=(stands[0], stands[1]),
            because=weightiest(reasons),
            against=tuple(reason.words for reason in reasons if reason.points < 0),
            points=round(question.likeness.points, 2),
        )

    def _joined(self, entity: Entity) -> tuple[Join, ...]:
        """What joined it out of several, with the name as each article has it; nothing twice."""
        joins = (
            Join(
                articles=tuple(dict.fromkeys(ArticleRef(source.article.id) for source, _ in join.passages)),
                passages=tuple(self.book.cite(source.article, span) for source, span in join.passages),
                because=join.reasons,
                decided=join.decided,
            )
            for join in entity.joins
        )
        return tuple(dict.fromkeys(joins))

    def _editing(self) -> Editing:
        return Editing(self.book, self.voices, self.problems)

    def _mentions(self, entity: Entity) -> tuple[EvidenceRef, ...]:
        return tuple(
            dict.fromkeys(self.book.cite(source.article, span) for source, span in entity.mentions())
        )

    def _name(self, entity: Entity) -> Fact[str]:
        """The name, cited where it stands in full."""
        name = entity.parts[0][1].name
        mentions = entity.mentions()
        source, span = next(
            (m for m in mentions if as_read(m[0].article.text.slice(m[1])) == name), mentions[0]
        )
        cited = self.book.cite(source.article, span)
        return read(entity.found_name, cited, by=entity.read_by)

    def _told(self, entity: Entity) -> tuple[tuple[EvidenceRef, ...], tuple[Attribution, ...]]:
        """The passage that tells what it is, with its title or description, else with words around its name.

        And whose word it is: the article's own where it has one that is.
        """
        for source, finding in entity.parts:
            for role in finding.roles:
                voices = self.voices[source.article.id]
                return self._with_name(source, finding, role.span, role.of), voices.of(role.span)
        for source, finding in entity.parts:
            for each in finding.descriptions:
                is_age = source.article.text.slice(each.span).isdigit()
                if not is_age and not self.voices[source.article.id].of(each.span):
                    return self._with_name(source, finding, each.span), ()
        unsaid = (each for each in self._words_around(entity) if not each[0])
        word, source, span = next(unsaid, None) or next(self._words_around(entity))
        return (self.book.cite(source.article, span),), word

    def _beside(
        self, entity: Entity, words: Collection[str]
    ) -> tuple[tuple[EvidenceRef, ...], tuple[Attribution, ...]] | None:
        """Where a form of it, or the word before or behind one, holds one of these words, and whose word."""
        for source, name in entity.mentions():
            text = source.article.text
            span = around(text, name, 1, 1)
            near = text.slice(span).casefold()
            if any(word.casefold() in near for word in words):
                return (self.book.cite(source.article, span),), self.voices[source.article.id].of(span)
        return None

    def _words_around(self, entity: Entity) -> Iterator[tuple[tuple[Attribution, ...], Source, Span]]:
        """The words around each mention in a paragraph, else around the first, and whose word they are."""
        mentions = entity.mentions()
        for source, name in [m for m in mentions if _in_paragraph(*m)] or mentions[:1]:
            span = around(source.article.text, name, *_AROUND_NAME)
            yield self.voices[source.article.id].of(span), source, span

    def _with_name(
        self, source: Source, finding: NameFinding, words: Span, of: str | None = None
    ) -> tuple[EvidenceRef, ...]:
        """A title or description together with the name nearest to it; of a title also what says of what."""
        text = source.article.text
        home = text.sentence_at(words.start)
        names = [m for m in finding.mentions if home.start <= m.start and m.end <= home.end]
        nearest = min(names, key=lambda m: abs(m.start - words.start), default=None)
        spans = saying(text, [words], nearest, fewest=_WORD_AND_NAME if nearest else FEWEST_WORDS)
        if of:
            spans[0] = _with_its_state(text, spans[0])
        return tuple(self.book.cite(source.article, span) for span in spans)

    def _state(self, entity: Entity) -> ActorRef | None:
        """The state that the name is tied to."""
        told = next(((s, f.country) for s, f in entity.parts if f.country), None)
        state = self.called.by(*told) if told else None
        return ActorRef(state) if state and state != entity.id else None

    def _aliases(self, entity: Entity) -> Iterable[Fact[Alias]]:
        seen = {entity.name}
        told: dict[str, list[Span]] = defaultdict(list)
        for source, span in entity.mentions():
            told[source.article.id].append(span)
        for source, finding in entity.parts:
            stands = {as_read(source.article.text.slice(s)): s for s in reversed(told[source.article.id])}
            types: dict[str, Any] = {alias.text: alias.type for alias in finding.aliases}
            types[finding.name] = "as_reported"
            for text in sorted(types, key=lambda t: (-len(t), t)):
                if text in seen or text not in stands:
                    continue
                seen.add(text)
                cited = self.book.cite(source.article, stands[text])
                yield read(Alias(text=text, type=types[text]), cited, by=finding.read_by)
        names = (entity.name, *sorted(entity.forms() - {entity.name}))
        for spelled in spelled_aliases(names, entity.edits, self._editing()):
            if spelled.value.text not in seen:
                seen.add(spelled.value.text)
                yield spelled
        for text in entity.listed:
            if text not in seen:
                seen.add(text)
                kind: Any = "acronym" if text.isupper() else "transliteration"
                yield registered(Alias(text=text, type=kind), LIST)

    def _roles(self, entity: Entity) -> Iterable[Fact[Role]]:
        seen = set()
        for source, finding in entity.parts:
            voices = self.voices[source.article.id]
            for role in finding.roles:
                of = self.called.by(source, role.of) if role.of else None
                key = (role.title.casefold(), of)
                if key not in seen:
                    seen.add(key)
                    title = role.title if of else _with_nation(source.article.text, role)
                    made = Role(title=title, of=WhereRef(of) if of else None, former=role.former)
                    told = self._with_name(source, finding, role.span, role.of)
                    yield read(made, *told, by=role.read_by, according_to=voices.of(role.span))

    def _descriptions(self, entity: Entity) -> Iterable[Fact[Reported]]:
        """What the articles say that it is, each wording once; of a place only in words of their own.

        Whose "the Velmish city of Lindhavn" is behind "Lee said that" is open, and it may be fought over.
        """
        seen = set()
        for source, finding in entity.parts:
            for each in finding.descriptions:
                words = Reported(as_read(source.article.text.slice(each.span)))
                word = self.voices[source.article.id].of(each.span)
                if words.casefold() not in seen and not (word and entity.section == "places"):
                    seen.add(words.casefold())
                    told = self._with_name(source, finding, each.span)
                    yield read(words, *told, by=each.read_by, according_to=word)


def _with_its_state(text: Text, span: Span) -> Span:
    """A title with the word before it or behind it that says of what: "Fijian President", "mayor of Suva"."""
    wider = around(text, span, 1, 0)
    ahead = text.text[wider.start : span.start]
    if ahead[:1].isupper() and ahead.endswith(" ") and "," not in ahead:
        return wider
    return around(text, span, 0, 2) if text.text.startswith(" of ", span.end) else span


def _is_listed(entity: Entity) -> bool:
    """Whether the list of places knows a state; of another the article tells that it is one."""
    known = load_gazetteer().places
    names = {name for _, found in entity.parts for name in (found.name, found.country) if name}
    return any(name.casefold() in known or name in known for name in names)


def _with_nation(text: Text, role: RoleFinding) -> str:
    """A title with its state's adjective, where that state is nobody's record: "Fijian President"."""
    wider = around(text, role.span, 1, 0)
    ahead = text.text[wider.start : role.span.start].strip().lower()
    named = role.of is not None and load_gazetteer().demonyms.get(ahead) == role.of
    return text.slice(wider) if named else role.title


def _in_paragraph(source: Source, span: Span) -> bool:
    return source.article.kinds[source.article.text.block_at(span.start)] == "paragraph"


def _external_ids(entity: Entity) -> Fact[ExternalIds] | None:
    return registered(ExternalIds(wikidata=entity.wikidata), "Wikidata") if entity.wikidata else None


def _geo(entity: Entity) -> Fact[Geo] | None:
    """The coordinate, from the register or the source that the editor names."""
    entry = entity.coordinate
    if entry is None:
        return None
    geo = Geo(lat=entry.lat, lon=entry.lon)
    return registered(geo, entry.gazetteer) if entry.gazetteer else edited(geo, source=entry.source)
