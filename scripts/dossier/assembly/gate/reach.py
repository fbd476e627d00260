"""Spans to words of a tree, and words to those that name the same: titles, appositions, relatives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dossier.assembly.gate.parting import parted
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.names.namewords import COURTESY, MODIFIER, ROLE, TITLE, is_given_name, load_namewords
from dossier.reading.parse import Parses
from dossier.reading.text.article import Article
from dossier.reading.tree import Tree, Word

_BEFORE_NAMES = COURTESY | MODIFIER | ROLE | TITLE
_LIGHT = frozenset(("PUNCT", "ADP", "DET", "PART", "CCONJ", "SCONJ"))


@dataclass(frozen=True)
class Reading:
    """An article and its trees, as the gate reads them."""

    article: Article
    parses: Parses

    @classmethod
    def of(cls, article: Article) -> Reading:
        """The article with trees of its own; what was parsed before comes from the cache."""
        return cls(article, Parses(article))

    @cached_property
    def trees(self) -> list[Tree]:
        """The trees in text order."""
        return list(self._parted.values())

    @cached_property
    def _parted(self) -> dict[int, Tree]:
        return {sentence.start: parted(tree, self.article.text.text) for sentence, tree in self.parses.all()}

    @cached_property
    def meant(self) -> dict[tuple[Word, int], tuple[Word | None, str]]:
        """Whom each pronoun that was asked about means, within so many steps, and the rule that says so."""
        return {}

    @cached_property
    def titled(self) -> dict[str, str]:
        """By surname, the titles that stand before it anywhere in the article."""
        return {
            word.text: child.lower.removesuffix(".")
            for tree in self.trees
            for word in tree.words
            if word.pos == "PROPN"
            for child in word.children
            if child.index == word.index - 1 and child.lower.removesuffix(".") in gate_words().courtesy
        }

    @cached_property
    def given(self) -> dict[str, frozenset[str]]:
        """By surname, the given names that stand right before it anywhere in the article."""
        found: dict[str, set[str]] = {}
        for word in (w for tree in self.trees for w in tree.words if w.pos == "PROPN"):
            found.setdefault(word.text, set()).update(given_name(word))
        return {surname: frozenset(names) for surname, names in found.items()}

    @cached_property
    def nouns(self) -> dict[str, list[Word]]:
        """Nouns and names by their lemma in small letters, in text order."""
        found: dict[str, list[Word]] = {}
        for word in (w for tree in self.trees for w in tree.words if w.pos in ("NOUN", "PROPN")):
            found.setdefault(word.lemma.lower(), []).append(word)
        return found

    def is_somebody(self, name: Word) -> bool:
        """Whether a name is a person's: it has a title somewhere, or a name that is given to people."""
        return name.text in self.titled or any(map(is_given_name, self.given.get(name.text, ())))

    def tree_at(self, offset: int) -> Tree | None:
        """The tree of the sentence that covers an offset."""
        return self._parted.get(self.article.text.sentence_at(offset).start)

    def words(self, span: Span) -> list[Word]:
        """The words of a span."""
        tree = self.tree_at(span.start)
        return tree.within(span) if tree is not None else []

    def head(self, span: Span) -> Word | None:
        """The word of a span that the others hang on; None where no tree has it."""
        words = self.words(span)
        inside = {word.index for word in words}
        tops = [w for w in words if w.head is w or w.head.index not in inside]
        solid = [w for w in tops if w.pos not in _LIGHT] or tops
        return solid[0] if solid else None

    def tops(self, span: Span) -> list[Word]:
        """The nouns of a span that hang on no other word of it, its head first: a noun and its name may."""
        head, words = self.head(span), self.words(span)
        inside = {word.index for word in words}
        loose = [w for w in words if w.head is w or w.head.index not in inside]
        nouns = [w for w in loose if w.pos in ("NOUN", "PROPN") and w is not head]
        return [*([head] if head is not None else []), *nouns]

    def is_quoted(self, word: Word) -> bool:
        """Whether a word stands in quotation marks."""
        text = self.article.text
        quotations = text.blocks[text.block_at(word.start)].quotations
        return any(q.inner.start <= word.start < q.inner.end for q in quotations)

    def says(self, span: Span) -> str:
        """The words of a span."""
        return self.article.text.slice(span)


