"""The published dossier against the articles as they are now: which facts rest on a changed sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.assembly.passages import digest_at
from dossier.facts import leaves, references
from dossier.model import Dossier, Evidence
from dossier.reading.findings import Span
from dossier.reading.text.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A sentence that has changed, and what rests on it."""

    article: str
    paragraph: str
    """Label of the paragraph it stood in."""
    shown: str
    """The longest of its passages, as it was shown."""
    facts: tuple[str, ...]
    """Paths of the facts that rest on it."""

    def __str__(self) -> str:
        facts = ", ".join(self.facts)
        return f"{self.article} ¶{self.paragraph}: “{self.shown}” has changed; on it rest {facts}"


def changed_sentences(published: Dossier, articles: Iterable[Article]) -> list[Changed]:
    """Each sentence that facts of the published dossier rest on and its article no longer has.

    A sentence that has only moved has not changed. Articles that are not given are not looked at.
    """
    present = digests_of(articles)
    broken: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for passage in published.evidence:
        for sentence in passage.sentences:
            if passage.article in present and sentence not in present[passage.article]:
                broken[passage.article, sentence].append(passage)
    resting = _resting(published) if broken else {}
    return [
        Changed(
            article=article,
            paragraph=passages[0].paragraph,
            shown=max((passage.shown for passage in passages), key=len),
            facts=tuple(dict.fromkeys(path for passage in passages for path in resting[passage.id])),
        )
        for (article, _), passages in broken.items()
    ]


def digests_of(articles: Iterable[Article]) -> dict[str, set[str]]:
    """By article, the digests of its sentences."""
    return {
        article.id: {digest_at(article, Span(s.start, s.end)) for s in article.text.sentences}
        for article in articles
    }


def _resting(dossier: Dossier) -> dict[str, list[str]]:
    """Per passage, the paths of what cites it: facts, mentions and segments."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in dossier.everything():
        for path, fact in leaves(record, record.id):
            for id in fact.evidence:
                found[id].append(path)
        for path, kinds, cited in references(record, record.id):
            if kinds == ("evidence",) and ".evidence[" not in path:
                found[cited].append(path.rpartition("[")[0])
    return found
