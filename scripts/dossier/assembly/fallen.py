"""A dossier without the facts that their words do not show, whoever read them but an editor.

A fact that its record can do without falls alone, as a date or a place does; with one that makes the record
what it is (its name, kind, type, title, status) the record falls, and with it whatever leads to it. What is
only not shown waits: it stands once an editor says yes to its words. An editor's own line is the editor's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from dossier.assembly.gate.leaves import Answered, Judged, Judging, told_of_leaves
from dossier.assembly.gate.readings import Readings
from dossier.assembly.identity import RECORD_SECTIONS
from dossier.facts import EDITOR, Ref, Sourced, facts_in, references, refers_to
from dossier.model import AnyRecord, Dossier, Relation
from dossier.reading.text.article import Article

R = TypeVar("R", bound=BaseModel)
_MOST_TOLD = 20
"""Lines of what fell, in a report."""


class Stood(NamedTuple):
    """What stands of a dossier, and what fell."""

    dossier: Dossier
    judged: tuple[Judged, ...] = ()
    """The verdict for each of its facts."""
    fallen: tuple[Judged, ...] = ()
    let_through: tuple[Judged, ...] = ()
    """What is not shown and stands by an editor's yes to its words."""


def only_shown(
    dossier: Dossier,
    articles: Sequence[Article],
    yes: Answered | None = None,
    readings: Readings | None = None,
) -> Stood:
    """The dossier without what its words do not show.

    What is left is asked again until nothing falls: a fact may have stood by the name of a record that fell.
    """
    judging = Judging(articles, yes, readings)
    judged = judging.of(dossier)
    fallen: tuple[Judged, ...] = ()
    while refused := tuple(each for each in judged if _falls(each)):
        fallen += refused
        dossier = left_without(dossier, {id(each.fact) for each in refused})
        left = judging.of(dossier)
        if len(left) >= len(judged):
            raise RuntimeError(f"{refused[0].path}: a fact that its words do not show can't be left out")
        judged = left
    let_through = tuple(e for e in judged if e.answer == "editor" and e.read_by != EDITOR)
    return Stood(dossier, judged, fallen, let_through)


def left_without(dossier: Dossier, refused: Collection[int] = (), gone: Collection[str] = ()) -> Dossier:
    """The dossier without facts, by `id()`, and records, by id, and without what needs or leads to these.

    Only what has such a fact or leads to such a record is looked into; all else is the same object.
    """
    leading: dict[str, list[AnyRecord | Relation]] = defaultdict(list)
    touched: dict[str, AnyRecord | Relation] = {}
    for each in dossier.everything():
        for leads_to in refers_to(each):
            leading[leads_to].append(each)
        if refused and any(id(fact) in refused for fact in facts_in(each)):
            touched[each.id] = each
    gone, more = {*gone}, {*gone}
    while True:
        touched |= {each.id: each for id in more for each in leading[id]}
        more = {r.id for r in touched.values() if r.id not in gone and _needs(r, refused, gone)}
        if not more:
            break
        gone |= more
    made: dict[str, Any] = {
        section: tuple(
            _without(r, refused, gone) if r.id in touched else r
            for r in getattr(dossier, section)
            if r.id not in gone
        )
        for section in RECORD_SECTIONS
    }
    made["relations"] = tuple(r for r in dossier.relations if r.id not in gone)
    made["doubts"] = tuple(doubt for doubt in dossier.doubts if not gone & {*doubt.records})
    return dossier.model_copy(update=made)


def _falls(judged: Judged) -> bool:
    return judged.answer in ("not shown", "does not") and judged.read_by != EDITOR


def _needs(record: AnyRecord | Relation, refused: Collection[int], gone: Collection[str]) -> bool:
    """Whether a record can't be without a fact that fell."""
    if isinstance(record, Relation):
        return id(record) in refused or bool({record.subject, record.object, record.claim} & {*gone})
    needed = (
        getattr(record, name) for name, field in type(record).model_fields.items() if field.is_required()
    )
    return any(isinstance(fact, Sourced) and _fell(fact, refused, gone) for fact in needed)


def _fell(fact: Sourced, refused: Collection[int], gone: Collection[str]) -> bool:
    """Whether a fact fell, or leads to a record that did."""
    value = getattr(fact, "value", None)  # of a bare fact no type tells that it is a reference
    led = isinstance(value, Ref) and value in gone
    return led or id(fact) in refused or any(leads_to in gone for _, _, leads_to in references(fact, ""))


def _without(record: R, refused: Collection[int], gone: Collection[str]) -> R:
    """A record without these facts, and without those that lead to what is gone."""
    kept: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple) and any(isinstance(each, Sourced) for each in value):
            stand = tuple(each for each in value if not _fell(each, refused, gone))
            if len(stand) < len(value):
                kept[name] = stand
        elif isinstance(value, Sourced) and _fell(value, refused, gone):
            kept[name] = None
    return record.model_copy(update=kept) if kept else record


def told_of_stood(stood: Stood) -> Iterator[str]:
    """Lines for a report: the verdicts, how many facts fell, and what the words of the first do not show."""
    yield from told_of_leaves(stood.judged)
    if stood.fallen:
        counts = Counter(each.answer for each in stood.fallen)
        told = ", ".join(f"{count} × {answer}" for answer, count in sorted(counts.items()))
        yield f"{len(stood.fallen)} facts fell, whose words do not show them: {told}"
    yield from (f"fell: {each.path} ({each.answer}): {each.why}" for each in stood.fallen[:_MOST_TOLD])
    if len(stood.fallen) > _MOST_TOLD:
        yield f"… and {len(stood.fallen) - _MOST_TOLD} more"
    yield from (f"by an editor’s yes: {each.path}: {each.why}" for each in stood.let_through)
