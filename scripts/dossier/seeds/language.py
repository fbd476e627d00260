"""Which other language a text looks to be in, by its script and its commonest words; English is the rest."""

from __future__ import annotations

import re
import unicodedata

from dossier.reading.lexicon import load_table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_000
"""Words looked at; a text says soon what it is in."""
_NOT_LATIN = "\u0370"
"""The first letter of Greek, behind which all other scripts stand."""
_UNKNOWN = "another language"
_FEW = 10
"""Words below which nothing can be said."""
_MANY = 80
"""Words from which on English has some of its commonest ones, whatever the text is about."""
_LEAST = 0.04
"""Share of the commonest English words in menus, tables and lists of names; prose has a third."""


def other_language(text: str) -> str | None:
    """What a text is in, for the user ("German", "Cyrillic letters", "another language"); None for English.

    None, too, where too few words stand to tell.
    """
    found = [word.lower() for word in _WORD.findall(text[: _SAMPLE * 10])[:_SAMPLE]]
    letters = "".join(found)
    words = [word for word in found if len(word) > 1]
    others = [char for char in letters if char >= _NOT_LATIN]
    if len(letters) >= _FEW and len(others) > len(letters) / 2:
        return f"{unicodedata.name(others[0], 'Other').split()[0].capitalize()} letters"
    if len(words) < _FEW:
        return None
    tables = load_table("stopwords", dict[str, frozenset[str]], package="dossier.seeds")
    shares = {name: _share(words, common) for name, common in tables.items()}
    english = shares.pop("English")
    best = max(shares, key=lambda name: shares[name])
    if shares[best] > 2 * english and shares[best] > 2 * _LEAST:
        return best
    return _UNKNOWN if english < _LEAST and len(words) >= _MANY else None


def _share(words: list[str], common: frozenset[str]) -> float:
    return sum(word in common for word in words) / len(words)
