"""What the pictures are made of: shapes and places, without markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A span of time on the scale: offsets and width in per cent."""

    href: str
    text: str
    when: str
    left: float
    width: float
    lane: int
    kind: str
    """How its date is meant: on, during, within, before, after; planned of what was to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Events drawn to scale; `ticks` are (offset in per cent, label)."""

    type: ClassVar[str] = "scale"
    label: str
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    lanes: int
    legend: tuple[tuple[str, str], ...]
    """(kind of bar, what it means)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of the network picture: a button at a place, which opens what is known of the actor."""

    id: str
    text: str
    kind: str
    told: tuple[tuple[str, str], ...]
    """One sentence about the actor in parts, as (words, address or "")."""
    ties: tuple[tuple[str, str], ...]
    """Its arrows, as (words, address of the page that shows it or "")."""
    x: int
    y: int
    width: int
    row: int
    """Where it stands on a phone, from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow or line of the network picture, a link to the page that shows it; `kind` gives its style."""

    kind: str
    directed: bool
    """Whether it has a head: what both are to each other has none."""
    text: str
    """What it says in words."""
    path: str
    href: str
    x: int
    y: int
    """Its middle, where the words stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """The same beside a list of the nodes, for a phone."""

    kind: str
    directed: bool
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network picture of the actors."""

    type: ClassVar[str] = "network"
    width: int
    height: int
    label: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    arcs: tuple[Arc, ...]
    legend: tuple[tuple[str, str], ...]
    """(kind of line, what it means)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place on the locator picture."""

    text: str
    x: int
    y: int
    anchor: str
    """start or end: on which side of the pin its name stands."""
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """A locator picture: land, borders and pins."""

    type: ClassVar[str] = "locator"
    width: int
    height: int
    label: str
    land: str
    borders: str
    pins: tuple[Pin, ...]
    caption: str
    """Where the coordinate and the land come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A name on a map; `anchor` (start, middle, end) says which part of it stands at x."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A line from a pin to its name."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPin:
    """A place on the map: a link."""

    href: str
    text: str
    x: int
    y: int
    written: Written | None
    """Where its name stands; None where there is no room for it."""
    leader: Leader | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The map of all places."""

    type: ClassVar[str] = "map"
    width: int
    height: int
    label: str
    land: str
    borders: str
    countries: tuple[Written, ...]
    pins: tuple[MapPin, ...]
    caption: str
