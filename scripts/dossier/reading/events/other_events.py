"""Main clauses of no type to events of the type "other": the first two named, and dated or placed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    Participant,
    Span,
    StandingFinding,
)
from dossier.reading.grammar.dependents import is_passive, is_verb, obliques, subjects
from dossier.reading.grammar.extents import clause, core, extent
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import Mention
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_MOST = 2
_LONGEST = 110
_LINED = re.compile(r"\)|[-–—]\s")
_BREAKS = re.compile(r"[,;:()–—]|\s-\s")
_LEADS = frozenset(("aux", "auxpass", "neg", "prt"))
_NARROWING = frozenset(("from", "with", "without", "under", "over", "except", "than", "of", "for"))
"""Prepositions that say which are meant of those before, or from what they are kept."""


class OtherWords(NamedTuple):
    """Shape of lexicon/other_events.yaml; its comments say what each list holds."""

    no_acts: frozenset[str]
    given_with: frozenset[str]


@cache
def other_words() -> OtherWords:
    """The lexicon, read once."""
    return load_table("other_events", OtherWords)


def other_events(
    scene: Scene, told: tuple[EventFinding, ...], agreements: tuple[AgreementFinding, ...]
) -> tuple[EventFinding, ...]:
    """At most two events of an article, in sentences that tell of none with a type and of no agreement."""
    made = (a for a in agreements if a.kind != "pledge")
    taken = {span.start for found in (*told, *made) for span in found.evidence}
    quoted = Quoted(scene.article.text)
    found: list[EventFinding] = []
    for _, tree in scene.parses.all():
        if tree.sentence.start in taken:
            continue
        event = _event(scene, tree)
        if event is not None and not quoted.holds(event.trigger.start if event.trigger else 0):
            found.append(event)
            if len(found) == _MOST:
                break
    return tuple(found)


def _event(scene: Scene, tree: Tree) -> EventFinding | None:
    verb = next(iter(tree.roots()), None)
    if verb is None or not is_verb(verb) or not _is_act(verb):
        return None
    standing = standing_of(verb)
    doers = subjects(verb)
    if not standing.took_place or standing.tense != "past" or not doers or _is_done_to(verb):
        return None
    named = [m for d in doers if d.pos == "PROPN" and (m := scene.names.at(d.start)) is not None]
    if not named or len(named) < len(doers) or any(_is_of_several(d, named) for d in doers):
        return None  # told of one alone it would say less than was so
    date = next(_dates(scene, verb), None)
    place = next(_places(scene, verb), None)
    title = _title(scene, verb, _doers(named))
    if (date is None and place is None) or title is None:
        return None
    actors = {actor.name for actor in scene.names.actors}
    return EventFinding(
        type="other",
        title=title,
        date=date,
        place=scene.name_of(place) if place is not None else None,
        participants=tuple(
            Participant(actor=m.name, role="involved", span=Span(m.start, m.end))
            for m in named
            if m.name in actors
        ),
        evidence=(tree.sentence,),
        trigger=verb.span,
        place_span=place.span if place is not None else None,
        standing=StandingFinding(
            polarity=standing.polarity, modality=standing.modality, tense=standing.tense
        ),
    )


def _is_of_several(doer: Word, named: Sequence[Mention]) -> bool:
    """Whether "and" joins somebody else to a name, wherever the parse hangs it: "Lee and co-driver Stam"."""
    words = doer.subtree()
    links = [w for w in words if w.dep == "cc" and w.index < doer.index]
    known = [w for m in named for w in words if m.start <= w.start < m.end]
    return any(w.pos == "PROPN" and w.index < link.index and w not in known for link in links for w in words)


def _is_done_to(verb: Word) -> bool:
    """Whether "by" somebody shows a clause to be passive, which the parser has as active.

    "Lee, succeeded by Stam, left": Lee succeeded nobody.
    """
    by = verb.child("agent")
    return by is not None and verb.child("auxpass", "nsubjpass") is None


def _is_act(verb: Word) -> bool:
    """Whether a verb tells of something done: none of saying, of being, of feeling."""
    speech = speech_words()
    lemma = verb.lemma.lower()
    return lemma not in speech.clause and lemma not in other_words().no_acts and verb.child("ccomp") is None


def _dates(scene: Scene, verb: Word) -> Iterator[DateFinding]:
    """Dates that stand on the verb itself, none to come."""
    published = scene.article.published
    for child in verb.children:
        if child.dep == "prep" and child.lower not in ("on", "in", "during", "at"):
            continue
        nouns = (
            [child]
            if child.dep in ("npadvmod", "advmod")
            else child.all("pobj")
            if child.dep == "prep"
            else []
        )
        for noun in nouns:
            date = scene.date_at(extent(noun))
            if date is not None and (published is None or date.edtf[:10] <= published.isoformat()):
                yield date


def _places(scene: Scene, verb: Word) -> Iterator[Word]:
    places = {place.name for place in scene.names.places}
    for link in ("in", "at", "near"):
        for noun in obliques(verb, link):
            if scene.name_of(noun) in places:
                yield noun


def _doers(named: Sequence[Mention]) -> Span:
    """The words from the first name of those who did it to the last."""
    return Span(min(m.start for m in named), max(m.end for m in named))


def _title(scene: Scene, verb: Word, doers: Span) -> str | None:
    """The clause's own words: subject, verb and object, no more."""
    text = scene.article.text.text
    parts = [doers, *(c.span for c in verb.children if c.dep in _LEADS), verb.span]
    thing = verb.child("dobj", "attr", "acomp", "oprd", "dative")
    given = [w for w in verb.all("dobj", "dative") if w.pos in ("NOUN", "PROPN") and w.index > verb.index]
    if len(given) > 1 and thing is given[0]:  # "handed the envoy a letter", none of which says it alone
        parts.append(extent(thing))
        thing = given[-1]
    if thing is not None and thing.index > verb.index and thing.pos != "PRON":
        named = thing.child("appos")  # "the cleric Ivo Stam"
        beside = named is not None and named.subtree()[0].index == thing.index + 1
        parts.append(Span(extent(thing).start, core(named).end) if named and beside else extent(thing))
        parts += _narrowing(scene, verb, thing, parts[-1].end)
    else:
        prep = next((c for c in verb.children if c.index > verb.index and _leads(scene, c)), None)
        if is_passive(verb):  # "was placed on leave"; "was razed" says it all
            prep = prep if prep is not None and _completes(scene, verb, prep) else None
        elif prep is None or any(c.child("pcomp") for c in verb.children):
            return None  # "refrained from voting on the grounds": from what, it must say
        if prep is not None:
            parts.append(Span(prep.start, extent(prep.all("pobj")[0]).end))
    end = max(s.end for s in parts)
    if _is_broken(text, parts):
        return None
    if text[end : end + 2].strip()[1:].isalnum() and text[end] in "-–":
        return None  # cut within "3-1"
    if _LINED.search(text[parts[0].start : parts[0].end]):
        return None  # a dateline stands before the name
    words = " ".join(" ".join(text[s.start : s.end].split()) for s in sorted(set(parts)))
    return words[:1].upper() + words[1:] if len(words) <= _LONGEST else None


