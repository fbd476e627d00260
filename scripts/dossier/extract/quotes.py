"""Article to its quotations, each with its speaker where a rule is sure of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.article import Article
from dossier.findings import QuoteFinding, Span, Speaker
from dossier.mentions import Names
from dossier.passages import Passage, quoted_passages
from dossier.phrases import clause_subject, word_class
from dossier.sieves import SIEVES, Attribution, indirect_speech
from dossier.text import Text


@dataclass(slots=True)
class _Record:
    """A quotation being put together."""

    passages: list[Passage]
    attribution: Attribution | None
    method: str = field(default="none")

    @property
    def own(self) -> bool:
        return self.attribution is not None and self.attribution.method == self.method


def extract_quotes(article: Article, names: Names) -> tuple[QuoteFinding, ...]:
    """Quotations in text order; unattributed ones have no speaker."""
    records: list[_Record] = []
    for passages in quoted_passages(article):
        for at, passage in enumerate(passages):
            previous = records[-1] if records else None
            own = next((a for s in SIEVES if (a := s(article.text, passage)) is not None), None)
            if previous is not None and _joins(article.text, previous, passage, own, at):
                previous.passages.append(passage)
                if previous.attribution is None and own is not None:
                    previous.attribution, previous.method = own, own.method
                continue
            if own is not None:
                records.append(_Record([passage], own, own.method))
                continue
            carried = _carried(article, previous, passage, at)
            records.append(_Record([passage], *(carried or (None, "none"))))
    return tuple(_finding(article, record) for record in records)


def _joins(text: Text, record: _Record, passage: Passage, own: Attribution | None, at: int) -> bool:
    last = record.passages[-1]
    if passage.quotation.continues and not last.quotation.closed and own is None:
        return True
    if last.block != passage.block:
        return False
    if own is not None:
        # “…,” he said, “…”: the cue of the half before is found again from the half behind.
        return (
            passage.place > 0
            and record.attribution is not None
            and own.cue == record.attribution.cue
            and own.cue[0] >= last.stop
            and passage.first - own.cue[1] <= 12
        )
    if record.attribution is None or record.attribution.cue[0] < last.first and len(record.passages) == 1:
        return False
    return passage.first == passage.sentence.first and last.sentence.stop == passage.first


def _carried(
    article: Article, previous: _Record | None, passage: Passage, at: int
) -> tuple[Attribution, str] | None:
    text = article.text
    block = text.blocks[passage.block]
    bare = _bare_before(text, passage)
    if previous is not None and previous.attribution is not None and previous.own:
        last = previous.passages[-1]
        if last.block == passage.block:
            if passage.place > 0:
                return previous.attribution, "same_sentence"
            if bare and last.sentence.stop == passage.sentence.first:
                return previous.attribution, "same_paragraph_next"
    if bare and passage.sentence.first > block.first:
        before = text.sentence_at(text.tokens[passage.sentence.first - 1].start)
        found = indirect_speech(text, before.first, before.stop)
        if found is not None:
            return found, "after_indirect"
        if (
            previous is not None
            and previous.attribution is not None
            and previous.own
            and previous.passages[-1].block == passage.block
        ):
            return previous.attribution, "same_paragraph_alone"
    if passage.first == block.first and passage.block > 0:
        above = text.blocks[passage.block - 1]
        before = above.sentences[-1]
        if text.tokens[above.stop - 1].text == ":":
            found = indirect_speech(text, before.first, before.stop)
            if found is not None:
                return found, "colon_paragraph"
            source = clause_subject(text, before.first, before.stop)
            if source is not None:
                return Attribution(source, (before.stop - 1, before.stop), "x"), "colon_paragraph_clause"
        elif passage.stop == block.stop:
            if (
                previous is not None
                and previous.attribution is not None
                and previous.own
                and previous.passages[-1].block == passage.block - 1
            ):
                if previous.passages[-1].sentence.stop == above.stop:
                    return previous.attribution, "next_paragraph_whole"
                return previous.attribution, "next_paragraph_whole_gap"
            found = indirect_speech(text, before.first, before.stop)
            if found is not None:
                return found, "after_indirect_paragraph"
    return None


def _bare_before(text: Text, passage: Passage) -> bool:
    """Whether nothing but a linking word stands before it in its sentence."""
    return all(
        word_class(text.tokens[at]) in ("adverb", "adverbs", "coordinators") or text.tokens[at].text == ","
        for at in range(passage.opening, passage.first)
    )


def _finding(article: Article, record: _Record) -> QuoteFinding:
    text = article.text
    speaker = None
    cue = None
    attribution = record.attribution
    if attribution is not None:
        span = attribution.source.span(text)
        speaker = Speaker(mention=text.slice(span), start=span.start, end=span.end, name=None)
        cue = Span(text.tokens[attribution.cue[0]].start, text.tokens[attribution.cue[1] - 1].end)
    return QuoteFinding(
        segments=tuple(p.quotation.inner for p in record.passages),
        speaker=speaker,
        cue=text.slice(cue) if cue else None,
        cue_span=cue,
        form="direct",
        method=record.method + ("+" if len(record.passages) > 1 else ""),
    )
