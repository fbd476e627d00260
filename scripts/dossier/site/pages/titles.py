"""Titles of events and agreements as they stand inside a sentence, or told as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dossier.facts import Sourced
from dossier.model import Actor, Event, Place
from dossier.reading.names.namewords import english_words
from dossier.site.pages.composer import Filler
from dossier.site.pages.linker import Linker
from dossier.site.pages.nouns import (
    a,
    are_several,
    ends_in_plural,
    head_of,
    in_sentence,
    sentences,
    unnamed,
    with_articles,
)
from dossier.site.pages.phrases import actor, actors
from dossier.site.pages.wording import TO_DO, listed

_AS_WORDED = frozenset(("term", "that"))
"""Slots that are no thing and no name: "nine years in prison", "the ferry will sail"."""
_GIVEN = re.compile(r"(\w+) by (.+?)(?: to (.+))?")
_PLEDGED = ("of ", "that ", *TO_DO)


def titled(title: str, *, clause: bool = False) -> Filler:
    """A title as a noun phrase, with "a" where it takes one, "the" before a name of its own.

    Within marks where it is a clause.
    """
    if clause:
        return Filler((f"“{title}”",))
    small = small_title(title)
    head = head_of(small)
    if small[:1].isupper():
        return Filler(
            (f"{_article_of_named(small)}{small}",), plural=bool(head) and ends_in_plural(head[-1].lower())
        )
    if head and ends_in_plural(head[-1]):
        return Filler((small,), plural=True)
    if head and head[-1] in sentences().uncounted:
        return Filler((small,))
    happens_once = head and (
        (head[-1] in sentences().definite_of and " of " in small)
        or f" {head[-1]} of the " in f" {small}"
        or _is_gerund(small)
    )
    return Filler((f"the {small}" if happens_once else a(small),))


def in_words(linker: Linker, title: str) -> str:
    """A title with "the" before the names in it that take it: "sanctions by the Ferry Union"."""
    catalogue = linker.catalogue
    named = (catalogue.records[id] for id in catalogue.named_in(title))
    names = (
        each.name.value for each in named if isinstance(each, Actor | Place) and each.kind.value != "person"
    )
    return with_articles(title, names)


def small_title(title: str) -> str:
    """A title as it stands within a sentence; what begins with a noun made of a verb is no name."""
    words = title.split()[: len(head_of(title))]
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words)  # "Storm Olga in Lesk"
    if is_name or not _is_gerund(title):
        return title if is_name else in_sentence(title)
    return f"{title[:1].lower()}{title[1:]}"


def _is_gerund(title: str) -> bool:
    """Whether a title begins with what was done to somebody or something: "Capsizing of a ferry"."""
    first, _, rest = title.partition(" ")
    return first.endswith("ing") and rest.startswith("of ") and first.lower() not in english_words()


def _article_of_named(title: str) -> str:
    """What stands before a title that is or begins with a name: "the Norton Accord", but "Berg’s speech"."""
    first, *rest = title.split()
    owns = bool(re.search(r"[’']s?$", first)) or any(re.search(r"[’']s$", word) for word in rest)
    takes = bool(rest) and head_of(title)[-1:] and not owns
    is_common = (
        takes
        and rest[-1].isalpha()
        and (rest[-1].islower() or head_of(title.lower())[-1] in sentences().definite_titles)
    )
    return "the " if is_common and first.lower() != "the" else ""


def occasion(linker: Linker, title: str, kind: str, where: str | None) -> Filler | None:
    """What an event was, where its title says of what sort: "a state visit to Norton", for a kind "Visit"."""
    before, _, rest = in_sentence(title).partition(kind.lower())
    if not before.strip() or len(before.split()) > 2 or rest[:1] not in ("", " "):
        return None
    if sentences().passing.intersection(before.lower().split()):
        return None
    noun = titled(re.sub(r" by .+", "", title))
    place = linker.catalogue.name(where) if where else ""
    first, named, last = str(noun.parts[0]).rpartition(place) if place else ("", "", "")
    if not named:
        return noun
    parts = (first, actor(linker, where).parts[-1], last)
    return Filler(tuple(part for part in parts if part), noun.plural)


def given(title: str, who: Sequence[str]) -> Filler | None:
    """What those who spoke gave, by a title that names them all: "gave a speech" of "Speech by Ada Berg"."""
    found = _GIVEN.fullmatch(title)
    verb = sentences().given.get(found[1].lower()) if found else None
    if found is None or verb is None or not who or found[2] != listed(list(who)):
        return None
    whom = re.sub(rf"^{re.escape(found[2])}[’']s? ", "the ", found[3] or "")
    return Filler((f"{verb} {a(found[1].lower())}", f" to {whom}" if whom else ""))


class Told(NamedTuple):
    """How an event is told as a sentence: patterns, and what fills them."""

    patterns: tuple[str, ...] = ()
    fillers: Mapping[str, Filler | None] = {}


def told_as(linker: Linker, event: Event) -> Told:
    """How an event is told by who is who in it and by its title; nothing for other types and titles.

    "Seizure of 12 rifles by the coastguard" gives {what} "12 rifles" and {who} "the coastguard". Where a
    title ends with the event's place, the place is left to {where}.
    """
    table = sentences()
    pattern, by_title = _title_told(linker, event)
    roles: dict[str, list[tuple[str, Sourced]]] = defaultdict(list)
    for each in event.participants:
        if slot := table.slots_of_roles.get(each.value.role.replace(" ", "_")):
            roles[slot].append((each.value.actor, each))
    by_role = {slot: actors(linker, named) for slot, named in roles.items()}
    own = None if pattern in table.told_by_title else table.told_by_roles.get(event.type.value)
    if own is None or not by_role:
        return Told(table.told_as[pattern], by_title) if pattern else Told()
    return Told(table.told_as[own], (by_title if pattern == own else {}) | by_role)


def _title_told(linker: Linker, event: Event) -> tuple[str | None, dict[str, Filler | None]]:
    """The pattern of an event's title and what fills its slots; None for a title of another form."""
    title = event.title.value
    where = linker.catalogue.name(event.place.value) if event.place is not None else None
    whose = event.title.according_to or event.type.according_to
    ids: dict[str, str] = {
        linker.catalogue.name(each.value.actor): each.value.actor for each in event.participants
    }
    if where is not None and event.place is not None:
        ids.setdefault(where, event.place.value)
        title = re.sub(rf" (?:in|at|near|on) {re.escape(where)}$", "", title)
    for pattern in sentences().told_as:
        found = _title_pattern(pattern).fullmatch(title)
        if found is None:
            continue
        told = {slot: words for slot, words in found.groupdict().items() if words}
        if not all(words in ids or _is_one_phrase(slot, words) for slot, words in told.items()):
            return None, {}
        fillers: dict[str, Filler | None] = {}
        for slot, words in told.items():
            known = ids.get(words)
            filler = Filler((words,)) if slot in _AS_WORDED else actor(linker, known, words)
            is_plural = filler.plural if known else bool(are_several(words))
            fillers[slot] = Filler(filler.parts, is_plural, whose)
        if where is not None and any(where in words for words in told.values()):
            fillers["where"] = None
        return pattern, fillers
    return None, {}


