"""The verbs, nouns and adjectives by which somebody is said to say or think something, as tables."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class _Speech(NamedTuple):
    """Shape of lexicon/speech.yaml; its comments say what each list holds."""

    clause: dict[str, frozenset[str]]
    infinitive: dict[str, frozenset[str]]
    preposition: dict[str, frozenset[str]]
    object: dict[str, frozenset[str]]
    asides: frozenset[str]
    hearers: frozenset[str]
    aims: frozenset[str]
    asking: frozenset[str]
    circumstances: frozenset[str]
    questioning: frozenset[str]
    doubting: frozenset[str]
    appraising: frozenset[str]
    cited: frozenset[str]
    act_as_object: frozenset[str]
    nouns: dict[str, frozenset[str]]
    repeating: frozenset[str]
    naming: frozenset[str]
    duties: frozenset[str]
    crimes: frozenset[str]
    courts: frozenset[str]
    light: frozenset[str]
    authoring: frozenset[str]
    adjectives: frozenset[str]
    media: frozenset[str]
    anybodys: frozenset[str]
    claimants: frozenset[str]
    records: frozenset[str]
    view_nouns: frozenset[str]
    claimant_classes: frozenset[str]
    people_endings: frozenset[str]
    of_people: frozenset[str]
    rulings: frozenset[str]
    acts: frozenset[str]
    acts_on_people: frozenset[str]
    refusable: frozenset[str]


class SpeechWords(NamedTuple):
    """The lexicon turned for looking up: each lemma with the kind of report it makes."""

    clause: dict[str, str]
    """Verbs whose clause is what is said: "say" → "statement"."""
    infinitive: dict[str, str]
    """Verbs whose infinitive is: "vow (to)" → "pledge"."""
    preposition: dict[tuple[str, str], str]
    """Verbs with a preposition whose object is: ("call", "for") → "call"."""
    object: dict[str, str]
    """Verbs whose object is: "deny" → "denial"."""
    nouns: dict[str, str]
    act_as_object: frozenset[tuple[str, str]]
    """Verbs with the preposition before whoever is said to have done the act that is their object."""
    asides: frozenset[str]
    hearers: frozenset[str]
    aims: frozenset[str]
    asking: frozenset[str]
    circumstances: frozenset[str]
    questioning: frozenset[str]
    doubting: frozenset[str]
    appraising: frozenset[str]
    cited: frozenset[str]
    repeating: frozenset[str]
    naming: frozenset[str]
    duties: frozenset[str]
    crimes: frozenset[str]
    courts: frozenset[str]
    light: frozenset[str]
    authoring: frozenset[str]
    adjectives: frozenset[str]
    media: frozenset[str]
    anybodys: frozenset[str]
    claimants: frozenset[str]
    records: frozenset[str]
    view_nouns: frozenset[str]
    claimant_classes: frozenset[str]
    people_endings: frozenset[str]
    of_people: frozenset[str]
    rulings: frozenset[str]
    acts: frozenset[str]
    acts_on_people: frozenset[str]
    refusable: frozenset[str]
    reports: frozenset[str]
    """All verbs of these."""


@cache
def speech_words() -> SpeechWords:
    """The lexicon, read once."""
    raw = load_table("speech", _Speech)
    clause, infinitive, over = (_turned(table) for table in (raw.clause, raw.infinitive, raw.object))
    preposition = {
        (words[0], words[-1]): kind
        for phrase, kind in _turned(raw.preposition).items()
        if (words := phrase.split())
    }
    return SpeechWords(
        clause=clause,
        infinitive=infinitive,
        preposition=preposition,
        object=over,
        nouns=_turned(raw.nouns),
        act_as_object=frozenset((words[0], words[-1]) for words in map(str.split, raw.act_as_object)),
        asides=raw.asides,
        hearers=raw.hearers,
        aims=raw.aims,
        asking=raw.asking,
        circumstances=raw.circumstances,
        questioning=raw.questioning,
        doubting=raw.doubting,
        appraising=raw.appraising,
        cited=raw.cited,
        repeating=raw.repeating,
        naming=raw.naming,
        duties=raw.duties,
        crimes=raw.crimes,
        courts=raw.courts,
        light=raw.light,
        authoring=raw.authoring,
        adjectives=raw.adjectives,
        media=raw.media,
        anybodys=raw.anybodys,
        claimants=raw.claimants,
        records=raw.records,
        view_nouns=raw.view_nouns,
        claimant_classes=raw.claimant_classes,
        people_endings=raw.people_endings,
        of_people=raw.of_people,
        rulings=raw.rulings,
        acts=raw.acts,
        acts_on_people=raw.acts_on_people,
        refusable=raw.refusable,
        reports=frozenset((*clause, *(verb for verb, _ in preposition))),
    )


def _turned(table: dict[str, frozenset[str]]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in sorted(words)}
