"""Trees to the names an article shows in arms: "the rebel X", "X, a rebel group", who claims an attack."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.reading.grammar.dependents import doers, obliques
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.grammar.owning_up import is_for_violence, is_owned
from dossier.reading.grammar.standing import standing_of
from dossier.reading.names.mentions import Names
from dossier.reading.tree import Tree, Word

_GROUPS = frozenset(("organisation", "armed_group", "alliance"))


def armed_by_trees(trees: Iterable[Tree], names: Names) -> frozenset[str]:
    """Names of groups that some sentence shows as fighters."""
    found = {m.name for m in names.mentions if m.kind in _GROUPS and _is_by_name(m.name)}
    for tree in trees:
        for word in tree.words:
            shown = _shown_by(word) if word.pos in ("NOUN", "PROPN", "ADJ") else ()
            for each in (*shown, *_claimants(word)):
                mention = names.at(each.start)
                if mention is not None and mention.kind in _GROUPS:
                    found.add(mention.name)
    return frozenset(found)


def is_a_states(name: str) -> bool:
    """Whether a name is that of an army, and of none that fights a state: "the Lesk Army"."""
    return _has(name, "military") and not _is_by_name(name)


def _is_by_name(name: str) -> bool:
    """Whether a name says that its bearers fight a state: "the Lesk Liberation Army"."""
    return _has(name, "insurgent") and _has(name, "insurgent_body")


def _has(name: str, of: str) -> bool:
    words = (w.removesuffix("s") for w in name.lower().split())
    return not word_classes()[of].isdisjoint(words)


def _shown_by(word: Word) -> list[Word]:
    """Nouns that a word for fighters is said of: "the rebel X", "X, a rebel army", "rebels of the X"."""
    if word.lemma.lower() in word_classes()["armed_act"]:
        return [c for c in word.all("compound", "nmod") if c.index == word.index - 1]
    if not is_of(word, "armed_people", "outlaw"):
        return []
    found = obliques(word, "of", "from")
    found += [word.head] if word.dep in ("compound", "amod", "nmod") else []
    bodies = [w for w in (word, *found) if w.lemma.lower() in word_classes()["armed_body"] or w is word]
    for body in bodies:
        found += body.all("appos", "compound", "nmod")
        if body.dep in ("appos", "attr"):
            found.append(body.head)
            found += body.head.all("nsubj") if body.dep == "attr" else []
    return [w for w in found if w.pos == "PROPN"]


def _claimants(word: Word) -> list[Word]:
    """Who claims responsibility for an act of violence by a verb."""
    if word.lemma not in word_classes()["to_own_up"] or word.pos != "VERB":
        return []
    held = [c for c in word.all("dobj", "nsubjpass") if is_owned(c) and is_for_violence(word, c)]
    return doers(word) if held and standing_of(word).took_place else []
