"""Names of doubtful kind of which nothing is told: no record, and so no page; the reading goes by them."""

from __future__ import annotations

from collections.abc import Collection

from dossier.assembly.identity import FOLDERS
from dossier.assembly.showing import Showing
from dossier.facts import REGISTER, facts_in, refers_to
from dossier.model import Actor, Place


def untold(showing: Showing, published: Collection[str] = ()) -> dict[str, float]:
    """By id, the belief in each name’s kind that gets no record; what has a `published` address keeps it."""
    dossier, beliefs = showing.stood.dossier, showing.beliefs
    told = {id for each in dossier.everything() for id in refers_to(each) if id != each.id} if beliefs else ()
    records: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
    return {
        record.id: beliefs[record.id]
        for record in records
        if record.id in beliefs
        and record.id not in told
        and f"{FOLDERS[type(record)]}/{record.id}/" not in published
        and not _tells(record)
    }


def only_told(showing: Showing, published: Collection[str] = ()) -> Showing:
    """The dossier without these, and without the questions whether they are another."""
    gone, stood = untold(showing, published), showing.stood
    left = {
        "actors": tuple(each for each in stood.dossier.actors if each.id not in gone),
        "places": tuple(each for each in stood.dossier.places if each.id not in gone),
        "doubts": tuple(each for each in stood.dossier.doubts if not gone.keys() & {*each.records}),
    }
    judged = tuple(each for each in stood.judged if each.path.partition(".")[0] not in gone)
    stood = stood._replace(dossier=stood.dossier.model_copy(update=left), judged=judged)
    return Showing(stood, showing.book, showing.articles, showing.told, showing.beliefs) if gone else showing


def _tells(record: Actor | Place) -> bool:
    """Whether a record has more than a kind and forms of a name; that a register has it tells nothing."""
    bare = (record.name, record.kind, *(each for each in record.aliases if each.value.type != "acronym"))
    return any(each not in bare and not each.read_by.startswith(REGISTER) for each in facts_in(record))
