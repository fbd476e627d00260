"""The editor's files, parsed: what the text does not say, each entry tied to the words it is about.

`SEED.curation.yaml` corrects and completes what was read from one article; `authorities.yaml` holds
names that are the same in every article. An entry quotes the article's words; one that matches
nothing, or more than one thing, is an error, as is an authority that no article uses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dossier.errors import DossierError, Problem
from dossier.facts import Id
from dossier.model import Geo
from dossier.vocabularies import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    AliasType,
    ClaimKind,
    EventType,
    PlaceKind,
    Predicate,
)

T = TypeVar("T", bound=BaseModel)
Words = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Spelling(_Entry):
    """Another spelling readers may look for."""

    text: Words
    type: AliasType = "transliteration"
    source: Words | None = None
    """Where it is used."""


class GeoEntry(Geo):
    """A coordinate, and the gazetteer or other source it is from."""

    gazetteer: Words | None = None
    """The gazetteer that gives it: GeoNames."""
    source: Words | None = None
    """Where else the numbers are from: "approximate centre, set by the editor"."""

    @model_validator(mode="after")
    def _says_where_it_is_from(self) -> Self:
        if (self.gazetteer is None) == (self.source is None):
            raise ValueError("a coordinate has a gazetteer or a source")
        return self


class About(_Entry):
    """What every entry has: the article's words it is about."""

    words: Words
    """Exact words of the article, marks and all."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""
    id: Id | None = None
    """Id to give the record; else one is made from its name or title."""
    drop: Words | None = None
    """Why the finding does not belong in the dossier; it is left out."""
    add: bool = False
    """True for a record the rules did not find."""
    merge: tuple[Words, ...] = ()
    """Words of other findings that are the same one."""


class NamedEntry(About):
    """What actor and place entries share."""

    name: Words | None = None
    description: Words | None = None
    country: Id | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    aliases: tuple[Spelling, ...] = ()
    elsewhere: Literal["keep", "redact"] | None = None
    """With `drop`: what becomes of the name where the article's own words still hold it."""


class ActorEntry(NamedEntry):
    """Completes an actor."""

    kind: ActorKind | None = None
    organ_of: Id | None = None


class PlaceEntry(NamedEntry):
    """Completes a place."""

    kind: PlaceKind | None = None
    part_of: Id | None = None
    geo: GeoEntry | None = None


class DateEntry(_Entry):
    """A date the rules read wrongly or not at all."""

    words: Words
    paragraph: str | None = None
    edtf: Words
    precision: Words
    rule: Words


class ParticipantEntry(_Entry):
    """An actor in an event or agreement, with the words that say so."""

    actor: Id
    role: Words
    words: Words
    paragraph: str | None = None


class EventEntry(About):
    """Completes an event."""

    type: EventType | None = None
    title: Words | None = None
    description: Words | None = None
    date: DateEntry | None = None
    place: Id | None = None
    participants: tuple[ParticipantEntry, ...] = ()
    part_of: Id | None = None
    follows: Id | None = None


class AgreementEntry(About):
    """Completes an agreement."""

    title: Words | None = None
    subject: Words | None = None
    kind: AgreementKind | None = None
    status: AgreementStatus | None = None
    status_words: Words | None = None
    """With `status`: the article's words for it."""
    parties: tuple[ParticipantEntry, ...] = ()
    announced_by: Id | None = None


class QuoteEntry(About):
    """Completes a quotation."""

    speaker: Id | None = None
    occasion: Id | None = None
    about: tuple[Id, ...] = ()


class ClaimEntry(About):
    """Completes a claim."""

    kind: ClaimKind | None = None
    claimant: Id | None = None
    target: Id | None = None
    about: Id | None = None
    wording: tuple[Words, ...] = ()
    """The article's words for it in the pieces that matter, in order."""


class RelationEntry(_Entry):
    """A relation the rules do not draw."""

    words: Words
    paragraph: str | None = None
    subject: Id
    predicate: Predicate
    object: Id


class Curation(_Entry):
    """One article's curation file."""

    actors: tuple[ActorEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()


class ActorAuthority(_Entry):
    """What is known of an actor whatever the article."""

    id: Id | None = None
    name: Words
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Forms under which an article may name it; all findings with one of them are this actor."""
    kind: ActorKind | None = None
    description: Words | None = None
    country: Id | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    aliases: tuple[Spelling, ...] = ()


class PlaceAuthority(_Entry):
    """What is known of a place whatever the article."""

    id: Id | None = None
    name: Words
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    kind: PlaceKind | None = None
    description: Words | None = None
    country: Id | None = None
    part_of: Id | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    aliases: tuple[Spelling, ...] = ()
    geo: GeoEntry | None = None


class Authorities(_Entry):
    """The authority file."""

    actors: tuple[ActorAuthority, ...] = ()
    places: tuple[PlaceAuthority, ...] = ()


_EXAMPLES = {
    "actors": "actors:\n- words: Ana Novak\n  description: Mayor of Osterby.",
    "places": "places:\n- words: Oesterby\n  name: Osterby\n"
    "  geo: {lat: 55.2, lon: 11.9, gazetteer: GeoNames}",
    "events": "events:\n- words: an ambush on the ferry\n  title: Ambush of a ferry",
    "agreements": "agreements:\n- words: agreed to share a ferry\n  title: Shared ferry",
    "quotes": "quotes:\n- words: The ferry is late\n  about: [osterby]",
    "claims": "claims:\n- words: claimed responsibility\n  about: ferry-ambush",
    "relations": "relations:\n- words: a partner of Osterby\n  subject: vesterby\n"
    "  predicate: partner_of\n  object: osterby",
}


def load_curation(path: Path) -> Curation:
    """The curation file of one article; empty when there is none.

    Raises DossierError with every problem of the file.
    """
    return Curation() if not path.exists() else _load(path, Curation)


def load_authorities(path: Path) -> Authorities:
    """The authority file; empty when there is none.

    Raises DossierError with every problem of the file.
    """
    return Authorities() if not path.exists() else _load(path, Authorities)


def _load(path: Path, shape: type[T]) -> T:
    name = str(path)
    try:
        data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueKeyLoader)
    except UnicodeDecodeError as error:
        raise DossierError(
            [
                Problem(
                    file=name,
                    where=f"byte {error.start}",
                    found="this byte is not UTF-8",
                    expected="a text file in UTF-8",
                )
            ]
        ) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DossierError(
            [
                Problem(
                    file=name,
                    where=f"line {line}",
                    found=error.problem or "not YAML",
                    expected="YAML: sections with lists of entries",
                    example=_EXAMPLES["actors"],
                )
            ]
        ) from error
    try:
        return shape.model_validate(data or {})
    except ValidationError as error:
        raise DossierError(_problem(name, dict(detail)) for detail in error.errors()) from error


def _problem(file: str, detail: dict[str, Any]) -> Problem:
    location = detail["loc"]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
    section = str(location[0]) if location else ""
    if detail["type"] == "extra_forbidden":
        found, expected = "this key is unknown", f"one of the keys of {section or 'the file'}"
    elif detail["type"] == "missing":
        found, expected = "this key is missing", "a value"
    else:
        found, expected = f"{detail['input']!r} does not fit", detail["msg"].lower()
    return Problem(
        file=file, where=path or "line 1", found=found, expected=expected, example=_EXAMPLES.get(section, "")
    )


class _UniqueKeyLoader(yaml.SafeLoader):
    """YAML in which a key given twice is an error, not the last one's."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the key {key!r} is given twice", problem_mark=key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)
