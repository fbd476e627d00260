"""How much of an article is published: the dossier quotes and anchors, it never republishes.

One definition for the data and for the site: the article's words outside its direct quotations that
anybody could put together from what is published. They are the words whose place is known (those shown
of a passage, and the article's words in the facts that rest on it) and every run of words that stands
word for word in a published text, in whichever article that was written. Its headline and standfirst are
published whole, as any listing has them: what repeats them in the text counts as little as a quotation.

Words that stand twice in an article and are published once are known once: where a passage or a quotation
shows them at one place, or a text goes on there with words that follow nowhere else, they are no words of
the other. Where nothing tells the places apart, all of them count. So what counts is found with a look at
each run of each text and of each article, however many texts and articles have it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from sys import intern
from types import MappingProxyType
from typing import TypeVar

from dossier.assembly.identity import RECORD_SECTIONS
from dossier.assembly.licences import is_open
from dossier.assembly.words import word_spans
from dossier.beside import beside
from dossier.errors import DossierError, Problem
from dossier.facts import Reported, Sourced, reported_in
from dossier.model import AnyRecord, Dossier, Evidence, Relation
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import is_hidden

_W = TypeVar("_W")
MAX_SHARE = 0.50
MIN_ALLOWANCE = 150
"""Words that may be shown of a short article even where they are more than its share: fewer would not
do to name its people, places, dates and figures."""
MAX_RUN = 25
FEWEST_IN_ROW = 5
"""Fewer words in a row than this are also anybody's own ("at a joint press conference")."""
_LONGEST_ANNOUNCED = 60
"""Words of the longest headline or standfirst."""
_KEPT_BACK = 0.01
"""Part of an article's words that a build leaves unshown, for what the built site puts side by side."""
POSITION = "L"
"""Type of the numbers in an array of offsets or positions: those of all articles are held at once."""
_CITING = (*RECORD_SECTIONS, "relations")


@dataclass(frozen=True, slots=True)
class Republished:
    """What of one article's words is published."""

    article: str
    words: int
    """The article's words outside direct quotations."""
    shown: int
    longest: int
    """Words of the longest unbroken run of them."""
    quoted: int = 0
    """Its words inside direct quotations, which don't count."""
    open_licence: str | None = None
    """The licence that lets anybody publish the article in full, where it has one."""
    cut_off: int = 0
    """How many of the quoted words are not shown: other articles print them as their own."""

    @property
    def in_all(self) -> int:
        """Words shown, those of quotations included."""
        return self.shown + self.quoted - self.cut_off

    @property
    def share(self) -> float:
        """Part of the words outside quotations that is shown, 0 to 1."""
        return self.shown / self.words if self.words else 0.0

    @property
    def within_limits(self) -> bool:
        """Whether both limits hold, or an open licence lifts them."""
        return self.open_licence is not None or (
            self.shown <= allowance(self.words) and self.longest <= MAX_RUN
        )

    @property
    def leaves_room(self) -> bool:
        """Whether both limits hold and something is left for the built site."""
        return self.within_limits and not self.excess

    @property
    def excess(self) -> int:
        """Words shown beyond those that leave room for what the built site puts side by side."""
        if self.open_licence is not None:
            return 0
        return max(0, self.shown - room(self.words))

    def __str__(self) -> str:
        most, longest = f"limit {MAX_SHARE:.0%} or {MIN_ALLOWANCE} words", f"limit {MAX_RUN}"
        if self.open_licence:
            most = longest = f"no limit under {self.open_licence}"
        return (
            f"{self.shown} of {self.words} words outside quotations ({self.share:.0%}; {most}), "
            f"longest run {self.longest} words ({longest}); "
            f"quotations included {self.in_all} of {self.words + self.quoted}"
        )


def unmoved(now: Iterable[Republished], before: Mapping[str, Republished]) -> list[str]:
    """The articles that show no less than they did before, in all and in a row."""
    return [
        each.article
        for each in now
        if (last := before.get(each.article)) is not None
        and each.shown >= last.shown
        and each.longest >= last.longest
    ]


