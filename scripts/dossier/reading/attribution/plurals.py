"""Whom "they", "it", or "she" of one without a name, means where it says something: who spoke before.

Only where nobody else is told of who could be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dossier.reading.attribution.content import Attribution, sources_of
from dossier.reading.attribution.references import PRONOUN_GENDERS, may_be
from dossier.reading.grammar.dependents import SUBJECTS, conjuncts
from dossier.reading.grammar.noun_classes import is_impersonal, names_people, weekdays
from dossier.reading.tree import Tree, Word

_SAID_IN = frozenset(("statement", "report", "letter", "post", "tweet", "message", "time", "week", "month"))
"""Nouns before "it said" that it can't mean: "in a statement, it said"."""
_PLURAL = ("NNS", "NNPS")
_NOBODY_KNOWN = frozenset(("people", "others", "men", "women", "percent", "%"))
"""Plurals that a "they" behind them need not mean."""


def with_speakers(
    tree: Tree,
    said: Sequence[Attribution],
    before: tuple[Tree, Sequence[Attribution]] | None,
    last: Word | None,
    is_somebody: Callable[[Word], bool],
) -> list[Attribution]:
    """The attributions of a sentence, with whom "they" means in them.

    `before` is the sentence before it, `last` who without a name spoke last; `is_somebody` tells whether a
    word may mean a person.
    """
    found: list[Attribution] = []
    for each in said:
        who, meant = each.source, None
        if who is not None and who.lower == "they" and who.dep == "nsubj":
            meant = _they(tree, [a for a in said if a.cue.index < who.index], before, who)
        elif who is not None and who.lower == "it" and before is not None:
            meant = _body(*before) if not _names_another(tree, who) else None
        elif who is not None and who.lower in ("he", "she"):
            meant = _who_went_on(tree, said, each, who)
            fits = last is not None and may_be(last, PRONOUN_GENDERS[who.lower])
            if meant is None and fits and _goes_on(tree, said, each, who, is_somebody):
                meant = last  # "A clerk said so. He added that"
        found.append(replace(each, means=meant) if meant is not None else each)
    return found


def _they(
    tree: Tree, here: Sequence[Attribution], before: tuple[Tree, Sequence[Attribution]] | None, they: Word
) -> Word | None:
    """Whom "they" means: who spoke before it in its sentence, or in the last where none are named here."""
    if _tells_of_many(tree, they):
        return _speakers(tree, here, they)
    return _speakers(*before, None) if before is not None else None


def _who_went_on(tree: Tree, said: Sequence[Attribution], each: Attribution, who: Word) -> Word | None:
    """Who speaks in the first of two clauses and has no name: "the mayor said so, but she denied that"."""
    over = each.cue.head
    first = next((a for a in said if a.cue is over and a.source is not None), None)
    if each.cue.dep not in ("conj", "advcl") or who.head is not each.cue or first is None:
        return None
    source = first.source
    if source is None or source.tag != "NN" or source.dep != "nsubj" or not names_people(source):
        return None
    own = {id(w) for w in source.subtree()}
    persons = (w for w in tree.words[: who.index] if id(w) not in own and w is not source)
    others = any(w.pos == "PROPN" or (w.tag == "NN" and names_people(w)) for w in persons)
    return None if others else source


def _goes_on(
    tree: Tree, said: Sequence[Attribution], each: Attribution, who: Word, is_somebody: Callable[[Word], bool]
) -> bool:
    """Whether "he" may be who spoke last: nobody is told of before it but in what he says."""
    ahead = [w for w in tree.words if w.index < who.index and not each.holds(w)]
    return who.head is each.cue and _is_outer(each, said) and not any(is_somebody(w) for w in ahead)


def last_speaker(
    tree: Tree, said: Sequence[Attribution], last: Word | None, is_somebody: Callable[[Word], bool]
) -> Word | None:
    """Who without a name spoke last, `last` before a sentence; None where another is told of."""
    outer = [a for a in said if a.source is not None and _is_outer(a, said)]
    if not outer:
        return None if any(is_somebody(w) for w in tree.words) else last
    speakers = {id(who): who for a in outer for who in (a.means or a.source,) if who is not None}
    who = next(iter(speakers.values()))
    told = any(is_somebody(w) for a in outer for w in a.cue.all("dobj", "dative"))
    one = len(speakers) == 1 and who.tag == "NN" and not is_impersonal(who) and not told
    return who if one and any(may_be(who, gender) for gender in PRONOUN_GENDERS.values()) else None


