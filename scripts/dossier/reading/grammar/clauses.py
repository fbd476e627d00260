"""Clauses of what is said: where one begins behind its verb, whether it is one, where it ends."""

from __future__ import annotations

from dossier.reading.grammar.phrases import Phrase, noun_phrase_at, word_class
from dossier.reading.grammar.reporting import ClaimVerbs, claim_verbs, frame_of_verb
from dossier.reading.text.article import Article
from dossier.reading.text.quoted import Quoted
from dossier.reading.text.tokens import Sentence

END_MARKS = frozenset((".", ";", ":", "?", "!", "”", '"'))
OPENING_MARKS = frozenset(("“", '"', "‘"))
_FEW_WORDS = 26
LONGEST_CONTENT = 45
"""Tokens of what is said that are looked at: a clause, not a page."""


class Clauses:
    """Finds the clauses of one article's reported speech."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.dateline = article.dateline
        self.quoted = Quoted(article.text)
        self.words: ClaimVerbs = claim_verbs()
        self.frames = frame_of_verb()

    def start_of(self, sentence: Sentence) -> int:
        """First token of a sentence behind the dateline and its dash."""
        line = self.dateline
        if line is None or not sentence.start <= line.start < sentence.end:
            return sentence.first
        at = self.text.token_at(line.end)
        while at < sentence.stop and word_class(self.text.tokens[at]) == "mark":
            at += 1
        return at

    def after_addressee(self, sentence: Sentence, verb: int) -> int:
        """Token behind the verb, its addressee and "out" skipped: "told reporters that …"."""
        tokens = self.text.tokens
        at = verb + 1
        if tokens[verb].lower in self.words.addressing:
            that = self.find(at, verb + 10, sentence, ("that",))
            if that is not None:
                return that
            addressed = noun_phrase_at(self.text, at, min(sentence.stop, at + 4))
            if addressed is not None and word_class(tokens[addressed.head]) == "object_pronouns":
                return addressed.stop
            if addressed is not None and tokens[addressed.head].lower in (
                "reporters",
                "journalists",
                "media",
            ):
                return addressed.stop
            return at if tokens[verb].lower.startswith(("promis", "warn")) else sentence.stop
        if at < sentence.stop and tokens[at].lower == "to":
            that = self.find(at, verb + 10, sentence, ("that",))
            if that is not None:
                return that
        if at < sentence.stop and tokens[at].lower == "out":
            return at + 1
        return at

    def past_time(self, sentence: Sentence, at: int) -> int:
        """Behind "on Tuesday", "in a statement", "last week": the token where what is said begins."""
        tokens = self.text.tokens
        that = self.find(at, at + 8, sentence, ("that",))
        if that is not None:
            return that
        step = at + 1
        while step < min(sentence.stop, at + 4) and word_class(tokens[step]) in ("times", "number", "name"):
            step += 1
            if word_class(tokens[step - 1]) == "times":
                return step
        return sentence.stop

    def opens(self, at: int, frame: str, sentence: Sentence) -> bool:
        """Whether a clause begins at a token: a subject, then its verb; pledges also take "to" or a noun."""
        tokens = self.text.tokens
        lower = tokens[at].lower
        if frame in ("pledge", "warning") and (
            lower in ("to", "of", "against", "not")
            or word_class(tokens[at]) in ("determiners", "noun", "number", "mark", "name")
        ):
            return True
        if lower in ("there", "if", "no", "because"):
            return lower != "because"
        if tokens[at].text in OPENING_MARKS:
            return True
        phrase = noun_phrase_at(self.text, at, sentence.stop)
        if phrase is None:
            return False
        limit = min(sentence.stop, phrase.stop + 14)
        relative = False
        for step in range(phrase.stop, limit):
            kind = word_class(tokens[step])
            if kind in ("be", "have", "do", "modals", "verb", "contracted"):
                if not relative:
                    return True
                relative = False
            if tokens[step].text in END_MARKS:
                return False
            if tokens[step].text == ",":
                closing = next((i for i in range(step + 1, limit) if tokens[i].text == ","), None)
                return (
                    closing is not None
                    and closing + 1 < sentence.stop
                    and word_class(tokens[closing + 1]) in ("be", "have", "do", "modals", "verb", "adverb")
                )
            relative = relative or kind == "relatives" or tokens[step].lower == "that"
        return False

    def wholly_quoted(self, at: int) -> bool:
        """Whether the mark at a token opens a quotation of more than a few words."""
        return self.quoted.length_at(self.text.tokens[at].start) > _FEW_WORDS

    def stop(self, sentence: Sentence, at: int) -> int:
        """Token after what is said: its clause, cut where another clause or report begins."""
        tokens = self.text.tokens
        top = min(sentence.stop, at + LONGEST_CONTENT)
        start = at
        finite = False
        while at < top:
            token = tokens[at]
            kind = word_class(token)
            if token.text in (";", ":", "?", "!") or (token.text == "." and at == sentence.stop - 1):
                break
            if token.text == "," and at + 1 < top:
                if not finite and tokens[at + 1].lower in ("which", "who", "whose", "where"):
                    at = next((i for i in range(at + 2, top) if tokens[i].text == ","), at) + 1
                    continue
                few = 1 if tokens[at + 1].lower in self.frames else 3
                if at - start >= few and self._new_clause(at + 1, top, finite):
                    break
            if token.text in ("–", "—", "--") and at - start >= 4:
                break
            if (
                token.lower == "and"
                and at + 1 < top
                and tokens[at + 1].lower in self.frames
                and at > start + 2
            ):
                break
            finite = finite or kind in ("verb", "be", "have", "do", "modals")
            at += 1
        while at > start and tokens[at - 1].text in (",", "."):
            at -= 1
        return at

    def _new_clause(self, at: int, top: int, finite: bool) -> bool:
        tokens = self.text.tokens
        lower = tokens[at].lower
        if lower in self.words.clause_openers or lower in self.frames:
            return True
        if finite and word_class(tokens[at]) == "subject_pronouns":
            return True
        if lower in ("and", "or") and at + 1 < top:
            return tokens[at + 1].lower in self.frames or word_class(tokens[at + 1]) in (
                "verb",
                "subject_pronouns",
            )
        return finite and word_class(tokens[at]) == "participle"

    def find(self, first: int, stop: int, sentence: Sentence, lowers: tuple[str, ...]) -> int | None:
        """First token of a range, within the sentence, that is one of some words."""
        tokens = self.text.tokens
        for at in range(first, min(stop, sentence.stop)):
            if tokens[at].lower in lowers:
                return at
        return None

    def subject(self, content: tuple[int, int]) -> Phrase | None:
        """The subject of a clause: its first noun phrase, with what "and" joins to it before the verb."""
        first, stop = content
        tokens = self.text.tokens
        while first < stop and (tokens[first].lower == "that" or word_class(tokens[first]) == "mark"):
            first += 1
        found = noun_phrase_at(self.text, first, stop) if first < stop else None
        if found is not None and found.stop < stop and tokens[found.stop].lower == "and":
            other = noun_phrase_at(self.text, found.stop + 1, stop)
            if other is not None:
                return Phrase(found.first, other.stop, other.head)
        return found
