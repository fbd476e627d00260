"""Sentences to mentions of violent acts: what is said to have been done, to whom, by whom.

What is planned, feared, denied, quoted, or summed up over months is no mention. Who did it is read here,
but only ever becomes a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from dossier.reading.events.act_words import ActWords
from dossier.reading.events.occasions import Occasion, occasions
from dossier.reading.events.trigger_rules import Scene, TriggerRules
from dossier.reading.findings import Span
from dossier.reading.grammar.attack_words import FoundTrigger, attack_words, trigger_tokens
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.grammar.word_classes import word_class
from dossier.reading.names.armed import armed_names
from dossier.reading.names.mentions import PLACE_KINDS, Names
from dossier.reading.parse import Parses
from dossier.reading.text.article import Article
from dossier.reading.text.quoted import Quoted
from dossier.reading.text.tokens import Sentence
from dossier.reading.tree import Word

_MERE_WORDS = 40
"""Characters: a shorter quotation is a few words of the reporter's own sentence."""
_CARRIERS = frozenset(("car", "truck", "vehicle", "lorry", "van", "motorcycle", "motorbike", "bicycle"))
"""What a bomb was in: a "car bombing" is none of a car."""
_MOST_TRIGGERS = 8
"""Triggers read in one sentence: a list of two hundred is no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolentMention:
    """One sentence's report of one act."""

    act: str
    """Neutral head of a title: Bombing, Ambush, Attack …"""
    trigger: Span
    sentence: Sentence
    triggers: tuple[FoundTrigger, ...]
    reach: Span
    """The part of the sentence that tells this act."""
    holes: tuple[Span, ...]
    """Parts of that part which tell another one."""
    definite: bool
    """ "the attack": an act already spoken of, when there is one."""
    fresh: bool
    """Set apart from what was told before: "another", "meanwhile"."""
    target: Phrase | None
    """What was attacked, as the grammar gives it."""
    victims: tuple[Phrase, ...]
    """Who is said to have been killed or hurt, where a verb beside the act says it."""
    compound: str | None
    """What was attacked, where a noun before the trigger says it: "bus" of "bus attack"."""
    keys: frozenset[str]
    """Words by which another sentence can be known to tell the same act."""
    clash: bool
    """Fighters against soldiers only."""
    civil: bool
    """Something or somebody that is no part of armed forces is hit."""
    aside: bool
    """Told beside what the sentence is about: "who fled after rebels killed 30"."""
    bare: bool
    """Several acts announced without a target: "two attacks were carried out"."""

    def tells(self, offset: int) -> bool:
        """Whether the words at an offset are about this act."""
        return self.reach.start <= offset < self.reach.end and not any(
            hole.start <= offset < hole.end for hole in self.holes
        )


def violent_mentions(article: Article, names: Names, parses: Parses) -> tuple[ViolentMention, ...]:
    """Mentions of violent acts in text order, quotations and headings left out."""
    text = article.text
    hits = trigger_tokens(text.tokens)
    if not hits:
        return ()
    reader = _Reader(article, names, parses)
    found: list[ViolentMention] = []
    for start, group in groupby(hits, key=lambda i: text.sentence_at(text.tokens[i].start).start):
        sentence = text.sentence_at(start)
        if article.kinds[sentence.block] in ("heading", "note"):
            continue
        found.extend(reader.mentions(sentence, list(group)[: _MOST_TRIGGERS * 2], bool(found)))
    return tuple(found)


