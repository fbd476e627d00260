"""Words of violence to the part of their sentence that is about the same occasion.

"Olga Marsh, a critic of the Red Dawn, which killed 30 people in 2019, was shot dead on Monday" tells two
acts: neither the 30 nor the year belong to the second. A clause behind "a year after" is another occasion;
one behind a bare "after" is one where nothing outside it tells the act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.reading.events.guards import guard_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import SUBJECTS, doers, is_verb, undergoers
from dossier.reading.grammar.noun_classes import forms, is_of, word_classes
from dossier.reading.tree import Word

_LONGEST_WAY = 14
_TOOLS = ("weapon", "device", "explosive", "vehicle")
"""Nouns for what an act is done with, which does none of its own: "a bomb went off after gunmen came"."""


class Occasion(NamedTuple):
    """A part of a sentence, and what of it tells something else."""

    triggers: tuple[int, ...]
    """Which of the words asked about it tells."""
    reach: Span | None
    """None: the whole sentence."""
    holes: tuple[Span, ...]
    aside: bool
    """Another occasion than that of the main clause."""


class _Border(NamedTuple):
    node: Word
    apart: bool
    """Whether what lies below is another occasion whatever lies outside."""


def occasions(words: Sequence[Word], elsewhere: Callable[[Word, Word], bool]) -> list[Occasion]:
    """The occasions that words of one sentence tell, in the order of their first words.

    `elsewhere` says of two verbs joined by "and" whether each has a place of its own.
    """
    ways = [_borders(word, elsewhere) for word in words]
    tops = [next((border.node for border in way if border.apart), None) for way in ways]
    groups: dict[int, list[int]] = {}
    for at, top in enumerate(tops):
        groups.setdefault(-1 if top is None else top.index, []).append(at)
    found = []
    for group in groups.values():
        top = tops[group[0]]
        shared = _shared([ways[at] for at in group])
        own = shared if shared is not None else top
        holes = {t.index: t for t in tops if t is not None and t is not top and _is_below(t, own)}
        holes |= {clause.index: clause for clause in _told_beside([words[at] for at in group])}
        spans = tuple(_span(hole) for hole in holes.values())
        found.append(Occasion(tuple(group), _span(own) if own is not None else None, spans, top is not None))
    return found


def _told_beside(words: Sequence[Word]) -> list[Word]:
    """Phrases and clauses about another occasion than these words, whatever they tell.

    Who somebody was ("X, which killed 30"), what was before ("a bomb that X had planted in May killed two"),
    what an act is likened to.
    """
    roots = {(root := [word, *word.ancestors()][-1]).index: root for word in words}
    around = [{over.index for over in (word, *word.ancestors())} for word in words]
    within = [w for root in roots.values() for w in root.subtree()]
    clauses = [w for w in within if w.dep == "relcl" and is_verb(w)]
    before = [c for c in clauses if any(aux.lower == "had" for aux in c.all("aux"))]
    beside = [
        clause
        for clause in clauses
        if clause.lemma in guard_words().harming
        and all((border := _relative(clause, word)) is not None and border.apart for word in words)
    ]
    other = [*beside, *(w for w in within if _is_likened(w))]
    return [
        *(c for word in words for c in _meanwhile(word)),
        *(w for w in other if not any(w.index in over for over in around)),
        *(c for c in before if not all(c.index in over for over in around)),
    ]


def _meanwhile(act: Word) -> list[Word]:
    """What an act only came at the same time as: "the raid came as the leaders met in Suva"."""
    verb = act.head
    if act.dep != "nsubj" or verb.lemma not in guard_words().coming:
        return []
    return [c for c in verb.all("advcl") if any(m.lower in ("as", "while") for m in c.all("mark"))]


def _borders(word: Word, elsewhere: Callable[[Word, Word], bool]) -> list[_Border]:
    """What a word lies in, the outermost first."""
    found: list[_Border] = []
    node = word
    for _ in range(_LONGEST_WAY):
        border = _border(node, word, elsewhere)
        if border is not None:
            found.append(border)
        if node.head is node:
            break
        node = node.head
    return found[::-1]


def _border(node: Word, word: Word, elsewhere: Callable[[Word, Word], bool]) -> _Border | None:
    over, guards = node.head, guard_words()
    if node.dep == "relcl":
        return _relative(node, word)
    if node is word and node.dep == "xcomp" and over.dep == "acl":
        return _relative(over, word)  # "the man said to have shot Lee was arrested on Monday"
    if node.dep == "conj" and is_verb(node) and is_verb(over):
        return _Border(node, True) if elsewhere(over, node) else None
    if (
        node.dep == "pobj"
        and over.lower in ("of", "to", "for")
        and over.head.lemma.lower() in guards.remembering
    ):
        return _Border(over.head, True)
    if node.dep == "pobj" and over.lower in ("to", "for") and over.head.lemma.lower() in guards.answering:
        return _Border(over.head, True)  # "fired missiles in reply to the raid that killed Lee"
    if (
        node.dep in ("pcomp", "pobj")
        and over.lower in guards.reporting_on
        and is_of(over.head, "work", "inquest")
    ):
        return _Border(node, True)  # "unveiled on Friday a report on the killing"
    if node.dep in ("pcomp", "pobj") and over.lower == "over" and is_verb(over.head):
        return _Border(node, True)  # "summoned an envoy on Friday over the killing"
    if node.dep in ("pcomp", "pobj") and over.head.lemma in word_classes()["pursued"]:
        return _Border(over, False)  # "was charged on Monday with killing"
    if _is_likened(node):
        return _Border(node, True)
    told = node is word or is_of(node, "act_noun")
    if told and node.dep in ("pcomp", "pobj") and over.lower == "for" and is_verb(over.head):
        return _Border(node, False)  # "was pardoned on Monday for the killing"
    link = node if node.dep == "prep" else node.child("mark") if node.dep == "advcl" else None
    if link is None or link.lower not in guards.links:
        return None
    measured = any(
        c.lemma.lower() in guards.measures and c.index < link.index for c in (*node.children, *link.children)
    )
    apart = (measured and over.lemma != "die") or _is_mishap(over)
    return _Border(node, apart or _is_told_of_others(node, over))


def _is_told_of_others(clause: Word, verb: Word) -> bool:
    """Whether a clause tells of others than who acts before it: "guards shot a man after he stabbed one".

    A pronoun may mean whoever acted, where it is one or many as they are.
    """
    acting = [noun for noun in doers(verb) if not is_of(noun, *_TOOLS)]
    who = clause.child(*SUBJECTS)
    if not is_verb(clause) or not acting or who is None or is_of(verb, "dying"):
        return False
    if who.pos == "PRON":
        return (acting[0].tag in ("NNS", "NNPS")) == (who.lower in ("he", "she", "it", "one"))
    return who.lemma not in {noun.lemma for noun in acting}


def _is_likened(noun: Word) -> bool:
    """Whether it is what an act is likened to, or came after: "the raid recalled the attack of 2019"."""
    over, guards = noun.head, guard_words()
    if noun.dep == "pobj" and over.lower in guards.like:
        return is_of(over.head, "act_noun")
    likened = noun.dep == "dobj" and over.lemma in guards.likening and noun.child("nummod") is None
    return likened and any(w.tag == "WDT" or is_of(w, "act_noun") for w in over.all(*SUBJECTS))


def _is_mishap(verb: Word) -> bool:
    """Whether a clause tells of what nobody did: "died when their boat capsized", after a raid or not."""
    told = (verb, *verb.all("advcl", "nsubj"))
    return any(not forms(word).isdisjoint(word_classes()["mishap"]) for word in told)


def _relative(clause: Word, word: Word) -> _Border | None:
    """A relative clause is about its noun's own past, unless the noun is the act, its means or its victim."""
    classes, noun = word_classes(), clause.head
    acts = classes["act_noun"] | classes["weapon"] | classes["device"]
    told = (noun, *_phrase_above(noun))
    if any(not forms(each).isdisjoint(acts) for each in told) or _is_in_which(clause):
        return None
    fights = not forms(noun).isdisjoint(classes["armed_people"] | classes["outlaw"])
    same = fights or (is_verb(word) and noun in undergoers(word))
    return _Border(clause, not same)


def _is_in_which(clause: Word) -> bool:
    """Whether it is about something that took time, an act, wherever the parse has hung it."""
    leads = [c for c in clause.children if c.dep == "prep" and c.lower in guard_words().during]
    return any(noun.lower == "which" for lead in leads for noun in lead.all("pobj"))


def _phrase_above(noun: Word) -> list[Word]:
    """The nouns a noun hangs on by prepositions: "bombing" of "the bombing of the market"."""
    found = []
    while noun.dep == "pobj" and noun.head.dep == "prep":
        noun = noun.head.head
        found.append(noun)
    return found


def _shared(ways: Sequence[Sequence[_Border]]) -> Word | None:
    """The innermost border around all of some words."""
    found = None
    for row in zip(*ways, strict=False):
        if any(border.node is not row[0].node for border in row):
            break
        found = row[0].node
    return found


def _is_below(node: Word, top: Word | None) -> bool:
    return top is None or any(a is top for a in node.ancestors())


def _span(node: Word) -> Span:
    words = node.subtree()
    return Span(words[0].start, words[-1].end)
