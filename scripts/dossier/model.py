"""The dossier's data model: what `docs/data/dossier.json` holds, field by field.

Names follow schema.org, FollowTheMoney, W3C Web Annotation, ACLED/UCDP and EDTF where they have one.
A field without a value is absent from the data. Every value that an article, an editor or a register
gives is a `Fact`; a reference is a `Ref` that says which kinds of records it may point to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import Field

from dossier.facts import (
    ActorRef,
    AgreementRef,
    AnyRef,
    ArticleRef,
    ClaimRef,
    EventRef,
    EvidenceRef,
    Evidences,
    Fact,
    Id,
    Model,
    PlaceRef,
    Reported,
    SayingRef,
    Sourced,
    TopicRef,
    WhereRef,
    cited,
    facts_in,
    leaves,
)
from dossier.vocabularies import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    AliasType,
    CasualtyKind,
    ClaimKind,
    DateBasis,
    DateKind,
    EventType,
    PlaceKind,
    Predicate,
    QuoteForm,
)

Day: TypeAlias = date


class Archived(Model):
    """A copy of an article in an archive."""

    url: str
    """Its address."""
    date: Day | None = None
    """Day it was made."""


class Correction(Model):
    """What its publisher put right in an article."""

    date: Day
    """Day of the correction."""
    what: str
    """What was put right, on one line."""
    start: int | None = None
    """Offset of the first of the words that changed, where they are known."""
    end: int | None = None
    """Offset after their last."""
    facts: tuple[str, ...] = ()
    """The facts that rest on these words, each as the record's id and the field: "ana-novak.roles[0]"."""


class Retraction(Model):
    """That its publisher took an article back."""

    date: Day
    """Day of the retraction."""
    why: str
    """Why, on one line."""


class EarlierText(Model):
    """A text of an article that was read before this one."""

    sha256: str
    """Of that text."""
    until: Day
    """Day on which this one took its place."""


class Article(Model):
    """An article the dossier is made from; its metadata comes from the seed's front matter."""

    id: Id
    """Made from its file's name."""
    headline: str
    """As published."""
    alternativeHeadline: str | None = None
    """The line below the headline."""
    dateline: str | None = None
    """Where the report was written, as it says."""
    author: tuple[str, ...] = ()
    """Who wrote it, in the order the article names them."""
    publisher: str
    """Who published it."""
    datePublished: date
    """Day of publication."""
    url: str | None = None
    """Its address at its publisher."""
    inLanguage: str = "en"
    """Language code (BCP 47)."""
    sha256: str
    """Of the body, UTF-8 encoded."""
    paragraphs: int
    """Count of its numbered paragraphs."""
    copyrightNotice: str | None = None
    """Whose text it is."""
    licence: str | None = None
    """Under which its text is published; absent when all rights are reserved or none is known."""
    archivedAt: Archived | None = None
    """Where a copy is kept."""
    corrected: tuple[Correction, ...] = ()
    """What its publisher put right since."""
    retracted: Retraction | None = None
    """That its publisher took it back."""
    previous: tuple[EarlierText, ...] = ()
    """Texts of it that this dossier was made from before."""
    articleBody: str | None = None
    """Its text, where its licence lets anybody publish it again; offsets of passages are into it."""


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class Evidence(Model):
    """A passage of an article: W3C TextPositionSelector, and TextQuoteSelector or RangeSelector of two."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+:\d+-\d+$")]
    """ARTICLE:START-END."""
    article: ArticleRef
    """The article it stands in."""
    paragraph: str
    """1-based number, or "h" headline, "s" standfirst, "x" heading."""
    start: int
    """Offset of its first code point in the article's text."""
    end: int
    """Offset after its last."""
    digest: Digest
    """Of its words: the first twelve hexadecimal digits of their SHA-256."""
    sentences: tuple[Digest, ...]
    """The same of each sentence it touches: what rests on it is looked at again when one changes."""
    exact: str | None = None
    """All its words, where they are few or a quotation."""
    first: str | None = None
    """Its first words, where not all are shown, and for a long quotation."""
    last: str | None = None
    """Its last words; absent where its first are enough."""
    prefix: str | None = None
    """As many words before it as make it unique in the article."""
    suffix: str | None = None
    """As many words after it as make it unique in the article."""
    nearest: EvidenceRef | None = None
    """The nearest passage that stands only once; absent when its own words do."""

    @property
    def shown(self) -> str:
        """Its words as they are shown: all, or the first and the last."""
        if self.exact is not None:
            return self.exact
        return f"{self.first or ''} … {self.last or ''}".strip() if self.first or self.last else ""


