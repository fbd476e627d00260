"""The dossier by id: records, evidence, titles, addresses, and which record names which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import TypeVar, assert_never

from dossier.assembly.identity import FOLDERS
from dossier.assembly.takedown import MARK
from dossier.facts import Fact, Ref, Sourced, cited, facts_in, refers_to, reported_in, value_of
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
    Join,
    Mentioned,
    Place,
    Quote,
    Record,
    Relation,
)
from dossier.site.pages import nouns, wording
from dossier.site.pages.addresses import text_fragment
from dossier.site.pages.asking import ALL, Notes, Question, Table, sections
from dossier.site.pages.excerpts import follow, opening, quotable, together
from dossier.site.pages.names import NameIndex
from dossier.site.pages.rewording import Reworded, reworded
from dossier.site.pages.when import days

_R = TypeVar("_R", bound=Record)
_DIRECTIVE = ":~:"
_PARAGRAPH_NAMES = {"h": "headline", "s": "standfirst", "x": "heading"}
RETRACTED = " (retracted)"
"""Stands behind what rests on articles alone that their publishers took back."""


Denial = tuple[str, str | None, tuple[str, ...]]
"""Ids of a claim that denies, of the event it is about, and of the articles that tell it."""


class Catalogue:
    """A dossier with its lookups; built once, then read only but where the dossier is told in other words."""

    def __init__(self, dossier: Dossier, called: str = "Dossier") -> None:
        self.notes = Notes()
        """What whoever draws a page asks of it."""
        self.dossier = sections(dossier, self.notes)
        self._whole = dossier
        self.called = called
        """What the site is called."""
        self._records: dict[str, AnyRecord] = {record.id: record for record in dossier.records()}
        self._passages = {evidence.id: evidence for evidence in dossier.evidence}
        self.records: Table[AnyRecord] = Table(self.notes, "records", self._records, has="titles")
        self._published = {article.id: article.datePublished for article in dossier.articles}
        self.articles: Table[Article] = Table(
            self.notes, "articles", {article.id: article for article in dossier.articles}
        )
        self.evidence: Table[Evidence] = Table(self.notes, "evidence", self._passages)
        self._order = {article.id: index for index, article in enumerate(dossier.articles)}
        taken_back = {article.id for article in dossier.articles if article.retracted}
        self._retracted = {id for id, record in self._records.items() if self._rests_on(record, taken_back)}
        self._record_order = {id: index for index, id in enumerate(self._records)}
        of_articles = {passage.article for passage in dossier.evidence}
        self._cited_articles = self.articles_in_order(of_articles)
        self._years_cited = sorted({a.datePublished.year for a in dossier.articles if a.id in of_articles})
        self._cited: dict[tuple[bool, str], dict[str, tuple[str, ...]]] = {}
        self._quoted = {segment for quotation in dossier.quotes for segment in quotation.passages}
        self._names = NameIndex((*dossier.actors, *dossier.places))
        self._titles: dict[str, str] = {}
        for record in self._records.values():
            if not isinstance(record, Claim):  # those of quotations and claims are made of others' titles
                self._titles[record.id] = self._title_of(record)
        self._claim_titles = {claim.id: self._claim_title(claim) for claim in dossier.claims}
        """Before those of one title are told apart."""
        self._titles |= self._told_apart()
        self.named_by: Table[tuple[str, ...]] = Table(
            self.notes, "named_by", {record.id: self._named(record) for record in self._records.values()}
        )
        """Per record, the ids of the other records that it names in its fields or its words."""
        self.naming: Table[tuple[str, ...]] = Table(self.notes, "naming", self._naming())
        """Per id, the ids of the records that name it, in the dossier's order."""

        relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in dossier.relations:
            for end in {relation.subject, relation.object}:
                relations[end].append(relation)
        self.relations: Table[list[Relation]] = Table(self.notes, "relations", relations)
        """Per record, the edges it is an end of."""
        doubts: dict[str, list[Doubt]] = defaultdict(list)
        for doubt in dossier.doubts:
            for one in doubt.records:
                doubts[one].append(doubt)
        self.doubts: Table[list[Doubt]] = Table(self.notes, "doubts", doubts)
        """Per record, the questions whether it is one with another."""
        denied: dict[str, list[Denial]] = defaultdict(list)
        for claim in dossier.claims:
            if claim.claimant and claim.kind.value == "denial":
                articles = tuple(dict.fromkeys(self._passages[id].article for id in claim.evidence))
                denied[claim.claimant.value].append((claim.id, value_of(claim.about), articles))
        self.denied: Table[list[Denial]] = Table(self.notes, "denied", denied)
        """Per actor, what it denies, in the dossier's order."""
        self._claimants = {claim.claimant.value for claim in dossier.claims if claim.claimant}
        self._claims_in = self._claims_by_sentence()
        self._speakers = {quote.speaker.value for quote in dossier.quotes if quote.speaker}
        self._telling, citing = self._by_paragraph_and_article()
        self.citing: Table[tuple[str, ...]] = Table(self.notes, "citing", citing)
        """Per article, the ids of the records that cite it."""
        self.resting: Table[tuple[Sourced, ...]] = Table(self.notes, "resting", self._resting())
        """Per passage, the values that rest on it."""
        inside: dict[str, list[str]] = defaultdict(list)
        for place in dossier.places:
            if place.part_of:
                inside[place.part_of.value].append(place.id)
        self.inside: Table[list[str]] = Table(self.notes, "inside", inside)
        """Per place, the ids of those that are part of it."""
        mentioned: dict[str, dict[str, None]] = defaultdict(dict)
        for actor in dossier.actors:
            for passage in actor.mentions:
                mentioned[self._passages[passage].article][actor.id] = None
        self.mentioned_in: Table[list[str]] = Table(
            self.notes, "mentioned_in", {article: list(ids) for article, ids in mentioned.items()}
        )
        """Per article, the ids of the actors that it mentions, in the dossier's order."""
        self.quoted_in: Table[list[str]] = Table(self.notes, "quoted_in", self._quoted_in())
        """Per article and speaker ("one-article ana-novak"), the ids of what it quotes of them."""

    def reword(self, dossier: Dossier) -> set[Question] | None:
        """Looks things up in a dossier that differs in the articles' words alone.

        Gives the questions whose answers may be others now; None where more differs, and a catalogue must be
        built anew. What is found by ids and names stays as it was found.
        """
        told = reworded(self._whole, dossier)
        if told is None:
            return None
        self._whole = dossier
        self.dossier = sections(dossier, self.notes)
        asked = {("section", name) for name in told.sections} | {("located", "")}
        before = [(self._records[record.id], record) for _, record in told.records]
        for _, passage in told.passages:
            self._passages[passage.id] = self.evidence[passage.id] = passage
            asked.add(("evidence", passage.id))
        for _, record in told.records:
            self._records[record.id] = self.records[record.id] = record
            asked |= {("whole", record.id), ("records", record.id)}
        asked.update(self._retitle(told), self._rename(told))
        asked.update(self._rest_anew(before), self._tie_anew(tie for _, tie in told.ties))
        return asked

    def _retitle(self, told: Reworded) -> Iterator[Question]:
        """Titles again of what is told otherwise, and of claims that name it."""
        of = {record.id: record for _, record in told.records}
        of |= {id: self._records[id] for one in list(of) for id in self.naming.get(one, ())}
        before, claims = self._titles, {id: each for id, each in of.items() if isinstance(each, Claim)}
        others = [each for each in of.values() if not isinstance(each, Claim)]
        self._titles = before | {each.id: self._title_of(each) for each in others}
        self._claim_titles |= {id: self._claim_title(claim) for id, claim in claims.items()}
        self._titles |= self._told_apart()
        return (("titles", id) for id, title in self._titles.items() if title != before[id])

    def _rename(self, told: Reworded) -> Iterator[Question]:
        """Whom those name that are told otherwise, found again."""
        named = {record.id: self._named(record) for _, record in told.records}
        changed = {id: ids for id, ids in named.items() if ids != self.named_by[id]}
        if changed:
            named_anew = set[str]().union(*changed.values(), *map(self.named_by.__getitem__, changed))
            yield from (("naming", id) for id in {ALL, *named_anew})
            yield from (("naming_of", f"{kind.__name__} {id}") for kind in FOLDERS for id in named_anew)
            self.named_by.update(changed)
            self.naming = Table(self.notes, "naming", self._naming())
        yield from (("named_by", id) for id in changed)

    def _rest_anew(self, records: Iterable[tuple[AnyRecord, AnyRecord]]) -> Iterator[Question]:
        """The facts of records, at the passages that they rest on; what each was here and what it is now."""
        become = {
            id(old): new
            for before, now in records
            for old, new in zip(facts_in(before), facts_in(now), strict=True)
        }
        for passage in {passage for before, _ in records for passage in cited(before)}:
            if values := self.resting.get(passage):
                self.resting[passage] = tuple(become.get(id(value), value) for value in values)
                yield "resting", passage

    def _tie_anew(self, ties: Iterable[Relation]) -> Iterator[Question]:
        """The edges that are told otherwise, at both ends."""
        become = {tie.id: tie for tie in ties}
        for end in {end for tie in become.values() for end in (tie.subject, tie.object)}:
            self.relations[end] = [become.get(tie.id, tie) for tie in self.relations[end]]
            yield "relations", end

    def quoted(self, speaker: str | None, record: AnyRecord) -> list[Quote]:
        """What a speaker is quoted with in the articles that a record rests on, in their order."""
        keys = [f"{article} {speaker}" for article in self.passages_by_article(record)]
        ids = dict.fromkeys(id for key in keys for id in self.quoted_in.get(key, ()))
        return [each for id in ids if isinstance(each := self.records[id], Quote)]

    def speaks(self, id: str) -> tuple[bool, bool]:
        """Whether an actor is quoted, and whether it makes a claim."""
        self.notes.note("speaks", id)
        return id in self._speakers, id in self._claimants

    def title(self, id: str) -> str:
        """What a record is called."""
        self.notes.note("titles", id)
        return self._titles[id] + (RETRACTED if id in self._retracted else "")

    def is_retracted(self, id: str) -> bool:
        """Whether all that an event, agreement, claim or quotation rests on was retracted."""
        self.notes.note("titles", id)
        return id in self._retracted

    def _rests_on(self, record: AnyRecord, articles: Set[str]) -> bool:
        """Whether it is told by these articles and no other; a name is a name, whoever tells it."""
        if not articles or isinstance(record, Actor | Place):
            return False
        told = {self._passages[id].article for id in cited(record)}
        return bool(told) and told <= articles

    def name(self, id: str | None, otherwise: str | None = None) -> str:
        """A record's title; for an unknown id, the words given."""
        self.notes.note("titles", id or "")
        return self._titles.get(id or "", otherwise or id or "")

    def is_a(self, id: str, *kinds: type[Record]) -> bool:
        """Whether there is a record with this id, and it is of one of these kinds."""
        self.notes.note("titles", id)
        return isinstance(self._records.get(id), kinds)

    def url(self, id: str) -> str:
        """Address of a record's page, from the site's root; of one without, of its entry in a list."""
        self.notes.note("titles", id)
        record = self._records[id]
        if isinstance(record, Actor) and record.entry:
            return f"{record.entry}#{id}"
        return f"{FOLDERS[type(self._records[id])]}/{id}/"

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

    def report(self, ids: Iterable[str]) -> str:
        """The first report that some passages are of: "a report by The Osterby Post"."""
        for id in self.in_text_order(ids)[:1]:
            article = self.articles[self._passages[id].article]
            return f"a {'retracted ' if article.retracted else ''}report by {article.publisher}"
        return "a report"

    def first_report(self, record: AnyRecord) -> str:
        """The first report that tells of a record."""
        self.notes.note("first", record.id)
        return self.report(self.first(record.id))

    def first(self, id: str) -> tuple[str, ...]:
        """The first passage that a record cites; none where there is no such record."""
        record = self._records.get(id)
        cited_by_article = self._by_article(record, mentions=True) if record else {}
        return next(iter(cited_by_article.values()), ())[:1]

    def headline(self, id: str) -> str:
        """What an article is called."""
        article = self.articles[id]
        return article.headline + (RETRACTED if article.retracted else "")

    def publisher(self, record: AnyRecord) -> str:
        """Who published the first report that a record rests on."""
        passages = self.passages(record)
        return self.articles[self._passages[passages[0]].article].publisher if passages else "the article"

    def first_told(self, record: AnyRecord) -> date | None:
        """When the first report that a record rests on was published."""
        passages = self.passages(record)
        return self.articles[self._passages[passages[0]].article].datePublished if passages else None

    def mentions(self, id: str) -> tuple[str, ...]:
        """Ids of the passages that mention a record, in text order; none of what has no mentions."""
        self.notes.note("mentions", id)
        record = self._records.get(id)
        return record.mentions if isinstance(record, Mentioned) else ()

    def joined(self, id: str) -> tuple[Join, ...]:
        """What made one record of what several articles tell; nothing of what has no mentions."""
        self.notes.note("whole", id)
        record = self._records.get(id)
        return record.joined if isinstance(record, Mentioned) else ()

    def articles_in_order(self, ids: Iterable[str]) -> list[str]:
        """Ids of articles in the dossier's order, which is that of the names of their files: no question."""
        return sorted(set(ids), key=self._order.__getitem__)

    def cited_articles(self, most: int) -> list[str] | None:
        """Ids of the articles that anything rests on, in the dossier's order; None of more than so many."""
        self.notes.note("cited_articles", str(most))
        return list(self._cited_articles) if len(self._cited_articles) <= most else None

    def years_cited(self) -> list[int]:
        """The years in which they were published."""
        self.notes.note("years_cited", "")
        return list(self._years_cited)

    def located(self) -> list[Place]:
        """The places with coordinates, in the dossier's order."""
        self.notes.note("located", "")
        return [place for place in self._whole.places if place.geo]

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Ids of records in the dossier's order."""
        ids = sorted(set(ids))
        self.notes.note("order", "\n".join(ids))
        return sorted(ids, key=self._record_order.__getitem__)

    @property
    def has_several_articles(self) -> bool:
        """Whether the dossier is made from more than one."""
        self.notes.note("several", "")
        return len(self._order) > 1

    def whole(self, id: str) -> AnyRecord:
        """A record with all that is known of it."""
        self.notes.note("whole", id)
        return self._records[id]

    def telling(self, passage: str) -> tuple[str, ...]:
        """Ids of the events, agreements, claims and quotations that rest on the paragraph of a passage."""
        self.notes.note("telling", passage)
        return self._told_beside(passage)

    def _told_beside(self, passage: str) -> tuple[str, ...]:
        at = self._passages[passage]
        return self._telling.get((at.article, at.paragraph), ())

    def month_of(self, passages: Sequence[str]) -> str | None:
        """The month of the latest article that some passages stand in ("2019-04"), for what they say is so.

        None where a sentence of theirs tells of what happened in a month before: of then or of now, it does
        not say. A question of its own, since much else is told in these paragraphs.
        """
        self.notes.note("month_of", " ".join(passages))
        if not passages:
            return None
        month = max(self._published[self._passages[id].article] for id in passages).isoformat()[:7]
        sentences = {digest for id in passages for digest in self._passages[id].sentences}
        for other in dict.fromkeys(other for id in passages for other in self._told_beside(id)):
            event = self._records[other]
            date = event.date if isinstance(event, Event) else None
            span = days(date)
            if date is None or span is None or span[1].isoformat()[:7] >= month:
                continue
            if any(sentences.intersection(self._passages[id].sentences) for id in date.evidence):
                return None
        return month

    def is_quotation(self, id: str) -> bool:
        """Whether a passage is a direct quotation."""
        self.notes.note("evidence", id)
        return id in self._quoted

    def excerpt(self, id: str) -> str:
        """The words of a passage as far as they read as a phrase; of one without, of where it leads to.

        A quotation's are as they were said.
        """
        passage, words = self._shown(id)
        return words if passage in self._quoted else quotable(words)

    def excerpts(self, ids: Iterable[str], facts: Iterable[Sourced] = ()) -> str:
        """The excerpts of passages of one paragraph that support the same, together and in text order."""
        told = {id: self._excerpt_for(id, facts) for id in self.in_text_order(ids)}
        kept: list[str] = []
        stop = end = 0
        for place, id in sorted((self._place_of(id, words), id) for id, words in told.items()):
            if place < stop:
                continue  # it stands in what the one before leaves out
            words, before = told[id], kept[-1].removesuffix(" …") if kept else ""
            if 0 < end - place < len(words) and before.endswith(words[: end - place]):
                kept[-1] = f"{before}{words[end - place :]}"  # it begins within the one before
            else:
                kept.append(words)
            end = place + len(words.removesuffix(" …"))
            if " … " in words.strip("… "):
                stop = self.evidence[id].end
        return together(kept)

    def _place_of(self, id: str, excerpt: str) -> int:
        """Where in its article an excerpt of a passage begins."""
        passage = self.evidence[self._shown(id)[0]]
        begins = (passage.exact or passage.first or "").split()
        if excerpt.startswith("…") and excerpt.split()[1] not in begins:
            return passage.end - len(passage.last or "")
        return passage.start

    def _excerpt_for(self, id: str, facts: Iterable[Sourced]) -> str:
        """The excerpt of a passage, or how it begins, with what a fact reports that rests on it alone.

        That is a date, a count or an amount: what somebody says, words in the gap may tell is not so.
        """
        resting = [fact for fact in facts if tuple(fact.evidence) == (id,)]
        words = {words for fact in resting for words in reported_in(fact)}
        is_said = any(fact.according_to or isinstance(getattr(fact, "value", ""), str) for fact in resting)
        begins = self.excerpt(id) or self.opening(id)
        if len(words) != 1 or is_said or begins.startswith("…"):
            return begins
        return follow(begins, *words)

    def opening(self, id: str) -> str:
        """How a passage begins, as far as it is shown: for a mark, which leads to the rest."""
        return opening(self._shown(id)[1])

    def _shown(self, id: str) -> tuple[str, str]:
        """The passage that is shown for one, itself or where it leads to, and its words."""
        passage = self.evidence[id]
        if passage.nearest and not passage.shown:
            passage = self.evidence[passage.nearest]
        return passage.id, " ".join(passage.shown.split())

    def passages(self, record: AnyRecord) -> tuple[str, ...]:
        """Every passage a record cites, in text order, each once."""
        return tuple(id for ids in self.passages_by_article(record).values() for id in ids)

    def facts(self, record: AnyRecord) -> tuple[str, ...]:
        """The passages that support a record's facts: for actors and places, without mere mentions."""
        return tuple(id for ids in self.facts_by_article(record).values() for id in ids)

    def passages_by_article(self, record: AnyRecord) -> dict[str, tuple[str, ...]]:
        """The same by article: a record of many articles is taken apart once, not for each of them."""
        self.notes.note("whole", record.id)
        return self._by_article(record, mentions=True)

    def facts_by_article(self, record: AnyRecord) -> dict[str, tuple[str, ...]]:
        """The passages of a record's facts by article."""
        self.notes.note("whole" if isinstance(record, Actor | Place) else "records", record.id)
        return self._by_article(record, mentions=False)

    def in_article(self, record: AnyRecord, article: str, *, mentions: bool) -> tuple[str, ...]:
        """The passages of one article that support a record's facts, and with `mentions` those that name it.

        Of an actor or place that question is one of its own: many articles name some, and few a page's.
        """
        if isinstance(record, Actor | Place):
            self.notes.note("cites", f"{article} {record.id}")
        else:
            self.notes.note("records", record.id)
        return self._by_article(record, mentions=mentions).get(article, ())

    def cites(self, article_and_record: str) -> tuple[tuple[str, ...], ...] | None:
        """The passages of an article that support a record's facts, and those and where it is named."""
        article, id = article_and_record.split(" ")
        record = self._records.get(id)
        if record is None:
            return None
        return tuple(self._by_article(record, mentions=all_).get(article, ()) for all_ in (False, True))

    def _by_article(self, record: AnyRecord, *, mentions: bool) -> dict[str, tuple[str, ...]]:
        is_whole = mentions or not isinstance(record, Actor | Place)
        key = is_whole, record.id
        if key not in self._cited:
            whole = record if is_whole else record.model_copy(update={"mentions": ()})
            found: dict[str, list[str]] = defaultdict(list)
            for id in self.in_text_order(cited(whole)):
                found[self._passages[id].article].append(id)
            self._cited[key] = {article: tuple(ids) for article, ids in found.items()}
        return self._cited[key]

    def stating(self, agreement: Agreement, party: Sourced) -> tuple[str, ...]:
        """The passages of a party that state the agreement, not those that only tell who is meant there."""

        def paragraph(id: str) -> tuple[str, str]:
            return self.evidence[id].article, self.evidence[id].paragraph

        told = {paragraph(id) for id in agreement.status.evidence}
        return tuple(id for id in party.evidence if paragraph(id) in told) or party.evidence

    def named_in(self, text: str) -> tuple[str, ...]:
        """Ids of the actors and places that a text names."""
        self.notes.note("named", text)
        return self._names.find(text)

    def in_text_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids of passages in the order of the articles and of their text, each once.

        No question: where a passage stands is part of its id, and articles stand in the order of theirs.
        """

        def position(id: str) -> tuple[int, int, int]:
            passage = self._passages[id]
            return self._order.get(passage.article, 0), passage.start, passage.end

        return tuple(sorted(set(ids), key=position))

    def paragraph(self, id: str) -> str:
        """How a passage's paragraph is called: "¶4", "headline", "¶4, retracted"."""
        taken_back = self.articles[self.evidence[id].article].retracted
        return self._paragraph(id) + (", retracted" if taken_back else "")

    def _paragraph(self, id: str) -> str:
        label = self._passages[id].paragraph
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

    def _by_paragraph_and_article(
        self,
    ) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """The records that cite each paragraph, but for actors and places; and all that cite each article."""
        paragraphs: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        articles: dict[str, dict[str, None]] = defaultdict(dict)
        for record in self._records.values():
            is_told = not isinstance(record, Actor | Place)
            for passage in map(self._passages.__getitem__, cited(record)):
                articles[passage.article][record.id] = None
                if is_told:
                    paragraphs[passage.article, passage.paragraph][record.id] = None
        return (
            {paragraph: tuple(ids) for paragraph, ids in paragraphs.items()},
            {article: tuple(ids) for article, ids in articles.items()},
        )

    def _title_of(self, record: Actor | Place | Event | Agreement | Quote) -> str:
        if isinstance(record, Quote):
            return self._quote_title(record)
        named = record.name if isinstance(record, Actor | Place) else record.title
        return wording.sentence_case(named.value)

    def _quote_title(self, quotation: Quote) -> str:
        words = wording.shortened(quotation.text.value, 9)
        speaker = self.name(value_of(quotation.speaker), value_of(quotation.speaker_as_reported))
        return f"“{words}” – {speaker}" if speaker else f"“{words}”"

    def _in_title(self, id: str | None, otherwise: str | None) -> str:
        """A name as it stands within a title: "the Ferry Association", "analysts"."""
        record = self._records.get(id or "")
        if not isinstance(record, Actor):
            return nouns.unnamed(self.name(id, otherwise), self._names.find)
        return nouns.definite(record.name.value, person=record.kind.value == "person") + self.name(id)

    def _claim_title(self, claim: Claim) -> str:
        claimant = self._in_title(value_of(claim.claimant), claim.claimant_as_reported.value)
        target = self._in_title(value_of(claim.target), value_of(claim.target_as_reported)) or None
        event = self._titles.get(value_of(claim.about) or "")
        return wording.claim_title(claim, claimant, target, event)

    def _told_apart(self) -> dict[str, str]:
        """The titles of claims, with its paragraph of each that has the title of another."""
        titles = dict(self._claim_titles)
        often = Counter(titles.values())
        for claim in self._whole.claims:
            if often[titles[claim.id]] > 1 and claim.evidence[0] in self._passages:
                titles[claim.id] += f" ({self._paragraph(claim.evidence[0])})"
        return titles

    def _named(self, record: AnyRecord) -> tuple[str, ...]:
        ids = dict.fromkeys((*refers_to(record), *self._names.find(_own_words(record))))
        return tuple(id for id in ids if id in self._records)

    def naming_of(self, id: str, kind: type[_R]) -> list[_R]:
        """The records of one kind that name record `id`, in the dossier's order."""
        about = f"{kind.__name__} {id}"
        self.notes.note("naming_of", about)
        naming = (self.records[other] for other in self.naming_as(about))
        return [record for record in naming if isinstance(record, kind)]

    def naming_as(self, kind_and_record: str) -> tuple[str, ...]:
        """Ids of the records of a kind ("Claim ana-novak") that name a record."""
        kind, id = kind_and_record.split(" ")
        naming = dict.get(self.naming, id, ())
        return tuple(other for other in naming if type(self._records[other]).__name__ == kind)

    def ranked_by_naming(self, ids: Iterable[str]) -> dict[str, int]:
        """The higher, the more records name a record of these; the same where as many do.

        No number of records, which would be another for each page as soon as one more names a state.
        """
        ids = sorted(set(ids))
        self.notes.note("ranked", "\n".join(ids))
        naming = {id: len(dict.get(self.naming, id, ())) for id in ids}
        ranks = {count: rank for rank, count in enumerate(sorted(set(naming.values())))}
        return {id: ranks[count] for id, count in naming.items()}

    def claims_in(self, sentences: Iterable[str]) -> list[Claim]:
        """The claims that rest on any of these sentences (digests), in the dossier's order."""
        about = " ".join(sorted(sentences))
        self.notes.note("claims_in", about)
        return [each for id in self.resting_on(about) if isinstance(each := self.records[id], Claim)]

    def resting_on(self, sentences: str) -> list[str]:
        """The ids of these claims."""
        found = {id for digest in sentences.split() for id in self._claims_in.get(digest, ())}
        return sorted(found, key=self._record_order.__getitem__)

    def _claims_by_sentence(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self._whole.claims:
            for digest in {digest for id in claim.evidence for digest in self._passages[id].sentences}:
                found[digest].append(claim.id)
        return found

    def _quoted_in(self) -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for quotation in self._whole.quotes:
            if quotation.speaker:
                for passage in quotation.passages:
                    key = f"{self._passages[passage].article} {quotation.speaker.value}"
                    found[key][quotation.id] = None
        return {key: list(ids) for key, ids in found.items()}

    def _resting(self) -> dict[str, tuple[Sourced, ...]]:
        found: dict[str, list[Sourced]] = defaultdict(list)
        for record in self._records.values():
            for fact in facts_in(record):
                for passage in fact.evidence:
                    found[passage].append(fact)
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
        for fact in facts_in(record)
        if isinstance(fact, Fact) and isinstance(fact.value, str) and not isinstance(fact.value, Ref)
    )
