"""What concerns an actor through others: its members, office-holders, organs and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dossier.facts import Sourced, value_of
from dossier.model import Actor, Agreement, AnyRecord, Event, Place
from dossier.site.pages import leads, nouns, wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Inline, Section
from dossier.site.pages.frame import listing, section
from dossier.site.pages.linker import Linker
from dossier.site.pages.when import by_date

_KINDS = ("organs", "office-holders", "places")


class Met(NamedTuple):
    """What concerns an actor through others."""

    hit: tuple[str, ...] = ()
    """Ids of the events that hit its members."""
    reached: tuple[tuple[str, str, bool], ...] = ()
    """Ids of an event or agreement and of the part of it that this reaches; whether it hit its members."""
    parts: tuple[tuple[str, str | None], ...] = ()
    """Ids of these parts, and of who holds an office which."""


class Meetings:
    """Which events and agreements concern whom, and what belongs to whom; made once for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._notes = catalogue.notes
        events, agreements = by_date(catalogue.dossier.events), catalogue.dossier.agreements
        self._records: tuple[Event | Agreement, ...] = (*events, *agreements)
        self._concerned = [_concerned(catalogue, record) for record in self._records]
        """Of each record, whom and what it concerns, in its order."""
        self._concerning: dict[str, list[int]] = defaultdict(list)
        for number, ids in enumerate(self._concerned):
            for id in dict.fromkeys(ids):
                self._concerning[id].append(number)
        self._hit: dict[str, list[str]] = defaultdict(list)
        for event in events:
            for id in dict.fromkeys(_hit(catalogue, event)):
                self._hit[id].append(event.id)
        self._taking_part: dict[str, set[str]] = defaultdict(set)
        for id, who in _taking_part(catalogue):
            self._taking_part[who].add(id)
        self._belonging: dict[str, list[_Part]] = defaultdict(list)
        for part in _parts(catalogue):
            self._belonging[part.of].append(part)

    def of(self, actor: str) -> Met:
        """What concerns an actor through others, by date."""
        self._notes.note("met", actor)
        hit = self._hit.get(actor, [])
        own = {*hit, *self._taking_part.get(actor, ())}
        parts = {part.it: part.title for part in self._belonging.get(actor, ())}
        reached = []
        for number in sorted({number for id in parts for number in self._concerning.get(id, ())}):
            record = self._records[number]
            through = next(id for id in self._concerned[number] if id in parts)
            if record.id not in own:
                reached.append((record.id, through, record.id in self._hit.get(through, ())))
        through_what = dict.fromkeys(through for _, through, _ in reached)
        return Met(tuple(hit), tuple(reached), tuple((id, parts[id]) for id in through_what))


class _Part(NamedTuple):
    """Something that belongs to an actor by the articles' own word: their ids."""

    of: str
    it: str
    title: str | None = None
    """The office, of who holds one."""


def meeting_sections(linker: Linker, actor: Actor, meetings: Meetings) -> Iterator[Section | None]:
    """Events that hit its members, then what reaches it through what belongs to it; each heading says so."""
    met, records = meetings.of(actor.id), linker.catalogue.records
    hit = [event for id in met.hit if isinstance(event := records[id], Event)]
    among = _victims(kind for event in hit for kind in _kinds_of(event))
    yield section("members", f"Its members among {among}", listing(_told(linker, hit), "events"))
    titles = dict(met.parts)
    lines, kinds = [], set()
    for id, through, is_hit in met.reached:
        record = records[id]
        told, title = leads.with_link(linker, record), titles[through]
        if through not in linker.catalogue.named_in(plain(told)):
            told = (*told, *_concerning(linker, actor, through, title, record if is_hit else None))
        elif not is_hit and not linker.catalogue.is_a(through, Place):
            told = (*told, f" – {_what_of(actor, title)}")
        lines.append(told)
        kinds.add(_kind(linker, through, titles[through]))
    title = f"What concerns its {wording.listed([kind for kind in _KINDS if kind in kinds])}"
    yield section("through-parts", title, listing(lines, "events"))


def _told(linker: Linker, events: Iterable[Event]) -> list[Inline]:
    return [(*leads.with_link(linker, e), " ", *linker.marks(e.casualties[0].evidence)) for e in events]


def _kind(linker: Linker, part: str, title: str | None) -> str:
    if linker.catalogue.is_a(part, Place):
        return "places"
    return "organs" if title is None else "office-holders"


def _concerning(linker: Linker, actor: Actor, part: str, title: str | None, hurt: AnyRecord | None) -> Inline:
    """How a record concerns the actor, behind its sentence: whom it hit, who acts, or where it was."""
    it = linker.catalogue.records[part]
    if isinstance(it, Place):
        return (" – in ", linker.link(part, it.name.value))
    if isinstance(hurt, Event):
        return (f" – {_victims(_kinds_of(hurt))}: ", linker.link(part))
    return (f" – {_what_of(actor, title)}: ", linker.link(part))


def _what_of(actor: Actor, title: str | None) -> str:
    """What a part is of the actor: "its organ", "its President", "Norlandic envoy"."""
    if title is None:
        return "its organ"
    return title if nouns.adjective_of(actor.name.value, title) else f"its {title}"


def _kinds_of(event: Event) -> Iterator[str]:
    """The kinds of an event's casualties."""
    return (each.value.kind for each in event.casualties)


_HARMED = (
    ("killed", "dead"),
    ("injured", "injured"),
    ("missing", "missing"),
    ("displaced", "displaced"),
)


def _victims(told: Iterable[str]) -> str:
    """Who was hit, by kinds of casualties: "the dead and injured"."""
    kinds = set(told)
    words = [word for kind, word in _HARMED if kind in kinds]
    return f"the {' and '.join(words) or 'victims'}"


def _parts(catalogue: Catalogue) -> Iterator[_Part]:
    for other in catalogue.dossier.actors:
        if whole := _told_of(other.organ_of):
            yield _Part(whole, other.id)
        for role in other.roles:
            if role.value.of and not role.value.former and not role.according_to:
                yield _Part(role.value.of, other.id, role.value.title)
    for place in catalogue.dossier.places:
        if whole := _told_of(place.country):
            yield _Part(whole, place.id)


def _told_of(fact: Sourced | None) -> str | None:
    """What a fact says that is nobody's word but the article's."""
    return None if fact is None or fact.according_to else getattr(fact, "value", None)


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
