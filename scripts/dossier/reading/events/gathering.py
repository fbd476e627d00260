"""Tellings to events: one for one act or occasion, however often the article tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.days import are_different, first_day, last_day
from dossier.reading.events.guards import guard_words
from dossier.reading.events.tellings import Telling
from dossier.reading.events.titles import opens_title
from dossier.reading.findings import DateFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import Pattern
from dossier.reading.frames.matcher import Filler, Match
from dossier.reading.grammar.dependents import doers, is_definite, is_verb, obliques
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_MOST_COMPARED = 12
"""Events a telling is compared with, latest first: keeps a long chronicle linear."""
_MOST_POINTED = 30
"""Sentences that one event may rest on by a noun alone."""
_OPENING_BLOCKS = 2
_MONTH = len("2024-03")
_YEAR = timedelta(days=365)
_LONG = timedelta(days=60)
_PLAIN = frozenset(("where", "when"))
_MEANS = ("with_guns", "with_knives", "with_fire", "with_shells", "with_bombs")
_UPON, _HARMED = ("hit", "whom"), ("harmed", "victim")
_SITES = ("at", "on", "in", "inside", "aboard", "outside")
"""Prepositions before a thing that is hit with whom it holds."""


@dataclass(slots=True)
class Told:
    """One event with all that tells it."""

    tellings: list[Telling] = field(default_factory=list)
    pointed: list[Tree] = field(default_factory=list)
    """Sentences that speak of it by its noun alone: "the crash"."""

    @property
    def first(self) -> Telling:
        """The telling that comes first, which gives its type."""
        return self.tellings[0]

    @property
    def matches(self) -> list[Match]:
        """All matches that tell it, in text order."""
        return [match for telling in self.tellings for match in telling.matches]

    @property
    def date(self) -> DateFinding | None:
        """Its day, from the first that tells one."""
        return next((t.date for t in self.tellings if t.date is not None), None)

    @property
    def places(self) -> set[str]:
        """Names of all places where it is told to have been."""
        return {place.name for telling in self.tellings for place in telling.places}

    @property
    def keys(self) -> set[str]:
        """Names and words of all whom it befell."""
        return {key for telling in self.tellings for key in telling.keys}

    @property
    def is_known(self) -> bool:
        """Whether a reader could tell which it was: by its day, its place, or whom or what it befell."""
        return bool(self.date or self.places or any(True for t in self.tellings for _ in t.hit))


class Gathering:
    """Puts the tellings of one article, in text order, together to events."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._quoted = Quoted(scene.article.text)
        self._told: list[Told] = []
        self._recent: list[Told] = []

    def add(self, telling: Telling, *, enough: bool) -> None:
        """Joins a telling to the event it tells again; a new one where it says `enough` to be known by."""
        if telling.gathers and self._is_of_a_thing(telling):
            self._point(self._recent[0], telling.tree)
            return
        home = self._home(telling) if telling.gathers else self._same(telling)
        if home is None:
            if not (self._stands_alone(telling) if telling.gathers else enough):
                return
            home = Told()
            self._told.append(home)
        else:
            self._recent.remove(home)
        home.tellings.append(telling)
        self._recent = [home, *self._recent][:_MOST_COMPARED]

    def events(self) -> list[Told]:
        """The events in the order they are first told: none long past, none that nothing tells apart."""
        return [t for t in self._told if not self._is_background(t) and (t.is_known or not t.first.gathers)]

    def point_back(self, tree: Tree) -> None:
        """Joins a sentence that means an event told before by a noun with "the" or "his" to that event."""
        counted = self.counted_in(tree)
        if counted is not None:
            self._point(counted, tree)
        triggers = {id(match.trigger) for told in self._recent for match in told.matches}
        for word in tree.words:
            if word.tag not in ("NN", "NNS") or id(word) in triggers or not self._points(word):
                continue
            each = self._meant(tree, word)
            if each is not None:
                self._point(each, tree)

    def counted_in(self, tree: Tree) -> Told | None:
        """The act that a sentence counts the dead of: by what it hit, by its noun, or as told right before.

        "Two people died on the bus", "in the crash"; "Ten died." behind what tells of a ferry that sank.
        """
        roots = tree.roots()
        for verb in (w for root in roots for w in (root, *root.all("ccomp"))):
            if (where := _harmed_where(verb)) is None:
                continue
            for told in self._recent:
                if told.first.gathers and where.lemma.lower() in told.keys:
                    return told
            meant = self._meant(tree, where)
            if meant is not None and meant.first.first.frame.harms:
                return meant
        verbs = (roots[0], *roots[0].all("ccomp")) if len(roots) == 1 else ()
        counts = any(_only_counts(self.scene, verb) for verb in verbs)
        last = self._recent[0] if self._recent and counts else None
        if last is None or all(telling.occasion.aside for telling in last.tellings):
            return None  # "those at the vigil for X were fired on. Two were hurt": not when X was shot
        harms = last.first.gathers or last.first.first.frame.harms
        days = {date.edtf for date in self.scene.dates_within(tree.sentence)}
        same = days <= {last.date.edtf if last.date is not None else ""}
        return last if harms and same and self._follows(tree, last) else None

    def _follows(self, tree: Tree, told: Told) -> bool:
        """Whether a sentence stands right behind the last one that tells an event, in its paragraph."""
        text = self.scene.article.text
        here = text.sentence_at(tree.sentence.start)
        trees = [*(t.tree for t in told.tellings), *told.pointed]
        before = text.sentence_at(max(each.sentence.start for each in trees))
        return before.block == here.block and before.stop == here.first

    def _is_of_a_thing(self, telling: Telling) -> bool:
        """Whether harm is done by the fire or crash told right before: "Officials said it killed nine"."""
        last = self._recent[0] if self._recent else None
        if last is None or last.first.gathers or not last.first.first.frame.harms:
            return False
        verbs = [m.trigger for m in telling.matches if is_verb(m.trigger)]
        does = [doer.lower for verb in verbs for doer in doers(verb)]
        return len(verbs) == len(telling.matches) and {*does} == {"it"} and self._follows(telling.tree, last)

    def _point(self, told: Told, tree: Tree) -> None:
        """Lets an event rest on a sentence too, unless it does so already, or on too many."""
        if (
            tree not in (*told.pointed, *(t.tree for t in told.tellings))
            and len(told.pointed) < _MOST_POINTED
        ):
            told.pointed.append(tree)

    def _points(self, noun: Word) -> bool:
        """Whether a noun points at something: "the attack", "Monday’s blast"; none in a quotation."""
        if self._quoted.holds(noun.start):
            return False
        held = noun.dep == "compound" and noun.pos == "NOUN" and is_definite(noun.head)  # "the blast suspect"
        return is_definite(noun) or held

    def _meant(self, tree: Tree, noun: Word) -> Told | None:
        lemma = noun.lemma.lower()
        names = {name for c in noun.subtree() if (name := self.scene.name_of(c)) is not None}
        for each in self._recent:
            if each.first.tree is tree:
                continue
            frame = each.first.first.frame
            bare = not any(c.lower == "of" for c in noun.children)
            if frame.gathers is None and noun.tag != "NN":
                continue
            if (lemma in frame.pointed and bare) or any(_tells_alone(p, lemma) for p in frame.patterns):
                known = {f.name for m in each.matches for fs in m.slots.values() for f in fs}
                return each if frame.gathers or names <= known else None
        sorts = [each for each in self._told if each.first.gathers]
        act = (
            noun.tag == "NN"
            and lemma in word_classes()["act_noun"] - word_classes()["vague_act"]
            and noun.child("relcl") is None
        )
        return sorts[0] if act and len(sorts) == 1 else None

    def _home(self, telling: Telling) -> Told | None:
        """The event that one of a sort tells: one that befell the same first, else the latest it can mean."""
        possible = [
            told
            for told in self._recent
            if told.first.family == telling.family
            and not are_different(telling.date, told.date)
            and not _is_by_other_arms(telling, told)
            and not (_is_by_other_means(telling, told) and _befell_others(telling, told))
        ]
        if telling.fresh:
            return None
        alike = [t for t in possible if telling.keys & t.keys and not _elsewhere(telling, t)]
        if alike:
            return alike[0]
        if _is_another(telling):
            return None
        for told in _main_first(_by_its_noun(possible, telling)) if telling.definite else possible:
            if len(told.tellings) == 1 and _is_bare(told.first):
                return told
            if telling.definite:
                if _befell_another(self.scene, telling, told):
                    continue
                return told
            if _other_side(self.scene, telling, told.first) or _elsewhere(telling, told):
                continue
            if _is_turned_round(telling, told):
                continue  # "guards fired on a march" and "the guards were attacked"
            if any(_is_upon_others(self.scene, telling, each) for each in told.tellings):
                continue  # "a nurse was shot dead" and "sailors attacked guards"
            if _are_several(telling) and not any(_are_several(each) for each in told.tellings):
                continue  # "two murders" are not the one told of
            if told.date is None and self._is_long_past(telling.date):
                continue  # "in 2019 he survived a drone attack": another than the news
            if not telling.keys or not telling.places:
                return told
        return None

    def _stands_alone(self, telling: Telling) -> bool:
        """Whether one of a sort that joins no event says of itself which it is."""
        said = bool(telling.keys or telling.places or any(telling.hit))
        if telling.definite and not said and telling.date is None:
            return False  # "the attack" that no sentence has told
        anybody = word_classes()["bystander"] | word_classes()["military"]
        specific = bool(telling.places) or not telling.keys <= anybody
        return specific or not telling.occasion.aside

    def _is_background(self, told: Told) -> bool:
        """An act of a sort, more than a year before, told in passing: not in the first paragraphs.

        One with its month and the place, or whom by name it befell, stands for itself all the same.
        """
        if told.date is None or not told.first.gathers:
            return False
        named = bool(told.places) or any(f.name is not None for t in told.tellings for f in t.hit)
        if named and len(told.date.edtf) >= _MONTH:
            return False
        block = self.scene.article.text.sentence_at(told.first.first.trigger.start).block
        return self._is_before(told.date, _YEAR) and block > _OPENING_BLOCKS

    def _is_long_past(self, date: DateFinding | None) -> bool:
        """Whether a date lies more than two months before the news."""
        return date is not None and self._is_before(date, _LONG)

    def _is_before(self, date: DateFinding, span: timedelta) -> bool:
        published = self.scene.article.published
        return published is not None and last_day(date.edtf) < (published - span).isoformat()

    def _same(self, telling: Telling) -> Told | None:
        return next((told for told in self._recent if _is_same(told, telling)), None)


