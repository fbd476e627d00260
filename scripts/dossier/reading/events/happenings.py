"""An article to what happened in it, by the frames of events: one finding for one event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.records import source_finding, standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.casualties import casualties_in
from dossier.reading.events.gathering import Gathering, Told, lay_before, means
from dossier.reading.events.guards import kept_in_office
from dossier.reading.events.reasons import circumstances_of
from dossier.reading.events.tellings import Telling, Tellings
from dossier.reading.events.titles import Titles
from dossier.reading.findings import (
    Casualties,
    EventFinding,
    Participant,
    Quantity,
    SlotFinding,
    SourceFinding,
    Span,
)
from dossier.reading.frames.matcher import Match
from dossier.reading.grammar.dependents import SUBJECTS, is_definite, is_verb
from dossier.reading.grammar.noun_classes import is_of
from dossier.reading.grammar.standing import standing_of
from dossier.reading.tree import Tree, Word

_GIVES = frozenset(("statement", "assessment", "evidence", "accusation", "warning"))
_COUNTS = frozenset(("statement", "assessment", "evidence"))


def happenings(
    scene: Scene, attributions: Attributions, quantities: tuple[Quantity, ...]
) -> tuple[EventFinding, ...]:
    """Events by the frames that yield them, in text order."""
    tellings, gathering = Tellings(scene), Gathering(scene)
    for _, tree in scene.parses.all():
        counted = gathering.counted_in(tree)
        for telling in tellings.of(tree):
            if counted is not None and _is_told_by_number(telling, counted):
                continue
            gathering.add(telling, enough=any(tellings.guards.says_enough(m) for m in telling.matches))
        gathering.point_back(tree)
    refused = {name for _, tree in scene.parses.all() for name in kept_in_office(scene, tree)}
    told_of = (each for each in gathering.events() if not refused or not _is_refused(each, refused))
    events = [each for each in told_of if not _is_only_alleged(attributions, each)]
    families: dict[int, set[str]] = {}
    for each in (t for event in events for t in event.tellings):
        families.setdefault(id(each.tree), set()).add(each.family)
    composer = _Composer(scene, attributions, quantities, families)
    found = ((told, composer.finding(told)) for told in events)
    worded = ((told, event) for told, event in found if event.title)
    return tuple(event for told, event in worded if not (told.first.gathers and _is_bare(scene, event)))


def _is_told_by_number(telling: Telling, counted: Told) -> bool:
    """Whether a sentence that only counts those hurt in an event tells no act of its own."""
    named = any(f.name is not None for f in telling.first.slots.get("who", ()))
    return (telling.family == "death" and not named) or (telling.gathers and not counted.first.gathers)


def _is_bare(scene: Scene, event: EventFinding) -> bool:
    """Whether nothing is told of an act but its sort: no day, no place, no number, and nobody beside it."""
    told = event.date or event.casualties or any(True for e in event.evidence for _ in scene.names.within(e))
    return " " not in event.title and not told


def _is_only_alleged(attributions: Attributions, told: Told) -> bool:
    """Whether an act is told only as what somebody is accused of, nobody says by whom."""
    overs = ((m, attributions.over(t.tree, m.trigger)) for t in told.tellings for m in t.matches)
    return not told.pointed and all(
        over is not None
        and over.kind == "accusation"
        and over.source is None
        and (is_verb(match.trigger) or not is_definite(match.trigger))
        and _is_alleged(match.trigger, over)
        for match, over in overs
    )


def _is_alleged(word: Word, over: Attribution) -> bool:
    """Whether an act is what an accusation is of: not what is known beside it, as of "a role in a raid"."""
    if word in over.heads:
        return True
    if word.dep == "relcl":
        return word.head in over.heads
    return word.dep in ("conj", "xcomp", "dobj") and _is_alleged(word.head, over)


def _is_refused(told: Told, names: Set[str]) -> bool:
    """Whether an event is a resignation handed in that was not accepted, and so was none."""
    if told.first.first.frame.frame != "resignation" or any(is_verb(m.trigger) for m in told.matches):
        return False
    return any(f.name in names for m in told.matches for f in m.slots.get("who", ()))


class _Composer:
    """Makes findings of the events of one article."""

    def __init__(
        self,
        scene: Scene,
        attributions: Attributions,
        quantities: tuple[Quantity, ...],
        telling: Mapping[int, Set[str]],
    ) -> None:
        """`telling`: families of the events that a tree tells, by its id; others may count their dead too."""
        self.scene = scene
        self.attributions = attributions
        self.quantities = quantities
        self.telling = telling
        self.titles = Titles(scene)

    def finding(self, told: Told) -> EventFinding:
        """The event that some tellings tell."""
        first = told.first.heaviest
        where = next((t for t in told.tellings if t.places), None)
        place = where.places[0] if where is not None else None
        there = place is not None and not self.titles.is_beside(place)
        tied = there and not told.first.gathers  # else it only stands near by
        return EventFinding(
            type=first.frame.type or first.frame.frame,
            title=self.titles.of(_most_telling(told), place),
            date=told.date,
            place=place.name if place is not None and there else None,
            participants=tuple(self._participants(told)),
            casualties=tuple(self._casualties(told)),
            evidence=tuple(
                sorted({*(m.sentence for m in told.matches), *(t.sentence for t in told.pointed)})
            ),
            trigger=first.trigger.span,
            place_span=Span(place.start, place.end) if place is not None and tied else None,
            slots=tuple(
                SlotFinding(slot=slot, span=f.span, name=f.name, stands_for=f.stands_for)
                for slot, fillers in first.slots.items()
                for f in fillers
            )
            + tuple(SlotFinding(slot=slot, span=span) for slot, span in _circumstances(told)),
            standing=standing_finding(first.standing),
            source=self._source(told),
        )

    def _source(self, told: Told) -> SourceFinding | None:
        """Whose word an event is: of the first that tells it; None where the report itself tells it."""
        found: list[SourceFinding] = []
        for telling in told.tellings:
            for match in telling.matches:
                over = self.attributions.over(telling.tree, match.trigger)
                if over is not None and over.cue is match.support:
                    return None  # "announced her candidacy": by that she stood
                if over is None or over.source is None or over.kind not in _GIVES:
                    return None
                found.append(source_finding(over, named(self.scene, over.source)))
        return found[0]

    def _participants(self, told: Told) -> Iterator[Participant]:
        actors = self.scene.findings
        seen: set[str] = set()
        filled: set[str] = set()
        for match in told.matches:
            for slot, fillers in match.slots.items():
                if slot in filled:
                    continue
                filled |= {slot} if any(f.name in actors for f in fillers) else set()
                role = match.frame.roles.get(slot)
                for filler in fillers:
                    if role and filler.name in actors and filler.name not in seen:
                        seen.add(filler.name)
                        yield Participant(actor=filler.name, role=role, span=filler.span)

    def _casualties(self, told: Told) -> Iterator[Casualties]:
        """Those an act harmed, each number once, with who gives it.

        In one sentence those of two groups are others, be they as many: "two guards and two farmers".
        """
        if not (told.first.gathers or told.first.first.frame.harms):
            return
        arms = means([_most_telling(told)])
        seen: set[tuple[str, int | None, int | None]] = set()
        pointed = [(tree, None) for tree in told.pointed if id(tree) not in self.telling]
        for tree, telling in (*((t.tree, t) for t in told.tellings), *pointed):
            own = means(telling.matches) if telling is not None and not telling.definite else set()
            if arms and own and arms.isdisjoint(own):
                continue  # who was shot is no toll of a stabbing
            before, here = frozenset(seen), set[tuple[str | None, ...]]()
            for each in self._counted(tree):
                key, group = (each.kind, each.min, each.max), (each.kind, str(each.min), each.group)
                if telling is not None and _is_of_another(telling, self.telling[id(tree)]):
                    continue
                if telling is not None and _is_told_beside(telling, each):
                    continue
                told_already = key in before or group in here
                within = telling is None or telling.tells(each.span.start)
                if within and not told_already and _came_to_pass(tree, each):
                    seen.add(key)
                    here.add(group)
                    yield replace(each, according_to=self._who_counts(tree, each.span))

    def _counted(self, tree: Tree) -> tuple[Casualties, ...]:
        text = self.scene.article.text
        sentence = text.sentence_at(tree.words[0].start)
        low = bisect_left(self.quantities, tree.words[0].start, key=lambda q: q.start)
        high = bisect_left(self.quantities, sentence.end, key=lambda q: q.start)
        return casualties_in(text, sentence, self.quantities[low:high])

    def _who_counts(self, tree: Tree, span: Span) -> str | None:
        """Name or words of the one whose word a number is; None for the report's own."""
        word = tree.at(span.start)
        over = self.attributions.over(tree, word) if word is not None else None
        if over is None or over.source is None or over.kind not in _COUNTS:
            return None
        found = named(self.scene, over.source)
        return found.name if found.known or over.source.pos != "PRON" else None


