"""The dossier's data model: what `docs/data/dossier.json` holds, field by field.

Names follow schema.org, FollowTheMoney, W3C Web Annotation, ACLED/UCDP and EDTF where they have one.
A field without a value is absent from the data. Every leaf, a scalar field or an item of a list,
says where it comes from: scalar fields in their record's `provenance`, list items in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Origin = Literal["extracted", "curated"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
EvidenceId = Annotated[str, Field(pattern=r"^[a-z0-9-]+:\d+-\d+$")]
EvidenceIds = Annotated[tuple[EvidenceId, ...], Field(min_length=1)]

ActorKind = Literal["person", "state", "government_body", "organisation", "armed_group", "alliance", "people"]
PlaceKind = Literal["country", "city", "province", "region", "border", "port", "place"]
EventType = Literal[
    "attack", "kidnapping", "armed_clash", "visit", "meeting", "statement", "announcement", "letter",
    "press_conference", "agreement", "election", "protest", "arrest", "trial", "accident", "disaster",
    "other",
]  # fmt: skip
AgreementKind = Literal[
    "joint_force", "committee", "infrastructure", "pledge", "investment", "treaty", "ceasefire", "other"
]
AgreementStatus = Literal["pledged", "announced", "planned", "agreed", "signed", "in_force", "unknown"]
ClaimKind = Literal[
    "responsibility_claimed", "responsibility_blamed", "carried_out_according_to", "accusation", "denial",
    "pledge", "warning", "call", "assessment", "statement",
]  # fmt: skip


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Provenance(_Model):
    """Where one leaf comes from."""

    origin: Origin
    """extracted: read from the text by rule. curated: added by an editor."""
    evidence: EvidenceIds
    """The passages that support it; for a curated leaf, the words it is about."""


class Record(_Model):
    """Anything with a page of its own."""

    id: Id
    provenance: dict[str, Provenance] = {}
    """Per scalar field of the record: its origin and evidence."""


class Mentioned(Record):
    """A record that articles mention."""

    mentions: tuple[EvidenceId, ...] = ()
    """The passages that mention it, in text order; of a name, one in each paragraph that has it."""


class Article(_Model):
    """An article the dossier is made from; its metadata comes from the seed's front matter."""

    id: Id
    headline: str
    alternativeHeadline: str | None = None
    dateline: str | None = None
    author: str | None = None
    publisher: str
    datePublished: date
    url: str | None = None
    inLanguage: str = "en"
    sha256: str
    """Of the body, UTF-8 encoded."""
    paragraphs: int
    """Count of its numbered paragraphs."""
    copyrightNotice: str | None = None


class Evidence(_Model):
    """A passage of an article: W3C TextPositionSelector and TextQuoteSelector in one."""

    id: EvidenceId
    """ARTICLE:START-END."""
    article: Id
    paragraph: str
    """1-based number, or "h" headline, "s" standfirst, "x" heading."""
    start: int
    """Offset of its first code point in the article's text."""
    end: int
    """Offset after its last."""
    exact: str
    prefix: str = ""
    """As much of the text before it as makes it unique in the article."""
    suffix: str = ""
    """As much of the text after it as makes it unique in the article."""


class Alias(Provenance):
    """Another form of a name."""

    text: str
    type: Literal["as_reported", "acronym", "transliteration", "short_form"]


class Role(Provenance):
    """A title or function, as the article gives it."""

    title: str
    of: Id | None = None
    """Actor or place it belongs to."""
    former: bool = False


class ExternalIds(_Model):
    """Ids in other databases; always curated."""

    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None


class Geo(_Model):
    """A coordinate, from the source named; never from the article."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    source: str


class Named(Mentioned):
    """What actors and places share."""

    name: str
    aliases: tuple[Alias, ...] = ()
    description: str | None = None
    """One neutral line that defines it."""
    country: Id | None = None
    """The state it belongs to or is tied to by the text: an actor's id."""
    external_ids: ExternalIds | None = None


class Actor(Named):
    """A person, state, body, organisation or group of the story."""

    kind: ActorKind
    roles: tuple[Role, ...] = ()
    organ_of: Id | None = None
    """The state that this government body is an organ of."""


class Place(Named):
    """A place of the story."""

    kind: PlaceKind
    part_of: Id | None = None
    geo: Geo | None = None


class ReportedDate(_Model):
    """A date as worded, and what it resolves to."""

    as_reported: str
    edtf: str
    precision: str
    basis: Literal["explicit", "relative_to_publication", "inferred"]
    rule: str
    """How it was resolved, in words."""


