"""The page of a place."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.facts import value_of
from dossier.model import Event, Place, Quote
from dossier.site.pages import leads, wording
from dossier.site.pages.document import Chip, Page, Row
from dossier.site.pages.frame import (
    also_known_as,
    described_rows,
    external_ids,
    heading_row,
    infobox,
    lead,
    listing,
    record_page,
    row,
    section,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.locator import locate
from dossier.site.pages.relations import relation_lines
from dossier.site.pages.told import dated
from dossier.site.pages.when import by_date


def place_page(linker: Linker, place: Place) -> Page:
    """The page of one place: what it is, where it is, what happened there."""
    events = [
        event for event in linker.catalogue.naming_of(place.id, Event) if value_of(event.place) == place.id
    ]
    quotes = [
        quote
        for quote in linker.catalogue.naming_of(place.id, Quote)
        if any(topic.value == place.id for topic in quote.about)
    ]
    return record_page(
        linker,
        place,
        kind=place.kind.value,
        blocks=[
            *lead(linker, place, place.kind, place.description),
            also_known_as(linker, place.aliases, place.name.value),
            infobox(place.name.value, _facts(linker, place)),
            locate(linker, place),
        ],
        sections=[
            section(
                "events",
                "Events here",
                listing([dated(linker, event) for event in by_date(events)], "events"),
            ),
            section(
                "said-about",
                "Said about",
                listing(
                    [
                        (*leads.with_link(linker, quote), " ", *linker.marks(quote.segments))
                        for quote in quotes
                    ]
                ),
            ),
            section("relations", "Relations", listing(relation_lines(linker, place.id), "relations")),
        ],
    )


def _facts(linker: Linker, place: Place) -> Iterator[Row | None]:
    yield heading_row(linker, "Name", place.name)
    kind = place.kind.value
    chip = Chip(kind=kind, text=wording.wording().place_kinds[kind])
    yield row("Kind", (chip, " ", *linker.source(place.kind)))  # what sort of place it is, nobody alleges
    if place.part_of:
        yield row("Part of", linker.fact(place.part_of, linker.named(place.part_of.value)))
    if place.country:
        yield row("Country", (linker.named(place.country.value), " ", *linker.source(place.country)))
    yield from described_rows(linker, place)
    yield row("Places in it here", linker.links(linker.catalogue.inside.get(place.id, ())))
    if place.geo:
        geo = place.geo.value
        coordinate = f"{_degrees(geo.lat, 'N', 'S')}, {_degrees(geo.lon, 'E', 'W')}"
        yield row("Coordinate", linker.fact(place.geo, coordinate))
    yield external_ids(linker, place)


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.2f}° {positive if value >= 0 else negative}"
