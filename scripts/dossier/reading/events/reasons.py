"""Why an event came about, as worded: "because of the flood", "in response to a raid", "for theft"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dossier.reading.events.tellings import event_nouns
from dossier.reading.events.whereabouts import is_only_found
from dossier.reading.findings import Span
from dossier.reading.frames.matcher import Match
from dossier.reading.grammar.dependents import is_finite, is_infinitive, is_verb, obliques
from dossier.reading.grammar.extents import clause
from dossier.reading.grammar.noun_classes import is_of, names_people, word_classes
from dossier.reading.grammar.purposes import purposes_of
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word


class _Words(NamedTuple):
    """Shape of lexicon/reasons.yaml."""

    links: frozenset[str]
    nouns: frozenset[str]
    because: frozenset[str]
    after: frozenset[str]
    hedges: frozenset[str]
    timeless: frozenset[str]
    aims: frozenset[str]


@cache
def _words() -> _Words:
    return load_table("reasons", _Words)


def circumstances_of(match: Match) -> Iterator[tuple[str, Span]]:
    """Why an event came about (`reason`), what it came after (`after`) and what it was for (`purpose`)."""
    trigger, support, frame = match.trigger, match.support, match.frame
    told = _told_by(trigger, *([support] if support is not None else []), why=frame.why, aims=frame.aims)
    return ((kind, _without_people(trigger, span)) for kind, span in told)


def circumstances_on(verb: Word) -> tuple[tuple[str, Span], ...]:
    """The same of the clause of a verb that no frame knows, but for what it was for."""
    return tuple((kind, _without_people(verb, span)) for kind, span in _told_by(verb))


def _without_people(trigger: Word, span: Span) -> Span:
    """Words up to those that say, behind a comma, whom else it befell: "for theft, including two nurses"."""
    words = [w for w in trigger.root.subtree() if span.start <= w.start < span.end]
    for before, word in pairwise(words):
        people = [n for n in word.all("pobj") if n.pos == "PROPN" or names_people(n)]
        if word.lower in ("including", "among") and people and not before.text[-1].isalnum():
            ends = [w.end for w in words if w.start < word.start and w.text != ","]
            return Span(span.start, ends[-1])
    return span


def _told_by(
    trigger: Word, *support: Word, why: frozenset[str] = frozenset(), aims: bool = False
) -> Iterator[tuple[str, Span]]:
    words = _words()
    if is_only_found(trigger) or (trigger.dep == "ROOT" and not is_verb(trigger)):
        return  # "her trial for shooting a man opened": the parse has the man opened
    for head in (trigger, *support):
        beside = [c for c in head.all("advcl") if is_finite(c)]
        yield from (("reason", clause(c)) for c in beside if _is_led(c, words.because))
        yield from (("reason", span) for span in _reasons_on(head, why))
        if is_verb(head):
            behind = [link for link in head.all("prep") if link.lower in words.after and _is_why(link)]
            told = [*(c for c in beside if _is_led(c, words.after)), *behind]
            yield from (("after", clause(c)) for c in told if _is_whole(c))
            ends = [*_aims_on(head), *(purposes_of(head) if aims else ())]
            ends = [span for span in ends if span.start > head.start]
            yield from (("purpose", span) for span in ends if not _goes_on(head, span))


def _aims_on(verb: Word) -> Iterator[Span]:
    """The phrases on a verb that say by their own words what for: "in a bid to", "in an effort to"."""
    for link in verb.all("prep"):
        noun = link.child("pobj")
        aim = next((c for c in noun.all("acl") if is_infinitive(c)), None) if noun is not None else None
        if aim is not None and noun is not None and f"{link.lower} {noun.lemma.lower()}" in _words().aims:
            yield clause(link)


def _is_led(verb: Word, words: frozenset[str]) -> bool:
    """Whether one of some words opens a clause; none that is taken back, "not because"."""
    return any(m.lower in words and not _is_hedged(m) for m in verb.all("mark"))


def _reasons_on(head: Word, why: frozenset[str]) -> Iterator[Span]:
    """The phrases on a head that say why; of those behind one of the frame's own prepositions the first.

    Such a one may be taken for a part of what stands before it: "jailed for two years | for stealing a boat".
    """
    held = (
        [n for over in (head, *head.all("prep")) for n in over.all("dobj", "pobj")] if is_verb(head) else []
    )
    own = [link for link in head.all("prep") if link.lower in why and _is_why(link)]
    own += [link for noun in held for link in noun.all("prep") if link.lower in why and link.child("pcomp")]
    for link in head.all("prep"):
        last = _last_of(link)
        if last is not None and _is_whole(last):
            yield Span(link.start, clause(last).end)
    yield from (clause(link) for link in sorted(own, key=lambda w: w.index)[:1] if _is_whole(link))


def _is_whole(last: Word) -> bool:
    """Whether no verb behind a phrase was torn off it: "after a judge ordered that all schools | be shut"."""
    end = last.subtree()[-1].index
    return not any(w.index == end + 1 and is_verb(w) for w in last.root.subtree())


def _goes_on(head: Word, span: Span) -> bool:
    """Whether a verb or another noun was torn off a clause: "to demand from the mayor | the keys"."""
    behind = next((w for w in head.root.subtree() if w.start >= span.end), None)
    return behind is not None and (is_verb(behind) or behind.pos == "DET")


def _last_of(link: Word) -> Word | None:
    """The last word of those that lead to why: the "of" of "because of", the "to" of "in response to"."""
    noun, words = link.child("pobj"), _words()
    if any(f"{link.lower} {c.lower}" in words.links for c in link.all("pcomp", "prep")):
        return None if _is_hedged(link) else link
    if noun is None or _is_hedged(link):
        return None
    behind = (c for c in (*noun.all("prep"), *link.head.all("prep")) if c.index == noun.index + 1)
    return next((c for c in behind if f"{link.lower} {noun.lemma.lower()} {c.lower}" in words.nouns), None)


def _is_hedged(word: Word) -> bool:
    return any(w.index == word.index - 1 and w.lower in _words().hedges for w in word.root.subtree())


def _is_why(link: Word) -> bool:
    """Whether what stands behind a preposition is a deed or a matter, and no time, number, name or saying.

    What somebody says is told as his word: "after denying that it had sunk the ship" tells of no event.
    """
    noun, deed = link.child("pobj"), link.child("pcomp")
    if deed is not None or noun is None or noun.pos != "NOUN":
        return deed is not None and deed.child("ccomp") is None
    if names_people(noun):
        return False  # "arrested by mistake for his cousin"
    lemma = noun.lemma.lower()
    is_event = f"{link.lower} {lemma}" not in _words().timeless
    bare = noun.child("nummod") is not None or lemma in word_classes()["lapse"]
    return is_event and lemma != "life" and (not bare or _tells_acts(noun))


def _tells_acts(noun: Word) -> bool:
    """Whether a number or a time is one of acts: "after two raids", "following months of protests"."""
    told = (noun, *obliques(noun, "of"))
    return any(n.lemma.lower() in event_nouns() or is_of(n, "hazard", "act_noun") for n in told)
