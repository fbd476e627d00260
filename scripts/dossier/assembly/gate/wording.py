"""Whether the words stand there: exact, whole, in whole sentences, not cut before what limits them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.cutting import act_doubts
from dossier.assembly.gate.proposition import Doubt, Proposition, WhoseWord, does_not
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span

_ENDS = frozenset(".?!…\"'”’)")


def every_span(asked: Proposition) -> Iterator[tuple[str, Span]]:
    """Each span of a proposition with what it is of."""
    yield "trigger", asked.trigger
    for part in asked.parts:
        yield part.role, part.span
        if part.stands_for is not None:
            yield part.role, part.stands_for
    for about, cue in (("polarity", asked.polarity_cue), ("modality", asked.modality_cue)):
        if cue is not None:
            yield about, cue
    if asked.count is not None:
        yield "number", asked.count.span
        if asked.count.counts is not None:
            yield "number", asked.count.counts
    yield from (("words", segment) for segment in asked.segments)
    yield from _of_source(asked.source)


def _of_source(source: WhoseWord | None) -> Iterator[tuple[str, Span]]:
    while source is not None:
        yield "source", source.span
        yield "source", source.cue
        if source.stands_for is not None:
            yield "source", source.stands_for
        source = source.within


def wording_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each span that isn't whole words within the evidence, and for evidence that is cut."""
    text = reading.article.text.text
    for about, span in every_span(asked):
        if not 0 <= span.start < span.end <= len(text):
            yield does_not(about, "its span lies outside the article")
        elif not (is_whole(text, span) or _is_parsed(span, reading)):
            yield does_not(about, f"“{text[span.start : span.end]}” is no whole words")
        elif not any(e.start <= span.start and span.end <= e.end for e in asked.evidence):
            yield does_not(about, f"“{text[span.start : span.end]}” lies outside the evidence")
    for passage in asked.evidence:
        if not 0 <= passage.start < passage.end <= len(text):
            yield does_not("words", "the evidence lies outside the article")
            continue
        sentence = reading.article.text.sentence_at(passage.end - 1)
        rest = text[passage.end : sentence.end].strip(' .”’"')
        first = reading.article.text.sentence_at(passage.start)
        before = text[first.start : passage.start].strip(' “‘"')
        if rest or before:
            yield does_not("words", f"the evidence is cut before “{(rest or before)[:40]}”")
    if asked.kind == "quote":
        yield from _segment_doubts(asked, reading)
    if asked.kind == "claim" and asked.modality == "actual" and not asked.negative:
        yield from act_doubts(asked, text, reading)


def is_whole(text: str, span: Span) -> bool:
    """Whether a span begins and ends where words do."""
    starts = span.start == 0 or not (text[span.start - 1].isalnum() and text[span.start].isalnum())
    ends = span.end == len(text) or not (text[span.end - 1].isalnum() and text[span.end].isalnum())
    return starts and ends


def _is_parsed(span: Span, reading: Reading) -> bool:
    """Whether a span is whole words of the grammar's: "n’t" of "didn’t"."""
    words = reading.words(span)
    return bool(words) and words[0].start == span.start and words[-1].end == span.end


def _segment_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for a quotation that leaves out words that stand in the same marks, or that limit it."""
    text = reading.article.text
    for segment in asked.segments:
        block = text.blocks[text.block_at(segment.start)]
        around = [q.inner for q in block.quotations if q.inner.start <= segment.start < q.inner.end]
        if not around:
            yield does_not("words", "the words do not stand in quotation marks")
            continue
        inner = max(around, key=lambda q: q.end - q.start)
        ahead = text.text[inner.start : segment.start].strip()
        behind = text.text[segment.end : inner.end].strip(" ,.;:!?—–-")
        if (ahead and ahead[-1] not in _ENDS) or (
            behind and text.text[segment.end - 1 : segment.end] not in _ENDS
        ):
            yield does_not("words", "words of the same quotation are left out")
    last = asked.segments[-1].end if asked.segments else 0
    sentence = text.sentence_at(max(last - 1, 0))
    block = text.blocks[text.block_at(sentence.start)]
    for later in block.quotations:
        if last < later.inner.start < sentence.end:
            opening = text.slice(Span(later.inner.start, later.inner.end)).lower()
            if opening.startswith(gate_words().limiting_starts):
                yield does_not("words", f"it goes on: “{opening[:30]}”")
