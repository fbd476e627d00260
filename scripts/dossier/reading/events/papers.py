"""Sentences to press conferences, letters and statements that somebody gave or issued."""

from __future__ import annotations

from dossier.reading.attribution.namer import Named
from dossier.reading.events.occasion_record import OccasionReader
from dossier.reading.events.occasions import Occasion
from dossier.reading.findings import Span
from dossier.reading.grammar.phrases import noun_phrase_at, subject_of, verb_group, word_class
from dossier.reading.text.tokens import Sentence

_PLACES = frozenset(("city", "province", "region", "port", "place", "state", "country"))
_REACH = 12


class PaperReader(OccasionReader):
    """Reads what one article's people said or wrote in public."""

    def conference(self, sentence: Sentence, at: int) -> Occasion | None:
        """A press conference that was held: "said X at a press conference"."""
        tokens = self.text.tokens
        if at - 1 < sentence.first or tokens[at - 1].lower not in self.words.conference_leads:
            return None
        if self.unreal(sentence, at - 1, 8):
            return None
        speaker = self._speaker(sentence, at)
        label = f"{tokens[at - 1].text} {tokens[at].text}".capitalize()
        if tokens[at - 2].lower == "joint":
            label = f"Joint {label.lower()}"
        place = None
        if at + 2 < sentence.stop and tokens[at + 1].lower in ("in", "at"):
            mention = self.names.at(tokens[at + 2].start)
            place = mention if mention is not None and mention.kind in _PLACES else None
        definite = tokens[max(at - 2, 0)].lower in ("the", "this", "that")
        return self.occasion("press_conference", label, sentence, at, [("speaker", speaker)], place, definite)

    def _speaker(self, sentence: Sentence, at: int) -> Named | None:
        """Who speaks at it: "said X at a press conference", "X told a press conference"."""
        tokens = self.text.tokens
        for step in range(at - 2, max(sentence.first, at - _REACH) - 1, -1):
            if tokens[step].text in ("”", '"', ";"):
                return None
            if word_class(tokens[step]) == "verb" or tokens[step].lower in ("said", "told", "held", "gave"):
                behind = noun_phrase_at(self.text, step + 1, at - 1)
                if behind is not None and tokens[step + 1].lower not in (
                    "a",
                    "the",
                    "reporters",
                    "journalists",
                ):
                    named = self.people.who(behind, sentence)
                    if named is not None and named.known:
                        return named
                group = verb_group(self.text, step, sentence.first)
                if group.modal or group.infinitive:
                    return None
                return self.people.who(subject_of(self.text, step, sentence.first), sentence)
        return None

    def paper(self, sentence: Sentence, at: int) -> Occasion | None:
        """A letter or statement that somebody issued: "X sent a letter to Y", "the letter from X"."""
        tokens, words = self.text.tokens, self.words
        letter = tokens[at].lower in words.letter_nouns
        verbs = words.issue_verbs if letter else words.issue_verbs_of_statements
        kind, label = ("letter", "Letter") if letter else ("statement", tokens[at].text.capitalize())
        if letter and at + 1 < sentence.stop and tokens[at + 1].lower == "from":
            author = self.people.who(noun_phrase_at(self.text, at + 2, sentence.stop), sentence)
            definite = tokens[at - 1].lower == "the" if at else False
            if author is not None and author.known:
                return self.occasion(kind, label, sentence, at, [("author", author)], None, definite)
            return None
        for step in range(at - 1, max(sentence.first, at - 8) - 1, -1):
            if tokens[step].text in (",", ";", "”", '"') or word_class(tokens[step]) == "prepositions":
                return None
            if tokens[step].lower in verbs:
                group = verb_group(self.text, step, sentence.first)
                if group.modal or group.infinitive or group.passive or group.negated:
                    return None
                author = self.people.who(subject_of(self.text, step, sentence.first), sentence)
                people = [
                    ("author", author),
                    ("recipient", self._recipient(sentence, at) if letter else None),
                ]
                return self.occasion(kind, label, sentence, at, people, None, False) if author else None
        return None

    def _recipient(self, sentence: Sentence, at: int) -> Named | None:
        tokens = self.text.tokens
        if at + 1 >= sentence.stop or tokens[at + 1].lower != "to":
            return None
        phrase = noun_phrase_at(self.text, at + 2, sentence.stop)
        if phrase is None:
            return None
        mention = self.names.at(tokens[phrase.head].start)
        if mention is None:
            return None
        return Named(mention.name, Span(mention.start, mention.end), True)
