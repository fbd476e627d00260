"""Reports to the shortest words that make their claim."""

from __future__ import annotations

from dossier.reading.attribution.reports import Report
from dossier.reading.findings import Span
from dossier.reading.grammar.phrases import word_class
from dossier.reading.text.tokens import Text

_LONGEST_WORDING = 20
"""Words: no excerpt shown is longer."""
_QUOTES = frozenset(("“", "”", '"'))


def token_span(text: Text, first: int, stop: int) -> Span:
    """Offsets of a token range."""
    return Span(text.tokens[first].start, text.tokens[stop - 1].end)


def claim_wording(text: Text, report: Report) -> Span:
    """The shortest words that make the claim: verb and content, with a source that stands right before."""
    tokens = text.tokens
    first, stop = report.content
    if not report.inverted:
        first = min(first, report.verb)
        source = report.source
        between = tokens[source.stop : report.verb] if source is not None else []
        if (
            source is not None
            and source.stop <= report.verb <= source.stop + 2
            and source.stop - source.first <= 8
            and not any(word_class(t) == "mark" for t in between)
        ):
            first = source.first
    return Span(tokens[first].start, tokens[_short(text, first, report.content[0], stop) - 1].end)


def _short(text: Text, first: int, content: int, stop: int) -> int:
    """Token after at most twenty words, cut behind a finite verb where a clause or else a phrase begins."""
    tokens = text.tokens
    finite = quoted = False
    clause = phrase = stop
    count = 0
    aside = -1
    for at in range(first, stop):
        kind = word_class(tokens[at])
        count += kind not in ("mark", "genitive")
        if count > _LONGEST_WORDING and min(clause, phrase) < stop:
            return clause if clause < stop else phrase
        if at >= content and not finite and (kind == "relatives" or (kind == "subordinators" and aside < 0)):
            aside = next((i for i in range(at, stop) if tokens[i].text == ","), at)
        quoted ^= tokens[at].text in _QUOTES
        if at <= aside or at < content or quoted:
            continue
        if finite and count > 5 and (kind in ("subordinators", "relatives") or tokens[at].lower == "but"):
            clause = at
        elif finite and count > 8 and kind == "prepositions":
            phrase = at
        finite = finite or kind in ("verb", "be", "have", "do", "modals")
    return stop
