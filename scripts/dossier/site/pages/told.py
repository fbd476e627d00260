"""Lines of lists of several kinds: a record as a sentence with its marks and kind, and an article."""

from __future__ import annotations

from dossier.model import Agreement, Article, Claim, Event
from dossier.site.pages import leads, wording
from dossier.site.pages.document import Inline, Link
from dossier.site.pages.frame import told_by
from dossier.site.pages.linker import Linker

NOT_VERIFIED = "Each claim is told as the word of whoever makes it, and is not verified."
NOT_JUDGED = f"{NOT_VERIFIED} This dossier does not say who was responsible."
"""The same over claims about who did what happened."""


def told_of(linker: Linker, record: Event | Agreement | Claim) -> Inline:
    """A record as a sentence in a list, with its marks and a link to its page."""
    kind = linker.catalogue.kind_label(record)
    title = f"{kind}: {linker.catalogue.title(record.id)}"
    link = Link(href=linker.to(linker.catalogue.url(record.id)), text=kind, label=title)
    return *leads.composed(linker, record).parts, " ", *told_by(linker, record), " ", link


def told_in(linker: Linker, article: Article) -> Inline:
    """An article in a list, with who published it when."""
    return linker.article(article.id), f" – {article.publisher}, {wording.day(article.datePublished)}"


def dated(linker: Linker, event: Event) -> Inline:
    """An event in a list: its sentence, and where that comes from."""
    undated = () if event.date else ("No date found. ",)
    return *leads.with_link(linker, event), " ", *undated, *told_by(linker, event)
