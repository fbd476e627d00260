"""Trees to matches of frames: the trigger, who fills which slot, and how the act stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import DateFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import Frame, Pattern, Slot, load_frames
from dossier.reading.frames.origins import CLAUSES, is_called_so, is_known_occasion, related_by, standing_at
from dossier.reading.grammar.dependents import is_passive, is_verb
from dossier.reading.grammar.effects import is_of_an_effect
from dossier.reading.grammar.extents import clause, core, extent
from dossier.reading.grammar.noun_classes import is_of
from dossier.reading.grammar.standing import Standing, is_nobody, standing_of
from dossier.reading.tree import Tree, Word

_NO_WHERE = frozenset(
    ("between", "toward", "towards", "about", "than", "for", "with", "against", "like", "to")
)
_NOT_AT = frozenset(("since", "until", "till", "by", "between", "through"))
"""What stands behind these is no time of the act: "since 2017", "by 2050", "between May and July"."""
_TIMES = frozenset(("date", "earlier"))
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

    @property
    def title(self) -> str:
        """Its pattern's title or its frame's, with slots in braces; empty where it yields no event."""
        return self.pattern.title or self.frame.title or ""

    def first(self, slot: str) -> Filler | None:
        """What fills a slot, the first where several do."""
        return next(iter(self.slots.get(slot, ())), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A frame whose words stood there and that said nothing, with why."""

    frame: Frame
    trigger: Word
    why: str
    barred: Literal["never", "needs"] | None = None
    """Whether something beside the words makes another thing of them, or nothing shows what they mean."""


class _Short(NamedTuple):
    """Why a pattern does not fit; it came near where it is worded so and what is asked first is there."""

    why: str
    near: bool = True
    barred: Literal["never", "needs"] | None = None


_ELSEWHERE = _Short("it is worded otherwise", near=False)


class Matcher:
    """Some frames over one article."""

    def __init__(self, scene: Scene, frames: Iterable[Frame], *, literal: bool = False) -> None:
        self.scene = scene
        self._literal = literal
        """Whether the figures under `lexicon/frames/figures.yaml` speak against what fits."""
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
                if isinstance(match, Match) and not (
                    self._literal and self.figure(tree, word, frame.type or frame.frame)
                ):
                    fired.add(frame.frame)
                    seen += 1
                    yield match

    def figure(self, tree: Tree, word: Word, type: str) -> Match | None:
        """What shows that a word of violence or harm is not meant so: "killed the bill", "kidnapped by love".

        Reading and gate ask this one; `type` is what the word would tell, the type of an event or a deed.
        """
        for frame, pattern in _figures()[is_verb(word)].get(word.lemma.lower(), ()):
            if type not in frame.spares:
                match = self._match(tree, frame, pattern, word)
                if isinstance(match, Match):
                    return match
        return None

    def near(self, tree: Tree) -> Iterator[Near]:
        """Frames of one sentence that came near: their words stand there, and something spoke against them.

        Of the patterns of a frame that fits a trigger in none, the first that came near.
        """
        for word, lemma, verbal in tree.telling:
            tried: dict[str, Match | Near] = {}
            for frame, pattern in (self._verbs if verbal else self._nouns).get(lemma, ()):
                found = self._match(tree, frame, pattern, word)
                if isinstance(found, Match):
                    tried[frame.frame] = found
                elif found.near:
                    tried.setdefault(
                        frame.frame, Near(frame=frame, trigger=word, why=found.why, barred=found.barred)
                    )
            yield from (each for each in tried.values() if isinstance(each, Near))

    def _match(self, tree: Tree, frame: Frame, pattern: Pattern, word: Word) -> Match | _Short:
        support = self._support(pattern, word)
        if not self._is_worded(pattern, word, support):
            return _ELSEWHERE
        standing = standing_of(support or word)
        own = standing_of(word) if support is not None else standing
        shifted = (own.polarity, own.modality) != ("positive", "actual") and own.cue is not support
        if standing.modality == "actual" and shifted:
            standing = own
        if standing.modality not in pattern.modality or standing.polarity != "positive":
            return _Short(_shifted(standing))
        if standing.tense == "future" and "planned" not in pattern.modality:
            return _Short("it is still to come")
        for slot in pattern.never:
            if barred := self._candidates(tree, slot, word, support):
                why = f"with “{barred[0].text}” it tells of something else"
                meant = bool(slot.classes or slot.words)  # else it is only worded otherwise
                return _Short(why, barred="never" if meant else None)
        beside = (self._candidates(tree, slot, word, support) for slot in pattern.needs)
        if not all(any(not is_called_so(each) for each in found) for found in beside):
            return _Short("nothing beside it shows that it is meant so", barred="needs")
        slots: dict[str, tuple[Filler, ...]] = {}
        for name, slot in pattern.slots.items():
            fillers = tuple(self._filler(slot, w) for w in self._candidates(tree, slot, word, support))
            if fillers:
                slots[name] = fillers
            elif slot.needed:
                return _Short(f"nothing fills “{name}”", near=bool(slots))
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
        while noun.dep == "conj":
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
        if pattern.known and not is_known_occasion(word):
            return False
        if not pattern.verbs:
            return True
        particle = next((c.lower for c in word.children if c.dep == "prt"), None)
        if pattern.particle != particle and not (
            pattern.particle and any(c.lower == pattern.particle for c in word.children)
        ):
            return False
        return pattern.voice is None or (pattern.voice == "passive") == is_passive(word)

    def _candidates(self, tree: Tree, slot: Slot, word: Word, support: Word | None) -> list[Word]:
        """Words that stand where a slot's filler stands and are of its class; all that "and" joins."""
        found: dict[int, Word] = {}
        for origin in slot.origin:
            if found and origin == "main":
                break
            standing = tree.words if origin == "sentence" else standing_at(origin, word, support)
            for each in standing:
                joined = each.dep == "conj" and each.pos == "PROPN" and each.head.index in found
                if self._fits(slot, each, word, support) or (joined and not self._is_barred(slot, each)):
                    found.setdefault(each.index, each)
            if found and origin != "adjunct":
                break
        return sorted(found.values(), key=lambda w: w.index)

    def _is_barred(self, slot: Slot, name: Word) -> bool:
        """Whether a name that "and" joins to one that fits is none all the same; else it is told with it."""
        if not {"doer", "subject", "undergoer", "with"} & {*slot.origin}:
            return True
        where = is_a(name, "place", self.scene) and not is_a(name, "state", self.scene)  # "Lee in X and Y"
        return where or any(is_a(name, each, self.scene) for each in (*slot.unless, "date"))

    def _fits(self, slot: Slot, word: Word, trigger: Word, support: Word | None) -> bool:
        if is_nobody(word) and "sentence" not in slot.origin:
            return False
        is_where = slot.classes == ("place",) and "adjunct" in slot.origin
        elsewhere = is_where and (_is_no_where(word) or self._is_dateline(word))
        at_another = bool(_TIMES & {*slot.classes}) and (_is_measure(word, trigger) or self._is_end(word))
        if (elsewhere or at_another) and not _is_taken_up(word, trigger, support):
            return False
        if slot.words and word.lemma.lower() not in slot.words:
            return False
        if any(is_a(word, name, self.scene) for name in slot.unless):
            return False
        return not slot.classes or any(is_a(word, name, self.scene) for name in slot.classes)

    def _is_end(self, word: Word) -> bool:
        """Whether a time only ends something, or is when it holds: "extended to Friday", "effective Friday".

        Not so of "to Friday’s talks".
        """
        date = self.scene.date_at(core(word)) or self.scene.date_at(extent(word))
        if date is not None and is_of_an_effect(word, date.start):
            return True
        date = self.scene.date_at(core(word)) if word.head.lower == "to" else None
        return date is not None and date.start <= word.start < date.end

    def _is_dateline(self, word: Word) -> bool:
        """Whether a place only tells where a report was written: "Suva: Ana Lume was arrested in Lund"."""
        return self.scene.article.text.text[word.end : word.end + 1] == ":"

    def _filler(self, slot: Slot, word: Word) -> Filler:
        if is_verb(word) and set(slot.origin) & set(CLAUSES):
            return Filler(word=word, span=clause(word))
        name = self.scene.name_of(word)
        own = self.scene.mention(word)
        stands_for = None
        if name is not None and own is None:
            before = [m for m in self.scene.names.before(word.start) if m.name == name]
            stands_for = Span(before[-1].start, before[-1].end) if before else None
            name = name if before else None  # "killed the driver, the envoy Lee said"
        date = self.scene.date_at(core(word)) or self.scene.date_at(extent(word))
        span = Span(date.start, date.end) if date is not None and _TIMES & {*slot.classes} else extent(word)
        return Filler(word=word, span=span, name=name, stands_for=stands_for, date=date)


