"""Attributions to the words that make their claim."""

from __future__ import annotations

from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.frames.classes import is_a
from dossier.reading.grammar.extents import core
from dossier.reading.tree import Tree, Word

LONGEST_SHOWN = 24
"""Words that are shown together: no more are published in a run."""
_LONGEST_SOURCE = 8
RELATIVE = "relative"
"""The shape of what is said in a clause right behind the noun that it tells of."""
_PRONOUNS = frozenset(("it", "he", "she", "they"))


def claim_wording(scene: Scene, tree: Tree, attribution: Attribution) -> Span:
    """The words that make the claim: cue and content, with a source that stands right before."""
    content, cue = attribution.content, attribution.cue
    if attribution.shape == RELATIVE:
        noun = cue.head  # "the mill of the town, which Lee says is rich": of which of them is open
        while noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.pos in ("NOUN", "PROPN"):
            noun = noun.head.head
        return Span(core(noun).start, content.end)
    start = content.start
    if cue.start < start:
        start = cue.start
        own = attribution.source if attribution.means is None else None
        source = core(own) if own is not None else None
        between = tree.within(Span(source.end, cue.start)) if source is not None else []
        if (
            source is not None
            and source.end <= cue.start
            and len(between) <= 2
            and len(tree.within(source)) <= _LONGEST_SOURCE
            and not any(w.pos == "PUNCT" for w in between)
        ):
            start = source.start
    if attribution.source is not None and cue.start < content.start and may_mean_another(scene, attribution):
        first = min(start, core(attribution.source).start)
        return _in_whole_words(tree, Span(first, content.end))  # else it would be the source
    return _in_whole_words(tree, Span(start, content.end))


def is_too_long(scene: Scene, tree: Tree, attribution: Attribution) -> bool:
    """Whether words that only say together whom a pronoun means are too many to be shown together."""
    if not may_mean_another(scene, attribution):
        return False
    return sum(w.pos != "PUNCT" for w in tree.within(claim_wording(scene, tree, attribution))) > LONGEST_SHOWN


def may_mean_another(scene: Scene, attribution: Attribution) -> bool:
    """Whether a pronoun that opens what is said may mean what the source's own clause told of before.

    "The navy seized a trawler, saying that it had strayed", "Stam met Holt and said that he would go".
    """
    cue, source = attribution.cue, attribution.source
    own = attribution.heads[0].child("nsubj", "nsubjpass")
    if source is None or own is None or own.lower not in _PRONOUNS or own.start != _first(attribution):
        return False
    if cue.child("nsubj", "nsubjpass") is not None or source.index > cue.index or _points_ahead(own):
        return False
    plural = own.lower == "they"
    held = {w.index for w in source.subtree()}
    between = (w for w in cue.root.subtree() if source.index < w.index < cue.index and w.index not in held)
    nouns = (w for w in between if w.pos in ("NOUN", "PROPN") and w.dep in ("dobj", "pobj", "nsubj", "appos"))
    people = own.lower in ("he", "she")
    return any(
        (w.tag in ("NNS", "NNPS")) == plural and (not people or is_a(w, "human", scene)) for w in nouns
    )


def _points_ahead(own: Word) -> bool:
    """Whether "it" means nothing told before: "it was a flood that sank it", "it was clear that it sank"."""
    verb = own.head
    told = [*verb.all("attr", "acomp"), verb] if own.lower == "it" and verb.lemma == "be" else []
    clauses = (c for word in told for c in word.all("relcl", "ccomp", "csubj"))
    return any(m.lower == "that" for c in clauses for m in c.children)


def _first(attribution: Attribution) -> int:
    """Where what is said begins, behind "that"."""
    words = attribution.heads[0].subtree()
    inside = (w for w in words if attribution.content.start <= w.start and w.dep != "mark")
    return next((w.start for w in inside), attribution.content.start)


def _in_whole_words(tree: Tree, span: Span) -> Span:
    """The span with the rest of its last word: of "$80m" the unit may be a token that hangs elsewhere."""
    last = next((w for w in reversed(tree.words) if w.end == span.end), None)
    if last is None or last.pos != "NUM" or last.index + 1 == len(tree.words):
        return span
    unit = tree.words[last.index + 1]
    return Span(span.start, unit.end) if unit.start == span.end and unit.text.isalpha() else span
