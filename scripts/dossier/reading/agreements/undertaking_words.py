"""The words for what is agreed, signed, pledged or planned, and the record of one such report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dossier.reading.attribution.namer import Named
from dossier.reading.grammar.phrases import Phrase
from dossier.reading.lexicon import load_table
from dossier.reading.text.tokens import Sentence


class UndertakingWords(NamedTuple):
    """Shape of lexicons/undertakings.yaml; its comments say what each list holds."""

    agree_verbs: frozenset[str]
    sign_verbs: frozenset[str]
    pledge_verbs: frozenset[str]
    reaffirm_verbs: frozenset[str]
    plan_verbs: frozenset[str]
    found_verbs: frozenset[str]
    joint_verbs: frozenset[str]
    deal_nouns: frozenset[str]
    between_nouns: frozenset[str]
    sides: frozenset[str]
    both: frozenset[str]
    announced: frozenset[str]
    kinds: dict[str, frozenset[str]]
    unreal: frozenset[str]
    generic: frozenset[str]


@cache
def undertaking_words() -> UndertakingWords:
    """The lexicon, read once."""
    return load_table("undertakings", UndertakingWords)


@cache
def undertaking_anchors() -> frozenset[str]:
    """Every word an undertaking can be found from."""
    w = undertaking_words()
    return (
        w.agree_verbs
        | w.sign_verbs
        | w.pledge_verbs
        | w.reaffirm_verbs
        | w.plan_verbs
        | w.between_nouns
        | w.joint_verbs
    ) | {"link"}


@cache
def kind_words() -> frozenset[str]:
    """Every word that tells the kind of an agreement."""
    return frozenset(word for words in undertaking_words().kinds.values() for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One sentence's report of one undertaking."""

    form: str
    """agree, sign, pledge, plan or deal."""
    status: str
    """agreed, signed, pledged, planned or announced."""
    sentence: Sentence
    words: tuple[int, int]
    """Token range of the words that give the status."""
    content: tuple[int, int]
    """Token range of what is undertaken: "to set up a joint force", "$20bn in investments"."""
    parties: tuple[Named, ...]
    thing: Phrase | None
    """The noun phrase for what is set up, signed or given."""
    negative: str = ""
    """"not" or "never", where the promise is to leave something be."""
