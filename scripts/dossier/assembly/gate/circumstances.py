"""Whether date and place, as words, belong to the clause of the act and to no other."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.proposition import CIRCUMSTANCES, Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    conjuncts,
    doers,
    is_finite,
    is_infinitive,
    is_verb,
    undergoers,
)
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Tree, Word

_WITHIN = frozenset(("pobj", "pcomp", "nummod", "quantmod", "conj", "appos", "dep"))
_LINKS = frozenset(("prep", "npadvmod", "advmod", "poss", "compound", "nmod", "amod", "agent", "dobj"))
_DEEPEST = 8
_WAYS = {"from": frozenset(("to", "into", "towards", "toward", "for")), "to": frozenset(("from", "out"))}
_DATED = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "today", "tomorrow"),
    )
)


def circumstance_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each date and place that hangs on another act, or on none that can be told."""
    parts = [part for part in asked.parts if part.role in CIRCUMSTANCES]
    trigger = reading.head(asked.trigger)
    if trigger is None:
        yield from (not_shown(p.role, "no grammar could be read where it stands") for p in parts)
        return
    for part in parts:
        yield from _doubt(part, trigger, reading)


def _doubt(part: Part, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    words = reading.says(part.span)
    filler, tree = reading.head(part.span), reading.tree_at(trigger.start)
    if filler is None or tree is None or reading.tree_at(filler.start) is not tree:
        yield does_not(part.role, f"“{words}” stands in another sentence")
        return
    anchor = _anchor(filler, tree)
    wrong = _other_way(filler, part)
    if part.role in ("from", "to") and filler.dep in SUBJECTS:
        yield does_not(part.role, f"“{words}” goes or is sent, and is no way")
        return
    if part.role == "to" and filler.dep == "dobj" and filler.head.lemma in gate_words().leaves:
        wrong = filler.head  # "left Lesk for Varn"
    if wrong is not None:
        yield does_not(part.role, f"“{words}” stands behind “{wrong.text}”")
        return
    if _is_origin(filler, anchor, trigger, part):
        yield does_not(part.role, f"“{words}” says where “{anchor.text}” is from")
        return
    around = _relative_around(filler, tree)
    if around is not None and _stands_in(around, trigger, filler):
        return
    if around is not None and trigger.index > filler.index:
        yield not_shown(part.role, f"“{words}” may belong to “{tree.words[around[1]].text}”")
        return
    if anchor is trigger or is_where(filler, clause_verb(trigger)) or _shares(anchor, trigger, part):
        return
    over = clause_verb(anchor)
    verb = clause_verb(trigger)
    if over in verb.ancestors() and over.lemma not in speech_words().reports and verb.dep != "relcl":
        yield not_shown(part.role, f"“{words}” may belong to “{over.text}” alone")
    elif _may_hang_higher(filler, over, verb, tree):
        yield not_shown(part.role, f"“{words}” may belong to “{over.text}”")
    elif is_verb(over) and over is not verb:
        under = over.head is verb and over.dep in ("ccomp", "oprd")
        bare = under and over.tag == "VBN" and not is_finite(over)
        bare = bare or (_shares_subject(over, verb) and not _has_date(verb, part))
        answer = not_shown if bare else does_not  # "declared the bird lost in 2009"
        yield answer(part.role, f"“{words}” belongs to “{over.text}”")
    elif anchor is not over:  # what a phrase hangs on is what parsers are least sure of
        yield not_shown(part.role, f"“{words}” belongs to “{anchor.text}”")
    else:
        yield not_shown(part.role, f"nothing ties “{words}” to “{trigger.text}”")


def _shares_subject(one: Word, other: Word) -> bool:
    """Whether two verbs are joined and have one subject: "killed five and wounded 20 on Friday"."""
    later, first = (one, other) if one.index > other.index else (other, one)
    return later.dep == "conj" and later.head is first and later.child("nsubj", "nsubjpass") is None


def _may_hang_higher(filler: Word, over: Word, verb: Word, tree: Tree) -> bool:
    """Whether a phrase that closes the sentence, behind a clause within the act's, may be of the act itself.

    "Jets bombed a convoy that they took for rebels on Saturday": parsers are least sure there.
    """
    below = over is not verb and over in verb.subtree() and over.dep in ("relcl", "acl", "conj", "ccomp")
    behind = filler.index > over.index > verb.index
    return below and behind and not any(is_verb(w) for w in tree.words[filler.index + 1 :])


def _relative_around(filler: Word, tree: Tree) -> tuple[int, int] | None:
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


def _stands_in(around: tuple[int, int], trigger: Word, filler: Word) -> bool:
    """Whether an act is the one of a relative clause around a phrase."""
    return clause_verb(trigger).index == around[1] and trigger.index < filler.index


def _other_way(filler: Word, part: Part) -> Word | None:
    """The preposition that says the other way: "to" of where it is said to come from."""
    link = filler.head if filler.dep == "pobj" else None
    wrong = _WAYS.get(part.role, frozenset())
    return link if link is not None and link.lower in wrong else None


def _is_origin(filler: Word, anchor: Word, trigger: Word, part: Part) -> bool:
    """Whether a place only says where somebody is from: "guards from Varn arrested him"."""
    behind = filler.dep == "pobj" and filler.head.lower in ("from", "of") and filler.head.head is anchor
    noun = anchor is not trigger and anchor.pos in ("NOUN", "PROPN")
    own = anchor.dep in ("nsubj", "nsubjpass", "dobj") and is_verb(anchor.head)
    brought = filler.head.lower == "from" and anchor.dep == "pobj"  # "held on a warrant from Varn"
    return part.role == "place" and behind and noun and (own or brought)


def _shares(anchor: Word, trigger: Word, part: Part) -> bool:
    """Whether what hangs on the anchor is said of the trigger as well."""
    verb, over = clause_verb(trigger), clause_verb(anchor)
    if part.role == "date" and not is_verb(trigger) and anchor is not trigger and _is_timed(trigger, part):
        return False  # "in a statement on Friday, Lesk condemned Monday’s raid"
    if not is_verb(trigger) and _is_timed_by(trigger):
        return anchor in _to_verb(trigger)[:-1] or (over.dep == "acl" and over.head is trigger)
    if over is verb:
        if part.role == "date" and is_verb(anchor) and _only_spoken_of(trigger, verb):
            return False
        if is_verb(anchor) or anchor in _to_verb(trigger):
            return True
        if part.role == "date":
            return _is_argument(anchor, verb) and not _is_dated(anchor, part)
        return not _is_timed_by(anchor)
    if over.dep in ("acl", "relcl") and over.head is trigger and (over.dep == "acl" or is_infinitive(over)):
        return True  # "the decree published on Monday", "a synod to be held in June"
    if over.dep == "advcl" and over.head is verb and _is_when(over):
        return True  # "were killed when the shaft fell in on Monday"
    early = part.span.start < min(over.start, verb.start)
    return over in _carrying(verb, early) and not (part.role == "date" and _has_date(verb, part))


def _is_when(clause: Word) -> bool:
    """Whether a clause tells at which moment something was."""
    return clause.tag in ("VBD", "VBN") and any(
        c.lower == "when" and c.dep in ("advmod", "mark") for c in clause.children
    )


def _is_dated(noun: Word, part: Part) -> bool:
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


def _only_spoken_of(noun: Word, verb: Word) -> bool:
    """Whether a verb does something with an act that was at another time: "condemned the raid"."""
    held = not is_verb(noun) and noun.dep == "dobj" and noun.head is verb
    return held and verb.lemma not in gate_words().carries | speech_words().light


def _is_timed(noun: Word, part: Part) -> bool:
    """Whether a noun has another date of its own: "Monday’s raid", "the raid in May"."""
    for child in noun.children:
        own = child.dep in ("poss", "compound", "nmod", "npadvmod") or child.lower in ("on", "in", "of")
        for word in child.subtree() if own else ():
            told = word.lower in _DATED or (word.tag == "CD" and len(word.text) == 4 and word.text.isdigit())
            if told and not part.span.start <= word.start < part.span.end:
                return True
    return False


def _anchor(filler: Word, tree: Tree) -> Word:
    """What a date or place hangs on, past its prepositions."""
    node, lead = filler, tree.before(filler)
    if filler.dep == "compound" and lead is not None and lead.dep == "prep" and not lead.children:
        return lead.head  # "On Friday Ivo Stam resigned", read as one name
    for _ in range(_DEEPEST):
        if node.head is node:
            return node
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
        if before.dep == "pobj" and before.head.lower in gate_words().when and before.tag != "CD":
            return before if before.pos == "NOUN" and before.lemma not in gate_words().units else None
        if before.dep == "pobj" and before.head.lower != "of":
            return None
        before = before.head if before.dep != "pobj" else before.head.head
    return None


def _is_timed_by(noun: Word) -> bool:
    """Whether a noun only says when something else was: "after the raid"."""
    return any(node.dep == "pobj" and node.head.lower in gate_words().when for node in _to_verb(noun)[:-1])


def _to_verb(word: Word) -> list[Word]:
    """A word and what stands over it up to its clause's verb."""
    found: list[Word] = []
    for node in path(word):
        found.append(node)
        if is_verb(node):
            break
    return found


def _is_argument(noun: Word, verb: Word) -> bool:
    """Whether a noun is the verb's own: its subject, its object, or behind a preposition not of time."""
    behind = [
        n
        for link in verb.all("prep", "agent", "dative")
        if link.lower not in gate_words().when
        for each in link.all("pobj")
        for n in conjuncts(each)
    ]
    return noun.head is verb or any(noun in alike(a) for a in (*doers(verb), *undergoers(verb), *behind))


def _carrying(verb: Word, early: bool | None = None) -> list[Word]:
    """Verbs whose circumstances are this one's as well: what governs it, or shares its subject.

    `early` says of a date whether it stands before the verbs: only then both have it.
    """
    found: list[Word] = [c for c in verb.all("xcomp") if is_verb(c)]
    node = verb
    for _ in range(4):
        head = node.head
        if node.dep == "pcomp" and head.lower == "by" and is_verb(head.head):
            head = head.head
        elif head is node or not is_verb(head):
            break
        light = head.lemma not in speech_words().reports
        alone = node.child("mark", "nsubj", "nsubjpass") is None
        if not (
            (node.dep == "xcomp" and light)
            or (node.dep == "advcl" and node.tag == "VBG" and alone and light)
            or (node.dep == "conj" and node.child("nsubj", "nsubjpass") is None and (early is None or early))
            or node.dep == "pcomp"
        ):
            break
        found.append(head)
        node = head
    return found


def _has_date(verb: Word, part: Part) -> bool:
    """Whether a verb has another date of its own."""
    own = [c for c in verb.children if c.dep in ("npadvmod", "prep")]
    return any(
        w.text[:1].isupper() and w.tag in ("NNP", "CD") and not part.span.start <= w.start < part.span.end
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
