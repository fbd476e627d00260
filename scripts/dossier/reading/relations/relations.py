"""Article to the ties between two names that its words state: "X, an ally of Y", "Y’s son X", "X owns Y".

One grammar for all of them; which words tie, and where their ends stand, `lexicon/relations.yaml` says. A tie
is told only where both ends are names of the kinds it needs, and the words say that it is so now: what was,
may be, is denied or is said in quotation marks ties nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.records import source_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import RelationFinding, SourceFinding, Span
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    agents,
    conjuncts,
    is_alternative,
    is_passive,
    is_verb,
    last_before,
    obliques,
    subjects,
)
from dossier.reading.grammar.standing import standing_of
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.tree import Tree, Word
from dossier.vocabularies import MUTUAL

_BEFORE = ("compound", "nmod", "amod")
_THEIR = frozenset(("his", "her"))
_HYPHENS = ("-", "‑")
_HE_OR_SHE = frozenset(("he", "she"))
_ITS = frozenset(("its",))
_SET_BESIDE = 2
"""Words right before a phrase that can say that it is no more so: "once an ally", "no longer an ally"."""


class _Tie(NamedTuple):
    """Words that tie two names, with the kinds of both; where the other end of nouns and seats stands."""

    predicate: str
    words: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    of: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset(("in", "at"))


class _Ties(NamedTuple):
    """Shape of relations.yaml."""

    nouns: tuple[_Tie, ...]
    verbs: tuple[_Tie, ...]
    seats: tuple[_Tie, ...]
    over: frozenset[str]


class _End(NamedTuple):
    """Who stands at one end, by which words, and where the name stands if these are a pronoun."""

    mention: Mention
    span: Span
    stands_for: Span | None = None


Ends = Iterator[tuple[_End, _End]]
"""Who is tied to whom."""


def extract_relations(scene: Scene, attributions: Attributions) -> tuple[RelationFinding, ...]:
    """The ties that an article states, in text order, each with the word that says so."""
    found: dict[tuple[str, str, str, int], RelationFinding] = {}
    for _, tree in scene.parses.all():
        for word in tree.words:
            for tie, ends in _ties_of(word):
                if scene.quoted.holds(word.start):
                    continue
                for one, other in ends(Reader(scene, tree), word, tie):
                    if one.mention.name == other.mention.name:
                        continue
                    made = _finding(scene, attributions, tree, tie, word, one, other)
                    found.setdefault((made.subject, made.predicate, made.object, tree.sentence.start), made)
    return tuple(found.values())


def _finding(
    scene: Scene, attributions: Attributions, tree: Tree, tie: _Tie, word: Word, one: _End, other: _End
) -> RelationFinding:
    return RelationFinding(
        subject=one.mention.name,
        predicate=tie.predicate,
        object=other.mention.name,
        trigger=word.span,
        subject_span=one.span,
        object_span=other.span,
        subject_stands_for=one.stands_for,
        object_stands_for=other.stands_for,
        source=_source(scene, attributions, tree, word),
    )


def _source(scene: Scene, attributions: Attributions, tree: Tree, word: Word) -> SourceFinding | None:
    over = attributions.over(tree, word)
    if over is None:
        return None
    return source_finding(over, named(scene, over.source) if over.source is not None else None)


class Reader:
    """What a word of one sentence ties."""

    def __init__(self, scene: Scene, tree: Tree) -> None:
        self._scene = scene
        self.tree = tree

    def of_noun(self, noun: Word, tie: _Tie) -> Ends:
        """Who is called what a noun says, and whose that is: "X, an ally of Y"."""
        if noun.tag not in ("NN", "NNS", "JJ") or not noun.text.islower() or self._is_over(noun):
            return
        holders = [end for word in self.holders(noun) if (end := self._end(word, tie.subject)) is not None]
        others = [end for word in self._others(noun, tie) if (end := self._end(word, tie.object)) is not None]
        others += [end for word in noun.all("poss") if (end := self._owner(word, tie)) is not None]
        if not self._others(noun, tie) and tie.predicate in MUTUAL and noun.tag == "NNS":
            others = holders[1:] if len(holders) == 2 else []  # "X and Y are allies"
            holders = holders[:1]
        if len(others) == 1:  # "the ally of X and of Y": whose it is of them, and in what, is open
            yield from ((one, others[0]) for one in holders)

    def of_verb(self, verb: Word, tie: _Tie) -> Ends:
        """Who does to whom what a verb says, now: "X owns Y", "Y, owned by X", "X-owned Y"."""
        if verb.tag == "VBN":
            doers, suffers = self._of_participle(verb)
        elif verb.tag in ("VBZ", "VBP") and self._is_so(verb):
            beside = [noun for noun in verb.all("dobj", "advmod") if noun.index > verb.index]
            doers, suffers = subjects(verb), beside
        else:
            return
        if len(doers) != 1 or self._is_over(verb):
            return
        one = self._end(doers[0], tie.subject)
        for word in (each for noun in suffers for each in conjuncts(noun)):
            other = self._end(word, tie.object)
            if one is not None and other is not None:
                yield one, other

    def of_seat(self, participle: Word, tie: _Tie) -> Ends:
        """Where somebody has a seat: "X, a league based in Y", "Y-based X"."""
        if participle.tag != "VBN" or self._is_over(participle):
            return
        where = [*obliques(participle, *tie.at), *self._hyphened(participle)]
        others = [end for word in where if (end := self._end(word, tie.object)) is not None]
        holders = (end for word in self._borne_by(participle) if (end := self._end(word, tie.subject)))
        if len(where) == 1 and others:
            yield from ((one, others[0]) for one in holders)

    def _of_participle(self, verb: Word) -> tuple[list[Word], list[Word]]:
        """Who stands behind "by" or before a hyphen, and to whom it is done; none where it only was."""
        auxiliary = verb.child("auxpass")
        if auxiliary is not None and (auxiliary.tag not in ("VBZ", "VBP") or not self._is_so(verb)):
            return [], []
        if auxiliary is None and verb.dep not in ("acl", "amod"):
            return [], []
        return [*agents(verb), *self._hyphened(verb)], self._borne_by(verb)

    def _borne_by(self, participle: Word) -> list[Word]:
        """Whom a participle tells of: the noun it hangs on, or what that one is set beside."""
        if participle.dep in ("acl", "amod") and participle.head.pos in ("NOUN", "PROPN"):
            return [participle.head, *self._named_by(participle.head)]
        if is_passive(participle) and participle.child("auxpass") is not None and self._is_so(participle):
            return [noun for word in subjects(participle) for noun in (word, *self._named_by(word))]
        return []

    def _hyphened(self, participle: Word) -> list[Word]:
        """The name before a hyphen and a participle: "Suva" of "Suva-based"."""
        hyphen = self.tree.before(participle)
        before = self.tree.before(hyphen) if hyphen is not None and hyphen.text in _HYPHENS else None
        joined = before is not None and before.end + 1 == participle.start
        return [before] if joined and before is not None and before.pos == "PROPN" else []

    def holders(self, noun: Word) -> list[Word]:
        """Who is what a noun says, or what it is joined to: named beside it, behind it, or by "is"."""
        noun = first_of(noun)
        found = [*self._named_by(noun)]
        if noun.dep in ("compound", "nmod") and noun.head.pos == "PROPN":
            found.append(noun.head)
        if noun.dep == "attr" and noun.head.lemma in ("be", "remain") and self._is_so(noun.head):
            found += subjects(noun.head)
        every = [each for word in found for each in conjuncts(word)] if noun.tag == "NNS" else found
        return list(dict.fromkeys(every))

    def _named_by(self, noun: Word) -> list[Word]:
        """The name set beside a noun, on either side; one alone where the noun is of one."""
        beside = [word for word in noun.all("appos") if word.pos == "PROPN"]
        beside = beside if noun.tag == "NNS" else beside[:1]
        if noun.dep == "appos" and self._is_closed(noun):
            beside.append(last_before(noun, noun.head))
        return [word for word in beside if word.pos == "PROPN"]

    def _is_closed(self, noun: Word) -> bool:
        """Whether an aside ends before its clause goes on: not "behind X, a unit of Y burned the mill"."""
        last = noun.subtree()[-1]
        behind = self.tree.after(last)
        return last.pos == "PUNCT" or behind is None or behind.pos in ("PUNCT", "CCONJ")

    def _others(self, noun: Word, tie: _Tie) -> list[Word]:
        """Whose a noun is: behind its preposition, as its owner, or right before it."""
        found = [word for link in ("of", "to", "for") if link in tie.of for word in obliques(noun, link)]
        found = [each for word in found for each in conjuncts(word)]
        if "owner" in tie.of:
            found += noun.all("poss")
        if "modifier" in tie.of:
            found += [c for c in noun.all(*_BEFORE) if c.pos == "PROPN" and c.index == noun.index - 1]
        return found

    def _end(self, word: Word, kinds: frozenset[str]) -> _End | None:
        """The name that a word is the last word of, where it is of one of these kinds."""
        if word.lower in _HE_OR_SHE:
            return self._meant(word, kinds)
        mention = self._scene.names.at(word.start) or self._before_hyphen(word)
        if mention is None or mention.end > word.end or mention.kind not in kinds or is_alternative(word):
            return None
        behind = self.tree.after(word)
        if behind is not None and behind.tag == "POS" and word.dep != "poss":
            return None  # "led by Lume’s party", where the parser takes her for the one behind "by"
        if any(c.dep == "det" and c.lower in ("a", "an") for c in word.children):
            return None  # "Tarvo Now, a super PAC allied with Lume": a sort, and nobody's name
        return _End(mention, Span(mention.start, mention.end)) if word.pos != "ADJ" else None

    def _meant(self, pronoun: Word, kinds: frozenset[str]) -> _End | None:
        """Whom "he" or "she" means."""
        name = self._scene.name_of(pronoun)
        before = [m for m in self._scene.names.before(pronoun.start) if m.name == name]
        if not before or before[-1].kind not in kinds:
            return None
        return _End(before[-1], pronoun.span, Span(before[-1].start, before[-1].end))

    def _before_hyphen(self, word: Word) -> Mention | None:
        """A name that stands elsewhere by itself, here only before a hyphen: "Suva-based"."""
        behind = self.tree.after(word)
        if behind is None or behind.text not in _HYPHENS or behind.start != word.end:
            return None
        start = word.children[0].start if word.children else word.start
        finding = self._scene.findings.get(self._scene.article.text.slice(Span(start, word.end)))
        return Mention(start, word.end, finding.name, finding.kind) if finding is not None else None

    def _owner(self, pronoun: Word, tie: _Tie) -> _End | None:
        """Whom "his", "her" or "its" means where only its subject can be meant: "X sent his son Y".

        That is so where the sentence names nobody else before, and nothing else is joined to what is owned;
        or where it names nobody before and the sentence before it one alone, whom "his" means.
        """
        if pronoun.lower not in (*_THEIR, *_ITS) or "owner" not in tie.of:
            return None
        before = [
            m
            for m in self._scene.names.within(Span(self.tree.sentence.start, pronoun.start))
            if m.kind not in PLACE_KINDS and (pronoun.lower in _ITS) == (m.kind not in ("person", "people"))
        ]
        if not before and pronoun.lower in _THEIR:
            return self._named_in_the_sentence_before(pronoun, tie)
        last = before[-1] if before else None
        if last is None or last.kind not in tie.object or len({m.name for m in before}) != 1:
            return None
        own = self.tree.at(last.end - 1)
        joined = pronoun.head.head if pronoun.head.dep == "conj" else None
        verbs = [over for over in pronoun.head.ancestors() if is_verb(over)]
        verb = next((over for over in verbs if pronoun.head not in subjects(over)), None)
        leads = joined is own or (joined is None and verb is not None and own in subjects(verb))
        if not leads or (pronoun.lower in _THEIR and self._scene.name_of(pronoun) != last.name):
            return None
        return _End(last, pronoun.span, Span(last.start, last.end))

    def _named_in_the_sentence_before(self, pronoun: Word, tie: _Tie) -> _End | None:
        """Whom "his" or "her" means, if the sentence before names one person alone: "His lawyer, Y, said"."""
        text = self._scene.article.text
        start = text.block_at(self.tree.sentence.start)
        ahead = text.sentence_at(max(self.tree.sentence.start - 2, 0))
        if text.block_at(ahead.start) != start:
            return None
        named = self._scene.names.within(Span(ahead.start, self.tree.sentence.start))
        people = {m.name for m in named if m.kind == "person"}
        end = self._meant(pronoun, tie.object)
        if end is None or people != {end.mention.name}:
            return None
        tree = self._scene.parses.around(ahead.start)
        return end if tree is not None and not any(map(self._acts_unknown, tree.words)) else None

    def _acts_unknown(self, word: Word) -> bool:
        """Whether a word is the subject, and a name that is nobody's here: "X said Stam was ill"."""
        return word.tag == "NNP" and word.dep in SUBJECTS and self._scene.names.at(word.start) is None

    def _is_so(self, verb: Word) -> bool:
        """Whether a verb tells what is so, and is so now."""
        standing = standing_of(verb)
        return standing.took_place and standing.modality == "actual" and standing.tense == "present"

    def _is_over(self, word: Word) -> bool:
        """Whether words on a noun, or right before its phrase, say that it is so no more, or never was."""
        over = _table().over
        behind = self.tree.after(word)
        if behind is not None and behind.text in _HYPHENS and behind.start == word.end:
            return True  # "brother-in-law"
        beside = [
            c for c in word.children if c.dep not in ("appos", "relcl", "prep", "conj", "agent", "nsubj")
        ]
        first = min(w.index for c in (*beside, word) for w in c.subtree() if w.index <= word.index)
        said = self.tree.words[max(first - _SET_BESIDE, 0) : word.index + 1]
        turned = behind is not None and behind.lower in ("turned", "until", "before")
        return turned or any(w.lower in over for w in said)


