"""Sentences to reports: who says something (in indirect speech), by which verb, and in which words.

A report starts from a verb of `lexicons/claim_verbs.yaml` whose subject is a name or a noun phrase that
can speak. Direct quotations are left to the quotes; a partial one inside the reporter's clause stays
part of what is said. Where the subject can't be read, there is no report.
"""

from __future__ import annotations

from dossier.reading.attribution.frames import Frames
from dossier.reading.attribution.reports import Report
from dossier.reading.attribution.speech_sources import Sources
from dossier.reading.grammar.clauses import END_MARKS, LONGEST_CONTENT, OPENING_MARKS, Clauses
from dossier.reading.grammar.phrases import Phrase, noun_phrase_at, verb_group, word_class
from dossier.reading.grammar.reporting import frame_of_noun, frame_of_verb
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence

_PREDICATES = frozenset(("verb", "be", "have", "do", "modals", "contracted"))


class ReportReader:
    """Reads the reports of one article's sentences."""

    def __init__(self, article: Article, names: Names) -> None:
        self.text = article.text
        self.clauses = Clauses(article)
        self.sources = Sources(article.text, names)
        self._frame_reader = Frames(self.clauses, self.sources)
        self.frames = frame_of_verb()

    def read(self, sentence: Sentence, verb: int, previous: Report | None) -> Report | None:
        """The report made by the verb or noun at a token; `previous` is the sentence's report before it."""
        tokens = self.text.tokens
        lower = tokens[verb].lower
        if verb > sentence.first and tokens[verb - 1].text in ("”", '"') and not lower.endswith("ing"):
            return None  # "…,” said X": the quotation is read elsewhere
        if lower not in self.frames or self.sources.is_noun(sentence, verb):
            return self._nominal(sentence, verb)
        frame = self.frames[lower]
        group = verb_group(self.text, verb, sentence.first, sentence.stop)
        if group.negated or group.modal or (group.infinitive and frame != "blame"):
            return None
        if group.passive:
            return self._frame_reader.passive(sentence, verb, frame)
        own = verb + 1 < sentence.stop and tokens[verb + 1].lower in ("responsibility", "credit")
        if own and frame != "denial":
            return None  # read as a claim of one's own act
        source, shape = self.sources.of(
            sentence, verb, (previous.verb, previous.source) if previous is not None else None
        )
        if source is None or not self.sources.can_speak(source):
            return None
        if frame == "accusation" and lower.startswith(("accus", "charg")):
            return self._frame_reader.accuse(sentence, verb, source)
        if frame == "blame":
            return self._frame_reader.blame(sentence, verb, source)
        if frame == "call":
            return self._frame_reader.call(sentence, verb, source)
        if frame == "denial":
            return self._object_or_clause(sentence, verb, frame, source, shape)
        return self._clause(sentence, verb, frame, source, shape)

    def _nominal(self, sentence: Sentence, noun: int) -> Report | None:
        frame = frame_of_noun().get(self.text.tokens[noun].lower)
        return self._frame_reader.nominal(sentence, noun, frame) if frame is not None else None

    def _object_or_clause(
        self, sentence: Sentence, verb: int, frame: str, source: Phrase, shape: str
    ) -> Report | None:
        stop = self.clauses.stop(sentence, verb + 1)
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
        at = self.clauses.after_addressee(sentence, verb)
        while at < sentence.stop and word_class(tokens[at]) in ("adverb", "adverbs", "times"):
            at += 1
        if at < sentence.stop and tokens[at].lower in ("on", "in", "last", "at") and shape != "participle":
            at = self.clauses.past_time(sentence, at)
        if at == verb + 1 and at < sentence.stop and word_class(tokens[at]) in ("be", "have"):
            return Report(
                frame="gap",
                source=source,
                verb=verb,
                content=(at, self.clauses.stop(sentence, at)),
                target=None,
                shape="that X said was",
            )
        begins = at < sentence.stop and tokens[at].text not in END_MARKS | {",", "-", "–", "—", "--", ")"}
        if begins and tokens[at].text in OPENING_MARKS and self.clauses.wholly_quoted(at):
            return None
        if shape == "past_relative" and frame == "assessment":
            return None
        if begins:
            that = tokens[at].lower == "that"
            if not that and not self.clauses.opens(at, frame, sentence):
                follows = word_class(tokens[at]) in ("prepositions", "subordinators")
                return self._before(sentence, verb, frame, source) if follows else None
            stop = self.clauses.stop(sentence, at + 1)
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
        """A clause before its source, up to the comma: "Five died, police said"."""
        tokens = self.text.tokens
        comma = source.first - 1
        if comma <= sentence.first or tokens[comma].text != "," or source.head > verb:
            return None
        first = self.clauses.start_of(sentence)
        comma = self._before_description(first, comma)
        lead = tokens[first].lower
        quotes = verb + 1 < sentence.stop and tokens[verb + 1].text == ":"
        if quotes or (lead.endswith("ing") and self.sources.names.at(tokens[first].start) is None):
            return None
        if not 4 <= comma - first <= LONGEST_CONTENT:
            return None
        if any(t.text in OPENING_MARKS | {"”"} for t in tokens[first:comma]):
            return None
        if not any(word_class(t) in _PREDICATES for t in tokens[first:comma]):
            return None  # "An army spokesman, X, said so"
        if not self.clauses.opens(first, frame, sentence):
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

    def _before_description(self, first: int, comma: int) -> int:
        """The comma before a source's description: "…, the city’s mayor, Lee, said"."""
        tokens = self.text.tokens
        other = next((i for i in range(comma - 1, max(first, comma - 10), -1) if tokens[i].text == ","), None)
        if other is None:
            return comma
        phrase = noun_phrase_at(self.text, other + 1, comma)
        if phrase is not None and phrase.stop == comma and self.sources.can_speak(phrase):
            return other
        return comma

    def according_to(self, sentence: Sentence, at: int) -> Report | None:
        """A statement from "according to X" at a token, the rest of its clause what X says."""
        tokens = self.text.tokens
        if at + 2 >= sentence.stop or tokens[at + 1].lower != "to":
            return None
        source = noun_phrase_at(self.text, at + 2, sentence.stop)
        if source is None or not self.sources.can_speak(source):
            return None
        if at == self.clauses.start_of(sentence):
            if source.stop >= sentence.stop or tokens[source.stop].text != ",":
                return None
            content = (source.stop + 1, self.clauses.stop(sentence, source.stop + 1))
            inverted = False
        else:
            stop = at - 1 if tokens[at - 1].text == "," else at
            first = self.clauses.start_of(sentence)
            content = (first, stop)
            inverted = True
            if stop - first > LONGEST_CONTENT or not self.clauses.opens(first, "statement", sentence):
                return None
        if content[1] - content[0] < 4 or any(
            t.text in OPENING_MARKS for t in tokens[content[0] : content[1]]
        ):
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
