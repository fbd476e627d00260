"""An editor's yes to what the gate found not shown: where its words stand, whether anything passes by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from dossier.assembly.gating import Gated
from dossier.editing.curation import Curation, Grounds, Line, ShownEntry
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import find_words
from dossier.errors import Problem
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


def idle_yes(file: str, yes: Sequence[Yes], gate: Gated, article: Article) -> Iterator[Problem]:
    """A problem for each yes that lets nothing through: nothing waits there, or the words say otherwise."""
    for each in yes:
        words = each.entry.words
        if each.spans and any(_touch(words, told.words) for told in gate.let_through):
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
    for path, grounds in _grounds(curation, ""):
        if grounds.shown is not None:
            yield f"by an editor’s yes in {file}: {path}: {grounds.shown}"


def yes_values(*files: BaseModel) -> frozenset[str]:
    """The values in editors' files that stand although their words do not show them."""
    told = (grounds for file in files for _, grounds in _grounds(file, "") if grounds.shown is not None)
    return frozenset(
        str(value)
        for each in told
        for value in ([each.value] if isinstance(each, Line) else each.model_dump().values())
        if isinstance(value, str)
    )


def _grounds(value: object, path: str) -> Iterator[tuple[str, Grounds]]:
    if isinstance(value, Grounds):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _grounds(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _grounds(each, f"{path}[{number}]")


def _touch(one: str, other: str) -> bool:
    return one in other or other in one
