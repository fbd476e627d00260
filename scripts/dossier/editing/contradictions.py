"""An editor's file against itself: entries that can't both hold, and values no reader could see.

Looked at before any article is, so that each is told with the lines of all entries it is about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from dossier.editing.curation import About, Authorities, Curation, Entry, Grounds, Line, RelationEntry
from dossier.errors import Problem
from dossier.seeds.shape import spelled
from dossier.seeds.strict_yaml import KeyPath, Yaml
from dossier.vocabularies import MUTUAL, NESTING

_THE_ARTICLES = frozenset(("words", "because", "wording", "merge", "names"))
"""Keys that quote an article, which may hold anything."""
_JOINERS = "\u200c\u200d"
"""Zero-width characters that words of some scripts are written with."""
_BESIDE_DROP = frozenset(("words", "paragraph", "drop", "withdrawn", "elsewhere"))
_MERGED = "actors:\n- words: Ana Novak\n  merge: [A. Novak]"
_RELATED = (
    "relations:\n- {words: a partner of Osterby, subject: vesterby, predicate: ally_of, object: osterby}"
)


class _Fault(NamedTuple):
    path: KeyPath
    found: str
    expected: str
    example: str = ""


def contradictions(file: Curation | Authorities, source: Yaml) -> list[Problem]:
    """Every problem of an editor's file that can be told from it alone, in the order of its lines."""
    faults: list[_Fault] = []
    entries: list[tuple[KeyPath, Entry]] = []
    for section, held in file:
        for number, entry in enumerate(held if isinstance(held, tuple) else ()):
            path = (section, number)
            faults += _unseen(entry, path)
            faults += _two_grounds(entry, path)
            faults += _in_another_script(entry, path)
            if isinstance(entry, Entry):
                entries.append((path, entry))
    faults += _dropped_and_set(entries)
    faults += _merged(entries)
    faults += _twice(entries, source)
    faults += _related(getattr(file, "relations", ()), source)
    return [_problem(source, fault) for fault in sorted(faults, key=lambda f: source.line(f.path))]


def _problem(source: Yaml, fault: _Fault) -> Problem:
    where = f"line {source.line(fault.path)}, {spelled(fault.path)}"
    return Problem(
        file=source.file, where=where, found=fault.found, expected=fault.expected, example=fault.example
    )


