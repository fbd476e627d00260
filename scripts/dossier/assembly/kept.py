"""What each article's words and trees answer, kept by digest of the article and of the program.

An answer follows from the article and the question alone. So a build asks only what is new, and loads no tree
of an article of which it asks what it asked before. All of it may be deleted at any moment.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.readings import Readings
from dossier.reading.digest_cache import DigestCache, digest
from dossier.reading.edition import edition
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

_NAME = "answers"
_DECIDES = ("assembly", "facts.py", "model.py")


class Answers:
    """What is asked of one article, each question once."""

    def __init__(self, article: Article, row: bytes | None = None, readings: Readings | None = None) -> None:
        self.article = article
        self._readings = readings or Readings()
        self._row = row
        self._before: dict[str, Any] | None = None
        self._asked: dict[str, Any] | None = {}
        """None where all that was asked is settled, in the row."""
        self.is_new = False
        """Whether something was asked that was not answered before."""

    @property
    def reading(self) -> Reading:
        """The article as the gate reads it."""
        return self._readings.of(self.article)

    def answer(self, question: str, work: Callable[[Reading], Any]) -> Any:
        """What a question was answered before, else what `work` makes of the article: as JSON has it."""
        if self._asked is None:
            self._asked = dict(self._known())
        if question not in self._asked:
            before = self._known()
            if question in before:
                self._asked[question] = before[question]
            else:
                self._asked[question] = json.loads(json.dumps(work(self.reading)))
                self.is_new = True
        return self._asked[question]

    def span(self, question: str, work: Callable[[Reading], Span]) -> Span:
        """The same for a question that a span answers."""
        return Span(*self.answer(question, work))

    def spans(self, question: str, work: Callable[[Reading], Iterable[Span]]) -> tuple[Span, ...]:
        """The same for one that spans answer."""
        return tuple(Span(*each) for each in self.answer(question, lambda reading: list(work(reading))))

    def settle(self) -> None:
        """Holds what was asked in few bytes until something is asked again."""
        if self._asked:
            self._row, self._before, self._asked = self.row, None, None

    @property
    def row(self) -> bytes:
        """What was asked, as it is kept."""
        if self._row is not None and (self._asked is None or self._asked == self._known()):
            return self._row
        return zlib.compress(json.dumps(self._asked).encode(), 1)

    def _known(self) -> dict[str, Any]:
        """What was answered before."""
        if self._before is None:
            self._before = _read(self._row)
        return self._before


class Kept:
    """The answers of all articles: for one build or, where there is a file, from one to the next."""

    def __init__(self, articles: Iterable[Article] = (), file: DigestCache | None = None) -> None:
        self._file = file
        self._keys = {article.id: _digest(article) for article in articles} if file else {}
        self._rows = file.find(list(self._keys.values())) if file else {}
        self._answers: dict[str, Answers] = {}
        self.readings = Readings()
        """The articles with their trees, for whoever asks them what is not kept."""

    @classmethod
    def keeping(cls, articles: Iterable[Article]) -> Kept:
        """Those of some articles, with what the last build of this program knew."""
        return cls(articles, DigestCache(f"{_NAME}-{edition(*_DECIDES)}", _NAME))

    def of(self, article: Article) -> Answers:
        """The answers of one article."""
        if article.id not in self._answers:
            row = self._rows.get(self._keys.get(article.id, b""))
            self._answers[article.id] = Answers(article, row, self.readings)
        return self._answers[article.id]

    def settle(self) -> None:
        """Holds all in few bytes until something is asked again."""
        for each in self._answers.values():
            each.settle()

    def keep(self) -> None:
        """Keeps what was asked for the next build."""
        new = {self._keys[id]: each.row for id, each in self._answers.items() if each.is_new}
        if self._file and new:
            self._file.store(new, anew=True)
            self._file.remove_others(f"{_NAME}-*")


def _digest(article: Article) -> bytes:
    """Of all that an answer follows from."""
    return digest(repr((article.id, article.kinds, article.dateline, article.text.text)))


def _read(row: bytes | None) -> dict[str, Any]:
    """What was kept; nothing of what can't be read."""
    try:
        found = json.loads(zlib.decompress(row)) if row is not None else {}
    except (zlib.error, ValueError):
        return {}  # cut short
    return found if isinstance(found, dict) else {}
