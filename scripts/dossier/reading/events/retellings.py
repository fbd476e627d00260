"""An article's one act of violence to the other sentences that speak of it: "the attack"."""

from __future__ import annotations

from dataclasses import replace

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import EventFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.tree import Tree, Word

_POINTS = frozenset(("the", "this", "that", "these", "those"))
_VAGUE = frozenset(
    ("act", "action", "deed", "operation", "wave", "series", "crime", "death", "incident", "violence")
)
_MOST = 30
"""Sentences one event may rest on."""


def with_retellings(scene: Scene, attacks: list[EventFinding]) -> list[EventFinding]:
    """The events; where there is but one, with each later sentence whose noun can only mean it."""
    if len(attacks) != 1:
        return attacks
    (event,) = attacks
    first = event.evidence[0].start
    known = {span.start for span in event.evidence}
    later = [
        tree.sentence
        for _, tree in scene.parses.all()
        if tree.sentence.start > first and tree.sentence.start not in known and _points_back(scene, tree)
    ]
    evidence = sorted((*event.evidence, *later))[:_MOST]
    return [replace(event, evidence=tuple(evidence))]


def _points_back(scene: Scene, tree: Tree) -> bool:
    quoted = [w for w in tree.words if w.text in '“"']
    return any(
        is_a(word, "act_noun", scene) and word.lemma not in _VAGUE and _is_definite(scene, word)
        for word in tree.words
        if word.pos == "NOUN" and not (quoted and quoted[0].start < word.start)
    )


def _is_definite(scene: Scene, noun: Word) -> bool:
    """Whether a noun points at the act: "the attack", "Monday’s blast", "the suspect in the bombing"."""
    if any(c.dep == "det" and c.lower in _POINTS for c in noun.children):
        return not any(c.dep == "relcl" for c in noun.children)
    owners = noun.all("poss")
    return any(scene.date_at(Span(owner.start, owner.end)) is not None for owner in owners)