def given_name(name: Word) -> list[str]:
    """The given name right before a surname, in a list of one; none where a title stands there."""
    words = load_namewords()
    return [
        child.text
        for child in name.all("compound")
        if child.index == name.index - 1
        and child.pos == "PROPN"
        and not words.get(child.lower.removesuffix("."), 0) & _BEFORE_NAMES
    ]


def alike(word: Word) -> set[Word]:
    """A word and those that name the same: its appositions, what it is an apposition of."""
    found = {word}
    waiting = [word]
    while waiting:
        at = waiting.pop()
        near = [c for c in at.children if c.dep == "appos"]
        if at.dep == "appos":
            near += [at.head, *_holder(at.head)]
        near += [
            c
            for link in at.children
            if link.dep == "prep"
            for n in link.all("pobj")
            for c in _named_after(at, n)
        ]
        near += _called(at) + _beside(at)
        for other in near:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _beside(word: Word) -> list[Word]:
    """The other subject of the same verb, a noun and its name: "the charity Open Hands said"."""
    if word.dep not in ("nsubj", "nsubjpass"):
        return []
    others = (c for c in word.head.children if c.dep == word.dep and c is not word)
    return [c for c in others if c.pos in ("NOUN", "PROPN") and word.pos in ("NOUN", "PROPN")]


def _called(word: Word) -> list[Word]:
    """What a noun is called, and whom a name calls so: "a commander known as Abu Tal", "a man named Stam"."""
    found = [
        name
        for verb in word.all("acl")
        if verb.tag in ("VBN", "VBD") and verb.lemma in gate_words().naming
        for name in (*verb.all("oprd", "attr", "dobj"), *_behind_as(verb))
        if name.pos == "PROPN"
    ]
    verb = word.head.head if word.dep == "pobj" and word.head.lower == "as" else word.head
    if (
        word.pos == "PROPN"
        and verb.dep == "acl"
        and word in (*verb.all("oprd", "attr", "dobj"), *_behind_as(verb))
    ):
        found += [verb.head] if verb.lemma in gate_words().naming else []
    return found


def _behind_as(verb: Word) -> list[Word]:
    return [name for link in verb.all("prep") if link.lower == "as" for name in link.all("pobj")]


def _holder(noun: Word) -> list[Word]:
    """The common noun that a name may belong to as well: "the mayor of Lesk, Orla Dunmore,"."""
    over = noun.head.head if noun.dep == "pobj" else noun
    several = noun.tag == "NNS" and over.tag == "NN"  # "an alliance of groups, the X,"
    return [over] if over is not noun and over.pos == "NOUN" and (noun.pos == "PROPN" or several) else []


def _named_after(over: Word, noun: Word) -> list[Word]:
    return [c for c in noun.all("appos") if c.pos == "PROPN" and _holder(noun) == [over]]


def all_alike(words: Iterable[Word]) -> set[Word]:
    """All words that name the same as one of these."""
    return {other for word in words for other in alike(word)}


def clause_verb(word: Word) -> Word:
    """The verb whose clause a word stands in; the word itself for a verb or where there is none."""
    if is_verb(word) and word.dep not in ("aux", "auxpass", "amod", "compound"):
        return word
    for over in word.ancestors():
        if is_verb(over) and over.dep not in ("aux", "auxpass", "amod", "compound"):
            return over
    return word


def path(word: Word) -> Iterator[Word]:
    """A word, its head, and so on to the root."""
    yield word
    yield from word.ancestors()


def to_verb(word: Word) -> list[Word]:
    """A word and what stands over it up to its clause's verb."""
    found: list[Word] = []
    for node in path(word):
        found.append(node)
        if is_verb(node):
            break
    return found
