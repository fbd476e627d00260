"""The cue lexicon: word form to what it does for quoted words beside it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.inflection import ing, past, third_person
from dossier.lexicon import load_table


class Cue(NamedTuple):
    """A form of a verb that introduces or reports quoted words."""

    verb: str
    """Base form."""
    speech: bool
    """A verb of saying or writing: the quoted words may stand before it."""
    form: str
    """base, present, past or ing; a past form may be a participle too."""


class CueWords(NamedTuple):
    """Shape of lexicons/cues.yaml."""

    speech: frozenset[str]
    introduce: frozenset[str]
    irregular: dict[str, tuple[str, ...]]
    irregular_speech: frozenset[str]
    media: frozenset[str]
    nouns: frozenset[str]
    spokespeople: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The lexicon as it is written."""
    return load_table("cues", CueWords)


@cache
def cue_forms() -> dict[str, Cue]:
    """Every form, small letters, to its cue."""
    words = cue_words()
    found: dict[str, Cue] = {}
    for verb in sorted(words.speech | words.introduce | set(words.irregular)):
        speech = verb in words.speech or verb in words.irregular_speech
        irregular = words.irregular.get(verb)
        present, past_forms, ing_forms = (
            (irregular[0], irregular[1:3], irregular[3:])
            if irregular
            else (third_person(verb), (past(verb),), (ing(verb),))
        )
        found.setdefault(verb, Cue(verb, speech, "base"))
        found[present] = Cue(verb, speech, "present")
        for form in past_forms:
            found[form] = Cue(verb, speech, "past")
        for form in ing_forms:
            found[form] = Cue(verb, speech, "ing")
    return found
