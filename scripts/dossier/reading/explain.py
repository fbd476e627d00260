"""Article to why it is read so: names with their evidence, frames, dates and numbers with their forms."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dossier.reading.attribution.scene import Scene
from dossier.reading.dates.dates import extract_dates
from dossier.reading.frames.format import load_frames
from dossier.reading.frames.matcher import Match, Matcher
from dossier.reading.names.names import Weighed, extract_names, weigh_names
from dossier.reading.parse import Parses
from dossier.reading.parser import draw_tree
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
    dates = extract_dates(article)
    yield "Frames"
    for match in Matcher(_scene(article), load_frames()).all():
        yield f"  {_told(text, match)}"
    yield "Dates"
    for date in dates:
        kind = f", {date.kind}" if date.kind else ""
        yield f"  {text[date.start : date.end]}: {date.edtf}{kind} (form {date.form}; {date.rule})"
    yield "Quantities"
    for quantity in extract_quantities(article):
        least, most = ("–" if bound is None else str(bound) for bound in (quantity.min, quantity.max))
        unit = f" {quantity.unit}" if quantity.unit else ""
        yield f"  {text[quantity.start : quantity.end]}: {least} to {most}{unit} (form {quantity.form})"


def explain_html(article: Article) -> Iterator[str]:
    """Lines of a page: each sentence with its tree and the frames that fired, then what `explain` says."""
    text, scene = article.text.text, _scene(article)
    matcher = Matcher(scene, load_frames())
    yield f'<!doctype html>\n<meta charset="utf-8">\n<title>{escape(article.id)}</title>'
    for sentence, tree in scene.parses.all():
        yield f"<p>{escape(article.text.slice(sentence))}</p>\n{draw_tree(tree)}\n<ul>"
        yield from (f"<li>{escape(_told(text, match))}</li>" for match in matcher.matches(tree))
        yield "</ul>"
    yield f"<pre>{escape(chr(10).join(explain(article)))}</pre>"


def _scene(article: Article) -> Scene:
    return Scene(article, extract_names(article), Parses(article), extract_dates(article))


def _told(text: str, match: Match) -> str:
    """A frame that fired: its trigger, what fills its slots, how the act stands."""
    slots = "; ".join(
        f"{slot}: {', '.join(text[f.span.start : f.span.end] for f in fillers)}"
        for slot, fillers in match.slots.items()
    )
    return f"{match.trigger.text}: {match.frame.frame} ({slots}; {match.standing.modality})"


def _taken(weighed: Weighed) -> str:
    """What a name was taken for and why, in a few words."""
    decision = weighed.decision
    return f"{weighed.kind}, by {weighed.by} (belief in {decision.best} {decision.belief:.2f})"
