"""The passages of an article as evidence: where they stand, their digests, the fewest words that find them.

A passage is found by its words as a browser's text fragment finds them: whole words, without regard to
case and accents. Whether words stand only once is asked of an index of word sequences, so that the time
taken is in proportion to the text, however often the text repeats itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from dossier.assembly.kept import Answers
from dossier.assembly.words import word_spans
from dossier.facts import ArticleRef, EvidenceRef
from dossier.model import Evidence
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import Carried, Mask

_LONGEST = 6
"""Words of the longest sequence in the index; what isn't unique within it is not looked for further."""
_TRIES = 4
"""Passages of a sentence that are tried for words which stand only once."""
_SHORT = 2
"""Words of a passage that is always shown whole."""
_CONTEXT = 4
"""Words around a passage that may be taken to make it unique."""
_FINE_WORD = re.compile(r"\w+(?:['’]\w+)*")
"""A word as a browser sees it: it may begin or end at a hyphen."""


def digest(words: str) -> str:
    """Twelve hexadecimal digits that change when the words do."""
    return sha256(words.encode()).hexdigest()[:12]


def digest_at(article: Article, span: Span) -> str:
    """The digest of an article's words at a span, also of words that are hidden.

    Raises KeyError for hidden words whose digest is not known: see `as_carried`.
    """
    if article.mask is not None:
        return article.mask.digest(span)
    return digest(article.text.text[span.start : span.end])


def as_carried(article: Article, span: Span) -> Span:
    """What is cited for a span: of a text with hidden words its sentence, where no digest of it is known."""
    if article.mask is None or span in article.mask.passages:
        return span
    sentence = article.text.sentence_at(span.start)
    return Span(sentence.start, sentence.end)


class _Selector(NamedTuple):
    """What leads to a passage: its first words, its last, and the passage with what stands around it."""

    first: Span
    last: Span | None
    context: Span
    findable: bool


class Passages:
    """The passages of one article."""

    def __init__(self, article: Article, answers: Answers | None = None) -> None:
        self.article = article
        self._answers = answers or Answers(article)
        self._text = article.text.text
        self._labels = _labels(article)
        self._sentences = [Span(s.start, s.end) for s in article.text.sentences]
        self._sentence_starts = [s.start for s in self._sentences]
        self._digests = [digest_at(article, sentence) for sentence in self._sentences]

    def sentence_digests(self, span: Span) -> tuple[str, ...]:
        """Digests of the sentences that a span touches."""
        first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        return tuple(self._digests[first : bisect_left(self._sentence_starts, span.end)])

    def evidence(
        self, spans: Collection[Span], names: Collection[Span], whole: Collection[Span]
    ) -> Iterator[Evidence]:
        """The evidence for passages, in text order, with the words that lead there, or all of `whole`.

        One passage of each sentence, the widest that can, gets words that stand only once; the others
        lead to the nearest of these, as do `names`, which only name something and stand in many places. Of
        a text with hidden words, each has the words that are carried.
        """
        if self.article.mask is not None:
            yield from self._carried({*spans, *names}, self.article.mask)
            return
        leading = self._known_leading(sorted(spans))
        places = sorted(leading)
        for span in sorted({*spans, *names}):
            block = self.article.text.blocks[self.article.text.block_at(span.start)]
            near = None if span in leading else nearest(span, places, Span(block.start, block.end))
            words = leading.get(span) or _Selector(span, None, span, findable=False)
            shown = span in names or span in whole
            yield self._evidence(span, words, near, whole=shown, leads=span in leading)

    def _carried(self, spans: Collection[Span], mask: Mask) -> Iterator[Evidence]:
        """The evidence for passages of a text with hidden words."""
        known = {span: mask.passages[span] for span in spans if span in mask.passages}
        places = sorted(span for span, each in known.items() if each.leads)
        for span in sorted(spans):
            block = self.article.text.blocks[self.article.text.block_at(span.start)]
            carried = known.get(span)
            near = None if carried and carried.leads else nearest(span, places, Span(block.start, block.end))
            yield self._with(span, near, **_words_at(self._text, span, carried))

    def _known_leading(self, spans: list[Span]) -> dict[Span, _Selector]:
        """What leads to the widest passages of sentences, looked for where it is not known."""
        told = ",".join(f"{span.start}-{span.end}" for span in spans)
        found = self._answers.answer(f"leading {told}", lambda _: list(self._leading(spans)))
        return {
            Span(*span): _Selector(Span(*first), Span(*last) if last else None, Span(*context), findable)
            for span, (first, last, context, findable) in found
        }

    def _leading(self, spans: Iterable[Span]) -> Iterator[tuple[Span, _Selector]]:
        """The widest passage of each sentence that has words which stand only once."""
        index = _Index(self._text)
        by_sentence: dict[int, list[Span]] = {}
        for span in spans:
            by_sentence.setdefault(bisect_right(self._sentence_starts, span.start), []).append(span)
        for passages in by_sentence.values():
            passages.sort(key=lambda span: (span.start - span.end, span.start))
            selectors = ((span, index.selector(span)) for span in passages[:_TRIES])
            found = next((each for each in selectors if each[1].findable), None)
            if found:
                yield found

    def _evidence(
        self, span: Span, words: _Selector, near: Span | None, *, whole: bool, leads: bool
    ) -> Evidence:
        text = self._text
        short = words.last is None and words.first == span
        last = words.last
        return self._with(
            span,
            near,
            exact=text[span.start : span.end] if whole or (leads and short) else None,
            first=text[words.first.start : words.first.end] if leads and not short else None,
            last=text[last.start : last.end] if leads and last else None,
            prefix=text[words.context.start : span.start] or None,
            suffix=text[span.end : words.context.end] or None,
        )

    def _with(self, span: Span, near: Span | None, **words: str | None) -> Evidence:
        """The evidence for a passage, with these of its words."""
        return Evidence(
            id=passage_id(self.article, span),
            article=ArticleRef(self.article.id),
            paragraph=self._labels[self.article.text.block_at(span.start)],
            start=span.start,
            end=span.end,
            digest=digest_at(self.article, span),
            sentences=self.sentence_digests(span),
            nearest=passage_id(self.article, near) if near else None,
            **words,
        )


