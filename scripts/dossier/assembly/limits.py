"""How much of an article the dossier shows: it quotes and anchors, it never republishes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from dossier.assembly.evidence import MAX_EXCERPT_WORDS, word_spans
from dossier.model import Dossier
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

MAX_SHARE = 0.30
MIN_ALLOWANCE = 150
"""Words that may be shown of a short article even where they are more than its share: fewer would not
do to name its people, places, dates and figures."""
_RUN = 5
"""Fewer words in a row than this are also anybody's own ("at a joint press conference")."""


@dataclass(frozen=True, slots=True)
class Republished:
    """What of one article's words outside direct quotations is shown."""

    article: str
    words: int
    """The article's words outside direct quotations."""
    shown: int
    longest: int
    """Words of the longest unbroken excerpt."""

    @property
    def share(self) -> float:
        """Part of the words that is shown, 0 to 1."""
        return self.shown / self.words if self.words else 0.0

    @property
    def within_limits(self) -> bool:
        """Whether both limits hold."""
        allowed = max(MAX_SHARE * self.words, MIN_ALLOWANCE)
        return self.shown <= allowed and self.longest <= MAX_EXCERPT_WORDS

    def __str__(self) -> str:
        return (
            f"{self.shown} of {self.words} words outside quotations ({self.share:.0%}; limit "
            f"{MAX_SHARE:.0%} or {MIN_ALLOWANCE} words), longest excerpt {self.longest} words "
            f"(limit {MAX_EXCERPT_WORDS})"
        )


def quoted_passages(dossier: Dossier) -> set[str]:
    """Ids of the evidence that is a direct quotation."""
    return {segment for quote in dossier.quotes for segment in quote.segments}


def measure_data(dossier: Dossier, articles: Iterable[Article]) -> tuple[Republished, ...]:
    """Words shown by the data: those that stand whole in a passage with the context that makes it unique."""
    measured = []
    for article in articles:
        words, quoted = _words(article, dossier)
        shown: set[int] = set()
        longest = 0
        for passage in dossier.evidence:
            if passage.article != article.id:
                continue
            start, end = passage.start - len(passage.prefix), passage.end + len(passage.suffix)
            positions = {
                i for i, w in enumerate(words) if start <= w.start and w.end <= end and i not in quoted
            }
            shown |= positions
            longest = max(longest, len(positions))
        measured.append(Republished(article.id, len(words) - len(quoted), len(shown), longest))
    return tuple(measured)


def measure_site(site: Path, dossier: Dossier, articles: Iterable[Article]) -> tuple[Republished, ...]:
    """Words shown by the built site: runs of at least five words in its pages, index, feed and data."""
    paths = sorted(path for path in site.rglob("*") if path.suffix in _READERS)
    texts = [text for path in paths for text in _texts_of(path)]
    measured = []
    for article in articles:
        words, quoted = _words(article, dossier)
        plain = [article.text.text[w.start : w.end].casefold() for w in words]
        shown: set[int] = set()
        longest = 0
        for text in texts:
            for run in _runs(plain, text):
                stretch = 0
                for position in run:
                    stretch = 0 if position in quoted else stretch + 1
                    longest = max(longest, stretch)
                shown |= {position for position in run if position not in quoted}
        measured.append(Republished(article.id, len(words) - len(quoted), len(shown), longest))
    return tuple(measured)


def _words(article: Article, dossier: Dossier) -> tuple[list[Span], set[int]]:
    """The article's words, and the positions of those that stand in direct quotations."""
    words = list(word_spans(article.text.text))
    quoted_ids = quoted_passages(dossier)
    spans = [e for e in dossier.evidence if e.article == article.id and e.id in quoted_ids]
    quoted = {i for i, w in enumerate(words) if any(s.start <= w.start < s.end for s in spans)}
    return words, quoted


def _runs(article: Sequence[str], text: Sequence[str]) -> Iterable[range]:
    """Stretches of the article, as word positions, that stand word for word in the text."""
    starts = defaultdict(list)
    for at in range(len(article) - _RUN + 1):
        starts[tuple(article[at : at + _RUN])].append(at)
    index = 0
    while index + _RUN <= len(text):
        best = range(0)
        for at in starts.get(tuple(text[index : index + _RUN]), ()):
            length = _RUN
            while (
                at + length < len(article)
                and index + length < len(text)
                and article[at + length] == text[index + length]
            ):
                length += 1
            if length > len(best):
                best = range(at, at + length)
        if best:
            yield best
        index += max(len(best), 1)


class _Visible(HTMLParser):
    """The texts of a page: one for each stretch between two elements that stand apart.

    Attributes that hold prose are texts too: they are published as much as what is shown.
    """

    _INLINE = frozenset(["a", "abbr", "b", "cite", "em", "i", "mark", "q", "span", "strong", "time"])
    _NO_PROSE = frozenset(["href", "src", "class", "id"])

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts[:0] = [value for name, value in attrs if value and name not in self._NO_PROSE]
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._INLINE:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def _markup_texts(source: str) -> list[str]:
    visible = _Visible()
    visible.feed(source)
    visible.close()
    return visible.texts


def _json_texts(source: str) -> list[str]:
    return list(_strings(json.loads(source)))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield from _markup_texts(value) if "<" in value else [value]
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _index_texts(source: str) -> list[str]:
    """Texts of a part of the search index that results are shown from; nothing of other scripts."""
    shown = _INDEX_PART.match(source)
    return _json_texts(shown[1]) if shown else []


_INDEX_PART = re.compile(r'dossierSearch\.part\("(?:shown|texts)\d+",(.*)\);\s*\Z', re.DOTALL)
_READERS = {".html": _markup_texts, ".xml": _markup_texts, ".json": _json_texts, ".js": _index_texts}


def _texts_of(path: Path) -> Iterable[list[str]]:
    """The words of each text in a file."""
    for text in _READERS[path.suffix](path.read_text(encoding="utf-8")):
        yield [text[w.start : w.end].casefold() for w in word_spans(text)]
