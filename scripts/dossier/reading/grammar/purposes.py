"""What an act is for, as worded: "to aid trade", "in order to end it", "so that goods can be exchanged"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_infinitive, is_verb
from dossier.reading.grammar.extents import clause
from dossier.reading.tree import Word

_MAKES = frozenset(
    ("establish", "set", "create", "form", "launch", "build", "found", "raise", "deploy", "open")
)
"""Verbs whose object an infinitive says the use of: "a patrol to stop smugglers", but "a plan to stop"."""


def purposes_of(verb: Word) -> Iterator[Span]:
    """The clauses that say what a verb's act, or the thing it makes, is for.

    An infinitive beside the verb, behind its object; one on what operates in it ("a force that will patrol
    the strait to stop smugglers"); a clause behind "so that". One that completes the verb ("agreed to meet")
    is none.
    """
    held = verb.child("dobj")
    for child in verb.children:
        if not is_verb(child):
            continue
        behind = held is not None and child.index > held.index
        aim = is_infinitive(child) and (child.dep == "advcl" or (child.dep == "xcomp" and behind))
        aim = aim and all(c.lower != "only" for c in child.all("advmod"))  # "left, only to be called back"
        if aim or (child.dep == "advcl" and _is_so_that(child)):
            yield clause(child)
    if held is not None and verb.lemma in _MAKES:
        yield from (clause(c) for c in held.all("acl", "relcl") if is_verb(c) and is_infinitive(c))
    for clause_of_it in held.all("relcl") if held is not None else ():
        yield from (clause(c) for c in clause_of_it.all("advcl") if is_verb(c) and is_infinitive(c))


def _is_so_that(verb: Word) -> bool:
    """Whether "so that" opens a clause."""
    return {"so", "that"} <= {c.lower for c in verb.children if c.dep in ("mark", "advmod")}
