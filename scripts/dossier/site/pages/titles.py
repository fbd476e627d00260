"""Titles of events and agreements as they stand inside a sentence, or told as one."""

from __future__ import annotations

import re

from dossier.facts import Sourced
from dossier.model import Event
from dossier.site.pages.composer import Filler
from dossier.site.pages.linker import Linker
from dossier.site.pages.nouns import a, ends_in_plural, head_of, in_sentence, sentences, unnamed
from dossier.site.pages.phrases import actor

_PLEDGED = ("of ", "that ", "to ", "not to ", "never to ")


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