def carried_of(passage: Evidence) -> Carried:
    """What is carried of a passage as it is shown."""
    before, after = len(passage.prefix or ""), len(passage.suffix or "")
    begin, end = passage.start - before, passage.end + after
    if passage.exact is not None:
        shows: tuple[Span, ...] = (Span(begin, end),)
    elif passage.first is None and passage.last is None:
        shows = ()
    else:
        first = Span(begin, passage.start + len(passage.first or ""))
        shows = (first, Span(passage.end - len(passage.last or ""), end))
    return Carried(
        digest=passage.digest,
        shows=tuple(span for span in shows if span.start < span.end),
        leads=bool(shows) and passage.nearest is None,
    )


def _words_at(text: str, span: Span, carried: Carried | None) -> dict[str, str | None]:
    """What a carried passage shows, as the fields of its evidence."""
    if carried is None or not carried.shows:
        return {}
    first, last = carried.shows[0], carried.shows[-1]
    around = {
        "prefix": text[first.start : span.start] or None,
        "suffix": text[span.end : last.end] or None,
    }
    begins, ends = first.start <= span.start, last.end >= span.end
    if first is last and begins and ends:
        return {**around, "exact": text[span.start : span.end]}
    return {
        **around,
        "first": text[span.start : first.end] if begins else None,
        "last": text[last.start : span.end] if ends else None,
    }


def passage_id(article: Article, span: Span) -> EvidenceRef:
    """The id of the evidence for a span."""
    return EvidenceRef(f"{article.id}:{span.start}-{span.end}")


def article_of(passage: str) -> str:
    """The id of the article that the evidence with an id stands in."""
    return passage.partition(":")[0]


def _labels(article: Article) -> list[str]:
    """How each block of an article is cited: see `Article.label`, here for all blocks at once."""
    letters = {"headline": "h", "standfirst": "s", "heading": "x"}
    labels, number = [], 0
    for kind in article.kinds:
        number += kind not in letters
        labels.append(letters.get(kind, str(number)))
    return labels


def nearest(span: Span, among: list[Span], block: Span) -> Span | None:
    """The passage that holds a span, else the nearest of its paragraph, else the one that begins nearest."""
    at = bisect_right(among, (span.start, span.end))
    around = among[max(at - 3, 0) : at + 2]
    holding = [other for other in around if other.start <= span.start and span.end <= other.end]
    beside = among[bisect_left(among, (block.start, 0)) : bisect_left(among, (block.end, 0))]
    return min(
        holding or beside or around,
        key=lambda other: (abs(other.start - span.start), other.end),
        default=None,
    )


