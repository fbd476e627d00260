"""Words under an act or behind it that limit it: "unless", "if", "but only as far as"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.tree import Tree, Word


def limited_by(trigger: Word, told: Sequence[Span] = ()) -> str | None:
    """The word that opens a clause under a trigger's own which makes it conditional: "unless", "if".

    What stands in `told`, the words of what is claimed, limits that and no claiming.
    """
    for child in clause_verb(trigger).children:
        if any(span.start <= child.start < span.end for span in told):
            continue
        mark = child.child("mark") if child.dep == "advcl" else None
        lead = mark.lower if mark is not None else ""
        whole = " ".join(word.lower for word in child.subtree())
        if child.dep == "advcl" and whole.startswith(gate_words().no_limits):
            continue
        if lead in gate_words().conditions:
            only = any(c.lower == "only" for c in child.children)
            if not only:
                return lead
        if child.dep in ("prep", "advcl") and child.lower in gate_words().exceptions:
            return child.lower
    return None


def limit_behind(trigger: Word, reading: Reading, told: Sequence[Span]) -> str | None:
    """Words behind a trigger that may take back part of it: "but only as far as", "except where".

    What stands in `told`, the words of what is claimed, takes back nothing of the claiming.
    """
    tree = reading.tree_at(trigger.start)
    if tree is None:
        return None
    behind = reading.article.text.text[trigger.end : tree.sentence.end].lower()
    behind = re.split(r"[;”\"]", behind)[0]
    for limit in gate_words().limiting:
        at = re.search(rf"(?<!\w){re.escape(limit)}(?!\w)", behind)
        if at is not None and _stays_near(trigger, at.start(), tree.words):
            where = trigger.end + at.start()
            if any(span.start <= where < span.end for span in told):
                continue
            if behind.startswith(gate_words().no_limits, at.start()):
                continue  # "said on condition of anonymity"
            if limit == "but no" and _opens_clause(trigger.end + at.start(), tree):
                continue  # "… attacked the mill, but no one was hurt"
            return limit
    return None


def _opens_clause(offset: int, tree: Tree) -> bool:
    """Whether a clause with a subject and verb of its own begins at an offset."""
    behind = [w for w in tree.words if w.start >= offset]
    return any(w.dep in ("nsubj", "nsubjpass", "expl") and w.head.index > w.index for w in behind[:5])


def _stays_near(trigger: Word, offset: int, words: tuple[Word, ...]) -> bool:
    """Whether no other clause with a verb of its own stands between a trigger and what limits it."""
    place = trigger.end + offset
    between = [w for w in words if trigger.index < w.index and w.start < place]
    own = clause_verb(trigger)
    finite = [w for w in between if is_verb(w) and w.tag in ("VBD", "VBZ", "VBP", "MD") and w is not own]
    told = [w for w in finite if w.dep in ("ccomp", "parataxis") or own.dep == "ccomp"]
    return not [w for w in finite if w not in told and w.head is not own]
