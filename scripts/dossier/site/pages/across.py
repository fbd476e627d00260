"""What several articles make of one record: how many support it, what joined them, what is still asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.assembly.across.support import Support, support
from dossier.facts import Sourced
from dossier.model import Agreement, AnyRecord, Event, Join, Named
from dossier.site.pages import wording
from dossier.site.pages.document import Block, Inline, Items, Paragraph, Section
from dossier.site.pages.linker import Linker

_SEVERAL = 2


def across(linker: Linker, record: AnyRecord) -> Section | None:
    """The section of a record that several articles tell of, or that may be one with another."""
    told = tuple(_told(linker, record))
    return Section(id="across", title="Across articles", blocks=told) if told else None


def outlet(linker: Linker, record: AnyRecord, fact: Sourced) -> str:
    """Who gives a fact, and when, where several articles tell of its record: " – The Post, 2 April 2019"."""
    catalogue = linker.catalogue
    articles = {catalogue.evidence[id].article for id in catalogue.passages(record)}
    given = [catalogue.articles[catalogue.evidence[id].article] for id in fact.evidence]
    if len(articles) < _SEVERAL or not given:
        return ""
    first = min(given, key=lambda article: (article.datePublished, article.id))
    return f" – {first.publisher}, {wording.day(first.datePublished)}"


def _told(linker: Linker, record: AnyRecord) -> Iterator[Block]:
    catalogue = linker.catalogue
    rests = support((catalogue.evidence[id] for id in catalogue.passages(record)), catalogue.articles)
    if len(rests.articles) > 1:
        yield Paragraph(parts=_support(linker, record, rests))
        for group in rests.repeating:
            yield Paragraph(
                parts=("The same sentence stands in ", *_articles(linker, group), ": told as one source.")
            )
    elif catalogue.has_several_articles and isinstance(record, Event | Agreement):
        yield Paragraph(parts=("Told in one article only: ", *_articles(linker, rests.articles), "."))
    if joined := catalogue.joined(record.id):
        yield Items(items=tuple(_joins(linker, joined)), style="joined")
    doubts = tuple(_doubts(linker, record))
    if doubts:
        yield Items(items=doubts, style="doubts")


def _support(linker: Linker, record: AnyRecord, rests: Support) -> Inline:
    """How many articles and outlets, and under which names."""
    articles, outlets = len(rests.articles), len(rests.outlets)
    of = f"{wording.counted(articles, 'article')} of {wording.counted(outlets, 'outlet')}"
    text = f"Told in {of}"
    if len(rests.outlets) > 1 and rests.sources < len(rests.articles):
        text += f", {wording.counted(rests.sources, 'source')} where the same sentences count once"
    names = _names(linker, record)
    named = f", named as {_listed(names)}" if len(names) > 1 else ""
    return (f"{text}{named}: ", *_articles(linker, rests.articles), ".")


def _names(linker: Linker, record: AnyRecord) -> list[str]:
    """The full forms under which articles name it."""
    joined = linker.catalogue.joined(record.id) if isinstance(record, Named) else ()
    shown = (linker.catalogue.excerpt(id) for join in joined for id in join.passages)
    return [f"“{name}”" for name in dict.fromkeys(shown) if name]


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _articles(linker: Linker, ids: tuple[str, ...]) -> Inline:
    parts: list[object] = []
    for id in ids:
        article = linker.catalogue.articles[id]
        parts += [", "] if parts else []
        parts += [linker.article(id), f" ({article.publisher}, {wording.day(article.datePublished)})"]
    return tuple(parts)  # type: ignore[arg-type]


def _joins(linker: Linker, joins: Iterable[Join]) -> Iterator[Inline]:
    """Why articles are taken to tell of one, each reason once with all that it joins."""
    told: dict[str, dict[str, None]] = {}
    for join in joins:
        why = "an editor’s decision" if join.decided and not join.because else "; ".join(join.because)
        told.setdefault(why, {}).update(dict.fromkeys(join.passages))
    for why, passages in told.items():
        yield (f"Taken as one: {why} ", *(linker.mark(id) for id in passages))


def _doubts(linker: Linker, record: AnyRecord) -> Iterator[Inline]:
    """Other records that it may be one with."""
    for doubt in linker.catalogue.doubts.get(record.id, ()):
        other = next(id for id in doubt.records if id != record.id)
        against = f"; against it: {'; '.join(doubt.against)}" if doubt.against else ""
        yield (
            "Perhaps the same as ",
            linker.link(other),
            f", which no editor has decided: {'; '.join(doubt.because)}{against} ",
            *(linker.mark(id) for id in doubt.passages),
        )