def _is_one_phrase(slot: str, words: str) -> bool:
    """Whether words from a title can stand in a sentence in the place of a slot.

    Not the tail of a title besides ("Berg in a crash"), not two or one ("the head of trade and industry"),
    nor a noun without an article, which may be no one thing ("seizure of cocaine").
    """
    if slot in _AS_WORDED:
        return True
    ends = sentences().ends_of_noun - {"of", "and"}
    if not ends.isdisjoint(words.lower().split()) or are_several(words) is None:
        return False
    return not unnamed(words) == a(words) != words


@cache
def _title_pattern(pattern: str) -> re.Pattern[str]:
    """A title's words with slots, some of them optional: "Seizure of {what}[ by {who}]"."""
    made = re.escape(pattern).replace(r"\[", "(?:").replace(r"\]", ")?")
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", made))


def pledged(title: str, rests_on: tuple[Sourced, ...] = ()) -> Filler | None:
    """What stands behind "pledged": of "Pledge of aid" it is "aid", of "Pledge to leave" it is "to leave"."""
    first, _, rest = title.partition(" ")
    if first.lower() not in ("pledge", "promise") or not rest.startswith(_PLEDGED):
        return None
    return Filler((rest.removeprefix("of "),), rests_on=rests_on)


def known(linker: Linker, event: Event) -> str:
    """An event as a noun phrase for what was spoken of before: "the attack on a ferry"."""
    title = event.title.value
    if is_clause(event):
        return f"“{title}”"
    small = small_title(in_words(linker, title))
    return f"{_article_of_named(small)}{small}" if small[:1].isupper() else f"the {small}"


def is_clause(event: Event) -> bool:
    """Whether an event's title is a clause of the article, as it is where no type fits."""
    title, type = event.title.value, event.type.value
    return type == "other" or (type == "planned" and " will " in title)