def _only_counts(scene: Scene, verb: Word) -> bool:
    """Whether a clause says how many were hurt, and of no other cause: "At least 12 were injured"."""
    told = (verb, *verb.all("conj"))
    return all(_is_counted(w) and _is_hurt(w) for w in told) and not any(
        c.dep in ("agent", "advcl", "dobj", "ccomp", "relcl")
        or (c.dep == "prep" and not _is_beside(scene, c))
        or (c.dep == "advmod" and c.lower in guard_words().fresh | guard_words().earlier)
        for w in told
        for c in w.children
    )


def _is_beside(scene: Scene, link: Word) -> bool:
    """Whether a phrase tells of no other act: "including two guards", "at the scene", "on Monday"."""
    nouns = link.all("pobj")
    dated = link.lower == "on" and any(scene.date_at(Span(n.start, n.end)) is not None for n in nouns)
    hurt = any(noun.lemma in guard_words().where_hurt for noun in nouns)
    return dated or hurt or link.lower in ("including", "among")


def _is_hurt(verb: Word) -> bool:
    """Whether a verb says what befell those it counts: "died", "were injured", "are missing"."""
    if verb.lemma == "be":
        return any(c.lower in guard_words().lost for c in verb.all("acomp"))
    passive = verb.child("auxpass", "cop") is not None
    return is_of(verb, "dying") or (verb.lemma in guard_words().harming and passive)


