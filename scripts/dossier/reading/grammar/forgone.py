"""Acts that somebody kept from or only came near to, by the phrase before them.

"Refrained from firing", "talked them out of a raid", "on the verge of an attack": the verb alone doesn't
tell, since a particle, a preposition or a noun between decides it. One list of such phrases serves the
reading and the gate (`lexicon/governing.yaml`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import islice
from typing import NamedTuple

from dossier.reading.grammar.dependents import is_definite, is_verb
from dossier.reading.grammar.governors import effect_of_noun, governing_words
from dossier.reading.tree import Word

_DEEPEST = 8
_MOST_BEFORE = 8
_MOST_BEHIND = 4
_WITHIN = 5
"""Words between "within" and "of": "came within half an hour of a raid"."""


class Forgone(NamedTuple):
    """What says that an act was kept from, or only come near to."""

    phrase: str
    cue: Word
    """The verb that governs the act, or the last word of the phrase."""


class _Phrase(NamedTuple):
    text: str
    small: tuple[str, ...]


@cache
def _phrases(group: str) -> dict[str, tuple[_Phrase, ...]]:
    """Phrases by the lemma that opens them: "talk" → "talk out of"."""
    found: dict[str, list[_Phrase]] = {}
    for text in sorted(governing_words().forgone[group]):
        lemma, *small = text.split()
        found.setdefault(lemma, []).append(_Phrase(text, tuple(small)))
    return {lemma: tuple(phrases) for lemma, phrases in found.items()}


def forgone_by(act: Word) -> Forgone | None:
    """The phrase by which an act, a noun or an "-ing", was not done: None where none says so."""
    doing = act.tag == "VBG"
    if act.pos not in ("NOUN", "PROPN") and not doing:
        return None
    if (undone := _said_undone(act)) is not None:
        return undone
    over = _governing(act, doing)
    if not over and not (doing or act.dep == "pobj"):
        return None
    words = _before(act)
    return _kept_from(act, words, over) or _near_to(act, words, doing)


def all_but(verb: Word) -> Word | None:
    """The "but" of "all but burned the mill", which did not quite burn."""
    near = [w for c in verb.children if c.index < verb.index for w in (c, *c.children)]
    link = next((w for w in near if w.lower == "but" and w.index == verb.index - 1), None)
    return link if any(w.lower == "all" for w in near) else None


def _said_undone(act: Word) -> Forgone | None:
    """What is said of an act that makes it none, or none yet: "a raid was on the table", "fell through"."""
    verb, words = act.head, governing_words()
    if act.dep not in ("nsubj", "nsubjpass", "csubj") or not is_verb(verb):
        return None
    if act.lemma.lower() in effect_of_noun():
        return None  # "plans were in the works": these are none but plans
    holds = verb.lemma == "be" or verb.lemma in words.stays
    ahead = next((c for c in verb.all("acomp", "oprd") if c.lower in words.said_to_come), None)
    if holds and ahead is not None and not is_definite(act) and not _says_more(ahead):
        return Forgone(ahead.text, ahead)
    phrases = _phrases("predicates").get("be" if holds else verb.lemma, ())
    behind = tuple(word.lower for word in _behind(verb)) if phrases else ()
    told = next((phrase for phrase in phrases if behind[: len(phrase.small)] == phrase.small), None)
    return Forgone(told.text, verb) if told is not None else None


def _says_more(adjective: Word) -> bool:
    """Whether an adjective is said of something else: "was close to a school"."""
    return adjective.child("prep", "xcomp", "ccomp") is not None


def _behind(verb: Word) -> list[Word]:
    """The few words right behind a verb that hang on it."""
    found: list[Word] = []
    held = [verb]
    while held:
        over = held.pop()
        low = bisect_right(over.children, verb.index, key=lambda w: w.index)
        stop = bisect_right(over.children, verb.index + _MOST_BEHIND, key=lambda w: w.index)
        found += over.children[low:stop]
        held += over.children[low:stop]
    return sorted(found, key=lambda w: w.index)


def _governing(act: Word, doing: bool) -> list[tuple[Word, _Phrase]]:
    """The verbs over an act that open such a phrase, each with the phrase."""
    groups = ("acts", "doings") if doing else ("acts",)
    return [
        (over, phrase)
        for over in islice(act.ancestors(), _DEEPEST)
        for lemma in sorted({over.lemma, over.lower})
        for group in groups
        for phrase in _phrases(group).get(lemma, ())
    ]


def _before(act: Word) -> list[Word]:
    """The few words before an act and what stands before it as its own: "the fierce" of a raid.

    Of those that govern it and what hangs on these, since the words of such a phrase do.
    """
    first = act
    while not is_verb(act) and first.children and first.children[0].index < first.index:
        first = first.children[0]
    found: dict[int, Word] = {}
    for over in islice(act.ancestors(), _DEEPEST):
        low = bisect_left(over.children, first.index - _MOST_BEFORE, key=lambda w: w.index)
        stop = bisect_left(over.children, first.index, key=lambda w: w.index)
        near = [over] if first.index - _MOST_BEFORE <= over.index < first.index else []
        hung = over.children[low:stop]
        led = [w.children[0] for w in hung if w.children and w.children[0].index == w.index - 1]  # "the line"
        found |= {w.index: w for w in (*near, *hung, *led)}
    return [found[index] for index in sorted(found)]


def _kept_from(act: Word, words: list[Word], governing: list[tuple[Word, _Phrase]]) -> Forgone | None:
    before = tuple(word.lower for word in words[-3:])
    for over, phrase in governing:
        behind = over.index < act.index and before[-len(phrase.small) :] == phrase.small
        if behind or _is_parted(act, over, phrase):
            return Forgone(phrase.text, over)
    return None


def _is_parted(act: Word, over: Word, phrase: _Phrase) -> bool:
    """Whether an act stands before the particle, or is the subject: "put the raid off", "was called off"."""
    if act.dep not in ("dobj", "nsubjpass") or act.head is not over or len(phrase.small) != 1:
        return False
    return any(c.lower == phrase.small[0] for c in over.children)


def _near_to(act: Word, words: list[Word], doing: bool) -> Forgone | None:
    """Of "the verge of", "close to"; what is known is only stood near to: "close to the attack"."""
    if not words or (not doing and is_definite(act)):
        return None
    before = "".join(f" {word.lower}" for word in words[-4:])
    near = next((p for p in governing_words().near if before.endswith(f" {p}")), None)
    if near is not None:
        return Forgone(near, words[-1])
    within = next((w for w in words[-_WITHIN - 1 :] if w.lower == "within" and w.head.lemma == "come"), None)
    return Forgone("within", within) if within is not None and words[-1].lower == "of" else None
