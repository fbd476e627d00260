"""Tokens to verb groups, and to what stands behind a verb: its object, or its agent after "by"."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.grammar.noun_phrases import Phrase, ceiling_of, noun_phrase_at
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import AUXILIARIES

_OPENING = frozenset('“"«‘([')


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries, by its first token."""

    first: int
    passive: bool
    infinitive: bool
    """ "to" stands before it."""


def is_short_be(text: Text, at: int) -> bool:
    """Whether a token is the ’s of "he’s", "who’s": is or has, not a possessive."""
    if at == 0 or text.tokens[at].word_class != "genitive":
        return False
    return text.tokens[at - 1].word_class in ("subject_pronouns", "relatives")


def verb_group(text: Text, index: int, floor: int | None = None) -> VerbGroup:
    """The verb group around the main verb at `index`: "has not yet been signed", "will sign"."""
    tokens = text.tokens
    base = text.sentence_at(tokens[index].start).first if floor is None else floor
    first, at = index, index - 1
    kinds: list[str] = []
    while at >= base and index - at <= 8:
        kind = "be" if is_short_be(text, at) else tokens[at].word_class
        if kind in AUXILIARIES or kind in ("negations", "to", "contracted"):
            first = at
            kinds.append(kind)
            if kind in ("to", "contracted"):
                break
        elif kind not in ("adverb", "adverbs") and tokens[at].lower != "since":
            break
        at -= 1
    nearest = next((kind for kind in kinds if kind in AUXILIARIES), None)
    return VerbGroup(first, nearest == "be" and not tokens[index].lower.endswith("ing"), "to" in kinds)


def agent_of(text: Text, verb: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase after "by" behind a passive verb, at most eight tokens away."""
    tokens = text.tokens
    stop = ceiling_of(text, verb, ceiling)
    for at in range(verb + 1, min(stop - 1, verb + 9)):
        if tokens[at].lower == "by":
            return noun_phrase_at(text, at + 1, stop)
        if tokens[at].text in ",;:" or tokens[at].text in _OPENING:
            return None
    return None
