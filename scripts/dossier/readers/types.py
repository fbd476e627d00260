"""The types that each kind of finding may have, from the vocabularies of the data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from dossier.readers.given import Kind
from dossier.reading.lexicon import load_table
from dossier.vocabularies import ActorKind, AgreementKind, ClaimKind, PlaceKind, event_types


def values_of(vocabulary: Any) -> tuple[str, ...]:
    """The values of a closed vocabulary."""
    return tuple(get_args(get_args(vocabulary)[0]))


def types_of(kind: Kind) -> tuple[str, ...]:
    """The types a kind of finding may have; none where it has none."""
    if kind == "event":
        return tuple(event_types())
    if kind == "relation":
        return tuple(predicate_words())
    vocabulary = _VOCABULARIES.get(kind)
    return values_of(vocabulary) if vocabulary is not None else ()


def kind_of(type: str) -> Kind | None:
    """The kind of finding that has a type of this name; of several the first in the order of the kinds."""
    order: tuple[Kind, ...] = ("claim", "event", "actor", "place", "relation", "agreement")
    return next((kind for kind in order if type in types_of(kind)), None)


def predicate_words() -> Mapping[str, frozenset[str]]:
    """The relations that a reader may state, each with the lemmas that say it."""
    return load_table("predicates", dict[str, frozenset[str]], "dossier.readers")


_VOCABULARIES: Mapping[Kind, Any] = MappingProxyType(
    {
        "actor": ActorKind,
        "place": PlaceKind,
        "claim": ClaimKind,
        "agreement": AgreementKind,
    }
)
