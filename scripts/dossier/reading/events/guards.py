"""Whether what a frame matched happened, once, in the reporter's words, and says enough for a page."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.days import first_day, last_day
from dossier.reading.findings import DateFinding
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.matcher import Filler, Match
from dossier.reading.grammar.conditions import limits
from dossier.reading.grammar.dependents import SUBJECTS, doers, is_definite, is_verb, obliques
from dossier.reading.grammar.governors import effect_of_noun, effect_of_verb, governing_words
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import Mention
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_UNREAL = frozenset(("planned", "asked", "possible", "prevented", "denied"))
_OPEN = _UNREAL - {"planned"}
_SOMEBODY = frozenset(("person", "organisation", "armed_group", "company"))
_DAY = len("2024-03-04")
_ENDS = frozenset(",.?!…")
"""Marks at the end of words that somebody says, none of a name or a few words in quotation marks."""
_CLOSING = " \n”’)\"'"
_HOURS = re.compile(r"(?:\S+ ){0,2}hours?\b")
"""Behind "in the last" no long time, but the news of the day."""
_LATER = 4
_WORDS = 40
"""Characters of a quotation that is more than a few words of the reporter's sentence."""


class GuardWords(NamedTuple):
    """Shape of lexicon/event_guards.yaml; its comments say what each list holds."""

    habitual: frozenset[str]
    unfinished: frozenset[str]
    refusing: frozenset[str]
    emerging: frozenset[str]
    finding_out: frozenset[str]
    looking_back: frozenset[str]
    each: frozenset[str]
    ages: frozenset[str]
    age_prepositions: frozenset[str]
    age_words: frozenset[str]
    ahead: frozenset[str]
    lasting: frozenset[str]
    scarce: frozenset[str]
    called_for: frozenset[str]
    masses: frozenset[str]
    fresh: frozenset[str]
    earlier: frozenset[str]
    before_now: frozenset[str]
    aftermath: frozenset[str]
    saying: frozenset[str]
    spans: frozenset[str]
    several: frozenset[str]
    harming: frozenset[str]
    lost: frozenset[str]
    where_hurt: frozenset[str]
    summed_up: frozenset[str]
    scheduling: frozenset[str]
    due: frozenset[str]
    links: frozenset[str]
    measures: frozenset[str]
    remembering: frozenset[str]
    likening: frozenset[str]
    like: frozenset[str]
    answering: frozenset[str]
    during: frozenset[str]
    coming: frozenset[str]
    done_behind: frozenset[str]
    modals: frozenset[str]
    reporting_on: frozenset[str]
    by_its_word: frozenset[str]
    foreseeing: frozenset[str]


@cache
def guard_words() -> GuardWords:
    """The lexicon, read once."""
    return load_table("event_guards", GuardWords)


