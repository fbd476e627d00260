"""The editor's files, parsed: what the text does not say, each entry tied to the words it is about.

`SEED.curation.yaml` corrects and completes what was read from one article; `authorities.yaml` holds
names that are the same in every article. An entry quotes the article's words; one that matches
nothing, or more than one thing, is an error; an authority that no article uses waits for one that does.
A record's fields can be set under their own names: each line says which words it rests on (`because`), or
where it comes from that is not an article (`source`).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import GenericAlias
from typing import Annotated, Any, Generic, Literal, NamedTuple, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema

from dossier.editing.name_list import ListedName
from dossier.facts import Id, Reported, fact_fields, worded_fields
from dossier.model import Actor, Agreement, Claim, Event, Geo, Place, Quote, Record
from dossier.vocabularies import AliasType, DateKind, Predicate

ARTICLE = "article"
"""Whose word something is that stands as an aside in somebody's words and is the article's own."""
V = TypeVar("V")
E = TypeVar("E", bound="Entry")
S = TypeVar("S", bound="EditedPart")
Words = Annotated[str, Field(min_length=1)]


def _one_or_several(given: object) -> object:
    return (given,) if isinstance(given, str) else given


SeveralWords = Annotated[
    tuple[Words, ...],
    BeforeValidator(_one_or_several, json_schema_input_type=tuple[Words, ...] | Words),
]
"""Exact words of an article, in one piece or several."""


class Answer(NamedTuple):
    """An editor's yes to a value that its words may not show."""

    at: str
    """The part of its entry that says it; empty for the entry itself."""
    value: str
    """What the value tells."""
    words: frozenset[str]
    """The words it rests on."""
    why: str


class EditedPart(BaseModel):
    """What an editor's files are made of."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", use_attribute_docstrings=True)

    def answers(self) -> Iterator[Answer]:
        """The values of this entry, those of other entries in it apart, that an editor says yes to."""
        yield from ()


class Grounds(EditedPart):
    """What a value that an editor sets rests on."""

    because: SeveralWords = ()
    """Exact words of the article that say it, one or several pieces."""
    source: Words | None = None
    """Where it comes from that is not an article."""
    shown: Words | None = None
    """Why it is so although the gate finds that the words of `because` don't show it."""
    according_to: Id | None = None
    """The actor whose word it is, where the article reports it as somebody's; `article` where an aside in
    somebody's words is the article's own."""


class Spelling(Grounds):
    """Another spelling readers may look for, with what gives the record this name."""

    text: Words
    """The spelling."""
    type: AliasType = "transliteration"
    """What makes it another one."""

    def answers(self) -> Iterator[Answer]:
        """The yes to the spelling."""
        if self.shown:
            yield Answer("", self.text, frozenset(self.because), self.shown)


