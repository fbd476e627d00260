"""Names found and names curated to the dossier's actors and places.

What several articles call by one name, or an authority file says is one, becomes one record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dossier.assembly.entity import Entity, apply_authorities, entities_of, merge_by_name
from dossier.assembly.evidence import EvidenceBook, unique_context, word_spans
from dossier.assembly.ids import Ids
from dossier.assembly.origins import corrected, edited, read, registered, term
from dossier.editing.curation import Authorities, GeoEntry
from dossier.editing.sources import Source
from dossier.errors import Problem
from dossier.facts import EDITOR, RULES, ActorRef, EvidenceRef, Fact, PlaceRef, WhereRef
from dossier.model import Actor, Alias, Dossier, ExternalIds, Geo, Place, Role
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

N = TypeVar("N", Actor, Place)
R = TypeVar("R", bound=str)
GAZETTEER = "GeoNames"
"""The register that the rules take countries of cities and provinces from."""
_TIED_BY_CLAIMS = ("armed_group", "alliance")
"""Kinds of actors whose tie to a state is somebody's word: a claim, never a plain fact."""
Passage = tuple[EvidenceRef, Article, Span]


@dataclass(frozen=True, slots=True)
class Entities:
    """Actors and places of the dossier, found again under the names articles use."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    _ids: dict[tuple[str, str, str], str]
    _stands: dict[str, list[tuple[Source, Span]]]
    """Record id → where the story names it."""
    dropped: Collection[str]
    """Names of actors that an editor dropped; no record is about one of them."""

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

    def settle(
        self, dossier: Dossier, book: EvidenceBook, *, every_paragraph: bool
    ) -> tuple[tuple[Actor, ...], tuple[Place, ...]]:
        """Actors and places with one mention for each paragraph that names them.

        Where a passage cited anyway holds the name, the mention is that passage: it shows the name in
        its context and no further words of the article. Without `every_paragraph`, paragraphs and
        forms of a name that no such passage holds are passed over.
        """
        if not every_paragraph:
            update = {
                "actors": tuple(_without_forms(actor) for actor in dossier.actors),
                "places": tuple(_without_forms(place) for place in dossier.places),
            }
            cited = book.passages(dossier.model_copy(update=update).cited())
        else:
            cited = book.passages(dossier.cited())
        return (
            tuple(self._settled(a, book, cited, every_paragraph) for a in dossier.actors),
            tuple(self._settled(p, book, cited, every_paragraph) for p in dossier.places),
        )

    def _settled(self, record: N, book: EvidenceBook, cited: Sequence[Passage], every_paragraph: bool) -> N:
        stands = self._stands[record.id]
        mentions: dict[tuple[str, int], EvidenceRef] = {}
        forms: dict[str, EvidenceRef] = {}
        for source, span in stands:
            block = (source.article.id, source.article.text.block_at(span.start))
            holding = [
                (passage.end - passage.start, -passage.start, id)
                for id, article, passage in cited
                if article.id == source.article.id and passage.start <= span.start and span.end <= passage.end
            ]
            if holding:
                mentions.setdefault(block, max(holding)[2])
                forms.setdefault(source.article.text.slice(span), max(holding)[2])
        if every_paragraph:
            for source, span in stands:
                block = (source.article.id, source.article.text.block_at(span.start))
                if block not in mentions:
                    mentions[block] = book.cite(source.article, span)
            aliases = record.aliases
        else:
            aliases = tuple(
                a if _stays(a) else a.model_copy(update={"evidence": (forms[a.value.text],)})
                for a in record.aliases
                if _stays(a) or a.value.text in forms
            )
        return record.model_copy(
            update={"aliases": aliases, "mentions": tuple(mentions[key] for key in sorted(mentions))}
        )


def _stays(alias: Fact[Alias]) -> bool:
    """Whether an alias is kept whether or not another passage holds it."""
    return alias.read_by == EDITOR or alias.value.type == "acronym"


def _without_forms(record: N) -> N:
    return record.model_copy(update={"aliases": tuple(filter(_stays, record.aliases))})


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
    apply_authorities(entities, authorities, authorities_file, problems)
    entities = merge_by_name([e for e in entities if e.mentions()])
    states = {e.name for e in entities if e.section == "actors" and e.kind == "state"}
    entities = [e for e in entities if not (e.section == "places" and e.name in states)]
    for entity in sorted(entities, key=lambda e: e.wanted_id is None):
        entity.id = ids.claim(entity.wanted_id or entity.name, chosen=entity.wanted_id is not None)
    names = {
        (source.article.id, entity.section, finding.name): entity.id
        for entity in entities
        for source, finding in entity.parts
    }
    by_form: dict[str, str] = {}
    for entity in entities:
        if entity.section == "actors":
            by_form.update((form, entity.id) for form in {entity.name, *entity.forms()})
    built = [_build(entity, by_form, book) for entity in entities]
    return Entities(
        tuple(sorted((r for r in built if isinstance(r, Actor)), key=lambda r: r.id)),
        tuple(sorted((r for r in built if isinstance(r, Place)), key=lambda r: r.id)),
        names,
        {entity.id: entity.mentions() for entity in entities},
        {name for section, name in gone if section == "actors"},
    )


def _build(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Actor | Place:
    return _place(entity, by_form, book) if entity.section == "places" else _actor(entity, by_form, book)


def _actor(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Actor:
    first = book.cite(*_plainest(entity))
    by = EDITOR if entity.added else RULES
    curated = entity.curated
    state = _state(entity, by_form) if entity.kind not in _TIED_BY_CLAIMS else None
    country = read(state, first) if state else None
    organ_of = country if entity.parts[0][1].kind == "government_body" else None
    return Actor(
        id=entity.id,
        mentions=(first,),
        name=corrected(read(entity.parts[0][1].name, first, by=by), curated.get("name"), first),
        kind=term(entity.parts[0][1].kind, curated.get("kind"), first, by=by),
        aliases=tuple(_aliases(entity, first, book)),
        description=corrected(None, curated.get("description"), first),
        country=corrected(country, _ref(ActorRef, curated.get("country")), first),
        external_ids=_external_ids(entity),
        roles=tuple(_roles(entity, by_form, book)),
        organ_of=corrected(organ_of, _ref(ActorRef, curated.get("organ_of")), first),
    )


def _place(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Place:
    first = book.cite(*_plainest(entity))
    by = EDITOR if entity.added else RULES
    curated = entity.curated
    state = _state(entity, by_form)
    return Place(
        id=entity.id,
        mentions=(first,),
        name=corrected(read(entity.parts[0][1].name, first, by=by), curated.get("name"), first),
        kind=term(entity.parts[0][1].kind, curated.get("kind"), first, by=by),
        aliases=tuple(_aliases(entity, first, book)),
        description=corrected(None, curated.get("description"), first),
        country=corrected(
            _country_of_place(entity, state, first) if state else None,
            _ref(ActorRef, curated.get("country")),
            first,
        ),
        external_ids=_external_ids(entity),
        part_of=corrected(None, _ref(PlaceRef, curated.get("part_of")), first),
        geo=_geo(entity),
    )


def _state(entity: Entity, by_form: dict[str, str]) -> ActorRef | None:
    """The state that the name is tied to."""
    country = next((f.country for _, f in entity.parts if f.country), None)
    state = by_form.get(country) if country else None
    return ActorRef(state) if state and state != entity.id else None


def _country_of_place(entity: Entity, state: ActorRef, first: EvidenceRef) -> Fact[ActorRef]:
    """The country of a place: read where the place's own words name it, else the gazetteer's."""
    names = {f.country for _, f in entity.parts if f.country}
    said = any(name in form for form in entity.forms() for name in names)
    return read(state, first) if said else registered(state, GAZETTEER)


def _external_ids(entity: Entity) -> Fact[ExternalIds] | None:
    wikidata = entity.curated.get("wikidata")
    return registered(ExternalIds(wikidata=wikidata), "Wikidata") if wikidata else None


def _geo(entity: Entity) -> Fact[Geo] | None:
    """The coordinate, from the register or the source that the editor names."""
    entry: GeoEntry | None = entity.curated.get("geo")
    if entry is None:
        return None
    geo = Geo(lat=entry.lat, lon=entry.lon)
    return registered(geo, entry.gazetteer) if entry.gazetteer else edited(geo, source=entry.source)


def _ref(kind: type[R], id: str | None) -> R | None:
    return None if id is None else kind(id)


def _plainest(entity: Entity) -> tuple[Article, Span]:
    """The first mention that needs least of the words around it to be unique."""

    def context_words(mention: tuple[Source, Span]) -> int:
        source, span = mention
        text = source.article.text.text
        context = unique_context(text, span)
        return sum(context.start <= w.start and w.end <= context.end for w in word_spans(text, *context))

    named = [m for m in entity.mentions() if m[0].article.text.slice(m[1]) == entity.parts[0][1].name]
    source, span = min(named or entity.mentions(), key=context_words)
    return source.article, span


def _aliases(entity: Entity, first: EvidenceRef, book: EvidenceBook) -> Iterable[Fact[Alias]]:
    seen = {entity.name}
    for source, finding in entity.parts:
        told = [s for where, s in entity.mentions() if where is source]
        stands = {source.article.text.slice(s): s for s in reversed(told)}
        types: dict[str, Any] = {alias.text: alias.type for alias in finding.aliases}
        types[finding.name] = "as_reported"
        for text in sorted(types, key=lambda t: (-len(t), t)):
            if text in seen or text not in stands:
                continue
            seen.add(text)
            yield read(Alias(text=text, type=types[text]), book.cite(source.article, stands[text]))
    for spelling in entity.spellings:
        if spelling.text not in seen:
            seen.add(spelling.text)
            yield edited(Alias(text=spelling.text, type=spelling.type), first)


def _roles(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Iterable[Fact[Role]]:
    seen = set()
    for source, finding in entity.parts:
        for role in finding.roles:
            of = by_form.get(role.of) if role.of else None
            key = (role.title.casefold(), of)
            if key not in seen:
                seen.add(key)
                cited = book.cite(source.article, role.span)
                yield read(Role(title=role.title, of=WhereRef(of) if of else None, former=role.former), cited)
