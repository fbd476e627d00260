"""Names to the forms in which they are compared: without case, accents, small words and spellings."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from anyascii import anyascii

from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import english_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NICKNAME = re.compile(r"[\"“‘'(][^\"”’')]{2,30}[\"”’')](?=\s)")
_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")
_MUTE_ENDING = re.compile(r"(?<=...)(?:(?<=[gq])u)?e$")


class _Words(NamedTuple):
    """Shape of names.yaml."""

    small: frozenset[str]
    spellings: dict[str, str]
    legal: frozenset[str]
    descriptors: frozenset[str]
    common: frozenset[str]
    of_states: frozenset[str]
    of_the_world: frozenset[str]
    only_ones: frozenset[str]
    abroad: frozenset[str]
    papers: frozenset[str]
    organs: frozenset[str]
    one_a_state: frozenset[str]
    state_forms: tuple[str, ...]
    state_exceptions: frozenset[str]
    common_titles: frozenset[str]
    head_titles: frozenset[str]
    same_titles: dict[str, str]
    particles: frozenset[str]
    same_sound: tuple[tuple[str, str], ...]
    same_vowels: tuple[tuple[str, str], ...]
    reporting: frozenset[str]


@cache
def words() -> _Words:
    """The words of names.yaml."""
    return load_table("names", _Words, __package__ or "")


@cache
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name in small ASCII letters: "Jean-Luc O’Neil" is jean, luc, oneil; "U.S." is us."""
    plain = _POINTED.sub(lambda match: match.group().replace(".", ""), name)
    spelt = words().spellings
    found = (re.sub(r"['’]s$|['’]", "", word) for word in _WORD.findall(anyascii(plain).casefold()))
    return tuple(spelt.get(word, word) for word in found if word)


def title_key(title: str) -> str:
    """A title as it is compared: "CEO" is "chief executive"."""
    found = " ".join(tokens(title))
    return words().same_titles.get(found, found)


def person_tokens(name: str) -> tuple[str, ...]:
    """The words of a person's name, without a nickname in marks and without Jr. and the like."""
    found = tokens(_NICKNAME.sub("", name))
    return found[:-1] if len(found) > 2 and found[-1] in ("jr", "sr", "ii", "iii") else found


@cache
def sound(word: str) -> str:
    """What transliterations of a word have in common: its consonants, those that are confused as one."""
    for letters, one in words().same_sound:
        word = word.replace(letters, one)
    return _DOUBLED.sub(r"\1", word[:1] + _VOWELS.sub("", word[1:]))


@cache
def letters(word: str) -> str:
    """A word as all transliterations would write it: letters that are confused as one, vowels among them."""
    word = _MUTE_ENDING.sub("", word)
    for given, one in (*words().same_sound, *words().same_vowels):
        word = word.replace(given, one)
    return _DOUBLED.sub(r"\1", word)


def sounds(found: tuple[str, ...]) -> tuple[str, ...]:
    """The sounds of a name's words, without articles such as "al-"."""
    particles = words().particles
    return tuple(sound(word) for word in found if word not in particles) or found


@cache
def body_key(name: str) -> tuple[str, ...]:
    """A body's name as a bag of words: "Labor Department" and "Department of Labour" are one."""
    listed = words()
    found = [word for word in tokens(name) if word not in listed.small]
    kept = [word for word in found if word not in listed.legal] or found
    return tuple(sorted(_singular(word) for word in kept) if len(kept) > 1 else kept)


def core_key(name: str) -> tuple[str, ...]:
    """The same without the words that tell what the body is."""
    listed = words().descriptors
    key = body_key(name)
    return tuple(word for word in key if word not in listed and f"{word}s" not in listed) or key


@cache
def is_common(key: tuple[str, ...]) -> bool:
    """Whether a body's name is one that many bear: nothing in it says whose body it is, or in which state."""
    listed, found = words(), {*key, *(f"{word}s" for word in key)}
    if key in map(body_key, listed.only_ones):
        return False
    if all(not listed.common.isdisjoint((word, f"{word}s")) for word in key) or listed.abroad & found:
        return True
    if found & listed.reporting and all(_is_of_papers(word) for word in key):
        return len(key) > 1  # "Sunday Times"
    return bool(listed.of_states & found) and not listed.of_the_world & found and all(map(_is_plain, key))


def _is_of_papers(word: str) -> bool:
    """Whether a word is one of those that outlets in several states are called by."""
    listed = words()
    return not {word, f"{word}s"}.isdisjoint(listed.papers | listed.common)


def _is_plain(word: str) -> bool:
    """Whether a word is one of the dictionary that names no place and no people."""
    known, spelt = load_gazetteer(), english_words()
    named = word in known.places or word in known.adjectives
    return not named and (word in spelt or f"{word}s" in spelt)


def is_everywhere(key: tuple[str, ...]) -> bool:
    """Whether a body's name tells of no story: one that many bear, or who passes on the news."""
    return is_common(key) or not words().reporting.isdisjoint(key)


def initials(name: str) -> str:
    """The first letters of a body's name: "U.S. Geological Survey" makes usgs."""
    listed = words()
    made = [w for w in tokens(name) if w not in listed.small and w not in listed.legal]
    return "".join(w if w in ("us", "un", "uk", "eu") else w[0] for w in made) if len(made) > 1 else ""


def is_acronym(form: str) -> bool:
    """Whether a form is written as an acronym."""
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


@cache
def state_name(name: str) -> str | None:
    """The usual name of the state that a name or official name means; None for no state's."""
    places = load_gazetteer().places
    plain = name.casefold().removeprefix("the ")
    listed = words()
    known = places.get(plain)
    if known is None or known.kind != "country":
        if plain in listed.state_exceptions:
            return None
        form = max((f for f in listed.state_forms if plain.startswith(f"{f} ")), key=len, default=None)
        known = places.get(plain[len(form) + 1 :]) if form else None
    return known.country if known and known.kind == "country" else None


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