def _spelling(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Alias = Annotated[Spelling, BeforeValidator(_spelling, json_schema_input_type=Spelling | Words)]
"""A spelling with its type, or the bare words."""


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


class Line(Grounds, Generic[V]):
    """A value for a field of a record: the value alone, or with its own grounds."""

    model_config = ConfigDict(use_attribute_docstrings=False)  # see _Derived

    value: V = Field(description="What the field is set to.")

    @model_validator(mode="before")
    @classmethod
    def _value_alone(cls, given: object) -> object:
        return given if isinstance(given, dict) and "value" in given else {"value": given}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The value alone, or keys and values."""
        with_grounds = handler(schema)
        told = handler.resolve_ref_schema(with_grounds)
        told |= {"title": Line.__name__, "description": Line.__doc__}
        value = told["properties"]["value"]
        alone = {key: said for key, said in value.items() if key not in ("title", "description")}
        return {"anyOf": [alone, with_grounds]}


class Entry(Grounds):
    """What all entries have; its grounds are those of each line that gives none."""

    @property
    def is_filled_in(self) -> bool:
        """Whether it says more than which words it is about, as it stands in a draft."""
        return not self.model_fields_set <= {"words", "paragraph"}

    def line(self, field: str) -> Line[Any] | None:
        """What it sets a field to, with its grounds."""
        line: Line[Any] | None = getattr(self, field, None)
        return self.grounded(line) if line is not None else None

    def lines(self, field: str) -> tuple[Line[Any], ...]:
        """What it adds to a field that holds several facts, each with its grounds."""
        return tuple(self.grounded(line) for line in getattr(self, field, ()))

    def grounded(self, line: Line[Any]) -> Line[Any]:
        """The line with its own grounds, or with the entry's where it gives none."""
        if line.because or line.source:
            return line
        return line.model_copy(
            update={
                "because": self.because,
                "source": self.source,
                "shown": line.shown or self.shown,
                "according_to": line.according_to or self.according_to,
            }
        )

    def answers(self) -> Iterator[Answer]:
        """A yes to each line with one, its own or the entry's."""
        for name in type(self).model_fields:
            held = getattr(self, name)
            for number, line in enumerate(held if isinstance(held, tuple) else (held,)):
                if isinstance(line, Line) and (grounded := self.grounded(line)).shown:
                    own = f"{name}[{number}]" if isinstance(held, tuple) else name
                    at = own if line.shown else ""
                    yield Answer(at, str(line.value), frozenset(grounded.because), grounded.shown)


class About(Entry):
    """What every entry of an article's file has: the words it is about."""

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
    withdrawn: Words | None = None
    """Why a record that was published is taken back: as with `drop`, and its address says so."""
    merge: tuple[Words, ...] = ()
    """Words of other findings that are the same one."""

    @model_validator(mode="before")
    @classmethod
    def _withdrawn_is_dropped(cls, given: object) -> object:
        if isinstance(given, dict) and given.get("withdrawn") and "drop" not in given:
            return {**given, "drop": given["withdrawn"]}
        return given


class Identified(Entry):
    """How else a name is spelled, and where else it is known."""

    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    """Its number at Wikidata, set only where checked."""
    aliases: tuple[Alias, ...] = ()
    """Other spellings, each the bare words or with its type; another name also with where it is used."""


class Located(Identified):
    """The same for a place."""

    coordinate: GeoEntry | None = Field(default=None, alias="geo")
    """Where it lies, and which gazetteer or other source says so."""


class NamedEntry(About):
    """What actor and place entries share."""

    elsewhere: Literal["keep", "redact"] | None = None
    """With `drop`: what becomes of the name where the article's own words still hold it."""


class Personal(EditedPart):
    """What an actor alone may have."""

    noindex: bool = Field(default=False, examples=["noindex: true"])
    """true to ask search engines to leave its page out."""


class ActorEntry(NamedEntry, Identified, Personal):
    """Completes an actor."""


class PlaceEntry(NamedEntry, Located):
    """Completes a place."""


class DateEntry(EditedPart):
    """A date the rules read wrongly or not at all."""

    words: Words
    """The article's words for the date."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""
    kind: DateKind
    """on, during, within, before or after."""
    edtf: Words
    """The date in the Extended Date/Time Format: 2019-04-21, or [2019-04-15..2019-04-21]."""
    precision: Words
    """How exact it is: day, week, month …"""
    rule: Words
    """How the words lead to the date."""


class ParticipantEntry(EditedPart):
    """An actor in an event or agreement, with the words that say so."""

    actor: Id
    """Id of the actor."""
    role: Words | None = None
    """What it is in the event or agreement: visitor, host, party …"""
    drop: Words | None = None
    """Instead of a role: why it took no part although it was read so."""
    words: Words
    """Exact words of the article that say so."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""
    shown: Words | None = None
    """Why it is so although the gate finds that its words don't show it."""

    @model_validator(mode="after")
    def _took_part_or_not(self) -> Self:
        if (self.role is None) == (self.drop is None):
            raise ValueError("a participant has either a role or a reason to be left out (drop)")
        return self

    def answers(self) -> Iterator[Answer]:
        """The yes to its having taken part."""
        if self.shown:
            yield Answer("", self.actor, frozenset((self.words,)), self.shown)


class EventEntry(About):
    """Completes an event."""

    when: DateEntry | None = Field(default=None, alias="date")
    """When it was."""
    participants: tuple[ParticipantEntry, ...] = ()
    """Who took part, as what."""


class AgreementEntry(About):
    """Completes an agreement."""

    parties: tuple[ParticipantEntry, ...] = ()
    """Who agreed, pledged or planned it."""


class QuoteEntry(About):
    """Completes a quotation."""

    topics: tuple[Id, ...] = Field(default=(), alias="about")
    """Ids of the records it is about."""


class ClaimEntry(About):
    """Completes a claim."""

    wording: tuple[Words, ...] = ()
    """The article's words for it in the pieces that matter, in order."""


class RelationEntry(EditedPart):
    """A relation the rules do not draw."""

    words: Words
    """The article's words that say so."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""
    subject: Id
    """Id of the record that the relation starts from."""
    predicate: Predicate
    """What the one is to the other."""
    object: Id
    """Id of the record that it leads to."""
    according_to: Id | None = None
    """The actor whose word it is, or `article`; else as for what the rules read."""
    shown: Words | None = None
    """Why it is so although the gate finds that its words don't show it."""

    def answers(self) -> Iterator[Answer]:
        """The yes to the relation."""
        if self.shown:
            told = f"{self.subject} {self.predicate} {self.object}"
            yield Answer("", told, frozenset((self.words,)), self.shown)


class Told(EditedPart):
    """A passage of an article that names or tells of one record."""

    article: Id
    """The article's id: its file name without .md."""
    words: Words
    """Exact words of it."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""


Decided = Literal["actors", "places", "events", "agreements"]
"""The sections whose records are compared across articles."""


class Decision(EditedPart):
    """What an editor decided of two passages: that they tell of one record, or of two."""

    between: tuple[Told, Told]
    """The two passages, of two articles."""
    section: Decided = "actors"
    """The section of the records."""
    why: Words | None = None
    """What it rests on, for whoever reads the file."""


class ReviewedEntry(EditedPart):
    """An editor's answer to something that waited: yes, or the reason why it is left out."""

    words: Words
    """The article's words it is about."""
    seen: str = Field(pattern=r"^[0-9a-f]{12}$")
    """Digest of its sentence and of what was read in it; when one changes, it is asked again."""
    drop: Words | None = None
    """Why it is left out; absent for a yes."""


class ShownEntry(EditedPart):
    """An editor's yes to something that the gate found not shown."""

    words: Words
    """Exact words of the article that the gate named."""
    paragraph: str | None = None
    """Number of the paragraph they stand in, when they stand in several."""
    because: Words
    """Why it is so all the same, in the editor's words."""


class ActorAuthority(Identified, Personal):
    """What is known of an actor whatever the article."""

    id: Id | None = None
    """Id to give the record; else one is made from its name."""
    name: Line[str]
    """What its page calls it."""
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Forms under which an article may name it; all findings with one of them are this actor."""


class PlaceAuthority(Located):
    """What is known of a place whatever the article."""

    id: Id | None = None
    """Id to give the record; else one is made from its name."""
    name: Line[str]
    """What its page calls it."""
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Forms under which an article may name it; all findings with one of them are this place."""


class Curation(EditedPart):
    """One article's curation file."""

    actors: tuple[ActorEntry, ...] = ()
    """People, states, bodies and groups."""
    places: tuple[PlaceEntry, ...] = ()
    """Places."""
    events: tuple[EventEntry, ...] = ()
    """What is reported to have happened."""
    agreements: tuple[AgreementEntry, ...] = ()
    """What was agreed, pledged, planned or announced."""
    quotes: tuple[QuoteEntry, ...] = ()
    """Quotations."""
    claims: tuple[ClaimEntry, ...] = ()
    """What somebody says of somebody, reported and not verified."""
    relations: tuple[RelationEntry, ...] = ()
    """Relations between records that the rules do not draw."""
    reviewed: tuple[ReviewedEntry, ...] = ()
    """Answers to what waited for an editor's yes."""
    shown: tuple[ShownEntry, ...] = ()
    """What stands although the gate found it not shown."""


class Authorities(EditedPart):
    """The authority file, and the list of names beside it."""

    actors: tuple[ActorAuthority, ...] = ()
    """People, states, bodies and groups."""
    places: tuple[PlaceAuthority, ...] = ()
    """Places."""
    same: tuple[Decision, ...] = ()
    """Passages of two articles that tell of one record."""
    different: tuple[Decision, ...] = ()
    """Passages of two articles that tell of two."""
    _listed: tuple[ListedName, ...] = PrivateAttr(default=())

    @property
    def listed(self) -> tuple[ListedName, ...]:
        """The names of the list."""
        return self._listed

    def beside(self, listed: tuple[ListedName, ...]) -> Self:
        """The same authorities, with a list beside them."""
        both = self.model_copy()
        both._listed = listed
        return both


def _several(given: object) -> object:
    return given if isinstance(given, list | tuple) else [given]


_LINES = tuple[Line[Reported], ...]
_SEVERAL = Annotated[_LINES, BeforeValidator(_several, json_schema_input_type=_LINES | Line[Reported])]
"""One line or several, each with grounds of its own or those of the entry."""
_SET_OTHERWISE = ("external_ids",)


class _Derived(BaseModel):
    """What is made of other shapes: its fields have their descriptions, and no lines of code with docstrings.

    Pydantic would look for these around the line that makes it, and fail where the file ends behind it.
    """

    model_config = ConfigDict(use_attribute_docstrings=False)


def _with_lines(entry: type[E], record: type[Record]) -> type[E]:
    """The entry with a line for each field of its record that holds one fact."""
    given = entry.model_fields.items()
    taken = {*_SET_OTHERWISE, *(name for name, _ in given), *(field.alias for _, field in given)}
    lines: dict[str, Any] = {
        field: (Line[value] | None, _told(record, field, None))  # type: ignore[valid-type]
        for field, value in fact_fields(record).items()
        if field not in taken
    }
    several = [name for name in worded_fields(record) if name not in taken]
    lines |= {name: (_SEVERAL, _told(record, name, ())) for name in several}
    return create_model(
        entry.__name__, __base__=(entry, cast("type[E]", _Derived)), __doc__=entry.__doc__, **lines
    )


def _told(record: type[Record], field: str, default: Any) -> Any:
    """A field of an entry that says what the record's says."""
    return Field(default=default, description=record.model_fields[field].description)


def _with_sections(file: type[S], **entries: type[Entry]) -> type[S]:
    """The file with these entries in its sections."""
    sections: dict[str, Any] = {
        name: (
            GenericAlias(tuple, (entry, ...)),
            Field(default=(), description=file.model_fields[name].description),
        )
        for name, entry in entries.items()
    }
    return create_model(
        file.__name__, __base__=(file, cast("type[S]", _Derived)), __doc__=file.__doc__, **sections
    )


CURATION_SHAPE = _with_sections(
    Curation,
    actors=_with_lines(ActorEntry, Actor),
    places=_with_lines(PlaceEntry, Place),
    events=_with_lines(EventEntry, Event),
    agreements=_with_lines(AgreementEntry, Agreement),
    quotes=_with_lines(QuoteEntry, Quote),
    claims=_with_lines(ClaimEntry, Claim),
)
AUTHORITIES_SHAPE = _with_sections(
    Authorities, actors=_with_lines(ActorAuthority, Actor), places=_with_lines(PlaceAuthority, Place)
)
