"""An editor's other spellings of a name to facts: each told by the name itself, by words, or by a source.

A spelling that sounds as the name does, a part of it or its initials need no grounds, in any script. Another
name does: what it is called elsewhere must come from somewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz

from dossier.assembly.across.forms import letters, sound, tokens, words
from dossier.assembly.grounds import Edit, Editing, found_grounds
from dossier.assembly.origins import edited
from dossier.editing.curation import Identified, Spelling
from dossier.errors import Problem
from dossier.facts import Fact
from dossier.model import Alias
from dossier.reading.names.gazetteer import load_gazetteer

_CONSONANTS_ALIKE, _LETTERS_ALIKE = 75, 85
"""Likeness, of 100, from which two words or names are one in another spelling."""
_FEW = 4
"""Consonants, fewer than which are the same in words that have nothing to do with each other."""
_ABJADS = frozenset(("ARABIC", "HEBREW", "SYRIAC"))
"""Scripts in which a name is written without all of its vowels."""
_MUTE, _MUTE_IN_ABJADS = re.compile("[aeiouyhw]"), re.compile("[aeiouyhwv]")
"""Letters that are no consonants; abjads have the same one for v, w, o and u."""
_ARTICLE = re.compile(r"\bال(?=\w\w)")
"""The Arabic article, which is written as one with its noun."""
_SPELLED = "another spelling in use"
_SHORTER = {"short_form": "a part of the name", "acronym": "its initials"}
_EXAMPLE = "aliases:\n- text: Reef League\n  because: the Riff Liga, or Reef League"


def spelled_aliases(names: Sequence[str], edits: Sequence[Edit], editing: Editing) -> Iterator[Fact[Alias]]:
    """The spellings that the entries of one record give it, known as `names`.

    What has no grounds, or rests on words that do not stand there, is a problem.
    """
    for edit in edits:
        given = edit.entry.aliases if isinstance(edit.entry, Identified) else ()
        for number, spelling in enumerate(given):
            alias = Alias(text=spelling.text, type=spelling.type)
            where = f"{edit.path}.aliases[{number}]"
            if spelling.because:
                called = f"the alias “{spelling.text}”"
                grounds = found_grounds(edit, where, spelling, called, editing, _EXAMPLE)
                if grounds is not None:
                    yield grounds.fact(alias)
            elif spelling.source is None and any(is_spelling(spelling.text, name) for name in names):
                yield edited(alias, source=_SHORTER.get(spelling.type, _SPELLED))
            elif source := spelling.source or _known_from(edit):
                yield edited(alias, source=source)
            else:
                editing.problems.append(_unfounded(edit, where, spelling, names))


def _known_from(edit: Edit) -> str | None:
    """Where an entry's other values are from, a checked number at Wikidata among them."""
    entry = edit.entry
    number = entry.wikidata if isinstance(entry, Identified) else None
    return entry.source or (f"Wikidata, {number}" if number else None)


def is_spelling(text: str, name: str) -> bool:
    """Whether some words are a name in another spelling or script, a part of it, or its initials.

    A part is spelled as the name is, or sounds so, and words of it may be initials: "L. Holt". What is the
    name of a place by itself is no spelling of another name.
    """
    given, known = _spoken(text), _spoken(name)
    if not given or not known:
        return text.casefold() == name.casefold()
    if _is_part(given, known) or "".join(tokens(text)) == "".join(word[0] for word in tokens(name)):
        return True
    if _is_another_place(text, name):
        return False
    aloud = not (_ABJADS & (_scripts(text) ^ _scripts(name)))
    if all(any(_alike(word, other, aloud) for other in known) for word in given):
        return True
    parted = len(given) != len(known)  # "Abd el-Krim" and "Abdelkrim"
    return (parted or not aloud) and _alike("".join(given), "".join(known), aloud)


def _spoken(name: str) -> list[str]:
    """A name's words that are more than an article."""
    return [word for word in tokens(_ARTICLE.sub(" ", name)) if word not in words().particles]


def _is_part(given: Sequence[str], known: Sequence[str]) -> bool:
    """Whether words are some of a name's, one of them at least in full."""
    full = {word for word in given if len(word) > 1}
    initials, left_out = set(given) - full, set(known) - full
    return (
        bool(full)
        and full <= set(known)
        and all(any(word.startswith(each) for word in left_out) for each in initials)
    )


def _alike(one: str, other: str, aloud: bool) -> bool:
    """Whether two words sound alike: their consonants and, where both are written with vowels, all letters.

    A few consonants are the same in many words: they have to be equal, and of two names without vowels more
    than one.
    """
    mute = _MUTE if aloud else _MUTE_IN_ABJADS
    heard, known = (mute.sub("", sound(word)) for word in (one, other))
    if min(len(heard), len(known)) < _FEW and heard != known:
        return False
    if fuzz.ratio(heard, known) < _CONSONANTS_ALIKE:
        return False
    return fuzz.ratio(letters(one), letters(other)) >= _LETTERS_ALIKE if aloud else len(heard) > 1


def _scripts(text: str) -> frozenset[str]:
    """The scripts of some words, as Unicode calls them: LATIN, CYRILLIC, ARABIC."""
    return frozenset(unicodedata.name(mark, "").partition(" ")[0] for mark in text if mark.isalpha())


def _is_another_place(text: str, name: str) -> bool:
    """Whether some words are a place's own name, or hold a country's, that the name has not."""
    places = load_gazetteer().places
    whole, known = (places.get(" ".join(tokens(each))) for each in (text, name))
    if whole is not None and whole != known:
        return True
    countries = _countries()
    own = {letters(word) for word in tokens(name)}
    meant = {countries[word] for word in own if word in countries}
    told = (word for each in tokens(text) if (word := letters(each)) in countries and word not in own)
    return any(countries[word] not in meant for word in told)


@cache
def _countries() -> dict[str, str]:
    """Countries of one word by their letters as they are compared."""
    found = (
        (name, place.country) for name, place in load_gazetteer().places.items() if place.kind == "country"
    )
    return {letters(name): country for name, country in found if country is not None and " " not in name}


def _unfounded(edit: Edit, where: str, spelling: Spelling, names: Sequence[str]) -> Problem:
    return Problem(
        file=edit.file,
        where=where,
        found=f"“{spelling.text}” is no spelling of “{names[0]}”, and nothing says where it is from",
        expected="`because` with exact words of the article that give it this name, or `source`",
        example="aliases:\n- text: Reef League\n  source: its own website",
    )
