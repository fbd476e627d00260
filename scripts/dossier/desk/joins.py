"""Pairs of records that may be one, as questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.desk.item import JOIN, Item
from dossier.desk.page_says import Pages
from dossier.model import Dossier, Doubt, Evidence
from dossier.reading.findings import OURS

_COMPARED = ("actors", "places", "events", "agreements")


def joins(dossier: Dossier, pages: Pages) -> Iterator[Item]:
    """Pairs of records that may be one."""
    evidence = {passage.id: passage for passage in dossier.evidence}
    headlines = {article.id: article.headline for article in dossier.articles}
    sections = {each.id: name for name in _COMPARED for each in getattr(dossier, name)}
    for doubt in dossier.doubts:
        one, other = (evidence[id] for id in doubt.passages)
        yield _join(doubt, one, other, headlines, sections[doubt.records[0]], pages)


def _join(
    doubt: Doubt,
    one: Evidence,
    other: Evidence,
    headlines: Mapping[str, str],
    section: str,
    pages: Pages,
) -> Item:
    reasons = (*(f"for: {each}" for each in doubt.because), *(f"against: {each}" for each in doubt.against))
    return Item(
        key=doubt.id,
        risk=JOIN,
        section=section,
        article=one.article,
        headline=headlines[one.article],
        sentence=((one.shown, "told"),),
        words=one.shown,
        start=one.start,
        readers=OURS,
        reasons=reasons,
        says=(("one", doubt.records[0]), ("other", doubt.records[1])),
        page=" ".join(filter(None, (pages.line(id) for id in doubt.records))),
        waits=False,
        other=((other.shown, "told"),),
        other_article=other.article,
        other_words=other.shown,
    )