class _Index:
    """Which sequences of words stand only once in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._coarse = list(word_spans(text))
        self._coarse_starts = [word.start for word in self._coarse]
        self._fine = [Span(*match.span()) for match in _FINE_WORD.finditer(text)]
        self._fine_starts = [word.start for word in self._fine]
        self._keys = [_key(text[word.start : word.end]) for word in self._fine]
        self._counts = [
            Counter(zip(*(self._keys[shift:] for shift in range(length)), strict=False))
            for length in range(1, _LONGEST + 1)
        ]

    def selector(self, span: Span) -> _Selector:
        """The first words of a passage that make it unique and its last, or all of a short one."""
        words = self._coarse[
            bisect_left(self._coarse_starts, span.start) : bisect_left(self._coarse_starts, span.end)
        ]
        words = [word for word in words if word.end <= span.end]
        if len(words) <= _SHORT:
            return self._whole(span)
        first = next(
            (n for n in range(1, _LONGEST + 1) if self._once(span.start, words[min(n, len(words)) - 1].end)),
            0,
        )
        findable, context = True, span
        if not first:
            first = 1
            before = self._around(Span(span.start, words[0].end), before_only=True)
            findable, context = before is not None, Span(before.start if before else span.start, span.end)
        ending = self._ending(words, first)
        if first >= len(words) or (ending and first + ending >= len(words)):
            return _Selector(span, None, context, findable)
        last = Span(words[-ending].start, span.end) if ending else None
        return _Selector(Span(span.start, words[first - 1].end), last, context, findable)

    def _whole(self, span: Span) -> _Selector:
        if self._once(span.start, span.end):
            return _Selector(span, None, span, findable=True)
        around = self._around(span)
        return _Selector(span, None, around or span, findable=around is not None)

    def _ending(self, words: list[Span], first: int) -> int:
        """How many of the last words do not stand earlier in the passage, behind its first; 0 when six do."""
        begin = bisect_left(self._fine_starts, words[first - 1].end)
        stop = bisect_left(self._fine_starts, words[-1].end)
        keys = self._keys[begin:stop]
        for length in range(1, min(_LONGEST, len(words) - first) + 1):
            fine = stop - bisect_left(self._fine_starts, words[-length].start)
            ending = keys[-fine:]
            if all(keys[at : at + fine] != ending for at in range(len(keys) - fine)):
                return length
        return 0

    def _around(self, span: Span, *, before_only: bool = False) -> Span | None:
        """The span with the fewest words around it that make it unique; None when some four don't."""
        first = bisect_left(self._fine_starts, span.start)
        stop = bisect_left(self._fine_starts, span.end)
        for total in range(1, _CONTEXT + 1):
            for before in range(total, total - 1 if before_only else -1, -1):
                begin, end = first - before, stop + total - before
                if begin >= 0 and end <= len(self._fine) and self._is_once(begin, end):
                    return Span(
                        self._word_start(self._fine[begin].start) if before else span.start,
                        self._word_end(self._fine[end - 1].end) if end > stop else span.end,
                    )
        return None

    def _word_start(self, offset: int) -> int:
        """Where the word that holds an offset begins, hyphens and all."""
        at = bisect_right(self._coarse_starts, offset) - 1
        return self._coarse[at].start if at >= 0 and self._coarse[at].end > offset else offset

    def _word_end(self, offset: int) -> int:
        at = bisect_right(self._coarse_starts, offset - 1) - 1
        return max(self._coarse[at].end, offset) if at >= 0 else offset

    def _once(self, start: int, end: int) -> bool:
        return self._is_once(bisect_left(self._fine_starts, start), bisect_left(self._fine_starts, end))

    def _is_once(self, first: int, stop: int) -> bool:
        """Whether a sequence of words is known to stand only once: it, or some six of them."""
        length = min(stop - first, _LONGEST)
        if length < 1:
            return False
        counts = self._counts[length - 1]
        return any(counts[tuple(self._keys[at : at + length])] == 1 for at in range(first, stop - length + 1))


def _key(word: str) -> str:
    """A word without regard to case and accents."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()
