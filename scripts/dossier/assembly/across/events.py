"""The words by which events and agreements of different articles are compared."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.lexicon import load_table


class EventWords(NamedTuple):
    """Shape of events.yaml."""

    said: frozenset[str]
    once: frozenset[str]
    ever: frozenset[str]
    undergoing: frozenset[str]
    saying_little: frozenset[str]
    deeds: frozenset[str]
    opposed: frozenset[str]
    single: frozenset[str]
    single_when_leading: frozenset[str]
    named_later: frozenset[str]
    order: frozenset[str]
    theirs: frozenset[str]
    mutual: frozenset[str]
    held_again: frozenset[str]
    stages: dict[str, int]
    any_agreement: frozenset[str]


def event_words() -> EventWords:
    """The words of events.yaml."""
    return load_table("events", EventWords, __package__ or "")
