"""One article with all that is known of it: metadata, findings, the editor's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.editing.curation import About, Curation
from dossier.editing.nearest import did_you_mean, nearest_words, place_of
from dossier.errors import Problem
from dossier.model import Article as ArticleRecord
from dossier.reading.findings import Findings, Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import is_hidden, places_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article on its way into the dossier."""

    article: Article
    record: ArticleRecord
    findings: Findings
    curation: Curation
    curation_file: str
    """Path of the curation file, for messages."""


def find_words(article: Article, words: str, paragraph: str | None = None) -> list[Span]:
    """Every place where one paragraph or heading of the article has exactly these words."""
    found = []
    for span in _stands(article, words):
        label = article.label(article.text.block_at(span.start))
        block = article.text.blocks[article.text.block_at(span.start)]
        if span.end <= block.end and (paragraph is None or label == paragraph):
            found.append(span)
    return found


def _stands(article: Article, words: str) -> Iterator[Span]:
    """Where a text has these words, also where they are hidden and only their place is told."""
    text = article.text.text
    told = places_of(words) if article.mask is not None else None
    if told is not None:
        yield from (span for span in told if span.end <= len(text))
        return
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def as_worded(article: Article, words: str) -> str:
    """The words themselves, where only their place is told, as far as they may be read."""
    if article.mask is None or places_of(words) is None:
        return words
    stand = [article.text.slice(span) for span in _stands(article, words)]
    return next((each for each in stand if not is_hidden(each)), next(iter(stand), words))


def where_words_stand(
    source: Source, path: str, words: str, paragraph: str | None, problems: list[Problem]
) -> list[Span]:
    """Where an entry's words stand in its article; a problem when nowhere."""
    spans = find_words(source.article, words, paragraph)
    if not spans:
        problems.append(_standing_nowhere(source, f"{path}.words", words, paragraph))
    return spans


def _standing_nowhere(source: Source, where: str, words: str, paragraph: str | None) -> Problem:
    """A problem that tells where else the words stand, or which of the article are the most like them."""
    article = source.article
    blocks = (article.text.block_at(span.start) for span in find_words(article, words))
    others = dict.fromkeys(place_of(article, block) for block in blocks)
    meant = None if others else nearest_words([article], words)
    return Problem(
        file=source.curation_file,
        where=where,
        found=f"“{words}” does not stand in {f'paragraph {paragraph}' if paragraph else 'the article'}"
        + (f", but in {', '.join(others)}" if others else ""),
        expected="the article's own words, letter for letter, marks and spaces included"
        + did_you_mean(meant),
        example=f"words: {meant.words if meant else 'an ambush on the ferry'}",
    )


def match_finding(
    source: Source,
    path: str,
    entry: About,
    findings: Sequence[Any],
    problems: list[Problem],
) -> int | None:
    """Index of the one finding an entry's words are about; None, with a problem, when not exactly one."""
    stands = where_words_stand(source, path, entry.words, entry.paragraph, problems)
    if not stands:
        return None
    section = path.split("[")[0]
    matching = findings_at(stands, section, findings)
    if len(matching) == 1:
        return matching[0]
    count = len(matching)
    problems.append(
        Problem(
            file=source.curation_file,
            where=f"{path}.words",
            found=f"“{entry.words}” matches {count or 'no'} {section} found by the rules",
            expected="words of exactly one of them"
            + (", or a `paragraph` to choose" if count else ", or `add: true` to make a new one"),
            example="words: an ambush on the ferry" + ("\nparagraph: '2'" if count else "\nadd: true"),
        )
    )
    return None


def findings_at(stands: Sequence[Span], section: str, findings: Sequence[Any]) -> list[int]:
    """Indexes of the findings that words are about: one where any of their passages tells them apart.

    Of two that stand one in the other, the inner is chosen by all of its words.
    """
    first: list[int] = []
    for tier in zip(*(passages_of(section, found) for found in findings), strict=True):
        matching = [i for i, spans in enumerate(tier) if any(_overlap(a, b) for a in spans for b in stands)]
        if len(matching) == 1:
            return matching
        same = [i for i in matching if any(span in tier[i] for span in stands)]
        if len(same) == 1:
            return same
        first = first or matching
    return first


def passages_of(section: str, found: Any) -> tuple[Sequence[Span], ...]:
    """The passages by which an entry's words choose a finding of a section, the narrowest first."""
    match section:
        case "events":
            return ([found.trigger] if found.trigger else []), found.evidence
        case "agreements":
            return [found.status_span], found.evidence
        case "claims":
            return ([found.target_span] if found.target_span else []), [found.wording], found.evidence
        case _:
            return (found.segments,)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
