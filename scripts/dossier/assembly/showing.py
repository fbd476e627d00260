"""How much of its evidence a dossier shows: as much as the limit on republishing allows.

What is known is never shortened: every passage keeps its place and its digests. What is shown begins with
names and a few words of what each fact reports. The rest of the allowance is served by turns (`Turn`): what
is claimed, up to the end of a phrase; short reports; the words that lead to each sentence; all that is
claimed; the passages that the sentence on a record rests on; last of all other passages. Under an open
licence all is shown.

Where these few words touch, as those of a list of names or of a dense paragraph, they are one run: a gap
is kept in a run that is too long, so that a passage there leads on to its neighbour without words of its
own. Shown at the sparest, an article has no words but in quotations and in names, and the first two
words of what a fact reports: what is read by rule never stops a build for want of room. What others show of
it in quotations and headlines is cut before that (`cutting`), and to a few words where that is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from dossier.assembly.corrected import with_corrected_facts
from dossier.assembly.cutting import cuts, off
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.fallen import Stood
from dossier.assembly.least import NOTHING, Least, least_of, sparer
from dossier.assembly.limits import (
    MAX_RUN,
    Counted,
    Placed,
    count,
    quoted_passages,
    room,
    windows,
)
from dossier.assembly.shortening import LONGEST_IN_FULL, OF_CLAIMS, Shortening, Turn, Wanted
from dossier.beside import beside
from dossier.model import Dossier, Mentioned
from dossier.reading.claims.claim_wording import LONGEST_SHOWN
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

_STEPS = 16
"""The last, at which an article is shown at its sparest."""
_SMALL_STEPS = 4
"""After these a step is twice the last: a text is drawn again six times, however little helps."""
_FEW_TOO_MANY = 8
"""So few words too many may need more than one small step, even where the last one helped nothing."""


@dataclass(slots=True)
class _Drawn:
    """What stays from one sparing to the next."""

    reports: Shortening
    least: Least = NOTHING
    """What is shown in any case."""
    wanted: Mapping[str, list[Wanted]] | None = None
    """What else may be shown of all articles, where it was reckoned meanwhile."""
    at: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """By article, how sparing of it what may be shown was reckoned for."""
    shown: Dossier | None = None
    """What was shown last, without open texts."""
    placed: Placed | None = None


@dataclass(slots=True)
class Showing:
    """A dossier without its evidence, and how sparing it is with each article's words."""

    stood: Stood
    book: EvidenceBook
    articles: Sequence[Article]
    told: Dossier
    """The same before what several articles tell was joined."""
    beliefs: Mapping[str, float] = field(default_factory=dict)
    """By id of an actor or place whose kind is doubtful, how much it is believed."""
    _step: dict[str, int] = field(init=False)
    _kept_back: dict[str, int] = field(init=False)
    """By article, the words of its allowance that are left for what pages put side by side."""
    _beside: dict[str, set[int]] = field(init=False)
    """By article, the positions of words that pages were seen to put side by side."""
    _cuts: dict[str, int] = field(init=False, default_factory=dict)
    """By id of a passage of a quotation that is cut, where the words end that are shown of it."""
    _full: Dossier | None = field(init=False, default=None)
    _counted: list[Counted] | None = field(init=False, default=None)
    _drawn: _Drawn | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._step = {article.id: 0 for article in self.articles}
        self._kept_back = dict(self._step)
        self._beside = {article.id: set() for article in self.articles}

    def spare(
        self,
        excess: Mapping[str, int],
        stuck: Collection[str] = (),
        beside: Mapping[str, Collection[int]] | None = None,
    ) -> bool:
        """Show less of these articles; False when no article can show less.

        By article, `excess` is how many of its words were too many once the pages were made, 0 where a
        run of them was too long, and `beside` the positions of those that only the pages put together, which
        count as shown from now on. What pages put side by side changes with what is shown: where that is not
        enough, each step keeps back more than the last one lacked. Those that are `stuck` showed no less for
        the last step, and are shown at their sparest, those with few words too many after the small steps.
        What others show may be an article's words too, as where two papers print one report: when an
        article is at its sparest and that is not enough, those that print the same are shown so. What is
        shown of a text whose words are hidden is settled.
        """
        hidden = {article.id for article in self.articles if article.mask is not None}
        if hidden.issuperset(excess):
            return False
        sparest = {id for id in excess if self._step[id] >= _STEPS}
        others = self._printing_the_same(sparest, beside)
        self._step |= dict.fromkeys(others, _STEPS)
        for article, words in excess.items():
            if article in sparest:
                continue
            step = self._step[article]
            further = step + 1 if step < _SMALL_STEPS else 2 * step
            more = set((beside or {}).get(article, ())) - self._beside[article]
            self._beside[article] |= more
            is_stuck = article in stuck and not more and (words > _FEW_TOO_MANY or step >= _SMALL_STEPS)
            self._step[article] = _STEPS if is_stuck else further
            self._kept_back[article] += 0 if more else words * self._step[article]
        return bool(others) or not sparest.issuperset(excess)

    def cut(self, excessive: Collection[str], *, few: bool = False) -> bool:
        """Cut the quotations that show too many words in a row of articles that print them as their own.

        Those that show any of these, to a `few` words, where that is not enough; False when none is cut.
        """
        counted = {each.article.id: each for each in self.counted()}
        found = cuts(self.full(), counted, self.book.kept, excessive, few=few)
        sooner = {id: end for id, end in found.items() if id not in self._cuts or end < self._cuts[id]}
        self._cuts |= sooner
        if sooner:
            cut_off = off(self.full(), self._cuts)
            for id, each in counted.items():
                each.cut(cut_off.get(id, ()))
            self._drawn = None
        return bool(sooner)

    def is_sparest(self, article: str) -> bool:
        """Whether no less can be shown of an article."""
        return self._step[article] >= _STEPS

    def _printing_the_same(
        self, of: Collection[str], beside: Mapping[str, Collection[int]] | None
    ) -> set[str]:
        """Other articles that can show less and have a run of words of some, with one `beside` if any are."""
        if not of:
            return set()
        words = {each.article.id: each.plain for each in self.counted()}
        runs = {
            run
            for id in of
            for at, run in enumerate(windows(words[id]))
            if beside is None or any(n in beside.get(id, ()) for n in range(at, at + len(run)))
        }
        return {
            id for id, own in words.items() if not self.is_sparest(id) and not runs.isdisjoint(windows(own))
        }

    def shown(self) -> Dossier:
        """The dossier with its evidence, and with as much of it shown as the data's limit allows.

        What is shown of an article is reckoned again where that is another than before, and only what cites
        such an article is made again.
        """
        full, drawn = self.full(), self._as_drawn()
        reports = drawn.reports
        changed = {id for id in reports.articles if drawn.at.get(id) != self._at(id)}
        wanted = reports.wanted(changed) if drawn.wanted is None else drawn.wanted
        drawn.wanted = None
        for id in changed:
            drawn.at[id] = self._at(id)
            reports.allowed[id] = self._allowed(drawn, reports.counted[id], wanted.get(id, ()))
        drawn.shown = reports.shortened(full, drawn.shown, changed)
        return _with_open_texts(drawn.shown, reports.articles, reports.counted)

    def _allowed(self, drawn: _Drawn, counted: Counted, wanted: Iterable[Wanted]) -> set[int]:
        """The positions of the words of an article that may be shown."""
        id = counted.article.id
        if counted.open_licence:
            return counted.positions([Span(0, len(counted.article.text.text))])
        if counted.article.mask is not None:
            return set(counted.carried)
        drawn.reports.gaps.pop(id, None)
        if self.is_sparest(id):
            return set()
        longest = MAX_RUN - self._step[id]
        base = drawn.least.positions[id] | self._beside[id]
        held = counted.cut_off
        drawn.reports.gaps[id] = counted.gaps(base - held, longest) | held
        free = (each for each in wanted if held.isdisjoint(each[1]))
        return _filled(counted, base - drawn.reports.gaps[id], free, self._most(counted), longest)

    def _at(self, article: str) -> tuple[int, int, int]:
        """How sparing of an article it is: its step, what is kept back, and how much pages put together."""
        return self._step[article], self._kept_back[article], len(self._beside[article])

    def placed(self, shown: Dossier) -> Callable[[], dict[str, set[int]]]:
        """Begins to find, by article, the positions of the words whose place is shown, and gives the end.

        They are found again where that is another. What was begun ends before the next is.
        """
        drawn = self._as_drawn()
        if drawn.placed is None:
            drawn.placed = Placed(self.counted(), drawn.reports.articles_of)
        return drawn.placed.begun(shown)

    def settle(self) -> None:
        """Holds what only showing less again would need in few bytes, or not at all."""
        if self._drawn is not None:
            self._drawn.reports.settle()
        self.book.kept.settle()

    def _as_drawn(self) -> _Drawn:
        """What is shown in any case: the same while no other article is at its sparest."""
        if self._drawn is None:
            full = self.full()
            names = {id for record in (*full.actors, *full.places) for id in record.mentions}
            articles = {article.id: article for article in self.articles}
            reports = Shortening(
                full,
                self.book,
                articles,
                {each.article.id: each.as_cut() for each in self.counted()},
                {id: set() for id in articles},
                quoted=quoted_passages(full),
                cuts=self._cuts,
                named=names,
            )
            reports.ask_in_turn()
            self._drawn = _Drawn(reports)
        drawn = self._drawn
        sparest = {id for id, step in self._step.items() if step >= _STEPS} - drawn.reports.sparest
        if drawn.least is NOTHING:
            drawn.reports.sparest.update(sparest)
            drawn.least = self._first_least(drawn)
        elif sparest:
            before, drawn.least = drawn.least, sparer(drawn.reports, drawn.least, sparest)
            for id, positions in drawn.least.positions.items():
                if positions != before.positions[id]:
                    drawn.at.pop(id, None)
        return drawn

    def _first_least(self, drawn: _Drawn) -> Least:
        """What is shown in any case, and meanwhile what else may be: neither follows from the other.

        All that the first asks of the articles was asked in turn, so that nothing is learnt by it.
        """
        least = beside(partial(least_of, drawn.reports))
        drawn.wanted = drawn.reports.wanted(drawn.reports.articles.keys())
        return least()

    def _most(self, counted: Counted) -> int:
        """How many of an article's words may be shown at this step."""
        return min(room(counted.total), counted.total) - self._kept_back[counted.article.id]

    def counted(self) -> list[Counted]:
        """The articles with their words counted: a quotation stays one however much is shown."""
        if self._counted is None:
            self._counted = count(self.full(), self.articles)
        return self._counted

    def full(self) -> Dossier:
        """The dossier with its evidence, as it is known: nothing of what facts report is shortened."""
        if self._full is None:
            self._full = self._with_evidence()
        return self._full

    def _with_evidence(self) -> Dossier:
        records = list(self.stood.dossier.records())
        mentions = {id for record in records if isinstance(record, Mentioned) for id in record.mentions}
        facts = self.stood.dossier.cited() - mentions
        evidence = self.book.select(facts, mentions, quoted_passages(self.stood.dossier))
        return with_corrected_facts(self.stood.dossier.model_copy(update={"evidence": evidence}))


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
    """What is shown in any case and what else has room: by turns, and of each what needs the fewest words."""
    shown = set(base)
    asked = [(turn, set(positions)) for turn, positions in wanted]

    def serve(positions: set[int], most_in_full: int = LONGEST_IN_FULL) -> None:
        more = positions - shown
        if len(positions) > most_in_full or len(shown) + len(more) > most:
            return
        shown.update(more)
        if any(counted.run_around(shown, at) > longest for at in more):
            shown.difference_update(more)

    asked.sort(key=lambda each: (each[0], len(each[1] - base), min(each[1], default=0)))
    of_turn: dict[Turn, list[set[int]]] = defaultdict(list)
    for turn, positions in asked:
        of_turn[turn].append(positions)
    passages = [each for turn in (Turn.DEED, Turn.SENTENCE, Turn.PASSAGE) for each in of_turn[turn]]
    for turn in Turn:
        for positions in of_turn[turn]:
            serve(positions)
        for positions in passages if turn is Turn.BETWEEN else ():
            serve(_joined(positions, shown))
    # The last words of a long claim, where what others need has left room for them.
    for turn in sorted(OF_CLAIMS):
        for positions in of_turn[turn]:
            serve(positions, LONGEST_SHOWN)
    return shown


def _joined(positions: set[int], shown: set[int]) -> set[int]:
    """The beginning of a passage as far as no more than single words of it are left out."""
    joined: set[int] = set()
    for at in sorted(positions):
        if at not in shown and not (at - 1 in joined and at + 1 in shown):
            break
        joined.add(at)
    return joined
