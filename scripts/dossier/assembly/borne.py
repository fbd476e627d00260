"""Which facts a private text bore when it was read, as digests, and a dossier without any other of its facts.

Where the words of a text are hidden, whatever looks at them sees less: a name that stands behind "of" and
tells two namesakes apart, a word that keeps an inference away. What is made then may hold nothing that was
not made of the whole text. So each fact has a digest of its record, field, value and source, told by where
they stand and not by words or ids, which may differ; what has none of those carried with the text falls.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, TypeVar, assert_never

from pydantic import BaseModel

from dossier.assembly.identity import FOLDERS, RECORD_SECTIONS, digest
from dossier.errors import Problem
from dossier.facts import EDITOR, Reported, Sourced, leaves
from dossier.model import AnyRecord, Claim, Dossier, Mentioned, Quote
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import shape_of

R = TypeVar("R", bound=BaseModel)
Spans = Mapping[str, tuple[str, Span]]
"""By id of a passage: its article, and where it stands there."""
_ORIGIN = frozenset(("read_by", "also_read_by", "evidence", "source"))
"""Fields of a fact that say where it is from, not what it says."""
_INDEX = re.compile(r"\[\d+\]")


class Borne:
    """The facts of a dossier that rest on one article alone, each under its digest."""

    def __init__(self, dossier: Dossier, article: str, passages: Spans) -> None:
        self._article = article
        self._passages = passages
        self._anchors = {record.id: self._anchor(record) for record in dossier.records()}
        self._records = list(dossier.records())

    def digests(self) -> frozenset[str]:
        """The digests of all of them."""
        return frozenset(found for record in self._records for _, _, found in self.of(record))

    def of(self, record: AnyRecord) -> Iterator[tuple[str, Sourced, str]]:
        """Those of one record: path, fact and digest."""
        for path, fact in leaves(record, record.id):
            if fact.evidence and all(self._passages[id][0] == self._article for id in fact.evidence):
                field = _INDEX.sub("", path.removeprefix(record.id))
                yield path, fact, digest(self._anchors[record.id], field, *self._said(fact))

    def _anchor(self, record: AnyRecord) -> str:
        """A record by where the article tells of it; by its id where it doesn't."""
        match record:
            case Quote():
                told = record.passages
            case Claim():
                told = record.evidence
            case Mentioned():
                told = record.mentions
            case _:
                assert_never(record)
        spans = sorted(self._passages[id][1] for id in told if self._passages[id][0] == self._article)
        return digest(FOLDERS[type(record)], *spans) if spans else record.id

    def _said(self, value: Any) -> Iterator[object]:
        """What a value says, flat: words of the article by their shape, records by their anchors."""
        if isinstance(value, BaseModel):
            for name in type(value).model_fields:
                if not (isinstance(value, Sourced) and name in _ORIGIN):
                    yield name
                    yield from self._said(getattr(value, name))
        elif isinstance(value, tuple):
            for each in value:
                yield from self._said(each)
        elif isinstance(value, Reported):
            yield shape_of(value)
        elif isinstance(value, Enum):
            yield value.value
        else:
            yield self._anchors.get(value, value) if isinstance(value, str) else value


def only_borne(
    dossier: Dossier, articles: Mapping[str, tuple[Article, str]], passages: Spans, problems: list[Problem]
) -> Dossier:
    """The dossier without the facts of private texts that are hidden and did not bear them.

    `articles`, by id, are all articles, each with its curation file. An editor's line becomes a problem
    instead; what no record can be without is a finding itself, and stands.
    """
    allowed = {id: article.mask.facts for id, (article, _) in articles.items() if article.mask is not None}
    if not allowed:
        return dossier
    fallen: dict[str, set[int]] = defaultdict(set)
    for article, facts in allowed.items():
        borne = Borne(dossier, article, passages)
        for record in dossier.records():
            for path, fact, found in borne.of(record):
                if found not in facts:
                    fallen[record.id].add(id(fact))
                    if fact.read_by == EDITOR:
                        problems.append(_unasked(articles[article][1], path))
    made = {
        name: tuple(_without(record, fallen[record.id]) for record in getattr(dossier, name))
        for name in RECORD_SECTIONS
    }
    return dossier.model_copy(update=made)


def _without(record: R, fallen: set[int]) -> R:
    """A record without these facts, but for those that it can't be without."""
    kept: dict[str, Any] = {}
    for name, field in type(record).model_fields.items() if fallen else ():
        value = getattr(record, name)
        if isinstance(value, tuple) and any(id(each) in fallen for each in value):
            kept[name] = tuple(each for each in value if id(each) not in fallen)
        elif id(value) in fallen and not field.is_required():
            kept[name] = None
    return record.model_copy(update=kept)


def _unasked(file: str, path: str) -> Problem:
    return Problem(
        file=file,
        where=path,
        found="the article’s text is private and not here, so that nobody can ask whether its words say this",
        expected="a line that was there when a build with the text wrote what was found in it",
        example="dossier build, where the text is",
    )
