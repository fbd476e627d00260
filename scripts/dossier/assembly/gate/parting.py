"""Trees whose coordinated clauses stand apart, so that nothing governs what it does not stand over.

A semicolon parts clauses; a coordinated clause with a subject of its own hangs where its leader hangs and
shares neither its negation nor its hedges; what "contrary to what he wrote" holds stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dossier.assembly.gate.closing import closings
from dossier.assembly.gate.enclosed import enclosed
from dossier.assembly.gate.misread import misread
from dossier.assembly.gate.rehung import rehung
from dossier.reading.grammar.dependents import SUBJECTS, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Row, Tree, Word
from dossier.reading.tree_rows import is_tree

JOINED = "joined"
"""Label of a clause after ", and" that may still be part of what is said, or stand for itself."""
_SHORT = frozenset(("do", "have", "be", "will", "can", "would", "could", "should"))
"""What stands for a whole predicate told before: "the company did not"."""


def parted(tree: Tree, text: str) -> Tree:
    """The same words of the article's text, with the heads of parted clauses moved."""
    walls = [word.index for word in tree.words if word.text == ";"]
    colons = [word.index for word in tree.words if word.text == ":"]
    heads = {word.index: (word.head.index, word.dep) for word in tree.words}
    for word in tree.words:
        apart = word.head is not word and is_verb(word) and any(_between(w, word, word.head) for w in walls)
        if apart or any(_is_parted_by(colon, word) for colon in colons):
            heads[word.index] = (word.index, "ROOT")
    for word in tree.words:
        if _is_before_gap(word):
            heads[word.index] = (word.index, "ROOT")
        if _is_own_clause(word):
            lead, dep = heads[word.head.index]
            joined = dep == "ccomp" and lead < word.head.index and _behind_comma(word)
            heads[word.index] = (word.index, "ROOT") if dep == "ROOT" else (lead, JOINED if joined else dep)
        elif word.dep == "pcomp" and word.head.head.lower == "contrary":
            heads[word.index] = (word.index, "ROOT")
    for aside, over in _asides(tree):
        heads[aside.index] = (over.index, "parataxis")
    if not _holds(heads, tree):
        return tree
    moved = (*closings(tree), *enclosed(tree), *rehung(tree), *misread(tree))
    again = heads | {each.word.index: (each.head.index, each.dep) for each in moved}
    if _holds(again, tree):
        heads = again
    else:  # a word would hang on one below it
        moved = ()
    finite = {each.word.index for each in moved if each.finite}
    start = tree.sentence.start
    rows = [
        Row(
            w.start - start,
            w.end - start,
            *heads[w.index],
            "VBD" if w.index in finite else w.tag,
            "VERB" if w.index in finite else w.pos,
            w.lemma,
        )
        for w in tree.words
    ]
    return Tree.build(tree.sentence, rows, range(start, tree.sentence.end + 1), text)


def _holds(heads: Mapping[int, tuple[int, str]], tree: Tree) -> bool:
    """Whether these heads, by the word's index, still make a tree."""
    return is_tree([heads[word.index][0] for word in tree.words])


def _asides(tree: Tree) -> Iterator[tuple[Word, Word]]:
    """Verbs of saying beside a clause they close, without an "and", with its verb: "…, police announced"."""
    roots = [root for root in tree.roots() if is_verb(root)]
    pairs = [*pairwise(roots), *((w.head, w) for w in tree.words if w.dep == "conj" and is_verb(w))]
    for lead, word in pairs:
        first = min((c for c in word.children if c.dep in SUBJECTS), key=lambda c: c.index, default=None)
        told = ("ccomp",) if word.lemma in speech_words().hearers else ("dobj", "ccomp")
        if first is None or word.lemma not in speech_words().clause or word.child(*told):
            continue
        opening = first.subtree()[0].index
        if is_verb(lead) and lead.index < opening and tree.words[opening - 1].text == ",":
            yield word, lead


def _between(wall: int, one: Word, other: Word) -> bool:
    return min(one.index, other.index) < wall < max(one.index, other.index)


def _is_parted_by(colon: int, word: Word) -> bool:
    """Whether a clause behind a colon stands for itself: "Interview: Ana Lume left"."""
    over = word.head
    apart = over is not word and is_verb(word) and word.child(*SUBJECTS) is not None
    return apart and over.index < colon < word.index and over.lemma not in speech_words().clause


def _behind_comma(clause: Word) -> bool:
    """Whether a comma stands before the "and" that joins a clause."""
    link = next((c for c in clause.head.children if c.dep == "cc" and c.index < clause.index), None)
    return link is not None and any(c.text == "," and c.index == link.index - 1 for c in clause.head.children)


def _is_own_clause(word: Word) -> bool:
    """Whether a coordinated clause has its own subject and leans on nothing its leader has."""
    lead = word.head
    if word.dep != "conj" or not is_verb(word) or not is_verb(lead) or word.child(*SUBJECTS) is None:
        return False
    if any(c.lower in speech_words().hearsay and c is lead.subtree()[0] for c in lead.all("advmod")):
        return False  # "Reportedly, two were killed and five were hurt": both
    return (lead.child("mark") is None and lead.dep != "conj") or lead.dep == "ROOT"


def _is_before_gap(word: Word) -> bool:
    """Whether a clause stands before one that is left short: "Ivo Stam welcomed it, the company did not"."""
    over = word.head
    short = over.lemma in _SHORT and over.child(*SUBJECTS) is not None and over.child("neg") is not None
    return (
        word.dep == "ccomp"
        and is_verb(word)
        and word.index < over.index
        and short
        and not over.all("dobj", "attr")
    )
