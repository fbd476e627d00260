"""What stands first on the home page: what the headline is about, main deeds, whether claims contradict."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from dossier.facts import value_of
from dossier.model import Actor, Agreement, Article, Claim, Event
from dossier.site.pages.catalogue import Catalogue

_NAMED_IN_HEADLINE = 0.4
"""Share of a title's words in the headline above which the headline is taken to be about it."""
_CONTENT_WORD = 4
"""Letters of the shortest word that counts there."""
_SAID = "statement"
"""Type of the events in which nothing was done but said."""
_NO_DEED = ("recipient",)
"""Roles of those to whom something was done."""


def heads_an_agreement(catalogue: Catalogue) -> bool:
    """Whether the one article's headline is about an agreement rather than an event, by shared words."""
    dossier = catalogue.dossier
    if len(dossier.articles) != 1:
        return False
    headline = set(_words(dossier.articles[0].headline))

    def shared(records: Sequence[Event | Agreement]) -> float:
        titles = (_words(record.title.value) for record in records)
        return max((len(headline.intersection(words)) / len(words) for words in titles if words), default=0)

    return shared(dossier.agreements) > max(shared(dossier.events), _NAMED_IN_HEADLINE)


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"\w+", title.lower()) if len(word) >= _CONTENT_WORD]


def weight(catalogue: Catalogue, event: Event) -> int:
    """How much is known of an event: whom it names, who speaks of it, and whom it cost life or health."""
    named = len(catalogue.named_by[event.id]) + len(catalogue.naming.get(event.id, ()))
    return named + 2 * len(event.casualties)


def main_event(catalogue: Catalogue, articles: Collection[Article], events: Iterable[Event]) -> Event | None:
    """What reports are about: the event most of them tell, and of several the one told first.

    A report tells its news first and what came before it last. Of two acts told in one paragraph it is the
    one that the headlines have more words of; what somebody only said, none but where nothing was done.
    """
    ids = {article.id for article in articles}
    headlines = {word for article in articles for word in _words(article.headline)}

    def rank(event: Event) -> tuple[int, bool, int, int, int, str]:
        told = [each for id in event.title.evidence if (each := catalogue.evidence[id]).article in ids]
        numbers = [int(each.paragraph) if each.paragraph.isdecimal() else 0 for each in told]
        named = len(headlines.intersection(_words(event.title.value)))
        many, said = len({each.article for each in told}), event.type.value == _SAID
        return -many, said, min(numbers, default=sys.maxsize), -named, -weight(catalogue, event), event.id

    return min(events, key=rank, default=None)


def main_deed(catalogue: Catalogue, actor: Actor, told: Collection[str] = ()) -> Event | Agreement | None:
    """The first agreement an actor is party to, else the event it takes part in that most is known of.

    None of those whose ids are `told` already.
    """
    agreements = [
        agreement
        for agreement in catalogue.naming_of(actor.id, Agreement)
        if any(party.value.actor == actor.id for party in agreement.parties)
    ]
    events = [
        event
        for event in catalogue.naming_of(actor.id, Event)
        if any(
            each.value.actor == actor.id and each.value.role not in _NO_DEED for each in event.participants
        )
    ]
    events.sort(key=lambda event: (-weight(catalogue, event), event.id))
    deeds: list[Event | Agreement] = [*agreements, *events]
    return next((deed for deed in deeds if deed.id not in told), None)


def contradict(claims: Iterable[Claim]) -> bool:
    """Whether two of them can't both be so: a denial, or two who are said to have done the same."""
    said: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        about, kind = value_of(claim.about), claim.kind.value
        who = value_of(claim.claimant if kind == "responsibility_claimed" else claim.target)
        if kind == "denial":
            return True
        if about and who:
            said[about].add(who)
    return any(len(who) > 1 for who in said.values())