def first_of(noun: Word) -> Word:
    """The first of what "and" says one person is: the doctor of "a doctor and member of the council"."""
    alone = (
        noun.dep == "conj" and noun.tag == "NN" and not any(c.dep in ("det", "poss") for c in noun.children)
    )
    lead = noun.head
    one = alone and lead.tag == "NN" and lead.dep in ("appos", "attr", "conj")
    joined = one and not any(c.lower in ("or", "nor", "but") for c in lead.all("cc"))
    return first_of(lead) if joined else noun


def _ties_of(word: Word) -> Iterator[tuple[_Tie, Callable[[Reader, Word, _Tie], Ends]]]:
    lemma = word.lemma.lower()
    yield from _by_word().get(lemma, ())


@cache
def _by_word() -> dict[str, tuple[tuple[_Tie, Callable[[Reader, Word, _Tie], Ends]], ...]]:
    found: dict[str, list[tuple[_Tie, Callable[[Reader, Word, _Tie], Ends]]]] = {}
    table = _table()
    for ties, reads in (
        (table.nouns, Reader.of_noun),
        (table.verbs, Reader.of_verb),
        (table.seats, Reader.of_seat),
    ):
        for tie in ties:
            for word in tie.words:
                found.setdefault(word, []).append((tie, reads))
    return {word: tuple(each) for word, each in found.items()}


@cache
def _table() -> _Ties:
    return load_table("relations", _Ties)
