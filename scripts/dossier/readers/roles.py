"""What the words of a type of event are, and as what each of its roles is asked at the gate.

Taken from the frames, so that a new frame is known here without being named: whom a frame finds as its doer
is an agent, as its undergoer a patient.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dossier.reading.frames.format import Slot, load_frames
from dossier.reading.grammar.speech_words import speech_words

_ASKED = (("doer", "agent"), ("subject", "agent"), ("undergoer", "patient"), ("addressee", "recipient"))
_BOTH = frozenset(("participant", "met", "speaker", "party"))
"""Roles whose holders may change places: who met whom."""


_WON = frozenset(("elected",))
"""Roles of whoever won: who lost a vote is beside it as well."""


@cache
def event_roles() -> Mapping[str, Mapping[str, str]]:
    """By type of event: its roles, each with the role it is asked as."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for frame in load_frames():
        if frame.yields != "event":
            continue
        type = frame.type or frame.frame
        for pattern in frame.patterns:
            for name, slot in pattern.slots.items():
                role = frame.roles.get(name)
                if role:
                    found[type].setdefault(role, _asked(role, slot))
    return MappingProxyType(found)


def _asked(role: str, slot: Slot) -> str:
    if role in _WON:
        return "winner"
    if role in _BOTH:
        return "partner" if role != "speaker" else "agent"
    return next((gate for origin, gate in _ASKED if origin in slot.origin), "participant")


def kinds_claimed_by(lemma: str) -> frozenset[str]:
    """The kinds of claims that a word of saying makes by itself."""
    speech = speech_words()
    kinds = (speech.clause.get(lemma), speech.object.get(lemma), speech.nouns.get(lemma))
    return frozenset(kind for kind in kinds if kind)
