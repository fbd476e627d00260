"""A dossier to the same with fewer of the articles' words: reports up to a cut, passages to their ends."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import pairwise
from typing import Any, TypeVar

from dossier.assembly.cutting import cut, cut_headings
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.excerpts import FEWEST_CLAIMED, Excerpt, excerpt, opened
from dossier.assembly.identity import FOLDERS, RECORD_SECTIONS
from dossier.assembly.limits import POSITION, Counted, reported_spans, shown_of
from dossier.assembly.passages import article_of, nearest
from dossier.assembly.words import count_words, opening
from dossier.facts import (
    EvidenceRef,
    Fact,
    Model,
    Reported,
    Sourced,
    cited,
    facts_in,
    reported_in,
    with_words,
)
from dossier.model import AnyRecord, Dossier, Evidence, Quote, Relation
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import Mask, seen

R = TypeVar("R", bound=Model)


class Turn(IntEnum):
    """What else may be shown, in the order in which it is served."""

    BARE_CLAIM = 0
    """The beginning of what is claimed, where next to nothing of it is shown without."""
    PARAGRAPH = 1
    """The fewest words that lead into a paragraph."""
    CLAIM = 2
    """The beginning of what is claimed."""
    FEW_WORDS = 3
    """All of another short report: who was killed, or when."""
    LEAD = 4
    """The words that lead to a sentence."""
    DESCRIPTION = 5
    """All of a short report of what somebody is."""
    WHOLE_CLAIM = 6
    PART_OF_CLAIM = 7
    BETWEEN = 8
    """A single word between two at the beginning of a passage that are shown: with it they read as one."""
    DEED = 9
    """All of a passage that the sentence on what happened or was agreed rests on: what its mark is for."""
    SENTENCE = 10
    """All of a passage that the sentence on any other record rests on."""
    TOLD_CLAIM = 11
    """The beginning of what is claimed, where a page tells it in words of its own."""
    EVENT = 12
    """The words that name an event or an agreement."""
    REPORT = 13
    """More of any report."""
    PASSAGE = 14


OF_CLAIMS = frozenset((Turn.BARE_CLAIM, Turn.CLAIM, Turn.WHOLE_CLAIM, Turn.PART_OF_CLAIM, Turn.TOLD_CLAIM))
"""Turns of what is claimed."""
Wanted = tuple[Turn, "array[int]"]
"""What else may be shown: its turn and the positions of its words, held of all articles at once."""
_WORD = re.compile(r"\w+")
_FEW = 8
"""Words of the longest report that is short."""
_FEWEST_REPORTED = 4
"""Words of the article that a fact keeps in any case: "agreed to", "at least 14 people"."""
LONGEST_IN_FULL = 20
"""Words of the longest passage outside a quotation that is shown in full."""
_FEWEST_SHOWN = 2
"""Words of its beginning that a passage is shown by, where they are not what leads there."""
_SPAREST_REPORTED = 2
"""Words of the article that a fact keeps where it is shown at its sparest."""
_LEFT_OUT = Reported("…")
"""What is shown of words none of which are."""
_NO_WORDS: dict[Reported, tuple[str, list[Span]]] = {}
_WORDLESS = dict.fromkeys(("exact", "first", "last", "prefix", "suffix"))
_SHORTENED = (*(section for section in RECORD_SECTIONS if section != FOLDERS[Quote]), "relations")
"""Sections whose facts are shown shorter; a quotation is shown whole, or up to where it is cut."""
_CITING = (*RECORD_SECTIONS, "relations", "evidence")
"""Sections of what cites articles."""


@dataclass(frozen=True, slots=True)
class Shortening:
    """The passages of a dossier and the article's words in its facts, in full where that is allowed."""

    dossier: Dossier
    book: EvidenceBook
    articles: Mapping[str, Article]
    counted: Mapping[str, Counted]
    allowed: dict[str, set[int]]
    """By article, the positions of the words that may be shown."""
    gaps: dict[str, set[int]] = field(default_factory=dict)
    """By article, the positions of the words that may not be shown even to lead to a passage."""
    quoted: Collection[str] = ()
    """Ids of the passages that are direct quotations."""
    cuts: Mapping[str, int] = field(default_factory=dict)
    """By id of such a passage that is cut, where the words end that are shown of it; of headings too."""
    named: Collection[str] = ()
    """Ids of the passages that are a name, shown in any case."""
    sparest: set[str] = field(default_factory=set)
    """The articles of which no words are shown to lead to a passage."""
    _excerpts: dict[tuple[str, str], Excerpt] = field(default_factory=dict)
    _stood: dict[int, dict[Reported, tuple[str, list[Span]]]] = field(default_factory=dict)
    """By fact of the dossier, which keeps them all: where its words stand."""
    _known: dict[str, Evidence] = field(default_factory=dict)
    _cites: dict[str, frozenset[str]] = field(default_factory=dict)
    """By id of a record or relation, the articles it cites: the same however much is shown."""
    _by_article: dict[str, dict[str, array[int]]] = field(default_factory=dict)
    """By section and article, the places of what cites it."""
    _opening: dict[str, Turn] = field(default_factory=dict)
    _links: set[Reported] = field(default_factory=set)
    """Why events came about, what they came after and were for, and what somebody is said to be: nothing of
    it is shown where there is no room for all that says something."""
    _described: set[Reported] = field(default_factory=set)
    """Of these what somebody is said to be."""

    def __post_init__(self) -> None:
        for event in self.dossier.events:
            self._links.update(f.value for f in (*event.reasons, *event.after, *event.purpose))
        for named in (*self.dossier.actors, *self.dossier.places):
            self._described.update(fact.value for fact in named.described)
        self._links.update(self._described)
        self._links.difference_update(words for _, words in self.book.contents)

    def wanted(self, of: Set[str]) -> dict[str, list[Wanted]]:
        """Of these articles, the words (positions) of each passage, and of each report up to each cut."""
        found: dict[str, list[Wanted]] = defaultdict(list)
        passages = self._passages()
        own = self._citing("evidence", of)

        def want(article: str, turn: Turn, positions: set[int]) -> None:
            found[article].append((turn, array(POSITION, sorted(positions))))

        told, opening, into = self._told(), self._openings(), self._into_paragraphs(own)
        facts = [
            fact
            for section in (*RECORD_SECTIONS, "relations")
            for record in self._citing(section, of)
            for fact in facts_in(record)
        ]
        for passage in own:
            turn = opening.get(passage.id, Turn.PASSAGE)
            want(passage.article, turn, self._positions(passage.article, _span(passage)))
            if passage.last:
                last = Span(passage.end - len(passage.last), passage.end)
                want(passage.article, Turn.PASSAGE, self._positions(passage.article, last))
            if passage.shown:
                turn = Turn.LEAD if passage.nearest is None else Turn.EVENT
                turn = Turn.PARAGRAPH if passage.id in into else turn
                want(passage.article, turn, self._leading(passage))
        for fact in facts:
            for words, (article, spans) in self._stands(fact, passages).items():
                if article not in of:
                    continue
                cut = self._excerpt(article, words, spans)
                for end in cut.ends:
                    turn = self._turn(article, words, cut, end, told.get(words))
                    want(article, turn, self.counted[article].positions(cut.spans(end)))
        return found

    def _told(self) -> dict[Reported, Turn]:
        """The words of claims that a page tells in words of its own, and when they may be shown."""
        return {
            claim.wording_as_reported.value: Turn.TOLD_CLAIM if claim.description else Turn.REPORT
            for claim in self.dossier.claims
            if claim.about or claim.utters or claim.description
        }

    def _openings(self) -> dict[str, Turn]:
        """The passages that the sentences on records rest on, and when they may be shown."""
        if not self._opening:
            deeds = _opened_by((*self.dossier.events, *self.dossier.agreements))
            self._opening.update(dict.fromkeys(_opened_by(self.dossier.records()), Turn.SENTENCE))
            self._opening.update(dict.fromkeys(deeds, Turn.DEED))
        return self._opening

    def _citing(self, section: str, of: Collection[str]) -> list[Any]:
        """What a section has that cites any of these articles, in its order."""
        held = getattr(self.dossier, section)
        if len(of) == len(self.articles):
            return list(held)
        return [held[place] for place in self._places(section, of)]

    def _places(self, section: str, of: Collection[str]) -> list[int]:
        """The places in a section of what cites any of these articles, in order."""
        if section not in self._by_article:
            found: dict[str, array[int]] = defaultdict(lambda: array(POSITION))
            self._by_article[section] = found
            for place, each in enumerate(getattr(self.dossier, section)):
                for article in (each.article,) if isinstance(each, Evidence) else self.articles_of(each):
                    found[article].append(place)
        known = self._by_article[section]
        return sorted({place for article in of if article in known for place in known[article]})

    def ask_in_turn(self) -> None:
        """Asks where each report may be cut, one article after the other: few trees are held at once."""
        passages = self._passages()
        told: dict[str, dict[Reported, list[Span]]] = defaultdict(dict)
        for fact in self.dossier.facts():
            for words, (article, spans) in self._stands(fact, passages).items():
                told[article].setdefault(words, spans)
        for article, reports in told.items():
            for words, spans in reports.items():
                self._fewest(article, words, self._excerpt(article, words, spans))

    def _into_paragraphs(self, passages: Iterable[Evidence]) -> set[str]:
        """Of each paragraph the passage that the fewest words lead to."""
        leading = [each for each in passages if each.shown and each.nearest is None]
        shortest = sorted(leading, key=lambda each: (-len(self._leading(each)), each.id))
        return set({(each.article, each.paragraph): each.id for each in shortest}.values())

    def _turn(self, article: str, words: Reported, cut: Excerpt, end: int, told: Turn | None) -> Turn:
        """When a report may be shown up to an end; `told` for what a page tells in words of its own."""
        counted = self.counted[article]
        is_first, is_whole = end == cut.ends[0], end == cut.ends[-1]
        if (article, words) not in self.book.contents:
            is_short = len(counted.positions(cut.spans(cut.ends[-1]))) <= _FEW
            if is_short and is_whole and words in self._described:
                return Turn.DESCRIPTION
            return Turn.FEW_WORDS if is_short and is_whole and words not in self._links else Turn.REPORT
        if told is not None:
            return told if is_first else Turn.REPORT
        if not is_first:
            return Turn.WHOLE_CLAIM if is_whole else Turn.PART_OF_CLAIM
        says_something = len(counted.positions(cut.spans(cut.least))) >= _FEWEST_REPORTED
        return Turn.CLAIM if says_something else Turn.BARE_CLAIM

    def _stands(
        self, fact: Sourced, passages: Mapping[str, Evidence]
    ) -> dict[Reported, tuple[str, list[Span]]]:
        """The article's words in a fact → the article and the places of their pieces in it, in order.

        The same object, which is empty, for all facts without such words: most have none.
        """
        if id(fact) not in self._stood:
            self._stood[id(fact)] = self._found(fact, passages) if any(reported_in(fact)) else _NO_WORDS
        return self._stood[id(fact)]

    def _found(
        self, fact: Sourced, passages: Mapping[str, Evidence]
    ) -> dict[Reported, tuple[str, list[Span]]]:
        found: dict[Reported, tuple[str, list[Span]]] = {}
        for article, words, span in reported_spans(fact, passages, self.articles):
            first, spans = found.setdefault(words, (article, []))
            apart = not any(span.start < s.end and s.start < span.end for s in spans)
            if first == article and apart and self._is_another(article, words, span, spans):
                spans.append(span)
        return {words: (article, sorted(spans)) for words, (article, spans) in found.items()}

    def _is_another(self, article: str, words: Reported, span: Span, spans: Sequence[Span]) -> bool:
        """Whether a place is of another piece of a report, and no second place of one that is found."""
        slice_of = self.articles[article].text.slice
        piece = slice_of(span)
        pieces = [each.strip() for each in words.split("…")]
        return [*map(slice_of, spans)].count(piece) < pieces.count(piece)

    def _excerpt(self, article: str, words: Reported, spans: list[Span]) -> Excerpt:
        """Where a report may be cut; of a claim's, only what is said."""
        key = (article, words)
        if key not in self._excerpts:
            said = self.book.contents.get(key)
            fewest = FEWEST_CLAIMED if said or words in self._links else _FEWEST_REPORTED
            answers = self.book.kept.of(self.articles[article])
            self._excerpts[key] = excerpt(answers, said or spans, fewest, goes_on=words.endswith("…"))
        return self._excerpts[key]

    def at_the_least(self, of: Collection[str] | None = None) -> Dossier:
        """The dossier with the words alone that are shown in any case; no passage is led to another.

        With no more than what cites some articles, where they are given.
        """
        least = replace(self, allowed={id: set() for id in self.articles}, gaps={})
        some = {} if of is None else {name: tuple(self._citing(name, of)) for name in _CITING}
        return least.shortened(self.dossier.model_copy(update=some), is_led=False)

    def settle(self) -> None:
        """Lets go of what would be found again."""
        self._excerpts.clear()
        self._stood.clear()

    def shortened(
        self,
        full: Dossier,
        before: Dossier | None = None,
        changed: Collection[str] = (),
        *,
        is_led: bool = True,
    ) -> Dossier:
        """The dossier without the words that may not be shown.

        `before` is what was shown when other words of the articles that `changed` were allowed: whatever
        cites none of these stays as it is there. Unless it `is_led`, nothing is asked but for the words.
        """
        passages = self._passages()
        spoken = "\n".join(self._quotation(passages[id]).shown for id in self.quoted)
        made: dict[str, tuple[Model, ...]] = {}
        for name in _SHORTENED:
            held = getattr(full, name)
            places = self._places(name, changed) if before else range(len(held))
            some = [self._record(held[place], passages, spoken) for place in places]
            made[name] = _with(getattr(before, name), places, some) if before else tuple(some)
        made[FOLDERS[Quote]] = tuple(map(self._quote, full.quotes)) if self.cuts else full.quotes
        made["articles"] = tuple(cut_headings(article, self.cuts) for article in full.articles)
        places = self._places("evidence", changed) if before else range(len(full.evidence))
        fresh = [full.evidence[place] for place in places]
        shown = [self._passage(passage) for passage in fresh]
        if is_led:
            leads = {known.id for known, after in zip(fresh, shown, strict=True) if _leads(known, after)}
            shown = list(_led(shown, leads, self.articles))
        made["evidence"] = _with(before.evidence, places, shown) if before else tuple(shown)
        return full.model_copy(update=made)

    def _passage(self, passage: Evidence) -> Evidence:
        """A passage in full where that is allowed, else as much of its beginning and end as is.

        The words it ends with are no more than a help to whoever follows it there: they go first. One in a
        gap has no words, nor has one of which a single word would be shown.
        """
        if passage.id in self.quoted:
            return self._quotation(passage)
        if self.articles[passage.article].mask is not None:
            return passage
        if passage.article in self.sparest or self._is_in_gap(passage):
            return passage.model_copy(update=_WORDLESS)
        if passage.id in self.named:
            return passage
        allowed = self.allowed[passage.article]
        if self._leading(passage) <= allowed and passage.exact is not None:
            return passage
        return self._ends(passage, allowed)

    def _quotation(self, passage: Evidence) -> Evidence:
        """The passage of a quotation: whole, or its beginning up to a cut."""
        if passage.id not in self.cuts:
            return passage
        text = self.articles[passage.article].text.text
        first = text[passage.start : self.cuts[passage.id]] or None
        return passage.model_copy(update={**_WORDLESS, "first": first})

    def _quote(self, quote: Quote) -> Quote:
        """A quotation, its words up to where they are cut."""
        if self.cuts.keys().isdisjoint(quote.passages):
            return quote
        passages = self._passages()

        def cut_of(said: Fact[str]) -> Fact[str]:
            text = self.articles[article_of(said.evidence[0])].text.text
            return cut(said, self.cuts, passages, text)

        versions = tuple(map(cut_of, quote.versions))
        return quote.model_copy(update={"text": cut_of(quote.text), "versions": versions})

    def _ends(self, passage: Evidence, allowed: set[int]) -> Evidence:
        """As much of the beginning and end of a passage as is allowed."""
        counted = self.counted[passage.article]
        leads = passage.shown and self._leading(passage) <= allowed
        ends = counted.allowed_ends(_span(passage), allowed)
        text = counted.article.text
        if ends is None:
            whole = text.slice(_span(passage))
            return passage.model_copy(update={**({} if leads else _WORDLESS), "exact": whole})
        first, last = (text.slice(span) if span else None for span in ends)
        if not leads:
            is_told = count_words(first or "") >= _FEWEST_SHOWN or count_words(last or "") > _FEWEST_SHOWN
            return passage.model_copy(
                update={**_WORDLESS, **({"first": first, "last": last} if is_told else {})}
            )
        begins = first if len(first or "") > len(passage.first or "") else passage.first
        stops = last if last and len(last) >= len(passage.last or "") else None
        return passage.model_copy(update={"first": begins, "last": stops})

    def _leading(self, passage: Evidence) -> set[int]:
        """The positions of the words that lead to a passage: all but those it ends with."""
        spans = list(shown_of(passage))[: 1 if passage.exact is None else None]
        return self.counted[passage.article].positions(spans)

    def _record(self, record: R, passages: Mapping[str, Evidence], spoken: str) -> R:
        made: dict[str, object] = {}
        for name, value in record.__dict__.items():
            facts = value if isinstance(value, tuple) else (value,)
            if facts and all(isinstance(fact, Sourced) for fact in facts):
                shorter = tuple(self._fact(fact, passages, spoken) for fact in facts)
                if any(new is not old for new, old in zip(shorter, facts, strict=True)):
                    made[name] = shorter if isinstance(value, tuple) else shorter[0]
        return record.model_copy(update=made) if made else record

    def _fact(self, fact: Sourced, passages: Mapping[str, Evidence], spoken: str) -> Sourced:
        stands = self._stands(fact, passages)
        if stands is _NO_WORDS:
            return fact
        sparest = any(article in self.sparest for article, _ in stands.values())
        masks = [mask for id in fact.evidence if (mask := self._mask_of(id)) is not None]

        def shown(words: Reported) -> Reported:
            if masks:
                return Reported(next((m.reports[words] for m in masks if words in m.reports), seen(words)))
            if words in self._links and (sparest or words not in stands):
                return words if words in spoken else _LEFT_OUT
            if words not in stands:
                fewest = _SPAREST_REPORTED if sparest else _FEWEST_REPORTED
                return words if words in spoken else Reported(opening(words, fewest))
            article, spans = stands[words]
            cut = self._excerpt(article, words, spans)
            if article in self.sparest:
                answers = self.book.kept.of(self.articles[article])
                end = opened(answers, cut.pieces[0], _SPAREST_REPORTED).end
                return words if words in spoken else cut.words(answers.reading, end)
            return self._cut(article, cut) or self._fewest(article, words, cut)

        return with_words(fact, shown)

    def _fewest(self, article: str, words: Reported, cut: Excerpt) -> Reported:
        """As much of a report as is shown in any case: of a link between events none, of a few words all."""
        answers = self.book.kept.of(self.articles[article])
        if words in self._links:
            whole = words in self._described and count_words(words) <= _FEWEST_REPORTED
            return cut.words(answers.reading, cut.ends[-1]) if whole else _LEFT_OUT
        is_claimed = (article, words) in self.book.contents
        least = cut.least if is_claimed else opened(answers, cut.pieces[0], _FEWEST_REPORTED).end
        return cut.words(answers.reading, least)

    def _mask_of(self, passage: str) -> Mask | None:
        return self.articles[article_of(passage)].mask

    def _cut(self, article: str, cut: Excerpt) -> Reported | None:
        """As much of a report as is allowed, up to one of its cuts; None where none is."""
        counted, allowed = self.counted[article], self.allowed[article]
        fits = (end for end in reversed(cut.ends) if counted.positions(cut.spans(end)) <= allowed)
        end = next(fits, None)
        return None if end is None else cut.words(self.book.reading(self.articles[article]), end)

    def _is_in_gap(self, passage: Evidence) -> bool:
        """Whether the words that lead to a passage have one that may not be shown."""
        gaps = self.gaps.get(passage.article)
        if not gaps:
            return False
        return not gaps.isdisjoint(self.counted[passage.article].positions(shown_of(passage)))

    def articles_of(self, record: AnyRecord | Relation) -> frozenset[str]:
        """Ids of the articles that a record of the dossier cites, as it was known or as it is shown."""
        found = self._cites.get(record.id)
        if found is None:
            found = self._cites[record.id] = frozenset(map(article_of, cited(record)))
        return found

    def _passages(self) -> dict[str, Evidence]:
        if not self._known:
            self._known.update((passage.id, passage) for passage in self.dossier.evidence)
        return self._known

    def _positions(self, article: str, span: Span) -> set[int]:
        return self.counted[article].positions([span])


