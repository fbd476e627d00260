"""Names of a list, such as a register of politicians, to the actors and places that bear them.

A list knows nobody of the article, so it may only add to a record that it fits in all that both say: the
full name as the article has it and the kind. A person's single name fits too many people, and so does a name
that the list itself gives to several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dossier.assembly.entity import Entity
from dossier.editing.name_list import ListedName


def apply_name_list(entities: Iterable[Entity], names: Sequence[ListedName]) -> None:
    """Adds other spellings and Wikidata numbers to entities; what an editor set stays."""
    by_form: defaultdict[tuple[str, str], list[ListedName]] = defaultdict(list)
    for name in names:
        for form in dict.fromkeys((name.name, *name.aliases)):
            if name.kind != "person" or " " in form:
                by_form[name.section, form].append(name)
    for entity in entities:
        fitting = [name for name in by_form[entity.section, entity.name] if name.kind == entity.kind]
        if len(fitting) != 1:
            continue
        (name,) = fitting
        entity.is_listed = True
        entity.wikidata = entity.wikidata or name.wikidata
        entity.listed = [form for form in (name.name, *name.aliases) if form != entity.name]
