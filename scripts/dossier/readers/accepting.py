"""What readers hand over of articles to what the gate lets in, and what it refuses with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import Any

from dossier.readers.aligning import aligned
from dossier.readers.composing import Composing, Found
from dossier.readers.forms import Handed
from dossier.readers.given import Given, Refusal, Stands
from dossier.readers.judging import Judging
from dossier.readers.merging import agrees, known_names, with_names
from dossier.readers.retelling import retold
from dossier.readers.types import types_of
from dossier.reading.findings import (
    AgreementFinding,
    ClaimFinding,
    EventFinding,
    Findings,
    NameFinding,
    QuoteFinding,
    Span,
)
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.rows import findings_of_row
from dossier.reading.text.article import Article

_MOST_TRIED = 40
"""Words of a passage that are tried as the word that tells it, where a reader names none."""
_NAMES, _REST = ("actors", "places"), ("quotes", "events", "agreements", "claims", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something handed over that is not taken."""

    where: str
    raw: Any
    reasons: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """As a line of the file of what is refused."""
        return {"where": self.where, "reasons": list(self.reasons), "given": self.raw}


@dataclass(slots=True)
class Accepted:
    """What a reader's findings of one article came to."""

    found: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    """By section, what is taken."""
    refused: list[Refused] = field(default_factory=list)
    same: int = 0
    """Findings that our rules had as well."""
    weak: int = 0
    """Findings that the gate can't show; they wait for an editor."""

    @property
    def taken(self) -> int:
        """How many findings are taken."""
        return sum(len(each) for each in self.found.values())

    def findings(self, article: str) -> Findings:
        """What is taken, in text order, each claim with the number of its event in that order."""
        sections: dict[str, Any] = {name: tuple(sorted(each, key=place)) for name, each in self.found.items()}
        numbers = {id(each): number for number, each in enumerate(sections.get("events", ()))}
        events = self.found["events"]
        sections["claims"] = tuple(
            replace(claim, event=None if claim.event is None else numbers[id(events[claim.event])])
            for claim in sections.get("claims", ())
        )
        return Findings(id=article, **sections)


def accept(article: Article, known: Findings, handed: Iterable[Handed], reader: str) -> Accepted:
    """What the gate lets in of what a reader hands over; `known` is what our rules read in the article."""
    return _Accepting(article, known, reader).all(list(handed))


@dataclass(slots=True)
class _Accepting:
    article: Article
    known: Findings
    reader: str
    accepted: Accepted = field(default_factory=Accepted)
    judging: Judging = field(init=False)

    def __post_init__(self) -> None:
        self.judging = Judging(self.article, self.known)

    def all(self, handed: list[Handed]) -> Accepted:
        """Names first, whatever the order: the other findings speak of them."""
        rows: list[tuple[Handed, Findings]] = []
        for each in handed:
            if each.trouble is not None:
                self._refuse(each, each.trouble)
            elif each.row is not None:
                try:
                    rows.append((each, findings_of_row(self.article, each.row)))
                except ValueError as error:
                    self._refuse(each, *str(error).splitlines())
        given = [(each, each.given) for each in handed if each.given is not None]
        named = [(each, one) for each, one in given if one.kind in _NAMED]
        compose = self._composing(self.known)
        for each, one in named:
            self._take(each, lambda one=one: compose(one))
        for each, found in rows:
            self._names_of(each, found)
        both = with_names(self.known, self.accepted.findings(self.article.id))
        self.judging, compose = Judging(self.article, both), self._composing(both)
        for each, one in given:
            if one.kind not in _NAMED:
                self._take(each, lambda one=one: self._told(one, compose))
        for each, found in rows:
            self._rest_of(each, found)
        return self.accepted

    def _composing(self, findings: Findings) -> Composing:
        return Composing(
            article=self.article,
            names=known_names(findings),
            dates=self.known.dates,
            quantities=extract_quantities(self.article),
            reader=self.reader,
        )

    def _names_of(self, handed: Handed, found: Findings) -> None:
        for section in _NAMES:
            for number, each in enumerate(getattr(found, section)):
                self._let_in(handed, each, section, f"{section}[{number}]")

    def _rest_of(self, handed: Handed, found: Findings) -> None:
        numbers: dict[int, int] = {}
        for section in _REST:
            for number, each in enumerate(getattr(found, section)):
                if isinstance(each, ClaimFinding) and each.event is not None:
                    each = replace(each, event=numbers.get(each.event))
                at = self._let_in(handed, each, section, f"{section}[{number}]")
                if section == "events" and at is not None:
                    numbers[number] = at

    def _take(self, handed: Handed, compose: Any) -> None:
        try:
            found = compose()
        except Refusal as refusal:
            self._refuse(handed, str(refusal))
        else:
            self._let_in(handed, found, section_of(found), None)

    def _told(self, given: Given, compose: Composing) -> Found:
        """The finding; where no word is named that tells it, by the first one that the gate holds good."""
        named = given.trigger is not None or (given.kind == "quote" and given.slot("speaker") is None)
        if named or given.passage is None:
            return compose(given)
        passage = aligned(self.article, given.passage)
        tokens = [t for t in self.article.text.tokens if passage.start <= t.start and t.end <= passage.end]
        for token in tokens[:_MOST_TRIED]:
            stands = Stands(start=token.start, end=token.end)
            if not self.article.text.text[token.start].isalnum():
                continue
            found = compose(given.model_copy(update={"trigger": stands}))
            if self.judging(found).answer == "holds":
                return found
        raise Refusal("no word of the passage tells it so that the gate holds it good; name a trigger")

    def _let_in(self, handed: Handed, found: Any, section: str, path: str | None) -> int | None:
        """The number of a finding among those taken; None where it is refused."""
        if found in getattr(self.known, section):
            self.accepted.same += 1
        elif agrees(self.known, section, found):
            self.accepted.same += 1
            found = retold(found, self.reader)
        else:
            judged = self.judging(found)
            if judged.answer == "does not":
                raw = asdict(found) if path else None
                self._refuse(handed, *judged.reasons, path=path, raw=raw)
                return None
            found = retold(found, self.reader)
            self.accepted.weak += judged.answer == "not shown"
        taken = self.accepted.found[section]
        if found not in taken:
            taken.append(found)
        return taken.index(found)

    def _refuse(self, handed: Handed, *reasons: str, path: str | None = None, raw: Any = None) -> None:
        where = f"{handed.where}, {path}" if path else handed.where
        raw = handed.raw if raw is None else raw
        self.accepted.refused.append(Refused(where=where, raw=raw, reasons=reasons))


_NAMED = ("actor", "place")
_SECTION_OF: Mapping[type, str] = MappingProxyType(
    {QuoteFinding: "quotes", EventFinding: "events", AgreementFinding: "agreements", ClaimFinding: "claims"}
)


def section_of(found: Found) -> str:
    """The section of the findings that a finding belongs to."""
    if isinstance(found, NameFinding):
        return "actors" if found.kind in types_of("actor") else "places"
    return _SECTION_OF.get(type(found), "relations")


def place(found: Any) -> tuple[int, int]:
    """Where a finding stands, for text order."""
    spans: Iterator[Span | None] = iter(
        getattr(found, name, None) for name in ("trigger", "wording", "status_span")
    )
    first = next((span for span in spans if span is not None), None)
    several = getattr(found, "mentions", None) or getattr(found, "segments", None) or ()
    span = first or next(iter(several), Span(0, 0))
    return span.start, span.end
