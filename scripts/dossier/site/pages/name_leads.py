"""The sentence about an actor or place: who or what it is."""

from __future__ import annotations

from dossier.facts import value_of
from dossier.model import Actor, Place
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


def defined(linker: Linker, record: Actor | Place) -> Inline:
    """A definition made of the fields: office, kind and state."""
    catalogue = linker.catalogue
    report = Filler((f"a report by {catalogue.publisher(record)}",))
    if isinstance(record, Place):
        of = record.part_of or record.country
        fillers: dict[str, Filler | None] = {
            "name": phrases.actor(linker, record.id),
            "kind": Filler((nouns.a(wording.wording().place_kinds[record.kind.value].lower()),)),
            "in": Filler(phrases.actor(linker, of.value).parts, False, of.according_to) if of else None,
            "report": report,
        }
        made = compose(nouns.sentences().places, fillers)
    else:
        told = _of_actor(linker, record)
        described = told["described"]
        of_role = None if described and described.according_to else report  # whose word it is says enough
        made = compose(nouns.sentences().actors, {**told, "report": report, "report_of_role": of_role})
    return phrases.worded(linker, made or Sentence((record.name.value,)))


def says_former(title: str) -> bool:
    """Whether a title says itself that it was held before."""
    return title.lower().startswith(("former ", "ex-", "late "))


def _several_of(kind: str) -> str:
    """Several of a kind, as behind "are": "organisations", and of a people "people"."""
    return "people" if kind == "people" else wording.wording().actor_kinds_plural[kind].lower()


def _described(title: str) -> str:
    """An article's words for somebody, as behind "described as": "a “police commander”", "“President”"."""
    if title[:1].isupper():
        return f"“{title}”"
    before, _, _ = nouns.unnamed(title).partition(" ") if " of " in title else nouns.a(title).partition(" ")
    before = before if before in ("a", "an", "the") else nouns.a(title).partition(" ")[0]
    return f"{before} “{title}”"


def _of_actor(linker: Linker, record: Actor) -> dict[str, Filler | None]:
    role = record.roles[0] if record.roles else None
    former = "former " if role and role.value.former and not says_former(role.value.title) else ""
    is_office = role is not None and all(
        word[:1].isupper() or word in ("of", "and", "for", "the") for word in role.value.title.split()
    )
    office = (
        Filler((f"{former}{role.value.title}",), False, role.according_to) if role and is_office else None
    )
    of = role.value.of if role else None
    says_whose = role is not None and of and nouns.adjective_of(linker.catalogue.name(of), role.value.title)
    state = record.organ_of or record.country
    words = wording.wording()
    name = phrases.actor(linker, record.id)
    return {
        "name": Filler(name.parts, name.plural),
        "office": office,
        "own_office": office if says_whose else None,
        "of": phrases.actor(linker, of) if of else None,
        "described": Filler((_described(f"{former}{role.value.title}"),), False, role.according_to)
        if role
        else None,
        "kind": Filler(
            (
                _several_of(record.kind.value)
                if name.plural
                else nouns.a(words.actor_kinds[record.kind.value].lower()),
            )
        ),
        "state": Filler(phrases.actor(linker, state.value).parts, False, state.according_to)
        if state
        else None,
    }
