"""The page of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.cutting import is_cut
from dossier.facts import value_of
from dossier.model import Quote
from dossier.site.pages import leads, quote_leads, wording
from dossier.site.pages.across import outlet
from dossier.site.pages.document import Block, Inline, Note, Page, Paragraph, QuoteCard, Row, Words
from dossier.site.pages.frame import (
    infobox,
    is_brief,
    record_page,
    reporting_verb,
    row,
    said_how,
    speaker,
    told_by,
)
from dossier.site.pages.linker import Linker

_CUT = "It is cut here, since another outlet prints more of these words without marks. All of them stand in "


def quote_page(linker: Linker, quotation: Quote) -> Page:
    """The page of one quotation: the words, who said them, and how that is known."""
    catalogue = linker.catalogue
    marks = linker.marks(quotation.segments)
    if is_brief(quotation):
        opening: list[Block] = [
            Paragraph(
                parts=(*leads.sentence(linker, quotation), " ", *told_by(linker, quotation)), style="lead"
            )
        ]
    else:
        words = "”. “".join(wording.spoken(quotation.text.value))
        by, cue = speaker(linker, quotation), reporting_verb(quotation)
        by = (*by, *quote_leads.told_by_another(linker, quotation))
        opening = [
            Paragraph(parts=quote_leads.beside(linker, quotation), style="lead"),
            QuoteCard(words=words, by=by, cue=cue, marks=marks),
            *_told_of_cut(linker, quotation),
        ]
    return record_page(
        linker,
        quotation,
        kind="quote",
        blocks=[
            *opening,
            infobox(catalogue.title(quotation.id), _facts(linker, quotation)),
        ],
        sections=[],
    )


def _told_of_cut(linker: Linker, quotation: Quote) -> Iterator[Block]:
    """Why not all of it is shown, and who has it, where it is cut."""
    if is_cut(quotation, linker.catalogue.evidence):
        article = linker.catalogue.evidence[quotation.segments[0]].article
        yield Paragraph(parts=(_CUT, linker.article(article), "."), style="note")


def _facts(linker: Linker, quotation: Quote) -> Iterator[Row | None]:
    yield row("Speaker", linker.fact(quotation.speaker, *speaker(linker, quotation)))
    reported = quotation.speaker_as_reported
    if reported:
        read_as = _read_as(linker, quotation, reported.value)
        yield row("Named in the article as", (*linker.fact(reported, Words(text=reported.value)), *read_as))
    yield row("How the speaker was found", (wording.quote_method(quotation.method),))
    if quotation.cue:
        yield row("Reporting word", linker.fact(quotation.cue, Words(text=quotation.cue.value)))
    yield row("Form", (wording.wording().quote_forms[quotation.form.value],))
    insertions = [(f"[{words.value.strip('[]')}]",) for words in quotation.editorial_insertions]
    yield row("Put in by the article", *insertions)
    if quotation.occasion:
        yield row("Occasion", linker.fact(quotation.occasion, linker.named(quotation.occasion.value)))
    yield from said_how(linker, quotation)
    if quotation.utters:
        yield row("Puts into words", linker.fact(quotation.utters, linker.named(quotation.utters.value)))
    yield row(
        "In other articles",
        *(
            linker.fact(each, Words(text=each.value), outlet(linker, quotation, each))
            for each in quotation.versions
        ),
    )
    yield row("About", linker.links(topic.value for topic in quotation.about))


def _read_as(linker: Linker, quotation: Quote, words: str) -> Inline:
    """For words such as "he" that hold no name: whom they are read as."""
    said_by = value_of(quotation.speaker)
    if not said_by or said_by in linker.catalogue.named_in(words):
        return ()
    return " ", Note(text=f"read as {linker.catalogue.title(said_by)}, from the text around it")