class Participant(Provenance):
    """An actor in an event, or a party to an agreement."""

    actor: Id
    role: str


class Casualties(Provenance):
    """People killed or injured, as worded; no bound the words do not give."""

    group: str | None = None
    kind: Literal["killed", "injured"]
    as_reported: str
    min: int | None = None
    max: int | None = None
    according_to: str | None = None
    """Actor id or the article's words for the source; absent when the article itself reports it."""


class Event(Mentioned):
    """Something reported to have happened; never who did an act of violence (that is a claim)."""

    type: EventType
    title: str
    """Neutral; names no perpetrator."""
    description: str | None = None
    date: ReportedDate | None = None
    place: Id | None = None
    participants: tuple[Participant, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    part_of: Id | None = None
    follows: Id | None = None
    external_ids: ExternalIds | None = None


class Amount(_Model):
    """A sum of money, as worded and as a number."""

    as_reported: str
    value: float
    currency: str


class Agreement(Mentioned):
    """Something agreed, pledged, planned or announced, with its status as reported."""

    title: str
    subject: str | None = None
    kind: AgreementKind
    parties: tuple[Participant, ...] = ()
    announced_by: Id | None = None
    status: AgreementStatus
    status_as_reported: str
    date: ReportedDate | None = None
    amount: Amount | None = None


class Quote(Record):
    """A quotation: byte-exact slices of the article."""

    segments: EvidenceIds
    text: str
    """The segments' words, joined with " … " where the article interrupts them."""
    speaker: Id | None = None
    speaker_as_reported: str | None = None
    speaker_evidence: EvidenceId | None = None
    cue: str | None = None
    form: Literal["direct", "partial"]
    editorial_insertions: tuple[str, ...] = ()
    """Bracketed words the article put into the quotation."""
    occasion: Id | None = None
    """The event at which it was said."""
    about: tuple[Id, ...] = ()
    """Actors, places, events and agreements it names."""
    method: str
    """The rule that attributed it."""


class Claim(Record):
    """What somebody says about somebody; reported, not verified."""

    kind: ClaimKind
    claimant: Id | None = None
    claimant_as_reported: str
    target: Id | None = None
    """Actor the claim is about; joined to the claimant, never to the event."""
    target_as_reported: str | None = None
    about: Id | None = None
    """Event the claim is about."""
    wording_as_reported: str
    evidence: EvidenceIds
    method: str
    """The rule that found it."""


class Relation(_Model):
    """A typed edge between two records."""

    id: Id
    subject: Id
    predicate: str
    object: Id
    origin: Origin
    evidence: EvidenceIds
    claim: Id | None = None
    """The claim that asserts it, when it is attributed and not reported as such."""


class Dossier(_Model):
    """Everything: the content of `dossier.json`."""

    articles: tuple[Article, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record that has a page of its own, articles apart."""
        yield from self.actors
        yield from self.places
        yield from self.events
        yield from self.agreements
        yield from self.quotes
        yield from self.claims

    def leaves(self) -> Iterator[tuple[str, Provenance]]:
        """Every leaf fact: its path ("ana-novak.roles[0]") and provenance."""
        for record in self.records():
            for field, provenance in record.provenance.items():
                yield f"{record.id}.{field}", provenance
            for field in type(record).model_fields:
                value = getattr(record, field)
                if isinstance(value, tuple):
                    for index, item in enumerate(value):
                        if isinstance(item, Provenance):
                            yield f"{record.id}.{field}[{index}]", item
        for relation in self.relations:
            yield relation.id, Provenance(origin=relation.origin, evidence=relation.evidence)

    def cited(self) -> set[str]:
        """Ids of all evidence that anything in the dossier cites."""
        used = {id for _, provenance in self.leaves() for id in provenance.evidence}
        for record in (*self.actors, *self.places, *self.events, *self.agreements):
            used.update(record.mentions)
        for quote in self.quotes:
            used.update(quote.segments, filter(None, [quote.speaker_evidence]))
        for claim in self.claims:
            used.update(claim.evidence)
        return used

    def to_json(self) -> dict[str, Any]:
        """Plain data; fields without a value are absent."""
        data: dict[str, Any] = _drop_empty(self.model_dump(mode="json", exclude_none=True))
        return data


def _drop_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _drop_empty(v) for k, v in value.items() if v not in ([], {}) and v is not False}
    if isinstance(value, list):
        return [_drop_empty(v) for v in value]
    return value
