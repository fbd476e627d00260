"""An article to what happened in it, by the frames of events: one finding for one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.records import source_finding, standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.happening_guards import Guards
from dossier.reading.events.happening_titles import Titles
from dossier.reading.findings import (
    DateFinding,
    EventFinding,
    Participant,
    SlotFinding,
    SourceFinding,
    Span,
)
from dossier.reading.frames.format import Frame, load_frames
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.grammar.dependents import is_definite, is_verb
from dossier.reading.tree import Tree, Word

_PLAIN = frozenset(("where", "when"))
_GIVES = frozenset(("statement", "assessment", "evidence", "accusation", "warning"))
_MOST_COMPARED = 12
"""Events a match is compared with, latest first: keeps a long chronicle linear."""


@dataclass(slots=True)
class _Told:
    """One event with the matches that tell it."""

    first: Match
    matches: list[Match] = field(default_factory=list)
    pointed: list[Span] = field(default_factory=list)
    """Sentences that speak of it by its noun alone: "the crash"."""

    @property
    def best(self) -> Match:
        """The match that names most of those in it; the first of several."""
        return max(self.matches, key=lambda m: sum(f.name is not None for fs in m.slots.values() for f in fs))


@cache
def event_frames() -> tuple[Frame, ...]:
    """The frames that yield events."""
    return tuple(frame for frame in load_frames() if frame.yields == "event")


def happenings(scene: Scene, attributions: Attributions) -> tuple[EventFinding, ...]:
    """Events by the frames that yield them, in text order."""
    matcher, guards = Matcher(scene, event_frames()), Guards(scene)
    told: list[_Told] = []
    for _, tree in scene.parses.all():
        for match in _one_a_clause(matcher.matches(tree)):
            if not guards.happened(match):
                continue
            same = next((t for t in reversed(told[-_MOST_COMPARED:]) if _is_same(scene, t, match)), None)
            if same is not None:
                same.matches.append(match)
            elif guards.says_enough(match):
                told.append(_Told(match, [match]))
        _point_back(scene, tree, told)
    titles = Titles(scene)
    return tuple(_finding(scene, attributions, titles, each) for each in told)


def _point_back(scene: Scene, tree: Tree, told: list[_Told]) -> None:
    """Joins a sentence that means an event told before by a noun with "the" or "his" to that event."""
    for word in tree.words:
        lemma = word.lemma.lower()
        if word.tag != "NN" or lemma not in _event_nouns() or not is_definite(word):
            continue
        names = {name for c in word.subtree() if (name := scene.name_of(c)) is not None}
        for each in reversed(told[-_MOST_COMPARED:]):
            if not any(lemma in pattern.nouns for pattern in each.first.frame.patterns):
                continue
            known = {f.name for m in each.matches for fs in m.slots.values() for f in fs}
            if names <= known and tree.sentence not in each.pointed:
                each.pointed.append(tree.sentence)
            break


def _one_a_clause(matches: Iterator[Match]) -> list[Match]:
    """Of the matches of one clause those that rank highest; no announcement of what is told anyway."""
    found = list(matches)
    kept: list[Match] = []
    for match in found:
        rivals = [m for m in found if m is not match and m.frame.rank > match.frame.rank]
        if any(_verb_of(m) is _verb_of(match) for m in rivals):
            continue
        if match.frame.rank == 0 and (any(_holds(match, m.trigger) for m in rivals) or _tells_known(match)):
            continue
        if any(_is_rival(m, match) for m in kept):
            continue  # two frames of one word, two words of one clause for one frame
        kept.append(match)
    return kept


def _is_rival(one: Match, other: Match) -> bool:
    if one.trigger is other.trigger:
        return one.frame.rank == other.frame.rank
    return one.frame is other.frame and other.trigger in (one.trigger.head, one.support)


def _tells_known(match: Match) -> bool:
    """Whether an announcement is of an event known by its noun: "the death was announced"."""
    fillers = match.slots.get("what", ())
    return any(f.word.lemma.lower() in _event_nouns() and is_definite(f.word) for f in fillers)


@cache
def _event_nouns() -> frozenset[str]:
    patterns = (pattern for frame in event_frames() if frame.rank for pattern in frame.patterns)
    return frozenset(noun for pattern in patterns for noun in pattern.nouns)


def _verb_of(match: Match) -> Word:
    """The verb of the clause that a match stands in."""
    word = match.support or match.trigger
    while not is_verb(word) and word.head is not word:
        word = word.head
    return word


def _holds(match: Match, word: Word) -> bool:
    """Whether a word stands in what a match says."""
    return any(above is match.trigger or above is match.support for above in word.ancestors())


def _is_same(scene: Scene, told: _Told, match: Match) -> bool:
    """Whether a match tells an event again: its type, nothing against it, somebody in common or meant."""
    first = told.first
    if _type(first) != _type(match):
        return False
    if match.sentence == first.sentence and _shares_words(first, match):
        return True
    pairs = (
        (_date(match), next((d for m in told.matches if (d := _date(m))), None)),
        (_place(scene, match), next((p for m in told.matches if (p := _place(scene, m))), None)),
    )
    if any(here is not None and there is not None and here != there for here, there in pairs):
        return False
    back = not is_verb(match.trigger) and is_definite(match.trigger) and match.trigger.pos != "PROPN"
    common = pointed = False
    for slot, fillers in match.slots.items():
        if slot in _PLAIN or slot not in first.slots:
            continue
        same = any(_in_common(fillers, m.slots.get(slot, ())) for m in told.matches)
        vague = all(_points_back(f) for f in fillers) or (
            back and all(f.name is None for f in first.slots[slot])
        )
        if not same and not vague:
            return False
        common, pointed = common or same, pointed or vague
    return common or pointed or back


def _shares_words(one: Match, other: Match) -> bool:
    """Whether the same words fill one slot of both: "a quake struck the town, killing nine"."""
    return any(
        {id(f.word) for f in fillers} & {id(f.word) for f in one.slots.get(slot, ())}
        for slot, fillers in other.slots.items()
        if slot not in _PLAIN and slot in ("what", "who", "whom")
    )


def _in_common(fillers: tuple[Filler, ...], others: tuple[Filler, ...]) -> bool:
    """Whether both mean somebody: by a name, the same word, or a noun of the same number."""
    names = {f.name for f in others if f.name is not None}
    if any(f.name in names for f in fillers if f.name is not None):
        return True
    words = {id(f.word) for f in others}
    counts = {(f.word.lemma.lower(), count) for f in others if (count := _count(f.word))}
    return any(
        id(f.word) in words or (f.name is None and (f.word.lemma.lower(), _count(f.word)) in counts)
        for f in fillers
    )


def _count(noun: Word) -> str:
    return " ".join(c.lower for c in noun.children if c.dep == "nummod")


def _type(match: Match) -> str:
    return match.frame.type or match.frame.frame


def _points_back(filler: Filler) -> bool:
    """Whether words mean somebody told of before without naming them: "the aircraft", "they"."""
    word = filler.word
    return word.pos == "PRON" or (filler.name is None and word.pos != "PROPN" and is_definite(word))


def _date(match: Match) -> str | None:
    filler = match.first("when")
    return filler.date.edtf if filler is not None and filler.date is not None else None


def _place(scene: Scene, match: Match) -> str | None:
    found = _place_filler(scene, match)
    return found.name if found is not None else None


def _place_filler(scene: Scene, match: Match) -> Filler | None:
    """The place of the trigger's own clause: one that the gazetteer knows."""
    places = {place.name for place in scene.names.places}
    for filler in match.slots.get("where", ()):
        if filler.name in places:
            return filler
    return None


