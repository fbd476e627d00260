"""Trees to matches of frames: the trigger, who fills which slot, and how the act stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import DateFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import Frame, Pattern, Slot
from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    doers,
    is_infinitive,
    is_passive,
    is_verb,
    obliques,
    subjects,
    undergoers,
)
from dossier.reading.grammar.extents import clause, extent
from dossier.reading.grammar.standing import Standing, is_nobody, standing_of
from dossier.reading.tree import Tree, Word

_NO_WHERE = frozenset(
    ("between", "toward", "towards", "about", "than", "for", "with", "against", "like", "to")
)
_TIMES = frozenset(("date", "earlier"))
_CLAUSES = ("clause", "infinitive", "purpose")
_BESIDE = {"addressee": ("dative",), "complement": ("attr", "acomp", "oprd")}
_MOST_TRIGGERS = 24
"""Triggers read in one sentence: a list of two hundred is no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Who or what fills a slot."""

    word: Word
    span: Span
    """Its noun phrase or clause."""
    name: str | None = None
    """The NameFinding it stands for, itself or through a pronoun or role."""
    stands_for: Span | None = None
    """Where that name stands, when the words here are a pronoun or a role."""
    date: DateFinding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame that fired."""

    frame: Frame
    pattern: Pattern
    trigger: Word
    support: Word | None
    slots: dict[str, tuple[Filler, ...]]
    standing: Standing
    sentence: Span

    def first(self, slot: str) -> Filler | None:
        """What fills a slot, the first where several do."""
        return next(iter(self.slots.get(slot, ())), None)


class Matcher:
    """Some frames over one article."""

    def __init__(self, scene: Scene, frames: Iterable[Frame]) -> None:
        self.scene = scene
        self._verbs: dict[str, list[tuple[Frame, Pattern]]] = {}
        self._nouns: dict[str, list[tuple[Frame, Pattern]]] = {}
        for frame in frames:
            for pattern in frame.patterns:
                for lemma in pattern.verbs:
                    self._verbs.setdefault(lemma, []).append((frame, pattern))
                for lemma in pattern.nouns:
                    self._nouns.setdefault(lemma, []).append((frame, pattern))

    def all(self) -> Iterator[Match]:
        """Matches of the whole article, in text order."""
        for _, tree in self.scene.parses.all():
            yield from self.matches(tree)

    def matches(self, tree: Tree) -> Iterator[Match]:
        """Matches of one sentence, in text order; of a frame's patterns the first that fits a trigger."""
        seen = 0
        for word, lemma, verbal in tree.telling:
            known = (self._verbs if verbal else self._nouns).get(lemma)
            if known is None:
                continue
            fired: set[str] = set()
            for frame, pattern in known:
                if frame.frame in fired or seen >= _MOST_TRIGGERS:
                    continue
                match = self._match(tree, frame, pattern, word)
                if match is not None:
                    fired.add(frame.frame)
                    seen += 1
                    yield match

    def _match(self, tree: Tree, frame: Frame, pattern: Pattern, word: Word) -> Match | None:
        support = self._support(pattern, word)
        if not self._is_worded(pattern, word, support):
            return None
        standing = standing_of(support or word)
        own = standing_of(word) if support is not None else standing
        shifted = (own.polarity, own.modality) != ("positive", "actual") and own.cue is not support
        if standing.modality == "actual" and shifted:
            standing = own
        if standing.modality not in pattern.modality or standing.polarity != "positive":
            return None
        if standing.tense == "future" and "planned" not in pattern.modality:
            return None
        if any(self._candidates(slot, word, support) for slot in pattern.never):
            return None
        slots: dict[str, tuple[Filler, ...]] = {}
        for name, slot in pattern.slots.items():
            fillers = tuple(self._filler(slot, w) for w in self._candidates(slot, word, support))
            if fillers:
                slots[name] = fillers
            elif slot.needed:
                return None
        return Match(
            frame=frame,
            pattern=pattern,
            trigger=word,
            support=support,
            slots=slots,
            standing=standing,
            sentence=tree.sentence,
        )

    def _support(self, pattern: Pattern, noun: Word) -> Word | None:
        """The verb that brings about what a noun names."""
        if pattern.support is None:
            return None
        head = noun.head
        while noun.dep == "conj" and head is not noun:
            noun, head = head, head.head
        if noun.dep in ("dobj", "nsubjpass", "dative") and head.lemma in pattern.support.verbs:
            return head
        if noun.dep in ("acl", "relcl"):
            return None
        reduced = [c for c in noun.children if c.dep in ("acl", "relcl") and c.lemma in pattern.support.verbs]
        return reduced[0] if reduced else None

    def _is_worded(self, pattern: Pattern, word: Word, support: Word | None) -> bool:
        if pattern.support is not None and support is None and not pattern.support.alone:
            return False
        if word.dep == "compound" and pattern.nouns:
            return False
        if not pattern.verbs:
            return True
        particle = next((c.lower for c in word.children if c.dep == "prt"), None)
        if pattern.particle != particle and not (
            pattern.particle and any(c.lower == pattern.particle for c in word.children)
        ):
            return False
        return pattern.voice is None or (pattern.voice == "passive") == is_passive(word)

    def _candidates(self, slot: Slot, word: Word, support: Word | None) -> list[Word]:
        """Words that stand where a slot's filler stands and are of its class; all that "and" joins."""
        found: dict[int, Word] = {}
        for origin in slot.origin:
            for each in _standing_at(origin, word, support):
                if self._fits(slot, each):
                    found.setdefault(each.index, each)
            if found and origin != "adjunct":
                break
        return sorted(found.values(), key=lambda w: w.index)

    def _fits(self, slot: Slot, word: Word) -> bool:
        if is_nobody(word) or (_TIMES & {*slot.classes} and _is_measure(word)):
            return False
        if slot.classes == ("place",) and "adjunct" in slot.origin and _is_no_where(word):
            return False
        if slot.words and word.lemma.lower() not in slot.words:
            return False
        if any(is_a(word, name, self.scene) for name in slot.unless):
            return False
        return not slot.classes or any(is_a(word, name, self.scene) for name in slot.classes)

    def _filler(self, slot: Slot, word: Word) -> Filler:
        if is_verb(word) and set(slot.origin) & set(_CLAUSES):
            return Filler(word=word, span=clause(word))
        name = self.scene.name_of(word)
        own = self.scene.mention(word)
        stands_for = None
        if name is not None and own is None:
            before = [m for m in self.scene.names.before(word.start) if m.name == name]
            stands_for = Span(before[-1].start, before[-1].end) if before else None
        date = self.scene.date_at(extent(word))
        span = Span(date.start, date.end) if date is not None and _TIMES & {*slot.classes} else extent(word)
        return Filler(word=word, span=span, name=name, stands_for=stands_for, date=date)