class Guards:
    """Guards over one article's matches."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._quoted = Quoted(scene.article.text, longer_than=_WORDS)
        self._titled = Quoted(scene.article.text)
        self._words = guard_words()

    def happened(self, match: Match) -> bool:
        """Whether a match tells of one event that took place, in the reporter's words."""
        trigger = match.trigger
        if self.scene.article.text.slice(match.sentence).rstrip(_CLOSING).endswith("?"):
            return False  # "Was it because Ana Lume was murdered?"
        if trigger.dep == "amod" or self._quoted.holds(trigger.start) or self._leads_quotation(trigger):
            return False
        if self._is_named(trigger) or self._is_told_ahead(match):
            return False
        if not is_verb(trigger) and (
            (match.frame.single and trigger.tag == "NNS")
            or any(c.lower in self._words.called_for for c in trigger.children)
            or any(c.lower in self._words.scarce for c in trigger.children)
            or (match.frame.gathers is not None and not self._is_counted(trigger))
        ):
            return False
        if match.frame.gathers is not None and (
            _is_taken_for(trigger) or self._is_summed_up(match) or (is_verb(trigger) and was_before(trigger))
        ):
            return False
        if match.frame.gathers is None and not is_verb(trigger) and self._is_scheduled(trigger):
            return False
        if _is_of_itself(match) or self._is_of_words(match) or self._is_mass(match) or _is_going_on(match):
            return False
        verb = match.support or match.trigger
        if _is_bare_gerund(verb) or not self._is_near(match) or self._is_of_one_of_several(match):
            return False
        if is_verb(verb):
            filled = {f.word.index for fillers in match.slots.values() for f in fillers if f.date is None}
            return not (self._is_habit(verb, filled) or self._is_timeless(verb))
        known = match.frame.gathers is not None and is_definite(match.trigger)
        return known or not self._is_wished(match.trigger)

    def _is_of_one_of_several(self, match: Match) -> bool:
        """Whether one alone of those who did it together would be told of: "Lee and co-driver Stam won"."""
        sides = [f for slot in match.frame.roles for f in match.slots.get(slot, ())]
        named = [m for f in sides if (m := self.scene.names.at(f.word.start)) is not None]
        return match.frame.jointly and any(is_of_several(f.word, named) for f in sides)

    def is_due(self, match: Match) -> bool:
        """Whether a match tells of what is due on a day to come, as plainly as "will" does."""
        standing, published = match.standing, self.scene.article.published
        day, verb = day_due(match), match.support or match.trigger
        if day is None or published is None or self._quoted.holds(verb.start) or is_open(verb):
            return False
        if last_day(day.edtf) < published.isoformat():
            return False
        if standing.cue is not None:
            own = verb.head.child("acomp", "attr", "expl") is None  # "it is easy for X to meet Y"
            plain = own and standing.cue.lemma.lower() in self._words.due and standing.tense != "past"
        else:
            plain = standing.tense == "present" and first_day(day.edtf) > published.isoformat()
        return plain and self._is_near(match)

    def _is_named(self, trigger: Word) -> bool:
        """Whether a word for an act only is part of somebody's name: the singer "MC Murder"."""
        mention = self.scene.names.at(trigger.start)
        return mention is not None and mention.kind in _SOMEBODY and not is_verb(trigger)

    def _is_told_ahead(self, match: Match) -> bool:
        """Whether "he" is taken for a name that only comes behind it: of "he was freed, Lee said" not Lee."""
        return any(
            f.word.pos == "PRON"
            and f.name is not None
            and any(
                m.name == f.name and m.start > f.word.end for m in self.scene.names.within(match.sentence)
            )
            for fillers in match.slots.values()
            for f in fillers
        )

    def _is_scheduled(self, noun: Word) -> bool:
        """Whether an occasion is one to come: "the summit begins on 16 December"."""
        head = noun.head
        return noun.dep == "nsubj" and head.tag in ("VBZ", "VBP") and head.lemma in self._words.scheduling

    def _is_summed_up(self, match: Match) -> bool:
        """Whether a sentence sums up many acts over a long time: "so far this year"."""
        if any(len(d.edtf) == _DAY for d in self.scene.dates_within(match.sentence)):
            return False  # "a mine killed two on Monday, bringing to 29 the number this year"
        said = f" {' '.join(self.scene.article.text.slice(match.sentence).lower().split())} "
        return any(
            not _HOURS.match(said, at + len(phrase) + 2)
            for phrase in self._words.summed_up
            if (at := said.find(f" {phrase} ")) >= 0
        )

    def _is_counted(self, noun: Word) -> bool:
        """Whether a noun stands for an act: "an attack", "the raids", "two attacks"; not "murders"."""
        leads = [c for c in noun.children if c.index < noun.index]
        many = noun.tag in ("NNS", "NNPS")
        if any(c.dep in ("nummod", "poss") or c.lower in self._words.several for c in leads):
            return True
        if any(c.dep == "det" and (not many or is_definite(noun)) for c in leads):
            return True
        sentence = noun if noun.head is noun else [*noun.ancestors()][-1]
        words = sentence.subtree()
        counted = any(w.pos == "NUM" for w in words) and any(w.lemma in self._words.harming for w in words)
        if not many and noun.dep == "conj":
            return self._is_counted(noun.head)  # "a raid and ambush"; not "robbery, kidnapping and murder"
        return counted if many else noun.dep in ("conj", "appos") or any(c.pos == "PROPN" for c in leads)

    def is_fresh(self, tree: Tree, trigger: Word) -> bool:
        """Whether words set an act apart from what was told before: "another"; not "in the same raid"."""
        lead = [*tree.words[:2], *tree.words[max(trigger.index - 2, 0) : trigger.index]]
        acts = (w.head for w in tree.words if w.lower == "same")
        same = any(act is trigger or is_a(act, "act_noun", self.scene) for act in acts)
        apart = any(w.lower in self._words.fresh for w in lead) or _befell_in_another(trigger)
        return (apart or self._opens_later(tree, trigger)) and not same

    def _opens_later(self, tree: Tree, trigger: Word) -> bool:
        """Whether a sentence opens with a span past what was told: "Days later, Lee was killed by police".

        Who died of an act may die of it then: "Two days later a third man died".
        """
        opening = [w.lower for w in tree.words[:_LATER]]
        spans = opening[: opening.index("later")] if "later" in opening else []
        later = any(w in self._words.spans for w in spans)
        fights = [n for n in obliques(trigger, "in", "during") if is_of(n, "combat")]
        return later and bool(fights or doers(trigger))

    def _leads_quotation(self, trigger: Word) -> bool:
        """Whether a verb stands right behind a quotation: "…,” wrote the council"."""
        before = self.scene.article.text.text[max(0, trigger.start - 4) : trigger.start].rstrip()
        spoken = before[-2:-1] in _ENDS or len(before) < 2
        return is_verb(trigger) and spoken and before.endswith(("”", '"', "’", "»"))

    def _is_of_words(self, match: Match) -> bool:
        """Whether what a slot needs stands in quotation marks: a title, not a thing."""
        needed = (f for n, fs in match.slots.items() if match.pattern.slots[n].needed for f in fs)
        text = self.scene.article.text.text
        return any(text[max(0, f.word.start - 1)] in '“"' or self._titled.holds(f.word.start) for f in needed)

    def _is_near(self, match: Match) -> bool:
        """Whether each pronoun stands for a name of its own sentence or the one before."""
        text = self.scene.article.text
        here = text.sentence_at(match.trigger.start)
        before = text.sentence_at(text.tokens[here.first - 1].start) if here.first else here
        return all(
            f.stands_for is None or f.word.pos != "PRON" or f.stands_for.start >= before.start
            for fillers in match.slots.values()
            for f in fillers
        )

    def _is_mass(self, match: Match) -> bool:
        """Whether it befell more people than one event can: a toll that has grown for long."""
        return any(
            word.lemma.lower() in self._words.masses
            for slot in ("who", "whom")
            for filler in match.slots.get(slot, ())
            for word in filler.word.subtree()[:8]
            if word.pos == "NUM"
        )

    def says_enough(self, match: Match) -> bool:
        """Whether a reader could tell which event it is: by a name, a date, a place, or who it befell."""
        fillers = [f for fs in match.slots.values() for f in fs]
        if any(f.date is not None or f.name is not None for f in fillers):
            return True
        told = [f for f in fillers if f.word.pos in ("NOUN", "PROPN", "NUM")]
        sides = {slot for slot in match.slots if slot in match.frame.roles or slot == "whom"}
        both = len(sides) > 1 and len(told) == len(fillers)  # "the protesters clashed with the police"
        return both or any(not _is_vague(f) for f in told)

    def _is_habit(self, verb: Word, filled: Set[int]) -> bool:
        """Whether a verb tells of what is done again and again; `filled` are words that say something else.

        "Was jailed for six years" tells how long, "for years they jailed" how often.
        """
        words = self._words
        for child in verb.children:
            if child.dep == "advmod" and child.lower in words.habitual:
                return True
            if child.dep == "npadvmod" and child.lower == "times":
                return True
            if child.dep in ("npadvmod", "nsubj") and any(c.lower in words.each for c in child.children):
                return True
            if child.dep == "prep" and any(c.lemma == "occasion" for c in child.all("pobj")):
                return True
            numbered = (noun for noun in child.all("pobj") if noun.child("nummod") is not None)
            told = filled & {noun.index for noun in numbered}
            aged = child.dep == "prep" and child.lower in words.age_prepositions and _has_age(child, words)
            if aged and not told:
                return True
        return False

    def _is_timeless(self, verb: Word) -> bool:
        """Whether a verb stands in the simple present: "police arrest drivers who speed"."""
        if verb.tag not in ("VBZ", "VBP"):
            return any(c.tag in ("VBZ", "VBP") for c in verb.all("auxpass"))
        return verb.dep == "relcl" or verb.lemma not in self._words.lasting  # "an attack that kills forty"

    def _is_wished(self, noun: Word) -> bool:
        """Whether a noun is what somebody asks for, plans, fears or awaits: "called for his release"."""
        for word in (noun, *noun.ancestors()):
            head = word.head
            if head is word or is_verb(word):
                return False
            if word.dep == "pobj":
                if not self._words.ahead.isdisjoint((head.lower, head.head.lower)):
                    return True
                over = head.head
                effects = effect_of_verb() if is_verb(over) else effect_of_noun()
                if head.lower in governing_words().aims and effects.get(over.lemma.lower()) in _UNREAL:
                    return True
            if word.dep == "dobj" and effect_of_verb().get(head.lemma.lower()) in _UNREAL:
                return True
        return False