@cache
def _figures() -> tuple[dict[str, list[tuple[Frame, Pattern]]], dict[str, list[tuple[Frame, Pattern]]]]:
    """Patterns of what is not meant, by the lemmas of their nouns, and of their verbs."""
    nouns: dict[str, list[tuple[Frame, Pattern]]] = {}
    verbs: dict[str, list[tuple[Frame, Pattern]]] = {}
    for frame in load_frames():
        for pattern in frame.patterns if frame.yields == "figure" else ():
            for lemma in pattern.verbs:
                verbs.setdefault(lemma, []).append((frame, pattern))
            for lemma in pattern.nouns:
                nouns.setdefault(lemma, []).append((frame, pattern))
    return nouns, verbs


def _is_taken_up(word: Word, trigger: Word, support: Word | None) -> bool:
    """Whether "where" or "when" makes a time or place of the clause before that of a match too."""
    verbs = (trigger,) if support is None else (trigger, support)
    return any(word in related_by(verb, adverb) for verb in verbs for adverb in ("where", "when"))


def _shifted(standing: Standing) -> str:
    """How an act stands that did not simply happen, and by which word."""
    how = "denied" if standing.polarity != "positive" else standing.modality
    return f"“{standing.cue.text}” makes it {how}" if standing.cue is not None else f"it is {how}"


def _is_measure(word: Word, trigger: Word) -> bool:
    """Whether a time is none of the act: "the worst quake in two decades", "17 since 2017".

    On the noun that tells the act it is its own: "during her visit on Monday".
    """
    while word.dep == "conj":
        word = word.head
    link = word.head
    own = (
        link.head is trigger
        and trigger.tag != "NNS"
        and not any(c.tag in ("JJS", "RBS") for c in trigger.subtree()[:4])
    )
    measured = link.dep == "prep" and link.lower != "of" and link.head.dep == "pobj" and not own
    return measured or link.lower in _NOT_AT


def _is_no_where(noun: Word) -> bool:
    """Whether a place is where something leads, or one of two: "crashed between Lund and Osterby"."""
    while noun.dep == "conj":
        noun = noun.head
    return noun.dep == "pobj" and (noun.head.lower in _NO_WHERE or _is_home(noun.head))


def _is_home(link: Word) -> bool:
    """Whether "from" behind whom somebody met says whose envoy that is: "met the envoy from Suva"."""
    return link.lower == "from" and is_of(link.head, "meets") and link.head.child("dobj") is not None