def _harmed_where(verb: Word) -> Word | None:
    """The thing known before in which people are counted as harmed: "two died on the bus"."""
    if verb.lemma not in guard_words().harming or not _is_counted(verb):
        return None
    links = [c for c in verb.all("prep") if c.lower in ("on", "in", "aboard", "inside", "at")]
    places = (noun for link in links for noun in link.all("pobj"))
    return next((noun for noun in places if noun.pos == "NOUN" and is_definite(noun)), None)


def _is_counted(verb: Word) -> bool:
    subjects = verb.all("nsubjpass", "nsubj")
    return any(c.tag == "CD" for s in subjects for c in (s, *s.children)) or any(
        s.lemma in ("dozen", "score", "hundred") for s in subjects
    )


def _tells_alone(pattern: Pattern, noun: str) -> bool:
    """Whether a noun tells of an event without a word before it: no "strike" for "air strike"."""
    return noun in pattern.nouns and not any("modifier" in need.origin for need in pattern.needs)


def _main_first(possible: list[Told]) -> list[Told]:
    """Events with those of the latest date before those of an earlier one, which are background."""
    newest = max((first_day(t.date.edtf) for t in possible if t.date is not None), default="")
    return sorted(possible, key=lambda t: t.date is not None and last_day(t.date.edtf) < newest)


