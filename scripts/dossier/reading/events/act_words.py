"""Triggers of violence to the words around them in the parse: what was hit, and who did it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dossier.reading.grammar.attack_words import FoundTrigger, attack_words
from dossier.reading.grammar.dependents import (
    agents,
    doers,
    is_passive,
    is_verb,
    obliques,
    subjects,
    undergoers,
)
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.parse import Parses
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Word


class ActWords:
    """The parse of one article, as asked about the tokens of triggers."""

    def __init__(self, text: Text, parses: Parses) -> None:
        self._text, self._parses = text, parses
        self._words = attack_words()

    def at(self, index: int) -> Word | None:
        """The parse's word at a token; None where the sentence has no tree."""
        start = self._text.tokens[index].start
        tree = self._parses.of(self._text.sentence_at(start))
        return tree.at(start) if tree is not None else None

    def is_passive(self, found: FoundTrigger) -> bool:
        """Whether a verb's subject is whom it befell."""
        word = self.at(found.first)
        return word is not None and is_passive(word)

    def hit(self, found: FoundTrigger) -> Phrase | None:
        """Whom or what a verb says was hit: "opened fire on the crowd", "the bus was shelled"."""
        word = self.at(found.first)
        if word is None:
            return None
        inside = self._text.tokens[found.stop - 1].end
        nouns = [noun for noun in undergoers(word) if not word.start <= noun.start < inside]
        return self.phrase(nouns) or self.target(found)

    def doer(self, found: FoundTrigger) -> Phrase | None:
        """Who a verb or noun says did it."""
        word = self.at(found.first)
        if word is None:
            return None
        return self.phrase(doers(word) if is_verb(word) else agents(word) + obliques(word, "from"))

    def subject(self, found: FoundTrigger) -> Phrase | None:
        """A verb's grammatical subject."""
        word = self.at(found.first)
        return self.phrase(subjects(word)) if word is not None else None

    def target(self, found: FoundTrigger) -> Phrase | None:
        """What stands behind "on", "against", "of" after a trigger: "an attack on a bus"."""
        return self._behind(found, self._words.target_links)

    def blast(self, found: FoundTrigger) -> Phrase | None:
        """Where something went off: "exploded outside a hotel"."""
        return self._behind(found, self._words.blast_links)

    def _behind(self, found: FoundTrigger, links: Container[str]) -> Phrase | None:
        word = self.at(found.first)
        if word is None:
            return None
        over = [word, *(c for c in word.children if c.dep in ("dobj", "prt", "acomp", "advmod"))]
        behind = (c for each in over for c in each.all("prep") if c.start > word.start)
        link = min(behind, key=lambda c: c.start, default=None)
        return (
            self.phrase(obliques(link.head, link.lower)) if link is not None and link.lower in links else None
        )

    def phrase(self, nouns: Sequence[Word]) -> Phrase | None:
        """The first of some nouns, with what "and" joins to it, as a range of the text's tokens."""
        if not nouns:
            return None
        head = nouns[0]
        joined = [noun for noun in nouns[1:] if noun.head.start >= head.start]
        spans = [extent(noun) for noun in (head, *joined)]
        first, stop = min(span.start for span in spans), max(span.end for span in spans)
        tokens = self._text.token_range(core(head)._replace(start=first, end=stop))
        at = self._text.token_at(head.start)
        return Phrase(min(tokens[0], at), max(tokens[1], at + 1), at)
