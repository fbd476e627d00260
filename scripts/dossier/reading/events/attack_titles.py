"""Incidents to event findings: title, place, casualties and who was hit. No field says who did it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dossier.reading.events.casualties import casualties_in
from dossier.reading.events.casualty_sources import CasualtySources
from dossier.reading.events.incidents import Incident
from dossier.reading.events.violence import ViolentMention
from dossier.reading.findings import Casualties, EventFinding, Participant, Quantity, Span
from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.grammar.reporting import claim_verbs
from dossier.reading.grammar.word_classes import closed_class, word_class
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.text.article import Article

_TOLD = 30
"""Mentions of an act that are looked at for its title and its victims."""
_LONGEST_TARGET = 6
"""Words of the target a title keeps."""
_CUTS = frozenset(
    ("this", "that", "these", "last", "today", "yesterday", "early", "late", "earlier", "tomorrow")
)
"""Words of time and pointing that no title keeps."""
_PLACES = frozenset(("city", "province", "region", "state", "country", "border", "port"))
_BLASTS = frozenset(("Bombing", "Explosion"))
_UPON_PEOPLE = frozenset(("Killing", "Stabbing", "Kidnapping", "Shooting"))


def attack_finding(
    article: Article,
    names: Names,
    quantities: tuple[Quantity, ...],
    sources: CasualtySources,
    incident: Incident,
) -> EventFinding:
    """The event of one incident: attack, kidnapping, or armed_clash (fighters against soldiers)."""
    words = attack_words()
    ranks = {act: rank for rank, act in enumerate(words.title_links)}
    act = min((m.act for m in incident.mentions), key=lambda a: ranks.get(a, len(ranks)))
    first = incident.mentions[0]
    kind = (
        "kidnapping"
        if act == "Kidnapping"
        else "armed_clash"
        if first.clash and act not in _BLASTS
        else "attack"
    )
    place = next(iter(incident.places), None)
    sentences = dict.fromkeys(m.sentence for m in incident.mentions)
    return EventFinding(
        type=kind,
        title=_title(article, names, incident, act, place),
        date=incident.date,
        place=place,
        participants=_hit(article, names, incident, act),
        casualties=_casualties(article, quantities, sources, incident),
        evidence=tuple(Span(s.start, s.end) for s in sentences),
        trigger=first.trigger,
    )


def _title(article: Article, names: Names, incident: Incident, act: str, place: str | None) -> str:
    """The act, what was hit, where; never by whom: "Ambush of a bus in Kandahar"."""
    link = attack_words().title_links.get(act, "on")
    title = act
    for mention in incident.mentions[:_TOLD]:
        if mention.act in _UPON_PEOPLE and act not in _UPON_PEOPLE and mention.act != act:
            continue  # "the killing of Marsh" in a bombing: no bombing of Marsh
        target = _target(article, names, mention, act)
        if target:
            title = f"{act} {link} {target}"
            break
    if title == act == "Killing":
        title = f"{act} {link} {slain}" if (slain := _named_victim(article, names, incident)) else act
    if place and place.lower() not in title.lower():
        title = f"{title} {_place_words(article, names, incident, place)}"
    return title


def _named_victim(article: Article, names: Names, incident: Incident) -> str | None:
    """The one person by name whom the first telling says was killed, and nobody beside."""
    victims = incident.mentions[0].victims
    if len(victims) != 1:
        return None
    span = _span(article, victims[0])
    name, *others = names.within(span) or (None,)
    if name is None or name.kind != "person" or name.start != span.start:
        return None
    behind = article.text.slice(Span(name.end, span.end)).split()
    alone = not behind or behind[0] in ("in", "on", "at", "near")
    return name.name if alone and not any(o.kind == "person" for o in others) else None


def _place_words(article: Article, names: Names, incident: Incident, place: str) -> str:
    """The place as the text means it: "in eastern Fiji", "near Lagos"."""
    words, tokens = attack_words(), article.text.tokens
    for mention in incident.mentions[:_TOLD]:
        for name in names.within(mention.reach):
            at = article.text.token_at(name.start)
            before = tokens[at - 1].lower if at else ""
            if name.name != place or not mention.tells(name.start):
                continue
            return f"{before} {place}" if before in words.near else f"in {place}"
    return f"in {place}"


def _target(article: Article, names: Names, mention: ViolentMention, act: str) -> str | None:
    if mention.compound:
        noun = mention.compound
        plural = noun.endswith("s") and not noun.endswith(("us", "ss"))
        return noun if plural or noun in ("aid", "police") else f"a{_n(noun)} {noun}"
    if mention.target is None:
        return None
    words, tokens = attack_words(), article.text.tokens
    target = mention.target
    first = target.first
    while first < target.head and (
        word_class(tokens[first]) in ("possessives", "genitive")
        or tokens[first].lower in ("that", "and", "but", "the")
    ):
        first += 1
    stop = next((at for at in range(first, target.stop) if _is_time(article, at)), target.stop)
    if stop - first > _LONGEST_TARGET:
        stop = target.head + 1
    if stop - first > _LONGEST_TARGET or word_class(tokens[target.head]) in (
        "subject_pronouns",
        "object_pronouns",
    ):
        return None
    core = tokens[first:stop]
    if not core:
        return None
    text = article.text.slice(Span(core[0].start, core[-1].end))
    if core[0].start == mention.sentence.start and names.at(core[0].start) is None:
        text = text[0].lower() + text[1:]
    hit = [t.lower for t in core]
    mention_kinds = {m.kind for m in names.within(Span(core[0].start, core[-1].end))}
    known = any(w in words.targets or f"{w}s" in words.targets or w in words.military for w in hit)
    known = known or bool(mention_kinds)
    if not known or any(w in words.weapons or w in words.armed_actors for w in hit):
        return None
    if (
        mention_kinds
        and mention_kinds <= _PLACES
        and (act in _UPON_PEOPLE or not any(w in words.targets or w in words.military for w in hit))
    ):
        return None  # a place alone is where, not what
    return text


def _is_time(article: Article, at: int) -> bool:
    """Whether a token opens words of time: "this week", "in July"."""
    tokens = article.text.tokens
    if tokens[at].lower in _CUTS:
        return True
    timed = at + 1 < len(tokens) and tokens[at].lower in ("in", "on") and tokens[at + 1].text[0].isupper()
    return timed and tokens[at + 1].lower in closed_class().time_nouns | closed_class().times


def _n(noun: str) -> str:
    return "n" if noun[0] in "aeio" else ""


def _hit(article: Article, names: Names, incident: Incident, act: str) -> tuple[Participant, ...]:
    """The people named as hit, from the target of the act's verb or noun."""
    found: dict[str, Participant] = {}
    role = "victim" if act in _UPON_PEOPLE else "target"
    for mention in incident.mentions[:_TOLD]:
        hit = [p for p in (mention.target, *mention.victims) if p is not None and p.stop - p.first <= 12]
        for name in (n for phrase in hit for n in _named(article, names, phrase)):
            if name.kind == "person":
                owner = article.text.text[name.end : name.end + 2] in ("'s", "’s")
                after = article.text.token_at(name.end)
                speaks = (
                    after < len(article.text.tokens)
                    and article.text.tokens[after].lower in claim_verbs().speaking
                )
                if not (owner or speaks):
                    found.setdefault(
                        name.name, Participant(actor=name.name, role=role, span=Span(name.start, name.end))
                    )
    return tuple(found.values())


