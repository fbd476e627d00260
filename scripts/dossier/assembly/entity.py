"""An actor or place in the making, and what editors say of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.assembly.grounds import Edit
from dossier.editing.curation import (
    ActorAuthority,
    ActorEntry,
    Authorities,
    GeoEntry,
    Located,
    Personal,
    PlaceAuthority,
    PlaceEntry,
)
from dossier.editing.sources import Source, as_worded, where_words_stand
from dossier.errors import Problem
from dossier.facts import EDITOR, RULES
from dossier.reading.findings import NameFinding, Span
from dossier.reading.names.decision import WEAK
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import ABBREVIATED, PARTICLE, SITE_FIRST, load_namewords

_LISTED = "names that the authority file lists as one"
_SKIPPED_BLOCKS = {"heading", "note"}
_SMALL = 2
"""Letters of words within a name that are written small: "Port-au-Prince"."""
_ACRONYM = 5
"""Letters that an acronym has at most, as a rule."""
_LETTERS = 3
"""Capitals of a dateline that are letters for a name: "USA"."""
_DOTTED = re.compile(r"(?:\w\.)+\w?")
"""Letters for a name with their full stops: "D.C."."""
_ONE_LETTER = re.compile(r"\w['’]\w")
"""How a word begins of which the letter behind an apostrophe is large: "N'Djamena", not "Xi'an"."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An entry that drops a name: where it stands, and what it says of the article's own words."""

    file: str
    path: str
    elsewhere: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Two entities that were found to be one."""

    passages: tuple[tuple[Source, Span], ...]
    """Where each is named."""
    reasons: tuple[str, ...]
    decided: bool
    """Whether an editor decided it."""


@dataclass(slots=True)
class Entity:
    """A record in the making: what was found under one name, and what editors say of it."""

    section: str
    """actors or places."""
    parts: list[tuple[Source, NameFinding]]
    edits: list[Edit] = field(default_factory=list)
    """Entries about it; the first that sets a field wins."""
    wikidata: str | None = None
    coordinate: GeoEntry | None = None
    listed: list[str] = field(default_factory=list)
    """Spellings that a list of names gives it."""
    is_listed: bool = False
    """Whether a list of names has it."""
    wanted_id: str | None = None
    added: bool = False
    dropped: Drop | None = None
    """The entry that drops it."""
    id: str = ""
    joins: list[Joined] = field(default_factory=list)
    """What joined it out of several."""
    standing: list[tuple[Source, NameFinding]] = field(default_factory=list)
    """Places found that are this state's territory, in articles that name the state as an actor too."""

    @property
    def read_by(self) -> tuple[str, ...]:
        """Who read that there is one of this name: the rules first where they did."""
        if self.added:
            return (EDITOR,)
        found = dict.fromkeys(by for _, finding in self.parts for by in finding.read_by)
        return tuple(sorted(found, key=lambda by: by != RULES))

    @property
    def name(self) -> str:
        """The name an editor gave, else the one found."""
        return str(self.set_name or self.found_name)

    @property
    def found_name(self) -> str:
        """The longest name found; "Lima" for "LIMA" where it is seen to be no acronym."""
        found = self.parts[0][1].name
        if not found.isupper():
            return found
        in_small = (f.name for _, f in self.parts if not f.name.isupper())
        same = next((name for name in in_small if name.casefold() == found.casefold()), None)
        is_shouted = all(_is_in_dateline(s, m) for s, f in self.parts for m in f.mentions)
        return same or (_in_small_letters(found) if is_shouted or self._is_known_city(found) else found)

    def _is_known_city(self, name: str) -> bool:
        """Whether a place's name of many letters is a city's: "WASHINGTON/LESK (Post) -"."""
        known = load_gazetteer().places.get(name.casefold())
        return (
            self.section == "places" and len(name) > _ACRONYM and known is not None and known.kind == "city"
        )

    @property
    def set_name(self) -> str | None:
        """The name an editor gave."""
        name = self._set("name")
        return None if name is None else str(name)

    @property
    def kind(self) -> str:
        """The kind an editor gave, else the one found."""
        return str(self._set("kind") or self.parts[0][1].kind)

    @property
    def belief(self) -> float:
        """How much it is believed to be of its kind; 1 where a rule, a reader, an editor or a list is sure.

        And what two articles name so, unless it is more likely something else: each decided by itself, and
        that they share it tells.
        """
        belief = max(finding.belief for _, finding in self.parts)
        several = len({source.article.id for source, _ in self.parts}) > 1
        alike = len({finding.kind for _, finding in self.parts}) == 1
        shared = several and alike and belief >= WEAK
        edited = any(edit.entry.is_filled_in for edit in self.edits)
        return 1.0 if edited or self.is_listed or shared else belief

    @property
    def noindex(self) -> bool:
        """Whether an editor asks search engines to leave its page out."""
        return any(isinstance(edit.entry, Personal) and edit.entry.noindex for edit in self.edits)

    def _set(self, field: str) -> Any:
        lines = (edit.entry.line(field) for edit in self.edits)
        return next((line.value for line in lines if line), None)

    def forms(self) -> set[str]:
        """Every form under which articles name it."""
        found = set()
        for source, finding in self.parts:
            found |= {finding.name, *(alias.text for alias in finding.aliases)}
            found |= {source.article.text.slice(span) for span in finding.mentions}
        return found

    def mentions(self) -> list[tuple[Source, Span]]:
        """Where the story itself names it: headings and notes about the article left out.

        A dateline says where the story is from: it names its place, but whoever reports from there is
        nobody the story is about: "LIMA (Wire) –".
        """
        return [
            (source, span)
            for source, finding in self.parts
            for span in sorted(finding.mentions)
            if source.article.kinds[source.article.text.block_at(span.start)] not in _SKIPPED_BLOCKS
            and not (self.section == "actors" and _is_in_dateline(source, span))
        ]