def is_open(verb: Word) -> bool:
    """Whether other words leave open what "will" says: "if", "probably", "denied that", "fears that"."""
    maybe = governing_words().hedges["possible"] | governing_words().adjectives["possible"]
    if limits(verb) or any(c.lower in maybe for c in verb.children):
        return True
    for node in verb.ancestors():
        effect = (effect_of_verb() if is_verb(node) else effect_of_noun()).get(node.lemma.lower())
        told = not is_verb(node) and node.pos != "ADJ" and verb.dep != "relcl"
        if told or limits(node) or effect in _OPEN or node.child("neg") is not None:
            return True
        if any(c.lower in maybe for c in node.children if is_verb(node)):
            return True
    return False


def is_of_several(doer: Word, named: Sequence[Mention]) -> bool:
    """Whether "and" joins somebody else to a name, wherever the parse hangs it: "Lee and co-driver Stam"."""
    if any(c.pos == "PROPN" and c.child("conj") is not None for c in doer.all("appos")):
        return True  # "Lee, Stam and Holt", where Stam is taken for another name of Lee's
    words = doer.subtree()
    links = [w for w in words if w.dep == "cc" and w.index < doer.index]
    known = [w for m in named for w in words if m.start <= w.start < m.end]
    return any(w.pos == "PROPN" and w.index < link.index and w not in known for link in links for w in words)


