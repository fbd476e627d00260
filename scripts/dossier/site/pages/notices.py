"""What stands above a page: an article it rests on was corrected or taken back, and what that changed."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import AnyRecord, Article, Correction
from dossier.site.pages import wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.document import Inline, Link, Part
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
        for correction in latest(article):
            if record.id in touched(catalogue, correction):
                day = wording.day(correction.date)
                told = f" that this rests on was corrected by its publisher on {day}: {correction.what}"
                yield report, told


def article_notices(linker: Linker, article: Article) -> Iterator[Inline]:
    """A line for the retraction and for each correction of an article, with the records that it touches."""
    if article.retracted is not None:
        day = wording.day(article.retracted.date)
        yield (f"Retracted by its publisher on {day}: {article.retracted.why}",)
    for correction in latest(article):
        told = f"Corrected by its publisher on {wording.day(correction.date)}: {correction.what}"
        yield (told, *_resting(linker, correction))


def _resting(linker: Linker, correction: Correction) -> Iterator[Part]:
    """The records that rest on the corrected words, each with the facts of it that do."""
    number = 0
    for number, (id, fields) in enumerate(touched(linker.catalogue, correction).items(), 1):
        yield "; " if number > 1 else " What rests on these words: "
        yield linker.link(id)
        yield f" ({', '.join(fields)})"
    if number:
        yield "."


def plain(notice: Inline) -> str:
    """A notice as text."""
    return "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in notice)


def latest(article: Article) -> list[Correction]:
    """The corrections of an article, the latest first."""
    return sorted(article.corrected, key=lambda each: each.date, reverse=True)


def touched(catalogue: Catalogue, correction: Correction) -> dict[str, tuple[str, ...]]:
    """By the id of each record with facts that rest on the corrected words, the fields of these facts."""
    found: dict[str, dict[str, None]] = {}
    for path in correction.facts:
        id, _, field = path.partition(".")
        if id in catalogue.records:
            name = field.partition("[")[0].partition(".")[0]
            found.setdefault(id, {})[name.replace("_", " ")] = None
    return {id: tuple(fields) for id, fields in found.items()}
