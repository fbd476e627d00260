"""Sentences to reports: who says something (in indirect speech), by which verb, and in which words.

A report starts from a verb of `lexicons/claim_verbs.yaml` whose subject is a name or a noun phrase that
can speak. Direct quotations are left to the quotes; a partial one inside the reporter's clause stays
part of what is said. Where the subject can't be read, there is no report.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.article import Article
from dossier.findings import Span
from dossier.mentions import Names
from dossier.phrases import (
    Phrase,
    agent_of,
    noun_phrase_at,
    noun_phrase_ending,
    object_of,
    subject_of,
    verb_group,
    word_class,
)
from dossier.reporting import ClaimVerbs, claim_verbs, frame_of_verb
from dossier.text import Sentence

_END_MARKS = frozenset((".", ";", ":", "?", "!", "”", '"'))
_OPENING = frozenset(("“", '"', "‘"))
_LONGEST_CONTENT = 45
"""Tokens of what is said that are looked at: a clause, not a page."""
_PARTICIPLE_REACH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody's statement in the reporter's words."""

    frame: str
    """statement, assessment, accusation, blame, denial, pledge, warning, call; or gap, where what is said is
    a relative clause with its noun outside ("an attack that X said was …")."""
    source: Phrase | None
    """Who says it; None where a passive leaves the source out."""
    verb: int
    """Token of the verb."""
    content: tuple[int, int]
    """Half-open token range of what is said."""
    target: Phrase | None
    """Whom or what the verb's own grammar puts at the other end: the one accused, blamed, called on."""
    inverted: bool = False
    """What is said stands before its source."""
    shape: str = "clause"
    """The pattern read: that-clause, clause, object, passive, relative, participle …"""


