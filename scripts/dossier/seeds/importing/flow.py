"""HTML, of a page or of what Markdown, Word and feeds become, to blocks of text as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import html
from lxml.etree import ParserError, _Element

from dossier.seeds.importing.lines import Hyphens, group_lines
from dossier.seeds.importing.material import Block, BlockKind, shortened
from dossier.seeds.importing.tables import markup as tags
from dossier.seeds.importing.unseen import unseen

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CALLOUT = re.compile(r"\s*\[!\w+\]")
_LAST_ITEM = 31  # a list that begins behind it is none
_BREAK = "\u2028"
_ENDED = re.compile(r"[.?!…:;][\"'”’)\]]*$")
_REFERENCE = re.compile(r"(?<=[\w.,;:!?”’\"')])(?:\[\d{1,3}\])+")


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a piece of HTML, and what is not in it."""

    blocks: tuple[Block, ...]
    left_out: tuple[str, ...]
    guessed: tuple[str, ...]


def read_flow(markup: str, *, wrapped: bool = False) -> Flow:
    """The blocks of some HTML; with `wrapped` its line ends are the typist's, and broken words are closed."""
    tree = html.Element("div")
    try:
        parts = html.fragments_fromstring(_lost(markup))
    except ParserError:
        return Flow((), (), ())
    if parts and isinstance(parts[0], str):
        tree.text = _lost(parts.pop(0))  # of "&#1;" the parser makes the character itself
    tree.extend(parts)
    walk = _Walk(wrapped, markup)
    walk.visit(tree)
    walk.close()
    return Flow(tuple(walk.blocks), tuple(dict.fromkeys(walk.left_out)), tuple(walk.hyphens.told()))


def _lost(text: str) -> str:
    """A text with U+FFFD, which is told as lost, for what no tree can hold."""
    return _NO_XML.sub("\ufffd", text)


@cache
def known_tags() -> frozenset[str]:
    """The names of HTML's tags."""
    table = tags()
    return frozenset().union(table.blocks, table.inline, table.silent, table.table, *table.not_text.values())


class _Walk:
    def __init__(self, wrapped: bool, markup: str) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[str] = []
        self.hyphens = Hyphens(markup if wrapped else "")
        self._wrapped = wrapped
        self._words: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._level = 0

    def visit(self, element: _Element) -> None:
        """Adds the text of an element, without its tail."""
        why = unseen(element)
        if why is not None:
            self.left_out += [why] if why else []
            return
        tag = str(element.tag).lower()
        if tag == "blockquote" and _CALLOUT.match("".join(element.itertext())):
            self.left_out.append(f"a callout: {shortened(''.join(element.itertext()))}")
            return
        if tag == "br":
            self._words.append(_BREAK)
        if tag not in tags().blocks:
            self._inside(element)
            return
        self.close()
        before, level = self._kind, self._level
        self._kind, self._level = _kind_of(tag, before)
        self._words.append(_year_in(element))
        self._inside(element)
        self.close()
        self._kind, self._level = before, level

    def close(self) -> None:
        """Ends the block under way."""
        text = "".join(self._words)
        self._words.clear()
        for line in self._split(text):
            bare = _REFERENCE.sub("", line)
            if bare != line:
                self.left_out.append(f"marks of notes: {', '.join(_REFERENCE.findall(line))}")
            if bare:
                self.blocks.append(Block(bare, self._kind, self._level))

    def _inside(self, element: _Element) -> None:
        self._words.append(element.text or "")
        for child in element:
            self.visit(child)
            self._words.append(child.tail or "")

    def _split(self, text: str) -> list[str]:
        pieces = [""]
        for piece in text.split(_BREAK):
            # a line broken by hand within a sentence is one paragraph all the same
            if pieces[-1].strip() and (_ENDED.search(pieces[-1].strip()) or not piece[:1].islower()):
                pieces.append(piece)
            else:
                pieces[-1] += f" {piece}"
        if not self._wrapped:
            return [line for piece in pieces if (line := _one_line(piece))]
        lines = ([row.strip() for row in piece.split("\n") if row.strip()] for piece in pieces)
        groups = (group for piece in lines for group in group_lines(piece, None))
        return [line for group in groups if (line := self.hyphens.close("\n".join(group)))]


def _year_in(item: _Element) -> str:
    """What a list's first number was before Markdown took it for one ("1986. It was a bad year.")."""
    parent = item.getparent()
    start = parent.get("start", "") if parent is not None and parent.tag == "ol" else ""
    number = int(start) if start.isdecimal() else 0
    place = list(parent).index(item) if parent is not None and number > _LAST_ITEM else 0
    return f"{number + place}. " if number > _LAST_ITEM and item.tag == "li" else ""


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip()


def _kind_of(tag: str, before: BlockKind) -> tuple[BlockKind, int]:
    if re.fullmatch("h[1-6]", tag):
        return "heading", int(tag[1])
    if tag == "blockquote" or before == "quotation":
        return "quotation", 0
    return ("item" if tag in ("li", "dd", "dt") else "paragraph"), 0
