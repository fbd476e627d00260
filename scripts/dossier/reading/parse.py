"""An article's sentences to dependency trees: spaCy's small English model, each sentence parsed once.

Sentences are ours (`text.tokens`); words are spaCy's, with offsets of ours. Datelines and round brackets
are cut before parsing, quoted regions left; a sentence too long to be one is left without a tree. What was
parsed before comes from the cache, and when all of it does, spaCy isn't even imported.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from dossier.reading.findings import Span
from dossier.reading.mends import mends
from dossier.reading.parser import parse_strings
from dossier.reading.patterns import Words
from dossier.reading.text.article import Article
from dossier.reading.text.labels import label_at
from dossier.reading.text.marks import Quotation
from dossier.reading.text.masked import is_hidden
from dossier.reading.text.tokens import Sentence
from dossier.reading.tree import Row, Tree, Word
from dossier.reading.tree_rows import is_tree

_LONGEST = 4_000
"""Characters: what is longer is a list, a table or an attack, and no sentence."""
_BRACKET = re.compile(r"\([^()]{0,300}\)|\[[^()\[\]]{2,120}\]|[\[\]]")
_SHORT = re.compile(r"[A-Z]{2,}(?:-[A-Z]+)*")
_LAST = re.compile(r"[^\W\d_][\w'’-]*(?=\s*\Z)")
_LINKS = frozenset(("of", "the", "for", "and", "in", "de", "la", "del", "y", "di", "du", "des"))
"""Small words within a name."""
_AGAIN = re.compile(r"\b[Rr]e-(?=[a-z]+ed\b)")
"""The hyphen of "re-elected", which the parser takes for a word."""
_UNEVEN = re.compile(rf"[()\[\]]|[^\S ]|  |{_AGAIN.pattern}")
"""What makes the words to parse other than those of the text: brackets, blanks and a hyphen."""
_GIVEN = re.compile(r"(?<=[^.?!] )Per(?= [^\W\d_a-z])|^Per(?= [^\W\d_a-z][\w’'-]+(?: [a-z]|, \d{1,3},))")
_AS_GIVEN = "Tom"
"""What is parsed for the given name "Per", which the parser takes for a preposition: "met Per Dahl"."""
_UNREAD = frozenset(("heading", "note", "headline", "notation"))
_DATELINE_MARKS = " \t\u00a0–—-:"


class Parses:
    """The trees of one article, all its sentences parsed at the first question."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def of(self, sentence: Sentence) -> Tree | None:
        """The tree of a sentence; None where nothing is read, of hidden words, and of what is too long."""
        return self._trees.get(sentence.start)

    def around(self, offset: int) -> Tree | None:
        """The tree of the sentence that holds an offset."""
        return self.of(self._article.text.sentence_at(offset))

    def at(self, offset: int) -> Word | None:
        """The word that covers an offset."""
        tree = self.around(offset)
        return tree.at(offset) if tree is not None else None

    def all(self) -> Iterable[tuple[Sentence, Tree]]:
        """Every sentence that has a tree, in text order."""
        for sentence in self._article.text.sentences:
            tree = self._trees.get(sentence.start)
            if tree is not None:
                yield sentence, tree

    @cached_property
    def _trees(self) -> dict[int, Tree]:
        text = self._article.text
        outer = [
            [q for q in block.quotations if q.depth == 0 and not q.single]
            for block in self._article.text.blocks
        ]
        cut = [
            (sentence, *_cut(self._article, sentence, outer[sentence.block]))
            for sentence in text.sentences
            if self._article.kinds[sentence.block] not in _UNREAD
            and sentence.end - sentence.start <= _LONGEST
            and not is_hidden(text.slice(sentence))
        ]
        rows = parse_strings([_GIVEN.sub(_AS_GIVEN, words) for _, words, _ in cut])
        return {
            sentence.start: Tree.build(
                Span(sentence.start, sentence.end),
                _set_right(found, words),
                offsets,
                text.text,
            )
            for (sentence, words, offsets), found in zip(cut, rows, strict=True)
            if found
        }


def _set_right(rows: Sequence[Row], words: str) -> Sequence[Row]:
    """What the parser gives, with what it is known to take for something else.

    A mend that would hang a word on one below it is left out.
    """
    seen = Words(rows, words)
    for mend in mends():
        made = mend(seen)
        if made is not seen.rows and is_tree([row.head for row in made]):
            seen = Words(made, words)
    return seen.rows


def _is_gloss(bracket: re.Match[str]) -> bool:
    """Whether square brackets hold only the other form of a name before them: "RDA [Red Dawn Army]"."""
    inner = bracket.group()[1:-1].split()
    before = _LAST.search(bracket.string, max(bracket.start() - 60, 0), bracket.start())
    if before is None or not inner:
        return False
    if len(inner) == 1:
        return _SHORT.fullmatch(inner[0]) is not None and before.group()[0].isupper()
    named = all(word[0].isupper() or word in _LINKS for word in inner) and inner[0][0].isupper()
    return named and _SHORT.fullmatch(before.group()) is not None


def _cut(article: Article, sentence: Sentence, quoted: Sequence[Quotation]) -> tuple[str, Sequence[int]]:
    """The words of a sentence to parse, and where in the text each of their characters stands.

    `quoted` are the outermost quotations of its block, in text order. One blank stands for each gap,
    however it is written.
    """
    text = article.text.prose
    start, line = sentence.start, article.dateline
    if line is not None and sentence.start <= line.start < sentence.end:
        start = line.end
        while start < sentence.end and text[start] in _DATELINE_MARKS:
            start += 1
    label = label_at(article.text, start)
    start = label.end if label is not None else start
    if not _UNEVEN.search(text, start, sentence.end):
        return text[start : sentence.end], range(start, sentence.end)
    kept: list[int] = []
    at = start
    for mark in _BRACKET.finditer(text, start, sentence.end):
        before = bisect_left(quoted, mark.start(), key=lambda q: q.start) - 1
        inside = before >= 0 and mark.start() < quoted[before].end
        if inside and mark.group()[0] == "(":
            continue
        kept += range(at, mark.start())
        at = mark.end() if mark.group()[0] != "[" or _is_gloss(mark) else mark.start() + 1
        if at < mark.end() - 1:  # an editor's words are the sentence's own, and only their marks are cut
            kept += range(at, mark.end() - 1)
            at = mark.end()
    kept += range(at, sentence.end)
    characters: list[str] = []
    offsets: list[int] = []
    hyphens = {again.end() - 1 for again in _AGAIN.finditer(text, start, sentence.end)}
    for offset in (each for each in kept if each not in hyphens):
        blank = text[offset].isspace()
        if blank and (not characters or characters[-1] == " "):
            continue
        characters.append(" " if blank else text[offset])
        offsets.append(offset)
    return "".join(characters).rstrip(), offsets
