"""What one who is accused answers, as far as it was read: a denial, a reply, words that are quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.facts import value_of
from dossier.model import Actor, Claim, Quote
from dossier.site.pages import phrases, wording
from dossier.site.pages.catalogue import Denial
from dossier.site.pages.document import Block, Link, Paragraph
from dossier.site.pages.frame import claim_line, listing, made_by
from dossier.site.pages.linker import Linker

ACCUSING = ("accusation", "responsibility_blamed", "carried_out_according_to")
_MOST = 12
"""Denials that one page lists: a state denies much in a thousand articles."""
_ACTING = ("organ_of", "holds_role_in")


def answers(linker: Linker, actor: Actor, claims: Sequence[Claim]) -> Iterator[Block | None]:
    """Its denials, else where words of it or for it stand, else that no reply was found.

    Nothing where `claims`, those that the page shows, accuse it of nothing.
    """
    catalogue = linker.catalogue
    accusing = [
        claim for claim in claims if claim.kind.value in ACCUSING and value_of(claim.target) == actor.id
    ]
    is_quoted, claims_something = catalogue.speaks(actor.id)
    if denied := catalogue.denied.get(actor.id, ()):
        yield from _denials(linker, actor, claims, denied)
    elif accusing and not actor.reply and (is_quoted or claims_something):
        anchor, title = _where_it_speaks(linker, actor.id)
        said = f"What {phrases.name(linker, actor.id)} is reported to say: "
        page = linker.to(catalogue.url(actor.id))
        yield Paragraph(parts=(said, Link(href=f"{page}#{anchor}", text=title), "."), style="note")
    elif accusing and not actor.reply:
        told = {catalogue.evidence[id].article for claim in accusing for id in claim.evidence}
        several = f"any of the {wording.in_words(len(told))} articles that tell of it"
        found = f"was found in {'the article' if len(told) == 1 else several}"
        spoken = [part for link in _spoken_for(linker, actor, accusing) for part in (", ", link)][1:]
        if spoken:
            text = f"No denial by {phrases.name(linker, actor.id)} itself {found}; of its office-holders "
            parts = (text, "and bodies, these are quoted there: ", *spoken, ".")
            yield Paragraph(parts=parts, style="note")
        else:
            yield Paragraph(parts=(f"No reply from {phrases.name(linker, actor.id)} {found}.",), style="note")


def _where_it_speaks(linker: Linker, actor: str) -> tuple[str, str]:
    """Anchor and title of the section of an actor's page that tells what it says."""
    return ("said", "Said") if made_by(linker, actor)[1] else ("claims-made", "Claims made")


def _denials(
    linker: Linker, actor: Actor, claims: Sequence[Claim], denied: Sequence[Denial]
) -> Iterator[Block | None]:
    """What it denies; where that is much, first what answers these claims, and the way to the rest."""
    catalogue = linker.catalogue
    events = {value_of(claim.about) for claim in claims} - {None}
    articles = {catalogue.evidence[id].article for claim in claims for id in claim.evidence}
    near = sorted(denied, key=lambda each: (each[1] not in events, articles.isdisjoint(each[2])))
    shown = {id for id, _, _ in near[:_MOST]}
    records = [catalogue.records[id] for id, _, _ in denied if id in shown]
    yield Paragraph(parts=(f"What {phrases.name(linker, actor.id)} denies:",), style="note")
    yield listing([claim_line(linker, each) for each in records if isinstance(each, Claim)], "claims")
    if len(denied) > _MOST:
        page = linker.to(catalogue.url(actor.id))
        more = len(denied) - _MOST
        rest = wording.sentence_case(wording.counted(more, "more denial"))
        rest = f"{rest} {'stands' if more == 1 else 'stand'} under "
        yield Paragraph(parts=(rest, Link(href=f"{page}#claims-made", text="Claims made"), "."), style="note")


def _spoken_for(linker: Linker, actor: Actor, accusing: Sequence[Claim]) -> Iterator[Link]:
    """Links to what its office-holders and organs are quoted with in the articles that accuse it."""
    catalogue = linker.catalogue
    articles = {catalogue.evidence[id].article for claim in accusing for id in claim.evidence}
    for relation in catalogue.relations.get(actor.id, ()):
        acts_for = relation.predicate in _ACTING and relation.object == actor.id
        if not acts_for or relation.according_to or relation.claim:
            continue
        quotes = catalogue.naming_of(relation.subject, Quote)
        said = [quote for quote in quotes if value_of(quote.speaker) == relation.subject]
        if articles & {catalogue.evidence[id].article for quote in said for id in quote.segments}:
            page = linker.to(catalogue.url(relation.subject))
            anchor, _ = _where_it_speaks(linker, relation.subject)
            yield Link(href=f"{page}#{anchor}", text=catalogue.title(relation.subject))
