"""An editor's files from disk: each in its shape, and at odds with itself nowhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dossier.editing.contradictions import contradictions
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE, Authorities, Curation
from dossier.editing.name_list import load_name_list
from dossier.errors import DossierError, Problem
from dossier.seeds.articles import Seed
from dossier.seeds.door import CURATION, NAME_LIST, Folder, curation_of, read_text
from dossier.seeds.shape import validated
from dossier.seeds.strict_yaml import read_yaml

S = TypeVar("S", Curation, Authorities)

_CURATION = {
    "actors": "actors:\n- words: Ana Novak\n  description: Mayor of Osterby.\n"
    "  because: the mayor of Osterby",
    "places": "places:\n- words: Oesterby\n  name: Osterby\n"
    "  geo: {lat: 55.2, lon: 11.9, gazetteer: GeoNames}",
    "events": "events:\n- words: an ambush on the ferry\n  title: Ambush of a ferry",
    "agreements": "agreements:\n- words: agreed to share a ferry\n  title: Shared ferry",
    "quotes": "quotes:\n- words: The ferry is late\n  about: [osterby]",
    "claims": "claims:\n- words: claimed responsibility\n  about: ferry-ambush",
    "reviewed": "reviewed:\n- words: blamed on the Reef League\n  seen: 3f2a9c0d1e2f",
    "relations": "relations:\n- words: a partner of Osterby\n  subject: vesterby\n"
    "  predicate: ally_of\n  object: osterby",
}
_AUTHORITIES = {
    "actors": "actors:\n- name: Ana Novak\n  names: [Ana Novak, Novak]\n"
    "  description: Mayor of Osterby.\n  source: the town's own page",
    "places": "places:\n- name: Osterby\n  names: [Osterby, Oesterby]\n"
    "  geo: {lat: 55.2, lon: 11.9, gazetteer: GeoNames}",
    "same": "same:\n- between:\n  - {article: ferry-raid, words: Mayor Ana Novak}\n"
    "  - {article: port-fire, words: A. Novak}",
    "different": "different:\n- between:\n  - {article: ferry-raid, words: Ana Novak}\n"
    "  - {article: bakers-prize, words: Ana Novak}",
}
EXAMPLES: dict[type[BaseModel], dict[str, str]] = {CURATION_SHAPE: _CURATION, AUTHORITIES_SHAPE: _AUTHORITIES}
"""Of each kind of file, a correct entry of each section."""


def load_curation(path: Path) -> Curation:
    """The curation file of one article; empty when there is none.

    Raises DossierError with every problem of the file.
    """
    return _load(path, CURATION_SHAPE)


def carried_curation(said: Mapping[str, Any], file: Path) -> Curation:
    """The same of a private text that is not here, as a build with the text left it.

    Raises DossierError when it is no curation file's.
    """
    try:
        return CURATION_SHAPE.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        raise DossierError(
            [
                Problem(
                    file=str(file),
                    where=f"curation: {'.'.join(map(str, first['loc']))}",
                    found=first["msg"].lower(),
                    expected="what dossier build wrote; take the file back, or build where the text is",
                )
            ]
        ) from None


def misplaced_curations(folder: Folder, seeds: Iterable[Seed]) -> Iterator[Problem]:
    """A problem for each curation file that no article has the name of, or that is not beside the text."""
    right = {curation_of(path, private): path for path in folder.articles for private in (False, True)}
    wrong = {curation_of(seed.path, not seed.is_private): seed for seed in seeds}
    for path in folder.curations:
        if path not in right:
            yield Problem(
                file=str(path),
                found="no article has this name",
                expected="the article's file name with .curation.yaml for .md",
                example=f"{path.name.removesuffix(CURATION)}.md",
            )
        elif path in wrong:
            seed = wrong[path]
            yield Problem(
                file=str(path),
                found=f"the text of {seed.path.name} is {'private' if seed.is_private else 'not private'}",
                expected="what an editor says of a text, which quotes it, beside it",
                example=str(curation_of(seed.path, seed.is_private)),
            )


def load_authorities(path: Path) -> Authorities:
    """The authority file and the list of names beside it (`.csv`); empty when there are none.

    Raises DossierError with every problem of the file that has some.
    """
    return _load(path, AUTHORITIES_SHAPE).beside(load_name_list(path.with_name(NAME_LIST)))


def _load(path: Path, shape: type[S]) -> S:
    if not os.path.lexists(path):
        return shape()
    examples = EXAMPLES[shape]
    source = read_yaml(read_text(path), str(path), example=examples["actors"])
    file = validated(shape, source, examples=examples)
    problems = contradictions(file, source)
    if problems:
        raise DossierError(problems)
    return file
