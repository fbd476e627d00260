"""Verbs whose own form shows that the parse took them for something else.

"A slide buried a farm and may have killed nine", read as a slide that was buried; "was to have opened but has
been put off", where the second hangs on the first's "to"; "reported by radio that", read as a passive;
"“Sit down,” snapped the mayor", where the mayor is snapped.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.moved import Moved
from dossier.assembly.gate.persons import names_somebody
from dossier.reading.grammar.dependents import SUBJECTS, is_infinitive, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Tree, Word

_TENSED = ("VBD", "VBZ", "VBP", "MD")


def misread(tree: Tree) -> Iterator[Moved]:
    """The words to be moved, each to the word it belongs to."""
    for verb in tree.words:
        if not is_verb(verb):
            yield from _set_against(verb, tree)
            yield from _said_between(verb, tree)
            continue
        yield from _told_plainly(verb, tree)
        yield from _finite_after_all(verb, tree)
        yield from _joined_higher(verb)
        yield from _by_what_means(verb)
        yield from _speaker_behind(verb, tree)


def _finite_after_all(verb: Word, tree: Tree) -> Iterator[Moved]:
    """A participle with an object right behind a subject, joined by an "and" to the verb of that subject."""
    noun, main = verb.head, verb.head.head
    held = verb.dep == "acl" and verb.tag == "VBN" and verb.child("dobj") is not None
    if not held or noun.dep != "nsubj" or verb.child("agent") is not None:
        return
    first = min(
        (c for c in main.children if c.dep in ("aux", "auxpass")), key=lambda c: c.index, default=main
    )
    link = tree.words[first.index - 1]
    if link.dep != "cc":
        return
    alone = main.head is main
    yield Moved(verb, verb, "ROOT", finite=True) if alone else Moved(verb, main.head, main.dep, finite=True)
    yield Moved(main, verb, "conj")
    yield Moved(noun, verb, "nsubj")
    yield Moved(link, verb, "cc")


def _joined_higher(verb: Word) -> Iterator[Moved]:
    """A verb with a tense of its own, joined to an infinitive: it is joined to the verb over that."""
    lead = verb.child("aux", "auxpass") or verb
    if verb.dep != "conj" or lead.tag not in _TENSED or not is_infinitive(verb.head):
        return
    over = verb.head
    while over.dep in ("xcomp", "advcl") and is_infinitive(over) and is_verb(over.head):
        over = over.head
    if over is not verb.head and verb.child(*SUBJECTS) is None:
        yield Moved(verb, over, "conj")


def _by_what_means(verb: Word) -> Iterator[Moved]:
    """Of "reported by radio that guards had left": with a subject and what is said, it is no passive."""
    by, said = verb.child("agent"), verb.child("ccomp")
    active = verb.tag == "VBD" and verb.child("nsubj") is not None and verb.child("auxpass") is None
    if by is not None and active and said is not None and said.child(*SUBJECTS) is not None:
        yield Moved(by, verb, "prep")


def _speaker_behind(verb: Word, tree: Tree) -> Iterator[Moved]:
    """Of "“Sit down,” snapped the mayor": behind a quotation and without a subject, it is the mayor's."""
    before, held = tree.before(verb), verb.child("dobj")
    quoted = before is not None and before.tag == "''" and verb.tag in ("VBD", "VBZ")
    somebody = held is not None and (held.pos == "PROPN" or names_somebody(held))
    if quoted and held is not None and somebody and verb.child(*SUBJECTS) is None:
        yield Moved(held, verb, "nsubj")


def _set_against(noun: Word, tree: Tree) -> Iterator[Moved]:
    """Of "Ana Lume, not the mate, who left": the "not" is the mate's, and who left is Ana Lume."""
    cue = noun.child("neg")
    other = next((c for c in noun.all("appos") if cue is not None and c.index > cue.index), None)
    if cue is None or other is None or tree.words[cue.index - 1].text != ",":
        return
    if other.subtree()[0].index == cue.index + 1:
        yield Moved(cue, other, "neg")
        yield Moved(other, noun, "conj")
        own = (c for c in other.all("relcl") if c.subtree()[0].tag in ("WDT", "WP", "WP$"))
        yield from (Moved(clause, noun, "relcl") for clause in own)


def _said_between(noun: Word, tree: Tree) -> Iterator[Moved]:
    """Of "Ivo Stam, police allege, stole it", read as a police allege beside him."""
    who, over = noun.child("compound"), noun.head.head
    between = (
        noun.dep == "appos" and noun.index + 1 < len(tree.words) and tree.words[noun.index + 1].text == ","
    )
    if not between or who is None or not is_verb(over) or noun.head.dep not in SUBJECTS:
        return
    says = noun.lower in speech_words().clause
    own = [word for word in noun.subtree() if word.text != ","]
    if says and own[-2] is who and tree.words[own[0].index - 1].text == ",":
        yield Moved(noun, over, "parataxis", finite=True)
        yield Moved(who, noun, "nsubj")


def _told_plainly(participle: Word, tree: Tree) -> Iterator[Moved]:
    """Of "reported that guards left", read as guards that were left: "that" is no word for several."""
    noun = participle.head
    that = next((c for c in noun.all("det") if c.lower == "that"), None)
    verb = noun.head
    plain = participle.dep == "acl" and participle.tag == "VBN" and participle.child("agent") is None
    if that is None or not plain or noun.tag != "NNS" or noun.dep != "dobj" or not is_verb(verb):
        return
    if verb.lemma in speech_words().clause and tree.before(that) is verb:
        yield Moved(participle, verb, "ccomp", finite=True)
        yield Moved(noun, participle, "nsubj")
