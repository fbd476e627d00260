"""The words that report violence, as tables ready for a scan over tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table
from dossier.reading.text.tokens import Token


class AttackTriggers(NamedTuple):
    """Shape of lexicons/attack_triggers.yaml; its comments say what each list holds."""

    strong_nouns: dict[str, frozenset[str]]
    weak_nouns: dict[str, frozenset[str]]
    strong_verbs: dict[str, frozenset[str]]
    weak_verbs: dict[str, frozenset[str]]
    weapon_verbs: frozenset[str]
    weapons: frozenset[str]
    explosives: frozenset[str]
    armed_actors: frozenset[str]
    military: frozenset[str]
    combat: frozenset[str]
    targets: frozenset[str]
    casualty_words: frozenset[str]
    other_senses: frozenset[str]
    attack_modifiers: frozenset[str]
    unreal_nouns: frozenset[str]
    summary_words: frozenset[str]
    summary_phrases: frozenset[str]
    new_incident: frozenset[str]
    definite: frozenset[str]
    back_references: frozenset[str]
    natural_causes: frozenset[str]
    shows_armed: frozenset[str]
    bystanders: frozenset[str]
    target_links: frozenset[str]
    blast_links: frozenset[str]
    blast_verbs: frozenset[str]
    casualty_verbs: frozenset[str]
    chance_verbs: frozenset[str]
    title_links: dict[str, str]
    fiction: frozenset[str]
    other_scenes: frozenset[str]
    counts: frozenset[str]
    pursued: frozenset[str]
    works: frozenset[str]
    adding: frozenset[str]
    series: frozenset[str]
    near: frozenset[str]
    unknown_actors: frozenset[str]
    verdicts: frozenset[str]
    abstract: frozenset[str]
    livestock: frozenset[str]
    searchers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word or phrase of the lexicon."""

    words: tuple[str, ...]
    act: str
    """Neutral head of the event's title: Bombing, Ambush, Killing …"""
    nominal: bool
    strong: bool
    by_weapon: bool
    """It is an act only beside a weapon."""


@dataclass(frozen=True, slots=True)
class FoundTrigger:
    """A trigger in the text: a half-open range of tokens."""

    first: int
    stop: int
    act: str
    nominal: bool
    strong: bool
    weapon: int | None = None
    """Token of the weapon that makes the act, where a weapon does."""


@cache
def attack_words() -> AttackTriggers:
    """The lexicon, read once."""
    return load_table("attack_triggers", AttackTriggers)


@cache
def _by_first_word() -> dict[str, tuple[Trigger, ...]]:
    words = attack_words()
    found: dict[str, list[Trigger]] = {}
    for table, nominal, strong, by_weapon in (
        (words.strong_nouns, True, True, False),
        (words.strong_verbs, False, True, False),
        ({"Explosion": words.weapon_verbs}, False, False, True),
        (words.weak_nouns, True, False, False),
        (words.weak_verbs, False, False, False),
    ):
        for act, forms in table.items():
            for form in sorted(forms):
                parts = tuple(form.split())
                found.setdefault(parts[0], []).append(Trigger(parts, act, nominal, strong, by_weapon))
    return {word: tuple(sorted(group, key=lambda t: -len(t.words))) for word, group in found.items()}


def triggers_at(tokens: list[Token], index: int) -> tuple[Trigger, ...]:
    """Triggers whose words stand at a token, longest first."""
    return tuple(
        trigger
        for trigger in _by_first_word().get(tokens[index].lower, ())
        if len(trigger.words) == 1
        or tuple(t.lower for t in tokens[index : index + len(trigger.words)]) == trigger.words
    )


def trigger_tokens(tokens: list[Token]) -> list[int]:
    """Indices of the tokens at which some trigger may begin."""
    known = _by_first_word()
    return [index for index, token in enumerate(tokens) if token.lower in known]
