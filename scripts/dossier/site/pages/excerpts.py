"""The words of a passage as a page quotes them: from one border of a phrase to another, else how it begins.

What is shown of a passage may begin and end anywhere, and leave words out in the middle. A page shows none
of it whose subject has lost its verb, and no two pieces as one sentence. Word classes settle it: the trees of
articles are not at hand where pages are made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.names.namewords import english_words
from dossier.reading.text.tokens import Text, Token
from dossier.reading.text.word_classes import AUXILIARIES, LEADS, NOMINAL
from dossier.site.pages.nouns import is_plural
from dossier.site.pages.wording import wording

_FEWEST = 3
"""Words of a cut piece that says something: "made the trip"."""
_LEFT_OF_A_PHRASE = re.compile(r"^[a-z]\w*, ")
"""What is left of the phrase before: "week, at least 14 sailors"."""
_MARKS = (",", ";", ":", "–", "—")
_JOINS = ("and", "or", "but")
_QUALIFIES = ("a", "av")
"""Kinds of words that stand before a noun: "direct financial"."""


def quotable(words: str) -> str:
    """Words of a passage, "…" where some are left out, as far as they read as a phrase; "" where none do."""
    pieces = [piece.strip() for piece in words.split("…")]
    if len(pieces) == 1:
        return _edged(words, is_cut=False) or words
    for at, piece in enumerate(pieces):
        is_last = at == len(pieces) - 1
        kept = _edged(piece, is_cut=not is_last)
        if _says_something(kept) and (at == 0 or _begins(kept)):
            return f"{'… ' if at else ''}{kept}{'' if is_last else ' …'}"
    return ""


def opening(words: str) -> str:
    """How what is shown of a passage begins, whole or torn: to find it by, where nothing is quotable."""
    pieces = [piece.strip(" ,;:–—") for piece in words.split("…")]
    at = next((at for at, piece in enumerate(pieces) if piece), None)
    if at is None:
        return ""
    return f"{'… ' if at else ''}{pieces[at]}{' …' if len(pieces) > 1 else ''}"


def led_in(words: str) -> str:
    """What is asked of somebody as it reads alone: "Berg mend the ferry" becomes "[that] Berg mend it"."""
    tokens = Text(words).tokens
    asked = next((at for at, token in enumerate(tokens) if not _is_of_subject(token)), 0)
    if not asked or is_plural(words[: tokens[asked - 1].end]):
        return words
    return f"[that] {words}" if _is_base(tokens[asked].lower) else words


def _is_of_subject(token: Token) -> bool:
    return token.word_class in (*LEADS, *NOMINAL) and not _is_base(token.lower)


def _is_base(word: str) -> bool:
    """Whether a word is a verb as it stands behind "that" in a demand: "mend", "be"."""
    known = english_words()
    return word == "be" or (known.get(word) == "v" and (f"{word}s" in known or f"{word}es" in known))


def _edged(words: str, *, is_cut: bool) -> str:
    """The words without a beginning or an end that belongs to what is left out."""
    words = _LEFT_OF_A_PHRASE.sub("", words)
    tokens: Sequence[Token] = Text(words).tokens
    while tokens and (end := _torn_from(tokens, is_cut=is_cut)) < len(tokens):
        tokens = tokens[:end]
    return words[: tokens[-1].end] if tokens else ""


def _torn_from(tokens: Sequence[Token], *, is_cut: bool) -> int:
    """Where the end begins that is part of something left out; the number of the words where none is."""
    last = tokens[-1]
    leads = last.lower in wording().leading_words or last.lower in _MARKS or last.lower in _JOINS
    if leads or last.word_class in AUXILIARIES or _says(last) or (is_cut and _wants_more(tokens)):
        return len(tokens) - 1
    if last.word_class == "subject_pronouns" and len(tokens) > 1 and tokens[-2].lower == ",":
        return len(tokens) - 1  # "…, she" said
    openers = [at for at in range(len(tokens)) if _opens_clause(tokens, at)]
    if not openers or any(_is_verb(tokens, at) for at in range(openers[-1] + 1, len(tokens))):
        return len(tokens)
    return openers[-1]


def _wants_more(tokens: Sequence[Token]) -> bool:
    """Whether the last word stands before what is left out: an adjective, a verb that is no passive."""
    last = tokens[-1]
    kind = english_words().get(last.lower)
    if kind == "v" and len(tokens) > 1 and tokens[-2].lower == "to":
        return True
    if kind in _QUALIFIES and last.word_class != "verb":
        return True
    is_after_auxiliary = any(token.word_class in AUXILIARIES for token in tokens[-3:-1])
    return _is_verb(tokens, len(tokens) - 1) and not is_after_auxiliary


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins behind a word, which needs a verb: "that", "said" before a name."""
    if tokens[at].lower in wording().clause_openers:
        return True
    after = tokens[at + 1].word_class if at + 1 < len(tokens) else ""
    return at > 0 and _says(tokens[at]) and after in (*LEADS, "name")


def _says(token: Token) -> bool:
    return token.word_class == "verb" and token.lower in wording().verbs_of_clauses


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb, and no infinitive."""
    token = tokens[at]
    is_one = token.word_class in ("verb", *AUXILIARIES) or english_words().get(token.lower) == "v"
    return is_one and not (at and tokens[at - 1].lower == "to")


def _begins(words: str) -> bool:
    """Whether words behind a gap begin with a verb: a noun there may be what "that" in the gap is told of."""
    tokens = Text(words).tokens
    return bool(tokens) and (tokens[0].word_class == "participle" or _is_verb(tokens, 0))


def _says_something(words: str) -> bool:
    """Whether a cut piece has a verb, and words beside it."""
    tokens = Text(words).tokens
    return len(words.split()) >= _FEWEST and any(_is_verb(tokens, at) for at in range(len(tokens)))
