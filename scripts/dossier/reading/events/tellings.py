"""Sentences to tellings: the matches of frames in one sentence that are about one occasion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.gapped import halves, of_one_half, without
from dossier.reading.events.guards import Guards, day_due, guard_words
from dossier.reading.events.occasions import Occasion, occasions
from dossier.reading.events.whereabouts import day_of, is_only_found, places_of
from dossier.reading.findings import DateFinding
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import PLANNED, Frame, load_frames, to_come
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.frames.origins import is_tried
from dossier.reading.grammar.dependents import SUBJECTS, doers, is_definite, is_verb, subjects
from dossier.reading.grammar.noun_classes import is_of
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.tree import Tree, Word

_WHOLE = ("when", "where")
_ARMS = ("explosive", "device", "weapon", "armed_people", "outlaw")
_DAY = len("2024-03-04")
_YEAR = len("2024")
_BESIDE = frozenset(("for", "over", "after", "following", "since", "amid", "during", "before"))
"""What stands behind these is another act than the clause's."""


@dataclass(frozen=True)
class Telling:
    """What one sentence tells of one event."""

    scene: Scene
    tree: Tree
    matches: tuple[Match, ...]
    occasion: Occasion
    """The part of the sentence that is about it; all of it for an event that gathers nothing."""
    fresh: bool = False
    """Set apart from what was told before: "another", "meanwhile"."""

    @property
    def first(self) -> Match:
        """The match that comes first."""
        return self.matches[0]

    @property
    def heaviest(self) -> Match:
        """The match that says most plainly what it was; of several the first that says when, too.

        "Was shot and killed on Monday" dates the killing.
        """
        return max(self.matches, key=lambda m: (m.pattern.weight, "when" in m.slots))

    @property
    def family(self) -> str:
        """What it may be one with: the sort its frame gathers, else its type."""
        frame = self.first.frame
        return frame.gathers or (frame.type if frame.type != PLANNED else None) or frame.frame

    @property
    def gathers(self) -> bool:
        """Whether it is one with another of its sort unless something sets them apart."""
        return self.first.frame.gathers is not None

    @property
    def definite(self) -> bool:
        """Whether it is told by a noun that points back: "the attack", "his visit"."""
        noun = next((m.trigger for m in self.matches if not is_verb(m.trigger)), None)
        return noun is not None and noun.pos != "PROPN" and is_definite(noun)

    @cached_property
    def date(self) -> DateFinding | None:
        """The day of the act, as far as these words tell; none that is still to come."""
        if self.gathers:
            return day_of(self.scene, self.tree, [m.trigger for m in self.matches], self.tells)
        filler = self.first.first("when")
        published = self.scene.article.published
        if filler is None or filler.date is None or is_only_found(self.first.trigger):
            return None
        if self._is_anothers(filler.date):
            return None
        if self.first.frame.type == PLANNED:
            return day_due(self.first)
        return filler.date if published is None or filler.date.edtf[:10] <= published.isoformat() else None

    def _is_anothers(self, date: DateFinding) -> bool:
        """Whether a month or year stands behind another act: "charged over the raid on X in May"."""
        word = self.tree.at(date.start)
        if word is not None and len(date.edtf) == _YEAR and word.dep == "pobj" and word.head.lower == "for":
            return True  # "in its report for 2021 it said"
        heads = [w for w in (self.first.trigger, self.first.support) if w is not None]
        links = (c for head in heads for c in head.children if c.end < date.start)
        acts = ((link.lower, noun) for link in links for noun in link.all("pobj", "dobj"))
        return len(date.edtf) < _DAY and any(
            is_tried(self.first.trigger, noun) or (link in _BESIDE and is_definite(noun))
            for link, noun in acts
        )

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """Where it was, the nearest place first."""
        if self.gathers:
            return places_of(self.scene, self.tree, [m.trigger for m in self.matches], self.tells)
        known = {place.name: place.kind for place in self.scene.names.places}
        slots = self.first.slots
        named = ([f for f in slots.get(slot, ()) if f.name in known] for slot in ("where", "seat"))
        found = next((fillers for fillers in named if fillers), [])
        return tuple(Mention(*f.span, f.name, known[f.name]) for f in found if f.name is not None)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Names and words by which another sentence can be known to tell of the same."""
        names = {part.lower() for f in self.hit if f.name is not None for part in f.name.split()}
        return frozenset(names) | frozenset(
            word.lemma.lower()
            for filler in self.hit
            for word in self.tree.within(filler.span)
            if word.pos == "PROPN" or (word.pos == "NOUN" and is_a(word, "target", self.scene))
        )

    @property
    def hit(self) -> Iterator[Filler]:
        """Who or what it befell."""
        for match in self.matches:
            for slot, fillers in match.slots.items():
                if slot not in _WHOLE:
                    yield from fillers

    def tells(self, offset: int) -> bool:
        """Whether the words at an offset are about it."""
        reach = self.occasion.reach or self.tree.sentence
        return reach.start <= offset < reach.end and not any(
            hole.start <= offset < hole.end for hole in self.occasion.holes
        )


@cache
def event_frames() -> tuple[Frame, ...]:
    """The frames that yield events."""
    told = tuple(frame for frame in load_frames() if frame.yields == "event")
    return (*told, *(to_come(frame) for frame in told if frame.plans))


@cache
def event_nouns() -> frozenset[str]:
    """Nouns that tell of events."""
    patterns = (pattern for frame in event_frames() if frame.rank > 1 for pattern in frame.patterns)
    return frozenset(noun for pattern in patterns for noun in pattern.nouns)


@cache
def event_verbs() -> frozenset[str]:
    """Verbs that tell of events of a type."""
    return frozenset(verb for frame in event_frames() for pattern in frame.patterns for verb in pattern.verbs)


def tells_of_arms(tree: Tree) -> bool:
    """Whether a sentence speaks of arms or of those who bear them, so that harm may be no mishap's."""
    return any(is_of(word, *_ARMS) for word in tree.words)


