"""An editor's yes to what the gate found not shown: where its words stand, whether anything passes by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from dossier.assembly.gate.leaves import Judged
from dossier.assembly.gate.named import Cited, place_of
from dossier.assembly.gating import Gated
from dossier.editing.curation import (
    Authorities,
    Curation,
    Entry,
    Grounds,
    Line,
    ParticipantEntry,
    RelationEntry,
    ShownEntry,
    Spelling,
)
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import find_words
from dossier.errors import Problem
from dossier.facts import EDITOR, Sourced
from dossier.model import Alias, Participant, Relation
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

_Answered = Grounds | ParticipantEntry | RelationEntry
"""What an editor may say yes to in its own place."""


class Yes(NamedTuple):
    """An entry under `shown`, where it stands in the file, and where its words stand in the article."""

    path: str
    entry: ShownEntry
    spans: tuple[Span, ...]


def said_yes(article: Article, curation: Curation) -> tuple[Yes, ...]:
    """What an editor said yes to in one article."""
    return tuple(
        Yes(f"shown[{number}]", entry, tuple(find_words(article, entry.words, entry.paragraph)))
        for number, entry in enumerate(curation.shown)
    )


def idle_yes(
    file: str, yes: Sequence[Yes], gate: Gated, article: Article, facts: Sequence[Judged] = ()
) -> Iterator[Problem]:
    """A problem for each yes that lets nothing through: nothing waits there, or the words say otherwise.

    `facts` are those of the dossier that stand by a yes.
    """
    places = [p for each in facts for id in each.fact.evidence if (p := place_of(id, {article.id: article}))]
    for each in yes:
        words = each.entry.words
        if each.spans and any(_touch(words, told.words) for told in gate.let_through):
            continue
        if any(place.touches(each.spans) for place in places):
            continue
        denied = next((f for f in gate.fallen if f.answer == "does not" and _touch(words, f.words)), None)
        if not each.spans:
            why = "does not stand in the article"
        elif denied is not None:
            why = f"is contradicted, which no yes overrules: {denied.reasons[0]}"
        else:
            why = "lets nothing through: the gate found nothing there that is not shown"
        yield Problem(
            file=file,
            where=f"{each.path}.words",
            found=f"“{words}” {why}",
            expected="words of something that the build lists as fallen and not shown"
            + ("" if each.spans else did_you_mean(nearest_words([article], words))),
            example="shown:\n- words: Ivo Stam\n  because: the sentence before names no other mayor",
        )


def yes_lines(file: str, curation: Curation) -> Iterator[str]:
    """A line for a report for each value of an editor's that its words do not show, with the reason."""
    for path, entry in _entries(curation, ""):
        if isinstance(entry, _Answered) and entry.shown is not None:
            yield f"by an editor’s yes in {file}: {path}: {entry.shown}"


@dataclass(frozen=True, slots=True)
class SaidYes:
    """The facts that stand by an editor's yes: asked of each that its words don't show."""

    lines: frozenset[tuple[str, frozenset[str]]]
    """The value of each line of an editor's with such a yes, and the words it rests on."""
    answered: Mapping[str, tuple[Span, ...]]
    """By article, where the words stand of what was read there and was let in."""

    def __call__(self, fact: Sourced, places: Sequence[Cited]) -> bool:
        """An editor's own fact is known by its value and its words, another's by where these stand."""
        if fact.read_by == EDITOR:
            rests_on = {place.words for place in places}
            value = _told(fact)
            return any(said == value and rests_on <= words for said, words in self.lines)
        return any(
            span.start < place.span.end and place.span.start < span.end
            for place in places
            for span in self.answered.get(place.article.id, ())
        )


def all_yes(authorities: Authorities, curations: Iterable[tuple[Article, Curation]]) -> SaidYes:
    """What editors said yes to in all files."""
    curations = list(curations)
    return SaidYes(
        lines=frozenset(_shown_lines(authorities, *(curation for _, curation in curations))),
        answered={article.id: tuple(_answered(article, curation)) for article, curation in curations},
    )


def _answered(article: Article, curation: Curation) -> Iterator[Span]:
    for entry in curation.shown:
        yield from find_words(article, entry.words, entry.paragraph)
    for reviewed in curation.reviewed:
        if not reviewed.drop:
            yield from find_words(article, reviewed.words)


def _shown_lines(*files: BaseModel) -> Iterator[tuple[str, frozenset[str]]]:
    """The lines whose words do not show them and that stand all the same, with the words they rest on."""
    for _, entry in (each for file in files for each in _entries(file, "")):
        if isinstance(entry, RelationEntry) and entry.shown:
            yield f"{entry.subject} {entry.predicate} {entry.object}", frozenset((entry.words,))
        elif isinstance(entry, ParticipantEntry) and entry.shown:
            yield entry.actor, frozenset((entry.words,))
        elif isinstance(entry, Spelling) and entry.shown:
            yield entry.text, frozenset(entry.because)
        elif isinstance(entry, Entry):
            yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[tuple[str, frozenset[str]]]:
    """The lines of an entry that stand by a yes, with its own grounds or the entry's."""
    for name in type(entry).model_fields:
        held = getattr(entry, name)
        for line in held if isinstance(held, tuple) else (held,):
            if isinstance(line, Line) and (grounded := entry.grounded(line)).shown is not None:
                yield str(grounded.value), frozenset(grounded.because)


def _told(fact: Sourced) -> str:
    """What an editor's line tells, as it is known by."""
    if isinstance(fact, Relation):
        return f"{fact.subject} {fact.predicate} {fact.object}"
    value = getattr(fact, "value", "")
    if isinstance(value, Participant):
        return value.actor
    return value.text if isinstance(value, Alias) else str(value)


def _entries(value: object, path: str) -> Iterator[tuple[str, BaseModel]]:
    """Every entry and line of a file, with its place there."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _entries(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _entries(each, f"{path}[{number}]")


def _touch(one: str, other: str) -> bool:
    return one in other or other in one
