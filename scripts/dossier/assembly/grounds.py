"""An editor's lines to facts: each with the words it rests on, found in the article, or with its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.gate.edited import edited_doubts
from dossier.assembly.origins import according, edited
from dossier.assembly.voices import Voices
from dossier.editing.curation import Entry, Grounds, Line
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import Source, as_worded, find_words
from dossier.errors import Problem
from dossier.facts import Attribution, EvidenceRef, Fact, Ref, Reported, fact_fields, worded_fields
from dossier.model import Named, Record
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry of an editor's file, where it stands there, and the articles that its words may stand in."""

    file: str
    path: str
    entry: Entry
    sources: Sequence[Source]


@dataclass(frozen=True, slots=True)
class Editing:
    """What editors' lines are made facts with."""

    book: EvidenceBook
    voices: Mapping[str, Voices]
    """By article: whose word its passages are."""
    problems: list[Problem]


def completed(record: R, edits: Iterable[Edit], editing: Editing, names: Collection[str] = ()) -> R:
    """The record with the editor's lines, the first entry that has one winning.

    A line without grounds, or whose words no article has, becomes a problem, as does a description that
    rests on nothing but `names`, the forms of its subject's name.
    """
    edits = list(edits)
    set_by: dict[str, Fact[Any]] = {}
    for edit in edits:
        for field, declared in fact_fields(type(record)).items():
            line = edit.entry.line(field)
            found: Fact[Any] | None = getattr(record, field)
            if line is None or field in set_by or (found is not None and found.value == line.value):
                continue
            fact = _fact(edit, field, line, editing)
            if fact is not None:
                set_by[field] = fact
                if found is not None and _is_closed(declared):
                    was = f"{line.value}, read as {found.value}"
                    editing.book.otherwise.append(f"{edit.file}: {edit.path}.{field}: {was}")
            if field == "description" and isinstance(record, Named) and line.because:
                editing.problems.extend(_bare_name(edit, line, names))
    added = {field: _added(record, field, edits, editing) for field in worded_fields(type(record))}
    return record.model_copy(update={**set_by, **{field: facts for field, facts in added.items() if facts}})


def _is_closed(declared: Any) -> bool:
    """Whether a value is a record's id or a word of a closed vocabulary: no line of an editor's own."""
    plain = get_args(declared)[0] if get_origin(declared) is Annotated else declared
    return get_origin(plain) in (Literal, Ref)


def _added(record: Record, field: str, edits: Iterable[Edit], editing: Editing) -> tuple[Fact[Any], ...]:
    """The facts of a field that holds several, with those that editors add."""
    found: tuple[Fact[Any], ...] = getattr(record, field)
    lines = ((edit, line) for edit in edits for line in edit.entry.lines(field))
    made = (_fact(edit, field, line, editing) for edit, line in lines)
    return (*found, *(fact for fact in made if fact is not None))


def _fact(edit: Edit, field: str, line: Line[Any], editing: Editing) -> Fact[Any] | None:
    where = f"{edit.path}.{field}"
    if not line.because and not line.source:
        editing.problems.append(
            Problem(
                file=edit.file,
                where=where,
                found=f"“{line.value}” says neither which words it rests on nor where else it comes from",
                expected="`because` with exact words of the article, or `source`",
                example="description: Mayor of Osterby.\nbecause: the mayor of Osterby",
            )
        )
        return None
    grounds = found_grounds(edit, where, line, f"“{line.value}”", editing)
    if grounds is None:
        return None
    read, value = grounds.read.values(), line.value
    if isinstance(value, str) and not isinstance(value, Ref) and not line.source:
        editing.problems.extend(_unsaid(edit, where, line, read, editing))
    if isinstance(value, Reported):
        value = Reported(next((as_worded(article, value) for article, _ in read), value))
    return grounds.fact(value)


@dataclass(frozen=True, slots=True)
class Found:
    """What a value of an editor's rests on: passages that stand there, another source, or both."""

    cited: tuple[EvidenceRef, ...]
    source: str | None
    according_to: tuple[Attribution, ...]
    """Whose word the passages are, unless the editor says another."""
    read: Mapping[str, tuple[Article, list[Span]]]
    """By article, the passages."""

    def fact(self, value: T) -> Fact[T]:
        """A value with these grounds."""
        return edited(value, *self.cited, source=self.source, according_to=self.according_to)


def found_grounds(
    edit: Edit,
    where: str,
    grounds: Grounds,
    called: str,
    editing: Editing,
    example: str = "because: the mayor of Osterby",
) -> Found | None:
    """What a value, `called` so, rests on; None where that is nothing.

    Words that no article has become a problem, which shows the `example`.
    """
    cited: dict[EvidenceRef, tuple[Attribution, ...]] = {}
    read: dict[str, tuple[Article, list[Span]]] = {}
    for words in grounds.because:
        stands = [
            (source, spans[0]) for source in edit.sources if (spans := find_words(source.article, words))
        ]
        if stands:
            article, span = stands[0][0].article, stands[0][1]
            cited[editing.book.cite(article, span)] = editing.voices[article.id].of(span)
            read.setdefault(article.id, (article, []))[1].append(span)
            continue
        editing.problems.append(
            Problem(
                file=edit.file,
                where=f"{where}: because",
                found=f"“{words}”, which {called} rests on, does not stand in the article",
                expected="the article's own words, letter for letter; read again what they say now"
                + did_you_mean(nearest_words((source.article for source in edit.sources), words)),
                example=example,
            )
        )
    if not cited and not grounds.source:
        return None
    voices = list(cited.values())
    spoken = voices[0] if voices and all(voices) else ()
    if grounds.according_to:
        spoken = according(grounds.according_to)
    return Found(tuple(cited), grounds.source, spoken, read)


def _unsaid(
    edit: Edit,
    where: str,
    line: Line[Any],
    read: Iterable[tuple[Article, Sequence[Span]]],
    editing: Editing,
) -> Iterable[Problem]:
    """A problem for what the gate finds the words of a line not to say, but for an editor's yes."""
    read = list(read)
    if any(article.mask is not None for article, _ in read):
        return  # asked where the private text is; what it did not say is not among the facts it bore
    asked = [list(edited_doubts(line.value, spans, editing.book.reading(a))) for a, spans in read]
    for doubt in min(asked, key=len, default=[]):
        if doubt.answer == "not shown" and line.shown is not None:
            editing.book.answered.add((line.value, frozenset(line.because)))
            continue
        yield Problem(
            file=edit.file,
            where=f"{where}: because",
            found=f"its words do not say “{line.value}”: {doubt.reason}",
            expected="words that say all of it"
            + (", or `shown` with why it is so all the same" if doubt.answer == "not shown" else ""),
            example="because: the mayor of Osterby\nshown: the article's headline gives the year",
        )


def _bare_name(edit: Edit, line: Line[Any], names: Collection[str]) -> Iterable[Problem]:
    if all(words in names for words in line.because):
        yield Problem(
            file=edit.file,
            where=f"{edit.path}.description",
            found=f"“{line.value}” rests on a name alone: {', '.join(line.because)}",
            expected="words that say it, or a `source`",
            example="description: Mayor of Osterby.\nbecause: the mayor of Osterby",
        )
