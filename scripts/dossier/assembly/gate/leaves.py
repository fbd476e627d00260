"""Every fact of a dossier asked for in the words it cites: what it names, counts and dates stands there.

How acts, roles, negation and sources agree is asked of findings before anything is made of them (`gating`).
Here each fact of a record is asked again by the type of its value, an editor's also whether its words deny
it. Which are exempt follows from the type: what cites nothing is a register's, or an editor's from elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Any, Literal, NamedTuple

from dossier.assembly.gate.drawn import Close, Drawn, drawn_doubt, must_be_shown
from dossier.assembly.gate.edited import denial_among, denied_in, numbers_in
from dossier.assembly.gate.named import Cited, Names, is_called, place_of, says
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.readings import Readings
from dossier.beside import beside
from dossier.facts import EDITOR, Attribution, Fact, Ref, Reported, Sourced, facts_in, leaves, refers_to
from dossier.model import (
    Alias,
    Amount,
    AnyRecord,
    Casualties,
    Dossier,
    Event,
    Named,
    Participant,
    Relation,
    ReportedDate,
    Role,
    Step,
)
from dossier.reading.events.casualties import counts_one
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import CAPITALS, as_read
from dossier.vocabularies import NOBODY

_CAPITALISED = re.compile(rf"(?<!\w)[{CAPITALS}0-9][\w'’-]*")
_GAP = re.compile(r"\s*…\s*")

_ACTS = (Event, Relation, Named)
"""Records whose facts a denial denies: what is claimed, pledged or quoted may itself be that it is not so."""

Judgement = Literal["holds", "does not", "not shown", "editor", "elsewhere", "unchecked"]


class Judged(NamedTuple):
    """A fact, and what its words say of it."""

    path: str
    read_by: str
    answer: Judgement
    """`editor` for what is not shown and stands by an editor's yes; `elsewhere` for a register's value, and
    for an editor's with a source outside the articles; `unchecked` for words of a private text that is not
    here."""
    why: str
    """By which rule it holds, or what its words don't show."""
    fact: Sourced
    stops: bool = False
    """Whether nothing is published while it stands: an editor's, whose words deny it or tie nothing."""


_Verdict = tuple[Judgement, str, bool]
"""The answer, why, and whether it stops a build."""
_MANY = 1_000
"""Records of which half are worth a process."""
Answered = Callable[[Sourced, Sequence[Cited]], bool]
"""Whether an editor said yes to a fact that cites some words, although they don't show it."""


def judge_leaves(
    dossier: Dossier,
    articles: Iterable[Article],
    said_yes: Answered | None = None,
    readings: Readings | None = None,
) -> tuple[Judged, ...]:
    """A verdict for every fact and relation of a dossier whose values are told in full.

    `readings` may hold the articles' trees already.
    """
    return Judging(articles, said_yes, readings).of(dossier)


