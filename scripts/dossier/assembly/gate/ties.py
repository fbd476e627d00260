"""Whether words tie the two ends of what an editor draws: by the word that says so, the right way round.

Words that only name both ends tie nothing: "guards from Lesk met in Varn" bases nobody in Varn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from dossier.assembly.gate.antecedents import is_short_of
from dossier.assembly.gate.named import Cited, says
from dossier.assembly.gate.reach import Reading, alike, all_alike
from dossier.assembly.gate.relations import holders, relations_of
from dossier.assembly.gate.roles import named_with, role_table
from dossier.assembly.gate.voices import voices_over
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
    calling: frozenset[str]
    calling_so: frozenset[str]


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
    return any(_is_tied(word, who) for word in where)


def _is_tied(where: Word, who: Collection[Word]) -> bool:
    """Whether a place hangs on somebody, on a word for him, or on a verb of his being there."""
    node = where
    while node.dep in ("compound", "amod", "nmod", "poss", "npadvmod", "conj"):
        node = node.head
        if {node, *alike(node)} & {*who}:
            return True
    link = node.head if node.dep == "pobj" else None
    if link is None or link.lower not in _ties().at:
        return any(each in {*where.subtree()} for each in who) if node is not where else False
    over = link.head
    if {over, *alike(over)} & {*who}:
        return True
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
    found = (word for word in reading.words(place.span) if _names(word, forms))
    return {same for word in found for same in named_with(word, reading)}


def is_another_role(role: str, forms: Collection[str], place: Cited, reading: Reading) -> str | None:
    """The word that gives somebody the part opposite to the one he is said to have; None where none does.

    A giver is no recipient, a visitor no host: only where no other word of the passage gives him that part.
    """
    allowed = role_table().get(role)
    who = {w for word in _naming(forms, place, reading) for w in _and_whose(word)}
    if allowed is None or not who:
        return None
    wrong = None
    for word in reading.words(place.span):
        if word.pos not in ("VERB", "NOUN"):
            continue
        found = relations_of(word)
        if who & holders(found, allowed.verbs if is_verb(word) else allowed.nouns):
            return None
        if who & holders(found, allowed.never):
            wrong = wrong or word.text
    return wrong


def _and_whose(word: Word) -> set[Word]:
    """A word and, of an adjective or a state before an office, who is called so: "the Varnish prince"."""
    node = word
    while node.dep in ("amod", "compound", "nmod"):
        node = node.head
    return {word, *alike(node)}


def only_describes(forms: Collection[str], place: Cited, reading: Reading) -> str | None:
    """A place's name that only says whose somebody is: "Varn-based groups", "Varnish guards"."""
    who = [w for w in reading.words(place.span) if _names(w, forms)]
    told = [w for w in who if w.pos == "ADJ" or _is_hyphened(w, reading)]
    return told[0].text if told and len(told) == len(who) else None


def _is_hyphened(word: Word, reading: Reading) -> bool:
    tree = reading.tree_at(word.start)
    behind = tree.after(word) if tree is not None else None
    return behind is not None and behind.text == "-" and behind.start == word.end


def said_by(forms: Collection[str], place: Cited, reading: Reading) -> str | None:
    """The verb by which somebody says that in which all words for a name stand; None where one does not."""
    who = [w for w in reading.words(place.span) if _names(w, forms)]
    voices = [next(voices_over(word), None) for word in who]
    return voices[0].cue.text if voices and voices[0] is not None and all(voices) else None


def is_tied_name(alias: str, forms: Collection[str], place: Cited, reading: Reading) -> bool:
    """Whether some words call somebody by another name: beside his own, in brackets behind it, as a title."""
    words = reading.words(place.span)
    named = {same for w in words if _names(w, forms) for same in alike(w)}
    text = place.words
    for form in forms:
        if any(
            _is_called(alias, text[at.end() :])
            for at in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        ):
            return True
        if is_short_of(alias, form):
            return True
    own = [w for w in words if says(alias, w.text) and not any(says(form, w.text) for form in forms)]
    for word in (w for w in own if w.pos in ("PROPN", "NOUN", "ADJ")):
        either = word.dep == "conj" and any(c.lower == "or" for c in word.head.all("cc"))
        if {word, *alike(word), *([word.head] if either else [])} & named:
            return True  # "the union, or the Kelp,"
    return False


def _is_called(alias: str, behind: str) -> bool:
    """Whether the words behind a name call it by another: "(the Kelp)", ", also called the Kelp"."""
    behind, ties = behind.lstrip(" ,"), _ties()
    if behind.startswith((f"({alias})", f"[{alias}]")):
        return True
    between = set(behind.partition(alias)[0].lower().split()) if alias in behind else set()
    return bool(between & ties.calling) and between <= ties.calling | ties.calling_so


def _names(word: Word, forms: Collection[str]) -> bool:
    """Whether a word is of a name, or its people's adjective."""
    told = load_gazetteer().demonyms.get(word.lower)
    own = told is not None and told.casefold() in {form.casefold() for form in forms}
    return own or (word.pos in ("PROPN", "NOUN", "ADJ") and any(says(form, word.text) for form in forms))


@cache
def _ties() -> _Ties:
    return load_table("ties", _Ties, __package__)
