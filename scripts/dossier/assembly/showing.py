"""How much of its evidence a dossier shows: as much as the limit on republishing allows.

What is known is never shortened: every passage keeps its place and its digests. What is shown begins with
names, with the fewest words that lead to each passage, and with a few words of what a fact reports. The
rest of the allowance goes to passages in full, the shortest first. Under an open licence all is shown.

Where these few words touch, as those of a list of names or of a dense paragraph, they are one run: a gap
is kept in a run that is too long, so that a passage there leads on to its neighbour without words of its
own. Shown at the sparest, an article has no words but in quotations and in names, and the first and last
word of what a fact reports: what is read by rule never stops a build for want of room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.limits import (
    MAX_RUN,
    Counted,
    allowance,
    count,
    placed_words,
    quoted_passages,
    repeated_words,
    reported_spans,
    shown_of,
    words_of,
)
from dossier.assembly.passages import nearest
from dossier.assembly.words import shortened
from dossier.facts import EvidenceRef, Model, Ref, Reported, Sourced, nodes, with_words
from dossier.model import Dossier, Evidence, Mentioned
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

R = TypeVar("R", bound=Model)
Wanted = tuple[int, set[int]]
"""What may be shown in full: 0 for what a fact reports, 1 for a passage; the positions of its words."""
_FEWEST_REPORTED = 4
"""Words of the article that a fact keeps in any case: "agreed to", "at least 14 people"."""
_LONGEST_IN_FULL = 20
"""Words of the longest passage outside a quotation that is shown in full."""
_RESERVE = 0.02
"""Part of the words kept back at each step, for what pages put side by side."""
_STEPS = 16
"""The last, at which an article is shown at its sparest."""
_SPAREST_REPORTED = 2
"""Words of the article that a fact keeps there."""
_WORDLESS = dict.fromkeys(("exact", "first", "last", "prefix", "suffix"))
_SHORTENED = ("actors", "places", "events", "agreements", "claims", "relations")


@dataclass(slots=True)
class Showing:
    """A dossier without its evidence, and how sparing it is with each article's words."""

    dossier: Dossier
    book: EvidenceBook
    articles: Sequence[Article]
    _step: dict[str, int] = field(init=False)
    _full: Dossier | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._step = {article.id: 0 for article in self.articles}

    def spare(self, articles: Iterable[str]) -> bool:
        """Show less of these articles; False when no article can show less.

        What others show may be an article's words too, as where two papers print one report: when an
        article is at its sparest and that is not enough, all are shown so.
        """
        for article in articles:
            self._step[article] += 1
        if max(self._step.values(), default=0) <= _STEPS:
            return True
        can = min(self._step.values()) < _STEPS
        self._step = dict.fromkeys(self._step, _STEPS)
        return can

    def shown(self) -> Dossier:
        """The dossier with its evidence, and with as much of it shown as the data's limit allows."""
        full = self.full()
        articles = {article.id: article for article in self.articles}
        counted = {each.article.id: each for each in count(full, self.articles)}
        reports = _Reports(
            full, articles, counted, {id: set() for id in articles}, quoted=quoted_passages(full)
        )
        reports.sparest.update(id for id, step in self._step.items() if step >= _STEPS)
        sparest = reports.shortened(full)
        placed = placed_words(sparest, articles)
        repeated = repeated_words(list(counted.values()), map(words_of, _strings(sparest)))
        wanted = reports.wanted()
        for id, each in counted.items():
            if each.open_licence:
                reports.allowed[id] = each.positions([Span(0, len(articles[id].text.text))])
                continue
            if id in reports.sparest:
                continue
            step = self._step[id]
            base = each.positions(placed[id]) | repeated[id]
            longest = MAX_RUN - step
            reports.gaps[id] = each.gaps(base, longest)
            most = min(allowance(each.total), each.total) - int(step * _RESERVE * each.total)
            reports.allowed[id] = _filled(each, base - reports.gaps[id], wanted[id], most, longest)
        return _with_open_texts(reports.shortened(full), articles, counted)

    def full(self) -> Dossier:
        """The dossier with its evidence, as it is known: nothing of what facts report is shortened."""
        if self._full is None:
            self._full = self._with_evidence()
        return self._full

    def _with_evidence(self) -> Dossier:
        records = list(self.dossier.records())
        mentions = {id for record in records if isinstance(record, Mentioned) for id in record.mentions}
        facts = self.dossier.cited() - mentions
        evidence = self.book.select(facts, mentions, quoted_passages(self.dossier))
        return self.dossier.model_copy(update={"evidence": evidence})


