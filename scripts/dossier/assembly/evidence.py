"""The book of what a dossier cites: spans of articles under the ids of their evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from dossier.assembly.gate.reach import Reading
from dossier.assembly.kept import Kept
from dossier.assembly.passages import Passages, as_carried, passage_id
from dossier.facts import EvidenceRef
from dossier.model import Evidence
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


@dataclass(slots=True)
class EvidenceBook:
    """Collects the passages a dossier cites; the same passage cited twice is one evidence."""

    _cited: dict[str, tuple[Article, Span]] = field(default_factory=dict)
    _passages: dict[str, Passages] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    """What the articles' words and trees answer."""
    contents: dict[tuple[str, str], tuple[Span, ...]] = field(default_factory=dict)
    """Id of an article and the words of a claim in it → what of them is said, without who says so."""
    otherwise: list[str] = field(default_factory=list)
    """What an editor ties, dates or classes otherwise than it was read, a line each."""

    answered: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    """Values of an editor's, with their words, that don't show them, to which the editor says yes."""

    def cite(self, article: Article, span: Span) -> EvidenceRef:
        """Id of the evidence for a span; the span must lie within one block of the article.

        Of a private text, its sentence is cited for what is not carried. Raises ValueError for a span that is
        empty or crosses blocks.
        """
        span = as_carried(article, span)
        block = article.text.blocks[article.text.block_at(span.start)]
        if not block.start <= span.start < span.end <= block.end:
            raise ValueError(f"span {span} of {article.id} is empty or crosses paragraphs")
        id = passage_id(article, span)
        self._cited.setdefault(id, (article, span))
        return id

    def reading(self, article: Article) -> Reading:
        """An article as the gate reads it."""
        return self.kept.of(article).reading

    def exact(self, id: str) -> str:
        """The words cited under an id."""
        article, span = self._cited[id]
        return article.text.slice(span)

    def span(self, id: str) -> Span:
        """Where the words cited under an id stand."""
        return self._cited[id][1]

    def places(self) -> dict[str, tuple[str, Span]]:
        """Id of each passage cited so far → its article and where it stands there."""
        return {id: (article.id, span) for id, (article, span) in self._cited.items()}

    def articles(self) -> dict[str, str]:
        """Id of each passage cited so far → id of its article."""
        return {id: article.id for id, (article, _) in self._cited.items()}

    def labels(self) -> dict[str, str]:
        """Id of each passage cited so far → how its paragraph is called."""
        return {
            id: article.label(article.text.block_at(span.start))
            for id, (article, span) in self._cited.items()
        }

    def select(
        self,
        facts: Collection[str],
        names: Collection[str],
        quoted: Collection[str],
    ) -> tuple[Evidence, ...]:
        """The evidence with these ids, by article and place.

        `facts` say something and are made findable, `names` only name, `quoted` are shown in full.
        """
        by_article: dict[str, list[tuple[EvidenceRef, Article, Span]]] = {}
        for id in {*facts, *names, *quoted}:
            article, span = self._cited[id]
            by_article.setdefault(article.id, []).append((EvidenceRef(id), article, span))
        found: list[Evidence] = []
        for name, cited in sorted(by_article.items()):
            if name not in self._passages:
                self._passages[name] = Passages(cited[0][1], self.kept.of(cited[0][1]))
            told = {span for id, _, span in cited if id in quoted or id not in names}
            named = {span for _, _, span in cited} - told
            whole = {span for id, _, span in cited if id in quoted}
            found += self._passages[name].evidence(told, named, whole)
        return tuple(found)
