"""Triggers to roles: what an act hit, and who is said to have done it."""

from __future__ import annotations

from dossier.reading.events.act_words import ActWords
from dossier.reading.findings import Span
from dossier.reading.grammar.attack_words import FoundTrigger, attack_words
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.grammar.word_classes import word_class
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Sentence, Text


class AttackRoles:
    """Reads the roles of one article's acts, knowing whom the article shows as armed."""

    def __init__(self, text: Text, names: Names, acts: ActWords, armed: frozenset[str]) -> None:
        self.text = text
        self.names = names
        self.acts = acts
        self.armed = armed
        self.words = attack_words()

    def of(self, trigger: FoundTrigger, sentence: Sentence) -> tuple[Phrase | None, Phrase | None]:
        """(what was attacked, who is said to have done it) of one trigger."""
        doer = self._agent(self.acts.doer(trigger))
        if trigger.nominal:
            return self.acts.target(trigger), doer or self._agent_before(trigger, sentence)
        lower = self.text.tokens[trigger.first].lower
        if lower == "died":
            return self.acts.subject(trigger), None
        goes_off = trigger.weapon is not None and not self.acts.is_passive(trigger)
        if goes_off and (lower in self.words.blast_verbs or doer is None):
            return self.acts.blast(trigger) or self.acts.hit(trigger), None
        return self.acts.hit(trigger), doer

    def _agent(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase if it can do violence: armed people, a group, a person; no weapon, nobody unknown."""
        if phrase is None:
            return None
        tokens = self.text.tokens
        head = tokens[phrase.head].lower
        core = tokens[phrase.first : phrase.stop]
        if head in self.words.weapons or head in self.words.back_references:
            return None
        if any(t.lower in self.words.unknown_actors for t in core):
            return None
        if any(t.lower in self.words.armed_actors for t in core):
            return phrase
        mentions = self.names.within(Span(tokens[phrase.first].start, tokens[phrase.stop - 1].end))
        if any(m.name in self.armed or m.kind == "armed_group" for m in mentions):
            return phrase
        head_start = tokens[phrase.head].start
        opening = tokens[min(phrase.first + 2, phrase.stop - 1)].start
        if any(m.kind in ("organisation", "alliance") and m.start <= opening for m in mentions):
            return phrase
        if head in self.words.military or any(
            m.kind in ("person", "organisation", "government_body", "state") and m.start <= head_start < m.end
            for m in mentions
        ):
            return phrase
        return None

    def _agent_before(self, trigger: FoundTrigger, sentence: Sentence) -> Phrase | None:
        """The group named right before a nominal trigger: "an X attack"."""
        if trigger.first <= sentence.first:
            return None
        at = trigger.first - 1
        by_forces = self.text.tokens[trigger.first].lower in self.words.state_acts
        while (
            at > sentence.first
            and self.text.tokens[at].lower in self.words.state_acts | self.words.attack_modifiers
        ):
            by_forces = by_forces or self.text.tokens[at].lower in self.words.state_acts
            at -= 1
        token = self.text.tokens[at]
        mention = self.names.at(token.start)
        if mention is not None and (
            mention.kind == "armed_group"
            or mention.name in self.armed
            or (by_forces and mention.kind == "state" and at < trigger.first)
        ):
            first, stop = self.text.token_range(Span(mention.start, mention.end))
            return Phrase(first, stop, stop - 1)
        if token.lower in self.words.armed_actors:
            return Phrase(at, at + 1, at)
        return None

    def keys(self, phrase: Phrase) -> set[str]:
        """Words of a phrase by which another sentence can be known to speak of the same."""
        tokens = self.text.tokens
        stop = min(phrase.stop, phrase.first + 14)
        return {
            t.lower.rstrip("s")
            for t in tokens[phrase.first : stop]
            if (t.lower in self.words.targets or (t.text[0].isupper() and len(t.text) > 2))
            and word_class(t) in ("name", "noun")
        }

    def sides(
        self, scene: frozenset[str], target: Phrase | None, perpetrators: list[Phrase]
    ) -> tuple[bool, bool]:
        """(the act is one of fighters upon soldiers or a battle, something civil is hit)."""
        words = self.words
        hit = frozenset(t.lower for t in self.text.tokens[target.first : target.stop]) if target else scene
        if not hit & (words.targets | words.military):
            hit = scene
        civil = bool(hit & (words.targets - words.military - words.bystanders))
        soldiers = hit & words.military
        fighters = scene & words.armed_actors or perpetrators
        if scene & words.combat:
            return bool(soldiers or scene & words.armed_actors) and not civil, civil
        return bool(soldiers and fighters) and not civil, civil