def _opened_by(records: Iterable[Model]) -> set[str]:
    """Ids of the passages that the sentences on records rest on."""
    return {id for record in records for fact in _opening(record) for id in fact.evidence}


def _opening(record: Model) -> Iterator[Sourced]:
    """The facts of a record that the sentence on it rests on: what an editor says of it, else its kind."""
    own = getattr(record, "description", None)
    found = [own] if own else [getattr(record, name, None) for name in ("type", "status", "casualties")]
    for each in found:
        yield from each if isinstance(each, tuple) else (each,) if each else ()


def _with(held: tuple[R, ...], places: Sequence[int], others: Sequence[R]) -> tuple[R, ...]:
    """What a section holds, with what is another at some places; itself where nothing is."""
    made = list(held)
    for place, other in zip(places, others, strict=True):
        if held[place] != other:
            made[place] = other
    return tuple(made) if any(new is not old for new, old in zip(made, held, strict=True)) else held


def _leads(known: Evidence, shown: Evidence) -> bool:
    """Whether a passage is still found by the words that stand only once."""
    if known.nearest is not None or not known.shown:
        return False
    begins = shown.exact is not None or (
        known.first is not None and (shown.first or "").startswith(known.first)
    )
    return begins and shown.prefix == known.prefix and shown.suffix == known.suffix


