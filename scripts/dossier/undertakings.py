"""Sentences to undertakings: what is agreed, signed, pledged or planned, by whom, in which words.

Every undertaking has somebody named who takes it on. What is only wished for, denied, possible or
asked of others is none; "agreed with" and "agreed that it was" are opinions, not agreements.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dossier.article import Article
from dossier.findings import Span
from dossier.lexicon import load_table
from dossier.mentions import Names
from dossier.naming import Named, Namer
from dossier.phrases import (
    Phrase,
    noun_phrase_at,
    noun_phrase_ending,
    object_of,
    subject_of,
    verb_group,
    word_class,
)
from dossier.text import Sentence

_LONGEST = 22
"""Tokens of what is undertaken that are looked at."""
_STOPS = frozenset((",", ".", ";", ":", "”", '"', "–", "—", "--", "?", "!", ")", "(", "“"))
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


class UndertakingWords(NamedTuple):
    """Shape of lexicons/undertakings.yaml; its comments say what each list holds."""

    agree_verbs: frozenset[str]
    sign_verbs: frozenset[str]
    pledge_verbs: frozenset[str]
    reaffirm_verbs: frozenset[str]
    plan_verbs: frozenset[str]
    plan_nouns: frozenset[str]
    found_verbs: frozenset[str]
    joint_verbs: frozenset[str]
    deal_nouns: frozenset[str]
    between_nouns: frozenset[str]
    sides: frozenset[str]
    both: frozenset[str]
    announced: frozenset[str]
    kinds: dict[str, frozenset[str]]
    unreal: frozenset[str]
    generic: frozenset[str]


@cache
def undertaking_words() -> UndertakingWords:
    """The lexicon, read once."""
    return load_table("undertakings", UndertakingWords)


@cache
def undertaking_anchors() -> frozenset[str]:
    """Every word an undertaking can be found from."""
    w = undertaking_words()
    return (
        w.agree_verbs
        | w.sign_verbs
        | w.pledge_verbs
        | w.reaffirm_verbs
        | w.plan_verbs
        | w.between_nouns
        | w.joint_verbs
    ) | {"link"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One sentence's report of one undertaking."""

    form: str
    """agree, sign, pledge, plan or deal."""
    status: str
    """agreed, signed, pledged, planned or announced."""
    sentence: Sentence
    words: tuple[int, int]
    """Token range of the words that give the status."""
    content: tuple[int, int]
    """Token range of what is undertaken: "to set up a joint force", "$20bn in investments"."""
    parties: tuple[Named, ...]
    thing: Phrase | None
    """The noun phrase for what is set up, signed or given."""
    negative: str = ""
    """"not" or "never", where the promise is to leave something be."""