def refuse_excess(measured: Iterable[Republished], seeds: Mapping[str, str], publishing: str) -> None:
    """Raises DossierError for each article of which more is published than the limit allows.

    `seeds` are the articles' files, by id; `publishing` is what would show so much.
    """
    excessive = [r for r in measured if not r.within_limits]
    if excessive:
        raise DossierError(
            Problem(
                file=seeds[r.article],
                found=f"{publishing} would show {r}",
                expected=f"at most {MAX_SHARE:.0%} of the words outside quotations, or {MIN_ALLOWANCE} of a "
                f"short article, and no more than {MAX_RUN} in a row; shorten an editor’s lines that quote "
                "it, or drop what shows it, such as another article’s quotations of it; where it has an open "
                "licence, its front matter can name it",
                example="quotes:\n- words: We have bought blankets\n  drop: printed in full",
            )
            for r in excessive
        )


def allowance(words: int) -> int:
    """How many words may be shown of an article with this many outside quotations."""
    return max(int(MAX_SHARE * words), MIN_ALLOWANCE)


def room(words: int) -> int:
    """How many of them a build shows: the allowance but for what the built site puts side by side."""
    return allowance(words) - int(words * _KEPT_BACK)


class Counted:
    """The words of one article, counted by position."""

    def __init__(
        self,
        article: Article,
        quoted: Iterable[Span],
        open_licence: str | None = None,
        announced: Iterable[str] = (),
    ) -> None:
        """`announced`: its headline and standfirst."""
        self.article = article
        self.open_licence = open_licence
        words = list(word_spans(article.text.text))
        self._starts = array(POSITION, [word.start for word in words])
        self._ends = array(POSITION, [word.end for word in words])
        self._blocks = array(POSITION)
        for number, block in enumerate((*article.text.blocks[1:], None)):
            stop = len(words) if block is None else bisect_left(self._starts, block.start)
            self._blocks.extend([number] * (stop - len(self._blocks)))
        self._plain = [intern(article.text.text[w.start : w.end].casefold()) for w in words]
        spoken = {at for span in quoted for at in self._within(span)}
        self.quoted = frozenset(spoken | self._repeating(announced))
        """Positions of the words in direct quotations, and of those by which the article is announced."""
        self.cut_off = frozenset[int]()
        """Positions of those in quotations that are not shown."""
        self.carried = frozenset(
            at
            for at, word in enumerate(self._plain)
            if article.mask is not None and at not in self.quoted and not is_hidden(word)
        )
        """Of a private text, positions of the words outside quotations that its findings file shows."""
        self.total = len(words) - len(self.quoted)
        """Count of the others."""

    def _repeating(self, texts: Iterable[str]) -> set[int]:
        """Positions of the words that stand in a run of these texts, where they are no reports."""
        plain = ([text[s.start : s.end].casefold() for s in word_spans(text)] for text in texts)
        runs = {run for words in plain if len(words) <= _LONGEST_ANNOUNCED for run in windows(words)}
        return covered(list(windows(self._plain)), runs, ()) if runs else set()

    def cut(self, spans: Iterable[Span]) -> None:
        """Note that these stretches of its quotations are not shown."""
        self.cut_off = frozenset(at for span in spans for at in self._within(span))

    def as_cut(self) -> Counted:
        """The same with what is cut off its quotations counted as words of its own."""
        if not self.cut_off:
            return self
        own = copy(self)
        own.quoted = self.quoted - self.cut_off
        return own

    def _within(self, span: Span) -> range:
        first = bisect_left(self._starts, span.start)
        stop = bisect_left(self._starts, span.end)
        return range(first, stop - 1 if stop > first and self._ends[stop - 1] > span.end else stop)

    def positions(self, spans: Iterable[Span]) -> set[int]:
        """Positions of the words outside quotations that stand whole in one of the spans."""
        return {at for span in spans for at in self._within(span)} - self.quoted

    @property
    def plain(self) -> Sequence[str]:
        """Its words in small letters."""
        return self._plain

    def covered(
        self, runs: Sequence[Hashable], found: Collection[Hashable], placed: Collection[int]
    ) -> set[int]:
        """Positions of the words outside quotations that stand in one of the runs that were found.

        `runs` are its own, by the position where each begins; `placed` the positions of the words whose
        place is known, besides those of its quotations.
        """
        return covered(runs, found, self.quoted.union(placed)) - self.quoted

    def allowed_ends(self, span: Span, allowed: Collection[int]) -> tuple[Span | None, Span | None] | None:
        """As much of a span's beginning and of its end as only has words of these positions; None for all."""
        within = self._within(span)
        held_back = [at for at in within if at not in allowed and at not in self.quoted]
        if not held_back:
            return None
        first, last = held_back[0], held_back[-1]
        begin = Span(span.start, self._ends[first - 1]) if first > within.start else None
        end = Span(self._starts[last + 1], span.end) if last + 1 < within.stop else None
        return begin, end

    def run_around(self, shown: Collection[int], at: int) -> int:
        """Words of the unbroken run of shown ones that a position stands in; a paragraph's end breaks it."""
        first = last = at
        while first - 1 in shown and self._blocks[first - 1] == self._blocks[at]:
            first -= 1
        while last + 1 in shown and self._blocks[last + 1] == self._blocks[at]:
            last += 1
        return last - first + 1

    def gaps(self, shown: Collection[int], longest: int) -> set[int]:
        """The fewest of these positions without which no run of them is longer than this."""
        gaps: set[int] = set()
        run = 0
        for at in sorted(shown):
            joins = at - 1 in shown and self._blocks[at - 1] == self._blocks[at]
            run = run + 1 if joins else 1
            if run > longest:
                gaps.add(at)
                run = 0
        return gaps

    def measured(self, shown: set[int]) -> Republished:
        """What it means for the limit that these positions are shown."""
        starts = [at for at in shown if at - 1 not in shown or self._blocks[at - 1] != self._blocks[at]]
        longest = max((self.run_around(shown, at) for at in starts), default=0)
        return Republished(
            self.article.id,
            self.total,
            len(shown),
            longest,
            len(self.quoted),
            self.open_licence,
            len(self.cut_off),
        )