class Record(Model):
    """Anything with a page of its own."""

    id: Id
    """Unique in the dossier; its page's address is made from it."""


class Join(Model):
    """What made one record of what two articles tell."""

    articles: Annotated[tuple[ArticleRef, ...], Field(min_length=2)]
    """The articles."""
    passages: Annotated[Evidences, Field(min_length=2)]
    """Where each tells of it."""
    because: tuple[str, ...] = ()
    """What they have in common, the weightiest first."""
    decided: bool = False
    """Whether an editor decided it."""


class Mentioned(Record):
    """A record that articles mention."""

    mentions: Evidences = ()
    """The passages that mention it, in text order."""
    joined: tuple[Join, ...] = ()
    """What made one record of what several articles tell."""


class Alias(Model):
    """Another form of a name."""

    text: str
    """The form."""
    type: AliasType
    """What kind of form it is."""


class Role(Model):
    """A title or function, as the article gives it."""

    title: str
    """The title."""
    of: WhereRef | None = None
    """What it belongs to."""
    former: bool = False
    """Whether it is held no more."""


class ExternalIds(Model):
    """Ids in other databases."""

    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    """Item number in Wikidata."""


class Geo(Model):
    """A coordinate (WGS 84)."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east."""


class Named(Mentioned):
    """What actors and places share."""

    name: Fact[str]
    """What it is called."""
    aliases: tuple[Fact[Alias], ...] = ()
    """Other forms of its name."""
    description: Fact[str] | None = None
    """One neutral line that defines it."""
    described: tuple[Fact[Reported], ...] = ()
    """What the articles say it is, in their words: “a 34-year-old baker from Lund”, or an age."""
    country: Fact[ActorRef] | None = None
    """The state it belongs to."""
    external_ids: Fact[ExternalIds] | None = None
    """Its ids in other databases."""


class Actor(Named):
    """A person, state, body, organisation or group of the story."""

    kind: Fact[ActorKind]
    """What kind of actor it is."""
    roles: tuple[Fact[Role], ...] = ()
    """Its titles and functions."""
    organ_of: Fact[ActorRef] | None = None
    """The state that this government body is an organ of."""
    reply: Fact[str] | None = None
    """What it answers to what is told of it here, in its own words."""
    noindex: bool = False
    """Whether search engines are asked to leave its page out."""
    entry: str | None = None
    """Address of the list that tells of it, from the site's root, where it has no page of its own."""


class Place(Named):
    """A place of the story."""

    kind: Fact[PlaceKind]
    """What kind of place it is."""
    part_of: Fact[PlaceRef] | None = None
    """The place it lies in."""
    geo: Fact[Geo] | None = None
    """Where it is."""


class ReportedDate(Model):
    """A date as worded, and what it resolves to."""

    as_reported: Reported
    """The article's words."""
    kind: DateKind
    """How it is meant."""
    edtf: str
    """In Extended Date/Time Format: `[a..b]` for some time within, `[..a]` for no later than, `a/b` only for
    what lasted."""
    precision: str
    """How fine the words are: day, week, month, season, year, decade, approximate …"""
    basis: DateBasis
    """What it is reckoned from."""
    rule: str
    """How it was resolved, in words."""


class Participant(Model):
    """An actor in an event, or a party to an agreement."""

    actor: ActorRef
    """Who."""
    role: str
    """As what."""


class Casualties(Model):
    """People killed or injured, as worded; no bound the words do not give."""

    group: Reported | None = None
    """The article's words for who they were."""
    actor: ActorRef | None = None
    """The force or body they belonged to, where these words name it."""
    kind: CasualtyKind
    """What happened to them."""
    as_reported: Reported
    """The article's words."""
    min: int | None = None
    """The least the words allow."""
    max: int | None = None
    """The most the words allow."""


