"""The text of an article that its licence lets anybody publish: its paragraphs, each fact in them a link."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import Article, Evidence
from dossier.site.pages.document import Inline, Paragraph, Part, Section
from dossier.site.pages.linker import Linker


def whole_text(linker: Linker, article: Article) -> Iterator[Section]:
    """The section with the text; none where its licence does not let it be published."""
    text = article.articleBody
    if text is None:
        return
    marked = list(_marked(linker, article, text))
    paragraphs = [_paragraph(linker, text, start, end, marked) for start, end in _blocks(text)]
    note = f"Published again under {article.licence}. Words that a fact of this dossier rests on lead to it."
    blocks = (Paragraph(parts=(note,), style="note"), *(Paragraph(parts=parts) for parts in paragraphs))
    yield Section(id="text", title="The text", blocks=blocks)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that isn't empty."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _marked(linker: Linker, article: Article, text: str) -> Iterator[tuple[Evidence, str]]:
    """The passages that facts rest on, the widest first and none over another, each with its first record.

    A passage whose words were redacted stands elsewhere in the text and is left out.
    """
    catalogue = linker.catalogue
    resting: dict[str, str] = {}
    for id in catalogue.citing.get(article.id, ()):
        for evidence in catalogue.facts_by_article(catalogue.records[id]).get(article.id, ()):
            resting.setdefault(evidence, id)
    chosen: list[Evidence] = []
    for passage in sorted(
        (catalogue.evidence[id] for id in resting), key=lambda e: (e.start - e.end, e.start)
    ):
        stands = passage.exact is not None and text[passage.start : passage.end] == passage.exact
        at = bisect_left(chosen, passage.start, key=lambda e: e.start)
        clear = at == len(chosen) or passage.end <= chosen[at].start
        if stands and clear and (at == 0 or chosen[at - 1].end <= passage.start):
            chosen.insert(at, passage)
    yield from ((passage, resting[passage.id]) for passage in chosen)


def _paragraph(linker: Linker, text: str, start: int, end: int, marked: list[tuple[Evidence, str]]) -> Inline:
    parts: list[Part] = []
    at = start
    for passage, record in marked:
        if start <= passage.start and passage.end <= end:
            parts += [text[at : passage.start]] if passage.start > at else []
            words = text[passage.start : passage.end]
            title = linker.catalogue.title(record)
            parts.append(replace(linker.link(record, words), label=f"{words} ({title})"))
            at = passage.end
    return tuple(parts) + ((text[at:end],) if at < end else ())
