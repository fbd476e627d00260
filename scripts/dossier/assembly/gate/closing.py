"""Who says it at the end of a sentence, which the parse took for an apposition: "…, the mayor announced".

Parsers hang "the mayor" on the noun before the comma, and "announced" on the mayor. That it cannot be so is
seen from the tree: the apposition would reach over its verb, or the verb of saying has no subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.moved import Moved
from dossier.assembly.gate.persons import names_somebody
from dossier.assembly.gate.rehung import told_through
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import SUBJECTS, is_finite, is_infinitive, is_verb
from dossier.reading.grammar.governors import effect_of_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Tree, Word

_TAIL = frozenset(("prep", "npadvmod", "punct", "advmod"))
_TIMES = frozenset(("on", "in", "at", "during", "after", "before", "to"))


def closings(tree: Tree) -> Iterator[Moved]:
    """The words to be moved, where a sentence ends with who says it, or has no verb but a participle."""
    yield from _headless(tree)
    yield from _said_as_noun(tree)
    verb = _last_said(tree)
    if verb is None:
        return
    mark, first = verb.child("mark"), verb.child("nsubj")
    if first is not None and (mark is None or tree.words[first.subtree()[0].index - 1].text == ","):
        yield from _with_subject(verb, tree)
        return
    speaker = _speaker(verb, tree)
    if speaker is None:
        return
    if verb.head is verb and verb.child("ccomp") is not None:
        yield Moved(speaker, verb, "nsubj")
        return
    main = next((root for root in tree.roots() if is_verb(root) and root.index < speaker.index), None)
    if main is None:
        return
    hung, active = verb.head is speaker, verb.lemma in gate_words().says_only
    alone = active and verb.dep == "advcl" and verb.child("mark", *SUBJECTS) is None
    joined = verb.dep == "conj"
    if joined and verb.head.child("cc") is not None:
        yield from _behind_joined(verb, speaker)
        return
    second = speaker.dep == "dobj"
    reaches_over = (hung and (speaker.head.index < main.index or active or second)) or alone or joined
    until = verb.dep == "advcl" and mark is not None and first is speaker.head
    if reaches_over or until:
        yield Moved(verb, main, "parataxis", finite=True)
        yield Moved(speaker, verb, "nsubj")
        names = (c for c in speaker.all("conj") if c.pos == "PROPN")
        yield from (Moved(name, speaker, "appos") for name in names)
    if until and mark is not None and first is not None:
        yield Moved(mark, main, "prep")  # "closed until Easter, the mayor announced"
        yield Moved(first, mark, "pobj")


def _said_as_noun(tree: Tree) -> Iterator[Moved]:
    """Of "…, doctors of the group Open Hands estimate", read as a group that is an estimate."""
    said = next((w for w in reversed(tree.words) if w.pos != "PUNCT"), None)
    if said is None or said.tag != "NN" or said.lower not in speech_words().clause:
        return
    comma = max((w.index for w in tree.words[: said.index] if w.text == ","), default=0)
    who = next((w for w in tree.words[comma + 1 : said.index] if w.pos in ("NOUN", "PROPN")), None)
    main = next((root for root in tree.roots() if is_verb(root) and root.index < comma), None)
    verbs = any(is_verb(w) for w in tree.words[comma : said.index])
    if main is None or who is None or verbs or who.tag != "NNS" or not names_somebody(who):
        return
    yield Moved(said, main, "parataxis", finite=True)
    yield Moved(who, said, "nsubj")
    named = [c for c in said.children if who.index < c.index < said.index]
    for each in named[:-1]:
        yield Moved(each, named[-1], each.dep)
    if named:
        yield Moved(named[-1], said.head, said.dep)


def _behind_joined(verb: Word, speaker: Word) -> Iterator[Moved]:
    """Of "A slide hit the mill, and guards left, the mayor said", where the mill is hit, left and said."""
    lead = verb.head
    others = [c for c in lead.all("conj") if c.index < speaker.index and c.child(*SUBJECTS) is not None]
    linked = lead.all("cc")
    if len(others) == len(linked) == 1:
        yield Moved(verb, verb, "ROOT", finite=True)
        yield Moved(speaker, verb, "nsubj")
        yield from (Moved(clause, verb, "ccomp") for clause in (lead, *others))


def _last_said(tree: Tree) -> Word | None:
    """The verb of saying that a sentence ends with, behind it only when, how, and to whom."""
    verb = next((w for w in reversed(tree.words) if is_verb(w) and w.dep not in ("aux", "auxpass")), None)
    known = verb is not None and verb.lemma in {*speech_words().clause, *gate_words().concludes}
    if verb is None or verb.tag not in ("VBD", "VBN") or not known:
        return None
    told = ("dobj", "dative") if verb.lemma in speech_words().hearers else ()
    behind = [w for w in verb.children if w.index > verb.index]
    small = all(w.dep in (*_TAIL, *told) and (w.dep != "prep" or w.lower in _TIMES) for w in behind)
    return verb if small else None


def _with_subject(verb: Word, tree: Tree) -> Iterator[Moved]:
    """Of "…, the engineer said", read as a relative or an adverbial clause, or with the whole before as one.

    The comma before its subject shows that it is neither: what it would be a relative of stands before that.
    """
    own = verb.all("nsubj")
    beside = _speaker(verb, tree) if len(own) == 1 and verb.head is verb else None
    if beside is not None and beside not in own[0].children:
        whole = list(_main_as_relative(own[0], verb, tree))
        yield from (Moved(beside, verb, "nsubj"), *whole) if whole else ()
        return
    opening = own[-1].subtree()[0].index
    if not opening or tree.words[opening - 1].text != ",":
        return
    if len(own) == 2:
        yield from _main_as_relative(own[0], verb, tree)
    main = next((root for root in tree.roots() if is_verb(root) and root.index < opening), None)
    if main is None or verb.dep not in ("relcl", "advcl", "ccomp"):
        return
    if verb.dep == "ccomp" and main.lemma in {*speech_words().clause, *gate_words().concludes}:
        return  # "Ana Lume insisted that, the mayor said"
    yield Moved(verb, main, "parataxis")
    yield from (Moved(mark, main, "prep") for mark in verb.all("mark"))  # "… unless more snow falls, he said"


def _main_as_relative(noun: Word, verb: Word, tree: Tree) -> Iterator[Moved]:
    """Of "The champion Ana Lume has left, police said", read as a champion whom Ana Lume left."""
    main = next((w for w in noun.subtree() if w.dep == "relcl"), None)
    name = main.child("nsubj") if main is not None else None
    if main is None or name is None or name.pos != "PROPN" or not is_finite(main):
        return
    first = name.subtree()[0].index
    before = tree.words[first - 1]
    if before.pos == "NOUN" and noun in (before, *before.ancestors()):
        yield Moved(main, verb, "ccomp")
        yield Moved(noun, main, "nsubj")
        yield Moved(name, before, "appos")


def _headless(tree: Tree) -> Iterator[Moved]:
    """Of "The founder, Ivo Stam, 81, offered to sell it", read as one noun and a participle."""
    roots = tree.roots()
    told = [
        w
        for w in tree.words
        if is_verb(w) and w.dep == "acl" and ((w.tag == "VBN" and is_active(w)) or _asks(w))
    ]
    if (
        len(roots) != 1
        or roots[0].pos not in ("NOUN", "PROPN")
        or len(told) != 1
        or tree.words[-1].text != "."
    ):
        return
    verb, noun = told[0], roots[0]
    finite = any(is_finite(w) and verb not in w.ancestors() for w in tree.words)
    if not finite and tree.words[verb.index - 1].text == "," and verb.head in (noun, *noun.all("appos")):
        yield Moved(verb, verb, "ROOT", finite=True)
        yield Moved(noun, verb, "nsubj")


def _asks(verb: Word) -> bool:
    """Of "Ana Lume, the mayor, called on guards to leave", which is no participle."""
    asked = any(c.dep in ("advcl", "xcomp") and is_infinitive(c) for c in verb.children)
    whom = [n for link in verb.all("prep") if link.lower in ("on", "upon") for n in link.all("pobj")]
    return asked and any(noun.lower not in gate_words().dated for noun in whom)


def is_active(verb: Word) -> bool:
    """Whether a participle has what only an active verb has: an object, or a clause of what is said.

    An infinitive is none where whoever is told to do something may be meant: "the guards, told to leave,".
    """
    told = verb.child("dobj", "ccomp") is not None or told_through(verb) is not None
    asked = effect_of_verb().get(verb.lemma) == "asked"
    infinitive = verb.child("xcomp") is not None and not asked
    return (told or infinitive) and verb.child("agent") is None


def _speaker(verb: Word, tree: Tree) -> Word | None:
    """The apposed noun, or second object, whose phrase stands alone between a comma and the verb."""
    for noun in tree.words[: verb.index]:
        second = noun.dep == "npadvmod" and noun.pos == "PROPN"
        second = second or (noun.dep == "dobj" and noun.head.all("dobj")[0].index < noun.index)
        if noun.dep != "appos" and not second:
            continue
        if noun.pos not in ("NOUN", "PROPN") or noun.head.index > noun.index:
            continue
        own = [w for w in noun.subtree() if w.index < verb.index]
        first, last = own[0].index, own[-1].index
        comma = first > 0 and tree.words[first - 1].text == ","
        between = tree.words[last + 1 : verb.index]
        if comma and all(w.text == "," for w in between):
            return noun
    return None
