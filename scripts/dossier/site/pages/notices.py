"""What stands above a page: an article it rests on was corrected or taken back, and what that changed."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import AnyRecord, Article, Correction, Evidence
from dossier.site.pages import wording
from dossier.site.pages.document import Inline, Link
from dossier.site.pages.linker import Linker


def record_notices(linker: Linker, record: AnyRecord) -> Iterator[Inline]:
    """A line for each retraction and correction of what a record rests on."""
    catalogue = linker.catalogue
    passages = [catalogue.evidence[id] for id in catalogue.facts(record)]
    for id in dict.fromkeys(passage.article for passage in passages):
        article = catalogue.articles[id]
        report = Link(href=linker.to(catalogue.article_url(id)), text=f"A report by {article.publisher}")
        if article.retracted is not None:
            day = wording.day(article.retracted.date)
            told = f" that this rests on was retracted by its publisher on {day}: {article.retracted.why}"
            yield report, told
        for correction in _latest(article):
            if any(_touches(correction, passage) for passage in passages if passage.article == id):
                day = wording.day(correction.date)
                told = f" that this rests on was corrected by its publisher on {day}: {correction.what}"
                yield report, told


def article_notices(linker: Linker, article: Article) -> Iterator[Inline]:
    """A line for the retraction and for each correction of an article, with the records that it touches."""
    if article.retracted is not None:
        day = wording.day(article.retracted.date)
        yield (f"Retracted by its publisher on {day}: {article.retracted.why}",)
    for correction in _latest(article):
        touched = linker.links(list(_touched(linker, article, correction)))
        told = f"Corrected by its publisher on {wording.day(correction.date)}: {correction.what}"
        yield (told, *((" What rests on these words: ", *touched) if touched else ()))


def plain(notice: Inline) -> str:
    """A notice as text."""
    return "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in notice)


def _latest(article: Article) -> list[Correction]:
    return sorted(article.corrected, key=lambda each: each.date, reverse=True)


def _touched(linker: Linker, article: Article, correction: Correction) -> Iterator[str]:
    """Ids of the records with a fact that rests on the corrected words."""
    catalogue = linker.catalogue
    for id in catalogue.citing.get(article.id, ()):
        passages = [catalogue.evidence[each] for each in catalogue.facts(catalogue.records[id])]
        if any(_touches(correction, each) for each in passages if each.article == article.id):
            yield id


def _touches(correction: Correction, passage: Evidence) -> bool:
    """Whether a passage holds some of the corrected words; nothing is known of a correction without words."""
    if correction.start is None or correction.end is None:
        return False
    return passage.start < correction.end and correction.start < passage.end