class _Reader:
    """Reads sentences of one article."""

    def __init__(self, article: Article, names: Names, parses: Parses) -> None:
        self.text = article.text
        self.dateline = article.dateline
        self.names = names
        self.words = attack_words()
        self.quoted = Quoted(article.text, longer_than=_MERE_WORDS)
        self.armed = armed_names(article.text, names)
        self.acts = ActWords(article.text, parses)
        self.rules = TriggerRules(article.text, names, self.acts)

    def mentions(self, sentence: Sentence, hits: list[int], told: bool) -> list[ViolentMention]:
        """Mentions in a sentence whose tokens at `hits` may be triggers; `told`: an act was told before."""
        lowers = [t.lower for t in self.text.tokens[self._start(sentence) : sentence.stop]]
        if self._is_summary(self._before_total(lowers)):
            return []
        here = frozenset(lowers)
        weapons = {t.text for t in self.text.tokens[sentence.first : sentence.stop]} & self.words.weapons
        deadly = (weapons or here & self.words.armed_actors) and here & self.words.casualty_words
        if here & self.words.other_scenes and (not deadly or here & self.words.fiction):
            return []
        armed = bool(here & self.words.armed_actors or weapons) or any(
            m.kind == "armed_group" or m.name in self.armed
            for m in self.names.within(Span(sentence.start, sentence.end))
        )
        scene = Scene(here, armed, told)
        triggers: list[FoundTrigger] = []
        for index in hits:
            if (triggers and index < triggers[-1].stop) or self.quoted.holds(self.text.tokens[index].start):
                continue
            trigger = self.rules.accept(sentence, index, scene)
            if trigger is not None:
                triggers.append(trigger)
        if not triggers:
            return []
        triggers = triggers[:_MOST_TRIGGERS]
        told_apart = occasions([self.acts.at(t.first) for t in triggers], self._elsewhere)
        found: list[ViolentMention] = []
        for occasion in told_apart:
            parts = self._parts([triggers[at] for at in occasion.triggers])
            whole = occasion.reach or Span(sentence.start, sentence.end)
            stops = [self._border(after[0]) for after in parts[1:]]
            for part, start, stop in zip(parts, [whole.start, *stops], [*stops, whole.end], strict=True):
                reach = Span(start, stop)
                found.append(self._mention(sentence, part, scene, occasion, reach, later=bool(found)))
        return found

    def _elsewhere(self, one: Word, other: Word) -> bool:
        """Whether two verbs joined by "and" have each a place of its own."""
        later = other.subtree()
        first, second = (
            {
                m.name
                for word in words
                if (m := self.names.at(word.start)) is not None and m.kind in PLACE_KINDS
            }
            for words in ([w for w in one.subtree() if w not in later], later)
        )
        return bool(first and second) and first.isdisjoint(second)

    def _is_definite(self, sentence: Sentence, triggers: list[FoundTrigger]) -> bool:
        """Whether the first noun for the act or its weapon points back: "the attack", "the bomb exploded"."""
        for trigger in triggers:
            noun = trigger.first if trigger.nominal else trigger.weapon
            if noun is not None:
                lead = self.text.tokens[max(sentence.first, noun - 3) : noun]
                return any(t.lower in self.words.definite for t in lead)
        return False

    def _border(self, trigger: FoundTrigger) -> int:
        """Offset where the telling of a later act of the same sentence begins: its "after" or noun phrase."""
        tokens = self.text.tokens
        for at in range(trigger.first - 1, max(trigger.first - 8, 0), -1):
            if tokens[at].lower in ("after", ";", "another"):
                return tokens[at].start
        return tokens[max(trigger.first - 3, 0)].start

    def _start(self, sentence: Sentence) -> int:
        """First token of a sentence behind the dateline."""
        line = self.dateline
        return (
            self.text.token_at(line.end)
            if line and sentence.start <= line.start < sentence.end
            else sentence.first
        )

    def _before_total(self, lowers: list[str]) -> list[str]:
        """Words of a sentence up to what adds its act to others: "bringing to 17 the number of …"."""
        totals = {"to", "the", "total"}
        for at in range(1, len(lowers) - 2):
            if lowers[at] in self.words.adding and lowers[at - 1] == "," and lowers[at + 1] in totals:
                return lowers[:at]
        return lowers

    def _is_summary(self, lowers: list[str]) -> bool:
        joined = f" {' '.join(lowers)} "
        if any(f" {phrase} " in joined for phrase in self.words.summary_phrases):
            return True
        return any(word in self.words.summary_words for word in lowers)

    def _parts(self, triggers: list[FoundTrigger]) -> list[list[FoundTrigger]]:
        """Triggers of one sentence by act: "the incident came after a bombing" tells two."""
        tokens = self.text.tokens
        parts = [[triggers[0]]]
        for before, trigger in pairwise(triggers):
            between = {t.lower for t in tokens[before.stop : trigger.first]}
            lead = [t.lower for t in tokens[max(trigger.first - 4, 0) : trigger.first]]
            apart = (
                (
                    "after" in between
                    and before.nominal
                    and trigger.nominal
                    and any(word in ("a", "an", "another", "two", "three") for word in lead)
                )
                or (";" in between)
                or "another" in between
                or (trigger.nominal and "another" in lead)
            )
            if apart:
                parts.append([trigger])
            else:
                parts[-1].append(trigger)
        return parts

    def _mention(
        self,
        sentence: Sentence,
        triggers: list[FoundTrigger],
        scene: Scene,
        occasion: Occasion,
        reach: Span,
        *,
        later: bool,
    ) -> ViolentMention:
        text, words = self.text, self.words
        tokens = text.tokens
        target: Phrase | None = None
        victims: list[Phrase] = []
        compound: str | None = None
        keys: set[str] = set()
        for trigger in triggers:
            hit = self.acts.befell(trigger)
            if hit is not None:
                if tokens[trigger.first].lower in words.casualty_words and not trigger.nominal:
                    victims.append(hit)
                else:
                    target = target or hit
                keys |= self._keys(hit)
            slain = self.acts.slain_in(trigger)
            if slain is not None:
                victims.append(slain)
            if trigger.nominal and trigger.first > sentence.first:
                before = tokens[trigger.first - 1].text
                if before[0].isupper() and len(before) > 2 and self.names.at(tokens[trigger.first - 1].start):
                    keys.add(before.lower().rstrip("s"))
                carried = before in _CARRIERS and trigger.act == "Bombing"
                if (
                    before in words.targets and trigger.act != "Killing" and not carried
                ):  # small letters: no part of a name
                    compound = compound or before
                    keys.add(before.rstrip("s"))
        ranks = {act: rank for rank, act in enumerate(words.title_links)}
        head = min(triggers, key=lambda t: (ranks.get(t.act, len(ranks)), t.first))
        first = triggers[0]
        lead = [t.lower for t in tokens[max(sentence.first, first.first - 3) : first.first]]
        start = self._start(sentence)
        opening = [t.lower for t in tokens[start : start + 3]]
        definite = self._is_definite(sentence, triggers)
        fresh = (
            any(word in words.new_incident for word in (*opening[:2], *lead[-2:]))
            and "same" not in scene.words
        )
        clash, civil = self._sides(scene, target or next(iter(victims), None))
        return ViolentMention(
            act=head.act,
            trigger=Span(tokens[head.first].start, tokens[head.stop - 1].end),
            sentence=sentence,
            triggers=tuple(triggers),
            reach=reach,
            holes=occasion.holes,
            definite=definite,
            fresh=fresh or later,
            aside=occasion.aside,
            target=target,
            victims=tuple(victims),
            compound=compound,
            keys=frozenset(keys),
            clash=clash,
            civil=civil,
            bare=first.nominal
            and target is None
            and compound is None
            and tokens[first.first].lower.endswith("s"),
        )

    def _keys(self, phrase: Phrase) -> set[str]:
        """Words of a phrase by which another sentence can be known to speak of the same."""
        tokens = self.text.tokens
        stop = min(phrase.stop, phrase.first + 14)
        return {
            t.lower.rstrip("s")
            for t in tokens[phrase.first : stop]
            if (t.lower in self.words.targets or (t.text[0].isupper() and len(t.text) > 2))
            and word_class(t) in ("name", "noun")
        }

    def _sides(self, scene: Scene, target: Phrase | None) -> tuple[bool, bool]:
        """(the act is one of fighters upon soldiers or a battle, something civil is hit)."""
        words = self.words
        hit = {t.lower for t in self.text.tokens[target.first : target.stop]} if target else scene.words
        if not hit & (words.targets | words.military):
            hit = scene.words
        civil = bool(hit & (words.targets - words.military - words.bystanders))
        soldiers = bool(hit & words.military)
        if scene.words & words.combat:
            return (soldiers or bool(scene.words & words.armed_actors)) and not civil, civil
        return soldiers and scene.armed and not civil, civil