def _with_open_texts(
    dossier: Dossier, articles: Mapping[str, Article], counted: Mapping[str, Counted]
) -> Dossier:
    """The dossier with the text of each article that an open licence lets anybody publish."""
    records = tuple(
        record.model_copy(update={"articleBody": articles[record.id].text.text})
        if record.id in counted and counted[record.id].open_licence
        else record
        for record in dossier.articles
    )
    return dossier.model_copy(update={"articles": records})


def _filled(counted: Counted, base: set[int], wanted: Iterable[Wanted], most: int, longest: int) -> set[int]:
    """What is shown in any case and what else has room: reports first, then what needs the fewest words."""
    shown = set(base)
    for _, positions in sorted(
        wanted, key=lambda each: (each[0], len(each[1] - base), min(each[1], default=0))
    ):
        more = positions - shown
        if len(positions) > _LONGEST_IN_FULL or len(shown) + len(more) > most:
            continue
        shown |= more
        if any(counted.run_around(shown, at) > longest for at in more):
            shown -= more
    return shown


@dataclass(frozen=True, slots=True)
class _Reports:
    """The passages of a dossier and the article's words in its facts, in full where that is allowed."""

    dossier: Dossier
    articles: Mapping[str, Article]
    counted: Mapping[str, Counted]
    allowed: dict[str, set[int]]
    """By article, the positions of the words that may be shown."""
    gaps: dict[str, set[int]] = field(default_factory=dict)
    """By article, the positions of the words that may not be shown even to lead to a passage."""
    quoted: Collection[str] = ()
    """Ids of the passages that are direct quotations."""
    sparest: set[str] = field(default_factory=set)
    """Ids of the articles of which no words are shown to lead to a passage."""

    def wanted(self) -> dict[str, list[Wanted]]:
        """By article, the positions of the words of each passage and of each fact's report."""
        found: dict[str, list[Wanted]] = defaultdict(list)
        passages = self._passages()
        for passage in self.dossier.evidence:
            found[passage.article].append((1, self._positions(passage.article, _span(passage))))
        for _, fact in self.dossier.leaves():
            for article, _, span in reported_spans(fact, passages, self.articles):
                found[article].append((0, self._positions(article, span)))
        return found

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

        One in a gap has no words.
        """
        if passage.id in self.quoted:
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
        longer = {"first": first} if len(first or "") > len(passage.first or "") else {}
        longer |= {"last": last} if len(last or "") > len(passage.last or "") else {}
        return passage.model_copy(update=longer)

    def _record(self, record: R, passages: Mapping[str, Evidence], spoken: str) -> R:
        made: dict[str, object] = {}
        for name in type(record).model_fields:
            value = getattr(record, name)
            facts = value if isinstance(value, tuple) else (value,)
            if facts and all(isinstance(fact, Sourced) for fact in facts):
                shorter = tuple(self._fact(fact, passages, spoken) for fact in facts)
                made[name] = shorter if isinstance(value, tuple) else shorter[0]
        return record.model_copy(update=made)

    def _fact(self, fact: Sourced, passages: Mapping[str, Evidence], spoken: str) -> Sourced:
        stands = list(reported_spans(fact, passages, self.articles))
        known = {words for _, words, _ in stands}
        sparest = any(article in self.sparest for article, _, _ in stands)
        fewest = _SPAREST_REPORTED if sparest else _FEWEST_REPORTED
        held_back = {words for article, words, span in stands if not self._is_allowed(article, span)}

        def shown(words: Reported) -> Reported:
            whole = words in spoken or (words in known and words not in held_back)
            return words if whole else Reported(shortened(words, fewest))

        return with_words(fact, shown)

    def _is_in_gap(self, passage: Evidence) -> bool:
        """Whether the words that lead to a passage have one that may not be shown."""
        gaps = self.gaps.get(passage.article, set())
        return not gaps.isdisjoint(self.counted[passage.article].positions(shown_of(passage)))

    def _passages(self) -> dict[str, Evidence]:
        return {passage.id: passage for passage in self.dossier.evidence}

    def _positions(self, article: str, span: Span) -> set[int]:
        return self.counted[article].positions([span])

    def _is_allowed(self, article: str, span: Span) -> bool:
        return self._positions(article, span) <= self.allowed[article]


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


def _strings(dossier: Dossier) -> Iterator[str]:
    """Every text of the data; what an evidence shows is counted by its place."""
    for record in (*dossier.everything(), *dossier.articles):
        for node in nodes(record, ""):
            if isinstance(node.value, str) and not isinstance(node.value, Ref):
                yield node.value
