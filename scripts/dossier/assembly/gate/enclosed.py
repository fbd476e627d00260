"""Subjects with a clause between commas, which the parse ran together with the clause's own.

Of "The publisher, whose author Ana Lume was listed, called it unfair" parsers make one sentence of the inner
clause and join "called" to it, so that Ana Lume called it unfair. That it cannot be so is seen from the comma
before "called", where an "and" would stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.moved import Moved
from dossier.reading.grammar.dependents import SUBJECTS, is_verb
from dossier.reading.tree import Tree, Word

_LEADS = frozenset(("WP$", "WP", "WDT"))
_FINITE = ("VBD", "VBZ", "VBP")


def enclosed(tree: Tree) -> Iterator[Moved]:
    """The words to be moved: the main verb to the inner one's place, its subject to it, the inner to that."""
    for inner in tree.words:
        main = _main_behind(inner, tree) if is_verb(inner) and inner.tag in _FINITE else None
        if main is None or (noun := _before_relative(inner, tree) or _before_participle(inner)) is None:
            continue
        alone = inner.head in (inner, noun)
        yield Moved(main, main, "ROOT") if alone else Moved(main, inner.head, inner.dep)
        yield Moved(noun, main, "nsubj")
        acts = noun.child("acl")
        yield Moved(inner, acts, "advcl") if acts is not None else Moved(inner, noun, "relcl")


def _main_behind(inner: Word, tree: Tree) -> Word | None:
    """The verb that stands right behind a comma, joined to an inner clause without an "and"."""
    joined = (w for w in inner.all("conj") if w.tag in _FINITE and w.child(*SUBJECTS, "cc") is None)
    return next(
        (
            verb
            for verb in joined
            if tree.words[verb.index - 1].text == ","
            and not any(c.dep == "cc" and c.index < verb.index for c in inner.children)
        ),
        None,
    )


def _before_relative(inner: Word, tree: Tree) -> Word | None:
    """The noun before ", whose", ", who" or ", which" that opens an inner clause."""
    own = inner.subtree()
    lead = next((w for w in own if w.tag in _LEADS and w.index < inner.index), None)
    if lead is None or lead.index < 2 or tree.words[lead.index - 1].text != ",":
        return None
    node = tree.words[lead.index - 2]
    while node.head is not inner and node.head is not node:
        node = node.head
    if inner.dep == "relcl" and inner.head is node:
        return node  # read as a noun and no sentence
    stands = node.head is inner and node.pos in ("NOUN", "PROPN")
    return node if stands else None


def _before_participle(inner: Word) -> Word | None:
    """Of "The bridge, built after the firm Varn failed, cost …": the first of two subjects."""
    found, mark = inner.all("nsubj", "nsubjpass"), inner.child("mark")
    if len(found) != 2 or mark is None:
        return None
    told = found[0].child("acl")
    return found[0] if told is not None and told.tag == "VBN" else None