def _by_its_noun(possible: list[Told], telling: Telling) -> list[Told]:
    """The events told by the noun that a telling points back with, where any is: "the ambush" is no raid."""
    nouns = {m.trigger.lemma.lower() for m in telling.matches if not is_verb(m.trigger)}
    if len(nouns) != 1 or nouns & word_classes()["vague_act"]:
        return possible  # "the massacre was in reprisal for the ambush"
    return [t for t in possible if any(m.trigger.lemma.lower() in nouns for m in t.matches)] or possible


def _befell_another(scene: Scene, telling: Telling, told: Told) -> bool:
    """Whether a noun with "the" names whom or what it befell, and the act told befell others.

    "The killing of X", "the bombing of the mill" where a camp was bombed: but who died there is no mill.
    So too what befell X beside the story, where nobody is named: "they had come to mourn the killing of X".
    """
    named = any(filler.name is not None for filler in telling.hit)
    if not told.keys:
        return named and telling.occasion.aside
    if not told.keys.isdisjoint(telling.keys):
        return False
    return named or bool(_things(scene, telling) and any(_things(scene, each) for each in told.tellings))


def _things(scene: Scene, telling: Telling) -> set[str]:
    """What an act hit, or was in, that is nobody: "mill", "bus"; none that any of them may be called."""
    words = [filler.word for filler in telling.hit]
    words += [noun for match in telling.matches for noun in obliques(match.trigger, *_SITES)]
    things = {w.lemma.lower() for w in words if is_a(w, "target", scene) and not is_a(w, "human", scene)}
    return things - word_classes()["any_target"]


def _elsewhere(telling: Telling, told: Told) -> bool:
    """Whether it was in another town or another site: a street says nothing against a town."""
    here = {(place.kind == "place", place.name) for place in telling.places}
    there = {(place.kind == "place", place.name) for each in told.tellings for place in each.places}
    kinds = {site for site, _ in here} & {site for site, _ in there}
    return bool(kinds) and here.isdisjoint(there)


def _is_by_other_arms(telling: Telling, told: Told) -> bool:
    """Whether words tell what a weapon did of which the act told knows nothing: "the gun that killed Lee"."""
    clauses = (w for m in telling.matches for w in (m.trigger, *m.trigger.ancestors()) if w.dep == "relcl")
    arms = {c.head.lemma for c in clauses if is_of(c.head, "weapon") and not is_of(c.head, "explosive")}
    known = {w.lemma for each in told.tellings for w in each.tree.words}
    named = any(filler.name is not None for filler in telling.hit)
    return named and bool(arms) and arms.isdisjoint(known)


def means(matches: Iterable[Match]) -> set[str]:
    """What an act was done with, as far as its words tell: "with_knives" of a stabbing."""
    told = {word for m in matches for word in (m.trigger.lemma.lower(), opens_title(m).lower())}
    return {each for each in _MEANS if told & word_classes()[each]}


def _is_by_other_means(telling: Telling, told: Told) -> bool:
    """Whether an act that points at none was done with something else than the one told: shot, not burnt.

    Who was killed in whatever way was not killed by the fire set to a mill.
    """
    sides = [means(telling.matches), means(told.matches)]
    if {"with_fire"} in sides and not all(sides):
        killed = telling.matches if sides[1] else told.matches
        sides = [each or {"killed"} for each in sides if all(m.trigger.lemma == "kill" for m in killed)]
    return len(sides) > 1 and all(sides) and sides[0].isdisjoint(sides[1]) and not telling.definite


def _befell_others(telling: Telling, told: Told) -> bool:
    """Whether it befell somebody who is told of for the first time."""
    hit = [f.word for f in telling.hit if f.word.pos in ("NOUN", "PROPN")]
    known = told.keys | {f.word.lemma.lower() for t in told.tellings for f in t.hit}
    new = bool(hit) and known.isdisjoint(w.lemma.lower() for w in hit)
    back = any(f.word.pos == "NOUN" and is_definite(f.word) and f.name is None for f in telling.hit)
    return new and not back


