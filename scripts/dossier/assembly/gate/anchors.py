"""What a date or place hangs on, and which verbs it is of besides."""

from __future__ import annotations

from dossier.assembly.gate.proposition import Part
from dossier.assembly.gate.reach import alike, to_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import conjuncts, doers, is_verb, undergoers
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Tree, Word

_WITHIN = frozenset(("pobj", "pcomp", "nummod", "quantmod", "conj", "appos", "dep"))
_LINKS = frozenset(("prep", "npadvmod", "advmod", "poss", "compound", "nmod", "amod", "agent", "dobj"))
_DEEPEST = 8


def relative_around(filler: Word, tree: Tree) -> tuple[int, int] | None:
    """The pronoun and verb of a relative clause without commas that a phrase stands in, before the main verb.

    "The men who had guarded it since Monday left": whatever the parse hangs "Monday" on.
    """
    verb = None
    for word in reversed(tree.words[: filler.index]):
        if word.text in (",", ";", ":") or word.dep == "cc":
            return None
        if is_verb(word) and verb is None and word.dep not in ("aux", "auxpass"):
            verb = word
        if word.tag in ("WDT", "WP") and verb is not None:
            opened = tree.before(word)
            main = next((w for w in tree.words[filler.index + 1 :] if w.text == "," or is_verb(w)), None)
            closes = main is not None and main.tag in ("VBD", "VBZ", "VBP", "MD")
            noun = opened is not None and opened.pos in ("NOUN", "PROPN")
            return (word.index, verb.index) if noun and closes else None
    return None


def is_dated(noun: Word, part: Part) -> bool:
    """Whether a date is part of a noun's own name or measure: "Friday’s vote", "the treaty of 1950"."""
    for child in noun.children:
        link = child.dep in ("poss", "compound", "nummod", "amod", "nmod") or child.lower in (
            "of",
            "from",
            "since",
        )
        if link and any(part.span.start <= w.start < part.span.end for w in child.subtree()):
            return True
    return False


def is_timed(noun: Word, part: Part) -> bool:
    """Whether a noun has another date of its own: "Monday’s raid", "the raid in May"."""
    for child in noun.children:
        own = child.dep in ("poss", "compound", "nmod", "npadvmod") or child.lower in ("on", "in", "of")
        for word in child.subtree() if own else ():
            told = word.lower in gate_words().dated or (
                word.tag == "CD" and len(word.text) == 4 and word.text.isdigit()
            )
            if told and not part.span.start <= word.start < part.span.end:
                return True
    return False


def anchor_of(filler: Word, tree: Tree) -> Word:
    """What a date or place hangs on, past its prepositions."""
    node, lead = filler, tree.before(filler)
    if filler.dep == "compound" and lead is not None and lead.dep == "prep" and not lead.children:
        return lead.head  # "On Friday Ivo Stam resigned", read as one name
    for _ in range(_DEEPEST):
        if node.head is node:
            return node
        if (
            node.dep == "prep"
            and node.lower == "of"
            and node.head.lemma.lower() in gate_words().parts_of_time
        ):
            node = node.head  # "in the early hours of Monday"
            continue
        if node.dep == "prep" or (node is filler and node.dep == "npadvmod"):
            return _timed_noun(node, tree) or node.head
        if node.dep in _LINKS:
            return node.head
        if node.dep not in _WITHIN:
            return node
        node = node.head
    return node


def _timed_noun(link: Word, tree: Tree) -> Word | None:
    """The act before a phrase that says when something else was: "after the raid in May"."""
    before = tree.before(link)
    if before is None:
        return None
    while before.dep in ("compound", "nmod", "pobj") and before.head.index < before.index:
        if before.dep == "pobj" and before.head.lower in gate_words().when:
            return before if before.lemma not in gate_words().units else None
        if before.dep == "pobj" and before.head.lower != "of":
            return None
        before = before.head if before.dep != "pobj" else before.head.head
    return None


def is_timed_by(noun: Word) -> bool:
    """Whether a noun only says when something else was: "after the raid".

    Not where those are told whom it befell: "were killed on Monday during a raid".
    """
    words, over = gate_words(), to_verb(noun)
    when = words.when - {"during"} if over[-1].lemma in words.kills | words.hurts else words.when
    return any(node.dep == "pobj" and node.head.lower in when for node in over[:-1])


def is_argument(noun: Word, verb: Word) -> bool:
    """Whether a noun is the verb's own: its subject, its object, or behind a preposition not of time."""
    behind = [
        n
        for link in verb.all("prep", "agent", "dative")
        if link.lower not in gate_words().when
        for each in link.all("pobj")
        for n in conjuncts(each)
    ]
    return noun.head is verb or any(noun in alike(a) for a in (*doers(verb), *undergoers(verb), *behind))


def carrying(verb: Word, early: bool) -> list[Word]:
    """Verbs whose circumstances are this one's as well: what governs it, or shares its subject.

    `early` says of a date whether it stands before the verbs: only then both have it.
    """
    found: list[Word] = [c for c in verb.all("xcomp") if is_verb(c)]
    node = verb
    for _ in range(4):
        head = node.head
        if node.dep == "pcomp" and head.lower == "by":
            head = head.head
        elif head is node or not is_verb(head):
            break
        light = head.lemma not in speech_words().reports
        alone = node.child("mark", "nsubj", "nsubjpass") is None
        if not (
            (node.dep == "xcomp" and light)
            or (node.dep == "advcl" and node.tag == "VBG" and alone and light)
            or (node.dep == "conj" and node.child("nsubj", "nsubjpass") is None and early)
            or node.dep == "pcomp"
        ):
            break
        found.append(head)
        node = head
    return found


def has_date(verb: Word, part: Part) -> bool:
    """Whether a verb has another date of its own."""
    own = [c for c in verb.children if c.dep in ("npadvmod", "prep")]
    return any(
        w.text[:1].isupper() and not part.span.start <= w.start < part.span.end
        for link in own
        if link.dep == "npadvmod" or link.lower in ("on", "in", "at")
        for w in link.subtree()
        if w.dep in ("pobj", "npadvmod")
    )


def is_where(filler: Word, verb: Word) -> bool:
    """Of "Quist, where he signed": the relative's antecedent is where or when it was."""
    node = verb
    for _ in range(4):
        if node.dep == "relcl":
            leads = [c for c in node.subtree() if c.lower in ("where", "when") and c.index < verb.index]
            behind = [
                c for c in node.subtree() if c.lower == "which" and c.dep == "pobj" and c.index < verb.index
            ]
            return bool(leads or behind) and filler in alike(node.head)
        if node.head is node or node.dep not in ("conj", "ccomp", "xcomp"):
            return False
        node = node.head
    return False
