"""What the extractors find in one article: plain records, offsets in code points into its text.

Records refer to actors and places by the `name` of their NameFinding, which is unique in an article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

OURS = ("rules",)
"""Who read what our own rules read; another reader is `reader:NAME`."""


class Span(NamedTuple):
    """A slice of the article's text: `text[start:end]`, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What somebody read."""

    read_by: tuple[str, ...] = field(default=OURS, compare=False)
    """Who read it; it is the same finding whoever did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasFinding:
    """Another form of a name that stands in the text."""

    text: str
    type: str
    """as_reported, acronym or short_form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFinding(Read):
    """A title or function given to a name: "Fijian President" → title "President", of "Fiji"."""

    title: str
    of: str | None
    """Name of the actor or place the role belongs to, as the text has it; None when it doesn't say."""
    span: Span
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionFinding(Read):
    """Words that say what a name's bearer is, and are no office: "a 34-year-old baker from Lund"."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFinding(Read):
    """An actor or a place, with each of its mentions in text order."""

    name: str
    """The longest form the article uses; of a country it only calls "U.S." or the like, the full name."""
    kind: str
    """Actor: person, state, government_body, organisation, armed_group, alliance, people.
    Place: country, city, province, region, border, port, place."""
    aliases: tuple[AliasFinding, ...] = ()
    mentions: tuple[Span, ...] = ()
    roles: tuple[RoleFinding, ...] = ()
    descriptions: tuple[DescriptionFinding, ...] = ()
    country: str | None = None
    """Name of the country the text itself ties it to ("Tonga-based", "Tonga’s foreign office")."""
    belief: float = field(default=1.0, compare=False)
    """How much it is believed to be of its kind, where evidence alone decided that; 1 where it is sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Read):
    """A date expression and what it resolves to."""

    start: int
    end: int
    edtf: str
    """EDTF level 1: 2019-04-18, 2019-02, 2019-04-15/2019-04-21, 2019-02~ …"""
    precision: str
    """day, week, month, season, year, decade, approximate …: what the words really have."""
    basis: str
    """explicit, relative_to_publication or inferred."""
    rule: str
    """The rule that resolved it, in words a reader understands."""
    form: str = ""
    """Name of the form that fits its words."""
    kind: str = ""
    """on, during, within, before or after, where a preposition says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as worded, with the bounds it gives; None where it gives none."""

    start: int
    end: int
    min: int | None
    max: int | None
    unit: str | None = None
    """Currency code for money (USD), "percent"; None for a count."""
    form: str = ""
    """Name of the form that fits its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Read):
    """Who speaks: the words that name the source, and the actor they resolve to."""

    mention: str
    start: int
    end: int
    name: str | None
    """Name of the NameFinding; None for a source that isn't one ("analysts", "a spokesman")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFinding:
    """When, where, to whom and on what occasion something was said, as far as its sentence tells."""

    cue: Span
    """The word by which it is said."""
    speaking: Span | None = None
    """The participle beside it that tells where and to whom: "speaking"."""
    day: DateFinding | None = None
    place: str | None = None
    """Name of the NameFinding."""
    place_span: Span | None = None
    to: Span | None = None
    """Those who were told: "reporters"."""
    occasion: Span | None = None
    """On what occasion, or in what: "a news conference", "a statement"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFinding(Read):
    """A quotation: one record however many segments it is split into."""

    segments: tuple[Span, ...]
    """The text inside the marks, segment by segment."""
    speaker: Speaker | None
    cue: str | None
    cue_span: Span | None
    form: str
    """direct (a clause or more) or partial (a few words inside the reporter's sentence)."""
    method: str
    """The rule that attributed it; "none" when unattributed."""
    source: SourceFinding | None = None
    """Whose word it is that the speaker said so, where another tells it: "police say Lee shouted “…”"."""
    delivery: DeliveryFinding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFinding:
    """The words that fill one part of what is told: who, whom, where, when, what."""

    slot: str
    """The part, as the frame calls it."""
    span: Span
    name: str | None = None
    """Name of the NameFinding the words stand for."""
    stands_for: Span | None = None
    """Where that name stands, when the words are a pronoun, a role or an alias."""
    source: SourceFinding | None = None
    """Whose word it is, where it is not the finding's own source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFinding:
    """How an act stands in its sentence."""

    polarity: str
    """positive or negative."""
    modality: str
    """actual, hearsay, planned, asked, possible, conditional, prevented or denied."""
    tense: str
    """past, present, future or none."""
    cue: Span | None = None
    """The word that shifts polarity or modality: "not", "may", "planned"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFinding:
    """Whose word something is, and by which word that is told."""

    span: Span | None
    """The source; None where the sentence gives none ("was blamed on X", "allegedly")."""
    name: str | None
    """Name of the NameFinding it stands for."""
    cue: Span
    """The verb, noun or preposition: "said", "claim", "according to"."""
    stands_for: Span | None = None
    """Where that name stands, when the source is a pronoun or a role."""
    form: str = "indirect"
    """direct, indirect or mixed (partly in quotation marks)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Read):
    """An actor in an event or agreement."""

    actor: str
    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties(Read):
    """People killed or injured, as worded, with the bounds the words give."""

    group: str | None
    kind: str
    """killed or injured."""
    span: Span
    """The words: "at least 14 Tongan security forces personnel"."""
    min: int | None
    max: int | None
    according_to: str | None = None
    counted: Span | None = None
    """Who is counted: "security forces personnel"."""
    number: Span | None = None
    """The number as worded: "at least 14"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Read):
    """What an event, an agreement and a claim have in common: where the words stand and whose they are."""

    evidence: tuple[Span, ...] = ()
    """The sentences (or clauses) that report it, in text order."""
    trigger: Span | None = None
    """The word that tells it: "bombing", "signed", "accused"."""
    slots: tuple[SlotFinding, ...] = ()
    standing: StandingFinding | None = None
    """None where no parse told it."""
    source: SourceFinding | None = None
    """Whose word it is; None for the report's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFinding(Told):
    """Something reported to have happened. Never says who did an act of violence: that is a claim."""

    type: str
    """attack, kidnapping, visit, meeting, statement, announcement, letter, press_conference …"""
    title: str
    date: DateFinding | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    place_span: Span | None = None
    """The place as worded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinding(Told):
    """Something agreed, pledged, planned or announced."""

    title: str
    kind: str
    """joint_force, committee, infrastructure, pledge, investment, treaty, ceasefire, other."""
    parties: tuple[Participant, ...] = ()
    announced_by: str | None = None
    status: str
    """pledged, announced, planned, agreed, signed, in_force or unknown."""
    status_span: Span
    """The words that give the status: "will establish", "agreed to set up"."""
    date: DateFinding | None = None
    amount: Quantity | None = None
    """A sum of money it is about."""
    place_span: Span | None = None
    """The place as worded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFinding(Told):
    """A statement somebody makes about somebody or something; reported, not verified."""

    kind: str
    """responsibility_claimed, responsibility_blamed, carried_out_according_to, accusation, denial,
    pledge, warning, call, assessment or statement."""
    claimant: str | None
    """Name of the NameFinding where it resolves to one, else the words of the text; None where the text names
    nobody ("was blamed on X")."""
    claimant_span: Span | None
    target: str | None
    """Who or what the claim is about: a name, or the words of the text."""
    target_span: Span | None = None
    event: int | None = None
    """Index into Findings.events of the event the claim is about."""
    wording: Span
    """The shortest words that make the claim: "that the government blamed on a rebel group"."""
    method: str = ""
    """The rule that found it."""
    content: Span | None = None
    """What is claimed, as worded."""
    described: int | None = None
    """Where in it begins what whoever tells of the claim says of others: "he would harm a man | who"."""
    delivery: DeliveryFinding | None = None

    @property
    def vouched(self) -> Span | None:
        """What of it is so by the claimant's word: nothing of a raid that is condemned, and so is known."""
        if self.method == "judged" or self.content is None:
            return None
        return Span(self.content.start, self.described or self.content.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFinding(Read):
    """A tie between two names that the words state."""

    subject: str
    """Name of the NameFinding."""
    predicate: str
    """One of the vocabulary of relations: ally_of, based_in …"""
    object: str
    """Name of the NameFinding."""
    trigger: Span
    """The word that says so."""
    subject_span: Span
    object_span: Span
    subject_stands_for: Span | None = None
    """Where the subject's name stands, when its words are a pronoun."""
    object_stands_for: Span | None = None
    source: SourceFinding | None = None
    """Whose word it is; None for the report's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article, each list in text order."""

    id: str
    quotes: tuple[QuoteFinding, ...] = ()
    actors: tuple[NameFinding, ...] = ()
    places: tuple[NameFinding, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    agreements: tuple[AgreementFinding, ...] = ()
    claims: tuple[ClaimFinding, ...] = ()
    relations: tuple[RelationFinding, ...] = ()
    """What is said to tie two names; what claims, meetings and quotations tie is drawn from these."""
