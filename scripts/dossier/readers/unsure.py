"""Names that our own rules kept on weak evidence: under a strict review an editor is asked whose they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dossier.editing.curation import Curation
from dossier.editing.sources import find_words
from dossier.reading.findings import Findings
from dossier.reading.names.decision import WEAK
from dossier.reading.text.article import Article


def unsure_names(
    article: Article, findings: Findings, curation: Curation, decided: Collection[str]
) -> Mapping[str, str]:
    """By name, why it is doubtful; one that an editor's entry is about is not, nor a `decided` one."""
    seen = {
        span.start
        for entry in (*curation.actors, *curation.places)
        for span in find_words(article, entry.words, entry.paragraph)
    }
    return {
        found.name: f"the rules are not sure that “{found.name}” is of the kind {found.kind}"
        for found in (*findings.actors, *findings.places)
        if found.name not in decided
        and found.belief < WEAK
        and not any(span.start <= at < span.end for span in found.mentions for at in seen)
    }
