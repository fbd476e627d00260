"""Sentences to undertakings: what is agreed, signed, pledged or planned, by whom, in which words.

Every undertaking has somebody named who takes it on. What is only wished for, denied, possible or
asked of others is none; "agreed with" and "agreed that it was" are opinions, not agreements.
"""

from __future__ import annotations

from dossier.reading.agreements.pledges import PledgeReader
from dossier.reading.agreements.undertaking_parts import STOPS, UndertakingParts, make_undertaking
from dossier.reading.agreements.undertaking_words import Undertaking, kind_words, undertaking_words
from dossier.reading.grammar.phrases import (
    Phrase,
    noun_phrase_at,
    object_of,
    subject_of,
    verb_group,
    word_class,
)
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence


class UndertakingReader:
    """Reads the undertakings of one article."""

    def __init__(self, article: Article, names: Names) -> None:
        self.text = article.text
        self.parts = UndertakingParts(article.text, names)
        self.pledges = PledgeReader(self.parts)
        self.words = undertaking_words()

    def read(self, sentence: Sentence, at: int) -> Undertaking | None:
        """The undertaking a token reports; None where it reports none that somebody named took on."""
        lower, words = self.text.tokens[at].lower, self.words
        if lower in words.agree_verbs:
            return self._agreed(sentence, at)
        if lower in words.sign_verbs:
            return self._signed(sentence, at)
        if lower in words.pledge_verbs:
            return self.pledges.by_verb(sentence, at)
        if lower in words.reaffirm_verbs:
            return self.pledges.reaffirmed(sentence, at)
        if lower in words.plan_verbs:
            return self._planned(sentence, at)
        if lower in words.between_nouns:
            return self._deal(sentence, at)
        return self._joint(sentence, at)

    def _agreed(self, sentence: Sentence, at: int) -> Undertaking | None:
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or not self.parts.holds(sentence, at):
            return None
        verb, at = at, self.parts.past_time(sentence, at)
        if at + 2 >= sentence.stop:
            return None
        after = tokens[at + 1].lower
        thing: Phrase | None = None
        if after == "to" and word_class(tokens[at + 2]) not in ("determiners", "possessives", "name"):
            content = (at + 1, self.parts.content_stop(sentence, at + 1))
            thing = self.parts.thing(sentence, at + 2)
        elif after in ("on", "upon"):
            thing = noun_phrase_at(self.text, at + 2, sentence.stop)
            if thing is None or not any(
                t.lower in self.words.deal_nouns or t.lower in kind_words()
                for t in tokens[thing.first : thing.stop]
            ):
                return None
            content = (thing.first, self.parts.content_stop(sentence, at + 2))
        else:
            thing = object_of(self.text, at, sentence.stop)
            if thing is None or not any(
                t.lower in self.words.deal_nouns for t in tokens[thing.first : thing.head + 1]
            ):
                return None
            content = (thing.first, self.parts.content_stop(sentence, thing.first))
        subject = subject_of(self.text, verb, sentence.first) or self.parts.before_brackets(sentence, verb)
        parties = self.parts.parties(subject)
        if not parties and subject is not None and tokens[subject.head].lower == "we":
            parties = self.parts.pair()
        return make_undertaking(
            self.parts,
            "agree",
            "agreed",
            sentence,
            (verb, max(verb, content[0]) + 1),
            content,
            parties,
            thing,
        )

    def _signed(self, sentence: Sentence, at: int) -> Undertaking | None:
        tokens = self.text.tokens
        if not self.parts.holds(sentence, at):
            return None
        passive = verb_group(self.text, at, sentence.first).passive
        thing = (
            subject_of(self.text, at, sentence.first) if passive else object_of(self.text, at, sentence.stop)
        )
        if thing is None or not any(
            t.lower in self.words.deal_nouns for t in tokens[thing.first : min(thing.stop, thing.first + 8)]
        ):
            return None
        if passive:
            return self._signed_by(sentence, at, thing)
        parties = list(self.parts.parties(subject_of(self.text, at, sentence.first)))
        for step in range(thing.first, min(thing.stop + 3, sentence.stop - 1)):
            if tokens[step].lower == "with":
                parties += self.parts.parties(noun_phrase_at(self.text, step + 1, sentence.stop))
        content = (thing.first, self.parts.content_stop(sentence, thing.first))
        status = self._status(at)
        return make_undertaking(
            self.parts, "sign", status, sentence, (at, at + 1), content, tuple(parties), thing
        )

    def _signed_by(self, sentence: Sentence, at: int, thing: Phrase) -> Undertaking | None:
        """A deal in the passive: "the treaty was signed on Monday by X and Y"."""
        tokens = self.text.tokens
        by = next(
            (
                i
                for i in range(at + 1, min(at + 9, sentence.stop - 1))
                if tokens[i].lower in ("by", "between")
            ),
            None,
        )
        if by is None:
            return None
        parties = self.parts.parties(self.parts.joined(by + 1, sentence))
        content = (thing.first, thing.stop)
        return make_undertaking(
            self.parts, "sign", self._status(at), sentence, (at, at + 1), content, parties, thing
        )

    def _status(self, at: int) -> str:
        return "signed" if self.text.tokens[at].lower.startswith(("sign", "ink", "ratif")) else "agreed"

    def _planned(self, sentence: Sentence, at: int) -> Undertaking | None:
        """What two plan together: "X and Y plan to …", "plans were in the works to …"."""
        tokens = self.text.tokens
        to = next((i for i in range(at + 1, min(at + 8, sentence.stop - 1)) if tokens[i].lower == "to"), None)
        if to is None or any(t.text in STOPS for t in tokens[at:to]):
            return None
        if tokens[to + 1].lower not in self.words.joint_verbs:
            return None
        content = (to, self.parts.content_stop(sentence, to))
        if to == at + 1:
            parties = self.parts.parties(subject_of(self.text, at, sentence.first))
        else:
            inside = [t.lower for t in tokens[to : content[1]]]
            joint = any(w in self.words.sides for w in inside) and any(w in self.words.both for w in inside)
            parties = self.parts.pair() if joint else ()
        if len(parties) < 2:
            return None
        return make_undertaking(
            self.parts,
            "plan",
            "planned",
            sentence,
            (at, to),
            content,
            parties,
            self.parts.thing(sentence, to + 1),
        )

    def _joint(self, sentence: Sentence, at: int) -> Undertaking | None:
        """A future both are the subject of: "X and Y will establish …"."""
        tokens = self.text.tokens
        group = verb_group(self.text, at, sentence.first)
        if group.modal != "will" or group.negated or group.passive:
            return None
        parties = self.parts.parties(subject_of(self.text, at, sentence.first))
        thing = self.parts.thing(sentence, at)
        if len(parties) < 2 or thing is None:
            return None
        announced = any(t.lower in self.words.announced for t in tokens[sentence.first : sentence.stop])
        content = (at, self.parts.content_stop(sentence, at))
        return make_undertaking(
            self.parts,
            "plan",
            "announced" if announced else "planned",
            sentence,
            (group.first, at + 1),
            content,
            parties,
            thing,
        )

    def _deal(self, sentence: Sentence, at: int) -> Undertaking | None:
        """A deal by its noun: "a ceasefire between X and Y"."""
        tokens = self.text.tokens
        between = next(
            (i for i in range(at + 1, min(at + 8, sentence.stop - 1)) if tokens[i].lower == "between"), None
        )
        before = tokens[max(sentence.first, at - 6) : at]
        if between is None or any(t.lower in self.words.unreal for t in before):
            return None
        phrase = self.parts.joined(between + 1, sentence)
        parties = self.parts.parties(phrase)
        if phrase is None or len(parties) < 2:
            return None
        near = [t.lower for t in tokens[max(sentence.first, at - 6) : min(sentence.stop, phrase.stop + 6)]]
        status = (
            "signed"
            if "signed" in near
            else "agreed"
            if {"reached", "agreed", "struck"} & set(near)
            else "unknown"
        )
        first = at
        while first > sentence.first and word_class(tokens[first - 1]) in ("noun", "name", "number"):
            first -= 1
        return make_undertaking(
            self.parts,
            "deal",
            status,
            sentence,
            (at, at + 1),
            (first, phrase.stop),
            parties,
            Phrase(first, at + 1, at),
        )
