"""Attributions to the words that make their claim."""

from __future__ import annotations

from dossier.reading.attribution.content import Attribution
from dossier.reading.findings import Span
from dossier.reading.grammar.cuts import may_end
from dossier.reading.grammar.extents import core
from dossier.reading.tree import Tree, Word

_LONGEST_WORDING = 20
"""Words of a span that is told whole."""
_FEWEST = 5
"""Words of what is said that stay in any case."""
_LONGEST_SOURCE = 8


def claim_wording(tree: Tree, attribution: Attribution) -> Span:
    """The shortest words that make the claim: cue and content, with a source that stands right before."""
    content, cue = attribution.content, attribution.cue
    start = content.start
    if cue.start < start:
        start = cue.start
        told = attribution.source is not None and attribution.means is None
        source = core(attribution.source) if told and attribution.source is not None else None
        between = tree.within(Span(source.end, cue.start)) if source is not None else []
        if (
            source is not None
            and source.end <= cue.start
            and len(between) <= 2
            and len(tree.within(source)) <= _LONGEST_SOURCE
            and not any(w.pos == "PUNCT" for w in between)
        ):
            start = source.start
    return shortened(tree, _in_whole_words(tree, Span(start, content.end)), content.start)


def _in_whole_words(tree: Tree, span: Span) -> Span:
    """The span with the rest of its last word: of "$80m" the unit may be a token that hangs elsewhere."""
    last = next((w for w in reversed(tree.words) if w.end == span.end), None)
    if last is None or last.pos != "NUM" or last.index + 1 == len(tree.words):
        return span
    unit = tree.words[last.index + 1]
    return Span(span.start, unit.end) if unit.start == span.end and unit.text.isalpha() else span


def shortened(tree: Tree, span: Span, content: int) -> Span:
    """At most twenty words of a span, cut where what is left says the same without the rest.

    Where a clause begins, else as late as may be; where no cut within these words is a good one, the span is
    whole: better long than another thing than was said.
    """
    ends = {w.end for w in tree.words}
    words = [w for w in tree.within(span) if w.pos != "PUNCT" and w.start not in ends]
    if len(words) <= _LONGEST_WORDING:
        return span
    said = tree.within(Span(max(span.start, content), span.end))
    limit = words[_LONGEST_WORDING].start
    good = [w for w in said[_FEWEST:] if w.start < limit and may_end(tree, said, w)]
    at_clause = [w for w in good if _leads_to_clause(tree, w)]
    last = (at_clause or good)[-1:]
    return Span(span.start, last[0].end) if last else span


def _leads_to_clause(tree: Tree, last: Word) -> bool:
    """Whether a clause begins behind a word."""
    behind = tree.words[last.index + 1 : last.index + 3]
    if behind and behind[0].pos == "PUNCT":
        behind = behind[1:]
    return bool(behind) and _opens_clause(behind[0])


def _opens_clause(word: Word) -> bool:
    """Whether a clause begins with a word."""
    joins = word.dep == "cc" and word.head.pos == "VERB"
    return word.dep == "mark" or word.tag in ("WDT", "WP", "WRB") or joins
