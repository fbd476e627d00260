"""Whether words deny an act: on its verb, on what governs it, on a part of it, or elsewhere in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.anchors import is_where
from dossier.assembly.gate.denials import stands_denied
from dossier.assembly.gate.freed import stands_free
from dossier.assembly.gate.negations import denied_object, negations_of
from dossier.assembly.gate.proposition import Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_finite, is_verb
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody, is_only
from dossier.reading.tree import Word

_NEAR = 12
"""Characters between a "not" and the name it leaves out."""


def only_contrasts(cue: Word | None) -> bool:
    """Whether a "not" behind a verb and a comma sets one thing against another: "from Varn, not Lesk"."""
    if cue is None or cue.lower != "not" or not is_verb(cue.head) or cue.head.lemma in ("be", "have", "do"):
        return False
    return _comes_late(cue, cue.head) and any(
        c.text == "," and c.index == cue.index - 1 for c in cue.head.children
    )


def excluded_doubts(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each part that words shut out: "except Lesk", but not "except in Lesk, where it burned"."""
    for part in asked.parts:
        held = reading.head(part.span)
        there = held is not None and is_where(held, clause_verb(trigger))
        words = None if there else _shut_out(part, reading)
        if words is not None:
            yield does_not(part.role, f"“{words}” leaves “{reading.says(part.span)}” out")


def _shut_out(part: Part, reading: Reading) -> str | None:
    """The words that shut a part out, or the noun it is the name of: "rather than the guard, Ivo Stam"."""
    found, head = stands_denied(part.span.start, reading), reading.head(part.span)
    if found is None and head is not None:
        found = _in_contrast(head)
    while found is None and head is not None and head.dep == "appos":
        head = head.head
        found = stands_denied(head.subtree()[0].start, reading)
    return found


def _in_contrast(word: Word) -> str | None:
    """The "not" on what a word hangs on: "an offer from Lesk, but not one from Varn"."""
    for node in path(word):
        if is_verb(node):
            return None
        if node.dep == "conj" and (cue := node.child("neg")) is not None:
            return None if is_only(cue) else cue.text
    return None


def is_said_to_be_none(trigger: Word) -> bool:
    """Of "the fire was no accident", "the raid was not one": what its subject is said not to be."""
    verb = trigger.head
    if verb is trigger:  # "the talks that papers told of never took place": the clause is the sentence's own
        return any(
            c.child("neg") is not None and c.lemma in gate_words().coming_about
            for c in trigger.all("relcl", "acl")
        )
    if trigger.dep != "nsubj" or verb.lemma != "be":
        return False
    return verb.child("neg") is not None or any(is_nobody(each) for each in verb.all("attr"))


def is_nobodys(asked: Proposition, reading: Reading) -> bool:
    """Whether a part means nobody: "no group", "neither army"."""
    heads = (reading.head(part.span) for part in asked.parts if part.role not in ("date", "place", "act"))
    return any(head is not None and is_nobody(head) and head.lower != "few" for head in heads)


def is_denied_beside(asked: Proposition, trigger: Word, reading: Reading) -> bool:
    """Whether words elsewhere in the sentence deny it, or it was done to nobody."""
    tree = reading.tree_at(trigger.start)
    if asked.kind == "quote" or tree is None:
        return False
    nobody = None if asked.kind == "claim" else denied_object(trigger)
    unmade = (
        asked.kind == "agreement"
        and trigger.lower.startswith("un")
        and trigger.lower[2:] in gate_words().unmakes
    )
    return unmade or nobody is not None or any(True for _ in negations_of(trigger, tree))


def denial_doubts(asked: Proposition, trigger: Word, reading: Reading, negative: bool) -> Iterator[Doubt]:
    """A doubt for what is told as denied, where no words deny it or they may deny something else."""
    if asked.polarity_cue is None:
        yield does_not("polarity", "no words deny it")
        return
    said, words = reading.says(asked.polarity_cue), gate_words().negative
    if negative:
        return
    if not any(w.lemma in words for w in reading.words(asked.polarity_cue)):
        yield does_not("polarity", f"“{said}” denies nothing")
    elif not (_denies(asked.polarity_cue, trigger, reading) or _shuts_out(asked, reading)):
        yield not_shown("polarity", f"“{said}” may deny something else")


def _scope(trigger: Word) -> list[Word]:
    """What stands over a trigger and governs it: up to a relative, adverbial or apposed clause."""
    found: list[Word] = []
    free = stands_free(trigger)
    for node in path(trigger):
        found.append(node)
        if node is free:
            break
        adverbial = node.dep == "advcl" and (is_finite(node) or node.child("mark") is not None)
        if (
            node.dep in ("relcl", "appos")
            or adverbial
            or (node.dep == "acl" and is_verb(node) and not is_finite(node))
        ):
            break
    return found


def _denies(cue: Span, trigger: Word, reading: Reading) -> bool:
    """Whether a negation stands over a trigger or on what governs it."""
    scope = _scope(trigger)
    verb = clause_verb(trigger)
    return any(
        word in scope
        or (not _governs_only_below(word) and word.head in scope and not _comes_late(word, verb))
        for word in reading.words(cue)
    )


def _comes_late(negation: Word, verb: Word) -> bool:
    """Whether a "not" stands behind a verb that it would stand before: "released Ivo Stam, not the guard"."""
    return negation.head is verb and negation.index > verb.index and verb.lemma != "be"


def _shuts_out(asked: Proposition, reading: Reading) -> bool:
    """Whether a part is left out by the words that deny it: "Ana Lume, not Ivo Stam, signed"."""
    cue = asked.polarity_cue
    return cue is not None and any(
        stands_denied(part.span.start, reading) is not None and 0 <= part.span.start - cue.end < _NEAR
        for part in asked.parts
    )


def _governs_only_below(word: Word) -> bool:
    """Whether a negation is about what hangs on it: "without firing", "after Lesk refused to pay"."""
    return is_verb(word) or word.dep == "prep" or word.pos in ("NOUN", "ADJ")


def is_denied(trigger: Word) -> bool:
    """Whether a "not" stands on an act or on the plan, wish or attempt over it."""
    for node in _scope(trigger):
        if is_verb(node) and node.lemma in speech_words().reports and node is not trigger:
            return False
        if node is not trigger and node.lemma in governing_words().doubled:
            return False  # "did not fail to"
        for child in node.children if is_verb(node) else ():
            if child.dep == "neg":
                return not (is_only(child) or only_contrasts(child))
        if is_verb(node) and node.dep not in ("xcomp", "aux", "pcomp"):
            return False
    return False
