"""Phrases that the parse hung where they can't hang: on the noun between, on a name's own charity.

Each is seen from the tree alone: a clause that lacks nothing is no relative, a name beside a verb whose
subject hangs on that name is the subject, and what ends as adjectives do is no thing that is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dossier.assembly.gate.moved import Moved
from dossier.assembly.gate.persons import names_somebody
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import SUBJECTS, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.namewords import is_given_name
from dossier.reading.tree import Tree, Word

_FINITE = ("VBD", "VBN", "VBZ", "VBP")


def rehung(tree: Tree) -> Iterator[Moved]:
    """The words to be moved, each to the word it belongs to."""
    for word in tree.words:
        yield from _set_beside(word)
        yield from _office_holder(word)
        if not is_verb(word):
            continue
        said = told_through(word)
        if said is not None:
            yield Moved(said, word, "ccomp")
        yield from _told_somebody(word)
        yield from _said_of_it(word, tree)
        yield from _name_before(word)
        yield from _called_so(word)


def told_through(verb: Word) -> Word | None:
    """The clause of what is said behind where it is said: "said in a statement that guards had left"."""
    if verb.lemma not in speech_words().clause or verb.child("ccomp") is not None:
        return None
    for link in verb.all("prep"):
        if link.lower not in gate_words().said_through or link.index < verb.index:
            continue
        for noun in link.all("pobj"):
            found = next((c for c in noun.all("acl", "relcl") if _is_content(c, noun)), None)
            if found is not None:
                return found
    return None


def _is_content(clause: Word, noun: Word) -> bool:
    """Whether "that" only opens a clause right behind a noun: who acts there is told, and upon what."""
    opening = clause.subtree()[0]
    subject = clause.child(*SUBJECTS)
    behind = max(word.index for word in noun.subtree() if word.index < opening.index)
    if opening.lower != "that" or opening.index != behind + 1 or subject is None or subject is opening:
        return False
    whole = any(c is not opening for c in clause.all("dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass"))
    return opening.tag == "IN" or whole


def _told_somebody(verb: Word) -> Iterator[Moved]:
    """Of "told detectives that guards had left", read as detectives who are said so: it is what is told."""
    heard = verb.all("dobj", "dative") if verb.lemma in speech_words().hearers else []
    if verb.child("ccomp") is None:
        clauses = (c for who in heard for c in who.all("acl", "relcl") if _is_content(c, who))
        yield from (Moved(clause, verb, "ccomp") for clause in clauses)


def _said_of_it(verb: Word, tree: Tree) -> Iterator[Moved]:
    """Of "a film that Ana Lume had said insulted her": the insult is what she says."""
    behind = tree.after(verb)
    said = verb.dep == "relcl" and verb.lemma in speech_words().clause and verb.child("nsubj") is not None
    if behind is not None and behind in verb.ancestors():
        return  # "a sale that many thought was over ended": the clause is the sale's own
    if said and behind is not None and behind.tag in _FINITE and behind.dep in ("advcl", "ccomp", "dep"):
        yield Moved(behind, verb, "ccomp", finite=True)


def _set_beside(noun: Word) -> Iterator[Moved]:
    """Of "the pilots' head, Ivo Stam, and the airline's agent, Ana Lume": the agent is not the head."""
    found = noun.all("appos") if noun.pos == "NOUN" else []
    for before, each in pairwise(found):
        links = (*noun.all("cc"), *before.all("cc"))
        joined = any(before.index < c.index == each.subtree()[0].index - 1 for c in links)
        if joined and each.child("poss", "det") is not None:
            yield Moved(each, noun, "conj")


def _office_holder(office: Word) -> Iterator[Moved]:
    """Of "the mayor of Lesk, Ana Lume," read as Lesk who is Ana Lume: she is the mayor."""
    name = _named_behind(office) if office.pos == "NOUN" else None
    if name is not None:
        yield Moved(name, office, "appos")


def _named_behind(office: Word) -> Word | None:
    """Of "the mayor of the border town of Lesk, Ana Lume,": the name, read as the town's.

    So too of "a judge at the court of Lesk, Ana Lume".
    """
    node, names = office, list[Word]()
    while (
        (link := node.child("prep")) is not None
        and link.lower in gate_words().held_by
        and link.child("pobj") is not None
    ):
        node = link.all("pobj")[0]
        names += node.all("appos")
    name = names[0] if names and node.pos == "PROPN" else None
    first = name.child("compound") if name is not None and name.pos == "PROPN" else None
    given = first is not None and is_given_name(first.lower)
    return name if given and names_somebody(office) else None


def _name_before(verb: Word) -> Iterator[Moved]:
    """Of "Dr Ivo Stam of the charity Open Hands put it at nine", where the charity puts it: the name does."""
    name = verb.child("npadvmod")
    subject = verb.child("nsubj")
    if name is None or subject is None or name.pos != "PROPN" or not name.index < subject.index < verb.index:
        return
    first = subject.subtree()[0].index
    holder = next((n for link in name.all("prep") for n in link.all("pobj") if link.lower == "of"), None)
    if holder is not None and subject.pos == "PROPN" and holder.index == first - 1:
        yield Moved(name, verb, "nsubj")
        yield Moved(subject, holder, "appos")


def _called_so(verb: Word) -> Iterator[Moved]:
    """Of "called the charge baseless", read as one noun: the charge is what it is called."""
    called = verb.child("oprd") if verb.lemma in speech_words().naming else None
    if called is None or not called.lower.endswith(gate_words().adjective_endings):
        return
    thing = called.child("compound")
    if thing is None or next((c for w in (thing, called) if (c := w.child("det", "poss"))), None) is None:
        return
    yield Moved(thing, verb, "dobj")
    yield from (Moved(each, thing, each.dep) for each in called.children if each.index < thing.index)
