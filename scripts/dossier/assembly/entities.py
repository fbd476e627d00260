"""Names found and names curated to the dossier's actors and places.

What several articles call by one name, or an authority file says is one, becomes one record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dossier.assembly.entity import Entity, apply_authorities, apply_entry, merge_by_name
from dossier.assembly.evidence import EvidenceBook, unique_context, word_spans
from dossier.assembly.ids import Ids
from dossier.editing.curation import Authorities
from dossier.editing.sources import Source
from dossier.errors import Problem
from dossier.model import Actor, Alias, Dossier, Place, Provenance, Role
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

N = TypeVar("N", Actor, Place)
Passage = tuple[str, Article, Span]


@dataclass(frozen=True, slots=True)
class Entities:
    """Actors and places of the dossier, found again under the names articles use."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    _ids: dict[tuple[str, str, str], str]
    _stands: dict[str, list[tuple[Source, Span]]]
    """Record id → where the story names it."""

    def actor(self, source: Source, name: str | None) -> str | None:
        """Id of the actor an article calls by this name; None for a name that is no record."""
        return self._ids.get((source.article.id, "actors", name)) if name else None

    def place(self, source: Source, name: str | None) -> str | None:
        """Id of the place, or of the state, an article calls by this name."""
        if not name:
            return None
        return self._ids.get((source.article.id, "places", name)) or self.actor(source, name)

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
        mentions: dict[tuple[str, int], str] = {}
        forms: dict[str, str] = {}
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
                a if _stays(a) else a.model_copy(update={"evidence": (forms[a.text],)})
                for a in record.aliases
                if _stays(a) or a.text in forms
            )
        return record.model_copy(
            update={"aliases": aliases, "mentions": tuple(mentions[key] for key in sorted(mentions))}
        )


def _stays(alias: Alias) -> bool:
    """Whether an alias is kept whether or not another passage holds it."""
    return alias.origin == "curated" or alias.type == "acronym"


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
    entities: list[Entity] = []
    for source in sources:
        found = [Entity("actors", [(source, f)]) for f in source.findings.actors]
        found += [Entity("places", [(source, f)]) for f in source.findings.places]
        for section, entries in (("actors", source.curation.actors), ("places", source.curation.places)):
            for number, entry in enumerate(entries):
                apply_entry(source, f"{section}[{number}]", entry, found, problems)
        entities += [e for e in found if not e.dropped]
    apply_authorities(entities, authorities, authorities_file, problems)
    entities = merge_by_name([e for e in entities if e.mentions()])
    states = {e.name for e in entities if e.section == "actors" and e.kind == "state"}
    entities = [e for e in entities if not (e.section == "places" and e.name in states)]
    for entity in sorted(entities, key=lambda e: e.wanted_id is None):
        entity.id = ids.claim(entity.wanted_id or entity.name)
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
    )


def _build(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Actor | Place:
    first = book.cite(*_plainest(entity))
    found = entity.parts[0][1]
    fields: dict[str, Any] = {"id": entity.id, "name": found.name, "kind": found.kind}
    provenance = {name: Provenance(origin="extracted", evidence=(first,)) for name in ("name", "kind")}
    country = next((f.country for _, f in entity.parts if f.country), None)
    state = by_form.get(country) if country else None
    if state and state != entity.id:
        fields["country"] = state
        provenance["country"] = Provenance(origin="extracted", evidence=(first,))
        if fields["kind"] == "government_body":
            fields["organ_of"] = state
            provenance["organ_of"] = provenance["country"]
    for name, value in entity.curated.items():
        if entity.added or value != fields.get(name):
            fields[name] = value
            provenance[name] = Provenance(origin="curated", evidence=(first,))
    fields["aliases"] = tuple(_aliases(entity, first, book))
    fields["mentions"] = (first,)
    if entity.section == "places":
        return Place(**fields, provenance=provenance)
    return Actor(**fields, provenance=provenance, roles=tuple(_roles(entity, by_form, book)))


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


def _aliases(entity: Entity, first: str, book: EvidenceBook) -> Iterable[Alias]:
    seen = {entity.name}
    for source, finding in entity.parts:
        told = [s for where, s in entity.mentions() if where is source]
        stands = {source.article.text.slice(s): s for s in reversed(told)}
        types = {alias.text: alias.type for alias in finding.aliases} | {finding.name: "as_reported"}
        for text in sorted(types, key=lambda t: (-len(t), t)):
            if text in seen or text not in stands:
                continue
            seen.add(text)
            cited = book.cite(source.article, stands[text])
            yield Alias(text=text, type=types[text], origin="extracted", evidence=(cited,))  # type: ignore[arg-type]
    for spelling in entity.spellings:
        if spelling.text not in seen:
            seen.add(spelling.text)
            yield Alias(text=spelling.text, type=spelling.type, origin="curated", evidence=(first,))  # type: ignore[arg-type]


def _roles(entity: Entity, by_form: dict[str, str], book: EvidenceBook) -> Iterable[Role]:
    seen = set()
    for source, finding in entity.parts:
        for role in finding.roles:
            of = by_form.get(role.of) if role.of else None
            key = (role.title.casefold(), of)
            if key not in seen:
                seen.add(key)
                cited = book.cite(source.article, role.span)
                yield Role(title=role.title, of=of, former=role.former, origin="extracted", evidence=(cited,))