def _finding(scene: Scene, attributions: Attributions, titles: Titles, told: _Told) -> EventFinding:
    first = told.first
    place = next((p for m in told.matches if (p := _place_filler(scene, m)) is not None), None)
    date = next((d for m in told.matches if (d := _past_date(scene, m)) is not None), None)
    return EventFinding(
        type=_type(first),
        title=titles.of(told.best, place),
        date=date,
        place=place.name if place is not None else None,
        participants=tuple(_participants(scene, told)),
        evidence=tuple(sorted({*(m.sentence for m in told.matches), *told.pointed})),
        trigger=first.trigger.span,
        place_span=place.span if place is not None else None,
        slots=tuple(
            SlotFinding(slot=slot, span=f.span, name=f.name, stands_for=f.stands_for)
            for slot, fillers in first.slots.items()
            for f in fillers
        ),
        standing=standing_finding(first.standing),
        source=_source(scene, attributions, told),
    )


def _source(scene: Scene, attributions: Attributions, told: _Told) -> SourceFinding | None:
    """Whose word an event is: of the first that tells it; None where the report itself tells it anywhere."""
    found: list[SourceFinding] = []
    for match in told.matches:
        tree = scene.parses.of(scene.article.text.sentence_at(match.trigger.start))
        over = attributions.over(tree, match.trigger) if tree is not None else None
        if over is None or over.source is None or over.kind not in _GIVES:
            return None
        found.append(source_finding(over, named(scene, over.source)))
    return found[0] if found else None


def _past_date(scene: Scene, match: Match) -> DateFinding | None:
    """The date of a match's own clause, unless it is still to come: "announced a summit in June"."""
    filler = match.first("when")
    if filler is None or filler.date is None:
        return None
    published = scene.article.published
    return filler.date if published is None or filler.date.edtf[:10] <= published.isoformat() else None


def _participants(scene: Scene, told: _Told) -> Iterator[Participant]:
    actors = scene.findings
    seen: set[str] = set()
    filled: set[str] = set()
    for match in told.matches:
        for slot, fillers in match.slots.items():
            if slot in filled:
                continue
            filled |= {slot} if any(f.name in actors for f in fillers) else set()
            role = match.pattern.slots[slot].role or match.frame.roles.get(slot)
            for filler in fillers:
                if role and filler.name in actors and filler.name not in seen:
                    seen.add(filler.name)
                    yield Participant(actor=filler.name, role=role, span=filler.span)
