"""What concerns an actor through others: its members, office-holders, organs and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.facts import Sourced, value_of
from dossier.model import Actor, Agreement, Event, Place
from dossier.site.pages import leads
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Section
from dossier.site.pages.frame import listing, section
from dossier.site.pages.linker import Linker
from dossier.site.pages.when import by_date


def meeting_sections(linker: Linker, actor: Actor) -> Iterator[Section | None]:
    """Events that hit its members, then what reaches it through what belongs to it; each heading says so."""
    catalogue = linker.catalogue
    events = by_date(catalogue.dossier.events)
    hit = [event for event in events if actor.id in _hit(catalogue, event)]
    yield section("members", "Its members among the dead and injured", listing(_told(linker, hit), "events"))
    own = {*(event.id for event in hit), *(id for id, who in _taking_part(catalogue) if who == actor.id)}
    parts = {part.id: why for part, why in _parts(linker, actor)}
    records: tuple[Event | Agreement, ...] = (*events, *catalogue.dossier.agreements)
    lines = [
        (*leads.with_link(linker, record), *parts[through[0]])
        for record in records
        if record.id not in own and (through := [id for id in _concerned(catalogue, record) if id in parts])
    ]
    title = "Through its organs, office-holders and places"
    yield section("through-parts", title, listing(lines, "events"))


def _told(linker: Linker, events: Iterable[Event]) -> list[Inline]:
    return [(*leads.with_link(linker, e), " ", *linker.marks(e.casualties[0].evidence)) for e in events]


def _parts(linker: Linker, actor: Actor) -> Iterator[tuple[Actor | Place, Inline]]:
    """What belongs to an actor by the articles' own word, each with how that is said behind a sentence."""
    dossier = linker.catalogue.dossier
    for other in dossier.actors:
        if _is(other.organ_of, actor.id):
            yield other, (" – through ", linker.link(other.id))
        for role in other.roles:
            if role.value.of == actor.id and not role.value.former and not role.according_to:
                yield other, (" – through ", linker.link(other.id), f", {role.value.title}")
    for place in dossier.places:
        if _is(place.country, actor.id):
            yield place, (" – in ", linker.link(place.id, place.name.value))


def _is(fact: Sourced | None, id: str) -> bool:
    return fact is not None and not fact.according_to and getattr(fact, "value", None) == id


def _concerned(catalogue: Catalogue, record: Event | Agreement) -> list[str]:
    """Ids of whom and what an event or agreement concerns: the hit, who takes part, where."""
    if isinstance(record, Agreement):
        found = [party.value.actor for party in record.parties]
        return [str(id) for id in (*found, value_of(record.recipient), value_of(record.where)) if id]
    taking_part = [each.value.actor for each in record.participants]
    return [str(id) for id in (*_hit(catalogue, record), *taking_part, value_of(record.place)) if id]


def _hit(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    """Ids of the actors that the words for the dead and injured name."""
    words = " ".join(f"{each.value.group or ''} {each.value.as_reported}" for each in event.casualties)
    return catalogue.named_in(words)


def _taking_part(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for event in catalogue.dossier.events:
        yield from ((event.id, each.value.actor) for each in event.participants)
    for agreement in catalogue.dossier.agreements:
        yield from ((agreement.id, each.value.actor) for each in agreement.parties)
        if agreement.recipient:
            yield agreement.id, agreement.recipient.value
