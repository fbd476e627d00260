"""Acts that somebody kept from, came near to or has still before them, by the phrase that governs them.

"Refrained from firing", "on the verge of signing", "have to sign", "calls to sign", "went unsigned": what
the governor's effect in the grammar doesn't tell, since a particle or a noun between decides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.assembly.gate.denials import Shift
from dossier.assembly.gate.reach import Reading, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_finite, is_infinitive, is_verb
from dossier.reading.grammar.forgone import forgone_by
from dossier.reading.grammar.governors import effect_of_noun
from dossier.reading.tree import Tree, Word

_AUXILIARY = "(?:did|does|do|had|has|have|was|were|is|are|will|would|could|can|shall|should|may|might|must)"
_CLAUSES = re.compile("[,;:]")
_TURNED = frozenset(("had", "were", "should"))
_PRESENT = frozenset(("VBZ", "VBP", "VB"))
_PARTICIPLES = frozenset(("VBN", "VBD", "JJ"))


def forgone(trigger: Word, reading: Reading) -> Iterator[Shift]:
    """What such phrases make of an act: negative where it was kept from, else open."""
    tree = reading.tree_at(trigger.start)
    if tree is None:
        return
    if _is_unmade(trigger):
        yield Shift(True, trigger.text)
    text = reading.article.text.text[tree.sentence.start : tree.sentence.end]
    opening = _CLAUSES.split(text[: trigger.start - tree.sentence.start].lower())[-1].removeprefix(" ")
    never = next((p for p in gate_words().never_opens if _opens(opening, p)), None)
    if never is not None:
        yield Shift(True, never)
    for node in _governed(trigger):
        kept = forgone_by(node) if node is trigger or is_verb(node) else None
        if kept is not None:
            yield Shift(True, kept.phrase)
        if not is_verb(node):
            continue
        yield from _before(text[: node.start - tree.sentence.start].lower())
        yield from _ahead(node, tree)
    yield from _condition(clause_verb(trigger), tree)


def _opens(clause: str, never: str) -> bool:
    """Whether a clause is turned round behind words that deny it: "at no time did …"."""
    return re.match(rf"(?:and |but )?{never} {_AUXILIARY} ", clause) is not None


def _governed(trigger: Word) -> Iterator[Word]:
    """A trigger and the verbs it is the plain complement of."""
    for node in path(trigger):
        yield node
        if is_verb(node) and node.dep not in ("xcomp", "ccomp", "pcomp", "conj"):
            return


def _is_unmade(trigger: Word) -> bool:
    """Of "the loan remains unapproved", "went unpunished"."""
    held = trigger.lower.startswith("un") and trigger.tag in _PARTICIPLES
    return (
        held
        and trigger.lower.endswith(("ed", "en", "id", "ught", "ld"))
        and (trigger.head.lemma in gate_words().held_back)
    )


def _before(before: str) -> Iterator[Shift]:
    """Of what opens a verb's clause: "in case they sign"."""
    clause = _CLAUSES.split(before)[-1]
    opens = gate_words().opens_before
    opening = next((p for p in opens if re.search(rf"(?<!\w){re.escape(p)} ", clause)), None)
    if opening is not None:
        yield Shift(False, opening)


def _ahead(verb: Word, tree: Tree) -> Iterator[Shift]:
    """Of "have to sign", "calls to sign", "time for them to sign", "suggested signing", "rarely signed"."""
    over, words = verb.head, gate_words()
    seldom = next((c for c in verb.children if c.dep == "advmod" and c.lower in words.seldom), None)
    if seldom is None:  # "hardly ever speaks"
        often = (c for ever in verb.all("advmod") if ever.lower == "ever" for c in ever.children)
        seldom = next((c for c in often if c.lower in words.cut_denials), None)
    if seldom is not None:
        yield Shift(False, seldom.text)
    if verb.tag == "VBG" and verb.dep in ("xcomp", "ccomp") and over.lemma in words.floats:
        yield Shift(False, over.text)
    if (
        verb.tag == "VBG"
        and verb.dep in ("xcomp", "dobj", "advcl")
        and {over.lemma, over.lower} & words.spares
    ):
        yield Shift(True, over.text)
    if not is_infinitive(verb):
        return
    if verb.dep == "xcomp" and over.lemma == "have" and over.tag in _PRESENT:
        yield Shift(False, over.text)
    mark = verb.child("mark")
    if mark is not None and over.lemma not in gate_words().takes_for:
        yield Shift(False, mark.text)
    to = next((c for c in verb.children if c.tag == "TO"), None)
    noun = tree.words[to.index - 1] if to is not None and to.index else None
    if noun is not None and noun.lemma.lower() in effect_of_noun() and noun in (over, *over.children):
        yield Shift(False, noun.text)


def _condition(verb: Word, tree: Tree) -> Iterator[Shift]:
    """Of "Had they signed, …", and of "once they sign, they will leave"."""
    first = tree.words[0]
    comma = next((w.index for w in tree.words if w.text == ","), 0)
    if first.lower in _TURNED and verb.index < comma:
        yield Shift(False, first.text)
    main = verb.head
    opening = next((c for c in verb.all("mark", "advmod") if c.lower in gate_words().times), None)
    first_aux = verb.child("aux", "auxpass")
    lead = verb if first_aux is None else first_aux
    present = lead.tag in _PRESENT
    to_come = is_infinitive(main) or any(c.dep == "aux" and c.tag == "MD" for c in main.children)
    to_come = to_come or (opening is not None and opening.lower in ("until", "till"))
    if opening is not None and present and to_come and not is_finite_past(main):
        yield Shift(False, opening.text)


def is_finite_past(verb: Word) -> bool:
    """Whether a verb tells what was."""
    return is_finite(verb) and verb.tag == "VBD"
