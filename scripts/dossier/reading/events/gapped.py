"""One verb that tells two acts, each with a number and a place: "killed two in Lund and six in Osterby".

The parse joins the second number to the first place. By the words each half is one act: what stands in one
half is not of the other, what stands in neither is of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.occasions import Occasion
from dossier.reading.findings import Span
from dossier.reading.frames.matcher import Match
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.names.mentions import PLACE_KINDS
from dossier.reading.tree import Tree, Word

_WHERE = frozenset(("in", "at", "near", "outside"))
_FARTHEST = 6
"""Words from "and" to the place of the second half."""


def halves(scene: Scene, tree: Tree, trigger: Word) -> tuple[Span, Span] | None:
    """The words of the first and of the second act that a verb tells; None where it tells one."""
    if not is_verb(trigger):
        return None
    behind = tree.words[trigger.index + 1 :]
    here, number = _place(scene, behind), next((w for w in behind if w.tag == "CD"), None)
    if here is None or number is None:
        return None
    told = max(here.end, number.end)
    for link in (w for w in behind if w.lower == "and" and w.start >= told):
        second = tree.words[link.index + 1 : link.index + 1 + _FARTHEST]
        there = _place(scene, second)
        if there is None:
            continue
        opens = next((w for w in second if w.lower not in ("at", "least", "another", "some")), None)
        if opens is None or opens.tag != "CD" or any(is_verb(w) for w in second if w.end <= there.end):
            return None
        first = Span(behind[0].start, link.start)
        return first, Span(link.end, _end(scene, tree, first, there))
    return None


def _place(scene: Scene, words: Sequence[Word]) -> Span | None:
    """The first place that stands behind a preposition of place among some words."""
    for before, word in pairwise(words):
        named = scene.names.at(word.start) if before.lower in _WHERE else None
        if named is not None and named.kind in PLACE_KINDS:
            return Span(named.start, named.end)
    return None


def _end(scene: Scene, tree: Tree, first: Span, there: Span) -> int:
    """Where the second half ends: behind its place, or its day where the first has one of its own."""
    dates = scene.dates_within(tree.sentence)
    own = any(first.start <= d.start < first.end for d in dates)
    behind = next((d for d in dates if d.start > there.end), None)
    return behind.end if own and behind is not None else there.end


def of_one_half(match: Match, other: Span) -> Match:
    """A match without what stands in the other half."""
    slots = {
        name: kept
        for name, fillers in match.slots.items()
        if (kept := tuple(f for f in fillers if not other.start <= f.word.start < other.end))
    }
    return replace(match, slots=slots)


def without(occasion: Occasion, half: Span) -> Occasion:
    """An occasion of which the words of a half tell nothing."""
    return occasion._replace(holes=(*occasion.holes, half))
