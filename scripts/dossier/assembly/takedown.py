"""What an editor dropped, out of everything that is published.

The records about a dropped name are left out when the dossier is assembled. Here it is looked for in all
that is left: in the article's own words, in titles and ids, in the address of the original.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dossier.assembly.entity import entities_of
from dossier.assembly.ids import slug
from dossier.editing.sources import Source
from dossier.errors import Problem
from dossier.model import Dossier

MARK = "▇"
_CONTEXT = 30
_FILE_NAME = " (file name)"
_EXAMPLE = "actors:\n- words: Ana Novak\n  drop: no public person\n  elsewhere: redact"
_LEFT_AS_IT_IS = frozenset(("sha256", "read_by"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A name an editor dropped, with the entry that says so."""

    section: str
    name: str
    forms: frozenset[str]
    """Under which articles name it."""
    elsewhere: str | None
    """What the entry says of the article's own words: keep or redact."""
    file: str
    path: str


def dropped_names(sources: Sequence[Source]) -> tuple[Dropped, ...]:
    """Every name that an entry drops; a single word of it that others' names hold too is not meant."""
    entities = [entity for source in sources for entity in entities_of(source, [])]
    gone = {(e.section, e.parts[0][1].name) for e in entities if e.dropped}
    others = {
        word
        for e in entities
        if (e.section, e.parts[0][1].name) not in gone
        for form in e.forms()
        for word in (form, *form.split())
    }
    return tuple(
        Dropped(
            section=entity.section,
            name=entity.parts[0][1].name,
            forms=frozenset(f for f in entity.forms() if f not in others) | {entity.parts[0][1].name},
            elsewhere=entity.dropped.elsewhere,
            file=entity.dropped.file,
            path=entity.dropped.path,
        )
        for entity in entities
        if entity.dropped
    )


def hidden_slugs(dropped: Collection[Dropped]) -> frozenset[str]:
    """What no id may hold: the names that are to be nowhere, as they stand in an address."""
    return frozenset(slug(form) for each in dropped if each.elsewhere != "keep" for form in each.forms)


def still_named(dossier: Dossier, dropped: Collection[Dropped]) -> Iterator[Problem]:
    """A problem for each place where a dropped name still stands and no entry says what becomes of it."""
    looked_for = [each for each in dropped if each.elsewhere != "keep"]
    data = dossier.model_dump(mode="json") if looked_for else {}
    for each in looked_for:
        for where, words in dict.fromkeys(_places(data, _pattern(each), each)):
            if where.endswith(_FILE_NAME):
                yield _in_file_name(each, words)
            elif each.elsewhere is None:
                yield _in_words(each, where, words)


def _in_file_name(dropped: Dropped, id: str) -> Problem:
    return Problem(
        file=dropped.file,
        where=dropped.path,
        found=f"“{dropped.name}” is dropped, but the article's file name, and so its address, holds it: {id}",
        expected="a file name without it: rename the article; or `elsewhere: keep`",
        example=_EXAMPLE,
    )


def _in_words(dropped: Dropped, where: str, words: str) -> Problem:
    return Problem(
        file=dropped.file,
        where=dropped.path,
        found=f"“{dropped.name}” is dropped, but still stands in {where}: “{words}”",
        expected=f"`elsewhere: redact` to show {MARK} there, or `elsewhere: keep`",
        example=_EXAMPLE,
    )


def redacted(dossier: Dossier, dropped: Collection[Dropped]) -> Dossier:
    """The dossier with a mark for each dropped name that is to be redacted."""
    looked_for = [each for each in dropped if each.elsewhere == "redact"]
    if not looked_for:
        return dossier
    data = dossier.model_dump(mode="json", exclude_none=True)
    for each in looked_for:
        data = _without(data, _pattern(each), each)
    return Dossier.model_validate(data)


def without_drops(source: Source) -> Source:
    """An article without what its curation file says of the names it drops."""
    curation = source.curation
    update = {
        "actors": tuple(entry for entry in curation.actors if entry.drop is None),
        "places": tuple(entry for entry in curation.places if entry.drop is None),
    }
    return replace(source, curation=curation.model_copy(update=update))


def _pattern(dropped: Dropped) -> re.Pattern[str]:
    """The forms of a name as whole words, as written and in capitals."""
    spelled = {*dropped.forms, *(form.upper() for form in dropped.forms)}
    longest_first = sorted(spelled, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, longest_first))})(?!\w)")


def _spaced(form: str) -> str:
    return r"\s+".join(map(re.escape, form.split()))


def _places(
    value: Any, pattern: re.Pattern[str], dropped: Dropped, path: str = ""
) -> Iterator[tuple[str, str]]:
    """Where the name stands: the path in the data, and the words around it."""
    if isinstance(value, dict):
        path = f"{path}[{value['id']}]" if isinstance(value.get("id"), str) else path
        if "headline" in value and _in_address(value["id"], dropped):
            yield f"{path}{_FILE_NAME}", value["id"]
        for key, each in value.items():
            if key not in _LEFT_AS_IT_IS:
                yield from _places(each, pattern, dropped, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for each in value:
            yield from _places(each, pattern, dropped, path)
    elif isinstance(value, str):
        found = pattern.search(value)
        if found:
            start, end = max(found.start() - _CONTEXT, 0), found.end() + _CONTEXT
            yield path.removesuffix(".value"), " ".join(value[start:end].split())
        elif _is_url(value) and _in_address(value, dropped):
            yield path, value


def _without(value: Any, pattern: re.Pattern[str], dropped: Dropped) -> Any:
    if isinstance(value, dict):
        return {
            key: each if key in _LEFT_AS_IT_IS else _without(each, pattern, dropped)
            for key, each in value.items()
            if not (isinstance(each, str) and _is_url(each) and _in_address(each, dropped))
        }
    if isinstance(value, list):
        return [_without(each, pattern, dropped) for each in value]
    return pattern.sub(MARK, value) if isinstance(value, str) else value


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _in_address(address: str, dropped: Dropped) -> bool:
    """Whether an address holds the name."""
    return f"-{slug(dropped.name)}-" in f"-{slug(re.sub(r'[^A-Za-z0-9]+', ' ', address))}-"
