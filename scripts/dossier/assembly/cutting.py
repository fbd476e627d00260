"""Where quotations and headlines are cut of which another article prints more as its own than may be shown.

The limit counts a run of an article's own words whoever shows them. So what one paper prints without marks is
shown of another's quotation from its beginning to a cut, at the end of a sentence or a phrase. Where the
quotation stands and what it is known by stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.assembly.excerpts import begun
from dossier.assembly.kept import Answers, Kept
from dossier.assembly.limits import FEWEST_IN_ROW, MAX_RUN, Counted, windows
from dossier.assembly.words import word_spans, words_of
from dossier.facts import EDITOR, Fact
from dossier.model import Article, Dossier, Evidence, Quote
from dossier.reading.findings import Span
from dossier.reading.text import article as reading
from dossier.reading.text.word_classes import ClosedClass, class_of

_Run = tuple[str, ...]
_FEWEST_KEPT = 4
"""Words of a piece behind others that a cut leaves at least; of fewer none are shown."""
_LONGEST_PRINTED = 20
"""Words of another article's in a row that a cut quotation shows: names beside them are shown there too."""
_HEADINGS = ("headline", "alternativeHeadline")
"""The fields of an article that announce it."""


class _Said(NamedTuple):
    """A quotation as an article has it."""

    article: reading.Article
    passages: tuple[Evidence, ...]
    words: tuple[Span, ...]
    """Where its words stand."""
    plain: tuple[str, ...]
    """They in small letters."""


def cuts(
    dossier: Dossier, counted: Mapping[str, Counted], kept: Kept, excessive: Collection[str], *, few: bool
) -> dict[str, int]:
    """Id of each passage of a quotation that is cut → where the words end that are shown of it.

    A headline or standfirst is cut too: its article and field, and the end within it. `excessive` are the
    articles of which too much is shown, where others show too many of their words in a row, or, if only `few`
    are to be left, any. What an editor quotes stays whole, and so does all of an open text.
    """
    said = list(_quotations(dossier, counted))
    headings = [
        (article, name, words_of(text))
        for article in dossier.articles
        for name in _HEADINGS
        if (text := getattr(article, name)) and not counted[article.id].open_licence
    ]
    plain = [each.plain for each in said] + [words for _, _, words in headings]
    told = {run for words in plain for run in windows(words)}
    printed: dict[_Run, set[str]] = defaultdict(set)
    for id in excessive:
        for run in _printed(counted[id], told, 0 if few else MAX_RUN):
            printed[run].add(id)
    most = FEWEST_IN_ROW - 1 if few else _LONGEST_PRINTED
    found: dict[str, int] = {}
    for each in said:
        fits = _fitting(each.plain, printed, each.article.id, most)
        if fits < len(each.words):
            found |= _cut(each, fits, kept.of(each.article))
    for article, name, words in headings:
        fits = _fitting(words, printed, article.id, most)
        if fits < len(words):
            found[_heading(article, name)] = _end_of_heading(getattr(article, name), words, fits)
    return found


def _end_of_heading(text: str, words: Sequence[str], fits: int) -> int:
    """Where the first words of a headline end that fit, without those that only lead to the next."""
    last = fits - 1
    while last and class_of(words[last]) in ClosedClass._fields:
        last -= 1
    return list(word_spans(text))[last].end


def _heading(article: Article, name: str) -> str:
    """What a headline or standfirst is known by: its article and field."""
    return f"{article.id}:{name}"


def is_cut(quote: Quote, passages: Mapping[str, Evidence]) -> bool:
    """Whether a quotation, as it is shown, is cut."""
    return quote.text.value.endswith("…") and any(passages[id].exact is None for id in quote.text.evidence)


def cut_quotations(dossier: Dossier) -> list[Quote]:
    """The quotations of a dossier, as it is shown, that are cut."""
    passages = {passage.id: passage for passage in dossier.evidence}
    return [quote for quote in dossier.quotes if is_cut(quote, passages)]


def off(dossier: Dossier, ends: Mapping[str, int]) -> dict[str, list[Span]]:
    """By article, the stretches of its quotations that are cut off."""
    found: dict[str, list[Span]] = defaultdict(list)
    for passage in dossier.evidence if ends else ():
        if passage.id in ends:
            found[passage.article].append(Span(ends[passage.id], passage.end))
    return dict(found)


def cut_headings(article: Article, ends: Mapping[str, int]) -> Article:
    """An article's record, its headline and standfirst up to where they are cut."""
    own = {name: ends[key] for name in _HEADINGS if (key := _heading(article, name)) in ends}
    short = {name: f"{getattr(article, name)[:end]} …" for name, end in own.items()}
    return article.model_copy(update=short) if short else article


def cut(said: Fact[str], ends: Mapping[str, int], passages: Mapping[str, Evidence], text: str) -> Fact[str]:
    """A quotation's words up to where one of its passages is cut, which stands in an article's text."""
    at = 0
    for passage in map(passages.__getitem__, said.evidence):
        begin = said.value.index(text[passage.start : passage.end], at)
        if passage.id in ends:
            kept = said.value[: begin + ends[passage.id] - passage.start].rstrip(" …\n")
            return said.model_copy(update={"value": f"{kept} …"})
        at = begin + passage.end - passage.start
    return said


def _quotations(dossier: Dossier, counted: Mapping[str, Counted]) -> Iterator[_Said]:
    passages = {passage.id: passage for passage in dossier.evidence}
    told = [fact for quote in dossier.quotes for fact in (quote.text, *quote.versions)]
    edited = {id for fact in told if fact.read_by == EDITOR for id in fact.evidence}
    for fact in told:
        cited = tuple(passages[id] for id in fact.evidence)
        own = counted[cited[0].article]
        if edited.isdisjoint(fact.evidence) and not own.open_licence:
            text = own.article.text.text
            words = tuple(word for each in cited for word in word_spans(text, each.start, each.end))
            yield _Said(own.article, cited, words, tuple(text[w.start : w.end].casefold() for w in words))


def _printed(counted: Counted, told: Collection[_Run], longer_than: int) -> Iterator[_Run]:
    """The runs of an article's own words that quotations tell, in rows longer than this."""
    runs = list(windows(counted.plain))
    shown = counted.covered(runs, told, ())
    for at in shown:
        if counted.run_around(shown, at) > longer_than and at < len(runs) and runs[at] in told:
            yield runs[at]


def _fitting(words: Sequence[str], printed: Mapping[_Run, set[str]], own: str, most: int) -> int:
    """How many of an article's first words show no more in a row of what others print than so many.

    `printed` has the articles that print each run of words, and `own` is the one these stand in.
    """
    row = 0
    for at, run in enumerate(windows(words)):
        row = row + 1 if printed.get(run, {own}) != {own} else 0
        if row and row + FEWEST_IN_ROW - 1 > most:
            return at + FEWEST_IN_ROW - 1
    return len(words)


def _cut(said: _Said, fits: int, answers: Answers) -> dict[str, int]:
    """Where the words end that are shown of the passages from the one on that a cut falls in."""
    found: dict[str, int] = {}
    left = fits
    for place, each in enumerate(said.passages):
        own = sum(each.start <= word.start < each.end for word in said.words)
        if own <= left and not found:
            left -= own
            continue
        is_told = not found and (left >= _FEWEST_KEPT or place == 0)
        span = Span(each.start, each.end)
        found[each.id] = begun(answers, span, left).end if is_told else each.start
    return found
