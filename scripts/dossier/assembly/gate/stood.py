"""How an act stands by the grammar of its sentence, as the gate takes it: known, denied, planned."""

from __future__ import annotations

from dossier.assembly.gate.denials import is_asked_about
from dossier.assembly.gate.freed import is_known, stands_free
from dossier.assembly.gate.reach import clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_infinitive, is_verb
from dossier.reading.grammar.standing import Standing, standing_of
from dossier.reading.tree import Word

NEGATIVE = frozenset(("prevented", "denied"))


def standing_of_act(trigger: Word) -> Standing:
    """How an act stands; a noun's by the verb that only carries it, where that one shifts it."""
    if trigger.lower == "according":
        return Standing()  # it says who says so, whatever is said
    found, verb = standing_of(trigger), trigger.head
    cue = found.cue if found.modality in ("possible", "planned") else None
    content = cue is not None and not any(is_infinitive(c) and c.dep == "xcomp" for c in cue.children)
    if cue is not None and cue is not trigger and content and cue.lemma in gate_words().knows:
        found = Standing(tense=found.tense)  # "learned that", "means that"
    free = stands_free(trigger)
    denied = found.polarity == "negative" or found.modality in NEGATIVE
    if free is not None and denied and found.cue is not None and found.cue not in free.subtree():
        found = Standing(tense="past")
    if is_known(trigger) and found.cue is not None and found.cue not in trigger.head.subtree():
        found = Standing(tense="past")
    if _is_known_of(trigger) and found.cue is not None and found.cue not in clause_verb(trigger).subtree():
        found = Standing(tense=found.tense)
    if _is_set_off(trigger) and found.cue is not None and found.cue not in trigger.subtree():
        found = Standing(tense="past")  # "said they would stay as long as the guard, sacked on Friday, …"
    carried = trigger.dep in ("attr", "dobj", "nsubj", "nsubjpass", "oprd") and is_verb(verb)
    if carried and verb.lemma in gate_words().carries:
        over = standing_of(verb)
        if not over.took_place:
            return over
    return found


def _is_known_of(trigger: Word) -> bool:
    """Whether only why, when or where it was is open: "nobody knows why they signed"."""
    clause = clause_verb(trigger)
    return clause.dep in ("ccomp", "csubj", "csubjpass") and is_asked_about(clause)


def _is_set_off(trigger: Word) -> bool:
    """Whether a participle between commas tells of its noun what is known: "the guard, sacked on Friday,"."""
    over = trigger.head
    return (
        trigger.dep == "acl"
        and trigger.tag == "VBN"
        and any(
            c.text == "," and over.index < c.index < trigger.index
            for c in (*over.children, *trigger.children)
        )
    )
