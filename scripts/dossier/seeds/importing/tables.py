"""The tables of the import, from the YAML files beside this module, in their shapes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator

from dossier.reading.lexicon import load_table

Words = Annotated[frozenset[str], BeforeValidator(lambda text: frozenset(text.split()))]
"""Words parted by spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What the tags, classes and types of a page mean for its text; the file says it of each."""

    blocks: Words
    inline: Words
    silent: Words
    not_text: dict[str, Words]
    """Tags by what the user is told they are."""
    table: Words
    furniture: Words
    articles: Words
    hidden_classes: Words
    note_classes: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words that a text's lines and head are judged by."""

    prefixes: Words
    telling: Words
    months: Annotated[tuple[str, ...], BeforeValidator(str.split)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """How lists of names call what a list of ours has."""

    columns: dict[str, tuple[str, ...]]
    popolo: dict[str, str]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A line that is no part of an article."""

    pattern: str
    name: str
    """What the user is told it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """Lines that are no part of an article, by what they end or where they stand."""

    ends: tuple[Furniture, ...]
    lines: tuple[Furniture, ...]
    tops: tuple[Furniture, ...]


@cache
def markup() -> Markup:
    """`markup.yaml`."""
    return load_table("markup", Markup, __package__)


@cache
def vocabulary() -> Vocabulary:
    """`words.yaml`."""
    return load_table("words", Vocabulary, __package__)


@cache
def lists() -> Lists:
    """`lists.yaml`."""
    return load_table("lists", Lists, __package__)


@cache
def boilerplate_lines() -> Boilerplate:
    """`boilerplate.yaml`."""
    return load_table("boilerplate", Boilerplate, __package__)


@cache
def keys() -> dict[str, tuple[str, ...]]:
    """`keys.yaml`: our keys, and those of others for the same thing."""
    return load_table("keys", dict[str, tuple[str, ...]], __package__)
