"""Whether the words of an act tell its type, by the frames: the trigger, or what the grammar ties to it.

That a word of violence is meant at all is asked of the figures, by the one decision that the reading asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dossier.assembly.gate.proposition import Doubt, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike
from dossier.reading.attribution.scene import Scene
from dossier.reading.dates.dates import extract_dates
from dossier.reading.events.casualties import CasualtyWords
from dossier.reading.findings import Findings, Span
from dossier.reading.frames.format import PLANNED, Frame, load_frames
from dossier.reading.frames.matcher import Matcher
from dossier.reading.grammar.dependents import conjuncts, is_verb, objects, undergoers
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import Names
from dossier.reading.names.names import extract_names
from dossier.reading.tree import Word
from dossier.vocabularies import violent_types

DEEDS = frozenset(("carried_out_according_to", "responsibility_claimed"))
"""Kinds of claims that somebody did an act of violence."""
_ANY = frozenset(("other", PLANNED))
"""The types of what may be told by any word: what has none, and what is only to come."""


@cache
def types_told_by() -> Mapping[str, frozenset[str]]:
    """By lemma: the types of events that it can tell of."""
    found: dict[str, set[str]] = defaultdict(set)
    for frame in load_frames():
        for pattern in frame.patterns if frame.yields == "event" else ():
            for lemma in (*pattern.verbs, *pattern.nouns):
                found[lemma].add(frame.type or frame.frame)
    return MappingProxyType({lemma: frozenset(types) for lemma, types in found.items()})


@cache
def _words_of_deeds() -> frozenset[str]:
    """Lemmas by which an act is told of whoever did it, or owned up to."""
    frames = (frame for frame in load_frames() if frame.yields in ("act", "responsibility"))
    return frozenset(
        lemma for frame in frames for each in frame.patterns for lemma in (*each.verbs, *each.nouns)
    )


@cache
def _words_of_harm() -> frozenset[str]:
    """Forms that say what an act of violence did to somebody."""
    words = load_table("casualties", CasualtyWords)
    return words.killed | words.injured | words.killing | words.injuring


def told_doubts(type: str, trigger: Span, reading: Reading) -> Iterator[Doubt]:
    """A doubt where neither a trigger nor what is tied to it tells of that type of event."""
    head = reading.head(trigger)
    if head is None or type in _ANY:
        return
    wanted = violent_types() if type in violent_types() else {type}
    tied = list(_tied(head, reading.words(trigger)))
    told = {t for word in tied for t in types_told_by().get(_lemma(word), ())}
    if any(word.lower in _words_of_harm() for word in tied):
        told |= violent_types()
    words = reading.says(trigger)
    if told and not told & wanted:
        yield does_not("type", f"“{words}” tells of {' or '.join(sorted(told))}, not of {type}")
    elif not told:
        yield not_shown("type", f"“{words}” tells of no {type}")


def scene_of(reading: Reading, findings: Findings | None = None) -> Scene:
    """What the frames are asked in: the trees of a reading, with the names and dates of some findings."""
    article = reading.article
    names = Names.of(findings.actors, findings.places) if findings else extract_names(article)
    dates = findings.dates if findings else extract_dates(article)
    return Scene(article, names, reading.parses, dates)


def figure_doubts(type: str, trigger: Span, scene: Scene) -> Iterator[Doubt]:
    """A doubt where all words that tell of a type of event, or of a deed, are a figure of speech."""
    tree = scene.parses.around(trigger.start)
    own = tree.within(trigger) if tree is not None else []
    if tree is None or not own or type in _ANY:
        return
    telling = [w for w in own if _tells(w, type)]
    carried = {word.head for word in telling if word.dep in ("dobj", "nsubjpass")}
    telling = [word for word in telling if word not in carried]  # "launched an attack"
    meant = Matcher(scene, ())
    shown = [figure for word in telling if (figure := meant.figure(tree, word, type))]
    if shown and len(shown) == len(telling):
        fillers = next(iter(shown[0].slots.values()))
        beside = "”, “".join(scene.article.text.slice(filler.span) for filler in fillers)
        yield not_shown("type", f"“{telling[0].text}” is a figure of speech beside “{beside}”")


def barred_doubts(type: str, trigger: Span, scene: Scene) -> Iterator[Doubt]:
    """A doubt where the frames of a type know the words told of it and take them for something else here.

    "Guards captured a gunman" is no kidnapping, though "captured" may tell one.
    """
    tree = scene.parses.around(trigger.start)
    own = tree.within(trigger) if tree is not None else []
    telling = {word for word in own if type in types_told_by().get(_lemma(word), ())}
    if tree is None or not telling or type in _ANY:
        return
    asked = Matcher(scene, _frames_of(type))
    if any(match.trigger in telling or match.support in telling for match in asked.matches(tree)):
        return
    barred = next((n for n in asked.near(tree) if n.trigger in telling and n.barred is not None), None)
    if barred is not None:
        answer = does_not if barred.barred == "never" else not_shown
        yield answer("type", f"“{barred.trigger.text}” tells of no {type} here: {barred.why}")
        return
    others = [m for m in Matcher(scene, _event_frames()).matches(tree) if m.trigger in telling]
    told = next((m.frame.type or m.frame.frame for m in others), None)
    if told is not None and not {type, told} <= violent_types():
        yield not_shown("type", f"“{others[0].trigger.text}” tells of {told} here")


@cache
def _frames_of(type: str) -> tuple[Frame, ...]:
    return tuple(frame for frame in _event_frames() if (frame.type or frame.frame) == type)


@cache
def _event_frames() -> tuple[Frame, ...]:
    return tuple(frame for frame in load_frames() if frame.yields == "event")


def _tells(word: Word, type: str) -> bool:
    """Whether a word by itself tells of a type of event, or of a deed."""
    if type in DEEDS:
        return _lemma(word) in _words_of_deeds()
    wanted = violent_types() if type in violent_types() else {type}
    harm = type in violent_types() and word.lower in _words_of_harm()
    return harm or not wanted.isdisjoint(types_told_by().get(_lemma(word), ()))


def _lemma(word: Word) -> str:
    return word.lemma.lower()


def _tied(head: Word, own: list[Word]) -> Iterator[Word]:
    """A trigger's words, the verb that its noun belongs to, and what its verb acts on or is joined to."""
    yield from own
    yield from alike(head)
    yield from conjuncts(head)
    if is_verb(head):
        yield from (word for noun in (*objects(head), *undergoers(head)) for word in (noun, *noun.children))
        yield from (noun for link in head.all("prep", "agent") for noun in link.all("pobj"))
        yield from head.all("nsubj", "attr", "xcomp", "oprd")
    else:
        yield from (c for c in head.children if c.dep in ("compound", "amod", "acl", "nmod", "prep"))
        yield from (n for link in head.all("prep") for n in link.all("pobj"))
    for over in head.ancestors():
        yield over
        if is_verb(over):
            return
