"""The steps of assembly, in their order: what all findings and the editor's files come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from dossier.assembly.across.decisions import Decisions
from dossier.assembly.across.joining import joined_across
from dossier.assembly.agreements import assemble_agreements
from dossier.assembly.borne import only_borne
from dossier.assembly.claims import assemble_claims
from dossier.assembly.dating import bounded_by_wholes
from dossier.assembly.desk import Desk
from dossier.assembly.entities import assemble_entities
from dossier.assembly.events import assemble_events
from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.fallen import only_shown
from dossier.assembly.gate.leaves import Answered
from dossier.assembly.ids import Ids
from dossier.assembly.joins import uttered
from dossier.assembly.kept import Kept
from dossier.assembly.quotes import assemble_quotes
from dossier.assembly.relations import Stated, derive_relations
from dossier.assembly.showing import Showing
from dossier.editing.curation import Authorities
from dossier.editing.sources import Source
from dossier.errors import DossierError, Problem
from dossier.model import Dossier

__all__ = ["Showing", "assemble"]


def assemble(
    sources: Sequence[Source],
    authorities: Authorities,
    authorities_file: str,
    ids: Ids | None = None,
    kept: Kept | None = None,
    yes: Answered | None = None,
) -> Showing:
    """The dossier of these articles, with its evidence still to be shown, and ids from `ids` if given.

    `kept` may know from before what the articles' words and trees answer. What its words do not show is left
    out, but where an editor said `yes`.

    Raises DossierError with every curation entry that matches nothing, or more than one thing.
    """
    problems: list[Problem] = []
    book, ids = EvidenceBook(kept=kept or Kept()), ids or Ids()
    entities = assemble_entities(sources, authorities, authorities_file, book, ids, problems)
    desks = [Desk(source, entities, book, ids, problems) for source in sources]
    events = [event for desk in desks for event in assemble_events(desk)]
    agreements = [agreement for desk in desks for agreement in assemble_agreements(desk)]
    quotes = [assemble_quotes(desk) for desk in desks]
    claims = [assemble_claims(desk) for desk in desks]
    told = Dossier(
        rules=version("dossier"),
        articles=tuple(source.record for source in sources),
        actors=entities.actors,
        places=entities.places,
        events=tuple(events),
        agreements=tuple(agreements),
        quotes=tuple(quote for each in map(uttered, desks, quotes, claims) for quote in each),
        claims=tuple(claim for each in claims for claim in each),
        doubts=entities.doubts,
    )
    articles = {source.article.id: (source.article, source.curation_file) for source in sources}
    told = only_borne(told, articles, book.places(), problems)
    decisions = Decisions(authorities, authorities_file, sources, problems)
    dossier = joined_across(told, book, decisions)
    dossier = dossier.model_copy(update={"events": bounded_by_wholes(dossier.events)})
    added = [
        (entry, desk.cite(spans[0]), desk.voices.of(spans[0]))
        for desk in desks
        for number, entry in enumerate(desk.source.curation.relations)
        if (spans := desk.words(f"relations[{number}]", entry.words, entry.paragraph))
    ]
    if problems:
        raise DossierError(problems)
    stated = [each for desk in desks for each in _stated(desk)]
    dossier = dossier.model_copy(update={"relations": derive_relations(dossier, added, stated)})
    whole = [source.article for source in sources]
    stood = only_shown(dossier, whole, yes, book.kept.readings)
    return Showing(stood, book, whole, told, entities.beliefs)


def _stated(desk: Desk) -> Iterator[Stated]:
    """The relations that an article states, where both ends are records."""
    for found in desk.source.findings.relations:
        ends = [desk.actor(name) or desk.place(name) for name in (found.subject, found.object)]
        one, other = ends
        predicate: Any = found.predicate
        if one and other:
            yield Stated(
                one,
                predicate,
                other,
                desk.saying(
                    [found.trigger],
                    found.subject_stands_for or found.subject_span,
                    found.object_stands_for or found.object_span,
                ),
                desk.voices.whose(found.trigger, found.source),
                found.read_by,
            )