def day_due(match: Match) -> DateFinding | None:
    """The day that something is due on, as exactly as its clause has it."""
    dates = [f.date for f in match.slots.get("when", ()) if f.date is not None]
    return max(dates, key=lambda date: len(date.edtf.partition("/")[0]), default=None)


def _is_taken_for(noun: Word) -> bool:
    """Whether a noun only tells what something is called: "counted as a mass shooting"."""
    link = noun.head
    open_ = any(c.lower in ("a", "an") for c in noun.all("det"))
    return noun.dep == "pobj" and link.lower == "as" and open_


def _is_bare_gerund(verb: Word) -> bool:
    """Whether an "-ing" only names an act: "detaining suspects is unlawful", "by scrapping the limits"."""
    helper = next(iter(verb.all("aux", "auxpass")), None)
    being = helper is not None and helper.lower == "being" and verb.child(*SUBJECTS) is None
    if not being and (helper is not None or verb.tag != "VBG"):
        return False  # "having left", "knew of X being held"
    if verb.dep == "pcomp":
        if any(
            c.dep == "aux" and c.lower in guard_words().modals
            for over in verb.ancestors()
            for c in over.children
        ):
            return True  # "would come within five years of the party winning"
        blamed = verb.head.head.lemma.lower() in word_classes()["pursued"]  # "accused him of bombing"
        return verb.head.lower not in guard_words().done_behind and not blamed
    if verb.dep == "ccomp" and verb.head.lemma in guard_words().foreseeing and verb.head.tag != "VBD":
        return True  # "a survey sees the bank reporting a loss"
    opens = verb.dep == "advcl" and verb.root.subtree()[0] is verb
    ruled = opens and verb.head.lemma in speech_words().clause  # "detaining suspects is wrong, a court ruled"
    return ruled or verb.dep in ("csubj", "csubjpass", "xcomp", "dobj", "pobj")


