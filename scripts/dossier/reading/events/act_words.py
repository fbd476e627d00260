"""Triggers of violence to the words around them in the parse: whom or what it befell."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dossier.reading.frames.classes import word_classes
from dossier.reading.grammar.attack_words import FoundTrigger, attack_words
from dossier.reading.grammar.dependents import doers, is_passive, is_verb, obliques, subjects, undergoers
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.grammar.standing import standing_of
from dossier.reading.parse import Parses
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Word

_TAKING = frozenset(("kidnap", "abduct", "hijack"))
_SLAYING = frozenset(("kill", "slaughter", "shoot", "killing", "shooting", "butcher"))
_MEANS = frozenset(("in", "by", "during"))


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

    def befell(self, found: FoundTrigger) -> Phrase | None:
        """Whom or what a trigger says was hit: "an attack on a bus", "the bomb exploded outside a hotel"."""
        word = self.at(found.first)
        if word is None or found.nominal:
            return self.target(found)
        if word.lower == "died":
            return self.phrase(subjects(word))
        by = doers(word)
        if word.lemma in _SLAYING and undergoers(word):
            return self.hit(found)  # "a bomb killed Tarr at the port": whom, not where
        itself = word.lower in self._words.blast_verbs or not by or by[0].lower in self._words.weapons
        if found.weapon is not None and itself and not is_passive(word):
            return self._behind(found, self._words.blast_links) or self.hit(found)
        return self.hit(found)

    def hit(self, found: FoundTrigger) -> Phrase | None:
        """Whom or what a verb acts upon: "opened fire on the crowd", "the bus was shelled"."""
        word = self.at(found.first)
        if word is None:
            return None
        inside = self._text.tokens[found.stop - 1].end
        nouns = [noun for noun in undergoers(word) if not word.start <= noun.start < inside]
        hit = self.phrase(nouns)
        if hit is not None and hit.first < found.stop <= hit.head:
            return Phrase(found.stop, hit.stop, hit.head)  # "shot dead Olga Marsh"
        return hit or self.target(found)

    def slain_in(self, found: FoundTrigger) -> Phrase | None:
        """Whom a verb beside a noun of violence says it killed: "Tarr was killed in an airstrike"."""
        word = self.at(found.first)
        if word is None or not found.nominal:
            return None
        through = word.dep == "pobj" and word.head.lower in _MEANS
        verb = word.head.head if through else word.head
        if verb.lemma not in _SLAYING or not is_verb(verb) or not standing_of(verb).took_place:
            return None
        killed = is_passive(verb) if through else word.dep == "nsubj" and not is_passive(verb)
        return self.phrase(undergoers(verb)) if killed else None

    def befell_none(self, word: Word, *, told: bool) -> bool:
        """Whether words of violence tell none: "hijacked debates", "slaughtered goats", "guilty of arson".

        Once a taking is `told`, "the kidnapped men" tells no other.
        """
        if _is_verdict(word) or _is_subject_of_a_work(word):
            return True
        hit = undergoers(word) if is_verb(word) else obliques(word, "on", "against", "of")
        if word.lemma in _TAKING:
            return (told and word.dep == "amod") or (bool(hit) and all(_is_no_thing(noun) for noun in hit))
        unhurt = self._words.livestock if word.lemma in _SLAYING else self._words.abstract
        return bool(hit) and all(noun.pos == "NOUN" and noun.lemma.lower() in unhurt for noun in hit)

    def target(self, found: FoundTrigger) -> Phrase | None:
        """What stands behind "on", "against", "of" after a trigger: "an attack on a bus"."""
        return self._behind(found, self._words.target_links)

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


def _is_no_thing(noun: Word) -> bool:
    """Whether a noun is nothing that anybody could carry off: "debate", "words"."""
    return noun.pos == "NOUN" and noun.lemma.lower() in word_classes()["intangible"]


def _is_subject_of_a_work(word: Word) -> bool:
    """Whether an act is what something made is about: "a play about the killing of Marsh"."""
    return (
        word.dep == "pobj"
        and word.head.lower == "about"
        and word.head.head.lemma.lower() in attack_words().works
    )


def _is_verdict(word: Word) -> bool:
    """Whether an act stands right behind what a court or an accused says of it: "convicted of killing"."""
    if word.dep not in ("pcomp", "pobj"):
        return False
    over = word.head.head
    if over.dep in ("dobj", "nsubjpass") and over.lemma.lower() not in attack_words().verdicts:
        over = over.head  # "convicted Ivo Stam of killing"
    found = [over, *over.all("acomp", "oprd")] if is_verb(over) else [over]
    return word.head.lower in ("of", "to", "for", "in") and any(
        each.lemma.lower() in attack_words().verdicts for each in found
    )
