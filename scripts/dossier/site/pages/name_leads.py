"""The sentence about an actor or place: who or what it is."""

from __future__ import annotations

from dataclasses import replace

from dossier.facts import Fact, Reported, Sourced, value_of
from dossier.model import Actor, Place, Role
from dossier.site.pages import nouns, phrases, wording
from dossier.site.pages.composer import Filler, Sentence, compose
from dossier.site.pages.document import Inline
from dossier.site.pages.linker import Linker


def named(linker: Linker, record: Actor | Place) -> Inline:
    """The record's own line where it is a sentence about it, else one made of its fields."""
    own = record.description
    if own and is_sentence(record):
        return (own.value.rstrip("."), *linker.according_to(own.according_to), ".")
    return defined(linker, record)


def is_sentence(record: Actor | Place) -> bool:
    """Whether the record's line says its name, as a sentence about it does."""
    own = value_of(record.description) or ""
    return own.removeprefix("The ").casefold().startswith(record.name.value.casefold())


def says_who(record: Actor | Place) -> bool:
    """Whether a record's sentence tells more than what sort of somebody or place a report names."""
    if is_sentence(record):
        return True
    if isinstance(record, Place):
        return bool(record.part_of or record.country or _description(record))
    return bool(record.roles or record.organ_of or record.country or _description(record))


def defined(linker: Linker, record: Actor | Place) -> Inline:
    """A definition made of the fields: office, kind and state."""
    catalogue = linker.catalogue
    report = Filler((catalogue.first_report(record),))
    if isinstance(record, Place):
        of = record.part_of or record.country
        fillers: dict[str, Filler | None] = {
            "name": replace(phrases.actor(linker, record.id), plural=_are_several(record)),
            "kind": Filler((nouns.a(wording.wording().place_kinds[record.kind.value].lower()),)),
            "in": Filler(phrases.actor(linker, of.value).parts, False, of.according_to) if of else None,
            "report": report,
            **_of_description(linker, record),
        }
        made = compose(nouns.sentences().places, fillers)
    else:
        told = _of_actor(linker, record)
        made = compose(nouns.sentences().actors, {**told, "report": report})
    return phrases.worded(linker, made or Sentence((record.name.value,)))


def _are_several(place: Place) -> bool:
    """Whether a place is several by its name: "the Orm Islands"."""
    last = place.name.value.lower().split()[-1:]
    return not nouns.sentences().several_places.isdisjoint(last)


def says_former(title: str) -> bool:
    """Whether a title says itself that it was held before."""
    return title.lower().startswith(("former ", "ex-", "late "))


def _of_kind(kind: str, *, several: bool) -> str:
    """What somebody is, by the record's kind: one record is one body, "people" or "a government body"."""
    return "people" if several and kind == "people" else nouns.a(wording.wording().actor_kinds[kind].lower())


def as_of(linker: Linker, held: Sourced) -> str:
    """When somebody is told to hold an office: "in April 2019"; nothing where that is not told."""
    month = linker.catalogue.month_of(held.evidence)
    return f"in {wording.edtf_in_words(month)}" if month else ""


def _of_actor(linker: Linker, record: Actor) -> dict[str, Filler | None]:
    state = record.organ_of or record.country
    name = phrases.actor(linker, record.id)
    return (_of_role(linker, record.roles[0]) if record.roles else _of_description(linker, record)) | {
        "name": Filler(name.parts, name.plural),
        "kind": Filler((_of_kind(record.kind.value, several=name.plural),)),
        "state": Filler(phrases.actor(linker, state.value).parts, False, state.according_to)
        if state
        else None,
    }


def _description(record: Actor | Place) -> Fact[Reported] | None:
    """The first words of its articles that say what it is, if enough of them is shown, and no age."""
    words = (fact for fact in record.described if not fact.value.isdigit())
    return next((fact for fact in words if not wording.is_torn(fact.value)), None)


def _of_description(linker: Linker, record: Actor | Place) -> dict[str, Filler | None]:
    """What somebody is in the words of an article, with the report where it is that one's own word."""
    told = _description(record)
    if told is None:
        return {"described": None}
    return _in_words_of(linker, told, f"“{told.value}”")


def _in_words_of(linker: Linker, told: Sourced, words: str) -> dict[str, Filler | None]:
    report = None if told.according_to else Filler((linker.catalogue.report(told.evidence),))
    said = Filler((words,), False, told.according_to, rests_on=(told,))
    return {"described": said, "report_of_role": report}


def _of_role(linker: Linker, role: Fact[Role]) -> dict[str, Filler | None]:
    """What somebody is or was by a role: an office, else in the article's words alone."""
    title, of = role.value.title, role.value.of
    former = "former " if role.value.former and not says_former(title) else ""
    is_office = all(word[:1].isupper() or word in ("of", "and", "for", "the") for word in title.split())
    is_held = not role.value.former and not says_former(title)
    words = title if is_held else nouns.a(f"{former}{title}" if former else f"{title[:1].lower()}{title[1:]}")
    office = Filler((words,), False, role.according_to) if is_office else None
    says_whose = of and nouns.adjective_of(linker.catalogue.name(of), title)
    return {
        "office": office,
        "own_office": office if says_whose else None,
        "of": phrases.actor(linker, of) if of else None,
        "held": Filler(("was" if is_held else "is",)),
        "as_of": Filler((told,)) if is_held and (told := as_of(linker, role)) else None,
        **_in_words_of(linker, role, f"{former}“{title}”"),
    }