def _named(article: Article, names: Names, phrase: Phrase) -> list[Mention]:
    """The names in a phrase, and the one that a noun at its end stands before: "the envoy Olga Marsh".

    Whose somebody is was not hit: "a guard of Olga Marsh".
    """
    tokens = article.text.tokens
    inside = names.within(_span(article, phrase))
    found = [n for n in inside if tokens[article.text.token_at(n.start) - 1].lower not in ("of", "for", "to")]
    if not inside and phrase.stop < len(tokens) and phrase.head == phrase.stop - 1:
        name = names.at(tokens[phrase.stop].start)
        found += [name] if name is not None and name.kind == "person" else []
    return found


def _span(article: Article, phrase: Phrase) -> Span:
    return phrase.span(article.text)


def _casualties(
    article: Article, quantities: tuple[Quantity, ...], sources: CasualtySources, incident: Incident
) -> tuple[Casualties, ...]:
    """Casualties of all the incident's sentences, each number once."""
    kept: dict[tuple[str, int | None, int | None], Casualties] = {}
    for mention in incident.mentions:
        sentence, reach = mention.sentence, mention.reach
        first = bisect_left(quantities, reach.start, key=lambda q: q.start)
        here = quantities[first : bisect_left(quantities, reach.end, key=lambda q: q.start)]
        for each in casualties_in(article.text, sentence, here):
            if article.dateline is not None and each.span.start < article.dateline.end:
                continue
            if mention.tells(each.span.start):
                key = (each.kind, each.min, each.max)
                if key not in kept:
                    kept[key] = replace(each, according_to=sources.of(sentence, each.span))
    return tuple(kept.values())