def _other_side(scene: Scene, one: Telling, other: Telling) -> bool:
    """Whether one is a clash of armed forces and the other befell people who belong to none."""
    types = {one.first.frame.frame, other.first.frame.frame}
    return len(types) > 1 and any(
        is_a(f.word, "target", scene) and not is_a(f.word, "military", scene)
        for telling in (one, other)
        for f in telling.hit
    )


def _is_another(telling: Telling) -> bool:
    """Whether a mere mention with "a" has nothing that ties it to an act told: "a row over a shelling"."""
    noun = telling.first.trigger
    mere = len(telling.matches) == 1 and noun.dep == "pobj" and noun.head.lower in ("over", "about")
    open_ = any(c.dep == "det" and c.lower in ("a", "an") for c in noun.children)
    return mere and open_


def _is_turned_round(telling: Telling, told: Told) -> bool:
    """Whether those who did the one act are hit by the other."""
    before = (m.trigger for m in told.matches if is_verb(m.trigger))
    did = {doer.lemma.lower() for verb in before for doer in doers(verb)}
    here = (m.trigger for m in telling.matches if is_verb(m.trigger))
    does = {doer.lemma.lower() for verb in here for doer in doers(verb)}
    return bool(did & telling.keys or does & told.keys)


def _is_upon_others(scene: Scene, one: Telling, other: Telling) -> bool:
    """Whether one act was on people, and the other harmed somebody who is told not to be of them."""
    upon = [_people(scene, each, _UPON) - {"people"} for each in (one, other)]
    harmed = [_people(scene, each, _HARMED) for each in (one, other)]
    known = word_classes()["bystander"]
    return any(
        bool(upon[n] and harmed[1 - n]) and not harmed[n] | upon[1 - n] | (upon[n] | known) & harmed[1 - n]
        for n in (0, 1)
    )


def _people(scene: Scene, telling: Telling, slots: tuple[str, ...]) -> set[str]:
    """The nouns for people in some slots of a telling."""
    words = (f.word for m in telling.matches for slot in slots for f in m.slots.get(slot, ()))
    nouns = [w for w in words if w.pos == "NOUN" and w.lemma.lower() != "person"]
    return {w.lemma.lower() for w in nouns if is_a(w, "human", scene) or is_of(w, "bystander")}


def _are_several(telling: Telling) -> bool:
    """Whether a noun tells several acts: "two murders"."""
    noun = telling.first.trigger
    counts = [c for c in noun.children if c.dep == "nummod" or c.lower in guard_words().several]
    return not is_verb(noun) and noun.tag == "NNS" and bool(counts)


def _is_bare(telling: Telling) -> bool:
    """Whether it only announces several: "two attacks were carried out"."""
    return telling.first.trigger.tag == "NNS" and not telling.keys


def _is_same(told: Told, telling: Telling) -> bool:
    """Whether a telling tells an event again: its type, nothing against it, somebody in common or meant."""
    first, match = told.first.first, telling.first
    if told.first.family != telling.family:
        return False
    if match.sentence == first.sentence and _shares_words(first, match):
        return True
    here, there = telling.date, told.date
    if here is not None and there is not None and here.edtf != there.edtf:
        return False
    if here is not None and there is None and lay_before(match):
        return False  # "he was arrested; he had been arrested in 2017"
    if match.frame.frame == "talks" and ("how" in match.slots) != ("how" in first.slots):
        return False  # a telephone call is no talks held in a town
    place, other = (
        next(iter(telling.places), None),
        next((t.places[0] for t in told.tellings if t.places), None),
    )
    if place is not None and other is not None and place.name != other.name:
        return False
    if match.frame.frame == "announcement" and _tells_that(match) != _tells_that(first):
        return False  # "announced its findings" and "announced it would join others"
    back, signed = telling.definite, match.support is not None and match.support.head is match.trigger
    common = pointed = False
    for slot, fillers in match.slots.items():
        if slot in _PLAIN or slot not in first.slots or (back and signed and slot == "who"):
            continue
        if all(f.word.pos in ("ADJ", "ADV") for f in fillers):
            continue  # "pleaded guilty" tells how, and nobody
        if slot == "whom" and _is_of_the_same_thing(match, told):
            continue  # "a fire destroyed a mill. The fire, which killed two, …"
        same = any(_in_common(fillers, m.slots.get(slot, ())) for m in told.matches)
        same = same or (match.frame.frame == "letter" and slot == "whom" and _are_ones_own(fillers))
        if not same and _are_others(fillers, [f for m in told.matches for f in m.slots.get(slot, ())]):
            return False  # "he", who is somebody else
        vague = all(_points_back(f) for f in fillers) or (
            back and all(f.name is None for f in first.slots[slot])
        )
        vague = vague and not _are_more(fillers, first.slots[slot])
        vague = vague and (slot != "what" or _may_be_told_thing(match, told))
        if not same and not vague:
            return False
        common, pointed = common or same, pointed or vague
    return common or pointed or back


