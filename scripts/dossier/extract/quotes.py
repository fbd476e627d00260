"""Article to its quotations, each with its speaker where a rule is sure of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.article import Article
from dossier.findings import QuoteFinding, Span, Speaker
from dossier.mentions import Names
from dossier.passages import Passage, quoted_passages
from dossier.sieves import SIEVES, Attribution
from dossier.text import Text


@dataclass(slots=True)
class _Record:
    """A quotation being put together."""

    passages: list[Passage]
    attribution: Attribution | None
    method: str = field(default="none")


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
    if passage.quotation.continues and not last.quotation.closed:
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


def _carried(article: Article, previous: _Record | None, passage: Passage, at: int) -> tuple[Attribution, str] | None:
    if previous is None or previous.attribution is None:
        return None
    last = previous.passages[-1]
    if last.block == passage.block:
        if passage.place > 0:
            return previous.attribution, "same_sentence"
        if passage.first == passage.sentence.first:
            if last.sentence.stop == passage.first:
                return previous.attribution, "same_paragraph_next"
            return previous.attribution, "same_paragraph_alone"
        return None
    block = article.text.blocks[passage.block]
    if passage.first == block.first and passage.stop == block.stop:
        return previous.attribution, "next_paragraph_whole" if last.block == passage.block -1 else "later_paragraph_whole"
    if passage.first == block.first:
        return previous.attribution, "next_paragraph_start"
    return None


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
        method=record.method + ("+" if len(record.passages)>1 else ""),
    )
