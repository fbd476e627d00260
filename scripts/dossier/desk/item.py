"""One question to an editor, and the sentence it is about in pieces that the page can mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from typing import Any

from dossier.readers.merging import told_at
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

CHANGED, LIVING, DIFFER, JOIN, WEAK, UNSHOWN, SHOWN, SPEAKER, STANDS = range(9)
"""How risky an item is: 0 is asked first, the last only by an editor who looks for it."""
_TOLD = {
    CHANGED: "changed since your yes",
    LIVING: "about a living person",
    DIFFER: "readers differ",
    JOIN: "one or two?",
    WEAK: "the gate can’t show it",
    UNSHOWN: "read by rule and left out: the gate can’t show it",
    SHOWN: "shown; about a living person",
    SPEAKER: "no speaker was read",
    STANDS: "nothing is asked",
}
_PARTS = (
    ("claimant_span", "who"),
    ("target_span", "whom"),
    ("place_span", "where"),
    ("subject_span", "who"),
    ("object_span", "whom"),
)


class Undecidable(ValueError):
    """Why an answer can't be written, in words for the editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question."""

    key: str
    """What is remembered of it: a digest of the sentence and of what was read in it."""
    risk: int
    section: str
    article: str
    headline: str
    sentence: tuple[tuple[str, str], ...]
    """The sentence in pieces, each with what it is of the finding, or nothing."""
    words: str
    """The words that tell it."""
    start: int
    readers: tuple[str, ...]
    reasons: tuple[str, ...]
    says: tuple[tuple[str, str], ...]
    """What was read, slot by slot."""
    page: str = ""
    """What the page would say: its own sentence."""
    now: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields that can be corrected."""
    waits: bool
    """Whether it stands nowhere until it is answered."""
    other: tuple[tuple[str, str], ...] = ()
    """Of a join, the pieces of the other sentence."""
    other_article: str = ""
    other_words: str = ""
    theirs: Mapping[str, str] | None = None
    """Where readers differ, the other reader's values as corrections; None where they can't be taken over."""

    @property
    def at(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.start + len(self.words))

    def plain(self) -> dict[str, Any]:
        """As the page takes it."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        theirs = dict(self.theirs) if self.theirs is not None else None
        return {**plain, "now": dict(self.now), "theirs": theirs, "told": _TOLD[self.risk]}


def marks_of(section: str, found: Any) -> dict[str, Span]:
    """The words of a finding by what they are of it."""
    marks = {"told": told_at(section, found)}
    spans = {name: getattr(found, part) for part, name in _PARTS if getattr(found, part, None) is not None}
    marks |= spans
    speaker = getattr(found, "speaker", None)
    if speaker is not None:
        marks["who"] = Span(speaker.start, speaker.end)
    for number, person in enumerate((*getattr(found, "participants", ()), *getattr(found, "parties", ()))):
        marks[f"who {number}"] = person.span
    return marks


def marked(article: Article, at: Span, marks: Mapping[str, Span]) -> tuple[tuple[str, str], ...]:
    """The sentence of some words in pieces, each with the mark it has."""
    sentence = article.text.sentence_at(at.start)
    home = Span(sentence.start, max(sentence.end, at.end))
    return pieces(article, home, [(span, name.split()[0]) for name, span in marks.items()])


def pieces(article: Article, home: Span, marks: Sequence[tuple[Span, str]]) -> tuple[tuple[str, str], ...]:
    """A stretch of the text in pieces that no mark begins or ends within; the first of several counts."""
    inside = [(max(s.start, home.start), min(s.end, home.end), name) for s, name in marks]
    inside = [each for each in inside if each[0] < each[1]]
    cuts = sorted({home.start, home.end, *(at for start, end, _ in inside for at in (start, end))})
    found = []
    for start, end in pairwise(cuts):
        name = next((mark for first, last, mark in inside if first <= start and end <= last), "")
        found.append((article.text.slice(Span(start, end)), name))
    return tuple(found)
