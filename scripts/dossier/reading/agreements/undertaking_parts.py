"""What the verbs of undertakings have about them: parties, what is undertaken and where that ends."""

from __future__ import annotations

from itertools import pairwise

from dossier.reading.agreements.undertaking_words import Undertaking, undertaking_words
from dossier.reading.attribution.namer import Named, Namer
from dossier.reading.findings import Span
from dossier.reading.grammar.phrases import Phrase, noun_phrase_at, noun_phrase_ending, verb_group, word_class
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Sentence, Text

_MOST_LISTED = 8
_LONGEST = 22
"""Tokens of what is undertaken that are looked at."""
STOPS = frozenset((",", ".", ";", ":", "”", '"', "–", "—", "--", "?", "!", ")", "(", "“"))
_PAIRS = {"(": ")", "“": "”", '"': '"'}
_CLAUSES = frozenset(
    (
        "as",
        "after",
        "because",
        "while",
        "when",
        "before",
        "although",
        "but",
        "which",
        "who",
        "so",
        "since",
        "during",
        "until",
        "amid",
        "despite",
        "following",
        "if",
        "where",
    )
)
_PARTY_KINDS = frozenset(
    ("person", "organisation", "government_body", "state", "armed_group", "alliance", "people")
)


class UndertakingParts:
    """Reads parties and contents in one article."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.words = undertaking_words()
        self.namer = Namer(text, names)
        self._pair: tuple[Named, ...] | None = None

    def parties(self, phrase: Phrase | None) -> tuple[Named, ...]:
        """The known actors of a phrase; "both countries" are the two the article pairs."""
        if phrase is None:
            return ()
        tokens = self.text.tokens
        head = tokens[phrase.head].lower
        core = [t.lower for t in tokens[phrase.first : phrase.head]]
        if head in self.words.sides and (any(w in self.words.both for w in core) or core == ["the"]):
            return self.pair()
        named = [n for n in (*self._listed(phrase), *self.namer.each(phrase)) if n.known]
        if not named:
            one = self.namer.of(phrase)
            named = [one] if one.known else []
        return tuple(n for n in named if self.namer.findings[n.name].kind in _PARTY_KINDS)

    def _listed(self, phrase: Phrase) -> tuple[Named, ...]:
        """Names of the list that a phrase ends: "X, Y" of "of X, Y and Z"."""
        tokens, first = self.text.tokens, phrase.first
        joined = any(t.lower == "and" for t in tokens[first : phrase.stop])
        if first < 2 or tokens[first - 1].lower != ("," if joined else "and"):
            return ()
        found: list[Named] = []
        at = first - 1
        while len(found) < _MOST_LISTED and at > 0 and tokens[at].lower in ("and", ","):
            at -= 1 if tokens[at - 1].text != "," else 2
            mention = self.names.at(tokens[at].start)
            if mention is None or mention.end != tokens[at].end:
                break
            finding = self.namer.findings.get(mention.name)
            if finding is None or finding.kind not in _PARTY_KINDS:
                break
            found.append(Named(mention.name, Span(mention.start, mention.end), True))
            at = self.text.token_at(mention.start) - 1
        lead = tokens[at].lower if at >= 0 else ""
        return () if lead in ("in", "at", "from", "near", "to") else tuple(reversed(found))

    def past_time(self, sentence: Sentence, at: int) -> int:
        """The last token of "on Tuesday", "last week" behind a verb, the verb itself where none follows."""
        tokens = self.text.tokens
        step = at + 1
        while step < min(at + 4, sentence.stop - 1) and (
            word_class(tokens[step]) == "times"
            or tokens[step].lower in ("on", "last", "this", "week", "month", "year")
        ):
            step += 1
        timed = any(word_class(t) == "times" or t.lower == "last" for t in tokens[at + 1 : step])
        return step - 1 if timed else at

    def joined(self, at: int, sentence: Sentence) -> Phrase | None:
        """The noun phrase at a token with the one "and" joins to it: "between X and Y"."""
        found = noun_phrase_at(self.text, at, sentence.stop)
        if found is not None and found.stop < sentence.stop and self.text.tokens[found.stop].lower == "and":
            other = noun_phrase_at(self.text, found.stop + 1, sentence.stop)
            return Phrase(found.first, other.stop, other.head) if other is not None else found
        return found

    def pair(self) -> tuple[Named, ...]:
        """The first two states the article joins with "and"; empty when it joins none."""
        if self._pair is None:
            self._pair = ()
            mentions = [m for m in self.names.mentions if m.kind == "state"]
            for one, other in pairwise(mentions):
                if one.name != other.name and self.text.text[one.end : other.start].strip() in ("and", "&"):
                    self._pair = tuple(Named(m.name, Span(m.start, m.end), True) for m in (one, other))
                    break
        return self._pair

    def content_stop(self, sentence: Sentence, at: int) -> int:
        """Token after what is undertaken: its phrase up to the next mark or clause."""
        tokens = self.text.tokens
        stop = at
        top = min(sentence.stop, at + _LONGEST)
        while stop < top:
            past = self._past_insertion(stop, top)
            if past is not None:
                stop = past
                continue
            abbreviated = tokens[stop].text == "." and stop + 1 < sentence.stop
            if tokens[stop].text in STOPS and not abbreviated:
                break
            if tokens[stop].lower in _CLAUSES and stop > at + 1:
                break
            if tokens[stop].lower == "and" and self._clause_behind(stop + 1, top):
                break
            stop += 1
        return stop

    def _past_insertion(self, at: int, top: int) -> int | None:
        """Token behind a bracket or a few quoted words that open at a token; None where none does."""
        tokens = self.text.tokens
        closing = _PAIRS.get(tokens[at].text)
        if closing is None:
            return None
        return next((i + 1 for i in range(at + 1, min(at + 8, top)) if tokens[i].text == closing), None)

    def _clause_behind(self, at: int, top: int) -> bool:
        """Whether a new clause begins at a token: a subject, then its verb."""
        phrase = noun_phrase_at(self.text, at, top)
        return (
            phrase is not None
            and phrase.stop < top
            and word_class(self.text.tokens[phrase.stop]) in ("be", "have", "do", "modals", "verb")
        )

    def before_brackets(self, sentence: Sentence, at: int) -> Phrase | None:
        """The noun phrase before an editor's insertion: "Both sides [have] agreed"."""
        tokens = self.text.tokens
        stop = at
        while stop > sentence.first and tokens[stop - 1].lower in ("[", "]", "have", "has", "had"):
            stop -= 1
        return noun_phrase_ending(self.text, stop, sentence.first) if stop < at else None

    def thing(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Object of the verb at a token, "up" and "out" skipped: "set up a committee"."""
        at = verb + 1
        while at < sentence.stop and self.text.tokens[at].lower in ("up", "out", "on"):
            at += 1
        return noun_phrase_at(self.text, at, sentence.stop)

    def holds(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb reports something done: no modal, denial or wish before it."""
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive:
            return False
        before = self.text.tokens[max(sentence.first, group.first - 4) : group.first]
        return not any(t.lower in self.words.unreal for t in before)

    def counterparts(self, content: tuple[int, int]) -> tuple[Named, ...]:
        """Those named behind "with" in what is agreed: "a deal with X"."""
        tokens = self.text.tokens
        for at in range(content[0], content[1] - 1):
            if tokens[at].lower == "with":
                return self.parties(noun_phrase_at(self.text, at + 1, content[1]))
        return ()


def make_undertaking(
    parts: UndertakingParts,
    form: str,
    status: str,
    sentence: Sentence,
    words: tuple[int, int],
    content: tuple[int, int],
    parties: tuple[Named, ...],
    thing: Phrase | None,
    negative: str = "",
) -> Undertaking | None:
    """The record of an undertaking; None where nobody named takes it on."""
    if not parties or content[1] - content[0] < 1:
        return None
    if form != "pledge":
        parties = (*parties, *parts.counterparts(content))
    return Undertaking(
        form=form,
        status=status,
        sentence=sentence,
        words=words,
        content=content,
        parties=tuple({p.name: p for p in parties}.values()),
        thing=thing,
        negative=negative,
    )
