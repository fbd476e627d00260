"""Attributions to the words that make their claim."""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attribution
from dossier.reading.findings import Span
from dossier.reading.grammar.extents import core
from dossier.reading.tree import Tree, Word

_LONGEST_WORDING = 20
"""Words: no excerpt shown is longer."""
_LONGEST_SOURCE = 8


def claim_wording(tree: Tree, attribution: Attribution) -> Span:
    """The shortest words that make the claim: cue and content, with a source that stands right before."""
    content, cue = attribution.content, attribution.cue
    start = content.start
    if cue.start < start:
        start = cue.start
        source = core(attribution.source) if attribution.source is not None else None
        between = tree.within(Span(source.end, cue.start)) if source is not None else []
        if (
            source is not None
            and source.end <= cue.start
            and len(between) <= 2
            and len(tree.within(source)) <= _LONGEST_SOURCE
            and not any(w.pos == "PUNCT" for w in between)
        ):
            start = source.start
    return shortened(tree, Span(start, content.end), content.start)


def shortened(tree: Tree, span: Span, content: int) -> Span:
    """At most twenty words of a span, cut where a clause or a phrase begins."""
    ends = {w.end for w in tree.words}
    words = [w for w in tree.within(span) if w.pos != "PUNCT" and w.start not in ends]
    if len(words) <= _LONGEST_WORDING:
        return span
    late = [w for w in reversed(words[6 : _LONGEST_WORDING + 1]) if w.start > content]
    cut = next((w for w in late if _opens_clause(w)), next((w for w in late if w.pos == "ADP"), None))
    last = words[_LONGEST_WORDING] if cut is None else cut
    before = [w for w in tree.within(span) if w.start < last.start]
    while len(before) > 1 and before[-1].pos in ("PUNCT", "CCONJ", "ADP", "DET", "SCONJ"):
        before.pop()
    return Span(span.start, before[-1].end)


def _opens_clause(word: Word) -> bool:
    """Whether a clause begins with a word."""
    joins = word.dep == "cc" and word.head.pos == "VERB"
    return word.dep == "mark" or word.tag in ("WDT", "WP", "WRB") or joins
