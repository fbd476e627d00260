"""Why an event came about, as worded: "because of the flood", "in response to a raid", "for theft"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict

from dossier.reading.findings import Span
from dossier.reading.frames.matcher import Match
from dossier.reading.grammar.dependents import is_finite, is_verb
from dossier.reading.grammar.extents import clause
from dossier.reading.grammar.noun_classes import word_classes
from dossier.reading.grammar.purposes import purposes_of
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word


class _Reasons(BaseModel):
    """Shape of lexicon/reasons.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    links: frozenset[str]
    nouns: frozenset[str]
    marks: frozenset[str]
    after: frozenset[str]


@cache
def _words() -> _Reasons:
    return load_table("reasons", _Reasons)


def circumstances_of(match: Match) -> Iterator[tuple[str, Span]]:
    """Why an event came about (`reason`), what it came after (`after`) and what it was for (`purpose`)."""
    heads = [head for head in (match.trigger, match.support) if head is not None]
    verbs = [head for head in heads if is_verb(head)]
    for head in heads:
        yield from (("reason", clause(c)) for c in head.all("advcl") if _opens(c))
        yield from (("reason", span) for span in _reasons_on(head, match.frame.why))
    for verb in verbs:
        yield from (("after", clause(c)) for c in verb.all("advcl") if _is_after(c) and _is_whole(c))
        behind = (link for link in verb.all("prep") if link.lower in _words().after and _is_why(link))
        yield from (("after", clause(link)) for link in behind if _is_whole(link))
        if match.frame.aims and "purpose" not in match.slots:
            yield from (("purpose", span) for span in purposes_of(verb) if span.start > verb.start)


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
    behind = next((w for w in last.root.subtree() if w.index == end + 1), None)
    return behind is None or not is_verb(behind)


def _is_after(verb: Word) -> bool:
    marks = (m for m in verb.all("mark") if m.lower in _words().after and m.index < verb.index)
    return is_finite(verb) and any(marks)


def _opens(verb: Word) -> bool:
    """Whether "because" opens a clause; what is no reason, or not the only one, is none: "not because"."""
    mark = next((c for c in verb.all("mark") if c.lower in _words().marks), None)
    return mark is not None and is_finite(verb) and not _is_hedged(mark)


def _last_of(link: Word) -> Word | None:
    """The last word of those that lead to why: the "of" of "because of", the "to" of "in response to"."""
    if _is_hedged(link):
        return None
    if any(f"{link.lower} {c.lower}" in _words().links for c in link.all("pcomp", "prep")):
        return link
    noun = link.child("pobj")
    beside = [*noun.all("prep"), *link.head.all("prep")] if noun is not None else []
    behind = (c for c in beside if noun is not None and c.index == noun.index + 1)
    words = _words().nouns
    return next((c for c in behind if noun and f"{link.lower} {noun.lemma.lower()} {c.lower}" in words), None)


def _is_hedged(word: Word) -> bool:
    """Whether words before a reason take it back or leave others: "not because", "in part because"."""
    before = next((w for w in word.root.subtree() if w.index == word.index - 1), None)
    return before is not None and before.lower in ("not", "n't", "n’t", "maybe", "perhaps", "or", "simply")


def _is_why(link: Word) -> bool:
    """Whether what stands behind a preposition is a deed or a matter, and no time, number or name."""
    if link.child("pcomp") is not None:
        return True
    noun = link.child("pobj")
    if noun is None or noun.pos != "NOUN" or noun.child("nummod") is not None:
        return False
    return noun.lemma.lower() not in word_classes()["lapse"] | {"life"}
