"""The sentence that opens a record's page, and that links to it carry: who did what, where, on whose word."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dossier.facts import Sourced
from dossier.model import Actor, Agreement, AnyRecord, Claim, Event, Place, Quote
from dossier.site.pages import claim_leads, quote_leads, wording
from dossier.site.pages.agreement_leads import agreement
from dossier.site.pages.catalogue import RETRACTED
from dossier.site.pages.composer import Sentence, plain
from dossier.site.pages.document import Inline
from dossier.site.pages.event_leads import event
from dossier.site.pages.linker import Linker
from dossier.site.pages.name_leads import is_sentence, named, says_who
from dossier.site.pages.phrases import if_edited, worded

_LISTED = 38


def sentence(linker: Linker, record: AnyRecord) -> Inline:
    """The full sentence that opens a record's page, with links to whom it names, and its reserve."""
    told, reserve = composed(linker, record).parts, ""
    if isinstance(record, Claim):
        reserve = claim_leads.reserve(record)
    elif isinstance(record, Quote):
        reserve = quote_leads.reserve(linker, record, told)
    return (*told, reserve) if reserve else told


def composed(linker: Linker, record: AnyRecord) -> Sentence:
    """The same without its reserve, and what it rests on besides its basis; made once for each page."""
    held = linker.composed.get(record.id)
    if held is None or held[0] is not record:
        held = linker.composed[record.id] = record, _composed(linker, record)
    return held[1]


def _composed(linker: Linker, record: AnyRecord) -> Sentence:
    match record:
        case Actor() | Place():
            return Sentence(named(linker, record))
        case Event():
            made = event(linker, record)
        case Agreement():
            made = agreement(linker, record)
        case Claim():
            return Sentence(claim_leads.claim(linker, record), rests_on=_put_into_words(linker, record))
        case Quote():
            return quote_leads.quotation(linker, record)
        case _:
            assert_never(record)
    return replace(made, parts=worded(linker, made))


def _put_into_words(linker: Linker, record: Claim) -> tuple[Sourced, ...]:
    """What an editor's sentence puts otherwise; else what one gave of the pledge that tells the claim."""
    if record.description:
        return (record.wording_as_reported,)
    promise = claim_leads.promise_uttered(linker, record)
    told = (promise.title, promise.recipient) if promise else ()
    return tuple(fact for each in told if each for fact in if_edited(each))


def basis(record: AnyRecord) -> Sourced | None:
    """The fact that a record’s sentence rests on; None where it rests on passages of its own."""
    match record:
        case Actor() | Place():
            return record.description if record.description and is_sentence(record) else record.kind
        case Event():
            return record.type
        case Agreement():
            return record.status
        case Claim():
            return record.description
        case Quote():
            return None
        case _:
            assert_never(record)


def passages(record: AnyRecord) -> tuple[str, ...]:
    """Ids of the passages that a record's sentence rests on; none where it is an editor's alone."""
    fact = basis(record)
    if fact is not None:
        return fact.evidence
    return (
        record.evidence if isinstance(record, Claim) else record.segments if isinstance(record, Quote) else ()
    )


def snippet(linker: Linker, record: AnyRecord) -> str:
    """The same as plain text."""
    return plain(sentence(linker, record))


def with_link(linker: Linker, record: AnyRecord, words: int = _LISTED) -> Inline:
    """The sentence as it stands in a list, shortened: the name in it is the link, else all of it.

    Of whom nothing is told but that a report names them, the name alone.
    """
    if isinstance(record, Actor | Place) and not says_who(record):
        return (linker.link(record.id),)
    told = composed(linker, record).parts
    text = wording.shortened_sentence(plain(told), words)
    text += "”" * (text.count("“") - text.count("”"))
    title = linker.catalogue.title(record.id)
    before, name, after = text.partition(title)
    if not isinstance(record, Actor | Place):
        reserve = RETRACTED if linker.catalogue.is_retracted(record.id) else ""
        return (linker.link(record.id, text), *filter(None, (reserve,)))
    if name and before in ("", "The "):
        return tuple(part for part in (before, linker.link(record.id), after) if part)
    return linker.link(record.id), f": {text}"


def told_besides(linker: Linker, record: AnyRecord) -> tuple[Sourced, ...]:
    """What a record's sentence rests on besides its basis: its date, an editor's title, whom it is for."""
    return composed(linker, record).rests_on
