"""Names of doubtful kind of which nothing is told: no record, and so no page; the reading goes by them.

That a quotation names something tells nothing of it: what is said of "the Oscars" makes them no body.
"""

from __future__ import annotations

from collections.abc import Collection

from dossier.assembly.fallen import left_without
from dossier.assembly.identity import FOLDERS
from dossier.assembly.showing import Showing
from dossier.facts import REGISTER, facts_in, refers_to
from dossier.model import Actor, AnyRecord, Place, Quote, Relation


def untold(showing: Showing, published: Collection[str] = ()) -> dict[str, float]:
    """By id, the belief in each name’s kind that gets no record; what has a `published` address keeps it."""
    dossier, beliefs = showing.stood.dossier, showing.beliefs
    everything = dossier.everything() if beliefs else ()
    told = {id for each in everything for id in refers_to(_without_topics(each)) if id != each.id}
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
    """The dossier without these, what quotations name of them, and the questions whether they are another."""
    gone, stood = untold(showing, published), showing.stood
    if not gone:
        return showing
    left = left_without(stood.dossier, gone=gone)
    before, after = ({id(each): each for each in some.everything()} for some in (stood.dossier, left))
    stand = {id(fact) for key in after.keys() - before.keys() for fact in facts_in(after[key])}
    fell = {id(fact) for key in before.keys() - after.keys() for fact in facts_in(before[key])} - stand
    judged = tuple(each for each in stood.judged if id(each.fact) not in fell)
    stood = stood._replace(dossier=left, judged=judged)
    return Showing(stood, showing.book, showing.articles, showing.told, showing.beliefs)


def _without_topics(record: AnyRecord | Relation) -> AnyRecord | Relation | None:
    """A record without what is only named in a quotation."""
    if isinstance(record, Quote):
        return record.model_copy(update={"about": ()})
    return None if isinstance(record, Relation) and record.predicate == "spoke_about" else record


def _tells(record: Actor | Place) -> bool:
    """Whether a record has more than a kind and forms of a name; that a register has it tells nothing."""
    bare = (record.name, record.kind, *(each for each in record.aliases if each.value.type != "acronym"))
    return any(each not in bare and not each.read_by.startswith(REGISTER) for each in facts_in(record))