def quoted_passages(dossier: Dossier) -> set[str]:
    """Ids of the evidence that is a direct quotation."""
    return {segment for quote in dossier.quotes for segment in quote.passages}


def count(dossier: Dossier, articles: Iterable[Article]) -> list[Counted]:
    """The articles with their words counted, those in the dossier's quotations apart."""
    ids = quoted_passages(dossier)
    quoted: dict[str, list[Span]] = defaultdict(list)
    cut: dict[str, list[Span]] = defaultdict(list)
    for passage in dossier.evidence:
        if passage.id in ids:
            quoted[passage.article].append(Span(passage.start, passage.end))
            if passage.exact is None:
                cut[passage.article].append(Span(passage.start + len(passage.first or ""), passage.end))
    licences = {article.id: article.licence for article in dossier.articles if is_open(article.licence)}
    announced = {
        article.id: [*filter(None, (article.headline, article.alternativeHeadline))]
        for article in dossier.articles
    }
    found = [
        Counted(article, quoted[article.id], licences.get(article.id), announced.get(article.id, ()))
        for article in articles
    ]
    for each in found:
        each.cut(cut[each.article.id])
    return found


def measure(
    dossier: Dossier, articles: Iterable[Article], texts: Iterable[Sequence[str]]
) -> tuple[Republished, ...]:
    """What the dossier and some texts (each a list of words in small letters) publish of each article."""
    counted = count(dossier, articles)
    placed = placed_positions(dossier, counted)
    return measured(counted, placed, repeated_words(counted, texts, placed))


def measured(
    counted: Iterable[Counted], placed: Mapping[str, set[int]], repeated: Mapping[str, set[int]]
) -> tuple[Republished, ...]:
    """What is published of each article: the words (positions) whose place is known, and those repeated."""
    return tuple(
        each.measured(placed[each.article.id] | repeated[each.article.id] | each.carried) for each in counted
    )


def placed_positions(dossier: Dossier, counted: Sequence[Counted]) -> dict[str, set[int]]:
    """By article, the positions of the words outside quotations whose place the dossier shows."""
    placed = placed_words(dossier, {each.article.id: each.article for each in counted})
    return {each.article.id: each.positions(placed[each.article.id]) for each in counted}


class Placed:
    """The positions whose place a dossier shows; of one that differs in few records, of these anew."""

    def __init__(
        self, counted: Sequence[Counted], articles_of: Callable[[AnyRecord | Relation], Set[str]]
    ) -> None:
        self._counted = counted
        self._articles_of = articles_of
        self._last: Dossier | None = None
        self._found: dict[str, set[int]] = {}

    def begun(self, dossier: Dossier) -> Callable[[], dict[str, set[int]]]:
        """Begins to find what `placed_positions` does, the first time on another core, if there is one."""
        last, self._last = self._last, dossier
        if last is None:
            found = beside(partial(placed_positions, dossier, self._counted))
        else:
            found = partial(self._anew, last, dossier)

        def ended() -> dict[str, set[int]]:
            self._found = found()
            return self._found

        return ended

    def _anew(self, last: Dossier, dossier: Dossier) -> dict[str, set[int]]:
        """The same, by what was found of the last dossier."""
        others = self._differing(last, dossier)
        counted = [each for each in self._counted if each.article.id in others]
        some = dossier.model_copy(
            update={
                "evidence": tuple(passage for passage in dossier.evidence if passage.article in others),
                **{
                    section: tuple(
                        record
                        for record in getattr(dossier, section)
                        if not others.isdisjoint(self._articles_of(record))
                    )
                    for section in _CITING
                },
            }
        )
        return {**self._found, **placed_positions(some, counted)}

    def _differing(self, last: Dossier, now: Dossier) -> set[str]:
        """The articles of which something is shown otherwise, or that a record cites which is."""
        found: set[str] = set()
        for section in _CITING:
            for before, after in zip(getattr(last, section), getattr(now, section), strict=True):
                if before is not after:
                    found |= self._articles_of(after)
        found.update(a.article for b, a in zip(last.evidence, now.evidence, strict=True) if a is not b)
        return found


