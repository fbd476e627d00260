"""What is different between two dossiers, told in facts: what came, what went, what is now said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from pydantic import BaseModel

from dossier.facts import Attribution, Fact, Ref, Reported, Sourced, leaves, nodes
from dossier.model import AnyRecord, Dossier, Evidence, Quote, Relation

_LETTERS = {"h": "the headline", "s": "the standfirst", "x": "a heading"}
_CUT = " … "
"""Stands in the article's words where they are shortened."""
_EXCERPT_WORDS = 9
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")
"""A value of a closed vocabulary that is written as several words in one."""


class Difference(NamedTuple):
    """One fact, record or relation that came, went or changed."""

    sign: Literal["+", "-", "~"]
    text: str
    where: str = ""
    """The paragraph and article of its first passage."""

    def __str__(self) -> str:
        return f"{self.sign} {self.text}{f', {self.where}' if self.where else ''}"


def differences(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """What of a dossier is otherwise in another, record by record, relations last.

    Records are the same when they are of a kind and have one id. That a fact rests on other words of the
    article alone is no difference, nor how much of the article's words is shown.
    """
    old, new = _Told(before), _Told(after)
    for key in dict.fromkeys([*old.records, *new.records]):
        was, now = old.records.get(key), new.records.get(key)
        if was is None and now is not None:
            yield Difference("+", new.record(now), new.where_of(now))
        elif now is None and was is not None:
            yield Difference("-", old.record(was), old.where_of(was))
        elif was is not None and now is not None:
            yield from _of_record(old, new, was, now)
    for id in dict.fromkeys([*old.relations, *new.relations]):
        was_edge, now_edge = old.relations.get(id), new.relations.get(id)
        if was_edge is None and now_edge is not None:
            yield Difference("+", new.relation(now_edge), new.where(now_edge))
        elif now_edge is None and was_edge is not None:
            yield Difference("-", old.relation(was_edge), old.where(was_edge))
        elif was_edge and now_edge and old.relation(was_edge) != new.relation(now_edge):
            told = f"{old.relation(was_edge)}; now {new.relation(now_edge)}"
            yield Difference("~", told, new.where(now_edge))


def _of_record(old: _Told, new: _Told, was: AnyRecord, now: AnyRecord) -> Iterator[Difference]:
    """The fields that hold one fact by field, those that hold several by what stands in them."""
    for name in type(now).model_fields:
        before, after = getattr(was, name), getattr(now, name)
        label = f"{new.name(now)}: {name.replace('_', ' ')}"
        if isinstance(before, tuple) or isinstance(after, tuple):
            yield from _of_several(old, new, label, before, after)
            continue
        if not isinstance(before if before is not None else after, Sourced):
            continue
        gone = old.fact(before) if before is not None else None
        come = new.fact(after) if after is not None else None
        if gone == come or _is_shortened_otherwise(before, after):
            continue
        if gone is None:
            yield Difference("+", f"{label} {come}", new.where(after))
        elif come is None:
            yield Difference("-", f"{label} {gone}", old.where(before))
        else:
            yield Difference("~", f"{label} was {gone}, now {come}", new.where(after))


def _of_several(
    old: _Told, new: _Told, label: str, before: Iterable[object], after: Iterable[object]
) -> Iterator[Difference]:
    gone = {old.fact(each): each for each in before if isinstance(each, Sourced)}
    come = {new.fact(each): each for each in after if isinstance(each, Sourced)}
    resting = {each.evidence for told, each in gone.items() if _CUT in told}
    also = {each.evidence for told, each in come.items() if _CUT in told}
    for told, fact in gone.items():
        if told not in come and not (fact.evidence and fact.evidence in also):
            yield Difference("-", f"{label} {told}", old.where(fact))
    for told, fact in come.items():
        if told not in gone and not (fact.evidence and fact.evidence in resting):
            yield Difference("+", f"{label} {told}", new.where(fact))


def _is_shortened_otherwise(before: Sourced | None, after: Sourced | None) -> bool:
    """Whether two facts give the same words of the article, of which one shows more."""
    if before is None or after is None or before.evidence != after.evidence:
        return False
    if before.according_to != after.according_to:
        return False
    words = [[n.value for n in nodes(f, "") if isinstance(n.value, Reported)] for f in (before, after)]
    return any(_CUT in each for told in words for each in told)


class _Told:
    """One dossier, put into words."""

    def __init__(self, dossier: Dossier) -> None:
        self.records = {(type(record).__name__, str(record.id)): record for record in dossier.records()}
        self.relations = {str(relation.id): relation for relation in dossier.relations}
        self._by_id: Mapping[str, AnyRecord] = {str(record.id): record for record in dossier.records()}
        self._evidence: Mapping[str, Evidence] = {str(each.id): each for each in dossier.evidence}
        self._headlines = {str(article.id): article.headline for article in dossier.articles}

    def name(self, record: AnyRecord) -> str:
        """What a record is called: its name or title, a quotation's first words, else its id."""
        called = getattr(record, "name", None) or getattr(record, "title", None)
        if isinstance(called, Fact):
            return str(called.value)
        if isinstance(record, Quote):
            words = record.text.value.split()
            more = " …" if len(words) > _EXCERPT_WORDS else ""
            return f"“{' '.join(words[:_EXCERPT_WORDS])}{more}”"
        return str(record.id)

    def record(self, record: AnyRecord) -> str:
        """A record as a whole: "event Attack on a ferry"."""
        return f"{type(record).__name__.lower()} {self.name(record)}"

    def relation(self, relation: Relation) -> str:
        """An edge as a sentence: "Ana Novak met Ivo Stam"."""
        told = f"{self._called(relation.subject)} {relation.predicate.replace('_', ' ')} "
        return f"{told}{self._called(relation.object)}{self._sources(relation.according_to)}"

    def fact(self, fact: Sourced) -> str:
        """A value with whose word it is."""
        value = fact.value if isinstance(fact, Fact) else ""
        return f"{self._value(value)}{self._sources(fact.according_to)}"

    def where(self, fact: Sourced) -> str:
        """Where a fact stands: "¶4 of “Headline”"; its source or reader for what no article says."""
        if not fact.evidence:
            return f"from {fact.source or fact.read_by.partition(':')[2]}"
        passage = self._evidence[fact.evidence[0]]
        paragraph = _LETTERS.get(passage.paragraph, f"¶{passage.paragraph}")
        return f"{paragraph} of “{self._headlines[passage.article]}”"

    def where_of(self, record: AnyRecord) -> str:
        """Where the first of a record's facts stands that an article says."""
        return next((self.where(fact) for _, fact in leaves(record, "") if fact.evidence), "")

    def _called(self, id: str) -> str:
        return self.name(self._by_id[id]) if id in self._by_id else id

    def _sources(self, sources: Iterable[Attribution]) -> str:
        named = (self._called(each.actor) if each.actor else str(each.as_reported) for each in sources)
        return "".join(f", according to {each}" for each in named)

    def _value(self, value: object) -> str:
        if isinstance(value, Ref):
            return self._called(value)
        if isinstance(value, BaseModel):
            inner = (getattr(value, name) for name in type(value).model_fields)
            return ", ".join(self._value(each) for each in inner if each not in (None, False))
        words = str(value)
        return words.replace("_", " ") if _CODE.fullmatch(words) else words
