"""Sentences to pledges: what somebody promises, vows or repeats a promise of."""

from __future__ import annotations

from dossier.reading.agreements.undertaking_parts import STOPS, UndertakingParts, make_undertaking
from dossier.reading.agreements.undertaking_words import Undertaking, kind_words, undertaking_words
from dossier.reading.attribution.namer import Named
from dossier.reading.grammar.phrases import (
    Phrase,
    noun_phrase_at,
    noun_phrase_ending,
    object_of,
    subject_of,
    word_class,
)
from dossier.reading.text.tokens import Sentence


class PledgeReader:
    """Reads one article's pledges."""

    def __init__(self, parts: UndertakingParts) -> None:
        self.text = parts.text
        self.parts = parts
        self.words = undertaking_words()

    def by_verb(self, sentence: Sentence, at: int) -> Undertaking | None:
        """A pledge by its verb: "X promised to …", "X pledged that it would …", "X pledged $5m in aid"."""
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or not self.parts.holds(sentence, at):
            return None
        before = tokens[at - 1] if at > sentence.first else None
        if tokens[at].lower.endswith("s") and before is not None and word_class(before) == "coordinators":
            return None  # "speeches and promises"
        kind = word_class(before) if before is not None else "mark"
        if kind in ("determiners", "possessives", "genitive", "prepositions"):
            return self.by_noun(sentence, at) if kind in ("determiners", "genitive") else None
        after = tokens[at + 1]
        parties = self.parts.parties(subject_of(self.text, at, sentence.first))
        negative = ""
        thing: Phrase | None = None
        if after.lower in ("to", "not", "never"):
            first = at + 1
            if after.lower != "to":
                negative, first = after.lower, at + 2
            if (
                tokens[at].lower == "committed"
                and after.lower == "to"
                and word_class(tokens[first + 1]) != "noun"
            ):
                return None
            content = (first, self.parts.content_stop(sentence, first))
        elif after.lower == "that":
            return self._commitment(sentence, at, at + 2, parties, "pledge")
        elif tokens[at].lower in ("committed", "undertook"):
            return None
        elif after.text in "$£€" or word_class(after) in ("number", "noun", "determiners"):
            thing = object_of(self.text, at, sentence.stop)
            if thing is None or not (
                after.text in "$£€"
                or any(
                    word_class(t) == "number" or t.lower in kind_words()
                    for t in tokens[thing.first : thing.stop]
                )
            ):
                return None
            content = (at + 1, self.parts.content_stop(sentence, at + 1))
        else:
            return None
        return make_undertaking(
            self.parts, "pledge", "pledged", sentence, (at, at + 1), content, parties, thing, negative
        )

    def by_noun(self, sentence: Sentence, at: int) -> Undertaking | None:
        """A pledge by its noun: "X’s pledge to …", "a promise by X to …"."""
        tokens = self.text.tokens
        before = [t.lower for t in tokens[max(sentence.first, at - 5) : at]]
        if any(word in self.words.unreal for word in before):
            return None
        to = at + 1
        if tokens[to].lower in ("by", "from"):
            owner = noun_phrase_at(self.text, to + 1, sentence.stop)
            to = owner.stop if owner is not None else to
        elif word_class(tokens[at - 1]) == "genitive":
            owner = noun_phrase_ending(self.text, at - 1, sentence.first)
        else:
            return None
        if to + 1 >= sentence.stop or tokens[to].lower != "to":
            return None
        if word_class(tokens[to + 1]) in ("determiners", "possessives", "name", "number"):
            return None
        content = (to, self.parts.content_stop(sentence, to))
        parties = self.parts.parties(owner)
        return make_undertaking(
            self.parts, "pledge", "pledged", sentence, (at, at + 1), content, parties, None
        )

    def _commitment(
        self, sentence: Sentence, at: int, first: int, parties: tuple[Named, ...], form: str
    ) -> Undertaking | None:
        """What stands behind will or would: "pledged that his government would not allow …"."""
        tokens = self.text.tokens
        for step in range(first, min(first + 10, sentence.stop - 1)):
            if tokens[step].lower in ("will", "would"):
                verb, negative = step + 1, ""
                if tokens[verb].lower in ("not", "never"):
                    negative, verb = tokens[verb].lower, verb + 1
                content = (verb, self.parts.content_stop(sentence, verb))
                return make_undertaking(
                    self.parts, form, "pledged", sentence, (at, at + 1), content, parties, None, negative
                )
            if tokens[step].text in STOPS:
                return None
        return None

    def reaffirmed(self, sentence: Sentence, at: int) -> Undertaking | None:
        """A promise repeated: "has reiterated that his country will never take part in …"."""
        if not self.parts.holds(sentence, at):
            return None
        that = next(
            (i for i in range(at + 1, min(at + 6, sentence.stop)) if self.text.tokens[i].lower == "that"),
            None,
        )
        if that is None:
            return None
        parties = self.parts.parties(subject_of(self.text, at, sentence.first))
        found = self._commitment(sentence, at, that + 1, parties, "pledge")
        return found if found is not None and found.negative else None