class Event(Mentioned):
    """Something reported to have happened; never who did an act of violence (that is a claim)."""

    type: Fact[EventType]
    """What kind of event it is."""
    title: Fact[str]
    """Neutral; names no perpetrator."""
    description: Fact[str] | None = None
    """One neutral line."""
    date: Fact[ReportedDate] | None = None
    """When."""
    place: Fact[WhereRef] | None = None
    """Where."""
    participants: tuple[Fact[Participant], ...] = ()
    """Who took part."""
    casualties: tuple[Fact[Casualties], ...] = ()
    """Who was killed or injured."""
    further_dates: tuple[Fact[ReportedDate], ...] = ()
    """When, as other articles give it, the latest first."""
    further_places: tuple[Fact[WhereRef], ...] = ()
    """Where, as other articles give it, the latest first."""
    purpose: tuple[Fact[Reported], ...] = ()
    """What it was for, in the article's words."""
    reasons: tuple[Fact[Reported], ...] = ()
    """Why it was done or came about, in the article's words."""
    after: tuple[Fact[Reported], ...] = ()
    """What it came after, in the article's words."""
    topics: tuple[Fact[Reported], ...] = ()
    """What it was about, in the article's words."""
    part_of: Fact[EventRef] | None = None
    """The event it is a part of."""
    follows: Fact[EventRef] | None = None
    """The event it came after, as the article says."""
    external_ids: Fact[ExternalIds] | None = None
    """Its ids in other databases."""


class Amount(Model):
    """A sum of money, as worded and as a number."""

    as_reported: Reported
    """The article's words."""
    value: float
    """The number, in units of the currency."""
    currency: str
    """Code of the currency (ISO 4217)."""


class Step(Model):
    """How far an agreement had come, as one article says."""

    status: AgreementStatus
    """The status."""
    as_reported: Reported
    """The article's words for it."""
    reported_on: Day
    """Day on which that article was published."""


class Agreement(Mentioned):
    """Something agreed, pledged, planned or announced, with its status as reported."""

    title: Fact[str]
    """Neutral."""
    subject: Fact[str] | None = None
    """One line on what it is about."""
    kind: Fact[AgreementKind]
    """What kind of agreement it is."""
    parties: tuple[Fact[Participant], ...] = ()
    """Whose agreement it is."""
    announced_by: Fact[ActorRef] | None = None
    """Who made it known."""
    status: Fact[AgreementStatus]
    """How far it has come."""
    status_as_reported: Fact[Reported]
    """The article's words for that."""
    history: tuple[Fact[Step], ...] = ()
    """How far it had come, as each of several articles says, the earliest first."""
    date: Fact[ReportedDate] | None = None
    """When it was agreed."""
    amount: Fact[Amount] | None = None
    """A sum it is about."""
    recipient: Fact[ActorRef] | None = None
    """Whom that is for."""
    purpose: tuple[Fact[Reported], ...] = ()
    """What it is for, in the article's words."""
    where: Fact[WhereRef] | None = None
    """Where it is to be carried out."""
    occasion: Fact[EventRef] | None = None
    """The event at which it was made."""


class Said(Record):
    """What somebody said, with the circumstances in which it was said."""

    said_on: Fact[ReportedDate] | None = None
    """When it was said."""
    said_in: Fact[WhereRef] | None = None
    """Where it was said."""
    said_to: Fact[Reported] | None = None
    """The article's words for those it was said to."""
    said_at: Fact[Reported] | None = None
    """The article's words for the occasion, or what it was said in: "a news conference", "a statement"."""


class Quote(Said):
    """A quotation: byte-exact slices of the article."""

    segments: Annotated[Evidences, Field(min_length=1)]
    """The passages inside the quotation marks, in text order."""
    versions: tuple[Fact[str], ...] = ()
    """The same quotation as other articles have it, shorter or in full."""
    text: Fact[str]
    """The segments' words, joined with " … " where the article interrupts them; cut behind some of them, with
    " …", where another article prints more of them as its own words than may be shown."""
    speaker: Fact[ActorRef] | None = None
    """Who said it."""
    speaker_as_reported: Fact[Reported] | None = None
    """The article's words for the speaker."""
    cue: Fact[Reported] | None = None
    """The reporting word: "said"."""
    form: Fact[QuoteForm]
    """Whether it is a clause or a few words."""
    editorial_insertions: tuple[Fact[str], ...] = ()
    """Bracketed words the article put into the quotation."""
    occasion: Fact[EventRef] | None = None
    """The event at which it was said."""
    about: tuple[Fact[TopicRef], ...] = ()
    """What it names."""
    utters: Fact[SayingRef] | None = None
    """The pledge or claim that it puts into words."""
    method: str
    """The rule that attributed it."""

    @property
    def passages(self) -> Evidences:
        """Where it stands, in this article and in others."""
        return (*self.segments, *(id for version in self.versions for id in version.evidence))