class Tellings:
    """Tellings of one article's sentences."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.guards = Guards(scene)
        self._matcher = Matcher(scene, event_frames(), literal=True)

    def of(self, tree: Tree) -> list[Telling]:
        """What a sentence tells, in the order of its words."""
        matches = (m for m in self._matcher.matches(tree) if m.frame.type != PLANNED or self.guards.is_due(m))
        kept = [m for m in _one_a_clause(matches) if m.frame.type == PLANNED or self.guards.happened(m)]
        if not tells_of_arms(tree):
            kept = [m for m in kept if not _is_by_mishap(m, kept)]
        whole = Occasion((), None, (), False)
        found = [Telling(self.scene, tree, (m,), whole) for m in kept if m.frame.gathers is None]
        for sort in dict.fromkeys(m.frame.gathers for m in kept if m.frame.gathers is not None):
            told = [m for m in kept if m.frame.gathers == sort]
            found += self._gathered(tree, [m for m in told if not self._befell_who_did_it(m, told)])
        return sorted(found, key=lambda t: t.first.trigger.index)

    def _gathered(self, tree: Tree, matches: list[Match]) -> Iterator[Telling]:
        later = False
        for occasion in occasions([m.trigger for m in matches], self._elsewhere):
            own = tuple(matches[at] for at in occasion.triggers)
            fresh = later or self.guards.is_fresh(tree, own[0].trigger)
            later = True
            parts = halves(self.scene, tree, own[0].trigger)
            for here, there in (parts, parts[::-1]) if parts is not None else ((None, None),):
                told = tuple(of_one_half(m, there) for m in own) if there is not None else own
                about = without(occasion, there) if there is not None else occasion
                yield Telling(
                    self.scene, tree, told, about, fresh or (parts is not None and here is parts[1])
                )

    def _befell_who_did_it(self, match: Match, beside: list[Match]) -> bool:
        """Whether those who died are those who did it: "he shot the mayor and died of gunshot wounds"."""
        verbs = (m.trigger for m in beside if m is not match and is_verb(m.trigger))
        fought = {self.scene.name_of(doer) for verb in verbs if verb.lemma != "die" for doer in doers(verb)}
        dead = subjects(match.trigger) if match.trigger.lemma == "die" else []
        return any((name := self.scene.name_of(one)) is not None and name in fought for one in dead)

    def _elsewhere(self, one: Word, other: Word) -> bool:
        """Whether two verbs joined by "and" have each a place of its own."""
        later = other.subtree()
        first, second = (
            {
                m.name
                for word in words
                if (m := self.scene.names.at(word.start)) is not None and m.kind in PLACE_KINDS
            }
            for words in ([w for w in one.subtree() if w not in later], later)
        )
        return bool(first and second) and first.isdisjoint(second)


def _one_a_clause(matches: Iterator[Match]) -> list[Match]:
    """Of the matches of one clause those that rank highest; no announcement of what is told anyway."""
    found = list(matches)
    kept: list[Match] = []
    for match in found:
        rivals = [m for m in found if m.frame.rank > match.frame.rank and not m.pattern.known]
        rivals = [] if match.pattern.known else rivals  # "after talks" tells of no clause
        if any(_verb_of(m) is _verb_of(match) for m in rivals):
            continue
        if match.frame.rank == 0 and (any(_holds(match, m.trigger) for m in rivals) or _tells_known(match)):
            continue
        at = next((n for n, m in enumerate(kept) if _is_rival(m, match)), None)
        if at is not None:  # two frames of one word, two words of one clause for one frame
            kept[at] = _with_circumstances(kept[at], match)
            continue
        kept.append(match)
    return kept


def _with_circumstances(noun: Match, verb: Match) -> Match:
    """A match with when and where the other says it was: "the trial of X opened on Monday"."""
    if noun.frame is not verb.frame or noun.trigger.dep not in SUBJECTS:
        return noun
    more = {slot: verb.slots[slot] for slot in (*_WHOLE, "seat") if slot in verb.slots}
    return replace(noun, slots={**more, **noun.slots})


def _is_rival(one: Match, other: Match) -> bool:
    if one.trigger is other.trigger:
        return one.frame.rank == other.frame.rank
    if one.frame.gathers is not None:
        return False
    return one.frame is other.frame and other.trigger in (one.trigger.head, one.support)


def _tells_known(match: Match) -> bool:
    """Whether an announcement is of an event known by its noun: "the death was announced"."""
    fillers = match.slots.get("what", ())
    return any(f.word.lemma.lower() in event_nouns() and is_definite(f.word) for f in fillers)


def _is_by_mishap(match: Match, beside: Sequence[Match]) -> bool:
    """Whether a word of harm only tells what a mishap did: "a bus overturned, killing two and injuring six".

    Not where the sentence tells of an act besides: "a bomb exploded and a bus overturned, killing two".
    """
    acts = [m.trigger for m in beside if m.frame.gathers is not None]
    harming = guard_words().harming
    if match.frame.gathers is None or not all(is_verb(act) and act.lemma in harming for act in acts):
        return False
    mishaps = [m for m in beside if m.frame.harms]
    overs = [word for m in mishaps for word in (m.trigger, *(f.word for f in m.slots.get("what", ())))]
    own = match.trigger
    while own.dep == "conj" and is_verb(own.head) and not own.all(*SUBJECTS):
        own = own.head
    return own.tag == "VBG" and own.dep in ("advcl", "acl") and own.head in overs


def _verb_of(match: Match) -> Word:
    """The verb of the clause that a match stands in."""
    word = match.support or match.trigger
    while not is_verb(word) and word.head is not word:
        word = word.head
    return word


def _holds(match: Match, word: Word) -> bool:
    """Whether a word stands in what a match says."""
    return any(above is match.trigger or above is match.support for above in word.ancestors())