def _in_small_letters(shouted: str) -> str:
    """A name in capitals as it is written: "Cox's Bazar", "Rio de Janeiro", "N'Djamena".

    Letters for a name stay as they are: "USA", "Washington D.C.".
    """
    if len(shouted) <= _LETTERS:
        return shouted
    words = re.split(r"([ -])", shouted)
    inner = range(1, len(words) - 1)
    return "".join(
        word.lower() if at in inner and _is_small(word.lower()) else _with_capital(word)
        for at, word in enumerate(words)
    )


def _is_small(word: str) -> bool:
    """Whether a word within a name is written small: "de", "au", but "St" and "San"."""
    flags = load_namewords().get(word, 0)
    tied = flags & PARTICLE and not flags & SITE_FIRST
    return bool(len(word) <= _SMALL or tied) and not flags & ABBREVIATED


def _with_capital(word: str) -> str:
    """A word in capitals with its first letter large, and the one behind an apostrophe behind one letter."""
    if _DOTTED.fullmatch(word):
        return word
    large = 3 if _ONE_LETTER.match(word) else 1
    return word[:large] + word[large:].lower()


def _is_in_dateline(source: Source, span: Span) -> bool:
    line = source.article.dateline
    return line is not None and line.start <= span.start < line.end


def entities_of(source: Source, problems: list[Problem]) -> list[Entity]:
    """The names found in one article, as its curation file completes or drops them."""
    found = [Entity("actors", [(source, f)]) for f in source.findings.actors]
    found += [Entity("places", [(source, f)]) for f in source.findings.places]
    sections: tuple[tuple[str, Sequence[ActorEntry | PlaceEntry]], ...] = (
        ("actors", source.curation.actors),
        ("places", source.curation.places),
    )
    for section, entries in sections:
        for number, entry in enumerate(entries):
            apply_entry(source, f"{section}[{number}]", entry, found, problems)
    return found


