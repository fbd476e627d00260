"""Words as the search compares them, and the table that the browser folds a query with.

The same steps stand in theme/assets/search-words.js; a test compares the two on words of many scripts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.'’٬\u00a0\u2009\u202f]\d{3})+(?!\d)")
_NOT_DIGIT = re.compile(r"\D")
_POSSESSIVE = re.compile(r"['’ʼ](?:s(?![^\W_]))?")
_ACRONYM = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_HYPHENS = "\\-\u2010\u2012\u2013"
_DIGITS_AND_LETTERS = re.compile(r"\d+|\D+")
_LONGEST = 64
"""A longer run of letters is no word that anybody types."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its order, with the other forms under which the index has it."""

    word: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The folding table: letters, marks and the patterns made of them."""

    letters: dict[int, str]
    kept: str
    """Marks that stay, as the inside of a character class."""
    spaceless: str
    """Characters written without spaces, as the inside of a character class."""
    synonyms: tuple[tuple[str, ...], ...]
    stop_words: frozenset[str]
    zeros: str
    """The zero of every set of decimal digits beside ASCII's."""

    def for_browser(self) -> dict[str, Any]:
        """The table as JSON data."""
        digits = {ord(zero) + value for zero in self.zeros for value in range(10)}
        return {
            "letters": {chr(code): to for code, to in self.letters.items() if code not in digits},
            "kept": self.kept,
            "spaceless": self.spaceless,
            "synonyms": self.synonyms,
            "stop": sorted(self.stop_words),
            "zeros": self.zeros,
        }


@cache
def table() -> Table:
    """The table of words.yaml, made ready."""
    data = yaml.safe_load((files("dossier.site.finish") / "words.yaml").read_text(encoding="utf-8"))
    zeros = "".join(data["zeros"])
    letters = {ord(letter): to for letter, to in data["letters"].items()}
    letters |= {ord(zero) + value: str(value) for zero in zeros for value in range(10)}
    return Table(
        letters=letters,
        kept="".join(first if first == last else f"{first}-{last}" for first, last in data["kept"]),
        spaceless="".join(f"{first}-{last}" for first, last in data["without_spaces"]),
        synonyms=tuple(tuple(stem(word) for word in words) for words in data["synonyms"]),
        stop_words=frozenset(data["stop_words"].split()),
        zeros=zeros,
    )


def fold(text: str) -> str:
    """Text without case, accents, apostrophes, separators of thousands and the points of acronyms."""
    known = table()
    text = text.translate(known.letters)
    text = _NUMBER.sub(lambda match: _NOT_DIGIT.sub("", match.group()), text)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    text = _dropped().sub("", text).translate(known.letters)
    return _ACRONYM.sub(r"\1", _POSSESSIVE.sub("", text))


def tokens(text: str) -> list[Token]:
    """The words of a text in order; each with its joined and split forms."""
    found: list[Token] = []
    for group in _groups().findall(fold(text)):
        words = _word().findall(group)
        start = len(found)
        for word in words:
            found += _of_run(word[:_LONGEST])
        if len(words) > 1 and len(found) > start:
            joined = {"".join(pair) for pair in pairwise(words)} | {"".join(words)}
            last = found[-1]
            others = dict.fromkeys((*last.others, *sorted(word for word in joined if len(word) <= _LONGEST)))
            found[-1] = Token(last.word, tuple(others))
    return found


def _of_run(run: str) -> list[Token]:
    """A run of letters as words: itself, or every two characters of a script without spaces."""
    found = []
    for part in _parts().findall(run):
        if _is_spaceless().match(part):
            pairs = [a + b for a, b in pairwise(part)] or [part]
            found += [Token(pair, tuple(pair) if len(pair) > 1 else ()) for pair in pairs]
        elif part[0].isdigit() and not part.isdigit():
            found.append(Token(part, tuple(_DIGITS_AND_LETTERS.findall(part))))
        else:
            found.append(Token(part))
    return found


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without the English endings of number and tense."""
    if any(character.isdigit() for character in word):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3]
    if len(word) > 5 and word.endswith("ed") and word[-3] not in "aeiou":
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _ranges(characters: list[str]) -> str:
    """Characters as the inside of a character class, neighbours as a range."""
    runs: list[list[str]] = []
    for character in sorted(characters):
        if runs and ord(character) == ord(runs[-1][-1]) + 1:
            runs[-1].append(character)
        else:
            runs.append([character])
    return "".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


@cache
def _dropped() -> re.Pattern[str]:
    """Marks that are left out, the Arabic lengthener and the joiners."""
    kept = re.compile(f"[{table().kept}]")
    marks = [
        chr(code)
        for code in range(0x300, 0x1F000)
        if unicodedata.category(chr(code)).startswith("M") and not kept.match(chr(code))
    ]
    return re.compile(f"[{_ranges(marks)}\u0640\u200b-\u200f\ufe00-\ufe0f]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"(?:[^\\W_]|[{table().kept}])+")


@cache
def _groups() -> re.Pattern[str]:
    """Words that hyphens hold together."""
    word = _word().pattern
    return re.compile(f"{word}(?:[{_HYPHENS}]{word})*")


@cache
def _parts() -> re.Pattern[str]:
    spaceless = table().spaceless
    return re.compile(f"[{spaceless}]+|[^{spaceless}]+")


@cache
def _is_spaceless() -> re.Pattern[str]:
    return re.compile(f"[{table().spaceless}]")
