"""Tokens to cues: whether a word is a verb of saying where it stands."""

from __future__ import annotations

from dossier.reading.grammar.verb_groups import is_short_be
from dossier.reading.quotes.cues import Cue, cue_forms, cue_words
from dossier.reading.text.tokens import Text

_PRONOUNS = ("subject_pronouns", "relatives")


def form_at(text: Text, at: int) -> Cue | None:
    """The cue form at a token, with its particle where it needs one."""
    tokens = text.tokens
    cue = cue_forms().get(tokens[at].lower)
    if cue is not None and cue.particles:
        with_it = at + 1 < len(tokens) and tokens[at + 1].lower in cue.particles
        leads = at + 2 < len(tokens) and tokens[at + 2].lower == "to"  # "went on to become"
        return cue if with_it and not leads and not _is_onto(text, at + 1) else None
    return cue


def _is_onto(text: Text, particle: int) -> bool:
    """Whether "on" is a preposition: "goes on holiday"."""
    if text.tokens[particle].lower != "on" or particle + 1 >= len(text.tokens):
        return False
    return text.tokens[particle + 1].word_class in ("noun", "name", "determiners", "possessives")


def _is_aspect(text: Text, at: int, cue: Cue) -> bool:
    """Whether the verb only says how another goes on: "continued to rise"."""
    if cue.verb not in cue_words().not_before_to or at + 1 >= len(text.tokens):
        return False
    return text.tokens[at + 1].lower == "to"


def finite_cue(text: Text, at: int, stop: int) -> Cue | None:
    """The speech verb at a token, if it is one in a finite form."""
    if at >= stop or text.tokens[at].text != text.tokens[at].lower:
        return None
    cue = form_at(text, at)
    if cue is None or cue.role != "speech" or _is_aspect(text, at, cue):
        return None
    if cue.form == "base" and text.tokens[at].lower in cue_words().mostly_nouns:
        return None
    if cue.form == "ing" and text.tokens[at - 1].word_class != "be":
        return None
    return cue


def cue_at(text: Text, at: int, floor: int) -> Cue | None:
    """The cue at a token, unless the words before it show that it is a noun there."""
    token = text.tokens[at]
    cue = form_at(text, at)
    if cue is None or (token.text != token.lower and at > floor):
        return None
    if _is_aspect(text, at, cue):
        return None
    if cue.form == "past" or at == floor:
        return cue
    before = text.tokens[at - 1]
    kind = before.word_class
    if cue.form == "ing":
        noun = kind in ("determiners", "possessives", "genitive") and not is_short_be(text, at - 1)
        return None if noun else cue
    if kind in ("determiners", "possessives", "genitive", "prepositions") and not before.stands_alone:
        return None
    if kind in ("to", "modals", "do", "adverb", "adverbs", *_PRONOUNS) or cue.phrasal:
        return cue
    if token.lower in cue_words().mostly_nouns:
        following = text.tokens[at + 1].lower if at + 1 < len(text.tokens) else ""
        return cue if kind == "name" and following in ("to", "that") else None  # "Lee hopes to"
    if cue.form == "base" and kind == "noun" and not before.lower.endswith("s"):
        return None
    return cue


def bears_a_name(text: Text, mark: int) -> bool:
    """Whether what opens at a mark is the name of what stands before it: "nicknamed “the Owl”".

    Also "on the theme: “…”", "under the heading “…”", "goes by the name “Lefty”", "whom all call “Skipper”":
    a name has a capital.
    """
    tokens = text.tokens
    before = [t.lower for t in tokens[max(mark - 2, 0) : mark]]
    if not before or mark + 1 >= len(tokens):
        return False
    if before[-1] in cue_words().nicknaming or before == ["the", "name"]:
        return True
    if not cue_words().titling.isdisjoint(before[:-1][-1:] if before[-1] == ":" else before[-1:]):
        return True
    cue = form_at(text, mark - 1)
    named = cue is not None and cue.verb == "call" and cue.form in ("base", "present")
    return named and tokens[mark + 1].text[0].isupper()