class Judging:
    """Judges all facts of a dossier, and of one with fewer only those that may be judged otherwise."""

    def __init__(
        self, articles: Iterable[Article], said_yes: Answered | None = None, readings: Readings | None = None
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._said_yes = said_yes
        self._readings = readings or Readings()
        self._last: dict[int, _JudgedRecord] = {}
        """By the record as an object, which is held, what was judged last."""

    def of(self, dossier: Dossier) -> tuple[Judged, ...]:
        """The verdicts, in the order of the facts.

        Of many records the latter half is asked on another core, if there is one.
        """
        everything = list(dossier.everything())
        there = {id(record) for record in everything}
        others = frozenset(last.record.id for key, last in self._last.items() if key not in there)
        asked = [record for record in everything if not self._stands(record, others)]
        names = Names(dossier, self._articles)
        asking = _Asking(self._articles, names, self._said_yes, self._readings)
        half = len(asked) // 2 if len(asked) >= _MANY else len(asked)
        latter = beside(lambda: list(map(asking.verdicts, asked[half:]))) if asked[half:] else list
        verdicts = [*map(asking.verdicts, asked[:half]), *latter()]
        found = {id(record): _judged(record, *each) for record, each in zip(asked, verdicts, strict=True)}
        self._last = {
            id(record): found[id(record)] if id(record) in found else self._last[id(record)]
            for record in everything
        }
        return tuple(chain.from_iterable(each.judged for each in self._last.values()))

    def _stands(self, record: AnyRecord | Relation, others: Set[str]) -> bool:
        """Whether a record was judged, and by none of the records that are `others` now, or gone."""
        last = self._last.get(id(record))
        return last is not None and not last.is_wide and others.isdisjoint(refers_to(record))


class _JudgedRecord(NamedTuple):
    """A record, and the verdicts for its facts."""

    record: AnyRecord | Relation
    judged: tuple[Judged, ...]
    is_wide: bool
    """Whether they may follow from what any record is called, and not those alone that it refers to."""


def _judged(record: AnyRecord | Relation, verdicts: Iterable[_Verdict], is_wide: bool) -> _JudgedRecord:
    found = zip(leaves(record, record.id), verdicts, strict=True)
    return _JudgedRecord(
        record,
        tuple(
            Judged(path, fact.read_by, answer, why, fact, stops)
            for (path, fact), (answer, why, stops) in found
        ),
        is_wide,
    )


class _Asking(NamedTuple):
    """What facts are asked with."""

    articles: Mapping[str, Article]
    names: Names
    said_yes: Answered | None
    readings: Readings

    def verdicts(self, record: AnyRecord | Relation) -> tuple[list[_Verdict], bool]:
        """The verdict for each fact of a record, and whether it may follow from any other record."""
        before = len(self.names.looked_through)
        facts = list(leaves(record, record.id))
        found = [self.verdict(record, path, fact) for path, fact in facts]
        is_wide = len(self.names.looked_through) > before or any(f.read_by == EDITOR for _, f in facts)
        return found, is_wide

    def verdict(self, record: AnyRecord | Relation, path: str, fact: Sourced) -> _Verdict:
        """What the words that a fact cites say of it: the answer, why, and whether it stops a build."""
        places = [place for id in fact.evidence if (place := place_of(id, self.articles))]
        if not places:
            return "elsewhere", fact.source or fact.read_by, False
        if any(place.article.mask is not None for place in places):
            return "unchecked", "its text is private", False
        denial = _denial(record, fact, places, self.readings, denied_in)
        if denial is not None:
            return "does not", f"“{denial}” denies it", True
        doubt, rule = _asked(record, fact, places, self.names)
        loose = _denial(record, fact, places, self.readings, denial_among) if not doubt else None
        doubt = doubt if loose is None else f"“{loose}” in the words it rests on may deny it"
        if not doubt and fact.read_by == EDITOR and fact.source is None:
            close = [Close(place.article, place.span) for place in places]
            doubt = drawn_doubt(Drawn(path, record, fact, close, self.names, self.readings)) or ""
        if not doubt:
            return "holds", rule, False
        if self.said_yes and self.said_yes(fact, places):
            return "editor", doubt, False
        return "not shown", doubt, must_be_shown(path, record, fact)


def _denial(
    record: Any,
    fact: Sourced,
    places: Sequence[Cited],
    readings: Readings,
    word_in: Callable[[Span, Reading], str | None],
) -> str | None:
    """The word by which all passages deny what an editor draws from them, as `word_in` finds it in one."""
    tied = isinstance(fact, Relation) or isinstance(
        getattr(fact, "value", None), Ref | Participant | ReportedDate
    )
    if fact.read_by != EDITOR or not tied or not isinstance(record, _ACTS):
        return None
    found = [word_in(place.span, readings.of(place.article)) for place in places]
    return found[0] if all(found) else None


def _asked(record: Any, fact: Sourced, places: Sequence[Cited], names: Names) -> tuple[str, str]:
    """What a fact's words don't show, and by which rule they show it: one of the two is empty."""
    rules: list[str] = []
    for told, found in _questions(record, fact, places, names):
        if not found:
            return told, ""
        rules.append(found)
    for source in fact.according_to:
        if not _is_named(source, places, names):
            return f"nothing there names {source.actor or source.as_reported}, whose word it is", ""
    return "", max(rules, key=len, default="its finding")


Question = tuple[str, str]
"""What is not shown unless the second, a rule by which it is, is told."""


def _questions(record: Any, fact: Sourced, places: Sequence[Cited], names: Names) -> Iterator[Question]:
    if isinstance(fact, Relation):
        for end in (fact.subject, fact.object):
            yield _of_record(end, places, names)
        return
    assert isinstance(fact, Fact)
    value = fact.value
    if isinstance(value, Ref):
        yield _of_record(value, places, names)
    elif isinstance(value, Alias):
        yield _of_words(value.text, places)
    elif isinstance(value, Participant):
        yield _of_record(value.actor, places, names)
    elif isinstance(value, Role):
        yield _of_words(value.title, places)
        if value.of is not None:
            yield _of_record(value.of, places, names)
    elif isinstance(value, Casualties):
        yield from _of_casualties(value, places, names)
    elif isinstance(value, Amount | ReportedDate | Step):
        yield _of_words(value.as_reported, places)
    elif isinstance(value, Reported):
        yield from (_of_words(words, places) for words in _pieces(value))
    elif isinstance(value, str):
        yield from _of_text(record, value, fact, places, names)
    else:
        raise TypeError(f"{type(value).__name__}: no article says this; a value of this type has no evidence")


def _of_words(words: str, places: Sequence[Cited]) -> Question:
    """Words of the article's own: they stand in the passages, or in their sentences."""
    missing = f"“{words}” stands in none of the words it rests on"
    if words == NOBODY:
        return missing, "no source is named"
    if any(says(place.words, words) for place in places):
        return missing, "its words"
    return missing, "its sentence" if any(says(p.within(p.sentence), words) for p in places) else ""


def _pieces(words: str) -> list[str]:
    """Words of the article's, where ours leave some out."""
    return [piece for piece in _GAP.split(words) if piece]


def _of_record(id: str, places: Sequence[Cited], names: Names) -> Question:
    rules = [rule for place in places if (rule := names.rule(id, place))]
    return f"nothing in the words it rests on names {id}", min(rules, key=len) if rules else ""


def _of_casualties(value: Casualties, places: Sequence[Cited], names: Names) -> Iterator[Question]:
    yield _of_words(value.as_reported, places)
    if value.group is not None:
        yield _of_words(value.group, places)
    if value.actor is not None:
        yield _of_record(value.actor, places, names)
    told = numbers_in(value.as_reported).values()
    given = (value.min, value.max)
    agree = given in {(None, None), *told} or (given == (1, 1) and counts_one(value.as_reported))
    yield f"“{value.as_reported}” is not {value.min} to {value.max}", "its number" if agree else ""


def _of_text(
    record: AnyRecord, value: str, fact: Fact[Any], places: Sequence[Cited], names: Names
) -> Iterator[Question]:
    """A word of a closed vocabulary, the article's words, or a line of ours, whose names stand there."""
    if fact.source is not None:
        yield "", "its source"
        return
    value = as_read(value)
    pieces = _pieces(value)
    if all(any(says(place.words, piece) for place in places) for piece in pieces):
        yield "", "its words"
        return
    if not any(match.start() for match in _CAPITALISED.finditer(value)):
        return  # a word of a closed vocabulary, or a line without a name
    around = " ".join(place.within(place.block) for place in places)
    around += "".join(f" {d:%B}" for p in places if (d := p.article.published) is not None)
    named = {form for id in _linked(record) for form in names.forms(id)} if fact.read_by != EDITOR else set()
    rest = value
    for form in sorted(named, key=len, reverse=True):
        if form.casefold() in rest.casefold():  # else a pattern would be compiled for each
            rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    own = record.name if isinstance(record, Named) else None
    if fact is own and any(is_called(form, value) for form in names.forms(record.id) if form != value):
        yield "", "the gazetteer’s name for it"
        return
    for match in _CAPITALISED.finditer(rest):
        word = match.group().removesuffix("’s")
        opens = match.start() == 0 and not word[0].isdigit()
        if opens or word[0].isdigit():
            continue  # an editor's numbers are asked for with the line itself
        shown = says(around, word) or any(
            says(form, word) for form in _forms_of(record, places, names) if fact is not own or form != value
        )
        yield f"“{word}” stands nowhere near the words it rests on", "its paragraph" if shown else ""


def _forms_of(record: AnyRecord, places: Sequence[Cited], names: Names) -> Iterator[str]:
    """The names of whatever the words name by a pronoun, an adjective or an office."""
    for id in dict.fromkeys((record.id, *_linked(record))):
        if id in names.records:
            yield from names.forms(id)
    for id in names.named(places):
        yield from names.forms(id)


def _linked(record: AnyRecord) -> Iterator[str]:
    """Ids of the records that a record's facts lead to."""
    for fact in facts_in(record):
        value = getattr(fact, "value", None)
        if isinstance(value, Ref):
            yield value
        if isinstance(value, Participant):
            yield value.actor


def _is_named(source: Attribution, places: Sequence[Cited], names: Names) -> bool:
    """Whether whose word it is stands in the paragraph of some words, or is known before them."""
    if source.actor is None:
        return source.as_reported == NOBODY or any(
            source.as_reported and says(words, source.as_reported)
            for p in places
            for words in (p.within(p.block), p.article.text.text)
        )
    return any(names.rule(source.actor, place) or names.is_known(source.actor, place) for place in places)


def told_of_leaves(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines for a report: how many facts were judged, and which their words don't show."""
    if not judged:
        return
    answers = Counter(each.answer for each in judged)
    by_yes = f"{answers['editor']} by an editor’s yes, " if answers["editor"] else ""
    unchecked = f", {answers['unchecked']} unchecked" if answers["unchecked"] else ""
    yield (
        f"{len(judged)} facts asked for in the words they cite: {answers['holds']} hold, {by_yes}"
        f"{answers['not shown']} not shown, {answers['elsewhere']} from registers or elsewhere{unchecked}"
    )
    yield from (f"not shown: {each.path}: {each.why}" for each in judged if each.answer == "not shown")
