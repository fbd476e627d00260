"""A record as a sentence in a list of several kinds: its marks, and a link that says of which kind it is."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Agreement, Claim, Event
from dossier.site.pages import leads
from dossier.site.pages.document import Inline, Link, Part
from dossier.site.pages.linker import Linker


def told_of(linker: Linker, record: Event | Agreement | Claim) -> Inline:
    """A record as a sentence in a list, with its marks and a link to its page."""
    kind = linker.catalogue.kind_label(record)
    title = f"{kind}: {linker.catalogue.title(record.id)}"
    link = Link(href=linker.to(linker.catalogue.url(record.id)), text=kind, label=title)
    if isinstance(record, Claim):
        words = leads.claim(linker, record, reserved=False)
    else:
        words = leads.sentence(linker, record)
    return *words, " ", *marks_of(linker, record), " ", link


def marks_of(linker: Linker, record: Event | Agreement | Claim) -> Sequence[Part]:
    """The marks of the passage that says most of it."""
    match record:
        case Event():
            cited = record.casualties[0].evidence if record.casualties else record.type.evidence
        case Agreement():
            cited = record.status.evidence
        case Claim():
            cited = record.evidence
    return linker.marks(cited)