def _is_broken(text: str, parts: Sequence[Span]) -> bool:
    """Whether a mark stands between parts that would be told on end: "raised rates - its first rise"."""
    ordered = sorted(set(parts))
    return any(
        _BREAKS.search(text[one.end : other.start])
        for one, other in pairwise(ordered)
        if one.start != parts[0].start
    )


def _narrowing(scene: Scene, verb: Word, thing: Word, end: int) -> list[Span]:
    """What right behind an object says which of its kind are meant: "from rich families", "who had no pass".

    Without it more would be told than was done. A clause behind a comma only tells more of all of them.
    """
    text = scene.article.text.text
    clauses = [*thing.all("relcl"), *(c for c in thing.all("acl") if c.index > thing.index)]
    links = [c for c in verb.all("prep") if c.lower in _NARROWING and _leads(scene, c)]
    if thing.pos != "NOUN":  # of one named there is no other
        clauses = []
        links = [c for c in links if c.lower == "with" and verb.lemma in other_words().given_with]
    several = thing.tag == "NNS"
    for head in (*(clauses if several else ()), *links):
        behind = head.subtree()
        if behind[0].start > end and not text[end : behind[0].start].strip():
            span = extent(head.all("pobj")[0]) if head.dep == "prep" else clause(head)
            return [Span(behind[0].start, span.end)]
    return []


def _leads(scene: Scene, prep: Word) -> bool:
    """Whether a preposition leads a noun that tells more than the day."""
    noun = prep.child("pobj") if prep.dep == "prep" else None
    return noun is not None and scene.date_at(core(noun)) is None


def _completes(scene: Scene, verb: Word, prep: Word) -> bool:
    """Whether what follows a passive right behind it belongs to what was done: no day, and not by whom."""
    return (
        prep.index == verb.index + 1
        and prep.lower not in ("by", "after", "before", "during", "since")
        and scene.date_at(extent(prep.all("pobj")[0])) is None
    )
