"""The page of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Quote
from dossier.site.pages import wording
from dossier.site.pages.document import Inline, Note, Page, Paragraph, QuoteCard, Row, Words
from dossier.site.pages.frame import infobox, record_page, row, speaker
from dossier.site.pages.linker import Linker


def quote_page(linker: Linker, quotation: Quote) -> Page:
    """The page of one quotation: the words, who said them, and how that is known."""
    catalogue = linker.catalogue
    name = (
        catalogue.name(quotation.speaker, quotation.speaker_as_reported) or "a speaker who is not identified"
    )
    occasion = f", at: {catalogue.title(quotation.occasion)}" if quotation.occasion else ""
    definition = f"Words of {name}{occasion}."
    return record_page(
        linker,
        quotation,
        description=f"{definition} “{wording.shortened(quotation.text, 16)}”",
        kind="quote",
        blocks=[
            Paragraph(parts=(definition,), style="lead"),
            QuoteCard(
                words=quotation.text,
                by=speaker(linker, quotation),
                cue=quotation.cue,
                marks=linker.marks(quotation.segments),
            ),
            infobox(catalogue.title(quotation.id), _facts(linker, quotation)),
        ],
        sections=[],
    )


def _facts(linker: Linker, quotation: Quote) -> Iterator[Row | None]:
    catalogue = linker.catalogue
    yield row("Speaker", linker.field(quotation, "speaker", *speaker(linker, quotation)))
    if quotation.speaker_as_reported:
        marks = linker.marks([quotation.speaker_evidence]) if quotation.speaker_evidence else ()
        read_as = _read_as(linker, quotation, quotation.speaker_as_reported)
        yield row(
            "Named in the article as", (Words(text=quotation.speaker_as_reported), " ", *marks, *read_as)
        )
    yield row("How the speaker was found", (wording.quote_method(quotation.method),))
    if quotation.cue:
        yield row("Reporting word", linker.field(quotation, "cue", Words(text=quotation.cue)))
    yield row("Form", (wording.wording().quote_forms[quotation.form],))
    insertions = [(f"[{words.strip('[]')}]",) for words in quotation.editorial_insertions]
    yield row("Put in by the article", *insertions)
    if quotation.occasion:
        yield row("Occasion", linker.field(quotation, "occasion", linker.named(quotation.occasion)))
    yield row("About", linker.links(id for id in quotation.about if id in catalogue.records))


def _read_as(linker: Linker, quotation: Quote, words: str) -> Inline:
    """For words such as "he" that hold no name: whom they are read as."""
    if not quotation.speaker or quotation.speaker in linker.catalogue.named_in(words):
        return ()
    name = linker.catalogue.title(quotation.speaker)
    return " ", Note(text=f"read as {name}, from the text around it")
