"""Casualties to who gives the numbers: "12 people were killed, police said"."""

from __future__ import annotations

from dossier.reading.attribution.namer import Namer
from dossier.reading.attribution.reported_speech import ReportReader
from dossier.reading.attribution.reports import Report
from dossier.reading.findings import Span
from dossier.reading.grammar.reporting import frame_of_verb
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence

_MOST = 12
"""Reporting words tried in one sentence."""


class CasualtySources:
    """Finds who gives the numbers in one article's reports of violence."""

    def __init__(self, article: Article, names: Names) -> None:
        self.text = article.text
        self.reader = ReportReader(article, names)
        self.namer = Namer(article.text, names)
        self._read: dict[int, list[Report]] = {}

    def of(self, sentence: Sentence, span: Span) -> str | None:
        """Name or words of the one whose report holds a span of the sentence; None where nobody's does."""
        at = self.text.token_at(span.start)
        for report in self._reports(sentence):
            if report.source is not None and report.content[0] <= at < report.content[1]:
                return self.namer.of(report.source).name
        return None

    def _reports(self, sentence: Sentence) -> list[Report]:
        if sentence.first not in self._read:
            self._read[sentence.first] = self._reports_in(sentence)
        return self._read[sentence.first]

    def _reports_in(self, sentence: Sentence) -> list[Report]:
        frames, tokens = frame_of_verb(), self.text.tokens
        cues = [
            at
            for at in range(sentence.first, sentence.stop)
            if tokens[at].lower == "according" or frames.get(tokens[at].lower) in ("statement", "assessment")
        ]
        found: list[Report] = []
        for at in cues[:_MOST]:
            if tokens[at].lower == "according":
                report = self.reader.according_to(sentence, at)
            else:
                report = self.reader.read(sentence, at, found[-1] if found else None)
            if report is not None:
                found.append(report)
        return found
