"""A source to all who speak together: of "Lee and Tarr said" neither is the one who said it."""

from __future__ import annotations

from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import SUBJECTS, conjuncts
from dossier.reading.grammar.extents import core
from dossier.reading.parse import Parses
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.text.tokens import Text

_MOST = 80
"""Characters of names that "and" joins: more is a list, of which the words' source is the last."""
_NAMED = frozenset(("PROPN", "NOUN", "PRON"))


def all_who_speak(text: Text, parses: Parses, found: Attribution) -> Span | None:
    """The words for all whom "and" joins to a source, where they act together; None for one alone."""
    start = text.tokens[found.source.head].start
    tree, source = parses.around(start), parses.at(start)
    cue = tree.at(text.tokens[found.cue[0]].start) if tree is not None else None
    while source is not None and source.dep == "conj" and source.head.pos in _NAMED:
        source = source.head
    if source is None or source.dep not in SUBJECTS or (cue is not None and cue.tag == "VBZ"):
        return None
    every = conjuncts(source)
    joined = len(every) > 1 and any(c.lower == "and" for each in every for c in each.all("cc"))
    if not joined or any(each.pos not in _NAMED for each in every):
        return None
    if cue is not None and source.index > cue.index and any(w.text == "," for w in source.children):
        return None  # "said Lee, and Tarr agreed"
    span = Span(core(every[0]).start, core(every[-1]).end)
    return span if span.end - span.start <= _MOST else None
