"""Made-up paragraphs to the claims that are read in them."""

from __future__ import annotations

from datetime import date

from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings
from dossier.reading.text.article import Article, read_article

BLAMING = ("responsibility_claimed", "responsibility_blamed", "carried_out_according_to", "accusation")


def read(*paragraphs: str) -> tuple[Article, Findings]:
    article = read_article(
        "\n\n".join(paragraphs), id="made-up", published=date(2021, 5, 14), publisher="The Daily Reed"
    )
    return article, extract_findings(article)


def claims(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(claim.kind, claim.claimant, claim.target) for claim in read(*paragraphs)[1].claims]


def blamed(*paragraphs: str) -> list[tuple[str | None, str | None]]:
    return [(c.claimant, c.target) for c in read(*paragraphs)[1].claims if c.kind in BLAMING]
