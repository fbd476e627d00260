"""Typed edges as lines of a page."""

from __future__ import annotations

from dossier.facts import value_of
from dossier.model import Actor, Agreement, Claim, Place, Relation
from dossier.site.pages import name_leads, nouns, phrases, wording
from dossier.site.pages.composer import from_capital
from dossier.site.pages.document import Inline
from dossier.site.pages.linker import Linker

_TOLD_BY_QUOTATIONS = ("spoke_about",)
_TOLD_BY_AGREEMENTS = "party_with"
_ROLES = ("holds_role_in", "held_role_in")


def relation_lines(linker: Linker, id: str) -> list[Inline]:
    """Every edge of a record that its page doesn't tell otherwise, read from its side.

    An attributed one says according to whom.
    """
    lines: list[Inline] = []
    organs: list[Inline] = []
    for relation in linker.catalogue.relations.get(id, ()):
        if relation.predicate in _TOLD_BY_QUOTATIONS:
            continue
        inverse = relation.object == id
        other = relation.subject if inverse else relation.object
        if other not in linker.catalogue.records:
            continue
        if relation.predicate == _TOLD_BY_AGREEMENTS and _have_agreed(linker, id, other):
            continue
        source = (*attribution(linker, relation), " ", *relation_source(linker, relation))
        if relation.predicate == "organ_of" and inverse:
            organs.append((*_end(linker, other), *source))
        else:
            lines.append((*from_capital(_told(linker, relation, other, inverse=inverse)), *source))
    if organs:
        first, *rest = organs
        also = [part for organ in rest for part in (", ", *organ)]
        lines.append((f"Its {'organs' if rest else 'organ'}: ", *first, *also))
    return lines


def _have_agreed(linker: Linker, *actors: str) -> bool:
    """Whether actors are parties to an agreement, which the page of each lists."""
    return any(
        {*actors} <= {party.value.actor for party in agreement.parties}
        for agreement in linker.catalogue.naming_of(actors[0], Agreement)
    )


def _end(linker: Linker, id: str) -> Inline:
    """The other end of an edge: "the Ferry Association"."""
    named = linker.catalogue.is_a(id, Actor, Place)
    return phrases.actor(linker, id).parts if named else (linker.link(id),)


def office_told(linker: Linker, relation: Relation) -> Inline | None:
    """Who held which office, as of the article, without a full stop; None for an edge of another kind."""
    if relation.predicate != "holds_role_in" or not _titles(linker, relation):
        return None
    held = _told(linker, relation, relation.object, inverse=False)
    return *phrases.actor(linker, relation.subject).parts, " ", *held


def _told(linker: Linker, relation: Relation, other: str, *, inverse: bool) -> Inline:
    """An edge as within a sentence, with its other end; an office by its title, as of its article.

    A title that says already of which state it is ("Norlandic envoy") isn't followed by it.
    """
    end, titles = _end(linker, other), _titles(linker, relation)
    if not titles:
        return f"{wording.predicate(relation.predicate, inverse=inverse)} ", *end
    former, is_unique = relation.predicate == "held_role_in", titles[0][0].isupper()
    title = f"{'former ' if former else ''}{wording.listed(titles)}"
    told = "" if former else name_leads.as_of(linker, relation)
    when = f" {told}" if told else ""
    if inverse:
        return *end, f" {'is' if former else 'was'} {f'its {title}' if is_unique else nouns.a(title)}{when}"
    office = title if is_unique or former else nouns.a(title)
    verb = "" if former else "was "
    own = nouns.adjective_of(linker.catalogue.name(other), title)
    if own is None:
        return f"{verb}{office} of ", *end, when
    before, word, after = office.rpartition(own)
    return f"{verb}{before}", linker.link(other, word), f"{after}{when}"


def _titles(linker: Linker, relation: Relation) -> list[str]:
    """Which offices an edge about a role means."""
    actor = linker.catalogue.records[relation.subject]
    if relation.predicate not in _ROLES or not isinstance(actor, Actor):
        return []
    former = relation.predicate == "held_role_in"
    roles = (role.value for role in actor.roles if role.value.of == relation.object)
    return [role.title for role in roles if role.former == former]


def attribution(linker: Linker, relation: Relation) -> Inline:
    """Whose claim an attributed edge is; empty for one the article reports itself."""
    if relation.claim is None:
        return linker.according_to(relation.according_to, of_page=True)
    claim = linker.catalogue.records[relation.claim]
    if not isinstance(claim, Claim):
        raise TypeError(relation.claim)
    link = linker.link(claim.id, "demand" if claim.kind.value == "call" else "claim, not verified")
    claimant = value_of(claim.claimant)
    if claimant == relation.subject:
        return " (", link, ")"
    who = linker.who(claimant, claim.claimant_as_reported.value)
    return ", according to ", *who, " (", link, ")"


def relation_source(linker: Linker, relation: Relation) -> Inline:
    """Where an edge comes from."""
    return linker.source(relation)