def _standing_at(origin: str, word: Word, support: Word | None) -> list[Word]:
    """Words that stand in one relation to a trigger, or to the verb that supports it."""
    if origin == "adjunct":
        return [noun for over in _clause_heads(word, support) for noun in _adjuncts(over)]
    if origin == "owner":
        return [n for owner in word.all("poss") for n in conjuncts(owner)]
    if origin == "modifier":
        return word.all("compound", "amod", "nmod")
    if origin == "apposition":
        return word.all("appos")
    if origin == "purpose":
        clause_verb = word if is_verb(word) else next((w for w in word.ancestors() if is_verb(w)), word)
        return [c for c in clause_verb.all("advcl", "xcomp") if is_infinitive(c)]
    if origin in _CLAUSES:
        deps = ("ccomp", "acl") if origin == "clause" else ("xcomp", "acl")
        return [c for c in word.all(*deps) if is_verb(c)]
    verb = word if is_verb(word) else support
    if origin == "doer":
        return doers(verb) if verb is not None and doers(verb) else agents(word)
    if origin == "bearer":
        return _bearers(word)
    if verb is not None and origin == "undergoer":
        return undergoers(verb)
    if verb is not None and origin == "subject":
        return subjects(verb)
    if verb is not None and origin in _BESIDE:
        return verb.all(*_BESIDE[origin])
    over = [*_clause_heads(word, support), *(word.all("acomp", "attr") if word.lemma == "be" else ())]
    found = [n for each in over for n in obliques(each, origin)]
    if not found and is_verb(word):  # "claimed responsibility for the raid"
        found = [n for held in word.all("dobj", "nsubjpass") for n in obliques(held, origin)]
    return found


def _bearers(noun: Word) -> list[Word]:
    """Who does what is told of at a noun's occasion: "said Ana Lume at a press conference"."""
    link = noun.head
    if noun.dep != "pobj" or link.lower not in ("at", "during", "in", "on"):
        return []
    verb = next((w for w in link.ancestors() if is_verb(w)), None)
    return doers(verb) if verb is not None else []


def _is_measure(word: Word) -> bool:
    """Whether a time hangs on a noun and says how long that was ahead: "the worst quake in two decades"."""
    link = word.head
    return link.dep == "prep" and link.lower != "of" and link.head.dep == "pobj"


def _clause_heads(word: Word, support: Word | None) -> list[Word]:
    return [word] if support is None else [word, support]


def _is_no_where(noun: Word) -> bool:
    """Whether a place is where something leads, or one of two: "crashed between Lund and Osterby"."""
    while noun.dep == "conj" and noun.head is not noun:
        noun = noun.head
    return noun.dep == "pobj" and noun.head.lower in _NO_WHERE


def _adjuncts(over: Word) -> list[Word]:
    """Nouns of time, place and manner on a word: bare ones and behind prepositions, "on Monday in Tavora"."""
    found: list[Word] = []
    for child in over.children:
        if child.dep in ("npadvmod", "advmod", "nmod", "tmod", "dep"):
            found.append(child)
        elif child.dep == "prep":
            for noun in child.all("pobj"):
                found += [noun, *obliques(noun, "in", "on", "of")]
    return found
