"""What somebody claims responsibility or credit for: an act of violence, or something else."""

from __future__ import annotations

from dossier.reading.grammar.dependents import obliques, undergoers
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.tree import Word

_VIOLENCE = (
    "to_murder",
    "to_kill",
    "to_maim",
    "to_gun_down",
    "to_bomb",
    "to_shell",
    "to_attack",
    "to_kidnap",
)
"""Verbs that tell of an act of violence by themselves."""
_BY_MEANS = ("to_strike", "to_set_off", "to_carry_out")
"""Verbs that do where what they act upon is such an act, arms, or can be struck: "planting the bomb"."""
_MEANS = ("act_noun", "weapon", "explosive", "target", "military", "people")
_NO_HARM = ("ideal", "intangible", "statute", "deal", "conduct")


def is_owned(word: Word) -> bool:
    """Whether a word is what is claimed for an act of violence: "responsibility", "credit"."""
    return word.lower in word_classes()["owned_up"]


def is_for_violence(verb: Word, held: Word) -> bool:
    """Whether what is claimed by a verb is claimed for an act of violence, or for nothing that is told.

    "Claimed credit for the raid", "for bombing a bridge"; not "for foiling the raid", "for the pay rise".
    """
    links = [c for over in (verb, held) for c in over.all("prep") if c.lower == "for"]
    nouns = [n for over in (verb, held) for n in obliques(over, "for")]
    deeds = [deed for link in links for deed in link.all("pcomp")]
    told = [*(n.pos == "PRON" or is_of(n, "act_noun") for n in nouns), *map(_harms, deeds)]
    return not told or any(told)


def _harms(deed: Word) -> bool:
    """Whether a verb tells of an act of violence."""
    struck = undergoers(deed)
    if is_of(deed, *_BY_MEANS):
        return any(is_of(each, *_MEANS) for each in struck)
    return is_of(deed, *_VIOLENCE) and not any(is_of(each, *_NO_HARM) for each in struck)
