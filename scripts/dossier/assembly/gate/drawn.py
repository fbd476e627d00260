"""What an editor draws from words: whether these alone say it, without what stands around them.

A rule's fact rests on the passage that its finding was made of, and the sentence around it is its own. An
editor chooses the words, so that whatever the value names, counts or ties must be in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from dossier.assembly.gate.edited import numbers_in
from dossier.assembly.gate.lines import hedge_in, left_open, missing_nouns, read_line, told_otherwise
from dossier.assembly.gate.named import Cited, Names, place_of, says
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.readings import Readings
from dossier.assembly.gate.ties import (
    is_another_role,
    is_placed,
    is_tied_name,
    only_describes,
    said_by,
    turned_round,
)
from dossier.assembly.gate.told import figure_doubts, scene_of
from dossier.assembly.gate.words import gate_words
from dossier.facts import EDITOR, Fact, Ref, Reported, Sourced
from dossier.model import Alias, Amount, AnyRecord, Claim, Event, Named, Participant, Relation
from dossier.reading.findings import Span
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.text.tokens import CAPITALS

_SHORT = 3
"""Letters up to which a word is asked for as it is."""
_CAPITALISED = re.compile(rf"(?<!\w)[{CAPITALS}][\w'’-]*")
_WORD = re.compile(r"\w+")
_OF_A_STATE = (".country", ".organ_of")
"""Fields that tie somebody to a state: where they are from, or whose organ a body is."""
_CALLED = (".type", ".kind")
"""Fields that say what an act or a claim is."""
_SEATED = frozenset(("based_in", "located_in"))
_UNITS = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_SUM = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion|bn|k|m)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Close(Cited):
    """Some words of an article, for which nothing stands around."""

    @property
    def sentence(self) -> Span:
        """The words themselves."""
        return self.span


class _Predicates(NamedTuple):
    """Shape of predicates.yaml."""

    words: dict[str, frozenset[str]]


class Drawn(NamedTuple):
    """A fact that an editor draws from words, and what it is asked of."""

    path: str
    record: AnyRecord | Relation
    fact: Sourced
    places: Sequence[Close]
    """The words it rests on."""
    names: Names
    readings: Readings

    def read(self) -> list[tuple[Close, Reading]]:
        """The words with the trees of their articles."""
        return [(each, self.readings.of(each.article)) for each in self.places]


def drawn_doubt(drawn: Drawn) -> str | None:
    """What the words that an editor's fact rests on do not say by themselves; None where they say all."""
    return next(chain(_doubts(drawn), _untied(drawn), _otherwise(drawn)), None)


def must_be_shown(path: str, record: AnyRecord | Relation, fact: Sourced) -> bool:
    """Whether an editor's fact, where its words don't show it, stops the build: a tie, or another name."""
    another_name = isinstance(fact, Fact) and isinstance(fact.value, Alias)
    return fact.read_by == EDITOR and (another_name or _tie(path, record, fact) is not None)


class _Tie(NamedTuple):
    """What ties one record to another."""

    subject: str
    predicate: str
    object: str


def _tie(path: str, record: AnyRecord | Relation, fact: Sourced) -> _Tie | None:
    """The tie that a fact is; None for one that is none."""
    if isinstance(fact, Relation):
        return _Tie(fact.subject, fact.predicate, fact.object)
    value = fact.value if isinstance(fact, Fact) else None
    if isinstance(value, Ref) and path.endswith(_OF_A_STATE) and isinstance(record, Named):
        return _Tie(record.id, "based_in", value)
    return None


def _untied(drawn: Drawn) -> Iterator[str]:
    """Where both ends of a relation are named, and the words say it the other way round, or tie neither."""
    path, record, fact, places, names, _ = drawn
    tie = _tie(path, record, fact)
    if tie is None:
        return
    one, other, predicate = names.forms(tie.subject), names.forms(tie.object), tie.predicate
    asked = drawn.read()
    turned = [turned_round(predicate, one, other, place, reading) for place, reading in asked]
    if asked and all(turned):
        yield f"“{turned[0]}” says it the other way round"
    if path.endswith(_OF_A_STATE):
        if not _named(tie.subject, places, names):
            yield _unnamed(tie.subject)
        voices = [said_by(other, each, reading) for each, reading in asked]
        if not fact.according_to and voices and all(voices):
            yield f"“{voices[0]}” says whose word that is, and it does not"
    hedges = [hedge_in(each.words) for each in places]
    if not fact.according_to and hedges and all(hedges):
        yield f"“{hedges[0]}” stands in its words, and it does not say whose word it is"
    if predicate in _SEATED and not any(is_placed(one, other, place, reading) for place, reading in asked):
        yield "its words name both, and tie neither to the other"