def _led(
    evidence: Iterable[Evidence], leads: Collection[str], articles: Mapping[str, Article]
) -> tuple[Evidence, ...]:
    """The passages, those that don't lead anywhere by themselves led to the nearest that does.

    Into a paragraph of which no passage does any more leads the widest whose shown words stand only once.
    """
    passages = {passage.id: passage for passage in evidence}
    led_into = {(passages[id].article, passages[id].paragraph) for id in leads}
    lost: dict[tuple[str, str], Evidence] = {}
    pairs: dict[str, _Pairs] = {}
    for passage in sorted(passages.values(), key=lambda each: each.start - each.end):
        article, place = passage.article, (passage.article, passage.paragraph)
        if place in led_into or place in lost or not (passage.exact or passage.first):
            continue
        if article not in pairs:
            pairs[article] = _Pairs(articles[article].text.text)
        if pairs[article].open(passage):
            lost[place] = passage
    leads = {*leads, *(passage.id for passage in lost.values())}
    passages |= {each.id: each.model_copy(update={"nearest": None}) for each in lost.values()}
    places: dict[str, dict[Span, EvidenceRef]] = defaultdict(dict)
    for id in leads:
        places[passages[id].article][_span(passages[id])] = EvidenceRef(id)
    starts = {article: sorted(spans) for article, spans in places.items()}

    def led(passage: Evidence) -> Evidence:
        if passage.id in leads or (passage.nearest in leads):
            return passage
        text = articles[passage.article].text
        block = text.blocks[text.block_at(passage.start)]
        near = nearest(_span(passage), starts.get(passage.article, []), Span(block.start, block.end))
        return passage.model_copy(update={"nearest": places[passage.article][near] if near else None})

    return tuple(map(led, passages.values()))


class _Pairs:
    """Which two words in a row stand only once in a text, in small letters or large."""

    def __init__(self, text: str) -> None:
        words = [word.casefold() for word in _WORD.findall(text)]
        self._counts = Counter(pairwise(words))

    def open(self, passage: Evidence) -> bool:
        """Whether such a pair opens what a passage is shown by."""
        shown = _WORD.findall((passage.exact or passage.first or "").casefold())
        alone = not (passage.prefix or passage.suffix)
        return alone and len(shown) > 1 and self._counts[shown[0], shown[1]] == 1


def _span(passage: Evidence) -> Span:
    return Span(passage.start, passage.end)
