"""What the page says, or would say, of a finding: the sentence that the site composes of its record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.facts import value_of
from dossier.model import Actor, AnyRecord, Claim, Dossier, Evidence, Place, Quote, ReportedDate
from dossier.readers.merging import told_at
from dossier.reading.findings import Span
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.leads import snippet
from dossier.site.pages.linker import Linker
from dossier.site.pages.name_leads import defined

_NAMES = ("actors", "places")
_FIELDS = {
    ("agreements", "participants"): "parties",
    ("claims", "wording"): "wording_as_reported",
    ("quotes", "words"): "text",
}
"""What a record calls a field that corrections call otherwise."""


class Pages:
    """The pages of one dossier, as far as a line of each."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._linker = Linker(Catalogue(dossier), "index/")
        self._evidence = {passage.id: passage for passage in dossier.evidence}
        self._records = {record.id: record for record in dossier.records()}

    def of(self, article: str, section: str, found: Any) -> str:
        """What is said of a finding; empty where nothing is."""
        if section == "relations":
            return self._tie(article, found)
        record = self.record(article, section, found)
        if isinstance(record, Actor | Place) and found.roles:  # the office, whatever else opens its page
            return plain(defined(self._linker, record))
        return snippet(self._linker, record) if record is not None else ""

    def now(self, article: str, section: str, found: Any, fields: Iterable[str]) -> dict[str, str]:
        """What a finding's record has in some fields, as an editor would give it."""
        record = self.record(article, section, found) if section != "relations" else None
        held = {name: _given(getattr(record, _FIELDS.get((section, name), name), None)) for name in fields}
        return {name: value for name, value in held.items() if value}

    def line(self, id: str) -> str:
        """The sentence that opens a record's page; empty where there is no such record."""
        record = self._records.get(id)
        return snippet(self._linker, record) if record is not None else ""

    def record(self, article: str, section: str, found: Any) -> AnyRecord | None:
        """The record that a finding became: the one whose passages are most nearly its words."""
        stands = found.mentions if section in _NAMES else (told_at(section, found),)
        candidates = list(self._candidates(section, found))
        held = [
            (apart, number)
            for number, record in enumerate(candidates)
            for at in stands
            for apart in self._apart(record, article, at)
        ]
        if held:
            return candidates[min(held)[1]]
        return next((each for each in candidates if section in _NAMES and _is_called(each, found.name)), None)

    def _candidates(self, section: str, found: Any) -> Iterable[AnyRecord]:
        if section in _NAMES:
            return (*getattr(self._dossier, section), *self._dossier.actors, *self._dossier.places)
        records: tuple[AnyRecord, ...] = getattr(self._dossier, section)
        if section == "claims":
            return [c for c in records if isinstance(c, Claim) and c.kind.value == found.kind]
        return records

    def _apart(self, record: AnyRecord, article: str, at: Span) -> list[int]:
        """By how many characters each passage of a record that touches some words is not they."""
        if isinstance(record, Quote):
            ids = record.passages
        else:
            ids = record.evidence if isinstance(record, Claim) else record.mentions
        passages: list[Evidence] = [self._evidence[id] for id in ids if id in self._evidence]
        return [
            abs(p.start - at.start) + abs(p.end - at.end)
            for p in passages
            if p.article == article and p.start < at.end and at.start < p.end
        ]

    def _tie(self, article: str, found: Any) -> str:
        """Of a relation, both ends and what the one is to the other."""
        title = self._linker.catalogue.title
        for each in self._dossier.relations:
            here = [self._evidence[id] for id in each.evidence if id in self._evidence]
            if each.predicate == found.predicate and any(
                p.article == article and p.start <= found.trigger.start < p.end for p in here
            ):
                return f"{title(each.subject)}: {wording.predicate(each.predicate)} {title(each.object)}."
        return ""


def _is_called(record: AnyRecord, name: str) -> bool:
    """Whether a name is one of a record's: a reader may know it from other words than our rules."""
    return isinstance(record, Actor | Place) and (
        record.name.value == name or any(alias.value.text == name for alias in record.aliases)
    )


def _given(held: Any) -> str:
    """A fact, or several, as an editor would give it."""
    if isinstance(held, tuple):
        return "; ".join(f"{each.value.actor} as {each.value.role}" for each in held)
    value = value_of(held)
    if isinstance(value, ReportedDate):
        return f"{value.as_reported} = {value.edtf}"
    return value if isinstance(value, str) else ""
