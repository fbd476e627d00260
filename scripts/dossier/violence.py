"""Sentences to mentions of violent acts: what is said to have been done, to whom, by whom.

Strong triggers ("bombing", "gunned down") stand by themselves; weak ones ("attack", "hit", "killed")
need a weapon, an armed actor, a casualty or a thing attacked beside them. What is planned, feared,
denied, or summed up over months is no mention. Who did it is read here, but only ever becomes a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from dossier.article import Article
from dossier.attack_words import AttackTriggers, FoundTrigger, attack_words, trigger_tokens, triggers_at
from dossier.findings import Span
from dossier.mentions import Names
from dossier.phrases import Phrase, agent_of, noun_phrase_at, object_of, subject_of, verb_group, word_class
from dossier.text import Sentence, Text

_PLACES_IT = frozenset(
    ("on", "against", "at", "upon", "targeting", "near", "outside", "inside", "of", "aboard")
)
_GOES_OFF = frozenset(
    ("exploded", "explodes", "detonated", "went", "goes", "gone", "landed", "died", "opened", "opening")
)
_TIME_WORDS = frozenset(
    (
        "last",
        "night",
        "week",
        "month",
        "year",
        "early",
        "late",
        "morning",
        "today",
        "yesterday",
        "on",
        "this",
        "evening",
        "afternoon",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "also",
        "then",
        "later",
        "reportedly",
        "allegedly",
        "apparently",
        "partially",
        "seriously",
    )
)
_VERB_LEADS = frozenset(
    ("to", "they", "who", "we", "not", "will", "would", "could", "might", "must", "should")
)
"""Words behind which "attack" is a verb in its base form: nothing that happened."""
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
    perpetrators: tuple[Phrase, ...]
    keys: frozenset[str]
    """Words by which another sentence can be known to tell the same act."""
    clash: bool
    """Fighters against soldiers only."""
    civil: bool
    """Something or somebody that is no part of armed forces is hit."""
    bare: bool
    """Several acts announced without a target: "two attacks were carried out"."""


def violent_mentions(article: Article, names: Names) -> tuple[ViolentMention, ...]:
    """Mentions of violent acts in text order, quotations and headings left out."""
    text = article.text
    hits = trigger_tokens(text.tokens)
    if not hits:
        return ()
    reader = _Reader(article, names)
    found: list[ViolentMention] = []
    for start, group in groupby(hits, key=lambda i: text.sentence_at(text.tokens[i].start).start):
        sentence = text.sentence_at(start)
        if article.kinds[sentence.block] in ("heading", "note"):
            continue
        found.extend(reader.mentions(sentence, list(group)[: _MOST_TRIGGERS * 2], bool(found)))
    return tuple(found)


class _Reader:
    """Reads sentences of one article, knowing whom the article shows as armed."""

    def __init__(self, article: Article, names: Names) -> None:
        self.text = article.text
        self.dateline = article.dateline
        self.names = names
        self.words = attack_words()
        self.armed = armed_names(article.text, names)

    def mentions(self, sentence: Sentence, hits: list[int], told: bool) -> list[ViolentMention]:
        """Mentions in a sentence whose tokens at `hits` may be triggers; `told`: an act was told before."""
        lowers = [t.lower for t in self.text.tokens[self._start(sentence) : sentence.stop]]
        if self._is_summary(lowers):
            return []
        scene = frozenset(lowers)
        if scene & self.words.other_scenes:
            return []
        armed = bool(scene & self.words.armed_actors or scene & self.words.weapons) or any(
            m.kind == "armed_group" or m.name in self.armed
            for m in self.names.within(Span(sentence.start, sentence.end))
        )
        triggers: list[FoundTrigger] = []
        for index in hits:
            if (triggers and index < triggers[-1].stop) or self._quoted(sentence, index):
                continue
            trigger = self._accept(sentence, index, scene, armed, told)
            if trigger is not None:
                triggers.append(trigger)
        if not triggers:
            return []
        parts = self._parts(triggers[:_MOST_TRIGGERS])
        stops = [self._border(after[0]) for after in parts[1:]]
        return [
            self._mention(sentence, part, scene, Span(start, stop), later=at > 0)
            for at, (part, start, stop) in enumerate(
                zip(parts, [sentence.start, *stops], [*stops, sentence.end], strict=True)
            )
        ]

    def _border(self, trigger: FoundTrigger) -> int:
        """Offset where the telling of a later act of the same sentence begins: its "after", else its noun phrase."""
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

    def _is_summary(self, lowers: list[str]) -> bool:
        joined = f" {' '.join(lowers)} "
        if any(f" {phrase} " in joined for phrase in self.words.summary_phrases):
            return True
        return any(word in self.words.summary_words for word in lowers)

    def _quoted(self, sentence: Sentence, index: int) -> bool:
        offset = self.text.tokens[index].start
        return any(
            q.start < offset < q.end and q.end - q.start > 40 and not q.single
            for q in self.text.blocks[sentence.block].quotations
        )

    def _accept(
        self, sentence: Sentence, index: int, scene: frozenset[str], armed: bool, told: bool
    ) -> FoundTrigger | None:
        for trigger in triggers_at(self.text.tokens, index):
            found = FoundTrigger(
                index, index + len(trigger.words), trigger.act, trigger.nominal, trigger.strong
            )
            if trigger.by_weapon:
                weapon = self._weapon(sentence, index)
                if weapon is not None and self._happened(found):
                    act = "Bombing" if self.text.tokens[weapon].lower in self.words.explosives else "Attack"
                    return FoundTrigger(found.first, found.stop, act, False, True, weapon)
                continue
            if trigger.nominal:
                if self._noun_holds(sentence, found, scene, armed, told):
                    return found
            elif word_class(self.text.tokens[index]) != "noun" or trigger.strong:
                if self._verb_holds(sentence, found, scene, armed):
                    return found
        return None

    def _weapon(self, sentence: Sentence, index: int) -> int | None:
        low, high = max(sentence.first, index - 12), min(sentence.stop, index + 8)
        for at in (*range(index - 1, low - 1, -1), *range(index + 1, high)):
            token = self.text.tokens[at]
            if token.lower in self.words.weapons and (token.text[0].islower() or at == sentence.first):
                return at
        return None

    def _happened(self, found: FoundTrigger) -> bool:
        tokens = self.text.tokens
        group = verb_group(self.text, found.first)
        if group.modal or group.negated:
            return False
        before = tokens[max(group.first - 3, 0) : group.first]
        if group.infinitive and not any(t.lower in ("in", "order", "managed") for t in before):
            return False
        return not any(t.lower in self.words.unreal_verbs for t in before)

    def _noun_holds(
        self, sentence: Sentence, found: FoundTrigger, scene: frozenset[str], armed: bool, told: bool
    ) -> bool:
        tokens, words = self.text.tokens, self.words
        low = max(sentence.first, found.first - 5)
        left = [t.lower for t in tokens[low : found.first]]
        near = left[-2:]
        if near and (near[-1] in words.other_senses or near[-1] in _VERB_LEADS):
            return False
        if {t.lower for t in tokens[max(sentence.first, found.first - 25) : found.first]} & {"if", "whether"}:
            return False
        if any(word in words.unreal_nouns for word in left[-4:]):
            return False
        definite = any(word in words.definite for word in left[-3:])
        plural = tokens[found.first].lower.endswith("s") and tokens[found.first].lower not in ("sabotage",)
        target = self._target_after(found, sentence) is not None
        counted = any(
            word_class(t) == "number" or t.lower in self.words.counts for t in tokens[low : found.first][-3:]
        )
        if plural and not (counted or (definite and (told or target))):
            return False
        if found.strong:
            return (
                definite
                or counted
                or target
                or bool(near and near[-1] in ("a", "an"))
                or armed
                or bool(scene & words.casualty_words)
            )
        co_signal = (
            armed
            or bool(scene & words.casualty_words)
            or any(word in words.attack_modifiers or word in words.targets for word in near)
            or (target and bool(scene & words.targets))
        )
        return co_signal or (definite and told)

    def _gerund_is_noun(self, found: FoundTrigger, sentence: Sentence) -> bool:
        """ "the killing of", "a deadly bombing", but not "for killing the guard"."""
        tokens = self.text.tokens
        after = tokens[found.stop].lower if found.stop < sentence.stop else "."
        if after == "of":
            return True
        if found.stop < sentence.stop and word_class(tokens[found.stop]) in (
            "determiners",
            "possessives",
            "name",
        ):
            return False
        return found.first > sentence.first and word_class(tokens[found.first - 1]) in (
            "determiners",
            "possessives",
            "genitive",
            "noun",
            "name",
            "number",
            "verb",
        )

    def _verb_holds(
        self, sentence: Sentence, found: FoundTrigger, scene: frozenset[str], armed: bool
    ) -> bool:
        if not self._happened(found):
            return False
        if found.strong:
            return True
        words = self.words
        lower = self.text.tokens[found.first].lower
        if lower in ("killed", "killing", "died", "kills", "injured", "wounded", "injuring", "wounding"):
            return armed or (
                not scene & words.natural_causes
                and lower not in ("died", "injured", "injuring")
                and (not _is_lone(scene, words))
            )
        if lower in ("attacked", "attacking", "attacks"):
            return self._violent_object(found, armed) or (armed and bool(scene & words.casualty_words))
        return armed and (bool(scene & words.targets) or bool(scene & words.casualty_words))

    def _violent_object(self, found: FoundTrigger, armed: bool) -> bool:
        """Whether what is attacked can be hit: a bus, a town; a name other than a person's beside armed people."""
        group = verb_group(self.text, found.first)
        phrase = subject_of(self.text, found.first) if group.passive else object_of(self.text, found.stop - 1)
        if phrase is None:
            return False
        if any(t.lower in self.words.targets for t in self.text.tokens[phrase.first : phrase.stop]):
            return True
        return armed and any(m.kind != "person" for m in self.names.within(phrase.span(self.text)))

    def _target_after(self, found: FoundTrigger, sentence: Sentence) -> Phrase | None:
        at = found.stop
        tokens = self.text.tokens
        if at < sentence.stop and tokens[at].lower in _PLACES_IT:
            return noun_phrase_at(self.text, at + 1, sentence.stop)
        return None

    def _parts(self, triggers: list[FoundTrigger]) -> list[list[FoundTrigger]]:
        """Triggers of one sentence by act: "the incident came after a bombing" tells two."""
        tokens = self.text.tokens
        parts = [[triggers[0]]]
        for before, trigger in zip(triggers, triggers[1:], strict=False):
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
        scene: frozenset[str],
        reach: Span,
        *,
        later: bool,
    ) -> ViolentMention:
        text, words = self.text, self.words
        tokens = text.tokens
        target: Phrase | None = None
        victims: list[Phrase] = []
        compound: str | None = None
        perpetrators: list[Phrase] = []
        keys: set[str] = set()
        for trigger in triggers:
            hit, agent = self._roles(trigger, sentence)
            if hit is not None:
                if tokens[trigger.first].lower in words.casualty_words and not trigger.nominal:
                    victims.append(hit)
                else:
                    target = target or hit
                keys |= self._keys(hit)
            if agent is not None and agent not in perpetrators:
                perpetrators.append(agent)
            if trigger.nominal and trigger.first > sentence.first:
                before = tokens[trigger.first - 1].text
                if before in words.targets and trigger.act != "Killing":  # small letters: no part of a name
                    compound = compound or before
                    keys.add(before.rstrip("s"))
        ranks = {act: rank for rank, act in enumerate(words.title_links)}
        head = min(triggers, key=lambda t: (ranks.get(t.act, len(ranks)), t.first))
        first = triggers[0]
        lead = [t.lower for t in tokens[max(sentence.first, first.first - 3) : first.first]]
        start = self._start(sentence)
        opening = [t.lower for t in tokens[start : start + 3]]
        definite = first.nominal and any(word in words.definite for word in lead)
        fresh = any(word in words.new_incident for word in (*opening[:2], *lead[-2:])) and "same" not in scene
        clash, civil = self._sides(scene, target or next(iter(victims), None), perpetrators)
        return ViolentMention(
            act=head.act,
            trigger=Span(tokens[head.first].start, tokens[head.stop - 1].end),
            sentence=sentence,
            triggers=tuple(triggers),
            reach=reach,
            definite=definite,
            fresh=fresh or later,
            target=target,
            victims=tuple(victims),
            compound=compound,
            perpetrators=tuple(perpetrators),
            keys=frozenset(keys),
            clash=clash,
            civil=civil,
            bare=first.nominal and target is None and compound is None and self._is_plural(first),
        )

    def _roles(self, trigger: FoundTrigger, sentence: Sentence) -> tuple[Phrase | None, Phrase | None]:
        """(what was attacked, who is said to have done it) of one trigger."""
        text, tokens = self.text, self.text.tokens
        if trigger.nominal:
            after = self._target_after(trigger, sentence)
            agent = None
            at = trigger.stop
            if at < sentence.stop and tokens[at].lower in ("by", "from"):
                agent = noun_phrase_at(text, at + 1, sentence.stop)
            return after, self._agent(agent) or self._agent_before(trigger, sentence)
        group = verb_group(text, trigger.first)
        if group.passive or self._reduced_passive(trigger):
            return subject_of(text, trigger.first), self._agent(agent_of(text, trigger.stop - 1))
        subject = subject_of(text, trigger.first) or self._subject_before_time(trigger, sentence)
        if trigger.weapon is not None and (
            tokens[trigger.first].lower in _GOES_OFF or subject is None or not self._agent(subject)
        ):
            return self._place_of_blast(trigger, sentence), None
        if tokens[trigger.first].lower == "died":
            return subject, None
        return object_of(text, trigger.stop - 1) or self._target_after(trigger, sentence), self._agent(
            subject
        )

    def _reduced_passive(self, trigger: FoundTrigger) -> bool:
        """ "bombs planted by", "two men killed in": a participle without its auxiliary."""
        at = trigger.stop
        return at < len(self.text.tokens) and self.text.tokens[at].lower == "by"

    def _subject_before_time(self, trigger: FoundTrigger, sentence: Sentence) -> Phrase | None:
        """Subject of a verb with a time before it: "the front last night blew up"."""
        at = verb_group(self.text, trigger.first).first
        tokens = self.text.tokens
        while at > sentence.first and tokens[at - 1].lower in _TIME_WORDS:
            at -= 1
        mention = self.names.at(tokens[at - 1].start) if at > sentence.first else None
        if mention is None:
            return None
        first, stop = self.text.token_range(Span(mention.start, mention.end))
        return Phrase(first, stop, stop - 1)

    def _place_of_blast(self, trigger: FoundTrigger, sentence: Sentence) -> Phrase | None:
        tokens = self.text.tokens
        for at in range(trigger.stop, min(trigger.stop + 6, sentence.stop - 1)):
            if tokens[at].lower in ("at", "in", "near", "outside", "inside", "on", "under", "beside"):
                return noun_phrase_at(self.text, at + 1, sentence.stop)
        return object_of(self.text, trigger.stop - 1, sentence.stop)

    def _agent(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase if it can do violence: armed people, a group, a person; never a weapon or nobody known."""
        if phrase is None:
            return None
        tokens = self.text.tokens
        head = tokens[phrase.head].lower
        core = tokens[phrase.first : phrase.stop]
        if head in self.words.weapons or head in self.words.back_references:
            return None
        if any(t.lower in ("unidentified", "unknown") for t in core):
            return None
        if any(t.lower in self.words.armed_actors for t in core):
            return phrase
        mentions = self.names.within(Span(tokens[phrase.first].start, tokens[phrase.stop - 1].end))
        if any(m.name in self.armed or m.kind == "armed_group" for m in mentions):
            return phrase
        head_start = tokens[phrase.head].start
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
        token = self.text.tokens[at]
        mention = self.names.at(token.start)
        if mention is not None and (mention.kind == "armed_group" or mention.name in self.armed):
            first, stop = self.text.token_range(Span(mention.start, mention.end))
            return Phrase(first, stop, stop - 1)
        if token.lower in self.words.armed_actors:
            return Phrase(at, at + 1, at)
        return None

    def _keys(self, phrase: Phrase) -> set[str]:
        tokens = self.text.tokens
        stop = min(phrase.stop, phrase.first + 14)
        return {
            t.lower.rstrip("s")
            for t in tokens[phrase.first : stop]
            if (t.lower in self.words.targets or (t.text[0].isupper() and len(t.text) > 2))
            and word_class(t) in ("name", "noun")
        }

    def _is_plural(self, trigger: FoundTrigger) -> bool:
        return self.text.tokens[trigger.first].lower.endswith("s")

    def _sides(
        self, scene: frozenset[str], target: Phrase | None, perpetrators: list[Phrase]
    ) -> tuple[bool, bool]:
        """(the act is one of fighters upon soldiers or a battle, something civil is hit)."""
        words = self.words
        hit = frozenset(t.lower for t in self.text.tokens[target.first : target.stop]) if target else scene
        if not hit & (words.targets | words.military):
            hit = scene
        civil = bool(hit & (words.targets - words.military - _NEUTRAL))
        if scene & words.combat:
            return not civil, civil
        soldiers = hit & words.military
        fighters = scene & words.armed_actors or perpetrators
        return bool(soldiers and fighters) and not civil, civil


_NEUTRAL = frozenset(("officers", "officer", "police", "policemen", "people"))


def _is_lone(scene: frozenset[str], words: AttackTriggers) -> bool:
    """Whether nothing beside "killed" speaks of violence."""
    return not (scene & (words.casualty_words - {"killed", "killing"}) or scene & words.back_references)


def armed_names(text: Text, names: Names) -> frozenset[str]:
    """Names the article shows beside a word for fighters: "X guerrillas", "guerrillas of the X"."""
    words = attack_words()
    found: set[str] = set()
    for at, token in enumerate(text.tokens):
        if token.lower not in words.armed_actors:
            if token.lower in ("attack", "attacks", "ambush", "bombing", "raid") and at:
                shown = names.at(text.tokens[at - 1].start)
                if shown is not None and shown.kind in ("armed_group", "organisation"):
                    found.add(shown.name)
            continue
        before = names.at(text.tokens[at - 1].start) if at else None
        if before is not None and before.kind not in ("person", "state", "country", "city", "people"):
            found.add(before.name)
        for ahead in range(at + 1, min(at + 4, len(text.tokens))):
            lower = text.tokens[ahead].lower
            if lower in ("of", "from", "the"):
                continue
            after = names.at(text.tokens[ahead].start)
            if (
                ahead > at + 1
                and after is not None
                and after.kind in ("organisation", "armed_group", "alliance")
            ):
                found.add(after.name)
            break
    return frozenset(found)
