"""Reporting verbs with a frame of their own: accuse X of Y, blame X for Y, call on X, and their passives."""

from __future__ import annotations

from dossier.reading.attribution.reports import Report
from dossier.reading.attribution.speech_sources import Sources
from dossier.reading.findings import Span
from dossier.reading.grammar.clauses import OPENING_MARKS, Clauses
from dossier.reading.grammar.phrases import (
    Phrase,
    agent_of,
    noun_phrase_at,
    noun_phrase_ending,
    object_of,
    subject_of,
    word_class,
)
from dossier.reading.text.tokens import Sentence


class Frames:
    """Reads the verbs with frames of one article."""

    def __init__(self, clauses: Clauses, sources: Sources) -> None:
        self.text = clauses.text
        self.clauses = clauses
        self.sources = sources

    def passive(self, sentence: Sentence, verb: int, frame: str) -> Report | None:
        """A passive: "X was accused of Y by Z", "Y was blamed on X"."""
        tokens = self.text.tokens
        subject = subject_of(self.text, verb, sentence.first)
        agent = agent_of(self.text, verb, sentence.stop)
        if frame == "denial" and subject is not None and agent is not None and self.sources.can_speak(agent):
            subject = self.sources.trim(subject)
            return Report(
                frame=frame,
                source=agent,
                verb=verb,
                content=(subject.first, agent.stop),
                target=None,
                shape="passive denial",
                inverted=True,
            )
        if subject is None or frame not in ("accusation", "blame") or verb + 1 >= sentence.stop:
            return None
        subject = self.sources.trim(subject)
        after = tokens[verb + 1].lower
        content = (verb, self.clauses.stop(sentence, verb + 1))
        target: Phrase | None = subject
        if frame == "blame" and after == "on":
            target = noun_phrase_at(self.text, verb + 2, sentence.stop)
        elif after not in ("of", "for", "by"):
            return None
        if target is None or (agent is not None and not self.sources.can_speak(agent)):
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

    def accuse(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        """Report of a verb in one of the forms "accused X of Y"."""
        target = object_of(self.text, verb, sentence.stop)
        if target is None:
            return None
        of = self.clauses.find(target.first + 1, verb + 25, sentence, ("of", "with"))
        if of is None:
            return None
        if target.stop > of:
            target = Phrase(target.first, of, min(target.head, of - 1))
        content = (verb, self.clauses.stop(sentence, of + 1))
        return Report(
            frame="accusation",
            source=source,
            verb=verb,
            content=content,
            target=target,
            shape="accuse X of Y",
        )

    def nominal(self, sentence: Sentence, noun: int, frame: str) -> Report | None:
        """Report of a noun: "accusations by X that …", "X’s claim that …"."""
        tokens = self.text.tokens
        at = noun + 1
        source: Phrase | None = None
        if at < sentence.stop and tokens[at].lower in ("by", "from"):
            source = noun_phrase_at(self.text, at + 1, sentence.stop)
            at = source.stop if source is not None else at
        elif noun - 2 >= sentence.first and word_class(tokens[noun - 1]) == "genitive":
            source = noun_phrase_ending(self.text, noun - 1, sentence.first)
        if source is None or at >= sentence.stop or tokens[at].lower != "that":
            return None
        if not self.sources.can_speak(source):
            return None
        return Report(
            frame=frame,
            source=source,
            verb=noun,
            content=(at, self.clauses.stop(sentence, at + 1)),
            target=None,
            shape=f"noun: {tokens[noun].lower} that",
        )

    def blame(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        """Report of a verb in one of the forms "blamed X for Y", "blamed Y on X", "that they blamed on X"."""
        tokens = self.text.tokens
        at = verb + 1
        if at >= sentence.stop:
            return None
        if tokens[at].lower == "on":
            target = noun_phrase_at(self.text, at + 1, sentence.stop)
            shape = "that X blamed on Y"
        else:
            cause = self.clauses.find(at, verb + 15, sentence, ("for",))
            opened = tokens[at].text in OPENING_MARKS
            target = object_of(self.text, verb + opened, cause or sentence.stop)
            shape = "blame X for Y"
            on = self.clauses.find(at, verb + 15, sentence, ("on",))
            if on is not None and self.clauses.find(at, on, sentence, ("for",)) is None:
                target = noun_phrase_at(self.text, on + 1, sentence.stop) or target
                shape = "blame Y on X"
        if target is None:
            return None
        content = (verb, max(target.stop, self.clauses.stop(sentence, target.stop)))
        return Report(frame="blame", source=source, verb=verb, content=content, target=target, shape=shape)

    def call(self, sentence: Sentence, verb: int, source: Phrase) -> Report | None:
        """Report of a verb in one of the forms "called on X to", "urged X to", "demanded that X"."""
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
                target is None or self.clauses.find(target.first, verb + 25, sentence, ("to",)) is None
            ):
                return None
        elif lower.startswith("appeal"):
            if after not in ("to", "for"):
                return None
            target = noun_phrase_at(self.text, at + 1, sentence.stop) if after == "to" else None
        elif lower.startswith("demand"):
            if after == "that":
                target = noun_phrase_at(self.text, at + 1, sentence.stop)
                named = self.sources.names.at(tokens[at + 1].start) if at + 1 < sentence.stop else None
                if named is not None:
                    first, stop = self.text.token_range(Span(named.start, named.end))
                    target = Phrase(first, stop, stop - 1)
                elif target is not None:
                    target = Phrase(target.first, target.head + 1, target.head)
            else:
                target = None
        else:
            target = object_of(self.text, verb, sentence.stop)
            if (
                target is None
                or self.clauses.find(target.first + 1, verb + 15, sentence, ("to", "not")) is None
            ):
                return None
        return Report(
            frame="call",
            source=source,
            verb=verb,
            content=(at, self.clauses.stop(sentence, at)),
            target=target,
            shape="call",
        )
