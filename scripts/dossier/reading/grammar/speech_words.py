"""The verbs, nouns and adjectives by which somebody is said to say or think something, as tables."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from dossier.reading.lexicon import load_table


def _turned(table: Any) -> dict[str, str]:
    """Each word of a table with its kind."""
    checked = TypeAdapter(dict[str, frozenset[str]]).validate_python(table)
    return {word: kind for kind, words in checked.items() for word in sorted(words)}


def _phrases(table: Any) -> dict[tuple[str, str], str]:
    """Each verb and the last word of its phrase, with their kind."""
    return {
        (words[0], words[-1]): kind for phrase, kind in _turned(table).items() if (words := phrase.split())
    }


def _pairs(phrases: Any) -> frozenset[tuple[str, str]]:
    checked = TypeAdapter(frozenset[str]).validate_python(phrases)
    return frozenset((words[0], words[-1]) for words in map(str.split, sorted(checked)))


_Kinds = Annotated[dict[str, str], BeforeValidator(_turned)]


class SpeechWords(BaseModel):
    """lexicon/speech.yaml turned for looking up: each lemma with the kind of report it makes.

    Its comments say what each list holds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    clause: _Kinds
    """Verbs whose clause is what is said: "say" → "statement"."""
    infinitive: _Kinds
    """Verbs whose infinitive is: "vow (to)" → "pledge"."""
    preposition: Annotated[dict[tuple[str, str], str], BeforeValidator(_phrases)]
    """Verbs with a preposition whose object is: ("call", "for") → "call"."""
    object: _Kinds
    """Verbs whose object is: "deny" → "denial"."""
    nouns: _Kinds
    turning_down: frozenset[str]
    judging: frozenset[str]
    judging_as: frozenset[str]
    judging_things: frozenset[str]
    judging_matters: frozenset[str]
    matters: frozenset[str]
    act_as_object: Annotated[frozenset[tuple[str, str]], BeforeValidator(_pairs)]
    """Verbs with the preposition before whoever is said to have done the act that is their object."""
    of_bodies: frozenset[str]
    asides: frozenset[str]
    asides_with_it: frozenset[str]
    audiences: frozenset[str]
    said_at: frozenset[str]
    occasions: frozenset[str]
    of_nobody: frozenset[str]
    held_passively: frozenset[str]
    foreseen: frozenset[str]
    hearsay: frozenset[str]
    amid: frozenset[str]
    stirring: frozenset[str]
    asking_passively: frozenset[str]
    hearers: frozenset[str]
    hearing: frozenset[str]
    hearing_bodies: frozenset[str]
    aims: frozenset[str]
    asking: frozenset[str]
    circumstances: frozenset[str]
    raising: frozenset[str]
    despite: frozenset[str]
    beside: frozenset[str]
    questioning: frozenset[str]
    doubting: frozenset[str]
    appraising: frozenset[str]
    perceiving: frozenset[str]
    cited: frozenset[str]
    tallies: frozenset[str]
    for_oneself: frozenset[str]
    granting: frozenset[str]
    shares: frozenset[str]
    repeating: frozenset[str]
    going_on: frozenset[str]
    relaying: frozenset[str]
    naming: frozenset[str]
    duties: frozenset[str]
    crimes: frozenset[str]
    courts: frozenset[str]
    light: frozenset[str]
    bearing: frozenset[str]
    authoring: frozenset[str]
    media: frozenset[str]
    counts: frozenset[str]
    pictures: frozenset[str]
    norms: frozenset[str]
    anybodys: frozenset[str]
    claimants: frozenset[str]
    records: frozenset[str]
    view_nouns: frozenset[str]
    accounts: frozenset[str]
    owned_accounts: frozenset[str]
    disputed: frozenset[str]
    convinced: frozenset[str]
    in_doubt: frozenset[str]
    counting: frozenset[str]
    retelling: frozenset[str]
    claimant_classes: frozenset[str]
    people_endings: frozenset[str]
    no_people: frozenset[str]
    of_people: frozenset[str]
    rulings: frozenset[str]
    orders: frozenset[str]
    acts: frozenset[str]
    acts_on_people: frozenset[str]
    refusable: frozenset[str]
    deniable: frozenset[str]

    @cached_property
    def judges(self) -> frozenset[str]:
        """All verbs by which something is judged aloud."""
        return self.judging | self.judging_as | self.judging_things | self.judging_matters

    @cached_property
    def reports(self) -> frozenset[str]:
        """All verbs whose clause, or phrase, is what is said."""
        return frozenset((*self.clause, *(verb for verb, _ in self.preposition)))


@cache
def speech_words() -> SpeechWords:
    """The lexicon, read once."""
    return load_table("speech", SpeechWords)
