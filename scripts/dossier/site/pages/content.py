"""The words for what is said, without what only leads to it: "said on Monday that the ferry is late"."""

from __future__ import annotations

from dossier.reading.grammar.noun_phrases import noun_phrase_at
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import LEADS, NOMINAL, closed_class
from dossier.site.pages.wording import wording

_TELLING = ("told", "tells")
_QUOTED_AS = " as saying "
_WHEN = ("earlier", "late", "later", "early")
_WHERE = ("at", "during", "in", "on", "to")
"""Prepositions between a verb of saying and "that": "in a letter", "to reporters", "on Monday"."""


def without_source(words: str, source: str) -> str:
    """Words that begin with who says so, from behind "that": "Ada Berg told them that"; or as they are."""
    before, named, rest = words.partition(source)
    leads = Text(before).tokens
    if not named or len(leads) > 2 or any(each.word_class not in (*LEADS, *NOMINAL) for each in leads):
        return words
    if rest.startswith(_QUOTED_AS):
        return rest.removeprefix(_QUOTED_AS).removeprefix("that ")
    verb, _, told = rest.lstrip().partition(" ")
    if not rest.startswith(" ") or verb not in (*wording().verbs_of_saying, *_TELLING):
        return words
    if told.startswith("that ") and verb not in _TELLING:
        return told.removeprefix("that ")
    return _behind_that(told, hearers=verb in _TELLING) or words


def without_verb(words: str) -> str:
    """The same of words that begin with the verb of saying, or with when it was said."""
    first, _, rest = words.partition(" ")
    if first in wording().verbs_of_saying and len(rest.split()) > 1:
        words = rest.removeprefix("that ")
    return _behind_that(words, hearers=False) or words


def _behind_that(words: str, *, hearers: bool) -> str:
    """What stands behind "that" where only when, where and to whom it was said stands before; else ""."""
    text = Text(words)
    tokens, at = text.tokens, 0
    if hearers and (whom := noun_phrase_at(text, 0)):
        at = whom.stop
    while at < len(tokens) and tokens[at].lower != "that":
        stop = _behind_circumstance(text, at)
        if stop is None:
            return ""
        at = stop
    return words[tokens[at + 1].start :] if at and at + 1 < len(tokens) else ""


def _behind_circumstance(text: Text, at: int) -> int | None:
    """Where a phrase ends that says when, where or to whom: "last week", "on Monday", "in a letter"."""
    table, tokens = closed_class(), text.tokens
    first = tokens[at]
    if first.lower in (*table.times, *_WHEN):
        return at + 1
    start = at + 1 if first.lower in _WHERE else at
    if start < len(tokens) and tokens[start].lower in table.times:
        return start + 1
    phrase = noun_phrase_at(text, start)
    if phrase is None:
        return None
    is_time = tokens[phrase.stop - 1].lower in table.time_nouns
    if is_time and tokens[start].lower in ("the", "a"):
        return None  # "on the day that the ferry sank": a day is told of
    if start == at and not (is_time and first.lower in table.time_words):
        return None  # who does something: "this board denied that"
    return phrase.stop
