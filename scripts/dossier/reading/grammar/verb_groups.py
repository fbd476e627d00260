"""Tokens to verb groups, and to what stands behind a verb: its object, or its agent after "by"."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.grammar.noun_phrases import Phrase, ceiling_of, floor_of, noun_phrase_at
from dossier.reading.grammar.word_classes import AUXILIARIES, word_class
from dossier.reading.text.tokens import Text

_OPENING = frozenset('“"«‘([')


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: a half-open range of tokens."""

    first: int
    stop: int
    main: int
    """Token of the main verb."""
    passive: bool
    negated: bool
    modal: str | None
    """The modal ("will", "would"), small letters, or None."""
    infinitive: bool
    """ "to" stands before it."""


def is_short_be(text: Text, at: int) -> bool:
    """Whether a token is the ’s of "he’s", "who’s": is or has, not a possessive."""
    if at == 0 or word_class(text.tokens[at]) != "genitive":
        return False
    return word_class(text.tokens[at - 1]) in ("subject_pronouns", "relatives")


def verb_group(text: Text, index: int, floor: int | None = None, ceiling: int | None = None) -> VerbGroup:
    """The verb group around the main verb at `index`: "has not yet been signed", "will sign"."""
    tokens = text.tokens
    base, top = floor_of(text, index, floor), ceiling_of(text, index, ceiling)
    first = index
    at = index - 1
    kinds: list[tuple[str, str]] = []
    while at >= base and index - at <= 8:
        kind = "be" if is_short_be(text, at) else word_class(tokens[at])
        if kind in AUXILIARIES or kind == "negations" or kind == "to" or kind == "contracted":
            first = at
            kinds.append((kind, tokens[at].lower))
            if kind in ("to", "contracted"):
                break
        elif kind not in ("adverb", "adverbs") and tokens[at].lower != "since":
            break
        at -= 1
    lower = [word for _, word in kinds]
    auxiliaries = [kind for kind, _ in kinds if kind in ("be", "have", "do", "modals")]
    participle = not tokens[index].lower.endswith("ing")
    nearest_be = bool(auxiliaries) and auxiliaries[0] == "be"
    negated = any(kind == "negations" for kind, _ in kinds) or any("n't" in w or "n’t" in w for w in lower)
    negated = negated or "cannot" in lower
    modal = next((word for kind, word in kinds if kind == "modals"), None)
    infinitive = any(kind == "to" for kind, _ in kinds)
    return VerbGroup(first, min(index + 1, top), index, nearest_be and participle, negated, modal, infinitive)


def object_of(text: Text, verb: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase that follows the verb at token `verb`, adverbs between them skipped."""
    tokens = text.tokens
    stop = ceiling_of(text, verb, ceiling)
    at = verb + 1
    while at < stop and word_class(tokens[at]) in ("adverb", "adverbs"):
        at += 1
    return noun_phrase_at(text, at, stop) if at < stop else None


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
