"""Whether words tie the two ends of what an editor draws: by the word that says so, the right way round.

Words that only name both ends tie nothing: "guards from Lesk met in Varn" bases nobody in Varn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from dossier.assembly.gate.named import Cited, says
from dossier.assembly.gate.reach import Reading, alike, all_alike
from dossier.assembly.gate.relations import holders, relations_of
from dossier.assembly.gate.roles import named_with
from dossier.reading.grammar.dependents import is_verb, subjects
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.tree import Word


class Directed(NamedTuple):
    """Of a relation that leads one way, how its words begin, and how each end stands to them."""

    words: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]


class _Ties(NamedTuple):
    """Shape of ties.yaml."""

    directed: dict[str, Directed]
    at: frozenset[str]
    seats: frozenset[str]
    keeps: frozenset[str]


def turned_round(
    predicate: str, subject: Collection[str], object: Collection[str], place: Cited, reading: Reading
) -> str | None:
    """The word by which some words say a relation the other way round; None where they don't.

    `subject` and `object` are the forms of the names of the ends.
    """
    directed = _ties().directed.get(predicate)
    if directed is None:
        return None
    acts, suffers = _naming(subject, place, reading), _naming(object, place, reading)
    for word in _told(directed.words, place, reading):
        found = relations_of(word)
        first, second = holders(found, directed.subject), holders(found, directed.object)
        if (acts & second and not acts & first) or (suffers & first and not suffers & second):
            return word.text
    return None


def is_placed(subject: Collection[str], country: Collection[str], place: Cited, reading: Reading) -> bool:
    """Whether some words say where somebody is from or based: "a Varnish bank", "the bank, based in Varn"."""
    who, where = _naming(subject, place, reading), _naming(country, place, reading)
    return not who or not where or any(_is_tied(word, who) for word in where)


def _is_tied(where: Word, who: Collection[Word]) -> bool:
    """Whether a place hangs on somebody, on a word for him, or on a verb of his being there."""
    node = where
    while node.dep in ("compound", "amod", "nmod", "poss", "npadvmod", "conj") and node.head is not node:
        node = node.head
        if {node, *alike(node)} & {*who}:
            return True
    link = node.head if node.dep == "pobj" else None
    if link is None or link.lower not in _ties().at:
        return any(each in {*where.subtree()} for each in who) if node is not where else False
    over = link.head
    if {over, *alike(over)} & {*who}:
        return True
    if over.dep == "pobj" and over.head.lower in ("of", "from") and {*alike(over.head.head)} & {*who}:
        return True  # "a group from the north of Varn"
    seats = over.lemma.lower() in _ties().seats
    if is_verb(over):
        held = {*all_alike(subjects(over))} | (
            {over.head, *_set_beside(over.head)} if over.dep == "acl" else set()
        )
        return seats and bool(held & {*who})
    keeper = subjects(over.head) if over.head.lemma in _ties().keeps else []
    return seats and bool({*all_alike([*over.all("poss"), *keeper])} & {*who})


def _set_beside(noun: Word) -> list[Word]:
    """Whom "X, an armed group based in Y" tells of, whatever the parse makes of what follows the comma."""
    whole = {word.index: word for word in noun.root.subtree()}
    first = noun.subtree()[0]
    comma, before = whole.get(first.index - 1), whole.get(first.index - 2)
    is_beside = first.dep == "det" and comma is not None and comma.text == ","
    return [before] if is_beside and before is not None else []


def _told(stems: Collection[str], place: Cited, reading: Reading) -> Iterator[Word]:
    """The words of a passage that begin as one of these."""
    for word in reading.words(place.span):
        if word.pos in ("NOUN", "VERB", "PROPN", "ADJ") and word.lower.startswith(tuple(stems)):
            yield word


def _naming(forms: Collection[str], place: Cited, reading: Reading) -> set[Word]:
    """The words of a passage by which one of these names, or its people's adjective, stands there."""
    demonyms = load_gazetteer().demonyms
    named = {form.casefold() for form in forms}
    found: set[Word] = set()
    for word in reading.words(place.span):
        told = demonyms.get(word.lower)
        own = told is not None and told.casefold() in named
        if own or (word.pos in ("PROPN", "NOUN", "ADJ") and any(says(form, word.text) for form in forms)):
            found.add(word)
    return {same for word in found for same in named_with(word, reading)}


@cache
def _ties() -> _Ties:
    return load_table("ties", _Ties, __package__)
