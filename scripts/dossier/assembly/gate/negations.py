"""Negations that stand neither on an act's verb nor over it as its governor.

"Nor did they", "no evidence that", "at no point", "fired no shots", "the lack of a truce", "vetoed the sale".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.assembly.gate.reach import clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_infinitive, is_verb, objects
from dossier.reading.grammar.governors import effect_of_verb
from dossier.reading.grammar.standing import is_nobody, is_only
from dossier.reading.tree import Tree, Word

"""What stands for nobody behind a preposition, too: "works with neither"; "for nothing" denies nothing."""


def negations_of(trigger: Word, tree: Tree) -> Iterator[Word]:
    """The words that deny a trigger's act from elsewhere in its clause, or from a noun over it."""
    verb = clause_verb(trigger)
    for node in path(trigger):
        if is_verb(node) and node.dep not in ("amod", "compound"):
            yield from _of_clause(node, tree)
        yield from _of_noun_over(node)
        if node.dep in ("relcl", "advcl", "appos", "parataxis") or (
            is_verb(node) and node is not verb and node.dep not in ("ccomp", "xcomp", "acl")
        ):
            return
    return


def denied_object(trigger: Word) -> Word | None:
    """What a verb is said to have done to nobody and nothing: "arrested nobody", "fired no shots"."""
    if not is_verb(trigger):
        return None
    alone = (*gate_words().nobody_else, "one")  # not "left in no time"
    behind = (n for link in trigger.all("prep") for n in link.all("pobj") if n.lower in alone)
    held = (n for n in objects(trigger) if not _is_besides(n))
    return next((n for n in (*held, *behind) if is_nobody(n) and n.lower != "few"), None)


def _is_besides(noun: Word) -> bool:
    """Whether it only says that there was nothing more: "cut hair and nothing else"."""
    return noun.dep == "conj" and any(c.lower in ("else", "more") for c in noun.children)


def _of_clause(verb: Word, tree: Tree) -> Iterator[Word]:
    """Of "nor did they", "at no point did they", "nowhere did they", "not a single guard"."""
    first = min((c for c in verb.children if c.dep != "punct"), key=lambda c: c.index, default=verb)
    opening = min(first.index, verb.index)
    before = tree.words[opening - 1] if opening else None
    for word in (tree.words[opening], before):
        if word is not None and word.lower == "nor":
            yield word
    aux, subject = verb.child("aux", "auxpass"), verb.child("nsubj", "nsubjpass")
    over = verb.head
    if aux is None and verb.dep == "ccomp" and verb.tag == "VBN" and over.lemma in ("have", "be"):
        aux = over  # "never before had they left"
    if aux is not None and subject is not None and aux.index < subject.index:
        yield from _fronted(aux, (*verb.children, *(over.children if aux is over else ())))
    if subject is not None:
        lead = subject.subtree()[0]
        if lead.lower == "not" and not is_only(lead):
            yield lead


def _fronted(aux: Word, children: Iterable[Word]) -> Iterator[Word]:
    """Of "never had they", "at no time had they", "never before did they"."""
    for child in children:
        if child.index > aux.index:
            continue
        yield from (c for c in (child, *child.children) if c.lower in gate_words().fronted)
        yield from (c for n in child.all("pobj") for c in n.children if c.lower == "no")


def _of_noun_over(node: Word) -> Iterator[Word]:
    """Of "no evidence that …", "it is a myth that …", "the lack of a truce"."""
    over, words = node.head, gate_words()
    if over is node:
        return
    clause = is_verb(node) and node.dep in ("acl", "ccomp", "relcl") and not is_infinitive(node)
    held = over.dep in ("dobj", "nsubjpass")
    if clause and held and over.head.lemma in words.contradicts:
        yield over.head
    if clause and not is_verb(over):
        that = any(c.lower == "that" and c.dep == "mark" for c in node.children)
        if that and (is_nobody(over) or _is_denied_noun(over)):
            yield over
        if over.lemma.lower() in words.untrue:
            yield over
    if node.dep == "pobj" and over.lower == "of" and over.head.lemma.lower() in words.absent:
        yield over.head
    behind = node.dep == "pcomp" and over.dep == "prep" and over.lower in ("in", "of", "for", "to")
    if behind and is_nobody(over.head) and over.head.lemma.lower() not in words.unhindered:
        yield over.head  # "no interest in leaving"


def _is_denied_noun(noun: Word) -> bool:
    """Whether a noun is the object of a verb that is denied: "did not find evidence that"."""
    verb = noun.head
    return noun.dep == "dobj" and is_verb(verb) and verb.child("neg") is not None


def undone_by(trigger: Word) -> Word | None:
    """The verb that undoes an act, or the plan of it: "vetoed the sale", "a plan to sell it was dropped"."""
    planned = is_verb(trigger) and is_infinitive(trigger) and trigger.dep in ("acl", "xcomp")
    noun = trigger.head if planned and not is_verb(trigger.head) else trigger
    verb, words = noun.head, gate_words()
    if is_verb(noun) or not is_verb(verb):
        return None
    particle = next((c.lower for c in verb.children if c.dep in ("prt", "advmod", "prep")), "")
    told = {verb.lemma, f"{verb.lemma} {particle}"}
    if noun.dep in ("dobj", "nsubjpass") and told & words.undoes:
        return verb
    if noun.dep == "nsubj" and told & words.undone:
        return verb
    denied = noun.dep == "nsubjpass" and effect_of_verb().get(verb.lemma) == "denied"
    return verb if denied else None
