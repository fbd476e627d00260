"""A dossier to the same with fewer of the articles' words: reports up to a cut, passages to their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.excerpts import FEWEST_CLAIMED, Excerpt, excerpt, opened
from dossier.assembly.limits import Counted, reported_spans, shown_of
from dossier.assembly.passages import nearest
from dossier.assembly.words import opening
from dossier.facts import EvidenceRef, Model, Reported, Sourced, reported_in, with_words
from dossier.model import Dossier, Evidence
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import Mask, seen

R = TypeVar("R", bound=Model)
Wanted = tuple[int, set[int]]
"""What else may be shown: 0 and 1 for the beginning of a claim, 2 for more of it
(and for a claim about an event, which a page tells in a sentence of its own), 3 for another report, 4 for
a passage; the positions of its words."""
_FEWEST_REPORTED = 4
"""Words of the article that a fact keeps in any case: "agreed to", "at least 14 people"."""
LONGEST_IN_FULL = 20
"""Words of the longest passage outside a quotation that is shown in full."""
_SPAREST_REPORTED = 2
"""Words of the article that a fact keeps where it is shown at its sparest."""
_WORDLESS = dict.fromkeys(("exact", "first", "last", "prefix", "suffix"))
_SHORTENED = ("actors", "places", "events", "agreements", "claims", "relations")


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
    spare: set[str] = field(default_factory=set)
    """The articles of which even excerpts up to the end of a phrase would show too much."""
    sparest: set[str] = field(default_factory=set)
    """The articles of which no words are shown to lead to a passage."""
    _excerpts: dict[tuple[str, str], Excerpt] = field(default_factory=dict)
    _stood: dict[int, dict[Reported, tuple[str, list[Span]]]] = field(default_factory=dict)
    """By fact of the dossier, which keeps them all: where its words stand."""

    def wanted(self) -> dict[str, list[Wanted]]:
        """By article, the positions of the words of each passage, and of each report up to each cut."""
        found: dict[str, list[Wanted]] = defaultdict(list)
        passages = self._passages()
        told = {claim.wording_as_reported.value for claim in self.dossier.claims if claim.about}
        for passage in self.dossier.evidence:
            found[passage.article].append((4, self._positions(passage.article, _span(passage))))
            if passage.last:
                last = Span(passage.end - len(passage.last), passage.end)
                found[passage.article].append((4, self._positions(passage.article, last)))
        for fact in self.dossier.facts():
            for words, (article, spans) in self._stands(fact, passages).items():
                cut = self._excerpt(article, words, spans)
                for number, end in enumerate(cut.ends):
                    order = 2 if words in told else self._order(article, words, cut, number)
                    found[article].append((order, self.counted[article].positions(cut.spans(end))))
        return found

    def _order(self, article: str, words: Reported, cut: Excerpt, number: int) -> int:
        """Which place in the queue a cut has: the first of a claim that says next to nothing without it."""
        if (article, words) not in self.book.contents:
            return 3
        least = len(self.counted[article].positions(cut.spans(cut.least)))
        return 2 if number else int(least >= _FEWEST_REPORTED)

    def _stands(
        self, fact: Sourced, passages: Mapping[str, Evidence]
    ) -> dict[Reported, tuple[str, list[Span]]]:
        """The article's words in a fact → the article and the places of their pieces in it, in order."""
        if id(fact) not in self._stood:
            self._stood[id(fact)] = self._found(fact, passages)
        return self._stood[id(fact)]

    def _found(
        self, fact: Sourced, passages: Mapping[str, Evidence]
    ) -> dict[Reported, tuple[str, list[Span]]]:
        found: dict[Reported, tuple[str, list[Span]]] = {}
        for article, words, span in reported_spans(fact, passages, self.articles):
            _, spans = found.setdefault(words, (article, []))
            if found[words][0] == article and not any(
                span.start < s.end and s.start < span.end for s in spans
            ):
                spans.append(span)
        return {words: (article, sorted(spans)) for words, (article, spans) in found.items()}

    def _excerpt(self, article: str, words: Reported, spans: list[Span]) -> Excerpt:
        """Where a report may be cut; of a claim's, only what is said."""
        key = (article, words)
        if key not in self._excerpts:
            said = self.book.contents.get(key)
            fewest = FEWEST_CLAIMED if said else _FEWEST_REPORTED
            self._excerpts[key] = excerpt(self.book.kept.of(self.articles[article]), said or spans, fewest)
        return self._excerpts[key]

    def shortened(self, full: Dossier) -> Dossier:
        """The dossier without the words that may not be shown."""
        passages = self._passages()
        spoken = "\n".join(passages[id].exact or "" for id in self.quoted)
        made = {
            name: tuple(self._record(record, passages, spoken) for record in getattr(full, name))
            for name in _SHORTENED
        }
        evidence = _led((self._passage(passage) for passage in full.evidence), self.articles)
        return full.model_copy(update={**made, "evidence": evidence})

    def _passage(self, passage: Evidence) -> Evidence:
        """A passage in full where that is allowed, else as much of its beginning and end as is.

        The words it ends with are no more than a help to whoever follows it there: they go first. One in a
        gap has no words.
        """
        if passage.id in self.quoted or self.articles[passage.article].mask is not None:
            return passage
        if passage.article in self.sparest or self._is_in_gap(passage):
            return passage.model_copy(update=_WORDLESS)
        if passage.exact is not None:
            return passage
        counted, allowed = self.counted[passage.article], self.allowed[passage.article]
        ends = counted.allowed_ends(_span(passage), allowed)
        text = counted.article.text
        if ends is None:
            return passage.model_copy(update={"exact": text.slice(_span(passage))})
        first, last = (text.slice(span) if span else None for span in ends)
        begins = first if len(first or "") > len(passage.first or "") else passage.first
        stops = last if last and len(last) >= len(passage.last or "") else None
        return passage.model_copy(update={"first": begins, "last": stops})

    def _record(self, record: R, passages: Mapping[str, Evidence], spoken: str) -> R:
        made: dict[str, object] = {}
        for name, value in record:
            facts = value if isinstance(value, tuple) else (value,)
            if facts and all(isinstance(fact, Sourced) for fact in facts):
                shorter = tuple(self._fact(fact, passages, spoken) for fact in facts)
                if any(new is not old for new, old in zip(shorter, facts, strict=True)):
                    made[name] = shorter if isinstance(value, tuple) else shorter[0]
        return record.model_copy(update=made) if made else record

    def _fact(self, fact: Sourced, passages: Mapping[str, Evidence], spoken: str) -> Sourced:
        if not any(reported_in(fact)):
            return fact
        stands = self._stands(fact, passages)
        sparest = any(article in self.sparest for article, _ in stands.values())
        masks = [mask for id in fact.evidence if (mask := self._mask_of(id)) is not None]

        def shown(words: Reported) -> Reported:
            if masks:
                return Reported(next((m.reports[words] for m in masks if words in m.reports), seen(words)))
            if words not in stands:
                fewest = _SPAREST_REPORTED if sparest else _FEWEST_REPORTED
                return words if words in spoken else Reported(opening(words, fewest))
            article, spans = stands[words]
            cut = self._excerpt(article, words, spans)
            if article in self.sparest:
                answers = self.book.kept.of(self.articles[article])
                end = opened(answers, cut.pieces[0], _SPAREST_REPORTED).end
                return words if words in spoken else cut.words(answers.reading, end)
            if article in self.spare and (article, words) not in self.book.contents:
                answers = self.book.kept.of(self.articles[article])
                end = opened(answers, cut.pieces[0], _FEWEST_REPORTED).end
                return self._cut(article, cut) or cut.words(answers.reading, end)
            is_long = len(self.counted[article].positions(cut.spans(cut.ends[0]))) > LONGEST_IN_FULL
            least = cut.least if is_long or article in self.spare else cut.ends[0]
            return self._cut(article, cut) or cut.words(self.book.reading(self.articles[article]), least)

        return with_words(fact, shown)

    def _mask_of(self, passage: str) -> Mask | None:
        return self.articles[passage.partition(":")[0]].mask

    def _cut(self, article: str, cut: Excerpt) -> Reported | None:
        """As much of a report as is allowed, up to one of its cuts; None where none is."""
        counted, allowed = self.counted[article], self.allowed[article]
        fits = (end for end in reversed(cut.ends) if counted.positions(cut.spans(end)) <= allowed)
        end = next(fits, None)
        return None if end is None else cut.words(self.book.reading(self.articles[article]), end)

    def _is_in_gap(self, passage: Evidence) -> bool:
        """Whether the words that lead to a passage have one that may not be shown."""
        gaps = self.gaps.get(passage.article, set())
        return not gaps.isdisjoint(self.counted[passage.article].positions(shown_of(passage)))

    def _passages(self) -> dict[str, Evidence]:
        return {passage.id: passage for passage in self.dossier.evidence}

    def _positions(self, article: str, span: Span) -> set[int]:
        return self.counted[article].positions([span])


def _led(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> tuple[Evidence, ...]:
    """The passages, those without words that lead to them led to the nearest that has some."""
    passages = {passage.id: passage for passage in evidence}
    places: dict[str, dict[Span, EvidenceRef]] = defaultdict(dict)
    for passage in passages.values():
        if passage.nearest is None and passage.shown:
            places[passage.article][_span(passage)] = EvidenceRef(passage.id)
    starts = {article: sorted(spans) for article, spans in places.items()}

    def led(passage: Evidence) -> Evidence:
        if (passages[passage.nearest] if passage.nearest else passage).shown:
            return passage
        text = articles[passage.article].text
        block = text.blocks[text.block_at(passage.start)]
        near = nearest(_span(passage), starts.get(passage.article, []), Span(block.start, block.end))
        return passage.model_copy(update={"nearest": places[passage.article][near] if near else None})

    return tuple(map(led, passages.values()))


def _span(passage: Evidence) -> Span:
    return Span(passage.start, passage.end)