class UndertakingReader:
    """Reads the undertakings of one article."""

    def __init__(self, article: Article, names: Names) -> None:
        self.article = article
        self.text = article.text
        self.names = names
        self.words = undertaking_words()
        self.namer = Namer(article.text, names)
        self._pair: tuple[Named, ...] | None = None

    def read(self, sentence: Sentence, at: int) -> Undertaking | None:
        """The undertaking a token reports; None where it reports none that somebody named took on."""
        lower, words = self.text.tokens[at].lower, self.words
        if lower in words.agree_verbs:
            return self._agreed(sentence, at)
        if lower in words.sign_verbs:
            return self._signed(sentence, at)
        if lower in words.pledge_verbs:
            return self._pledged(sentence, at)
        if lower in words.reaffirm_verbs:
            return self._reaffirmed(sentence, at)
        if lower in words.plan_verbs:
            return self._planned(sentence, at)
        if lower in words.between_nouns:
            return self._deal(sentence, at)
        return self._joint(sentence, at)

    def _holds(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb reports something done: no modal, denial or wish before it."""
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive:
            return False
        before = self.text.tokens[max(sentence.first, group.first - 4) : group.first]
        return not any(t.lower in self.words.unreal for t in before)

    def _parties(self, phrase: Phrase | None) -> tuple[Named, ...]:
        """The known actors of a phrase; "both countries" are the two the article pairs."""
        if phrase is None:
            return ()
        tokens = self.text.tokens
        head = tokens[phrase.head].lower
        core = [t.lower for t in tokens[phrase.first : phrase.head]]
        if head in self.words.sides and (any(w in self.words.both for w in core) or core == ["the"]):
            return self.pair()
        named = [n for n in self.namer.each(phrase) if n.known]
        if not named:
            one = self.namer.of(phrase)
            named = [one] if one.known else []
        return tuple(n for n in named if self.namer.findings[n.name].kind in _PARTY_KINDS)

    def pair(self) -> tuple[Named, ...]:
        """The first two states the article joins with "and"; empty when it joins none."""
        if self._pair is None:
            self._pair = ()
            mentions = [m for m in self.names.mentions if m.kind == "state"]
            for one, other in zip(mentions, mentions[1:], strict=False):
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
            if tokens[stop].text in _STOPS:
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

    def _agreed(self, sentence: Sentence, at: int) -> Undertaking | None:
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or not self._holds(sentence, at):
            return None
        after = tokens[at + 1].lower
        thing: Phrase | None = None
        if after == "to" and word_class(tokens[at + 2]) not in ("determiners", "possessives", "name"):
            content = (at + 1, self.content_stop(sentence, at + 1))
            thing = self._thing(sentence, at + 2)
        elif after in ("on", "upon"):
            thing = noun_phrase_at(self.text, at + 2, sentence.stop)
            if thing is None or not any(
                t.lower in self.words.deal_nouns or t.lower in _kind_words()
                for t in tokens[thing.first : thing.stop]
            ):
                return None
            content = (thing.first, self.content_stop(sentence, at + 2))
        else:
            thing = object_of(self.text, at, sentence.stop)
            if thing is None or not any(
                t.lower in self.words.deal_nouns for t in tokens[thing.first : thing.head + 1]
            ):
                return None
            content = (thing.first, self.content_stop(sentence, thing.first))
        subject = subject_of(self.text, at, sentence.first) or self._before_brackets(sentence, at)
        parties = self._parties(subject)
        if not parties and subject is not None and tokens[subject.head].lower == "we":
            parties = self.pair()
        return self._make("agree", "agreed", sentence, (at, content[0] + 1), content, parties, thing)

    def _before_brackets(self, sentence: Sentence, at: int) -> Phrase | None:
        """The noun phrase before an editor's insertion: "Both sides [have] agreed"."""
        tokens = self.text.tokens
        stop = at
        while stop > sentence.first and tokens[stop - 1].lower in ("[", "]", "have", "has", "had"):
            stop -= 1
        return noun_phrase_ending(self.text, stop, sentence.first) if stop < at else None

    def _thing(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Object of the verb at a token, "up" and "out" skipped: "set up a committee"."""
        at = verb + 1
        while at < sentence.stop and self.text.tokens[at].lower in ("up", "out", "on"):
            at += 1
        return noun_phrase_at(self.text, at, sentence.stop)

    def _signed(self, sentence: Sentence, at: int) -> Undertaking | None:
        tokens = self.text.tokens
        if not self._holds(sentence, at) or verb_group(self.text, at, sentence.first).passive:
            return None
        thing = object_of(self.text, at, sentence.stop)
        if thing is None or not any(
            t.lower in self.words.deal_nouns for t in tokens[thing.first : min(thing.stop, thing.first + 8)]
        ):
            return None
        parties = list(self._parties(subject_of(self.text, at, sentence.first)))
        for step in range(thing.first, min(thing.stop + 3, sentence.stop - 1)):
            if tokens[step].lower == "with":
                parties += self._parties(noun_phrase_at(self.text, step + 1, sentence.stop))
        status = "signed" if tokens[at].lower.startswith(("sign", "ink", "ratif")) else "agreed"
        content = (thing.first, self.content_stop(sentence, thing.first))
        return self._make("sign", status, sentence, (at, at + 1), content, tuple(parties), thing)

    def _pledged(self, sentence: Sentence, at: int) -> Undertaking | None:
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or not self._holds(sentence, at):
            return None
        before = tokens[at - 1] if at > sentence.first else None
        if before is not None and word_class(before) in (
            "determiners",
            "possessives",
            "genitive",
            "prepositions",
        ):
            return None
        after = tokens[at + 1]
        parties = self._parties(subject_of(self.text, at, sentence.first))
        negative = ""
        thing: Phrase | None = None
        if after.lower in ("to", "not"):
            first = at + 1
            if after.lower == "not":
                negative, first = "not", at + 2
            if (
                tokens[at].lower == "committed"
                and after.lower == "to"
                and word_class(tokens[first + 1]) != "noun"
            ):
                return None
            content = (first, self.content_stop(sentence, first))
        elif after.lower == "that":
            return self._commitment(sentence, at, at + 2, parties, "pledge")
        elif tokens[at].lower in ("committed", "undertook"):
            return None
        elif after.text in "$£€" or word_class(after) in ("number", "noun", "determiners"):
            thing = object_of(self.text, at, sentence.stop)
            if thing is None or not (
                after.text in "$£€"
                or any(
                    word_class(t) == "number" or t.lower in _kind_words()
                    for t in tokens[thing.first : thing.stop]
                )
            ):
                return None
            content = (at + 1, self.content_stop(sentence, at + 1))
        else:
            return None
        return self._make("pledge", "pledged", sentence, (at, at + 1), content, parties, thing, negative)

    def _commitment(
        self, sentence: Sentence, at: int, first: int, parties: tuple[Named, ...], form: str
    ) -> Undertaking | None:
        """ "pledged that his government would not allow …": what stands behind will or would."""
        tokens = self.text.tokens
        for step in range(first, min(first + 10, sentence.stop - 1)):
            if tokens[step].lower in ("will", "would"):
                verb, negative = step + 1, ""
                if tokens[verb].lower in ("not", "never"):
                    negative, verb = tokens[verb].lower, verb + 1
                content = (verb, self.content_stop(sentence, verb))
                return self._make(form, "pledged", sentence, (at, at + 1), content, parties, None, negative)
            if tokens[step].text in _STOPS:
                return None
        return None

    def _reaffirmed(self, sentence: Sentence, at: int) -> Undertaking | None:
        """ "has reiterated that his country will never take part in …"."""
        if not self._holds(sentence, at):
            return None
        that = next(
            (i for i in range(at + 1, min(at + 6, sentence.stop)) if self.text.tokens[i].lower == "that"),
            None,
        )
        if that is None:
            return None
        parties = self._parties(subject_of(self.text, at, sentence.first))
        found = self._commitment(sentence, at, that + 1, parties, "pledge")
        return found if found is not None and found.negative else None

    def _planned(self, sentence: Sentence, at: int) -> Undertaking | None:
        """ "X and Y plan to …", "plans were in the works to …": only what two take on together."""
        tokens = self.text.tokens
        to = next((i for i in range(at + 1, min(at + 8, sentence.stop - 1)) if tokens[i].lower == "to"), None)
        if to is None or any(t.text in _STOPS for t in tokens[at:to]):
            return None
        if tokens[to + 1].lower not in self.words.joint_verbs:
            return None
        content = (to, self.content_stop(sentence, to))
        if to == at + 1:
            parties = self._parties(subject_of(self.text, at, sentence.first))
        else:
            inside = [t.lower for t in tokens[to : content[1]]]
            joint = any(w in self.words.sides for w in inside) and any(w in self.words.both for w in inside)
            parties = self.pair() if joint else ()
        if len(parties) < 2:
            return None
        return self._make(
            "plan", "planned", sentence, (at, to), content, parties, self._thing(sentence, to + 1)
        )

    def _joint(self, sentence: Sentence, at: int) -> Undertaking | None:
        """ "X and Y will establish …": a future both are the subject of."""
        tokens = self.text.tokens
        group = verb_group(self.text, at, sentence.first)
        if group.modal != "will" or group.negated or group.passive:
            return None
        parties = self._parties(subject_of(self.text, at, sentence.first))
        thing = self._thing(sentence, at)
        if len(parties) < 2 or thing is None:
            return None
        announced = any(t.lower in self.words.announced for t in tokens[sentence.first : sentence.stop])
        content = (at, self.content_stop(sentence, at))
        return self._make(
            "plan",
            "announced" if announced else "planned",
            sentence,
            (group.first, at + 1),
            content,
            parties,
            thing,
        )

    def _deal(self, sentence: Sentence, at: int) -> Undertaking | None:
        """ "a ceasefire between X and Y"."""
        tokens = self.text.tokens
        between = next(
            (i for i in range(at + 1, min(at + 8, sentence.stop - 1)) if tokens[i].lower == "between"), None
        )
        before = tokens[max(sentence.first, at - 6) : at]
        if between is None or any(t.lower in self.words.unreal for t in before):
            return None
        phrase = noun_phrase_at(self.text, between + 1, sentence.stop)
        parties = self._parties(phrase)
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
        return self._make(
            "deal", status, sentence, (at, at + 1), (first, phrase.stop), parties, Phrase(first, at + 1, at)
        )

    def _make(
        self,
        form: str,
        status: str,
        sentence: Sentence,
        words: tuple[int, int],
        content: tuple[int, int],
        parties: tuple[Named, ...],
        thing: Phrase | None,
        negative: str = "",
    ) -> Undertaking | None:
        if not parties or content[1] - content[0] < 1:
            return None
        if form != "pledge":
            parties = (*parties, *self._counterparts(content))
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

    def _counterparts(self, content: tuple[int, int]) -> tuple[Named, ...]:
        """Those named behind "with" in what is agreed: "a deal with X"."""
        tokens = self.text.tokens
        for at in range(content[0], content[1] - 1):
            if tokens[at].lower == "with":
                return self._parties(noun_phrase_at(self.text, at + 1, content[1]))
        return ()


_PARTY_KINDS = frozenset(
    ("person", "organisation", "government_body", "state", "armed_group", "alliance", "people")
)


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(word for words in undertaking_words().kinds.values() for word in words)
