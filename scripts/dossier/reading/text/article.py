"""A file, or a row of a corpus, to an Article: metadata, text, and the part each block plays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from dossier.reading.findings import Span
from dossier.reading.lexicon import load_table
from dossier.reading.text.masked import Mask
from dossier.reading.text.notation import is_note, notation_of
from dossier.reading.text.prose import is_listed
from dossier.reading.text.tokens import CAPITALS, Abbreviations, Block, Text
from dossier.reading.text.turns import turns_of

_DATELINE_WORD = rf"(?:[{CAPITALS}][\w\u0300-\u036f.'’-]*|de|la|el|al|of)"
_DATELINE = re.compile(
    rf"{_DATELINE_WORD}(?:[ ,/]{{1,3}}{_DATELINE_WORD}){{0,6}}[ ,/]{{0,3}}"
    r"(?:\([^()\n]{2,60}\)|,? ?\d{1,2} [A-Za-z][a-z]{2,8}\.?(?: \d{2,4})?"
    r"|,? ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?| ){0,6}(?:[–—]|-{1,2}) "
    rf"|{_DATELINE_WORD}(?: {_DATELINE_WORD}){{0,2}} "
    r"\((?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: [A-Z][a-z]{2,8})?,? \d{4}\): "
    r"|(?!FILE |PHOTO|VIDEO|UPDATE|WATCH|CORRECTION|EXCLUSIVE|OPINION|ANALYSIS)"
    rf"[{CAPITALS}]{{4,}}(?: [{CAPITALS}]{{3,}})?: "
)
_LAST_DATELINE = 4
"""Blocks before the one a dateline opens: headline, standfirst, a picture's caption and its credit."""
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article ready to be read by the extractors."""

    id: str
    text: Text
    kinds: tuple[str, ...]
    """Per block of the text: headline, standfirst, heading, paragraph, note or notation."""
    dateline: Span | None = None
    """The words before the dash that open the report: "SUVA, Fiji"."""
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: tuple[str, ...] = ()
    mask: Mask | None = None
    """What is carried of a private text whose words are hidden."""
    _labels: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Counts the paragraphs once: every passage of an article asks for its own."""
        numbers = accumulate(int(kind not in _LETTERS) for kind in self.kinds)
        labels = (_LETTERS.get(kind, str(number)) for kind, number in zip(self.kinds, numbers, strict=True))
        object.__setattr__(self, "_labels", tuple(labels))

    def label(self, block: int) -> str:
        """How a block is cited: "h" headline, "s" standfirst, "x" heading, else its number from 1.

        Paragraphs, notes and notations are numbered in order; headings are not, as readers do not count them.
        """
        return self._labels[block]


_LETTERS = {"headline": "h", "standfirst": "s", "heading": "x"}


def read_article(
    text: str,
    *,
    id: str,  # the field's name in every format we read
    title: str | None = None,
    standfirst: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
    author: tuple[str, ...] = (),
) -> Article:
    """An Article from a text and what is known of it."""
    read = Text(text)
    kinds: list[str] = []
    dateline = None
    turns = turns_of(read.prose, read.blocks, load_table("abbreviations", Abbreviations).before_name)
    for index, block in enumerate(read.blocks):
        words = read.slice(block)
        kind = _kind(read, block, index, kinds, title, standfirst, author)
        if block.start in turns:
            kind = "notation" if turns[block.start] is None else "paragraph"
        if kind == "paragraph" and dateline is None and block.start not in turns and index <= _LAST_DATELINE:
            match = _DATELINE.match(words)
            if match:
                dateline = Span(block.start, block.start + len(match.group().rstrip(" –—-:")))
                if kinds == ["headline", "paragraph"]:
                    kinds[1] = "standfirst"  # the line between the headline and the dateline
        kinds.append(kind)
    return Article(
        id=id,
        text=read,
        kinds=tuple(kinds),
        dateline=dateline,
        title=title,
        published=published,
        publisher=publisher,
        author=author,
    )


def _kind(
    read: Text,
    block: Block,
    index: int,
    before: list[str],
    title: str | None,
    standfirst: str | None,
    author: tuple[str, ...],
) -> str:
    words = read.slice(block)
    if index == 0 and (
        words.rstrip(".") == (title or "").rstrip(".") or (title is None and _is_heading(read, block))
    ):
        return "headline"
    if index == 1 and standfirst is not None and words == standfirst:
        return "standfirst"
    if is_note(words):
        return "note"
    if "paragraph" in before and any(words.startswith(f"{name} ") for name in author):
        return "note"
    if notation_of(words) is not None:
        return "notation"
    heading = _is_heading(read, block) and not is_listed(read.text, block.start)
    return "heading" if heading else "paragraph"


def _is_heading(read: Text, block: Block) -> bool:
    """A short line that is no sentence: no full stop, or all of it in single marks."""
    words = read.slice(block)
    if block.stop - block.first > 16 or words[0] in '“"':
        return False
    if words[0] == "‘" and words[-1] == "’":
        return True
    return not _SENTENCE_END.search(words) and words[-1] not in ":,;-–—"
