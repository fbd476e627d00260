"""Article to why it is read so, with what the gate let fall: what `dossier explain` and the desk show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.assembly.assembling import assemble
from dossier.assembly.gating import gated
from dossier.assembly.untold import untold
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.editing.sources import Source
from dossier.model import Article as ArticleRecord
from dossier.reading.explain import Reason, reasons
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings
from dossier.reading.text.article import Article


def explained(article: Article) -> tuple[Reason, ...]:
    """What was read and by which rule, what came near, fell at the gate or has no page, each with why."""
    findings = extract_findings(article)
    gate = gated(article, findings)
    fell = (Reason("Gate", f.at, f"{f.what}, {f.answer}: {'; '.join(f.reasons)}", False) for f in gate.fallen)
    return (*reasons(article, findings), *_without_a_page(article, gate.findings), *fell)


def _without_a_page(article: Article, found: Findings) -> Iterator[Reason]:
    """The names of which too little is known for a page, as far as this article goes."""
    day, title = article.published or date.min, article.title or ""
    record = ArticleRecord.model_construct(id=article.id, headline=title, datePublished=day)
    curation = CURATION_SHAPE()
    source = Source(article=article, record=record, findings=found, curation=curation, curation_file="")
    showing = assemble([source], AUTHORITIES_SHAPE(), "")
    gone = untold(showing)
    for each in (*showing.told.actors, *showing.told.places):
        if each.id in gone:
            told = f"no page: belief {gone[each.id]:.2f}, and nothing is told of it"
            yield Reason("Names", showing.book.span(each.mentions[0]), told, False)
