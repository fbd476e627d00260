"""Article to why it is read so: names with the evidence for and against, dates and quantities with forms."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.dates.dates import extract_dates
from dossier.reading.names.names import Weighed, weigh_names
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.text.article import Article

_REASONS = 8
"""Cues told of a name, the weightiest."""


def explain(article: Article) -> Iterator[str]:
    """Lines of text: what was read from which words, by which form, or with which weights."""
    text = article.text.text
    yield "Names"
    for weighed in weigh_names(article):
        words = text[weighed.mentions[0].start : weighed.mentions[0].end]
        yield f"  {words} ×{len(weighed.mentions)}: {_taken(weighed)}"
        for cue, weight in weighed.decision.reasons[:_REASONS]:
            yield f"    {weight:+.2f}  {cue}"
    yield "Dates"
    for date in extract_dates(article):
        kind = f", {date.kind}" if date.kind else ""
        yield f"  {text[date.start : date.end]}: {date.edtf}{kind} (form {date.form}; {date.rule})"
    yield "Quantities"
    for quantity in extract_quantities(article):
        least, most = ("–" if bound is None else str(bound) for bound in (quantity.min, quantity.max))
        unit = f" {quantity.unit}" if quantity.unit else ""
        yield f"  {text[quantity.start : quantity.end]}: {least} to {most}{unit} (form {quantity.form})"


def _taken(weighed: Weighed) -> str:
    """What a name was taken for and why, in a few words."""
    decision = weighed.decision
    return f"{weighed.kind}, by {weighed.by} (belief in {decision.best} {decision.belief:.2f})"