def _came_to_pass(tree: Tree, counted: Casualties) -> bool:
    """Whether those counted were harmed by all that is told: not "reportedly", nor "if nine had died"."""
    word = tree.at(counted.span.start)
    over = word.ancestors() if word is not None else ()
    act = next((w for w in over if is_verb(w) or is_of(w, "act_noun")), None)
    if act is None or counted.max == 0:
        return True
    standing = standing_of(act)
    apart = act.dep == "conj" and bool(act.all(*SUBJECTS))  # "rebels reportedly left, and two were killed"
    heard = standing.cue is not None and (standing.cue.head is act or not apart)
    return standing.modality == "actual" or (standing.modality == "hearsay" and not heard)


def _circumstances(told: Told) -> list[tuple[str, Span]]:
    """Why, after what and what for, as each sentence that surely tells the event itself words it, each once.

    Not why some died in an attack, nor why whoever is held now "had been held" before.
    """
    main = told.first.heaviest
    surely = [
        match
        for match in told.matches
        if match.frame.frame == main.frame.frame and (lay_before(main) or not lay_before(match))
    ]
    return list(dict.fromkeys(each for match in surely for each in circumstances_of(match)))


def _is_of_another(telling: Telling, families: Set[str]) -> bool:
    """Whether a sentence tells an attack besides, whose dead they are: "killing nine and abducting six"."""
    return telling.family == "kidnapping" and "violence" in families


