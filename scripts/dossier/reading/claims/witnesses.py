"""A second witness that somebody did an act, apart from the parse: words around it, the article elsewhere.

A parse misreads one sentence in twenty, and whoever is blamed wrongly is wronged. So a doer read from a
parse counts only when something that doesn't depend on it says the same: the article shows the doer in
arms, the phrase itself names fighters, or the words stand next to each other as they do when it is so.
"""

from __future__ import annotations

from dossier.reading.attribution.naming import Named
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.frames.classes import is_a, is_armed
from dossier.reading.frames.matcher import Match
from dossier.reading.grammar.dependents import cleft_of, conjuncts, obliques
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.noun_classes import forms, is_of, word_classes
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.tree import Tree, Word

_BETWEEN = frozenset(("AUX", "ADV", "PART"))
_JOINED = _BETWEEN | {"VERB", "CCONJ", "ADP"}
"""Between a subject and a verb that shares it: "planned and carried out"."""
_MEANT = ("murder", "assault", "abduction")
"""Nouns of acts that nothing does by chance: "had killed four in a raid"."""
_MOST_BETWEEN = 4
_FARTHEST = 16
"""Words between a doer and an act: farther apart the parse is more often wrong than right."""


def witness_for(scene: Scene, tree: Tree, match: Match, doer: Word) -> str | None:
    """What else shows that a doer did it; None where nothing does, or it is only dressed as who is named."""
    if _is_guise(tree, doer):
        return None
    if is_armed(doer, scene) and abs(doer.index - match.trigger.index) <= _FARTHEST:
        return "armed"
    either = (doer, conjuncts(doer)[-1])  # of "Lee and Holt killed" the verb stands beside the last
    if any(_stands_beside(tree, match, each) for each in either) and _is_somebody(scene, match, doer):
        return "beside"
    if cleft_of(match.support or match.trigger) is doer and _is_somebody(scene, match, doer):
        return "pointed at"
    return None


def _is_guise(tree: Tree, doer: Word) -> bool:
    """Whether a name is only whom somebody passed for: "men disguised as Vell guards killed two"."""
    first = core(doer).start
    before = [w for w in tree.words if w.end <= first][-2:]
    links = [w.lower for w in before]
    return links[-1:] in (["as"], ["like"]) and before[0].lemma in word_classes()["guise"]


def _is_somebody(scene: Scene, match: Match, doer: Word) -> bool:
    """Whether a name is a person's or a body's beyond doubt: a short name may be a storm's or a horse's."""
    name = scene.name_of(doer)
    finding = scene.findings.get(name) if name is not None else None
    if finding is not None and finding.kind in ("organisation", "alliance"):
        by_chance = match.frame.frame == "killing" and match.trigger.lemma in word_classes()["harm_by_chance"]
        meant = any(is_of(noun, *_MEANT) for noun in obliques(match.trigger, "in", "during"))
        return meant or not by_chance  # a company kills by its mines, a storm by its winds
    if finding is None or finding.kind != "person":
        return True
    return " " in finding.name


def _stands_beside(tree: Tree, match: Match, doer: Word) -> bool:
    """Whether the doer stands right before the verb, or right behind "by": "X killed", "killed by X"."""
    verb = match.support or match.trigger
    span = core(doer)
    if doer.index < verb.index:
        behind = max(extent(doer).end, span.end)
        between = [w for w in tree.words if behind <= w.start < verb.start]
        return len(between) <= _MOST_BETWEEN and all(
            w.pos in (_JOINED if verb.dep == "conj" else _BETWEEN) for w in between
        )
    before = next((w for w in reversed(tree.words) if w.end <= span.start), None)
    links = ("by", "of") if match.frame.frame == "author" else ("by",)
    return before is not None and before.lower in links and before.index - verb.index <= 2 * _MOST_BETWEEN


def is_anonymous(scene: Scene, doer: Word) -> bool:
    """Whether a doer is nobody one could look up: "gunmen", "two attackers", "unidentified men"."""
    span = core(doer)
    before = [w for w in doer.subtree() if span.start <= w.start < span.end]
    if any(w.lower in word_classes()["unknown"] for w in before):
        return True
    named = any(w.pos == "PROPN" or w.lower in load_gazetteer().demonyms for w in before if w is not doer)
    fighters = word_classes()["armed_people"]
    armed = doer.tag == "NNS" and any(not forms(w).isdisjoint(fighters) for w in before if w is not doer)
    if named or armed or scene.names.within(Span(span.start, span.end)):
        return False
    return is_a(doer, "anonymous", scene) or doer.pos in ("PRON", "NUM", "DET")


def is_of_source(who: Named, source: Word | None) -> bool:
    """Whether a pronoun was taken for a name within the source: "a group of X monks accused him"."""
    where = who.stands_for
    if where is None or source is None:
        return False
    return any(w.start <= where.start < w.end for w in source.subtree())
