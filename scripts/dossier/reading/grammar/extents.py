"""Heads of noun phrases and clauses to the words they span."""

from __future__ import annotations

from dossier.reading.findings import Span
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Word

_BEFORE = frozenset(
    ["det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "neg", "npadvmod"]
)
_BESIDE = frozenset(("conj", "cc", "preconj", "punct"))
_ASIDE = frozenset(("relcl", "appos", "dep", "parataxis", "advcl"))
_LONGEST = 40


def core(noun: Word) -> Span:
    """A noun with what stands before it: "the two former soldiers"; and the rest of a name or number."""
    first = noun
    for child in noun.children:
        if child.index < noun.index and child.dep in _BEFORE:
            first = min(first, *child.subtree()[:1], key=lambda w: w.index)
    behind = [c for c in noun.children if c.index > noun.index and c.dep == "nummod"]
    return Span(first.start, behind[-1].end if behind else noun.end)


def phrase_of(text: Text, word: Word) -> Phrase:
    """A word with what stands before it, as a range of the text's tokens."""
    span = core(word)
    first, head = text.token_at(span.start), text.token_at(word.start)
    return Phrase(first, max(text.token_at(span.end - 1), head) + 1, head)


def extent(noun: Word) -> Span:
    """A noun phrase with what hangs on it, without relative clauses, appositions and what "and" joins."""
    words, waiting = [noun], [c for c in noun.children if c.dep not in _BESIDE]
    while waiting:
        word = waiting.pop()
        if word.dep in _ASIDE or (word.dep == "acl" and word.head is noun and word.index > noun.index):
            continue
        words.append(word)
        waiting += word.children
    words.sort(key=lambda w: w.index)
    while words[-1].index > noun.index and _ends_nothing(words[-1]):
        words.pop()
    if len(words) > _LONGEST:
        return core(noun)
    return Span(words[0].start, words[-1].end)


def _ends_nothing(word: Word) -> bool:
    """Whether a word only leads to what was left out: the comma and "not" of "rebels, not guards"."""
    return word.pos == "PUNCT" or word.dep == "neg"


def clause(verb: Word) -> Span:
    """A clause with all that hangs on its verb, marks at its ends left out."""
    words = verb.subtree()
    while len(words) > 1 and words[-1].pos == "PUNCT":
        words.pop()
    while len(words) > 1 and words[0].pos == "PUNCT":
        words.pop(0)
    return Span(words[0].start, words[-1].end)