def _is_told_beside(telling: Telling, counted: Casualties) -> bool:
    """Whether a clause on another noun counts them: "a train hit a car on the line where 31 had died"."""
    acts = [match.trigger for match in telling.matches]
    word = telling.tree.at(counted.span.start)
    over = (word, *word.ancestors()) if word is not None else ()
    clause = next((w for w in over if w.dep == "relcl" or w in acts), None)
    if clause is None or clause in acts or any(clause in act.ancestors() for act in acts):
        return False
    fillers = (f for match in telling.matches for each in match.slots.values() for f in each)
    known = [*acts, *(f.word for f in fillers)]
    day = telling.date
    return clause.head not in known and not (day is not None and day.start <= clause.head.start < day.end)


def _most_telling(told: Told) -> Match:
    """The match a title is made of, the heaviest or the one that names most, with what the others add."""
    matches = told.matches
    best = max(matches, key=lambda m: (m.pattern.weight, _named(m)))
    if not told.first.gathers:
        return best
    merged = dict(best.slots)
    for match in sorted(matches, key=lambda m: -m.pattern.weight):
        for slot, fillers in match.slots.items():
            merged.setdefault(slot, fillers)
    return replace(best, slots=merged)


def _named(match: Match) -> int:
    return sum(f.name is not None for fillers in match.slots.values() for f in fillers)