class Claim(Said):
    """What somebody says about somebody; reported, not verified."""

    kind: Fact[ClaimKind]
    """What kind of claim it is."""
    claimant: Fact[ActorRef] | None = None
    """Who says so."""
    claimant_as_reported: Fact[Reported]
    """The article's words for who says so."""
    target: Fact[ActorRef] | None = None
    """Whom the claim is about; joined to the claimant, never to the event."""
    target_as_reported: Fact[Reported] | None = None
    """The article's words for that."""
    about: Fact[EventRef] | None = None
    """The event the claim is about."""
    utters: Fact[AgreementRef] | None = None
    """The pledge or agreement that it puts into words."""
    place: Fact[WhereRef] | None = None
    """Where it is said to be so."""
    wording_as_reported: Fact[Reported]
    """The article's words for the claim."""
    description: Fact[str] | None = None
    """One neutral sentence that says who claims what."""
    evidence: Annotated[Evidences, Field(min_length=1)]
    """The passages that make the claim."""
    method: str
    """The rule that found it."""


class Relation(Sourced):
    """A typed edge between two records."""

    id: Id
    """Unique in the dossier."""
    subject: AnyRef
    """Where the edge begins."""
    predicate: Predicate
    """What it says."""
    object: AnyRef
    """Where it ends."""
    claim: ClaimRef | None = None
    """The claim that asserts it, when it is attributed and not reported as such."""


class Doubt(Model):
    """Two records that may be one: a question that an editor has not answered."""

    id: Id
    """Made from where both are told of; it stays while these words do."""
    records: tuple[AnyRef, AnyRef]
    """The two."""
    passages: tuple[EvidenceRef, EvidenceRef]
    """Where an article tells of each."""
    because: tuple[str, ...] = ()
    """What speaks for it, the weightiest first."""
    against: tuple[str, ...] = ()
    """What speaks against it."""
    points: float
    """How likely it is: the weights of both, added."""


class Dossier(Model):
    """Everything: the content of `dossier.json`."""

    title: str | None = None
    """What the dossier is called, where its settings say."""
    licence: str | None = None
    """Under which its own wording and data are published, where its settings say."""
    version: str = ""
    """Version of the shape of this data; it rises when a field changes its meaning or goes."""
    generator: str = ""
    """The program that wrote it, with its version."""
    rules: str = ""
    """Version of the rules that read what is `read_by` rules."""
    articles: tuple[Article, ...] = ()
    """What it is made from."""
    evidence: tuple[Evidence, ...] = ()
    """Every passage that anything cites."""
    actors: tuple[Actor, ...] = ()
    """Who is named."""
    places: tuple[Place, ...] = ()
    """Where."""
    events: tuple[Event, ...] = ()
    """What is reported to have happened."""
    agreements: tuple[Agreement, ...] = ()
    """What was agreed, pledged or planned."""
    quotes: tuple[Quote, ...] = ()
    """Who said what, word for word."""
    claims: tuple[Claim, ...] = ()
    """Who says what of whom."""
    relations: tuple[Relation, ...] = ()
    """What ties them together."""
    doubts: tuple[Doubt, ...] = ()
    """Which records may be one, the likeliest first."""

    def records(self) -> Iterator[AnyRecord]:
        """Every record that has a page of its own, articles apart."""
        yield from self.actors
        yield from self.places
        yield from self.events
        yield from self.agreements
        yield from self.quotes
        yield from self.claims

    def everything(self) -> Iterator[AnyRecord | Relation]:
        """Every record and every relation."""
        yield from self.records()
        yield from self.relations

    def leaves(self) -> Iterator[tuple[str, Sourced]]:
        """Every fact with its path ("ana-novak.roles[0]")."""
        for record in self.everything():
            yield from leaves(record, record.id)

    def facts(self) -> Iterator[Sourced]:
        """Every fact, in the same order."""
        for record in self.everything():
            yield from facts_in(record)

    def cited(self) -> set[str]:
        """Ids of all evidence that anything in the dossier cites."""
        return {id for each in (*self.everything(), *self.doubts) for id in cited(each)}

    def to_json(self) -> dict[str, Any]:
        """Plain data; fields without a value are absent."""
        return plain(self)


AnyRecord = Actor | Place | Event | Agreement | Quote | Claim


def plain(value: Model) -> dict[str, Any]:
    """A part of the data as plain data; fields without a value are absent."""
    data: dict[str, Any] = _drop_empty(value.model_dump(mode="json", exclude_none=True))
    return data


def _drop_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _drop_empty(v) for k, v in value.items() if v not in ([], {}) and v is not False}
    if isinstance(value, list):
        return [_drop_empty(v) for v in value]
    return value