def repeated_words(
    counted: Sequence[Counted],
    texts: Iterable[Sequence[str]],
    placed: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> dict[str, set[int]]:
    """By article, positions of the words outside quotations that stand in a run of words in a text.

    `placed` are, by article, the positions of the words whose place is known.
    """
    runs = {run for each in counted for run in windows(each.plain)}
    found = {run for text in texts for run in windows(text) if run in runs}
    return {
        each.article.id: each.covered(list(windows(each.plain)), found, placed.get(each.article.id, ()))
        for each in counted
    }


def covered(runs: Sequence[Hashable], found: Collection[Hashable], known: Collection[int]) -> set[int]:
    """The positions of an article's words that stand in one of the runs that were found.

    `runs` are those of the article, by the position where each begins; `known` the positions of the words
    whose place is known. A stretch of runs that stand twice is not counted where each of them is known from
    another place: one whose place is known, or one that a run which stands only there tells apart.
    """
    stretches = list(_stretches(at for at, run in enumerate(runs) if run in found))
    often = Counter(runs)
    sure = [each for each in stretches if any(often[runs[at]] == 1 for at in each)]
    told = {at for each in sure for at in each}
    told |= {at for each in stretches for at in each if all(at + n in known for n in range(FEWEST_IN_ROW))}
    elsewhere = Counter(runs[at] for at in told)
    counted = (each for each in stretches if not all(elsewhere[runs[at]] > (at in told) for at in each))
    return {at for each in (*sure, *counted) for at in range(each[0], each[-1] + FEWEST_IN_ROW)}


def _stretches(positions: Iterable[int]) -> Iterator[list[int]]:
    """Positions that follow one on the other, together."""
    for _, together in groupby(enumerate(positions), lambda each: each[1] - each[0]):
        yield [at for _, at in together]


def placed_words(dossier: Dossier, articles: Mapping[str, Article]) -> dict[str, list[Span]]:
    """By article, the stretches whose words and place are both published."""
    spans: dict[str, list[Span]] = defaultdict(list)
    passages = {passage.id: passage for passage in dossier.evidence}
    for passage in dossier.evidence:
        spans[passage.article] += shown_of(passage)
    for fact in dossier.facts():
        for article, _, span in reported_spans(fact, passages, articles):
            spans[article].append(span)
    return spans


def reported_spans(
    fact: Sourced, passages: Mapping[str, Evidence], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Reported, Span]]:
    """Where the article's words in a fact stand in the passages it rests on: article, words, span."""
    reported = list(reported_in(fact))
    for id in fact.evidence if reported else ():
        passage = passages.get(id)
        if passage and passage.article in articles:
            text = articles[passage.article].text.text
            for words in reported:
                for piece in filter(None, map(str.strip, words.split("…"))):
                    at = text.find(piece, passage.start, passage.end)
                    if at >= 0:
                        yield passage.article, words, Span(at, at + len(piece))


def shown_of(passage: Evidence) -> Iterator[Span]:
    """The stretches of an article that the evidence for a passage shows."""
    before, after = len(passage.prefix or ""), len(passage.suffix or "")
    if passage.exact is not None:
        yield Span(passage.start - before, passage.end + after)
        return
    yield Span(passage.start - before, passage.start + len(passage.first or ""))
    yield Span(passage.end - len(passage.last or ""), passage.end + after)


def windows(words: Sequence[_W]) -> Iterator[tuple[_W, ...]]:
    """Every run of the fewest words that count, from first to last."""
    return zip(*(words[first:] for first in range(FEWEST_IN_ROW)), strict=False)