class ReportReader:
    """Reads the reports of one article's sentences."""

    def __init__(self, article: Article, names: Names) -> None:
        self.text = article.text
        self.dateline = article.dateline
        self.names = names
        self.words: ClaimVerbs = claim_verbs()
        self.frames = frame_of_verb()

    def read(self, sentence: Sentence, verb: int, previous: Report | None) -> Report | None:
        """The report made by the verb at a token; `previous` is the sentence's report before it."""
        tokens = self.text.tokens
        lower = tokens[verb].lower
        frame = self.frames[lower]
        if self._is_noun(sentence, verb):
            return None
        group = verb_group(self.text, verb, sentence.first, sentence.stop)
        if group.negated or group.modal or (group.infinitive and frame != "blame"):
            return None
        if group.passive:
            return self._passive(sentence, verb, frame)
        source, shape = self._source(sentence, verb, previous)
        if source is None or not self.can_speak(source):
            return None
        if frame == "accusation" and lower.startswith(("accus", "charg")):
            return self._accuse(sentence, verb, source)
        if frame == "blame":
            return self._blame(sentence, verb, source)
        if frame == "call":
            return self._call(sentence, verb, source)
        if frame == "denial":
            return self._object_or_clause(sentence, verb, frame, source, shape)
        return self._clause(sentence, verb, frame, source, shape)

    def _is_noun(self, sentence: Sentence, verb: int) -> bool:
        """Whether the word is a noun here: "the claims", "their report", "the accused"."""
        if verb == sentence.first:
            return not self.text.tokens[verb].lower.endswith("ing")
        before = self.text.tokens[verb - 1]
        return word_class(before) in ("determiners", "possessives", "genitive", "prepositions", "number") or (
            before.text == "-"
        )

    def _source(self, sentence: Sentence, verb: int, previous: Report | None) -> tuple[Phrase | None, str]:
        tokens = self.text.tokens
        if tokens[verb].lower.endswith("ing"):
            if previous is not None and previous.verb < verb and tokens[verb - 1].text in (",", "”", '"'):
                return previous.source, "participle"
            return self._governing_subject(sentence, verb), "participle"
        if word_class(tokens[verb - 1]) == "coordinators" and previous is not None and previous.verb < verb:
            return previous.source, "coordinated"
        found = subject_of(self.text, verb, sentence.first)
        if found is None and previous is not None and tokens[verb - 1].lower in ("also", "and", "but"):
            return previous.source, "coordinated"
        return (self._trim(found), found.route) if found else (None, "")

    def _governing_subject(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Subject of the finite verb before a participle: "X issued a letter … accusing"."""
        tokens = self.text.tokens
        for at in range(verb - 1, max(sentence.first, verb - _PARTICIPLE_REACH) - 1, -1):
            if tokens[at].text in (";", ":"):
                return None
            behind = noun_phrase_at(self.text, at + 1, verb) if tokens[at].lower in self.frames else None
            if behind is not None and behind.stop == verb - 1 and tokens[verb - 1].text == ",":
                return self._trim(behind)
            if word_class(tokens[at]) == "verb" or tokens[at].lower in self.frames:
                group = verb_group(self.text, at, sentence.first)
                if group.passive or group.infinitive:
                    continue
                found = subject_of(self.text, at, sentence.first)
                if found is not None:
                    return self._trim(found)
        return None

    def _trim(self, phrase: Phrase) -> Phrase:
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
        return mention is not None and mention.kind not in (
            "city",
            "province",
            "region",
            "border",
            "port",
            "place",
        )

    def _passive(self, sentence: Sentence, verb: int, frame: str) -> Report | None:
        """ "X was accused of Y by Z", "Y was blamed on X"."""
        tokens = self.text.tokens
        subject = subject_of(self.text, verb, sentence.first)
        agent = agent_of(self.text, verb, sentence.stop)
        if subject is None or frame not in ("accusation", "blame") or verb + 1 >= sentence.stop:
            return None
        subject = self._trim(subject)
        after = tokens[verb + 1].lower
        content = (verb, self._content_stop(sentence, verb + 1))
        target: Phrase | None = subject
        if frame == "blame" and after == "on":
            target = noun_phrase_at(self.text, verb + 2, sentence.stop)
        elif after not in ("of", "for", "by"):
            return None
        if target is None or (agent is not None and not self.can_speak(agent)):
            return None
        return Report(
            frame=frame,
            source=agent,
            verb=verb,
            content=content,
            target=target,
            shape=f"passive {frame}",
            inverted=True,
        )

    def _accuse(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        target = object_of(self.text, verb, sentence.stop)
        if target is None:
            return None
        of = self._find(target.first + 1, verb + 25, sentence, ("of", "with"))
        if of is None:
            return None
        if target.stop > of:
            target = Phrase(target.first, of, min(target.head, of - 1))
        content = (verb, self._content_stop(sentence, of + 1))
        return Report(
            frame="accusation",
            source=source,
            verb=verb,
            content=content,
            target=target,
            shape="accuse X of Y",
        )

    def _blame(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        tokens = self.text.tokens
        at = verb + 1
        if at >= sentence.stop:
            return None
        if tokens[at].lower == "on":
            target = noun_phrase_at(self.text, at + 1, sentence.stop)
            shape = "that X blamed on Y"
        else:
            target = object_of(self.text, verb, sentence.stop)
            shape = "blame X for Y"
            on = self._find(at, verb + 15, sentence, ("on",))
            if on is not None and self._find(at, on, sentence, ("for",)) is None:
                target = noun_phrase_at(self.text, on + 1, sentence.stop) or target
                shape = "blame Y on X"
        if target is None:
            return None
        content = (verb, max(target.stop, self._content_stop(sentence, target.stop)))
        return Report(frame="blame", source=source, verb=verb, content=content, target=target, shape=shape)

    def _call(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        tokens = self.text.tokens
        lower, at = tokens[verb].lower, verb + 1
        if at >= sentence.stop:
            return None
        after = tokens[at].lower
        if lower.startswith("call"):
            if after not in ("on", "upon", "for"):
                return None
            target = noun_phrase_at(self.text, at + 1, sentence.stop) if after != "for" else None
            if after != "for" and (
                target is None or self._find(target.first, verb + 25, sentence, ("to",)) is None
            ):
                return None
        elif lower.startswith("appeal"):
            if after not in ("to", "for"):
                return None
            target = noun_phrase_at(self.text, at + 1, sentence.stop) if after == "to" else None
        elif lower.startswith("demand"):
            if after == "that":
                target = noun_phrase_at(self.text, at + 1, sentence.stop)
                target = Phrase(target.first, target.head + 1, target.head) if target else None
            else:
                target = None
        else:
            target = object_of(self.text, verb, sentence.stop)
            if target is None or self._find(target.first + 1, verb + 15, sentence, ("to", "not")) is None:
                return None
        return Report(
            frame="call",
            source=source,
            verb=verb,
            content=(at, self._content_stop(sentence, at)),
            target=target,
            shape="call",
        )

    def _object_or_clause(
        self, sentence: Sentence, verb: int, frame: str, source: Phrase, shape: str
    ) -> Report | None:
        stop = self._content_stop(sentence, verb + 1)
        if stop - verb < 2:
            return None
        return Report(
            frame=frame,
            source=source,
            verb=verb,
            content=(verb + 1, stop),
            target=None,
            shape=f"deny ({shape})",
        )

    def _clause(self, sentence: Sentence, verb: int, frame: str, source: Phrase, shape: str) -> Report | None:
        """What is said, after the verb ("said that …") or before it ("…, officials said")."""
        tokens = self.text.tokens
        at = self._after_addressee(sentence, verb)
        while at < sentence.stop and word_class(tokens[at]) in ("adverb", "adverbs", "times"):
            at += 1
        if at < sentence.stop and tokens[at].lower in ("on", "in", "last", "at") and shape != "participle":
            at = self._past_time(sentence, at)
        if at == verb + 1 and at < sentence.stop and word_class(tokens[at]) in ("be", "have"):
            return Report(
                frame="gap",
                source=source,
                verb=verb,
                content=(at, self._content_stop(sentence, at)),
                target=None,
                shape="that X said was",
            )
        begins = at < sentence.stop and tokens[at].text not in _END_MARKS | {",", "-", "–", "—", "--", ")"}
        if begins and tokens[at].text in _OPENING and self._wholly_quoted(sentence, at):
            return None
        if shape == "past_relative" and frame == "assessment":
            return None
        if begins:
            that = tokens[at].lower == "that"
            if not that and not self._opens_clause(at, frame, sentence):
                return None
            stop = self._content_stop(sentence, at + 1)
            if stop - at < 4:
                return None
            return Report(
                frame=frame,
                source=source,
                verb=verb,
                content=(at, stop),
                target=None,
                shape=f"{'that-clause' if that else 'clause'} ({shape})",
            )
        return self._before(sentence, verb, frame, source)

    def _before(self, sentence: Sentence, verb: int, frame: str, source: Phrase) -> Report | None:
        """ "Five died, police said": the clause before the source, up to its comma."""
        tokens = self.text.tokens
        comma = source.first - 1
        if comma <= sentence.first or tokens[comma].text != "," or source.head > verb:
            return None
        first = self._start(sentence)
        if not 4 <= comma - first <= _LONGEST_CONTENT:
            return None
        if any(t.text in _OPENING | {"”"} for t in tokens[first:comma]):
            return None
        if not self._opens_clause(first, frame, sentence):
            return None
        return Report(
            frame=frame,
            source=source,
            verb=verb,
            content=(first, comma),
            target=None,
            inverted=True,
            shape="clause before its source",
        )

    def _start(self, sentence: Sentence) -> int:
        """First token of a sentence behind the dateline and its dash."""
        line = self.dateline
        if line is None or not sentence.start <= line.start < sentence.end:
            return sentence.first
        at = self.text.token_at(line.end)
        while at < sentence.stop and word_class(self.text.tokens[at]) == "mark":
            at += 1
        return at

    def _after_addressee(self, sentence: Sentence, verb: int) -> int:
        tokens = self.text.tokens
        at = verb + 1
        if tokens[verb].lower in self.words.addressing:
            that = self._find(at, verb + 10, sentence, ("that",))
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
            that = self._find(at, verb + 10, sentence, ("that",))
            if that is not None:
                return that
        if at < sentence.stop and tokens[at].lower == "out":
            return at + 1
        return at

    def _past_time(self, sentence: Sentence, at: int) -> int:
        """Behind "on Tuesday", "in a statement", "last week": the token where what is said begins."""
        tokens = self.text.tokens
        that = self._find(at, at + 8, sentence, ("that",))
        if that is not None:
            return that
        step = at + 1
        while step < min(sentence.stop, at + 4) and word_class(tokens[step]) in ("times", "number", "name"):
            step += 1
            if word_class(tokens[step - 1]) == "times":
                return step
        return sentence.stop

    def _opens_clause(self, at: int, frame: str, sentence: Sentence) -> bool:
        """Whether a clause begins at a token: a subject with its verb behind it; pledges also take "to" or a noun."""
        tokens = self.text.tokens
        lower = tokens[at].lower
        if frame in ("pledge", "warning") and (
            lower in ("to", "of", "against", "not")
            or word_class(tokens[at]) in ("determiners", "noun", "number", "mark", "name")
        ):
            return True
        if lower in ("there", "if", "no", "because"):
            return lower != "because"
        if tokens[at].text in _OPENING:
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
            if tokens[step].text in _END_MARKS:
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

    def _wholly_quoted(self, sentence: Sentence, at: int) -> bool:
        offset = self.text.tokens[at].start
        for quotation in self.text.blocks[sentence.block].quotations:
            if quotation.start == offset:
                return quotation.inner.end - quotation.inner.start > 24
        return False

    def _content_stop(self, sentence: Sentence, at: int) -> int:
        """Token after what is said: its clause, cut where another clause or report begins."""
        tokens = self.text.tokens
        top = min(sentence.stop, at + _LONGEST_CONTENT)
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
                if at - start >= 3 and self._new_clause(at + 1, top, finite):
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
        if lower in ("and", "or") and at + 1 < top:
            return tokens[at + 1].lower in self.frames or word_class(tokens[at + 1]) in (
                "verb",
                "subject_pronouns",
            )
        return finite and word_class(tokens[at]) == "participle"

    def _find(self, first: int, stop: int, sentence: Sentence, lowers: tuple[str, ...]) -> int | None:
        tokens = self.text.tokens
        for at in range(first, min(stop, sentence.stop)):
            if tokens[at].lower in lowers:
                return at
        return None

    def according_to(self, sentence: Sentence, at: int) -> Report | None:
        """ "according to NP" at a token: a statement of NP, the rest of its clause what it says."""
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or tokens[at + 1].lower != "to":
            return None
        source = noun_phrase_at(self.text, at + 2, sentence.stop)
        if source is None or not self.can_speak(source):
            return None
        if at == self._start(sentence):
            if source.stop >= sentence.stop or tokens[source.stop].text != ",":
                return None
            content = (source.stop + 1, self._content_stop(sentence, source.stop + 1))
            inverted = False
        else:
            stop = at - 1 if tokens[at - 1].text == "," else at
            first = self._start(sentence)
            content = (first, stop)
            inverted = True
            if stop - first > _LONGEST_CONTENT or not self._opens_clause(first, "statement", sentence):
                return None
        if content[1] - content[0] < 4 or any(t.text in _OPENING for t in tokens[content[0] : content[1]]):
            return None
        return Report(
            frame="statement",
            source=source,
            verb=at,
            content=content,
            target=None,
            inverted=inverted,
            shape="according to X",
        )

    def named_in_subject(self, content: tuple[int, int]) -> Phrase | None:
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

    def speaker_of(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Who says, by the verb at a token, what stands before or behind it: "said X", "X said"."""
        behind = noun_phrase_at(self.text, verb + 1, sentence.stop) if verb + 1 < sentence.stop else None
        if (
            behind is not None
            and self.text.tokens[verb - 1].text in (",", "”", '"')
            and self.can_speak(behind)
        ):
            return self._trim(behind)
        return self.claimant_of(sentence, verb)

    def claimant_of(self, sentence: Sentence, verb: int) -> Phrase | None:
        """Who claims something by the verb at a token; None when negated, modal or unreadable."""
        group = verb_group(self.text, verb, sentence.first, sentence.stop)
        if group.negated or group.modal or group.infinitive:
            return None
        source, _ = self._source(sentence, verb, None)
        return source if source is not None and self.can_speak(source) else None

    def noun_before(self, stop: int, sentence: Sentence) -> Phrase | None:
        """The noun phrase that ends before a token."""
        return noun_phrase_ending(self.text, stop, sentence.first)

    def span(self, first: int, stop: int) -> Span:
        """Offsets of a token range."""
        return Span(self.text.tokens[first].start, self.text.tokens[stop - 1].end)