def _is_outer(each: Attribution, said: Sequence[Attribution]) -> bool:
    """Whether nobody else in its sentence is said to say it."""
    return not any(other is not each and other.holds(each.cue) for other in said)


def _speakers(tree: Tree, said: Sequence[Attribution], until: Word | None) -> Word | None:
    """The one plural source of a sentence, where no one else in it could be meant."""
    stop = until.index if until is not None else len(tree.words)
    sources = {id(a.source): a for a in said if a.source is not None}
    many = [a for a in sources.values() if a.source is not None and _are_many(a.means or a.source)]
    if len(many) != 1 or many[0].source is None:
        return None
    source = many[0].source
    if source.lemma.lower() in _NOBODY_KNOWN:
        return None
    own = {id(w) for each in sources_of(many[0]) for w in each.subtree()}
    for word in tree.words[:stop]:
        other = _are_many(word) and id(word) not in own and (word.pos == "PROPN" or names_people(word))
        if other and (word.dep in SUBJECTS or not many[0].holds(word)):
            return None
    return many[0].means or source


def _body(tree: Tree, said: Sequence[Attribution]) -> Word | None:
    """What "it" in the next sentence means: the one thing that a sentence tells what it says or does.

    None where something else with a name is told of as its subject or object, or somebody says it.
    """
    said = [a for a in said if a.source is not None]
    outer = [a for a in said if not any(o is not a and o.holds(a.cue) for o in said)]
    root = next(iter(tree.roots()), None)
    if root is None or len(tree.roots()) > 1:
        return None
    first = outer[0].source if outer else next(iter(root.all("nsubj")), None)
    who = (outer[0].means if outer else None) or first
    if first is None or who is None or any(a.source is not first for a in outer):
        return None
    if (
        first.dep != "nsubj"
        or first.head not in (root, *root.all("conj"))
        or who.tag not in ("NN", "NNP", "NNPS")
    ):
        return None
    if len(conjuncts(who)) > 1 or (who.pos != "PROPN" and not is_impersonal(who)):
        return None
    own = {id(w) for w in (*who.subtree(), *first.subtree())}
    others = (w for w in tree.words if id(w) not in own and w.dep in ("nsubj", "nsubjpass", "dobj", "dative"))
    rivals = any((w.pos == "PROPN" and w.tag != "NNS") or is_impersonal(w) for w in others)
    return None if rivals else who


def _names_another(tree: Tree, it: Word) -> bool:
    """Whether something that "it" could mean stands before it in its sentence, or it opens no main clause."""
    verb = it.head
    inner = verb.dep not in ("ROOT", "conj")
    before = (w for w in tree.words if w.index < it.index and w.pos in ("NOUN", "PROPN"))
    return inner or any(w.lower not in _SAID_IN and w.lower not in weekdays() for w in before)


def leaves_they_open(tree: Tree, each: Attribution, before: Tree | None) -> bool:
    """Whether a "they" that opens what a body says may mean people told of: "men fled. Police say they shot".

    They stand before the body in its sentence, or are the subject of the sentence before.
    """
    own, source = each.heads[0].child("nsubj", "nsubjpass"), each.source
    if own is None or own.lower != "they" or source is None or source.index > own.index:
        return False
    if source.lemma.lower() != "police" and not is_impersonal(source):
        return False
    roots = before.roots() if before is not None else []
    told = [w for root in roots for w in root.all(*SUBJECTS) if w.lemma.lower() != "police"]
    return _tells_of_many(tree, source) or any(_are_many(w) and names_people(w) for w in told)


def _tells_of_many(tree: Tree, they: Word) -> bool:
    """Whether a sentence has plural people before a word of its own."""
    return any(
        _are_many(w) and (w.pos == "PROPN" or names_people(w)) for w in tree.words if w.index < they.index
    )


def _are_many(word: Word) -> bool:
    """Whether a noun means several: "aides", "Lee and Holt"."""
    if word.pos not in ("NOUN", "PROPN") or word.dep == "conj":
        return False
    return word.tag in _PLURAL or (
        len(conjuncts(word)) > 1 and any(c.dep == "cc" and c.lower == "and" for c in word.children)
    )
