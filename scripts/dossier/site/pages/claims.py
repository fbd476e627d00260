"""The page of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.facts import Sourced, value_of
from dossier.model import Actor, Claim, Event
from dossier.site.pages import excerpts, leads, titles, wording
from dossier.site.pages.document import Chip, Inline, Page, Paragraph, QuoteCard, Row, Section, Words
from dossier.site.pages.frame import (
    claim_line,
    infobox,
    listing,
    record_page,
    row,
    said_how,
    section,
    told_by,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.replies import ACCUSING, answers

_BEGINNING = 7
"""Words, with the ellipsis, of the longest excerpt that is hardly more than a beginning."""
_OTHERS = 20
"""Claims about one event that each of them lists; the event's page has them all."""


def claim_page(linker: Linker, claim: Claim) -> Page:
    """The page of one claim: who says it, of whom, about what, in which words."""
    title = linker.catalogue.title(claim.id)
    return record_page(
        linker,
        claim,
        kind=claim.kind.value,
        blocks=[
            Paragraph(parts=(*leads.sentence(linker, claim), " ", *told_by(linker, claim)), style="lead"),
            infobox(title, _facts(linker, claim)),
        ],
        sections=[
            section("passage", "What the article says", *_passages(linker, claim)),
            _target(linker, claim),
            section("same-event", "Others on the same event", listing(_others(linker, claim), "claims")),
        ],
    )


def _passages(linker: Linker, claim: Claim) -> Iterator[QuoteCard]:
    """The passages the claim rests on, as far as they may be shown, the fullest of each paragraph.

    Of those that show less of what is claimed than its wording does, the wording.
    """
    catalogue = linker.catalogue
    fullest: dict[tuple[str, str], tuple[str, str]] = {}
    own = catalogue.in_text_order((*claim.evidence, *claim.wording_as_reported.evidence))
    places = {(catalogue.evidence[id].article, catalogue.evidence[id].paragraph) for id in own}
    wording_as = claim.wording_as_reported
    shown = [(id, catalogue.excerpt(id)) for id in (*own, *_spoken(linker, claim))]
    shown += [(id, wording_as.value) for id in wording_as.evidence[:1]]
    for id, words in shown:
        place = catalogue.evidence[id].article, catalogue.evidence[id].paragraph
        before = fullest.get(place, ("", ""))[1]
        if place in places and _tells(words, claim) > _tells(before, claim):
            fullest[place] = id, words
    told = {id: words for id, words in fullest.values() if not _adds_nothing(words, claim)}
    for id in catalogue.in_text_order(told):
        article = catalogue.evidence[id].article
        of = catalogue.articles[article]
        by = (linker.article(article), f", {of.publisher}, {wording.day(of.datePublished)}")
        words = excerpts.led_in(told[id]) if claim.kind.value == "call" else told[id]
        yield QuoteCard(words=Words(text=words).inside, by=by, marks=(linker.mark(id),))


def _adds_nothing(words: str, claim: Claim) -> bool:
    """Whether a passage is torn, or so short a beginning that the page's own sentence tells more."""
    is_beginning = words.endswith("…") and len(words.split()) <= _BEGINNING
    return wording.is_torn(words) or (is_beginning and claim.description is not None)


def _spoken(linker: Linker, claim: Claim) -> Iterator[str]:
    """The passages in which the claimant is quoted with the words of the claim."""
    claimant = value_of(claim.claimant)
    pieces = list(filter(None, map(str.strip, claim.wording_as_reported.value.split("…"))))
    for quote in linker.catalogue.quoted(claimant, claim) if claimant else ():
        if all(piece in quote.text.value for piece in pieces):
            yield from quote.segments


def _tells(words: str, claim: Claim) -> tuple[bool, int]:
    """How much some words show: first whether it is what is claimed, then how many are in a row."""
    pieces = list(map(str.strip, words.split("…")))
    claimed = claim.wording_as_reported.value.split("…")[0].strip()
    is_claim = claimed in words and not wording.is_torn(claim.wording_as_reported.value)
    return is_claim, max(len(piece.split()) for piece in pieces)


def _target(linker: Linker, claim: Claim) -> Section | None:
    """Who is accused or blamed, and what they are read to answer."""
    target = linker.catalogue.records.get(value_of(claim.target) or "")
    if (
        not isinstance(target, Actor)
        or claim.kind.value not in ACCUSING
        or target.id == value_of(claim.claimant)
    ):
        return None
    who = Paragraph(
        parts=(*leads.with_link(linker, target), " ", *linker.source(target.description or target.kind))
    )
    return section("of-whom", "Of whom it is said", who, *answers(linker, target, [claim]))


def _others(linker: Linker, claim: Claim) -> Iterator[Inline]:
    """Other claims about the event of a claim; of very many the first, and where the rest stand."""
    about = value_of(claim.about)
    if about is None:
        return
    claims = [
        other
        for other in linker.catalogue.naming_of(about, Claim)
        if other.id != claim.id and value_of(other.about) == about
    ]
    yield from (claim_line(linker, other) for other in claims[:_OTHERS])
    if len(claims) > _OTHERS:
        event = linker.catalogue.records[about]
        page = linker.link(about, titles.known(linker, event) if isinstance(event, Event) else None)
        yield f"and {wording.in_words(len(claims) - _OTHERS)} more on the page of ", page


def _unless_by(reported: str, fact: Sourced) -> Sourced:
    """A fact of a claim, not told once more to be the word of its claimant, known by these words alone."""
    others = tuple(each for each in fact.according_to if each.as_reported != reported)
    return fact.model_copy(update={"according_to": others})


def _facts(linker: Linker, claim: Claim) -> Iterator[Row | None]:
    kind = claim.kind.value
    claimant, reported = value_of(claim.claimant), claim.claimant_as_reported.value
    yield row(
        "Kind", linker.kind(claim.kind, Chip(kind=kind, text=wording.wording().claim_kinds[kind]), claimant)
    )
    says = claim.claimant or claim.claimant_as_reported
    others = [source for source in says.according_to if source.actor is None or source.actor != claimant]
    named = linker.named(claimant, reported)
    others = [each for each in others if each.as_reported != reported]
    yield row("Who says so", (named, *linker.according_to(others), " ", *linker.source(says)))
    if claimant and reported != linker.catalogue.name(claimant) and any(map(str.isupper, reported)):
        yield row("Named in the article as", (Words(text=reported),))
    of_whom = claim.target or claim.target_as_reported
    if of_whom:
        named = linker.named(value_of(claim.target), value_of(claim.target_as_reported))
        yield row("Of whom", linker.fact(_unless_by(reported, of_whom), named, said_by=claimant))
    if claim.about:
        about = linker.named(claim.about.value)
        yield row("About", linker.fact(_unless_by(reported, claim.about), about, said_by=claimant))
    if claim.place:
        place = linker.named(claim.place.value)
        yield row("Where", linker.fact(_unless_by(reported, claim.place), place, said_by=claimant))
    yield from said_how(linker, claim)
    if claim.utters:
        yield row("Puts into words", linker.fact(claim.utters, linker.named(claim.utters.value)))
    yield row("How it was found", (wording.claim_method(claim.method),))