def _values(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The words of an entry that a reader is to see, each with its key path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _values(each, (*path, number))
    elif isinstance(value, Line):
        yield from _values(value.value, path)
        yield from _values(value.source, (*path, "source"))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in _THE_ARTICLES:
                yield from _values(getattr(value, name), (*path, field.alias or name))


def _unseen(entry: BaseModel, path: KeyPath) -> Iterator[_Fault]:
    for at, words in _values(entry, path):
        hidden = [
            c for c in words if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") and c not in _JOINERS
        ]
        if hidden:
            shown = words.encode("unicode_escape").decode()
            yield _Fault(
                at,
                f"“{shown}” holds U+{ord(hidden[0]):04X}, which no reader sees",
                "words on one line, without control or invisible characters",
                "name: Ana Novak",
            )
        elif not any(unicodedata.category(c)[0] in "LNPS" for c in words):
            yield _Fault(at, f"“{words}” has nothing to see", "some words", "name: Ana Novak")


def _two_grounds(entry: BaseModel, path: KeyPath) -> Iterator[_Fault]:
    for at, each in ((path, entry), *(((*path, name), held) for name, held in entry)):
        if isinstance(each, Grounds) and each.because and each.source:
            yield _Fault(
                at,
                "it rests on words of the article (`because`) and comes from elsewhere (`source`)",
                "one of the two: the words that say it, or where it is from",
                "because: the mayor of Osterby",
            )


def _in_another_script(entry: BaseModel, path: KeyPath) -> Iterator[_Fault]:
    """A form by which no article in English calls somebody: it would be neither found nor shown."""
    for number, form in enumerate(getattr(entry, "names", ())):
        letters = [letter for letter in form if letter.isalpha()]
        if letters and not any(unicodedata.name(letter, "").startswith("LATIN") for letter in letters):
            yield _Fault(
                (*path, "names", number),
                f"“{form}” is in a script that no article in English is written in",
                "a form that the articles use; how a name is written elsewhere is an alias, with its source",
                f"aliases:\n- {{text: {form}, source: its own website}}",
            )


def _dropped_and_set(entries: Sequence[tuple[KeyPath, Entry]]) -> Iterator[_Fault]:
    for path, entry in entries:
        if isinstance(entry, About) and entry.drop:
            beside = sorted(
                name for name in entry.model_fields_set if name not in _BESIDE_DROP and getattr(entry, name)
            )
            if beside:
                yield _Fault(
                    path,
                    f"it is dropped, and yet {_listed(beside)} {'is' if len(beside) == 1 else 'are'} set",
                    "`drop` alone, or what is to be set without it",
                    "drop: not about the story",
                )


def _merged(entries: Sequence[tuple[KeyPath, Entry]]) -> Iterator[_Fault]:
    """What is merged has no entry of its own, and nothing is merged twice or into itself."""
    own = {(p[0], e.words): p for p, e in entries if isinstance(e, About)}
    into: dict[tuple[Any, str], KeyPath] = {}
    for path, entry in entries:
        for number, words in enumerate(entry.merge if isinstance(entry, About) else ()):
            at, key = (*path, "merge", number), (path[0], words)
            if own.get(key) == path:
                yield _Fault(at, f"“{words}” is merged into itself", "words of another finding", _MERGED)
            elif key in own:
                found = (
                    f"“{words}” is merged into “{getattr(entry, 'words', '')}”, and has an entry of its own"
                )
                yield _Fault(at, found, "one of the two entries", _MERGED)
            elif into.setdefault(key, path) != path:
                found = f"“{words}” is merged into two records ({_named(into[key])} too)"
                yield _Fault(at, found, "one record that it is the same as", _MERGED)


def _twice(entries: Sequence[tuple[KeyPath, Entry]], source: Yaml) -> Iterator[_Fault]:
    """One id, one number and one finding have one entry; one spelling stands once in it.

    Namesakes have an id each: two entries that give one name, and no id, would be told apart by nobody.
    """
    taken: dict[tuple[str, ...], KeyPath] = {}
    for path, entry in entries:
        section = str(path[0])
        keys: dict[tuple[str, ...], str] = {}
        if isinstance(entry, About) and not entry.add:
            keys["words", section, entry.words, entry.paragraph or ""] = f"“{entry.words}”"
        for form in getattr(entry, "names", ()):
            keys["names", section, form] = f"the form “{form}”"
        for name in ("id", "wikidata"):
            given = getattr(entry, name, None)
            if given:
                keys[name, given] = f"the {'id' if name == 'id' else 'number'} {given}"
        called = getattr(entry, "name", None)
        if isinstance(called, Line) and section == "actors" and not getattr(entry, "id", None):
            keys["name", section, called.value.casefold()] = f"the name “{called.value}”, without an id,"
        for key, what in keys.items():
            first = taken.setdefault(key, path)
            if first != path:
                line = source.line((*first, key[0]))
                found = f"{what} stands in {_named(first)} (line {line}) too"
                yield _Fault(
                    (*path, key[0]), found, "one entry for each; two that are one thing are joined", _MERGED
                )
        seen: dict[str, int] = {}
        for number, alias in enumerate(getattr(entry, "aliases", ())):
            if seen.setdefault(alias.text.casefold(), number) != number:
                yield _Fault(
                    (*path, "aliases", number),
                    f"the alias “{alias.text}” stands twice",
                    "each alias once",
                    "aliases: [A. Novak]",
                )


def _related(relations: Sequence[RelationEntry], source: Yaml) -> Iterator[_Fault]:
    """A relation is of two records and drawn once; from a part to its whole it is drawn one way."""
    drawn: dict[tuple[str, str, str], int] = {}
    for number, each in enumerate(relations):
        path: KeyPath = ("relations", number)
        if each.subject == each.object:
            yield _Fault(
                (*path, "object"),
                f"“{each.object}” is related to itself",
                "another record’s id",
                "object: osterby",
            )
            continue
        turned = drawn.get((each.object, each.predicate, each.subject))
        first = drawn.setdefault((each.subject, each.predicate, each.object), number)
        if first != number and relations[first].words == each.words:
            other, told = first, "the same relation"
        elif turned is not None and each.predicate in MUTUAL:
            other, told = turned, "the same relation, the other way round,"
        elif turned is not None and each.predicate in NESTING:
            other, told = turned, f"that “{each.object}” is part of “{each.subject}”"
        else:
            continue
        line = source.line(("relations", other))
        found = f"{told} stands in relations[{other}] (line {line})"
        yield _Fault(path, found, "one of the two", _RELATED)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _named(path: KeyPath) -> str:
    return f"{path[0]}[{path[1]}]"
