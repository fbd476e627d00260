"""The titles that articles give people, in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dossier.assembly.across.forms import state_name, title_key, tokens
from dossier.reading.findings import RoleFinding
from dossier.reading.names.gazetteer import load_gazetteer

_OVER = 2
"""Words of what somebody is over that may stand on either side of the office: "of Foreign Affairs"."""

Bodies = Mapping[tuple[str, ...], str]
"""The words of each form in which an article names a body, with the name under which it is compared."""


class Office(NamedTuple):
    """What somebody is."""

    title: str
    """In small letters: "prime minister", "chief executive"."""
    of: str
    """The folded name of the state or body that it is held in; "" where nothing is said."""


def office_told(role: RoleFinding, bodies: Bodies) -> Office:
    """A title with what it is held in taken out of its words.

    "Orrin Boats CEO" is the chief executive of Orrin Boats, "President of Fiji" is that of Fiji; and the
    "Minister of Fisheries" is the fisheries minister.
    """
    of = (state_name(role.of) or role.of if role.of else "").casefold()
    head, _, tail = role.title.partition(" of ")
    if held := _held_in(tail, bodies):
        return Office(title_key(head), held)
    over = tokens(tail)
    in_order = (*over, *tokens(head)) if len(over) <= _OVER else tokens(role.title)
    title, before = _without_owner(in_order, bodies)
    return Office(title_key(" ".join(title)), of or before)


def _held_in(words: str, bodies: Bodies) -> str:
    """The state or body that words name; "" where they name none."""
    found = tokens(words.removeprefix("the "))
    return bodies.get(found) or (state_name(words) or "").casefold()


def _without_owner(title: tuple[str, ...], bodies: Bodies) -> tuple[tuple[str, ...], str]:
    """The words of a title without the body or state that they begin with, and that."""
    for stop in range(len(title) - 1, 0, -1):
        owner = title[:stop]
        of = bodies.get(owner) or load_gazetteer().demonyms.get(" ".join(owner), "").casefold()
        if of:
            return title[stop:], of
    return title, ""
