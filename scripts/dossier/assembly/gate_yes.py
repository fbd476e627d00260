"""An editor's yes to what the gate found not shown: where its words stand, whether anything passes by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from dossier.assembly.gate.leaves import Judged
from dossier.assembly.gate.named import Cited, place_of
from dossier.assembly.gating import Gated
from dossier.editing.curation import Answer, Authorities, Curation, EditedPart, ShownEntry
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import find_words
from dossier.errors import Problem
from dossier.facts import EDITOR, Sourced
from dossier.model import Alias, Participant, Relation
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


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
    """A line for a report for each yes to what an editor's own words do not show, with the reason."""
    lines = (f"by an editor’s yes in {file}: {path}: {each.why}" for path, each in _answers(curation))
    yield from dict.fromkeys(lines)


EditorsFacts = Mapping[str, Sequence[tuple[Judged, frozenset[str]]]]
"""An editor's facts, by what each tells, with the words that each rests on."""


def editors_facts(judged: Iterable[Judged], articles: Mapping[str, Article]) -> EditorsFacts:
    """The editor's among the facts that were judged."""
    facts: dict[str, list[tuple[Judged, frozenset[str]]]] = {}
    for each in (each for each in judged if each.read_by == EDITOR):
        places = (place_of(id, articles) for id in each.fact.evidence)
        cited = frozenset(place.words for place in places if place)
        facts.setdefault(_told(each.fact), []).append((each, cited))
    return facts


def idle_answers(
    file: str,
    edits: EditedPart,
    facts: EditorsFacts,
    asked: Collection[tuple[str, frozenset[str]]],
) -> Iterator[Problem]:
    """A problem for each yes to values of an editor's whose words show them all, or that rests on none.

    `asked` are the values, with their words, to which a yes was needed before they were facts. Of what no
    fact tells, as where another entry won, or a text is not here, nothing is said.
    """
    told: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for path, answer in _answers(edits):
        told.setdefault(path, []).append((answer.value, answer.words))
    for path, values in told.items():
        if not any(words for _, words in values):
            found = f"“{values[0][0]}” rests on no words of the article that it could be about"
            expected = "`because` beside `shown`, or no `shown`"
            example = "- text: the Kelp\n  because: the union, or the Kelp\n  shown: no other union met"
        elif not set(values) & set(asked) and _are_shown(values, facts):
            found = f"it lets nothing through: the words that “{values[0][0]}” rests on show it"
            expected = "`shown` only where the build finds something not shown; leave it out"
            example = "description: Mayor of Osterby.\nbecause: the mayor of Osterby"
        else:
            continue
        yield Problem(file=file, where=f"{path}.shown", found=found, expected=expected, example=example)


def _are_shown(values: Iterable[tuple[str, frozenset[str]]], facts: EditorsFacts) -> bool:
    """Whether of each value, with its words, there are facts, and these words show all of them."""
    found = [
        [fact for fact, cited in facts.get(value, ()) if cited and cited <= words] for value, words in values
    ]
    return all(found) and all(fact.answer == "holds" for facts_of in found for fact in facts_of)


def _answers(value: BaseModel) -> Iterator[tuple[str, Answer]]:
    """Every yes to a value of an editor's in a file, with its place there."""
    for path, entry in _entries(value, ""):
        if isinstance(entry, EditedPart):
            yield from ((f"{path}.{each.at}".strip("."), each) for each in entry.answers())


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
        lines=frozenset(
            (each.value, each.words)
            for file in (authorities, *(curation for _, curation in curations))
            for _, each in _answers(file)
        ),
        answered={article.id: tuple(_answered(article, curation)) for article, curation in curations},
    )


def _answered(article: Article, curation: Curation) -> Iterator[Span]:
    for entry in curation.shown:
        yield from find_words(article, entry.words, entry.paragraph)
    for reviewed in curation.reviewed:
        if not reviewed.drop:
            yield from find_words(article, reviewed.words)


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
