"""An editor's other spellings of a name to facts: each told by the name itself, by words, or by a source.

A spelling that sounds as the name does, a part of it or its initials need no grounds, in any script. Another
name does: what it is called elsewhere must come from somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dossier.assembly.across.forms import sound, tokens, words
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.grounds import Edit
from dossier.assembly.origins import edited
from dossier.editing.curation import Identified, Spelling
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import find_words
from dossier.errors import Problem
from dossier.facts import EvidenceRef, Fact
from dossier.model import Alias

_SOUNDS_ALIKE = 75
"""Likeness of their consonants, of 100, from which two words or names are one in another spelling."""
_MUTE = re.compile("[aeiouyhw]")
_SPELLED = "another spelling in use"


def spelled_aliases(
    names: Sequence[str], edits: Sequence[Edit], book: EvidenceBook, problems: list[Problem]
) -> Iterator[Fact[Alias]]:
    """The spellings that the entries of one record give it, known as `names`.

    What has no grounds, or rests on words that do not stand there, is a problem.
    """
    for edit in edits:
        given = edit.entry.aliases if isinstance(edit.entry, Identified) else ()
        for number, spelling in enumerate(given):
            alias = Alias(text=spelling.text, type=spelling.type)
            where = f"{edit.path}.aliases[{number}]"
            if spelling.because:
                cited = _cited(edit, where, spelling, book, problems)
                if cited:
                    yield edited(alias, *cited)
            elif spelling.source is None and any(is_spelling(spelling.text, name) for name in names):
                yield edited(alias, source=_SPELLED)
            elif source := spelling.source or _known_from(edit):
                yield edited(alias, source=source)
            else:
                problems.append(_unfounded(edit, where, spelling, names))


def _known_from(edit: Edit) -> str | None:
    """Where an entry's other values are from, a checked number at Wikidata among them."""
    entry = edit.entry
    number = entry.wikidata if isinstance(entry, Identified) else None
    return entry.source or (f"Wikidata, {number}" if number else None)


def is_spelling(text: str, name: str) -> bool:
    """Whether some words are a name in another spelling or script, a part of it, or its initials."""
    given, known = _sounds(text), _sounds(name)
    if not given or not known:
        return text.casefold() == name.casefold()
    part = all(any(_alike(word, other) for other in known) for word in given)
    initials = "".join(word[0] for word in tokens(name))
    return part or _alike("".join(given), "".join(known)) or "".join(tokens(text)) == initials


def _sounds(name: str) -> list[str]:
    """The consonants of a name's words."""
    plain = (word for word in tokens(name) if word not in words().particles)
    return [heard for word in plain if (heard := _MUTE.sub("", sound(word)))]


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= _SOUNDS_ALIKE


def _cited(
    edit: Edit, where: str, spelling: Spelling, book: EvidenceBook, problems: list[Problem]
) -> tuple[EvidenceRef, ...]:
    found: list[EvidenceRef] = []
    for said in spelling.because:
        stands = [(s, spans[0]) for s in edit.sources if (spans := find_words(s.article, said))]
        if stands:
            found.append(book.cite(stands[0][0].article, stands[0][1]))
            continue
        problems.append(
            Problem(
                file=edit.file,
                where=f"{where}: because",
                found=f"“{said}”, which the alias “{spelling.text}” rests on, does not stand in the article",
                expected="the article's own words, letter for letter"
                + did_you_mean(nearest_words((source.article for source in edit.sources), said)),
                example="aliases:\n- text: Reef League\n  because: the Riff Liga, or Reef League",
            )
        )
    return tuple(found)


def _unfounded(edit: Edit, where: str, spelling: Spelling, names: Sequence[str]) -> Problem:
    return Problem(
        file=edit.file,
        where=where,
        found=f"“{spelling.text}” is no spelling of “{names[0]}”, and nothing says where it is from",
        expected="`because` with exact words of the article that give it this name, or `source`",
        example="aliases:\n- text: Reef League\n  source: its own website",
    )