def _otherwise(drawn: Drawn) -> Iterator[str]:
    """What the grammar of the words gives another, or leaves open: a role, a place, what a line tells."""
    path, record, fact, places, names, readings = drawn
    if isinstance(record, Relation) or not isinstance(fact, Fact):
        return
    value, asked = fact.value, drawn.read()
    who, role = (value.actor, value.role) if isinstance(value, Participant) else (value, "recipient")
    if isinstance(value, Participant) or path.endswith(".recipient"):
        wrong = [is_another_role(role, names.forms(who), each, reading) for each, reading in asked]
        if asked and all(wrong):
            yield f"“{wrong[0]}” gives it another part than {role}"
    elif isinstance(value, Ref) and path.endswith(".place"):
        only = [only_describes(names.forms(value), each, reading) for each, reading in asked]
        if asked and all(only):
            yield f"“{only[0]}” only says whose somebody is"
    elif isinstance(value, Alias) and isinstance(record, Named):
        forms = [form for form in names.forms(record.id) if form != value.text]
        if not any(is_tied_name(value.text, forms, each, reading) for each, reading in asked):
            yield f"the words it rests on name “{value.text}” and {record.id}, and tie neither to the other"
    elif isinstance(value, str) and path.endswith(_CALLED) and isinstance(record, Event | Claim):
        figures = [next(figure_doubts(value, at.span, scene_of(reading)), None) for at, reading in asked]
        if figures and all(figures):
            yield next(doubt.reason for doubt in figures if doubt is not None)
    elif isinstance(value, str) and not isinstance(value, Reported | Ref) and " " in value:
        own = names.forms(record.id) if isinstance(record, Named) else ()
        line = read_line(value)
        yield from told_otherwise(line, own, places, readings)
        if path.endswith(".description"):
            yield from left_open(line, places)
        if path.endswith(".title"):
            around = " ".join(each.within(Cited(each.article, each.span).sentence) for each in places)
            kind = getattr(record, "type", None) or getattr(record, "kind", None)
            told = str(kind.value) if kind is not None else ""
            known = {*told.split("_"), *gate_words().occasions.get(told, ())}
            yield from missing_nouns(line, known, around)


def _doubts(drawn: Drawn) -> Iterator[str]:
    """What a fact names, counts or says and its words do not."""
    path, record, fact, places, names, _ = drawn
    if isinstance(fact, Relation):
        yield from (_unnamed(end) for end in (fact.subject, fact.object) if not _named(end, places, names))
        if not _is_told(fact.predicate, places):
            yield f"no word that it rests on says “{fact.predicate.replace('_', ' ')}”"
        return
    value = fact.value if isinstance(fact, Fact) else None
    if isinstance(value, Ref) and not _named(value, places, names):
        yield _unnamed(value)
    elif isinstance(value, Participant) and not _named(value.actor, places, names):
        yield _unnamed(value.actor)
    elif isinstance(value, Alias) and isinstance(record, Named):
        if not any(_names_besides(value.text, record, place, names) for place in places):
            yield f"the words it rests on do not say that “{value.text}” is {record.id}"
    elif isinstance(value, Amount) and not _is_sum(value):
        yield f"“{value.as_reported}” is not {value.value:,.0f}"
    elif isinstance(value, str) and not isinstance(value, Reported) and not isinstance(record, Relation):
        yield from _names_beside(path, record, value, places, names)
        if " " in value:
            yield from _no_longer_so(value, places)
        if path.endswith(".description") and isinstance(record, Named):
            yield from _of_somebody(record, value, fact, places, names)


