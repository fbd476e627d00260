"""The actors and places of a dossier as what surrounds events: who is named in which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dossier.assembly.across.forms import body_key, is_everywhere
from dossier.assembly.across.profiles import BODIES
from dossier.model import Actor, Place

_WIDE = {"country", "region", "province"}


def surroundings(
    actors: Iterable[Actor], places: Iterable[Place], articles_of: Mapping[str, str]
) -> tuple[dict[str, frozenset[str]], dict[str, str], dict[str, Actor | Place]]:
    """By article the ids of the actors and places it names; the kind of each; and all by id.

    Kinds are person, body, place and state. Left out is what says little: a surname alone, and a
    body's name that many bear, or that of an outlet or agency.
    """
    named: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    known: dict[str, Actor | Place] = {}
    both: list[Actor | Place] = [*actors, *places]
    for each in both:
        known[each.id] = each
        kind = _kind(each)
        kinds[each.id] = kind or "state"
        if kind:
            for id in each.mentions:
                named[articles_of[id]].add(each.id)
    return {article: frozenset(ids) for article, ids in named.items()}, kinds, known


def people_of(actors: Iterable[Actor], articles_of: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By article the full names of the persons that it names, each with the person's id."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for each in actors:
        if each.kind.value != "person":
            continue
        names = (each.name.value, *(alias.value.text for alias in each.aliases))
        for article in {articles_of[id] for id in each.mentions}:
            found[article].update((name, each.id) for name in names if " " in name)
    return found


def _kind(each: Actor | Place) -> str | None:
    name, kind = each.name.value, each.kind.value
    if isinstance(each, Place):
        return "state" if kind in _WIDE else "place"
    if kind in BODIES:
        return None if is_everywhere(body_key(name)) else "body"
    if kind == "person":
        return "person" if " " in name else None
    return "state" if kind == "state" else None
