"""What a publisher's corrections touch: the facts that rest on the words that changed."""

from __future__ import annotations

from dossier.model import Article, Correction, Dossier, Evidence


def with_corrected_facts(dossier: Dossier) -> Dossier:
    """The dossier, each correction of an article with the facts that rest on its words."""
    if not any(article.corrected for article in dossier.articles):
        return dossier
    evidence = {passage.id: passage for passage in dossier.evidence}
    resting = [
        (path, [evidence[id] for id in fact.evidence if id in evidence]) for path, fact in dossier.leaves()
    ]

    def told(article: Article) -> Article:
        corrected = tuple(
            each.model_copy(
                update={
                    "facts": tuple(
                        path
                        for path, passages in resting
                        if any(p.article == article.id and touches(each, p) for p in passages)
                    )
                }
            )
            for each in article.corrected
        )
        return article.model_copy(update={"corrected": corrected})

    return dossier.model_copy(update={"articles": tuple(map(told, dossier.articles))})


def touches(correction: Correction, passage: Evidence) -> bool:
    """Whether a passage holds some of the corrected words; nothing is known of a correction without words."""
    if correction.start is None or correction.end is None:
        return False
    return passage.start < correction.end and correction.start < passage.end
