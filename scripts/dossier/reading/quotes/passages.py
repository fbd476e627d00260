"""Quoted passages of an article with the words around each: what the sieves look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.reading.quotes.cue_tokens import bears_a_name, form_at
from dossier.reading.text.article import Article
from dossier.reading.text.marks import Quotation
from dossier.reading.text.tokens import Block, Sentence, Text

_REACH = 80
"""Tokens looked at on either side of a passage; sentences of news are shorter."""
DASHES = frozenset(("–", "—", "-", "--", "―"))
_DATELINE = 12
"""Tokens a dateline may hold."""
_CLAUSE = 3
"""Spaces: a single-marked stretch with as many may be a clause, and no term or title."""
_NICKNAME = 3
"""Tokens: a passage this short may stand inside the words that name a source: Ann “Annie” Lee."""
_REPORTING = 6
"""Tokens of a clause that only tells who spoke: "the mayor of Suva said."."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An outermost quotation, and the tokens of its sentence that are its context."""

    quotation: Quotation
    block: int
    sentence: Sentence
    first: int
    """Token of its opening mark."""
    stop: int
    """Token after its closing mark."""
    opening: int
    """First token of its sentence (behind a dateline)."""
    before: int
    """First token of the words before it: behind the passage before, or the sentence's first."""
    after: int
    """Token behind the words after it: the next passage's first, or the sentence's end."""
    words: int
    """Words it holds."""
    place: int
    """Its place among the passages of its sentence, from 0."""


def quoted_passages(article: Article) -> Iterator[list[Passage]]:
    """The passages of each block that has any, headlines, headings and what is no prose left out.

    In an article that sets its quotations in single marks those are read, else the double ones only.
    """
    single = _set_in_single_marks(article)
    for index, block in enumerate(article.text.blocks):
        if block.quotations and article.kinds[index] not in ("headline", "heading", "notation"):
            passages = _of_block(article, index, block, single)
            if passages:
                yield passages


def _set_in_single_marks(article: Article) -> bool:
    """Whether single marks hold whole clauses, and more often than double ones."""
    text = article.text.text
    singles = doubles = 0
    for q in article.text.quotations:
        if q.depth == 0 and not q.single:
            doubles += 1
        elif q.depth == 0 and text[q.inner.end - 1] in ".,?!" and text.count(" ", *q.inner) >= _CLAUSE:
            singles += 1
    return singles > doubles


def _of_block(article: Article, index: int, block: Block, single: bool) -> list[Passage]:
    text = article.text
    outer = [
        q for q in block.quotations if q.depth == 0 and q.single == single and not _stands_behind(text, q)
    ]
    opening = _behind_dateline(article, block)
    ranges = [(text.token_at(q.start), text.token_range(q.inner), text.token_at(q.end)) for q in outer]
    found: list[Passage] = []
    for at, (q, (first, inner, stop)) in enumerate(zip(outer, ranges, strict=True)):
        sentence = text.sentence_at(q.start)
        before, after, place = max(sentence.first, opening), sentence.stop, 0
        if found and found[-1].stop > before and not bears_a_name(text, found[-1].first):
            before, place = found[-1].stop, found[-1].place + 1
        for later, (start, inside, _) in zip(outer[at + 1 : at + 3], ranges[at + 1 : at + 3], strict=True):
            if inside[1] - inside[0] > _NICKNAME or text.text[later.inner.end - 1] in ".,?!":
                after = min(after, start)
                break
        found.append(
            Passage(
                quotation=q,
                block=index,
                sentence=sentence,
                first=first,
                stop=max(stop, first + 1),
                opening=max(sentence.first, opening),
                before=max(before, first - _REACH),
                after=max(min(after, stop + _REACH), stop),
                words=sum(t.text[0].isalnum() for t in text.tokens[inner[0] : inner[1]]),
                place=place,
            )
        )
    return found


def _stands_behind(text: Text, quotation: Quotation) -> bool:
    """Whether a mark opens nothing, or, set a space too late, what only tells who spoke.

    '… of us, "the mayor said.'; before what nobody sees.
    """
    first, stop = text.token_range(quotation.inner)
    if first >= stop:
        return True
    if quotation.closed or stop - first > _REPORTING or not text.tokens[first].text.islower():
        return False
    cues = (form_at(text, at) for at in range(first + 1, stop))
    before = text.text[max(quotation.start - 2, 0) : quotation.start].rstrip()
    return before == "," and any(cue is not None for cue in cues)


def _behind_dateline(article: Article, block: Block) -> int:
    """First token of a block's text, behind a dateline: "LIMA, July 2 (Wire) — "."""
    tokens = article.text.tokens
    if article.dateline is not None and block.start <= article.dateline.start < block.end:
        return min(article.text.token_at(article.dateline.end) + 1, block.stop - 1)
    if not tokens[block.first].text.isupper() or len(tokens[block.first].text) < 3:
        return block.first
    for at in range(block.first + 1, min(block.first + _DATELINE, block.stop)):
        if tokens[at].text in DASHES:
            return at + 1
    return block.first
