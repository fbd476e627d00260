"""Acts of violence to who is said to have done them: what is read here becomes a claim, never a fact."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.events.violence import ViolentMention
from dossier.reading.findings import EventFinding, Span
from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.grammar.phrases import Phrase, noun_phrase_at, subject_of, verb_group, word_class
from dossier.reading.grammar.reporting import claim_verbs
from dossier.reading.text.tokens import Sentence, Text

_REACH = 4
_ELSEWHERE = 1_000_000
"""Distance of an event whose own words stand in another sentence."""
VIOLENT = ("attack", "kidnapping", "armed_clash")
"""Types of events that somebody did."""


class Authorship(NamedTuple):
    """A phrase said to name the doer of an act, and the token range of the words that say so."""

    doer: Phrase
    first: int
    stop: int
    method: str


def authorships(text: Text, sentence: Sentence, mentions: tuple[ViolentMention, ...]) -> list[Authorship]:
    """Who a sentence says did the act: agent of its verb or noun, or "carried out by", "behind"."""
    found = []
    for mention in mentions:
        for doer in mention.perpetrators:
            act = min(mention.triggers, key=lambda t: abs(t.first - doer.head))
            low, high = min(act.first, doer.first), max(act.stop, doer.stop)
            target = mention.target
            if target is not None and low <= target.first <= high + 2:
                high = max(high, min(target.stop, high + 10))
            found.append(
                Authorship(doer, max(low, sentence.first), min(high, sentence.stop), "agent of the act")
            )
    found += _phrased(text, sentence)
    kept: list[Authorship] = []
    for each in found:
        pronoun = word_class(text.tokens[each.doer.head]) in ("subject_pronouns", "object_pronouns")
        if not pronoun and not any(
            k.doer.first < each.doer.stop and each.doer.first < k.doer.stop for k in kept
        ):
            kept.append(each)
    return kept


def _phrased(text: Text, sentence: Sentence) -> list[Authorship]:
    """Doers in a set phrase: "the attack was carried out by X", "X was behind the attack"."""
    words, attacks, tokens = claim_verbs(), attack_words(), text.tokens
    found = []
    for at in range(sentence.first, sentence.stop - 1):
        lower = tokens[at].lower
        if lower not in words.authorship:
            continue
        if lower in ("behind", "responsible"):
            later = tokens[at + 1 : at + 7]
            if any(t.lower in attacks.back_references for t in later):
                doer = subject_of(text, at, sentence.first)
                if doer is not None and at - doer.stop <= _REACH:
                    found.append(
                        Authorship(doer, doer.first, _act_stop(text, sentence, at), f"{lower} … the act")
                    )
            continue
        doer = _active_doer(text, sentence, at)
        if doer is not None:
            found.append(Authorship(doer, doer.first, _act_stop(text, sentence, at), f"{lower} … the act"))
            continue
        by = next(
            (
                i
                for i in range(at + 1, min(at + _REACH + 6, sentence.stop - 1))
                if tokens[i].lower in ("by", "to")
            ),
            None,
        )
        if by is None or (tokens[by].lower == "to" and lower != "attributed"):
            continue
        doer = noun_phrase_at(text, by + 1, sentence.stop)
        act = any(t.lower in attacks.back_references for t in tokens[max(sentence.first, at - 25) : at])
        if doer is not None and act:
            found.append(Authorship(doer, at, doer.stop, f"{lower} … by"))
    return found


def _act_stop(text: Text, sentence: Sentence, at: int) -> int:
    """Token after the noun for the act: "was behind the attack"."""
    attacks = attack_words()
    top = min(at + 8, sentence.stop)
    return next(
        (i + 1 for i in range(at + 1, top) if text.tokens[i].lower in attacks.back_references), at + 1
    )


def _active_doer(text: Text, sentence: Sentence, at: int) -> Phrase | None:
    """Subject of "carried out the attack" and its like."""
    tokens, attacks = text.tokens, attack_words()
    behind = tokens[at + 1 : min(at + 7, sentence.stop)]
    if verb_group(text, at, sentence.first).passive or not any(
        t.lower in attacks.back_references for t in behind
    ):
        return None
    if any(t.lower == "by" for t in behind[:3]):
        return None
    doer = subject_of(text, at, sentence.first)
    return doer if doer is not None and word_class(tokens[doer.head]) in ("name", "noun") else None


class EventIndex:
    """The events of an article by the sentences that report them."""

    def __init__(self, events: tuple[EventFinding, ...]) -> None:
        self._told: dict[int, list[tuple[int, EventFinding]]] = {}
        for index, event in enumerate(events):
            for sentence in event.evidence:
                self._told.setdefault(sentence.start, []).append((index, event))

    def told_in(self, sentence: Sentence) -> list[EventFinding]:
        """Events that a sentence reports."""
        return [event for _, event in self._told.get(sentence.start, ())]

    def violent_at(self, sentence: Sentence, span: Span) -> int | None:
        """Index of the violent event that words of a sentence are about: the one told nearest to them."""
        best: tuple[int, int] | None = None
        for index, event in self._told.get(sentence.start, ()):
            if event.type not in VIOLENT:
                continue
            trigger = event.trigger
            inside = trigger is not None and sentence.start <= trigger.start < sentence.end
            distance = abs(span.start - trigger.start) if trigger is not None and inside else _ELSEWHERE
            if best is None or distance < best[0]:
                best = (distance, index)
        return best[1] if best else None
