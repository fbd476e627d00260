"""The people of an occasion: who visits, meets, speaks or writes, as the grammar around it gives them."""

from __future__ import annotations

from dossier.reading.attribution.namer import Named, Namer
from dossier.reading.events.occasion_words import occasion_words
from dossier.reading.findings import Span
from dossier.reading.grammar.phrases import (
    Phrase,
    noun_phrase_at,
    noun_phrase_ending,
    subject_of,
    verb_group,
    word_class,
)
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Sentence, Text

_ACTORS = frozenset(("person", "organisation", "government_body", "state", "armed_group", "alliance"))


class OccasionPeople:
    """Finds the people of one article's occasions."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.words = occasion_words()
        self.namer = Namer(text, names)

    def who(self, phrase: Phrase | None, sentence: Sentence) -> Named | None:
        """The actor a phrase names; for he or she the one person named before in the sentence."""
        if phrase is None:
            return None
        head = self.text.tokens[phrase.head]
        if head.lower in ("he", "she", "his", "her"):
            before = {
                m.name: m for m in self.names.within(Span(sentence.start, head.start)) if m.kind == "person"
            }
            if len(before) == 1:
                mention = next(iter(before.values()))
                return Named(mention.name, Span(mention.start, mention.end), True)
            return None
        named = self.namer.of(phrase)
        if named.known:
            finding = self.namer.findings[named.name]
            return named if finding.kind in _ACTORS else None
        return named if head.lower in self.words.offices or head.lower == "organisation" else None

    def is_person(self, named: Named) -> bool:
        """Whether somebody is a person known by name."""
        return named.known and self.namer.findings[named.name].kind == "person"

    def owner(self, sentence: Sentence, at: int) -> Named | None:
        """The person in the genitive before a token: "Novak’s visit"."""
        tokens = self.text.tokens
        if at - 2 < sentence.first or word_class(tokens[at - 1]) != "genitive":
            return None
        mention = self.names.at(tokens[at - 2].start)
        if mention is not None and mention.kind == "person":
            return Named(mention.name, Span(mention.start, mention.end), True)
        return self.who(noun_phrase_ending(self.text, at - 1, sentence.first), sentence)

    def traveller(self, sentence: Sentence, at: int) -> Named | None:
        """Subject of the verb that governs "a visit": "X concluded a visit", "X said it during a visit"."""
        tokens = self.text.tokens
        for step in range(at - 1, max(sentence.first, at - 14) - 1, -1):
            if tokens[step].text in (";", ":", "”", '"'):
                return None
            if word_class(tokens[step]) == "verb" or tokens[step].lower in self.words.trip_verbs:
                if verb_group(self.text, step, sentence.first).infinitive:
                    continue
                return self.who(subject_of(self.text, step, sentence.first), sentence)
        return None

    def listed(self, at: int, sentence: Sentence) -> list[Named]:
        """The actors of a list: "President X and Supreme Leader Y"."""
        found: list[Named] = []
        for _ in range(4):
            if at >= sentence.stop:
                break
            phrase = noun_phrase_at(self.text, at, sentence.stop)
            if phrase is None:
                break
            span = phrase.span(self.text)
            people = [m for m in self.names.within(span) if m.kind == "person"]
            if any(self.text.text[m.end : m.end + 2] in ("'s", "’s") for m in people):
                break  # "met X’s cross", "met X’s demands"
            if people:
                found += [Named(m.name, Span(m.start, m.end), True) for m in people]
            else:
                named = self.who(phrase, sentence)
                if named is not None:
                    found.append(named)
            at = phrase.stop
            if at < sentence.stop and self.text.tokens[at].lower in ("and", ","):
                at += 1
            else:
                break
        return list({n.name: n for n in found}.values())[:5]
