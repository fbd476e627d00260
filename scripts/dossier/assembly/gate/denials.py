"""What the words before an act, and the predicates over it, make of it: denied, doubted, to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.assembly.gate.reach import Reading, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_definite, is_finite, is_infinitive, is_verb
from dossier.reading.grammar.governors import effect_of_verb
from dossier.reading.grammar.truth import played_in
from dossier.reading.tree import Word

_NEAR = 28


class Shift(NamedTuple):
    """What makes an act other than told as done."""

    negative: bool
    words: str


def shifts_of(trigger: Word, reading: Reading) -> Iterator[Shift]:
    """What the words before a trigger and the clauses over it do to it."""
    text = reading.article.text.text
    words = gate_words()
    verb = clause_verb(trigger)
    for start in {trigger.start, verb.start if verb.start < trigger.start else trigger.start}:
        before = text[max(start - _NEAR, 0) : start].lower()
        for phrase in words.denies_before:
            if re.search(
                rf"(?<!\w){re.escape(phrase)}(?: \w+ing| to| the| an?| be| been| have been)? $", before
            ):
                yield Shift(True, phrase)
    for hedge in words.hedges_before:
        if re.search(
            rf"(?<!\w){re.escape(hedge)}(?: to| to have| to have been| to be| been| be)? $",
            text[max(verb.start - 40, 0) : verb.start].lower(),
        ):
            yield Shift(False, hedge)
    if re.search(r"(?<!\w)rumou?r has it that ", text[max(verb.start - 80, 0) : verb.start].lower()):
        yield Shift(False, "rumour")
    for node in path(trigger):
        yield from _of_predicate(node)
        yield from _of_clause(node)
        if node is trigger:
            yield from _of_noun_to_come(node)
        if node.dep == "relcl" or (node.dep == "advcl" and is_finite(node)):
            break  # "is unable to travel after he was charged"
    play = played_in(trigger, "in", "for")
    if play is not None:
        yield Shift(False, play.text)


def _of_predicate(node: Word) -> Iterator[Shift]:
    """Of "it is false that …", "it is unclear whether …"."""
    over, words = node.head, gate_words()
    told = node.dep in ("nsubj", "nsubjpass") and over.lemma == "be"
    if told and over.child("attr") is None:  # not "was likely the work of rebels"
        ahead = [c for c in over.all("acomp") if c.lower in words.open]
        yield from (Shift(False, c.text) for c in ahead)  # "a ruling is due"
    behind = any(c.lower in ("for", "to") for c in over.children if c.index > over.index)
    if node.dep == "nsubjpass" and over.lemma in words.booked and behind:
        yield Shift(False, over.text)  # "a hearing is set for Monday"
    if node.dep not in ("ccomp", "csubj", "xcomp"):
        return
    for said in (over, *over.all("acomp", "attr", "oprd")):
        if said.lower in words.untrue:
            yield Shift(True, said.text)
        elif said.lower in words.open and not is_asked_about(node):
            yield Shift(False, said.text)


def _of_noun_to_come(noun: Word) -> Iterator[Shift]:
    """Of "set Friday for the release", "massed ahead of an attack", "a ruling is expected"."""
    link, words = noun.head, gate_words()
    if is_verb(noun):
        return
    over = link.head
    if noun.dep == "pobj" and link.lower == "for":
        way = [over, *(over.all("dobj") if is_verb(over) else ())]
        open_way = next((w for w in way if w.lemma in words.ways), None)
        if open_way is not None:
            yield Shift(False, open_way.text)
        if is_verb(over) and over.lemma in words.booked and over.child("dobj", "dative") is not None:
            yield Shift(False, over.text)
    if noun.dep == "pobj" and link.lower == "of" and over.lower == "ahead" and not is_definite(noun):
        yield Shift(False, "ahead of")
    if noun.dep == "nsubj" and link.lemma in words.hinges and link.tag in ("VBZ", "VBP"):
        yield Shift(False, link.text)
    if (
        noun.dep == "nsubjpass"
        and link.lemma in words.awaits
        and link.child("xcomp") is None
        and is_present_passive(link)
    ):
        yield Shift(False, link.text)
    planned = next((c for c in noun.all("acl") if c.lemma in words.booked), None)
    would = noun.dep in ("nsubj", "nsubjpass") and any(c.tag == "MD" for c in link.all("aux"))
    if planned is not None and would:
        yield Shift(False, planned.text)


def is_present_passive(verb: Word) -> bool:
    """Whether a passive tells what is: "the ruling is expected in May", not "had been expected"."""
    first = verb.child("aux", "auxpass")
    return first is not None and first.tag in ("VBZ", "VBP")


def is_asked_about(clause: Word) -> bool:
    """Whether a clause asks why, when or where, and so takes its act as known."""
    return any(c.dep == "advmod" and c.lower in ("why", "when", "where") for c in clause.children)


def _of_clause(node: Word) -> Iterator[Shift]:
    over, first = node.head, node.child("aux")
    bare = node.tag in ("VB", "VBP", "NN") and first is None
    bare = bare or (first is None and any(c.lower == "be" for c in node.all("auxpass")))  # "that he be freed"
    if node.dep == "ccomp" and bare and effect_of_verb().get(over.lemma) in ("planned", "asked"):
        yield Shift(False, over.text)  # "proposed that he visit"
    if not is_verb(node):
        return
    subject = node.child("nsubj", "nsubjpass")
    inverted = first is not None and subject is not None and first.index < subject.index
    if node.dep == "advcl" and inverted and first is not None:
        yield Shift(False, first.text)
    if (
        node.dep in ("acl", "relcl")
        and is_infinitive(node)
        and node.child("auxpass")
        and not _is_singled(over)
    ):
        yield Shift(False, "to")  # "the talks, to be held in Lesk"
    if is_infinitive(node) and over.lemma == "be" and node.dep in ("xcomp", "ROOT"):
        yield Shift(False, "to")


def _is_singled(noun: Word) -> bool:
    """Whether a noun is one of several that it was done to: "the first judge to be elected"."""
    near = (noun, *noun.all("amod", "nummod"))
    return any(word.lower in gate_words().singled or word.tag in ("JJS", "CD") for word in near)


def aside_hedge(trigger: Word, reading: Reading) -> str | None:
    """Words set beside a sentence's first clause that leave it open: "by all accounts", "it is thought"."""
    tree = reading.tree_at(trigger.start)
    if tree is None or clause_verb(trigger).head is not clause_verb(trigger):
        return None
    sentence = reading.article.text.text[tree.sentence.start : tree.sentence.end].lower()
    asides = gate_words().hedges_aside
    return next((words for words in asides if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)), None)


def stands_denied(start: int, reading: Reading) -> str | None:
    """The words that shut a part out: "Ana Lume, not Ivo Stam", "all except Ivo Stam"."""
    before = reading.article.text.text[max(start - _NEAR, 0) : start].lower()
    for phrase in gate_words().shuts_out:
        if re.search(
            rf"(?<!\w){re.escape(phrase)}(?: the| an?| his| her| its| their| by| in| on| to)* $", before
        ):
            return phrase
    return None
