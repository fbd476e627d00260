"""A passage's source as the parse shows it, where no rule over the words answers.

Only beside a finite verb of saying that stands at the words' side ("…, NAME said", "NAME said: …"), whose
subject is a person, a body or a pronoun: "the man Lee met in May said: “…”", "someone near Lee said: “…”".
"""

from __future__ import annotations

from dossier.reading.grammar.extents import phrase_of
from dossier.reading.grammar.noun_classes import names_people
from dossier.reading.grammar.standing import is_nobody
from dossier.reading.parse import Parses
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import finite_cue
from dossier.reading.quotes.passages import Passage
from dossier.reading.quotes.shown import is_unsaid
from dossier.reading.quotes.sieves_behind import ENDINGS
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Word

_BEHIND = 30
"""Tokens from the words to a verb of saying behind them, or from one to the words."""
_SAYS_ALSO = frozenset(("ccomp", "dobj", "xcomp"))


def filled(text: Text, parses: Parses, passage: Passage) -> Attribution | None:
    """Whom the nearest verb of saying has as its subject; None where it is open."""
    tokens = text.tokens
    if passage.first - 1 > passage.before and tokens[passage.first - 1].text == ":":
        for at in range(passage.first - 2, max(passage.before, passage.first - _BEHIND) - 1, -1):
            if finite_cue(text, at, passage.first) is not None:
                return _said(text, parses, at, passage.before, passage.first)
        return None
    if tokens[passage.stop - 2].text not in (",", "?", "!"):
        return None
    for at in range(passage.stop, min(passage.after, passage.stop + _BEHIND)):
        if finite_cue(text, at, passage.after) is not None:
            ends = at + 1 >= passage.after or tokens[at + 1].word_class in ENDINGS
            return _said(text, parses, at, passage.stop, passage.after) if ends else None
    return None


def _said(text: Text, parses: Parses, at: int, first: int, stop: int) -> Attribution | None:
    """Who says by the verb at a token, if its subject stands between two others."""
    start = text.tokens[at].start
    verb = parses.at(start)
    subject = verb.child("nsubj") if verb is not None and verb.pos == "VERB" else None
    if verb is None or subject is None or is_nobody(subject) or subject.index > verb.index:
        return None
    if is_unsaid(text, verb):
        return None
    if any(
        c.dep in _SAYS_ALSO and c.index > verb.index and c.end <= text.tokens[stop - 1].end
        for c in verb.children
    ):
        return None
    source = phrase_of(text, subject)
    if source.first < first or not _can_speak(subject):
        return None
    return Attribution(source, (at, at + 1), "filled")


def _can_speak(noun: Word) -> bool:
    """Whether a subject speaks: a name, people or a body, "he", "someone"; no "it"."""
    if noun.lower in ("someone", "somebody"):
        return True
    return noun.lower != "it" and (noun.pos != "NOUN" or names_people(noun))
