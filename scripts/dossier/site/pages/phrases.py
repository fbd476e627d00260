"""Names, titles, places, dates and tolls as they stand inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.facts import Fact, Reported, Sourced
from dossier.model import Actor, Casualties, Event, Place, ReportedDate
from dossier.site.pages import wording
from dossier.site.pages.composer import Filler
from dossier.site.pages.document import Inline, Part
from dossier.site.pages.linker import Linker
from dossier.site.pages.nouns import (
    a,
    definite,
    ends_in_plural,
    head_of,
    in_sentence,
    is_plural,
    sentences,
    unnamed,
)

_NUMBER = re.compile(r"(?:(?:at least|about|around|more than|over|up to|nearly) )?[\d,.]*\d", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_INSIDE = ("border", "port", "place")


def titled(title: str, *, clause: bool = False) -> Filler:
    """A title as a noun phrase, with "a" where it takes one; within marks where it is a clause."""
    small = in_sentence(title)
    if clause or small == title:
        return Filler((f"“{title}”",))
    head = head_of(small)
    if head and ends_in_plural(head[-1]):
        return Filler((small,), plural=True)
    if head and head[-1] in sentences().uncounted:
        return Filler((small,))
    happens_once = head and head[-1] in sentences().definite_of and " of " in small
    return Filler((f"the {small}" if happens_once else a(small),))


def occasion(linker: Linker, title: str, kind: str, where: str | None) -> Filler | None:
    """What an event was, where its title says of what sort: "a state visit to Norton", for a kind "Visit"."""
    before, _, rest = in_sentence(title).partition(kind.lower())
    if not before.strip() or len(before.split()) > 2 or rest[:1] not in ("", " "):
        return None
    noun = titled(re.sub(r" by .+", "", title))
    place = linker.catalogue.name(where) if where else ""
    first, named, last = str(noun.parts[0]).rpartition(place) if place else ("", "", "")
    if not named:
        return noun
    parts = (first, actor(linker, where).parts[-1], last)
    return Filler(tuple(part for part in parts if part), noun.plural)


def told_as(linker: Linker, event: Event) -> tuple[tuple[str, ...], dict[str, Filler]]:
    """How an event's title is told as a sentence: patterns, and what fills them; nothing for other titles.

    "Seizure of 12 rifles by the coastguard" gives {what} "12 rifles" and {who} "the coastguard". Where a
    title ends with the event's place, the place is left to {where}.
    """
    title = event.title.value
    where = linker.catalogue.name(event.place.value) if event.place is not None else None
    whose = event.title.according_to or event.type.according_to
    ids: dict[str, str] = {
        linker.catalogue.name(each.value.actor): each.value.actor for each in event.participants
    }
    if where is not None and event.place is not None:
        ids.setdefault(where, event.place.value)
        title = re.sub(rf" (?:in|at|near|on) {re.escape(where)}$", "", title)
    for pattern, sentences_of_it in sentences().told_as.items():
        found = _title_pattern(pattern).fullmatch(title)
        if found is None:
            continue
        told = {slot: words for slot, words in found.groupdict().items() if words}
        if any(words not in ids and unnamed(words) == a(words) != words for words in told.values()):
            return (), {}  # a noun without an article may be no one thing: "seizure of cocaine"
        fillers = {slot: actor(linker, ids.get(words), words) for slot, words in told.items()}
        return sentences_of_it, {
            slot: Filler(each.parts, each.plural or " and " in told[slot], whose)
            for slot, each in fillers.items()
        }
    return (), {}


def _title_pattern(pattern: str) -> re.Pattern[str]:
    """A title's words with slots, some of them optional: "Seizure of {what}[ by {who}]"."""
    made = re.escape(pattern).replace(r"\[", "(?:").replace(r"\]", ")?")
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", made))


_PLEDGED = ("of ", "that ", "to ", "not to ", "never to ")


def pledged(title: str, rests_on: tuple[Sourced, ...] = ()) -> Filler | None:
    """What stands behind "pledged": of "Pledge of aid" it is "aid", of "Pledge to leave" it is "to leave"."""
    first, _, rest = title.partition(" ")
    if first.lower() not in ("pledge", "promise") or not rest.startswith(_PLEDGED):
        return None
    return Filler((rest.removeprefix("of "),), rests_on=rests_on)


def known(event: Event) -> str:
    """An event as a noun phrase for what was spoken of before: "the attack on a ferry"."""
    title = event.title.value
    small = in_sentence(title)
    return f"“{title}”" if is_clause(event) or small == title else f"the {small}"


def is_clause(event: Event) -> bool:
    """Whether an event's title is a clause of the article, as it is where no type fits."""
    return event.type.value == "other"


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
    record = linker.catalogue.records.get(id or "")
    if id is None or not isinstance(record, Actor | Place):
        words = otherwise or id or ""
        return Filler((unnamed(words),), is_plural(words))
    name = record.name.value
    kind = record.kind.value
    of_one = kind in ("person", "state")
    here = linker.url == linker.catalogue.url(id)
    link: Part = name if here else linker.link(id, name)
    article = definite(name, person=kind == "person")
    return Filler((article, link) if article else (link,), not of_one and _means_several(name, kind))


def _means_several(name: str, kind: str) -> bool:
    """Whether what a name means is plural; a body of a name of its own, "Harbour Lines", is one."""
    is_own_name = kind == "organisation" and name.split()[-1][:1].isupper()
    if name.lower() in sentences().singulars:
        return False
    return is_plural(name) and not (is_own_name and ends_in_plural(name.split()[-1].lower()))


def place(linker: Linker, id: str | None, before: str = "") -> Inline:
    """A place, or a state for its territory, with the preposition it takes: "in Norton", "at the border"."""
    record = linker.catalogue.records.get(id or "")
    if record is None or id is None:
        return ()
    inside = not isinstance(record, Place) or record.kind.value not in _NOT_INSIDE
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


def toll(facts: Sequence[Fact[Casualties]]) -> Filler | None:
    """The first count of each kind as worded, of one source: "At least 3 were killed and 5 injured"."""
    told = [fact for fact in facts if fact.according_to == facts[0].according_to]
    first = {fact.value.kind: fact.value for fact in reversed(told)}
    words: list[str] = []
    for kind in ("killed", "injured"):
        if kind in first:
            counted = _counted(first[kind])
            were = "" if words else "was " if first[kind].max == 1 else "were "
            words.append(f"{counted} {were}{kind}")
    return Filler((" and ".join(words),), True, facts[0].according_to) if words else None


def _counted(casualty: Casualties) -> str:
    """Who was counted, in the article's words."""
    words: Reported | str = casualty.as_reported
    group = casualty.group
    if group and "…" in words and casualty.min is not None and casualty.max in (None, casualty.min):
        return f"{'' if casualty.max else 'at least '}{casualty.min} {group}"  # cut short, they tell less
    return f"{words} {group}" if group and group not in words and _NUMBER.fullmatch(words) else words
