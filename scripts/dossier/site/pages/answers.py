"""The answer to each question a page may ask of the dossier, as a digest: another answer, another digest."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from pydantic import BaseModel

from dossier.beside import beside, is_able
from dossier.model import Actor, Place
from dossier.site.pages.asking import ALL, Question
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.meeting import Meetings

_OF_THE_TEXT = {"sha256", "paragraphs", "articleBody"}
"""What only an article's own page tells of its text."""
_DIGEST = 16
"""Bytes of a digest."""
_OF_PASSAGES = ("evidence", "resting", "telling")
_OF_RECORDS = ("records", "whole", "titles", "mentions", "doubts", "named_by", "naming")
"""Kinds of question that are asked of nearly each."""


class Told:
    """Parts of the data in short; of a part that is still the same object what was told of it before."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[BaseModel, str]] = {}

    def of(self, value: object) -> str:
        """A value in letters; another value in others."""
        if isinstance(value, BaseModel):
            known = self._known.get(id(value))
            if known is None or known[0] is not value:
                words = f"{type(value).__name__} {value.model_dump_json()}"
                known = self._known[id(value)] = (value, _digest(words).hex())
            return known[1]
        if isinstance(value, tuple | list):
            return f"[{', '.join(map(self.of, value))}]"
        return repr(value)


def _digest(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


class Answers:
    """Digests of what a catalogue answers; each is made once."""

    def __init__(self, catalogue: Catalogue, meetings: Meetings) -> None:
        self.catalogue = catalogue
        self._meetings = meetings
        self.edition = object()
        """One for each time that answers may be others."""
        self.since: tuple[object, Set[Question]] | None = None
        """The edition before this one, and the questions whose answers may be others now; None for all."""
        self.told = Told()
        """Whoever asks again of a dossier that differs in few parts gives what told of the last one."""
        self._known: dict[str, dict[str, bytes]] = defaultdict(dict)
        """By kind, by what a question is about: there are so many that a key of both would tell."""
        self._tables: Mapping[str, Mapping[str, object]] = {
            name: getattr(catalogue, name)
            for name in (
                "records",
                "articles",
                "evidence",
                "named_by",
                "naming",
                "relations",
                "doubts",
                "denied",
                "citing",
                "resting",
                "inside",
                "mentioned_in",
                "quoted_in",
            )
        }

    def ahead(self) -> None:
        """Answers what is asked of nearly each record and, on another core if there is one, passage."""
        if not is_able():
            return
        passages = list(self.catalogue.evidence)
        asked = beside(lambda: b"".join(b"".join(self.digests(kind, passages)) for kind in _OF_PASSAGES))
        for kind in _OF_RECORDS:
            for id in self.catalogue.records:
                self.digest_of(kind, id)
        found = asked()
        made = (found[at : at + _DIGEST] for at in range(0, len(found), _DIGEST))
        for kind in _OF_PASSAGES:
            self._known[kind] |= zip(passages, made, strict=False)

    def follow(self, before: Answers, asked: Set[Question]) -> None:
        """These are as those of `before`, but may be others to what was `asked` and to who met whom."""
        met = before._known["met"]
        others = {("met", id) for id, known in met.items() if self.digest_of("met", id) != known}
        self.since = (before.edition, asked | others)

    def settle(self) -> None:
        """Lets go of what is answered again when it is asked; not of what `follow` compares."""
        self._known = defaultdict(dict, {"met": self._known["met"]})

    def digests(self, kind: str, abouts: Iterable[str]) -> list[bytes]:
        """Digests of the answers to some questions of a kind, in order; most are known."""
        known = self._known[kind]
        return [known.get(about) or self.digest_of(kind, about) for about in abouts]

    def digest_of(self, kind: str, about: str) -> bytes:
        """A digest of the answer to one question."""
        known = self._known[kind]
        if about not in known:
            known[about] = self._answer(kind, about)
        return known[about]

    def _answer(self, kind: str, about: str) -> bytes:
        """Raises KeyError for a kind of question that nobody may ask."""
        if about == ALL:
            answer: object = list(self._tables[kind])
        elif kind in _QUESTIONS:
            answer = _QUESTIONS[kind](self.catalogue, about)
        elif kind == "met":
            answer = self._meetings.of(about)
        else:
            answer = self._tables[kind].get(about)
        return _digest(self.told.of(answer))


def _record(catalogue: Catalogue, id: str) -> object:
    """A record as others' pages name it: of actors and places without mentions and what joined them."""
    record = catalogue.records.get(id)
    if isinstance(record, Actor | Place):
        return type(record).__name__, record.model_dump_json(exclude={"mentions", "joined"})
    return record


def _doubts(catalogue: Catalogue, id: str) -> object:
    """What a page asks of doubts; no page tells how many points they have."""
    doubts = catalogue.doubts.get(id, ())
    return [(each.records, each.passages, each.because, each.against) for each in doubts]


def _article(catalogue: Catalogue, id: str) -> object:
    article = catalogue.articles.get(id)
    return article and article.model_dump_json(exclude=_OF_THE_TEXT)


def _title(catalogue: Catalogue, id: str) -> object:
    record = catalogue.records.get(id)
    return record and (type(record).__name__, catalogue.title(id), catalogue.url(id))


def _order(catalogue: Catalogue, ids: str) -> object:
    known = [id for id in ids.split("\n") if id in catalogue.records]
    return catalogue.in_order(known)


def _month_of(catalogue: Catalogue, passages: str) -> object:
    return catalogue.month_of([id for id in passages.split() if id in catalogue.evidence])


_QUESTIONS: Mapping[str, Callable[[Catalogue, str], object]] = {
    "whole": lambda catalogue, id: catalogue.records.get(id),
    "records": _record,
    "articles": _article,
    "titles": _title,
    "mentions": Catalogue.mentions,
    "cites": Catalogue.cites,
    "first": Catalogue.first,
    "doubts": _doubts,
    "naming_of": Catalogue.naming_as,
    "ranked": lambda catalogue, ids: catalogue.ranked_by_naming(ids.split("\n")),
    "claims_in": Catalogue.resting_on,
    "evidence": lambda catalogue, id: (catalogue.evidence.get(id), catalogue.is_quotation(id)),
    "telling": lambda catalogue, id: catalogue.telling(id) if id in catalogue.evidence else None,
    "month_of": _month_of,
    "named": Catalogue.named_in,
    "speaks": Catalogue.speaks,
    "order": _order,
    "several": lambda catalogue, _: catalogue.has_several_articles,
    "cited_articles": lambda catalogue, most: catalogue.cited_articles(int(most)),
    "years_cited": lambda catalogue, _: catalogue.years_cited(),
    "located": lambda catalogue, _: [(place.id, place.name, place.geo) for place in catalogue.located()],
    "section": lambda catalogue, name: getattr(catalogue.dossier, name),
}
"""By kind of question, who answers it: of the catalogue alone, so that answers don't hold themselves."""
