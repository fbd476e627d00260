"""Whether the words of an act tell its type, by the frames: the trigger, or what the grammar ties to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dossier.assembly.gate.proposition import Doubt, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike
from dossier.reading.events.casualties import CasualtyWords
from dossier.reading.findings import Span
from dossier.reading.frames.format import load_frames
from dossier.reading.grammar.dependents import conjuncts, is_verb, objects, undergoers
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word

_VIOLENCE = frozenset(("attack", "kidnapping", "armed_clash"))
"""Types of one deed, which what it did to somebody tells of as well."""
_ANY = "other"
"""The type of what has none."""


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
def _words_of_harm() -> frozenset[str]:
    """Forms that say what an act of violence did to somebody."""
    words = load_table("casualties", CasualtyWords)
    return words.killed | words.injured | words.killing | words.injuring


def told_doubts(type: str, trigger: Span, reading: Reading) -> Iterator[Doubt]:
    """A doubt where neither a trigger nor what is tied to it tells of that type of event."""
    head = reading.head(trigger)
    if head is None or type == _ANY:
        return
    wanted = _VIOLENCE if type in _VIOLENCE else {type}
    tied = list(_tied(head, reading.words(trigger)))
    told = {t for word in tied for t in types_told_by().get(_lemma(word), ())}
    if any(word.lower in _words_of_harm() for word in tied):
        told |= _VIOLENCE
    words = reading.says(trigger)
    if told and not told & wanted:
        yield does_not("type", f"“{words}” tells of {' or '.join(sorted(told))}, not of {type}")
    elif not told:
        yield not_shown("type", f"“{words}” tells of no {type}")


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