def _may_be_told_thing(match: Match, told: Told) -> bool:
    """Whether the noun told stands for what was decided on: "the airport" is no bridge."""
    known = {f.word.lemma.lower() for m in told.matches for f in m.slots.get("what", ())}
    words = [filler.word for filler in match.slots["what"]]
    named_by_it = match.frame.frame in guard_words().by_its_word
    return not named_by_it or all(w.lemma.lower() in known for w in words)


def _tells_that(match: Match) -> bool:
    """Whether what is announced stands in a clause, and not in a noun."""
    return match.trigger.child("ccomp") is not None


def _is_of_the_same_thing(match: Match, told: Told) -> bool:
    """Whether harm is done by "the fire", where "a fire" was told to have harmed others."""
    known = {f.word.lemma.lower() for m in told.matches for f in m.slots.get("what", ())}
    what = match.slots.get("what", ())
    back = bool(what) and all(is_definite(f.word) for f in what)
    return match.frame.harms and back and {f.word.lemma.lower() for f in what} <= known


def lay_before(match: Match) -> bool:
    """Whether a verb tells what lay before what is told: "had been arrested"."""
    verb = match.support or match.trigger
    return any(c.dep == "aux" and c.lower == "had" for c in verb.children)


def _are_others(fillers: tuple[Filler, ...], others: Sequence[Filler]) -> bool:
    """Whether pronouns, which stand for none of those told of, stand for names, as they all have."""
    meant = {f.name for f in fillers if f.word.pos == "PRON"}
    known = {f.name for f in others}
    return bool(meant) and None not in meant | known


def _are_more(fillers: tuple[Filler, ...], others: tuple[Filler, ...]) -> bool:
    """Whether one noun in the singular would mean several: "the dealer" none of "local politicians"."""
    one = len(fillers) == 1 and fillers[0].word.tag == "NN"
    return one and all(f.word.tag == "NNS" for f in others)


def _shares_words(one: Match, other: Match) -> bool:
    """Whether the same words fill one slot of both: "a quake struck the town, killing nine"."""
    return any(
        {id(f.word) for f in fillers} & {id(f.word) for f in one.slots.get(slot, ())}
        for slot, fillers in other.slots.items()
        if slot not in _PLAIN and slot in ("what", "who", "whom")
    )


def _in_common(fillers: tuple[Filler, ...], others: tuple[Filler, ...]) -> bool:
    """Whether both mean somebody: by a name, the same word, or a noun of the same number."""
    names = {f.name for f in others if f.name is not None}
    if any(f.name in names for f in fillers if f.name is not None):
        return True
    words = {id(f.word) for f in others}
    counts = {(f.word.lemma.lower(), count) for f in others if (count := _count(f.word))}
    return any(
        id(f.word) in words or (f.name is None and (f.word.lemma.lower(), _count(f.word)) in counts)
        for f in fillers
    )


def _are_ones_own(fillers: tuple[Filler, ...]) -> bool:
    """Whether several are told of only as whose they are: "his colleagues", to whom a letter went."""
    return all(
        f.name is None and f.word.tag == "NNS" and any(c.tag == "PRP$" for c in f.word.children)
        for f in fillers
    )


def _count(noun: Word) -> str:
    return " ".join(c.lower for c in noun.children if c.dep == "nummod")


def _points_back(filler: Filler) -> bool:
    """Whether words mean somebody told of before without naming them: "the aircraft", "they"."""
    word = filler.word
    owner = word.child("poss")
    if owner is not None and (word.pos == "PROPN" or owner.pos == "PROPN" or is_of(word, "people")):
        return False  # "Lee’s aide", "his father", "Fiji’s government"
    return word.pos == "PRON" or (filler.name is None and word.pos != "PROPN" and is_definite(word))
