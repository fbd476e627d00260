"""Blame laid on somebody: "X blamed Y for the attack", "the attack was blamed on Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import group_of, named_all
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.event_index import EventIndex
from dossier.reading.claims.reported_claims import claim_of, claimant
from dossier.reading.claims.witnesses import is_anonymous, is_of_source
from dossier.reading.findings import ClaimFinding
from dossier.reading.frames.classes import is_a
from dossier.reading.grammar.dependents import is_alternative
from dossier.reading.grammar.noun_classes import word_classes
from dossier.reading.tree import Tree, Word


def blame_claims(
    scene: Scene, tree: Tree, attribution: Attribution, events: EventIndex
) -> Iterator[ClaimFinding]:
    """Claims that somebody is to blame, of the event where an act of violence is meant.

    Where the sentence names no source the claimant is nobody, and the claim says so.
    """
    source = claimant(scene, attribution)
    if source is None and attribution.source is not None:
        return
    target = attribution.target
    if target is None or is_alternative(target):
        return
    group = group_of(scene, target)
    accused = (group,) if group is not None else named_all(scene, target, narrow=True)
    act = _is_act(scene, attribution)
    if attribution.cue.lemma == "attribute" and not (act or _points_at_act(scene, tree, attribution)):
        return  # a statement, a success
    kind = "responsibility_blamed" if attribution.cue.lemma in word_classes()["to_blame"] else "accusation"
    for each in accused:
        if (not each.known and not _is_somebody(scene, target)) or is_of_source(each, attribution.source):
            continue
        if source is not None and each.name == source.name:
            continue
        claim = claim_of(scene, tree, attribution, kind, source, each)
        yield replace(claim, event=events.at(tree.sentence, claim.wording) if act else None)


def _is_somebody(scene: Scene, target: Word) -> bool:
    """Whether a target without a name is somebody all the same: "the rebels", "leftist groups"."""
    if target.pos == "PRON" or is_anonymous(scene, target) or scene.names.is_open(target.start):
        return False
    if scene.quoted.holds(target.start):
        return False  # "was blamed on “Nerves”"
    return target.pos == "PROPN" or any(is_a(target, each, scene) for each in ("armed", "outfit", "people"))


def _points_at_act(scene: Scene, tree: Tree, attribution: Attribution) -> bool:
    """Whether "it" or casualties are attributed, where the sentence tells of an act of violence."""
    held = [*attribution.cue.all("dobj", "nsubjpass"), attribution.cue.head]
    acts = any(is_a(w, "act_noun", scene) for w in tree.words)
    return any((w.lower == "it" and acts) or w.lemma == "casualty" for w in held)


def _is_act(scene: Scene, attribution: Attribution) -> bool:
    """Whether what somebody is blamed for is an act of violence: "for the bombing", "for killing two"."""
    words: list[Word] = [*attribution.heads]
    cue = attribution.cue
    words += cue.all("dobj", "nsubjpass")
    words += [cue.head] if cue.dep in ("acl", "relcl") else []
    return any(is_a(w, "act_noun", scene) for w in words if w is not attribution.target)
