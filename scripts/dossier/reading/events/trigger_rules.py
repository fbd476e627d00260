"""Trigger words to acts: whether "attack", "killed" or "exploded" reports violence that took place.

Strong triggers ("bombing", "gunned down") need only be real: not planned, feared, denied or general. Weak
ones ("attack", "hit", "killed") also need a weapon, an armed actor, a casualty or a thing attacked beside
them.
"""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.events.act_words import ActWords
from dossier.reading.grammar.attack_words import AttackTriggers, FoundTrigger, attack_words, triggers_at
from dossier.reading.grammar.dependents import doers, is_verb, undergoers
from dossier.reading.grammar.people_words import names_people
from dossier.reading.grammar.standing import standing_of
from dossier.reading.grammar.word_classes import word_class
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Sentence, Text


class Scene(NamedTuple):
    """What a sentence holds beside its triggers."""

    words: frozenset[str]
    """Its words, small letters."""
    armed: bool
    """Somebody armed or a weapon is in it."""
    told: bool
    """The article has told an act before it."""


class TriggerRules:
    """Decides on the triggers of one article's sentences."""

    def __init__(self, text: Text, names: Names, acts: ActWords) -> None:
        self.text = text
        self.names = names
        self.acts = acts
        self.words = attack_words()

    def accept(self, sentence: Sentence, index: int, scene: Scene) -> FoundTrigger | None:
        """The act that begins at a token, None where the words there report none."""
        word = self.acts.at(index)
        if word is None or not standing_of(word).took_place or self.acts.befell_none(word, told=scene.told):
            return None
        for trigger in triggers_at(self.text.tokens, index):
            found = FoundTrigger(
                index, index + len(trigger.words), trigger.act, trigger.nominal, trigger.strong
            )
            if trigger.by_weapon:
                weapon = self._weapon(sentence, index)
                if weapon is not None:
                    act = "Bombing" if self.text.tokens[weapon].lower in self.words.explosives else "Attack"
                    return FoundTrigger(found.first, found.stop, act, False, True, weapon)
                continue
            if trigger.nominal == is_verb(word):
                continue
            if trigger.nominal:
                if self._noun_holds(sentence, found, scene):
                    return found
            elif self._verb_holds(found, scene):
                return found
        return None

    def _weapon(self, sentence: Sentence, index: int) -> int | None:
        low, high = max(sentence.first, index - 12), min(sentence.stop, index + 8)
        near: list[int] = [*range(index - 1, low - 1, -1), *range(index + 1, high)]
        for at in near:
            token = self.text.tokens[at]
            if token.lower in self.words.weapons and (token.text[0].islower() or at == sentence.first):
                return at
        return None

    def _noun_holds(self, sentence: Sentence, found: FoundTrigger, scene: Scene) -> bool:
        tokens, words = self.text.tokens, self.words
        low = max(sentence.first, found.first - 5)
        left = [t.lower for t in tokens[low : found.first]]
        near = left[-2:]
        if near and near[-1] in words.other_senses:
            return False
        counted_dead = self._counts_dead(sentence, scene)
        if any(word in words.unreal_nouns for word in left[-4:]) and not (
            counted_dead and any(word in words.series for word in left[-4:])
        ):
            return False
        if not (found.strong or self._is_led(sentence, found)):
            return False
        definite = any(word in words.definite for word in left[-3:])
        if found.act == "Incident":
            return definite and scene.told and not self._is_other_toll(sentence, found, scene)
        toll = bool(scene.words & words.casualty_words)
        plural = tokens[found.first].lower.endswith("s")
        target = self.acts.target(found) is not None
        counted = any(
            word_class(t) == "number" or t.lower in self.words.counts for t in tokens[low : found.first][-3:]
        )
        if plural and not (counted or counted_dead or (definite and (scene.told or target))):
            return False
        if found.strong:
            return (
                definite or counted or target or bool(near and near[-1] in ("a", "an")) or scene.armed or toll
            )
        if self._is_persons(found, sentence) and not (scene.armed or toll):
            return False  # somebody's attack on somebody: words
        co_signal = (
            scene.armed
            or toll
            or any(word in words.attack_modifiers or word in words.targets for word in near)
            or ((target or found.act == "Explosion") and bool(scene.words & words.targets))
        )
        return co_signal or (definite and scene.told)

    def _is_other_toll(self, sentence: Sentence, found: FoundTrigger, scene: Scene) -> bool:
        """Whether a toll is none of the dead of an act: a road's, a flood's, or one without a number."""
        tokens = self.text.tokens
        if tokens[found.first].lower != "toll":
            return False
        counted = any(
            word_class(t) == "number" or t.lower in self.words.counts
            for t in tokens[found.stop : sentence.stop]
        )
        of = found.stop < sentence.stop and tokens[found.stop].lower == "of"
        return not counted or of or bool(scene.words & self.words.natural_causes)

    def _is_led(self, sentence: Sentence, found: FoundTrigger) -> bool:
        """Whether the noun stands for an act: "an attack", "the raid", "two attacks"; not "for assault"."""
        tokens = self.text.tokens
        lead = tokens[max(sentence.first, found.first - 3) : found.first]
        kinds = {word_class(t) for t in lead}
        counted = any(t.lower in self.words.counts for t in lead)
        plural = tokens[found.first].lower.endswith("s")
        return plural or counted or bool(kinds & {"determiners", "possessives", "genitive", "number", "name"})

    def _counts_dead(self, sentence: Sentence, scene: Scene) -> bool:
        """Whether the sentence tells how many were killed or hurt."""
        if not scene.words & self.words.casualty_verbs:
            return False
        tokens = self.text.tokens[sentence.first : sentence.stop]
        return any(word_class(t) == "number" or t.lower in self.words.counts for t in tokens)

    def _is_persons(self, found: FoundTrigger, sentence: Sentence) -> bool:
        """Whether a person's name leads the trigger: "Smith’s attack on"."""
        tokens = self.text.tokens
        at = found.first - 1
        if at > sentence.first and word_class(tokens[at]) == "genitive":
            at -= 1
        mention = self.names.at(tokens[at].start) if at >= sentence.first else None
        return mention is not None and mention.kind == "person"

    def _verb_holds(self, found: FoundTrigger, scene: Scene) -> bool:
        if self._hits_fighters(found):
            return False
        if found.strong:
            return True
        words = self.words
        lower = self.text.tokens[found.first].lower
        if found.act == "Kidnapping" and not self._takes_people(found):
            return False
        if lower.startswith("raid") and self._is_search(found):
            return False
        if lower in words.casualty_verbs:
            return scene.armed or (
                not scene.words & words.natural_causes
                and lower not in words.chance_verbs
                and (self._is_somebodys(found) or not _is_lone(scene.words, words))
                and self._has_victims(found)
            )
        if found.act == "Attack" and lower.startswith("attack"):
            return self._violent_object(found, scene.armed) or (
                scene.armed and bool(scene.words & words.casualty_words)
            )
        return scene.armed and (bool(scene.words & words.targets) or bool(scene.words & words.casualty_words))

    def _hits_fighters(self, found: FoundTrigger) -> bool:
        """Whether fighters are what is hit: "troops killed 12 insurgents" answers an attack, it is none."""
        hit = self.acts.hit(found)
        return hit is not None and self.text.tokens[hit.head].lower in self.words.armed_actors

    def _has_victims(self, found: FoundTrigger) -> bool:
        """Whether people are what is killed or hurt: a name, a number, or a word for people."""
        hit = self.acts.hit(found)
        if hit is None:
            return self.acts.is_passive(found)
        words = self.words
        people = words.counts | words.targets | words.bystanders | words.military
        core = self.text.tokens[hit.first : hit.stop]
        return any(word_class(t) == "number" or t.lower in people for t in core) or any(
            m.kind == "person" for m in self.names.within(hit.span(self.text))
        )

    def _is_search(self, found: FoundTrigger) -> bool:
        """Whether police or officials raid a place: they search it."""
        word = self.acts.at(found.first)
        by = doers(word) if word is not None else []
        return any(noun.lemma.lower() in self.words.searchers for noun in by)

    def _takes_people(self, found: FoundTrigger) -> bool:
        """Whether people are what is seized: "seized two farmers", not "seized several devices"."""
        word = self.acts.at(found.first)
        taken = undergoers(word) if word is not None else []
        return any(
            names_people(noun)
            or noun.pos == "NUM"
            or ((name := self.names.at(noun.start)) is not None and name.kind == "person")
            for noun in taken
        )

    def _is_somebodys(self, found: FoundTrigger) -> bool:
        """Whether a named person or guards are told to have killed: then it was no accident."""
        word = self.acts.at(found.first)
        by = doers(word) if word is not None else []
        return any(
            noun.lower in self.words.military
            or ((name := self.names.at(noun.start)) is not None and name.kind == "person")
            for noun in by
        )

    def _violent_object(self, found: FoundTrigger, armed: bool) -> bool:
        """Whether what is attacked can be hit: a bus, a town, or beside armed people a name no person has."""
        hit = self.acts.hit(found)
        if hit is None:
            return False
        if any(t.lower in self.words.targets for t in self.text.tokens[hit.first : hit.head + 1]):
            return True
        return armed and any(m.kind != "person" for m in self.names.within(hit.span(self.text)))


def _is_lone(scene: frozenset[str], words: AttackTriggers) -> bool:
    """Whether nothing beside "killed" speaks of violence."""
    return not (scene & (words.casualty_words - {"killed", "killing"}) or scene & words.back_references)
