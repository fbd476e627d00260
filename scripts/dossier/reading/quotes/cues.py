"""The cue lexicon: word form to what it does for quoted words beside it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.grammar.inflection import ing, past, third_person
from dossier.reading.lexicon import load_table


class Cue(NamedTuple):
    """A form of a verb that introduces or reports quoted words."""

    verb: str
    """Base form."""
    role: str
    """speech: a verb of saying or writing, the quoted words may stand before it; introduce: it only
    introduces them; attitude: it introduces them only where no other cue does."""
    form: str
    """base, present, past or ing; a past form may be a participle too."""
    particles: frozenset[str] = frozenset()
    """Words of which one must follow: "fired back"; empty where the verb speaks alone."""

    @property
    def phrasal(self) -> bool:
        """Whether it is a cue only with its particle."""
        return bool(self.particles)


class CueWords(NamedTuple):
    """Shape of lexicon/cues.yaml."""

    speech: frozenset[str]
    introduce: frozenset[str]
    phrasal: frozenset[str]
    attitude: frozenset[str]
    addressed: frozenset[str]
    naming: frozenset[str]
    not_before_to: frozenset[str]
    mostly_nouns: frozenset[str]
    doubling: frozenset[str]
    past: dict[str, tuple[str, ...]]
    media: frozenset[str]
    told_behind: frozenset[str]
    surfaces: frozenset[str]
    perceiving: frozenset[str]
    nouns: frozenset[str]
    billing: frozenset[str]
    bearing: frozenset[str]
    serving: frozenset[str]
    using: frozenset[str]
    prompted: frozenset[str]
    performing: frozenset[str]
    answering: frozenset[str]
    denying: frozenset[str]
    portrayals: frozenset[str]
    distancing: frozenset[str]
    with_clause: frozenset[str]
    uttering: frozenset[str]
    titling: frozenset[str]
    quoting: frozenset[str]
    saying_as: frozenset[str]
    perceived: frozenset[str]
    reading: frozenset[str]
    receiving: frozenset[str]
    speaking: frozenset[str]
    speaking_to: frozenset[str]
    asking: frozenset[str]
    written_by: frozenset[str]
    desks: frozenset[str]
    words: frozenset[str]
    pointing: frozenset[str]
    nicknaming: frozenset[str]
    helping: frozenset[str]
    telling: frozenset[str]
    wishing: frozenset[str]
    need_not: frozenset[str]
    meaning: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The lexicon as it is written."""
    return load_table("cues", CueWords)


@cache
def cue_forms() -> dict[str, Cue]:
    """Every form, small letters, to its cue."""
    words = cue_words()
    particles: dict[str, set[str]] = {}
    for phrase in words.phrasal:
        verb, particle = phrase.split()
        particles.setdefault(verb, set()).add(particle)
    found: dict[str, Cue] = {}
    for verb in sorted(words.speech | words.introduce | words.attitude | set(particles)):
        role, needed = "speech", frozenset(particles.get(verb, ()))
        for name in ("attitude", "introduce", "speech"):
            if verb in getattr(words, name):
                role, needed = name, frozenset()
        for word, form in _forms(verb, words):
            if form != "base" or word not in found:
                found[word] = Cue(verb, role, form, needed)
    return found


def _forms(verb: str, words: CueWords) -> list[tuple[str, str]]:
    stem = verb + verb[-1] if verb in words.doubling else verb
    stems = (stem, verb) if stem.endswith("ll") and stem != verb else (stem,)  # labelled, labeled
    pasts = words.past.get(verb) or [past(each) for each in stems]
    made = [*((each, "past") for each in pasts), *((ing(each), "ing") for each in stems)]
    return [(verb, "base"), (third_person(verb), "present"), *made]