def _names_besides(alias: str, record: Named, place: Close, names: Names) -> bool:
    """Whether some words name a record by something else than an alias, and by that as well."""
    rest = place.words.replace(alias, " ", 1)
    forms = [form for form in names.forms(record.id) if form != alias]
    return says(place.words, alias) and any(says(rest, form) for form in forms)


def _no_longer_so(value: str, places: Sequence[Close]) -> Iterator[str]:
    """The "former" of the words, where a line leaves it out."""
    told = {word.casefold() for place in places for word in _WORD.findall(place.words)}
    kept = {word.casefold() for word in _WORD.findall(value)}
    past = told & gate_words().former
    if past and not kept & (gate_words().former | {"was", "were", "had", "once"}):
        yield f"“{min(past)}” stands in the words it rests on, and not in it"


def _of_somebody(
    record: Named, value: str, fact: Sourced, places: Sequence[Close], names: Names
) -> Iterator[str]:
    """A description's words name whom it describes; what a claim says of them is told as somebody's word."""
    if not _named(record.id, places, names):
        yield _unnamed(record.id)
    claims = [c for c in names.dossier.claims if c.target is not None and c.target.value == record.id]
    claimed = {id for claim in claims for id in claim.evidence}
    alleged = [place for id in claimed if (place := place_of(id, names.articles))]
    within = all(any(_holds(claim, place) for claim in alleged) for place in places)
    if within and all(_says(place.words) for place in places) and not fact.according_to and not _says(value):
        yield "what it rests on is somebody's claim, and it does not say whose"


def _holds(around: Cited, place: Cited) -> bool:
    outer = around.sentence
    return around.article is place.article and outer.start <= place.span.start and place.span.end <= outer.end


def _says(value: str) -> bool:
    """Whether a line tells that somebody says, thinks or claims something."""
    words = speech_words()
    told = {*words.clause, *(verb for verb, _ in words.preposition), "attribute", "accord"}
    stems = tuple(verb.removesuffix("e") for verb in told if len(verb) > _SHORT)
    return any(w in ("say", "says", "said") or w.startswith(stems) for w in _WORD.findall(value.casefold()))


def _is_told(predicate: str, places: Sequence[Close]) -> bool:
    """Whether a word says a relation; of one that no table tells, any does."""
    told = predicate_words().get(predicate)
    words = {word.casefold() for place in places for word in _WORD.findall(place.words)}
    stems = tuple(stem for stem in told or () if len(stem) > _SHORT)
    return told is None or bool(words & told) or any(word.startswith(stems) for word in words)


def _unnamed(id: str) -> str:
    return f"the words it rests on do not name {id} themselves"


def _named(id: str, places: Sequence[Close], names: Names) -> bool:
    return any(names.rule(id, place) for place in places)


def _names_beside(
    path: str, record: AnyRecord, value: str, places: Sequence[Close], names: Names
) -> Iterator[str]:
    """The names in an editor's line that its words do not have, nor any record that these name."""
    own = () if path.endswith(".name") else (record.id,)
    named = (id for id in names.records if id in own or (id != record.id and _named(id, places, names)))
    forms = [form for id in named if id in names.records for form in names.forms(id)]
    months = {f"{day:%B}" for place in places if (day := place.article.published) is not None}
    for match in _CAPITALISED.finditer(value):
        word = match.group().removesuffix("’s")
        shown = word in months or any(says(place.words, word) for place in places)
        begins = not match.start() and not path.endswith(".name")
        opens = begins and word.casefold() not in load_gazetteer().demonyms
        if not opens and not shown and not any(says(form, word) for form in forms):
            yield f"“{word}” stands in none of the words it rests on"


def _is_sum(amount: Amount) -> bool:
    """Whether a sum is the number that the article words."""
    for number, unit in _SUM.findall(amount.as_reported):
        told = float(number.replace(",", "")) * _UNITS.get(unit.lower(), 1)
        if abs(told - amount.value) <= abs(told) * 1e-6:
            return True
    return any(amount.value in bounds for bounds in numbers_in(amount.as_reported).values())


@cache
def predicate_words() -> dict[str, frozenset[str]]:
    """Per predicate that an editor may draw, how the words begin that say it."""
    return load_table("predicates", _Predicates, __package__).words