def _is_going_on(match: Match) -> bool:
    """Whether a relative clause says what some nameless ones are doing: "states which are adopting cuts".

    Nor has anybody died who only "was dying".
    """
    if match.trigger.lemma in guard_words().unfinished and match.trigger.tag == "VBG":
        return match.trigger.dep != "pcomp"
    if match.trigger.dep != "relcl" or match.standing.tense != "present" or match.trigger.tag != "VBG":
        return False
    return not any(f.name is not None or f.date is not None for fs in match.slots.values() for f in fs)


def _is_of_itself(match: Match) -> bool:
    """Whether one name fills two slots of people: what a pronoun means was guessed wrong."""
    names = [
        {f.name for f in fillers if f.name is not None}
        for slot, fillers in match.slots.items()
        if slot in match.frame.roles
    ]
    return sum(map(len, names)) > len(set().union(*names))


def _has_age(preposition: Word, words: GuardWords) -> bool:
    for noun in preposition.all("pobj"):
        leads = {c.lower for c in noun.children}
        if noun.lemma.lower() in words.ages and (leads & words.age_words or noun.tag == "NNS"):
            return True
    return False


def _is_vague(filler: Filler) -> bool:
    """Whether words leave open who is meant: "the man", "people"."""
    bare = filler.word.tag == "NNS" or is_definite(filler.word)
    return filler.word.pos != "PROPN" and bare and not _is_described(filler)


def _is_described(filler: Filler) -> bool:
    deps = ("prep", "acl", "compound", "nummod", "poss", "amod")
    return any(c.dep in deps for c in filler.word.children)


def kept_in_office(scene: Scene, tree: Tree) -> list[str]:
    """Whose resignation was not accepted: "the council declined Lee’s offer to resign"."""
    words = guard_words()
    found: list[str] = []
    for verb in (w for w in tree.words if is_verb(w) and w.lemma in words.refusing):
        for what in verb.all("dobj", "nsubjpass"):
            before = verb.head.child("dobj") if what.lower == "it" else None
            what = before or what  # "offered his resignation, and the mayor refused it"
            offered = any(c.lemma == "resign" for c in what.all("acl"))
            offered = offered or what.lemma == "resignation" or "resignation" in _of(what)
            if offered:
                found += [name for owner in _owners(what) if (name := scene.name_of(owner)) is not None]
    return found


def _of(noun: Word) -> set[str]:
    """The nouns behind "of" a noun: "the offer of resignation"."""
    return {each.lemma for each in obliques(noun, "of")}


def _owners(noun: Word) -> list[Word]:
    return [*noun.all("poss"), *obliques(noun, "of", "from")]


def was_before(act: Word) -> bool:
    """Whether an act only tells what was done besides: "has raided the town before", "earlier raids"."""
    if not is_verb(act):
        return any(c.lower in word_classes()["other_acts"] for c in act.all("amod"))
    perfect = any(c.lemma == "have" for c in act.all("aux"))
    before = (c for c in act.all("advmod") if c.lower in guard_words().before_now)
    return perfect and any(c.child("npadvmod") is None for c in before)  # not "two years before"


def _befell_in_another(trigger: Word) -> bool:
    """Whether an act is like one told before, or told of such: "a similar incident in which Lee died"."""
    noun = trigger.head if trigger.dep == "relcl" else trigger
    others = word_classes()["other_acts"] | {"another"}
    return not is_definite(noun) and any(c.lower in others for c in noun.children)
