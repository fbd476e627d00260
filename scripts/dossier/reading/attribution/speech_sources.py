"""Verbs to who speaks by them: the grammatical subject, or what stands in for one, if it can speak."""

from __future__ import annotations

from dossier.reading.grammar.phrases import (
    Phrase,
    noun_phrase_at,
    noun_phrase_ending,
    subject_of,
    verb_group,
    word_class,
)
from dossier.reading.grammar.reporting import claim_verbs, frame_of_verb
from dossier.reading.names.gazetteer import load_capitals
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Sentence, Text

_PARTICIPLE_REACH = 30
_PLACES = frozenset(("city", "province", "region", "border", "port", "place"))


class Sources:
    """Finds who speaks in one article's reported speech."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.words = claim_verbs()
        self.frames = frame_of_verb()

    def of(
        self, sentence: Sentence, verb: int, previous: tuple[int, Phrase | None] | None
    ) -> tuple[Phrase | None, str]:
        """Who speaks by a verb, and how that was read; `previous`: verb and source of the report before."""
        tokens = self.text.tokens
        if tokens[verb].lower.endswith("ing"):
            if previous is not None and previous[0] < verb and tokens[verb - 1].text in (",", "”", '"'):
                return previous[1], "participle"
            return self._governing_subject(sentence, verb), "participle"
        if word_class(tokens[verb - 1]) == "coordinators" and previous is not None and previous[0] < verb:
            return previous[1], "coordinated"
        found = subject_of(self.text, verb, sentence.first) or self._before_brackets(sentence, verb)
        found = self._with_first(sentence, found) if found is not None else None
        if found is None and previous is not None and tokens[verb - 1].lower in ("also", "and", "but"):
            return previous[1], "coordinated"
        return (self.trim(found), found.route) if found else (None, "")

    def _with_first(self, sentence: Sentence, found: Phrase) -> Phrase:
        """The whole of "X and Y" where it opens the sentence and the phrase is its "Y"."""
        if found.first - 1 <= sentence.first or self.text.tokens[found.first - 1].lower != "and":
            return found
        other = noun_phrase_ending(self.text, found.first - 1, sentence.first)
        if other is None or other.first != sentence.first:
            return found
        return found._replace(first=other.first)

    def _before_brackets(self, sentence: Sentence, verb: int) -> Phrase | None:
        """The noun phrase before a bracket right before the verb: "the Front (XF, once YF) said"."""
        tokens = self.text.tokens
        if tokens[verb - 1].text != ")":
            return None
        floor = max(sentence.first, verb - 20)
        opening = next((i for i in range(verb - 2, floor, -1) if tokens[i].text == "("), None)
        return noun_phrase_ending(self.text, opening, sentence.first) if opening is not None else None

    def is_noun(self, sentence: Sentence, verb: int) -> bool:
        """Whether the word is a noun here: "the claims", "their report", "the accused"."""
        if verb == sentence.first:
            return not self.text.tokens[verb].lower.endswith("ing")
        before = self.text.tokens[verb - 1]
        if self.text.tokens[verb].text[0].isupper():
            return True  # part of a name
        if self.text.tokens[verb].lower == "warning" and word_class(before) not in ("mark", "be"):
            return True
        return word_class(before) in ("determiners", "possessives", "genitive", "prepositions", "number") or (
            before.text == "-"
        )

    def _governing_subject(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Subject of the finite verb before a participle: "X issued a letter … accusing"."""
        tokens = self.text.tokens
        for at in range(verb - 1, max(sentence.first, verb - _PARTICIPLE_REACH) - 1, -1):
            if tokens[at].text in (";", ":"):
                return None
            behind = noun_phrase_at(self.text, at + 1, verb) if tokens[at].lower in self.frames else None
            if behind is not None and behind.stop == verb - 1 and tokens[verb - 1].text == ",":
                return self.trim(behind)
            if word_class(tokens[at]) == "verb" or tokens[at].lower in self.frames:
                group = verb_group(self.text, at, sentence.first)
                if group.passive or group.infinitive:
                    continue
                found = subject_of(self.text, at, sentence.first)
                if found is not None:
                    return self.trim(found)
        return None

    def trim(self, phrase: Phrase) -> Phrase:
        """The phrase without a "that" that belongs to the clause before it."""
        first = phrase.first
        while first < phrase.head and self.text.tokens[first].lower in ("that", "and", "but"):
            first += 1
        return phrase._replace(first=first)

    def can_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase names a person or body, or is a noun for one that speaks."""
        tokens = self.text.tokens
        head = tokens[phrase.head]
        if word_class(head) == "subject_pronouns":
            return head.lower in ("he", "she", "they")
        core = tokens[phrase.first : phrase.stop]
        if any(t.lower in self.words.sources for t in core[:12]):
            return True
        mention = self.names.at(head.start)
        if mention is not None and mention.kind == "city":
            return self._is_government(phrase)
        return mention is not None and mention.kind not in _PLACES

    def _is_government(self, phrase: Phrase) -> bool:
        """Whether a phrase is a capital's bare name, which stands for the government in it."""
        tokens = self.text.tokens
        name = " ".join(t.lower for t in tokens[phrase.first : phrase.stop])
        before = tokens[phrase.first - 1] if phrase.first else None
        free = before is None or word_class(before) not in ("prepositions", "name", "noun", "determiners")
        return free and name in load_capitals()

    def speaker_of(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Who says, by the verb at a token, what stands before or behind it: "said X", "X said"."""
        behind = noun_phrase_at(self.text, verb + 1, sentence.stop) if verb + 1 < sentence.stop else None
        if (
            behind is not None
            and self.text.tokens[verb - 1].text in (",", "”", '"')
            and self.can_speak(behind)
        ):
            return self.trim(behind)
        return self.claimant_of(sentence, verb)

    def claimant_of(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Who claims something by the verb at a token; None when negated, modal or unreadable."""
        group = verb_group(self.text, verb, sentence.first, sentence.stop)
        if group.negated or group.modal or group.infinitive or self.is_noun(sentence, verb):
            return None
        source, _ = self.of(sentence, verb, None)
        if source is None or not (self.can_speak(source) or self._is_name(source)):
            return None
        return source

    def _is_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is a bare name that nothing else in the article explains."""
        tokens = self.text.tokens
        mention = self.names.at(tokens[phrase.head].start)
        place = mention is not None and mention.kind in _PLACES
        return phrase.stop - phrase.first <= 5 and word_class(tokens[phrase.head]) == "name" and not place
