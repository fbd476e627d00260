"""One article with all that is known of it: metadata, findings, the editor's file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from markdown.extensions.toc import slugify

from dossier.article import Article
from dossier.curation import About, Curation
from dossier.errors import Problem
from dossier.evidence import find_words
from dossier.findings import Findings, Span
from dossier.model import Article as ArticleRecord

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article on its way into the dossier."""

    article: Article
    record: ArticleRecord
    findings: Findings
    curation: Curation
    curation_file: str
    """Path of the curation file, for messages."""


@dataclass(slots=True)
class Ids:
    """Hands out ids that are unique in the dossier."""

    taken: set[str] = field(default_factory=set)

    def claim(self, wanted: str) -> str:
        """The id itself, or with the first number that makes it new."""
        base = slug(wanted)
        id, number = base, 1
        while id in self.taken:
            number += 1
            id = f"{base}-{number}"
        self.taken.add(id)
        return id


def slug(text: str) -> str:
    """An id made from a name: ASCII, small letters, hyphens; "x" and code points for other scripts."""
    made = slugify(text, "-").replace("_", "-").strip("-")
    while "--" in made:
        made = made.replace("--", "-")
    return made or "x" + "-".join(f"{ord(char):x}" for char in text[:8] if not char.isspace())


def where_words_stand(
    source: Source, path: str, words: str, paragraph: str | None, problems: list[Problem]
) -> list[Span]:
    """Where an entry's words stand in its article; a problem when nowhere."""
    spans = find_words(source.article, words, paragraph)
    if not spans:
        place = f"paragraph {paragraph}" if paragraph else "the article"
        problems.append(
            Problem(
                file=source.curation_file,
                where=f"{path}.words",
                found=f"“{words}” does not stand in {place}",
                expected="the article's own words, letter for letter, marks and spaces included",
                example="words: an ambush on the ferry",
            )
        )
    return spans


def match_finding(
    source: Source,
    path: str,
    entry: About,
    findings: Sequence[T],
    spans_of: Callable[[T], Sequence[Sequence[Span]]],
    problems: list[Problem],
) -> int | None:
    """Index of the one finding an entry's words are about; None, with a problem, when not exactly one.

    `spans_of` gives a finding's passages by how narrow they are, the narrowest first: these decide
    where several findings share a sentence.
    """
    stands = where_words_stand(source, path, entry.words, entry.paragraph, problems)
    if not stands:
        return None
    count = 0
    for tier in zip(*map(spans_of, findings), strict=True):
        matching = [i for i, spans in enumerate(tier) if any(_overlap(a, b) for a in spans for b in stands)]
        if len(matching) == 1:
            return matching[0]
        count = count or len(matching)
    problems.append(
        Problem(
            file=source.curation_file,
            where=f"{path}.words",
            found=f"“{entry.words}” matches {count or 'no'} {path.split('[')[0]} found by the rules",
            expected="words of exactly one of them"
            + (", or a `paragraph` to choose" if count else ", or `add: true` to make a new one"),
            example="words: an ambush on the ferry" + ("\nparagraph: '2'" if count else "\nadd: true"),
        )
    )
    return None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
