"""The dossier by id: records, evidence, titles, addresses, and which record names which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar, assert_never

from dossier.assembly.identity import FOLDERS
from dossier.assembly.takedown import MARK
from dossier.facts import Fact, Ref, Sourced, cited, leaves, nodes, references, value_of
from dossier.model import (
    Actor,
    Agreement,
    AnyRecord,
    Article,
    Claim,
    Dossier,
    Doubt,
    Event,
    Evidence,
    Mentioned,
    Place,
    Quote,
    Record,
    Relation,
)
from dossier.site.pages import wording
from dossier.site.pages.addresses import text_fragment
from dossier.site.pages.names import NameIndex

_R = TypeVar("_R", bound=Record)
_DIRECTIVE = ":~:"
_PARAGRAPH_NAMES = {"h": "headline", "s": "standfirst", "x": "heading"}


class Catalogue:
    """A dossier with its lookups; built once, then read only."""

    def __init__(self, dossier: Dossier, called: str = "Dossier") -> None:
        self.dossier = dossier
        self.called = called
        """What the site is called."""
        self.records: dict[str, AnyRecord] = {record.id: record for record in dossier.records()}
        self.articles = {article.id: article for article in dossier.articles}
        self.evidence = {evidence.id: evidence for evidence in dossier.evidence}
        self._order = {article: index for index, article in enumerate(self.articles)}
        self._cited: dict[tuple[bool, str], dict[str, tuple[str, ...]]] = {}
        self._mentioned: dict[str, dict[str, list[Evidence]]] = {}
        self._quoted = {segment for quotation in dossier.quotes for segment in quotation.passages}
        self._titles = {
            record.id: wording.sentence_case(
                (record.name if isinstance(record, Actor | Place) else record.title).value
            )
            for record in self.records.values()
            if isinstance(record, Actor | Place | Event | Agreement)
        }
        self._titles |= {quotation.id: self._quote_title(quotation) for quotation in dossier.quotes}
        self._titles |= self._claim_titles()
        self._names = NameIndex((*dossier.actors, *dossier.places))
        self.named_by = {record.id: self._named(record) for record in self.records.values()}
        """Per record, the ids of the other records that it names in its fields or its words."""
        self.naming = self._naming()
        """Per id, the ids of the records that name it, in the dossier's order."""

        self.relations: dict[str, list[Relation]] = defaultdict(list)
        """Per record, the edges it is an end of."""
        for relation in dossier.relations:
            for id in {relation.subject, relation.object}:
                self.relations[id].append(relation)
        self.doubts: dict[str, list[Doubt]] = defaultdict(list)
        """Per record, the questions whether it is one with another."""
        for doubt in dossier.doubts:
            for id in doubt.records:
                self.doubts[id].append(doubt)
        self._telling = self._by_paragraph()
        self.citing: dict[str, dict[str, None]] = defaultdict(dict)
        """Per article, the ids of the records that cite it."""
        for record in self.records.values():
            for passage in cited(record):
                self.citing[self.evidence[passage].article][record.id] = None

        self.resting = self._resting()
        """Per passage, the values that rest on it."""

    def title(self, id: str) -> str:
        """What a record is called."""
        return self._titles[id]

    def name(self, id: str | None, otherwise: str | None = None) -> str:
        """A record's title; for an unknown id, the words given."""
        return self._titles.get(id or "", otherwise or id or "")

    def url(self, id: str) -> str:
        """Address of a record's page, from the site's root."""
        return f"{FOLDERS[type(self.records[id])]}/{id}/"

    def article_url(self, id: str) -> str:
        """Address of an article's page, from the site's root; a record may have the same id."""
        return f"{FOLDERS[Article]}/{id}/"

    def kind_label(self, record: AnyRecord) -> str:
        """A record's kind in words: "Armed group", "Visit"."""
        words = wording.wording()
        match record:
            case Actor():
                return words.actor_kinds[record.kind.value]
            case Place():
                return words.place_kinds[record.kind.value]
            case Event():
                return wording.event_type(record.type.value)
            case Agreement():
                return words.agreement_kinds[record.kind.value]
            case Claim():
                return words.claim_kinds[record.kind.value]
            case Quote():
                return "Quotation"
            case _:
                assert_never(record)

    def publisher(self, record: AnyRecord) -> str:
        """Who published the first report that a record rests on."""
        passages = self.passages(record)
        return self.articles[self.evidence[passages[0]].article].publisher if passages else "the article"

    def telling(self, passage: str) -> tuple[str, ...]:
        """Ids of the events, agreements, claims and quotations that rest on the paragraph of a passage."""
        at = self.evidence[passage]
        return self._telling.get((at.article, at.paragraph), ())

    def is_quotation(self, id: str) -> bool:
        """Whether a passage is a direct quotation."""
        return id in self._quoted

    def excerpt(self, id: str) -> str:
        """The words of a passage as they are shown; of one without, those of the passage it leads to."""
        passage = self.evidence[id]
        if passage.nearest and not passage.shown:
            passage = self.evidence[passage.nearest]
        return " ".join(passage.shown.split())

    def passages(self, record: AnyRecord) -> tuple[str, ...]:
        """Every passage a record cites, in text order, each once."""
        return tuple(id for ids in self.passages_by_article(record).values() for id in ids)

    def facts(self, record: AnyRecord) -> tuple[str, ...]:
        """The passages that support a record's facts: for actors and places, without mere mentions."""
        return tuple(id for ids in self.facts_by_article(record).values() for id in ids)

    def passages_by_article(self, record: AnyRecord) -> dict[str, tuple[str, ...]]:
        """The same by article: a record of many articles is taken apart once, not for each of them."""
        return self._by_article(record, mentions=True)

    def facts_by_article(self, record: AnyRecord) -> dict[str, tuple[str, ...]]:
        """The passages of a record's facts by article."""
        return self._by_article(record, mentions=not isinstance(record, Actor | Place))

    def _by_article(self, record: AnyRecord, mentions: bool) -> dict[str, tuple[str, ...]]:
        key = mentions, record.id
        if key not in self._cited:
            whole = record if mentions else record.model_copy(update={"mentions": ()})
            found: dict[str, list[str]] = defaultdict(list)
            for id in self.in_text_order(cited(whole)):
                found[self.evidence[id].article].append(id)
            self._cited[key] = {article: tuple(ids) for article, ids in found.items()}
        return self._cited[key]

    def context(self, id: str, of: str) -> tuple[str, ...]:
        """The passage of record `id` that shows it naming record `of`: one with the name, else the first."""
        passages = self.facts(self.records[id])
        naming = tuple(p for p in passages if self._holds_mention(self.evidence[p], of))
        return (naming or passages)[:1]

    def _holds_mention(self, passage: Evidence, of: str) -> bool:
        mentions = self._mentions(of).get(passage.article, ())
        return any(passage.start <= mention.start and mention.end <= passage.end for mention in mentions)

    def _mentions(self, of: str) -> dict[str, list[Evidence]]:
        """Where a record is named, by article."""
        if of not in self._mentioned:
            record = self.records.get(of)
            found: dict[str, list[Evidence]] = defaultdict(list)
            for id in record.mentions if isinstance(record, Mentioned) else ():
                found[self.evidence[id].article].append(self.evidence[id])
            self._mentioned[of] = dict(found)
        return self._mentioned[of]

    def named_in(self, text: str) -> tuple[str, ...]:
        """Ids of the actors and places that a text names."""
        return self._names.find(text)

    def in_text_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids of passages in the order of the articles and of their text, each once."""

        def position(id: str) -> tuple[int, int, int]:
            passage = self.evidence[id]
            return self._order.get(passage.article, 0), passage.start, passage.end

        return tuple(sorted(set(ids), key=position))

    def paragraph(self, id: str) -> str:
        """How a passage's paragraph is called: "¶4", "headline"."""
        label = self.evidence[id].paragraph
        return _PARAGRAPH_NAMES.get(label, f"¶{label}")

    def published_at(self, article: str) -> str | None:
        """Address of an article at its publisher; None for what is no address of the web.

        Without the directions to a passage that a browser's "copy link to highlight" puts behind it.
        """
        url = (self.articles[article].url or "").partition(_DIRECTIVE)[0].rstrip("#")
        return url if url.startswith(("https://", "http://")) else None

    def original(self, id: str) -> str | None:
        """Address of a passage in the article at its publisher, by text fragment; None without an address."""
        passage = self.evidence[id]
        url = self.published_at(passage.article)
        if passage.nearest:
            passage = self.evidence[passage.nearest]
        if url is None or not passage.shown or MARK in f"{passage.prefix}{passage.shown}{passage.suffix}":
            return url  # the words that would lead there are not shown
        mark = "" if "#" in url else "#"
        return f"{url}{mark}{_DIRECTIVE}text={text_fragment(passage)}"

    def _by_paragraph(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for record in self.records.values():
            if not isinstance(record, Actor | Place):
                for passage in map(self.evidence.__getitem__, cited(record)):
                    found[passage.article, passage.paragraph][record.id] = None
        return {paragraph: tuple(ids) for paragraph, ids in found.items()}

    def _quote_title(self, quotation: Quote) -> str:
        words = wording.shortened(quotation.text.value, 9)
        speaker = self.name(value_of(quotation.speaker), value_of(quotation.speaker_as_reported))
        return f"“{words}” – {speaker}" if speaker else f"“{words}”"

    def _claim_titles(self) -> dict[str, str]:
        titles = {}
        for claim in self.dossier.claims:
            claimant = self.name(value_of(claim.claimant), claim.claimant_as_reported.value)
            target = self.name(value_of(claim.target), value_of(claim.target_as_reported)) or None
            event = self._titles.get(value_of(claim.about) or "")
            titles[claim.id] = wording.claim_title(claim, claimant, target, event)
        often = Counter(titles.values())
        for claim in self.dossier.claims:
            if often[titles[claim.id]] > 1 and claim.evidence[0] in self.evidence:
                titles[claim.id] += f" ({self.paragraph(claim.evidence[0])})"
        return titles

    def _named(self, record: AnyRecord) -> tuple[str, ...]:
        ids = dict.fromkeys((*_named_in_fields(record), *self._names.find(_own_words(record))))
        return tuple(id for id in ids if id != record.id and id in self.records)

    def naming_of(self, id: str, kind: type[_R]) -> list[_R]:
        """The records of one kind that name record `id`, in the dossier's order."""
        naming = (self.records[other] for other in self.naming.get(id, ()))
        return [record for record in naming if isinstance(record, kind)]

    def actors_in(self, article: str) -> list[Actor]:
        """The actors that an article mentions, in the dossier's order."""
        return [
            actor
            for actor in self.dossier.actors
            if any(self.evidence[passage].article == article for passage in actor.mentions)
        ]

    def _resting(self) -> dict[str, tuple[Sourced, ...]]:
        found: dict[str, list[Sourced]] = defaultdict(list)
        for record in self.records.values():
            for node in nodes(record, ""):
                if isinstance(node.value, Sourced):
                    for passage in node.value.evidence:
                        found[passage].append(node.value)
        return {passage: tuple(values) for passage, values in found.items()}

    def _naming(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for record, ids in self.named_by.items():
            for id in ids:
                found[id][record] = None
        return {id: tuple(records) for id, records in found.items()}


def _own_words(record: AnyRecord) -> str:
    """The words of a record in which actors and places may be named; a name names itself alone."""
    if isinstance(record, Actor | Place):
        return ""
    return " ".join(
        fact.value
        for _, fact in leaves(record, "")
        if isinstance(fact, Fact) and isinstance(fact.value, str) and not isinstance(fact.value, Ref)
    )


def _named_in_fields(record: AnyRecord) -> Iterator[str]:
    """Ids of the records that a record's fields refer to, in their order."""
    return (id for _, kinds, id in references(record, "") if kinds != ("evidence",))