def apply_entry(
    source: Source,
    path: str,
    entry: ActorEntry | PlaceEntry,
    found: list[Entity],
    problems: list[Problem],
) -> None:
    """Do to the entities found what an entry of the article's curation file says."""
    section = path.split("[")[0]
    stands = where_words_stand(source, path, entry.words, entry.paragraph, problems)
    if not stands:
        return
    if entry.add:
        kind, name = entry.line("kind"), entry.line("name")
        if kind is None:
            problems.append(_kind_missing(source.curation_file, path))
            return
        finding = NameFinding(
            name=name.value if name else entry.words, kind=kind.value, mentions=tuple(stands)
        )
        entity = Entity(section, [(source, finding)], added=True)
        found.append(entity)
    else:
        matched = _named(source, path, entry.words, found, section, problems)
        if matched is None:
            return
        entity = matched
    for index, words in enumerate(entry.merge):
        other = _named(source, f"{path}.merge[{index}]", words, found, section, problems)
        if other is not None and other is not entity:
            entity.parts += other.parts
            found.remove(other)
    entity.dropped = Drop(source.curation_file, path, entry.elsewhere) if entry.drop is not None else None
    _complete(entity, entry, Edit(source.curation_file, path, entry, [source]))


def _kind_missing(file: str, path: str) -> Problem:
    return Problem(
        file=file,
        where=f"{path}.kind",
        found="this key is missing",
        expected="what kind of thing it is, with its grounds",
        example="kind: people\nbecause: the passengers of the ferry",
    )


def _named(
    source: Source, path: str, words: str, found: list[Entity], section: str, problems: list[Problem]
) -> Entity | None:
    words = as_worded(source.article, words)
    matches = [e for e in found if e.section == section and words in e.forms()]
    exact = [e for e in matches if e.parts[0][1].name == words]
    if len(exact) == 1 or len(matches) == 1:
        return (exact or matches)[0]
    names = ", ".join(sorted(e.name for e in matches)) or "none"
    problems.append(
        Problem(
            file=source.curation_file,
            where=path,
            found=f"“{words}” names {len(matches) or 'none'} of the {section} found ({names})",
            expected="a form that names exactly one, or `add: true` for one the rules missed",
            example=f"{section}:\n- words: Ana Novak" if section == "actors" else "places:\n- words: Osterby",
        )
    )
    return None


def _complete(
    entity: Entity, entry: ActorEntry | PlaceEntry | ActorAuthority | PlaceAuthority, edit: Edit
) -> None:
    entity.edits.append(edit)
    entity.wikidata = entity.wikidata or entry.wikidata
    if isinstance(entry, Located):
        entity.coordinate = entity.coordinate or entry.coordinate
    entity.wanted_id = entity.wanted_id or entry.id


def apply_authorities(
    entities: list[Entity],
    authorities: Authorities,
    file: str,
) -> None:
    """Do to the entities what the authority file says; an authority that no article uses waits."""
    sections: tuple[tuple[str, Sequence[ActorAuthority | PlaceAuthority]], ...] = (
        ("actors", authorities.actors),
        ("places", authorities.places),
    )
    for section, entries in sections:
        for number, authority in enumerate(entries):
            names = set(authority.names)
            matched = [e for e in entities if e.section == section and names & e.forms() and e.mentions()]
            if not matched:
                continue
            first = matched[0]
            for other in matched[1:]:
                passages = between(first, other)
                if passages:
                    first.joins.append(Joined(passages, reasons=(_LISTED,), decided=True))
                first.parts += other.parts
                first.edits += other.edits
                entities.remove(other)
            sources = [source for source, _ in first.parts]
            _complete(first, authority, Edit(file, f"{section}[{number}]", authority, sources))


def first_named(entity: Entity, besides: Collection[str] = ()) -> tuple[Source, Span]:
    """Where an entity is named in full, in the story if it is there at all.

    In another article than those `besides`, if there is one.
    """
    mentions = entity.mentions() or [(entity.parts[0][0], entity.parts[0][1].mentions[0])]
    mentions = [m for m in mentions if m[0].article.id not in besides] or mentions
    name = entity.parts[0][1].name
    return next((m for m in mentions if m[0].article.text.slice(m[1]) == name), mentions[0])


def between(one: Entity, other: Entity) -> tuple[tuple[Source, Span], tuple[Source, Span]] | None:
    """Where two entities are named in two articles; None where one article names both and no other does."""
    first = first_named(one)
    second = first_named(other, {first[0].article.id})
    return (first, second) if first[0].article.id != second[0].article.id else None
