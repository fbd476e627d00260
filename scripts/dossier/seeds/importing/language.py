"""Which other language a text looks to be in, by its function words and its script; English is the rest."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dossier.seeds.importing.tables import load

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 40  # words; a text of fewer may have no function word at all
_SHARE = 0.12  # of words; English news has about 0.35, German and Spanish about 0.02


def other_language(text: str) -> str | None:
    """What a text is in when it isn't English, for the user; None for English or too short a text."""
    script = _script(text)
    if script:
        return f"{script} letters"
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {name: sum(word in known for word in words) for name, known in _table().items()}
    english = counts.pop("English")
    name = max(counts, key=lambda language: counts[language])
    if counts[name] > max(english, 1):
        return name
    return "another language" if len(words) >= _ENOUGH and english < len(words) * _SHARE else None


def _script(text: str) -> str | None:
    letters = [char for char in text if char.isalpha()]
    others = [
        char for char in letters if ord(char) > 0x24F and "LATIN" not in unicodedata.name(char, "LATIN")
    ]
    if len(others) * 2 <= len(letters):
        return None
    return unicodedata.name(others[0]).split()[0].capitalize()


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in load("languages").items()}
