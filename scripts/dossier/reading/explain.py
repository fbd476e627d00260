"""Article and findings to why it is read so: what fired, what came near, and why that said nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.event_index import EventIndex
from dossier.reading.claims.reported_claims import claimant, is_claimant
from dossier.reading.claims.responsibility import Responsibility
from dossier.reading.dates.dates import near_dates
from dossier.reading.findings import Findings, Quantity, Span
from dossier.reading.frames.format import load_frames
from dossier.reading.frames.matcher import Match, Matcher
from dossier.reading.names.kinds import Weighed, weigh_names
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.parser import draw_tree
from dossier.reading.quantities.quantities import extract_quantities, near_quantities
from dossier.reading.text.article import Article

_REASONS = 8
"""Cues told of a name, the weightiest."""
GROUPS = ("Names", "Frames", "Quotations", "Claims", "Dates", "Quantities", "Gate")


class Reason(NamedTuple):
    """Why something was read, or was not."""

    group: str
    at: Span
    """The words it is about."""
    told: str
    """By which rule; of what came near, why it said nothing."""
    fired: bool = True
    """False for what came near and said nothing."""
    more: tuple[str, ...] = ()


def reasons(article: Article, findings: Findings) -> Iterator[Reason]:
    """Why an article is read so, group by group and then in text order; `findings` are its reading."""
    scene = Scene(article, extract_names(article), Parses(article), findings.dates)
    yield from _of_names(article)
    yield from _of_frames(scene)
    yield from _of_quotations(article, findings)
    yield from _of_claims(scene, findings)
    for date in findings.dates:
        kind = f", {date.kind}" if date.kind else ""
        told = f"{date.edtf}{kind} (form {date.form}; {date.rule})"
        yield Reason("Dates", Span(date.start, date.end), told)
    yield from _near("Dates", near_dates(article))
    for quantity in extract_quantities(article):
        yield Reason("Quantities", Span(quantity.start, quantity.end), _bounds(quantity))
    yield from _near("Quantities", near_quantities(article))


def explain(article: Article, found: Iterable[Reason]) -> Iterator[str]:
    """Lines of text: each group with what fired and what came near, then the words of each sentence."""
    known = list(found)
    for group in GROUPS:
        here = [each for each in known if each.group == group]
        yield from [group] if here or group != "Gate" else []
        yield from _lines(article, [each for each in here if each.fired])
        near = [each for each in here if not each.fired]
        yield from ["  Came near:"] if near else []
        yield from (f"  {line}" for line in _lines(article, near))
    yield "Sentences"
    for sentence, words in heads(article):
        yield f"  {article.text.slice(sentence)}"
        yield from (f"    {word}  {label}" + (f" of {head}" if head else "") for word, label, head in words)


def explain_html(article: Article, found: Iterable[Reason]) -> Iterator[str]:
    """Lines of a page: each sentence with its tree and what was read in it, then what `explain` says."""
    known = list(found)
    yield f'<!doctype html>\n<meta charset="utf-8">\n<title>{escape(article.id)}</title>'
    for sentence, tree in Parses(article).all():
        yield f"<p>{escape(article.text.slice(sentence))}</p>\n{draw_tree(tree)}\n<ul>"
        here = [each for each in known if sentence.start <= each.at.start < sentence.end]
        for each in here:
            near = "" if each.fired else "came near: "
            yield f"<li>{near}{escape(_told(article, each))}</li>"
        yield "</ul>"
    yield f"<pre>{escape(chr(10).join(explain(article, known)))}</pre>"


def heads(article: Article, within: Span | None = None) -> Iterator[tuple[Span, list[tuple[str, str, str]]]]:
    """Each sentence that was parsed, with its words: the word, its label, its head; no head for a root.

    Only those that touch `within`, where it is given.
    """
    for sentence, tree in Parses(article).all():
        if within is None or (sentence.start < within.end and within.start < sentence.end):
            yield (
                Span(sentence.start, sentence.end),
                [(w.text, w.dep, "" if w.head is w else w.head.text) for w in tree.words],
            )


def _lines(article: Article, known: Sequence[Reason]) -> Iterator[str]:
    for each in known:
        yield f"  {_told(article, each)}"
        yield from (f"    {line}" for line in each.more)


def _told(article: Article, each: Reason) -> str:
    return f"{article.text.slice(each.at)}{' ' if each.told.startswith('×') else ': '}{each.told}"


def _of_names(article: Article) -> Iterator[Reason]:
    for weighed in weigh_names(article):
        told = f"×{len(weighed.mentions)}: {_taken(weighed)}"
        cues = tuple(f"{weight:+.2f}  {cue}" for cue, weight in weighed.decision.reasons[:_REASONS])
        yield Reason("Names", weighed.mentions[0], told, weighed.kind != "none", cues)


def _taken(weighed: Weighed) -> str:
    """What a name was taken for and why, in a few words."""
    decision = weighed.decision
    return f"{weighed.kind}, by {weighed.by} (belief in {decision.best} {decision.belief:.2f})"


def _of_frames(scene: Scene) -> Iterator[Reason]:
    text, matcher = scene.article.text.text, Matcher(scene, load_frames())
    for _, tree in scene.parses.all():
        for match in matcher.matches(tree):
            yield Reason("Frames", match.trigger.span, _filled(text, match))
        for near in matcher.near(tree):
            yield Reason("Frames", near.trigger.span, f"{near.frame.frame}: {near.why}", False)


def _filled(text: str, match: Match) -> str:
    """A frame that fired: what fills its slots, how the act stands."""
    slots = "; ".join(
        f"{slot}: {', '.join(text[f.span.start : f.span.end] for f in fillers)}"
        for slot, fillers in match.slots.items()
    )
    return f"{match.frame.frame} ({slots}; {match.standing.modality})"


def _of_quotations(article: Article, findings: Findings) -> Iterator[Reason]:
    read = {segment for quote in findings.quotes for segment in quote.segments}
    for quote in findings.quotes:
        at, speaker = quote.segments[0], quote.speaker
        if speaker is None:
            yield Reason("Quotations", at, "no rule is sure who says it", False)
        else:
            yield Reason("Quotations", at, f"{speaker.name or speaker.mention} (rule {quote.method})")
    for each in article.text.quotations:
        held = any(each.start <= segment.start < each.end for segment in read)
        if not held:
            yield Reason("Quotations", Span(each.start, each.end), "a title or a few words in marks", False)


def _of_claims(scene: Scene, findings: Findings) -> Iterator[Reason]:
    for claim in findings.claims:
        who = f"{claim.claimant or 'nobody named'} of {claim.target or 'nobody'}"
        yield Reason("Claims", claim.trigger or claim.wording, f"{claim.kind} by {who} (rule {claim.method})")
    attributions = Attributions(scene)
    attributions.tell(len(scene.article.text.text))
    acts = Responsibility(scene, attributions, EventIndex(findings.events))
    told = [each.wording for each in findings.claims]
    for _, tree in scene.parses.all():
        list(acts.claims(tree))
        for over in attributions.of(tree):
            if not any(w.start < over.content.end and over.content.start < w.end for w in told):
                yield Reason("Claims", over.cue.span, f"{over.kind}: {_no_claim(scene, over)}", False)
    yield from (Reason("Claims", at, why, False) for at, why in acts.left)


def _no_claim(scene: Scene, over: Attribution) -> str:
    """Why what somebody says became no claim."""
    if over.form == "direct":
        return "a quotation, and read as one"
    who = claimant(scene, over)
    if over.source is not None and who is None:
        return f"who “{over.source.text}” is stays open"
    if over.source is not None and who is not None and not who.known and not is_claimant(over):
        return f"“{over.source.text}” is nobody who says so"
    return "what is said is of no kind that is told as a claim"


def _near(group: str, found: Iterable[tuple[Span, str, str]]) -> Iterator[Reason]:
    return (Reason(group, at, f"form {form}: {why}", False) for at, form, why in found)


def _bounds(quantity: Quantity) -> str:
    least, most = ("–" if bound is None else str(bound) for bound in (quantity.min, quantity.max))
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{least} to {most}{unit} (form {quantity.form})"
