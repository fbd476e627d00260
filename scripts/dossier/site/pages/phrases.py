"""Names, titles, places, dates and tolls as they stand inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.facts import EDITOR, Fact, Reported, Sourced
from dossier.model import Casualties, Place, ReportedDate, Said
from dossier.site.pages import wording
from dossier.site.pages.composer import Filler, Sentence, plain
from dossier.site.pages.document import Inline, Part
from dossier.site.pages.linker import Linker
from dossier.site.pages.nouns import in_sentence, is_site

_NUMBER = re.compile(r"(?:(?:at least|about|around|more than|over|up to|nearly) )?[\d,.]*\d", re.IGNORECASE)
_NOBODY = ("no one", "no-one", "nobody", "none")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_INSIDE = ("border", "port")


def actors(linker: Linker, named: Sequence[tuple[str, Sourced]]) -> Filler | None:
    """Actors as a list, each with the fact that names it: "A, the B and C"."""
    if not named:
        return None
    parts: list[Part] = []
    for at, (id, _) in enumerate(named):
        parts += [" and " if at == len(named) - 1 else ", "] if at else []
        parts += actor(linker, id).parts
    whose = tuple(dict.fromkeys(who for _, fact in named for who in fact.according_to))
    return Filler(tuple(parts), len(named) > 1 or actor(linker, named[0][0]).plural, whose)


def actor(linker: Linker, id: str | None, otherwise: str | None = None) -> Filler:
    """One actor or place, or the words for somebody who is none of the dossier."""
    return Filler(linker.who(id, otherwise), linker.are_several(id, otherwise))


def name(linker: Linker, id: str | None, otherwise: str | None = None) -> str:
    """The same as plain text: "the Ferry Board"."""
    return plain(actor(linker, id, otherwise).parts)


def place(linker: Linker, id: str | None, before: str = "") -> Inline:
    """A place, or a state for its territory, with the preposition it takes: "in Norton", "at the border"."""
    record = linker.catalogue.records.get(id or "")
    if record is None or id is None:
        return ()
    inside = not isinstance(record, Place) or record.kind.value not in _NOT_INSIDE
    if isinstance(record, Place) and record.kind.value == "place":
        inside = not is_site(record.name.value)
    preposition = before or ("in" if inside else "at")
    return f"{preposition} ".lstrip(), *actor(linker, id).parts


def when(date: ReportedDate) -> str:
    """A date with its preposition: "on 3 May 2021", "in May 2021", "some time between 3 and 9 May 2021"."""
    first, last = wording.edtf_ends(date.edtf)
    words = wording.resolved(date)
    if date.kind == "before" or date.kind == "after":
        return words
    if last:
        if wording.are_neighbours(first, last):
            return f"on {words.replace(' to ', ' and ')}"
        return words if date.kind == "within" else f"from {words}"
    words = words.removeprefix("some time ")
    if words.startswith(("in ", "about ", "from ", "up to ")):
        return words
    return f"on {words}" if _DAY.fullmatch(first) else f"in {words}"


def said_on(said: Said) -> Filler | None:
    """On which day, or in which month or year, something was said; nothing of a date that tells less."""
    if said.said_on is None or not (told := when(said.said_on.value)).startswith(("on ", "in ")):
        return None
    return Filler((told,), False, said.said_on.according_to, (said.said_on,))


def toll(facts: Sequence[Fact[Casualties]]) -> Filler | None:
    """The first count of each kind as worded, of one source: "At least 3 were killed and 5 injured"."""
    facts = [f for f in facts if f.value.max != 0 or _counted(f.value).lower() in _NOBODY]
    told = [fact for fact in facts if fact.according_to == facts[0].according_to]
    first = {fact.value.kind: fact.value for fact in reversed(told)}
    words: list[str] = []
    for kind in ("killed", "injured", "missing", "displaced"):
        if kind in first:
            counted = _counted(first[kind])
            is_one = first[kind].max == 1 or counted.lower() in _NOBODY
            were = "" if words else "was " if is_one else "were "
            words.append(f"{in_sentence(counted) if words else counted} {were}{kind}")
    told_of = " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    counts = tuple(fact for fact in told if fact.value in first.values())
    return Filler((told_of,), True, told[0].according_to, counts) if words else None


def _counted(casualty: Casualties) -> str:
    """Who was counted, in the article's words."""
    words: Reported | str = casualty.as_reported
    group = casualty.group
    if group and "…" in words and casualty.min is not None and casualty.max in (None, casualty.min):
        return f"{'' if casualty.max else 'at least '}{casualty.min} {group}"  # cut short, they tell less
    return f"{words} {group}" if group and group not in words and _NUMBER.fullmatch(words) else words


def worded(linker: Linker, made: Sentence) -> Inline:
    """A sentence with whose word it is, and its full stop."""
    return (*made.parts, *linker.according_to(made.according_to), ".")


def on_the_word_of(linker: Linker, made: Sentence, mark: str = "") -> Sentence:
    """The same of a sentence that says who reports something: "The Post reports a fire on the word of X".

    `mark` parts what ends on a phrase of its own: "reported a planned march, due on 3 May, on the word of X".
    """
    *inner, last = made.according_to or (None,)
    if last is None:
        return made
    parts = (*made.parts, f"{mark} on the word of ", *actor(linker, last.actor or "", last.as_reported).parts)
    return replace(made, parts=parts, according_to=tuple(inner))


def if_edited(fact: Sourced) -> tuple[Sourced, ...]:
    """The fact where it is an editor's: a sentence with it says so."""
    return (fact,) if fact.read_by == EDITOR else ()
